"""What an indicator is called where it first stands."""

from __future__ import annotations

from typing import Any

import pandas as pd

SPELT = 36
"""So many letters of a name that is spelt out stand over a bar."""


def spelt_out(indicator: pd.Series[Any]) -> str:
    """The short name of an indicator; of an abbreviation the name that the report prints.

    >>> spelt_out(pd.Series({"singkat": "BOR", "indikator": "Bed Occupancy Rate (BOR)"}))
    'Bed Occupancy Rate (BOR)'
    >>> spelt_out(pd.Series({"singkat": "Jumlah UMKM", "indikator": "Jumlah usaha mikro"}))
    'Jumlah UMKM'
    """
    short, whole = str(indicator["singkat"]), " ".join(str(indicator.get("indikator", "")).split())
    is_abbreviation = " " not in short and sum(letter.isupper() for letter in short) > 1
    return whole if is_abbreviation and len(short) < len(whole) <= SPELT else short
