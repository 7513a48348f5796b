"""What a sentence says of a figure in two years: which way it went, by how much, by what share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lkjip_analysis.intake.sentences.said.changes_between import (
    CHANGED,
    is_pair,
    set_between,
    years_told,
)
from lkjip_analysis.intake.sentences.said_figures import (
    LONGEST_GAP,
    MOST,
    OR,
    SaidFigure,
    SaidRelation,
    change_of,
    difference,
)
from lkjip_analysis.numbers.exact import Fraction

ROSE = re.compile(
    r"\b(naik|meningkat|peningkatan|kenaikan|bertambah|tumbuh|pertumbuhan)(?:nya)?\b", re.IGNORECASE
)
FELL = re.compile(r"\b(turun|menurun|penurunan|berkurang)(?:nya)?\b", re.IGNORECASE)
COMPARED = re.compile(r"\bdibanding(?:kan)?\b[^.;,]*$", re.IGNORECASE)
BEHIND = re.compile(
    r"[^.;\d]{0,25}?,?\s*(?:atau\s+)?(?P<way>(?:me(?:ningkat|nurun)|naik|turun|bertambah|berkurang))\s+"
    r"(?:(?:jika|bila|apabila)\s+)?(?:dibanding(?:kan)?|dari)\b[^.;,]{0,50}"
    r"\b(?:tahun\s+(?:\d{4}|lalu|sebelumnya|kemarin))\s+"
    r"(?:(?:yang|yaitu|yakni|sebesar|sebanyak|sejumlah|mencapai|hanya)\s+){1,2}\W*",
    re.IGNORECASE,
)
"""What stands between a figure and the one of the year before, to which it is compared."""
OF_TARGET = re.compile(r"(?:persen|%)\)?\s+dari\s+target\w*", re.IGNORECASE)
BECAME = re.compile(
    r"(?:\s+(?!menjadi\b)[^\W\d]+)?[^\w.;:]*"
    r"(?:(?:lalu|kemudian|dan|yang|namun|tetapi|tapi|selanjutnya|lantas|pada|di|tahun|(?:19|20)\d\d|"
    r"berikutnya|setelahnya|sesudahnya|ini|kembali|terus|mengalami|terjadi|sedikit|sempat)[^\w.;:]+)*"
    r"(?:(?:angka|nilai|jumlah|capaian|realisasi)[^\w.;:]+(?:ini|itu|tersebut)[^\w.;:]+)?"
    r"(?P<way>naik|meningkat|peningkatan|kenaikan|bertambah|turun|menurun|penurunan|berkurang)[^\w.;:]+"
    r"(?:(?:yang|cukup|sangat|tajam|signifikan|drastis|lagi)[^\w.;:]+){0,3}menjadi[^\w.;:]+"
    r"(?:(?:sebesar|sebanyak|sejumlah|hanya)[^\w.;:]+)?[^\w.;:]*",
    re.IGNORECASE,
)
"""What stands between a figure and what the same thing became: no other thing is named there."""
NEARLY = Fraction(4, 5)
"""Of less than this part of the first, the second figure may be by how much that fell."""
HIGHER = re.compile(r"\blebih\s+(?:tinggi|besar|banyak)\b", re.IGNORECASE)
LOWER = re.compile(r"\blebih\s+(?:rendah|kecil|sedikit)\b", re.IGNORECASE)
THAN = re.compile(r"\blebih\s+\w+\s+(?:dari(?:pada)?|dibanding(?:kan)?)\b[^.;,]*$", re.IGNORECASE)
POINTS = re.compile(r"\bpoin\b", re.IGNORECASE)
"""Between two percentages the change is told in points."""
NO_AMOUNT = re.compile(
    r"\b(peringkat|ranking|rangking|urutan|posisi|kelas|kualitas|efisien\w*|(?:di)?target\w*|tidak|belum|"
    r"agar|akan|untuk|harus|diharapkan|dapat)\b",
    re.IGNORECASE,
)
"""Words of things that rise when their number falls, and of what has not come about."""


def grown(figures: Sequence[SaidFigure], number: int, sentence: str) -> list[SaidRelation]:
    """By what share the pair that stands before a percentage, or behind it, rose or fell."""
    figure = figures[number]
    for one, other, words in _pairs_at(figures, number, sentence):
        rose, fell = ROSE.search(words), FELL.search(words)
        if bool(rose) == bool(fell) or not one.value:
            return []
        if one.kind == "persen":
            return _of_rates(figures, number, sentence, rose is not None)
        return [change_of(figure, (one, other), rose is not None, figure.printed.step)]
    return []


def _of_rates(
    figures: Sequence[SaidFigure], number: int, sentence: str, rose: bool
) -> list[SaidRelation]:
    """The percentage by which a percentage rose or fell: its points, or a share of what it was.

    Nothing where the words do not set the change between the two.
    """
    figure, pair = figures[number], set_between(figures, number, sentence)
    if pair is None:
        return []
    one, other = pair
    why = f"kalimatnya menyebut perubahan {one.text} menjadi {other.text}"
    rose = rose or figure.value < 0  # "turun -2,5 poin": the minus tells the fall once more
    large, small = (other, one) if rose else (one, other)
    slack = figure.printed.step
    years = (("sekarang", (other,)), ("sebelum", (one,)))
    return [
        difference(figure, large, small, why, slack),
        SaidRelation("pertumbuhan" if rose else "penurunan", figure, years, slack, why),
    ]


def by_how_much(figures: Sequence[SaidFigure], number: int, sentence: str) -> list[SaidRelation]:
    """By how much the pair that stands before a figure, or behind it, rose or fell."""
    figure = figures[number]
    for one, other, words in _pairs_at(figures, number, sentence):
        in_points = one.kind == "persen" and POINTS.search(sentence, figure.start, figure.end)
        alike = one.kind == other.kind and (figure.kind == one.kind or in_points)
        if not alike or one.value == other.value:
            return []
        why = f"kalimatnya menyebut perubahan {one.text} menjadi {other.text}"
        slack = figure.printed.step if in_points else Fraction(0)  # percentages are rounded
        told = (one, other) if FELL.search(words) and figure.value > 0 else (other, one)
        ways = dict.fromkeys((told, (max(told, key=_value), min(told, key=_value))))
        return [difference(figure, large, small, why, slack) for large, small in ways]
    return []


def _value(figure: SaidFigure) -> Fraction:
    return figure.value


def turned_about(
    figures: Sequence[SaidFigure], sentence: str
) -> Iterator[tuple[re.Match[str], SaidFigure, SaidFigure]]:
    """The words that say a pair rose where its figures fall, or fell where they rise."""
    if not 1 < len(figures) <= MOST:
        return
    yield from _compared_otherwise(figures, sentence)
    yield from _changed_otherwise(figures, sentence)
    yield from _compared_behind(figures, sentence)
    yield from _became_otherwise(figures, sentence)
    for one, other in pairwise(figures):
        if not is_pair(one, other, sentence) or one.value == other.value:
            continue
        there = one.led_by(sentence)
        if re.search(r"\d", there.rpartition(" dari ")[0]) or NO_AMOUNT.search(sentence):
            continue
        rose, fell = ROSE.search(there), FELL.search(there)
        said = fell if other.value > one.value else rose
        if said and bool(rose) != bool(fell):
            yield said, one, other


def _compared_otherwise(
    figures: Sequence[SaidFigure], sentence: str
) -> Iterator[tuple[re.Match[str], SaidFigure, SaidFigure]]:
    """ "Lebih rendah dari realisasi tahun lalu (A), yaitu B", where B is more than A."""
    for one, other in pairwise(figures):
        there = one.led_by(sentence)
        between = sentence[one.end : other.start]
        than, alone = THAN.search(there), not re.search(r"\d.*\d{4}", there)
        told = than and alone and re.fullmatch(r"\W*(?:\w+\W+){0,2}(?:yaitu|yakni)\W+", between)
        if not told or one.kind != other.kind or NO_AMOUNT.search(sentence):
            continue
        said = (LOWER if other.value > one.value else HIGHER).search(there)
        if said and one.value != other.value and not _is_two_ways(there):
            yield said, one, other


def _compared_behind(
    figures: Sequence[SaidFigure], sentence: str
) -> Iterator[tuple[re.Match[str], SaidFigure, SaidFigure]]:
    """ "A, turun dibandingkan tahun lalu sebesar B", where B is less than A.

    What follows may also be by how much it fell: then it is a small part of A. Between the two a
    share may stand, of the target that was set: "A atau 95 persen dari target, turun ...".
    """
    now, last, before = figures[0], figures[0], figures[1]
    if len(figures) > 2 and OR.fullmatch(sentence[now.end : before.start]):
        last, before = figures[1:3]
    between = sentence[last.end : before.start]
    said = BEHIND.fullmatch(between)
    words = OF_TARGET.sub("", sentence)
    if not said or now.kind != before.kind or NO_AMOUNT.search(words):
        return
    rose, fell = ROSE.search(said["way"]), FELL.search(said["way"])
    if rose and now.value < before.value:
        yield rose, before, now
    elif fell and now.value > before.value > NEARLY * now.value:
        yield fell, before, now


def _became_otherwise(
    figures: Sequence[SaidFigure], sentence: str
) -> Iterator[tuple[re.Match[str], SaidFigure, SaidFigure]]:
    """ "A, lalu pada tahun 2019 mengalami penurunan menjadi B", where B is more than A."""
    if NO_AMOUNT.search(sentence):
        return
    for one, other in pairwise(figures):
        told = BECAME.fullmatch(sentence, one.end, other.start)
        if not told or one.kind != other.kind or one.value == other.value:
            continue
        before, between = years_told(sentence[: one.start]), years_told(told[0])
        by_how_much = CHANGED.search(sentence[: one.start])
        if by_how_much or (before and between and before[-1] >= between[-1]):
            continue
        said = (FELL if other.value > one.value else ROSE).search(told["way"])
        if said:
            yield said, one, other


def _changed_otherwise(
    figures: Sequence[SaidFigure], sentence: str
) -> Iterator[tuple[re.Match[str], SaidFigure, SaidFigure]]:
    """ "A, turun D dibandingkan tahun lalu sebesar B", where A is more than B; "tahun lalu A, lalu
    turun D menjadi B", where B is."""
    if NO_AMOUNT.search(sentence):
        return
    for number, _ in enumerate(figures):
        pair = set_between(figures, number, sentence)
        if pair is None or pair[0].value == pair[1].value:
            continue
        before, now = pair
        words = sentence[figures[number - 1].end : figures[number].start]
        rose, fell = ROSE.search(words), FELL.search(words)
        said = fell if now.value > before.value else rose
        if said and bool(rose) != bool(fell):
            yield said, before, now


