"""A real Dask cluster on loopback: a scheduler, two workers, one of which is killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from test_many import agencies

from lkjip_analysis.building.batch import Task, outcomes
from lkjip_analysis.building.cluster import Answer, Parcel, outcomes_of
from lkjip_analysis.report import PROJECT

distributed = pytest.importorskip("distributed")
HERE = "127.0.0.1"


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its workers, each of one process."""
    with socket.socket() as free:
        free.bind((HERE, 0))
        port = free.getsockname()[1]
    address = f"tcp://{HERE}:{port}"
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, (PROJECT, PROJECT / "tests"))),
    }
    dask = (sys.executable, "-m", "dask")
    of_scheduler = ("scheduler", "--host", HERE, "--port", str(port), "--no-dashboard")
    of_worker = (
        *("worker", address, "--host", HERE, "--nthreads", "1", "--no-nanny", "--no-dashboard"),
        *("--local-directory", str(folder / "dask")),
    )
    started = []
    try:
        for words in (of_scheduler, *[of_worker] * workers):
            with (folder / f"dask-{len(started)}.log").open("wb") as log:
                started.append(
                    subprocess.Popen([*dask, *words], env=environment, stdout=log, stderr=log)
                )
        with distributed.Client(address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=60)
        yield address, started[1:]
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


def test_a_worker_killed_in_the_middle_loses_no_report_and_makes_none_twice(
    tmp_path: Path,
) -> None:
    names = [(f"dinas-{letter}", 2022) for letter in "abcdefgh"]
    data = agencies(tmp_path / "data", *names)
    tasks = [Task(name, year, data, tmp_path / "r") for name, year in names]
    found = []
    with cluster(tmp_path) as (address, workers):
        for outcome in outcomes_of(tasks, address):
            found.append(outcome)
            if len(found) == 2:
                workers[0].send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    assert sorted((o.instansi, o.tahun) for o in found) == names
    assert all(outcome.is_good for outcome in found), found
    here = [Task(name, year, data, tmp_path / "here") for name, year in names]
    assert all(outcome.is_good for outcome in outcomes(here, 2))
    for name, _ in names:
        one, other = (tmp_path / where / name / "2022" for where in ("r", "here"))
        assert len(list(one.iterdir())) > 4
        for path in one.iterdir():
            assert path.read_bytes() == (other / path.name).read_bytes(), path
        assert (data / "processed" / name / "2022" / "temuan.json").is_file()


def _unlucky(parcel: Parcel) -> Answer:
    from lkjip_analysis.building.batch import Outcome

    if parcel.instansi == "dinas-b":
        with Path(parcel.parameters["catatan"]).open("a") as file:
            file.write("x")
        raise MemoryError("penuh")
    return Answer(Outcome(parcel.instansi, parcel.tahun))


def test_what_fails_three_times_is_listed_and_reports_can_go_to_a_shared_path(
    tmp_path: Path,
) -> None:
    names = [(f"dinas-{letter}", 2022) for letter in "abc"]
    data = agencies(tmp_path / "data", *names)
    given = {"catatan": str(tmp_path / "catatan")}
    tasks = [Task(name, year, data, tmp_path / "r", given) for name, year in names]
    with cluster(tmp_path, 1) as (address, _):
        found = {o.instansi: o for o in outcomes_of(tasks, address, None, _unlucky)}
        assert len(found) == 3 and found["dinas-a"].is_good and found["dinas-c"].is_good
        assert "MemoryError: penuh; tried 3 times" in found["dinas-b"].problem
        assert (tmp_path / "catatan").read_text() == "xxx"
        shared = [Task("dinas-a", 2022, data, tmp_path / "r")]
        done = list(outcomes_of(shared, address, (tmp_path / "bersama").as_uri()))
    assert done[0].is_good and not (tmp_path / "r").exists()
    assert (tmp_path / "bersama" / "dinas-a" / "2022" / "07_verifikasi.html").is_file()


def test_unchanged_reports_are_not_sent_at_all(tmp_path: Path) -> None:
    data = agencies(tmp_path / "data", ("dinas-a", 2022))
    task = Task("dinas-a", 2022, data, tmp_path / "r")
    assert [outcome.unchanged for outcome in outcomes([task], 1)] == [False]
    with cluster(tmp_path, 1) as (address, _):
        assert [outcome.unchanged for outcome in outcomes_of([task], address)] == [True]
