"""The one figure whose slip explains what fails where every other explanation changes several more.

It is what a reader looks up first, and no proof: where one figure was brought up to date and what
is reckoned from it was not, a report looks the same. Only a slip with a name is told so: of figures
that differ anyhow, the new one and the old one are as likely.
"""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.checking.findings.finding import Remedy

FEWER = 2
"""So many figures more must any other explanation change: one more is a matter of chance."""


def simplest_repair(remedies: Sequence[Remedy]) -> tuple[Remedy, int] | None:
    """The repair of one figure by a named slip, and how many figures any other changes at least."""
    alone = [remedy for remedy in remedies if _changed(remedy) == 1 and not remedy.act]
    others = [_changed(remedy) for remedy in remedies if remedy not in alone]
    if len(alone) != 1 or not alone[0].cells[0].slip or not others:
        return None
    return (alone[0], min(others)) if min(others) >= 1 + FEWER else None


def _changed(remedy: Remedy) -> int:
    return len(remedy.cells) + len(remedy.follows)
