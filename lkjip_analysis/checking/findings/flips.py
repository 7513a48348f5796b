"""Categories that a repair would change: what a figure is called hangs on which repair is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
        word = "berubah" if self.is_sure and not if_right else "dapat berubah"
        return f"Kategori {self.where} {word} dari {self.before} menjadi {self.after}."


def possibly(flips: Sequence[Flip]) -> str:
    """What would change if one of several repairs were the right one; the first few of many."""
    told = [flip.told(if_right=True) for flip in flips[:SHOWN]]
    more = len(flips) - SHOWN
    return " ".join([*told, f"Demikian pula {more} kategori lain."] if more > 0 else told)
