"""Which notebooks a report has tables for.

A notebook names the table types it tells about in its metadata, `lkjip: {tabel: [ekspor, pasar]}`.
One of which the report has no table is not run. One that tells how figures go on, `lkjip: {deret:
true}`, is not run where nothing can: the only year of its agency, without a figure of a series and
without evidence. All others always are.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lkjip_analysis.pages.notebooks import content_of

if TYPE_CHECKING:
    from lkjip_analysis.report.report import Report


def select(sources: Sequence[Path], report: Report, years: int) -> tuple[Path, ...]:
    """The notebooks that have something to tell about this report, in the given order.

    `years` is how many reports of the agency are at hand.
    """
    from lkjip_analysis.report import points

    kinds = {table.type.name for table in report.tables.values()}
    goes_on = years > 1 or bool(report.evidence) or any(True for _ in points.of(report))

    def tells(source: Path) -> bool:
        about = _declared(source)
        return (goes_on or not about.get("deret")) and (
            not about.get("tabel") or bool(kinds & set(about["tabel"]))
        )

    return tuple(filter(tells, sources))


def told_tables(source: Path) -> tuple[str, ...]:
    """The table types that a notebook is about; none of one about the report as a whole."""
    return tuple(_declared(source).get("tabel", ()))


def _declared(source: Path) -> dict[str, Any]:
    """What a notebook says of itself."""
    declared: dict[str, Any] = content_of(source)["metadata"].get("lkjip", {})
    return declared
