"""The columns of two tables side by side: of two layers, of two years, or of one report."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from lkjip_analysis.analysis.frame_sources import Kept
from lkjip_analysis.analysis.tabel import Tabel, as_table, knowing
from lkjip_analysis.language import phrase
from lkjip_analysis.report.same_indicators import paired

KEPT = ("sel", "desimal", "gabung")


def padukan(
    kiri: pd.DataFrame, kanan: pd.DataFrame, akhiran: tuple[str, str] | None = None
) -> Tabel:
    """The columns of two tables side by side, for the rows that both have.

    A row is found again by its key, else by its name where that is of one row in either.
    A column of both that says the same in every row stands once; any other, and every figure of two
    years, stands twice under its name with an `akhiran`: that given, else the year or the layer.

    Raises: ValueError where neither year nor layer tells the two apart and no `akhiran` is given.
    """
    first, second = as_table(kiri), as_table(kanan)
    second = _with_keys_of(first, second)
    both = [key for key in first.index if key in second.index]
    first, second = first.loc[both], second.loc[both]
    years = [one._known.asal.laporan.tahun if one._known.asal else 0 for one in (first, second)]
    of_two_years = 0 not in years and years[0] != years[1]
    shared = [name for name in second.columns if name in first.columns]
    other = [name for name in shared if not first[name].equals(second[name])
             or (of_two_years and pd.api.types.is_numeric_dtype(first[name]))]  # fmt: skip
    if other:
        told = years if of_two_years else [first.layer, second.layer]
        ends = akhiran or _endings(told, other)
        first, second = (_called(table, {name: f"{name}{end}" for name in other})
                         for table, end in zip((first, second), ends, strict=True))  # fmt: skip
    return _joined(first, second, of_two_years)


def _with_keys_of(first: Tabel, second: Tabel) -> Tabel:
    """The second with the first's keys for rows of one name; says so where no row is in both."""
    nama, other = first._known.nama, second._known.nama
    keys: dict[Any, Any] = {}
    if nama in first.columns and other in second.columns:
        one, two = (dict(zip(table.index, table[name].astype(str), strict=True))
                    for table, name in ((first, nama), (second, other)))  # fmt: skip
        keys = paired(one, two)
    if len(first) and len(second) and not keys and first.index.intersection(second.index).empty:
        warnings.warn(phrase("no row of one table has the key or the name of a row of the other"),
                      stacklevel=3)  # fmt: skip
    if not keys:
        return second
    kept = {kind: Kept({(keys.get(row, row), column): told
                        for (row, column), told in second._known.kept.get(kind, {}).items()})
            for kind in KEPT}  # fmt: skip
    return knowing(second.frame.rename(index=keys), replace(second._known, kept=kept))


def _joined(first: Tabel, second: Tabel, of_two_years: bool) -> Tabel:
    """Both with what they know; a cell of another year's report is none of this report's."""
    new = [name for name in second.columns if name not in first.columns]
    whole = pd.concat([first.frame, second.frame[new]], axis=1)
    whole.index.name = first.index.name
    known, beside = first._known, second._known
    kept = {
        kind: Kept(({} if of_two_years and kind != "desimal" else beside.kept.get(kind, {}))
                   | known.kept.get(kind, {}))
        for kind in KEPT
    }  # fmt: skip
    labels = dict.fromkeys(filter(None, (known.label, beside.label)))
    return knowing(whole, replace(
        known, label=", ".join(labels), units={**beside.units, **known.units},
        titles={**beside.titles, **known.titles}, total=None, missing=None, kept=kept))  # fmt: skip


def _endings(told: Sequence[object], columns: Sequence[str]) -> tuple[str, str]:
    """What tells the columns of two tables apart: their years, or their layers."""
    if told[0] != told[1]:
        return f"_{told[0]}", f"_{told[1]}"
    raise ValueError(phrase(
        'both tables have {columns}, and not the same in it; akhiran=("_a", "_b") names them apart',
        columns=", ".join(f'"{name}"' for name in columns)))  # fmt: skip


def _called(table: Tabel, names: Mapping[str, str]) -> Tabel:
    """The table with other names of its columns, and all that it knows under them."""
    known = table._known
    kept = {kind: Kept({(row, names.get(column, column)): told
                        for (row, column), told in known.kept.get(kind, {}).items()})
            for kind in KEPT}  # fmt: skip
    units, titles = ({names.get(name, name): told for name, told in one.items()}
                     for one in (known.units, known.titles))  # fmt: skip
    nama = names.get(known.nama, known.nama)
    return knowing(table.frame.rename(columns=names),
                   replace(known, nama=nama, units=units, titles=titles, kept=kept))  # fmt: skip
