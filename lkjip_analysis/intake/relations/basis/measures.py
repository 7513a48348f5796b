"""What a column of figures measures by its heading and its table's title: a word, year, stage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lkjip_analysis.numbers.calendar_days import YEAR_ALONE

MEASURES = {
    "target": r"target|rencana|sasaran\s+\d|kondisi akhir",
    "realisasi": r"realisasi|terealisasi|penggunaan",
    "capaian": r"capaian|pencapaian|capkin|tingkat kinerja",
    "serapan": r"serapan|penyerapan",
    "anggaran": r"anggaran|pagu|alokasi|dpa\b|dana\b",
    "sisa": r"sisa|selisih|silpa",
    "efisiensi": r"efisien",
}
"""The words of a heading by what they measure; where several stand in it, the first decides."""
STAGES = {
    "akhir": r"akhir|renstra|rpjmd|jangka menengah",
    "lalu": r"sebelum|lalu\b",
    "perubahan": r"perubahan|pergeseran|\bapbd[\s-]*p\b|sesudah|setelah",
    "sebagian": r"triwulan|\btw\b|semester|\bbulan",
    "kumulatif": r"sampai|s\.?\s?/?\s?d\b|kumulatif|akumulasi|\d{4}\s*\+",
    "nasional": r"nasional|provinsi|standar",
    "fisik": r"fisik",
}
STAGE_WORDS = re.compile("|".join(STAGES.values()), re.IGNORECASE)
MONEY = re.compile(r"\b(?:keu|keuangan|anggaran|belanja|dana)\b", re.IGNORECASE)
"""Of what a percentage of realisation, or of achievement, is one of absorption."""
AT_END = frozenset({"akhir"})
"""A year says as much as that it is the last of a plan, where what it is of is a target."""
SPAN = re.compile(
    r"\b(?:19|20)\d\d\s*(?:[-–—/]|s\W*d|sampai|hingga)\W*(?:19|20)\d\d\b", re.IGNORECASE
)
"""The years of a plan, which are no two years of one column."""


@dataclass(frozen=True)
class Measure:
    """What a column measures as far as it is printed; nothing where it is not."""

    word: str
    year: int | None
    stages: frozenset[str]
    percent: bool

    def denies(self, other: Measure) -> bool:
        """Do the headings say that these two measure different things?"""
        if self.percent != other.percent and "anggaran" in (self.word, other.word):
            return True
        if self.word and other.word and self.word != other.word:
            return True
        if self.year and other.year:
            told = frozenset() if self._is_of_target or other._is_of_target else AT_END
            return self.year != other.year or self.stages - told != other.stages - told
        return self.stages != other.stages

    @property
    def _is_of_target(self) -> bool:
        """Is it reckoned from a target: "capaian 2016 terhadap target akhir renstra"?"""
        return self.word == "capaian"

    def says(self, other: Measure) -> bool:
        """Do the headings say that both measure the same?"""
        return bool(self.word) and self.word == other.word and not self.denies(other)


@lru_cache(maxsize=4096)  # asked for each cell of a column, told by its heading alone
def measure_of(head: str, title: str, percent: bool, year: int) -> Measure:
    """The measure of a column in a report of a year; a title speaks where the heading does not."""
    own = _word(head)
    word = own or _word(title)
    if percent and word in ("realisasi", "capaian") and MONEY.search(head):
        word = "serapan"
    years = {int(text) for text in YEAR_ALONE.findall(head)}
    said = head if own else f"{head} {title}"
    stages = frozenset(name for name, told in STAGES.items() if re.search(told, said, re.I))
    if len(years) > 1 and not SPAN.search(head):
        return Measure("", None, stages, percent)  # "2024, where 2025 is not known yet"
    told = next(iter(years)) if len(years) == 1 else None
    if not years and not stages:
        told = year
    return Measure(word, told, stages, percent)


def _word(text: str) -> str:
    found = [
        (match.start(), name)
        for name, told in MEASURES.items()
        if (match := re.search(told, text, re.IGNORECASE))
    ]
    return min(found)[1] if found else ""
