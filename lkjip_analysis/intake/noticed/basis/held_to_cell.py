"""A figure of a sentence that must be what one cell prints, or what some cells make."""

from __future__ import annotations

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.proposal.proposal import HIGH, ProposedClaim
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said_figures import SaidFigure


def held_to_cell(
    place: tuple[Paragraph, str], figure: SaidFigure, spot: Spot, name: str, words: tuple[str, str]
) -> ProposedClaim:
    """The claim called `name`; `words` are what the figure is about, and why it is that cell's."""
    return held_to_rule(place, figure, name, ("sama", f"sumber={spot.address}"), words)


def held_to_rule(
    place: tuple[Paragraph, str],
    figure: SaidFigure,
    name: str,
    rule: tuple[str, str],
    words: tuple[str, str],
) -> ProposedClaim:
    """The claim called `name`, which breaks a rule with its cells; `words` as of `held_to_cell`."""
    (block, sentence), (kind, sel), (about, why) = place, rule, words
    return ProposedClaim(
        name,
        block.part,
        block.paragraf,
        about,
        figure.text,
        "angka",
        figure.satuan,
        figure.presisi,
        kind,
        sel,
        "tafsir",
        why,
        HIGH,
        sentence,
        differs=True,
    )
