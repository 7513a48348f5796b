"""How a count of rows came about: in words, worked, and the cells of the rows it counts.

A count of none names the cells that were looked through.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lkjip_analysis.analysis.frame_sources import Counted
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.metrics import FORMULAS
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.parts.tracing import Trace, achieved, reckoned
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address

Found = dict[tuple[Any, str], Trace]


def counted(title: str, formula: str, told: Counted, what: str, layer: str) -> Trace:
    """One count; `what` is the noun of the rows."""
    worked = worded(
        "{count} dari {every} {what}",
        count=number(len(told.found)),
        every=number(len(told.among)),
        what=what,
    )
    return Trace(title, formula, worked, told.found or told.among, layer)


def predicates(report: Report, frame: pd.DataFrame) -> Found:
    """How the cooperatives of each health class were counted, by the print and by their scores."""
    cells: Mapping[tuple[Any, str], Counted] = frame.attrs["cacah"]
    formulas = {"tercetak": worded("yang predikatnya tercetak {name}"), "menurut_nilai": "{spans}"}
    titles = {
        "tercetak": worded("sebagaimana tercetak"),
        "menurut_nilai": worded("menurut nilainya"),
    }
    return {
        (name, column): counted(
            f"{name}, {titles[column]}",
            worded(
                "banyaknya koperasi {which}",
                which=told.format(name=name, spans=_spans(report, name)),
            ),
            cells[name, column],
            "koperasi",
            report.layer,
        )
        for name in frame.index
        for column, told in formulas.items()
    }


def _spans(report: Report, name: str) -> str:
    """Where the scores of a health class lie, in words."""
    spans = [band.told() for band in report.scales["koperasi"].pita if band.nama == name]
    return worded(
        "yang nilainya {spans}", spans=worded(" atau ").join(spans) or worded("di luar semua kelas")
    )


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
        formula = worded("banyaknya koperasi yang tercetak berpredikat {name}", name=name)
        found[name, "banyak"] = counted(
            worded("Banyaknya {name}", name=name), formula, which, "koperasi", layer
        )
        shares = {"dari_dinilai": (len(own.among), worded("koperasi dinilai"), cells),
                  "dari_aktif": (active, worded("koperasi aktif"), (whole, *cells))}  # fmt: skip
        for column, (every, of, behind) in shares.items():
            found[name, column] = reckoned(
                worded("Bagian {name} dari {of}", name=name, of=of), FORMULAS["persen"],
                {"bagian": row["banyak"], "keseluruhan": every, "per": 100}, behind, layer,
                called="bagian", bagian="banyak", keseluruhan=of)  # fmt: skip
        found[name, "capaian"] = achieved(
            report, worded("Capaian bila sehat berarti {name}", name=name), target.row,
            {"target": number(goal), "realisasi": number(row["dari_aktif"])}, row["capaian"],
            (target, whole, *cells))  # fmt: skip
    return found
