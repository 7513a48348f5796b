"""Where the figures over the years come from: document, text as printed, place in the file.

Only the cells of the report that a page belongs to stand in the printed tables beside that page; a
figure of another year opens its source instead, and a computed one the figures it follows from.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import isclose
from typing import Any

import pandas as pd

from lkjip_analysis.analysis.frame_sources import Kept
from lkjip_analysis.analysis.tabel import Tabel
from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.metrics import FORMULAS, Formula, cara_capaian
from lkjip_analysis.numbers.written import at_most, number
from lkjip_analysis.pages.parts.html_parts import Trail
from lkjip_analysis.pages.parts.tracing import Source, Trace, told, way_of
from lkjip_analysis.report.history import History
from lkjip_analysis.report.period import spoken_period
from lkjip_analysis.report.points import Point
from lkjip_analysis.report.series import UKURAN
from lkjip_analysis.report.tables import Address

Points = Mapping[tuple[Any, str], Point]
Found = dict[tuple[Any, str], Trace]
Marks = Mapping[Address, Sequence[Finding]]


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
        cell, text = point.cell, point.cell.words
        place = f"{point.laporan}/{cell.file}:{cell.line}:{cell.address.column}"
        return Source(
            label=f"{point.sumber}, {self.told(point)}",
            text=point.dicetak or text,
            place=worded(point.asal),
            where=f"{self.instansi}/{place}",
            anchor=cell.address.anchor if point.laporan == self.tahun else "",
            used=text if point.dicetak else "",
        )

    def told(self, point: Point) -> str:
        """What a figure measures, and when."""
        name, what = self.names.get(point.kode, point.kode), UKURAN.get(point.ukuran, point.ukuran)
        return f"{name}, {worded(what)} {spoken_period(point.period.label) or point.tahun}"

    def trace(self, title: str, formula: str, worked: str, *points: Point) -> Trace:
        layer = "dipakai" if any(point.dicetak for point in points) else "tercetak"
        return Trace(title, formula, worked, (), layer, tuple(map(self.of, points)))

    def printed(self, points: Points) -> Found:
        """The sources of the printed figures that have no cell beside the page."""
        return {
            place: self.trace(
                self.told(point),
                worded("sebagaimana tercetak dalam {sumber}", sumber=point.sumber),
                point.dicetak or point.cell.words,
                point,
            )
            for place, point in points.items()
            if not self.is_own(point)
        }


def behind(table: Tabel) -> tuple[pd.DataFrame, Marks | None, Trail]:
    """A frame over the years as a table shows it: its printed figures, what is found of those of
    the page's own report, and how each came about.

    Rows that are no longer what their points say (numbered anew, say) lead nowhere.
    """
    known, asal = table._known, table._known.asal
    past: History = known.kept["riwayat"].laporan
    report = asal.laporan.report if asal else None
    seen = sources(past, report.tahun if report else None)
    points, plain = _still(table, known.kept["titik"]), pd.DataFrame(table)
    gone = {key for key, name in known.kept["titik"] if (key, name) not in points}
    whole = plain.loc[[key for key in plain.index if key not in gone]]
    whole.attrs = {"titik": Kept(points)}  # else each row copies every point, cell and column
    shown: Points = {(key, "tercetak"): p for (key, name), p in points.items() if name == "nilai"}
    moved, found = COMPUTED[known.kept.get("cara", "")](seen, whole, past)
    shown = {**(points if moved is None else moved), **shown}
    trail = Trail(report or past.latest, seen.printed(shown) | found)
    marks = asal.laporan.verifikasi.marks if asal else None
    return linked(plain, shown, seen), marks, trail


def _still(table: Tabel, points: Points) -> dict[tuple[Any, str], Point]:
    """The points whose figures stand in the frame where they stood."""
    plain, names = pd.DataFrame(table), set(table.columns)
    return {
        (key, name): point
        for (key, name), point in points.items()
        if name in names
        and key in plain.index
        and plain.index.is_unique
        and isclose(float(point.nilai), float(str(plain.at[key, name])), rel_tol=1e-12)
    }


def sources(past: History, tahun: int | None) -> Sources:
    return Sources(past.instansi, tahun, {k: one.singkat for k, one in past.series.items()})


def linked(frame: pd.DataFrame, points: Points, seen: Sources) -> pd.DataFrame:
    """The frame with its printed decimals, and links to the cells that stand beside the page."""
    shown = frame.copy(deep=False)
    own = {place: p.cell.address for place, p in points.items() if seen.is_own(p)}
    decimals = {place: max(p.cell.decimals, 0) for place, p in points.items()}
    decimals |= {  # a difference has as many as the finer of its two figures
        (key, "perubahan"): max(decimals[key, name], decimals.get((key, "sebelum"), 0))
        for key, name in points
        if name == "sekarang"
    }
    shown.attrs = {"sel": Kept(own), "desimal": Kept(decimals)}
    return shown


def changes(seen: Sources, frame: pd.DataFrame) -> Found:
    """How change and growth from one year to the next follow from the two figures."""
    points: Points = frame.attrs["titik"]
    found = seen.printed(points)
    for key, row in frame.iterrows():
        pair = points[key, "sebelum"], points[key, "sekarang"]
        two = {"sebelum": row["sebelum"], "sekarang": row["sekarang"]}
        ends = {"awal": two["sebelum"], "akhir": two["sekarang"], "tahun": row["ke"] - row["dari"]}
        ways = {
            "perubahan": (FORMULAS["perubahan"], two, {}),
            "persen": (FORMULAS["pertumbuhan"], two, {}),
            "persen_setahun": (FORMULAS["pertumbuhan_majemuk"], ends, FROM_TO),
        }
        for name, way in ways.items():
            _add(found, seen, (key, name), row, seen.told(pair[1]), _worked(row[name], way), *pair)
    return found


FROM_TO = {"awal": "sebelum", "akhir": "sekarang"}
Way = tuple[Formula, Mapping[str, float], Mapping[str, str]]
"""A declared formula, what goes in, and what that is called."""


def _worked(value: float, way: Way) -> tuple[str, str]:
    """A formula in words and worked; nothing where it has no figure."""
    formula, put, names = way
    return told(formula, put, **names) if pd.notna(value) else ("", "")


def _add(
    found: Found,
    seen: Sources,
    place: tuple[Hashable, str],
    row: pd.Series[Any],
    title: str,
    worked: tuple[str, str],
    *points: Point,
) -> None:
    """The way to one computed figure, where there is a figure, by `worked`."""
    value = row[place[1]]
    if pd.notna(value):
        heading = f"{worded(place[1].replace('_', ' ').capitalize())}: {title}"
        found[place] = seen.trace(heading, *worked, *points)


def targets(seen: Sources, frame: pd.DataFrame, past: History) -> Found:
    """How the capaian against the first and the revised target follow."""
    points: Points = frame.attrs["titik"]
    found = seen.printed(points)
    for key, row in frame.iterrows():
        for name in ("awal", "perubahan"):
            pair = points.get((key, "realisasi")), points.get((key, f"target_{name}"))
            if pair[0] is None or pair[1] is None:
                continue
            if pd.isna(row[f"capaian_{name}"]):
                continue
            figures = {"realisasi": row["realisasi"], "target": row[f"target_{name}"]}
            put = {word: number(float(value)) for word, value in figures.items()}
            place = (key, f"capaian_{name}")
            formula, worked = _achieved(past, row, put)
            worked = f"{worked} = {at_most(float(row[place[1]]), 4)}"
            _add(found, seen, place, row, row["deret"], (formula, worked), pair[0], pair[1])
    return found


def _achieved(past: History, row: pd.Series[Any], put: Mapping[str, str]) -> tuple[str, str]:
    """How an indicator's capaian is computed in its year, as the page on achievement says it."""
    kode = str(row["kode"])
    declared = past.declaring(kode, int(row["tahun"]))
    if declared is not None:
        return way_of(*declared, put)
    arah = past.series[kode].arah if kode in past.series else None
    way = FORMULAS[cara_capaian(arah or "naik", "(2T-R)/T")]
    return way.kata(), way.hitungan(**put)


