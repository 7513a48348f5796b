"""Figures over the years as frames: one long frame, and what follows from it.

In JupyterLab two lines are enough, and both results go on being a frame and Axes:

    tren = trends.of("dindagkop-ukm-blora")
    charts.deret(tren, "1.umkm")

Years without a figure are gaps, a declared break ends a line, and nothing is continued beyond
the last figure unless `continued` is asked, which labels what it adds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import nan
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from lkjip_analysis.analysis.frame_sources import Kept, KeptTuple
from lkjip_analysis.analysis.frames import framed
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.report import points
from lkjip_analysis.report.history import History, history
from lkjip_analysis.report.points import Point
from lkjip_analysis.report.series import PERCENTAGES, TARGETS

COLUMNS = (
    "instansi", "tahun", "periode", "kode", "ukuran", "nilai", "satuan", "asal", "lapis",
    "singkat", "tercetak", "bawah", "atas", "sumber", "laporan", "posisi", "peringkat", "catatan",
)  # fmt: skip
LINE = ["kode", "ukuran", "satuan"]
"""Figures with these in common lie on one line."""

CHANGES = {
    "kode": str, "singkat": str, "ukuran": str, "satuan": str, "dari": int, "ke": int,
    "sebelum": float, "sekarang": float, "perubahan": float, "persen": float,
    "persen_setahun": float, "putus": str, "arah": str,
}  # fmt: skip
SAME = [*LINE, "tahun", "periode"]
"""Figures with these in common speak of one thing."""

Thing = tuple[Any, ...]
"""What a figure has in common with those that speak of the same."""
Row = Mapping[Any, Any]

ESTIMATE = "perkiraan, diteruskan"


def of(instansi: str, data: Path | str | None = None) -> pd.DataFrame:
    """The long frame of an agency: every figure of every year at hand, one a row.

    Raises: InputError for an unknown agency.
    """
    return long(history(instansi, data))


def long(past: History) -> pd.DataFrame:
    """Every figure of an agency with its document; figures that disagree are all there.

    `bawah` and `atas` bound what each print may stand for. `attrs` keeps the breaks, the
    directions, the reports' own cells (`sel`) and the points that the figures are (`titik`).
    """
    found = points.of_history(past)
    names = {kode: series.singkat for kode, series in past.series.items()}
    rows = [_row(past, point, names) for point in found]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    frame.attrs["putus"] = KeptTuple(past.breaks)
    frame.attrs["arah"] = Kept({kode: series.arah for kode, series in past.series.items()})
    frame.attrs["sel"] = Kept(
        {(i, "nilai"): (point.laporan, point.cell.address) for i, point in enumerate(found)}
    )
    frame.attrs["titik"] = Kept({(i, "nilai"): point for i, point in enumerate(found)})
    return frame


def _row(past: History, point: Point, names: dict[str, str]) -> dict[str, Any]:
    return {
        "instansi": past.instansi,
        "tahun": point.tahun,
        "periode": point.period.label,
        "kode": point.kode,
        "ukuran": point.ukuran,
        "nilai": float(point.nilai),
        "satuan": point.satuan,
        "asal": point.asal,
        "lapis": point.layer,
        "singkat": names.get(point.kode, point.kode),
        "tercetak": point.cell.words,
        "bawah": float(point.cell.interval.low),
        "atas": float(point.cell.interval.high),
        "sumber": point.sumber,
        "laporan": point.laporan,
        "posisi": point.period.position,
        "peringkat": point.rank,
        "catatan": point.catatan,
    }


def chosen(tren: pd.DataFrame) -> pd.DataFrame:
    """Of each thing that is told more than once, the document closest to the year's own report.

    Corrected figures go before printed ones, longer prints before shorter. Where the closest
    documents disagree none is chosen: `nilai` is nan and `bertentangan` says so.
    """
    figures = bare(tren)
    things, low, high = _bounded(figures)
    ranks = list(zip(figures["peringkat"], figures["lapis"] == "tercetak", strict=True))
    positions = figures["posisi"].tolist()
    width = [above - below for below, above in zip(low, high, strict=True)]
    # Worked out beside the frame: pandas takes longer over each step than all of this does.
    order = sorted(range(len(things)), key=lambda i: (positions[i], *ranks[i], width[i]))
    # A correction and the print that it corrects differ, and that is no conflict.
    first: dict[Thing, tuple[Any, bool]] = {}
    closest = [i for i in order if first.setdefault(things[i], ranks[i]) == ranks[i]]
    is_apart = _apart_among([(things[i], low[i], high[i]) for i in closest])
    each_once: dict[Thing, int] = {}
    for i in closest:
        each_once.setdefault(things[i], i)
    apart = np.array([is_apart[thing] for thing in each_once], dtype=bool)
    found = figures.iloc[list(each_once.values())]
    found = found.assign(bertentangan=apart, nilai=found["nilai"].mask(apart))
    found.attrs = dict(tren.attrs)
    return found


def _bounded(figures: pd.DataFrame) -> tuple[list[Thing], list[float], list[float]]:
    """What each figure speaks of, and the bounds of its print."""
    things = list(zip(*(figures[name].tolist() for name in SAME), strict=True))
    return things, figures["bawah"].tolist(), figures["atas"].tolist()


def _apart_among(figures: Iterable[tuple[Thing, float, float]]) -> dict[Thing, bool]:
    """Of each thing, whether there is no number that all figures of it could be prints of."""
    bounds: dict[Thing, tuple[float, float]] = {}
    for thing, below, above in figures:
        low, high = bounds.get(thing, (below, above))
        bounds[thing] = max(low, below), min(high, above)
    return {thing: low > high for thing, (low, high) in bounds.items()}


def bare(frame: pd.DataFrame) -> pd.DataFrame:
    """A frame without what it knows of its figures, which pandas copies with each step and row."""
    same = frame.copy(deep=False)
    same.attrs = {}
    return same


def conflicts(tren: pd.DataFrame) -> pd.DataFrame:
    """The figures of one thing in one period on which documents disagree, side by side."""
    printed = tren[tren["lapis"] == "tercetak"]
    found = printed[_disagree(printed)]
    if found.empty:
        return found
    return found.iloc[found.groupby(SAME, sort=False).ngroup().argsort(kind="stable")]


def _disagree(figures: pd.DataFrame) -> pd.Series[bool]:
    """For each figure: is there no number that all figures of its thing could be prints of?"""
    things, low, high = _bounded(figures)
    is_apart = _apart_among(zip(things, low, high, strict=True))
    return pd.Series([is_apart[thing] for thing in things], figures.index, dtype=bool)


def segments(line: pd.DataFrame, breaks: tuple[Any, ...]) -> Iterator[pd.DataFrame]:
    """The stretches of one line that may be drawn through: years in a row, no break between.

    Only whole years are joined; figures of a day are joined where the line has no year's figure.
    """
    years = line[(line["periode"] == "") & line["nilai"].notna()].sort_values("posisi")
    told, start = years.to_dict("records"), 0
    for i in range(1, len(told) + 1):
        if i == len(told) or _apart(told[i - 1], told[i], breaks):
            yield years.iloc[start:i]
            start = i


def _apart(before: Row, after: Row, breaks: tuple[Any, ...]) -> bool:
    gap = after["tahun"] - before["tahun"] > 1
    return bool(gap or _break(before, after, breaks))


def _break(before: Row, after: Row, breaks: tuple[Any, ...]) -> str:
    """What changed between two figures of a line, and why; nothing where nothing did."""
    for one in breaks:
        if one.stands_for(after["kode"], after["ukuran"]) and (
            before["tahun"] < one.tahun <= after["tahun"]
        ):
            return f"{one.berubah}: {one.sebab}"
    return ""


def changes(tren: pd.DataFrame) -> pd.DataFrame:
    """From each whole year to the next one told: change, growth, direction, or why there is none.

    `perubahan` in the figure's unit (percentage points of percentages), `persen` and
    `persen_setahun` (compound, over gaps) in percent of the earlier figure. `attrs["titik"]`
    keeps the points that were compared.
    """
    known, compared = tren.attrs.get("titik", {}), Kept()
    breaks, arah = tren.attrs.get("putus", ()), tren.attrs.get("arah", {})
    rows: list[dict[str, Any]] = []
    for (kode, ukuran, satuan), years in _whole_years(bare(chosen(tren))):
        for (first, before), (second, after) in pairwise(years):
            for name, place in (("sebelum", first), ("sekarang", second)):
                if (place, "nilai") in known:
                    compared[len(rows), name] = known[place, "nilai"]
            rows.append(
                {
                    "kode": kode,
                    "singkat": after["singkat"],
                    "ukuran": ukuran,
                    "satuan": satuan,
                    "dari": before["tahun"],
                    "ke": after["tahun"],
                    "sebelum": before["nilai"],
                    "sekarang": after["nilai"],
                    **_change(before, after, _break(before, after, breaks)),
                    "arah": _direction(before, after, arah.get(kode), breaks),
                }
            )
    frame = framed(rows, CHANGES)
    frame.attrs["titik"] = compared
    return frame


def _whole_years(figures: pd.DataFrame) -> Iterator[tuple[Thing, list[tuple[Any, Row]]]]:
    """Each line with its figures of whole years, in order, and where they stand in the frame."""
    rows = zip(figures.index, figures.to_dict("records"), strict=True)
    whole = (told for told in rows if told[1]["periode"] == "" and pd.notna(told[1]["nilai"]))
    lines = grouped((tuple(told[1][name] for name in LINE), told) for told in whole)
    for name, years in lines.items():
        yield name, sorted(years, key=lambda told: told[1]["tahun"])


def _change(before: Row, after: Row, broken: str) -> dict[str, Any]:
    old, new = float(before["nilai"]), float(after["nilai"])
    if broken:
        return dict.fromkeys(("perubahan", "persen", "persen_setahun"), nan) | {"putus": broken}
    each = metrics.pertumbuhan_majemuk(new, old, int(after["tahun"] - before["tahun"]))
    return {
        "perubahan": metrics.perubahan(new, old),
        "persen": metrics.pertumbuhan(new, old) if old else nan,
        "persen_setahun": nan if each is None else each,
        "putus": "",
    }


def _direction(before: Row, after: Row, arah: str | None, breaks: tuple[Any, ...]) -> str:
    """Better or worse for the indicator; only up or down where no direction is declared."""
    if _break(before, after, breaks):
        return "tidak dibandingkan"
    gap = after["nilai"] - before["nilai"]
    if gap == 0:
        return "tetap"
    wanted = "naik" if after["ukuran"] in PERCENTAGES else arah
    if after["ukuran"] in (*TARGETS, "pagu") or wanted is None:
        return "naik" if gap > 0 else "turun"
    return "membaik" if (gap > 0) == (wanted == "naik") else "memburuk"


def continued(tren: pd.DataFrame, kode: str, ukuran: str, sampai: int) -> pd.DataFrame:
    """A line continued to the year `sampai` at the compound growth of its last stretch.

    Never done unasked: each row added says in `asal` that it is an estimate, and from which years.
    """
    line = chosen(tren[(tren["kode"] == kode) & (tren["ukuran"] == ukuran)])
    parts = [part for part in segments(line, tren.attrs.get("putus", ())) if len(part) > 1]
    if not parts:
        return tren
    first, last = parts[-1].iloc[0], parts[-1].iloc[-1]
    years = int(last["tahun"] - first["tahun"])
    rate = metrics.pertumbuhan_majemuk(float(last["nilai"]), float(first["nilai"]), years)
    told = f"{ESTIMATE} dari {first['tahun']}-{last['tahun']}"
    added = [
        {
            **last.drop("bertentangan"),
            "tahun": year,
            "posisi": float(year),
            "nilai": float(last["nilai"]) * (1 + (rate or 0) / 100) ** (year - last["tahun"]),
            "asal": told,
            "sumber": told,
            "tercetak": "",
            "peringkat": last["peringkat"] + 100,
        }
        for year in range(int(last["tahun"]) + 1, sampai + 1)
    ]
    longer = pd.concat([tren, pd.DataFrame(added)], ignore_index=True) if added else tren
    longer.attrs = dict(tren.attrs)
    return longer
