"""What the measures take: a quantity, a direction, a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval

if TYPE_CHECKING:
    import pandas as pd

Quantity = TypeVar("Quantity", float, Fraction, Interval, "pd.Series[float]")
Arah = Literal["naik", "turun"]
Rumus = Literal["(2T-R)/T", "T/R", "R/T"]
