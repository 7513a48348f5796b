"""Exact numbers: the `Fraction` that all of the package reckons with.

It is the standard library's, with the four operations and the comparisons written for speed: the
library asks of each operand by abstract classes what it is, and checks what it makes; a report is
verified by half a million of them. Here a whole number or a fraction of this class takes a short
way, and whatever else goes the library's: values, words and hashes are the library's in every case
(`tests/test_exact.py`). A compiled class, quicktions, was tried and left: reading a text of one
character it overwrites the byte that Python keeps once for the whole process (1.16 to 1.24), so
that pandas then saves False as True.

The class comes from here alone: two of them in one program would not know each other.
"""

from __future__ import annotations

import fractions
from math import gcd, inf
from numbers import Integral
from typing import TYPE_CHECKING, Any

__all__ = ["Fraction", "exact", "quotient"]

_Library = fractions.Fraction
_new = object.__new__


class _Quick(_Library):
    """A fraction in lowest terms, its denominator above zero."""

    __slots__ = ()
    _numerator: int
    _denominator: int

    def __new__(cls, numerator: Any = 0, denominator: Any = None) -> Any:
        if denominator is None:
            if type(numerator) is _Quick:
                return numerator
            if type(numerator) is int:
                return _made(numerator, 1)
        return super().__new__(cls, numerator, denominator)

    def __add__(self, other: Any) -> Any:
        if type(other) is _Quick:
            return _sum(self, other._numerator, other._denominator)
        if type(other) is int:
            return _made(self._numerator + other * self._denominator, self._denominator)
        return _own(_Library.__add__(self, other))

    def __radd__(self, other: Any) -> Any:
        return self + other if type(other) is int else _own(_Library.__radd__(self, other))

    def __sub__(self, other: Any) -> Any:
        if type(other) is _Quick:
            return _sum(self, -other._numerator, other._denominator)
        if type(other) is int:
            return _made(self._numerator - other * self._denominator, self._denominator)
        return _own(_Library.__sub__(self, other))

    def __rsub__(self, other: Any) -> Any:
        if type(other) is int:
            return _made(other * self._denominator - self._numerator, self._denominator)
        return _own(_Library.__rsub__(self, other))

    def __mul__(self, other: Any) -> Any:
        if type(other) is _Quick:
            return _product(self, other._numerator, other._denominator)
        if type(other) is int:
            return _product(self, other, 1)
        return _own(_Library.__mul__(self, other))

    def __rmul__(self, other: Any) -> Any:
        return self * other if type(other) is int else _own(_Library.__rmul__(self, other))

    def __truediv__(self, other: Any) -> Any:
        if type(other) is _Quick and other._numerator:
            return _over(self, other._numerator, other._denominator)
        if type(other) is int and other:
            return _over(self, other, 1)
        return _own(_Library.__truediv__(self, other))

    def __rtruediv__(self, other: Any) -> Any:
        if type(other) is int and self._numerator:
            return _over(_made(other, 1), self._numerator, self._denominator)
        return _own(_Library.__rtruediv__(self, other))

    def __neg__(self) -> Any:
        return _made(-self._numerator, self._denominator)

    def __pos__(self) -> Any:
        return self

    def __abs__(self) -> Any:
        return self if self._numerator >= 0 else -self

    def __bool__(self) -> bool:
        return self._numerator != 0

    def __eq__(self, other: object) -> Any:
        if type(other) is _Quick:
            same = self._numerator == other._numerator
            return same and self._denominator == other._denominator
        if type(other) is int:
            return self._numerator == other and self._denominator == 1
        return False if _is_end(other) else _Library.__eq__(self, other)

    def __hash__(self) -> int:  # type: ignore[override]  # the stubs hold that it has none
        return hash(self._numerator) if self._denominator == 1 else _Library.__hash__(self)

    def __float__(self) -> float:
        return self._numerator / self._denominator

    def __lt__(self, other: Any) -> Any:
        if type(other) is _Quick:
            return self._numerator * other._denominator < other._numerator * self._denominator
        if type(other) is int:
            return self._numerator < other * self._denominator
        return other > 0 if _is_end(other) else _Library.__lt__(self, other)

    def __le__(self, other: Any) -> Any:
        if type(other) is _Quick:
            return self._numerator * other._denominator <= other._numerator * self._denominator
        if type(other) is int:
            return self._numerator <= other * self._denominator
        return other > 0 if _is_end(other) else _Library.__le__(self, other)

    def __gt__(self, other: Any) -> Any:
        if type(other) is _Quick:
            return self._numerator * other._denominator > other._numerator * self._denominator
        if type(other) is int:
            return self._numerator > other * self._denominator
        return other < 0 if _is_end(other) else _Library.__gt__(self, other)

    def __ge__(self, other: Any) -> Any:
        if type(other) is _Quick:
            return self._numerator * other._denominator >= other._numerator * self._denominator
        if type(other) is int:
            return self._numerator >= other * self._denominator
        return other < 0 if _is_end(other) else _Library.__ge__(self, other)

    def __pow__(self, other: Any) -> Any:
        return _own(_Library.__pow__(self, other))

    def __mod__(self, other: Any) -> Any:
        return _own(_Library.__mod__(self, other))

    def __rmod__(self, other: Any) -> Any:
        return _own(_Library.__rmod__(self, other))

    def __divmod__(self, other: Any) -> Any:
        return self // other, self % other

    def __rdivmod__(self, other: Any) -> Any:
        return other // self, other % self

    def __round__(self, ndigits: Any = None) -> Any:
        return _own(_Library.__round__(self, ndigits))

    def limit_denominator(self, max_denominator: int = 1_000_000) -> Any:
        return _own(_Library.limit_denominator(self, max_denominator))


