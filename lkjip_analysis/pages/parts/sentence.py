"""A sentence of a page, and the figures in it that know the page and row where they are shown."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_analysis.numbers.written import number

ACHIEVEMENT_PAGE, BUDGET_PAGE = "01_kinerja.html", "04_anggaran.html"


@dataclass(frozen=True)
class Figure:
    """A figure in a sentence, and where it is shown; of a computed one also its column there."""

    text: str
    page: str
    anchor: str
    column: str = ""

    @property
    def trace(self) -> str:
        """What opens the way it was computed, on the page that shows it."""
        return f"hitung.{self.anchor}.{self.column}" if self.column else ""


Sentence = tuple[str | Figure, ...]


def text(sentence: Sentence) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in sentence)


def percent(value: float, anchor: str, column: str, page: str = ACHIEVEMENT_PAGE) -> Figure:
    return Figure(f"{number(float(value), 2)}%", page, anchor, column)
