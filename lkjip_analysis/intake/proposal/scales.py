"""Scales that nothing prints: told by the values and classes of tables, and how rows are held to
them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from lkjip_analysis.intake.proposal.proposal import (
    MIDDLE,
    ProposedBand,
    ProposedRule,
    ProposedTable,
)
from lkjip_analysis.intake.proposal.spots import Cells
from lkjip_analysis.intake.relations.columns.categories import Band, Rated, scale_of
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.written import number

ACHIEVED = re.compile(r"\b(pen)?capaian\b", re.IGNORECASE)
PRINTED = "kategori mengikuti skala yang dicetak laporan"
CLASSES = 8
"""A scale has no more classes than this."""


@dataclass(frozen=True)
class Scaled:
    """The tables with their columns of classes known as such, the scales, and the rules."""

    tables: tuple[ProposedTable, ...]
    bands: tuple[ProposedBand, ...] = ()
    rules: tuple[ProposedRule, ...] = ()


def with_scales(
    tables: Sequence[ProposedTable], cells: Cells, printed: Sequence[ProposedBand]
) -> Scaled:
    """What the rows of tables tell of scales; tables of one form count together."""
    found = Scaled(tuple(tables))
    known = {band.skala for band in printed}
    for form in _forms(tables):
        for value, name, scale in _asked(form[0], known):
            rated = [pair for table in form for pair in _rated(table, value, name, cells)]
            if bands := scale_of(rated) if len({n for _, n in rated}) <= CLASSES else ():
                known.add(scale)
                found = _with(found, form, (value, name, scale), bands)
    return _held_to_printed(found, printed)


def _held_to_printed(found: Scaled, printed: Sequence[ProposedBand]) -> Scaled:
    """The tables of their own as well whose classes are those of the printed scale of capaian.

    Those of another measure (a score, an index) are of its own scale, though called the same.
    """
    names = {band.nama.casefold() for band in printed}
    tables, rules = [], list(found.rules)
    for table in found.tables:
        told = [(v, n) for v, n in _beside(table) if _are_of(table, v, n, names)]
        for value, name in told if table.is_new else ():
            table = _classed(table, name)
            rules.append(
                replace(_rule(table, value, name, printed[0].skala), sebab=worded(PRINTED))
            )
        tables.append(table)
    return replace(found, tables=tuple(tables), rules=tuple(rules))


def _are_of(table: ProposedTable, value: str, name: str, names: Set[str]) -> bool:
    """Are the classes of a column all of a scale that its values are measured on?"""
    texts = {text.strip().casefold() for _, text in table.printed(name)} - {""}
    return bool(texts) and texts <= names and bool(ACHIEVED.search(table.kind.columns[value].judul))


def _forms(tables: Sequence[ProposedTable]) -> list[list[ProposedTable]]:
    found = grouped(((table.columns, table.is_new or table.kind.name), table) for table in tables)
    return list(found.values())


def _asked(table: ProposedTable, known: set[str]) -> Iterator[tuple[str, str, str]]:
    """The columns of values and of classes that may hang together, with the name of the scale."""
    if not table.is_new:
        for rule in table.kind.rules:
            value, name = (str(rule.get(role, ""))[1:] for role in ("nilai", "hasil"))
            if rule.get("jenis") == "kategori" and {value, name} <= set(table.columns):
                yield value, name, str(rule["skala"])
        return
    for value, name in _beside(table):
        scale = f"kelas_{table.name}_{name}"
        if scale not in known:
            yield value, name, scale


def _beside(table: ProposedTable) -> Iterator[tuple[str, str]]:
    """The columns of figures that have one of words behind them, each with that."""
    for value, name in pairwise(table.columns):
        is_told = table.kind.columns[name].tipe == "teks" and name != table.kind.nama_baris
        if is_told and table.kind.columns[value].is_number:
            yield value, name


def _rated(table: ProposedTable, value: str, name: str, cells: Cells) -> list[Rated]:
    """The rows of a table that print a value and a class."""
    return [
        (cells[table.name, key, value].value, text.strip())
        for key, text in table.printed(name)
        if text.strip() and (table.name, key, value) in cells
    ]


def _with(
    found: Scaled, form: Sequence[ProposedTable], told: tuple[str, str, str], bands: Sequence[Band]
) -> Scaled:
    value, name, scale = told
    made = tuple(_band(scale, band, form[0].label) for band in bands)
    new = {table.name for table in form if table.is_new}
    tables = tuple(_classed(t, name) if t.name in new else t for t in found.tables)
    rules = tuple(_rule(t, value, name, scale) for t in form if t.is_new)
    return Scaled(tables, (*found.bands, *made), (*found.rules, *rules))


def _classed(table: ProposedTable, name: str) -> ProposedTable:
    columns = {**table.kind.columns, name: replace(table.kind.columns[name], tipe="kategori")}
    return replace(table, kind=replace(table.kind, columns=columns))


def _rule(table: ProposedTable, value: str, name: str, scale: str) -> ProposedRule:
    why = worded("{label}: hampir semua baris mengikuti batas nilai yang sama", label=table.label)
    return ProposedRule(
        f"kelas_{table.name}_{name}",
        "kategori",
        f"tabel={table.name}; baris=*; hasil=.{name}; nilai=.{value}; skala={scale}",
        "tafsir",
        why,
        MIDDLE,
    )


def _band(scale: str, band: Band, label: str) -> ProposedBand:
    edges = {
        "lebih_dari" if band.low and band.low.is_above else "dari": band.low,
        "sampai" if band.high and band.high.is_above else "kurang_dari": band.high,
    }
    told = {
        name: number(edge.at).replace(".", "").replace(",", ".")
        for name, edge in edges.items()
        if edge is not None
    }
    return ProposedBand(
        scale, band.name, source=worded("{label}: batas menurut barisnya", label=label), **told
    )
