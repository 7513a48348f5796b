"""Tables as pandas frames: for trends, charts, exports and an analyst's own questions.

Numbers become floats here and only here; verification never sees a float. Every frame keeps, in
`attrs["sel"]`, the address behind each (row, column), so that a shown figure can be traced back,
and in `attrs["desimal"]` the decimals it is printed with. A frame of counts keeps in
`attrs["cacah"]` the cells behind each count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import nan
from typing import Any

import pandas as pd

from lkjip_analysis.analysis.frame_sources import Kept, counted, of_counts
from lkjip_analysis.analysis.one_row import joined
from lkjip_analysis.analysis.printed_means import definition, printed_means
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.ranges import read_span
from lkjip_analysis.numbers.written import meant, number
from lkjip_analysis.report.grades import grade
from lkjip_analysis.report.once_for_each import once_for_each
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.row_names import sasaran_of
from lkjip_analysis.report.tables import Table

NO_CLASS = "Tanpa kategori"
"""What a score is that no class of its scale holds."""


def values(table: Table) -> pd.DataFrame:
    """One printed table, typed: numbers as floats, merged texts repeated; indexed by row key."""
    frame = pd.DataFrame(
        {name: [_value(table, row, name) for row in table.keys] for name in _columns(table)},
        index=pd.Index(table.keys, name=table.type.kunci),
    )
    for name in _columns(table):
        if table.type.columns[name].gabungan:
            frame[name] = frame[name].replace("", None).ffill()
    places = [(row, name) for row in table.keys for name in _columns(table)]
    cells = {place: table.cell(*place) for place in places}
    frame.attrs["sel"] = Kept({place: cell.address for place, cell in cells.items()})
    frame.attrs["desimal"] = Kept(
        {place: max(cell.decimals, 0) for place, cell in cells.items() if cell.is_figure}
    )
    return frame


def framed(rows: Sequence[Mapping[str, Any]], kinds: Mapping[str, type]) -> pd.DataFrame:
    """Rows as a frame of these columns, of the same kinds where there is no row: what is asked of
    the figures of an agency with two years can be asked of one with a single year too."""
    frame = pd.DataFrame(rows, columns=list(kinds))
    return frame if rows else frame.astype(dict(kinds))


def _columns(table: Table) -> list[str]:
    present = {address.column for address in table.cells}
    return [name for name in table.type.columns if name in present and name != table.type.kunci]


def _value(table: Table, row: str, column: str) -> Any:
    cell = table.cell(row, column)
    if cell.printed is None:
        return cell.words
    return nan if cell.printed.value is None else float(cell.printed.value)


def shown(frame: pd.DataFrame, key: Any, column: str) -> str:
    """A figure of a frame with the decimals it is printed with; a grade or a range as it is."""
    value: Any = frame.loc[key, column]
    words = f"{column}_teks"
    if not isinstance(value, str) and pd.isna(value) and words in frame:
        value = str(frame.loc[key, words])
    decimals = frame.attrs.get("desimal", {}).get((key, column))
    return value if isinstance(value, str) else number(float(value), decimals)


def says_something(value: Any) -> bool:
    """Does a value of a frame hold anything that a cell could show?"""
    return not (value is None or value is pd.NA or value != value or value == "")


def of_type(report: Report, kind: str) -> list[Table]:
    """The tables of one type, in the order of laporan.yaml."""
    return [table for table in report.tables.values() if table.type.name == kind]


def kinerja(report: Report) -> pd.DataFrame:
    """The indicators of all achievement tables with capaian as printed and as computed, percent.

    Empty where the report has no achievement table. Indexed by the indicator's `kode`;
    `attrs["rerata"]` says of what the report's own mean of the year is, None where it prints none;
    `attrs["batas"]` what each capaian is cut down to for it (percent), None where it is not. What
    is added to the frame changes no other.
    """
    return _kinerja(report).copy()


@once_for_each
def _kinerja(report: Report) -> pd.DataFrame:
    tables = of_type(report, "capaian")
    if not tables:
        return pd.DataFrame()
    frame = joined([values(table).loc[list(table.rows)] for table in tables])
    printed = {row: table.row_name(row) for table in tables for row in table.rows}
    frame["singkat"] = [_short(report, kode, printed[kode]) for kode in frame.index]
    known = report.indicators
    frame["arah"] = [known[kode].arah if kode in known else "" for kode in frame.index]
    frame["capaian_dihitung"] = [_achievement(report, kode, row) for kode, row in _rows(frame)]
    decimals = frame.attrs["desimal"]
    frame["kategori_dihitung"] = [
        kategori_capaian(report, value, decimals.get((kode, "capaian"), 2))
        for kode, value in frame["capaian_dihitung"].items()
    ]
    with_capaian = [str(kode) for kode in frame["capaian_dihitung"].dropna().index]
    frame.attrs["rerata"], cap = definition(printed_means(report, with_capaian))
    frame.attrs["batas"] = None if cap is None else float(cap)
    return frame


def kategori_capaian(report: Report, capaian: float, desimal: int = 2) -> str:
    """The class of a computed capaian on the report's scale; nothing where it prints none."""
    scale = report.scales.get("capaian")
    if scale is None or pd.isna(capaian):
        return ""
    return metrics.kategori_dihitung(capaian, scale.pita, desimal) or "tanpa kategori"


