"""What a sentence says was spent of a budget that a row prints, held against that row's figure.

"Anggaran Rp A yang terealisasi sebesar Rp B", "realisasi sebesar Rp B dari target Rp A": where A
repeats the budget, or target, of one row, B is what that row prints as spent, however different the
two are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.relations.basis.measures import measure_of
from lkjip_analysis.intake.sentences.said_figures import figures_of
from lkjip_analysis.intake.sentences.tied.beside_amounts import Beside
from lkjip_analysis.intake.sentences.tied.candidates import TELLING, is_long, says_name
from lkjip_analysis.intake.sentences.tied.sentence_series import Said
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped

LEAST = 1_000_000
"""Budgets of programmes are larger; smaller figures without a unit count things."""
NEAR = 80
"""So many letters at most stand between the budget and what was spent of it."""
SPENT = re.compile(r"\b(te|ter|di)?(realisasi|serap)(kan|nya)?\b", re.IGNORECASE)
OTHER = re.compile(
    r"triwulan|semester|\bbulan|sampai|s\.?\s?/?\s?d\b|sementara|fisik|perubahan|pergeseran|"
    r"sebelum|sisa|kontrak|belum|tidak|\blalu\b|antara lain|di antara",
    re.IGNORECASE,
)
"""The sentence speaks of a part of the year, of a part of the money, or of something else."""
OF = re.compile(
    r"\b(dari|terhadap|pagu|plafon|alokasi|tersedia|dianggarkan)\b|(?<![\w-])(?!(?:19|20)\d\d\b)\d",
    re.IGNORECASE,
)
"""What follows is that of which something was spent."""
OTHER_MONEY = re.compile(r"triwulan|semester|\bbulan|sampai|sementara|perubahan|sebelum|sisa", re.I)
PURPOSE = re.compile(r"\b(?:untuk|guna|berupa|melalui)\b", re.IGNORECASE)
"""What tells that the amount was spent for one of several things."""
SOON = 12
"""So many letters behind an amount may say so."""
FROM = re.compile(r"\W*(?:dari|terhadap)\b[^.;\d]*", re.IGNORECASE)
JOINED = re.compile(r"[\s(,]*(?:(?:atau|setara|dengan|sebesar|mencapai)\s+)*\(?\s*", re.I)
SPENDING, BUDGET = "realisasi", "anggaran"
WHOLES = (BUDGET, "target")


def realised_beside(
    said: Sequence[Said], spots: Sequence[Spot], repeated: Sequence[str]
) -> Iterator[Beside]:
    """The amounts spent that miss the cell of the row whose budget stands before them.

    `repeated` are the cells that claims repeat, by the number of the claim.
    """
    budgets = _Budgets(spots)
    in_order = budgets.in_order(repeated)
    for before, one in pairwise(said):
        for whole, part, says in ((before, one, _says_spent), (one, before, _says_spent_of)):
            budget = budgets.known.get(repeated[whole.claim])
            if budget is None or not says(before, one):
                continue
            if whole.claim not in in_order and not budgets.is_of(whole, budget):
                continue
            spent, amount = budgets.spent_of(budget), part.value
            if spent and amount != spent.value and 0 < amount <= budget.value:
                yield Beside(part.claim, spent)


def budget_as_spent(
    said: Sequence[Said], spots: Sequence[Spot], repeated: Sequence[str]
) -> Iterator[Beside]:
    """The amounts called spent that are the budget of a row, with a share that is not 100 percent.

    "Realisasi ... sebesar Rp A atau 94,53%", where A is the budget: all of it would be 100 percent.
    """
    budgets = _Budgets(spots)
    for one, share in pairwise(said):
        budget = budgets.known.get(repeated[one.claim])
        if budget is None or not _is_with_share(one, share):
            continue
        spent = budgets.spent_of(budget)
        if spent and spent.value != budget.value and not budgets.is_spent_anywhere(budget.value):
            yield Beside(one.claim, spent, budget.address)


class _Budgets:
    """The budgets that rows print, and what the rows print as spent of them."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        money = [spot for spot in spots if not spot.is_claim and _may_be_money(spot)]
        self._rows = grouped(((s.table, s.key), s) for s in money if measured(s) == SPENDING)
        self._same = grouped((s.value, s) for s in money if measured(s) in WHOLES)
        self._spent = {spot.value for spots in self._rows.values() for spot in spots}
        self.known = {s.address: s for same in self._same.values() for s in same}
        self._order = {
            table: list(dict.fromkeys(keys))
            for table, keys in grouped((s.table, s.key) for s in money if not s.is_total).items()
        }
        shares = (s for s in spots if not s.is_claim and s.is_share and s.printed.decimals > 0)
        self._shares = grouped(((s.table, s.key), s.printed.core) for s in shares)

    def spent_of(self, budget: Spot) -> Spot | None:
        """The one amount spent of it: all rows that print this budget agree about it."""
        rows = dict.fromkeys((spot.table, spot.key) for spot in self._same[budget.value])
        cells = [cell for row in rows for cell in self._rows.get(row, ())]
        mine = self._rows.get((budget.table, budget.key), ())
        return mine[0] if len(mine) == 1 and len({c.value for c in cells}) == 1 else None

    def is_of(self, whole: Said, budget: Spot) -> bool:
        """Is an amount the budget of this row? A round one may be that of another by chance, unless
        its sentence has the name of the row, or the share that the row prints as well."""
        if len(str(abs(whole.value.numerator)).rstrip("0")) >= TELLING:
            return True
        shares = self._shares.get((budget.table, budget.key), ())
        said = {told.printed.core for told in figures_of(whole.sentence) if told.kind == "persen"}
        return not said.isdisjoint(shares) or says_name(whole.figure, budget, whole.where)

    def in_order(self, repeated: Sequence[str]) -> frozenset[int]:
        """The claims of budgets that a text tells row by row, each between those of the rows above
        and below its own: by chance none stands there."""
        told = [(claim, self.known[at]) for claim, at in enumerate(repeated) if at in self.known]
        rows = groupby(told, key=lambda one: (one[1].table, one[1].key))
        first = [next(same) for _, same in rows]
        return frozenset(
            claim
            for (_, above), (claim, budget), (_, below) in zip(
                first, first[1:], first[2:], strict=False
            )
            if above.table == budget.table == below.table
            and self._place(above) + 1 == self._place(budget) == self._place(below) - 1
        )

    def _place(self, spot: Spot) -> int:
        keys = self._order.get(spot.table, [])
        return keys.index(spot.key) if spot.key in keys else -2

    def is_spent_anywhere(self, value: Fraction) -> bool:
        """Does any row print this amount as spent?"""
        return value in self._spent


