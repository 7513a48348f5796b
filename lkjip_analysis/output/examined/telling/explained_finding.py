"""One finding as its reader meets it: on the page, in the working paper, at its mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import SHOWN_AS
from lkjip_analysis.intake.document.printed_places import Place
from lkjip_analysis.language import worded

LISTED, ACTS, PAGE = 6, 2, "index.html"
"""A comment lists so many ways to mend a finding, and acts on many figures; the page all."""
AT_ONCE = (wording.POSSIBLE, wording.REPAIR, wording.SIMPLEST)
"""Where one figure alone would mend a finding, what needs more of them is read by who asks."""
ON_DEMAND = (wording.OTHERWISE, wording.ACTS)
TODO = "Cocokkan angka-angka ini dengan dokumen sumbernya, lalu perbaiki yang keliru."


@dataclass(frozen=True)
class Explained:
    """One finding, or the findings of form of one column, in words and with its places."""

    code: str
    standing: str
    where: str
    opening: str
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    how: str
    effect: str
    places: tuple[Place, ...]
    """Where it is looked at: the figure it is about, then those it is held against."""
    main: int = 0
    """So many of the places, from the first, are of the figure that it is about."""
    codes: tuple[str, ...] = ()
    """The findings that it tells of."""
    suspects: frozenset[Place] = frozenset()
    """Of the places those whose figure may be the wrong one; the others are only compared."""
    again: tuple[Place, ...] = ()
    """Where else the figure that it is about is printed as it is: marked, and not shown."""
    number: int = 0
    """The same on the page, in the working paper and at each mark in the document."""

    @property
    def badge(self) -> str:
        return worded(SHOWN_AS[self.standing])

    @property
    def named(self) -> str:
        return worded("Temuan {number}", number=self.number)

    @property
    def shown(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The lists that its reader needs at once: what does not agree, and how it is mended."""
        return tuple(one for one in self.lists if one not in self.folded)

    @property
    def folded(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The lists behind one line: acts on many figures, beside repairs of a single one."""
        if not any(heading in AT_ONCE for heading, _ in self.lists):
            return ()
        return tuple(one for one in self.lists if one[0] in ON_DEMAND)

    @property
    def grounds(self) -> list[str]:
        """What it rests on and how it could be mended, line by line; the first of very many."""
        told = [line for heading, items in self.shown for line in _listed(heading, items)]
        more = sum(len(items) for _, items in self.folded)
        if not more:
            return told
        return [*told, worded("{more} penjelasan lain tertulis di {page}.", more=more, page=PAGE)]

    @property
    def text(self) -> str:
        """The whole as the comment in a document."""
        head = f"{self.named}. {self.badge}: {self.where}"
        lines = [head, self.opening, *self.grounds]
        lines += [worded("Cara menemukan: {how}.", how=self.how)] if self.how else []
        return "\n".join([*lines, *filter(None, [self.effect, self.todo])])

    @property
    def todo(self) -> str:
        """What its reader does; a proven figure and a rule say that themselves."""
        return worded(TODO) if self.standing in ("ambigu", "klaim") else ""

    @property
    def goes_on(self) -> str:
        """The comment where the figure in question goes on, on its next line."""
        told = worded("Angka ini berlanjut di sini; penjelasannya ada pada awal angkanya.")
        return f"{self.named}. {told}"

    @property
    def same(self) -> str:
        """The comment where the figure in question is repeated."""
        told = worded(
            "Angka ini mengulang {where}; bila yang di sana keliru, yang di sini ikut keliru.",
            where=self.where,
        )
        return f"{self.named}. {told}"

    def pointer(self, place: Place) -> str:
        """The comment at a figure that the one in question is held against: what does not agree, so
        that it can be judged from here."""
        told = (
            worded(
                "Angka ini diperiksa bersama {where}, dan mungkin angka ini yang keliru. "
                "Penjelasannya ada pada komentar di sana.",
                where=self.where,
            )
            if place in self.suspects
            else worded(
                "Angka ini hanya pembanding bagi {where}. Penjelasannya ada pada komentar di sana.",
                where=self.where,
            )
        )
        failed = (one for one in self.lists if one[0] == wording.CONFLICT)
        return "\n".join(
            [f"{self.named}. {told}", *(line for one in failed for line in _listed(*one))]
        )


def _listed(heading: str, items: Sequence[str]) -> list[str]:
    """A list of a comment under its heading, cut where it is long."""
    few = ACTS if heading == wording.ACTS else LISTED
    more = len(items) - few
    return [
        f"{worded(heading)}:",
        *(f"- {item}" for item in items[:few]),
        *(
            [worded("- dan {more} kemungkinan yang tertulis di {page}", more=more, page=PAGE)]
            if more > 0
            else []
        ),
    ]
