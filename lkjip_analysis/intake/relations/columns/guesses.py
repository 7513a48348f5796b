"""What a column may be computed from: each guess a kind of rule, its roles, and how to try it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from lkjip_analysis.intake.relations.basis.figure_grid import Grid, Row, near, value, whole_of
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed

BESIDE = 7
"""What a column is computed from stands at most so many columns beside it."""
LONGEST = 6
"""So many columns are added up at most without a heading that says so."""
FIRST = 2
"""A target or budget far from the column that is reckoned from it is one of the first figures."""
PROMISED = re.compile(r"\b(?:target|anggaran|pagu|alokasi|rencana)\b", re.IGNORECASE)
"""What heads the figures that results are held against."""
MONTHS = 12
"""A year has a column for each: so many are also added up, and no mean is of more."""

Slack = Callable[[Row], Fraction]
Named = Callable[[str], str]
"""How a column is called where it is told."""


@dataclass(frozen=True)
class Guess:
    """One way in which a column may follow from others."""

    kind: str
    roles: Mapping[str, str]
    parts: tuple[str, ...]
    holds: Callable[[Row], bool]
    informs: Callable[[Row], bool]
    """Does a row that keeps it say anything? 0 = 0 + 0 does not."""
    words: Callable[[Named], str]
    applies: Callable[[Row], bool] = lambda row: True
    """Can a row keep it or fail it at all? Nothing is no share of nothing."""
    is_whole: bool = False
    """Is it the sum of all that stands to the left, as a heading "Jumlah" means it?"""


def _spread(roles: Mapping[str, str | Sequence[str]]) -> dict[str, str]:
    return {
        role: told if isinstance(told, str) else " + ".join(f".{c}" for c in told)
        for role, told in roles.items()
    }


def sums(grid: Grid, result: str) -> Iterator[Guess]:
    """Runs of columns of the same sort that end just before the result or begin just behind."""
    columns = grid.named(grid.column(result).is_percent)
    here = columns.index(result)
    for size in (*range(2, LONGEST + 1), MONTHS):
        left, right = columns[max(here - size, 0) : here], columns[here + 1 : here + 1 + size]
        for run in (left, right):
            if len(run) == size:
                yield sum_of(result, run)


def sum_of(result: str, run: Sequence[str], is_whole: bool = False) -> Guess:
    def holds(row: Row) -> bool:
        parts = [row[c] for c in run]
        return near(row[result], whole_of(parts), parts)

    def informs(row: Row) -> bool:
        return sum(bool(value(row[c])) for c in run) > 1

    def words(named: Named) -> str:
        return worded("jumlah {run}", run=" + ".join(map(named, run)))

    roles = _spread({"hasil": f".{result}", "bagian": run})
    return Guess("jumlah", roles, tuple(run), holds, informs, words, is_whole=is_whole)


def _held_against(grid: Grid, result: str) -> list[str]:
    """The columns beside one, and the targets or budgets that a table of many months prints
    first: "Sisa" and "%" behind the last of them are held against these."""
    near_by, columns = grid.beside(result, grid.named(), BESIDE), grid.named(percent=False)
    far = (c for c in columns[:FIRST] if c not in near_by and PROMISED.search(grid.column(c).head))
    return [*grid.beside(result, [*far], len(grid.places)), *near_by]


def differences(grid: Grid, result: str) -> Iterator[Guess]:
    columns = _held_against(grid, result)
    for whole, part in permutations(columns, 2):
        if grid.column(whole).is_percent == grid.column(part).is_percent:
            yield difference(result, whole, part)


def difference(result: str, whole: str, part: str) -> Guess:
    """One column less another."""

    def holds(row: Row) -> bool:
        told = value(row[whole]) - value(row[part])
        return near(row[result], told, [row[whole], row[part]])

    def informs(row: Row) -> bool:
        return bool(value(row[part]) and value(row[whole]) and value(row[result]))

    roles = {"hasil": f".{result}", "dari": f".{whole}", "kurang": f".{part}"}
    return Guess(
        "selisih",
        roles,
        (whole, part),
        holds,
        informs,
        lambda named: worded("{whole} dikurangi {part}", whole=named(whole), part=named(part)),
    )


def complements(grid: Grid, result: str) -> Iterator[Guess]:
    """What another column of shares lacks to 100: efficiency beside absorption."""
    for part in grid.beside(result, grid.named(percent=True), BESIDE):
        if grid.column(result).is_percent:
            yield _complement(result, part)


def _complement(result: str, part: str) -> Guess:
    def holds(row: Row) -> bool:
        return near(row[result], 100 - value(row[part]), [row[part]])

    def informs(row: Row) -> bool:
        return value(row[part]) not in (0, 50, 100)

    def words(named: Named) -> str:
        return worded("100 dikurangi {part}", part=named(part))

    roles = {"hasil": f".{result}", "dari": "100", "kurang": f".{part}"}
    return Guess("selisih", roles, (part,), holds, informs, words)


def means(grid: Grid, result: str) -> Iterator[Guess]:
    """The mean of runs of columns of the same sort that end just before the result."""
    columns = grid.named(grid.column(result).is_percent)
    here = columns.index(result)
    for size in range(2, min(here, MONTHS) + 1):
        yield _mean_of(result, columns[here - size : here], _slack(grid, result))


def _mean_of(result: str, run: Sequence[str], slack: Slack) -> Guess:
    def holds(row: Row) -> bool:
        parts = [row[c] for c in run]
        return abs(value(row[result]) - _mean(parts)) <= slack(row)

    def informs(row: Row) -> bool:
        return len({value(row[c]) for c in run}) > 1

    def words(named: Named) -> str:
        return worded("rata-rata {run}", run=", ".join(map(named, run)))

    roles = _spread({"hasil": f".{result}", "bagian": run})
    return Guess("rerata", roles, tuple(run), holds, informs, words)


def _mean(parts: Sequence[Printed]) -> Fraction:
    return whole_of(parts) / len(parts)


def shares(grid: Grid, result: str) -> Iterator[Guess]:
    """One column in percent of another, growth from one to another, shares of a column's total.

    What stands under shares in the row of a total is their mean or their own share, no total.
    """
    columns, slack = _held_against(grid, result), _slack(grid, result)
    for part, whole in permutations(columns, 2):
        yield _share(result, part, whole, slack)
        yield _growth(result, part, whole, slack)
    totals = [key for key in grid.sums if not key.startswith("rerata")]
    if len(totals) == 1:
        for part in columns:
            if part in grid.sums[totals[0]] and not grid.column(part).is_percent:
                yield _share_of_total(grid, result, part, totals[0])


def _share(result: str, part: str, whole: str, slack: Slack) -> Guess:
    def told(row: Row) -> Fraction:
        return 100 * value(row[part]) / value(row[whole])

    def informs(row: Row) -> bool:
        return bool(value(row[part]) and value(row[whole])) and row[part].value != row[whole].value

    roles = {"hasil": f".{result}", "pembilang": f".{part}", "penyebut": f".{whole}"}
    return Guess(
        "rasio",
        roles,
        (part, whole),
        _close(result, whole, told, slack),
        informs,
        lambda named: worded("{part} dalam persen {whole}", part=named(part), whole=named(whole)),
        lambda row: bool(value(row[whole]) or value(row[result])),
    )


def _growth(result: str, now: str, before: str, slack: Slack) -> Guess:
    def told(row: Row) -> Fraction:
        return 100 * (value(row[now]) - value(row[before])) / value(row[before])

    def informs(row: Row) -> bool:
        return bool(value(row[now]) and value(row[before])) and row[now].value != row[before].value

    roles = {"hasil": f".{result}", "sekarang": f".{now}", "sebelum": f".{before}"}
    return Guess(
        "pertumbuhan",
        roles,
        (now, before),
        _close(result, before, told, slack),
        informs,
        lambda named: worded(
            "pertumbuhan dari {before} ke {now}", before=named(before), now=named(now)
        ),
        lambda row: bool(value(row[before]) or value(row[result])),
    )


def _share_of_total(grid: Grid, result: str, part: str, total: str) -> Guess:
    whole, slack = value(grid.sums[total][part]), _slack(grid, result)

    def told(row: Row) -> Fraction:
        return 100 * value(row[part]) / whole

    def holds(row: Row) -> bool:
        return bool(whole) and abs(value(row[result]) - told(row)) <= slack(row)

    roles = {"hasil": f".{result}", "pembilang": f".{part}", "penyebut": grid.cell(total, part)}
    return Guess(
        "rasio",
        roles,
        (part,),
        holds,
        lambda row: bool(value(row[part])),
        lambda named: worded("bagian {part} dalam persen jumlahnya", part=named(part)),
    )


def _close(
    result: str, whole: str, told: Callable[[Row], Fraction], slack: Slack
) -> Callable[[Row], bool]:
    def holds(row: Row) -> bool:
        return bool(value(row[whole])) and abs(value(row[result]) - told(row)) <= slack(row)

    return holds


def _slack(grid: Grid, result: str) -> Slack:
    """How far a printed result may miss: a unit of its last digit, rounded or cut off.

    A column of whole numbers that are no shares counts things: it is held to be exact when the
    table is verified, and a relation that holds only when rounded would accuse each of its rows.
    """
    cells = (row[result] for row in (*grid.rows.values(), *grid.sums.values()) if result in row)
    if not grid.column(result).is_percent and all(cell.decimals <= 0 for cell in cells):
        return lambda row: Fraction(0)
    return lambda row: row[result].step