def _may_be_money(spot: Spot) -> bool:
    """Is it told in rupiah, or so large a figure without a unit that a sentence may call it so?"""
    return spot.unit == "rupiah" or (not spot.unit and spot.value >= LEAST)


def _is_with_share(one: Said, share: Said) -> bool:
    """Is an amount called spent, and a share right behind it that is not all of it?"""
    amount, told, text = one.figure, share.figure, one.where.paragraph.text
    if one.where.place != share.where.place or (amount.kind, told.kind) != ("rupiah", "persen"):
        return False
    of_year = years_in(one.sentence) <= {one.where.tahun}
    of_year = of_year and not OTHER_MONEY.search(one.sentence)
    between = text[amount.end : told.start]
    is_part = abs(share.value - 100) > 1 and JOINED.fullmatch(between)
    return bool(is_part) and of_year and is_long(amount) and _is_called_spent(text, amount.start)


def _is_called_spent(text: str, place: int) -> bool:
    """Do the words before an amount say that it was spent, and not of what?"""
    before = text[max(place - NEAR, 0) : place].rpartition(". ")[2]
    called = SPENT.search(before)
    return bool(called) and not OF.search(before[called.end() :] if called else "")


def measured(spot: Spot) -> str:
    """What a column of the whole year measures; nothing of one that is of a part of it."""
    told = measure_of(spot.column.judul, "", percent=False, year=0)
    return "" if told.stages else told.word


def _says_spent(before: Said, one: Said) -> bool:
    """Does one sentence say of a budget, and of that year alone, that the next amount was spent?"""
    return bool(SPENT.search(_between(before, one)))


def _says_spent_of(before: Said, one: Said) -> bool:
    """Does it say that an amount was spent, and next of which budget or target?"""
    of = FROM.fullmatch(_between(before, one))
    return bool(of) and _is_called_spent(one.where.paragraph.text, before.figure.start)


def _between(before: Said, one: Said) -> str:
    """What one sentence, of that year alone, prints between two amounts; else nothing."""
    figures, text = (before.figure, one.figure), one.where.paragraph.text
    if before.where.place != one.where.place or any(
        figure.kind != "rupiah" or not is_long(figure) for figure in figures
    ):
        return ""
    between, end = text[before.figure.end : one.figure.start], one.figure.end
    of_year = years_in(one.sentence) <= {one.where.tahun} and not OTHER.search(one.sentence)
    whole = not PURPOSE.search(f"{between} {text[end : end + SOON]}")
    return between if len(between) <= NEAR and of_year and whole else ""
