"""The state of a year: good, good but, not good, or nothing that can be judged yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Literal

import pandas as pd

from lkjip_analysis.analysis import frames
from lkjip_analysis.analysis.printed_means import EVERY
from lkjip_analysis.checking.findings.finding import Finding, NewPrint
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.written import meant
from lkjip_analysis.pages.parts.caveats import OPEN, beside, touched, undecided
from lkjip_analysis.report.report import Report

State = Literal["baik", "baik, tetapi", "tidak baik", "belum dapat dinilai"]
ENOUGH = Fraction(1, 2)
"""The part of figures that must be tested, and of indicators that must be known, to judge."""


@dataclass(frozen=True)
class Judged:
    """The state of a year, why it cannot be judged, and between which means the year may lie."""

    state: State
    reasons: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None


def judge(verification: Verification) -> Judged:
    """The state of the year. What is not decided counts both ways."""
    report = verification.report
    kinerja, known = _known(report)
    reasons = _too_little(verification, kinerja, known)
    if known.empty:
        return Judged("belum dapat dinilai", reasons)
    low, high = _ends(verification, kinerja, known)
    printed = _open_means(verification)
    least, most = _between(kinerja, low, high, printed)
    worst, best = _grade(report, least, low), _grade(report, most, high)
    if worst != best and "tidak baik" in (worst, best):
        names = list(kinerja.loc[known.index[low != high], "singkat"])
        names += [worded("rata-rata capaian")] * bool(printed)
        reasons += (
            worded(
                "hasilnya bergantung pada angka yang belum diputuskan ({names})",
                names=", ".join(names),
            ),
        )
    if reasons:
        return Judged("belum dapat dinilai", reasons, least, most)
    own = _grade(report, _mean(kinerja, known), known)
    if own == "baik" and not _is_sound(verification):
        own = "baik, tetapi"
    return Judged(own, (), least, most)


def reach(verification: Verification) -> tuple[float, float] | None:
    """Between which means the year lies, as open figures and the meanings of words turn out."""
    kinerja, known = _known(verification.report)
    if known.empty:
        return None
    low, high = _ends(verification, kinerja, known)
    for finding in verification.findings:
        for one in finding.readings if finding.changes_conclusion else ():
            if one.kode in known.index:
                low[one.kode] = min(low[one.kode], float(one.capaian))
                high[one.kode] = max(high[one.kode], float(one.capaian))
    return _between(kinerja, low, high, _open_means(verification))


def _known(report: Report) -> tuple[pd.DataFrame, pd.Series[float]]:
    """The indicators, and the capaian of those of which it can be computed."""
    kinerja = frames.kinerja(report)
    return kinerja, kinerja.get("capaian_dihitung", pd.Series(dtype=float)).dropna()


def _between(
    kinerja: pd.DataFrame, low: pd.Series[float], high: pd.Series[float], printed: Sequence[float]
) -> tuple[float, float]:
    """The least and the most that the mean may be, as `printed` where that is open too."""
    return min([_mean(kinerja, low), *printed]), max([_mean(kinerja, high), *printed])


def _is_sound(verification: Verification) -> bool:
    """Is nothing proven wrong or open, and does no conclusion fall?"""
    findings = verification.findings
    return verification.is_clean and not any(finding.changes_conclusion for finding in findings)


def _too_little(
    verification: Verification, kinerja: pd.DataFrame, known: pd.Series[float]
) -> tuple[str, ...]:
    """Why there is too little to judge by: no achievement, or figures that nothing tests."""
    if kinerja.empty:
        return (worded("laporan tidak memuat tabel capaian kinerja"),)
    if known.empty:
        return (worded("capaian tidak dapat dihitung untuk indikator mana pun"),)
    found = []
    if len(known) < ENOUGH * len(kinerja):
        every = len(kinerja)
        found.append(
            worded(
                "capaian hanya dapat dihitung untuk {count} dari {every} indikator",
                count=len(known),
                every=every,
            )
        )
    told = verification.coverage.as_json()
    watched, figures = int(str(told["watched"])), int(str(told["figures"]))
    if watched < ENOUGH * figures:
        found.append(
            worded(
                "hanya {count} dari {every} angka yang dapat diuji", count=watched, every=figures
            )
        )
    tested = {cell for rule in verification.rules for cell in rule.cells}
    cells = kinerja.attrs["sel"]
    bare = [kode for kode in known.index if cells.get((kode, "realisasi")) not in tested]
    if len(known) - len(bare) < ENOUGH * len(known):
        found.append(
            worded(
                "realisasi {count} dari {every} indikator tidak dapat diuji",
                count=len(bare),
                every=len(known),
            )
        )
    return tuple(found)


def _ends(
    verification: Verification, kinerja: pd.DataFrame, known: pd.Series[float]
) -> tuple[pd.Series[float], pd.Series[float]]:
    """The capaian of each indicator at the least and at the most, as what is open turns out."""
    low, high = known.copy(), known.copy()
    for kode, values in _possible(verification, kinerja).items():
        if kode in known.index:
            low[kode], high[kode] = min(values), max(values)
    return low, high


def _possible(verification: Verification, kinerja: pd.DataFrame) -> dict[Any, list[float]]:
    """What the capaian of each indicator with an open figure may be: ours, the print, repaired."""
    found: dict[Any, list[float]] = {}
    cells, codes = kinerja.attrs["sel"], list(kinerja.index)
    proven = [f for f in verification.findings if f.verdict == "terbukti"]
    for finding in (*undecided(verification), *proven):
        named = set(touched(verification, finding))
        for kode in codes:
            own = {name: cells.get((kode, name)) for name in ("target", "realisasi", "capaian")}
            if named.isdisjoint(own.values()):
                continue
            row = kinerja.loc[kode]
            printed = pd.to_numeric(row.get("capaian"), errors="coerce")
            repaired = _repaired(verification.report, kode, own, row, finding)
            values = [row["capaian_dihitung"], printed, *repaired]
            found.setdefault(kode, []).extend(float(v) for v in values if pd.notna(v))
    return {kode: values for kode, values in found.items() if values}


def _repaired(
    report: Report, kode: Any, own: Mapping[str, Any], row: pd.Series[Any], finding: Finding
) -> list[float]:
    """The capaian of an indicator under each repair that prints its target or realisasi anew."""
    found = []
    for remedy in finding.remedies:
        new = {part.cell.address: ends for part in remedy.cells if (ends := _ends_of(part))}
        told = [new.get(own[name], (row[name],)) for name in ("realisasi", "target")]
        for pair in product(*told):
            if any(isinstance(value, str) or pd.isna(value) for value in pair):
                continue
            capaian = report.capaian(str(kode), *(meant(float(value)) for value in pair))
            if capaian is not None:
                found.append(float(capaian))
    return found


def _ends_of(part: NewPrint) -> tuple[float, ...]:
    """The least and the most that a repair prints; nothing where it leaves an end open."""
    if part.prints is None or not part.prints.is_bounded:
        return ()
    return float(part.prints.low), float(part.prints.high)


def _mean(kinerja: pd.DataFrame, values: pd.Series[float]) -> float:
    return frames.rerata_tahun(kinerja.assign(capaian_dihitung=values))


def _open_means(verification: Verification) -> list[float]:
    """The means of the year that the report prints and that nobody has decided."""
    seen = beside(verification)
    cells = (cell for cell in seen.means.get(EVERY, ()) if cell.is_figure)
    return [float(cell.point) for cell in cells if seen.of([cell.address]) == OPEN]


def _grade(report: Report, mean: float, values: pd.Series[float]) -> State:
    """By the report's own scale where it prints one, else by its targets.

    Without a scale a year is not good where the mean misses 100 and half the targets are missed.
    """
    missed = int((values < 100).sum())
    scale = report.scales.get("capaian")
    name = frames.kategori_capaian(report, mean)
    rank = _rank(report, name)
    if scale and rank is not None:
        good = 2 * rank >= len(scale.pita)
    else:
        good = mean >= 100 or 2 * missed < len(values)
    if not good:
        return "tidak baik"
    return "baik, tetapi" if missed else "baik"


def _rank(report: Report, name: str) -> int | None:
    """The place of a class among those of the scale, the worst 0; None where it is none of them."""
    scale = report.scales.get("capaian")
    if scale is None:
        return None
    lowest = sorted(scale.pita, key=lambda band: (band.bawah is not None, band.bawah or 0))
    names = [band.nama for band in lowest]
    return names.index(name) if name in names else None
