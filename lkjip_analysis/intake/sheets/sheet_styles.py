"""In which number style the columns of a recognised sheet are written, and what must be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lkjip_analysis.errors import Problem
from lkjip_analysis.intake.document.column_styles import Written, style_of, written
from lkjip_analysis.intake.sheets.letter_faces import Undecoded, figure
from lkjip_analysis.intake.sheets.recognition import Recognised
from lkjip_analysis.intake.sheets.workbook_sheets import Sheet
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.printed import Style
from lkjip_analysis.report.schema import Column


@dataclass(frozen=True)
class Styles:
    """The columns in another style than their type's, and the cells that could be read two ways."""

    of: Mapping[str, Style] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def is_figure(column: Column) -> bool:
    """Is it read without notes: a figure, or the key of a row?"""
    return column.is_number or column.tipe == "kunci"


def decided(found: Recognised, rows: Sequence[int], told: Style | None) -> Styles:
    """The style of each column of figures; `told` is what the user says of the sheet."""
    told_of = {
        place: _written(found, place, rows)
        for place, name in found.match.columns.items()
        if found.type.columns[name].is_number
    }
    styles: dict[str, Style] = {}
    problems: list[Problem] = []
    for place, column in told_of.items():
        own = found.type.columns[found.match.columns[place]].gaya
        style = told or style_of(column, own, told_of.values())
        if style is None:
            problems += [_asked(found, row, place, text) for row, text in column.asked(own).items()]
        elif style != own:
            styles[found.match.columns[place]] = style
    return Styles(styles, tuple(problems))


def _written(found: Recognised, place: int, rows: Sequence[int]) -> Written:
    return written(texts_in(found.sheet, place, rows))


def texts_in(sheet: Sheet, place: int, rows: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The texts of a column by row; a number is printed in whatever style its column is written."""
    for row in rows:
        raw = sheet.cells.get((row, place))
        if raw is None or not isinstance(raw.value, str):
            continue
        try:
            yield row, figure(raw.pieces)
        except Undecoded:
            continue


def _asked(found: Recognised, row: int, place: int, text: str) -> Problem:
    told = phrase(
        '"{text}", which is one number with a decimal comma and another with a decimal point',
        text=text,
    )
    sheet = found.sheet
    remedy = phrase(
        'Say which with --gaya "{title}=indonesia" (1.250,5) or "=inggris" (1,250.5).',
        title=sheet.name,
    )
    return Problem(sheet.file, told, "figures of one style", remedy, column=sheet.place(row, place))
