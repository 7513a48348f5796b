"""Which place among the rows of a table a sentence gives to the one it names: "terbesar adalah X
dengan N", "menempati peringkat kedua dengan N"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.texts import name_pattern
from lkjip_analysis.intake.noticed.basis.row_fellows import RowLevels
from lkjip_analysis.intake.noticed.basis.row_mentions import RowCell
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped

HIGHEST = r"tertinggi|terbesar|terbanyak|paling\s+(?:banyak|tinggi|besar)"
LOWEST = r"terendah|terkecil|tersedikit|paling\s+(?:sedikit|rendah|kecil)"
EXTREME = re.compile(rf"\b(?:{HIGHEST}|{LOWEST})\b", re.IGNORECASE)
PLACES = ("pertama", "kedua", "ketiga", "keempat", "kelima")
WORDS = re.compile(
    rf"\b(?:(?P<high>{HIGHEST})|(?P<low>{LOWEST})"
    rf"|(?:peringkat|urutan)\s+(?P<place>{'|'.join(PLACES)}))\b"
    rf"(?:\s+(?P<after>{'|'.join(PLACES)}))?",
    re.IGNORECASE,
)
AMONG = re.compile(r"\b(?:di\s*antara|antara|kedua setelah|kecuali|selain)\b", re.IGNORECASE)
"""Words that rank among some rows only."""
JOINED = r"(?:\(|,?\s*+(?:dengan|sebesar|sebanyak|mencapai)\s)\s*"
FEWEST = 3
"""Of two rows one is always the highest: to call it so says nothing of a column."""


@dataclass(frozen=True)
class Rank:
    """A place from the top, 1 is the highest; from the bottom where it is below 0."""

    place: int


class Columns:
    """The figures of the rows of each table, by column; totals left out."""

    def __init__(self, spots: Iterable[Spot], levels: RowLevels) -> None:
        rows = (spot for spot in spots if not spot.is_total and not spot.is_claim)
        self._held, self._levels = grouped((spot.of_column, spot) for spot in rows), levels

    def fellows(self, spot: Spot) -> Sequence[Spot]:
        """Those of its column with which a figure may be compared, itself among them."""
        return self._levels.fellows(spot, self._held.get(spot.of_column, ()))

    def among(self, spot: Spot) -> Sequence[Spot]:
        """The same, where the column holds others too."""
        found = self.fellows(spot)
        return found if len(found) < len(self._held.get(spot.of_column, ())) else ()


def told_rank(before: str) -> Rank | None:
    """The one rank that the words before a figure tell, of all rows."""
    told = list(WORDS.finditer(before))
    if len(told) != 1 or AMONG.search(before):
        return None
    place = told[0]["place"] or told[0]["after"]
    number = PLACES.index(place.casefold()) + 1 if place else 1
    return Rank(-number if told[0]["low"] else number)


def holder(rank: Rank, cell: RowCell, columns: Columns) -> Fraction | None:
    """The figure at a rank among the fellows of a cell, where no other row prints the same."""
    figures = [spot.value for spot in columns.fellows(cell.spot)]
    if len(figures) < max(FEWEST, abs(rank.place)):
        return None
    ordered = sorted(figures, reverse=rank.place > 0)
    value = ordered[abs(rank.place) - 1]
    return value if ordered.count(value) == 1 else None


def names_just_before(before: str, called: str) -> bool:
    """Does a name stand between the words of the rank and the figure: "adalah X (", "adalah X
    sebesar"?"""
    name = name_pattern(called)
    joined = rf"\b(?:adalah|yaitu|yakni|pada|di|oleh)\s+{name}\s*{JOINED}$"
    return bool(name and re.search(joined, before, re.IGNORECASE))
