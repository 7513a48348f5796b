"""A Word document goes back with comments at its figures, and is else as it was."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from office import SOFFICE
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.intake.document.blocks import Paragraph, WordTable
from lkjip_analysis.intake.document.printed_places import NOWHERE, Place
from lkjip_analysis.intake.word.word_blocks import read_blocks
from lkjip_analysis.output.examined.marking.marked_word import marked_word
from lkjip_analysis.output.examined.marking.marks import COMPARED, Mark, colour_of
from lkjip_analysis.output.examined.marking.printed_word import printed_word


@pytest.fixture
def document(tmp_path: Path) -> Path:
    made = docx.Document()
    made.add_paragraph("BAB III")
    sentence = made.add_paragraph("Pegawai berjumlah 12 orang, dari 12 ")
    sentence.add_run("menjadi 3").bold = True
    sentence.add_run("4 orang.").italic = True
    table = made.add_table(2, 2)
    for cell, text in zip([c for row in table.rows for c in row.cells],
                          ["Unit", "Jumlah", "Sekretariat", "1.204"], strict=True):  # fmt: skip
        cell.text = text
    made.save(str(tmp_path / "laporan.docx"))
    return tmp_path / "laporan.docx"


def commented(content: bytes) -> list[tuple[str, str]]:
    """The text that each comment is set on, and what it says."""
    made = docx.Document(io.BytesIO(content))
    found = []
    for comment in made.comments:
        inside, texts = False, []
        for element in made.element.body.iter():
            name = element.tag.rpartition("}")[2]
            number = next((v for k, v in element.attrib.items() if k.endswith("}id")), "")
            if name.startswith("commentRange") and number == str(comment.comment_id):
                inside = name.endswith("Start")
            elif name == "t" and inside:
                texts.append(element.text)
        found.append(("".join(texts), comment.text))
    return found


def test_comments_lie_on_the_figure_they_speak_of(document: Path) -> None:
    """The second 12 of the sentence begins at letter 32; 34 is printed in two runs."""
    blocks = read_blocks(document)
    sentence = next(b for b in blocks if isinstance(b, Paragraph) and "berjumlah" in b.text)
    table = next(b for b in blocks if isinstance(b, WordTable))
    at = sentence.spans[0].place.at
    second, split = Place(0, NOWHERE, at, 32, "12"), Place(0, NOWHERE, at, 43, "34")
    cell = table.grid.rows[1][1].where[0]
    marks = [Mark(second, "kedua", "klaim"), Mark(cell, "sel", "ambigu"),
             Mark(split, "dua potong", "ambigu")]  # fmt: skip
    content = marked_word(document.read_bytes(), marks)
    assert commented(content) == [("12", "kedua"), ("1.204", "sel"), ("34", "dua potong")]
    document.write_bytes(content)
    again = next(b for b in read_blocks(document) if isinstance(b, Paragraph) and "12" in b.text)
    assert again.text == sentence.text


def shaded(content: bytes) -> list[tuple[str, str]]:
    """The runs that stand on a colour of their own."""
    runs = docx.Document(io.BytesIO(content)).element.body.iter(qn("w:r"))
    grounds = [(run, run.find(f"{qn('w:rPr')}/{qn('w:shd')}")) for run in runs]
    return [(run.text, str(one.get(qn("w:fill")))) for run, one in grounds if one is not None]


def test_a_figure_has_the_colour_that_it_has_in_a_pdf(tmp_path: Path) -> None:
    """The surest finding by which it may be wrong gives it; the words beside it have none, and a
    figure that was not found again colours nothing of its paragraph."""
    made = docx.Document()
    sentence = made.add_paragraph("Pegawai berjumlah ")
    sentence.add_run("1.204 orang").font.highlight_color = WD_COLOR_INDEX.YELLOW
    made.add_paragraph("Sebanyak 17 orang.")
    made.save(str(tmp_path / "laporan.docx"))
    first, second = Place(0, NOWHERE, "p1", 16, "1.204"), Place(0, NOWHERE, "p2", 8, "19")
    marks = [Mark(first, "dibanding", COMPARED), Mark(first, "salah", "terbukti"),
             Mark(first, "lain", "klaim"), Mark(second, "hilang", "ambigu")]  # fmt: skip
    content = marked_word((tmp_path / "laporan.docx").read_bytes(), marks)
    assert shaded(content) == [("1.204", colour_of("terbukti"))]
    (paragraph, _) = docx.Document(io.BytesIO(content)).paragraphs
    assert paragraph.text == "Pegawai berjumlah 1.204 orang"
    coloured = {run.text: run.font.highlight_color for run in paragraph.runs if run.text.strip()}
    assert coloured["1.204"] is None  # it would hide the ground
    assert coloured[" orang"] == WD_COLOR_INDEX.YELLOW


def test_libreoffice_tells_where_a_cell_is_printed(document: Path) -> None:
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed: places of Word documents are NOT tested")
    table = next(b for b in read_blocks(document) if isinstance(b, WordTable))
    place = table.grid.rows[1][1].where[0]
    _, found = printed_word(document.read_bytes(), [place])
    ((line,),) = found.values()
    assert line.page == 1 and 0 < line.box.height < 20 and 15 < line.box.width < 60
    assert line.box.x0 > 250  # the second of two equal columns of a Letter or A4 page


def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NAMES", "PLACES"):
        monkeypatch.setattr(f"lkjip_analysis.intake.document.libreoffice.{name}", ())


def test_without_libreoffice_a_word_document_is_marked_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """433 + 398 = 831, printed 851: the comment is set, and that there is no picture is said."""
    without_office(monkeypatch)
    made = docx.Document()
    for text in ("LAPORAN KINERJA DINAS SOSIAL KOTA SERIBU TAHUN 2023", "Tabel 3.1 Penerima"):
        made.add_paragraph(text)
    rows = [("Kecamatan", "Laki-laki", "Perempuan", "Jumlah"), ("Utara", "433", "398", "851"),
            ("Timur", "84", "90", "174"), ("Barat", "61", "70", "131"),
            ("Hulu", "55", "32", "87")]  # fmt: skip
    table = made.add_table(len(rows), 4)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.save(str(tmp_path / "lk\njip.docx"))  # no name that we write, or tell, has such a sign
    words = ["periksa", str(tmp_path / "lk\njip.docx"), "-o", str(tmp_path)]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 1, done.output
    assert "LibreOffice tidak ada di komputer ini" in done.output
    assert f"Dokumen bertanda: {tmp_path / 'lk_jip' / 'lk_jip-bertanda.docx'}\n" in done.output
    marked = (tmp_path / "lk_jip" / "lk_jip-bertanda.docx").read_bytes()
    told = dict(commented(marked))
    assert "hasil hitung 831" in told["851"] and "diperiksa bersama" in told["433"]
    assert "hasil hitung 831" in told["433"]  # from here too it can be judged


def test_without_libreoffice_an_old_document_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_office(monkeypatch)
    old = tmp_path / "lama.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600)
    done = CliRunner().invoke(app, ["periksa", str(old), "-o", str(tmp_path)])
    assert done.exit_code == 2 and done.output.count("\n") == 1
    assert "Save it as .docx in its own program" in done.output
