"""The environments that run.py keeps: which there are, what they hold, whether they are whole."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from tools.first_start import installation
from tools.first_start.installation import HELD, PROJECT, Trouble, cause_of, checked
from tools.first_start.words import say

LEVELS = ("", "-many", "-scan", "-test")
"""How much .venv may hold, each all of the one before; JupyterLab has an environment of its own."""

IMPORTED = (
    "lkjip_analysis.commands.cli", "pandas", "matplotlib.pyplot", "PIL.Image", "papermill",
    "nbconvert", "ipykernel.kernelapp", "yaml", "jsonschema", "jinja2",
    "openpyxl", "docx", "typer", "rich", "filelock", "watchfiles", "pdfplumber", "pypdf",
)  # fmt: skip
"""What is imported of every environment, to see that it is whole."""

FURTHER = {
    "-many": ("distributed", "pyarrow.parquet", "frictionless"),
    "-scan": ("distributed", "pyarrow.parquet", "frictionless"),
    "-test": ("distributed", "pyarrow.parquet", "frictionless", "pytest", "nbval", "hypothesis"),
    "-lab": ("jupyterlab.labapp",),
}
"""What else is imported of one that holds more."""

CHECK = PROJECT / "tools" / "first_start" / "check_packages.py"


def ready(level: str) -> str:
    """The Python of an environment that holds this level, made, added to or repaired if need be.

    The stamp is written last: without it, an interrupted installation starts over. It tells the
    lock and the files that were there, so that an environment that lost some is set up again.
    """
    folder = PROJECT / (".venv-lab" if level == "-lab" else ".venv")
    enough = LEVELS[LEVELS.index(level) :] if level in LEVELS else (level,)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "lock.sha256"
    if is_stamped(stamp, [fingerprint(lock_of(one)) for one in enough]):
        return str(python)
    try:
        with only_one(PROJECT / f"{folder.name}.lock"):
            set_up(folder, python, stamp, level, enough)
    except OSError as error:
        raise Trouble(cause_of(str(error))) from error
    return str(python)


def lock_of(level: str) -> Path:
    return PROJECT / f"requirements{level}.lock"


def set_up(folder: Path, python: Path, stamp: Path, level: str, enough: tuple[str, ...]) -> None:
    """Make, add to or repair an environment, and stamp it with what it holds then."""
    wanted = [fingerprint(lock_of(one)) for one in enough]
    if is_stamped(stamp, wanted):
        return  # another start has done it meanwhile
    made = stamp.read_text().partition("\n")[0] if stamp.is_file() else ""
    if made in wanted:
        level = enough[wanted.index(made)]  # what is there already is kept, or set up again
    if made not in wanted or not is_whole(python, lock_of(level)):
        less = LEVELS[: LEVELS.index(level)] if level in LEVELS else ()
        fresh = made not in [fingerprint(lock_of(one)) for one in less]
        new = "Setting up %s (once, a minute or two) ..."
        more = "Adding to %s what this needs (once, a minute or two) ..."
        print(say(new if fresh else more, folder.name), file=sys.stderr, flush=True)
        with contextlib.suppress(FileNotFoundError):
            stamp.unlink()
        with patience():
            installation.install(folder, python, lock_of(level), fresh)
            whole(python, lock_of(level))
    stamp.write_text(fingerprint(lock_of(level)) + "\n" + inventory(folder))


@contextlib.contextmanager
def patience() -> Iterator[None]:
    """Say every ten seconds how long it has taken: a silent minute looks like a hang."""
    done, started = threading.Event(), time.monotonic()

    def tell() -> None:
        while not done.wait(10):
            print(say("... %d s", time.monotonic() - started), file=sys.stderr, flush=True)

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def fingerprint(lock: Path) -> str:
    """What an environment depends on: the lock, the project's own set-up, and this Python."""
    parts = [
        lock.read_bytes(),
        (PROJECT / "pyproject.toml").read_bytes(),
        str(PROJECT).encode(),
        sys.version.encode(),
    ]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_stamped(stamp: Path, wanted: list[str]) -> bool:
    """Was it once set up whole for one of these, and has no file come or gone since?"""
    if not stamp.is_file():
        return False
    made, _, files = stamp.read_text().partition("\n")
    return made in wanted and files == inventory(stamp.parent)


def inventory(folder: Path) -> str:
    """The names of all files of an environment, as a hash; a twentieth of a second."""
    names: list[str] = []
    places = [str(folder)]
    while places:
        for entry in os.scandir(places.pop()):
            if not entry.is_dir(follow_symlinks=False):
                names.append(os.path.relpath(entry.path, folder))
            elif entry.name != "__pycache__":
                places.append(entry.path)
    kept = sorted(set(names) - {"lock.sha256"})
    return hashlib.sha256("\n".join(kept).encode("utf-8", "surrogateescape")).hexdigest()


def whole(python: Path, lock: Path) -> None:
    """Raises: Trouble where a package is missing or not whole, or cannot be imported."""
    level = lock.stem[len("requirements") :]
    words = [str(python), "-P", str(CHECK), str(lock)]
    checked([*words, *IMPORTED, *FURTHER.get(level, ())])


def is_whole(python: Path, lock: Path) -> bool:
    try:
        whole(python, lock)
    except (Trouble, OSError):
        return False
    return True


@contextlib.contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Two starts at once: the second waits. The system frees the lock of a start that dies.

    Outside Windows the steps of the installation hold it too, so that it is free when all ended.
    """
    with path.open("a+") as file:
        if sys.platform == "win32":
            import msvcrt

            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
                except OSError:  # it gives up after ten seconds; an installation takes longer
                    time.sleep(1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
            HELD.append(file.fileno())
        try:
            yield
        finally:
            HELD.clear()
