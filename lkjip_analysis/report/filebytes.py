"""The bytes of one file of a report's folder: kept inside it, and never more than can be read."""

from __future__ import annotations

import os
from collections.abc import Container
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem, nearest


def read_bytes(path: Path, file: str, most: int) -> bytes:
    """What is in the file at `path`, called `file` in messages.

    Raises: InputError where it cannot be read, or holds more than `most` bytes.
    """
    try:
        size = path.stat().st_size
        if size > most:
            found, remedy = f"a file of {size:,} bytes", "Keep only what the report prints."
            raise InputError([Problem(file, found, f"at most {most:,} bytes", remedy)])
        return path.read_bytes()
    except OSError as error:
        found = f"a file that cannot be read ({error.strerror})"
        remedy = "Look at the file and its permissions."
        raise InputError([Problem(file, found, "a readable file", remedy)]) from error


def check_inside(path: Path, folder: Path, named_in: str, line: int | None = None) -> None:
    """A file of a report lies in the report's own folder, links followed.

    Raises: InputError where it does not.
    """
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        inside = False  # a link in a circle, or a name that no file can have
    if not inside:
        found = f'the file "{path.name}" outside the folder'
        remedy = "Move the file into the folder."
        raise InputError([Problem(named_in, found, "a file of the folder", remedy, line)])


def check_there(path: Path, taken: Container[str], named_in: str, line: int, entry: str) -> None:
    """The file that an entry declares is there.

    Raises: InputError where it is not, naming a file near in name that is not `taken` by another.
    """
    if os.path.isfile(path):  # noqa: PTH113  (Path.is_file fails where the name is too long)
        return
    free = [f.name for f in sorted(path.parent.glob("*.csv")) if f.name not in taken]
    add = f"Add the file, or remove {entry}."
    remedy = f"{nearest(path.name, free)} Else: {add}" if free else add
    allowed = ", ".join(free) or "a file in the folder for each declared table"
    raise InputError([Problem(named_in, f'no file "{path.name}"', allowed, remedy, line)])
