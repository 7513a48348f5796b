"""What a person rejected in the working paper of an earlier run: it stays away."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.intake.proposal import layout, looks
from lkjip_analysis.intake.sheets.opening import BROKEN
from lkjip_analysis.intake.sheets.sheets import check_unpacked
from lkjip_analysis.output.examined.folder import KEYS


def earlier_answers(paper: Path) -> dict[tuple[str, str], bool]:
    """The rows that were answered with "tidak". Raises: InputError where it cannot be read."""
    if not paper.is_file():
        return {}
    try:
        check_unpacked(paper)
        book = load_workbook(paper, read_only=True)
    except BROKEN as error:
        remedy = "Repair it, or move it away: what was rejected in it is then lost."
        raise InputError([Problem(str(paper), "no readable workbook", "the working paper",
                                  remedy)]) from error  # fmt: skip
    found: dict[tuple[str, str], bool] = {}
    for title, keys in KEYS.items():
        rows = book[title].iter_rows(min_row=layout.HEAD, values_only=True)
        heads = [str(value or "") for value in next(rows)]
        places = [heads.index(key) for key in keys]
        for row in rows:
            if str(row[0] or "").strip().casefold() == looks.NO:
                found[title, " ".join(str(row[i] or "") for i in places)] = False
    book.close()
    return found
