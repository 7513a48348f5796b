"""Two rows of a table under one number, in a column "No" that else counts on: 1, 2, 3, 3, 4, 5."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lkjip_analysis.intake.document.blocks import Block, WordTable
from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.document.texts import one_line, plain_words
from lkjip_analysis.intake.proposal.proposal import HIGH, ProposedClaim
from lkjip_analysis.language import worded

HEAD = re.compile(r"\W*(?:no|nomor)\W*", re.IGNORECASE)
NUMBER = re.compile(r"(\d{1,3})\s*[.)]?")
NAME = re.compile(r"[^\W\d_]{3}")
PROGRAMME = "program"
HEADING_ROWS = 3
FEWEST = 5
"""So many different numbers show that the column counts its rows."""
Numbered = tuple[Slot, str]
"""A number and the name of its row."""


def doubled_numbers(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """The only number of a table that two rows one after the other have, called differently."""
    for place, block in enumerate(blocks):
        if isinstance(block, WordTable) and (pair := _doubled(_numbered(block))):
            yield from _claims(place, block, pair)


def _numbered(table: WordTable) -> list[Numbered]:
    """What stands under "No", with what each row is called; a row of column numbers has no name."""
    rows = table.grid.rows
    heads = (i for row in rows[:HEADING_ROWS] for i, slot in enumerate(row)
             if HEAD.fullmatch(slot.text))  # fmt: skip
    column = next(heads, None)
    if column is None:
        return []
    told = [(row[column], _called(row[column + 1 :])) for row in rows if len(row) > column]
    return [
        (slot, name)
        for slot, name in told
        if name and slot.text.strip() and not slot.above and not HEAD.fullmatch(slot.text)
    ]


def _called(slots: Sequence[Slot]) -> str:
    return next((one_line(slot.text) for slot in slots if NAME.search(slot.text)), "")


def _doubled(told: Sequence[Numbered]) -> tuple[Numbered, Numbered] | None:
    """Two rows of one number; none where the numbers begin anew, leave one out or are marks."""
    matches = [NUMBER.fullmatch(slot.text.strip()) for slot, _ in told]
    numbers = [int(match[1]) for match in matches if match]
    steps = [b - a for a, b in pairwise(numbers)]
    if len(numbers) < len(told) or len(set(numbers)) < FEWEST or numbers[0] != 1:
        return None
    if steps.count(0) != 1 or set(steps) != {0, 1}:
        return None
    first, second = told[steps.index(0) : steps.index(0) + 2]
    names = plain_words(first[1]), plain_words(second[1])
    # A row that goes on prints its number again, and a part of its name.
    goes_on = names[0] in names[1] or names[1] in names[0]
    # A programme has a number of its own, and the first of its activities below it.
    levels = names[0].startswith(PROGRAMME) and not names[1].startswith(PROGRAMME)
    return None if goes_on or levels else (first, second)


def _claims(
    place: int, table: WordTable, pair: tuple[Numbered, Numbered]
) -> Iterator[ProposedClaim]:
    codes = f"nomor_baris_{place}", f"nomor_baris_{place}_lagi"
    cells = " + ".join(f"klaim[{code}].nilai" for code in codes)
    for code, (slot, name) in zip(codes, pair, strict=True):
        is_again = code == codes[1]
        yield ProposedClaim(
            code,
            table.part,
            table.label or worded("tabel"),
            worded("Nomor baris"),
            slot.text.strip(),
            "teks",
            aturan="urut" if is_again else "",
            sel=f"bagian={cells}" if is_again else "",
            sureness=HIGH,
            sebab=worded("setiap baris mempunyai nomor sendiri"),
            sentence=name[:300],
            where=slot.where,
        )
