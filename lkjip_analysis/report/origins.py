"""asal.csv: from which sheet and cell of a workbook each imported cell was read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from lkjip_analysis.report.csvfile import decode, split_rows
from lkjip_analysis.report.csvtext import as_meant, write_rows
from lkjip_analysis.report.filebytes import check_inside

ORIGINS = "asal"
COLUMNS = ("sel", "asal")


def write_origins(rows: Iterable[Sequence[str]]) -> str:
    """The text of asal.csv: an address and a place such as `Anggaran!D6` in each row."""
    return write_rows([COLUMNS, *rows])


def read_origins(folder: Path) -> Mapping[str, str]:
    """Where each cell was imported from, by address; empty for a folder typed by hand.

    Raises: InputError where asal.csv leads out of the folder or is no text.
    """
    path = folder / f"{ORIGINS}.csv"
    if not os.path.lexists(path):
        return {}
    check_inside(path, folder, path.name)
    rows = [row for row in split_rows(decode(path), path.name) if len(row) == len(COLUMNS)]
    return {as_meant(row[0]): as_meant(row[1]) for row in rows[1:]}
