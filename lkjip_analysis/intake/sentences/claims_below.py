"""Lines below a table that state one figure ("Jumlah koperasi aktif: 260") are claims too."""

from __future__ import annotations

from dataclasses import replace

from lkjip_analysis.intake.proposal.proposal import (
    HIGH,
    LOW,
    LeftOut,
    ProposedClaim,
    ProposedTable,
)
from lkjip_analysis.intake.sentences.claim_collection import Collected
from lkjip_analysis.intake.sentences.figures_in_cells import in_words
from lkjip_analysis.numbers.printed import Unreadable, read


def below_table(told: Collected, table: ProposedTable) -> None:
    """Lines below a table that state one figure ("Jumlah koperasi aktif: 260") are claims too."""
    told.left_out += in_words(table)
    for row in table.left_rows:
        filled = [text for text in row if text]
        figure = filled[-1] if len(filled) == 2 else ""
        if not figure or not _is_figure(figure):
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
            note="tidak ada sel atau hubungan yang cocok",
        )
        if read(figure).value == rows:
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


def _is_figure(text: str) -> bool:
    try:
        return read(text).value is not None
    except Unreadable:
        return False
