"""Row codes that are stored as numbers: as printed where the format tells, else asked.

1.1 may have been typed as 1.1 or as 1.10, and a cell shows both as 1,1: a code that could be
another one is refused, for rows would be summed under the wrong head.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lkjip_analysis.errors import Problem
from lkjip_analysis.intake.sheets.recognition import Recognised
from lkjip_analysis.intake.sheets.sheet_cells import Raw, Refused
from lkjip_analysis.intake.sheets.sheet_rows import Row
from lkjip_analysis.intake.sheets.workbook_sheets import Sheet
from lkjip_analysis.language import phrase

EXAMPLE = "CONTOH"
"""The code of the row that shows how a sheet of the template is filled in: no row of a report."""

GENERAL = frozenset({"General", "@", ""})


def with_codes(found: Recognised, rows: Sequence[Row], problems: list[Problem]) -> list[Row]:
    """The rows with the codes of numeric cells written with points; doubtful ones are problems."""
    kunci = found.type.kunci
    place = next((p for p, name in found.match.columns.items() if name == kunci), None)
    if place is None:
        return list(rows)
    codes = codes_of(found.sheet, place, [row.number for row in rows])
    problems += [_doubtful(found, number, place) for number, code in codes.items() if code is None]
    return [
        replace(row, texts={**row.texts, kunci: row.texts[kunci].replace(",", ".")})
        if codes.get(row.number)
        else row
        for row in rows
    ]


def codes_of(sheet: Sheet, place: int, rows: Sequence[int]) -> dict[int, str | None]:
    """The codes of a column that are stored as broken numbers; None where a zero may be lost."""
    stored = {row: raw for row in rows if (raw := sheet.cells.get((row, place)))}
    broken = {row for row, raw in stored.items() if _is_broken(raw)}
    longest = max((_decimals(stored[row]) for row in broken), default=0)
    told: dict[int, str | None] = {}
    for row, raw in stored.items():
        if _is_number(raw) and _could_be_another(raw, longest):
            told[row] = None
        elif row in broken:
            told[row] = _shown(sheet, row, place)
    return told


def _shown(sheet: Sheet, row: int, place: int) -> str | None:
    try:
        return sheet.text(row, place).replace(",", ".")
    except Refused:
        return None


def _is_number(raw: Raw) -> bool:
    return isinstance(raw.value, (int, float)) and not isinstance(raw.value, bool)


def _is_broken(raw: Raw) -> bool:
    """Is it a number with decimals?"""
    return isinstance(raw.value, float) and not raw.value.is_integer()


def _decimals(raw: Raw) -> int:
    return len(f"{raw.value:.10g}".partition(".")[2])


def _could_be_another(raw: Raw, longest: int) -> bool:
    """A code whose last zero may be lost, or whole one that its format writes with decimals."""
    if longest == 0:
        return False
    if raw.form in GENERAL:
        return _is_broken(raw) and _decimals(raw) < longest
    return not _is_broken(raw) and "." in raw.form


def _doubtful(found: Recognised, number: int, place: int) -> Problem:
    raw = found.sheet.cells[number, place]
    told = phrase(
        "the code {value} stored as a number: which zeros it is printed with is not known",
        value=raw.value,
    )
    remedy = "Set the column to Text and type each code as printed, such as 1, 1.01, 1.10."
    return Problem(
        found.sheet.file, told, "codes as text", remedy, column=found.sheet.place(number, place)
    )
