"""The index that opens a report: what it says in one screen, and what that rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lkjip_analysis.analysis import frames, spending
from lkjip_analysis.checking.findings.wording import rejected
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.pages import charts
from lkjip_analysis.pages.notebooks import Page
from lkjip_analysis.pages.parts import (
    actions,
    conclusions,
    first_screen,
    html_parts,
    key_figures,
    year_summary,
)
from lkjip_analysis.pages.parts.assumptions import assumptions
from lkjip_analysis.pages.parts.caveats import resting_on_open
from lkjip_analysis.pages.parts.front_verdict import basis, in_one_sentence, label
from lkjip_analysis.pages.parts.rendering import marked
from lkjip_analysis.pages.parts.sentence import Sentence
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.tables import Table


def index_body(verification: Verification, head: Mapping[str, Any], pages: Sequence[Page]) -> str:
    """The index: a first screen that answers, then what it rests on and what to correct."""
    known = {actions.INDEX_PAGE, *(page.file for page in pages)}
    deciding = conclusions.deciding(verification)
    return html_parts.render(
        "indeks.html.j2",
        head=head,
        state=label(verification),
        verdict=_linked(in_one_sentence(verification), known),
        rejected=rejected(verification.rejected),
        basis=_linked(basis(verification), known),
        keys=[
            (key.title, _linked((key.figure,), known), key.beside)
            for key in key_figures.key_figures(verification)
        ],
        boxes=[
            (box, [_linked(line, known) for line in box.lines])
            for box in first_screen.boxes(verification)
        ],
        sentences=[_linked(told, known) for told in year_summary.sentences(verification)],
        deciding=deciding[: conclusions.SHOWN],
        tally=conclusions.tally(verification),
        more=len(deciding) - conclusions.SHOWN,
        misprints=conclusions.misprints(verification),
        unclear=conclusions.unclear(verification)[: conclusions.SHOWN],
        assumptions=assumptions(verification),
        chart=marked(_chart(verification)),
        pages=pages,
        elsewhere=_elsewhere(verification.report, pages),
        can_verify=html_parts.VERIFICATION_PAGE in known,
    )


def _elsewhere(report: Report, pages: Sequence[Page]) -> list[Table]:
    """The tables that no page tells about: their figures stand among all printed ones only."""
    told = {CLAIMS, *(kind for page in pages for kind in page.tables)}
    return [table for table in report.tables.values() if table.type.name not in told]


def _linked(sentence: Sentence, known: set[str]) -> list[dict[str, str]]:
    """The parts of a sentence; a figure of a page that was built leads there."""
    return [
        {"text": part, "target": "", "trace": ""}
        if isinstance(part, str)
        else {
            "text": part.text,
            "target": f"{part.page}#{part.anchor}" * (part.page in known),
            "trace": "",
        }
        for part in sentence
    ]


def _source(report: Report, kind: str) -> str:
    """The tables of a kind and their document."""
    return ", ".join([*(table.label for table in frames.of_type(report, kind)), report.dokumen])


def _chart(verification: Verification) -> str:
    """The one chart of the index: achievement, or what was spent where there is none."""
    report = verification.report
    kinerja, budget = frames.kinerja(report), spending.anggaran(report)
    if not kinerja.empty and kinerja["capaian_dihitung"].notna().any():
        source = _source(report, "capaian")
        unsure = resting_on_open(verification, kinerja)
        chart = charts.capaian(kinerja, source, ringkas=True, belum=unsure)
        return html_parts.chart(chart, name="capaian").html
    if not budget.empty and budget["serapan_dihitung"].notna().any():
        source = _source(report, "anggaran")
        return html_parts.chart(charts.serapan(budget, source), name="serapan").html
    return ""
