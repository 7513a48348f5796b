"""How a count of rows came about: in words, worked, and the cells of the rows it counts.

A count of none names the cells that were looked through.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lkjip_analysis.analysis.frame_sources import Counted
from lkjip_analysis.numbers.metrics import FORMULAS
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.parts.tracing import Trace, achieved, reckoned
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address

Found = dict[tuple[Any, str], Trace]


def counted(title: str, formula: str, told: Counted, what: str, layer: str) -> Trace:
    """One count; `what` is the noun of the rows."""
    worked = f"{number(len(told.found))} dari {number(len(told.among))} {what}"
    return Trace(title, formula, worked, told.found or told.among, layer)


def predicates(report: Report, frame: pd.DataFrame) -> Found:
    """How the cooperatives of each health class were counted, by the print and by their scores."""
    cells: Mapping[tuple[Any, str], Counted] = frame.attrs["cacah"]
    formulas = {"tercetak": "yang predikatnya tercetak {name}", "menurut_nilai": "{spans}"}
    titles = {"tercetak": "sebagaimana tercetak", "menurut_nilai": "menurut nilainya"}
    return {
        (name, column): counted(
            f"{name}, {titles[column]}",
            f"banyaknya koperasi {told.format(name=name, spans=_spans(report, name))}",
            cells[name, column], "koperasi", report.layer)
        for name in frame.index
        for column, told in formulas.items()
    }  # fmt: skip


def _spans(report: Report, name: str) -> str:
    """Where the scores of a health class lie, in words."""
    spans = [band.told() for band in report.scales["koperasi"].pita if band.nama == name]
    return f"yang nilainya {' atau '.join(spans) or 'di luar semua kelas'}"


def readings(
    report: Report, frame: pd.DataFrame, counts: pd.DataFrame, whole: Address, target: Address
) -> Found:
    """How each reading of "sehat" was counted, and the shares and capaian it gives.

    The rows of `frame` name one class more each, those of `counts` the best first.
    """
    told: dict[Any, Counted] = {
        name: counts.attrs["cacah"][name, "tercetak"]
        for name, count in counts["tercetak"].items() if count
    }  # fmt: skip
    active, goal = (float(report.cell(where).point) for where in (whole, target))
    cells: tuple[Address, ...] = ()
    found: Found = {}
    for own, (name, row) in zip(told.values(), frame.iterrows(), strict=True):
        cells = (*cells, *own.found)
        which, layer = Counted(cells, own.among), report.layer
        formula = f"banyaknya koperasi yang tercetak berpredikat {name}"
        found[name, "banyak"] = counted(f"Banyaknya {name}", formula, which, "koperasi", layer)
        shares = {"dari_dinilai": (len(own.among), "koperasi dinilai", cells),
                  "dari_aktif": (active, "koperasi aktif", (whole, *cells))}  # fmt: skip
        for column, (every, of, behind) in shares.items():
            found[name, column] = reckoned(
                f"Bagian {name} dari {of}", FORMULAS["persen"],
                {"bagian": row["banyak"], "keseluruhan": every, "per": 100}, behind, layer,
                called="bagian", bagian="banyak", keseluruhan=of)  # fmt: skip
        found[name, "capaian"] = achieved(
            report, f"Capaian bila sehat berarti {name}", target.row,
            {"target": number(goal), "realisasi": number(row["dari_aktif"])}, row["capaian"],
            (target, whole, *cells))  # fmt: skip
    return found


def markets(report: Report, frame: pd.DataFrame) -> Found:
    """How the markets of each kecamatan were counted: all, and those ticked as fit or unfit."""
    words = {
        "banyak": ("Pasar", ""),
        "memenuhi": ("Pasar yang memenuhi syarat", " yang bertanda pada kolom memenuhi syarat"),
        "tidak_memenuhi": (
            "Pasar yang belum memenuhi syarat", " yang bertanda pada kolom tidak memenuhi syarat"),
    }  # fmt: skip
    return {
        (place, name): counted(
            f"{words[name][0]} di {place}", f"banyaknya pasar di kecamatan {place}{words[name][1]}",
            told, "pasar", report.layer)
        for (place, name), told in frame.attrs["cacah"].items()
    }  # fmt: skip
