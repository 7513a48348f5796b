"""So many at so much each: "240 orang masing-masing Rp600.000 dengan total Rp144.000.000"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_analysis.intake.sentences.said_figures import SaidFigure, SaidRelation
from lkjip_analysis.numbers.exact import Fraction

EACH = re.compile(r"[^.;\d]{0,60}\bmasing\s*-?\s*masing\b[^.;\d]{0,40}", re.IGNORECASE)
WHOLE = re.compile(
    r"[^.;\d]{0,40}\b(?:total|jumlah|berjumlah|seluruhnya|keseluruhan)\w*\b[^.;\d]{0,30}",
    re.IGNORECASE,
)
"""What stands between how many and how much each, and between that and what it comes to."""
OTHER_FACTOR = re.compile(r"\b(?:per|tiap|setiap|selama|bulan|hari|tahun|kali|minggu)\b", re.I)


def product(figures: Sequence[SaidFigure], number: int, sentence: str) -> list[SaidRelation]:
    """What so many amounts come to; nothing where they were paid more than once."""
    if number < 2:
        return []
    count, each, whole = figures[number - 2 : number + 1]
    if (count.kind, each.kind, whole.kind) != ("bilangan", "rupiah", "rupiah"):
        return []
    behind = sentence[each.end : whole.start]
    told = EACH.fullmatch(sentence, count.end, each.start) and WHOLE.fullmatch(behind)
    if not told or OTHER_FACTOR.search(behind):
        return []
    why = f"kalimatnya mengalikan {count.text} dengan {each.text}"
    return [SaidRelation("hasil_kali", whole, (("faktor", (count, each)),), Fraction(0), why)]
