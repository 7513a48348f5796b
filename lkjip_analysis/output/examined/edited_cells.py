"""What a person wrote over in an earlier working paper, put into the next one as well.

The answers ya and tidak are read by `answers`; here it is all else that the paper lets a person
say: the direction of an indicator, the type of a table, a claim of their own. The run that writes
a paper notes what it proposed, so that the next one knows what is a person's. An edit is put back
where the same is proposed again; of another proposal nobody knows what they would say. Whose
report it is and of what date they say once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.intake.usul import layout
from lkjip_analysis.intake.usul.stated_identity import cell_text
from lkjip_analysis.intake.usul.workbook_language import TABLE, in_code
from lkjip_analysis.output.examined.basis.leaving_out import KEYS

Proposed = Mapping[str, Mapping[str, Mapping[str, str]]]
"""What the program wrote: by sheet, by row and by column."""
NAMED = {**KEYS, layout.COLUMNS: ("tabel", "kolom")}
"""The columns that name a row of each sheet that has such."""
DECLARED = (layout.INDICATORS, layout.BANDS)
"""Sheets whose edits a document is examined with: what they say stands in no cell of it."""
BETWEEN = "\x1f"


@dataclass(frozen=True)
class Edit:
    """A cell as a person left it, and what was proposed there; nothing in a row of their own."""

    sheet: str
    row: str
    column: str
    value: object
    proposed: str | None


def as_proposed(book: Workbook) -> Proposed:
    """What a paper says before a person has seen it."""
    return {
        title: {
            name: {column: cell_text(cell.value) for column, cell in cells.items()}
            for name, cells in _rows(sheet)
        }
        for sheet in book.worksheets
        if (title := _title(sheet))
    }


def edits_in(paper: Path, proposed: Proposed) -> tuple[Edit, ...]:
    """The edits of an earlier paper, which can be read; `proposed` is what it said at first."""
    if not proposed or not paper.is_file():
        return ()
    book = in_code(load_workbook(paper))
    return tuple(
        edit
        for sheet in book.worksheets
        if (title := _title(sheet)) in proposed
        for edit in _edits(sheet, title, proposed[title])
    )


def put_back(book: Workbook, edits: Iterable[Edit], sheets: Collection[str] = ()) -> None:
    """Write edits into a new paper: those of all its sheets, or of some."""
    every = list(edits)
    for sheet in book.worksheets:
        title = _title(sheet)
        own = [edit for edit in every if edit.sheet == title and (not sheets or title in sheets)]
        if own:
            if title in NAMED:
                _add_columns(sheet, own)
            rows = dict(_rows(sheet))
            _put(rows, own)
            _append(sheet, [edit for edit in own if edit.proposed is None and edit.row not in rows])


def _add_columns(sheet: Worksheet, edits: Iterable[Edit]) -> None:
    """The columns that a person added, behind all others."""
    heads = {cell_text(cell.value) for cell in sheet[layout.HEAD]}
    added = dict.fromkeys(edit.column for edit in edits if edit.column not in heads)
    for number, head in enumerate(added, sheet.max_column + 1):
        cell = sheet.cell(layout.HEAD, number)
        if isinstance(cell, Cell):
            _say(cell, head)


def _put(rows: Mapping[str, Mapping[str, Cell | MergedCell]], edits: Iterable[Edit]) -> None:
    for edit in edits:
        cell = rows.get(edit.row, {}).get(edit.column)
        if not isinstance(cell, Cell):
            continue
        if edit.sheet == layout.GUIDE or cell_text(cell.value) == edit.proposed:
            _say(cell, edit.value)


def _append(sheet: Worksheet, edits: Iterable[Edit]) -> None:
    """The rows that a person added, below all others."""
    heads = [cell_text(cell.value) for cell in sheet[layout.HEAD]]
    rows = enumerate(sheet.iter_rows(values_only=True), 1)
    last = max((number for number, row in rows if any(row)), default=layout.HEAD)
    numbers: dict[str, int] = {}
    for edit in edits:
        number = numbers.setdefault(edit.row, last + 1 + len(numbers))
        cell = sheet.cell(number, heads.index(edit.column) + 1)
        if isinstance(cell, Cell):
            _say(cell, edit.value)


def _say(cell: Cell, value: object) -> None:
    cell.value = value  # type: ignore[assignment]
    if isinstance(value, str):
        cell.data_type = "s"  # no formula, whatever it begins with


def _edits(
    sheet: Worksheet, title: str, proposed: Mapping[str, Mapping[str, str]]
) -> Iterator[Edit]:
    rows = list(_rows(sheet))
    if title not in NAMED:  # what names a row there may itself be written over
        if len(rows) != len(proposed):
            return  # rows came or went: which is which cannot be told
        rows = [(name, cells) for name, (_, cells) in zip(proposed, rows, strict=True)]
    for name, cells in rows:
        said = proposed.get(name)
        for column, cell in cells.items():
            if said is not None and title in KEYS and column == layout.ACCEPT:
                continue  # an answer to what was proposed
            before = None if said is None else said.get(column, "")
            if cell_text(cell.value) != (before or ""):
                yield Edit(title, name, column, cell.value, before)


def _title(sheet: Worksheet) -> str:
    """The sheet by what it tells, if a person may write in it; tables may change their numbers."""
    if number := TABLE.match(sheet.title):
        return sheet.title[number.end() :]
    return sheet.title if sheet.title in (layout.GUIDE, *NAMED) else ""


def _rows(sheet: Worksheet) -> Iterator[tuple[str, Mapping[str, Cell | MergedCell]]]:
    """The rows that a person may write in: what names each, and its cells by their columns."""
    if sheet.title == layout.GUIDE:
        cells = (row[0] for row in sheet.iter_rows(min_row=layout.HEAD, min_col=2, max_col=2))
        yield from ((name, {"": cell}) for name, cell in zip(layout.IDENTITY, cells, strict=False))
    elif sheet.title in NAMED:
        yield from _named_rows(sheet, NAMED[sheet.title])
    else:
        seen: Counter[str] = Counter()
        for row in sheet.iter_rows(min_row=layout.MAPPED):
            name = BETWEEN.join(cell_text(cell.value) for cell in row).rstrip(BETWEEN)
            seen[name] += 1
            yield f"{name} {seen[name]}", {str(cell.column): cell for cell in row}


def _named_rows(
    sheet: Worksheet, keys: Iterable[str]
) -> Iterator[tuple[str, Mapping[str, Cell | MergedCell]]]:
    """Rows with a name of their own."""
    heads = [cell_text(cell.value) for cell in sheet[layout.HEAD]]
    for row in sheet.iter_rows(min_row=layout.HEAD + 1):
        cells = {head: cell for head, cell in zip(heads, row, strict=False) if head}
        name = " ".join(cell_text(cells[key].value) for key in keys if key in cells)
        if name.strip():
            yield name, cells
