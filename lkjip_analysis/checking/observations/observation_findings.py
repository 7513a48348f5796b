"""How an observation becomes a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding, Kind, NewPrint, Remedy, Told
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.report.direction_words import FALL, less_may_be_better, named_direction
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.rule_draft import Draft

PADAHAL = ", padahal "
"""What stands between what a sentence says and what the figures say."""
FULL = Fraction(100)
"""The achievement of a target that is just met, in percent."""


def noticed(
    draft: Draft,
    kind: Kind,
    where: Address,
    told: Told | str,
    impact: str,
    named: Sequence[Address] = (),
    remedy: Remedy | None = None,
    ident: str = "",
    flips: bool = False,
    **more: Any,
) -> Finding:
    """A finding of a declared observation about the cell `where`, pointing at all of `named`.

    What is told without its place is told of `where`.

    `more` are further fields of `Finding`: its advice, its readings.
    """
    report, told = draft.report, Told(told) if isinstance(told, str) else told
    cells = tuple(report.cell(address) for address in named or (where,))
    pointing = Remedy(tuple(NewPrint(cell, None, None) for cell in cells))
    return Finding(
        id=ident or draft.head.name,
        kind=kind,
        source=wording.source(report, where),
        label=wording.label(report, where),
        rules=(draft.head.name,),
        remedies=(remedy or pointing,),
        impact=impact,
        told=replace(told, where=told.where or wording.place(report, where)),
        changes_conclusion=flips or kind == "klaim",
        **more,
    )


def short_name(report: Report, address: Address) -> str:
    """The row of a cell in few words: the short name of its indicator where it has one."""
    indicator = report.indicators.get(address.row)
    return indicator.singkat if indicator else report.tables[address.table].row_name(address.row)


def reckoned(report: Report, capaian: Address) -> Fraction | None:
    """The capaian that target and realisasi of its row give, percent; None without these two."""
    figures = _measured(report, capaian)
    if figures is None:
        return None
    other = of_open_direction(report, capaian)
    return report.capaian(capaian.row, *figures) if other is None else other


def of_open_direction(report: Report, capaian: Address) -> Fraction | None:
    """The capaian of a row of which nobody declared whether less is better, though its name says
    so; None of any other row."""
    figures = _measured(report, capaian)
    name = report.tables[capaian.table].row_name(capaian.row)
    if capaian.row in report.indicators or named_direction(name) != "turun":
        return None
    return Fraction(metrics.capaian(*figures, "turun")) if figures and figures[1] else None


def reaches(report: Report, capaian: Address, least: Fraction = FULL) -> set[bool]:
    """Whether a row reaches `least`: by what it prints, by its own target and realisasi, and as
    what should be few; two answers where these differ, so that nothing is sure."""
    points = (report.cell(capaian).point, reckoned(report, capaian))
    told = {point >= least for point in points if point is not None}
    few = _met_if_few(report, capaian)
    return told if few is None else told | {few}


def _met_if_few(report: Report, capaian: Address) -> bool | None:
    """Whether a row met its target if less is better, where its name leaves that open; None of any
    other row. That its capaian is realisasi through target does not tell: of what should be few
    many are reckoned so.
    """
    figures = _measured(report, capaian)
    declared = report.indicators.get(capaian.row)
    name = report.tables[capaian.table].row_name(capaian.row)
    if not figures or (declared and declared.arah == "turun") or not less_may_be_better(name):
        return None
    if figures[0] < 0 <= figures[1] and FALL.search(name):
        return None  # "penurunan" of less than nothing is a rise of what should be few
    return figures[0] <= figures[1]


def _measured(report: Report, capaian: Address) -> tuple[Fraction, Fraction] | None:
    """The realisasi and the target of a row, where it prints both."""
    cells = report.tables[capaian.table].cells
    told = [cells.get(capaian._replace(column=name)) for name in ("realisasi", "target")]
    points = [cell.point for cell in told if cell and cell.is_figure]
    return (points[0], points[1]) if len(points) == 2 else None


def of_report(
    ident: str, kind: Kind, source: str, label: str, told: Told | str, impact: str, advice: str = ""
) -> Finding:
    """A finding about the report as a whole. One at no cell tells what to do (`advice`)."""
    return Finding(
        id=ident,
        kind=kind,
        source=source,
        label=label,
        rules=(ident,),
        impact=impact,
        told=Told(told) if isinstance(told, str) else told,
        advice=advice,
    )
