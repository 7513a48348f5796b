"""What a report is asked for, and the hashes of what it would be made from now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis.building import fingerprint
from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.language import LANGUAGES, language
from lkjip_analysis.pages.notebooks import NOTEBOOKS, sources
from lkjip_analysis.report.workbook_home import home

REPORTS = home() / "reports"


def reports_folder(given: Path | None) -> Path:
    """Where the reports of the language of the process go: those in English into `en` of it."""
    place, spoken = given or REPORTS, language()
    return place / spoken if spoken in LANGUAGES[1:] else place


class Changed(Exception):
    """The data are no longer those that the pages were made from."""


@dataclass(frozen=True)
class Wish:
    """What `build` was asked for."""

    instansi: str
    tahun: int
    data: Path | str | None
    reports: Path
    notebooks: Path
    parameters: Mapping[str, str]

    def inputs(self) -> fingerprint.Inputs:
        """What the report would be made from now.

        Raises: Changed where a file went while it was looked at.
        """
        found = sources(self.notebooks)
        try:
            return fingerprint.inputs(self.instansi, self.tahun, self.data, found, self.parameters)
        except FileNotFoundError as error:
            raise Changed from error


def unchanged(
    instansi: str,
    tahun: int,
    data: Path | str | None = None,
    reports: Path | None = None,
    parameters: Mapping[str, str] | None = None,
) -> bool:
    """Is the report there, made from just what is there now? Raises: InputError as `build`."""
    wanted = current(instansi, tahun, data, parameters)
    return fingerprint.is_whole((reports or REPORTS) / instansi / str(tahun), data, wanted)


def current(
    instansi: str,
    tahun: int,
    data: Path | str | None = None,
    parameters: Mapping[str, str] | None = None,
) -> fingerprint.Inputs:
    """What a report would be made from now. Raises: InputError as `build`."""
    wish = Wish(instansi, tahun, data, REPORTS, NOTEBOOKS, dict(parameters or {}))
    try:
        return wish.inputs()
    except Changed as error:
        raise InputError([restless(instansi, tahun)]) from error


def restless(instansi: str, tahun: int) -> Problem:
    """What is said of data that somebody goes on writing."""
    found = "data that were changed each time while they were read"
    remedy = "Wait until nobody writes there, then try again; what was made before stays."
    return Problem(f"{instansi}/{tahun}", found, "data that stay as they are", remedy)
