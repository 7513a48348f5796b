"""What each column means: concept, definition, classification, measure and unit.

The five are what Satu Data Indonesia asks of a data standard (Perpres 39/2019, belum terverifikasi:
its text has not been read). They come from the table types, so a new type needs nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lkjip_analysis.checking.findings.finding import SHOWN_AS
from lkjip_analysis.language import worded
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.schema import Column
from lkjip_analysis.report.tables import Table

FieldType = Literal["string", "number", "integer", "boolean"]
STANDARD = (
    "Standar data menurut Perpres 39/2019 tentang Satu Data Indonesia "
    "(belum terverifikasi, naskah peraturan belum dibaca)"
)
SHARES = ("persen", "skor 0-100")
"""Units of a level (kadar); every other unit measures an amount (jumlah)."""
PRECISION = {
    "eksak": "tepat sampai digit terakhir",
    "bulat": "dibulatkan ke angka desimal yang tercetak",
    "umum": "desimal sebanyak angka terpanjang kolomnya",
    "indikator": "menurut indikatornya",
}
NONE = "tidak ada"


@dataclass(frozen=True)
class Term:
    """One column of a written table. `wajib`: it is filled in every row."""

    name: str
    tipe: FieldType
    konsep: str
    definisi: str
    klasifikasi: str = NONE
    satuan: str = NONE
    presisi: str = ""
    wajib: bool = False

    @property
    def ukuran(self) -> str:
        if self.tipe not in ("number", "integer") or self.satuan == NONE:
            return NONE
        if self.satuan.startswith(("menurut ", "satuan ")):
            return "menurut satuannya"
        return "kadar" if self.satuan in SHARES else "jumlah"


@dataclass(frozen=True)
class Described:
    """A written table: its name, title, what it holds, its columns and those of its key."""

    name: str
    path: str
    judul: str
    arti: str
    terms: tuple[Term, ...]
    kunci: tuple[str, ...]


def printed_table(report: Report, table: Table) -> Described:
    """One printed table as it is written: typed, in one row for each printed row."""
    return Described(
        name=f"tabel-{table.name.replace('_', '-')}",
        path=f"tabel/{table.name}.csv",
        judul=f"{table.label}: {worded(table.type.judul)}",
        arti=worded(table.type.arti),
        terms=tuple(_terms(report, table)),
        kunci=(table.type.kunci,),
    )


def _terms(report: Report, table: Table) -> Iterator[Term]:
    present = {address.column for address in table.cells}
    for column in table.type.columns.values():
        if column.name not in present:
            continue
        numeric = column.is_number
        yield Term(
            name=column.name,
            tipe="number" if numeric else "string",
            konsep=_called(column),
            definisi=_definition(table, column),
            klasifikasi=_classes(report, table, column),
            satuan=(column.satuan or NONE) if numeric else NONE,
            presisi=PRECISION[column.presisi] if numeric else "",
            wajib=column.name == table.type.kunci,
        )
        yield from _beside(table, column)
    yield Term(
        "dikoreksi",
        "string",
        "Kolom yang dikoreksi",
        "Nama kolom pada baris ini yang memakai koreksi, dipisahkan spasi; kosong bila tidak ada",
    )


def _beside(table: Table, column: Column) -> Iterator[Term]:
    """The columns that stand beside one whose cells are figures in some rows, words in others."""
    if has_figures_in_text(table, column):
        yield Term(
            f"{column.name}_angka",
            "number",
            worded("{judul} sebagai angka", judul=_called(column)),
            worded(
                "Nilai kolom {name}, bila isinya angka; satuannya di kolom satuan", name=column.name
            ),
            satuan="menurut kolom satuan",
        )
    if has_words_among_figures(table, column):
        yield Term(
            f"{column.name}_teks",
            "string",
            worded("{judul} dalam kata", judul=_called(column)),
            worded(
                "Isi kolom {name} bila bukan satu angka: nilai huruf, rentang atau batas",
                name=column.name,
            ),
        )


def has_figures_in_text(table: Table, column: Column) -> bool:
    """Does a column of text hold figures in some rows, as the claims do?"""
    return not column.is_number and any(
        cell.printed is not None for cell in table if cell.address.column == column.name
    )


def has_words_among_figures(table: Table, column: Column) -> bool:
    """Does a column of figures print a grade, a range or a bound in some row?"""
    return column.is_number and any(
        cell.printed is None and cell.text.strip()
        for cell in table
        if cell.address.column == column.name
    )


def _definition(table: Table, column: Column) -> str:
    """What the column means; where its type does not say, what its table is about."""
    about = {"judul": _called(column), "tabel": worded(table.type.judul).lower()}
    return worded(column.arti) or worded("{judul} dalam tabel {tabel}", **about)


def _called(column: Column) -> str:
    return worded(column.judul) or column.name


def _named(words: Mapping[str, str]) -> str:
    """Each word with what it means."""
    return "; ".join(f"{name}: {worded(told)}" for name, told in words.items())


def _classes(report: Report, table: Table, column: Column) -> str:
    """The classes of a category, from the scale that its rule names."""
    if column.tipe != "kategori":
        return NONE
    names = [
        str(rule["skala"])
        for rule in table.type.rules
        if rule["jenis"] == "kategori" and str(rule.get("hasil", "")).endswith(f".{column.name}")
    ]
    scales = [report.scales[name] for name in names if name in report.scales]
    if not scales:
        return "kategori sebagaimana tercetak"
    bands = ", ".join(dict.fromkeys(band.nama for band in scales[0].pita))
    return f"{bands} ({scales[0].source})"


def figures() -> tuple[Term, ...]:
    """Each column of the figures."""
    return (
        Term("instansi", "string", "Instansi", "Kode instansi: nama foldernya", wajib=True),
        Term("tahun", "integer", "Tahun", "Tahun anggaran laporan", wajib=True),
        Term("lapis", "string", "Lapis", "Angka sebagaimana tercetak, atau dengan koreksi yang "
             "diterima", "tercetak, dipakai", wajib=True),
        Term("tabel", "string", "Tabel", "Nama tabel dalam data laporan", wajib=True),
        Term("baris", "string", "Baris", "Kunci baris tabel", wajib=True),
        Term("kolom", "string", "Kolom", "Nama kolom tabel", wajib=True),
        Term("tercetak", "string", "Tercetak", "Teks sel, huruf demi huruf", wajib=True),
        Term("nilai", "number", "Nilai", "Angka yang dinyatakan teksnya", satuan="menurut kolom "
             "satuan", wajib=True),
        Term("satuan", "string", "Satuan", "Satuan nilai"),
        Term("presisi", "string", "Presisi", "Bagaimana digitnya dimaksudkan",
             _named(PRECISION)),
        Term("berkas", "string", "Berkas", "Berkas data mentah", wajib=True),
        Term("baris_berkas", "integer", "Baris berkas", "Nomor baris dalam berkasnya", wajib=True),
    )  # fmt: skip


def findings() -> tuple[Term, ...]:
    """Each column of the findings."""
    return (
        Term("id", "string", "Kode temuan", "Kode tetap temuan dalam laporan ini", wajib=True),
        Term("putusan", "string", "Putusan", "Seberapa pasti temuannya",
             _named(SHOWN_AS), wajib=True),
        Term("letak", "string", "Letak", "Tabel, atau bagian naskah", wajib=True),
        Term("tentang", "string", "Tentang", "Baris dan kolom, atau pokok kalimat", wajib=True),
        Term("sel", "string", "Sel", "Alamat sel yang pasti; kosong bila belum pasti"),
        Term("sel_terkait", "string", "Sel terkait",
             "Alamat sel yang disebut temuan, dipisahkan titik koma"),
        Term("tercetak", "string", "Tercetak", "Teks sel yang pasti"),
        Term("seharusnya", "string", "Seharusnya", "Teks yang paling mungkin dimaksud"),
        Term("bawah", "number", "Batas bawah", "Nilai terkecil yang mungkin",
             satuan="satuan selnya"),
        Term("atas", "number", "Batas atas", "Nilai terbesar yang mungkin", satuan="satuan selnya"),
        Term("mengubah_simpulan", "boolean", "Mengubah simpulan", "Apakah kategori atau simpulan "
             "berubah, atau dapat berubah selama temuannya belum diputuskan", "true, false",
             wajib=True),
        Term("aturan", "string", "Aturan", "Nama aturan yang gagal, dipisahkan spasi"),
        Term("dampak", "string", "Dampak", "Apa yang berubah bila diperbaiki"),
        Term("pesan", "string", "Uraian", "Temuan dalam kalimat", wajib=True),
    )  # fmt: skip


LAYERS = {
    "tercetak": "sebagaimana tercetak",
    "dipakai": "dengan koreksi yang sudah diterima (koreksi.csv)",
}


def figures_table(layer: str) -> Described:
    told = LAYERS[layer]
    judul = worded("Semua angka, lapis {layer}", layer=layer)
    arti = worded("Satu baris tiap angka, {told}, dengan tempatnya.", told=worded(told))
    key = ("tabel", "baris", "kolom")
    return Described(f"angka-{layer}", f"angka_{layer}.csv", judul, arti, figures(), key)


def findings_table() -> Described:
    arti = "Satu baris tiap temuan verifikasi; perbaikan lengkapnya ada di temuan.json."
    return Described("temuan", "temuan.csv", "Temuan verifikasi", arti, findings(), ("id",))


def described(report: Report) -> tuple[Described, ...]:
    """Every table that is written for a report, in the order of the report."""
    tables = sorted(report.tables.values(), key=lambda table: table.name == CLAIMS)
    return (
        figures_table("tercetak"),
        figures_table("dipakai"),
        *(printed_table(report, table) for table in tables),
        findings_table(),
    )
