"""A change that a sentence tells with both its figures and its way twice: "naik dari A menjadi B,
atau naik p persen".

Nothing else can be meant by p than by how much B is more than A, so it need not be a slip away from
what it should be. Amounts told in millions were rounded to what is printed, and so is p.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product

from lkjip_analysis.intake.sentences.said.changes_between import is_pair
from lkjip_analysis.intake.sentences.said.said_changes import FELL, ROSE
from lkjip_analysis.intake.sentences.said_figures import (
    MOST,
    SaidFigure,
    SaidRelation,
    change_of,
    figures_of,
)
from lkjip_analysis.numbers.exact import Fraction

AGAIN = re.compile(
    r"\b(?:(?:rupiah|yang|atau|yaitu|yakni|artinya|berarti|sehingga|dengan|mengalami|terjadi|ada|"
    r"terdapat)\W+){0,3}(?:naik|turun|meningkat|menurun|tumbuh|bertambah|berkurang|kenaikan|peningkatan|"
    r"pertumbuhan|penurunan)(?:nya)?\b(?:\W+(?:sebesar|sebanyak|mencapai|adalah|hingga|sampai)\b)?",
    re.IGNORECASE,
)
"""All that stands between what a thing became and the share by which it changed."""
WHAT_AND_WHEN = re.compile(
    r"\s*(?:(?!(?:atau|dan|serta|yang|yaitu|yakni|artinya|berarti|sehingga|dengan|mengalami|terjadi|ada|"
    r"terdapat|sedangkan|sementara|namun|tetapi|pada|di|tahun|naik|turun|meningkat|menurun|tumbuh|"
    r"bertambah|berkurang|kenaikan|peningkatan|pertumbuhan|penurunan)\b)[^\W\d]+\s+){0,2}"
    r"(?:(?:(?:pada|di)\s+)?tahun\s+(?:19|20)\d\d\b)?",
    re.IGNORECASE,
)
"""Before that, what is counted and the year: "876 orang pada tahun 2021"."""
OTHERWISE = re.compile(
    r"\b(?:rata\s*-?\s*rata|per\s+tahun|setiap\s+tahun|tiap\s+tahun|pertahun|kumulatif|poin|indeks|"
    r"persentase|prosentase|tingkat|kali)\b",
    re.IGNORECASE,
)
"""Words of changes that are reckoned in another way: of several years, of points."""


def plain_changes(sentence: str) -> Iterator[SaidRelation]:
    """The changes told twice, each with the one way in which its share can be reckoned."""
    if not AGAIN.search(sentence) or OTHERWISE.search(sentence):
        return
    figures = figures_of(sentence, rounded=True)
    trios = zip(pairwise(figures), figures[2:], strict=False) if len(figures) <= MOST else ()
    for (one, other), share in trios:
        if share.kind == "persen" != one.kind and is_pair(one, other, sentence):
            yield from _told_twice(one, other, share, sentence)


def _told_twice(
    one: SaidFigure, other: SaidFigure, share: SaidFigure, sentence: str
) -> Iterator[SaidRelation]:
    there = one.led_by(sentence)
    again = sentence[other.end : share.start]
    counted = WHAT_AND_WHEN.match(again)
    again = again[counted.end() if counted else 0 :].strip(" ,;()")
    rose = ROSE.search(again) is not None
    contradicted = (FELL if rose else ROSE).search(there) or rose != (other.value > one.value)
    points = abs(abs(other.value - one.value) - share.value) <= share.printed.step
    if not AGAIN.fullmatch(again) or contradicted or points or not one.value or share.value < 0:
        return
    slack = share.printed.step + _room(one, other)
    yield replace(change_of(share, (one, other), rose, slack), is_plain=True)


def _room(one: SaidFigure, other: SaidFigure) -> Fraction:
    """How far the share may be off because both amounts were rounded to what is printed."""
    shares = [100 * now / before for before, now in product(one.bounds, other.bounds) if before]
    return max(shares) - min(shares)
