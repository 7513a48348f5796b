"""Programs outside Python: what takes too long is ended, with what it had started itself."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lkjip_analysis.intake.document import programs
from lkjip_analysis.intake.document.programs import Unavailable, run
from lkjip_analysis.report.workbook_home import SOURCE as PROJECT

STARTER = """
import signal, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open(sys.argv[1], "w").write(str(child.pid))
if sys.argv[2] == "passes on":
    signal.signal(signal.SIGTERM, lambda *_: (child.kill(), child.wait(), sys.exit()))
time.sleep(60)
"""


def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> int:
    """The process that a program had started which took too long."""
    monkeypatch.setattr(programs, "SECONDS", 2)
    told = tmp_path / "anak"
    began = time.monotonic()
    with pytest.raises(Unavailable, match="2"):
        run([sys.executable, "-c", STARTER, str(told), way], "LibreOffice")
    assert time.monotonic() - began < 30  # the child holds our end of the pipe for a minute
    return int(told.read_text())


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_program_that_takes_too_long_ends_what_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = started(tmp_path, monkeypatch, "passes on")
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_one_that_leaves_a_process_behind_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.kill(started(tmp_path, monkeypatch, "does not"), 9)


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system as Linux can be asked")
def test_what_was_started_ends_with_a_command_that_is_killed(tmp_path: Path) -> None:
    told, code = (
        tmp_path / "anak",
        "import sys; from lkjip_analysis.intake.document import programs; ",
    )
    words = [sys.executable, "-c", STARTER, str(told), "passes on"]
    command = [sys.executable, "-c", f"{code}programs.run({words!r}, 'LibreOffice')"]
    starter = subprocess.Popen(command, cwd=PROJECT)
    until = time.monotonic() + 60
    while not (told.is_file() and told.read_text()) and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(1)  # the program says what it does where it is told to end
    starter.kill()
    starter.wait()

    child, until = int(told.read_text()), time.monotonic() + 20
    with pytest.raises(ProcessLookupError):
        while time.monotonic() < until:
            os.kill(child, 0)
            time.sleep(0.05)


def test_what_a_program_said_last_is_told() -> None:
    with pytest.raises(Unavailable, match="tidak bisa"):
        run([sys.executable, "-c", "import sys; sys.exit('satu\\ntidak bisa')"], "LibreOffice")
    run([sys.executable, "-c", "print('baik')"], "LibreOffice")
