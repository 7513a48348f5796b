"""Inputs that are long, wide or deep, each made to a size: for the tests of growth and bounds, and
for benchmarks/input_size.py."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from docx import Document
from openpyxl import Workbook

from lkjip_analysis.numbers.written import number

TABLES = "tabel:\n  anggaran: {tipe: anggaran, label: Tabel 1, transkripsi: ganda}\n"
HEADS = ("No", "Program", "Pagu", "Realisasi", "Serapan (%)")


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, inside: str = "", span: str = "") -> str:
    reach = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>' if span else ""
    return f"<w:tc>{reach}{inside}{paragraph(text)}</w:tc>"


def row(*texts: str) -> str:
    return f"<w:tr>{''.join(cell(text) for text in texts)}</w:tr>"


def document(path: Path, body: str, part: str = "word/document.xml") -> Path:
    """A document of the usual package, whose text is `body`."""
    plain = path.with_suffix(".plain")
    Document().save(str(plain))
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/document.xml":
                text = text.replace(b"<w:body>", b"<w:body>" + body.encode(), 1)
                name = part
            text = text.replace(b"/word/document.xml", b"/" + part.encode())
            if name == "_rels/.rels":
                text = text.replace(b'"word/document.xml"', b'"' + part.encode() + b'"')
            new.writestr(name, text)
    plain.unlink()
    return path


def opening() -> str:
    told = ("LAPORAN KINERJA", "Dinas Pendidikan Kabupaten Contoh",
            "BAB III AKUNTABILITAS KINERJA", "A. Capaian Kinerja")  # fmt: skip
    return "".join(map(paragraph, told))


def budget(rows: int) -> Iterator[str]:
    """The rows of a budget that adds up, with its heading and its total."""
    yield row(*HEADS)
    total = spent = 0
    for i in range(rows):
        ceiling, used = 10_000_000 + 7919 * i, 8_000_000 + 5003 * i
        total, spent = total + ceiling, spent + used
        share = number(100 * used / ceiling, 2)
        yield row(f"{i + 1}", f"Program {i}", number(ceiling), number(used), share)
    yield row("", "Jumlah", number(total), number(spent), number(100 * spent / total, 2))


def table(rows: int) -> str:
    return f"{paragraph('Tabel 3.1 Realisasi Anggaran')}<w:tbl>{''.join(budget(rows))}</w:tbl>"


def sentences(count: int) -> str:
    return "".join(
        paragraph(f"Realisasi indikator nomor {i} pada tahun 2022 sebesar {i % 97},{i % 10}5%.")
        for i in range(count)
    )


def long_text(path: Path, size: int) -> Path:
    """So many paragraphs, each with a claim."""
    return document(path, opening() + sentences(size) + table(3))


def many_rows(path: Path, size: int) -> Path:
    """So many rows of a budget, and a few claims."""
    return document(path, opening() + table(size) + sentences(min(200, size)))


def one_paragraph(path: Path, size: int) -> Path:
    """So many sentences with two figures each, in one paragraph."""
    text = " ".join(f"Realisasinya {i},{i % 10}% dari {i + 7}5,00%." for i in range(size))
    return document(path, opening() + paragraph(text) + table(3))


def one_sentence(path: Path, size: int) -> Path:
    """So many figures in one sentence."""
    told = ", ".join(f"{1 + 37 * i % 9000},{i % 10}{7 * i % 10}%" for i in range(size))
    return document(path, opening() + paragraph(f"Realisasi itu terdiri atas {told}.") + table(3))


def _formatted(body: str) -> str:
    """The same with properties in each run, as Word itself writes them."""
    return body.replace("<w:r>", '<w:r><w:rPr><w:sz w:val="22"/></w:rPr>')


def formatted_rows(path: Path, size: int) -> Path:
    """So many rows of a budget, each run of them with properties of its own."""
    return document(path, opening() + _formatted(table(size)))


def letter_by_letter(path: Path, size: int) -> Path:
    """So many runs in one paragraph, with and without properties, as edits leave them behind."""
    run = "<w:r><w:t>a</w:t></w:r>"
    return document(
        path, f"{opening()}<w:p>{(_formatted(run) + run) * (size // 2)}</w:p>{table(3)}"
    )


def same_names(path: Path, size: int) -> Path:
    """So many rows that are called the same, twice."""
    rows = "".join(row(f"{i}", "Program Sama", "1.000", "900", "90,00") for i in range(size))
    one = f"<w:tbl>{row(*HEADS)}{rows}</w:tbl>"
    return document(path, opening() + one + paragraph("Tabel 3.2 Lagi") + one)


def nested(depth: int) -> str:
    told = ""
    for _ in range(depth):
        told = f"<w:tbl><w:tr>{cell('x', told)}</w:tr></w:tbl>"
    return told


def _saved(path: Path, rows: list[list[object]], forms: dict[int, str]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line, told in enumerate(rows, 1):
        sheet.append(told)
        for column, form in forms.items():
            sheet.cell(line, column).number_format = form
    book.save(path)
    return path


def budget_book(path: Path, size: int) -> Path:
    """A budget of a known type, with its total."""
    rows: list[list[object]] = [["Kode", "Program/Kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "%"]]
    total = spent = 0
    for i in range(size):
        ceiling, used = 10_000_000 + 7919 * i, 8_000_000 + 5003 * i
        total, spent = total + ceiling, spent + used
        share = round(100 * used / ceiling, 2)
        rows.append(
            [f"{i // 100 + 1}.{i % 100 + 1:02d}", f"Kegiatan {i + 1}", ceiling, used, share]
        )
    rows.append([None, "Jumlah", total, spent, round(100 * spent / total, 2)])
    return _saved(path, rows, {3: "#,##0", 4: "#,##0", 5: "0.00"})


def indicator_book(path: Path, size: int) -> Path:
    """So many indicators with target, realisasi and capaian."""
    heads: list[object] = [
        "No",
        "Indikator Kinerja",
        "Satuan",
        "Target",
        "Realisasi",
        "Capaian (%)",
    ]
    rows = [heads]
    for i in range(size):
        target, reached = 20 + 7 * i % 71, 20 + 11 * i % 79
        name = f"Persentase layanan nomor {i + 1} yang selesai"
        rows.append([i + 1, name, "%", target, reached, round(100 * reached / target, 2)])
    return _saved(path, rows, {6: "0.00"})


def unknown_book(path: Path, size: int) -> Path:
    """A table of no known type, with sums in its rows and in its columns."""
    rows: list[list[object]] = [["No", "Desa", "Jantan", "Betina", "Jumlah Sapi", "Kambing",
                                 "Jumlah ternak"]]  # fmt: skip
    for i in range(size):
        male, female, goats = 1 + 37 * i % 900, 1 + 53 * i % 900, 1 + 71 * i % 900
        rows.append([i + 1, f"Desa {i + 1}", male, female, male + female, goats,
                     male + female + goats])  # fmt: skip
    totals = [sum(int(str(told[column])) for told in rows[1:]) for column in range(2, 7)]
    rows.append([None, "Jumlah", *totals])
    return _saved(path, rows, dict.fromkeys(range(3, 8), "#,##0"))


def csv_budget(rows: int, **wrong: int) -> str:
    """A budget of so many rows that agrees, but for what is put into the row at hand."""
    lines, total, spent = ["kode,sasaran,program,pagu,realisasi,serapan"], 0, 0
    for i in range(rows):
        ceiling, used = 10_000_000 + 7919 * i, 8_000_000 + 5003 * i
        total, spent = total + ceiling, spent + used
        share = number(100 * used / ceiling + (7 if i == wrong.get("share") else 0), 2)
        ceiling += 1_000_000_000 if i == wrong.get("ceiling") else 0
        lines.append(f'p{i},,Program {i},{number(ceiling)},{number(used)},"{share}"')
    total += wrong.get("total", 0)
    share = number(100 * spent / total, 2)
    lines.append(f'jumlah,,Jumlah,{number(total)},{number(spent)},"{share}"')
    return "\n".join(lines) + "\n"


def sheet_with(path: Path, part: str, inside: str) -> Path:
    """A workbook of some kilobytes with something more in its one sheet, stored as `part`."""
    plain = io.BytesIO()
    book = Workbook()
    book.active.append(["Program", "Pagu"])  # type: ignore[union-attr]
    book.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text, name = text.replace(b"</sheetData>", b"</sheetData>" + inside.encode()), part
            new.writestr(name, text.replace(b"/xl/worksheets/sheet1.xml", b"/" + part.encode()))
    return path
