"""Does the report print elsewhere what a failed relation reckons? A sentence tells a rate of two
amounts, and the table that holds both prints it as well.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Linear, Quotient, Rule
from lkjip_analysis.rules.values import Figure


def reckoned_elsewhere(
    network: Network, cell: Address, failed: Sequence[Rule], prints: Interval
) -> Address | None:
    """A cell printing one of `prints`, as a relation that holds reckons from the same figures."""
    for rule in failed:
        inputs = [part for part in rule.cells if part != cell]
        if rule.result != cell or not inputs or not (same := _reckoning(rule)):
            continue
        for other in network.by_cell[inputs[0]]:
            value = network.printed[other.result]
            if (
                other.result != cell
                and other.head.name not in network.failed
                and _reckoning(other) == same
                and isinstance(value, Figure)
                and value.decimals == network.values.figure(cell).decimals
                and prints.contains(value.texts.low)
            ):
                return other.result
    return None


def _reckoning(rule: Rule) -> Hashable:
    """What is reckoned from which figures; nothing of a relation that is no sum and no quotient."""
    if isinstance(rule, Quotient):
        return rule.form, rule.first, rule.second, rule.maximum, rule.minimum
    if isinstance(rule, Linear):
        parts = [(cell, weight) for cell, weight in rule.weights.items() if cell != rule.result]
        return frozenset(parts), rule.constant
    return None
