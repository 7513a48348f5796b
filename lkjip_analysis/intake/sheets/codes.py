"""Row codes that are stored as numbers: as printed where the format tells, else asked.

1.1 may have been typed as 1.1 or as 1.10, and a cell shows both as 1,1: a code that could be
another one is refused, for rows would be summed under the wrong head.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lkjip_analysis.errors import Problem
from lkjip_analysis.intake.sheets.recognition import Recognised
from lkjip_analysis.intake.sheets.sheet_cells import Raw
from lkjip_analysis.intake.sheets.sheet_rows import Row

GENERAL = frozenset({"General", "@", ""})


def with_codes(found: Recognised, rows: Sequence[Row], problems: list[Problem]) -> list[Row]:
    """The rows with the codes of numeric cells written with points; doubtful ones are problems."""
    kunci = found.type.kunci
    place = next((p for p, name in found.match.columns.items() if name == kunci), None)
    if place is None:
        return list(rows)
    stored = {row.number: found.sheet.cells.get((row.number, place)) for row in rows}
    broken = {number: raw for number, raw in stored.items() if raw and _is_broken(raw)}
    longest = max((_decimals(raw) for raw in broken.values()), default=0)
    doubtful = [
        number
        for number, raw in stored.items()
        if raw and _is_number(raw) and _could_be_another(raw, longest)
    ]
    problems += [_doubtful(found, number, place) for number in doubtful]
    return [
        replace(row, texts={**row.texts, kunci: row.texts[kunci].replace(",", ".")})
        if row.number in broken
        else row
        for row in rows
    ]


def _is_number(raw: Raw) -> bool:
    return isinstance(raw.value, (int, float)) and not isinstance(raw.value, bool)


def _is_broken(raw: Raw) -> bool:
    """Is it a number with decimals?"""
    return isinstance(raw.value, float) and raw.value != int(raw.value)


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
    told = f"the code {raw.value} stored as a number: which zeros it is printed with is not known"
    remedy = "Set the column to Text and type each code as printed, such as 1, 1.01, 1.10."
    return Problem(found.sheet.file, told, "codes as text", remedy,
                   column=found.sheet.place(number, place))  # fmt: skip
