"""What openpyxl knows of a cell, as ours: its value, format, look, and what its formula gave."""

from __future__ import annotations

import re
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.styles.colors import COLOR_INDEX
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.intake.document.letter_colours import are_alike
from lkjip_analysis.intake.sheets.blanks import gives_nothing
from lkjip_analysis.intake.sheets.format_numbers import RESERVED
from lkjip_analysis.intake.sheets.letter_faces import Face, Run
from lkjip_analysis.intake.sheets.sheet_cells import Raw
from lkjip_analysis.language import phrase

ESCAPED = re.compile(r"_x(000[9ADad])_")
WHITE = "FFFFFF"
WHITE_THEME = 0


class Faces:
    """The cells of one sheet; looks are worked out once for each style."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.known: dict[tuple[int, int], Face] = {}

    def raw(self, cell: Any, formula: object) -> Raw:
        """A stored cell; `formula` is what the same cell holds instead of its value."""
        value, face = cell.value, self._face(cell)
        runs = _runs(value, face, cell.fill) if isinstance(value, CellRichText) else ()
        if runs:
            value = "".join(run.text for run in runs)
        elif isinstance(value, str):
            value = unescaped(value)
        form = "error" if cell.data_type == "e" else _form(cell.number_format)
        told = formula is not None
        blank = (
            told
            and value in (None, "")
            and (cell.data_type == "str" or value == "" or gives_nothing(str(formula), self._value))
        )
        return Raw(value, form, told, blank, face, runs, _unsure(cell))

    def _value(self, place: str) -> object:
        return self.sheet[place].value

    def _face(self, cell: Any) -> Face:
        style = cell._style
        if style is None:  # a cell that was never written has no style to look up
            return PLAIN
        key = (style.fontId, style.fillId)
        if key not in self.known:
            self.known[key] = _face(cell.font, cell.fill)
        return self.known[key]


def unescaped(text: str) -> str:
    """A text with the ends of lines and tabs that some programs write as numbers.

    >>> unescaped("Program_x0009_A_x000D_")
    'Program\\tA\\r'
    """
    if "_x" not in text:
        return text
    return ESCAPED.sub(lambda told: chr(int(told[1], 16)), text)


def _unsure(cell: Any) -> str:
    """Why nobody knows how a number is shown: its format is that of a language not named."""
    style = cell._style
    if style is None or style.numFmtId not in RESERVED or not isinstance(cell.value, (int, float)):
        return ""
    return phrase(
        "the number format {number}, which looks otherwise in each language", number=style.numFmtId
    )


PLAIN = Face()
ACCOUNTING = '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)'
"""The built-in format 44, which openpyxl writes without the marks between its sections."""


def _form(told: str) -> str:
    return ACCOUNTING if told == BUILTIN_FORMATS[44] else told


def _face(font: Any, fill: Any) -> Face:
    name = getattr(font, "rFont", None) or getattr(font, "name", None) or ""
    raised, lowered = font.vertAlign == "superscript", font.vertAlign == "subscript"
    return Face(raised, lowered, bool(font.strike), _is_unseen(font, fill), str(name))


def _is_unseen(font: Any, fill: Any) -> bool:
    """White letters without a fill, or letters in the colour of their own solid fill."""
    if fill is None or fill.fill_type is None:
        return are_alike(_colour(font.color), WHITE)
    return fill.fill_type == "solid" and are_alike(_colour(font.color), _colour(fill.fgColor))


def _colour(color: Any) -> str:
    """A colour as RRGGBB; nothing where it is automatic, or of a theme that may be changed."""
    if color is None:
        return ""
    if color.type == "theme":
        return WHITE if color.theme == WHITE_THEME and not color.tint else ""
    told = color.rgb if color.type == "rgb" else COLOR_INDEX[color.indexed : color.indexed + 1]
    return str(told if color.type == "rgb" else "".join(told))[-6:]


def _runs(value: CellRichText, face: Face, fill: Any) -> tuple[Run, ...]:
    """The pieces of a text; a piece without a look of its own has that of its cell."""
    return tuple(
        Run(unescaped(piece.text), _face(piece.font, fill))
        if isinstance(piece, TextBlock)
        else Run(unescaped(str(piece)), face)
        for piece in value
    )
