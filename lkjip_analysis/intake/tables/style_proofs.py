"""Columns in another number style than their type's, as their cells prove; else it is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.intake.document.column_styles import Written, style_of, written
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.printed import Style
from lkjip_analysis.report.schema import Column, TableType
from lkjip_analysis.rules.binding.precision import is_of_things

OF_INDICATOR = re.compile(
    r"[^%]*\b(?:target|realisasi)\b(?:(?!capaian|tumbuh)[^%])*", re.IGNORECASE
)


@dataclass(frozen=True)
class Asked:
    """What there is to say of the styles of a table, and the cells that can be read two ways."""

    notes: tuple[str, ...]
    cells: dict[tuple[int, str], str]


def styles_of(
    kind: TableType, columns: Sequence[str], rows: Sequence[Sequence[str]]
) -> dict[str, tuple[Style | None, Written]]:
    """The style of each column of figures, None where nothing decides, and what its texts tell."""
    unit = columns.index("satuan") if "satuan" in columns else None
    whole = {n for n, row in enumerate(rows) if unit is not None and is_of_things(row[unit])}
    told = {
        name: written(
            ((number, row[i]) for number, row in enumerate(rows)),
            whole if _is_in_unit_of_row(kind.columns[name]) else (),
        )
        for i, name in enumerate(columns)
        if name in kind.columns and kind.columns[name].is_number and name != kind.kunci
    }
    table = told.values()
    return {n: (style_of(w, kind.columns[n].gaya, table), w) for n, w in told.items()}


def _is_in_unit_of_row(column: Column) -> bool:
    """Does it print its figures in the unit that each row names, not in percent?"""
    of_rows = column.satuan == "satuan indikator"
    return of_rows or (not column.satuan and bool(OF_INDICATOR.fullmatch(column.judul)))


def styled(
    kind: TableType, columns: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[TableType, Asked]:
    """The type with the styles that its columns prove, and what must be asked."""
    known, notes = dict(kind.columns), list[str]()
    cells: dict[tuple[int, str], str] = {}
    for name, (style, told) in styles_of(kind, columns, rows).items():
        if style is None:
            notes.append(
                worded(
                    '{name}: gaya angkanya tidak pasti, isi gaya di lembar "Kolom baru"', name=name
                )
            )
            asked = told.asked(known[name].gaya)
            cells |= {(row, name): two_ways(text) for row, text in asked.items()}
        elif style != known[name].gaya:
            known[name] = replace(known[name], gaya=style)
            notes.append(
                worded(
                    "{name} ditulis dengan gaya {style}, menurut sel-selnya sendiri",
                    name=name,
                    style=style,
                )
            )
    return replace(kind, columns=known), Asked(tuple(notes), cells)


def two_ways(text: str) -> str:
    """What to say of a figure that can be read two ways."""
    return worded('"{text}" dapat dibaca dua cara: koma desimal atau titik desimal', text=text)
