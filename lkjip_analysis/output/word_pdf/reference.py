"""The reference document of pandoc: the styles of our Word documents, made from the plain default.

Styles are what a planner goes on writing in: headings, `Caption` for tables and figures, `Isi
Tabel` and the table style `Tabel Laporan`, A4 with page numbers, and Indonesian as the language.
"""

from __future__ import annotations

import io
from functools import cache

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

LANGUAGE = "id-ID"
FONT = "Calibri"
TABLE, CELL, NOTE, CAPTION = "Tabel Laporan", "Isi Tabel", "Catatan", "Caption"
FIGURE = "Captioned Figure"
WIDTH = Cm(21 - 2 * 2.2)
"""The width of the text on the page."""

TABLE_STYLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="TabelLaporan">
  <w:name w:val="{TABLE}"/><w:uiPriority w:val="99"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:color="333333"/>
      <w:bottom w:val="single" w:sz="8" w:color="333333"/>
      <w:insideH w:val="single" w:sz="4" w:color="BBBBBB"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="40" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>
      <w:bottom w:w="40" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:rPr><w:b/></w:rPr>
    <w:tcPr>
      <w:tcBorders><w:bottom w:val="single" w:sz="6" w:color="333333"/></w:tcBorders>
      <w:shd w:val="clear" w:color="auto" w:fill="E3E9F1"/>
    </w:tcPr>
  </w:tblStylePr>
</w:style>"""


@cache
def reference() -> bytes:
    """The reference document as a file."""
    document = docx.Document()
    _page(document)
    _texts(document)
    document.styles.element.append(parse_xml(TABLE_STYLE))
    speak_indonesian(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2.5)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)


def _texts(document: Document) -> None:
    body = _style(document, "Normal", 11, after=6)
    body.paragraph_format.line_spacing = 1.15
    for name, size in (("Heading 1", 16), ("Heading 2", 13), ("Heading 3", 11.5)):
        heading = _style(document, name, size, before=14, after=4, bold=True)
        heading.paragraph_format.keep_with_next = True
    _style(document, CAPTION, 9.5, before=8, after=4, bold=True)
    for name in ("First Paragraph", "Compact", FIGURE, CELL, NOTE):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    _style(document, "First Paragraph", 11, after=6)
    _style(document, "Body Text", 11, after=6)
    for name in ("Compact", CELL):
        _style(document, name, 9, after=0).paragraph_format.line_spacing = 1.0
    _style(document, NOTE, 9, before=3, after=10)
    _style(document, FIGURE, 11, before=12).paragraph_format.keep_with_next = True
    for name in (CELL, "Compact"):
        document.styles[name].font.bold = None  # the head row of the table style is bold


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
    return style


def _drop_theme_fonts(style: ParagraphStyle) -> None:
    """The default template names fonts of its theme, which would win over ours."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def speak_indonesian(document: Document) -> None:
    """Set the language of all text, so that Word checks its spelling as Indonesian."""
    for told in document.styles.element.iter(qn("w:lang")):
        told.set(qn("w:val"), LANGUAGE)
