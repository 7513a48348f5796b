"""Statements (table type `pernyataan`): figures of one year, each with its source and kind.

Statements that contradict one another stand side by side; which is right is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal, get_args

from lkjip_analysis.errors import InputError, Problem, nearest
from lkjip_analysis.numbers.calendar_days import YEAR
from lkjip_analysis.report.period import FORMS, read_period
from lkjip_analysis.report.series import UKURAN
from lkjip_analysis.report.tables import Address, Table

TYPE = "pernyataan"
Origin = Literal[
    "laporan tahun itu",
    "laporan tahun berikutnya",
    "dokumen perencanaan",
    "dokumen lain",
    "pernyataan pejabat di pers",
    "pemberitaan",
]
ORIGINS: tuple[Origin, ...] = get_args(Origin)
"""Where a figure comes from, the closest to the year's own report first."""

COPIED = re.compile(r"(?P<tahun>(19|20)\d{2})/(?P<sel>.+)")


def text_of(table: Table, row: str, column: str) -> str:
    """What a row says in a column that may be left out."""
    cell = table.cells.get(Address(table.name, row, column))
    return cell.words if cell else ""


def check_statements(table: Table) -> None:
    """Raises: InputError with every row whose measure, period or source is not understood."""
    problems = [found for row in table.keys for found in _row_problems(table, row)]
    if problems:
        raise InputError(problems)


def _row_problems(table: Table, row: str) -> Iterator[Problem]:
    checks: dict[str, tuple[Callable[[str], bool], str, tuple[str, ...]]] = {
        "ukuran": (UKURAN.__contains__, ", ".join(UKURAN), tuple(UKURAN)),
        "jenis_sumber": (lambda told: told in ORIGINS, ", ".join(ORIGINS), ORIGINS),
        "tahun": (lambda told: not told or bool(YEAR.fullmatch(told)), "a year or nothing", ()),
        "periode": (_is_period, FORMS, ()),
        "dari": (_is_copied, "nothing, or a year and a cell like 2021/tabel[baris].kolom", ()),
    }
    for column, (is_allowed, allowed, names) in checks.items():
        told = text_of(table, row, column)
        if not is_allowed(told):
            line = table.cell(row, "nilai").line
            remedy = nearest(told, names) if names else "Correct the entry."
            yield Problem(table.file, f'"{told}"', allowed, remedy, line, column)


def _is_period(text: str) -> bool:
    try:
        read_period(text, 2000)
    except ValueError:
        return False
    return True


def _is_copied(text: str) -> bool:
    match = COPIED.fullmatch(text)
    try:
        return not text or bool(match and Address.parse(match["sel"]))
    except ValueError:
        return False
