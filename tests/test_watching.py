"""`lkjip watch` as someone at a spreadsheet meets it: a real process, real saves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from test_many import agencies

from lkjip_analysis.report.workbook_home import SOURCE as PROJECT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends the process by a signal")


BUSY = os.getloadavg()[0] > 2 * (os.cpu_count() or 1) if hasattr(os, "getloadavg") else False
SOON = 30 if BUSY else 2
"""Seconds: two are promised, on a machine that has not ten other things to do."""


class Watched:
    """A running `lkjip watch`, its folder, and the lines it has printed."""

    def __init__(self, base: Path) -> None:
        self.folder = agencies(base / "data", ("dinas-a", 2022)) / "raw" / "dinas-a" / "2022"
        self.page = base / "r" / "dinas-a" / "2022-pantau.html"
        words = ("watch", "dinas-a", "2022", "--data", str(base / "data"))
        command = [sys.executable, "-um", "lkjip_analysis", *words, "--reports", str(base / "r")]
        environment = {**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1"}
        self.process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.lines: list[str] = []
        Thread(target=self._read, daemon=True).start()
        self.until("memantau", 60)

    def _read(self) -> None:
        assert self.process.stdout
        self.lines.extend(iter(self.process.stdout.readline, ""))

    def until(self, text: str, seconds: float) -> str:
        """The line with `text`, and how long it took."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for line in self.lines:
                if text in line:
                    return line
            time.sleep(0.02)
        raise AssertionError(f"no {text!r} within {seconds} s: {self.lines}")

    def save(self, file: str, text: str) -> None:
        self.lines.clear()
        (self.folder / file).write_text(text, "utf-8")


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    running = Watched(tmp_path)
    time.sleep(0.5)  # the system's own watch needs a moment
    yield running
    running.process.kill()
    running.process.wait()


def test_a_save_shows_new_and_gone_findings_within_two_seconds(watched: Watched) -> None:
    path = watched.folder / "capaian.csv"
    before = path.read_text("utf-8")
    assert 'http-equiv="refresh" content="1"' in watched.page.read_text("utf-8")
    assert "<script" not in watched.page.read_text("utf-8")
    watched.save("capaian.csv", before.replace("90,63", "95,63"))
    line = watched.until("  baru: ", SOON)
    assert line.partition("baru: ")[2].strip() and "  kode " in line
    _until_page(watched, "<b>baru</b>")
    watched.save("capaian.csv", before)
    watched.until("  hilang: ", SOON)


def test_a_file_saved_by_half_is_told_and_watching_goes_on(watched: Watched) -> None:
    path = watched.folder / "capaian.csv"
    before = path.read_text("utf-8")
    watched.save("capaian.csv", before[:20])
    watched.until("belum dapat dibaca", SOON)
    watched.until("capaian.csv", SOON)
    _until_page(watched, "Belum dapat dibaca")
    watched.save("capaian.csv", before)
    watched.until(" temuan, ", SOON)
    assert watched.process.poll() is None


def test_what_a_spreadsheet_keeps_beside_an_open_file_is_no_save(watched: Watched) -> None:
    watched.save("~$capaian.xlsx", "kunci")
    watched.save(".capaian.csv.swp", "kunci")
    time.sleep(1)
    assert watched.lines == []


@pytest.mark.parametrize("name", ["SIGINT", "SIGHUP", "SIGTERM"])
def test_ctrl_c_or_a_closed_terminal_ends_quietly_and_the_page_stops_renewing_itself(
    watched: Watched, name: str
) -> None:
    watched.process.send_signal(getattr(signal, name))
    assert watched.process.wait(timeout=10) == 0
    html = watched.page.read_text("utf-8")
    assert "refresh" not in html and "Pemantauan sudah berhenti" in html
    assert not any("Traceback" in line for line in watched.lines)


def _until_page(watched: Watched, text: str) -> None:
    end = time.monotonic() + SOON
    while text not in watched.page.read_text("utf-8"):
        assert time.monotonic() < end
        time.sleep(0.05)
