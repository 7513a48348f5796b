"""Running heads and feet: lines in the same place on page after page, and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from lkjip_analysis.intake.pdf.page import Page, TextLine

MARGIN = 0.13
"""The part of a page's height, above and below, in which running lines stand."""
PAGE_NUMBER = re.compile(r"(hal(aman)?\.?\s*)?\W*([IVXLC]+\s*[-–.]\s*)?(\d{1,4}|[ivxlc]+)\W*", re.I)


def without_running(pages: Sequence[Page]) -> list[Page]:
    """The pages without what is only printed because a page begins or ends."""
    counted = Counter(key for page in pages for key in {_key(line, page) for line in _edge(page)})
    least = max(2, min(3, len(pages) // 2))
    repeated = {key for key, count in counted.items() if count >= least}
    return [_without(page, repeated, len(pages)) for page in pages]


def _edge(page: Page) -> list[TextLine]:
    lines = [item for item in page.items if isinstance(item, TextLine)]
    high, low = MARGIN * page.height, (1 - MARGIN) * page.height
    return [line for line in lines if line.box.bottom < high or line.box.top > low]


def _key(line: TextLine, page: Page) -> tuple[str, int, bool]:
    """What a running line is known by: its words without numbers, and its place."""
    words = re.sub(r"[\dIVXLCivxlc]+", "#", " ".join(line.text.split()))
    below = line.box.top > page.height / 2
    distance = page.height - line.box.top if below else line.box.top
    return words, round(distance / 6), below


def _without(page: Page, repeated: set[tuple[str, int, bool]], count: int) -> Page:
    edge = {id(line) for line in _edge(page)}
    first, last = (page.items[0], page.items[-1]) if page.items else (None, None)
    kept = []
    for item in page.items:
        if isinstance(item, TextLine) and id(item) in edge:
            words, place, below = _key(item, page)
            near = any((words, place + i, below) in repeated for i in (-1, 0, 1))
            alone = item is first or item is last
            if near or (alone and count > 1 and PAGE_NUMBER.fullmatch(item.text.strip())):
                continue
        kept.append(item)
    return replace(page, items=tuple(kept))
