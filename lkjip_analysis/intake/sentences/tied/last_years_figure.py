"""A figure that a sentence tells of the report's year, and that a row prints of the year before.

"Nilai tukar petani tahun 2023 sebesar 105,19", where 105,19 is of 2022 and the row prints 99,24 of
2023: the sentence of last year's report stayed. The row must be named, the year told, and the
figure stand nowhere as one of the report's year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.document.texts import words
from lkjip_analysis.intake.proposal.spots import Spot, cells_of
from lkjip_analysis.intake.sentences.narrowed_rows import narrows
from lkjip_analysis.intake.sentences.tied.beside_amounts import Beside
from lkjip_analysis.intake.sentences.tied.candidates import digits_of, fits_unit
from lkjip_analysis.intake.sentences.tied.sentence_series import Said
from lkjip_analysis.numbers.grouping import grouped

BEFORE = "_lalu"
"""What ends the name of a column of the year before."""
TELLING, NAMED, FEWEST = 4, 2 / 3, 2
"""So many digits are no accident; so many words of the row stand in the sentence, of so many."""
COMPARES = re.compile(
    r"banding|sebelum|\blalu\b|\bsemula|\bawal\b|\bdari tahun|naik|turun|meningkat|menurun|"
    r"peningkatan|kenaikan|triwulan|semester|\bsejak\b|masih\s+mengacu|\bdata\s+tahun",
    re.IGNORECASE,
)


def last_years_figures(
    said: Sequence[Said], spots: Sequence[Spot], repeated: Sequence[str]
) -> Iterator[Beside]:
    """The figures of the year before told of this one, each with the cell of this year.

    `repeated` are the cells that claims repeat, by the number of the claim.
    """
    cells = cells_of([spot for spot in spots if not spot.is_claim])
    old = grouped((s.value, s) for s in cells.values() if s.column.name.endswith(BEFORE))
    new = {s.value for s in cells.values() if not s.column.name.endswith(BEFORE)}
    for one in said:
        value = one.figure.printed.value
        if value is None or value in new or value not in old:
            continue
        if len(digits_of(one.figure.printed).strip("0")) < TELLING or not _is_of_year(one):
            continue
        named = [s for s in old[value] if fits_unit(one.figure, s) and _is_named(one, s)]
        now = [cells.get((s.table, s.key, s.column.name.removesuffix(BEFORE))) for s in named]
        told = [cell for cell in now if cell is not None]
        if told and len(told) == len(named) and len({cell.value for cell in told}) == 1:
            mine = [s.address for s in named if s.address == repeated[one.claim]]
            yield Beside(one.claim, told[0], "".join(mine), by_year=True)


def _is_of_year(one: Said) -> bool:
    """Does the sentence tell the year of the report, and compare it with nothing?"""
    return years_in(one.sentence) == {one.where.tahun} and not COMPARES.search(one.sentence)


def _is_named(one: Said, spot: Spot) -> bool:
    called = {word for word in words(spot.called) if len(word) > FEWEST}
    there = words(one.sentence)
    if narrows(one.figure.before, spot.called):
        return False
    return len(called) >= FEWEST and len(called & there) >= NAMED * len(called)
