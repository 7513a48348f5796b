"""Everything that is observed in one report: what is declared, and what every report is held to."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.observations import observed, undeclared
from lkjip_analysis.errors import InputError
from lkjip_analysis.report.report import Report
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.binding.rulebook import made_of
from lkjip_analysis.rules.observations import OBSERVATIONS


def observe(report: Report, rules: Sequence[Rule] = ()) -> tuple[Finding, ...]:
    """What the declared observations and the report's own rule book find.

    `rules` tell which figures are judged by which scale.

    Raises: InputError naming each observation that cannot be followed.
    """
    findings, problems = made_of(report, OBSERVATIONS, lambda draft, _: observed(draft))
    if problems:
        raise InputError(problems)
    return (*findings, *undeclared(report, rules))
