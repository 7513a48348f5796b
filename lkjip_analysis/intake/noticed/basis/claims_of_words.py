"""Words and counts that a document prints, as claims that break a rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.proposal.proposal import HIGH, ProposedClaim

LONGEST = 300
"""So many letters of a sentence are shown: a paragraph without a full stop may fill a page."""


@dataclass(frozen=True)
class Words:
    """Words as they are printed, under the code of their claim: where, and what they are about."""

    kode: str
    block: Paragraph
    text: str
    about: str
    sentence: str = ""
    """The sentence they stand in; of a line by itself, the line."""


def claim_of_words(words: Words, why: str, rule: str = "", sel: str = "") -> ProposedClaim:
    """The claim of some words, the rule that they break, and with which cells."""
    return ProposedClaim(
        words.kode,
        words.block.part,
        words.block.paragraf,
        words.about,
        words.text,
        "teks",
        aturan=rule,
        sel=sel,
        sebab=why,
        sureness=HIGH,
        sentence=(words.sentence or one_line(words.block.text))[:LONGEST],
    )


def two_that_differ(first: Words, again: Words, why: str) -> Iterator[ProposedClaim]:
    """Two places that should print the same words and do not: the second breaks the rule."""
    yield claim_of_words(first, why)
    yield claim_of_words(again, why, "teks_sama", f"sumber=klaim[{first.kode}].nilai")


def claim_of_count(words: Words, why: str, sel: str) -> ProposedClaim:
    """The claim that so many cells are as `sel` says, and as many there are not."""
    told = claim_of_words(words, why, "sebanyak", sel)
    return replace(told, tipe="angka", presisi="eksak")


def claim_about_row(words: Words, why: str, rule: str, sel: str) -> ProposedClaim:
    """Words that a row contradicts: that they are about this row is read from them, not printed."""
    told = claim_of_words(words, why, rule, sel)
    return replace(told, nilai=one_line(words.text), dasar="tafsir")
