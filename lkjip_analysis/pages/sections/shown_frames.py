"""Any frame as a table of the page, any chart as a picture with its data: one line that shows.

Headings, units and formats come from the frame's columns, links from its cells, the way to a
computed figure from the declared formulas, marks from the findings of the report it came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from lkjip_analysis.analysis.tabel import Known, Tabel, as_table, having
from lkjip_analysis.language import phrase, worded
from lkjip_analysis.numbers.metrics import FORMULAS
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.charts.shown_chart import Chart
from lkjip_analysis.pages.parts import frame_traces, html_parts, rendering, sources_over_years
from lkjip_analysis.pages.sections.shared import Shown

KINDS = {"rupiah": ("rupiah", "Rp"), "dolar AS": ("rupiah", "US$"), "persen": ("persen", "%"),
         "poin persen": ("persen", "poin"), "rupiah per US$": ("persen", "Rp per US$")}  # fmt: skip
"""How figures of a unit are shown, and the unit as a heading says it."""


YEARS = ("tahun", "dari", "ke", "tahun_awal", "tahun_akhir")
"""Columns of years, which are no amounts: 2021, not 2.021."""


def tabel(
    frame: pd.DataFrame | pd.Series[Any],
    judul: str = "",
    kolom: Sequence[str] | Mapping[str, str] = (),
    jangkar: str = "",
    kosong: str = "",
) -> Shown:
    """A frame as a table: each figure in its format, a printed one linked to its cell, a computed
    one with the way it was computed, findings marked.

    `judul` is its caption, `kolom` the columns to show (or each with a heading of its own),
    `jangkar` its anchor in the page. A frame of no rows says that there is nothing, or `kosong`.
    """
    if not isinstance(frame, pd.DataFrame | pd.Series):
        raise TypeError(_no_frame("tabel", frame))
    table = as_shown(frame)
    known = table._known
    if table.empty:
        nothing = html_parts.absent(judul or known.judul or worded("Data"))
        return replace(html_parts.text(worded(kosong)) if kosong else nothing, rows=table)
    having(table, kolom)
    names = known.nama if known.nama in table.columns else ""
    shown = kolom or [c for c in map(str, table) if c != names and _is_told(table, c)]
    columns = headings(table, shown)
    plain, marks, trail = _behind(table, names)
    called = (names, known.titles.get(names) or names.capitalize()) if names else None
    caption = _caption(judul or known.judul, known)
    told = html_parts.table(plain, caption, columns, called, marks, trail, jangkar)
    return replace(told, rows=table[list(told.frame)])


def headings(
    table: Tabel, kolom: Sequence[str] | Mapping[str, str] = ()
) -> dict[str, tuple[str, str]]:
    """Each column with its heading, the unit in it, and the kind that its figures are shown as.

    `kolom` are those to show, of all where it is empty; a heading that it gives stands.
    """
    shown = list(kolom or map(str, table))
    given = kolom if isinstance(kolom, Mapping) else {}
    return {
        c: (given.get(c) or heading, kind)
        for c in shown
        for heading, kind in [_column(table, c, _titled(table, c, shown))]
    }


def bagan(
    gambar: Figure | Axes | Sequence[Figure],
    data: Shown | None = None,
    nama: str = "",
    kosong: str = "",
) -> Shown:
    """A chart as the page shows it: its figures in words, its data as a table, files to save.

    Several charts stand beside one another. A chart of nothing says that there is nothing, with
    `kosong` what is missing.
    """
    if isinstance(gambar, Axes):
        gambar = gambar.figure.figure
    if not isinstance(gambar, Figure):
        if not isinstance(gambar, list | tuple) or not all(isinstance(g, Figure) for g in gambar):
            raise TypeError(_no_frame("bagan", gambar))
        parts = tuple(html_parts.chart(one) for one in gambar if one.get_label())
        return (
            html_parts.Pictures(parts)
            if parts
            else html_parts.absent(kosong or worded("Angka untuk bagan"))
        )
    if gambar.axes and not isinstance(gambar, Chart) and not gambar.get_label():
        title = next((axes.get_title() for axes in gambar.axes if axes.get_title()), "")
        gambar.set_label(title or nama or worded("Bagan"))  # a chart of the analyst's own
    if not gambar.get_label():
        return html_parts.absent(kosong or f"{worded('Angka untuk bagan')} {nama}".strip())
    table = data if isinstance(data, html_parts.Html) else None
    return html_parts.chart(gambar, table, nama)


def daftar(kata: Iterable[str] | pd.Series[Any], kosong: str = "Tidak ada.") -> Shown:
    """Sentences as a list, each of a Series after what its index says; `kosong` where none is.

    Where `kosong` is empty too, nothing is shown.
    """
    if isinstance(kata, pd.Series) and not isinstance(kata.index, pd.RangeIndex):
        names = [
            ", ".join(map(str, key if isinstance(key, tuple) else (key,))) for key in kata.index
        ]
        kata = [f"{name}: {told}." for name, told in zip(names, kata, strict=True)]
    told = list(kata)
    return (
        html_parts.listed(told, kosong) if told or kosong else html_parts.absent(worded("Daftar"))
    )


def daftar_temuan(temuan: pd.DataFrame) -> Shown:
    """Those findings of `laporan.temuan`, each with its cells, its reasons and what to do.

    Raises: ValueError for a frame that does not come from it.
    """
    asal = temuan._known.asal if isinstance(temuan, Tabel) else None
    if asal is None or temuan.index.name != "temuan":
        raise ValueError("findings are shown from rows of laporan.temuan, with their index")
    found, asked = asal.laporan.verifikasi, set(temuan.index)
    kept = tuple(one for one in found.findings if one.id in asked)
    return replace(html_parts.findings(replace(found, findings=kept)), rows=temuan)


def lipat(kata: str, isi: Shown) -> Shown:
    """Something shown behind one line that opens it."""
    return rendering.folded(kata, isi) if isinstance(isi, html_parts.Html) else isi


def kalimat(kata: str, tentang: pd.DataFrame | None = None) -> Shown:
    """A sentence computed from the data; about a frame of no rows nothing is said."""
    if tentang is not None and tentang.empty:
        return tabel(tentang)
    told = html_parts.text(kata)
    return told if tentang is None else replace(told, rows=tentang)


def angka(nilai: float, desimal: int | None = None) -> str:
    """A number as Indonesian text prints it: "90", "1.727.182.400", "91,27" with two decimals.

    NA is told as a table tells it.
    """
    if pd.isna(nilai):
        return worded("tidak ada data")
    return number(float(nilai), desimal)


def _no_frame(name: str, given: object) -> str:
    """What a presenter shows, where it was given something else."""
    shown = {"tabel": "laporan.anggaran", "bagan": "charts.serapan(laporan.anggaran)"}[name]
    return phrase(
        "{name} shows what {name}({shown}) does; it was given {given}",
        name=name,
        shown=shown,
        given=type(given).__name__,
    )


def as_shown(frame: pd.DataFrame | pd.Series[Any]) -> Tabel:
    """Any frame or column as a table whose columns and rows have one name each."""
    whole = frame.to_frame() if isinstance(frame, pd.Series) else frame
    if not all(isinstance(name, str) for name in whole.columns):  # of a pivot: years, pairs
        whole = (
            whole.rename(columns=_words)
            if whole.columns.nlevels == 1
            else whole.set_axis([_words(name) for name in whole.columns], axis=1)
        )
    if whole.index.nlevels > 1:
        names = ", ".join(str(name) for name in whole.index.names if name is not None)
        whole = whole.set_axis([_words(key) for key in whole.index], axis=0).rename_axis(names)
    return as_table(whole)


def _words(key: Any) -> str:
    """A heading, or the name of a row, that a frame has in several parts."""
    return ", ".join(map(str, key)) if isinstance(key, tuple) else str(key)


def _is_told(table: Tabel, name: str) -> bool:
    """Has a column anything to show of its own? Words among figures are shown in their column."""
    is_words = name.endswith("_teks") and name.removesuffix("_teks") in table
    return bool(table[name].notna().any()) and not is_words


def _with_words(table: Tabel) -> pd.DataFrame:
    """The frame with the grades and ranges that a column of figures prints in it."""
    plain = pd.DataFrame(table)
    for name in map(str, table.columns):
        if f"{name}_teks" in plain:
            figures: pd.Series[Any] = plain[name].astype(object)
            plain[name] = figures.where(plain[name].notna(), plain[f"{name}_teks"])
    return plain


def _caption(judul: str, known: Known) -> str:
    layer = f", {known.layer_words}" if known.layer_words else ""
    return f"{judul or worded('Tabel')}{layer}{f' ({known.label})' if known.label else ''}"


def _column(table: Tabel, name: str, heading: str) -> tuple[str, str]:
    """The heading of a column and how its figures are shown."""
    kind, sign = KINDS.get(_unit(table, name), ("angka", ""))
    values = table[name]
    if name == "tercetak" and "titik" in table._known.kept:
        return heading, html_parts.PRINTED
    if (
        name in YEARS
        or not pd.api.types.is_numeric_dtype(values)
        or pd.api.types.is_bool_dtype(values)
    ):
        return heading, "teks"
    if kind == "angka" and pd.api.types.is_integer_dtype(values):
        kind = "cacah"
    if kind == "angka" and _is_mean(table, name):
        kind = "persen"  # as many decimals
    return (f"{worded(heading)} ({worded(sign)})" if sign else heading), kind


def _is_mean(table: Tabel, name: str) -> bool:
    joined = table._known.kept.get("gabung", {})
    return any(one.cara == "rerata" for (_, column), one in joined.items() if column == name)


def _unit(table: Tabel, name: str) -> str:
    """The unit of a column: its own, or that of the measure it is."""
    own = table.units.get(name) or table._known.units.get(name.removesuffix("_dihitung"), "")
    formula = FORMULAS.get(name.removesuffix("_dihitung"))
    return own or (formula.satuan if formula else "")


def _titled(table: Tabel, name: str, shown: Sequence[str]) -> str:
    """The printed heading without its unit; "tercetak" and "dihitung" where both are shown.

    What the formulas beside it put in is called as they call it.
    """
    title = frame_traces.without_unit(table._known.titles.get(name, ""))
    is_word = any(sign.isalpha() for sign in title) and name not in _put_in(table)
    words = title if is_word else frame_traces.heading(name)
    printed = name.removesuffix("_dihitung")
    if {printed, f"{printed}_dihitung"} <= set(shown):
        kind = "{words} tercetak" if name == printed else "{words} dihitung"
        return worded(kind, words=worded(words))
    return words


def _put_in(table: Tabel) -> set[str]:
    """The columns that the measures of a table name by their own name."""
    shown = (FORMULAS.get(str(name).removesuffix("_dihitung")) for name in table.columns)
    return {
        one
        for formula in shown
        if formula
        for one in formula.masukan
        if one not in dict(formula.nama_kata)
    }


def _behind(table: Tabel, names: str) -> tuple[pd.DataFrame, Any, html_parts.Trail | None]:
    """The frame with its cells, the findings about them, and how its figures came about."""
    known, asal = table._known, table._known.asal
    if "titik" in known.kept:
        return sources_over_years.behind(table)
    plain = _with_words(table)
    plain.attrs = {kind: known.kept.get(kind, {}) for kind in ("sel", "desimal")}
    if asal is None:
        return plain, None, None
    laporan = asal.laporan
    called = {
        key: str(table.loc[key, names] if names else html_parts.row_name(table, key))
        for key in table.index
    }
    traces = frame_traces.traces(laporan.report, table, called)
    trail = html_parts.Trail(laporan.verifikasi.report, traces, table.layer)
    return plain, laporan.verifikasi.marks, trail
