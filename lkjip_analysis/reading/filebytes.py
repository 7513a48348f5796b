"""The bytes of one file of a report's folder: kept inside it, and never more than can be read."""

from __future__ import annotations

from pathlib import Path

from lkjip_analysis.errors import InputError, Problem


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
