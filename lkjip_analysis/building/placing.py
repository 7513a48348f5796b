"""Putting a finished folder in place of the earlier one, so that no reader ever sees half of it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from lkjip_analysis.errors import InputError, Problem


@contextmanager
def new_folder(target: Path, wait: float = 0) -> Iterator[Path]:
    """A folder that becomes `target` when all is written; `wait` seconds for another run to end.

    Raises: InputError where another run holds the target, or it cannot be written.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(_lock(target), timeout=wait):
            _mend(target)
            prefix = f".{target.name}.baru-{os.getpid()}-"
            folder = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
            try:
                yield folder
                _replace(folder, target)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
    except Timeout as error:
        found = f"another run of this report{_holder(target)}"
        problem = Problem(str(target), found, "one run at a time", "Wait until it ends.")
        raise InputError([problem]) from error
    except OSError as error:
        raise InputError(
            [
                Problem(
                    str(target),
                    f"a folder that cannot be written ({error.strerror})",
                    "a writable folder with free space",
                    "Free space or choose another folder with --reports.",
                )
            ]
        ) from error


def mend(target: Path) -> None:
    """Put right what a run that was killed left; nothing while another run is at work."""
    if not any(target.parent.glob(f".{target.name}.baru-*")) and not _old(target).exists():
        return
    with suppress(OSError, Timeout), FileLock(_lock(target), timeout=0):
        _mend(target)


def _mend(target: Path) -> None:
    for left in target.parent.glob(f".{target.name}.baru-*"):
        shutil.rmtree(left)
    if _old(target).exists() and not target.exists():
        _old(target).rename(target)
    shutil.rmtree(_old(target), ignore_errors=True)


def _lock(target: Path) -> Path:
    return target.parent / f".{target.name}.lock"


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.lama")


def _holder(target: Path) -> str:
    """Which process it is, read from the name of its unfinished folder."""
    found = [path.name.split("-")[1] for path in target.parent.glob(f".{target.name}.baru-*-*")]
    return f" (process {found[0]})" if found else ""


def _replace(folder: Path, target: Path) -> None:
    """Two renames; the next run mends what a crash between them leaves."""
    folder.chmod(0o755)
    old = _old(target)
    if target.exists():
        target.rename(old)
    folder.rename(target)
    shutil.rmtree(old, ignore_errors=True)
