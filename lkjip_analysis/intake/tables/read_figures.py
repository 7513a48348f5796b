"""The figures of cells as their columns read them; each text is read once, though it is asked for
when types are guessed, when cells are checked and when sentences are held against them."""

from __future__ import annotations

from functools import lru_cache

from lkjip_analysis.language import worded
from lkjip_analysis.numbers.printed import Dash, Printed, Style, Unreadable
from lkjip_analysis.numbers.ranges import read_figure, read_span
from lkjip_analysis.report.grades import is_word
from lkjip_analysis.report.indicator_columns import OF_INDICATOR
from lkjip_analysis.report.schema import Column

KEPT = 65_536


def figure_of(text: str, column: Column) -> Printed | None:
    """What a text prints in a column of figures, or nothing where it cannot be read."""
    style, dash, units = column.gaya, column.strip, column.satuan_tercetak
    return _figure(text, style, dash, units, column.bentuk == "target", column.dalam)


@lru_cache(maxsize=KEPT)
def _figure(
    text: str, style: Style, dash: Dash, units: tuple[str, ...], is_target: bool, word: str
) -> Printed | None:
    try:
        return read_figure(text, style, dash, units, is_target, word)
    except Unreadable:
        return None


def unreadable(text: str, column: Column) -> str:
    """Why a cell is no figure, in words; nothing where it can be read, or is a grade."""
    if column.is_number and not (
        figure_of(text, column) or is_graded(text, column) or _is_range(text, column)
    ):
        return worded(
            '"{text}" tidak terbaca sebagai angka kolom {column}',
            text=text,
            column=column.judul or column.name,
        )
    return ""


def _is_range(text: str, column: Column) -> bool:
    """Is this a target from one figure to another, which is told with its indicator?"""
    ranged = column.bentuk == "target" and column.satuan == OF_INDICATOR
    return ranged and read_span(text, column.gaya, column.satuan_tercetak) is not None


def is_graded(text: str, column: Column) -> bool:
    """Is this a word in a column whose figures have the unit of their indicator?"""
    return column.satuan == OF_INDICATOR and is_word(text)
