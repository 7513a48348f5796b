"""The proposal as an Excel workbook that a person reads, corrects and accepts row by row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.intake.document.column_styles import DEFAULT
from lkjip_analysis.intake.excel_pages import printable, within_page
from lkjip_analysis.intake.excel_rows import LINE, PADDING, fit_row, lines_of
from lkjip_analysis.intake.excel_styles import BLUE, INPUT, choices, font, saved, widths
from lkjip_analysis.intake.proposal.proposal import (
    HIGH,
    LOW,
    Proposal,
    ProposedBand,
    ProposedClaim,
    ProposedTable,
)
from lkjip_analysis.intake.usul import looks
from lkjip_analysis.intake.usul.layout import (
    ACCEPT,
    ASKED,
    BAND_COLUMNS,
    BANDS,
    CLAIM_COLUMNS,
    CLAIMS,
    COLUMNS,
    GUIDE,
    HEAD,
    IDENTITY,
    INDICATOR_COLUMNS,
    INDICATORS,
    LEFT,
    LEFT_COLUMNS,
    LISTS,
    NEW,
    NEW_COLUMNS,
    RULE_COLUMNS,
    RULES,
    SKIPPED,
    STEPS,
    SURE,
    TABLE_COLUMNS,
    TABLES,
)
from lkjip_analysis.intake.usul.table_sheet import table_sheet
from lkjip_analysis.intake.usul.workbook_language import spoken
from lkjip_analysis.language import worded
from lkjip_analysis.report.schema import Column, TableType

GUIDE_WIDTHS = (40, 50)
SHADE = {HIGH: looks.GREEN, LOW: looks.YELLOW}


def workbook_of(proposal: Proposal, kinds: Mapping[str, TableType], today: str) -> bytes:
    """The workbook as it is saved. `today` is proposed as the date of the data."""
    return saved(printable(spoken(book_of(proposal, kinds, today))))


def book_of(
    proposal: Proposal, kinds: Mapping[str, TableType], today: str, file: str = ""
) -> Workbook:
    """The workbook before it is saved; under what name, where it has one of its own."""
    book = Workbook()
    _guide(book.worksheets[0], proposal, today, file)
    hidden = book.create_sheet(LISTS)
    ranges = looks.lists(hidden, {
        "jenis": [*kinds, NEW], **{name: [*kind.columns, SKIPPED] for name, kind in kinds.items()},
    })  # fmt: skip
    names = {t.name: _sheet_name(i, t.name) for i, t in enumerate(proposal.tables, 1)}
    _tables(book.create_sheet(TABLES), proposal, names, ranges)
    _claims(book.create_sheet(CLAIMS), proposal.claims)
    _rows(
        book.create_sheet(RULES),
        RULE_COLUMNS,
        "Hubungan antar-tabel",
        _RULE_HELP,
        [["", r.sureness, r.nama, r.jenis, r.sel, r.dasar, r.sebab] for r in proposal.rules],
    )
    _indicators(book.create_sheet(INDICATORS), proposal)
    _bands(book.create_sheet(BANDS), proposal.bands)
    for table in proposal.tables:
        table_sheet(book.create_sheet(names[table.name]), table, ranges)
    _new_columns(book.create_sheet(COLUMNS), proposal.tables)
    _rows(
        book.create_sheet(LEFT),
        LEFT_COLUMNS,
        "Angka yang dianggap bukan klaim",
        "Bila salah satunya klaim, tambahkan barisnya di lembar Klaim.",
        [[x.bagian, x.figure, worded(x.reason), x.sentence] for x in proposal.left_out],
    )
    book.move_sheet(hidden, len(book.worksheets))
    return book


_RULE_HELP = (
    "Jenis tabel yang dikenal sudah memuat aturannya; di sini hubungan antar-tabel, serta jumlah, "
    "rata-rata, persen dan selisih di dalam tabel lain."
)


def _sheet_name(number: int, name: str) -> str:
    return f"T{number:02} {re.sub(r'[^a-z0-9_]', '_', name)}"[:31]


def _guide(sheet: Worksheet, proposal: Proposal, today: str, file: str) -> None:
    sheet.title = GUIDE
    widths(sheet, GUIDE_WIDTHS)
    looks.title(sheet, worded("Usulan dari {file}", file=proposal.file), _counts(proposal))
    told = {
        "instansi": proposal.instansi, "tahun": str(proposal.tahun), "nama": proposal.nama,
        "pemerintah": proposal.pemerintah, "tanggal_data": today, "terima_semua": looks.NO,
    }  # fmt: skip
    for row, (name, label) in enumerate(IDENTITY.items(), HEAD):
        looks.put(sheet, row, 1, worded(label))
        looks.put(sheet, row, 2, told[name], INPUT)
        fit_row(sheet, row, 2)
    last = HEAD + len(IDENTITY) - 1
    choices(sheet, f"B{last}", [worded(looks.YES), worded(looks.NO)])
    file = file or f"usulan-{proposal.instansi}-{proposal.tahun}.xlsx"
    for row, step in enumerate(STEPS, last + 2):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
        looks.put(sheet, row, 1, worded(step, file=file))
        needed = lines_of(worded(step, file=file), sum(GUIDE_WIDTHS), bold=row == last + 2)
        sheet.row_dimensions[row].height = LINE * needed + PADDING
    sheet.cell(last + 2, 1).font = font(bold=True)
    looks.finish(sheet, "A4")
    sheet.page_setup.orientation = "portrait"


def _counts(proposal: Proposal) -> str:
    unread = sum(len(table.unreadable) for table in proposal.tables)
    different = sum(claim.differs for claim in proposal.claims)
    return worded(
        "{tables} tabel, {unread} sel tidak terbaca; {claims} klaim, {different} berbeda dari "
        "tabel, {contrary} dengan pembacaan lain yang berbeda; {left_out} angka dilewati",
        tables=len(proposal.tables), unread=unread, claims=len(proposal.claims),
        different=different, contrary=sum(claim.may_differ for claim in proposal.claims),
        left_out=len(proposal.left_out),
    )  # fmt: skip


def _rows(
    sheet: Worksheet, columns: Mapping[str, int], name: str, below: str,
    rows: Sequence[Sequence[str]],
) -> None:  # fmt: skip
    order = list(columns)
    # What stands behind the remarks is for the machine, and no part of the print.
    printed = order.index("catatan") + 1 if "calon lain" in order else 0
    widths(sheet, within_page(columns.values(), printed))
    none = "" if rows else " " + worded("Tidak ada yang diusulkan.")
    looks.title(sheet, worded(name), worded(below) + none)
    looks.header(sheet, HEAD, list(columns))
    for number, row in enumerate(rows, HEAD + 1):
        for i, text in enumerate(row, 1):
            shade = SHADE.get(text, "") if order[i - 1] == SURE else ""
            looks.put(sheet, number, i, text, shade)
        fit_row(sheet, number)
    if order[0] == ACCEPT:
        looks.yes_no(sheet, "A", HEAD + 1, HEAD + len(rows) + 50, len(order))
    looks.finish(sheet, f"C{HEAD + 1}", HEAD, len(order), printed)


def _tables(
    sheet: Worksheet, proposal: Proposal, names: Mapping[str, str], ranges: Mapping[str, str]
) -> None:
    rows = []
    for t in proposal.tables:
        unread = (
            [worded("{count} sel tidak terbaca", count=len(t.unreadable))] if t.unreadable else []
        )
        kind = NEW if t.is_new else t.kind.name
        rows.append(["", t.name, t.label, t.title, t.part, kind, t.sureness, names[t.name],
                     str(len(t.rows)), t.reason, "; ".join([*unread, *t.notes])])  # fmt: skip
    _rows(
        sheet,
        TABLE_COLUMNS,
        "Tabel dalam naskah",
        "Jenis menentukan kolom dan aturan yang diperiksa. Lembar berisi selnya.",
        rows,
    )
    order = list(TABLE_COLUMNS)
    letter = get_column_letter(order.index("jenis") + 1)
    last = HEAD + max(len(rows), 1)
    choices(sheet, f"{letter}{HEAD + 1}:{letter}{last}", ranges["jenis"])
    for row in range(HEAD + 1, HEAD + 1 + len(rows)):
        cell = sheet.cell(row, order.index("lembar") + 1)
        cell.hyperlink = f"#'{cell.value}'!A1"
        cell.font = font(underline=True, color=BLUE)


def _claims(sheet: Worksheet, claims: Sequence[ProposedClaim]) -> None:
    rows = [
        ["", c.sureness, c.bagian, c.sentence, c.nilai, c.tentang, c.aturan, c.sel, c.sebab,
         c.note, "\n".join(f"{i}) {text}" for i, text in enumerate(c.candidates, 1)),
            "", c.kode, c.paragraf, c.tipe, c.satuan, c.presisi, c.dasar]
        for c in claims
    ]  # fmt: skip
    _rows(
        sheet,
        CLAIM_COLUMNS,
        "Angka dan pernyataan dalam kalimat",
        "Kuning: belum beraturan. Tulis nomor calon pada kolom pilih, atau terima tanpa aturan.",
        rows,
    )
    note = list(CLAIM_COLUMNS).index("catatan") + 1
    rule = list(CLAIM_COLUMNS).index("aturan") + 1
    for row, claim in enumerate(claims, HEAD + 1):
        if not claim.aturan:
            for column in (rule, rule + 1):
                looks.put(sheet, row, column, "", looks.YELLOW)
        if claim.differs:
            looks.put(sheet, row, note, claim.note, looks.RED)
    sheet.freeze_panes = f"F{HEAD + 1}"


def _indicators(sheet: Worksheet, proposal: Proposal) -> None:
    rows = [
        ["", HIGH if "sesuai rumus" in i.reason and "tidak sesuai" not in i.reason else LOW,
         i.kode, i.nama, i.satuan, i.arah, i.rumus, i.presisi, i.reason, i.maksimum,
         i.minimum, i.presisi_target]
        for i in proposal.indicators
    ]  # fmt: skip
    _rows(
        sheet,
        INDICATOR_COLUMNS,
        "Indikator",
        "naik: makin tinggi makin baik; turun: makin rendah makin baik.",
        rows,
    )
    last = HEAD + len(rows) + 20
    for name, allowed in (("arah", "naik,turun"), ("rumus", "R/T,(2T-R)/T,T/R"),
                          ("presisi", "eksak,bulat")):  # fmt: skip
        letter = get_column_letter(list(INDICATOR_COLUMNS).index(name) + 1)
        choices(sheet, f"{letter}{HEAD + 1}:{letter}{last}", f'"{allowed}"')


def _bands(sheet: Worksheet, bands: Sequence[ProposedBand]) -> None:
    rows = [
        ["", LOW if "tidak terbaca" in b.source else HIGH, b.skala, b.nama, b.dari, b.lebih_dari,
         b.sampai, b.kurang_dari, b.source]
        for b in bands
    ]  # fmt: skip
    _rows(
        sheet,
        BAND_COLUMNS,
        "Skala kategori",
        "Batas persis seperti dicetak, bilangan dengan titik desimal (contoh 74.99).",
        rows,
    )


def _new_columns(sheet: Worksheet, tables: Sequence[ProposedTable]) -> None:
    rows = [
        [t.name, c.name, c.tipe, c.judul, c.satuan, c.presisi if c.is_number else "",
         ", ".join(c.satuan_tercetak), _scale(t, c), _style(t, c)]
        for t in tables for c in t.kind.columns.values()
        if t.is_new or c.dalam or c.name in t.scales_asked
        or (c.is_number and _style(t, c) != DEFAULT)
    ]  # fmt: skip
    _rows(
        sheet,
        NEW_COLUMNS,
        'Kolom tabel yang jenisnya "baru", kolom dalam ribuan atau jutaan, dan gaya angka',
        "dalam: ribu, juta, miliar atau triliun menurut judulnya; kosongkan bila rupiah penuh; "
        "yang diawali (?) harus dijawab (- untuk rupiah penuh). gaya: indonesia (1.250,5), "
        "inggris (1,250.5) atau titik (1.250.000.50); yang kosong harus diisi.",
        rows,
    )


def _scale(table: ProposedTable, column: Column) -> str:
    """What a column counts in; marked where a person must say it."""
    asked = table.scales_asked.get(column.name)
    return f"{ASKED} {asked}" if asked else column.dalam


def _style(table: ProposedTable, column: Column) -> str:
    """The number style of a column; nothing where a person must say it."""
    asked = (name for _, name in table.two_ways)
    return "" if not column.is_number or column.name in asked else column.gaya
