"""Exact numbers: the `Fraction` that all of the package reckons with.

Compiled (quicktions, the standard library's class in C) where a wheel of it exists, else the
standard library's own: the same results, about half the time. Two classes of fraction in one
program would not know each other by `isinstance`, therefore nobody imports another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction
else:
    try:
        from quicktions import Fraction
    except ImportError:
        from fractions import Fraction

__all__ = ["Fraction"]
