"""A table below "Sasaran ke-4" whose row speaks of "sasaran ke-3": copied from the goal before.
So of "Sasaran 4:" above "capaian sasaran 3".

Said only where a row of a table under the other goal has that number already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, claim_of_words
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, ProposedTable
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
    named = ((NAMED.search(name.strip()), key) for key, name in table.names)
    found = [(match["nth"] or match["number"], told) for match, told in named if match]
    if len({number for number, _ in found}) != 1:
        return None
    number, row_key = found[0]
    return number, f"{table.name}[{row_key}].{table.kind.nama_baris}"


def _claim(head: tuple[Paragraph, str, str], address: str) -> ProposedClaim:
    block, told, number = head
    return claim_of_words(
        Words(f"sasaran_ke_{number}", block, told, worded("Nomor sasaran")),
        worded("tabel di bawah sasaran menyebut nomornya"),
        "teks_sama",
        f"sumber={address}",
    )
