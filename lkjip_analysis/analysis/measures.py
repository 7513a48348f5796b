"""The measures for frames: Series in, Series out, each formula that of `metrics`.

What was promised or came first is given first: `capaian(target, realisasi)`,
`serapan(pagu, realisasi)`, `tumbuh(sebelum, sekarang)`. Single figures work too. Where a measure
is undefined (a target or ceiling of 0, a missing figure) the result is NA. Percentages are numbers
like 91.27.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from lkjip_analysis.analysis.asking import one_scale, takes_columns
from lkjip_analysis.errors import nearest
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.metrics import Arah, Band, Rumus
from lkjip_analysis.numbers.metrics.formula import Measure, described

Figures = TypeVar("Figures", "pd.Series[Any]", float)
MEASURES = ("bagian", "capaian", "daftar", "kategori", "kurs", "persen", "rerata", "serapan",
            "sisa", "tumbuh")  # fmt: skip
TURUN: Rumus = "(2T-R)/T"


def _documented(*names: str) -> Callable[[Measure], Measure]:
    """A docstring that ends with the formula, unit and source that are declared."""

    def document(measure: Measure) -> Measure:
        formulas = (metrics.FORMULAS[name] for name in names)
        measure.__doc__ = described(measure.__doc__, *formulas)
        return takes_columns(measure)

    return document


@_documented("capaian R/T", "capaian (2T-R)/T", "capaian T/R")
def capaian(
    target: Figures,
    realisasi: Figures,
    arah: pd.Series[str] | Arah | None = None,
    rumus: pd.Series[str] | Rumus | None = None,
    maksimum: float | None = None,
) -> Figures:
    """Achievement in percent of the target; `arah` and `rumus` for all, or one for each row.

    naik, and where neither is given: R/T. turun: (2T-R)/T, or T/R where `rumus` says so. A `rumus`
    alone decides. Cut down to `maksimum` where given.

    >>> capaian(32.0, 43.3), capaian(100.0, 120.0, arah="turun")
    (135.3125, 80.0)
    >>> capaian(81.0, 88.0, rumus="(2T-R)/T"), capaian(40.0, 50.0, rumus="T/R")
    (91.35802469135803, 80.0)
    """
    target, realisasi = _floats(target), _floats(realisasi)
    if not isinstance(realisasi, pd.Series):
        return _one_capaian(target, realisasi, arah, rumus, maksimum)
    ways = pd.DataFrame({"target": target, "realisasi": realisasi, "arah": arah, "rumus": rumus})
    found = [
        _one_capaian(row.target, row.realisasi, row.arah, row.rumus, maksimum)
        for row in ways.itertuples()
    ]
    return pd.Series(found, index=ways.index, dtype=float, name="capaian")


def _one_capaian(target: Any, realisasi: Any, arah: Any, rumus: Any, maksimum: Any) -> float:
    if pd.isna(arah):
        arah = "naik" if pd.isna(rumus) or rumus == "R/T" else "turun"
    rumus = TURUN if pd.isna(rumus) else rumus
    divisor = realisasi if arah == "turun" and rumus == "T/R" else target
    if pd.isna(target) or pd.isna(realisasi) or divisor == 0:
        return float("nan")
    value = metrics.capaian(float(realisasi), float(target), arah, rumus)
    return value if maksimum is None else min(value, maksimum)


@_documented("serapan")
def serapan(pagu: Figures, realisasi: Figures) -> Figures:
    """Absorption: realisasi in percent of pagu (both rupiah).

    >>> serapan(200.0, 150.0)
    75.0
    """
    found: Figures = _by("serapan", "pagu", pagu=pagu, realisasi=realisasi)
    return found


@_documented("sisa")
def sisa(pagu: Figures, realisasi: Figures) -> Figures:
    """What is left of pagu, in rupiah.

    >>> sisa(200.0, 150.0)
    50.0
    """
    found: Figures = _named(metrics.sisa(pagu, realisasi), "sisa")
    return found


@_documented("persen")
def persen(bagian: Figures, keseluruhan: Figures | float) -> Figures:
    """A part in percent of a whole, both in one unit.

    >>> persen(30.0, 120.0)
    25.0
    """
    found: Figures = _by("persen", "keseluruhan", bagian=bagian, keseluruhan=keseluruhan)
    return found


@_documented("bagian")
def bagian(nilai: Figures, keseluruhan: Figures | float | None = None) -> Figures:
    """The share of each row in the sum of all, or in a `keseluruhan`, percent; NA where that is 0.

    >>> list(bagian(pd.Series([1.0, 3.0])))
    [25.0, 75.0]
    """
    nilai = _floats(nilai)
    whole = pd.Series(nilai).sum() if keseluruhan is None else keseluruhan
    found: Figures = _by("bagian", "jumlah", nilai=nilai, jumlah=whole)
    return found


@_documented("kurs")
def kurs(nilai_rupiah: Figures, nilai_usd: Figures) -> Figures:
    """The implied rate: rupiah for one dollar.

    >>> kurs(28000.0, 2.0)
    14000.0
    """
    found: Figures = _by("kurs", "nilai_usd", nilai_rupiah=nilai_rupiah, nilai_usd=nilai_usd)
    return found


@_documented("pertumbuhan")
def tumbuh(sebelum: Figures, sekarang: Figures) -> Figures:
    """Growth on the previous value, percent; NA where that was 0.

    >>> tumbuh(200.0, 150.0)
    -25.0
    """
    grown = _by("pertumbuhan", "sebelum", sebelum=sebelum, sekarang=sekarang)
    found: Figures = _named(grown, "tumbuh")
    return found


@_documented("rerata")
def rerata(nilai: pd.Series[Any]) -> float:
    """The mean of the figures that are there; NA where none is.

    >>> rerata(pd.Series([90.0, None, 110.0]))
    100.0
    """
    return float(_floats(nilai).mean())


@takes_columns
def kategori(
    nilai: Figures, skala: Iterable[Band] | Mapping[str, Sequence[Band]], desimal: int = 2
) -> Any:
    """The class of each figure on a scale, as `laporan.skala["capaian"]` is.

    NA where the figure is missing or the scale has a hole. A figure whose print with `desimal`
    decimals is of another class than itself is told both, "Baik atau Sangat Baik".
    """
    bands = one_scale(skala)
    if not isinstance(nilai, pd.Series):
        return None if pd.isna(nilai) else metrics.kategori_dihitung(nilai, bands, desimal)
    found = [
        None if pd.isna(value) else metrics.kategori_dihitung(float(value), bands, desimal)
        for value in nilai
    ]
    return pd.Series(found, index=nilai.index, dtype=str, name="kategori")


def _by(name: str, divisor: str, **figures: Any) -> Any:
    """A declared measure over columns or single figures; NA where the divisor is 0 or missing."""
    put = {one: _floats(value) for one, value in figures.items()}
    below = put[divisor]
    if isinstance(below, pd.Series):
        put[divisor] = below.where(below != 0)
    elif not below:
        put[divisor] = float("nan")
    return _named(metrics.FORMULAS[name].nilai(**put), name)


def _floats(figures: Any) -> Any:
    """Figures as floats, NA as NaN: a sum of rupiah stays exact up to 9 quadrillion."""
    if isinstance(figures, list | tuple | pd.Index | pd.api.extensions.ExtensionArray | np.ndarray):
        figures = pd.Series(figures)
    if isinstance(figures, pd.Series):
        return figures.astype(float)
    return float("nan") if pd.isna(figures) else float(figures)


def _named(figures: Any, name: str) -> Any:
    return figures.rename(name) if isinstance(figures, pd.Series) else figures


def daftar() -> pd.DataFrame:
    """Every measure: its formula, unit, and source; `terverifikasi` where that was read.

    >>> daftar().loc["serapan", "rumus"]
    'realisasi ÷ pagu × 100'
    """
    rows = {
        one.nama: (one.kata(), one.satuan, one.sumber, one.terverifikasi)
        for one in metrics.FORMULAS.values()
    }
    columns = ["rumus", "satuan", "sumber", "terverifikasi"]
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=columns)
    return frame.rename_axis("ukuran")


def __getattr__(name: str) -> Any:
    """Raises: AttributeError with the measures that are here."""
    if name.startswith("__"):
        raise AttributeError(name)
    raise AttributeError(f"metrics.{name}: {nearest(name, MEASURES)}")


def __dir__() -> list[str]:
    return list(MEASURES)
