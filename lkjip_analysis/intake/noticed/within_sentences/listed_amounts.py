"""Amounts in a list below the sentence that tells their sum: "sebesar Rp A, terdiri dari:".

Said is only what one slip of the fingers explains, in the sum or in one of the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.noticed.within_sentences.sentences_against_themselves import Writer
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.said_figures import (
    SaidFigure,
    SaidRelation,
    figures_of,
    sum_of,
)

OPENING = re.compile(
    r"\b(?:terdiri|rincian\w*|dirinci|diperinci|meliputi|berikut|yaitu|yakni|komposisi)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
SOME = re.compile(r"\b(?:antara\s+lain|di\s*antaranya|diantaranya|misalnya)\b", re.IGNORECASE)
"""What opens a list of some of the parts."""
ITEM = re.compile(r"\W*(?:(?:\d{1,2}|[a-z])\s*[.)]\s*)?[^\d]{3,120}?(?=\bRp)", re.IGNORECASE)
MOST = 15
"""A list of more lines is a table that lost its lines; another total may stand among them."""
Item = tuple[Paragraph, SaidFigure]


def listed_amounts(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """The sums of sentences that the amounts listed below do not come to, with what they add up."""
    count = 0
    for start, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or not OPENING.search(block.text):
            continue
        items = [item for item in takewhile(bool, map(_item, blocks[start + 1 :][:MOST])) if item]
        wholes = [figure for figure in figures_of(block.text) if figure.kind == "rupiah"]
        if len(items) < 2 or not wholes or SOME.search(block.text):
            continue
        said = [_sum(whole, items) for whole in wholes]
        meant = [one for one in said if one.is_explained()]
        if not any(one.holds for one in said) and len(meant) == 1:
            count += 1
            yield from claims_of_sum(block, meant[0], items, f"daftar_{count}")


def _item(block: Block) -> Item | None:
    """A line of a list that tells one amount and no other figure."""
    if not isinstance(block, Paragraph) or not ITEM.match(block.text):
        return None
    figures = [figure for figure in figures_of(block.text) if figure.kind == "rupiah"]
    return (block, figures[0]) if len(figures) == 1 else None


def _sum(whole: SaidFigure, items: Sequence[Item]) -> SaidRelation:
    why = f"daftar di bawahnya merinci {whole.text} dalam {len(items)} bagian"
    return sum_of(whole, [figure for _, figure in items], why)


def claims_of_sum(
    block: Paragraph, said: SaidRelation, items: Sequence[Item], name: str
) -> Iterator[ProposedClaim]:
    """The figures of a list, each of its own line, and their sum that the block tells otherwise."""
    codes = [f"{name}_bagian_{i}" for i, _ in enumerate(items, 1)]
    for code, (line, figure) in zip(codes, items, strict=True):
        yield Writer(line, line.text, name).figure(code, figure, said.why)
    writer = Writer(block, block.text, name)
    cells = " + ".join(f"klaim[{code}].nilai" for code in codes)
    result = writer.figure(name, said.result, said.why)
    yield writer.held(result, "jumlah", f"bagian={cells}", said.why)
