"""The bands of a scale in words, as a report prints them."""

from __future__ import annotations

from lkjip_analysis.numbers.metrics import Band
from lkjip_analysis.numbers.printed import number


def rentang(band: Band) -> str:
    """Which values, in percent, a band holds.

    >>> rentang(Band("Baik", 75, 90, atas_termasuk=False)), rentang(Band("Sangat Baik", 90))
    ('75% sampai kurang dari 90%', '90% atau lebih')
    """
    low = None if band.bawah is None else f"{number(band.bawah)}%"
    high = None if band.atas is None else f"{number(band.atas)}%"
    if low is None or high is None:
        if low is not None:
            return f"{low} atau lebih" if band.bawah_termasuk else f"lebih dari {low}"
        return f"{high} atau kurang" if band.atas_termasuk else f"kurang dari {high}"
    start = low if band.bawah_termasuk else f"lebih dari {low}"
    return f"{start} sampai {high}" if band.atas_termasuk else f"{start} sampai kurang dari {high}"
