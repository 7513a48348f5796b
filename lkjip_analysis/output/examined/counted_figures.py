"""The figures of sentences as coverage counts them: each place in the document once, untested too.

A sentence that states a share lays its amount down as a claim of its own, beside the claim that
repeats the same figure from a table; what is printed once is tested once. A sentence whose figure
is tied to nothing is no row of klaim.csv. Left out of the count, a figure that fits would be one
that is tested, and one that fits nothing no figure at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.checking.findings.finding import Coverage
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.intake.document.blocks import Block, Paragraph, paragraphs
from lkjip_analysis.intake.noticed.within_sentences.sentences_against_themselves import told_rightly
from lkjip_analysis.intake.proposal.proposal import (
    NO_CELL,
    SEVERAL_CELLS,
    UNNAMED_CELL,
    LeftOut,
    Proposal,
    ProposedClaim,
)
from lkjip_analysis.intake.sentences.sentence_figures import UNTOLD
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.tables import Address

Said = tuple[str, int, str]
"""The part, the paragraph there, and the digits of a figure."""
DIGITS = re.compile(r"\d(?:[\d.,]*\d)?")
SHOWN = 20
"""So many are named on the page; the working paper lists every one."""


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
    return Counter(said for block in paragraphs(blocks) for said in _of(block))


def _of(block: Paragraph) -> Iterator[Said]:
    return ((block.part, block.place, found[0]) for found in DIGITS.finditer(block.text))


@dataclass(frozen=True)
class Untied:
    """The figures of sentences that are no claim, each place in the document once."""

    tested: tuple[ProposedClaim, ...]
    """Those that their own sentence relates to its others, as they are."""
    untested: tuple[ProposedClaim, ...]
    untold: tuple[LeftOut, ...] = ()
    """Numbers of which no word says what they count, and which no sentence relates to others."""
    told: int = 0
    """So many of those does their own sentence relate to its others, as they are."""

    @property
    def left(self) -> int:
        """How many figures of sentences nothing tested."""
        return len(self.untested) + len(self.untold)

    def counted_in(self, verification: Verification) -> Verification:
        """The verification, whose coverage counts these figures too."""
        more = Counter({0: self.left, 1: len(self.tested) + self.told})
        return replace(verification, coverage=Coverage(verification.coverage.watchers + more))


def untied_figures(proposal: Proposal, report: Report, blocks: Sequence[Block]) -> Untied:
    """The figures of sentences that are none of the claims of the report."""
    table = report.tables.get(CLAIMS)
    taken = frozenset(table.keys) if table else frozenset()
    figures = [claim for claim in proposal.claims if claim.tipe == "angka"]
    rightly = {
        (block.part, block.place, digits[0])
        for block, figure in told_rightly(blocks)
        if (digits := DIGITS.search(figure.text))
    }
    seen = {said for claim in figures if claim.kode in taken and (said := said_of(claim))}
    found: dict[bool, list[ProposedClaim]] = {True: [], False: []}
    for claim in figures:
        said = said_of(claim)
        if said and claim.kode not in taken and said not in seen:
            found[said in rightly].append(claim)
            seen.add(said)
    untold = {said: one for one in proposal.left_out if (said := _untold(one)) and said not in seen}
    left = tuple(one for said, one in untold.items() if said not in rightly)
    return Untied(tuple(found[True]), tuple(found[False]), left, len(untold) - len(left))


def _untold(one: LeftOut) -> Said | None:
    """Where a number stands of which no word says what it counts; nothing of another."""
    place, digits = re.match(r"paragraf (\d+)", one.paragraf), DIGITS.search(one.figure)
    if one.reason != UNTOLD or not place or not digits:
        return None
    return one.bagian, int(place[1]), digits[0]


def named(untied: Untied) -> list[str]:
    """One sentence for each kind of them that names them, with the place of each."""
    by_reason = grouped(
        (_reason(c), f"{c.nilai} ({c.tentang}; {c.bagian}, {c.paragraf})") for c in untied.untested
    )
    untold = [f"{one.figure} ({one.bagian}, {one.paragraf})" for one in untied.untold]
    said = []
    for reason, untested in by_reason.items():
        said.append(
            worded(
                "{count} angka dalam kalimat tidak teruji; {reason}: {listed}",
                count=len(untested),
                reason=reason,
                listed=_listed(untested, "Klaim"),
            )
        )
    if untold:
        said.append(
            worded(
                "{count} bilangan dalam kalimat tidak diuji, tanpa satuan dan kata petunjuk: "
                "{listed}",
                count=len(untold),
                listed=_listed(untold, "Dilewati"),
            )
        )
    return said


def _reason(claim: ProposedClaim) -> str:
    """Why a figure is held to nothing."""
    if claim.note.endswith(SEVERAL_CELLS):
        return worded("beberapa sel mencetaknya, dan kalimatnya tidak memilih satu")
    if claim.note == UNNAMED_CELL:
        return worded(
            "sel yang mencetaknya ada, tetapi kalimatnya tidak menyebut baris atau kolomnya"
        )
    if claim.note == NO_CELL:
        return worded("tidak ada sel yang mencetaknya dan tidak ada hubungan yang cocok")
    return worded("sel atau hubungan yang dimaksudnya tidak pasti")


def _listed(told: Sequence[str], sheet: str) -> str:
    rest = len(told) - SHOWN
    more = worded("; dan {count} lagi (lembar {sheet})", count=rest, sheet=sheet)
    return "; ".join(told[:SHOWN]) + (more if rest > 0 else "")
