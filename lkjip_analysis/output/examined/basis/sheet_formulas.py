"""The formulas of a workbook: what a sheet itself says that a figure is reckoned from."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from openpyxl.formula.tokenizer import Tokenizer, TokenizerError
from openpyxl.formula.translate import Translator, TranslatorError
from openpyxl.utils import coordinate_to_tuple, get_column_letter

from lkjip_analysis.intake.sheets.opening_workbook import opened
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.grouping import grouped

LONGEST = 120
"""A longer formula says nothing to a reader."""
NEAREST = 40
"""So many formulas of the same row and column are looked at for one like the missing one."""
LARGEST = 2_000
"""A range of more cells sums no table."""
SUM = re.compile(r"=\s*(?:SUM\([^()]*\)|[$A-Z0-9]+(?:\s*\+\s*[$A-Z0-9]+)+)\s*", re.IGNORECASE)
OWN = re.compile(r"\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?")
"""A reference to cells of the same sheet."""
NO_FORMULA = (TokenizerError, TranslatorError, IndexError)
"""What the library says of a text that is none, or that leaves the sheet where it is moved."""


@dataclass(frozen=True)
class SheetFormulas:
    """The formulas by their cells ("Anggaran!C9"), empty where Excel keeps no text of one; none of
    what is no workbook."""

    texts: Mapping[str, str] = field(default_factory=dict)

    def told(self, at: str, parts: Collection[str]) -> str:
        """What the sheet says of a figure that is held against others: the formula of its cell and
        which of them that leaves out; or that it was typed where others like it are reckoned."""
        sheet, _, cell = at.rpartition("!")
        of_parts = _of_sheet(sheet, parts)
        if not self.texts or not sheet or not of_parts or len(of_parts) != len(parts):
            return ""
        if at not in self.texts:
            return self._typed(sheet, cell, of_parts)
        formula = self.texts[at]
        if not _is_telling(formula):
            return ""
        left = _left_out(formula, of_parts)
        missing = worded(", tidak memuat {cells}", cells=", ".join(left)) if left else ""
        return worded("Rumus lembar: {cell} {formula}", cell=cell, formula=formula) + missing

    def _typed(self, sheet: str, cell: str, parts: frozenset[str]) -> str:
        for other in self._alike(sheet, cell, parts):
            formula = self.texts[f"{sheet}!{other}"]
            if _is_telling(formula) and _cells_of(_moved(formula, other, cell)) == parts:
                return worded(
                    "Rumus lembar: {other} {formula}; di {cell} angkanya diketik",
                    other=other,
                    formula=formula,
                    cell=cell,
                )
        return ""

    def _alike(self, sheet: str, cell: str, parts: frozenset[str]) -> list[str]:
        """The cells whose formulas may be the same, the nearest first: those of its column where it
        is reckoned along its row, those of its row where it is reckoned along its column."""
        row, column = coordinate_to_tuple(cell)
        rows, columns = (set(one) for one in zip(*map(coordinate_to_tuple, parts), strict=True))
        if rows == {row}:
            near = self._lines.get((sheet, "column", column), [])
        elif columns == {column}:
            near = self._lines.get((sheet, "row", row), [])
        else:
            return []
        here = bisect(near, (row, column))
        about = near[max(here - NEAREST, 0) : here + NEAREST]
        told = sorted((abs(r - row) + abs(c - column), r, c) for r, c in about)
        return [f"{get_column_letter(c)}{r}" for _, r, c in told[:NEAREST]]

    @cached_property
    def _lines(self) -> Mapping[tuple[str, str, int], list[tuple[int, int]]]:
        """Where the formulas of each row and column of a sheet stand, in their order."""
        places = sorted(
            (sheet, *coordinate_to_tuple(cell))
            for sheet, _, cell in (at.rpartition("!") for at in self.texts)
        )
        by_row = (((sheet, "row", row), (row, column)) for sheet, row, column in places)
        by_column = (((sheet, "column", column), (row, column)) for sheet, row, column in places)
        return {**grouped(by_row), **grouped(by_column)}


def formulas_of(content: bytes) -> SheetFormulas:
    """The formulas of a workbook."""
    return SheetFormulas(dict(_formulas(content)))


def _formulas(content: bytes) -> Iterator[tuple[str, str]]:
    for sheet in opened(content).worksheets:
        for cell in sheet._cells.values():
            if cell.data_type == "f":
                text = getattr(cell.value, "text", cell.value)  # of an array: its text
                yield f"{sheet.title}!{cell.coordinate}", text if isinstance(text, str) else ""


def _is_telling(formula: str) -> bool:
    """Does a formula say something to a reader?"""
    return 0 < len(formula) <= LONGEST


def _of_sheet(sheet: str, places: Collection[str]) -> frozenset[str]:
    told = (place.rpartition("!") for place in places)
    return frozenset(cell for title, _, cell in told if title == sheet and cell)


def _left_out(formula: str, parts: frozenset[str]) -> list[str]:
    """The parts of a relation that a plain sum leaves out, where it takes most of them."""
    if not SUM.fullmatch(formula):
        return []
    left = parts - _cells_of(formula)
    return sorted(left, key=coordinate_to_tuple) if 2 * len(left) < len(parts) else []


def _cells_of(formula: str) -> frozenset[str]:
    """The cells of its own sheet that a formula names; nothing where it names others as well."""
    found: set[str] = set()
    try:
        tokens = Tokenizer(formula).items
    except NO_FORMULA:
        return frozenset()
    for token in tokens:
        if token.subtype != "RANGE":
            continue
        if not OWN.fullmatch(token.value.upper()):
            return frozenset()
        corners = [coordinate_to_tuple(one) for one in token.value.replace("$", "").split(":")]
        (above, first), (below, last) = corners[0], corners[-1]
        if (last - first + 1) * (below - above + 1) > LARGEST:
            return frozenset()
        found.update(
            f"{get_column_letter(column)}{row}"
            for column in range(first, last + 1)
            for row in range(above, below + 1)
        )
    return frozenset(found)


def _moved(formula: str, source: str, target: str) -> str:
    """The formula as copying its cell would write it; nothing where it leaves the sheet."""
    try:
        return str(Translator(formula, origin=source).translate_formula(target))
    except NO_FORMULA:
        return ""
