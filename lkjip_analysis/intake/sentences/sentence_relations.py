"""What the words of a sentence say that its figures are to each other: shares, growth, a rest.

Each relation has the readings that its words allow; whether one holds is asked elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import persen, pertumbuhan
from lkjip_analysis.numbers.printed import Printed, read

OR = re.compile(
    r"(?:(?:\s+[^\W\d]+){0,2}?\s*(?:\(|,?\s*\batau\b)|\W*\b(?:setara|yaitu|yakni|"
    r"dengan\s+(?:persentase|prosentase|capaian|serapan|penyerapan))\b)\W*"
    r"(?:(?:sebesar|sebanyak|mencapai|sekitar|dengan|serapan|penyerapan|persentase|prosentase|capaian|"
    r"realisasi)\w*\W*)*", re.IGNORECASE,
)  # fmt: skip
ROSE = re.compile(r"\b(naik|meningkat|peningkatan|kenaikan|bertambah|tumbuh|pertumbuhan)\b", re.I)
FELL = re.compile(r"\b(turun|menurun|penurunan|berkurang)\b", re.IGNORECASE)
PARTS = re.compile(
    r"\b(terdiri|yang\s+meliputi|dengan\s+rincian|rinciannya)\b(?:\s+(?:dari|atas))?\W*"
    r"(?:[^\W\d]+\W+){0,4}$", re.IGNORECASE,
)  # fmt: skip
REST = re.compile(r"\b(sisa|silpa|tidak\s+terserap)\b[^.;]{0,60}$", re.IGNORECASE)
CHANGED = re.compile(
    r"\b(naik|meningkat|turun|menurun|bertambah|berkurang|peningkatan|penurunan|kenaikan|selisih)"
    r"\W+(?:sebesar|sebanyak|sejumlah)?\W*$", re.IGNORECASE,
)  # fmt: skip
SUMMED = re.compile(
    r"\bsehingga\s+(?:\w+\s+){0,2}?(?:jumlah|total|beban|keseluruhan|seluruh)\w*\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
OTHER = re.compile(r"\b(menjadi|20[0-3]\d|sebelumnya|tahun\s+lalu|renstra|rpjmd)\b", re.IGNORECASE)
LONGEST_GAP = 70


@dataclass(frozen=True)
class SaidFigure:
    """A figure of a sentence: what it prints, its kind, and where it begins and ends there."""

    text: str
    printed: Printed
    kind: str
    start: int
    end: int

    @property
    def value(self) -> Fraction:
        return Fraction(self.printed.value or 0)


@dataclass(frozen=True)
class SaidRelation:
    """A relation that a sentence states: its rule, result and other figures in their roles."""

    rule: str
    result: SaidFigure
    roles: tuple[tuple[str, tuple[SaidFigure, ...]], ...]
    value: Fraction
    slack: Fraction
    why: str

    @property
    def holds(self) -> bool:
        return abs(self.value - self.result.value) <= self.slack


def readings_of(figures: Sequence[SaidFigure], sentence: str) -> Iterator[list[SaidRelation]]:
    """The readings of each relation that a sentence states."""
    for number, figure in enumerate(figures):
        before = figures[:number]
        gap = sentence[before[-1].end : figure.start] if before else sentence[: figure.start]
        if figure.kind == "persen" and len(before) > 1:
            yield _grown(before, figure, sentence, gap) or _shares(figures, number, sentence, gap)
        elif figure.kind == "persen" and before:
            yield _shares(figures, number, sentence, gap)
        elif figure.kind != "persen" and len(before) > 1 and CHANGED.search(gap):
            yield _changed(before, figure, sentence)
        elif figure.kind != "persen" and len(before) in (2, 3) and SUMMED.search(gap):
            yield _summed(before, figure)
        elif figure.kind == "rupiah" and REST.search(gap):
            yield _rests([b for b in before if b.kind == "rupiah"], figure)
        elif figure.kind != "persen" and PARTS.search(gap) and before:
            yield _parts(figures[number - 1 :], sentence)


def _grown(
    before: Sequence[SaidFigure], figure: SaidFigure, sentence: str, gap: str
) -> list[SaidRelation]:
    """Growth of a pair "dari A menjadi B", where the words say that it rose."""
    for one, other in pairwise(before):
        between = sentence[one.end : other.start]
        there = sentence[max(one.start - LONGEST_GAP, 0) : one.start]
        told = f"{there} {gap}"
        pair = one.kind == other.kind != "persen" and re.search(r"\bmenjadi\b", between, re.I)
        near = before[-1] is other or (before[-2:-1] == [other] and OR.fullmatch(gap))
        if pair and near and len(between) <= LONGEST_GAP and _dari(there) and one.value:
            if ROSE.search(told) and not FELL.search(told) and len(gap) <= LONGEST_GAP:
                value = Fraction(pertumbuhan(other.value, one.value))
                roles = ("sekarang", (other,)), ("sebelum", (one,))
                why = f"kalimatnya menyebut kenaikan {one.text} menjadi {other.text}"
                return [SaidRelation("pertumbuhan", figure, roles, value, figure.printed.step, why)]
            return []
    return []


def _changed(before: Sequence[SaidFigure], figure: SaidFigure, sentence: str) -> list[SaidRelation]:
    """By how much "dari A menjadi B" rose or fell, in figures."""
    one, other = before[-2:]
    between, there = sentence[one.end : other.start], sentence[: one.start][-LONGEST_GAP:]
    told = re.search(r"\bmenjadi\b", between, re.I) and len(between) <= LONGEST_GAP and _dari(there)
    if not told or not one.kind == other.kind == figure.kind or one.value == other.value:
        return []
    small, large = sorted((one, other), key=lambda b: b.value)
    return [SaidRelation("selisih", figure, (("dari", (large,)), ("kurang", (small,))),
                  large.value - small.value, Fraction(0),
                  f"kalimatnya menyebut perubahan {one.text} menjadi {other.text}")]  # fmt: skip


def _summed(before: Sequence[SaidFigure], figure: SaidFigure) -> list[SaidRelation]:
    """What the figures before it come to."""
    groups = [g for g in (tuple(before), tuple(before[-2:])) if len({b.kind for b in g}) == 1]
    return [SaidRelation("jumlah", figure, (("bagian", group),),
                  sum((b.value for b in group), Fraction(0)), Fraction(0),
                  f"kalimatnya menjumlahkan {len(group)} angka sebelumnya")
            for group in dict.fromkeys(groups) if group[0].kind == figure.kind]  # fmt: skip


def _dari(words: str) -> bool:
    return bool(re.search(r"\b(dari|semula)\b[^.;]*$", words, re.IGNORECASE))


def _shares(
    figures: Sequence[SaidFigure], number: int, sentence: str, gap: str
) -> list[SaidRelation]:
    """The share that the figure just before makes of another one, as the words may mean it."""
    before, part = figures[:number], figures[number - 1]
    if not OR.fullmatch(gap) or part.kind == "persen" or OTHER.search(_span(before, sentence)):
        return []
    pairs = list(_pairs(figures, number, sentence))
    return [_share(figures[number], *pair) for pair in dict.fromkeys(pairs) if pair[1].value > 0]


def _pairs(
    figures: Sequence[SaidFigure], number: int, sentence: str
) -> Iterator[tuple[SaidFigure, SaidFigure]]:
    """The part and the whole: "A dari B atau p", "A atau p dari B", "dari B sebesar A atau p"."""
    part, others = figures[number - 1], figures[: number - 1]
    if others and others[-1].kind == part.kind:
        between = sentence[others[-1].end : part.start]
        if re.fullmatch(r"[^.;,]{0,40}\bdari\b[^.;,]{0,40}", between, re.IGNORECASE):
            yield others[-1], part
            return
    if number + 1 < len(figures) and figures[number + 1].kind == part.kind:
        between = sentence[figures[number].end : figures[number + 1].start]
        if re.fullmatch(r"\)?\s*dari\b[^.;]{0,60}", between, re.IGNORECASE):
            yield part, figures[number + 1]
    for other in others:
        there = sentence[max(other.start - LONGEST_GAP, 0) : other.start]
        told = bool(re.search(r"\bdari\s+(?:\w+\s+){0,2}$", there, re.IGNORECASE))
        larger = part.kind == "rupiah" and other.value > part.value
        if other.kind == part.kind and (told or larger):
            yield part, other


def _share(figure: SaidFigure, part: SaidFigure, whole: SaidFigure) -> SaidRelation:
    return SaidRelation("rasio", figure, (("pembilang", (part,)), ("penyebut", (whole,))),
                 Fraction(persen(part.value, whole.value)), figure.printed.step,
                 f"kalimatnya menyebut {part.text} dari {whole.text}")  # fmt: skip


def _span(before: Sequence[SaidFigure], sentence: str) -> str:
    """The words between the first and the last of the figures."""
    return sentence[before[0].end : before[-1].start]


def _rests(before: Sequence[SaidFigure], figure: SaidFigure) -> list[SaidRelation]:
    """What is left of the one amount before it, without the other."""
    if not 2 <= len(before) <= 3:
        return []
    pairs = [sorted(pair, key=lambda b: b.value) for pair in combinations(before, 2)]
    return [SaidRelation("selisih", figure, (("dari", (large,)), ("kurang", (small,))),
                  large.value - small.value, Fraction(0),
                  f"sisa {large.text} dikurangi {small.text}")
            for small, large in pairs if small.value < large.value]  # fmt: skip


def _parts(figures: Sequence[SaidFigure], sentence: str) -> list[SaidRelation]:
    """The whole, and the figures that follow "terdiri dari" up to a stop or a bracket."""
    whole, parts = figures[0], list[SaidFigure]()
    for before, part in pairwise(figures):
        gap = sentence[before.end : part.start]
        again = parts and (len(gap) > LONGEST_GAP or not re.search(r",|\bdan\b|\bserta\b|/", gap))
        if again or part.kind != whole.kind or re.search(r"[(;:]", gap if parts else ""):
            break
        parts.append(part)
    if len(parts) < 2 or len(parts) + 1 < len(figures):
        return []
    names = [sentence[a.end : b.start] for a, b in pairwise([*parts, _end_of(sentence)])]
    if any(re.search(r"\b(program|kegiatan|bidang|seksi)\b", name) for name in names[:-1]):
        return []  # "3 bidang, 9 seksi": things of several levels
    value = sum((part.value for part in parts), Fraction(0))
    return [SaidRelation("jumlah", whole, (("bagian", tuple(parts)),), value, Fraction(0),
                  f"kalimatnya merinci {whole.text} dalam {len(parts)} bagian")]  # fmt: skip


def _end_of(sentence: str) -> SaidFigure:
    return SaidFigure("", read("0"), "", len(sentence), len(sentence))
