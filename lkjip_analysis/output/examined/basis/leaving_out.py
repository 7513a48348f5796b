"""Which row of the working paper cannot be followed: it is left out, and only it, and named.

A problem is of the place that it names: a line of klaim.csv is one claim, a cell of a sheet one
row. What its words mention besides, such as the table that a claim compares with, is sound.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePath

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.errors import Problem
from lkjip_analysis.intake.usul import layout
from lkjip_analysis.language import phrase, worded
from lkjip_analysis.output.examined.basis.taken_unasked import CLAIM, RULE, TABLE, Taken

KEYS = {
    layout.TABLES: ("tabel",), layout.CLAIMS: ("kode",), layout.RULES: ("nama",),
    layout.INDICATORS: ("kode",), layout.BANDS: ("skala", "nama"),
}  # fmt: skip
"""The columns that name a row of each sheet."""
CLAIMS_FILE, REPORT_FILE = "klaim.csv", "laporan.yaml"
TOGETHER = (
    (RULE, "{count} hubungan antar-tabel tidak ikut: tidak terbaca bersama"),
    (CLAIM, "{count} kalimat tidak ikut: tidak terbaca bersama"),
)
"""What is left out as a whole, in this order, where no row can be blamed."""


def named_rows(sheet: Worksheet) -> Iterator[tuple[tuple[Cell | MergedCell, ...], str]]:
    """Each row of a sheet of the working paper, with the name that its keys give it."""
    heads = [str(cell.value or "") for cell in sheet[layout.HEAD]]
    places = [heads.index(key) for key in KEYS[sheet.title]]
    for row in sheet.iter_rows(min_row=layout.HEAD + 1):
        yield row, " ".join(str(row[i].value or "") for i in places)


def without_what_fails(
    taken: Taken, problems: Iterable[Problem], paper: Workbook, texts: Mapping[str, str]
) -> tuple[Taken, list[str]]:
    """What is taken without what the problems are about, and the sentences that say so."""
    said = []
    for problem in problems:
        sheet, name = _about(taken, problem, paper, texts)
        if name in taken.names[sheet]:
            taken = taken.without(sheet, [name])
            found = phrase(problem.found)
            told = "{sheet} {name} tidak ikut diperiksa: {found}"
            said.append(worded(told, sheet=sheet, name=name, found=found))
    if said:
        return taken, said
    for sheet, told in TOGETHER:
        if names := taken.names[sheet]:
            return taken.without(sheet, names), [worded(told, count=len(names))]
    return taken, said


def _about(
    taken: Taken, problem: Problem, paper: Workbook, texts: Mapping[str, str]
) -> tuple[str, str]:
    """The sheet and the name of the row that a problem is about; no name where none is."""
    file = PurePath(problem.file)
    if cell := re.search(r", (.+)![A-Z]+(\d+)$", problem.file):
        sheet, name = _of_cell(paper, cell[1], int(cell[2]))
        if name:
            return sheet, name
    if file.name == CLAIMS_FILE:
        return CLAIM, _claim_at(texts.get(CLAIMS_FILE, ""), problem.line)
    if file.name != REPORT_FILE and file.stem in taken.names[TABLE]:
        return TABLE, file.stem
    # laporan.yaml names the rule before the table that it compares.
    told = f"{problem.column or ''} {problem.found} {problem.remedy}"
    rule = _first_named(told, taken.names[RULE])
    return (RULE, rule) if rule else (TABLE, _first_named(told, taken.names[TABLE]))


def _of_cell(paper: Workbook, title: str, number: int) -> tuple[str, str]:
    """The row of a sheet of the paper; any cell of a table's own sheet is of the table."""
    if title in KEYS:
        return title, next((n for row, n in named_rows(paper[title]) if row[0].row == number), "")
    sheet = paper[layout.TABLES]
    place = [cell.value for cell in sheet[layout.HEAD]].index("lembar")
    own = (name for row, name in named_rows(sheet) if row[place].value == title)
    return TABLE, next(own, "")


def _claim_at(text: str, line: int | None) -> str:
    """The code of the claim that ends at or after a line of klaim.csv."""
    rows = csv.DictReader(text.splitlines(keepends=True))
    return next((row["kode"] for row in rows if line and line <= rows.line_num), "")


def _first_named(told: str, names: Collection[str]) -> str:
    """Which of the names a sentence says first, as a word of its own."""
    places = {
        name: found.start()
        for name in names
        if (found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told))
    }
    return min(places, key=lambda name: (places[name], -len(name)), default="")
