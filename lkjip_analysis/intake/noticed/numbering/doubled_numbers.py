"""Two rows of a table under one number, in a column "No" that else counts on: 1, 2, 3, 3, 4, 5; or
under one code in place of the one left out: 2.15.01, 2.15.02, 2.15.02, 2.15.04."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lkjip_analysis.intake.document.blocks import Block, WordTable
from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.document.texts import one_line, plain_words
from lkjip_analysis.intake.proposal.proposal import HIGH, ProposedClaim
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.counting_on import doubled_place
from lkjip_analysis.numbers.grouping import grouped

HEAD = re.compile(r"\W*(?:no|nomor)\W*", re.IGNORECASE)
NUMBER = re.compile(r"(\d{1,3})\s*[.)]?")
CODE = re.compile(r"(?P<whole>\d+(?:\.\d+)+)\.(?P<own>\d{1,2}|0\d{2,3})\.?")
NAME = re.compile(r"[^\W\d_]{3}")
PROGRAMME = "program"
HEADING_ROWS = 3
"""Headings of more lines than that are not printed: "No" stands in one of these."""
FEWEST = 5
"""So many different numbers show that the column counts its rows."""
FEWEST_CODES = 4
"""So many codes of one whole show that they count on."""
Numbered = tuple[Slot, str]
"""A number and the name of its row."""


def doubled_numbers(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """The only number of a table that two rows one after the other have, called differently."""
    for place, block in enumerate(blocks):
        if isinstance(block, WordTable):
            pairs = [pair for pair in (_doubled(_numbered(block)), *_coded(block)) if pair]
            for number, pair in enumerate(pairs):
                name = f"nomor_baris_{place}" + (f"_{number}" if number else "")
                yield from _claims(name, block, pair)


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
    # A programme has a number of its own, and the first of its activities below it.
    levels = [plain_words(name).startswith(PROGRAMME) for _, name in (first, second)]
    if levels == [True, False] or _is_one_name(first[1], second[1]):
        return None
    return first, second


def _coded(table: WordTable) -> Iterator[tuple[Numbered, Numbered]]:
    """Two rows of one code among those that are parts of one whole and count on but for them."""
    for column in range(table.grid.width):
        told = [(row[column], row[column + 1 :]) for row in table.grid.rows if len(row) > column]
        matches = ((CODE.fullmatch(slot.text.strip()), slot, rest) for slot, rest in told)
        families = grouped(
            ((match["whole"], len(match["own"])), (int(match["own"]), (slot, _called(rest))))
            for match, slot, rest in matches
            if match and not slot.above
        )
        for family in families.values():
            place = doubled_place([number for number, _ in family])
            if place is not None and len(family) >= FEWEST_CODES:
                first, second = family[place - 1][1], family[place][1]
                if not _is_one_name(first[1], second[1]):
                    yield first, second


def _is_one_name(one: str, other: str) -> bool:
    """A row that goes on prints its number again, and a part of its name."""
    names = plain_words(one), plain_words(other)
    return names[0] in names[1] or names[1] in names[0]


def _claims(
    name: str, table: WordTable, pair: tuple[Numbered, Numbered]
) -> Iterator[ProposedClaim]:
    codes = name, f"{name}_lagi"
    cells = " + ".join(f"klaim[{code}].nilai" for code in codes)
    for code, (slot, called) in zip(codes, pair, strict=True):
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
            sentence=called[:300],
            where=slot.where,
        )
