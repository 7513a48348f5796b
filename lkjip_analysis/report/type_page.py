"""How a table type is told on a page of its own: what it asks, computes, draws and shows.

It is the entry `halaman` of the type's YAML; a type without one has no page. What the page is then
made of stands in `pages/sections/table_page.py`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from lkjip_analysis.errors import Problem, nearest
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.metrics import FORMULAS

ChartKind = Literal["bagian", "batang"]


@dataclass(frozen=True)
class PageMeasure:
    """A declared measure worked out for each row, and the column that each of its inputs is.

    An input that is left out is what the measure takes without it: the sum of all rows, or the row
    above.
    """

    nama: str
    masukan: Mapping[str, str]
    judul: str = ""

    @property
    def kolom(self) -> str:
        """The column it gives."""
        return f"{self.nama}_dihitung"


@dataclass(frozen=True)
class PageChart:
    """A question and the chart that answers it: parts of a whole, or a bar for each row.

    `acuan` is what bars are held against: a number, or a column.
    """

    pertanyaan: str
    jenis: ChartKind
    kolom: str
    acuan: str = ""


@dataclass(frozen=True)
class TypePage:
    """What the page of a table type asks, computes, draws and shows; of no `kolom` all."""

    pertanyaan: str
    ukuran: tuple[PageMeasure, ...] = ()
    bagan: tuple[PageChart, ...] = ()
    kolom: tuple[str, ...] = ()


MAY_LACK = {"bagian": "jumlah", "pertumbuhan": "sebelum"}
"""The input that a measure can do without."""


def type_page(entries: Mapping[str, Any]) -> TypePage:
    """The page that these entries, sound by their schema, describe."""
    measures = [dict(told) for told in entries.get("ukuran", ())]
    return TypePage(
        pertanyaan=entries["pertanyaan"],
        ukuran=tuple(
            PageMeasure(told.pop("nama"), judul=told.pop("judul", ""), masukan=told)
            for told in measures
        ),
        bagan=tuple(PageChart(**told) for told in entries.get("bagan", ())),
        kolom=tuple(entries.get("kolom", ())),
    )


def problems(
    page: TypePage, figures: Collection[str], columns: Collection[str], file: str, line: int
) -> Iterator[Problem]:
    """What a page names that is not there: an input no measure has, a column the table has not."""
    made = [one.kolom for one in page.ukuran]
    for one in page.ukuran:
        yield from _input_problems(one, file, line)
    drawn = (*figures, *made)
    inputs = [name for one in page.ukuran for name in one.masukan.values()]
    charts = [name for one in page.bagan for name in (one.kolom, one.acuan) if not _is_number(name)]
    for names, allowed in ((inputs, figures), (charts, drawn), (page.kolom, (*columns, *made))):
        for name in names:
            if name not in allowed:
                found = f"halaman: {name}"
                yield Problem(file, found, ", ".join(allowed), nearest(name, allowed), line)


def _input_problems(one: PageMeasure, file: str, line: int) -> Iterator[Problem]:
    """The inputs of a measure that it does not have, and those it cannot do without."""
    formula = FORMULAS[one.nama]
    needed = [name for name in formula.masukan if name not in formula.bawaan]
    for name in one.masukan:
        if name not in needed:
            found = phrase('"{name}" as an input of {measure}', name=name, measure=one.nama)
            yield Problem(file, found, ", ".join(needed), nearest(name, needed), line)
    for name in needed:
        if name not in one.masukan and name != MAY_LACK.get(one.nama):
            found = phrase('{measure} without its "{name}"', measure=one.nama, name=name)
            yield Problem(file, found, ", ".join(needed), "Name the column that it is.", line)


def _is_number(text: str) -> bool:
    """Is it no column: nothing, or a number as YAML writes one?"""
    return not text or text.replace(".", "", 1).isdecimal()
