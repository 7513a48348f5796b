"""A change told by its amount, beside the figure before it alone.

"Naik X atau p persen dibandingkan tahun lalu sebesar A", "dari A, atau naik X (p persen)": the
share is that of the change in A, whatever A became. What it became may stand in the sentence
before: "B orang. Angka ini naik X dibandingkan tahun lalu yang berjumlah A".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_analysis.intake.sentences.said.changes_between import CHANGED, STOP, THAN_BEFORE
from lkjip_analysis.intake.sentences.said.said_changes import HIGHER, ROSE
from lkjip_analysis.intake.sentences.said.said_parts import PARTS, parts_of
from lkjip_analysis.intake.sentences.said.said_promises import is_promised
from lkjip_analysis.intake.sentences.said.said_targets import achieved
from lkjip_analysis.intake.sentences.said_figures import (
    LONGEST_GAP,
    OR,
    SaidFigure,
    SaidRelation,
    difference,
    figures_of,
    share_of,
    sum_of,
)
from lkjip_analysis.numbers.exact import Fraction

FROM = re.compile(
    r"\b(?:dari|daripada|semula|dibanding(?:kan)?|terhadap)\b(?:\s+[^\W\d]+){0,4}?"
    r"(?:\s+tahun\s+(?:(?:19|20)\d\d|lalu|sebelumnya))?(?:\s+[^\W\d]+){0,3}?\W*$",
    re.IGNORECASE,
)
"""What stands before the figure that something changed from."""
MORE = re.compile(
    r"\blebih\s+(?:tinggi|besar|banyak|rendah|kecil|sedikit)\W+(?:(?:sebesar|sebanyak|sejumlah)\W+)?$",
    re.IGNORECASE,
)
BACK = re.compile(r"\b(?:ini|tersebut|itu)\b", re.IGNORECASE)
"""How a sentence speaks of what the one before it told."""
REACHED_OF = re.compile(
    r"\b(?:realisasi|capaian|angka|nilai|jumlah|hasil)\s+(?:ini|tersebut|itu)\b[^.;\d]*",
    re.IGNORECASE,
)
OF_TARGET = re.compile(r"\)?\s*dari\s+(?:target|rencana)\b[^.;\d]{0,60}", re.IGNORECASE)
MOST_TOGETHER = 8
REACHED = re.compile(
    r"\b(?:realisasi(?:nya)?|terealisasi|mencapai|tercapai|tercatat)(?:\W+(?:sebesar|sebanyak|sejumlah|"
    r"mencapai|adalah))?\W*$",
    re.IGNORECASE,
)
OTHERWISE = re.compile(
    r"\b(?:rata\s*-?\s*rata|per\s+tahun|setiap\s+tahun|pertahun|kumulatif|kali|target\w*|menjadi)\b",
    re.IGNORECASE,
)
"""Words of changes that are reckoned in another way, or of what is no change."""
POINTS = re.compile(r"\bpoin\b", re.IGNORECASE)


def amount_and_share(
    figures: Sequence[SaidFigure], number: int, sentence: str
) -> list[SaidRelation]:
    """The share at this place, where the amount of a change stands right before it."""
    share, amount = figures[number], figures[number - 1]
    if number == 0 or amount.kind == "persen" or share.value < 0:
        return []
    if OTHERWISE.search(sentence) or POINTS.search(sentence):
        return []
    start = figures[number - 2].end if number > 1 else 0
    told = CHANGED.search(sentence[start : amount.start])
    if not told or not OR.fullmatch(sentence, amount.end, share.start):
        return []
    before = _behind(figures, number, sentence) or _ahead(figures, number, sentence)
    if before is None or before.kind != amount.kind or not before.value:
        return []
    return [share_of(share, amount, before)]


def _behind(figures: Sequence[SaidFigure], number: int, sentence: str) -> SaidFigure | None:
    """ "... dibandingkan tahun 2022 yang berjumlah A"."""
    if number + 1 == len(figures):
        return None
    before = figures[number + 1]
    there = THAN_BEFORE.fullmatch(sentence, figures[number].end, before.start)
    return before if there else None


def _ahead(figures: Sequence[SaidFigure], number: int, sentence: str) -> SaidFigure | None:
    """ "Dari A pada tahun 2022, atau naik X"; nothing where what it became stands between."""
    if number < 2 or is_promised(sentence, figures[number - 1].start):
        return None
    before, amount = figures[number - 2], figures[number - 1]
    between = sentence[before.end : amount.start]
    alone = number == 2 and not STOP.search(between) and len(between) <= LONGEST_GAP
    return before if alone and FROM.search(before.led_by(sentence)) else None


def change_since(first: str, second: str) -> tuple[str, list[SaidRelation]]:
    """Both sentences as one, with by how much the one figure that the first tells has changed.

    Nothing where the second does not speak of it, or either tells other figures of the kind.
    """
    joined = f"{first} {second}"
    start = len(first) + 1
    figures = figures_of(joined)
    told = [figure for figure in figures if figure.start >= start and figure.kind != "persen"]
    if len(told) == 1 and len(figures) < MOST_TOGETHER:
        return joined, _share_since(figures, joined, start)
    if len(told) > 1 and BACK.search(second) and PARTS.search(joined[start : told[0].start]):
        return joined, _parts_since(figures, joined, start)
    if len(told) != 2 or not BACK.search(second) or OTHERWISE.search(second):
        return joined, []
    pair = _change_and_before(told, figures, joined, start)
    now = _told_of(joined, [f for f in figures if f.start < start and f.kind == told[0].kind])
    if pair is None or now is None or told[0].kind != told[1].kind:
        return joined, []
    change, before = pair
    rose = any(word.search(joined, start, change.start) for word in (ROSE, HIGHER))
    large, small = (now, before) if rose else (before, now)
    slack = change.printed.step if change.printed.decimals else Fraction(0)
    why = f"kalimatnya menyebut perubahan {before.text} menjadi {now.text}"
    return joined, [difference(change, large, small, why, slack)]


def _share_since(figures: Sequence[SaidFigure], joined: str, start: int) -> list[SaidRelation]:
    """ "R. Realisasi tersebut mencapai p persen dari target akhir Renstra sebesar W"."""
    told = [figure for figure in figures if figure.start >= start]
    if len(told) != 2 or told[0].kind != "persen" or not told[1].value:
        return []
    share, whole = told
    told_so = REACHED_OF.search(joined, start, share.start)
    behind = OF_TARGET.fullmatch(joined, share.end, whole.start)
    now = _told_of(joined, [f for f in figures if f.start < start and f.kind == whole.kind])
    if not told_so or not behind or now is None:
        return []
    return [share_of(share, now, whole), *achieved(share, now, whole)]


def _parts_since(figures: Sequence[SaidFigure], joined: str, start: int) -> list[SaidRelation]:
    """ "R dari target T. Pendapatan tersebut terdiri dari A, B dan C": parts of either."""
    parts = [figure for figure in figures if figure.start >= start]
    wholes = [f for f in figures if f.start < start and f.kind == parts[0].kind]
    told = parts_of([wholes[-1], *parts], joined) if wholes else []
    is_whole = told and len(told[0].parts) == len(parts)
    return [sum_of(whole, parts) for whole in wholes] if is_whole else []


def _change_and_before(
    told: Sequence[SaidFigure], figures: Sequence[SaidFigure], joined: str, start: int
) -> tuple[SaidFigure, SaidFigure] | None:
    """The change and what it is a change from, in whichever order the sentence tells them."""
    one, other = told
    if _changes(joined[start : one.start]):
        last = figures[figures.index(other) - 1]  # the change, or the share that it is
        there = THAN_BEFORE.fullmatch(joined, last.end, other.start)
        return (one, other) if there else None
    between = joined[one.end : other.start]
    is_from = FROM.search(joined[start : one.start])
    told_so = is_from and _changes(between) and not STOP.search(between)
    return (other, one) if told_so and one.end <= figures[figures.index(other) - 1].end else None


def _changes(words: str) -> bool:
    """Do words lead to by how much something changed: "naik sebesar", "lebih tinggi"?"""
    return bool(CHANGED.search(words) or MORE.search(words))


def _told_of(joined: str, figures: Sequence[SaidFigure]) -> SaidFigure | None:
    """The one figure that the first sentence tells as reached."""
    if len(figures) > 1:
        figures = [figure for figure in figures if REACHED.search(figure.led_by(joined))]
    return figures[0] if len(figures) == 1 else None
