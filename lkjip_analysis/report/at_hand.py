"""Which report is meant where nobody names one: the only one at hand."""

from __future__ import annotations

from pathlib import Path

from lkjip_analysis.report import statements
from lkjip_analysis.report.loading import available, raw_folder
from lkjip_analysis.report.origins import ORIGINS
from lkjip_analysis.report.report import CLAIMS, CORRECTIONS

BESIDE = frozenset({CLAIMS, CORRECTIONS, ORIGINS, statements.TYPE})
"""What lies beside tables: a year that holds only these is single statements, no report."""


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
