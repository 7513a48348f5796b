"""An exact figure that is a longer copy of it rounded: a target of 22,50 printed elsewhere as 23.

A repair is looked for among the prints with as many decimals as the figure has: there it is none,
and the longer one, which may well be right, would be told as the only figure to correct.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_analysis.checking.findings.finding import NewPrint, Remedy
from lkjip_analysis.checking.judging.lost_decimals import Finer
from lkjip_analysis.checking.locating.rounding import tolerable
from lkjip_analysis.checking.locating.smallest_repairs import Search
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import exactly
from lkjip_analysis.numbers.printed import step
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule, Same
from lkjip_analysis.rules.values import Figure, Values

ROUNDED = "dibulatkan"


def shortened(
    report: Report, search: Search, failed: Sequence[Rule], values: Values
) -> list[Remedy]:
    """Each figure whose longer copy mends all that failed and breaks nothing, as a repair."""
    found: dict[Address, Remedy] = {}
    for cell, longer in _copies(failed, values):
        meant = Fraction(longer.texts.low)
        value = values.figure(cell)
        fresh = replace(value, texts=exactly(meant), decimals=longer.decimals)
        state = values.changing({cell: fresh})
        asked = (*search.network.around([cell]), *failed)
        if cell not in found and all(tolerable(rule, state) for rule in asked):
            printed = report.cell(cell)
            text = Finer(meant, longer.decimals, None).text(printed)
            part = NewPrint(printed, exactly(meant), text, worded(ROUNDED))
            found[cell] = Remedy((part,))
    return list(found.values())


def _copies(failed: Sequence[Rule], values: Values) -> Iterator[tuple[Address, Figure]]:
    """Each exact figure of a failed copy that the other, with more decimals, rounds to."""
    for rule in failed:
        if not isinstance(rule, Same):
            continue
        for cell, other in ((rule.result, rule.source), (rule.source, rule.result)):
            mine, longer = values[cell], values[other]
            if not (isinstance(mine, Figure) and isinstance(longer, Figure) and mine.is_exact):
                continue
            gap = abs(Fraction(longer.texts.low) - Fraction(mine.texts.low))
            if 0 <= mine.decimals < longer.decimals and gap < step(mine.decimals):
                yield cell, longer
