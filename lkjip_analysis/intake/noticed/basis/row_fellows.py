"""The rows with which a row may be compared: programs with programs, not with their activities.

A row is of one level with those that begin with the same word for what they are; of those without
such a word, with those whose codes are parts of as many others, and that are sums of the rows below
them, or are none, as it is.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice

from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.report.row_levels import families, parent

KIND = re.compile(
    r"\W*(?P<kind>program|kegiatan|sub[\s-]*kegiatan|urusan|bidang|sasaran|tujuan|misi|"
    r"kecamatan|kelurahan|desa|kabupaten|kota|provinsi)\b",
    re.IGNORECASE,
)
SUM = "jumlah"
LONGEST = 40
"""No row is the sum of so many that stand below it."""


class RowLevels:
    """The level of each row of the tables: what it is called first, and whether it is a sum."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        rows = [spot for spot in spots if not (spot.is_claim or spot.is_total)]
        amounts = grouped((spot.of_column, spot) for spot in rows if not spot.is_share)
        sums = {place for held in amounts.values() for place in _sums(held)}
        parts = _parts(rows)
        self._of = {
            (spot.table, spot.key): _kind(spot.name)
            or parts.get((spot.table, spot.key))
            or SUM * ((spot.table, spot.key) in sums)
            for spot in rows
        }

    def of(self, spot: Spot) -> str:
        """The level of the row of a figure, as a word that its fellows share."""
        return self._of.get((spot.table, spot.key), "")

    def fellows(self, spot: Spot, column: Sequence[Spot]) -> list[Spot]:
        """Those of a column that are of the level of this row, itself among them."""
        return [other for other in column if self.of(other) == self.of(spot)]

    def parted(self, column: Sequence[Spot]) -> list[list[Spot]]:
        """The figures of a column by their level: one list where its rows are all alike."""
        return list(grouped((self.of(spot), spot) for spot in column).values())


def _parts(rows: Sequence[Spot]) -> dict[tuple[str, str], str]:
    """How many rows each row of a table with codes is a part of, one in another."""
    found = {}
    for table, keys in grouped((spot.table, spot.key) for spot in rows).items():
        known = frozenset(keys)
        if families(tuple(known)):
            found.update({(table, key): str(_depth(key, known)) for key in known})
    return found


def _depth(key: str, keys: Container[str]) -> int:
    above = parent(key, keys)
    return 0 if above is None else 1 + _depth(above, keys)


def _kind(name: str) -> str:
    match = KIND.match(name)
    return re.sub(r"\W", "", match["kind"]).casefold() if match else ""


def _sums(column: Sequence[Spot]) -> Iterator[tuple[str, str]]:
    """The rows that are the sum of two rows or more right below them."""
    for place, spot in enumerate(column):
        total, wanted = spot.value - spot.value, spot.value
        for count, below in enumerate(islice(column, place + 1, place + LONGEST), 1):
            total += below.value
            if total == wanted and count > 1 and wanted:
                yield spot.table, spot.key
            if total > wanted:
                break
