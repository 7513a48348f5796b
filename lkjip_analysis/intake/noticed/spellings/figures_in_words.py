"""A figure and the words behind it that say another number: "36 (tiga puluh empat) orang".

Reports print counts twice so, and who changes the one forgets the other. Words are read only where
they are spelled as a number is, and a figure that can be read in two styles is held to both. What
is the name of something says no number: "SMPN 3 (dua)", "tahun 2022 (dua)".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block, prose
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, claim_of_words
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.sentence_figures import figures_in, sentence_around
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.number_words import WORDED, is_spoken


def figures_in_words(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """Each figure that the words behind it do not say."""
    count = 0
    for block in prose(blocks):
        wrong = [match for match in WORDED.finditer(block.text)
                 if not is_spoken(match["figure"], match["words"])]  # fmt: skip
        stated = {figure.start for figure in figures_in(block)[0]} if wrong else set[int]()
        for match in wrong:
            if not stated.isdisjoint((match.start(), match.start("figure"))):
                count += 1
                about = worded("Angka dengan bilangannya dalam kata")
                sentence = sentence_around(block.text, match.start())
                yield claim_of_words(
                    Words(f"terbilang_{count}", block, match[0], about, sentence),
                    worded("angka dan kata di belakangnya menyebut bilangan yang sama"),
                    "terbilang",
                )
