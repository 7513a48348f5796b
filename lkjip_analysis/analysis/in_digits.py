"""Amounts in a frame in all their digits, where pandas would show 5.601582e+08 or 13224.00.

Only what is shown is other: the frame keeps its figures. Who sets `display.float_format` of pandas
has that instead.
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
import pandas as pd

LARGE, DECIMALS = 1000, (6, 2)
"""From here on figures are amounts, with up to two decimals; below with up to six, as of pandas.

Pandas gives a column that has both an exponent, or zeros behind the amounts that nobody printed.
"""


def digits(figure: float) -> str:
    """A figure as Python writes it, without exponent and without zeros that say nothing.

    >>> [digits(value) for value in (560158200.0, 1067584.684, 91.27)]
    ['560158200', '1067584.68', '91.27']
    """
    if not np.isfinite(figure):
        return str(figure)
    rounded = round(float(figure), DECIMALS[bool(abs(figure) >= LARGE)])
    return np.format_float_positional(rounded, trim="-")


def is_large(column: pd.Series[Any]) -> bool:
    """Is this a column of floats with amounts in it?"""
    if not pd.api.types.is_float_dtype(column.dtype):
        return False
    known = column.dropna().abs()
    return bool(((known >= LARGE) & (known < float("inf"))).any())


def shown(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame to show: a column with amounts as their digits, the others as they are."""
    plain = pd.DataFrame(frame)
    if pd.get_option("display.float_format") is not None:
        return plain
    for place in range(plain.shape[1]):
        column = plain.iloc[:, place]
        if is_large(column):
            known = column.map(digits, na_action="ignore")
            told: Any = column.astype(object).where(column.isna(), known)
            plain.isetitem(place, told)
    return plain


def words(column: pd.Series[Any]) -> str:
    """A column as its repr."""
    if pd.get_option("display.float_format") is not None or not is_large(column):
        return repr(column)
    with pd.option_context("display.float_format", digits):
        return repr(column)


def in_notebook() -> None:
    """What follows from our frames and is pandas's own is shown so in this notebook too."""
    shell: Any = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is None:
        return
    text, html = (shell.display_formatter.formatters[f"text/{kind}"] for kind in ("plain", "html"))
    text.for_type(pd.Series, lambda column, out, _: out.text(words(column)))
    text.for_type(pd.DataFrame, lambda frame, out, _: out.text(repr(shown(frame))))
    html.for_type(pd.DataFrame, lambda frame: shown(frame)._repr_html_())  # type: ignore[operator]
