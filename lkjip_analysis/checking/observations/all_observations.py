"""Everything that is observed in one report: what is declared, and what every report is held to."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.observations import observed, undeclared
from lkjip_analysis.checking.observations.counted_sentences import counted_cells
from lkjip_analysis.errors import InputError
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.binding.rulebook import made_of
from lkjip_analysis.rules.observations import OBSERVATIONS
from lkjip_analysis.rules.rule_draft import Draft

COUNTING = ("sebanyak", "definisi")
"""What says of a figure that it is how many rows are so."""


def observe(report: Report, rules: Sequence[Rule] = ()) -> tuple[Finding, ...]:
    """What the declared observations and the report's own rule book find.

    `rules` tell which figures are judged by which scale.

    Raises: InputError naming each observation that cannot be followed.
    """
    return (*declared(report), *undeclared(report, rules))


def declared(report: Report) -> list[Finding]:
    """What the declared observations find.

    Raises: InputError naming each that cannot be followed.
    """
    findings, problems = made_of(report, OBSERVATIONS, lambda draft, _: observed(draft))
    if problems:
        raise InputError(problems)
    return findings


def counted_figures(report: Report) -> frozenset[Address]:
    """The figures that are counts of rows: observations test them, though no rule computes them."""
    kinds = {kind: OBSERVATIONS[kind] for kind in COUNTING}
    found, _ = made_of(report, kinds, lambda draft, _: _counted(draft))
    return frozenset(found)


def _counted(draft: Draft) -> list[Address]:
    """The figure of one count, where there is anything to count."""
    return [draft.one("hasil")] if counted_cells(draft) else []
