"""Our fractions against the standard library's: the same values, words, hashes and errors."""

from __future__ import annotations

import copy
import fractions
import operator
import pickle
from collections.abc import Callable
from math import ceil, floor, inf, trunc
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_analysis.numbers.exact import Fraction, exact, quotient

WHOLE = st.integers(-(10**20), 10**20) | st.integers(-12, 12)
LIBRARY = st.builds(fractions.Fraction, WHOLE, WHOLE.filter(bool)) | st.builds(
    fractions.Fraction, st.integers(-9, 9), st.sampled_from([1, 2, 10, 100, 1000])
)
OTHER = LIBRARY | WHOLE | st.sampled_from([inf, -inf, 0.5, -2.0]) | st.booleans()
TWO = (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod,
       divmod, operator.lt, operator.le, operator.gt, operator.ge, operator.eq,
       operator.ne)  # fmt: skip
ONE = (operator.neg, operator.pos, abs, bool, hash, repr, str, float, int, round, ceil, floor,
       trunc, lambda number: round(number, 2), lambda number: number**2, lambda number: number**-1,
       lambda number: number.limit_denominator(7))  # fmt: skip


def ours(number: Any) -> Any:
    """The same number as a fraction of ours; what is no fraction stays what it is."""
    is_fraction = isinstance(number, fractions.Fraction)
    return Fraction(number.numerator, number.denominator) if is_fraction else number


def told(work: Callable[..., Any], *numbers: Any) -> Any:
    """What comes of it: values as they are shown, or the class of an error."""
    try:
        value = work(*numbers)
    except (ArithmeticError, ValueError, TypeError) as error:
        return type(error)
    parts = value if isinstance(value, tuple) else (value,)
    return [repr(part) for part in parts]


def is_own(value: Any) -> bool:
    """No fraction of the library comes out of ours, and each is in lowest terms."""
    parts = value if isinstance(value, tuple) else (value,)
    found = [part for part in parts if isinstance(part, fractions.Fraction)]
    return all(
        type(part) is Fraction
        and fractions.Fraction(part.numerator, part.denominator).denominator == part.denominator
        for part in found
    )


@given(one=LIBRARY | WHOLE, other=(LIBRARY | WHOLE).filter(bool))
def test_a_quotient_is_a_fraction_whatever_is_divided(one: Any, other: Any) -> None:
    found = quotient(ours(one), ours(other))
    assert type(found) is Fraction
    assert repr(found) == repr(Fraction(fractions.Fraction(one) / fractions.Fraction(other)))


@pytest.mark.parametrize("work", TWO, ids=lambda work: work.__name__)
def test_two_numbers_give_what_the_library_gives(work: Callable[[Any, Any], Any]) -> None:
    @given(LIBRARY, OTHER)
    def holds(one: Any, other: Any) -> None:
        for first, second in ((one, other), (other, one)):
            expected = told(work, first, second)
            assert told(work, ours(first), ours(second)) == expected
            if isinstance(expected, list):
                assert is_own(work(ours(first), ours(second)))

    holds()


@pytest.mark.parametrize("work", ONE, ids=lambda work: work.__name__)
def test_one_number_gives_what_the_library_gives(work: Callable[[Any], Any]) -> None:
    @given(LIBRARY)
    def holds(number: Any) -> None:
        expected = told(work, number)
        assert told(work, ours(number)) == expected
        if isinstance(expected, list):
            assert is_own(work(ours(number)))

    holds()


def test_worked_out_by_hand() -> None:
    third, half = Fraction(1, 3), Fraction(1, 2)
    assert third + half == Fraction(5, 6) and half - third == Fraction(1, 6)
    assert third * 3 == 1 and 1 / third == 3 and half / Fraction(-1, 4) == -2
    assert Fraction(10, 4) == Fraction("2.5") and str(Fraction(10, 4)) == "5/2"
    assert third < half <= half < inf and -inf < third and not third > inf


def test_what_is_made_of_a_fraction_is_one_of_ours() -> None:
    made = [Fraction("1.5"), Fraction(1.5), Fraction(fractions.Fraction(3, 2)), exact(1.5),
            fractions.Fraction(1) + Fraction(1, 2), sum([Fraction(1, 2)] * 3),
            copy.deepcopy(Fraction(3, 2)), pickle.loads(pickle.dumps(Fraction(3, 2)))]  # fmt: skip
    assert [(type(number), number) for number in made] == [(Fraction, Fraction(3, 2))] * 8


@pytest.mark.parametrize("work", [lambda: Fraction(1, 2) / 0, lambda: 1 / Fraction(0),
                                  lambda: Fraction(1, 2) / Fraction(0)])  # fmt: skip
def test_nothing_is_divided_by_nothing(work: Callable[[], Any]) -> None:
    with pytest.raises(ZeroDivisionError):
        work()
