"""One writer at a time for a folder or a file; the system frees the lock of a process that dies.

The lock lies beside what it is for, never in it: a folder that is replaced would take it along.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lkjip_analysis.errors import reason, wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.writing import folders_to_make, take_back

WAIT = 30
"""Seconds a command waits for another that writes the same folder."""


def lock_of(target: Path) -> Path:
    return target.with_name(f".{target.name}.lock")


@contextmanager
def held(target: Path, wait: float = WAIT) -> Iterator[None]:
    """Nobody else writes `target` meanwhile; `wait` seconds for another to be done with it.

    Raises: InputError where another holds it, or its place cannot be written.
    """
    from filelock import FileLock, Timeout  # only what writes needs it

    lock = FileLock(lock_of(target), timeout=wait)
    try:
        lock.acquire()
    except Timeout as error:
        found = phrase("another run at work there{holder}", holder=_holder(target))
        remedy = "Wait until it ends, then try again."
        raise wrong_input(str(target), found, "one run at a time", remedy) from error
    except OSError as error:
        found = phrase("a folder that cannot be written ({reason})", reason=reason(error))
        remedy = "Look at its permissions and the free space, or choose another place."
        raise wrong_input(str(target), found, "a writable place", remedy) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def held_with_its_place(target: Path, wait: float = WAIT) -> Iterator[None]:
    """`held`, with the folders above the target made where there are none.

    Where what is done there fails, nothing is left of what was made for it: no empty folder on a
    full disk, and no lock. Whoever waits for a lock that is gone meanwhile takes a new one.

    Raises: InputError as `held`; OSError where a folder cannot be made.
    """
    made = folders_to_make(target)
    lock = lock_of(target)
    is_new = not lock.exists()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with held(target, wait):
            try:
                yield
            except BaseException:
                if is_new:
                    with suppress(OSError):  # Windows deletes none that is open
                        lock.unlink()
                raise
    except BaseException:
        take_back(made)
        raise


def _holder(target: Path) -> str:
    """Which process it is, read from the name of its unfinished folder."""
    names = (path.name for path in target.parent.iterdir())
    mark = f".{target.name}.baru-"
    found = [name.removeprefix(mark).split("-")[0] for name in names if name.startswith(mark)]
    return f" (process {found[0]})" if found else ""
