"""The earlier and the later figure that words of a sentence set a change between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_analysis.intake.sentences.said.said_promises import is_promised
from lkjip_analysis.intake.sentences.said_figures import LONGEST_GAP, OR, SaidFigure
from lkjip_analysis.numbers.calendar_days import YEAR_ALONE

CHANGED = re.compile(
    r"\b(naik|meningkat|turun|menurun|bertambah|berkurang|peningkatan|penurunan|kenaikan|selisih)"
    r"\W+(?:sebesar|sebanyak|sejumlah)?\W*$",
    re.IGNORECASE,
)
THAN_BEFORE = re.compile(
    r"\W*(?:[^\W\d]+\W+){0,2}(?:(?:jika|bila|apabila)\W+)?(?:dibanding(?:kan)?|dari|daripada|terhadap)\b"
    r"[^.;,\d]{0,50}\b(?:tahun\s+(?:\d{4}|lalu|sebelumnya|kemarin))"
    r"(?:\W+(?:yang|yaitu|yakni|sebesar|sebanyak|sejumlah|mencapai|hanya|adalah|berjumlah|tercatat))*\W+",
    re.IGNORECASE,
)
"""What stands between a change and the figure of the year before that it is the change from."""
BECAME_BY = re.compile(
    r"\W*(?:[^\W\d]+\W+){0,2}?menjadi\W+(?:(?:sebesar|sebanyak|sejumlah|hanya)\W+)?", re.IGNORECASE
)
"""What stands between a change and what the figure before it became."""
EARLIER = re.compile(r"\b(?:semula|awalnya|tahun\s+(?:lalu|sebelumnya|kemarin))\b", re.IGNORECASE)
STOP = re.compile(r"[.;](?!\d)")
"""What ends what is said; the full stop of "per 1.000 penduduk" does not."""


def years_told(words: str) -> list[str]:
    """The years in some words, in their order."""
    return YEAR_ALONE.findall(words)


def set_about(
    figures: Sequence[SaidFigure], number: int, sentence: str
) -> tuple[SaidFigure, SaidFigure] | None:
    """ "A, naik D dibandingkan tahun lalu sebesar B": B and A, which the change D stands between,
    or both "D atau D%".

    Nothing where A is promised: it may be the target of another year.
    """
    first, last = _told_twice(figures, number, sentence)
    if not 0 < first <= last < len(figures) - 1 or is_promised(sentence, figures[first].start):
        return None
    now, before = figures[first - 1], figures[last + 1]
    gap = sentence[now.end : figures[first].start]
    behind = sentence[figures[last].end : before.start]
    told = CHANGED.search(gap) and len(gap) <= LONGEST_GAP and not STOP.search(gap)
    return (
        (before, now)
        if told and now.kind == before.kind and THAN_BEFORE.fullmatch(behind)
        else None
    )


def _told_twice(figures: Sequence[SaidFigure], number: int, sentence: str) -> tuple[int, int]:
    """Where a change is told, and where the share that it is of the figure before, or the same."""
    figure, before, behind = (
        figures[number],
        figures[number - 1],
        figures[(number + 1) % len(figures)],
    )
    if figure.kind == "persen":
        amount = number > 0 and before.kind != "persen"
        told = amount and OR.fullmatch(sentence, before.end, figure.start)
        return (number - 1 if told else number), number
    share = number + 1 < len(figures) and behind.kind == "persen"
    told = share and OR.fullmatch(sentence, figure.end, behind.start)
    return number, (number + 1 if told else number)


def set_between(
    figures: Sequence[SaidFigure], number: int, sentence: str
) -> tuple[SaidFigure, SaidFigure] | None:
    """The earlier and the later figure that a change stands between."""
    return set_about(figures, number, sentence) or _became_by(figures, number, sentence)


def _became_by(
    figures: Sequence[SaidFigure], number: int, sentence: str
) -> tuple[SaidFigure, SaidFigure] | None:
    """ "Tahun 2023 sebesar A, sehingga pada tahun 2024 naik D menjadi B": A and B, where words tell
    that A is the earlier one."""
    if not 0 < number < len(figures) - 1 or is_promised(sentence, figures[number].start):
        return None
    before, change, now = figures[number - 1 : number + 2]
    gap, there = sentence[before.end : change.start], sentence[: before.start]
    years = [years_told(words) for words in (there, gap)]
    earlier = EARLIER.search(there) or (all(years) and years[0][-1] < years[1][-1])
    told = CHANGED.search(gap) and len(gap) <= 2 * LONGEST_GAP and not STOP.search(gap)
    became = BECAME_BY.fullmatch(sentence, change.end, now.start)
    return (before, now) if told and earlier and became and now.kind == before.kind else None


def is_pair(one: SaidFigure, other: SaidFigure, sentence: str) -> bool:
    """Does the sentence say "dari A menjadi B"?"""
    between = sentence[one.end : other.start]
    there = one.led_by(sentence)
    told = re.search(r"\bmenjadi\b", between, re.I) and len(between) <= LONGEST_GAP
    from_one = re.search(r"\b(dari|semula)\b(?:(?!\bmenjadi\b)[^.;])*$", there, re.IGNORECASE)
    return bool(told and from_one) and one.kind == other.kind
