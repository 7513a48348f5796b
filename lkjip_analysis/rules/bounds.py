"""Rules that bound a figure: the class of a scale it lies in, the whole it cannot exceed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, reduce
from math import inf
from typing import Any, ClassVar

from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import ANYTHING, NOTHING, Interval
from lkjip_analysis.numbers.metrics import Band
from lkjip_analysis.numbers.written import number, plain
from lkjip_analysis.report.place_names import quoted
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address, same_label
from lkjip_analysis.rules.base import ANY_LABEL, Head, Implied, Part, Relation, cells_of, figure_of
from lkjip_analysis.rules.values import Values


@dataclass(frozen=True)
class InBand(Relation):
    """A category that must be the class of its value on the printed scale."""

    shape: ClassVar[str] = "band"
    may_be_rounded: ClassVar[bool] = False

    head: Head
    result: Address
    value: Address
    bands: tuple[Band, ...]

    @cached_property
    def cells(self) -> tuple[Address, ...]:
        return self.result, self.value

    @property
    def worded(self) -> tuple[Address, ...]:
        return (self.result,)

    def implied(self, cell: Address, values: Values) -> Implied:
        if cell == self.result:
            texts = values.figure(self.value).texts
            fitting = {
                name
                for name, band, span in self._classes
                if span.meets(texts)
                and (texts.low != texts.high or band.holds(Fraction(texts.low)))
            }
            return frozenset(fitting) or ANY_LABEL
        names = values.labels(self.result)
        if names & ANY_LABEL:
            return ANYTHING
        held = (span for name, _, span in self._classes if name in names)
        return reduce(Interval.__or__, held, NOTHING)

    @cached_property
    def _classes(self) -> tuple[tuple[str, Band, Interval], ...]:
        return tuple((same_label(band.nama), band, _band(band)) for band in self.bands)

    def followers(self, cell: Address) -> tuple[Address, ...]:
        return (self.result,) if cell == self.value else ()

    def certified(self) -> dict[str, Any]:
        return {"bands": list(map(_certified, self.bands))}

    def classes(self, values: Values) -> str:
        """The classes that its value may have on its scale, in words."""
        implied = self.implied(self.result, values)
        assert isinstance(implied, frozenset)
        names = [band.nama for band in self.bands if band.nama.casefold() in implied]
        return " atau ".join(sorted(names)) or worded("tanpa kategori")

    def told(self, report: Report, values: Values) -> str:
        score, told = (quoted(report.cell(cell)) for cell in (self.value, self.result))
        return worded(
            "nilai {score} termasuk {name}, tertulis {told}",
            score=score,
            name=self.classes(values),
            told=told,
        )


def _band(band: Band) -> Interval:
    low = ANYTHING.low if band.bawah is None else Fraction(band.bawah)
    high = ANYTHING.high if band.atas is None else Fraction(band.atas)
    return Interval(low, high)


def _certified(band: Band) -> dict[str, Any]:
    low, high = (None if e is None else plain(Fraction(e)) for e in (band.bawah, band.atas))
    return {
        "label": same_label(band.nama),
        "low": low,
        "low_in": band.bawah_termasuk,
        "high": high,
        "high_in": band.atas_termasuk,
    }


ANY_SHARE = Interval(0, 100)
"""Between these lies every part of a whole, in percent."""


@dataclass(frozen=True)
class OfWhole(Relation):
    """What a whole says of its part: the part follows from nothing, it is only bounded."""

    head: Head
    result: Address
    whole: Part

    @cached_property
    def cells(self) -> tuple[Address, ...]:
        return cells_of(*self.parts)

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.result, self.whole

    def followers(self, cell: Address) -> tuple[Address, ...]:
        return ()


@dataclass(frozen=True)
class NotAbove(OfWhole):
    """A part that cannot exceed its whole, such as spending above its ceiling."""

    shape: ClassVar[str] = "not_above"

    def implied(self, cell: Address, values: Values) -> Interval:
        if cell == self.result:
            most = figure_of(self.whole, values).interval.high
            # A bound that may be any higher figure holds what is printed; it does not say nothing.
            return Interval(ANYTHING.low, most if most < inf else values.interval(cell).high)
        return Interval(values.interval(self.result).low, ANYTHING.high)

    def told(self, report: Report, values: Values) -> str:
        whole = self.whole
        most = number(whole) if isinstance(whole, Fraction) else quoted(report.cell(whole))
        return worded(
            "{quoted} melampaui {most}", quoted=quoted(report.cell(self.result)), most=most
        )
