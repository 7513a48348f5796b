"""The auditor's working paper: the findings of every agency of one year as an Excel workbook.

One sheet ranks the agencies and says what could not be tested; one sheet for each agency, to be
signed, has a row for each finding from kondisi to rekomendasi, with columns for the agency's answer
and the follow-up. Held against an earlier working paper it says what is new, what remains and what
is closed, and keeps the answers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.checking.coverage import by_table
from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import SHOWN_AS, Finding
from lkjip_analysis.checking.findings.finding import summary as counted
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.intake import excel_styles
from lkjip_analysis.intake.excel_pages import one_page_wide, printable, within_page
from lkjip_analysis.intake.excel_rows import LINE, fit_row
from lkjip_analysis.intake.excel_styles import (
    BLUE,
    INPUT,
    at,
    choices,
    font,
    head_cell,
    line_below,
    lines_around,
    put_text,
    saved,
    shade,
    title,
    widths,
    words_side,
)
from lkjip_analysis.language import as_in_code, worded
from lkjip_analysis.numbers.calendar_days import in_words
from lkjip_analysis.numbers.written import number
from lkjip_analysis.output.corrections.audit_columns import (
    ANSWERS,
    CHOICES,
    CODE,
    CODE_ROW,
    COLUMNS,
    DONE,
    FRESH,
    GONE,
    HEAD_ROW,
    KEPT,
    KEY,
    OPEN,
    RANKING_HEAD,
    SUMMARY,
    Earlier,
    as_now,
)
from lkjip_analysis.output.corrections.audit_words import told
from lkjip_analysis.output.corrections.to_correct import Action, every_action

RANKING: dict[str, int] = {
    "Peringkat": 12, "Instansi": 34, "Lembar": 22, "Mengubah simpulan": 12, "Terbukti salah": 10,
    "Perlu klarifikasi": 12, "Kalimat tidak sesuai": 13, "Aturan tidak diikuti": 13,
    "Pembulatan": 14, "Patut diperiksa": 11,
    "Angka": 8, "Belum teruji": 9, "Yang tidak dapat diuji": 30,
}  # fmt: skip
KINDS = {name: excel_styles.SHADES[standing] for standing, name in SHOWN_AS.items()}
SIGNED = ("Disusun oleh", "Direviu oleh", "Disetujui oleh")
"""Who puts name, date and initials to the paper of an agency."""


@dataclass(frozen=True)
class Reviewed:
    """One agency in the working paper: what verifying gave, or why it could not be read."""

    instansi: str
    verification: Verification | None
    unreadable: str = ""


def working_paper(tahun: int, agencies: Sequence[Reviewed], earlier: Earlier) -> bytes:
    """The workbook as it is saved."""
    book = Workbook()
    first = book.worksheets[0]
    first.title = worded(SUMMARY)
    ranked = sorted(agencies, key=_weight)
    sheets = {a.instansi: _sheet_name(a.instansi, i) for i, a in enumerate(ranked, 1)}
    _ranking(first, tahun, ranked, sheets)
    for place, agency in enumerate(ranked, 1):
        if agency.verification is not None:
            sheet = book.create_sheet(sheets[agency.instansi])
            _signed(sheet, f"KKR-{tahun}-{place:02d}")
            _agency(sheet, agency.verification, earlier.get(agency.instansi, {}))
    return saved(printable(book))


def _weight(agency: Reviewed) -> tuple[float, ...]:
    """Agencies with conclusions that change come first, those that cannot be read last."""
    if agency.verification is None:
        return (float("inf"),)
    found = agency.verification.findings
    count = counted(found)
    flips = sum(f.overturns for f in found)
    return (-flips, *(-count[kind] for kind in ("terbukti", "ambigu", "klaim", "kaidah")))


def _ranking(
    sheet: Worksheet, tahun: int, agencies: Sequence[Reviewed], sheets: Mapping[str, str]
) -> None:
    title(
        sheet,
        worded("Kertas kerja reviu laporan kinerja tahun {tahun}", tahun=tahun),
        _scope(agencies),
    )
    _header(sheet, RANKING, RANKING_HEAD)
    for place, agency in enumerate(agencies, 1):
        row = RANKING_HEAD + place
        found = agency.verification
        if found is None:
            _put(sheet, row, [place, agency.instansi, "", *[""] * 9, agency.unreadable])
            continue
        count, told = counted(found.findings), found.coverage.as_json()
        flips = sum(finding.overturns for finding in found.findings)
        name = found.report.full_name
        values = [place, name, sheets[agency.instansi], flips, *(count[kind] for kind in SHOWN),
                  told["figures"], told["unwatched"], _untested(found)]  # fmt: skip
        _put(sheet, row, values)
        cell = sheet.cell(row, 3)
        cell.hyperlink = f"#'{sheets[agency.instansi]}'!A1"
        cell.font = font(underline=True, color=BLUE)
    _finished(sheet, RANKING, RANKING_HEAD)


SHOWN = ("terbukti", "ambigu", "klaim", "kaidah", "pembulatan", "dugaan")


def _scope(agencies: Sequence[Reviewed]) -> str:
    unread = sum(agency.verification is None for agency in agencies)
    more = worded("; {unread} tidak dapat dibaca", unread=unread) if unread else ""
    return worded(
        "{count} instansi{more}. Urutan: yang mengubah simpulan, lalu yang terbukti salah. "
        "Selaras antar-tabel belum berarti benar.",
        count=len(agencies),
        more=more,
    )


def _untested(found: Verification) -> str:
    """The figures that no relation watches, by table."""
    left = ((table.label, table.counts["tidak diuji"]) for table in by_table(found))
    told = "{label}: {count} angka"
    return "; ".join(
        worded(told, label=label, count=number(count)) for label, count in left if count
    )


def _agency(
    sheet: Worksheet, found: Verification, earlier: Mapping[str, Mapping[str, str]]
) -> None:
    """The findings of one agency, the surest first, and those of the earlier working paper that
    are closed."""
    report = found.report
    seen = found.coverage.as_json()
    date = in_words(report.tanggal_data)
    scope = worded(
        "{watched} dari {figures} angka teruji. Data dimasukkan {date}.",
        date=date,
        watched=seen["watched"],
        figures=seen["figures"],
    )
    scope = " ".join(filter(None, [scope, wording.rejected(found.rejected)]))
    title(sheet, f"{report.full_name}, {report.dokumen}", scope)
    put_text(at(sheet, CODE_ROW, 1), f"{worded(CODE)}{report.instansi}")
    _header(sheet, COLUMNS, HEAD_ROW)
    by_id = {finding.id: finding for finding in found.findings}
    ranked = every_action(found)
    rows = [_row(found, by_id[action.finding], action, earlier) for action in ranked]
    here = {row[KEY] for row in rows}
    rows += [_closed(old) for name, old in earlier.items() if name not in here]
    numbers = [action.number for action in ranked]
    beyond = len(found.findings) + 1
    numbers += range(beyond, beyond + len(rows) - len(ranked))
    for i, (place, row) in enumerate(zip(numbers, rows, strict=True), 1):
        _put(sheet, HEAD_ROW + i, [place, *(_shown(name, row[name]) for name in list(COLUMNS)[1:])])
        _to_fill(sheet, HEAD_ROW + i, row)
    letter = get_column_letter(list(COLUMNS).index("Status") + 1)
    choices(
        sheet,
        f"{letter}{HEAD_ROW + 1}:{letter}{HEAD_ROW + max(len(rows), 1)}",
        [worded(state) for state in CHOICES["Status"]],
    )
    if not rows:
        nothing = at(sheet, HEAD_ROW + 1, list(COLUMNS).index("Kondisi") + 1)
        put_text(nothing, worded("Tidak ada temuan."))
    _finished(sheet, COLUMNS, HEAD_ROW, printed=len(COLUMNS) - 1)


def _signed(sheet: Worksheet, number: str) -> None:
    """The number of the paper, and where those sign who made and reviewed it."""
    lines = [("Nomor", number, ""), *((name, "", "Tanggal, paraf") for name in SIGNED)]
    for row, (name, value, beside) in enumerate(lines, CODE_ROW + 1):
        for column, text in ((2, worded(name)), (3, value), (4, worded(beside))):
            put_text(at(sheet, row, column), text)
        sheet.cell(row, 2).font = font(bold=True)
        sheet.cell(row, 4).alignment = Alignment(horizontal="right")
        for column in (3, 5) if beside else ():
            sheet.cell(row, column).border = line_below()
            sheet.cell(row, column).fill = shade(INPUT)
        sheet.row_dimensions[row].height = 1.4 * LINE


def _to_fill(sheet: Worksheet, row: int, told: Mapping[str, str]) -> None:
    """A sebab that the print does not show is the reviewer's to write."""
    if not told["Sebab"] and told["Status"] != DONE:
        sheet.cell(row, list(COLUMNS).index("Sebab") + 1).fill = shade(INPUT)


