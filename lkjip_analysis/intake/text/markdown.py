"""Markdown and plain text as blocks: tables between bars, or lines whose cells tabs part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.blocks import CAPTION, Block, Outline, Printed, is_of_contents
from lkjip_analysis.intake.document.given_file import check_tables
from lkjip_analysis.intake.document.grid import Grid, Slot
from lkjip_analysis.intake.document.printed_places import Place, Span, elsewhere
from lkjip_analysis.intake.document.texts import joined_lines
from lkjip_analysis.intake.text.inline_marks import LINE_END, shown
from lkjip_analysis.intake.text.web_page import check_size, web_blocks

HEADING = re.compile(r"(#{1,6})\s+(.*)$")
LIST = re.compile(r"\s*(?:[-*+]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
LINE = re.compile(r"\s*([-*_=]\s*){3,}$")
TABLES = ("bars", "tabs", "html")
WRAPPED = 60
"""A line of plain text this long goes on in the next one; a shorter one ends its paragraph."""
MOST = 100
"""Blanks of one gap that are kept; how a longer one may be parted is tried in all ways."""
PAGES = re.compile(r"[ivxlc]+|\d{1,3}")


@dataclass(frozen=True)
class Line:
    number: int
    text: str


def markdown_blocks(text: str, wraps: bool) -> tuple[Block, ...]:
    """The blocks of a text in reading order; `wraps` is Markdown, where lines run on."""
    outline = Outline()
    pieces = list(_pieces(_lines(text), wraps))
    tables = [len(lines) for kind, lines in pieces if kind in TABLES and len(lines) > 1]
    check_tables(len(tables), sum(tables))
    return tuple(block for kind, lines in pieces for block in _block(kind, lines, outline))


def _lines(text: str) -> list[Line]:
    bare = re.sub(r"[ \t]{100,}", lambda match: match[0][:MOST], _without_comments(text))
    return [Line(i, line) for i, line in enumerate(re.split(r"\n|\f", bare), 1)]


def _without_comments(text: str) -> str:
    """The end of one that never ends is looked for once, not at each beginning."""
    pieces, place = [], 0
    while (begin := text.find("<!--", place)) >= 0 and (end := text.find("-->", begin)) >= 0:
        pieces += [text[place:begin], "\n" * text.count("\n", begin, end)]
        place = end + len("-->")
    return "".join((*pieces, text[place:]))


def _kind(line: str, below: str) -> str:
    if not line.strip() or LINE.fullmatch(line):
        return ""
    if line.lstrip().startswith("|") or ("|" in line and "|" in below and RULE.fullmatch(below)):
        return "bars"
    if re.match(r"(?i)\s*<table\b", line):
        return "html"
    if "\t" in line.strip(" ") and not HEADING.match(line):
        return "tabs"
    return "heading" if HEADING.match(line) else "text"


def _pieces(lines: Sequence[Line], wraps: bool) -> Iterator[tuple[str, list[Line]]]:
    """Lines that belong together, and what they are."""
    held: list[Line] = []
    now = ""
    below = [*(line.text for line in lines[1:]), ""]
    for line, after in zip(lines, below, strict=True):
        kind = _kind(line.text, after)
        if now == "html" and not re.search(r"(?i)</table>", held[-1].text):
            kind = "html"
        elif now == "bars" and "|" in line.text and kind in ("bars", "text"):
            kind = "bars"
        on = kind == now and kind not in ("", "heading")
        if kind == now == "text":
            on = _runs_on(held[-1].text, line.text, wraps)
        if held and not on:
            yield now, held
            held = []
        now = kind
        if kind:
            held.append(line)
    if held:
        yield now, held


def _runs_on(before: str, line: str, wraps: bool) -> bool:
    if LIST.match(line) or CAPTION.match(line.strip(" *")) or before.endswith("  "):
        return False
    return wraps or len(before.rstrip()) >= WRAPPED


def _block(kind: str, lines: Sequence[Line], outline: Outline) -> list[Block]:
    if kind == "html":
        return web_blocks("\n".join(line.text for line in lines), outline, lines[0].number)
    if kind in ("bars", "tabs"):
        rows = [
            _cells(line.text, kind)
            for line in lines
            if kind == "tabs" or not RULE.fullmatch(line.text)
        ]
        numbers = [line.number for line in lines if kind == "tabs" or not RULE.fullmatch(line.text)]
        if kind == "tabs" and (len(rows) == 1 or _is_contents(rows)):
            return [block for line in lines for block in _paragraph([line], outline)]
        heads = next((i for i, line in enumerate(lines) if RULE.fullmatch(line.text)), 0)
        return outline.table(_grid(rows, numbers, heads if kind == "bars" else 0))
    return _paragraph(lines, outline)


def _cells(line: str, kind: str) -> list[str]:
    if kind == "tabs":
        return line.split("\t")
    bare = re.sub(r"^\s*\||(?<!\\)\|\s*$", "", line)
    return re.split(r"(?<!\\)\|", bare)


def _is_contents(rows: Sequence[Sequence[str]]) -> bool:
    """A list of chapters or tables: from its first line on, each ends in the number of its page."""
    ends = [row[-1].strip().casefold() for row in rows if len(row) > 1 and row[-1].strip()]
    if not ends or not PAGES.fullmatch(ends[0]):
        return False
    numbers = [int(end) for end in ends if end.isdigit()]
    paged = sum(bool(PAGES.fullmatch(end)) for end in ends)
    return paged * 5 >= len(ends) * 4 and numbers == sorted(numbers)


def _grid(rows: Sequence[Sequence[str]], numbers: Sequence[int], heads: int) -> Grid:
    width = max(map(len, rows))
    check_size(len(rows), width)
    made = []
    for texts, number in zip(rows, numbers, strict=True):
        place = (elsewhere(f"baris {number}"),)
        slots = [_slot(text, place) for text in texts]
        made.append((*slots, *[Slot("")] * (width - len(slots))))
    return Grid(tuple(made), heads if heads < len(made) else 0)


def _slot(text: str, where: tuple[Place, ...]) -> Slot:
    told = [shown(line) for line in LINE_END.split(text)]
    said = tuple(one for _, lines_said in told for one in lines_said)
    return Slot(joined_lines([line for line, _ in told]), where=where, said=said)


def _paragraph(lines: Sequence[Line], outline: Outline) -> list[Block]:
    raw = " ".join(line.text for line in lines)
    heading = HEADING.match(raw)
    level = len(heading[1]) if heading else 0
    told = heading[2].rstrip().rstrip("#").rstrip() if heading else raw
    listed = is_of_contents(raw) and len(lines) == 1
    bullet = bool(re.match(r"\s*[-*+]\s+", raw))
    text, said = shown(re.sub(r"^\s*(?:[-*+]|>)\s+", "", told))
    place = elsewhere(f"baris {lines[0].number}")
    spans = (Span(0, len(text), place),)
    return outline.paragraph(Printed(text, level, listed, bullet, spans, said))
