"""What each definition of efficiency in use says of a year."""

from __future__ import annotations

from math import isnan, nan

import pandas as pd

from lkjip_analysis.analysis.efficiency_named import USED, definitions_used
from lkjip_analysis.analysis.frames import kinerja, rerata_tahun
from lkjip_analysis.analysis.spending import anggaran
from lkjip_analysis.language import worded
from lkjip_analysis.numbers import metrics
from lkjip_analysis.report.report import Report

EFISIENSI = {
    "sisa": metrics.FORMULAS["efisiensi_sisa"],
    "selisih": metrics.FORMULAS["efisiensi_selisih"],
    "E": metrics.FORMULAS["efisiensi_pmk"],
    "NE": metrics.FORMULAS["nilai_efisiensi"],
}
"""The definitions of efficiency in use, each by its short name."""


def ukuran_efisiensi(report: Report) -> dict[str, float]:
    """What the definitions of efficiency put in, summed and averaged over the year.

    By the ministries' way capaian counts at most 100, and neither a budget nor a capaian of 0.
    """
    budget = anggaran(report)
    achieved = kinerja(report)
    capaian = nan if achieved.empty else rerata_tahun(achieved)
    pagu, realisasi = float(budget["pagu"].sum()), float(budget["realisasi"].sum())
    reached = min(capaian, 100.0)
    has_pmk = not isnan(reached) and pagu * reached != 0
    return {
        "pagu": pagu,
        "realisasi": realisasi,
        "capaian": capaian,
        "capaian_keluaran": reached,
        "serapan": metrics.serapan(realisasi, pagu) if pagu else nan,
        "efisiensi": metrics.efisiensi_pmk(pagu, realisasi, reached) if has_pmk else nan,
    }


def efisiensi(report: Report) -> pd.DataFrame:
    """What each definition of efficiency in use says of the year, percent (layer of `report`).

    A budget of 0 has none; nor has, by the ministries' way, a capaian of 0.
    """
    put, used = ukuran_efisiensi(report), set(definitions_used(report).values())
    value = {name: _by(one, put) for name, one in EFISIENSI.items()} | {"E": put["efisiensi"]}
    meaning = {
        "sisa": worded("bagian pagu yang tidak dibelanjakan"),
        "selisih": worded("capaian rata-rata mendahului belanja, dalam poin persen"),
        "E": worded(
            "cara kementerian menurut {sumber}, dengan capaian dibatasi 100%",
            sumber=EFISIENSI["E"].rujukan,
        ),
        "NE": worded("nilai efisiensi 0 sampai 100 dari baris sebelumnya"),
    }
    return pd.DataFrame(
        {
            "rumus": [one.kata() for one in EFISIENSI.values()],
            "nilai": [value[name] for name in EFISIENSI],
            "keterangan": [f"{meaning[n]}{worded(USED) if n in used else ''}" for n in EFISIENSI],
        },
        index=pd.Index(list(EFISIENSI), name="definisi"),
    )


def _by(formula: metrics.Formula, put: dict[str, float]) -> float:
    """What a definition gives; nothing where something it needs is unknown."""
    figures = {name: put[name] for name in formula.masukan}
    known = not any(isnan(value) for value in figures.values()) and put["pagu"]
    return float(formula.nilai(**figures)) if known and figures.get("capaian_keluaran", 1) else nan
