"""Claims tied by what stands around them: sentences of their shape, amounts beside them, the budget
that they are the rest of. What a figure's own words say was asked before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lkjip_analysis.intake.proposal.proposal import DIFFERENT, HIGH, MIDDLE, ProposedClaim
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.tied.beside_amounts import beside_amounts
from lkjip_analysis.intake.sentences.tied.claim_collection import Collected
from lkjip_analysis.intake.sentences.tied.last_years_figure import last_years_figures
from lkjip_analysis.intake.sentences.tied.realised_beside import budget_as_spent, realised_beside
from lkjip_analysis.intake.sentences.tied.rests_of_budgets import rests_of_budgets
from lkjip_analysis.intake.sentences.tied.sentence_series import Repeated, series
from lkjip_analysis.language import worded


def tie_by_others(told: Collected, spots: Sequence[Spot]) -> None:
    """Tie what the words of other sentences and figures say more surely, or alone."""
    _repeat_rows(told, spots)
    _tie_beside(told, spots)
    _tie_rests(told, spots)


def _repeat_rows(told: Collected, spots: Sequence[Spot]) -> None:
    """Sentences of one shape repeat the cell of the row that they are about."""
    for found in series(told.said, spots):
        claim, spot = told.claims[found.claim], found.spot
        if claim.sel == f"sumber={spot.address}" or not _is_surer(found, claim):
            continue
        why = worded(
            "kalimat mengulang {about}; cocok di {kept} dari {of} kalimat serupa",
            about=spot.told,
            kept=found.kept,
            of=found.of,
        )
        told.claims[found.claim] = _repeating(claim, spot, found.agrees, why)


def _tie_beside(told: Collected, spots: Sequence[Spot]) -> None:
    """An amount that is tied to nothing is of the row that the amount beside it names."""
    repeated = _repeated(told)
    ways = (realised_beside, budget_as_spent, last_years_figures)
    of_rows = (found for way in ways for found in way(told.said, spots, repeated))
    for found in (*beside_amounts(told.said, spots), *of_rows):
        claim, spot = told.claims[found.claim], found.spot
        if not claim.aturan or (found.instead and claim.sel == f"sumber={found.instead}"):
            why = worded("angka di sampingnya menunjuk {about}", about=spot.told)
            if found.by_year:
                why = worded("kalimatnya tentang tahun dari {about}", about=spot.told)
            told.claims[found.claim] = _repeating(claim, spot, False, why)


def _repeating(claim: ProposedClaim, spot: Spot, agrees: bool, why: str) -> ProposedClaim:
    """The claim as one that repeats a cell, as words around it say and not its figure alone."""
    return replace(
        claim,
        aturan="sama",
        sel=f"sumber={spot.address}",
        dasar="tafsir",
        note="" if agrees else f"{DIFFERENT}: {spot.printed.text.strip()} pada {spot.told}",
        sureness=HIGH if agrees else MIDDLE,
        sebab=why,
        differs=not agrees,
    )


def _is_surer(found: Repeated, claim: ProposedClaim) -> bool:
    """Do the sentences of its shape know better what a claim repeats than its figure alone?

    The realisation of the row, or the figure of the row before, stands under the same words.
    """
    elsewhere = claim.aturan == "sama" and claim.sel.startswith(f"sumber={found.spot.table}[")
    return claim.sureness != HIGH or (found.is_sure and elsewhere)


def _tie_rests(told: Collected, spots: Sequence[Spot]) -> None:
    """A rest that is tied to nothing is what is left of the budget told before it."""
    for found in rests_of_budgets(told.said, spots, _repeated(told)):
        claim = told.claims[found.claim]
        if not claim.aturan:
            told.claims[found.claim] = replace(
                claim,
                aturan="selisih",
                sel=found.sel,
                dasar="tafsir",
                note="" if found.agrees else f"{DIFFERENT}: {found.why}",
                sureness=HIGH if found.agrees else MIDDLE,
                sebab=found.why,
                differs=not found.agrees,
            )


def _repeated(told: Collected) -> list[str]:
    """The cell that each claim repeats, by its number; nothing where it repeats none."""
    return [c.sel.removeprefix("sumber=") if c.aturan == "sama" else "" for c in told.claims]
