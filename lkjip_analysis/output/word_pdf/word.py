"""A document as Word: each block in the styles of `word_styles`, captions that Word numbers."""

from __future__ import annotations

import io
from datetime import datetime

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from lkjip_analysis.intake.excel_styles import steady
from lkjip_analysis.output.word_pdf.document import (
    LABEL,
    Block,
    Card,
    Document,
    Figure,
    Grid,
    Heading,
    Paragraph,
)
from lkjip_analysis.output.word_pdf.word_styles import (
    BODY,
    CAPTION,
    FIGURE,
    NOTE,
    blank,
    field,
    word_language,
)
from lkjip_analysis.output.word_pdf.word_tables import plain, put_card, put_grid

MAKER = "lkjip"
"""Who last changed a document that nobody has edited since."""


def as_word(document: Document, made: datetime) -> bytes:
    """The document as .docx; the same document gives the same bytes."""
    word = blank(plain(document.running))
    for label, block in document.numbered():
        _put(word, label, block)
        if isinstance(block, Figure) and (told := document.under(block)):
            word.add_paragraph(plain(told), NOTE)
    _properties(word, document, made)
    file = io.BytesIO()
    word.save(file)
    return steady(file.getvalue(), made.date())


def _put(word: WordDocument, label: str, block: Block) -> None:
    match block:
        case Heading():
            heading = word.add_paragraph(plain(block.text), f"Heading {block.level}")
            heading.paragraph_format.page_break_before = block.is_annex or None
        case Paragraph():
            paragraph = word.add_paragraph(plain(block.text), NOTE if block.small else BODY)
            if not block.small and _is_after_table(word):
                paragraph.paragraph_format.space_before = Pt(10)
        case Grid():
            _caption(word, f"{label} {block.caption}")
            put_grid(word, block)
        case Figure():
            _picture(word, block)
            _caption(word, f"{label} {block.caption}")
        case Card():
            put_card(word, block)


def _is_after_table(word: WordDocument) -> bool:
    before = word.paragraphs[-1]._p.getprevious()
    return before is not None and before.tag == qn("w:tbl")


def _caption(word: WordDocument, told: str) -> None:
    """Style `Caption`, with the number as a SEQ field: Word renumbers and lists it."""
    parts = LABEL.fullmatch(plain(told))
    assert parts is not None, told
    label = f"{parts['word']} {parts['chapter'] or ''}"
    paragraph = word.add_paragraph(label, CAPTION)
    paragraph.paragraph_format.keep_with_next = True  # to its table, or to what tells a figure
    for element in field(f" SEQ {label.strip().replace(' ', '_')} \\* ARABIC ", parts["number"]):
        paragraph.add_run()._r.append(element)
    paragraph.add_run(parts["rest"])


def _picture(word: WordDocument, figure: Figure) -> None:
    """A chart as wide as its letters need, with its words for whoever cannot see it."""
    run = word.add_paragraph(style=FIGURE).add_run()
    shape = run.add_picture(io.BytesIO(figure.picture.png), width=Cm(figure.width))
    for element in shape._inline.iter(qn("wp:docPr"), qn("pic:cNvPr")):
        element.set("descr", plain(figure.picture.alt))
        element.set("title", plain(figure.caption))


def _properties(word: WordDocument, document: Document, made: datetime) -> None:
    told = word.core_properties
    told.title, told.author = plain(document.title)[:255], plain(document.author)[:255]
    told.language, told.comments = word_language(), ""
    told.last_modified_by = MAKER
    told.created = told.modified = made
