"""Figures of sentences that nothing tested: counted among the figures, and named.

A sentence whose figure is tied to nothing is no row of klaim.csv. Left out of the count, a figure
that fits would be one that is tested, and one that fits nothing no figure at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.checking.findings.finding import Coverage
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.intake.document.blocks import Block
from lkjip_analysis.intake.noticed.sentences_against_themselves import told_rightly
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.language import worded
from lkjip_analysis.output.examined.printed_once import DIGITS, said_of
from lkjip_analysis.report.report import CLAIMS, Report

SHOWN = 20
"""So many are named on the page; the working paper lists every one."""


@dataclass(frozen=True)
class Untied:
    """The figures of sentences that are no claim, each place in the document once."""

    tested: tuple[ProposedClaim, ...]
    """Those that their own sentence relates to its others, as they are."""
    untested: tuple[ProposedClaim, ...]

    def counted_in(self, verification: Verification) -> Verification:
        """The verification, whose coverage counts these figures too."""
        more = Counter({0: len(self.untested), 1: len(self.tested)})
        return replace(verification, coverage=Coverage(verification.coverage.watchers + more))


def untied_figures(
    claims: Iterable[ProposedClaim], report: Report, blocks: Sequence[Block]
) -> Untied:
    """The figures of sentences that are none of the claims of the report."""
    table = report.tables.get(CLAIMS)
    taken = frozenset(table.keys) if table else frozenset()
    figures = [claim for claim in claims if claim.tipe == "angka"]
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
    return Untied(tuple(found[True]), tuple(found[False]))


def named(untested: Sequence[ProposedClaim]) -> list[str]:
    """One sentence that names them, with the place of each."""
    if not untested:
        return []
    told = [f"{c.nilai} ({c.tentang}; {c.bagian}, {c.paragraf})" for c in untested[:SHOWN]]
    listed = "; ".join(told)
    if (rest := len(untested) - SHOWN) > 0:
        listed += worded("; dan {count} lagi (lembar Klaim)", count=rest)
    return [
        worded(
            "{count} angka dalam kalimat tidak teruji; sel atau hubungan yang dimaksudnya tidak "
            "pasti: {listed}",
            count=len(untested),
            listed=listed,
        )
    ]
