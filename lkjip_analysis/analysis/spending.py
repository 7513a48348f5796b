"""The budget of a report as frames: its programmes, and its total in both layers."""

from __future__ import annotations

from math import nan

import pandas as pd

from lkjip_analysis.analysis.frame_sources import Kept
from lkjip_analysis.analysis.frames import of_type, values
from lkjip_analysis.numbers import metrics
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.row_levels import top
from lkjip_analysis.report.tables import Address, Cell, Table


def anggaran(report: Report) -> pd.DataFrame:
    """The programmes of the budget table without its total row; empty where there is none.

    Of a table with kegiatan and sub kegiatan these are its programmes, the top level.

    Rupiah in `pagu`, `realisasi`, `sisa`; percent in `serapan` (printed), `serapan_dihitung`.
    """
    tables = of_type(report, "anggaran")
    if not tables:
        return pd.DataFrame()
    frame = values(tables[0]).loc[top(tables[0].rows)]
    frame["serapan"] = frame.get("serapan", nan)
    # A ceiling of 0 has no absorption; pandas would call it infinite.
    frame["serapan_dihitung"] = metrics.serapan(
        frame["realisasi"], frame["pagu"].where(frame["pagu"] != 0)
    )
    frame["sisa"] = metrics.sisa(frame["pagu"], frame["realisasi"])
    return frame


WHOLE = "jumlah"
"""The key of the row that sums up a whole budget; subtotals have others."""
TOTAL = "baris jumlah tercetak"
"""The row of `anggaran_lapis` that the report prints itself."""


def anggaran_lapis(report: Report) -> pd.DataFrame:
    """The budget total in both layers beside the printed total row: rupiah and percent."""
    rows = {"tercetak": anggaran(report), "dipakai": anggaran(report.used())}
    frame = pd.DataFrame(
        {
            lapis: _budget_total(float(part["pagu"].sum()), float(part["realisasi"].sum()))
            for lapis, part in rows.items()
        }
    ).T
    table = of_type(report, "anggaran")[0]
    if WHOLE in table.keys:
        _add_printed_total(frame, table)
    frame.index.name = "lapis"
    return frame


def total_cell(table: Table, column: str) -> Cell | None:
    """The figure that the total row of a budget prints in a column; None where it prints none."""
    cell = table.cells.get(Address(table.name, WHOLE, column))
    return cell if cell and cell.is_figure else None


def _add_printed_total(frame: pd.DataFrame, table: Table) -> None:
    """The total row as printed; what it does not print is computed from what it does."""
    names = ("pagu", "realisasi", "serapan", "sisa")
    printed = {name: cell for name in names if (cell := total_cell(table, name))}
    if "pagu" not in printed or "realisasi" not in printed:
        return
    total = _budget_total(*(float(printed[name].point) for name in ("pagu", "realisasi")))
    for name, cell in printed.items():
        total[name] = float(cell.point)
    frame.loc[TOTAL] = total
    frame.attrs["sel"] = Kept({(TOTAL, name): cell.address for name, cell in printed.items()})


def _budget_total(pagu: float, realisasi: float) -> pd.Series[float]:
    return pd.Series(
        {
            "pagu": pagu,
            "realisasi": realisasi,
            "serapan": metrics.serapan(realisasi, pagu) if pagu else nan,
            "sisa": metrics.sisa(pagu, realisasi),
        }
    )
