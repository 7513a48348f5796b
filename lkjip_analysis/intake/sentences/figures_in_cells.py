"""Figures inside the text cells of a table: no claims until a person says so."""

from __future__ import annotations

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.proposal.proposal import (
    LeftOut,
    ProposedTable,
)
from lkjip_analysis.intake.sentences.sentence_figures import (
    figures_in,
)


def in_words(table: ProposedTable) -> list[LeftOut]:
    """Figures inside text cells ("APBD 27 %"): a person decides whether they are claims."""
    reason = f"angka di dalam sel teks ({table.label})"
    found = []
    for name, column in table.kind.columns.items():
        if name in table.columns and column.tipe == "teks" and name != "skala":
            for row in table.rows:
                text = row[table.columns.index(name)]
                stated, _ = figures_in(Paragraph(text, table.part, 0))
                told = [f for f in stated if f.kind in ("persen", "rupiah", "dolar AS")]
                found += [LeftOut(table.part, f.text, reason, text[:200]) for f in told]
    return found
