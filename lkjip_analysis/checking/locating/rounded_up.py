"""Columns whose rates were all rounded up, as several figures show: so were the short ones.

Of two digits the last is moved by no rounding anybody uses, for 79 is no 80. But where 52,9 stands
for 52,81 and 16,7 for 16,64, a 7,4 for 7,31 was made by the same formula, and so were 54, 75 and 14
for 53,1, 74,2 and 13,3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from lkjip_analysis.checking.locating.rounding import MIN_LAST_DIGIT, Rounding, explain
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Implied, Quotient, Rule
from lkjip_analysis.rules.values import Figure, Values

LONG, ANY = 2, 3
"""So many figures of a column that only rounding up explains are no slips: long ones, any ones."""

Said = Sequence[tuple[Rule, Implied]]


def with_roundings(
    values: Values, said: Said, missed: Sequence[Rule]
) -> tuple[Values, dict[str, Rounding]]:
    """How rounding explains the relations that miss, by their names; and the values, knowing which
    columns were rounded up."""
    told = _explained(missed, values)
    known = _with_rounded_up(values, said, missed, told)
    more = [rule for rule in missed if rule.result in known.kept.up]
    return known, told | _explained(more, known)


def _explained(missed: Sequence[Rule], values: Values) -> dict[str, Rounding]:
    return {rule.head.name: how for rule in missed if (how := explain(rule, values))}


def _with_rounded_up(
    values: Values, said: Said, missed: Sequence[Rule], roundings: Mapping[str, Rounding]
) -> Values:
    """The values, knowing which short figures miss what reckons them as their column rounds up.

    `said` is what each relation says of its result.
    """
    left = {r.result for r in missed if isinstance(r, Quotient) and r.head.name not in roundings}
    short = {cell for cell in left if is_short(values[cell])}
    if not short:
        return values
    told = grouped((_column(r.result), (r, want)) for r, want in said if isinstance(r, Quotient))
    off = {rule.head.name for rule in missed}
    columns = {
        column
        for column in {_column(cell) for cell in short}
        if _shows(told[column], off, roundings)
        and all(_is_up(values[rule.result], want) for rule, want in told[column])
    }
    up = frozenset(cell for cell in short if _column(cell) in columns)
    return replace(values, kept=replace(values.kept, up=up)) if up else values


def _column(cell: Address) -> tuple[str, str]:
    return cell.table, cell.column


def _shows(told: Said, off: Set[str], roundings: Mapping[str, Rounding]) -> bool:
    """Do enough relations of a column fail to hold by the usual rounding?"""
    some = [rule.head.name for rule, _ in told if rule.head.name in off]
    long = [one for one in some if one in roundings and roundings[one].mode == "digit terakhir"]
    return len(long) >= LONG or len(some) >= ANY


def is_short(value: object) -> bool:
    """Has a rounded figure too few digits for its last one to be moved by a usual rounding?"""
    if not isinstance(value, Figure) or value.is_exact:
        return False
    return abs(Fraction(value.texts.low)) < MIN_LAST_DIGIT * step(value.decimals)


def _is_up(value: object, want: Implied) -> bool:
    """Could a figure as it is wanted have been rounded up, away from 0, to this print?"""
    if not isinstance(value, Figure) or not isinstance(want, Interval):
        return False
    size, wanted = value.texts, want
    if size.low < 0:
        size, wanted = -size, -want
    return wanted.low <= size.high and size.low - step(value.decimals) < wanted.high
