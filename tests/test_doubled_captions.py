"""Two tables under one number: in a chapter where numbers name it, else in a part of it."""

from __future__ import annotations

import pytest

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable
from lkjip_analysis.intake.document.grid import Grid, Slot
from lkjip_analysis.intake.noticed.numbering.doubled_captions import doubled_captions

TITLES = ("Luas taman", "Panjang jalan", "Pegawai menurut golongan", "Anggaran belanja")


@pytest.mark.parametrize(("told", "found"), [
    ((("BAB III.1", "3.1"), ("BAB III.1", "3.2"), ("BAB III.2", "3.3"), ("BAB III.2", "3.4")), []),
    ((("BAB III.1", "3.1"), ("BAB III.1", "3.2"), ("BAB III.2", "3.2"), ("BAB III.2", "3.3")),
     ["Tabel 3.2"]),
    ((("BAB II.1", "1"), ("BAB II.1", "2"), ("BAB II.2", "1"), ("BAB II.2", "2")), []),  # anew
    ((("BAB II.1", "1.1"), ("BAB II.2", "1.2"), ("BAB III.1", "1.1"), ("BAB III.1", "1.3")), []),
    ((("BAB III.1", "3.1"), ("BAB III.1", "3.2"), ("BAB III.2", "3.1"), ("BAB III.2", "3.2")), []),
])  # fmt: skip
def test_a_number_with_its_chapter_names_one_table_of_it(
    told: tuple[tuple[str, str], ...], found: list[str]
) -> None:
    blocks: list[Block] = []
    for place, ((part, number), title) in enumerate(zip(told, TITLES, strict=True)):
        blocks.append(Paragraph(f"Tabel {number} {title}", part, place))
        blocks.append(WordTable(Grid(((Slot("Uraian"), Slot("410")),), 0), "", "", part))
    again = [claim.nilai for claim in doubled_captions(blocks) if claim.aturan]
    assert again == found
