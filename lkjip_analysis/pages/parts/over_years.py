"""Where the figures over the years come from: document, text as printed, place in the file.

Only the cells of the report that a page belongs to stand in the printed tables beside that page; a
figure of another year opens its source instead, and a computed one the figures it follows from.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lkjip_analysis.analysis.frame_sources import Kept
from lkjip_analysis.numbers.printed import number
from lkjip_analysis.pages.parts.tracing import FORMULAS, Source, Trace, formula_of, put_in
from lkjip_analysis.report.history import History
from lkjip_analysis.report.points import Point
from lkjip_analysis.report.series import UKURAN

Points = Mapping[tuple[Any, str], Point]
Found = dict[tuple[Any, str], Trace]


@dataclass(frozen=True)
class Sources:
    """The documents of an agency, seen from a page of the report of `tahun`; None is of none."""

    instansi: str
    tahun: int | None
    names: Mapping[str, str]

    def is_own(self, point: Point) -> bool:
        """Do the printed tables beside the page show this figure just so?"""
        return point.laporan == self.tahun and not point.dicetak

    def of(self, point: Point) -> Source:
        cell, text = point.cell, " ".join(point.cell.text.split())
        place = f"{point.laporan}/{cell.file}:{cell.line}:{cell.address.column}"
        return Source(
            label=f"{point.sumber}, {self.told(point)}",
            text=point.dicetak or text,
            place=point.asal,
            where=f"data/raw/{self.instansi}/{place}",
            anchor=cell.address.anchor if point.laporan == self.tahun else "",
            used=text if point.dicetak else "",
        )

    def told(self, point: Point) -> str:
        """What a figure measures, and when."""
        name, what = self.names.get(point.kode, point.kode), UKURAN.get(point.ukuran, point.ukuran)
        return f"{name}, {what} {point.period.label or point.tahun}"

    def trace(self, title: str, formula: str, worked: str, *points: Point) -> Trace:
        layer = "dipakai" if any(point.dicetak for point in points) else "tercetak"
        return Trace(title, formula, worked, (), layer, tuple(map(self.of, points)))

    def printed(self, points: Points) -> Found:
        """The sources of the printed figures that have no cell beside the page."""
        return {
            place: self.trace(
                self.told(point), f"sebagaimana tercetak dalam {point.sumber}",
                point.dicetak or " ".join(point.cell.text.split()), point)
            for place, point in points.items()
            if not self.is_own(point)
        }  # fmt: skip


def sources(past: History, tahun: int | None) -> Sources:
    return Sources(past.instansi, tahun, {k: one.singkat for k, one in past.series.items()})


def linked(frame: pd.DataFrame, points: Points, seen: Sources) -> pd.DataFrame:
    """The frame with its printed decimals, and links to the cells that stand beside the page."""
    shown = frame.copy(deep=False)
    own = {place: p.cell.address for place, p in points.items() if seen.is_own(p)}
    decimals = {place: max(p.cell.decimals, 0) for place, p in points.items()}
    shown.attrs = {"sel": Kept(own), "desimal": Kept(decimals)}
    return shown


def changes(seen: Sources, frame: pd.DataFrame) -> Found:
    """How change and growth from one year to the next follow from the two figures."""
    points: Points = frame.attrs["titik"]
    found = seen.printed(points)
    for key, row in frame.iterrows():
        pair = points[key, "sebelum"], points[key, "sekarang"]
        old, new = number(row["sebelum"]), number(row["sekarang"])
        years = int(row["ke"] - row["dari"])
        told = {
            "perubahan": ("sekarang − sebelum", f"{new} − {old}"),
            "persen": ("(sekarang ÷ sebelum − 1) × 100", f"({new} ÷ {old} − 1) × 100"),
            "persen_setahun": (
                f"((sekarang ÷ sebelum) pangkat (1 ÷ {years} tahun) − 1) × 100",
                f"(({new} ÷ {old}) pangkat (1 ÷ {years}) − 1) × 100",
            ),
        }
        for name, worked in told.items():
            _add(found, seen, (key, name), row, seen.told(pair[1]), worked, *pair)
    return found


def _add(
    found: Found,
    seen: Sources,
    place: tuple[Hashable, str],
    row: pd.Series[Any],
    title: str,
    worked: tuple[str, str],
    *points: Point,
) -> None:
    """The way to one computed figure, where there is a figure; `worked` is formula and figures."""
    value = row[place[1]]
    if pd.notna(value):
        heading = f"{place[1].replace('_', ' ').capitalize()}: {title}"
        result = f"{worked[1]} = {number(round(float(value), 4))}"
        found[place] = seen.trace(heading, worked[0], result, *points)


def targets(seen: Sources, frame: pd.DataFrame, past: History) -> Found:
    """How the capaian against the first and the revised target follow."""
    points: Points = frame.attrs["titik"]
    found = seen.printed(points)
    for key, row in frame.iterrows():
        for name in ("awal", "perubahan"):
            pair = points.get((key, "realisasi")), points.get((key, f"target_{name}"))
            if pair[0] is None or pair[1] is None:
                continue
            put = {"realisasi": row["realisasi"], "target": row[f"target_{name}"]}
            told = {word: number(float(value)) for word, value in put.items()}
            formula = _formula(past, row, told["target"])
            worked = put_in(formula, told)
            place = (key, f"capaian_{name}")
            _add(found, seen, place, row, row["deret"], (formula, worked), pair[0], pair[1])
    return found


def _formula(past: History, row: pd.Series[Any], target: str) -> str:
    """The formula of an indicator in its year, in the words of the page on achievement."""
    kode = str(row["kode"])
    report = past.declaring(kode, int(row["tahun"]))
    if report is not None:
        return formula_of(report, kode, target)
    arah = past.series[kode].arah if kode in past.series else None
    return FORMULAS.get((arah or "naik", "(2T-R)/T"), "realisasi ÷ target × 100")


def renstra(seen: Sources, frame: pd.DataFrame, past: History) -> Found:
    """How the way still to go and its pace follow from the realisasi and the final target."""
    points: Points = frame.attrs["titik"]
    found, indicators = seen.printed(points), past.indicators
    for key, row in frame.iterrows():
        pair = points[key, "realisasi"], points[key, "target_akhir"]
        done, final = number(row["realisasi"]), number(row["target_akhir"])
        left, rises = int(row["tahun_tersisa"]), indicators[pair[0].kode].arah == "naik"
        gap = (f"{final} − {done}") if rises else f"{done} − {final}"
        words = "target akhir − realisasi" if rises else "realisasi − target akhir"
        told = {
            "jarak": (f"{words}; 0 bila sudah tercapai", gap),
            "laju_setahun": (
                "(target akhir − realisasi) ÷ tahun yang tersisa", f"({final} − {done}) ÷ {left}"),
            "persen_setahun": (
                "((target akhir ÷ realisasi) pangkat (1 ÷ tahun yang tersisa) − 1) × 100",
                f"(({final} ÷ {done}) pangkat (1 ÷ {left}) − 1) × 100"),
        }  # fmt: skip
        for name, (formula, worked) in told.items():
            reached = row["jarak"] == 0
            way = (f"{formula.removesuffix('; 0 bila sudah tercapai')}; 0 bila sudah tercapai",
                   f"{gap}, target sudah tercapai" if reached else worked)  # fmt: skip
            _add(found, seen, (key, name), row, row["indikator"], way, *pair)
    return found


def quarters(seen: Sources, frame: pd.DataFrame) -> tuple[Points, Found]:
    """The printed figures of quarters in their column, and how those of the other one follow."""
    known: Points = frame.attrs["titik"]
    points: dict[tuple[Any, str], Point] = {}
    found: Found = {}
    for _, line in frame.groupby(["kode", "tahun"], sort=False):
        so_far = (line["catatan"] == "sejak awal tahun").all()
        printed, other = ("sampai", "sendiri") if so_far else ("sendiri", "sampai")
        formula = "sejak awal tahun − triwulan sebelumnya" if so_far else "jumlah sejak triwulan I"
        before: list[Point] = []
        for key, row in line.iterrows():
            own = points[key, printed] = known[key, "nilai"]
            used = [*before[-1:], own] if so_far else [*before, own]
            terms = [number(float(point.nilai)) for point in used]
            worked = " − ".join(reversed(terms)) if so_far else " + ".join(terms)
            _add(found, seen, (key, other), row, seen.told(own), (formula, worked), *used)
            before.append(own)
    return points, found | seen.printed(points)
