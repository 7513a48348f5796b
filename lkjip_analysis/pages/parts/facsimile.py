"""The printed tables as they are, each cell anchored, marked where a finding names it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from lkjip_analysis.checking.coverage import watches
from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.pages.parts import wide_tables
from lkjip_analysis.pages.parts.figure_marks import link_marks, marks_shown
from lkjip_analysis.pages.parts.html_parts import EMPTY, is_total
from lkjip_analysis.pages.parts.rendering import Html, render
from lkjip_analysis.report.report import Report, printed_columns
from lkjip_analysis.report.tables import Address, Cell

NAMING = ("no", "bagian", "paragraf", "tentang")
"""Columns that only say which row or sentence it is: nothing leads to them."""


def printed_tables(verification: Verification) -> Html:
    """Every table and claim as printed, each cell anchored, marked where a finding names it."""
    report, watched = verification.report, watches(verification)
    tables = [_source_table(report, name, verification.marks, watched) for name in report.tables]
    cells = [(c.address.table, c.address.row, c.address.column, c.text) for c in report.cells()]
    rows = pd.DataFrame(cells, columns=["tabel", "baris", "kolom", "tercetak"], dtype=str)
    return Html(render("sumber.html.j2", tables=tables), rows=rows)


def _source_table(
    report: Report,
    name: str,
    marks: Mapping[Address, Sequence[Finding]],
    watched: Mapping[Address, str],
) -> dict[str, Any]:
    printed = report.tables[name]
    columns = printed_columns(printed)
    rows = [
        _row([printed.cell(key, column.name) for column in columns], marks, watched)
        for key in printed.keys
    ]
    numeric = _numeric(rows, len(columns))
    places = [any(row["cells"][i]["marks"] for row in rows) for i in range(len(columns))]
    headings = [column.judul or column.name for column in columns]
    setting = wide_tables.upright(wide_tables.of_rows(headings, rows, numeric, places))
    return {
        "name": name,
        "label": printed.label,
        "title": printed.type.judul,
        "file": printed.file,
        "part": printed.part,
        "page": printed.page,
        "wrong": sum(bool(cell["marks"]) for row in rows for cell in row["cells"]),
        "columns": columns,
        "headings": headings,
        "numeric": numeric,
        "setting": setting,
        "folds": wide_tables.folds(setting),
        "marked": marks_shown(rows),
        "places": places,
        "rows": rows,
    }


def _row(
    cells: Sequence[Cell],
    marks: Mapping[Address, Sequence[Finding]],
    watched: Mapping[Address, str],
) -> dict[str, Any]:
    total = any(is_total(cell.text) for cell in cells[:3])
    told = [_cell(c, marks.get(c.address, ()), watched.get(c.address, "")) for c in cells]
    return {"line": cells[0].line, "total": total, "cells": told}


def _cell(cell: Cell, findings: Sequence[Finding], watch: str) -> dict[str, Any]:
    return {
        "text": cell.text,
        "anchor": cell.address.anchor,
        "names": cell.address.column in NAMING and cell.printed is None,
        "number": cell.printed is not None,
        "watch": watch,
        "marks": link_marks(findings) if cell.text.strip() not in EMPTY[1:] else [],
    }


def _numeric(rows: Sequence[Mapping[str, Any]], columns: int) -> list[bool]:
    """Which columns hold figures for the most part: their headings stand over their digits."""
    return [
        2 * sum(row["cells"][place]["number"] for row in rows) > len(rows)
        for place in range(columns)
    ]
