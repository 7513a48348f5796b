"""Lines of prose to paragraphs: where one ends is told by its last line, an indent, a gap, a
number or bullet; each keeps the places of its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lkjip_analysis.intake.document.blocks import CAPTION, Printed, is_of_contents
from lkjip_analysis.intake.document.printed_places import Span
from lkjip_analysis.intake.pdf.lines_of_text.wrapping import is_range
from lkjip_analysis.intake.pdf.pages.page import TextLine
from lkjip_analysis.intake.pdf.pages.tables_over_pages import Joined

BULLET = re.compile(r"[•·▪●○■◦\uf0b7\uf0a7\uf0d8\uf076\uf0fc➢✓⮚-]\s+|[o§Øü]\s+(?=[A-Z])")
NUMBERED = re.compile(r"(\(?(\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\(\d{1,2}\))\s+\S|BAB\.?\s+[IVX]+", re.I)
SECTION = re.compile(r"(?P<whole>\d{1,2}(?:\.\d{1,2})*)\.(?P<own>\d{1,2})\.?\s+[A-Z]")
ENDS = re.compile(r"[.;:!?][\"”’)]*$")


@dataclass(frozen=True)
class _Shape:
    """The usual left and right edges, letter size and leading of a document's prose."""

    left: float
    right: float
    size: float
    leading: float


def printed_in_order(items: Sequence[TextLine | Joined]) -> list[Printed | Joined]:
    """Paragraphs and tables in order, each paragraph with the places of its lines."""
    shape = _shape([item for item in items if isinstance(item, TextLine)])
    found: list[Printed | Joined] = []
    held: list[TextLine] = []
    for item in items:
        if isinstance(item, Joined):
            found += [_printed(held, shape)] if held else []
            held = []
            found.append(item)
        elif held and _starts(held, item, shape):
            found.append(_printed(held, shape))
            held = [item]
        else:
            held.append(item)
    return [*found, _printed(held, shape)] if held else found


def _shape(lines: Sequence[TextLine]) -> _Shape:
    if not lines:
        return _Shape(0, 0, 10, 14)
    long = sorted(lines, key=lambda line: line.box.width)[len(lines) // 2 :]
    right = sorted(line.box.x1 for line in long)[int(0.6 * len(long))]
    left = Counter(round(line.box.x0) for line in long).most_common(1)[0][0]
    size = Counter(round(line.size) for line in lines).most_common(1)[0][0]
    steps = [
        round(b.box.bottom - a.box.bottom)
        for a, b in pairwise(lines)
        if a.place.page == b.place.page and 0 < b.box.bottom - a.box.bottom < 4 * size
    ]
    return _Shape(left, right, size, Counter(steps).most_common(1)[0][0] if steps else 1.2 * size)


def _starts(held: Sequence[TextLine], line: TextLine, shape: _Shape) -> bool:
    """Does a paragraph of its own begin with this line?"""
    before = held[-1]
    if BULLET.match(line.text) or NUMBERED.match(line.text):
        return not (_closes_bracket(held, line) or _is_wrapped_number(before, line, shape))
    if CAPTION.match(line.text) and (before.text.isupper() or not _full(before, shape)):
        return True  # a heading in capitals does not go on with a table's number
    if _counts_on(held[0], line):
        return True
    if abs(before.size - line.size) > 1.2 or before.bold != line.bold:
        return not _full(before, shape) or ENDS.search(before.text) is not None
    if line.place.page == before.place.page:
        step = line.box.bottom - before.box.bottom
        if step > 1.35 * max(_step(held), 0.9 * shape.leading, line.size) or step < 0:
            return True
    if _is_heading(before.text):
        return True
    short = not _full(before, shape)
    far = before.box.x1 < shape.right - 0.35 * (shape.right - shape.left)
    return short and (far or bool(ENDS.search(before.text)) or _centred(held, line, shape))


def _counts_on(first: TextLine, line: TextLine) -> bool:
    """Does a line number the section behind that of the paragraph: "3.3. ..." below "3.2. ..."?"""
    one, other = SECTION.match(first.text), SECTION.match(line.text)
    if not (one and other and one["whole"] == other["whole"]):
        return False
    return int(other["own"]) == int(one["own"]) + 1


def _closes_bracket(held: Sequence[TextLine], line: TextLine) -> bool:
    """Does the number that a line begins with end a bracket: "(dibagi | 2) sedangkan"?"""
    said = " ".join(before.text for before in held)
    is_open = said.rfind("(") > said.rfind(")")
    return is_open and bool(re.match(r"\w{1,2}\)\s+[a-z,;]", line.text))


def _is_wrapped_number(before: TextLine, line: TextLine, shape: _Shape) -> bool:
    """A line that begins with a number because the sentence goes on there."""
    same = abs(before.box.x0 - line.box.x0) < 3 and _full(before, shape)
    number = re.match(r"\(?[a-z\d]{1,2}[.)]?\s+[a-z]", line.text)
    return same and not ENDS.search(before.text) and bool(number) and ")" not in line.text[:4]


def _step(held: Sequence[TextLine]) -> float:
    steps = [b.box.bottom - a.box.bottom for a, b in pairwise(held) if a.place.page == b.place.page]
    return min(steps, default=0.0)


def _full(line: TextLine, shape: _Shape) -> bool:
    return line.box.x1 > shape.right - 6 * shape.size


def _centred(held: Sequence[TextLine], line: TextLine, shape: _Shape) -> bool:
    middle = (shape.left + shape.right) / 2
    both = (held[-1], line)
    return all(abs(x.box.middle[0] - middle) < 4 and x.box.x0 > shape.left + 20 for x in both)


def _is_heading(text: str) -> bool:
    return bool(re.fullmatch(r"BAB\.?\s+(?:[IVX]+|[1-9])", text.strip()))


def _printed(lines: Sequence[TextLine], shape: _Shape) -> Printed:
    text, spans = "", []
    for line in lines:
        words = line.text if text else _unmarked(line.text)
        glue = "" if not text or (text[-1] == "-" and _is_hyphen(text, words)) else " "
        start = len(text) + len(glue)
        text += glue + words
        marks = len(line.text.split()) - len(words.split())  # a bullet is no word of it
        spans.append(Span(start, len(text), line.place, line.words[marks:]))
    level = 2 if _looks_like_heading(lines, shape) else 0
    bullet = bool(BULLET.match(lines[0].text))
    return Printed(text, level, is_of_contents(lines[-1].text), bullet, tuple(spans))


def _unmarked(text: str) -> str:
    """A line without the mark that its point of a list begins with."""
    mark = BULLET.match(text)
    return text[mark.end() :] if mark else text


def _is_hyphen(text: str, words: str) -> bool:
    broken = re.search(r"[^\W\d]-$", text) and words[:1].islower()
    return bool(broken) or is_range(text, words)


def _looks_like_heading(lines: Sequence[TextLine], shape: _Shape) -> bool:
    """Bold throughout, or larger than the prose, numbered as headings are, and short."""
    told = all(line.bold for line in lines) or lines[0].size > shape.size + 1.5
    numbered = re.match(r"(\d{1,2}(\.\d{1,2})*\.?|[A-Z]\.|[IVX]+\.)\s+[^\W\d]", lines[0].text)
    return told and bool(numbered) and len(lines) <= 2 and not ENDS.search(lines[-1].text)
