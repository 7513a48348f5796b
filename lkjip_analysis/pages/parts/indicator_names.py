"""What an indicator is called where it first stands."""

from __future__ import annotations

from typing import Any

import pandas as pd

SPELT = 36
"""So many letters of a name that is spelt out stand over a bar."""

LONGEST_SHORT = 4
"""So many letters in capitals may be an abbreviation."""


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


def in_a_sentence(name: str) -> str:
    """A name that is printed in capitals, as a sentence writes it; abbreviations stay.

    >>> in_a_sentence("KONTRAK KEPALA DINAS"), in_a_sentence("PNS / CPNS"), in_a_sentence("Tanah")
    ('Kontrak Kepala Dinas', 'PNS / CPNS', 'Tanah')
    """
    if not name.isupper():
        return name
    return " ".join(
        word.capitalize() if len(word) > LONGEST_SHORT else word for word in name.split()
    )