def renstra(seen: Sources, frame: pd.DataFrame, past: History) -> Found:
    """How the way still to go and its pace follow from the realisasi and the final target."""
    points: Points = frame.attrs["titik"]
    found, indicators = seen.printed(points), past.indicators
    for key, row in frame.iterrows():
        pair = points[key, "realisasi"], points[key, "target_akhir"]
        done, final, left = row["realisasi"], row["target_akhir"], row["tahun_tersisa"]
        way = {"realisasi": done, "target": final}
        ends = {"awal": done, "akhir": final, "tahun": left}
        ways = {
            "jarak": (FORMULAS[f"jarak_target {indicators[pair[0].kode].arah}"], way, LAST),
            "laju_setahun": (FORMULAS["laju_diperlukan"], {**way, "tahun": left}, LAST),
            "persen_setahun": (FORMULAS["pertumbuhan_majemuk"], ends, AHEAD),
        }
        for name, one in ways.items():
            worked = _reached(ways["jarak"], one) if row["jarak"] == 0 else _worked(row[name], one)
            _add(found, seen, (key, name), row, row["indikator"], worked, *pair)
    return found


LAST = {"target": "target akhir"}
AHEAD = {"awal": "realisasi", "akhir": "target akhir", "tahun": "tahun yang tersisa"}


