"""In which number style a column is written: decided for the column, by cells that leave no choice.

"1,250" is 1,25 or 1250. A column with "12,345,000" in it proves which; where nothing proves it,
a person is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lkjip_analysis.numbers.printed import Style, readings

DEFAULT: Style = "indonesia"


@dataclass(frozen=True)
class Written:
    """What the texts of a column tell: styles that a cell leaves no choice about, and the rest."""

    proven: frozenset[Style]
    two_ways: Mapping[int, str]


def written(texts: Iterable[tuple[int, str]]) -> Written:
    """What the texts of a column, each with the number of its row, tell of their style."""
    proven: set[Style] = set()
    two_ways: dict[int, str] = {}
    for row, text in texts:
        values = readings(text)
        if len(values) == 1:
            proven |= values.keys()
        elif len(set(values.values())) == 2:
            two_ways[row] = text
    return Written(frozenset(proven), two_ways)


def proven_in(columns: Iterable[Written]) -> frozenset[Style]:
    """The styles that some cell of a table proves."""
    return frozenset[Style]().union(*(column.proven for column in columns))


def style_of(column: Written, own: Style, in_table: frozenset[Style]) -> Style | None:
    """The style of a column; None where a cell can be read two ways and nothing decides.

    Points between groups of three are the rule, so they need no proof where nothing speaks against
    them; a comma before three digits does.
    """
    if len(column.proven) == 1:
        return next(iter(column.proven))
    if not column.two_ways:
        return own
    if column.proven or in_table - {own}:
        return None
    unusual = any("," in text for text in column.two_ways.values())
    return None if unusual and not in_table else own
