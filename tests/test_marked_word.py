"""A Word document goes back with comments at its figures, and is else as it was."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from office import SOFFICE

from lkjip_analysis.intake.document.blocks import Paragraph, WordTable
from lkjip_analysis.intake.document.places import NOWHERE, Place
from lkjip_analysis.intake.word.word_blocks import read_blocks
from lkjip_analysis.output.examined.marked_word import marked_word
from lkjip_analysis.output.examined.marks import Mark
from lkjip_analysis.output.examined.printed_word import printed_word


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


def test_libreoffice_tells_where_a_cell_is_printed(document: Path) -> None:
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed: places of Word documents are NOT tested")
    table = next(b for b in read_blocks(document) if isinstance(b, WordTable))
    place = table.grid.rows[1][1].where[0]
    _, found = printed_word(document.read_bytes(), [place])
    ((line,),) = found.values()
    assert line.page == 1 and 0 < line.box.height < 20 and 15 < line.box.width < 60
    assert line.box.x0 > 250  # the second of two equal columns of a Letter or A4 page
