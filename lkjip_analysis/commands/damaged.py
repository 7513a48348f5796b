"""What the installation of this Python lost, where a command failed for that and nothing else.

Only the standard library is imported here, for any other package may be the one that is gone.
"""

from __future__ import annotations

import csv
import errno
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_analysis.errors import Problem
from lkjip_analysis.language import AS_WRITTEN, phrase, speak

if TYPE_CHECKING:
    from importlib.metadata import Distribution

OF_A_FILE = (None, errno.ENOENT)
"""What the system answers where a file is gone; templates that are looked for tell no number."""


def damage(error: BaseException | None) -> Problem | None:
    """What is gone of the packages, if that may be why `error` came; None where nothing is.

    It is looked for only after a failure: to look at every file takes half a second.
    """
    if error is None or (isinstance(error, OSError) and not _is_inside(error)):
        return None
    name = error.name if isinstance(error, ModuleNotFoundError) else None
    lost = name if name and not name.startswith("lkjip_analysis") else lost_file()
    return _told(str(lost), error) if lost else None


def _is_inside(error: OSError) -> bool:
    """Does it tell of a file that is gone, and of none outside the installation?"""
    if error.errno not in OF_A_FILE:
        return False
    return error.filename is None or Path(str(error.filename)).is_relative_to(sys.prefix)


def lost_file() -> Path | None:
    """The first file that an installed package lists and that is gone."""
    from importlib.metadata import distributions

    for package in distributions():
        for name in _listed(package):
            path = Path(str(package.locate_file(name)))
            if path.suffix != ".pyc" and not path.is_file():
                return path.resolve()
    return None


def _listed(package: Distribution) -> Iterator[str]:
    """The files of a package as its RECORD tells; `files` may leave out those that are gone."""
    for row in csv.reader((package.read_text("RECORD") or "").splitlines()):
        yield row[0]


def _told(lost: str, error: BaseException) -> Problem:
    try:
        found = phrase("an installation that lacks it ({kind})", kind=type(error).__name__)
    except Exception:  # a catalogue is what is gone
        speak(AS_WRITTEN)
        found = phrase("an installation that lacks it ({kind})", kind=type(error).__name__)
    return Problem(
        lost,
        found,
        "every file of the packages",
        "In the project's folder `python run.py list` sets it up again; elsewhere install the "
        "package anew.",
    )
