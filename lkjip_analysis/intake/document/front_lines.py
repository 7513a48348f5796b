"""The lines of a document that tell whose it is, and names that a narrow cover breaks over two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lkjip_analysis.intake.document.blocks import Block, WordTable
from lkjip_analysis.intake.document.texts import one_line

LEFT_OPEN = re.compile(r"\b(?:kabupaten|kota|provinsi)$", re.IGNORECASE)
"""How a line ends whose name goes on below: "PEMERINTAH KABUPATEN", "BANYU ASRI"."""
LONGEST = 60

Line = tuple[str, bool]
"""A text, and whether it stands on the front pages."""


def lines_of(blocks: Sequence[Block], first: int) -> Iterator[Line]:
    """The texts of a document; the first paragraphs are those of its front pages."""
    number = 0
    for block in blocks:
        if isinstance(block, WordTable):
            yield one_line(f"{block.title}"), False
            continue
        number += 1
        yield one_line(block.text), number <= first


def broken_names(cover: Sequence[Line]) -> Iterator[Line]:
    """The lines of a cover that end before the name of a place, with the next one.

    >>> list(broken_names([("PEMERINTAH KABUPATEN", True), ("BANYU ASRI", True)]))
    [('PEMERINTAH KABUPATEN BANYU ASRI', True)]
    """
    for (text, front), (below, also) in pairwise(cover):
        is_short = max(len(text), len(below)) < LONGEST
        if front and also and is_short and LEFT_OPEN.search(text):
            yield f"{text} {below}", True
