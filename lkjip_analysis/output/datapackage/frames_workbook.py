"""Frames as a workbook: headings with their units, figures as numbers, totals below."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.analysis.tabel import Tabel
from lkjip_analysis.errors import wrong_input
from lkjip_analysis.intake.excel_pages import finished, fitting
from lkjip_analysis.intake.excel_styles import (
    FIGURE,
    HEAD,
    INDONESIAN,
    WORDS,
    at,
    font,
    heading,
    put_text,
    saved,
    sheet_name,
    title,
    with_styles,
)
from lkjip_analysis.language import worded
from lkjip_analysis.pages.parts.html_parts import DECIMALS
from lkjip_analysis.pages.sections.shown_frames import as_shown, headings
from lkjip_analysis.writing import write_whole


def excel(frame: pd.DataFrame | Mapping[str, pd.DataFrame], berkas: Path | str) -> Path:
    """Write a frame, or several each on a sheet of its name, as an Excel workbook.

    Headings are those of the report with their units, figures are numbers, printed totals stand
    below the rows they are of, and the source under the title. Gives where it was written.

    Raises: InputError for a name that Excel would open as another kind of file.
    """
    if Path(berkas).suffix.casefold() != ".xlsx":
        raise wrong_input(str(berkas), "another ending", "a name that ends in .xlsx", "Rename it.")
    frames = frame if isinstance(frame, Mapping) else {worded("Tabel"): frame}
    book = with_styles(Workbook())
    book.remove(book.worksheets[0])
    for name, one in frames.items():
        _written(book.create_sheet(sheet_name(name)), as_shown(one), name)
    return write_whole(Path(berkas), saved(book))


def _written(sheet: Worksheet, table: Tabel, name: str) -> None:
    """The rows with their printed totals in bold below them."""
    title(sheet, table._known.judul or name, str(table._known.label and table.sumber))
    told = headings(table)
    for i, (words, _) in enumerate([_index(table), *told.values()], 1):
        heading(at(sheet, HEAD, i), words)
    decimals, line = table._known.kept.get("desimal", {}), HEAD
    for is_total, part in enumerate((table, table.total)):
        for key, *row in part.frame.reindex(columns=list(told)).itertuples():
            line += 1
            _put(at(sheet, line, 1), key, "teks", bool(is_total))
            for i, (column, value) in enumerate(zip(told, row, strict=True), 2):
                kind = told[column][1]
                places = decimals.get((key, column), DECIMALS.get(kind))
                _put(at(sheet, line, i), value, kind, bool(is_total), places)
    finished(sheet, fitting(sheet, 1 + len(told)), frozen=1)


def _index(table: Tabel) -> tuple[str, str]:
    return str(table.index.name or worded("Baris")).capitalize(), "teks"


def _put(target: Cell, value: Any, kind: str, is_total: bool, places: int | None = None) -> None:
    """A figure as a number with its decimals, words as text, what is missing as an empty cell."""
    is_figure = kind in DECIMALS and not isinstance(value, str)
    target.style = FIGURE if is_figure else WORDS
    if is_total:
        target.font = font(bold=True)
    if pd.isna(value):
        return
    if not is_figure:
        put_text(target, str(value))
        return
    target.value = int(value) if float(value).is_integer() else float(value)
    if places is not None:
        target.number_format = f"{INDONESIAN}#,##0" + ("." + "0" * places if places else "")
