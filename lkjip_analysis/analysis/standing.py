"""Where the figures stand over the years: against scales, targets, the Renstra and quarters."""

from __future__ import annotations

from collections.abc import Mapping
from math import isnan, nan
from typing import Any

import pandas as pd

from lkjip_analysis.analysis.frame_sources import Kept
from lkjip_analysis.analysis.frames import framed
from lkjip_analysis.analysis.trends import chosen, long
from lkjip_analysis.language import worded
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.metrics import Arah, kategori
from lkjip_analysis.numbers.written import meant
from lkjip_analysis.report.history import History
from lkjip_analysis.report.period import QUARTERS
from lkjip_analysis.report.report import Scale
from lkjip_analysis.report.series import TARGETS

NO_CLASS = "tanpa kategori"
TWO_TARGETS = {
    "deret": str, "kode": str, "tahun": int, "satuan": str, "target_awal": float,
    "target_perubahan": float, "realisasi": float, "capaian_awal": float,
    "capaian_perubahan": float,
}  # fmt: skip
TO_GO = {
    "indikator": str, "satuan": str, "realisasi": float, "target_akhir": float, "asal": str,
    "jarak": float, "tahun_tersisa": int, "laju_setahun": float, "persen_setahun": float,
    "keterangan": str,
}  # fmt: skip
"""What a table has, also where it has no row."""


def achievements(past: History, tahun: int, tren: pd.DataFrame | None = None) -> pd.DataFrame:
    """capaian of each indicator over the years, percent, with its class on two scales.

    `kategori` is the class on the scale of the figure's own year, `kategori_satu` on that of
    `tahun`, so that years can be compared. `tren` are the figures to go by; all without it.
    """
    told = chosen(long(past) if tren is None else tren)
    frame = told[(told["ukuran"] == "capaian") & (told["periode"] == "")].dropna(subset="nilai")
    one = past.scale(tahun)
    return frame.assign(
        kategori=[
            _class(value, past.scale(int(year)), worded("skala tahun itu tidak tersedia"))
            for value, year in zip(frame["nilai"], frame["tahun"], strict=True)
        ],
        kategori_satu=[
            _class(value, one, worded("skala tidak tersedia")) for value in frame["nilai"]
        ],
    ).sort_values(["kode", "tahun"])


def _class(value: float, scale: Scale | None, otherwise: str) -> str:
    return otherwise if scale is None else kategori(value, scale.pita) or NO_CLASS


def _against(past: History, kode: str, tahun: int, done: float, target: float) -> float:
    """capaian in percent by the indicator's own formula, policy and cap; nan where undefined.

    A series that no report declares as an indicator has its direction, and no cap.
    """
    if isnan(done) or isnan(target):
        return nan
    declared = past.declaring(kode, tahun)
    if declared is not None:
        report, own = declared
        found = report.capaian(own, meant(done), meant(target))
        return nan if found is None else float(found)
    arah: Arah = past.series[kode].arah or "naik" if kode in past.series else "naik"
    return nan if target == 0 else metrics.capaian(done, target, arah)


def targets(past: History, tren: pd.DataFrame | None = None) -> pd.DataFrame:
    """Years with a first and a revised target: both, the realisasi, and capaian against each.

    `attrs["titik"]` keeps the points that they are.
    """
    frame = chosen(long(past) if tren is None else tren)
    known, used = frame.attrs["titik"], Kept()
    frame = frame[(frame["periode"] == "") & frame["ukuran"].isin((*TARGETS, "realisasi"))]
    rows: list[dict[str, Any]] = []
    for (kode, tahun), part in frame.groupby(["kode", "tahun"], sort=True):
        told: Mapping[str, float] = dict(zip(part["ukuran"], part["nilai"], strict=True))
        if "target_awal" not in told and "target_perubahan" not in told:
            continue
        for place, name in zip(part.index, part["ukuran"], strict=True):
            if pd.notna(told[name]):
                used[len(rows), name] = known[place, "nilai"]
        done = told.get("realisasi", nan)
        first, revised = (told.get(name, nan) for name in ("target_awal", "target_perubahan"))
        rows.append(
            {
                "deret": f"{part['singkat'].iloc[0]} {tahun}",
                "kode": kode,
                "tahun": tahun,
                "satuan": part["satuan"].iloc[0],
                "target_awal": first,
                "target_perubahan": revised,
                "realisasi": done,
                "capaian_awal": _against(past, str(kode), int(str(tahun)), done, first),
                "capaian_perubahan": _against(past, str(kode), int(str(tahun)), done, revised),
            }
        )
    found = framed(rows, TWO_TARGETS)
    found.attrs["titik"] = used
    return found


