"""Files that are there whole or not at all; one writer at a time for those that are added to."""

from __future__ import annotations

import glob
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from lkjip_analysis.errors import InputError, Problem

ABANDONED = 3600
"""Seconds after which the half of a file belongs to a run that was killed."""


def write_whole(path: Path, content: str | bytes) -> Path:
    """Put a file in place in one step; a reader never meets half of it.

    Raises: InputError where the place cannot be written.
    """
    half = path.with_name(f".{path.name}.{os.getpid()}")
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _forget_halves(path)
        half.write_bytes(data)
        half.replace(path)
    except OSError as error:
        half.unlink(missing_ok=True)
        found = f"a place that cannot be written ({error.strerror})"
        remedy = "Choose another place, or close the file where it is open."
        raise InputError([Problem(str(path), found, "a writable place", remedy)]) from error
    return path


def _forget_halves(path: Path) -> None:
    for half in path.parent.glob(f".{glob.escape(path.name)}.[0-9]*"):
        with suppress(OSError):
            if time.time() - half.stat().st_mtime > ABANDONED:
                half.unlink()


@contextmanager
def held(path: Path, wait: float = 30) -> Iterator[None]:
    """Nobody else adds to the file meanwhile; `wait` seconds for another to be done with it.

    Raises: InputError where another holds it, or its folder cannot be written.
    """
    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=wait)
    try:
        lock.acquire()
    except Timeout as error:
        found, remedy = "a file that another run is writing", "Wait until it ends, then try again."
        raise InputError([Problem(str(path), found, "one run at a time", remedy)]) from error
    except OSError as error:
        found = f"a folder that cannot be written ({error.strerror})"
        raise InputError(
            [Problem(str(path), found, "a writable place", "Look at the folder's permissions.")]
        ) from error
    try:
        yield
    finally:
        lock.release()
