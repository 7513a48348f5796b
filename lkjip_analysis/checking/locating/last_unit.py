"""Large sums that miss by one unit of the last digit they print: rounded by the office's sheet.

The sheet holds thirds of a sen which nothing prints, so that 370.695.848.295,00 may stand below
amounts that make 370.695.848.295,01. Nobody types such a slip. In a table whose sums with sen agree
to the last of them nothing is hidden, and it stays one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.rules import Linear, Rule, fits
from lkjip_analysis.rules.values import Figure, Values

LARGE = 10**6
"""Of a figure of fewer units of its last digit, that digit may be typed wrong as any other."""

EXACT = 8
"""So many sums that agree to the last sen show a table in which none is hidden: of sums of rounded
amounts three in ten miss."""


def sums_of_a_sheet(values: Values, rules: Iterable[Rule]) -> frozenset[str]:
    """The sums of which one unit of the last digit says nothing."""
    sums = [rule for rule in rules if isinstance(rule, Linear) and _is_large(rule, values)]
    exact = Counter(rule.result.table for rule in sums if _shows_sen(rule, values))
    return frozenset(r.head.name for r in sums if exact[r.result.table] < EXACT)


def _is_large(rule: Linear, values: Values) -> bool:
    """Does it add up exact figures with decimals, to one far larger than their last digit?"""
    figures = [one for cell in rule.cells if isinstance(one := values[cell], Figure)]
    if len(figures) < len(rule.cells) or not all(f.is_exact and f.decimals > 0 for f in figures):
        return False
    result = values.figure(rule.result)
    return abs(Fraction(result.texts.low)) >= LARGE * step(result.decimals)


def _shows_sen(rule: Linear, values: Values) -> bool:
    """Does it hold with two parts or more whose last digits say something?"""
    parts = (values.figure(cell) for cell in rule.cells if cell != rule.result)
    telling = [one for one in parts if Fraction(one.texts.low).denominator > 1]
    return len(telling) > 1 and fits(values[rule.result], rule.implied(rule.result, values))
