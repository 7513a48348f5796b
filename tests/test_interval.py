"""Intervals hold every number their print may stand for, and arithmetic keeps them so."""

from __future__ import annotations

import operator
from collections.abc import Callable
from math import inf

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import ANYTHING, NOTHING, Interval, exactly

NUMBERS = st.fractions(-1000, 1000, max_denominator=50).map(Fraction)


@st.composite
def interval_and_member(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    low, middle, high = sorted(draw(st.tuples(NUMBERS, NUMBERS, NUMBERS)))
    return Interval(low, high), middle


@pytest.mark.parametrize("operation", [operator.add, operator.sub, operator.mul, operator.truediv])
@given(interval_and_member(), interval_and_member())
def test_a_result_of_members_is_a_member_of_the_result(
    operation: Callable[[object, object], object],
    first: tuple[Interval, Fraction],
    second: tuple[Interval, Fraction],
) -> None:
    (left, a), (right, b) = first, second
    assume(operation is not operator.truediv or b != 0)
    result = operation(left, right)
    value = operation(a, b)
    assert isinstance(result, Interval) and isinstance(value, Fraction)
    assert result.contains(value)


@given(interval_and_member(), NUMBERS)
def test_a_plain_number_is_an_interval_of_one(
    member: tuple[Interval, Fraction], n: Fraction
) -> None:
    interval, _ = member
    assert interval * n == interval * exactly(n)
    assert interval + n == interval + exactly(n)
    assert n - interval == exactly(n) - interval


def test_a_denominator_that_may_be_0_tells_nothing() -> None:
    assert Interval(1, 2) / Interval(-1, 1) == ANYTHING
    assert Interval(1, 2) / 0 == ANYTHING


def test_nothing_stays_nothing() -> None:
    assert Interval(1, 2) & Interval(3, 4) is NOTHING
    for result in (NOTHING + 1, NOTHING * 2, -NOTHING, NOTHING / 3, NOTHING.widen(5), 7 - NOTHING):
        assert result is NOTHING
    assert not NOTHING.is_bounded and not NOTHING.contains(0)
    assert NOTHING | Interval(1, 2) == Interval(1, 2)


def test_an_end_at_infinity_survives_arithmetic() -> None:
    ray = Interval(Fraction(3), inf)
    assert ray * 2 == Interval(6, inf)
    assert 1 / ray == Interval(0, Fraction(1, 3))
    assert ray * 0 == Interval(0, 0)
    assert not ray.is_bounded


def test_a_cap_cuts_both_ends() -> None:
    assert Interval(90, 120).clip(100) == Interval(90, 100)
    assert Interval(110, 120).clip(100) == Interval(100, 100)
