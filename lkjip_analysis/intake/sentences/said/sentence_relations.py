"""What the words of a sentence say that its figures are to each other: shares, growth, a rest.

Each relation has the readings that its words allow; whether one holds is asked elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations

from lkjip_analysis.intake.document.printed_capaian import CAPS
from lkjip_analysis.intake.sentences.said.changes_between import CHANGED
from lkjip_analysis.intake.sentences.said.changes_from_before import amount_and_share
from lkjip_analysis.intake.sentences.said.said_changes import by_how_much, grown
from lkjip_analysis.intake.sentences.said.said_complements import complement
from lkjip_analysis.intake.sentences.said.said_parts import (
    NAMELY,
    PARTS,
    parts_of,
    parts_of_one_unit,
)
from lkjip_analysis.intake.sentences.said.said_products import product
from lkjip_analysis.intake.sentences.said.said_rests import rest_of
from lkjip_analysis.intake.sentences.said.said_revisions import revised
from lkjip_analysis.intake.sentences.said.said_targets import (
    OTHER,
    TARGET,
    achieved,
    as_set,
    of_target,
    of_target_behind,
    of_target_first,
)
from lkjip_analysis.intake.sentences.said_figures import (
    LONGEST_GAP,
    MOST,
    OR,
    SaidFigure,
    SaidRelation,
    difference,
    share_of,
    sum_of,
    units_of,
)

LEFT_OF = re.compile(r"\b(?:sisa|silpa)\b[^.;\d]{0,60}$", re.IGNORECASE)
TAKEN = re.compile(r"[^.;\d]*\b(?:dikurangi|dikurang|realisasi)\b[^.;\d]*", re.IGNORECASE)
REST = re.compile(r"\b(sisa|silpa|tidak\s+terserap)\b[^.;]{0,60}$", re.IGNORECASE)
LACKING = re.compile(
    r"\bsehingga\b[^.;,]{0,40}\b(?:kurang|kekurangan|tersisa|sisa\w*|selisih\w*|belum)\b[^.;,]{0,25}$",
    re.I,
)
LESS_THAN = re.compile(r"\bkurang\s+(?:dari|lebih)\b", re.IGNORECASE)
AHEAD = re.compile(
    r"[\s)]*(?:,\s*)?(?:yaitu|yakni|atau)\b[^.;,]{0,40}|\s*\((?:[^\W\d]+\s+){0,3}", re.IGNORECASE
)
OF = re.compile(r"[^.;,]{0,40}\bdari\b[^.;,]{0,60}", re.IGNORECASE)
BEHIND = re.compile(r"\)?\s*dari\b[^.;]{0,60}", re.IGNORECASE)
COMPARED = re.compile(
    r"\b(?:(?:di)?banding\w*|naik|turun|me(?:ningkat|nurun)|lebih|daripada)\b", re.IGNORECASE
)
"""What stands between a share and its whole; with such words another figure is compared to it."""
OF_WHOLE = re.compile(r"(?:\s+[^\W\d]+){0,3}\s+dari\s+(?:[^\W\d]+\s+){0,3}", re.IGNORECASE)
NAMED_OR = re.compile(
    r"[\s/]*(?:[^\W\d]+[\s/]+){0,7}?,?\s*atau\s+(?:sebesar\s+|sekitar\s+|mencapai\s+)?",
    re.IGNORECASE,
)
"""What stands between a part and its whole, and between what the whole is called and the share."""
SO_MANY = re.compile(
    r"[^.;\d]{0,80}?\b(?:sehingga|maka)\b[^.;\d]{0,30}?\b(?:persentase|prosentase|presentase)(?:nya)?\b"
    r"[^.;\d]{0,30}",
    re.IGNORECASE,
)
""" "Dari B, A telah dilatih, sehingga persentasenya"."""
REACHES = re.compile(r"\b(?:indikator|sasaran|program|(?:sub\s?)?kegiatan)$", re.IGNORECASE)
REACHED = re.compile(r"\s*dengan\s+(?:pen)?(?:capaian|serapan|yerapan)\b[^(]*", re.IGNORECASE)
"""What is counted and reaches something itself, "2 indikator dengan capaian 100 %": no share."""
SUMMED = re.compile(
    r"\bsehingga\s+(?:\w+\s+){0,2}?(?:jumlah|total|beban|keseluruhan|seluruh)\w*\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
BUDGET = re.compile(r"\b(?:pagu|anggaran|alokasi)\b[^.;]*$", re.IGNORECASE)
NEEDED = re.compile(r"\b(?:dibutuhkan|membutuhkan|kebutuhan\w*|diperlukan)\b[^.;\d]*$", re.I)
THERE_IS = re.compile(
    r"[^.;\d]{0,60}\b(?:tersedia|terpenuhi|dipenuhi|terisi|dimiliki|disediakan|terpasang)\b"
    r"[^.;\d]{0,30}",
    re.IGNORECASE,
)
"""What stands before what is needed, and between it and what there is of it."""
SPENT = re.compile(
    r"\b(?:realisasi|terealisasi|direalisasikan|terserap|diserap|dibelanjakan|digunakan)\b", re.I
)


def readings_of(figures: Sequence[SaidFigure], sentence: str) -> Iterator[list[SaidRelation]]:
    """The readings of each relation that a sentence states, each relation once."""
    seen: set[tuple[str, SaidFigure, tuple[tuple[str, tuple[SaidFigure, ...]], ...]]] = set()
    for readings in _every_reading(figures, sentence) if len(figures) <= MOST else ():
        keys = {(said.rule, said.result, said.roles) for said in readings}
        if not keys <= seen:
            yield readings
        seen |= keys


def _every_reading(figures: Sequence[SaidFigure], sentence: str) -> Iterator[list[SaidRelation]]:
    """By what stands before each figure; one relation may be told from two of its figures."""
    for number, figure in enumerate(figures):
        before = figures[:number]
        gap = sentence[before[-1].end : figure.start] if before else sentence[: figure.start]
        if told := rest_of(figures, number, sentence) or revised(figures, number, sentence):
            yield told
        elif figure.kind == "persen":
            yield _of_percentage(figures, number, sentence, gap)
        elif told := _of_two_others(figures, number, sentence):
            yield told
        elif figure.kind != "persen" and CHANGED.search(gap):
            yield by_how_much(figures, number, sentence)
        elif figure.kind != "persen" and len(before) in (2, 3) and SUMMED.search(gap):
            yield _summed(before, figure)
        elif figure.kind == "rupiah" and REST.search(gap):
            yield _rests([b for b in before if b.kind == "rupiah"], figure)
        elif figure.kind != "persen" and PARTS.search(gap) and before:
            yield parts_of(figures[number - 1 :], sentence)
        elif figure.kind != "persen" and NAMELY.search(gap) and before:
            yield parts_of_one_unit(figures[number - 1 :], sentence)
        elif len(before) == 2 and LACKING.search(gap) and not LESS_THAN.search(gap):
            yield _lacking(before, figure, sentence)
    yield _left_of_the_next(figures, sentence)


def _of_two_others(figures: Sequence[SaidFigure], number: int, sentence: str) -> list[SaidRelation]:
    """The rest of a whole, a product, or an achievement without the sign of percent."""
    told = complement(figures, number, sentence) or product(figures, number, sentence)
    return told or of_target_first(figures[number : number + 3], sentence)


def _of_percentage(
    figures: Sequence[SaidFigure], number: int, sentence: str, gap: str
) -> list[SaidRelation]:
    """By how much something grew, a share of another figure, or what was reached of a target."""
    told: list[SaidRelation] = []
    if number:
        told = grown(figures, number, sentence) or amount_and_share(figures, number, sentence)
        told = told or _shares(figures, number, sentence, gap)
    if number > 1 and not told:
        told = of_target(figures[number - 2 : number + 1], sentence)
    if number and not told:
        told = of_target_behind(figures[number - 1 : number + 2], sentence)
    told = told or of_target_first(figures[number : number + 3], sentence)
    return told or _share_told_first(figures, number, sentence)


def _summed(before: Sequence[SaidFigure], figure: SaidFigure) -> list[SaidRelation]:
    """What the figures before it come to."""
    groups = [g for g in (tuple(before), tuple(before[-2:])) if len({b.kind for b in g}) == 1]
    return [
        sum_of(figure, group, f"kalimatnya menjumlahkan {len(group)} angka sebelumnya")
        for group in dict.fromkeys(groups)
        if group[0].kind == figure.kind
    ]


def _shares(
    figures: Sequence[SaidFigure], number: int, sentence: str, gap: str
) -> list[SaidRelation]:
    """The share that the figure just before makes of another one, as the words may mean it."""
    before, part = figures[:number], figures[number - 1]
    is_of_target = bool(TARGET.search(sentence[: part.end]))
    told = part.kind != "persen" or is_of_target
    if (
        not (OR.fullmatch(gap) or SO_MANY.fullmatch(gap) or _names_the_whole(before, sentence, gap))
        or not told
        or (REACHES.search(sentence[part.start : part.end]) and REACHED.fullmatch(gap))
        or OTHER.search(_span(before, sentence))
    ):
        return []
    told_pairs = dict.fromkeys(_pairs(figures, number, sentence))
    # Nothing of something may be all that was wanted: "0 persen dari target 2 persen".
    pairs = [p for p in told_pairs if p[1].value > 0 and p[0].value]
    shown = figures[number]
    is_of_target |= any(TARGET.search(sentence[shown.end : whole.end]) for _, whole in pairs)
    shares = [
        share_of(shown, a, as_set(whole, a, shown) if is_of_target else whole) for a, whole in pairs
    ]
    if is_of_target and shown.value in CAPS and any(said.value > shown.value for said in shares):
        return []  # what exceeds its target is often printed as 100 percent, no more
    return [
        *shares,
        *(said for p in pairs if is_of_target for said in achieved(shown, *p)),
    ]


def _names_the_whole(before: Sequence[SaidFigure], sentence: str, gap: str) -> bool:
    """ "15 dari 27 kabupaten dan kota di provinsi itu atau p": do only words follow "A dari B"?"""
    if len(before) < 2 or before[-1].kind == "persen" or before[-1].kind != before[-2].kind:
        return False
    between = sentence[before[-2].end : before[-1].start]
    return bool(OF_WHOLE.fullmatch(between) and NAMED_OR.fullmatch(gap))


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
        if BEHIND.fullmatch(between) and not COMPARED.search(between):
            yield part, figures[number + 1]
    for other in others:
        there = other.led_by(sentence)
        told = bool(re.search(r"\b(?:dari|target)\s+(?:\w+\s+){0,2}$", there, re.IGNORECASE))
        as_whole = told or _is_budget(other, part, sentence) or _is_needed(other, part, sentence)
        if other.kind == part.kind and as_whole:
            yield part, other


def _is_needed(whole: SaidFigure, part: SaidFigure, sentence: str) -> bool:
    """ "Dibutuhkan A guru, telah tersedia B guru": what there is of what is needed."""
    between = sentence[whole.end : part.start]
    return (
        bool(NEEDED.search(whole.led_by(sentence)) and THERE_IS.fullmatch(between))
        and whole.value > part.value
    )


def _is_budget(whole: SaidFigure, part: SaidFigure, sentence: str) -> bool:
    """Is it the amount that the other was spent of: the larger, or what the words call a budget?"""
    there, between = whole.led_by(sentence), sentence[whole.end : part.start]
    named = BUDGET.search(there) and SPENT.search(between) and len(between) <= LONGEST_GAP
    return part.kind == "rupiah" and (whole.value > part.value or bool(named))


def _span(before: Sequence[SaidFigure], sentence: str) -> str:
    """The words between the first and the last of the figures."""
    return sentence[before[0].end : before[-1].start]


def _left_of_the_next(figures: Sequence[SaidFigure], sentence: str) -> list[SaidRelation]:
    """ "Sisa R berasal dari pagu A dikurangi realisasi B": the rest stands before its amounts."""
    amounts = [figure for figure in figures if figure.kind == "rupiah"]
    if len(amounts) != 3 or not LEFT_OF.search(sentence[: amounts[0].start]):
        return []
    between = sentence[amounts[1].end : amounts[2].start]
    return _rests(amounts[1:], amounts[0]) if TAKEN.fullmatch(between) else []


def _rests(before: Sequence[SaidFigure], figure: SaidFigure) -> list[SaidRelation]:
    """What is left of the one amount before it, without the other: a slip may have made the part
    the larger."""
    if not 2 <= len(before) <= 3:
        return []
    return [
        difference(figure, whole, part, f"sisa {whole.text} dikurangi {part.text}")
        for whole, part in permutations(before, 2)
        if whole.value != part.value
    ]


def _lacking(before: Sequence[SaidFigure], figure: SaidFigure, sentence: str) -> list[SaidRelation]:
    """ "Kebutuhan 90 orang baru terisi 60 orang sehingga masih kurang 30 orang"."""
    units = units_of([*before, figure], sentence)
    alike = units[0] and set(units) == {units[0]} and {b.kind for b in before} == {figure.kind}
    return _rests(before, figure) if alike else []


def _share_told_first(
    figures: Sequence[SaidFigure], number: int, sentence: str
) -> list[SaidRelation]:
    """ "Mencapai p persen, yaitu A dari B": the share stands before what it is of."""
    share, rest = figures[number], figures[number + 1 : number + 3]
    if len(rest) < 2 or rest[0].kind != rest[1].kind or rest[0].kind == "persen":
        return []
    gaps = [sentence[a.end : b.start] for a, b in pairwise([share, *rest])]
    told = AHEAD.fullmatch(gaps[0]) and OF.fullmatch(gaps[1])
    if not told or not rest[1].value or TARGET.search(sentence) or OTHER.search(gaps[1]):
        return []
    return [share_of(share, *rest)]
