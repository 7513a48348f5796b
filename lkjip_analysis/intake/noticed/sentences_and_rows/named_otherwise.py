"""A row that a sentence gives a place in a column that another row has: its name is what is wrong.

Its figure may be its own. To print the other row's figure beside it would be no correction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.document.texts import name_pattern
from lkjip_analysis.intake.noticed.sentences_and_rows.told_ranks import Rank
from lkjip_analysis.intake.proposal.proposal import HIGH, ProposedClaim
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.language import worded


def named_otherwise(
    place: tuple[Paragraph, str], own: Spot, right: Spot, rank: Rank, among: Sequence[Spot] = ()
) -> ProposedClaim:
    """The claim that the row of `own` holds a rank, which that of `right` holds; `among` the
    figures of some rows, where the column holds others too."""
    block, sentence = place
    word = "tertinggi" if rank.place > 0 else "terendah"
    what = worded("tertinggi") if rank.place > 0 else worded("terendah")
    row = own.name
    printed = re.search(rf"\b{name_pattern(row)}\b", sentence, re.IGNORECASE)
    cells = " + ".join(spot.address for spot in among)
    order = f"; urutan={abs(rank.place)}" if abs(rank.place) > 1 else ""
    return ProposedClaim(
        f"{word}_{right.table}_{right.column.name}",
        block.part,
        block.paragraf,
        worded("{row} sebagai yang {what} di {label}", row=row, what=what, label=right.label),
        printed[0] if printed else row,
        "teks",
        aturan="peringkat",
        sel=f"sumber={own.address}; bagian={cells or f'{right.table}[*].{right.column.name}'}; "
        f"kategori={word}{order}",
        dasar="tafsir",
        sebab=worded("kalimat menyebut {row} yang {what} dari kolom itu", row=row, what=what),
        sureness=HIGH,
        sentence=sentence,
    )
