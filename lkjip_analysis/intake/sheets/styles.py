"""In which number style a column is written: decided for the column, by cells that leave no choice.

"1,250" is 1,25 or 1250. A column with "12,345,000" in it proves which; where nothing proves it,
the user is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lkjip_analysis.errors import Problem
from lkjip_analysis.intake.sheets.faces import Undecoded, figure
from lkjip_analysis.intake.sheets.recognition import Recognised
from lkjip_analysis.numbers.printed import Style, readings
from lkjip_analysis.report.schema import Column

DEFAULT: Style = "indonesia"
OTHER: Style = "inggris"


@dataclass(frozen=True)
class Styles:
    """The columns in another style than their type's, and the cells that could be read two ways."""

    of: Mapping[str, Style] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Written:
    """What the texts of a column tell: styles that a cell leaves no choice about, and the rest."""

    proven: frozenset[Style]
    two_ways: Mapping[int, str]


def is_figure(column: Column) -> bool:
    """Is it read without notes: a figure, or the key of a row?"""
    return column.is_number or column.tipe == "kunci"


def decided(found: Recognised, rows: Sequence[int], told: Style | None) -> Styles:
    """The style of each column of figures; `told` is what the user says of the sheet."""
    written = {
        place: _written(found, place, rows)
        for place, name in found.match.columns.items()
        if found.type.columns[name].is_number
    }
    proven = frozenset[Style]().union(*(column.proven for column in written.values()))
    styles: dict[str, Style] = {}
    problems: list[Problem] = []
    for place, column in written.items():
        own = found.type.columns[found.match.columns[place]].gaya
        style = told or _style(column, own, proven)
        if style is None:
            problems += [_asked(found, row, place, text) for row, text in column.two_ways.items()]
        elif style != own:
            styles[found.match.columns[place]] = style
    return Styles(styles, tuple(problems))


def _written(found: Recognised, place: int, rows: Sequence[int]) -> Written:
    proven: set[Style] = set()
    two_ways: dict[int, str] = {}
    for row in rows:
        raw = found.sheet.cells.get((row, place))
        if raw is None or not isinstance(raw.value, str):
            continue  # a number is printed in whatever style its column is written
        try:
            text = figure(raw.pieces)
        except Undecoded:
            continue
        values = readings(text)
        if len(values) == 1:
            proven |= values.keys()
        elif len(set(values.values())) == 2:
            two_ways[row] = text
    return Written(frozenset(proven), two_ways)


def _style(column: Written, own: Style, in_table: frozenset[Style]) -> Style | None:
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


def _asked(found: Recognised, row: int, place: int, text: str) -> Problem:
    told = f'"{text}", which is one number with a decimal comma and another with a decimal point'
    sheet = found.sheet
    remedy = f'Say which with --gaya "{sheet.title}=indonesia" (1.250,5) or "=inggris" (1,250.5).'
    return Problem(sheet.file, told, "figures of one style", remedy, column=sheet.place(row, place))
