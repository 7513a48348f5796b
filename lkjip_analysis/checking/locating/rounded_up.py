"""Columns whose rates were all rounded up, as several figures show: so were the short ones.

Of two digits the last is moved by no rounding anybody uses, for 79 is no 80. But where 52,9 stands
for 52,81 and 16,7 for 16,64, a 7,4 for 7,31 was made by the same formula, and so were 54, 75 and 14
for 53,1, 74,2 and 13,3.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lkjip_analysis.checking.locating.rounding import MIN_LAST_DIGIT, Rounding
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.rules import Implied, Quotient, Rule
from lkjip_analysis.rules.values import Figure, Values

LONG, ANY = 2, 3
"""So many figures of a column that only rounding up explains are no slips: long ones, any ones."""

Said = Sequence[tuple[Rule, Implied]]


def with_rounded_up(
    values: Values, said: Said, missed: Sequence[Rule], roundings: Mapping[str, Rounding]
) -> Values:
    """The values, knowing which short figures miss what reckons them as their column rounds up.

    `said` is what each relation says of its result.
    """
    left = {r.result for r in missed if isinstance(r, Quotient) and r.head.name not in roundings}
    short = {cell for cell in left if is_short(values[cell])}
    if not short:
        return values
    columns = {(cell.table, cell.column) for cell in short}
    told = grouped(
        ((rule.result.table, rule.result.column), (rule, want))
        for rule, want in said
        if isinstance(rule, Quotient) and (rule.result.table, rule.result.column) in columns
    )
    seen = Counter(
        (rule.result.table, rule.result.column, rule.head.name in roundings)
        for rule in missed
        if isinstance(rule, Quotient)
    )
    up = {
        column
        for column, some in told.items()
        if (seen[(*column, True)] >= LONG or seen[(*column, True)] + seen[(*column, False)] >= ANY)
        and all(_is_up(values[rule.result], want) for rule, want in some)
    }
    cells = frozenset(cell for cell in short if (cell.table, cell.column) in up)
    return replace(values, kept=replace(values.kept, up=cells)) if cells else values


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