def _is_two_ways(words: str) -> bool:
    return bool(HIGHER.search(words) and LOWER.search(words))


def _pairs_at(
    figures: Sequence[SaidFigure], number: int, sentence: str
) -> Iterator[tuple[SaidFigure, SaidFigure, str]]:
    """The pairs that a change at this place may be of, with the words that tell its way."""
    figure, before, behind = figures[number], figures[:number], figures[number + 1 :]
    start = before[-1].end if before else 0
    gap = sentence[start : figure.start]
    for one, other in pairwise(before):
        there = one.led_by(sentence)
        near = before[-1] is other or (before[-2:-1] == [other] and OR.fullmatch(gap))
        compared = before[-1] is other and len(before) == 2 and COMPARED.search(there)
        if near and len(gap) <= LONGEST_GAP and is_pair(one, other, sentence):
            yield one, other, f"{there} {gap}"
        elif compared and one.kind == other.kind and CHANGED.search(gap):
            yield one, other, gap
    if about := set_between(figures, number, sentence):
        yield *about, sentence[min(about[1].end, start) : figure.start]
    if len(behind) > 1 and CHANGED.search(gap) and is_pair(behind[0], behind[1], sentence):
        between = sentence[figure.end : behind[0].start]
        if re.fullmatch(r"\W*(?:[^\W\d]+\W+){0,3}dari\W+(?:[^\W\d]+\W+){0,2}", between, re.I):
            yield behind[0], behind[1], gap
