"""Numbered lines with one figure each, and the total below: "3. Taman Kota : 250", "JUMLAH : 900".

Such a list is a table that nobody drew. Said is only what one slip of the fingers explains, in the
total or in one line; a list of which a number is missing was not read whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.noticed.within_sentences.listed_amounts import Item, claims_of_sum
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.said_figures import figures_of, sum_of
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction

FIGURE = r"(?:Rp\.?\s*)?(?P<figure>\d[\d.,]*)"
LINE = re.compile(
    r"(?:^|(?<=\s))(?P<number>\d{1,2})\s*[.)]\s*(?=[^\W\d])(?P<name>[^:=\n\d]{3,80}?)\s*[:=]\s*"
    + FIGURE
)
"""A name without a figure of its own: one that has two is no line of a plain list."""
TOTAL = re.compile(
    r"^\W*(?:(?:m[2²3³]|ha|km|orang|unit|buah)\W+)?(?:jumlah|total)\b\s*(?:seluruhnya)?\s*[:=]\s*"
    + FIGURE,
    re.IGNORECASE,
)
"""It follows the last line at once, its unit at most between them."""
LEAST = 3


def totalled_lists(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """The totals that the lines above them do not come to, with what they add up."""
    for count, (lines, (block, total)) in enumerate(_lists(blocks), 1):
        parts = tuple(figure for _, figure in lines)
        why = worded("daftar bernomor di atasnya memuat {count} angka", count=len(parts))
        figures = (total, *parts)
        rounded = any(figure.kind == "persen" or figure.printed.decimals for figure in figures)
        slack = sum((figure.printed.step / 2 for figure in figures), Fraction(0)) * rounded
        said = replace(sum_of(total, parts, why), slack=slack)
        alike = len({figure.kind for figure in figures}) == 1
        if alike and not said.holds and said.is_explained():
            yield from claims_of_sum(block, said, lines, f"daftar_bernomor_{count}")


def _lists(blocks: Sequence[Block]) -> Iterator[tuple[list[Item], Item]]:
    """Each list whose lines count on from 1, with the total that ends it."""
    lines: list[Item] = []
    for block in blocks:
        if not isinstance(block, Paragraph):
            lines = []
            continue
        if block.text.strip().isdigit():  # the number of a page
            continue
        found = list(LINE.finditer(block.text))
        if not found and not (lines and TOTAL.match(block.text)):
            lines = []
            continue
        for match in found:
            line = _figure(block, match)
            if line is None or int(match["number"]) != len(lines) + 1:
                lines = [line] if line and match["number"] == "1" else []
            else:
                lines.append(line)
        end = found[-1].end() if found else 0
        total = TOTAL.match(block.text[end:])
        if total and len(lines) >= LEAST and (closing := _figure(block, total, end)):
            yield lines, closing
            lines = []


def _figure(block: Paragraph, match: re.Match[str], start: int = 0) -> Item | None:
    at = start + match.start("figure")
    figures = (one for one in figures_of(block.text) if one.start <= at < one.end)
    return next(((block, figure) for figure in figures), None)
