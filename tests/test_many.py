"""Many reports in one command: each is made, whatever becomes of the others."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from test_cli import lkjip

from lkjip_analysis.building.many import overview
from lkjip_analysis.building.many.batch import ATTEMPTS, Outcome, Task, outcomes
from lkjip_analysis.report.workbook_home import SOURCE as PROJECT

CONTOH = PROJECT / "tests" / "contoh" / "raw" / "dinas-contoh" / "2022"


def agencies(data: Path, *names: tuple[str, int]) -> Path:
    """The hand-written example under other names and years."""
    for name, year in names:
        folder = data / "raw" / name / str(year)
        shutil.copytree(CONTOH, folder)
        path = folder / "laporan.yaml"
        text = path.read_text("utf-8").replace("instansi: dinas-contoh", f"instansi: {name}")
        path.write_text(text.replace("tahun: 2022", f"tahun: {year}"), "utf-8")
    return data


def test_six_agency_years_one_broken_give_five_reports_and_one_failure_page(
    tmp_path: Path,
) -> None:
    years = [(f"dinas-{letter}", year) for letter in "bcd" for year in (2021, 2022)]
    data = agencies(tmp_path / "data", *years)
    broken = data / "raw" / "dinas-c" / "2022" / "anggaran.csv"
    text = broken.read_text("utf-8")
    figure = re.findall(r"\d{1,3}\.\d{3}\.\d{3}", text)[0]
    broken.write_text(text.replace(figure, "1.23.4"), "utf-8")
    where = ("--data", str(data), "--reports", str(tmp_path / "r"))
    done = lkjip("report", "--all", "--workers", "2", *where)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert done.stdout.strip() == str(tmp_path / "r" / "index.html")
    last = [line for line in done.stderr.splitlines() if line.startswith("failed: ")]
    assert len(last) == 1 and "dinas-c 2022: anggaran.csv:" in last[0] and "1.23.4" in last[0]
    made = sorted(path.parent for path in (tmp_path / "r").glob("*/*/index.html"))
    assert len(made) == 5 and tmp_path / "r" / "dinas-c" / "2022" not in made
    page = (tmp_path / "r" / "dinas-c" / "2022-gagal.html").read_text("utf-8")
    assert "tidak dapat dibuat" in page and "1.23.4" in page and "anggaran.csv:" in page
    for index in [tmp_path / "r" / "index.html", *(tmp_path / "r").glob("*/index.html")]:
        for link in re.findall(r'href="([^"#:]+)"', index.read_text("utf-8")):
            assert (index.parent / link).is_file(), (index, link)
    over = (tmp_path / "r" / "index.html").read_text("utf-8")
    assert "5 laporan, 1 gagal" in over and "dinas-c/2022-gagal.html" in over

    broken.write_text(text, "utf-8")
    again = lkjip("report", "--instansi", "dinas-c,dinas-d", "--tahun", "2021:2022", *where)
    assert again.returncode == 0
    assert again.stderr.count("tidak berubah") == 2  # the two of dinas-d; dinas-c was edited
    assert not (tmp_path / "r" / "dinas-c" / "2022-gagal.html").exists()
    over = (tmp_path / "r" / "index.html").read_text("utf-8")
    assert "6 laporan, semuanya berhasil dibuat" in over and "gagal.html" not in over


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("dindagkop-ukm-blora", "2021", "--all"), "--instansi A,B"),
        (("--all", "--tahun", "2020:2019"), "2019:2020"),
        (("--instansi", "dindagkop"), "dindagkop-ukm-blora"),
        (("--all", "--shared", "x"), "--scheduler"),
        (("--all", "--scheduler", "tcp://127.0.0.1:9"), "dask scheduler"),
    ],
)
def test_an_unclear_wish_is_one_message_and_exit_code_2(words: tuple[str, ...], told: str) -> None:
    done = lkjip("report", *words)
    assert done.returncode == 2
    assert told in done.stderr and "Traceback" not in done.stderr


def _unlucky(task: Task) -> Outcome:
    """Notes each attempt; `mati` ends its process, `galat` has a bug, the others are fine."""
    with (task.reports / "percobaan").open("a") as file:
        file.write(f"{task.instansi}\n")
    if task.instansi == "mati":
        os._exit(9)
    if task.instansi == "galat":
        raise ZeroDivisionError("dua kali")
    return Outcome(task.instansi, task.tahun)


def test_what_kills_its_process_three_times_is_listed_and_the_rest_goes_on(
    tmp_path: Path,
) -> None:
    names = ["a", "mati", "b", "galat", "c", "d"]
    tasks = [Task(name, 2021, reports=tmp_path) for name in names]
    found = {outcome.instansi: outcome for outcome in outcomes(tasks, 2, _unlucky)}
    assert sorted(found) == sorted(names)
    assert [name for name in names if found[name].problem] == ["mati", "galat"]
    assert "ZeroDivisionError: dua kali; tried 3 times" in found["galat"].problem
    tried = Counter((tmp_path / "percobaan").read_text().split())
    assert tried == {"a": 1, "b": 1, "c": 1, "d": 1, "mati": ATTEMPTS, "galat": ATTEMPTS}


def test_a_report_that_once_succeeded_stays_when_it_fails_and_is_linked(tmp_path: Path) -> None:
    (tmp_path / "dinas-a" / "2021").mkdir(parents=True)
    (tmp_path / "dinas-a" / "2021" / "index.html").write_text("yang lama")
    overview.note(tmp_path, Outcome("dinas-a", 2021, "a.csv:1: found <b>"))
    page = (tmp_path / "dinas-a" / "2021-gagal.html").read_text("utf-8")
    assert 'href="2021/index.html"' in page and "&lt;b&gt;" in page
    assert (tmp_path / "dinas-a" / "2021" / "index.html").read_text() == "yang lama"


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal as Linux does")
def test_ctrl_c_ends_a_batch_its_workers_and_its_kernels(tmp_path: Path) -> None:
    years = [(f"dinas-{letter}", year) for letter in "abcdef" for year in (2021, 2022)]
    data = agencies(tmp_path / "data", *years)
    words = ("report", "--all", "--workers", "2", "--data", str(data))
    # Whoever runs the tests in the background of a shell hands on a Ctrl-C that is ignored.
    heard = (
        "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "runpy.run_module('lkjip_analysis', run_name='__main__')"
    )
    command = [sys.executable, "-c", heard, *words, "--reports", str(tmp_path / "r")]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        process.stderr.readline()  # the first report is there, the next are being made
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
    assert process.returncode not in (0, 1, 2)
    made = list((tmp_path / "r").glob("*/*/manifest.json"))
    assert 1 <= len(made) < len(years)
    for _ in range(100):
        left = _running_with(str(tmp_path))
        if not left:
            return
        time.sleep(0.1)
    raise AssertionError(left)


def _running_with(mark: str) -> list[str]:
    """Processes whose environment has `mark`: all that a command started, whatever its parent."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (path / "environ").read_bytes():
                found.append((path / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue
    return found


def test_the_list_of_reports_tells_the_state_of_each_and_no_column_that_is_empty(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "reports" / "dinas-a" / "2021"
    folder.mkdir(parents=True)
    seen = {"keadaan": "Tidak baik", "warna": "terbukti", "capaian": "61,20%"}
    told = {"nama": "Dinas A", "ringkasan": seen}
    (folder / "manifest.json").write_text(json.dumps(told), encoding="utf-8")
    everyone = overview.write(tmp_path / "reports").read_text("utf-8")
    assert '<span class="lencana terbukti">Tidak baik</span>' in everyone
    assert "Unduhan" not in everyone  # nothing lies beside the report
    own = (tmp_path / "reports" / "dinas-a" / "index.html").read_text("utf-8")
    year = '<th scope="row" role="rowheader"><a href="2021/index.html">2021</a></th>'
    assert year in own
    # In the title, at the head, and at the head of each sheet of paper.
    assert "Instansi</th>" not in own and own.count("Dinas A") == 3