def _reached(gap: Way, way: Way) -> tuple[str, str]:
    """How far it still is to a target that is reached: nothing, and no pace is needed."""
    name = way[0].nama.partition(" ")[0].replace("_", " ")
    words = worded(
        "{name} = {kata}; 0 bila sudah tercapai", name=worded(name), kata=way[0].kata(**way[2])
    )
    return words, worded("{gap}, target sudah tercapai: 0", gap=told(gap[0], gap[1], **gap[2])[1])


def quarters(seen: Sources, frame: pd.DataFrame) -> tuple[Points, Found]:
    """The printed figures of quarters in their column, and how those of the other one follow."""
    known: Points = frame.attrs["titik"]
    points: dict[tuple[Any, str], Point] = {}
    found: Found = {}
    for _, line in frame.groupby(["kode", "tahun"], sort=False):
        so_far = line["catatan"].str.startswith("sejak awal tahun").all()
        printed, other = ("sampai", "sendiri") if so_far else ("sendiri", "sampai")
        formula = (
            worded("sejak awal tahun − triwulan sebelumnya")
            if so_far
            else worded("jumlah sejak triwulan I")
        )
        before: list[Point] = []
        for key, row in line.iterrows():
            own = points[key, printed] = known[key, "nilai"]
            used = [*before[-1:], own] if so_far else [*before, own]
            terms = [number(float(point.nilai)) for point in used]
            worked = " − ".join(reversed(terms)) if so_far else " + ".join(terms)
            worked = f"{worked} = {at_most(float(row[other]), 4)}"
            _add(found, seen, (key, other), row, seen.told(own), (formula, worked), *used)
            before.append(own)
    return points, found | seen.printed(points)


Follows = Callable[[Sources, pd.DataFrame, History], tuple[Points | None, Found]]
COMPUTED: Mapping[str, Follows] = {
    "": lambda seen, frame, past: (None, {}),
    "perubahan": lambda seen, frame, past: (None, changes(seen, frame)),
    "target": lambda seen, frame, past: (None, targets(seen, frame, past)),
    "renstra": lambda seen, frame, past: (None, renstra(seen, frame, past)),
    "triwulan": lambda seen, frame, past: quarters(seen, frame),
}
"""How the figures of each kind of frame follow: its points where they moved, and its traces."""
