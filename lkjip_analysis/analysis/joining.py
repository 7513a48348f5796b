"""Rows of a table joined to fewer: sums and means that still know the cells behind them.

jumlah(laporan.anggaran, "sasaran")      one row for each sasaran
jumlah(laporan.anggaran)                 one row, "jumlah"
rerata(laporan.indikator, sasaran, ["capaian_dihitung"])
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from lkjip_analysis.analysis.frame_sources import Joined, Kept
from lkjip_analysis.analysis.spelling import warn_of_spelling
from lkjip_analysis.analysis.tabel import Known, Tabel, as_table, having, knowing
from lkjip_analysis.errors import nearest, wrong_input
from lkjip_analysis.language import phrase, worded
from lkjip_analysis.numbers.metrics import FORMULAS, Band
from lkjip_analysis.report.row_names import UNNUMBERED, sasaran_of
from lkjip_analysis.report.tables import Address

SHARES = ("persen", "skor 0-100")
"""Units of a level, which no sum adds up."""

EACH_ITS_OWN = "satuan indikator"
"""The unit of a column whose rows count tons, percent and persons: nothing of them is joined."""

ONE_COLUMN = 'rows are joined by one column, such as "sasaran", or a Series; not by a {given}'

PROGRAMME, ACCOUNT = "program", re.compile(r"\d+(?:\.\d+)+\.?")
"""What a row of a budget is called, and a code that is an account there."""

EVERY = "banyak"
"""The column that counts every row of a group."""

Groups = str | pd.Series | Callable[[pd.DataFrame], pd.Series] | None
Columns = Sequence[str] | Mapping[str, str]


def sasaran(table: pd.DataFrame) -> pd.Series[str]:
    """The sasaran of each row: the part of its `kode` before the last point ("1" of "1.umkm").

    The account of a programme ("3.27.02") names none.
    """
    of_programmes = isinstance(table, Tabel) and table._known.nama == PROGRAMME
    codes = [
        worded(UNNUMBERED) if of_programmes and ACCOUNT.fullmatch(str(kode)) else sasaran_of(kode)
        for kode in table.index
    ]
    return pd.Series(codes, index=table.index, name="sasaran", dtype=str)


def jumlah(
    table: Tabel, oleh: Groups = None, kolom: Sequence[str] = (), nama: str = "jumlah"
) -> Tabel:
    """The rows added up, all of them (in a row `nama`) or by a column (a Series of groups, or what
    makes it of the table, as `sasaran` does).

    Only amounts are added: a column in percent stays empty, and one of indicators that each have a
    unit of their own. `kolom` names others.
    """
    table = as_table(table)
    joined = _joined(table, _groups(table, oleh, nama), kolom or _amounts(table), "jumlah")
    return joined if kolom else _with_empty(joined, table)


def rerata(
    table: Tabel, oleh: Groups = None, kolom: Columns = (), nama: str = "rata-rata"
) -> Tabel:
    """The mean of the rows that have a figure, of all (in a row `nama`) or by a column (a Series of
    groups, or what makes it of the table, as `sasaran` does).

    Where each indicator has a unit of its own the mean stays empty. `kolom` names the columns, or
    each with what its mean is called.
    """
    table = as_table(table)
    joined = _joined(table, _groups(table, oleh, nama), kolom or _alike(table), "rerata")
    return joined if kolom else _with_empty(joined, table)[_figures(table)]


def _with_empty(joined: Tabel, table: Tabel) -> Tabel:
    """With the columns of figures that nothing joins, empty."""
    for name in _figures(table):
        if name not in joined:
            joined[name] = float("nan")
    return joined


def cacah(
    table: Tabel,
    oleh: Groups,
    bila: Mapping[str, pd.Series[bool]] | None = None,
    *,
    apa: str = "baris",
    dari: str = "",
) -> Tabel:
    """How many rows each group has (`banyak`), and of how many each condition of `bila` holds.

    `apa` is what is counted, in words; `dari` the column whose cells stand behind the counts, where
    a condition is not named as a column itself.
    """
    table = as_table(table)
    groups, cells = _groups(table, oleh), table._known.kept.get("sel", {})
    conditions = {EVERY: [True] * len(table)} | {n: list(c) for n, c in (bila or {}).items()}
    rows: dict[Any, dict[str, int]] = {}
    told: dict[tuple[Any, str], Joined] = {}
    for name, places in table.groupby(groups, sort=False).indices.items():
        rows[name] = {}
        for column, holds in conditions.items():
            found = [place for place in places if holds[place] is True or holds[place] == 1]
            source = column if column in table.columns else dari or table._known.nama
            keys = [table.index[place] for place in found or places]
            behind_it = dict.fromkeys(cells[k, source] for k in keys if (k, source) in cells)
            words = _what_is_counted(apa, str(groups.name), str(name), column)
            among = len(table) if column == EVERY else len(places)
            rows[name][column] = len(found)
            ones = (1.0,) * len(found)
            told[name, column] = Joined("cacah", words, ones, tuple(behind_it), among)
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=list(conditions)).astype("Int64")
    frame.index = pd.Index(frame.index, name=groups.name, dtype=str)
    return knowing(frame, replace(table._known, nama="", total=None, missing=None, units={},
                                  titles={}, kept={"gabung": Kept(told)}))  # fmt: skip


def _what_is_counted(apa: str, kolom: str, name: str, condition: str) -> str:
    """What a count is of, in words: its group and the condition that holds."""
    words = worded("{apa} dengan {kolom} {name}", apa=worded(apa), kolom=worded(kolom), name=name)
    return words if condition == EVERY else f"{words}, {condition.replace('_', ' ')}"


def dengan_jumlah(table: Tabel) -> Tabel:
    """The rows with the printed total rows below them, as the report prints the table."""
    return bawahkan(table, table.total)


def bawahkan(atas: Tabel, bawah: Tabel) -> Tabel:
    """The rows of two tables one below the other, with the columns of the first."""
    names = [name for name in atas.columns if name in bawah.columns]
    if bawah.empty:
        return atas
    kept = {
        kind: Kept({**bawah._known.kept.get(kind, {}), **atas._known.kept.get(kind, {})})
        for kind in ("sel", "desimal", "gabung")
    }
    frame = pd.concat([atas.frame[names], bawah.frame[names]])
    frame.index.name = atas.index.name
    return knowing(frame, replace(atas._known, kept={**atas._known.kept, **kept}))


def pilih_kelas(skala: Sequence[Band], kata: str) -> list[str]:
    """The classes of a scale that are named, separated by commas; of no scale none.

    Raises: InputError for a name that is no class of the scale.
    """
    known = {band.nama.casefold(): band.nama for band in skala}
    asked = [word.strip() for word in kata.split(",") if word.strip()]
    for word in asked:
        if known and word.casefold() not in known:
            raise wrong_input(
                "kelas", f'"{word}"', ", ".join(known.values()), nearest(word, list(known.values()))
            )
    return [known[word.casefold()] for word in asked if known]


def tiap_kelas(kelas: pd.Series[str], skala: Sequence[Band]) -> dict[str, pd.Series[bool]]:
    """Of each class of a scale that occurs, in which rows it does: what `cacah` counts."""
    return {band.nama: kelas == band.nama for band in skala if (kelas == band.nama).any()}


def sandingkan(tables: Mapping[str, pd.DataFrame], nama: str = "baris") -> Tabel:
    """One row of each table, one below the other, under the names given; tables of none are left
    out. `nama` is what the names are.

    Raises: ValueError for a table of several rows.
    """
    first = next(iter(tables.values()))
    tables = {name: table for name, table in tables.items() if len(table)}
    if not tables:
        return knowing(pd.DataFrame(first), getattr(first, "_known", Known()))
    several = [name for name, table in tables.items() if len(table) > 1]
    if several:
        raise ValueError(
            phrase("only tables of one row stand side by side: not {several}", several=several)
        )
    whole = pd.concat([pd.DataFrame(table) for table in tables.values()])
    whole.index = pd.Index(list(tables), name=nama, dtype=str)
    known = next(table._known for table in tables.values() if isinstance(table, Tabel))
    kept: dict[str, dict[Any, Any]] = {"sel": {}, "desimal": {}, "gabung": {}, "lapis": {}}
    for name, table in tables.items():
        for kind, places in kept.items():
            _renamed(table, kind, name, places)
    frozen = {kind: Kept(places) for kind, places in kept.items()}
    return knowing(whole, replace(known, label="", layer="tercetak", nama="", kept=frozen))


def _renamed(table: pd.DataFrame, kind: str, name: str, places: dict[Any, Any]) -> None:
    """Put what one row knows under its new name."""
    if not isinstance(table, Tabel):
        return
    if kind == "lapis":
        places[name] = table.layer
        return
    for (row, column), told in table._known.kept.get(kind, {}).items():
        if row == table.index[0]:
            places[name, column] = told


def _joined(table: Tabel, groups: pd.Series[str], kolom: Columns, cara: str) -> Tabel:
    names = [kolom] if isinstance(kolom, str) else kolom
    called = dict(names) if isinstance(names, Mapping) else {name: name for name in names}
    having(table, called)
    rows: dict[Any, dict[str, Any]] = {}
    told: dict[tuple[Any, str], Joined] = {}
    for name, part in table.groupby(groups, sort=False):
        rows[name] = {}
        for column, new in called.items():
            known = part[column].dropna()
            # Of no figure there is neither a sum nor a mean.
            whole = known.sum(min_count=1) if cara == "jumlah" else known.astype(float).mean()
            rows[name][new] = whole
            cells = tuple(c for row in known.index for c in behind(table, row, column))
            told[name, new] = Joined(cara, column, tuple(map(float, known)), cells)
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=list(called.values()))
    own = {new: table[column].dtype for column, new in called.items()}
    frame = frame.astype(own if cara == "jumlah" else float)
    frame.index = pd.Index(frame.index, name=groups.name, dtype=str)
    return knowing(
        frame, replace(table._known, nama="", total=None, missing=None, kept={"gabung": Kept(told)})
    )


def _groups(table: Tabel, oleh: Groups, nama: str = "jumlah") -> pd.Series[str]:
    if oleh is None:
        return pd.Series(nama, index=table.index, name=None, dtype=str)
    if not isinstance(oleh, str):
        found = oleh(table) if callable(oleh) else oleh
        if not isinstance(found, pd.Series):
            raise TypeError(phrase(ONE_COLUMN, given=type(found).__name__))
        return found
    warn_of_spelling(table[oleh], 3)
    groups: pd.Series[str] = table[oleh]
    return groups


def _figures(table: Tabel) -> list[str]:
    kinds = table.select_dtypes("number")
    return [str(name) for name in kinds if name != "tingkat"]


def _alike(table: Tabel) -> list[str]:
    return [name for name in _figures(table) if table.units.get(name) != EACH_ITS_OWN]


def _amounts(table: Tabel) -> list[str]:
    levels = {name for name, unit in table.units.items() if unit in SHARES}
    return [name for name in _alike(table) if name.removesuffix("_dihitung") not in levels]


def behind(table: Tabel, row: Any, column: str) -> Iterable[Address]:
    """The printed cells that a figure is, or follows from by a declared formula."""
    cells, joined = (table._known.kept.get(kind, {}) for kind in ("sel", "gabung"))
    if (row, column) in joined:
        return joined[row, column].sel  # type: ignore[no-any-return]
    if (row, column) in cells:
        return (cells[row, column],)
    name = column.removesuffix("_dihitung")
    found = FORMULAS.get("capaian R/T" if name == "capaian" else name)
    needed = found.masukan if found else ()
    return tuple(cells[row, one] for one in needed if (row, one) in cells)
