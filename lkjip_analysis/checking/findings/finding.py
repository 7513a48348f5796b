"""A finding: what is wrong in a printed report, how sure that is, and what would mend it.

Findings are plain values. They travel to the report, to JSON and to the exit code unchanged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Any, Literal

from lkjip_analysis.language import capital, worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.written import plain
from lkjip_analysis.report.report import rewrite
from lkjip_analysis.report.tables import Cell

Kind = Literal["angka", "kaidah", "klaim", "dugaan"]
Verdict = Literal["terbukti", "ambigu", "pembulatan"]

SHOWN_AS: dict[str, str] = {
    "terbukti": "Terbukti salah",
    "ambigu": "Perlu klarifikasi",
    "pembulatan": "Pembulatan",
    "kaidah": "Aturan tidak diikuti",
    "klaim": "Kalimat tidak sesuai",
    "dugaan": "Patut diperiksa",
}
MAX_REPAIRS = 50
"""So many repairs are written into JSON; who needs more has a group that nothing decides."""
Lists = tuple[tuple[str, tuple[str, ...]], ...]
"""What a finding rests on: headings, each with its items."""


@dataclass(frozen=True)
class NewPrint:
    """What a cell would have to print: a figure within `prints`, most likely `text`.

    `prints` is None where the cell holds a category. `witness` is one print of it with which,
    beside those of the repair's other cells, all relations hold. `beside` says where the report
    prints that figure already.
    """

    cell: Cell
    prints: Interval | None
    text: str | None
    slip: str | None = None
    witness: Fraction | None = None
    beside: str = ""

    @property
    def proposed(self) -> Fraction | None:
        """The figure that `text` stands for; None where only bounds are known."""
        return rewrite(self.cell, self.text).point if self.prints and self.text else None

    def as_json(self) -> dict[str, Any]:
        return {
            "file": self.cell.file,
            "line": self.cell.line,
            "column": self.cell.address.column,
            "printed": self.cell.text,
            **_ends(self.prints),
            "text": self.text,
            "slip": self.slip,
        }


@dataclass(frozen=True)
class Remedy:
    """One repair as a reader sees it: the root cells, and the figures that would follow.

    `act`: what one person did to all of these cells at once; empty for a repair by the fewest.
    `left_old`: did that act only leave them as they were, where another figure was renewed?
    """

    cells: tuple[NewPrint, ...]
    follows: tuple[NewPrint, ...] = ()
    act: str = ""
    left_old: bool = False

    def as_json(self) -> dict[str, Any]:
        return {
            "cells": [part.as_json() for part in self.cells],
            "follows": [part.as_json() for part in self.follows],
            "act": self.act or None,
        }


@dataclass(frozen=True)
class Told:
    """What a finding says: a sentence to read first, then lists of what it rests on.

    The sentence in its parts, so that nobody has to take it apart again: a `warning`, `where` it
    is, what is `printed` there, the `link` to what is `said` of it.
    """

    said: str
    lists: Lists = ()
    where: str = ""
    printed: str = ""
    link: str = ""
    warning: str = ""

    @property
    def opening(self) -> str:
        return f"{self.warning}{self.where}{': ' if self.where else ''}{self._after_place}"

    @property
    def without_place(self) -> str:
        """The sentence under a heading that names the place already."""
        return self.warning + capital(self._after_place)

    @property
    def beside_print(self) -> str:
        """The sentence beside the place and the print."""
        return capital(self.said)

    @property
    def _after_place(self) -> str:
        return f"{self.printed}{self.link}{self.said}"

    def adding(self, sentence: str) -> Told:
        """The same with one sentence more."""
        return replace(self, said=f"{self.said} {sentence}")

    @property
    def text(self) -> str:
        """The whole as running text."""
        parts = [
            f"{worded(heading)}: {'; '.join(items)}." for heading, items in self.lists if items
        ]
        return " ".join([self.opening, *parts])


@dataclass(frozen=True)
class Reading:
    """What a name could mean: its share of the whole (percent), the capaian (percent) and the
    kategori that indicator `kode` then has.
    """

    meaning: str
    kode: str
    persen: Fraction
    capaian: Fraction
    kategori: str


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing found. `cell` and `implied` are given only where one cell is named for certain.

    `implied` is what must be printed if only this cell was misprinted; `confirmed`, of a proven
    one, what two independent relations each allow. `advice` is what to do where more can be said
    than the standing says, `documents` those that settle it. A conclusion over everything `falls`;
    `readings` are those of a name. `cause` is the one act that explains every cell of a finding.
    """

    id: str
    kind: Kind
    source: str
    label: str
    impact: str
    told: Told
    verdict: Verdict | None = None
    cell: Cell | None = None
    implied: Interval | None = None
    rules: tuple[str, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    changes_conclusion: bool = False
    confirmed: Interval | None = None
    advice: str = ""
    documents: tuple[str, ...] = ()
    falls: bool = False
    readings: tuple[Reading, ...] = ()
    cause: str = ""

    @property
    def message(self) -> str:
        return self.told.text

    @property
    def anchor(self) -> str:
        """Its place in the page of findings, as an HTML id that stays."""
        return "temuan-" + "".join(c if c.isalnum() or c in "._-" else "-" for c in self.id)

    @property
    def standing(self) -> str:
        """The verdict of a figure, else the kind: what the reader sees as a badge."""
        return self.verdict or self.kind

    @property
    def weight(self) -> tuple[bool, int, int]:
        """Where a proven figure stands among those: what a conclusion rests on comes first, then
        what most figures and most relations follow. Nothing tells the others apart."""
        if self.verdict != "terbukti" or not self.remedies:
            return (False, 0, 0)
        follows = len(self.remedies[0].follows)
        return (not self.changes_conclusion, -follows, -len(self.rules))

    @property
    def is_wrong(self) -> bool:
        """Does this finding make `lkjip verify` end with 1?"""
        return self.verdict in ("terbukti", "ambigu") or self.kind == "klaim"

    @property
    def smallest(self) -> tuple[Remedy, ...]:
        """The repairs by the fewest figures; one act on many stands beside them."""
        return tuple(remedy for remedy in self.remedies if not remedy.act)

    @property
    def overturns(self) -> bool:
        """Does a conclusion of the report fall by it? What is not decided only may change one."""
        return self.changes_conclusion and self.verdict != "ambigu"

    @property
    def grounds(self) -> str:
        """The first thing it rests on; of its own place, which a heading names, the table alone."""
        items = next((items for _, items in self.told.lists if items), ("",))
        return items[0].replace(f"{self.source}, {self.label}", self.source)

    @property
    def suspected_cells(self) -> tuple[Cell, ...]:
        """The cells of which one repair by the fewest figures would be; else every one named.

        What only one act on many figures would change as well is compared, and not suspected.
        """
        cells = [self.cell] if self.cell else []
        cells += [part.cell for remedy in self.smallest for part in remedy.cells]
        return tuple({cell.address: cell for cell in cells}.values()) or self.named_cells

    @property
    def named_cells(self) -> tuple[Cell, ...]:
        """Every cell that this finding points at, without repetition."""
        cells = [self.cell] if self.cell else []
        cells += [part.cell for remedy in self.remedies for part in remedy.cells]
        return tuple({cell.address: cell for cell in cells}.values())

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "kind": self.kind,
            "verdict": self.verdict,
            "source": self.source,
            "file": self.cell.file if self.cell else None,
            "line": self.cell.line if self.cell else None,
            "column": self.cell.address.column if self.cell else None,
            "label": self.label,
            "printed": self.cell.text if self.cell else None,
            "implied": _ends(self.implied) if self.implied else None,
            "confirmed": _ends(self.confirmed) if self.confirmed else None,
            "rules": list(self.rules),
            "repairs": [remedy.as_json() for remedy in self.remedies[:MAX_REPAIRS]],
            "impact": self.impact,
            "message": self.message,
        }


@dataclass(frozen=True)
class Coverage:
    """How many figures are watched, by how many rules: what could be tested and what could not."""

    watchers: Counter[int]

    def as_json(self) -> dict[str, Any]:
        figures, unwatched = self.watchers.total(), self.watchers[0]
        return {
            "figures": figures,
            "watched": figures - unwatched,
            "unwatched": unwatched,
            "by_watchers": {str(n): self.watchers[n] for n in sorted(self.watchers)},
        }


def summary(findings: Sequence[Finding]) -> dict[str, int]:
    """How many findings of each standing, zeros included."""
    counted = Counter(finding.standing for finding in findings)
    return {standing: counted[standing] for standing in SHOWN_AS}


def _ends(interval: Interval | None) -> dict[str, str | None]:
    if interval is None:
        return {"low": None, "high": None}
    return {
        "low": None if interval.low == -inf else plain(interval.low),
        "high": None if interval.high == inf else plain(interval.high),
    }
