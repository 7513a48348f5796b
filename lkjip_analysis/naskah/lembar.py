"""The proposal as an Excel workbook that a person reads, corrects and accepts row by row."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.naskah import gaya
from lkjip_analysis.naskah.aturan_klaim import DIFFERENT
from lkjip_analysis.naskah.usulan import (
    HIGH,
    LOW,
    Proposal,
    ProposedBand,
    ProposedClaim,
    ProposedTable,
)
from lkjip_analysis.schema import TableType

GUIDE, TABLES, CLAIMS, RULES = "Petunjuk", "Tabel", "Klaim", "Aturan"
INDICATORS, BANDS, COLUMNS, LEFT, LISTS = (
    "Indikator", "Skala", "Kolom baru", "Dilewati", "Daftar"
)  # fmt: skip
NEW = "baru"
ACCEPT, SURE = "terima", "keyakinan"
HEAD = 4
MAPPED, PRINTED, FIRST = 3, 4, 5
"""On the sheet of a table: the row of column names, of printed headings, and the first of cells."""
SKIPPED = "(lewati)"
SHADE = {HIGH: gaya.GREEN, LOW: gaya.YELLOW}
TABLE_COLUMNS = {
    ACCEPT: 9, "tabel": 18, "label": 14, "judul": 40, "bagian": 13, "jenis": 20, SURE: 11,
    "lembar": 16, "baris": 7, "alasan": 55, "catatan": 55,
}  # fmt: skip
CLAIM_COLUMNS = {
    ACCEPT: 9, SURE: 11, "bagian": 13, "kalimat": 60, "nilai": 22, "tentang": 30, "aturan": 12,
    "sel": 42, "sebab": 34, "catatan": 40, "calon lain": 50, "kode": 26, "paragraf": 22, "tipe": 10,
    "satuan": 10, "presisi": 9, "dasar": 10,
}  # fmt: skip
RULE_COLUMNS = {
    ACCEPT: 9, SURE: 11, "nama": 34, "jenis": 12, "sel": 70, "dasar": 11, "sebab": 60,
}  # fmt: skip
INDICATOR_COLUMNS = {
    ACCEPT: 9, SURE: 11, "kode": 26, "nama": 46, "satuan": 12, "arah": 9, "rumus": 11,
    "presisi": 10, "alasan": 55,
}  # fmt: skip
BAND_COLUMNS = {
    ACCEPT: 9, SURE: 11, "skala": 12, "nama": 24, "dari": 9, "lebih_dari": 11, "sampai": 9,
    "kurang_dari": 12, "sumber": 50,
}  # fmt: skip
NEW_COLUMNS = {
    "tabel": 18, "kolom": 26, "tipe": 11, "judul": 40, "satuan": 14, "presisi": 10,
    "satuan_tercetak": 24,
}  # fmt: skip
LEFT_COLUMNS = {"bagian": 16, "tertulis": 18, "alasan": 46, "kalimat": 90}
IDENTITY = {
    "instansi": "Nama folder instansi", "tahun": "Tahun laporan", "nama": "Nama instansi",
    "pemerintah": "Pemerintah daerah", "tanggal_data": "Tanggal data (contoh 2022-03-31)",
    "terima_semua": "Terima semua yang keyakinannya tinggi? (ya/tidak)",
}  # fmt: skip
STEPS = (
    "Tidak satu pun usulan dipakai sebelum Anda menerimanya di sini.",
    "1. Lembar Tabel: periksa jenis tiap tabel, tulis ya atau tidak pada kolom terima.",
    "2. Lembar tiap tabel (T01, T02, ...): baris 3 menyebut kolom jenis di atas tiap kolom naskah; "
    "sel merah tidak terbaca sebagai angka. Perbaiki hanya bila tidak sama dengan naskah: salah "
    "cetak laporan dibiarkan seperti tercetak.",
    "3. Lembar Klaim: tiap angka kalimat dengan aturan yang diusulkan. Yang bercatatan "
    '"berbeda" paling penting: mungkin laporan salah cetak. Yang memuat calon: salin satu calon ke '
    "kolom aturan dan sel, atau kosongkan aturannya.",
    "4. Lembar Aturan, Indikator, Skala: hubungan antar-tabel, arah indikator, batas kategori.",
    "5. Lembar Dilewati: angka yang dianggap bukan klaim, dengan alasannya.",
    "6. Simpan, lalu jalankan: lkjip usul {file} --terima",
)


def workbook_of(proposal: Proposal, kinds: Mapping[str, TableType], today: str) -> bytes:
    """The workbook as it is saved. `today` is proposed as the date of the data."""
    book = Workbook()
    _guide(book.worksheets[0], proposal, today)
    hidden = book.create_sheet(LISTS)
    ranges = gaya.lists(hidden, {
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
        _table(book.create_sheet(names[table.name]), table, ranges)
    _new_columns(book.create_sheet(COLUMNS), proposal.tables)
    _rows(
        book.create_sheet(LEFT),
        LEFT_COLUMNS,
        "Angka yang dianggap bukan klaim",
        "Bila salah satunya klaim, tambahkan barisnya di lembar Klaim.",
        [[x.bagian, x.figure, x.reason, x.sentence] for x in proposal.left_out],
    )
    book.move_sheet(hidden, len(book.worksheets))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


_RULE_HELP = "Aturan di dalam satu tabel sudah ada pada jenisnya; ini yang menghubungkan tabel."


def _sheet_name(number: int, name: str) -> str:
    return f"T{number:02} {re.sub(r'[^a-z0-9_]', '_', name)}"[:31]


def _guide(sheet: Worksheet, proposal: Proposal, today: str) -> None:
    sheet.title = GUIDE
    gaya.widths(sheet, [52, 60])
    gaya.title(sheet, f"Usulan dari {proposal.file}", _counts(proposal))
    told = {
        "instansi": proposal.instansi, "tahun": str(proposal.tahun), "nama": proposal.nama,
        "pemerintah": proposal.pemerintah, "tanggal_data": today, "terima_semua": gaya.NO,
    }  # fmt: skip
    for row, (name, label) in enumerate(IDENTITY.items(), HEAD):
        gaya.put(sheet, row, 1, label)
        gaya.put(sheet, row, 2, told[name], gaya.PALE)
    last = HEAD + len(IDENTITY) - 1
    gaya.choices(sheet, f"B{last}", f'"{gaya.YES},{gaya.NO}"')
    file = f"usulan-{proposal.instansi}-{proposal.tahun}.xlsx"
    for row, step in enumerate(STEPS, last + 2):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
        gaya.put(sheet, row, 1, step.format(file=file))
        sheet.row_dimensions[row].height = gaya.LINE * (1 + len(step) // 105)
    sheet.cell(last + 2, 1).font = Font(bold=True)
    gaya.finish(sheet, "A4")


def _counts(proposal: Proposal) -> str:
    unread = sum(len(table.unreadable) for table in proposal.tables)
    different = sum(DIFFERENT in claim.note for claim in proposal.claims)
    return (
        f"{len(proposal.tables)} tabel, {unread} sel tidak terbaca; {len(proposal.claims)} klaim, "
        f"{different} berbeda dari tabel; {len(proposal.left_out)} angka dilewati"
    )


def _rows(
    sheet: Worksheet, columns: Mapping[str, int], name: str, below: str,
    rows: Sequence[Sequence[str]],
) -> None:  # fmt: skip
    gaya.widths(sheet, list(columns.values()))
    gaya.title(sheet, name, below)
    gaya.header(sheet, HEAD, list(columns))
    order = list(columns)
    for number, row in enumerate(rows, HEAD + 1):
        for i, text in enumerate(row, 1):
            shade = SHADE.get(text, "") if order[i - 1] == SURE else ""
            gaya.put(sheet, number, i, text, shade)
        gaya.fit_row(sheet, number)
    if order[0] == ACCEPT:
        gaya.yes_no(sheet, "A", HEAD + 1, HEAD + len(rows) + 50, len(order))
    gaya.finish(sheet, f"C{HEAD + 1}", HEAD, len(order))


def _tables(
    sheet: Worksheet, proposal: Proposal, names: Mapping[str, str], ranges: Mapping[str, str]
) -> None:
    rows = []
    for t in proposal.tables:
        unread = [f"{len(t.unreadable)} sel tidak terbaca"] if t.unreadable else []
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
    gaya.choices(sheet, f"{letter}{HEAD + 1}:{letter}{last}", ranges["jenis"])
    for row in range(HEAD + 1, HEAD + 1 + len(rows)):
        cell = sheet.cell(row, order.index("lembar") + 1)
        cell.hyperlink = f"#'{cell.value}'!A1"
        cell.font = Font(underline="single", color=gaya.DARK)


def _claims(sheet: Worksheet, claims: Sequence[ProposedClaim]) -> None:
    rows = [
        ["", c.sureness, c.bagian, c.sentence, c.nilai, c.tentang, c.aturan, c.sel, c.sebab,
         c.note, "\n".join(c.candidates), c.kode, c.paragraf, c.tipe, c.satuan, c.presisi, c.dasar]
        for c in claims
    ]  # fmt: skip
    _rows(
        sheet,
        CLAIM_COLUMNS,
        "Angka dan pernyataan dalam kalimat",
        "Baris kuning belum beraturan: pilih dari calon lain, atau terima tanpa aturan.",
        rows,
    )
    note = list(CLAIM_COLUMNS).index("catatan") + 1
    for row, claim in enumerate(claims, HEAD + 1):
        if claim.note.startswith(DIFFERENT):
            gaya.put(sheet, row, note, claim.note, gaya.RED)
    sheet.freeze_panes = f"F{HEAD + 1}"


def _indicators(sheet: Worksheet, proposal: Proposal) -> None:
    rows = [
        ["", HIGH if "sesuai rumus" in i.reason and "tidak sesuai" not in i.reason else LOW,
         i.kode, i.nama, i.satuan, i.arah, i.rumus, i.presisi, i.reason]
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
        gaya.choices(sheet, f"{letter}{HEAD + 1}:{letter}{last}", f'"{allowed}"')


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


def _table(sheet: Worksheet, table: ProposedTable, ranges: Mapping[str, str]) -> None:
    gaya.title(sheet, f"{table.label}  {table.title}", f"{table.reason}")
    gaya.header(sheet, MAPPED, ["kolom jenis", *table.columns], dark=True)
    gaya.header(sheet, PRINTED, ["pakai", *_headings(table)], dark=False)
    wide = [11.0]
    for i, name in enumerate(table.columns):
        longest = max((len(row[i]) for row in table.rows), default=8)
        wide.append(min(max(longest + 2, len(name) + 2, 10), 44))
    gaya.widths(sheet, wide)
    for number, row in enumerate(table.rows, FIRST):
        gaya.put(sheet, number, 1, gaya.YES)
        for i, text in enumerate(row, 2):
            why = table.unreadable.get((number - FIRST, table.columns[i - 2]), "")
            gaya.put(sheet, number, i, text, gaya.RED if why else "")
            if why:
                gaya.remark(sheet, number, i, why)
        gaya.fit_row(sheet, number)
    last = FIRST + len(table.rows) - 1
    gaya.choices(sheet, f"A{FIRST}:A{last + 20}", f'"{gaya.YES},{gaya.NO}"')
    letter = get_column_letter(len(table.columns) + 1)
    allowed = ranges.get(table.kind.name)
    if allowed:
        gaya.choices(sheet, f"B{MAPPED}:{letter}{MAPPED}", allowed, strict=False)
    _left_rows(sheet, table, last + 3)
    gaya.fit_row(sheet, PRINTED)
    gaya.finish(sheet, f"C{FIRST}")
    sheet.print_title_rows = f"{MAPPED}:{PRINTED}"


def _headings(table: ProposedTable) -> list[str]:
    made = "(kunci, dibuat)"
    return [head or (made if name == table.kind.kunci else "")
            for head, name in zip(table.heads, table.columns, strict=True)]  # fmt: skip


OUTSIDE = "Di luar jenis ini, tidak ikut:"


def _left_rows(sheet: Worksheet, table: ProposedTable, row: int) -> None:
    """Rows that the type has no place for; marked so that they are not read back."""
    for number, texts in enumerate(table.left_rows, row):
        gaya.put(sheet, number, 1, OUTSIDE if number == row else "-", gaya.GREY)
        gaya.put(sheet, number, 2, " | ".join(text for text in texts if text), gaya.GREY)


def _new_columns(sheet: Worksheet, tables: Sequence[ProposedTable]) -> None:
    rows = [
        [t.name, c.name, c.tipe, c.judul, c.satuan, c.presisi if c.is_number else "",
         ", ".join(c.satuan_tercetak)]
        for t in tables if t.is_new for c in t.kind.columns.values()
    ]  # fmt: skip
    _rows(
        sheet,
        NEW_COLUMNS,
        'Kolom tabel yang jenisnya "baru"',
        "Tabel yang tidak mirip jenis mana pun mendapat jenis sendiri dengan kolom ini.",
        rows,
    )
