"""asal.csv: from which sheet and cell of a workbook each imported cell was read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ORIGINS = "asal"
COLUMNS = ("sel", "asal")


def write_origins(rows: Iterable[Sequence[str]]) -> str:
    """The text of asal.csv: an address and a place such as `Anggaran!D6` in each row."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows([COLUMNS, *rows])
    return file.getvalue()


def read_origins(folder: Path) -> Mapping[str, str]:
    """Where each cell was imported from, by address; empty for a folder typed by hand."""
    path = folder / f"{ORIGINS}.csv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if len(row) == len(COLUMNS)]
    return {row[0]: row[1] for row in rows[1:]}
