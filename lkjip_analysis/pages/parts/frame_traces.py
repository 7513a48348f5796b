"""How the figures of any frame came about: by the declared formulas, from the frame's own columns.

A column whose name is a declared measure (`sisa`, `kurs`, `serapan_dihitung`) is told by its
formula where that formula, worked with the row's other columns, gives the very figure shown. What
it does not give is left without a word: nothing is told that is not so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import isclose
from typing import Any

import pandas as pd

from lkjip_analysis.analysis.frame_sources import Joined
from lkjip_analysis.analysis.joining import behind
from lkjip_analysis.analysis.tabel import Tabel
from lkjip_analysis.language import within, worded
from lkjip_analysis.numbers.metrics import FORMULAS
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.parts import tracing
from lkjip_analysis.pages.parts.tracing import Trace
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.row_levels import top

Row = Mapping[str, Any]


def traces(report: Report, table: Tabel, names: Mapping[Any, str]) -> dict[tuple[Any, str], Trace]:
    """The traces of a frame's computed figures; `names` says what each row is called."""
    found: dict[tuple[Any, str], Trace] = {}
    cells = table._known.kept.get("sel", {})
    for key, row in table.iterrows():
        for column in map(str, table.columns):
            value = row[column]
            if (key, column) in cells or isinstance(value, bool) or pd.isna(value):
                continue
            figures = {str(name): one for name, one in row.items()}
            trace = _trace(report, table, key, figures, column, names[key])
            if trace is not None:
                found[key, column] = trace
    return found


def _trace(
    report: Report, table: Tabel, key: Any, row: Row, column: str, name: str
) -> Trace | None:
    known = table._known.kept
    layer = known.get("lapis", {}).get(key, table.layer)
    title = f"{heading(column)}, {name}"
    joined = known.get("gabung", {}).get((key, column))
    if joined is not None:
        return _joined(joined, title, row[column], layer)
    measure = column.removesuffix("_dihitung")
    if isinstance(row[column], str):
        return _class(report, table, key, row, measure, title)
    if measure == "capaian":
        return _achieved(report, table, key, row, column, title)
    if measure == "bagian":
        return _share(table, key, row, column, title, layer)
    return _formula(table, key, row, column, title, layer)


def heading(column: str) -> str:
    """A column's name as words."""
    return worded(column.removesuffix("_dihitung").replace("_", " ").capitalize())


def _joined(joined: Joined, title: str, value: float, layer: str) -> Trace | None:
    figures = pd.Series(joined.nilai, dtype=float)
    if joined.cara == "cacah" and len(figures) == value:
        noun = joined.apa.partition(" ")[0]
        worked = worded(
            "{count} dari {every} {what}",
            count=number(len(figures)),
            every=number(joined.dari),
            what=noun,
        )
        return Trace(title, worded("banyaknya {apa}", apa=joined.apa), worked, joined.sel, layer)
    if joined.cara == "jumlah" and isclose(float(figures.sum()), float(value), rel_tol=1e-9):
        return tracing.summed(
            worded("Jumlah {title}", title=within(title)), figures, joined.sel, layer
        )
    if joined.cara == "rerata" and isclose(float(figures.mean()), float(value), rel_tol=1e-9):
        what = joined.apa.replace("_dihitung", " yang dihitung").replace("_", " ")
        return tracing.mean(
            worded("Rata-rata{title}", title=_rest(title)), what, list(figures), joined.sel, layer
        )
    return None


def _rest(title: str) -> str:
    """A title after the word "rata-rata", which it may begin with itself."""
    own = title.removeprefix("Rerata")
    return own if own != title else f" {within(title)}"


