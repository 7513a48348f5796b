"""What a sentence says was spent of a budget that a row prints, held against that row's figure.

"Anggaran Rp A yang terealisasi sebesar Rp B": where A repeats the budget of one row, B is what that
row prints as spent, however different the two are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.relations.measures import measure_of
from lkjip_analysis.intake.sentences.beside_amounts import Beside
from lkjip_analysis.intake.sentences.candidates import is_long
from lkjip_analysis.intake.sentences.sentence_figures import sentence_around
from lkjip_analysis.intake.sentences.sentence_series import Said
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped

NEAR = 80
"""So many letters at most stand between the budget and what was spent of it."""
SPENT = re.compile(r"\b(te|ter|di)?(realisasi|serap)(kan|nya)?\b", re.IGNORECASE)
OTHER = re.compile(
    r"triwulan|semester|\bbulan|sampai|s\.?\s?/?\s?d\b|sementara|fisik|perubahan|pergeseran|"
    r"sebelum|sisa|kontrak|belum|tidak|\blalu\b|antara lain|di antara",
    re.IGNORECASE,
)
"""The sentence speaks of a part of the year, of a part of the money, or of something else."""
SPENDING, BUDGET = "realisasi", "anggaran"


def realised_beside(
    said: Sequence[Said], spots: Sequence[Spot], repeated: Sequence[str]
) -> Iterator[Beside]:
    """The amounts spent that miss the cell of the row whose budget stands before them.

    `repeated` are the cells that claims repeat, by the number of the claim.
    """
    money = [spot for spot in spots if spot.unit == "rupiah" and not spot.is_claim]
    rows = grouped(((spot.table, spot.key), spot) for spot in money)
    budgets = grouped((s.value, s) for s in money if _measures(s) == BUDGET)
    known = {spot.address: spot for spot in money}
    for before, one in pairwise(said):
        budget = known.get(repeated[before.claim])
        if budget is None or _measures(budget) != BUDGET or not _says_spent(before, one):
            continue
        cells = [c for row in _rows_of(budgets[budget.value]) for c in rows[row] if _is_spent(c)]
        amount = _value(one)
        if len({c.value for c in cells}) == 1 and amount != cells[0].value:
            mine = [c for c in cells if (c.table, c.key) == (budget.table, budget.key)]
            if len(mine) == 1 and 0 < amount <= budget.value:
                yield Beside(one.claim, mine[0])


def _rows_of(spots: Sequence[Spot]) -> Mapping[tuple[str, str], None]:
    """The rows that print one budget, each once."""
    return dict.fromkeys((spot.table, spot.key) for spot in spots)


def _measures(spot: Spot) -> str:
    """What a column of the whole year measures; nothing of one that is of a part of it."""
    told = measure_of(spot.column.judul, "", percent=False, year=0)
    return "" if told.stages else told.word


def _is_spent(spot: Spot) -> bool:
    return _measures(spot) == SPENDING


def _says_spent(before: Said, one: Said) -> bool:
    """Does one sentence say of a budget, and of that year alone, that the next amount was spent?"""
    figures, text = (before.figure, one.figure), one.where.paragraph.text
    if before.where.place != one.where.place or any(
        figure.kind != "rupiah" or not is_long(figure) for figure in figures
    ):
        return False
    between = text[figures[0].start + len(figures[0].text) : figures[1].start]
    sentence = sentence_around(text, one.figure.start)
    of_year = years_in(sentence) <= {one.where.tahun}
    is_spent = len(between) <= NEAR and SPENT.search(between)
    return bool(is_spent) and of_year and not OTHER.search(sentence)


def _value(one: Said) -> Fraction:
    return Fraction(one.figure.printed.value or 0)
