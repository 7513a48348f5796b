"""How likely a relation is kept by accident: by figures of other rows, and by how many digits.

Small whole numbers, zeros and equal columns make accidents likely. That shows in the table itself:
a relation that the result of one row keeps with the parts of another row says little.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations
from math import exp, lgamma, log, log1p
from statistics import median

from lkjip_analysis.intake.relations.basis.figure_grid import Row, value
from lkjip_analysis.numbers.printed import Printed

LEAST = 1e-6
"""No coincidence is thought rarer: figures of a report hang together in ways nobody sees."""
COMPARED = 24
"""The rows of which each is tried with each other."""


def accidents(
    rows: Sequence[Row], result: str, holds: Callable[[Row], bool], kept: int, trials: int
) -> float:
    """Expected number of relations, of so many tried, kept in at least `kept` of these rows."""
    each = _each(rows, result, holds)
    return trials * tail(each, len(rows), kept)


def tail(each: float, of: int, kept: int) -> float:
    """The chance that at least `kept` of so many hold, where one does by accident so often.

    By logarithms: of ten thousand rows there are more choices than a float can hold.

    >>> round(tail(0.5, 4, 3), 6), tail(0.5, 10_000, 9_999)
    (0.3125, 0.0)
    """
    each = min(1.0, max(each, LEAST))
    if each == 1.0:
        return 1.0
    yes, no = log(each), log1p(-each)
    return min(
        1.0, sum(exp(_choices(of, k) + k * yes + (of - k) * no) for k in range(kept, of + 1))
    )


def _choices(of: int, kept: int) -> float:
    """The logarithm of the number of ways to choose `kept` of so many."""
    return lgamma(of + 1) - lgamma(kept + 1) - lgamma(of - kept + 1)


def by_crossing(
    pairs: Sequence[tuple[Printed, Printed]], holds: Callable[[Printed, Printed], bool], kept: int
) -> float:
    """How likely two columns agree so often by accident: by figures of other rows."""
    some = pairs[:COMPARED]
    crossed = [holds(one[0], other[1]) for one, other in permutations(some, 2)]
    return tail(sum(crossed) / len(crossed) if crossed else 1.0, len(pairs), kept)


def _each(rows: Sequence[Row], result: str, holds: Callable[[Row], bool]) -> float:
    """The chance that one row keeps the relation though it does not mean it."""
    some = rows[:COMPARED]
    crossed = [holds({**one, result: other[result]}) for one, other in permutations(some, 2)]
    crossing = sum(crossed) / len(crossed) if crossed else 0.0
    return min(1.0, max(crossing, _by_digits(some, result), LEAST))


def _by_digits(rows: Sequence[Row], result: str) -> float:
    """How wide the print of a figure is beside the figure: 2 units in 350 for 3,50."""
    widths = [2 * row[result].step / abs(value(row[result])) for row in rows if value(row[result])]
    return float(median(widths)) if widths else 1.0
