"""Word documents that are long, wide or deep: answered in time, or refused in one sentence."""

from __future__ import annotations

import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import _collect_less, app
from lkjip_analysis.intake.proposal.proposing import read_proposal
from lkjip_analysis.numbers.written import number

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))
from memory import peak_memory

MOST_SECONDS, MOST_MEMORY = 10, 1024 * 1024
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


def long_text(path: Path) -> Path:
    return document(path, opening() + sentences(20_000) + table(3))


def many_rows(path: Path) -> Path:
    return document(path, opening() + table(10_000) + sentences(200))


def one_paragraph(path: Path) -> Path:
    text = " ".join(f"Realisasinya {i},{i % 10}% dari {i + 7}5,00%." for i in range(1_000))
    return document(path, opening() + paragraph(text) + table(3))


def same_names(path: Path) -> Path:
    """Five thousand rows that are called the same, twice."""
    rows = "".join(row(f"{i}", "Program Sama", "1.000", "900", "90,00") for i in range(5_000))
    one = f"<w:tbl>{row(*HEADS)}{rows}</w:tbl>"
    return document(path, opening() + one + paragraph("Tabel 3.2 Lagi") + one)


def measured(make: Callable[[Path], Path], folder: Path) -> tuple[str, float, int]:
    """What is told of the proposal, processor seconds and peak memory."""
    path = make(folder / "naskah.docx")
    words = ["usul", str(path), "--instansi", "x", "--tahun", "2022", "--data", str(folder)]
    _collect_less()  # as the program itself does when it starts
    started = time.process_time()
    done = CliRunner().invoke(app, [*words, "-o", str(folder / "u.xlsx")])
    seconds = time.process_time() - started
    assert done.exit_code == 0, done.output
    return done.output, seconds, peak_memory()


@pytest.mark.parametrize(
    ("make", "rows", "claims"),
    [(long_text, 4, 3000), (many_rows, 10_001, 200), (one_paragraph, 4, 2000),
     (same_names, 5_000, 0)],
)  # fmt: skip
def test_long_documents_are_proposed_in_time(
    make: Callable[[Path], Path], rows: int, claims: int, tmp_path: Path
) -> None:
    # In a process of its own: the peak of this one is that of all tests it has run before.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        told, seconds, peak = pool.submit(measured, make, tmp_path).result()
    assert f", {rows} baris" in told, told
    assert f"\n{claims} klaim" in told, told
    assert seconds < MOST_SECONDS, seconds
    assert peak < MOST_MEMORY, peak


def nested(depth: int) -> str:
    told = ""
    for _ in range(depth):
        told = f"<w:tbl><w:tr>{cell('x', told)}</w:tr></w:tbl>"
    return told


WIDE = f"<w:tbl><w:tr>{cell('x', span='100000000')}</w:tr></w:tbl>"
PLACES = f"<w:tbl><w:tr>{cell('x', span='400')}</w:tr>{row('x') * 2000}</w:tbl>"


@pytest.mark.parametrize("part", ["word/document.xml", "word/documents/isi.bin"])
@pytest.mark.parametrize(
    ("body", "told"),
    [(nested(9), "tables inside tables, more than 8 deep"),
     (nested(100), "tables inside tables"),
     (WIDE, "more than 500 columns"),
     (PLACES, "more than 500,000 cells"),
     (f"<w:tbl>{row('x') * 20_001}</w:tbl>", "more than 20,000 table rows"),
     (paragraph("x") * 200_001, "more than 200,000 paragraphs"),
     ("<w:customXml>" * 300 + "</w:customXml>" * 300, "or deeper ones")],
)  # fmt: skip
def test_what_no_report_holds_is_refused_before_it_is_loaded(
    body: str, told: str, part: str, tmp_path: Path
) -> None:
    path = document(tmp_path / "naskah.docx", body, part)
    started = time.process_time()
    for words in (
        ["usul", str(path), "--instansi", "x", "--tahun", "2022"],
        ["periksa", str(path)],
    ):
        done = CliRunner().invoke(app, [*words, "-o", str(tmp_path / "u")])
        assert done.exit_code == 2, done.output
        assert told in done.output and len(done.output.splitlines()) == 1
        assert "naskah.docx" in done.output
    assert time.process_time() - started < MOST_SECONDS
    assert not (tmp_path / "u").exists()


def test_tables_in_tables_of_a_report_are_read(tmp_path: Path) -> None:
    path = document(tmp_path / "naskah.docx", opening() + nested(3) + table(3))
    assert any(len(t.rows) == 4 for t in read_proposal(path, "x", 2022, tmp_path).tables)
