"""Workers end with the process that gave them work, also where that is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

STARTER = """
import os, sys, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from lkjip_analysis.intake.document.programs import end_with_parent

def work(place):
    open(place, "w").write(str(os.getpid()))
    time.sleep(120)

if __name__ == "__main__":
    with ProcessPoolExecutor(1, get_context("spawn"), end_with_parent) as pool:
        pool.submit(work, sys.argv[1]).result()
"""
PATIENCE = 30


@pytest.mark.skipif(sys.platform == "win32", reason="asks for a process as POSIX does")
def test_a_worker_ends_when_its_starter_is_killed(tmp_path: Path) -> None:
    script, told = tmp_path / "mulai.py", tmp_path / "pekerja"
    script.write_text(STARTER, encoding="utf-8")
    starter = subprocess.Popen([sys.executable, str(script), str(told)])
    until = time.monotonic() + PATIENCE
    while not (told.is_file() and told.read_text()) and time.monotonic() < until:
        time.sleep(0.1)
    worker = int(told.read_text())
    starter.kill()
    starter.wait()
    while _is_there(worker) and time.monotonic() < until:
        time.sleep(0.1)
    assert not _is_there(worker)


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