def _row(
    found: Verification, finding: Finding, action: Action, earlier: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    old = earlier.get(finding.id)
    kept = {name: old.get(name, "") if old else "" for name in (*ANSWERS, "Sebab")}
    words = told(found, finding, action)
    return {
        **kept,
        **words,
        "Jenis": SHOWN_AS[action.group],
        "Sebab": words["Sebab"] or kept["Sebab"],
        "Perkembangan": FRESH if old is None else KEPT,
        "Status": DONE if action.done else kept["Status"] or OPEN,
        KEY: finding.id,
    }


def _closed(old: Mapping[str, str]) -> dict[str, str]:
    """A finding of the earlier working paper that is found no more."""
    return {**as_now(old), "Perkembangan": GONE, "Status": DONE}


def _shown(column: str, text: str) -> str:
    """A word of ours in the language of the paper; what a person or a finding says as it is."""
    return worded(text) if text in CHOICES.get(column, ()) else text


def _sheet_name(instansi: str, place: int) -> str:
    """At most 31 characters, unique by its number, without what Excel refuses."""
    return f"{place} {re.sub(r'[^a-z0-9-]', '-', instansi)}"[:31]


def _header(sheet: Worksheet, columns: Mapping[str, int], head: int) -> None:
    for i, name in enumerate(columns, 1):
        head_cell(at(sheet, head, i), worded(name))
    widths(sheet, within_page(columns.values(), list(columns).index(KEY) if KEY in columns else 0))
    for i, name in enumerate(columns, 1):  # for the next paper, not for whoever reads this one
        sheet.column_dimensions[get_column_letter(i)].hidden = name == KEY
    fit_row(sheet, head)


def _put(sheet: Worksheet, row: int, values: Sequence[object]) -> None:
    for i, value in enumerate(values, 1):
        if isinstance(value, int):
            sheet.cell(row, i, value)
        else:
            put_text(at(sheet, row, i), str(value))
        cell = sheet.cell(row, i)
        count = Alignment(horizontal="center", vertical="top")
        cell.alignment = count if isinstance(value, int) else words_side()
        cell.border = lines_around()
        if (kind := as_in_code(str(value), KINDS)) in KINDS:
            cell.fill = shade(KINDS[kind])
    fit_row(sheet, row)


def _finished(sheet: Worksheet, columns: Mapping[str, int], head: int, printed: int = 0) -> None:
    """Frozen headings, a filter, and a print that fits the width of a page."""
    last = get_column_letter(len(columns))
    sheet.freeze_panes = f"D{head + 1}"
    sheet.auto_filter.ref = f"A{head}:{last}{max(sheet.max_row, head + 1)}"
    one_page_wide(sheet, head=head, printed=printed)
