"""Which agencies and years are at hand in data/raw, and the folder of each."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem, check_letters, nearest, wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.replace_folder import MENDING, mend, visible
from lkjip_analysis.report import statements
from lkjip_analysis.report.origins import ORIGINS
from lkjip_analysis.report.report import CLAIMS, CORRECTIONS
from lkjip_analysis.report.workbook_home import home

BESIDE = frozenset({CLAIMS, CORRECTIONS, ORIGINS, statements.TYPE})
"""What lies beside tables: a year that holds only these is single statements, no report."""
NO_REPORT = "a folder without laporan.yaml"
DECLARED = "a folder with a laporan.yaml, which says what the report is"
BEGIN = (
    "Read a filled workbook into it (lkjip import) or a document (lkjip usul), or begin it "
    "from a year that is there (lkjip new)."
)
asked: dict[Path, None] = {}
"""The folders of reports that this process was asked about, in order: the run log tells them."""


def raw_folder(data: Path | str | None = None) -> Path:
    """The folder that holds one folder per agency: `data`, $LKJIP_DATA or the project's own."""
    base = Path(data or os.environ.get("LKJIP_DATA") or home() / "data")
    return base / "raw" if (base / "raw").is_dir() else base


def available(data: Path | str | None = None) -> dict[str, list[int]]:
    """The agencies at hand and the years of each."""
    years = (year for year in _folders(raw_folder(data)) if re.fullmatch("[0-9]{4}", year.name))
    return grouped((year.parent.name, int(year.name)) for year in years)


def years_of(instansi: str, data: Path | str | None = None) -> tuple[int, ...]:
    """The years of one agency, without looking at the others."""
    found = _of_agency(raw_folder(data) / instansi)
    return tuple(int(year.name) for year in found if re.fullmatch("[0-9]{4}", year.name))


def _folders(place: Path) -> Iterator[Path]:
    """Every folder with a laporan.yaml, by agency and year.

    Raises: InputError for an agency whose name is not UTF-8.
    """
    for agency in sorted(place.glob("[!.]*")):
        check_letters(agency.name)
        yield from _of_agency(agency)


def _of_agency(agency: Path) -> Iterator[Path]:
    """The folders with a laporan.yaml, by year; none that a killed run left."""
    try:
        names = visible(agency)
    except OSError:  # a file, or a folder that is closed to us
        return
    yield from (agency / n for n in names if (agency / n / "laporan.yaml").exists())


def no_years(data: Path | str | None = None) -> list[Problem]:
    """Folders that hold a laporan.yaml and are not named by a year, and so are never read."""
    place = raw_folder(data)
    remedy = "Rename the folder, and tahun in its laporan.yaml."
    return [
        Problem(
            f"{place.name}/{folder.parent.name}",
            phrase('the folder "{name}"', name=folder.name),
            "a year of four digits, such as 2024",
            remedy,
        )
        for folder in _folders(place)
        if not re.fullmatch("[0-9]{4}", folder.name)
    ]


def none_at_hand(data: Path | str | None = None, instansi: str = "") -> InputError:
    """What is wrong where there is no report at all, whichever was asked for; how to get one."""
    found = phrase('the agency "{instansi}"', instansi=instansi) if instansi else "no report"
    remedy = "Name a data folder with --data (in Python: data=), or write an example: lkjip init."
    none = Problem(str(raw_folder(data)), found, "INSTANSI/TAHUN/laporan.yaml", remedy)
    return InputError([*no_years(data), none])


def folder_of(instansi: str, tahun: int, data: Path | str | None) -> Path:
    """The folder of an agency and year. Raises: InputError with the nearest names.

    The other agencies are listed only to name the nearest: a nation has twenty thousand.
    """
    place = raw_folder(data)
    folder = place / instansi / str(tahun)
    if Path(instansi).name == instansi:
        if not folder.is_dir():
            mend(folder, MENDING)
        if (folder / "laporan.yaml").is_file():
            asked[folder] = None
            return folder
    agencies = available(data)
    if tahun in agencies.get(instansi, ()):
        return folder  # what stands there under its name, its reading will tell
    raise _not_there(instansi, tahun, data, agencies)


def _not_there(
    instansi: str, tahun: int, data: Path | str | None, agencies: Mapping[str, Sequence[int]]
) -> InputError:
    """Why a report that was asked for is not at hand, with what is."""
    place = raw_folder(data)
    misnamed = [p for p in no_years(data) if p.file == f"{place.name}/{instansi}"]
    if misnamed:
        return InputError(misnamed)
    if Path(instansi).name == instansi and (place / instansi / str(tahun)).is_dir():
        return wrong_input(f"{place.name}/{instansi}/{tahun}", NO_REPORT, DECLARED, BEGIN)
    if not agencies:
        return none_at_hand(data, instansi)
    if instansi not in agencies:
        found = phrase('the agency "{instansi}"', instansi=instansi)
        near = nearest(instansi, agencies)
        return wrong_input(place.name, found, ", ".join(sorted(agencies)), near)
    found = phrase("the year {tahun}", tahun=tahun)
    allowed = ", ".join(map(str, agencies[instansi]))
    remedy = phrase(
        "Choose one of them, or add the folder {instansi}/{tahun}.", instansi=instansi, tahun=tahun
    )
    return wrong_input(f"{place.name}/{instansi}", found, allowed, remedy)


def reports_with_tables(
    instansi: str | None, data: Path | str | None = None
) -> list[tuple[str, int]]:
    """The reports at hand (of one agency, where it is named) that hold at least one table."""
    place = raw_folder(data)
    return [
        (agency, year)
        for agency, years in available(data).items()
        if instansi in (None, agency)
        for year in years
        if _holds_tables(place / agency / str(year))
    ]


def _holds_tables(folder: Path) -> bool:
    return any(path.stem not in BESIDE for path in folder.glob("*.csv"))
