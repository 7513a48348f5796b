"""The auditor's working paper: the findings of every agency of one year as an Excel workbook.

One sheet ranks the agencies and says what could not be tested; one sheet for each agency has a row
for each finding, with columns for the agency's answer and the follow-up. Held against an earlier
working paper it says what is new, what remains and what is closed, and keeps the answers.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.dates import format_date
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.checking.coverage import by_table
from lkjip_analysis.checking.findings.finding import SHOWN_AS
from lkjip_analysis.checking.findings.finding import summary as counted
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.intake.excel_styles import (
    A3,
    BLUE,
    LINE,
    at,
    choices,
    font,
    line_below,
    lines_of,
    one_page_wide,
    put_text,
    shade,
    title,
)
from lkjip_analysis.intake.sheets.opening import BROKEN
from lkjip_analysis.intake.sheets.sheets import check_unpacked
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.written import number
from lkjip_analysis.output.corrections.to_correct import Action, actions

COLUMNS: dict[str, int] = {
    "No.": 5, "Jenis": 13, "Letak": 30, "Tertulis": 20, "Seharusnya": 32, "Dasar": 52,
    "Dampak": 26, "Perkembangan": 15, "Tanggapan instansi": 26, "Tindak lanjut": 22,
    "Status": 11, "Kode temuan": 20,
}  # fmt: skip
RANKING: dict[str, int] = {
    "Peringkat": 10, "Instansi": 40, "Lembar": 26, "Mengubah simpulan": 11, "Terbukti salah": 10,
    "Perlu klarifikasi": 12, "Klaim": 8, "Kaidah": 8, "Pembulatan": 12, "Dugaan": 9,
    "Angka": 8, "Belum teruji": 9, "Yang tidak dapat diuji": 60,
}  # fmt: skip
SHADES = {
    "Terbukti salah": "F8D7DA", "Perlu klarifikasi": "FFF3CD", "Klaim": "FFF3CD",
}  # fmt: skip
STATES = ("terbuka", "disetujui", "ditolak", "selesai")
ANSWERS = ("Tanggapan instansi", "Tindak lanjut", "Status")
KEY = "Kode temuan"
SUMMARY = "Peringkat"
CODE = "Kode instansi: "
HEAD_ROW = 4


@dataclass(frozen=True)
class Reviewed:
    """One agency in the working paper: what verifying gave, or why it could not be read."""

    instansi: str
    verification: Verification | None
    unreadable: str = ""


Earlier = Mapping[str, Mapping[str, Mapping[str, str]]]
"""What an earlier working paper says: agency, finding, column."""


def working_paper(tahun: int, agencies: Sequence[Reviewed], earlier: Earlier) -> bytes:
    """The workbook as it is saved."""
    book = Workbook()
    first = book.worksheets[0]
    first.title = SUMMARY
    ranked = sorted(agencies, key=_weight)
    sheets = {a.instansi: _sheet_name(a.instansi, i) for i, a in enumerate(ranked, 1)}
    _ranking(first, tahun, ranked, sheets)
    for agency in ranked:
        if agency.verification is not None:
            sheet = book.create_sheet(sheets[agency.instansi])
            _agency(sheet, agency.verification, earlier.get(agency.instansi, {}))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _weight(agency: Reviewed) -> tuple[float, ...]:
    """Agencies with conclusions that change come first, those that cannot be read last."""
    if agency.verification is None:
        return (float("inf"),)
    found = agency.verification.findings
    count = counted(found)
    flips = sum(f.changes_conclusion for f in found)
    return (-flips, *(-count[kind] for kind in ("terbukti", "ambigu", "klaim", "kaidah")))


def _ranking(
    sheet: Worksheet, tahun: int, agencies: Sequence[Reviewed], sheets: Mapping[str, str]
) -> None:
    title(sheet, f"Kertas kerja reviu laporan kinerja tahun {tahun}", _scope(agencies))
    _header(sheet, RANKING)
    for place, agency in enumerate(agencies, 1):
        row = HEAD_ROW + place
        found = agency.verification
        if found is None:
            _put(sheet, row, [place, agency.instansi, "", *[""] * 9, agency.unreadable])
            continue
        count, told = counted(found.findings), found.coverage.as_json()
        flips = sum(finding.changes_conclusion for finding in found.findings)
        name = found.report.full_name
        values = [place, name, sheets[agency.instansi], flips, *(count[kind] for kind in SHOWN),
                  told["figures"], told["unwatched"], _untested(found)]  # fmt: skip
        _put(sheet, row, values)
        cell = sheet.cell(row, 3)
        cell.hyperlink = f"#'{sheets[agency.instansi]}'!A1"
        cell.font = font(underline=True, color=BLUE)
    _finished(sheet, RANKING)


SHOWN = ("terbukti", "ambigu", "klaim", "kaidah", "pembulatan", "dugaan")


def _scope(agencies: Sequence[Reviewed]) -> str:
    unread = sum(agency.verification is None for agency in agencies)
    more = f"; {unread} tidak dapat dibaca" if unread else ""
    return (
        f"{len(agencies)} instansi{more}. Urutan: yang mengubah simpulan, lalu yang terbukti "
        "salah. "
        "Selaras antar-tabel belum berarti benar."
    )


def _untested(found: Verification) -> str:
    """The figures that no relation watches, by table."""
    left = ((table.label, table.counts["tidak diuji"]) for table in by_table(found))
    return "; ".join(f"{label}: {number(count)} angka" for label, count in left if count)


def _agency(
    sheet: Worksheet, found: Verification, earlier: Mapping[str, Mapping[str, str]]
) -> None:
    """The findings of one agency, and those of the earlier working paper that are closed."""
    report = found.report
    told = found.coverage.as_json()
    date = format_date(report.tanggal_data, "d MMMM y", locale="id")
    scope = f"{told['watched']} dari {told['figures']} angka teruji. Data per {date}."
    title(sheet, f"{report.full_name}, {report.dokumen}", scope)
    put_text(at(sheet, 3, 1), f"{CODE}{report.instansi}")
    _header(sheet, COLUMNS)
    impacts = {finding.id: finding.impact for finding in found.findings}
    rows = [_row(action, impacts[action.finding], earlier) for action in actions(found)]
    here = {row[KEY] for row in rows}
    rows += [_closed(old) for name, old in earlier.items() if name not in here]
    for i, row in enumerate(rows, 1):
        _put(sheet, HEAD_ROW + i, [i, *(row[name] for name in list(COLUMNS)[1:])])
    letter = get_column_letter(list(COLUMNS).index("Status") + 1)
    choices(sheet, f"{letter}{HEAD_ROW + 1}:{letter}{HEAD_ROW + max(len(rows), 1)}", STATES)
    _finished(sheet, COLUMNS)


def _row(action: Action, impact: str, earlier: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    old = earlier.get(action.finding)
    kept = {name: old.get(name, "") if old else "" for name in ANSWERS}
    look_up = [f"Periksa {source}" for source in action.look_up]
    return {
        **kept,
        "Jenis": SHOWN_AS[action.group],
        "Letak": action.where,
        "Tertulis": action.printed,
        "Seharusnya": _listed(action.should),
        "Dasar": _listed((*action.proof, *look_up)),
        "Dampak": impact,
        "Perkembangan": "baru" if old is None else "tetap",
        "Status": kept["Status"] or "terbuka",
        KEY: action.finding,
    }


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else "\n".join(f"• {item}" for item in items)


def _closed(old: Mapping[str, str]) -> dict[str, str]:
    """A finding of the earlier working paper that is found no more."""
    kept = {name: old.get(name, "") for name in list(COLUMNS)[1:]}
    return {**kept, "Perkembangan": "tidak ditemukan lagi", "Status": "selesai"}


def _sheet_name(instansi: str, place: int) -> str:
    """At most 31 characters, unique by its number, without what Excel refuses."""
    return f"{place} {re.sub(r'[^a-z0-9-]', '-', instansi)}"[:31]


def _header(sheet: Worksheet, columns: Mapping[str, int]) -> None:
    for i, (name, width) in enumerate(columns.items(), 1):
        cell = sheet.cell(HEAD_ROW, i, name)
        cell.font, cell.fill = font(bold=True, color="FFFFFF"), shade(BLUE)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.row_dimensions[HEAD_ROW].height = 2.2 * LINE
        sheet.column_dimensions[get_column_letter(i)].width = width


def _put(sheet: Worksheet, row: int, values: Sequence[object]) -> None:
    for i, value in enumerate(values, 1):
        if isinstance(value, int):
            sheet.cell(row, i, value)
        else:
            put_text(at(sheet, row, i), str(value))
        cell = sheet.cell(row, i)
        across = "center" if isinstance(value, int) else "left"
        cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=across)
        cell.border = line_below()
        if str(value) in SHADES:
            cell.fill = shade(SHADES[str(value)])
    widths = [
        sheet.column_dimensions[get_column_letter(i)].width for i in range(1, len(values) + 1)
    ]
    needed = max(lines_of(str(value), width) for value, width in zip(values, widths, strict=True))
    sheet.row_dimensions[row].height = min(LINE * (needed + 0.6), 409)


def _finished(sheet: Worksheet, columns: Mapping[str, int]) -> None:
    """Frozen headings, a filter, and a print that fits the width of a page."""
    last = get_column_letter(len(columns))
    sheet.freeze_panes = f"D{HEAD_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}{max(sheet.max_row, HEAD_ROW + 1)}"
    one_page_wide(sheet, paper=A3)
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"


def read_earlier(path: Path) -> Earlier:
    """What an earlier working paper says of each finding of each agency.

    Raises: InputError where the file is no working paper.
    """
    check_unpacked(path)
    try:
        book = load_workbook(path, read_only=False, data_only=True)
    except BROKEN as error:
        found, remedy = "no Excel workbook", "Name a file that `lkjip reviu` wrote."
        raise InputError([Problem(path.name, found, "a working paper", remedy)]) from error
    if SUMMARY not in book.sheetnames:
        found, remedy = (
            phrase('no sheet "{summary}"', summary=SUMMARY),
            "Name a file that `lkjip reviu` wrote.",
        )
        raise InputError([Problem(path.name, found, "a working paper", remedy)])
    sheets = [sheet for sheet in book.worksheets if sheet.title != SUMMARY]
    return {str(sheet.cell(3, 1).value or "").removeprefix(CODE): _rows(sheet) for sheet in sheets}


def _rows(sheet: Worksheet) -> dict[str, dict[str, str]]:
    header, *rows = sheet.iter_rows(min_row=HEAD_ROW, values_only=True)
    told = [
        {str(name): "" if value is None else str(value)
         for name, value in zip(header, row, strict=True)}
        for row in rows
    ]  # fmt: skip
    return {row[KEY]: row for row in told if row.get(KEY)}
