"""Tables and cards in Word: exact widths, heads that repeat, rows that are not torn apart."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Emu, Length
from docx.table import Table, _Cell, _Row

from lkjip_analysis.intake.excel_styles import FORBIDDEN
from lkjip_analysis.output.word_pdf.document import Card, Grid
from lkjip_analysis.output.word_pdf.word_styles import BULLET, CARD, CELL, GAP, TABLE, WIDTH
from lkjip_analysis.pages.parts.typesetting import letters

NAMES = Cm(2.7)
"""The width of the names of a card's lines."""
LAST_LINES = 8
"""The last rows of a long table that are so many lines together are not parted."""
TICKS = Cm(2.2)
"""The width of what is ticked off beside its title."""
BOX = f"""
<w:tblBorders {nsdecls("w")}>
  <w:top w:val="single" w:sz="5" w:color="333333"/>
  <w:left w:val="single" w:sz="5" w:color="333333"/>
  <w:bottom w:val="single" w:sz="5" w:color="333333"/>
  <w:right w:val="single" w:sz="5" w:color="333333"/>
</w:tblBorders>"""
"""The lines around a card."""


def put_grid(word: WordDocument, grid: Grid) -> None:
    """A table whose figures stand right, its total rows bold."""
    texts = [tuple(field.heading for field in grid.fields), *grid.rows]
    widths = [Emu(WIDTH * share // sum(grid.shares)) for share in grid.shares]
    table = _table(word, len(texts), widths)
    last = len(texts) - 1
    staying = _staying(grid)
    for number, (row, values) in enumerate(zip(table.rows, texts, strict=True)):
        _row_stays(row, head=number == 0)
        is_total = number > last - grid.totals
        for cell, text, field in zip(row.cells, values, grid.fields, strict=True):
            _fill(cell, text, CELL, bold=is_total, right=field.number)
            cell.paragraphs[0].paragraph_format.keep_with_next = staying[number]


def _staying(grid: Grid) -> list[bool]:
    """Which rows stay on the page of the next: a short table is whole, no head is left alone at
    the end of a page, and the last rows come together to the next."""
    lines, room = grid.lines, LAST_LINES
    end = last = len(lines) - 1
    held = last if grid.is_short else 2
    while end > 0 and (room := room - lines[end]) >= 0:
        end -= 1
    return [number < held or end < number < last for number in range(len(lines))]


def put_card(word: WordDocument, card: Card) -> None:
    """What is known of one thing, line by line under its title; it stays on one page."""
    if word.element.body[-2].tag == qn("w:tbl"):  # behind it the section ends the body
        word.add_paragraph(style=GAP)
    table = _table(word, 1 + len(card.lines), [NAMES, Emu(WIDTH - NAMES - TICKS), TICKS])
    properties = table._tbl.tblPr
    properties.insert_element_before(parse_xml(BOX), "w:shd", "w:tblLayout", "w:tblLook")
    rows = list(table.rows)
    names, told, ticks = (list(column.cells) for column in table.columns)
    _fill(names[0].merge(told[0] if card.tick else ticks[0]), card.title, CARD)
    if card.tick:
        _fill(ticks[0], card.tick, CELL, right=True)
    for place, (name, items) in enumerate(card.lines, 1):
        _fill(names[place], name, CELL, bold=True)
        beside = told[place].merge(ticks[place])
        for item in items:
            _fill(beside, item, BULLET if len(items) > 1 else CELL)
    for row in rows:
        _row_stays(row, head=False)
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = row is not rows[-1]
    word.add_paragraph(style=GAP)  # two tables without anything between them become one


def plain(text: str) -> str:
    """A text without what XML cannot hold, in the letters of print."""
    return letters(FORBIDDEN.sub("", text))


def _table(word: WordDocument, rows: int, widths: Sequence[Length]) -> Table:
    table: Table = word.add_table(rows, len(widths), TABLE)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    return table


def _fill(cell: _Cell, text: str, style: str, bold: bool = False, right: bool = False) -> None:
    """A paragraph of a cell; the first goes where the empty one stands."""
    first = cell.paragraphs[0]
    paragraph = first if not first.text else cell.add_paragraph()
    paragraph.style = style
    paragraph.add_run(plain(text)).bold = True if bold else None
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _row_stays(row: _Row, head: bool) -> None:
    """A row is not split between pages; the head row repeats on each."""
    properties = row._tr.get_or_add_trPr()
    for tag in ("w:cantSplit", *(["w:tblHeader"] if head else [])):
        properties.append(OxmlElement(tag))
