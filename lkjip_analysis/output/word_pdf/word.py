"""A document as Word: pandoc from its HTML, then what pandoc cannot do.

pandoc makes headings, tables, alignment and pictures. Afterwards captions become real ones (style
`Caption`, numbers as fields that Word renumbers), tables take our style, exact widths and heads
that repeat on every page, and pictures their alt text.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu
from docx.table import Table
from docx.text.paragraph import Paragraph

from lkjip_analysis.output.word_pdf.document import LABEL, Document, Figure, Grid, as_html
from lkjip_analysis.output.word_pdf.pandoc import to_word
from lkjip_analysis.output.word_pdf.reference import (
    CAPTION,
    CELL,
    TABLE,
    WIDTH,
    reference,
    speak_indonesian,
)

CAPTIONS = ("TableCaption", "ImageCaption")
HEAD = ("Title", "Author", "Date")
"""How pandoc marks captions, and the head of a page, which stands in the document already."""

SHORT = 12
"""A table of so few rows is not broken between pages."""

MAKER = "lkjip"
"""Who last changed a document that nobody has edited since."""


def as_word(document: Document, made: datetime) -> bytes:
    """The document as .docx. Raises: Unavailable where pandoc is missing or fails."""
    word = docx.Document(io.BytesIO(to_word(as_html(document), reference())))
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    for table, grid in zip(word.tables, grids, strict=True):
        _dress(table, grid)
    for paragraph in word.paragraphs:
        if paragraph._p.style in CAPTIONS:
            _caption(word, paragraph)
        elif paragraph._p.style in HEAD:
            paragraph._p.getparent().remove(paragraph._p)
    _picture_texts(word, [b for b in document.blocks if isinstance(b, Figure)])
    speak_indonesian(word)
    _properties(word, document, made)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _dress(table: Table, grid: Grid) -> None:
    table.style = TABLE
    table.autofit = False
    widths = [Emu(WIDTH * share // sum(grid.shares)) for share in grid.shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    last = len(table.rows) - 1
    held = last if last <= SHORT else 2
    for number, row in enumerate(table.rows):
        _row_stays(row._tr.get_or_add_trPr(), head=number == 0)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
            for paragraph in cell.paragraphs:
                paragraph.style = CELL
                # A short table stays whole, and no head is left alone at the end of a page.
                paragraph.paragraph_format.keep_with_next = number < held


def _row_stays(properties: object, head: bool) -> None:
    """A row is not split between pages; the head row repeats on each."""
    for tag in ("w:cantSplit", *(["w:tblHeader"] if head else [])):
        if properties.find(qn(tag)) is None:  # type: ignore[attr-defined]
            properties.append(OxmlElement(tag))  # type: ignore[attr-defined]


def _caption(word: WordDocument, paragraph: Paragraph) -> None:
    """Style `Caption`, with the number as a SEQ field: Word renumbers and lists it."""
    parts = LABEL.fullmatch(paragraph.text)
    assert parts is not None, paragraph.text
    above = parts["word"] == "Tabel"
    for run in list(paragraph.runs):
        paragraph._p.remove(run._r)
    paragraph.style = word.styles[CAPTION]
    paragraph.paragraph_format.keep_with_next = above
    label = f"{parts['word']} {parts['chapter'] or ''}"
    paragraph.add_run(label)
    for element in _field(f" SEQ {label.strip().replace(' ', '_')} \\* ARABIC ", parts["number"]):
        paragraph.add_run()._r.append(element)
    paragraph.add_run(parts["rest"])


def _field(instruction: str, shown: str) -> Iterator[object]:
    """The parts of a field, each for a run of its own."""
    for kind in ("begin", "instr", "separate", "text", "end"):
        if kind in ("instr", "text"):
            element = OxmlElement("w:instrText" if kind == "instr" else "w:t")
            element.set(qn("xml:space"), "preserve")
            element.text = instruction if kind == "instr" else shown
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        yield element


def _picture_texts(word: WordDocument, figures: list[Figure]) -> None:
    """Alt text and full width for each chart; pandoc writes its caption there instead."""
    for shape, figure in zip(word.inline_shapes, figures, strict=True):
        ratio = shape.height / shape.width
        shape.width, shape.height = WIDTH, Emu(int(WIDTH * ratio))
        for element in shape._inline.iter(qn("wp:docPr"), qn("pic:cNvPr")):
            element.set("descr", figure.picture.alt)
            element.set("title", figure.caption)


def _properties(word: WordDocument, document: Document, made: datetime) -> None:
    told = word.core_properties
    told.title, told.author, told.language = document.title, document.author, "id-ID"
    told.last_modified_by = MAKER
    told.created = told.modified = made
