"""The agency's own fields as frames: cooperatives, small business, exports, markets, staff, assets.

Like `frames`: floats only here, `attrs["sel"]` leads each figure back to its printed cell and
`attrs["cacah"]` each count to the cells of the rows it counts.
Every function gives an empty frame where the report has no such table.
"""

from __future__ import annotations

import re

import pandas as pd

from lkjip_analysis.analysis import frame_sources, frames, measures
from lkjip_analysis.language import listed, worded
from lkjip_analysis.numbers import metrics
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address, Table, same_label

RANKS = {"iv": "Golongan IV", "iii": "Golongan III", "ii": "Golongan II", "i": "Golongan I"}
SCHOOLING = ("sd", "sltp", "slta", "d1", "d2", "d3", "d4", "s1", "s2", "s3")


def table_of(report: Report, kind: str) -> Table | None:
    """The report's first table of a type."""
    return next(iter(frames.of_type(report, kind)), None)


def rows_of(report: Report, kind: str) -> pd.DataFrame:
    """The first table of a type without its total rows."""
    table = table_of(report, kind)
    return frames.values(table).loc[list(table.rows)] if table else pd.DataFrame()


def koperasi(report: Report) -> pd.DataFrame:
    """Every assessed cooperative with its printed predikat and the one its score gives."""
    frame, scale = rows_of(report, "koperasi"), report.scales.get("koperasi")
    if frame.empty or scale is None or frame["nilai"].isna().all():
        return pd.DataFrame()
    frame["predikat"] = frame["predikat"].str.title()
    table = table_of(report, "koperasi")
    assert table is not None
    scores = [table.cell(row, "nilai") for row in frame.index]
    frame["predikat_dihitung"] = [
        (metrics.kategori(cell.point, scale.pita) or frames.NO_CLASS) if cell.is_figure else ""
        for cell in scores
    ]
    return frame


def compared(frame: pd.DataFrame) -> tuple[pd.Series[bool], pd.Series[bool]]:
    """Of each cooperative, whether its predikat compares with its score, and whether it is another.

    It does not where it prints none, where it has no score, and where its score has no category:
    then the scale has a hole, and what stands there may be right.
    """
    printed, ours = (
        frame[name].fillna("").astype(str).map(same_label)
        for name in ("predikat", "predikat_dihitung")
    )
    compares = (printed != "") & ~ours.isin(("", same_label(frames.NO_CLASS)))
    return compares, compares & (printed != ours)


def ekspor(report: Report) -> pd.DataFrame:
    """Exported goods: value in rupiah and dollars, share of the dollars (%)."""
    return _with_shares(rows_of(report, "ekspor"), "nilai_usd")


def _with_shares(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    if not frame.empty:
        frame["bagian"] = measures.bagian(frame[column])
    return frame


def golongan(report: Report) -> pd.DataFrame:
    """Staff of each status by rank (I to IV), their sum and the printed number; persons."""
    frame = rows_of(report, "pegawai_golongan")
    for name, columns in rank_columns(frame).items():
        frame[name] = frame[columns].sum(axis=1)
    return frame


def rank_columns(frame: pd.DataFrame) -> dict[str, list[str]]:
    """The printed columns that each computed number of persons sums, that of all ranks last."""
    found = {
        name: [c for c in frame.columns if re.fullmatch(rf"{code}_[a-e]", str(c))]
        for code, name in RANKS.items()
    }
    known = {name: columns for name, columns in found.items() if columns}
    every = [column for columns in known.values() for column in columns]
    return {**known, "bergolongan": every} if every else {}


def pendidikan(report: Report) -> pd.DataFrame:
    """Staff by last schooling (rows) and status (columns); persons."""
    table = table_of(report, "pegawai_pendidikan")
    if table is None:
        return pd.DataFrame()
    frame = frames.values(table).loc[list(table.rows)]
    columns = [c for c in SCHOOLING if c in frame]
    turned = frame[columns].T
    turned.index = pd.Index([table.type.columns[c].judul for c in columns], name="pendidikan")
    turned.columns = pd.Index(list(table.rows))
    turned["jumlah_dihitung"] = turned.sum(axis=1)
    turned.attrs["sel"] = frame_sources.Kept(
        {
            (table.type.columns[column].judul, row): Address(table.name, row, column)
            for column in columns
            for row in table.rows
        }
    )
    turned.attrs["nama"] = {row: table.row_name(row) for row in table.rows}
    return turned


def aset(report: Report) -> pd.DataFrame:
    """Assets by kind: number, value in rupiah, share of the value in percent."""
    return _with_shares(rows_of(report, "aset"), "nilai")


def bacaan(names: pd.Series[int], aktif: float | None) -> pd.DataFrame:
    """The readings of "sehat": each class with all better ones, counted and as percent of all.

    `names` counts the cooperatives of each class, the best first; `aktif` is how many are active.
    """
    known = [str(name) for name, count in names.items() if count]
    counted = [int(names[known[: place + 1]].sum()) for place in range(len(known))]
    frame = pd.DataFrame(
        {"banyak": counted},
        index=pd.Index(
            [listed(known[: n + 1]) for n in range(len(known))], name=worded("yang disebut")
        ),
    )
    frame["dari_dinilai"] = measures.persen(frame["banyak"], int(names.sum()))
    if aktif:
        frame["dari_aktif"] = measures.persen(frame["banyak"], aktif)
    return frame
