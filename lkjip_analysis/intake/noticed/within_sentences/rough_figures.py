"""A rough figure or a bound that its own sentence puts clearly outside: "Rp 45 juta dari pagu Rp 90
juta, atau lebih dari 70 persen".

"Sekitar" and "kurang lebih" leave a unit of what the figure was rounded to (5 of 75, 10 of 80), and
no more than a tenth; "hampir" as much below and nothing above, a bound nothing on its other side
but a unit of its last digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block
from lkjip_analysis.intake.noticed.within_sentences.sentences_against_themselves import Writer
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, accused_figures
from lkjip_analysis.intake.sentences.said.sentence_relations import readings_of
from lkjip_analysis.intake.sentences.said_figures import (
    ROUGHLY,
    SaidFigure,
    SaidRelation,
    figures_of,
)
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.numbers.exact import Fraction

ROUGH = re.compile(
    "(?<![\\w>])(?:"
    + "|".join(rf"(?P<{name}>{words})" for name, words in ROUGHLY.items())
    + r")\s*"
    r"(?=(?:Rp\.?\s*)?\d)",
    re.IGNORECASE,
)
LEEWAY = Fraction(1, 10)
"""Nobody calls a figure "sekitar" another that is further from it than a tenth."""
MOST_ZEROS = 12
"""Up to a thousand milliards: no report prints a rounder amount."""


def rough_figures(
    blocks: Sequence[Block], claims: Sequence[ProposedClaim]
) -> Iterator[ProposedClaim]:
    """The rough figures and bounds that no reading of their sentence allows."""
    accused = accused_figures(claims)
    count = 0
    for block, sentence in told_sentences(blocks):
        for match in ROUGH.finditer(sentence):
            said = _contradicted(sentence, match)
            if said and block.of(said.result.text) not in accused:
                count += 1
                yield from Writer(block, sentence, f"kira_{count}").relation(said)


def _contradicted(sentence: str, match: re.Match[str]) -> SaidRelation | None:
    """The reading of a rough figure that comes nearest to it, where all leave it outside."""
    told = f"{sentence[: match.start()]}{' ' * len(match[0])}{sentence[match.end() :]}"
    figures = figures_of(told)
    rough = next((f for f in figures if f.start <= match.end() < f.end), None)
    if rough is None:
        return None
    readings = [said for each in readings_of(figures, told) for said in each]
    of_it = [said for said in readings if said.result == rough]
    if not of_it or any(_allows(str(match.lastgroup), rough, said.value) for said in of_it):
        return None
    return min(of_it, key=lambda said: abs(said.value - rough.value))


def _allows(word: str, rough: SaidFigure, value: Fraction) -> bool:
    """May a figure be told by a rough one or by a bound?"""
    over, step = value - rough.value, rough.printed.step
    leeway = max(min(_unit(rough), LEEWAY * abs(rough.value)), 2 * step)
    if word == "about":
        return abs(over) <= leeway
    if word == "almost":
        return -leeway <= over <= step
    return over >= -step if word == "more" else over <= step


def _unit(rough: SaidFigure) -> Fraction:
    """What a figure was rounded to: the largest of 5, 10, 50, 100 of its last digit in it."""
    unit = rough.printed.step
    scales = [Fraction(10) ** power for power in range(MOST_ZEROS)]
    fits = [unit, *(unit * scale * of for scale in scales for of in (5, 10))]
    return max(told for told in fits if rough.value % told == 0)
