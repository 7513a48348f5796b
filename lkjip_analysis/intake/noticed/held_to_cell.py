"""A figure of a sentence that must be what one cell prints, as the claim that it is not; and words
of a sentence that its row contradicts."""

from __future__ import annotations

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.proposal.proposal import HIGH, ProposedClaim
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said_figures import SaidFigure


def held_to_cell(
    place: tuple[Paragraph, str], figure: SaidFigure, spot: Spot, name: str, words: tuple[str, str]
) -> ProposedClaim:
    """The claim called `name`; `words` are what the figure is about, and why it is that cell's."""
    (block, sentence), (about, why) = place, words
    exact = figure.kind != "persen" and figure.printed.decimals == 0
    return ProposedClaim(
        name,
        block.part,
        block.paragraf,
        about,
        figure.text,
        "angka",
        {"persen": "%", "rupiah": "rupiah"}.get(figure.kind, ""),
        "eksak" if exact else "bulat",
        "sama",
        f"sumber={spot.address}",
        "tafsir",
        why,
        HIGH,
        sentence,
        differs=True,
    )


def words_about_row(
    place: tuple[Paragraph, str],
    text: str,
    name: str,
    rule: tuple[str, str],
    words: tuple[str, str],
) -> ProposedClaim:
    """The claim called `name` of some words; `rule` is what they break, and with which cells,
    `words` what they are about, and why they are of that row."""
    (block, sentence), (kind, sel), (about, why) = place, rule, words
    return ProposedClaim(
        name,
        block.part,
        block.paragraf,
        about,
        " ".join(text.split()),
        "teks",
        aturan=kind,
        sel=sel,
        dasar="tafsir",
        sebab=why,
        sureness=HIGH,
        sentence=sentence[:300],
    )
