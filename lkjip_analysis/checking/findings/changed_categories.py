"""Categories that a repair would change: what a figure is called hangs on which repair is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip_analysis.language import worded

SHOWN = 3


@dataclass(frozen=True)
class Flip:
    """The category of a figure before and after a repair, and whether it changes for sure."""

    where: str
    before: str
    after: str
    is_sure: bool

    def told(self, if_right: bool = False) -> str:
        """In words; `if_right`: only where this repair is the right one of several."""
        word = worded("berubah") if self.is_sure and not if_right else worded("dapat berubah")
        return worded(
            "Kategori {where} {word} dari {before} menjadi {after}.",
            where=self.where,
            word=word,
            before=self.before,
            after=self.after,
        )


def possibly(flips: Sequence[Flip]) -> str:
    """What would change if one of several repairs were the right one; the first few of many."""
    told = [flip.told(if_right=True) for flip in flips[:SHOWN]]
    more = len(flips) - SHOWN
    return " ".join(
        [*told, worded("Demikian pula {more} kategori lain.", more=more)] if more > 0 else told
    )
