"""What is left of a budget, told behind the sentence that tells the budget and what was spent.

"Dari anggaran sebesar Rp A terealisasi Rp B. Sisa anggaran yang tidak terserap sebesar Rp C atau p
persen": where A and B repeat one row, C is their difference and p what its share leaves of 100.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.tied.candidates import is_long
from lkjip_analysis.intake.sentences.tied.realised_beside import BUDGET, JOINED, SPENDING, measured
from lkjip_analysis.intake.sentences.tied.sentence_series import Said
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.slips import is_slip

LEFT = re.compile(
    r"\b(?:sisa(?:\s+(?:lebih|anggaran|pagu|dana))*|(?:anggaran|pagu|dana)(?=\s+(?:yang\s+)?tidak))"
    r"(?:\s+(?:yang\s+)?(?:tidak|belum)\s+(?:dapat\s+)?"
    r"(?:terserap|terealisasi|diserap|direalisasikan|digunakan|dibelanjakan))?"
    r"(?:\s+(?:adalah|yaitu|sebesar|sejumlah|senilai|sebanyak|mencapai|tersebut|ini))*\W*(?:Rp\W*)?$",
    re.IGNORECASE,
)
"""What stands right before a rest: of the budget as such, not of a kind of spending."""
OF_SOMETHING_ELSE = re.compile(
    r"triwulan|semester|\bbulan\b|kontrak|lelang|perubahan|pergeseran|\blalu\b|sebelumnya|belanja|"
    r"program|kegiatan|\bkas\b|silpa|pendapatan|di\s*antara|termasuk|antara lain|masing",
    re.IGNORECASE,
)
BACK = 6
"""So many figures before the rest at most lie its budget and what was spent of it."""


@dataclass(frozen=True)
class BudgetRest:
    """A figure that is what is left: of which cells, and whether it is."""

    claim: int
    sel: str
    why: str
    agrees: bool


@dataclass(frozen=True)
class _Row:
    """The budget of a row, what was spent of it, and its share."""

    budget: Spot
    spent: Spot
    share: Spot | None

    @property
    def left(self) -> Fraction:
        return self.budget.value - self.spent.value


def rests_of_budgets(
    said: Sequence[Said], spots: Sequence[Spot], repeated: Sequence[str]
) -> Iterator[BudgetRest]:
    """The rests of budgets, each with the cells that it is the difference of, and their shares.

    `repeated` are the cells that claims repeat, by the number of the claim.
    """
    cells = {spot.address: spot for spot in spots if not spot.is_claim}
    shares = {(s.table, s.key): s for s in cells.values() if _is_share_spent(s)}
    for number, one in enumerate(said):
        row = _row_before(said[max(number - BACK, 0) : number], cells, shares, repeated)
        if row is None or not _is_rest(one, said[number - 1]):
            continue
        yield _amount_left(one, row)
        follows = said[number + 1] if number + 1 < len(said) else None
        if follows and row.share and _stands_beside(one, follows):
            told = _share_left(follows, row.share)
            if told:
                yield told


def _row_before(
    before: Sequence[Said],
    cells: Mapping[str, Spot],
    shares: Mapping[tuple[str, str], Spot],
    repeated: Sequence[str],
) -> _Row | None:
    """The one row of which a budget and what was spent of it are told before."""
    told = [cells[repeated[one.claim]] for one in before if repeated[one.claim] in cells]
    money = grouped(((s.table, s.key), s) for s in told if s.unit == "rupiah")
    if len(money) != 1:
        return None
    ((place, amounts),) = money.items()
    budgets, spent = (
        {s.address: s for s in amounts if measured(s) == wanted} for wanted in (BUDGET, SPENDING)
    )
    if len(budgets) != 1 or len(spent) != 1:
        return None
    return _Row(next(iter(budgets.values())), next(iter(spent.values())), shares.get(place))


def _is_share_spent(spot: Spot) -> bool:
    """Does a column print the percentage of the budget that was spent?"""
    return spot.is_share and spot.column.name == "serapan"


def _is_rest(one: Said, before: Said) -> bool:
    """Do the words call an amount the rest of the budget told there or one paragraph before?"""
    if one.figure.kind != "rupiah" or not is_long(one.figure):
        return False
    sentence = one.sentence
    near = one.where.paragraph.part == before.where.paragraph.part
    near = near and one.where.place - before.where.place <= 1
    of_year = years_in(sentence) <= {one.where.tahun}
    own = sentence[: sentence.find(one.figure.text)]
    is_left = near and of_year and LEFT.search(one.figure.before)
    return bool(is_left) and not OF_SOMETHING_ELSE.search(own)


def _amount_left(one: Said, row: _Row) -> BudgetRest:
    why = worded(
        "sisa {budget} dikurangi {spent} ({label}: {row})",
        budget=row.budget.printed.text.strip(),
        spent=row.spent.printed.text.strip(),
        label=row.budget.label,
        row=one_line(row.budget.called),
    )
    sel = f"dari={row.budget.address}; kurang={row.spent.address}"
    return BudgetRest(one.claim, sel, why, row.left == one.figure.printed.value)


def _stands_beside(one: Said, share: Said) -> bool:
    """Does a percentage follow right behind an amount: "Rp C atau p persen"?"""
    between = one.where.paragraph.text[one.figure.end : share.figure.start]
    same = one.where.place == share.where.place and share.figure.kind == "persen"
    return same and bool(JOINED.fullmatch(between))


def _share_left(share: Said, spent: Spot) -> BudgetRest | None:
    """The share that is left beside the one spent: where it agrees, or is a slip away."""
    figure, right = share.figure.printed, 100 - spent.value
    agrees = abs(right - Fraction(figure.value or 0)) < max(figure.step, spent.printed.step)
    why = worded("sisa dari {printed}", printed=spent.printed.text.strip())
    told = BudgetRest(share.claim, f"dari=100; kurang={spent.address}", why, agrees)
    return told if agrees or is_slip(figure, right) else None