def _rows(frame: pd.DataFrame) -> Iterator[tuple[str, pd.Series[Any]]]:
    return ((str(kode), row) for kode, row in frame.iterrows())


def _short(report: Report, kode: str, printed: str) -> str:
    """The short name of an indicator; of one that nobody declared the name that its row prints."""
    return report.indicators[kode].singkat if kode in report.indicators else printed


def _achievement(report: Report, kode: str, row: pd.Series[Any]) -> float:
    """capaian by the indicator's own direction, formula and cap; nan where it is undefined.

    A grade reached is 100; how much a better or worse one is worth, no rule says.
    """
    target, realisasi = row["target"], row["realisasi"]
    if isinstance(target, str):
        return capaian_tanpa_angka(report, kode, target, realisasi)
    if isinstance(realisasi, str) or pd.isna(target) or pd.isna(realisasi):
        return nan
    found = report.capaian(kode, meant(realisasi), meant(target))
    return nan if found is None else float(found)


def capaian_tanpa_angka(report: Report, kode: str, target: str, realisasi: float | str) -> float:
    """capaian (percent) of a target that prints a grade or a range, cut down to the maximum.

    nan where it is undefined, as it is below a range that begins at 0.
    """
    if isinstance(realisasi, str):
        value = 100.0 if grade(realisasi) == grade(target) else nan
    else:
        value = _against_range(report, kode, target, realisasi)
    cap = report.maximum(kode)
    return float(metrics.dibatasi(value, None if cap is None else float(cap)))


def _against_range(report: Report, kode: str, target: str, realisasi: float) -> float:
    indicator = report.indicators.get(kode)
    span = read_span(target, units=(indicator.satuan,) if indicator else ())
    if span is None or pd.isna(realisasi):
        return nan
    arah: metrics.Arah = indicator.arah if indicator else "naik"
    rumus: metrics.Rumus = indicator.rumus if indicator else "R/T"
    try:
        return metrics.capaian_target_rentang(
            realisasi, float(span.low), float(span.high), arah, rumus
        )
    except ZeroDivisionError:
        return nan


def yang_dirata_rata(kinerja: pd.DataFrame) -> pd.Series[float]:
    """The capaian of each indicator as it counts in the means of the year, percent: cut down where
    the report's own mean is of such. Indicators without data are left out."""
    known: pd.Series[float] = kinerja["capaian_dihitung"].dropna()
    found: pd.Series[float] = metrics.dibatasi(known, kinerja.attrs.get("batas"))
    return found


def rerata_sasaran(kinerja: pd.DataFrame) -> pd.Series[float]:
    """Mean capaian of each sasaran (the part of `kode` before a point), percent.

    A sasaran of which no indicator has data is left out.
    """
    groups = [sasaran_of(kode) for kode in kinerja.index]
    return yang_dirata_rata(kinerja).groupby(pd.Series(groups, index=kinerja.index)).mean()


def is_mean_of_indicators(kinerja: pd.DataFrame) -> bool:
    """Is the report's own mean of the year that of its indicators?"""
    return kinerja.attrs.get("rerata") == "indikator"


def rerata_tahun(kinerja: pd.DataFrame) -> float:
    """Mean capaian of the year, percent: of all indicators where the report's own mean is that of
    its indicators, else of the means of the sasaran.
    """
    if is_mean_of_indicators(kinerja):
        return float(yang_dirata_rata(kinerja).mean())
    return float(rerata_sasaran(kinerja).mean())


def rerata_tanpa_batas(kinerja: pd.DataFrame) -> float:
    """The mean of the year had no capaian been cut down for it, percent."""
    whole = kinerja.copy()
    whole.attrs = {**kinerja.attrs, "batas": None}
    return rerata_tahun(whole)


def predikat(report: Report) -> pd.DataFrame:
    """How many cooperatives each health class has, as printed and by score; empty if none."""
    tables, scale = of_type(report, "koperasi"), report.scales.get("koperasi")
    if not tables or scale is None:
        return pd.DataFrame()
    table = tables[0]
    classes = [table.cell(row, "predikat") for row in table.rows]
    scores = [cell for row in table.rows if (cell := table.cell(row, "nilai")).is_figure]
    printed = [(cell.text.strip().title(), cell.address) for cell in classes]
    scored = [
        (metrics.kategori(cell.point, scale.pita) or NO_CLASS, cell.address) for cell in scores
    ]
    known = (name for name, _ in (*printed, *scored))
    names = list(dict.fromkeys([*(band.nama for band in scale.pita), *known]))
    columns = {"tercetak": counted(printed, names), "menurut_nilai": counted(scored, names)}
    return of_counts(columns, pd.Index(names, name="predikat"))
