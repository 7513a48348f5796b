"""What stands in a Word cell beside plain runs: read as it is shown, or refused; never otherwise.

Each cell holds one construct; beside it stands what Word shows of it, worked out by hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml

from lkjip_analysis.intake.document.blocks import WordTable
from lkjip_analysis.intake.document.grid import Grid
from lkjip_analysis.intake.word.word_blocks import read_blocks

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:n="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:s="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
)


def run(inside: str, looks: str = "") -> str:
    return f"<w:r><w:rPr>{looks}</w:rPr>{inside}</w:r>"


def text(told: str, looks: str = "") -> str:
    return run(f"<w:t>{told}</w:t>", looks)


def field(kind: str) -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


def whole_field(result: str, code: str = "=SUM(ABOVE)") -> str:
    told = run(f"<w:instrText>{code}</w:instrText>")
    return field("begin") + told + field("separate") + result + field("end")


NESTED = (field("begin") + run("<w:instrText>IF </w:instrText>") + whole_field(text("5"), "REF a")
          + run("<w:instrText>= 5 7 8</w:instrText>") + field("separate") + text("7")
          + field("end"))  # fmt: skip


def unstored(code: str) -> str:
    return field("begin") + run(f"<w:instrText>{code}</w:instrText>") + field("end")


def inked(ink: str, ground: str = "") -> str:
    shade = f'<w:shd w:val="clear" w:fill="{ground}"/>' if ground else ""
    return text("75", f'<w:color w:val="{ink}"/>{shade}')


def filled(fill: str) -> str:
    return text("75", f"<n:textFill>{fill}</n:textFill>")


CHOICE = '<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:listEntry w:val="9"/>'
CHOICE = run(f"{CHOICE}</w:ddList></w:ffData></w:fldChar>")
SUP = "<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
FRACTION = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
RUBY = "<w:ruby><w:rt><w:r><w:t>9</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>75</w:t></w:r>"
TWO = ("<mc:AlternateContent><mc:Choice Requires='s'><s:symEx s:char='2212'/></mc:Choice>"
       "<mc:Fallback><w:t>−</w:t></mc:Fallback></mc:AlternateContent>")  # fmt: skip
SHOWN = {
    "a field shows its result": (whole_field(text("75")), "75"),
    "a simple field too": ('<w:fldSimple w:instr="REF a">' + text("75") + "</w:fldSimple>", "75"),
    "of fields in one another the outer result": (NESTED, "7"),
    "a field without a result shows nothing": (field("begin") + text("5") + field("end"), ""),
    "a field that shows nothing": (unstored("XE lima") + text("75"), "75"),
    "a place set by a field": (unstored("ADVANCE \\u6") + text("75"), "75"),
    "white on a dark ground": (inked("FFFFFF", "1F3864"), "75"),
    "white on what has a dark pen": (text("75", '<w:color w:val="FFFFFF"/>'
                                          '<w:highlight w:val="darkBlue"/>'), "75"),
    "in a colour of its own": (filled('<n:solidFill><n:srgbClr n:val="C00000"/></n:solidFill>'),
                               "75"),
    "a little closer and narrower": (text("75", '<w:w w:val="80"/><w:spacing w:val="-20"/>'), "75"),
    "fitted": (text("75", '<w:fitText w:val="900" w:id="1"/>'), "75"),
    "two lines in one": (text("75", '<w:eastAsianLayout w:combine="1"/>'), "75"),
    "of another program": ('<w:customXml w:element="a">' + text("75") + "</w:customXml>", "75"),
    "inserted": ('<w:ins w:id="1" w:author="a">' + text("75") + "</w:ins>", "75"),
    "deleted": (text("7") + '<w:del w:id="2" w:author="a"><w:r><w:delText>9</w:delText></w:r>'
                "</w:del>" + text("5"), "75"),
    "moved here": ('<w:moveTo w:id="3" w:author="a">' + text("75") + "</w:moveTo>", "75"),
    "moved away": (text("75") + '<w:moveFrom w:id="4" w:author="a">' + text("9") + "</w:moveFrom>",
                   "75"),
    "an earlier look of a change": (text("75", '<w:rPrChange w:id="5" w:author="a"><w:rPr>'
                                    "<w:vanish/></w:rPr></w:rPrChange>"), "75"),
    "a hyperlink": ("<w:hyperlink>" + text("75") + "</w:hyperlink>", "75"),
    "a smart tag": ('<w:smartTag w:element="n">' + text("7") + "</w:smartTag>" + text("5"), "75"),
    "a content control": ("<w:sdt><w:sdtContent>" + text("75") + "</w:sdtContent></w:sdt>", "75"),
    "ruby": (run(f"{RUBY}</w:rubyBase></w:ruby>"), "75"),
    "a footnote's reference": (text("75") + run('<w:footnoteReference w:id="2"/>'), "75"),
    "an endnote's reference": (text("75") + run('<w:endnoteReference w:id="2"/>'), "75"),
    "a mark of one's own": (text("75") + text("1", '<w:vertAlign w:val="superscript"/>'), "75¹"),
    "a note's mark of one's own, not raised": (
        text("75") + run('<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t>'),
        "75¹",
    ),
    "a soft hyphen": (run("<w:t>7</w:t><w:softHyphen/><w:t>5</w:t>"), "75"),
    "a soft hyphen as a sign": (text("7\u00ad5"), "75"),
    "a space of no width": (text("7\u200b5"), "75"),
    "a word joiner": (text("7\u20605"), "75"),
    "a hyphen that does not break": (run("<w:noBreakHyphen/><w:t>75</w:t>"), "-75"),
    "a space that does not break": (text("Rp\u00a075"), "Rp 75"),
    "a tab": (run("<w:t>7</w:t><w:tab/><w:t>5</w:t>"), "7 5"),
    "a line": (run("<w:t>7</w:t><w:br/><w:t>5</w:t>"), "7 5"),
    "a formula in line": (f"<m:oMath>{SUP}</m:oMath>", "10²"),
    "a plain formula": ("<m:oMath><m:r><m:t>75</m:t></m:r></m:oMath>", "75"),
    "struck out in a formula": ("<m:oMath><m:r><w:rPr><w:strike/></w:rPr><m:t>9</m:t></m:r>"
                                "<m:r><m:t>75</m:t></m:r></m:oMath>", "75"),
    "hidden in a formula": ("<m:oMath><m:r><w:rPr><w:vanish/></w:rPr><m:t>9</m:t></m:r>"
                            "<m:r><m:t>75</m:t></m:r></m:oMath>", "75"),
    "a sign in two versions": (run(TWO) + text("75"), "−75"),
    "a theme's font before a symbol font": (
        text("75", '<w:rFonts w:ascii="Symbol" w:asciiTheme="minorHAnsi"/>'), "75"),
    "a combined accent": (text("e\u0301 75"), "e\u0301 75"),
    "small capitals": (text("Rp", "<w:smallCaps/>") + text("75"), "Rp75"),
}  # fmt: skip
REFUSED = {
    "a sign drawn by a field": unstored('SYMBOL 45 \\f "Symbol"') + text("75"),
    "a fraction drawn by a field": unstored("EQ \\f(1;2)") + text("75"),
    "a number drawn by a field": unstored("LISTNUM") + text("75"),
    "a sum that was never reckoned": unstored("=SUM(ABOVE)"),
    "the number of the page": run("<w:t>7</w:t><w:pgNum/>"),
    "without a colour": filled("<n:noFill/>"),
    "transparent": filled('<n:solidFill><n:srgbClr n:val="000000"><n:alpha n:val="100000"/>'
                          "</n:srgbClr></n:solidFill>"),
    "white by its own fill": filled('<n:solidFill><n:srgbClr n:val="FFFFFF"/></n:solidFill>'),
    "blacked out": inked("000000", "000000"),
    "blacked out by a pen": text("75", '<w:color w:val="000000"/><w:highlight w:val="black"/>'),
    "red on red": inked("FF0000", "FF0000"),
    "nearly white": inked("FDFDFD"),
    "squeezed": text("75", '<w:w w:val="1"/>'),
    "one on another": text("75", '<w:spacing w:val="-200"/>'),
    "a fraction": f"<m:oMath>{FRACTION}</m:oMath>",
    "a phantom": "<m:oMath><m:phant><m:e><m:r><m:t>9</m:t></m:r></m:e></m:phant></m:oMath>",
    "a list to choose from": CHOICE,
    "turned round": '<w:bdo w:val="rtl">' + text("57") + "</w:bdo>",
    "from right to left": text("-75", "<w:rtl/>"),
    "a paragraph from right to left": "<w:pPr><w:bidi/></w:pPr>" + text("-75"),
    "another symbol font": text("75", '<w:rFonts w:ascii="ZapfDingbats" w:hAnsi="ZapfDingbats"/>'),
    "a sign of no known font": run('<w:sym w:font="MT Extra" w:char="F035"/>'),
    "in the colour of the ground": text("75", '<w:color w:val="auto" w:themeColor="background1"/>'),
}  # fmt: skip


def grid(
    path: Path, bodies: list[str], style: str = "", rows: dict[int, str] | None = None
) -> Grid:
    document = Document()
    table = document.add_table(rows=len(bodies), cols=1)
    if style:
        made = document.styles.add_style("Tabel sendiri", WD_STYLE_TYPE.TABLE)
        made.element.append(parse_xml(f"<w:rPr {NAMES}>{style}</w:rPr>"))
        table.style = made
    for number, body in enumerate(bodies):
        cell = table.cell(number, 0)._tc
        cell.remove(cell.p_lst[0])
        cell.append(parse_xml(f"<w:p {NAMES}>{body}</w:p>"))
        if told := (rows or {}).get(number):
            table.rows[number]._tr.insert(0, parse_xml(f"<w:trPr {NAMES}>{told}</w:trPr>"))
    document.save(str(path))
    (block,) = (b for b in read_blocks(path) if isinstance(b, WordTable))
    return block.grid


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Grid:
    bodies = [*(body for body, _ in SHOWN.values()), *REFUSED.values()]
    return grid(tmp_path_factory.mktemp("isi") / "a.docx", bodies)


@pytest.mark.parametrize("name", SHOWN)
def test_a_construct_is_read_as_it_is_shown(whole: Grid, name: str) -> None:
    slot = whole.rows[list(SHOWN).index(name)][0]
    assert (slot.text, slot.unread) == (SHOWN[name][1], "")


@pytest.mark.parametrize("name", REFUSED)
def test_what_may_be_shown_otherwise_is_refused(whole: Grid, name: str) -> None:
    assert whole.rows[len(SHOWN) + list(REFUSED).index(name)][0].unread


def test_white_letters_by_a_style_are_judged_in_each_cell_by_its_ground(tmp_path: Path) -> None:
    """The first cell is dark, the second is not."""
    document = Document()
    style = document.styles.add_style("Putih", WD_STYLE_TYPE.PARAGRAPH)
    style.element.append(parse_xml(f'<w:rPr {NAMES}><w:color w:val="FFFFFF"/></w:rPr>'))
    table = document.add_table(rows=1, cols=2)
    for cell in table.rows[0].cells:
        cell.text, cell.paragraphs[0].style = "75", style
    dark = parse_xml(f'<w:shd {NAMES} w:val="clear" w:fill="1F3864"/>')
    table.cell(0, 0)._tc.get_or_add_tcPr().append(dark)
    document.save(str(tmp_path / "a.docx"))
    (block,) = (b for b in read_blocks(tmp_path / "a.docx") if isinstance(b, WordTable))

    assert [bool(slot.unread) for slot in block.grid.rows[0]] == [False, True]


@pytest.mark.parametrize("look", ["<w:vanish/>", "<w:strike/>", '<w:vertAlign w:val="subscript"/>'])
def test_figures_under_a_style_of_their_table_that_hides_or_strikes_are_refused(
    look: str, tmp_path: Path
) -> None:
    assert grid(tmp_path / "a.docx", [text("75")], look).rows[0][0].unread
    assert not grid(tmp_path / "b.docx", [text("75")], "<w:b/>").rows[0][0].unread


@pytest.mark.parametrize("row", ["<w:hidden/>", '<w:trHeight w:val="20" w:hRule="exact"/>'])
def test_a_row_that_is_not_seen_is_left_out_and_said(row: str, tmp_path: Path) -> None:
    found = grid(tmp_path / "a.docx", [text("75"), text("9"), text("80")], rows={1: row})
    assert [slots[0].text for slots in found.rows] == ["75", "80"]
    assert found.notes == ("1 baris tersembunyi tidak dibaca",)


def test_a_row_that_another_program_marked_is_read_as_any_other(tmp_path: Path) -> None:
    row = "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    document, path = Document(), tmp_path / "naskah.docx"
    wrapped = '<w:customXml w:element="a">' + row.format("75") + "</w:customXml>"
    table = f"<w:tbl {NAMES}>{row.format('A')}{wrapped}{row.format('B')}</w:tbl>"
    document.element.body.insert(0, parse_xml(table))
    document.save(str(path))
    tables = [block for block in read_blocks(path) if isinstance(block, WordTable)]
    assert [line[0].text for line in tables[0].grid.rows] == ["A", "75", "B"]


def test_a_row_of_a_fixed_height_that_is_seen_is_read(tmp_path: Path) -> None:
    seen = {0: '<w:trHeight w:val="300" w:hRule="exact"/>', 1: '<w:hidden w:val="0"/>'}
    assert len(grid(tmp_path / "a.docx", [text("75"), text("80")], rows=seen).rows) == 2
