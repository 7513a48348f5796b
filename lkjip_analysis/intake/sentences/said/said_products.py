"""So many at so much each: "240 orang masing-masing Rp600.000 dengan total Rp144.000.000"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_analysis.intake.sentences.said_figures import LONGEST_GAP, SaidFigure, SaidRelation
from lkjip_analysis.numbers.exact import Fraction

EACH = re.compile(r"[^.;\d]{0,60}\bmasing\s*-?\s*masing\b[^.;\d]{0,40}", re.IGNORECASE)
WHOLE = re.compile(
    r"[^.;\d]{0,40}\b(?:total|jumlah|berjumlah|seluruhnya|keseluruhan)\w*\b[^.;\d]{0,30}",
    re.IGNORECASE,
)
"""What stands between how many and how much each, and between that and what it comes to."""
STOP = re.compile(r"[;:]")
OTHER_FACTOR = re.compile(
    r"\b(?:per|tiap|setiap|selama|bulan\w*|hari|minggu|kali|tahap|angsuran|triwulan|semester|"
    r"tahun(?!\s+(?:anggaran\s+)?(?:19|20)\d\d\b))\b",
    re.IGNORECASE,
)
"""What may tell how often each was paid, before, between and behind the amounts."""


def product(figures: Sequence[SaidFigure], number: int, sentence: str) -> list[SaidRelation]:
    """What so many amounts come to; nothing where they were paid more than once, or where another
    figure stands before them, which may be how often, or of others who were paid."""
    if number < 2:
        return []
    count, each, whole = figures[number - 2 : number + 1]
    if (count.kind, each.kind, whole.kind) != ("bilangan", "rupiah", "rupiah"):
        return []
    told = EACH.fullmatch(sentence, count.end, each.start)
    if not told or not WHOLE.fullmatch(sentence, each.end, whole.start):
        return []
    since = figures[number - 3].end if number > 2 else 0
    is_apart = number == 2 or STOP.search(sentence, since, count.start)
    if not is_apart or OTHER_FACTOR.search(sentence[since : whole.end + LONGEST_GAP]):
        return []
    why = f"kalimatnya mengalikan {count.text} dengan {each.text}"
    return [SaidRelation("hasil_kali", whole, (("faktor", (count, each)),), Fraction(0), why)]
