"""Quotients that a heading names: "Rata-rata siswa per sekolah", "Rasio guru/siswa".

What stands before and behind "per" must be words of two other columns; the figure is the one over
the other, for each one or for as many as the heading says ("per 1.000 penduduk"). Where it says for
how many, and its words are short for others ("AKI per 100.000 KH"), any two columns may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from lkjip_analysis.intake.document.texts import words
from lkjip_analysis.intake.relations.basis.figure_grid import Grid, Row, value
from lkjip_analysis.intake.relations.columns.guesses import BESIDE, Guess
from lkjip_analysis.intake.tables.quotient_heads import quotient_head
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction


def named_quotients(grid: Grid, result: str) -> Iterator[Guess]:
    """The quotients of two columns that the heading of another names."""
    told = quotient_head(grid.column(result).head)
    if told is None or grid.column(result).is_percent:
        return
    beside = grid.beside(result, grid.named(percent=False), BESIDE)
    parts, wholes = (_called(grid, beside, words(name)) for name in (told.part, told.whole))
    if told.each > 1:
        counted = [c for c in beside if quotient_head(grid.column(c).head) is None]
        parts = [c for c in parts if c in counted] or counted
        wholes = [c for c in wholes if c in counted] or counted
    for part, whole in product(parts, wholes):
        if part != whole:
            yield _quotient(grid, result, (part, whole), told.each)


def _called(grid: Grid, columns: Sequence[str], told: frozenset[str]) -> list[str]:
    """The columns whose headings say what a part of the name does."""
    return [column for column in columns if told & words(grid.column(column).head)]


def _quotient(grid: Grid, result: str, of: tuple[str, str], each: int) -> Guess:
    part, whole = of
    step = max(row[result].step for row in grid.rows.values() if result in row)

    def holds(row: Row) -> bool:
        over = value(row[whole])
        told = each * value(row[part]) / over if over else Fraction(0)
        return bool(over) and abs(value(row[result]) - told) <= step / 2

    def informs(row: Row) -> bool:
        return bool(value(row[part]) and value(row[whole])) and value(row[whole]) != 1

    roles = {
        "hasil": f".{result}",
        "pembilang": f".{part}",
        "penyebut": f".{whole}",
        "pengali": str(each),
    }
    return Guess(
        "rasio",
        roles,
        of,
        holds,
        informs,
        lambda named: worded("{part} dibagi {whole}", part=named(part), whole=named(whole)),
        lambda row: bool(value(row[whole])),
    )
