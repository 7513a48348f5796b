"""Reports of made-up agencies laid out as PDF in many styles, with the truth of every cell.

Everything is drawn from a seed: names, figures, columns. A style says how it is printed: rules,
shading, headings of one to three rows, merged cells, page breaks, landscape, notes, overprint.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, LongTable, PageTemplate, Paragraph, Spacer

Grid = list[list[str]]

WORDS = (
    "Peningkatan", "Pengelolaan", "Pembinaan", "Penyediaan", "Pelayanan", "Pemberdayaan",
    "Pengembangan", "Penataan", "Pemeliharaan", "Penguatan", "Pengawasan", "Fasilitasi",
)  # fmt: skip
THINGS = (
    "sarana", "prasarana", "kelompok", "tani", "usaha", "kecil", "pasar", "rakyat", "data",
    "informasi", "kawasan", "permukiman", "irigasi", "desa", "kebersihan", "lingkungan", "arsip",
    "perpustakaan", "pelatihan", "kerja", "kesehatan", "ibu", "anak",
)  # fmt: skip


@dataclass(frozen=True)
class Style:
    """How the tables of a report are printed."""

    name: str
    rules: str = "grid"
    """grid, open (no outer uprights), across (no uprights at all) or none"""
    shaded: bool = False
    heads: int = 1
    numbered: bool = False
    repeat: bool = True
    merged: bool = False
    wide: bool = False
    turned: int = 0
    """The page is turned by so many degrees, its text runs up."""
    size: float = 9.0
    rows: int = 12
    middle: bool = False
    notes: bool = False
    narrow: bool = False
    total_first: bool = False
    font: str = "Helvetica"
    cut: bool = False


STYLES = (
    Style("kisi"),
    Style("kisi-arsir", shaded=True, font="Times-Roman"),
    Style("dua-baris-judul", heads=2, numbered=True),
    Style("tiga-baris-judul", heads=3, numbered=True, shaded=True),
    Style("gabung", merged=True, middle=True, heads=2),
    Style("sambung", rows=60, numbered=True),
    Style("sambung-tanpa-judul", rows=60, repeat=False, merged=True),
    Style("baris-terpotong", rows=30, cut=True, repeat=False, size=11),
    Style("sisi-terbuka", rules="open", heads=2),
    Style("garis-datar", rules="across"),
    Style("tanpa-garis", rules="none"),
    Style("tanpa-garis-dua-judul", rules="none", heads=2, numbered=True, font="Times-Roman"),
    Style("tanpa-garis-sambung", rules="none", rows=60),
    Style("lanskap", wide=True, heads=2, numbered=True, merged=True),
    Style("halaman-diputar", wide=True, turned=90),
    Style("catatan", notes=True, total_first=True),
    Style("kolom-sempit", narrow=True),
)


@dataclass(frozen=True)
class Truth:
    """A table as it is printed: headings and rows, a merged cell in its first place only."""

    label: str
    title: str
    heads: Grid
    rows: Grid
    spans: tuple[tuple[int, int, int, int], ...] = ()
    """Merged cells as row, column, last row, last column, headings counted."""


@dataclass(frozen=True)
class Report:
    style: Style
    tables: tuple[Truth, ...]
    prose: tuple[str, ...] = field(default=())


def made_up(style: Style, seed: int, tables: int = 3) -> Report:
    """The tables and sentences of one made-up agency."""
    random = Random(f"{style.name}-{seed}")
    made = tuple(_table(style, random, number) for number in range(1, tables + 1))
    prose = tuple(_sentence(random) for _ in range(tables))
    return Report(style, made, prose)


def _name(random: Random) -> str:
    things = " ".join(random.sample(THINGS, random.randint(2, 6)))
    return f"{random.choice(WORDS)} {things}"


def _sentence(random: Random) -> str:
    return (
        f"Pada tahun 2023 realisasi kegiatan {_name(random)} mencapai {_percent(random)} dari "
        f"target, dengan anggaran sebesar Rp{_amount(random)} yang digunakan untuk "
        f"{_name(random).casefold()} di seluruh kecamatan, sehingga sasaran tercapai."
    )


def _amount(random: Random) -> str:
    return f"{random.randint(10**5, 10 ** random.randint(6, 10)):,}".replace(",", ".")


def _percent(random: Random) -> str:
    return f"{random.uniform(20, 130):.2f}".replace(".", ",") + random.choice(["", "%", " %"])


def _table(style: Style, random: Random, number: int) -> Truth:
    kinds = ["no", "nama", "rupiah", "rupiah", "persen", *(["jumlah"] * random.randint(0, 2))]
    width = len(kinds)
    rows = [_row(random, kinds, i) for i in range(1, style.rows + 1)]
    total = ["", "JUMLAH", _amount(random), _amount(random), *[""] * (width - 4)]
    rows = [total, *rows] if style.total_first else [*rows, total]
    heads, spans = _heads(style, kinds)
    if style.merged:
        rows, more = _grouped(random, rows, len(heads))
        spans += more
    title = f"Anggaran dan Realisasi {_name(random)}"
    return Truth(f"Tabel 3.{number}", title, heads, rows, tuple(spans))


def _row(random: Random, kinds: Sequence[str], number: int) -> list[str]:
    made = {
        "no": str(number), "nama": _name(random), "rupiah": _amount(random),
        "persen": _percent(random), "jumlah": str(random.randint(0, 2500)),
    }  # fmt: skip
    fresh = {"rupiah": _amount, "persen": _percent}
    return [fresh[kind](random) if kind in fresh else made[kind] for kind in kinds]


def _heads(style: Style, kinds: Sequence[str]) -> tuple[Grid, list[tuple[int, int, int, int]]]:
    width = len(kinds)
    own = ["No", "Program/Kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "Capaian (%)",
           *[f"Jumlah {i}" for i in range(1, width - 4)]]  # fmt: skip
    spans: list[tuple[int, int, int, int]] = []
    heads = [own]
    if style.heads >= 2:
        top = ["No", "Program/Kegiatan", "Anggaran", "", "Kinerja", *[""] * (width - 5)]
        heads = [top, ["", "", *own[2:]]]
        spans += [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3)]
        spans += [(0, 4, 0, width - 1)] if width > 5 else []
    if style.heads >= 3:
        heads = [["No", "Program/Kegiatan", "Tahun 2023", *[""] * (width - 3)],
                 ["", "", "Anggaran", "", "Kinerja", *[""] * (width - 5)],
                 ["", "", *own[2:]]]  # fmt: skip
        spans = [(0, 0, 2, 0), (0, 1, 2, 1), (0, 2, 0, width - 1), (1, 2, 1, 3)]
        spans += [(1, 4, 1, width - 1)] if width > 5 else []
    if style.numbered:
        heads = [*heads, [f"({i})" for i in range(1, width + 1)]]
    return heads, spans


def _grouped(
    random: Random, rows: Grid, start: int
) -> tuple[Grid, list[tuple[int, int, int, int]]]:
    """Numbers of which some stand beside two or three rows, in one merged cell."""
    spans, made, i = [], [list(row) for row in rows], 0
    while i < len(rows) - 1:
        count = min(random.choice([1, 1, 2, 3]), len(rows) - 1 - i)
        for j in range(i + 1, i + count):
            made[j][0] = ""
        if count > 1:
            spans.append((start + i, 0, start + i + count - 1, 0))
        i += count
    return made, spans


def write_pdf(report: Report, path: Path) -> Path:
    """The report laid out as its style says."""
    style = report.style
    size = landscape(A4) if style.wide else A4
    document = BaseDocTemplate(
        str(path), pagesize=size, leftMargin=56, rightMargin=56, topMargin=64, bottomMargin=60
    )
    frame = Frame(56, 60, size[0] - 112, size[1] - 124, id="isi")
    document.addPageTemplates(PageTemplate("halaman", [frame], onPage=_running))
    plain = ParagraphStyle("isi", fontName=style.font, fontSize=11, leading=15, alignment=4)
    head = replace_style(plain, "judul", fontSize=12)
    flow: list[Any] = [Paragraph("BAB III AKUNTABILITAS KINERJA", head), Spacer(1, 10)]
    for sentence, table in zip(report.prose, report.tables, strict=True):
        flow += [Paragraph(sentence, plain), Spacer(1, 12)]
        flow += [Paragraph(f"{table.label} {table.title}", replace_style(plain, "k", alignment=1))]
        flow += [Spacer(1, 6), _flowable(table, style, size[0] - 124), Spacer(1, 8)]
        if style.notes:
            flow += [Paragraph("Catatan: angka sementara.", replace_style(plain, "c", fontSize=8))]
        flow += [Spacer(1, 14)]
    flow += [Paragraph(report.prose[0], plain)]
    document.build(flow)
    return turned(path, style.turned) if style.turned else path


def replace_style(style: Any, name: str, **changes: Any) -> Any:
    return ParagraphStyle(name, parent=style, **changes)


def _running(canvas: Any, document: Any) -> None:
    canvas.setFont("Helvetica-Oblique", 8)
    canvas.drawString(56, document.pagesize[1] - 34, "LKjIP Dinas Contoh Kabupaten Karangan 2023")
    canvas.drawCentredString(document.pagesize[0] / 2, 28, f"III-{document.page}")


def _flowable(table: Truth, style: Style, wide: float) -> Any:
    lines = [*table.heads, *table.rows]
    width = len(lines[0])
    narrow = 52 if style.narrow else 92
    columns = [28.0, 0.0, narrow, narrow, 52.0, *[48.0] * (width - 5)]
    columns[1] = wide - sum(columns)
    cell = ParagraphStyle("sel", fontName=style.font, fontSize=style.size,
                          leading=style.size * 1.2, splitLongWords=1)  # fmt: skip
    body = [[_cell(text, i, j, len(table.heads), cell, style) for j, text in enumerate(row)]
            for i, row in enumerate(lines)]  # fmt: skip
    made = LongTable(
        body, columns, repeatRows=len(table.heads) if style.repeat else 0,
        splitInRow=1 if style.cut else 0,
    )  # fmt: skip
    made.setStyle(_commands(table, style, len(table.heads)))
    return made


def _cell(text: str, i: int, j: int, heads: int, cell: Any, style: Style) -> Any:
    if i < heads:
        return Paragraph(text, replace_style(cell, "kepala", alignment=1))
    if style.notes and j == 2 and i == heads + 2:
        text += "<super size=5>1</super>"
    if j == 1 or style.narrow:
        return Paragraph(text, replace_style(cell, "nama", alignment=0 if j == 1 else 2))
    return Paragraph(text, replace_style(cell, "angka", alignment=2 if j else 1))


def _commands(table: Truth, style: Style, heads: int) -> list[tuple[Any, ...]]:
    made: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1),
                                    "MIDDLE" if style.middle else "TOP")]  # fmt: skip
    black = colors.black
    if style.rules == "grid":
        made.append(("GRID", (0, 0), (-1, -1), 0.5, black))
    elif style.rules == "open":
        made += [("INNERGRID", (0, 0), (-1, -1), 0.5, black),
                 ("LINEABOVE", (0, 0), (-1, 0), 0.5, black),
                 ("LINEBELOW", (0, -1), (-1, -1), 0.5, black)]  # fmt: skip
    elif style.rules == "across":
        made += [("LINEABOVE", (0, 0), (-1, -1), 0.5, black),
                 ("LINEBELOW", (0, -1), (-1, -1), 0.5, black)]  # fmt: skip
    if style.shaded:
        bands = [colors.white, colors.whitesmoke]
        made += [("BACKGROUND", (0, 0), (-1, heads - 1), colors.lightgrey),
                 ("ROWBACKGROUNDS", (0, heads), (-1, -1), bands)]  # fmt: skip
    made += [("SPAN", (left, top), (right, bottom)) for top, left, bottom, right in table.spans]
    return made


def turned(path: Path, degrees: int) -> Path:
    """The same pages, their text running up the page of the file."""
    from pypdf import PdfReader, PdfWriter, Transformation

    writer = PdfWriter(clone_from=PdfReader(str(path)))
    for page in writer.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        page.add_transformation(Transformation().rotate(degrees).translate(height, 0))
        page.mediabox.upper_right = (height, width)
        page.cropbox.upper_right = (height, width)
    with path.open("wb") as file:
        writer.write(file)
    return path


def scanned(path: Path, target: Path, dpi: int = 300, degrees: float = 0.4) -> Path:
    """The pages of a PDF as pictures, a little askew, as a scanner gives them."""
    import pypdfium2
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    document = pypdfium2.PdfDocument(str(path))
    canvas = Canvas(str(target))
    for page in document:
        width, height = page.get_size()
        picture = page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
        picture = picture.rotate(degrees, fillcolor=255)
        held = BytesIO()
        picture.save(held, format="JPEG", quality=70)
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(BytesIO(held.getvalue())), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    document.close()
    return target
