"""A report of an agency that does not exist, as PDF, with a few slips in it: to try `periksa` on.

Its pages are written with nothing but pypdf: Helvetica, which every viewer has, and ruled tables.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from textwrap import wrap

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

WIDE, HIGH, LEFT, TOP, LOW = 595, 842, 62, 770, 80
SIZE, LEADING, ROW, LETTERS = 10, 15, 18, 92
DIGIT = {**dict.fromkeys("0123456789", 0.556), ".": 0.278, ",": 0.278, "%": 0.889, "-": 0.333}
"""How wide the signs of a figure are in Helvetica, in parts of its size."""

SLIPS = (
    "Tabel 3.1, Terminal Utara: 433 + 398 = 831, tertulis 851",
    "Tabel 3.1, Jumlah: 2.560 + 1.745 + 1.317 + 831 + 588 = 7.041, tertulis 7.061 (terbawa)",
    "Tabel 3.2, Pengujian kendaraan: 342.650.000 dari 361.500.000 = 94,79 persen, tertulis 97,49",
    "kalimat sesudah Tabel 3.2: 94,56 persen, tertulis 94,75 persen",
)
"""What is wrong in the report, worked out by hand."""

_PASSENGERS = (
    ("No.", "Terminal", "Laki-laki", "Perempuan", "Jumlah"),
    ("1", "Terminal Induk", "1.250", "1.310", "2.560"),
    ("2", "Terminal Timur", "840", "905", "1.745"),
    ("3", "Terminal Barat", "615", "702", "1.317"),
    ("4", "Terminal Utara", "433", "398", "851"),
    ("5", "Terminal Selatan", "278", "310", "588"),
    ("", "Jumlah", "3.416", "3.625", "7.061"),
)
_BUDGET = (
    ("No.", "Program", "Anggaran (Rp)", "Realisasi (Rp)", "%"),
    ("1", "Pelayanan administrasi perkantoran", "450.000.000", "431.250.000", "95,83"),
    ("2", "Pengelolaan angkutan jalan", "1.275.000.000", "1.190.340.000", "93,36"),
    ("3", "Keselamatan lalu lintas", "820.500.000", "778.125.500", "94,84"),
    ("4", "Prasarana perhubungan", "610.000.000", "583.200.000", "95,61"),
    ("5", "Pengujian kendaraan", "361.500.000", "342.650.000", "97,49"),
    ("", "Jumlah", "3.517.000.000", "3.325.565.500", "94,56"),
)


class _Pages:
    """The content of pages, written from the top down; a new page begins where one is full."""

    def __init__(self) -> None:
        self.pages: list[list[str]] = []
        self.y = 0.0
        self.turn()

    def turn(self) -> None:
        self.pages.append([])
        self.y = TOP
        self.put(WIDE / 2 - 4, 40, str(len(self.pages)), SIZE)

    def need(self, height: float) -> None:
        if self.y - height < LOW:
            self.turn()

    def put(self, x: float, y: float, text: str, size: float, bold: bool = False) -> None:
        told = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        font = "F2" if bold else "F1"
        self.pages[-1].append(f"BT /{font} {size} Tf {x:.2f} {y:.2f} Td ({told}) Tj ET")

    def heading(self, text: str) -> None:
        self.need(3 * LEADING)
        self.y -= LEADING
        self.put(LEFT, self.y, text, 12, bold=True)
        self.y -= 1.6 * LEADING

    def prose(self, text: str) -> None:
        for line in wrap(text, LETTERS):
            self.need(LEADING)
            self.put(LEFT, self.y, line, SIZE)
            self.y -= LEADING
        self.y -= LEADING / 2

    def table(self, title: str, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
        self.need(ROW * (len(rows) + 2))
        self.put(LEFT, self.y, title, SIZE, bold=True)
        self.y -= 8
        edges = [LEFT + sum(widths[:i]) for i in range(len(widths) + 1)]
        top = self.y
        for number, row in enumerate(rows):
            for edge, width, text in zip(edges, widths, row, strict=False):
                figure = bool(text) and all(sign in DIGIT for sign in text) and edge > LEFT
                x = edge + width - 5 - _width(text) if figure else edge + 5
                self.put(x, self.y - 13, text, SIZE, bold=not number)
            self.y -= ROW
        lines = [(edges[0], top - i * ROW, edges[-1], top - i * ROW) for i in range(len(rows) + 1)]
        lines += [(edge, top, edge, self.y) for edge in edges]
        self.pages[-1] += [f"0.7 w {a} {b} m {c} {d} l S" for a, b, c, d in lines]
        self.y -= 1.6 * LEADING


def example_report() -> bytes:
    """The report as PDF."""
    pages = _Pages()
    _cover(pages)
    pages.turn()
    pages.heading("BAB III AKUNTABILITAS KINERJA")
    pages.prose(
        "Bab ini memuat hasil pengukuran kinerja Dinas Perhubungan Kabupaten Maju Makmur tahun "
        "2024 beserta anggaran yang digunakan untuk mencapainya."
    )
    pages.heading("A. Penumpang")
    pages.table(
        "Tabel 3.1 Penumpang menurut terminal tahun 2024", _PASSENGERS, (32, 168, 90, 90, 90)
    )
    pages.prose("Penumpang perempuan berjumlah 3.625 orang dan penumpang laki-laki 3.416 orang.")
    pages.heading("B. Anggaran")
    pages.table("Tabel 3.2 Anggaran dan realisasi tahun 2024", _BUDGET, (32, 188, 100, 100, 50))
    pages.prose(
        "Dari anggaran sebesar Rp3.517.000.000 terealisasi Rp3.325.565.500 atau 94,75 persen."
    )
    return _document(pages.pages)


def _cover(pages: _Pages) -> None:
    lines = ("LAPORAN KINERJA INSTANSI PEMERINTAH", "DINAS PERHUBUNGAN",
             "KABUPATEN MAJU MAKMUR", "TAHUN 2024")  # fmt: skip
    for number, line in enumerate(lines):
        pages.put(LEFT + 60, 560 - 34 * number, line, 16, bold=True)
    pages.put(
        LEFT + 60, 380, "Contoh: instansi ini tidak ada, dan laporannya memuat kekeliruan.", SIZE
    )


def _width(text: str) -> float:
    return sum(DIGIT[sign] for sign in text) * SIZE


def _document(pages: Iterable[Sequence[str]]) -> bytes:
    writer = PdfWriter()
    fonts = DictionaryObject(
        {NameObject("/F1"): _font("Helvetica"), NameObject("/F2"): _font("Helvetica-Bold")}
    )
    for content in pages:
        page = writer.add_blank_page(WIDE, HIGH)
        stream = DecodedStreamObject()
        stream.set_data("\n".join(content).encode("cp1252"))
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _font(name: str) -> DictionaryObject:
    told = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": f"/{name}",
            "/Encoding": "/WinAnsiEncoding"}  # fmt: skip
    return DictionaryObject({NameObject(k): NameObject(v) for k, v in told.items()})
