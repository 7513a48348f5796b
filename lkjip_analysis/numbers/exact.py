"""Exact numbers: the `Fraction` that all of the package reckons with.

It comes from here alone, so that another class can take its place: two of them in one program
would not know each other by `isinstance`. A compiled one, quicktions, was tried and left: it halves
the time of verification, and reading a text of one character it overwrites the byte that Python
keeps once for the whole process (1.16 to 1.24), so that pandas then saves False as True.
"""

from __future__ import annotations

from fractions import Fraction
from numbers import Integral

__all__ = ["Fraction", "exact"]


def exact(number: int | float | Fraction) -> Fraction:
    """The fraction that a number of any library is.

    An integer of numpy or pandas would stay one inside a fraction, and overflow there unseen:
    721.000.000 times 10**12 is more than 64 bits hold.
    """
    return Fraction(int(number)) if isinstance(number, Integral) else Fraction(number)
