"""Running heads and feet: lines in the same place on page after page, and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.blocks import CHAPTER
from lkjip_analysis.intake.pdf.lines_of_text.lines import BLANK
from lkjip_analysis.intake.pdf.pages.page import Page, TextLine

MARGIN, OF_LONGER = 0.13, 0.1
"""The part of a page's height, above and below, in which running lines stand; a page laid across
keeps the margins of the upright ones, which are a part of its longer side."""
TITLE = re.compile(r"[^\W\d_]{2,}\W+(?:\S+\W+)*?[^\W\d_]{2,}")
"""Two words: what is printed again and again below one sort of page is no text below another."""
CAPTION = re.compile(r"(?:tabel|gambar|grafik|diagram|bagan)\W*\d", re.IGNORECASE)
"""The caption of a table may begin page after page, and is another one each time."""
BESIDE = 1.5
"""A line of several in a foot lies no more of its heights above the next: a small page has them
higher than its margin."""
OF_PAGES = 6
"""One of so many pages prints a running head or foot, be it another in each chapter."""
LINES = 2
"""So many lines of a head or foot may reach into the text's part of the page."""
Key = tuple[str, int, bool]
PAGE_NUMBER = re.compile(r"(hal(aman)?\.?\s*)?\W*([IVXLC]+\s*[-–.]\s*)?(\d{1,4}|[ivxlc]+)\W*", re.I)


def without_running(pages: Sequence[Page]) -> list[Page]:
    """The pages without what is only printed because a page begins or ends."""
    repeated = _repeated(pages)
    return [_without(page, repeated, len(pages)) for page in pages]


def running_texts(pages: Sequence[Page]) -> tuple[str, ...]:
    """What a good part of the pages prints above or below its text, each once: the title that an
    appendix begins its sheets with is not the document's."""
    least = max(2, len(pages) // OF_PAGES)
    often = {key for key, count in _counted(pages).items() if count >= least}
    lines = (line for page in pages for line in _edge(page) if _key(line, page) in often)
    return tuple(dict.fromkeys(line.text for line in lines))


def _counted(pages: Sequence[Page]) -> Counter[Key]:
    return Counter(key for page in pages for key in {_key(line, page) for line in _edge(page)})


def _repeated(pages: Sequence[Page]) -> set[Key]:
    counted = _counted(pages)
    least = max(2, min(3, len(pages) // 2))
    # No chapter begins twice: one that is printed in one place on two pages runs on.
    return {
        key for key, count in counted.items() if count >= (2 if CHAPTER.match(key[0]) else least)
    }


def _edge(page: Page) -> list[TextLine]:
    lines = [
        item
        for item in page.items
        if isinstance(item, TextLine) and not CAPTION.match(item.text.strip())
    ]
    margin = max(MARGIN * page.height, OF_LONGER * max(page.height, page.width))
    above = [line for line in lines if line.box.bottom < margin]
    below = [line for line in lines if line.box.top > page.height - margin]
    return [*above, *_going_on(lines, above, 1), *_going_on(lines, below, -1), *below]


def _going_on(lines: Sequence[TextLine], edge: Sequence[TextLine], inwards: int) -> list[TextLine]:
    """The lines that go on from those of a margin into the page, one close to the other."""
    if not edge:
        return []
    last = max(edge, key=lambda line: inwards * line.box.top)
    found: list[TextLine] = []
    for line in sorted(lines, key=lambda line: inwards * line.box.top):
        between = inwards * (line.box.top - last.box.top)
        if between > 0 and len(found) < LINES:
            if between > BESIDE * max(line.box.bottom - line.box.top, line.size):
                break
            found.append(line)
            last = line
    return found


def _is_page_number(text: str) -> bool:
    """Is it the number of a page, its digits read for sure or not?"""
    return bool(PAGE_NUMBER.fullmatch(text.strip().replace(BLANK, "0")))


def _key(line: TextLine, page: Page) -> Key:
    """What a running line is known by: its words without numbers, and its place. The heading of a
    chapter stands in one place on the first page of each, and is another one each time."""
    text = " ".join(line.text.split())
    match = None if re.search(r"\d", text) else CHAPTER.match(text)
    chapter = match[0] if match else ""
    words = chapter + re.sub(rf"[\dIVXLCivxlc{BLANK}]+", "#", text[len(chapter) :])
    below = line.box.top > page.height / 2
    distance = page.height - line.box.top if below else line.box.top
    return words, round(distance / 6), below


def _without(page: Page, repeated: set[Key], count: int) -> Page:
    edge = {id(line) for line in _edge(page)}
    titles = {(words, below) for words, _, below in repeated if TITLE.search(words)}
    first, last = (page.items[0], page.items[-1]) if page.items else (None, None)
    kept = []
    for item in page.items:
        if isinstance(item, TextLine) and id(item) in edge:
            words, place, below = _key(item, page)
            near = any((words, place + i, below) in repeated for i in (-1, 0, 1))
            near = near or (words, below) in titles
            alone = item is first or item is last
            if near or (alone and count > 1 and _is_page_number(item.text)):
                continue
        kept.append(item)
    return replace(page, items=tuple(kept))
