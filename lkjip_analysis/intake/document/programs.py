"""Programs outside Python: found where they usually are, run with a time limit."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from ctypes import CDLL
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

from lkjip_analysis.errors import reason
from lkjip_analysis.language import phrase

SECONDS = 120
LAST = 5
"""As many seconds a program has that was told to end."""
PR_SET_PDEATHSIG = 1
"""Linux: which signal a process gets when the one that started it ends (prctl(2))."""


class Unavailable(Exception):
    """An outside program is not here or did not finish; one sentence says what to do."""


def find(names: Sequence[str], places: Sequence[str], remedy: str) -> str:
    """The path of the first program of these names, or of the first usual place that has it.

    Raises: Unavailable with `remedy`.
    """
    for found in (*map(shutil.which, names), *places):
        if found and Path(found).is_file():
            return found
    raise Unavailable(remedy)


def run(command: Sequence[str], name: str) -> None:
    """Run a program to its end. Raises: Unavailable where it fails, with its own words."""
    try:
        code, told = _ended(command)
    except subprocess.TimeoutExpired as error:
        raise Unavailable(
            phrase("{name} did not finish in {seconds} seconds.", name=name, seconds=SECONDS)
        ) from error
    except OSError as error:
        raise Unavailable(
            phrase("{name} cannot be started: {reason}.", name=name, reason=reason(error))
        ) from error
    if code:
        lines = told.decode("utf-8", "replace").strip().splitlines()
        why = lines[-1] if lines else phrase("code {code}", code=code)
        raise Unavailable(phrase("{name} failed: {why}", name=name, why=why))


def _ended(command: Sequence[str]) -> tuple[int, bytes]:
    """The code with which a program ended, and what it said.

    Where it takes too long it is told to end: LibreOffice's first process only waits for another,
    which would outlive it if it were killed. Nor is what that one might still say waited for.
    """
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=_told_at_our_end()
    ) as process:
        try:
            _, told = process.communicate(timeout=SECONDS)
        except BaseException:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(LAST)
            process.kill()
            raise
    return process.returncode, told


def _told_at_our_end() -> Callable[[], None] | None:
    """Have a program told to end where this process is killed; only Linux can be asked to."""
    if sys.platform != "linux":
        return None
    return partial(ends_with, os.getpid(), signal.SIGTERM, CDLL(None))


def end_with_parent() -> None:
    """In a worker: end when the process that gives it work is gone, however that ended.

    A pool tells its workers nothing when its own process is killed: one that reads a scan of a
    hundred pages would go on for minutes.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: Any) -> None:
    parent.join()
    os._exit(1)


def ends_with(starter: int, number: int, library: CDLL) -> None:
    """Linux: have this process get a signal when the one that started it ends."""
    library.prctl(PR_SET_PDEATHSIG, number)
    if os.getppid() != starter:  # it was killed before it could be asked
        os._exit(1)
