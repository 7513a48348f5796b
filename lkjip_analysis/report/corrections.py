"""koreksi.csv: the corrections that a person accepted, held against the print they correct."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem, nearest
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.printed import Unreadable
from lkjip_analysis.report import yamltext
from lkjip_analysis.report.csvfile import read_records
from lkjip_analysis.report.filebytes import check_inside
from lkjip_analysis.report.report import CORRECTIONS, Acceptance, Correction, Report, rewrite
from lkjip_analysis.report.schema import TableType, find_type
from lkjip_analysis.report.tables import Address, Table, load_table

CHANGED = (
    "Look at the correction again; where the report prints the right figure now, delete this row "
    "of koreksi.csv in the report's folder."
)


def correction_type() -> TableType:
    """The columns of koreksi.csv."""
    return find_type(CORRECTIONS, (yamltext.SCHEMAS,), Problem(f"{CORRECTIONS}.csv", "", "", ""))


def read_corrections(folder: Path, report: Report) -> tuple[Correction, ...]:
    path = folder / f"{CORRECTIONS}.csv"
    check_inside(path, folder, path.name)
    if not os.path.lexists(path):
        return ()
    kind = correction_type()
    if read_records(path, kind) == ([], []):
        return ()  # every accepted correction was taken back
    table = load_table(path, CORRECTIONS, kind, "Koreksi", "", "tunggal")
    problems: list[Problem] = []
    corrections: list[Correction] = []
    addresses = cache(lambda: tuple(str(cell.address) for cell in report.cells()))
    for row in table.keys:
        problem, correction = _correction(report, table, row, addresses)
        problems += [problem] if problem else []
        corrections += [correction] if correction else []
    if problems:
        raise InputError(problems)
    return tuple(corrections)


def _correction(
    report: Report, table: Table, row: str, addresses: Callable[[], tuple[str, ...]]
) -> tuple[Problem | None, Correction | None]:
    cells = (table.cells.get(Address(table.name, row, name)) for name in table.type.columns)
    text = {cell.address.column: cell.text.strip() for cell in cells if cell}
    line = table.cell(row, "sel").line
    try:
        cell = report.cell(row)
    except (KeyError, ValueError):
        found, allowed = phrase('the cell "{row}"', row=row), "an address of this report"
        return Problem(table.file, found, allowed, nearest(row, addresses()), line, "sel"), None
    try:
        if cell.is_figure and not rewrite(cell, text["menjadi"]).is_figure:
            raise Unreadable(phrase("no figure"))
    except Unreadable as error:
        found, allowed = f'"{text["menjadi"]}" ({error})', "a text like the print"
        remedy = "Write the figure as it should be printed."
        return Problem(table.file, found, allowed, remedy, line, "menjadi"), None
    if cell.text.strip() != text["tercetak"]:
        told = '"{tercetak}", but {row} prints "{printed}"'
        found = phrase(told, tercetak=text["tercetak"], row=row, printed=cell.text)
        return Problem(table.file, found, "the printed text", CHANGED, line, "tercetak"), None
    return None, Correction(
        cell.address,
        cell.text,
        text["menjadi"],
        text["alasan"],
        text["sertifikat"],
        line,
        Acceptance(text.get("oleh", ""), text.get("peran", ""), text.get("tanggal", "")),
    )
