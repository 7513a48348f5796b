"""The columns of the working paper, and an earlier paper read back by them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.checking.findings.finding import SHOWN_AS
from lkjip_analysis.errors import wrong_input
from lkjip_analysis.intake.excel_styles import sheet_of
from lkjip_analysis.intake.sheets.extent import MAX_REACH
from lkjip_analysis.intake.sheets.opening_workbook import BROKEN
from lkjip_analysis.intake.sheets.workbook_sheets import check_unpacked
from lkjip_analysis.language import as_in_code, phrase, spellings

NUMBER, KEY = "No.", "Kode temuan"
COLUMNS: dict[str, int] = {
    NUMBER: 5, "Jenis": 13, "Kondisi": 42, "Kriteria": 21, "Sebab": 14, "Akibat": 18,
    "Rekomendasi": 32, "Tanggapan instansi": 16, "Tindak lanjut": 12, "Status": 10,
    "Perkembangan": 17, KEY: 18,
}  # fmt: skip
"""How many characters each is wide. The last is for the next paper, and not printed."""
ANSWERS = ("Tanggapan instansi", "Tindak lanjut", "Status")
"""What is written by hand and kept in the next paper; a sebab too, where none is known."""

SUMMARY = "Peringkat"
CODE = "Kode instansi: "
CODE_ROW, HEAD_ROW, RANKING_HEAD = 3, 9, 4
BEFORE = ("Letak", "Tertulis", "Dasar")
OLD = (*BEFORE, "Dampak", "Seharusnya")
"""The columns of papers from before there was a kondisi."""
OPEN, DONE = "terbuka", "selesai"
FRESH, KEPT, GONE = "baru", "tetap", "tidak ditemukan lagi"
CHOICES = {
    "Status": (OPEN, "disetujui", "ditolak", DONE),
    "Perkembangan": (FRESH, KEPT, GONE),
    "Jenis": tuple(SHOWN_AS.values()),
}
"""Columns of a few words of ours, which are read back from any language."""

Earlier = Mapping[str, Mapping[str, Mapping[str, str]]]
"""What an earlier working paper says: agency, finding, column."""


def read_earlier(path: Path) -> Earlier:
    """What an earlier working paper says of each finding of each agency.

    Raises: InputError where the file is no working paper.
    """
    check_unpacked(path, MAX_REACH)
    remedy = "Name a file that `lkjip reviu` wrote."
    try:
        book = load_workbook(path, read_only=False, data_only=True)
    except BROKEN as error:
        found = "no Excel workbook"
        raise wrong_input(path.name, found, "a working paper", remedy) from error
    summary = sheet_of(book, SUMMARY)
    if summary is None:
        found = phrase('no sheet "{summary}"', summary=SUMMARY)
        raise wrong_input(path.name, found, "a working paper", remedy)
    return {_code(sheet): _rows(sheet) for sheet in book.worksheets if sheet is not summary}


def _code(sheet: Worksheet) -> str:
    told = str(sheet.cell(CODE_ROW, 1).value or "")
    return next((told.removeprefix(one) for one in spellings(CODE) if told.startswith(one)), told)


def _rows(sheet: Worksheet) -> dict[str, dict[str, str]]:
    """The rows below the headings, wherever these stand."""
    rows = list(sheet.iter_rows(values_only=True))
    heads = ([as_in_code(str(name), (*COLUMNS, *OLD)) for name in row] for row in rows)
    head, names = next(((i, n) for i, n in enumerate(heads) if n[:1] == [NUMBER]), (len(rows), []))
    told = [
        {
            name: "" if value is None else as_in_code(str(value), CHOICES.get(name, ()))
            for name, value in zip(names, row, strict=True)
        }
        for row in rows[head + 1 :]
    ]
    return {row[KEY]: row for row in told if row.get(KEY)}


def as_now(old: Mapping[str, str]) -> dict[str, str]:
    """A row of an earlier paper in the columns of this one."""
    kept = {name: old.get(name, "") for name in list(COLUMNS)[1:]}
    if not kept["Kondisi"]:
        kept["Kondisi"] = "\n".join(old[name] for name in BEFORE if old.get(name))
        kept["Akibat"] = old.get("Dampak", "")
        kept["Rekomendasi"] = old.get("Seharusnya", "")
    return kept
