"""Headings that name a quotient: "Rata-rata siswa per sekolah", "Rasio guru/siswa"."""

from __future__ import annotations

import re
from dataclasses import dataclass

NAMED = re.compile(
    r"(?P<part>[^\d/]*[^\W\d_](?:[^\w/]|_)*?)(?:\s+(?:per|tiap|setiap)\b|\s*(?P<stroke>/))\s*"
    r"(?P<each>\d{1,3}(?:[. ]?000)*)?\s*(?P<whole>[^\W\d_][^/]*)",
    re.IGNORECASE,
)
OPENS = re.compile(
    r"\b(?:rata\s*-?\s*rata|rerata|rasio|jumlah|banyak(?:nya)?|nilai|total|angka|kepadatan|"
    r"perbandingan|produktivitas)\b",
    re.IGNORECASE,
)
"""Words that say what of the part: "kepadatan penduduk per km2" is one of penduduk."""
RATED = re.compile(
    r"\b(?:rata\s*-?\s*rata|rerata|rasio|kepadatan|perbandingan|produktivitas)\b", re.IGNORECASE
)
"""A stroke divides only behind one of these: "L/P" stands for two things. What they head was
reckoned, and rounded though it be printed whole."""


@dataclass(frozen=True)
class QuotientHead:
    """What is divided by what, in the words of the heading, and for how many it is told."""

    part: str
    whole: str
    each: int


def quotient_head(heading: str) -> QuotientHead | None:
    """The quotient that a heading names; None where it names none.

    >>> quotient_head("Rata-rata siswa per sekolah")
    QuotientHead(part='siswa', whole='sekolah', each=1)
    >>> quotient_head("Rasio dokter per 1.000 penduduk").each, quotient_head("Jumlah L/P")
    (1000, None)
    """
    head = " ".join(re.sub(r"\([^)]*\)", " ", heading).split())
    match = NAMED.fullmatch(head)
    if match is None or (match["stroke"] and not RATED.search(match["part"])):
        return None
    part = " ".join(OPENS.sub(" ", match["part"]).split())
    each = int(re.sub(r"\D", "", match["each"] or "1"))
    return QuotientHead(part, match["whole"].strip(), each)
