"""An act is none where it breaks what two sums say together; seen without following it."""

from __future__ import annotations

import pytest

from lkjip_analysis.checking.acts.what_fails import Failing
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.checking.locating.smallest_repairs import Search
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import exactly
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Head, Linear, Rule
from lkjip_analysis.rules.values import Figure, Value, Values

ONE, OTHER, TOTAL, SAID, REST = (Address("t", "x", name) for name in ("a", "b", "jml", "k", "d"))
EXACT, ROUNDED = Fraction(0), Fraction(1, 2)
PRINTED = {ONE: 10, OTHER: 20, TOTAL: 30, SAID: 10, REST: 20}


def head(name: str) -> Head:
    return Head(name, "uji", "tercetak", "hubungan")


SUM = Linear(head("jumlah"), {ONE: 1, OTHER: 1, TOTAL: -1}, TOTAL)
AGAIN = Linear(head("lagi"), {SAID: 1, REST: 1, TOTAL: -1}, TOTAL)
SAID_FROM_PARTS = Linear(head("rincian"), {ONE: 1, SAID: -1}, SAID)


def figure(number: int, half: Fraction = EXACT) -> Figure:
    return Figure(exactly(number), half, 0)


@pytest.mark.parametrize(
    ("now", "half", "rules", "failed", "breaks"),
    [
        # 10 and 20 by sex, 10 and 20 by schooling: with 12 those come to 32, and these do not.
        ({ONE: 12}, EXACT, (SUM, AGAIN), "", True),
        ({ONE: 12, SAID: 12}, EXACT, (SUM, AGAIN), "", False),
        ({ONE: 12, OTHER: 18}, EXACT, (SUM, AGAIN), "", False),
        ({ONE: 12, OTHER: 19}, EXACT, (SUM, AGAIN), "", True),
        ({ONE: 12, TOTAL: 32}, EXACT, (SUM, AGAIN), "", True),
        # A rounded figure has room, a relation that fails forbids nothing.
        ({ONE: 12}, ROUNDED, (SUM, AGAIN), "", False),
        ({ONE: 12}, EXACT, (SUM, AGAIN), "jumlah", False),
        # One by schooling is reckoned from the figure too, and follows it.
        ({ONE: 12}, EXACT, (SUM, AGAIN, SAID_FROM_PARTS), "", False),
    ],
)
def test_an_act_breaks_what_two_sums_say_together(
    now: dict[Address, int],
    half: Fraction,
    rules: tuple[Rule, ...],
    failed: str,
    breaks: bool,
) -> None:
    printed: dict[Address, Value] = {cell: figure(n, half) for cell, n in PRINTED.items()}
    network = Network(rules, frozenset({failed} - {""}), Values(printed))
    failing = Failing(Search(network), ())
    own = {cell: figure(number, half) for cell, number in now.items()}
    assert failing.breaks(own) is breaks