def _made(numerator: int, denominator: int) -> Any:
    """The fraction of two whole numbers that are in lowest terms already."""
    made: Any = _new(_Quick)
    made._numerator, made._denominator = numerator, denominator
    return made


def _own(number: Any) -> Any:
    """What the library answers, its fractions as those of this class."""
    return _Quick(number) if type(number) is _Library else number


def _is_end(number: Any) -> bool:
    """Is this an infinity, the end of an interval that is open there?"""
    return type(number) is float and number in (inf, -inf)


def _sum(one: Any, numerator: int, denominator: int) -> Any:
    own = one._denominator
    if own == denominator == 1:
        return _made(one._numerator + numerator, 1)
    common = gcd(own, denominator)
    if common == 1:
        return _made(one._numerator * denominator + numerator * own, own * denominator)
    factor = own // common
    total = one._numerator * (denominator // common) + numerator * factor
    rest = gcd(total, common)
    return _made(total // rest, factor * (denominator // rest))


def _product(one: Any, numerator: int, denominator: int) -> Any:
    return _of_factors(one._numerator, one._denominator, numerator, denominator)


def _of_factors(numerator: int, denominator: int, by: int, over: int) -> Any:
    """One fraction times another, both in lowest terms."""
    made: Any = _new(_Quick)
    if denominator == over == 1:
        made._numerator, made._denominator = numerator * by, 1
        return made
    above, below = gcd(numerator, over), gcd(by, denominator)
    made._numerator = (numerator // above) * (by // below)
    made._denominator = (denominator // below) * (over // above)
    return made


def _over(one: Any, numerator: int, denominator: int) -> Any:
    """One fraction divided by another, which is not 0."""
    return _of_quotient(one._numerator, one._denominator, numerator, denominator)


def _of_quotient(numerator: int, denominator: int, by: int, over: int) -> Any:
    if by < 0:
        by, over = -by, -over
    return _of_factors(numerator, denominator, over, by)


def quotient(one: Any, other: Any) -> Any:
    """One whole number or fraction divided by another, which is not 0: a fraction."""
    if type(other) is int:
        by, over = other, 1
    elif type(other) is _Quick:
        by, over = other._numerator, other._denominator
    else:
        return Fraction(one) / other
    if type(one) is int:
        return _of_quotient(one, 1, by, over)
    return _over(Fraction(one), by, over)


if TYPE_CHECKING:
    Fraction = fractions.Fraction
else:
    Fraction = _Quick
    Fraction.__name__ = Fraction.__qualname__ = "Fraction"


def exact(number: int | float | Fraction) -> Fraction:
    """The fraction that a number of any library is.

    An integer of numpy or pandas would stay one inside a fraction, and overflow there unseen:
    721.000.000 times 10**12 is more than 64 bits hold.
    """
    return Fraction(int(number)) if isinstance(number, Integral) else Fraction(number)
