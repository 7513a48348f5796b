"""Programs outside Python: found where they usually are, run with a time limit."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from lkjip_analysis.errors import reason
from lkjip_analysis.language import phrase

SECONDS = 120


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
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise Unavailable(
            phrase("{name} did not finish in {seconds} seconds.", name=name, seconds=SECONDS)
        ) from error
    except OSError as error:
        raise Unavailable(
            phrase("{name} cannot be started: {reason}.", name=name, reason=reason(error))
        ) from error
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = told[-1] if told else phrase("code {code}", code=done.returncode)
        raise Unavailable(phrase("{name} failed: {why}", name=name, why=why))
