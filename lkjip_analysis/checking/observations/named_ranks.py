"""Sentences that name a row as the highest, the lowest, or at another place of a column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding, Told
from lkjip_analysis.checking.observations.observation_findings import PADAHAL, noticed, short_name
from lkjip_analysis.language import worded
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.rule_draft import Draft


def named_rank(draft: Draft) -> Iterator[Finding]:
    """The name of a row that a sentence gives a place in its column, where another row has it.

    The name is wrong, and with it perhaps the figure: none of them is told to be another row's.
    """
    where, own, report = draft.one("hasil"), draft.one("sumber"), draft.report
    cells = [cell for cell in draft.many("bagian") if report.is_figure(cell)]
    place = int(draft.figure("urutan", "1"))
    lowest = draft.text("kategori", {"tertinggi": False, "terendah": True}) == "terendah"
    if not report.is_figure(own) or len(cells) < place:
        return
    at = sorted((report.cell(cell).point for cell in cells), reverse=not lowest)[place - 1]
    if report.cell(own).point == at:
        return
    right = [cell for cell in cells if report.cell(cell).point == at]
    said = worded(
        "yang {what} adalah {right}, bukan {own}.",
        what=_what(lowest, place),
        right=_listed(report, right),
        own=_listed(report, [own]),
    )
    told = Told(said, printed=wording.written(report.cell(where)), link=worded(PADAHAL))
    impact = f"{said[:1].upper()}{said[1:]}"
    advice = worded("Ganti namanya beserta angkanya, atau kata urutannya.")
    yield noticed(draft, "klaim", where, told, impact, (where, own, *right), advice=advice)


def _what(lowest: bool, place: int) -> str:
    word = worded("terendah") if lowest else worded("tertinggi")
    return word if place == 1 else worded("{word} ke-{place}", word=word, place=place)


def _listed(report: Report, cells: Sequence[Address]) -> str:
    """Each row with what it prints there."""
    return ", ".join(f"{short_name(report, cell)} ({report.text(cell).strip()})" for cell in cells)
