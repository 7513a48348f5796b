"""Figures that several claims were read from: each place in the document counts once.

A sentence that states a share lays its amount down as a claim of its own, beside the claim that
repeats the same figure from a table; what is printed once is tested once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_analysis.checking.findings.finding import Coverage
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.report.report import CLAIMS
from lkjip_analysis.report.tables import Address

Said = tuple[str, int, str]
"""The part, the paragraph there, and the digits of a figure."""
DIGITS = re.compile(r"\d(?:[\d.,]*\d)?")


def counted_once(
    verification: Verification, claims: Sequence[ProposedClaim], blocks: Sequence[Block]
) -> Verification:
    """The verification, whose coverage counts no printed figure twice: the most watched stays."""
    watched = Counter(cell for rule in verification.rules for cell in rule.cells)
    watched.update(verification.held_otherwise)
    printed = _printed(blocks)
    again: Counter[int] = Counter()
    for said, cells in _claimed(verification, claims).items():
        if times := printed[said]:
            again.update(sorted((watched[cell] for cell in cells), reverse=True)[times:])
    return replace(verification, coverage=Coverage(verification.coverage.watchers - again))


def _claimed(
    verification: Verification, claims: Sequence[ProposedClaim]
) -> dict[Said, list[Address]]:
    """The cells of the claims that count as figures, by what they were read from."""
    counted = {c.address for c in verification.report.figures() if not c.derived}
    cells = ((said_of(claim), Address(CLAIMS, claim.kode, "nilai")) for claim in claims)
    return grouped((said, cell) for said, cell in cells if said and cell in counted)


def said_of(claim: ProposedClaim) -> Said | None:
    """What a claim was read from; None of what stands in no paragraph or has no digits."""
    place = re.match(r"paragraf (\d+)", claim.paragraf)
    digits = DIGITS.search(claim.nilai)
    return (claim.bagian, int(place[1]), digits[0]) if place and digits else None


def _printed(blocks: Sequence[Block]) -> Counter[Said]:
    """How often each paragraph prints each figure."""
    return Counter(said for block in blocks if isinstance(block, Paragraph) for said in _of(block))


def _of(block: Paragraph) -> Iterator[Said]:
    return ((block.part, block.place, found[0]) for found in DIGITS.finditer(block.text))
