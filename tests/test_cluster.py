"""A real Dask cluster on loopback: a scheduler, two workers, one of which is killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from test_many import agencies

from lkjip_analysis.building.many.batch import Task, outcomes
from lkjip_analysis.building.many.cluster import Answer, Parcel, make_parcel, outcomes_of
from lkjip_analysis.errors import InputError
from lkjip_analysis.report.workbook_home import SOURCE as PROJECT

distributed = pytest.importorskip("distributed")
HERE = "127.0.0.1"
WATCHED = "LKJIP_TRIAL_FILE"
"""Names a file that holds the path of what `_changing` writes; workers know it from their start."""


@contextmanager
def cluster(
    folder: Path, workers: int = 2, tls: tuple[str, ...] = ()
) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its workers, each of one process."""
    with socket.socket() as free:
        free.bind((HERE, 0))
        port = free.getsockname()[1]
    address = f"{'tls' if tls else 'tcp'}://{HERE}:{port}"
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, (PROJECT, PROJECT / "tests"))),
        WATCHED: str(folder / "berkas-yang-berubah"),
    }
    dask = (sys.executable, "-m", "dask")
    of_scheduler = ("scheduler", "--host", HERE, "--port", str(port), "--no-dashboard")
    of_scheduler += (*tls, "--protocol", "tls") if tls else ()
    of_worker = (
        *("worker", address, "--host", HERE, "--nthreads", "1", "--no-nanny", "--no-dashboard"),
        *("--local-directory", str(folder / "dask")),
        *tls,
    )
    started = []
    try:
        for words in (of_scheduler, *[of_worker] * workers):
            with (folder / f"dask-{len(started)}.log").open("wb") as log:
                started.append(
                    subprocess.Popen([*dask, *words], env=environment, stdout=log, stderr=log)
                )
        security = None
        if tls:
            ca, own, key = tls[1::2]
            security = distributed.Security(
                tls_ca_file=ca, tls_client_cert=own, tls_client_key=key, require_encryption=True
            )
        with distributed.Client(
            address, timeout=60, set_as_default=False, security=security
        ) as client:
            client.wait_for_workers(workers, timeout=60)
        yield address, started[1:]
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def one_worker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A cluster of one worker, which the tests that kill nothing share: its address and folder."""
    folder = tmp_path_factory.mktemp("kluster")
    with cluster(folder, 1) as (address, _):
        yield address, folder


def test_a_worker_killed_in_the_middle_loses_no_report_and_makes_none_twice(
    tmp_path: Path,
) -> None:
    names = [(f"dinas-{letter}", 2022) for letter in "abcde"]
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
    assert all(outcome.is_good for outcome in outcomes(here, 1))
    for name, _ in names:
        one, other = (tmp_path / where / name / "2022" for where in ("r", "here"))
        assert len(list(one.iterdir())) > 4
        for path in one.iterdir():
            assert path.read_bytes() == (other / path.name).read_bytes(), path
        assert (data / "processed" / name / "2022" / "temuan.json").is_file()


def _unlucky(parcel: Parcel) -> Answer:
    from lkjip_analysis.building.many.batch import Outcome

    if parcel.instansi == "dinas-b":
        with Path(parcel.parameters["catatan"]).open("a") as file:
            file.write("x")
        raise MemoryError("penuh")
    return Answer(Outcome(parcel.instansi, parcel.tahun))


def test_what_fails_three_times_is_listed_and_reports_can_go_to_a_shared_path(
    one_worker: tuple[str, Path], tmp_path: Path
) -> None:
    names = [(f"dinas-{letter}", 2022) for letter in "abc"]
    data = agencies(tmp_path / "data", *names)
    given = {"catatan": str(tmp_path / "catatan")}
    tasks = [Task(name, year, data, tmp_path / "r", given) for name, year in names]
    found = {o.instansi: o for o in outcomes_of(tasks, one_worker[0], None, _unlucky)}
    assert len(found) == 3 and found["dinas-a"].is_good and found["dinas-c"].is_good
    assert "MemoryError: penuh; tried 3 times" in found["dinas-b"].problem
    assert (tmp_path / "catatan").read_text() == "xxx"
    shared = [Task("dinas-a", 2022, data, tmp_path / "r")]
    done = list(outcomes_of(shared, one_worker[0], (tmp_path / "bersama").as_uri()))
    assert done[0].is_good and not (tmp_path / "r").exists()
    assert (tmp_path / "bersama" / "dinas-a" / "2022" / "07_verifikasi.html").is_file()


def test_what_comes_back_takes_the_place_of_the_earlier_report_whole(
    one_worker: tuple[str, Path], tmp_path: Path
) -> None:
    data = agencies(tmp_path / "data", ("dinas-a", 2022))
    task = Task("dinas-a", 2022, data, tmp_path / "r", force=True)
    shared = tmp_path / "bersama" / "dinas-a" / "2022"
    assert [outcome.is_good for outcome in outcomes([task], 1)] == [True]
    package, target = data / "processed" / "dinas-a" / "2022", tmp_path / "r" / "dinas-a" / "2022"
    for folder in (package, target):
        (folder / "catatan.txt").write_text("milik orang")
    told = json.loads((package / "datapackage.json").read_text("utf-8"))
    told["resources"].append({"path": "tabel/usang.csv"})  # of a table that is no more
    (package / "datapackage.json").write_text(json.dumps(told), "utf-8")
    (package / "tabel" / "usang.csv").write_text("usang")
    shared.mkdir(parents=True)
    (shared / "manifest.json").write_text('{"halaman": {"99_usang.html": ""}}')
    (shared / "99_usang.html").write_text("usang")
    (shared / "catatan.txt").write_text("milik orang")

    assert [o.is_good for o in outcomes_of([task], one_worker[0])] == [True]
    url = (tmp_path / "bersama").as_uri()
    assert [o.is_good for o in outcomes_of([task], one_worker[0], url)] == [True]

    assert not (package / "tabel" / "usang.csv").exists()
    assert not (shared / "99_usang.html").exists() and (shared / "index.html").is_file()
    for folder in (package, target, shared):
        assert (folder / "catatan.txt").read_text() == "milik orang"
        assert not [p for p in folder.parent.iterdir() if p.name not in ("2022", ".2022.lock")]


def _changing(parcel: Parcel) -> Answer:
    """The data are written at home while a worker makes the report."""
    answer = make_parcel(parcel)
    laporan = Path(Path(os.environ[WATCHED]).read_text())
    laporan.write_text(laporan.read_text("utf-8") + "# baru\n", "utf-8")
    return answer


def test_a_report_of_data_that_changed_meanwhile_is_not_put_in_place(
    one_worker: tuple[str, Path], tmp_path: Path
) -> None:
    data = agencies(tmp_path / "data", ("dinas-a", 2022))
    laporan = data / "raw" / "dinas-a" / "2022" / "laporan.yaml"
    task = Task("dinas-a", 2022, data, tmp_path / "r")
    (one_worker[1] / "berkas-yang-berubah").write_text(str(laporan))
    (outcome,) = outcomes_of([task], one_worker[0], None, _changing)
    assert "data that changed" in outcome.problem
    assert not (tmp_path / "r" / "dinas-a" / "2022").exists()


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_a_cluster_may_be_reached_by_tls_as_distributed_is_configured(tmp_path: Path) -> None:
    import dask.config

    key, own = tmp_path / "kunci.pem", tmp_path / "sertifikat.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
            "-subj", "/CN=localhost", "-keyout", str(key), "-out", str(own)]  # fmt: skip
    subprocess.run(made, check=True, capture_output=True)
    tls = ("--tls-ca-file", str(own), "--tls-cert", str(own), "--tls-key", str(key))
    named = {"ca-file": own, "client.cert": own, "client.key": key}
    settings = {f"distributed.comm.tls.{name}": str(path) for name, path in named.items()}
    data = agencies(tmp_path / "data", ("dinas-a", 2022))
    task = Task("dinas-a", 2022, data, tmp_path / "r")
    with cluster(tmp_path, 1, tls) as (address, _):
        with pytest.raises(InputError, match="no certificates to reach it with"):
            list(outcomes_of([task], address))
        with dask.config.set(settings):
            assert [o.is_good for o in outcomes_of([task], address)] == [True]


def test_unchanged_reports_are_not_sent_at_all(
    one_worker: tuple[str, Path], tmp_path: Path
) -> None:
    data = agencies(tmp_path / "data", ("dinas-a", 2022))
    task = Task("dinas-a", 2022, data, tmp_path / "r")
    assert [outcome.unchanged for outcome in outcomes([task], 1)] == [False]
    assert [outcome.unchanged for outcome in outcomes_of([task], one_worker[0])] == [True]