def _formula(table: Tabel, key: Any, row: Row, column: str, title: str, layer: str) -> Trace | None:
    """A figure by the declared measure of its name, where that gives it.

    What the frame knows as `masukan` of the column are the columns that its inputs stand in.
    """
    formula = FORMULAS.get(column.removesuffix("_dihitung"))
    stands: Mapping[str, str] = table._known.kept.get("masukan", {}).get(column, {})
    if formula is None:
        return None
    needed = {name: stands.get(name, name) for name in formula.masukan}
    if not {needed[name] for name in needed if name not in formula.bawaan} <= set(row):
        return None
    put = {
        name: row[needed[name]] if needed[name] in row else formula.bawaan[name] for name in needed
    }
    if any(pd.isna(value) or isinstance(value, str) for value in put.values()):
        return None
    figures = {name: float(value) for name, value in put.items()}
    try:
        given = formula.nilai(**figures)
    except ZeroDivisionError:
        return None
    if given is None or not _same(given, row[column]):
        return None
    cells = dict.fromkeys(c for name in put for c in _cells(table, key, needed[name]))
    joined = table._known.kept.get("gabung", {})
    words = {name: _in_words(table, column) for name, column in stands.items()} | {
        n: worded("jumlah {n}", n=n)
        for n in put
        if (key, n) in joined and joined[key, n].cara == "jumlah"
    }
    return tracing.reckoned(title, formula, figures, cells, layer, **words)


def _in_words(table: Tabel, column: str) -> str:
    """A column as a formula names it: its printed heading, without the unit."""
    return without_unit(table._known.titles.get(column, "")) or heading(column)


def without_unit(title: str) -> str:
    """A printed heading without the unit behind it; "Lebih/(kurang)" has none.

    >>> without_unit("Realisasi (Rp)"), without_unit("Lebih/(kurang)")
    ('Realisasi', 'Lebih/(kurang)')
    """
    return re.sub(r"(?<!/)\s*\([^()]*\)\s*$", "", title)


def _same(given: float, shown: float) -> bool:
    return isclose(float(given), float(shown), rel_tol=1e-9, abs_tol=1e-9)


def _cells(table: Tabel, key: Any, column: str) -> Iterator[Any]:
    joined = table._known.kept.get("gabung", {}).get((key, column))
    yield from joined.sel if joined is not None else behind(table, key, column)


def _share(table: Tabel, key: Any, row: Row, column: str, title: str, layer: str) -> Trace | None:
    """A share of the sum of another column, the first of which it is one.

    Neither a total nor a part of another row is a summand.
    """
    own = table._known.baris
    rows = top([str(one) for one in table.index if own is None or one in own])
    summed = table.loc[[one for one in table.index if str(one) in set(rows)]]
    for name in map(str, table.select_dtypes("number")):
        total = float(summed[name].sum())
        if name == column or not total or pd.isna(row[name]):
            continue
        figures = {"nilai": float(row[name]), "jumlah": total}
        if _same(FORMULAS["bagian"].nilai(**figures), row[column]):
            every = (c for other in summed.index for c in _cells(table, other, name))
            cells = dict.fromkeys((*_cells(table, key, name), *every))
            what = name.replace("_", " ")
            names = {"nilai": what, "jumlah": worded("jumlah {what}", what=what)}
            return tracing.reckoned(title, FORMULAS["bagian"], figures, cells, layer, **names)
    return None


def _achieved(
    report: Report, table: Tabel, key: Any, row: Row, column: str, title: str
) -> Trace | None:
    """The capaian of an indicator, by its own direction, formula, policy and cap."""
    if not {"target", "realisasi"} <= set(row):
        return None
    told = {name: _shown(table, key, name, row[name]) for name in ("target", "realisasi")}
    cells = tuple(c for name in ("realisasi", "target") for c in _cells(table, key, name))
    return tracing.achieved(report, title, str(key), told, row[column], cells)


def _shown(table: Tabel, key: Any, column: str, value: Any) -> str:
    """A figure as it is printed; in words where it is a grade or a range."""
    if pd.isna(value):
        return str(table.get(f"{column}_teks", pd.Series(dtype=str)).get(key, ""))
    decimals = table._known.kept.get("desimal", {}).get((key, column))
    return number(float(value), decimals)


def _class(
    report: Report, table: Tabel, key: Any, row: Row, measure: str, title: str
) -> Trace | None:
    """The class of a computed capaian on the report's own scale."""
    scale = report.scales.get("capaian")
    source = next((c for c in ("capaian_dihitung", "capaian", "rerata") if c in row), "")
    if measure != "kategori" or scale is None or not source or not row[measure_of(row)]:
        return None
    desimal = table._known.kept.get("desimal", {}).get((key, "capaian"), 2)
    inputs = tuple(_cells(table, key, source))
    return tracing.class_of(report, scale, title, float(row[source]), inputs, desimal)


def measure_of(row: Row) -> str:
    return "kategori_dihitung" if "kategori_dihitung" in row else "kategori"
