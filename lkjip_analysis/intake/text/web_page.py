"""An HTML page as blocks: its paragraphs and headings, and its tables with their merged cells."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import count

from lkjip_analysis.intake.document.blocks import Block, Outline, Printed, is_of_contents
from lkjip_analysis.intake.document.given_file import TooMuch, check_tables
from lkjip_analysis.intake.document.grid import Grid, Slot
from lkjip_analysis.intake.document.printed_places import Span, elsewhere
from lkjip_analysis.intake.document.texts import joined_lines, one_line
from lkjip_analysis.intake.text.inline_marks import RAISED
from lkjip_analysis.language import phrase, worded

PARTS = frozenset({
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article",
    "header", "footer", "blockquote", "caption", "figcaption", "dt", "dd", "pre", "body", "main",
})  # fmt: skip
"""What begins and ends a paragraph."""
UNSEEN = frozenset({
    "script", "style", "head", "title", "template", "noscript", "select", "textarea", "svg",
})  # fmt: skip
STRUCK = frozenset({"s", "strike", "del"})
LINE_END = "\u2028"
"""Where a line of a cell ends; those of the file itself end none."""
VOID = frozenset({"br", "img", "hr", "meta", "link", "input", "col", "wbr", "area", "base"})
MOST = 200
"""No cell of a report reaches over more columns or rows."""

MAX_NESTED = 30
"""Old pages lay themselves out in tables inside tables."""
MAX_CELLS = 500_000
MAX_COLUMNS = 1_000


@dataclass
class _Cell:
    row: int
    across: int
    down: int
    head: bool
    line: int
    depth: int
    pieces: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@dataclass
class _Table:
    """A table while it is read: its cells in order, how many rows have begun."""

    rows: int = 0
    cells: list[_Cell] = field(default_factory=list)
    inner: list[tuple[int, Grid]] = field(default_factory=list)
    in_head: bool = False


def web_blocks(text: str, outline: Outline, first: int = 1) -> list[Block]:
    """The blocks of a page, or of a piece of one that begins on line `first` of its file."""
    check_tables(*(len(re.findall(rf"(?i)<{tag}\b", text)) for tag in ("table", "tr")))
    reader = _Reader(outline, first)
    reader.feed(_ending(text))
    reader.close()
    reader.end_paragraph()
    while reader.tables:
        reader.end_table()
    return reader.blocks


def _ending(text: str) -> str:
    """A page in which all that begins ends: the parser would look for each end to its last sign.

    What never ends is no markup and stays as text; what is marked <![ has no text of its own.
    """
    ended = text.rfind("-->") + 1
    text = text[:ended] + text[ended:].replace("<!--", "&lt;!--")
    closed = text.rfind(">") + 1
    text = text[:closed] + text[closed:].replace("<", "&lt;")
    return re.sub(r"<!\[[^>]*>", lambda match: "\n" * match[0].count("\n"), text)


class _Reader(HTMLParser):
    def __init__(self, outline: Outline, first: int) -> None:
        super().__init__(convert_charrefs=True)
        self.outline, self.first = outline, first
        self.blocks: list[Block] = []
        self.tables: list[_Table] = []
        self.cells: list[_Cell] = []
        self.pieces: list[str] = []
        self.said: list[str] = []
        self.open: list[tuple[str, str, bool]] = []
        self.names: Counter[str] = Counter()
        self.level, self.bullet = 0, False

    @property
    def line(self) -> int:
        return self.getpos()[0] + self.first - 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self._note(tag, _hidden(tag, told))
        if tag == "br":
            self.handle_data(LINE_END)
        elif tag == "table":
            self.end_paragraph()
            if len(self.tables) == MAX_NESTED:
                raise TooMuch(
                    phrase(
                        "tables inside tables, more than {max_nested} deep", max_nested=MAX_NESTED
                    )
                )
            self.tables.append(_Table())
        elif self.tables and tag in ("thead", "tbody", "tfoot"):
            self.tables[-1].in_head = tag == "thead"
        elif self.tables and tag == "tr":
            self._end_cell()
            self.tables[-1].rows += 1
        elif self.tables and tag in ("td", "th"):
            self._begin_cell(tag, told)
        elif tag in PARTS:
            self.end_paragraph()
            self.level = int(tag[1]) if tag[0] == "h" and tag[1:].isdigit() else 0
            self.bullet = tag == "li"

    def _note(self, tag: str, hidden: str) -> None:
        """Keeps what is hidden or raised in mind, and all inside of it, until it ends."""
        if tag == "body":
            self.open.clear()
            self.names.clear()
        elif tag not in VOID and (hidden or tag == "sup" or self.open):
            _, above, raised = self.open[-1] if self.open else ("", "", False)
            self.open.append((tag, above or hidden, raised or tag == "sup"))
            self.names[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        ended = "" if self.names[tag] else tag
        while ended != tag:
            ended = self.open.pop()[0]
            self.names[ended] -= 1
        if tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "thead" and self.tables:
            self.tables[-1].in_head = False
        elif tag == "table" and self.tables:
            self.end_table()
        elif tag in PARTS:
            self.end_paragraph()

    def handle_data(self, data: str) -> None:
        _, reason, raised = self.open[-1] if self.open else ("", "", False)
        cell = self.cells[-1] if self.cells and self.tables else None
        if reason:
            if reason != "-" and data.strip():
                said = worded(
                    '{reason} "{text}" tidak dibaca',
                    reason=worded(reason),
                    text=one_line(data)[:60],
                )
                (cell.said if cell else self.said).append(said)
            return
        (cell.pieces if cell else self.pieces).append(data.translate(RAISED) if raised else data)

    def end_paragraph(self) -> None:
        """The text since the last one, where it is outside of tables."""
        if self.cells:
            self.cells[-1].pieces.append(LINE_END)
            return
        text = one_line("".join(self.pieces))
        said, listed = tuple(self.said), is_of_contents(text)
        self.pieces, self.said = [], []
        if text or said:
            spans = (Span(0, len(text), elsewhere(f"baris {self.line}")),)
            told = Printed(text, self.level, listed, self.bullet, spans, said)
            self.blocks += self.outline.paragraph(told)

    def _begin_cell(self, tag: str, told: dict[str, str]) -> None:
        self._end_cell()
        table = self.tables[-1]
        table.rows = max(table.rows, 1)
        across, down = (_count(told.get(name, "")) for name in ("colspan", "rowspan"))
        head = tag == "th" or table.in_head
        self.cells.append(_Cell(table.rows - 1, across, down, head, self.line, len(self.tables)))
        table.cells.append(self.cells[-1])

    def _end_cell(self) -> None:
        if self.cells and self.cells[-1].depth == len(self.tables):
            self.cells.pop()

    def end_table(self) -> None:
        self._end_cell()
        table = self.tables.pop()
        if not table.cells:
            return
        grid = _grid(table)
        if self.tables and self.cells:
            self.tables[-1].inner.append((self.cells[-1].row, grid))
        else:
            self.blocks += self.outline.table(grid)


def _hidden(tag: str, told: dict[str, str]) -> str:
    """Why nothing of an element is read; `-` where nobody needs to know."""
    if tag in UNSEEN:
        return "-"
    if tag in STRUCK:
        return "teks dicoret"
    style = told.get("style", "").replace(" ", "").casefold()
    unseen = "display:none" in style or "visibility:hidden" in style or "hidden" in told
    return "teks tersembunyi" if unseen else ""


def _count(text: str) -> int:
    return min(max(int(text), 1), MOST) if text.strip().isdigit() else 1


def check_size(rows: int, width: int) -> None:
    """Raises: TooMuch for a table that no report prints."""
    if width > MAX_COLUMNS or width * rows > MAX_CELLS:
        raise TooMuch("more elements, or deeper ones, than a report has")


def _grid(table: _Table) -> Grid:
    """The cells in the places that the merged ones before them leave free."""
    slots: dict[tuple[int, int], Slot] = {}
    heads: dict[int, bool] = {}
    free: Counter[int] = Counter()
    for cell in table.cells:
        column = free[cell.row] = next(
            c for c in count(free[cell.row]) if (cell.row, c) not in slots
        )
        text = joined_lines("".join(cell.pieces).split(LINE_END))
        where = (elsewhere(f"baris {cell.line}"),)
        heads[cell.row] = heads.get(cell.row, True) and cell.head
        for row in range(cell.row, min(cell.row + cell.down, table.rows)):
            for i in range(cell.across):
                above, reach = row > cell.row, 0 if i else cell.across
                own = not above and not i
                slots[row, column + i] = (
                    Slot(text, reach, where=where, said=tuple(cell.said))
                    if own
                    else Slot("", reach, above)
                )
    width = max(column for _, column in slots) + 1
    check_size(table.rows, width)
    rows = tuple(
        tuple(slots.get((row, c), Slot("")) for c in range(width)) for row in range(table.rows)
    )
    marked = next((i for i in range(table.rows) if not heads.get(i, False)), 0)
    return Grid(rows, marked if marked < len(rows) else 0, tuple(table.inner))
