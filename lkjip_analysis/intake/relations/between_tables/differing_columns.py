"""Two columns of achievements or results of one year that agree in some rows and differ in many.

Both headings say "capaian", or "realisasi", of the year, and figures of many digits agree: the
columns are meant to be the same, and one of them is of another edition. Which one, nobody can tell
from them.
"""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.relations.basis.found_relation import FoundRelation
from lkjip_analysis.intake.relations.basis.measures import STAGE_WORDS
from lkjip_analysis.intake.relations.between_tables.compared_columns import (
    ACHIEVED,
    Compared,
    Pair,
    of_one_target,
)
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.printed import Printed
from lkjip_analysis.numbers.same_figure import same_figure

KIND, REACHED = "kolom_berbeda", "realisasi"
FEWEST, DIGITS = 2, 4
"""So many rows agree in figures of so many digits, as no accident makes them; so many differ."""


def differing_columns(compared: Compared) -> Iterator[FoundRelation]:
    """Each two tables whose columns of one of these are meant to be the same and are not."""
    one, other = compared.measures
    if one.word not in (ACHIEVED, REACHED) or not one.says(other) or one.percent != other.percent:
        return
    for pair in map(of_one_target, compared.pairs):
        agreeing = [row for row in pair.rows if same_figure(*row[2:])]
        telling = sum(is_telling(row[2]) for row in agreeing)
        fails = len(pair.rows) - len(agreeing)
        if telling >= FEWEST and fails >= FEWEST and _are_of_one_time(pair, compared.year):
            yield _relation(pair, len(agreeing))


def is_telling(printed: Printed) -> bool:
    """Has a print so many digits that it is no round figure of many rows?"""
    return sum(map(str.isdigit, printed.core.rstrip("0,.") or "")) >= DIGITS


def _are_of_one_time(pair: Pair, year: int) -> bool:
    """Do the titles name no other years, quarters or stages? Without one it is the report's."""
    titles = pair.one.title, pair.other.title
    years = [years_in(title) or {year} for title in titles]
    stages = [set(STAGE_WORDS.findall(title.casefold())) for title in titles]
    return bool(years[0] & years[1]) and stages[0] == stages[1]


def _relation(pair: Pair, kept: int) -> FoundRelation:
    one, other, (left, right) = pair.one, pair.other, pair.columns
    return FoundRelation(
        f"beda_{left}_{one.name}_{other.name}_{right}",
        KIND,
        {
            "hasil": one.cells((row[0] for row in pair.rows), left),
            "sumber": other.cells((row[1] for row in pair.rows), right),
        },
        "judul kolom",
        kept,
        len(pair.rows),
        0.0,
        worded("menurut judulnya kedua kolom mencetak angka yang sama untuk satu tahun"),
        frozenset((left, right)),
    )
