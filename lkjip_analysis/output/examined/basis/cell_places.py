"""Where each cell of an examined report is printed: its page and box in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.intake.document.blocks import Block, Paragraph, paragraphs
from lkjip_analysis.intake.document.printed_places import Box, Place, Span, around
from lkjip_analysis.intake.proposal.proposal import Proposal, ProposedClaim, ProposedTable
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.report.tables import Address

BESIDE = 3
"""A finding is shown at no more than so many figures beside the one that it is about."""
Places = Mapping[Address, tuple[Place, ...]]


def cell_places(proposal: Proposal, blocks: Sequence[Block]) -> dict[Address, tuple[Place, ...]]:
    """The places of every cell of the tables and of every claim that has one."""
    found: dict[Address, tuple[Place, ...]] = {}
    for table in proposal.tables:
        found.update(_of_table(table))
    shown = (block for block in paragraphs(blocks) if block.spans)
    by_name = grouped(((block.part, block.paragraf), block) for block in shown)
    for claim in proposal.claims:
        if places := claim.where or _of_claim(claim, by_name):
            found[Address("klaim", claim.kode, "nilai")] = places
    return found


def _of_table(table: ProposedTable) -> Iterator[tuple[Address, tuple[Place, ...]]]:
    for key, where in zip(table.keys, table.where, strict=False):
        for column, places in where.items():
            if places:
                yield Address(table.name, key, column), places


def _of_claim(
    claim: ProposedClaim, paragraphs: Mapping[tuple[str, str], Sequence[Paragraph]]
) -> tuple[Place, ...]:
    """The figure in the paragraph that the claim was read from; else nothing."""
    told = re.match(r"paragraf \d+", claim.paragraf)
    before, mark, rest = claim.sentence.strip(" .…").partition("«")
    for paragraph in paragraphs.get((claim.bagian, told[0]), ()) if told else ():
        start = paragraph.text.find(before + rest.replace("»", "", 1))
        start = max(start, 0) + len(before) * (mark != "" and start >= 0)
        at = paragraph.text.find(claim.nilai, start)
        if at >= 0:
            end = at + len(claim.nilai)
            return tuple(
                _told(span, paragraph.text, at, claim.nilai)
                for span in paragraph.spans
                if span.start < end and span.end > at
            )
    return ()


def _told(span: Span, printed: str, at: int, text: str) -> Place:
    """The figure in its line: of a page its part of the line's box, else its letters."""
    place = span.place
    if place.at:
        return replace(place, start=at, text=text)
    words = [found.span() for found in re.finditer(r"\S+", printed[span.start : span.end])]
    boxes = span.words
    if len(words) != len(boxes):
        words, boxes = [(0, max(span.end - span.start, 1))], (place.box,)
    first, last = at - span.start, at + len(text) - span.start
    parts = [
        _part(box, end - start, first - start, last - start)
        for (start, end), box in zip(words, boxes, strict=True)
        if start < last and end > first
    ]
    return replace(place, box=around(parts or [place.box]))


def _part(box: Box, letters: int, first: int, last: int) -> Box:
    """The part of a word's box from one of its letters to before another, and half a letter more:
    they are of different widths."""
    step = box.width / letters
    left, right = (min(max(i, 0), letters) * step for i in (first - 0.5, last + 0.5))
    return replace(box, x0=box.x0 + left, x1=box.x0 + right)


def finding_cells(verification: Verification, finding: Finding) -> tuple[Address, ...]:
    """The cells that a finding points at; of one that names none, those of its rules."""
    named = [cell.address for cell in finding.named_cells]
    if not named:
        rules = [r for r in verification.rules if r.head.name in finding.rules]
        named = [cell for rule in rules for cell in rule.cells]
    return tuple(dict.fromkeys(named))


def finding_places(
    verification: Verification, finding: Finding, places: Places
) -> tuple[tuple[Address, Place], ...]:
    """Where a finding is shown in the document, each cell with its lines of print."""
    cells = finding_cells(verification, finding)
    told = [(cell, place) for cell in cells for place in places.get(cell, ())]
    return tuple(dict.fromkeys(told))


def focus(
    verification: Verification, finding: Finding, main: Address | None
) -> tuple[Address, ...]:
    """The cells that a reader looks at: the one that does not follow, and those it is held against.

    Figures that only these were reckoned from may be meant too, but a mark there would accuse them.
    """
    named = finding_cells(verification, finding)
    held = {
        cell
        for rule in verification.rules
        if rule.head.name in finding.rules
        for cell in rule.cells
    }
    beside = [cell for cell in named if cell in held and cell != main]
    first = [main] if main else []
    return (*first, *(beside if len(beside) <= BESIDE else [])) or named[:1]
