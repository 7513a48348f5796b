"""The claims of a document as they are found, each under a code of its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from lkjip_analysis.intake.proposal.proposal import LeftOut, ProposedClaim
from lkjip_analysis.intake.sentences.tied.claim_words import Tied
from lkjip_analysis.intake.sentences.tied.proposed_rule import EarlierClaims
from lkjip_analysis.intake.sentences.tied.sentence_series import Said
from lkjip_analysis.intake.tables.keys import Taken, slug

MOST_CLAIMS = 3000
"""More figures than the sentences of a long report state."""


@dataclass
class Collected:
    """What has been read so far, in reading order."""

    claims: list[ProposedClaim] = field(default_factory=list)
    before: list[Tied] = field(default_factory=list)
    """The figures of the paragraph before, for "turun dibanding"."""
    spots: EarlierClaims = field(default_factory=EarlierClaims)
    left_out: list[LeftOut] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    above: str = ""
    """The paragraph before, if it states no figure of its own: what this one is about."""

    codes: Taken = field(default_factory=Taken)

    @property
    def is_full(self) -> bool:
        return len(self.claims) >= MOST_CLAIMS

    def code(self, text: str) -> str:
        return slug(text, self.codes, 3)

    def add(self, claim: ProposedClaim) -> None:
        self.codes.take(claim.kode)
        self.claims.append(claim)
