"""The year that the words around a figure say it is of."""

from __future__ import annotations

import re

from lkjip_analysis.intake.sentences.sentence_figures import Figure, sentences_of
from lkjip_analysis.numbers.calendar_days import YEAR_ALONE

BEHIND = (
    r"(?:\s+(?!(?:dan|serta|atau|menjadi|sedangkan|namun|tetapi|dari|ke|dibanding\w*|terhadap|"
    r"daripada|sejak|sampai|hingga|yang|target)\b)[^\W\d]+)?"
    r"\s+\(?(?:pada\s+|di\s+|untuk\s+)?tahun\s+(?:anggaran\s+)?((?:19|20)\d\d)\b"
)
"""A year behind a figure or its unit: "76,11% pada tahun 2022", "13.224 unit (tahun 2020)"."""
OWN = re.compile(BEHIND, re.IGNORECASE)
OF_ANOTHER = re.compile(r"(?<!\d)\d[\d.,]*(?:\s*%)?" + BEHIND, re.IGNORECASE)


def year_told(figure: Figure, words: int) -> int | None:
    """The year right behind a figure, else the last of so many words before it; one right behind
    another figure is that one's: "dari 76,11% pada tahun 2022 menjadi 80,34% pada tahun 2023".
    """
    if own := OWN.match(figure.after):
        return int(own[1])
    before = " ".join(figure.before.split()[-words:])
    years = YEAR_ALONE.findall(OF_ANOTHER.sub(" ", before))
    return int(years[-1]) if years else None


BEGINS = re.compile(
    r"\W*(?:(?:dan|sedangkan|adapun|namun)\s+)?(?:(?:pada|untuk|di|selama)\s+)?"
    r"tahun\s+(?:anggaran\s+)?((?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def year_of_sentence(figure: Figure) -> int | None:
    """The year with which the sentence of a figure begins, where it names no other before it:
    "Tahun 2021, capaian indikator A sebesar 98,2% dengan realisasi sebesar 491"."""
    told = sentences_of(figure.before)
    begins = BEGINS.match(told[-1]) if told else None
    if begins is None or len({*YEAR_ALONE.findall(told[-1])}) > 1:
        return None
    return int(begins[1])
