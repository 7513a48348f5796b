"""Simple relations that a figure of a sentence may be: a share, a sum, a difference, a mean.

Only what stands near is tried: tables of the same part, their totals, figures of the paragraph.
Whether one fits is asked under the figure's own rounding.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from lkjip_analysis.intake.document.periods import is_over_years
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said_figures import BOUND_BEHIND, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import Figure
from lkjip_analysis.intake.sentences.tied.candidates import is_physical
from lkjip_analysis.intake.sentences.tied.near_cells import PERCENT, NearCells
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import persen
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.numbers.slips import is_slip

TARGET = re.compile(r"\btarget", re.IGNORECASE)
SHARE = re.compile(r"%|persen|dari|terhadap", re.IGNORECASE)
REST = re.compile(r"efisien|sisa|tidak terserap|selisih|belum|kurang|silpa|hemat", re.IGNORECASE)
SUM = re.compile(
    r"jumlah|total|keseluruhan|seluruh|sehingga|terdiri|pagu|realisasi|sumber dana|"
    r"sebesar|sebanyak",
    re.IGNORECASE,
)
EXCEPT = re.compile(
    r"\b(?:ter|di)?kecuali(?:kan)?\b|\bberbeda\s+dengan\b|\bmisalnya\b|"
    r"(?:%|persen)(?:[^.;]|\.\d)*\batau\b[^.;\d%]{0,30}$", re.IGNORECASE)  # fmt: skip
"""What turns to another whole: also a second share, "98 % of the budget, or 99 % of ..."."""
ACHIEVED = re.compile(
    r"\b(?:kinerja|output|keluaran|outcome|hasil|target|indikator|progres\w*)\b[^\d,;]*$", re.I
)
"""What stands before a percentage that is of no money, though amounts stand beside it."""
FAR = 100
"""What stands so near before a share and turns to another thing than its sentence is about."""
TO = r"(?:sampai(?:\s+dengan)?|s\.?\s?d\.?|s/d|hingga|[-–—])"
FROM_HERE = re.compile(rf"\s*(?:(?:%|persen)\s*)?{TO}\s*\d", re.IGNORECASE)
UP_TO_HERE = re.compile(rf"\d\s*(?:%|persen)?\s*{TO}\s*$", re.IGNORECASE)
CHANGE_BEGINS = re.compile(r"\s*(?:%|persen)?\s*menjadi\b", re.IGNORECASE)
CHANGE_ENDS = re.compile(r"\bdari\s+\d[\d.,]*\s*(?:%|persen)\s+menjadi\s*$", re.IGNORECASE)
"""Around the ends of a change, "dari 66 % menjadi 70 %": they are no share of what is counted."""
ITEM = re.compile(r"(?<![\w(])\(?(?:\d{1,2}|[a-h])\s*\)\s")
"""What begins an item of a list within a sentence: "1) Pembinaan Rp90 juta, 2) Pelatihan ..."."""
APART = 3
"""The two amounts of a share stand so close to one another."""
NEAR = Fraction(2, 100)
"""How far, in parts of the figure, a relation whose words are printed may miss it."""
SHIFTED = tuple(1 / (1 - Fraction(10) ** power) for power in (-3, -2, -1, 1, 2, 3))
"""What a part is of what is missing, where it is printed so many powers of ten too large."""


@dataclass(frozen=True)
class Relation:
    """A relation with its value: `sel` is what klaim.csv would say of its cells."""

    jenis: str
    sel: str
    value: Fraction
    sebab: str
    told: bool
    """Do the words around the figure speak of such a relation?"""
    loose: Fraction = Fraction(0)
    """How far rounding of its parts may move it."""
    column: str = ""
    parts: frozenset[Fraction] = frozenset()
    terms: tuple[Fraction, ...] = ()
    """The figures it is made of, where the same may stand in other places."""

    def misses(self, figure: Figure) -> Fraction:
        assert figure.printed.value is not None
        return abs(self.value - figure.printed.value)

    def fits(self, figure: Figure) -> bool:
        slack = Fraction(0) if figure.printed.value is None else _slack(figure)
        return self.misses(figure) <= slack + self.loose

    def nearly(self, figure: Figure) -> bool:
        """Told in words, and missed by little, in a mean by one slip, or by one part printed 10 or
        1000 times too large or small."""
        assert figure.printed.value is not None
        if not self.told or _is_bound(figure):
            return False
        if self.jenis in ("rasio", "rerata"):
            slipped = figure.is_telling and is_slip(figure.printed, self.value)
            is_near = self.misses(figure) <= NEAR * abs(figure.printed.value)
            return is_near or (self.jenis == "rerata" and slipped)
        missing = self.value - figure.printed.value
        return missing != 0 and any(missing * factor in self.parts for factor in SHIFTED)


def _is_bound(figure: Figure) -> bool:
    """Is it an end of a range, "80 % sampai dengan 119 %", which nothing is reckoned for?"""
    ends = FROM_HERE.match(figure.after) or BOUND_BEHIND.match(figure.after)
    return bool(ends or UP_TO_HERE.search(figure.before[-FAR:]))


def _slack(figure: Figure) -> Fraction:
    """Half a unit of the last digit; a whole one where it was cut off."""
    is_exact = not figure.printed.decimals and figure.kind != "persen"
    return Fraction(0) if is_exact else figure.printed.step


def is_share_in(figure: Figure, sentence: str) -> bool:
    """Is it the share of two figures that its sentence prints near one another, as "Rp90 dari 100"
    is, of which one tells no currency?"""
    if figure.kind != "persen" or figure.printed.value is None:
        return False
    shares, slack = _shares_in(sentence), figure.printed.step
    first = bisect_left(shares, figure.printed.value - slack)
    return first < len(shares) and shares[first] <= figure.printed.value + slack


@lru_cache(maxsize=64)  # each percentage of a sentence asks it
def _shares_in(sentence: str) -> tuple[Fraction, ...]:
    """What figures near one another are of each other, in percent; of a target also (2T-R)/T."""
    amounts = [told.value for told in figures_of(sentence) if told.kind != "persen" and told.value]
    behind = (amounts[place : place + APART] for place in range(1, len(amounts)))
    pairs = ((one, other) for one, others in zip(amounts, behind, strict=False) for other in others)
    ways = (way for one, other in pairs for way in ((one, other), (other, one)))
    shares = [Fraction(persen(part, whole)) for part, whole in ways]
    return tuple(sorted([*shares, *(200 - s for s in shares if TARGET.search(sentence))]))


def _column_of(pattern: str) -> str:
    return pattern.rpartition(".")[2]


def relations(
    figure: Figure, sentence: str, near: NearCells, fellows: Sequence[Spot]
) -> Iterator[Relation]:
    """Every relation over the near cells and the fellow figures of the paragraph."""
    words = f"{figure.before[-160:]} {figure.after[:60]}"
    if figure.kind == "persen" and not is_physical(figure.before):
        yield from _shares(figure, fellows, sentence)
        yield from _rests(fellows, words)
    if figure.kind in ("persen", "bilangan"):
        yield from _means(near, sentence)
    if figure.kind != "persen":
        yield from _of_fellows(figure, fellows, words)
        yield from _sums(figure, near, words)
        yield from _row_differences(figure, near, words)


def _unit(figure: Figure) -> str:
    return "persen" if figure.kind == "persen" else figure.kind


def _same_kind(figure: Figure, spots: Sequence[Spot]) -> list[Spot]:
    return [spot for spot in spots if spot.unit == _unit(figure)]


def _shares(figure: Figure, fellows: Sequence[Spot], sentence: str) -> Iterator[Relation]:
    if _is_end_of_change(figure):
        return
    amounts = [spot for spot in fellows if not spot.is_share and spot.value]
    items = {spot.address: _item_of(spot, sentence) for spot in amounts}
    told = _speaks_of(SHARE, sentence) and not EXCEPT.search(figure.before[-FAR:])
    of_work = ACHIEVED.search(figure.before[-FAR:])
    for part, whole in combinations(amounts, 2):
        if part.unit != whole.unit or part.value == whole.value:
            continue
        of_items = items[part.address], items[whole.address]
        if 0 not in of_items and len({*of_items}) > 1:
            continue
        small, large = sorted((part, whole), key=lambda spot: spot.value)
        yield Relation(
            "rasio",
            f"pembilang={small.address}; penyebut={large.address}",
            Fraction(persen(small.value, large.value)),
            worded(
                "kalimatnya menyebut {one} dan {other}",
                one=small.printed.text.strip(),
                other=large.printed.text.strip(),
            ),
            told and part.part == whole.part and not (part.unit == "rupiah" and of_work),
        )


def _is_end_of_change(figure: Figure) -> bool:
    before = figure.before[-FAR:]
    begins = re.search(r"\bdari\s*$", before, re.IGNORECASE)
    return bool((begins and CHANGE_BEGINS.match(figure.after)) or CHANGE_ENDS.search(before))


def _item_of(spot: Spot, sentence: str) -> int:
    """In which item of a list within the sentence an amount stands; 0 before all, or elsewhere."""
    begins = _items_of(sentence)
    return bisect_left(begins, sentence.find(spot.printed.text.strip())) if begins else 0


@lru_cache(maxsize=64)
def _items_of(sentence: str) -> tuple[int, ...]:
    """Where the items of a list within a sentence begin."""
    return tuple(item.start() for item in ITEM.finditer(sentence))


@lru_cache(maxsize=64)  # each figure of a sentence asks it
def _speaks_of(words: re.Pattern[str], sentence: str) -> bool:
    return words.search(sentence) is not None


def _rests(fellows: Sequence[Spot], words: str) -> Iterator[Relation]:
    told = bool(REST.search(words))
    for spot in fellows:
        if spot.is_share:
            value, loose = 100 - spot.value, step(spot.printed.decimals) / 2
            yield Relation(
                "selisih",
                f"dari=100; kurang={spot.address}",
                value,
                worded("sisa dari {printed}", printed=spot.printed.text.strip()),
                told,
                loose,
            )


def _means(near: NearCells, sentence: str) -> Iterator[Relation]:
    is_mean = near.tells_a_mean(sentence) and not is_over_years(sentence)
    of_targets = _speaks_of(TARGET, sentence)
    for group in near.groups(PERCENT):
        # What was achieved on average is no mean of targets.
        told = is_mean and (of_targets or "target" not in _column_of(group.pattern))
        yield Relation(
            "rerata",
            f"bagian={group.pattern}",
            group.mean,
            group.mean_told,
            told,
            group.loose,
            _column_of(group.pattern),
        )


def _sums(figure: Figure, near: NearCells, words: str) -> Iterator[Relation]:
    told = bool(SUM.search(words))
    for group in near.groups((_unit(figure),)):
        yield Relation(
            "jumlah",
            f"bagian={group.pattern}",
            group.total,
            group.sum_told,
            told,
            column=_column_of(group.pattern),
            parts=group.parts,
        )


def _of_fellows(figure: Figure, fellows: Sequence[Spot], words: str) -> Iterator[Relation]:
    same = _same_kind(figure, [spot for spot in fellows if spot.value])
    told = bool(re.search(r"jumlah|total|keseluruhan|sehingga|terdiri", words, re.IGNORECASE))
    is_rest = bool(REST.search(words))
    for size in (2, 3):
        for group in combinations(same[-8:], size):
            value = sum((spot.value for spot in group), Fraction(0))
            cells = " + ".join(spot.address for spot in group)
            yield Relation(
                "jumlah",
                f"bagian={cells}",
                value,
                worded("penjumlahan {count} angka kalimat itu", count=size),
                told,
                terms=tuple(sorted(s.value for s in group)),
            )
    for one, other in combinations(same[-8:], 2):
        large, small = (one, other) if one.value > other.value else (other, one)
        yield Relation(
            "selisih",
            f"dari={large.address}; kurang={small.address}",
            large.value - small.value,
            worded("selisih dua angka kalimat itu"),
            is_rest,
            terms=(large.value, small.value),
        )


def _row_differences(figure: Figure, near: NearCells, words: str) -> Iterator[Relation]:
    """The differences of two columns in a row that the figure may print."""
    if not REST.search(words) or figure.printed.value is None:
        return
    for found in near.differences(_unit(figure), figure.printed.value, _slack(figure)):
        sel = f"dari={found.large.address}; kurang={found.small.address}"
        yield Relation(
            "selisih",
            sel,
            found.value,
            worded("selisih dua kolom sebaris"),
            True,
            terms=(found.large.value, found.small.value),
        )
