"""Where each cell of an examined report is printed: its page and box in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.document.places import Place, places_at
from lkjip_analysis.intake.proposal.proposal import Proposal, ProposedClaim, ProposedTable
from lkjip_analysis.report.tables import Address

Places = Mapping[Address, tuple[Place, ...]]


def cell_places(proposal: Proposal, blocks: Sequence[Block]) -> dict[Address, tuple[Place, ...]]:
    """The places of every cell of the tables and of every claim that has one."""
    found: dict[Address, tuple[Place, ...]] = {}
    for table in proposal.tables:
        found.update(_of_table(table))
    paragraphs = [block for block in blocks if isinstance(block, Paragraph) and block.spans]
    for claim in proposal.claims:
        if places := _of_claim(claim, paragraphs):
            found[Address("klaim", claim.kode, "nilai")] = places
    return found


def _of_table(table: ProposedTable) -> Iterator[tuple[Address, tuple[Place, ...]]]:
    key = table.columns.index(table.kind.kunci)
    for row, where in zip(table.rows, table.where, strict=False):
        for column, places in where.items():
            if places:
                yield Address(table.name, row[key], column), places


def _of_claim(claim: ProposedClaim, paragraphs: Sequence[Paragraph]) -> tuple[Place, ...]:
    """The figure in the paragraph that the claim was read from; else nothing."""
    told = re.match(r"paragraf (\d+)", claim.paragraf)
    mine = [p for p in paragraphs if p.part == claim.bagian and told and p.place == int(told[1])]
    words = claim.sentence.strip(" .…")
    for paragraph in mine:
        start = max(paragraph.text.find(words), 0)
        at = paragraph.text.find(claim.nilai, start)
        if at >= 0:
            found = places_at(paragraph.spans, at, at + len(claim.nilai))
            return tuple(_told(place, at, claim.nilai) for place in found)
    return ()


def _told(place: Place, at: int, text: str) -> Place:
    """A place in a document without pages knows what of its paragraph is meant."""
    return replace(place, start=at, text=text) if place.at else place


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
