"""A table below "Sasaran ke-4" whose row speaks of "sasaran ke-3": copied from the goal before.
So of "Sasaran 4:" above "capaian sasaran 3".

Said only where a row of a table under the other goal has that number already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.proposal.proposal import HIGH, ProposedClaim, ProposedTable
from lkjip_analysis.language import worded

HEADED = re.compile(
    r"(?:[A-Za-z0-9]{1,3}[.)]\s*)?"
    r"(?P<told>sasaran\s+(?:strategis\s+)?(?:ke\s*-?\s*)?(?P<number>\d{1,2}))\s*[:=]",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"\bsasaran\s+(?:strategis\s+)?(?:ke\s*-?\s*(?P<nth>\d{1,2})\b|(?P<number>\d{1,2})\s*(?:[:)]|$))",
    re.IGNORECASE,
)
"""Without "ke" nothing stands behind the number: "sasaran 20 desa" counts."""


def numbered_goals(
    blocks: Sequence[Block], tables: Sequence[ProposedTable]
) -> Iterator[ProposedClaim]:
    """The goals whose table names another one, which has its own."""
    by_place = {table.place: table for table in tables}
    own: set[str] = set()
    head: tuple[Paragraph, str, str] | None = None
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            match = None if block.listed else HEADED.match(block.text.strip())
            head = (block, match["told"], match["number"]) if match else head
        elif head and place in by_place and (row := _row(by_place[place])):
            number, address = row
            if number == head[2]:
                own.add(number)
            elif number in own:
                yield _claim(head, address)


def _row(table: ProposedTable) -> tuple[str, str] | None:
    """The goal that one row of a table names, and the cell of its name."""
    key, name = (table.columns.index(n) for n in (table.kind.kunci, table.kind.nama_baris))
    named = ((NAMED.search(row[name].strip()), row[key]) for row in table.rows)
    found = [(match["nth"] or match["number"], told) for match, told in named if match]
    if len({number for number, _ in found}) != 1:
        return None
    number, row_key = found[0]
    return number, f"{table.name}[{row_key}].{table.kind.nama_baris}"


def _claim(head: tuple[Paragraph, str, str], address: str) -> ProposedClaim:
    block, told, number = head
    return ProposedClaim(
        f"sasaran_ke_{number}",
        block.part,
        block.paragraf,
        worded("Nomor sasaran"),
        told,
        "teks",
        aturan="teks_sama",
        sel=f"sumber={address}",
        sureness=HIGH,
        sebab=worded("tabel di bawah sasaran menyebut nomornya"),
        sentence=one_line(block.text)[:300],
    )
