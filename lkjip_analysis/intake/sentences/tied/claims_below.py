"""Lines below a table that state one figure ("Jumlah koperasi aktif: 260") are claims too."""

from __future__ import annotations

import re
from dataclasses import replace

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.proposal.proposal import (
    HIGH,
    LOW,
    NO_CELL,
    LeftOut,
    ProposedClaim,
    ProposedTable,
)
from lkjip_analysis.intake.sentences.sentence_figures import figures_in
from lkjip_analysis.intake.sentences.tied.claim_collection import Collected
from lkjip_analysis.numbers.printed import read_or_none

MEASURED = re.compile(r"[%$]|persen\b|rp|idr|usd", re.IGNORECASE)
"""What a text of a cell shows where it states a share or an amount of money; most show neither."""


def below_table(told: Collected, table: ProposedTable) -> None:
    """Lines below a table that state one figure ("Jumlah koperasi aktif: 260") are claims too."""
    told.left_out += _in_words(table)
    for row in table.left_rows:
        filled = [text for text in row if text]
        figure = filled[-1] if len(filled) == 2 else ""
        shown = read_or_none(figure)
        if shown is None or shown.value is None:
            sentence = " | ".join(filled)[:200]
            if any(c.isdigit() for c in sentence):
                reason = f"baris di luar jenis tabel ({table.label})"
                told.left_out.append(LeftOut(table.part, filled[0][:60], reason, sentence))
            continue
        name = filled[0].rstrip(" :")
        rows = len([r for r in table.rows if r[0] not in table.kind.total])
        claim = ProposedClaim(
            told.code(name),
            table.part,
            f"kaki {table.label}",
            name[:1].upper() + name[1:].lower(),
            figure,
            "angka",
            presisi="eksak",
            sentence=" ".join(filled),
            sureness=LOW,
            note=NO_CELL,
        )
        if shown.value == rows:
            claim = replace(
                claim,
                aturan="cacah",
                sel=f"tabel={table.name}",
                dasar="tercetak",
                sebab="kaki tabel menghitung baris tabel",
                sureness=HIGH,
                note="",
            )
        told.add(claim)


def _in_words(table: ProposedTable) -> list[LeftOut]:
    """Figures inside text cells ("APBD 27 %"): a person decides whether they are claims."""
    reason = f"angka di dalam sel teks ({table.label})"
    found = []
    for name, column in table.kind.columns.items():
        if name in table.columns and column.tipe == "teks" and name != "skala":
            for text in (text for _, text in table.printed(name) if MEASURED.search(text)):
                stated, _ = figures_in(Paragraph(text, table.part, 0))
                told = [f for f in stated if f.kind in ("persen", "rupiah", "dolar AS")]
                found += [LeftOut(table.part, f.text, reason, text[:200]) for f in told]
    return found