def renstra(past: History, tahun: int, tren: pd.DataFrame | None = None) -> pd.DataFrame:
    """How far each indicator is from the final target of the Renstra, and the pace still needed.

    The final target is printed (`target_renstra`), or it is this year's target where `tahun` is
    the Renstra's last year, which is our reading and is said in `asal`. `attrs["titik"]` keeps
    the points that both are.
    """
    tren = chosen(long(past) if tren is None else tren)
    year = tren[(tren["tahun"] == tahun) & (tren["periode"] == "")].dropna(subset="nilai")
    end = past.reports[tahun].over_years.tahun_renstra
    rows: list[dict[str, Any]] = []
    known, used = tren.attrs["titik"], Kept()
    for kode, part in year.groupby("kode", sort=False):
        told = dict(zip(part["ukuran"], part["nilai"], strict=True))
        final, asal = _final(told, tahun, end)
        if kode not in past.indicators or final is None or "realisasi" not in told:
            continue
        places = dict(zip(part["ukuran"], part.index, strict=True))
        last = places.get("target_akhir", places.get("target"))
        used[len(rows), "realisasi"] = known[places["realisasi"], "nilai"]
        used[len(rows), "target_akhir"] = known[last, "nilai"]
        rows.append(_pace(past, str(kode), told["realisasi"], final, asal, tahun, end))
    frame = framed(rows, TO_GO)
    frame.attrs["titik"] = used
    return frame


def _final(told: Mapping[str, float], tahun: int, end: int | None) -> tuple[float | None, str]:
    if "target_akhir" in told:
        return told["target_akhir"], "dicetak"
    if end == tahun and "target" in told:
        return told["target"], worded("target tahun ini, yang dianggap tahun akhir Renstra")
    return None, ""


def _pace(
    past: History, kode: str, done: float, final: float, asal: str, tahun: int, end: int | None
) -> dict[str, Any]:
    indicator = past.indicators[kode]
    gap = metrics.jarak_target(done, final, indicator.arah)
    left = (end or tahun) - tahun
    pace = metrics.laju_diperlukan(done, final, left) if gap > 0 else 0.0
    growth = metrics.pertumbuhan_majemuk(final, done, left) if gap > 0 else 0.0
    return {
        "indikator": indicator.singkat,
        "satuan": indicator.satuan,
        "realisasi": done,
        "target_akhir": final,
        "asal": asal,
        "jarak": max(gap, 0.0),
        "tahun_tersisa": left,
        "laju_setahun": nan if pace is None else pace,
        "persen_setahun": nan if growth is None else growth,
        "keterangan": _reached(gap, left, end),
    }


def _reached(gap: float, left: int, end: int | None) -> str:
    if gap <= 0:
        return worded("sudah tercapai")
    if end is None:
        return worded("tahun akhir Renstra tidak disebut")
    return (
        worded("{left} tahun lagi", left=left)
        if left > 0
        else worded("belum tercapai pada tahun akhir")
    )


def quarters(past: History, tren: pd.DataFrame | None = None) -> pd.DataFrame:
    """Realisasi of each quarter alone and since the year began; empty where no agency has any."""
    tren = long(past) if tren is None else tren
    frame = tren[tren["periode"].isin(QUARTERS) & (tren["ukuran"] == "realisasi")]
    parts = []
    for _, line in frame.groupby(["kode", "tahun"], sort=True):
        line = line.sort_values("posisi")
        summed = (line["catatan"] == "sejak awal tahun").all()
        alone = line["nilai"].diff().fillna(line["nilai"]) if summed else line["nilai"]
        # A sum over a missing quarter would hide it, so it ends there.
        whole = list(line["periode"]) == list(QUARTERS[: len(line)])
        so_far = line["nilai"] if summed else line["nilai"].cumsum()
        parts.append(
            line.assign(
                sendiri=alone if whole or not summed else nan,
                sampai=so_far if whole or summed else nan,
            )
        )
    found = pd.concat(parts) if parts else frame.assign(sendiri=nan, sampai=nan)
    found.attrs["titik"] = tren.attrs["titik"]
    return found
