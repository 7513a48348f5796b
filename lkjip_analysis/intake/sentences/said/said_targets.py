"""What a sentence says of a target, what was reached of it, and the achievement that this makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise, permutations

from lkjip_analysis.intake.document.printed_capaian import CAPS
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, SaidRelation, share_of
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import persen

TARGET = re.compile(r"\b(?:di)?target", re.IGNORECASE)
TARGET_TOLD = re.compile(r"\btarget(?:nya|kan)?\b[^.;\d–-]{0,30}$", re.IGNORECASE)
REACHED = re.compile(
    r"[^.;]{0,60}\b(?:realisasi|terealisasi|tercapai|dicapai)\w*\b[^.;]{0,30}", re.IGNORECASE
)
SHOWN = re.compile(
    r"[^.;]{0,40}\b(?:capaian|pencapaian|persentase|prosentase)\w*\b[^.;]{0,30}", re.IGNORECASE
)
"""What stands before a target, and between it, what was reached of it, and the achievement."""
REACHED_FIRST = re.compile(r"\brealisasi\w*\b[^;]{0,70}$", re.IGNORECASE)
SHOWN_NEXT = re.compile(r"[^.;\d]{0,20}\b(?:capaian|pencapaian)\w*\b[^.;\d]{0,40}", re.IGNORECASE)
TARGET_LAST = re.compile(r"\W*dari\s+target\b[^.;\d]{0,40}", re.IGNORECASE)
"""The same in the other order: what was reached, the achievement, and the target behind it."""
SHOWN_FIRST = re.compile(r"\b(?:pen)?capaian\b[^;\d]{0,200}$", re.IGNORECASE)
REACHED_NEXT = re.compile(
    r"[\s,]*(?:dengan|dari)\s+(?:nilai\s+|jumlah\s+)?realisasi\w*[^.;\d]{0,40}", re.IGNORECASE
)
AGAINST_TARGET = re.compile(
    r"\W*(?:orang|unit|dokumen)?\s*(?:terhadap|dari|dibanding\w*(?:\s+dengan)?|atas)\s+(?:nilai\s+)?target\w*[^.;\d]{0,40}",
    re.IGNORECASE,
)
"""And in a third: the achievement, what was reached, and the target that it is held against."""
OTHER = re.compile(r"\b(menjadi|20[0-3]\d|sebelumnya|tahun\s+lalu|renstra|rpjmd)\b", re.IGNORECASE)
ONLY_MEANT = ("capaian", "kebalikan")
"""What an achievement may be meant as, where less is better: never said to be wrong."""
TELLING = 3
"""A target of fewer digits stands in many rows."""
MANY, MOST_FAILING = 4, 4
"""Where so many sentences of a document tell what is reached of a target and make it true, and not
more than one in so many does not, the words of the others mean the same."""


def of_target(figures: Sequence[SaidFigure], sentence: str) -> list[SaidRelation]:
    """ "Target: 75%, realisasi: 47%, capaian kinerja: 64%": each figure behind its own word."""
    target, reached, shown = figures
    before = target.led_by(sentence)
    gaps = [sentence[a.end : b.start] for a, b in pairwise(figures)]
    told = TARGET_TOLD.search(before) and REACHED.fullmatch(gaps[0]) and SHOWN.fullmatch(gaps[1])
    if not told or target.kind != reached.kind or target.value <= 0 or OTHER.search(gaps[1]):
        return []
    if not reached.value and shown.value >= 100:  # as little as can be, of what is to be little
        return []
    return _achievement(shown, reached, target)


def of_target_behind(figures: Sequence[SaidFigure], sentence: str) -> list[SaidRelation]:
    """ "Realisasi sebesar 47% dan capaian kinerja sebesar 64% dari target yang ditetapkan 75%"."""
    if len(figures) < 3:
        return []
    reached, shown, target = figures
    gaps = [sentence[a.end : b.start] for a, b in pairwise(figures)]
    told = REACHED_FIRST.search(sentence[: reached.start]) and SHOWN_NEXT.fullmatch(gaps[0])
    alike = target.kind == reached.kind and target.value > 0 and reached.value
    if not (told and alike and TARGET_LAST.fullmatch(gaps[1])) or OTHER.search(" ".join(gaps)):
        return []
    return _achievement(shown, reached, target)


def as_set(target: SaidFigure, reached: SaidFigure, shown: SaidFigure) -> SaidFigure:
    """The target as what it was set at, where no usual rounding of both makes the achievement:
    one that misses it by a unit of its last digit is no target rounded otherwise."""
    (low, high), (least, most) = target.bounds, reached.bounds
    if low > 0 and persen(least, high) <= shown.bounds[1] and shown.bounds[0] <= persen(most, low):
        return target
    return replace(target, is_set=True)


def of_target_first(figures: Sequence[SaidFigure], sentence: str) -> list[SaidRelation]:
    """ "Capaian sebesar 64% dengan realisasi sebesar 47 terhadap target sebesar 75"."""
    if len(figures) < 3:
        return []
    shown, reached, target = figures
    gaps = [sentence[a.end : b.start] for a, b in pairwise(figures)]
    told = SHOWN_FIRST.search(sentence[: shown.start]) and REACHED_NEXT.fullmatch(gaps[0])
    is_rate = shown.kind == "persen" or (shown.kind == "bilangan" and shown.printed.decimals > 0)
    alike = target.kind == reached.kind and target.value > 0 and reached.value
    if not (told and is_rate and alike and AGAINST_TARGET.fullmatch(gaps[1])):
        return []
    if OTHER.search(" ".join(gaps)):
        return []
    return _achievement(replace(shown, kind="persen"), reached, target)


def _achievement(shown: SaidFigure, reached: SaidFigure, target: SaidFigure) -> list[SaidRelation]:
    """Its readings; none of a figure that a cap may have cut down."""
    share = share_of(shown, reached, as_set(target, reached, shown))
    is_cut = shown.value in CAPS and share.value > shown.value
    return [] if is_cut else [share, *achieved(shown, reached, target)]


def achieved(figure: SaidFigure, reached: SaidFigure, target: SaidFigure) -> Iterator[SaidRelation]:
    """An achievement of which less is better, by both formulas: it may be meant, never accused."""
    roles, why = (("realisasi", (reached,)), ("target", (target,))), ""
    for rule in ("capaian", "kebalikan"):
        if reached.value:
            yield SaidRelation(rule, figure, roles, figure.printed.step, why)


def tells_a_target(readings: Sequence[SaidRelation]) -> bool:
    """Are they the readings of what was reached of a target?"""
    return any(said.rule in ONLY_MEANT for said in readings)


def is_usual(told: Sequence[Sequence[SaidRelation]]) -> bool:
    """Do the sentences of a document that tell of targets mostly make what they tell true?"""
    failing = sum(1 for readings in told if not any(said.holds for said in readings))
    return len(told) - failing >= MANY and failing * MOST_FAILING <= len(told)


def is_mixed_up(said: SaidRelation, rows: Iterable[AbstractSet[Fraction]]) -> bool:
    """Does a row of a table print the target with another pair that it makes, of which the
    sentence prints one figure in its place or in that of the other?"""
    if said.rule != "rasio":
        return False
    (_, (reached,)), (_, (target,)) = said.roles
    if len(target.printed.core.strip("0.,")) < TELLING:
        return False
    there = [row for row in rows if target.value in row]
    if any({reached.value, said.result.value} <= row for row in there):
        return False
    told = {reached.value, said.result.value} - {target.value}
    return any(
        abs(Fraction(persen(real, target.value)) - shown) <= said.slack
        for row in there
        for real, shown in permutations(row, 2)
        if told & {real, shown}
    )
