"""The one style sheet of our Word documents: A4, fonts, headings, captions, tables, page numbers.

Styles are what a planner goes on writing in: headings, `Caption` for tables and figures, `Isi
Tabel` and the table style `Tabel Laporan`, and Indonesian as the language of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from lkjip_analysis.language import report_locale, worded

BRAND = "00508A"
"""The blue of the pages, for headings and the lines of tables."""
REGIONS = {"id": "id-ID", "en": "en-GB"}
"""How the languages of reports are spelled that are spelled in more than one way."""
FONT = "Calibri"
BODY, TABLE, CELL, NOTE, CAPTION = (
    "Body Text", "Tabel Laporan", "Isi Tabel", "Catatan", "Caption",
)  # fmt: skip
FIGURE, CARD, BULLET, GAP = "Gambar", "Kepala Kartu", "List Bullet", "Jarak"
WIDTH = Cm(21 - 2 * 2.2)
"""The width of the text on the page."""

TABLE_STYLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="TabelLaporan">
  <w:name w:val="{TABLE}"/><w:uiPriority w:val="99"/><w:qFormat/>
  <w:tblPr>
    <w:tblInd w:w="90" w:type="dxa"/>
    <w:tblBorders>
      <w:bottom w:val="single" w:sz="4" w:color="BBBBBB"/>
      <w:insideH w:val="single" w:sz="4" w:color="BBBBBB"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="40" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>
      <w:bottom w:w="40" w:type="dxa"/><w:right w:w="90" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:rPr><w:b/></w:rPr>
    <w:tcPr>
      <w:tcBorders><w:bottom w:val="single" w:sz="12" w:color="1F2937"/></w:tcBorders>
      <w:vAlign w:val="bottom"/>
    </w:tcPr>
  </w:tblStylePr>
</w:style>"""


def blank(running: str) -> Document:
    """An empty document in our styles, with a running head from the second page on."""
    document = docx.Document()
    _texts(document)
    document.styles.element.append(parse_xml(TABLE_STYLE))
    _page(document, running)
    for told in document.styles.element.iter(qn("w:lang")):
        told.set(qn("w:val"), word_language())
    return document


def word_language() -> str:
    """The language of the report, as Word names it to check its spelling."""
    return REGIONS.get(report_locale(), report_locale())


def field(instruction: str, shown: str) -> Iterator[object]:
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


def _page(document: Document, running: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2.5)
    section.different_first_page_header_footer = True  # the first page has the title itself
    section.header.paragraphs[0].text = running
    for footer in (section.footer, section.first_page_footer):
        _page_number(footer.paragraphs[0])


def _page_number(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words, name in (("Halaman ", "PAGE"), (" dari ", "NUMPAGES")):
        paragraph.add_run(worded(words))
        for element in field(f" {name} ", "1"):
            paragraph.add_run()._r.append(element)


def _texts(document: Document) -> None:
    for name in (CELL, NOTE, FIGURE, CARD, GAP):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for name in ("Normal", BODY):
        _style(document, name, 11, after=6).paragraph_format.line_spacing = 1.15
    for name, size in (("Heading 1", 16), ("Heading 2", 13), ("Heading 3", 11.5)):
        heading = _style(document, name, size, before=14, after=4, bold=True)
        heading.paragraph_format.keep_with_next = True
        heading.font.color.rgb = RGBColor.from_string(BRAND)
    _style(document, CAPTION, 9.5, before=8, after=4, bold=True)
    _style(document, CELL, 9).font.bold = None  # the head row of the table style is bold
    _style(document, CARD, 10, before=2, after=2, bold=True)
    bullet = _style(document, BULLET, 9)
    bullet.paragraph_format.left_indent = Cm(0.4)
    bullet.paragraph_format.first_line_indent = Cm(-0.4)
    _style(document, GAP, 5)
    _style(document, NOTE, 9, before=3, after=10)
    _style(document, FIGURE, 11, before=10).paragraph_format.keep_with_next = True
    for name in ("Header", "Footer"):
        _style(document, name, 9)


def _style(
    document: Document,
    name: str,
    size: float,
    before: float = 0,
    after: float = 0,
    bold: bool = False,
) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.color.rgb = RGBColor(0x11, 0x11, 0x11)
    _drop_theme_fonts(style)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.line_spacing = 1.0
    return style


def _drop_theme_fonts(style: ParagraphStyle) -> None:
    """The default template names fonts of its theme, which would win over ours."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
