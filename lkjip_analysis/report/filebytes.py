"""The bytes of one file of a report's folder: kept inside it, and never more than can be read."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Container
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem, nearest, reason, wrong_input
from lkjip_analysis.language import phrase

IN_ITS_PLACE = "Put an ordinary file in its place."
LARGEST = 2_000_000_000
"""Bytes of a file that is hashed: a scanned book; more takes minutes each time."""


def read_bytes(path: Path, file: str, most: int) -> bytes:
    """What is in the file at `path`, called `file` in messages.

    Raises: InputError where it cannot be read, or holds more than `most` bytes.
    """
    try:
        told = path.stat()
        if not stat.S_ISREG(told.st_mode):
            raise wrong_input(file, _lying_at(path), "a readable file", IN_ITS_PLACE)
        with path.open("rb") as opened:  # some files tell no size: what is read counts
            content = opened.read(most + 1)
        if len(content) > most:
            size = max(told.st_size, len(content))
            found, remedy = (
                phrase("a file of {size:,} bytes", size=size),
                "Keep only what the report prints.",
            )
            raise wrong_input(file, found, phrase("at most {most:,} bytes", most=most), remedy)
        return content
    except OSError as error:
        found = phrase("a file that cannot be read ({reason})", reason=reason(error))
        remedy = "Look at the file and its permissions."
        raise wrong_input(file, found, "a readable file", remedy) from error


def check_is_file(path: Path, named_in: str, line: int | None = None) -> None:
    """What lies at the place of a file is one, if anything does; it is named on a `line`, or known.

    Raises: InputError that says what lies there instead.
    """
    if found := _lying_at(path):
        if line:
            found = phrase('"{name}": {found}', name=path.name, found=phrase(found))
        raise wrong_input(named_in, found, "a readable file", IN_ITS_PLACE, line)


def check_is_folder(path: Path) -> None:
    """What lies at the place of a folder is one, if anything does; of a file none would be read.

    Raises: InputError
    """
    if os.path.lexists(path) and not os.path.isdir(path):  # noqa: PTH112
        found = _lying_at(path) or "a file"
        raise wrong_input(path.name, found, "a folder of this name", "Rename it or take it away.")


def _lying_at(path: Path) -> str:
    """What lies where a file belongs; nothing of a file, and where nothing lies."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116  (what no system can hold lies nowhere)
    except (OSError, ValueError):
        return "a link that leads nowhere" if os.path.islink(path) else ""  # noqa: PTH114
    if stat.S_ISDIR(mode):
        return "a folder"
    return "" if stat.S_ISREG(mode) else "a pipe or device"


def read_text(path: Path, file: str, most: int) -> str:
    """What a text file in UTF-8 says. Raises: InputError as `read_bytes`, and for other bytes."""
    try:
        return read_bytes(path, file, most).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = Problem(file, "a byte that is not UTF-8", "UTF-8 text", "Save it as UTF-8.")
        raise InputError([problem]) from error


def check_inside(path: Path, folder: Path, named_in: str, line: int | None = None) -> None:
    """A file of a report lies in the report's own folder, links followed.

    Raises: InputError where it does not.
    """
    try:
        inside = _is_plainly_in(path, folder) or path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        inside = False  # a link in a circle, or a name that no file can have
    if not inside:
        found = phrase('the file "{name}" outside the folder', name=path.name)
        remedy = "Move the file into the folder."
        raise wrong_input(named_in, found, "a file of the folder", remedy, line)


def _is_plainly_in(path: Path, folder: Path) -> bool:
    """Is it named right below the folder, and no link? Then there is nothing to be followed."""
    try:
        linked = stat.S_ISLNK(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False
    return path.parent == folder and path.name not in ("", "..") and not linked


def check_there(
    path: Path, taken: Callable[[], Container[str]], named_in: str, line: int, entry: str
) -> None:
    """The file that an entry declares is there.

    Raises: InputError where it is not, naming a file near in name that is not `taken` by another.
    """
    if os.path.isfile(path):  # noqa: PTH113  (Path.is_file fails where the name is too long)
        return
    check_is_file(path, named_in, line)
    others = taken()
    free = [f.name for f in sorted(path.parent.glob("*.csv")) if f.name not in others]
    add = phrase("Add the file, or remove {entry}.", entry=entry)
    remedy = (
        phrase("{nearest} Else: {add}", nearest=nearest(path.name, free), add=add) if free else add
    )
    allowed = ", ".join(free) or "a file in the folder for each declared table"
    raise wrong_input(named_in, phrase('no file "{name}"', name=path.name), allowed, remedy, line)


def files_of(folder: Path) -> list[Path]:
    """The ordinary files of a folder and those below it, in order: all that may be read of it.

    A link that leads out of the folder is none of its files, nor is a pipe or a device; an open
    editor's leavings (hidden, or ~$) are none either.
    """
    root = folder.resolve()
    found = sorted(folder.rglob("*"))
    return [f for f in found if not f.name.startswith((".", "~$")) and _is_of(f, root)]


def _is_of(path: Path, root: Path) -> bool:
    """Only a link can lead out: no link to a folder was followed on the way to it."""
    try:
        mode = path.lstat().st_mode
        if not stat.S_ISLNK(mode):
            return stat.S_ISREG(mode)
        real = path.resolve(strict=True)
        return real.is_relative_to(root) and stat.S_ISREG(real.stat().st_mode)
    except (OSError, RuntimeError, ValueError):
        return False


def sha256(path: Path) -> str:
    """The hash of a file, read in blocks. Raises: InputError for one too large for a report."""
    size = path.stat().st_size
    if size > LARGEST:
        found, allowed = (
            phrase("a file of {size:,} bytes", size=size),
            phrase("at most {most:,} bytes", most=LARGEST),
        )
        remedy = "Keep only what the report prints."
        raise wrong_input(path.name, found, allowed, remedy)
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
