"""In which number style a column is written: decided for the column, by cells that leave no choice.

"1,250" is 1,25 or 1250. A column with "12,345,000" in it proves which; where nothing proves it,
a person is asked. "641.773.572.00" has lost a digit, or has points before its thousands and its
sen alike: a column most of whose amounts are written so is written so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from lkjip_analysis.numbers.printed import SEN_BEHIND_POINTS, SHAPE, Style, readings

DEFAULT: Style = "indonesia"
MARK = re.compile(r"(?<=\d)[.,](?=\d)")
"""A figure of two marks has thousands; of one that leaves no choice, it is that of decimals."""

ENOUGH = 3
"""So many amounts of a table with points before thousands and sen are no slips of single digits."""


@dataclass(frozen=True)
class Written:
    """What the texts of a column tell: styles that a cell leaves no choice about, and the rest.

    `pointed` counts the amounts with points before their thousands and their sen, where most of
    its amounts are.
    """

    proven: frozenset[Style]
    two_ways: Mapping[int, str]
    pointed: int = 0
    grouped: frozenset[Style] = frozenset()
    """The styles that a cell proves by its thousands, and not by its decimals alone."""
    counted: Mapping[int, tuple[str, Style]] = field(default_factory=dict)
    """Cells that are whole in one style only, of things that have no halves."""

    def asked(self, own: Style) -> dict[int, str]:
        """The cells that would be misread, or may be, where the column is read in its own style."""
        wrong = {row: text for row, (text, style) in self.counted.items() if style != own}
        return {**self.two_ways, **wrong}


def written(texts: Iterable[tuple[int, str]], whole: Collection[int] = ()) -> Written:
    """What the texts of a column, each with the number of its row, tell of their style.

    `whole` are rows of things that are counted: 5.310 persons are not 5,31.
    """
    proven: set[Style] = set()
    grouped: set[Style] = set()
    two_ways: dict[int, str] = {}
    counted: dict[int, tuple[str, Style]] = {}
    pointed = others = 0
    for row, text in texts:
        values = readings(text)
        if len(values) == 1:
            proven |= values.keys()
            grouped |= values.keys() if len(MARK.findall(text)) > 1 else set()
        elif len(set(values.values())) == 2:
            styles = [style for style, value in values.items() if value.denominator == 1]
            if row in whole and len(styles) == 1:
                counted[row] = text, styles[0]
                proven |= {*styles}
                grouped |= {*styles}
            else:
                two_ways[row] = text
        pointed += not values and _is_pointed(text)
        others += len(values) == 1
    if pointed <= others:
        pointed = 0
    if pointed >= ENOUGH:
        return Written(frozenset({"titik"}), {}, pointed)
    return Written(frozenset(proven), two_ways, pointed, frozenset(grouped), counted)


def _is_pointed(text: str) -> bool:
    shape = SHAPE.fullmatch(" ".join(text.split()))
    return shape is not None and SEN_BEHIND_POINTS.fullmatch(shape["core"]) is not None


def style_of(column: Written, own: Style, table: Collection[Written]) -> Style | None:
    """The style of a column among those of its table; None where a cell can be read two ways and
    nothing decides.

    Points between groups of three are the rule, so they need no proof where nothing speaks against
    them; a comma before three digits does. Who writes a decimal point, as keyboards do, may write
    thousands with points as well: 65.37 beside 2.939 tells nothing of it, unless another column
    parts thousands by commas. Beside 2,939 it does: nobody has both marks for decimals.
    """
    in_table = _proven_in(table)
    if column.pointed and "titik" in in_table:
        return "titik"
    by_decimals = column.proven - column.grouped - {own}
    parted = frozenset[Style]().union(*(one.grouped for one in table))
    has_points = any("." in text for text in column.two_ways.values())
    if has_points and by_decimals and (own in in_table or not by_decimals <= parted):
        return None
    if len(column.proven) > 1 and any(style != own for _, style in column.counted.values()):
        return None  # 0,79 beside 1,342 pieces
    if len(column.proven) == 1:
        return next(iter(column.proven))
    if not column.two_ways:
        return own
    if column.proven or in_table - {own, "titik"}:
        return None
    unusual = any("," in text for text in column.two_ways.values())
    return None if unusual and not in_table - {"titik"} else own


def _proven_in(table: Collection[Written]) -> frozenset[Style]:
    """The styles that some cell of a table proves, or some column of it."""
    proven = frozenset[Style]().union(*(column.proven for column in table))
    is_pointed = sum(column.pointed for column in table) >= ENOUGH
    return proven | {"titik"} if is_pointed else proven
