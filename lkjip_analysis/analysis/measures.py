"""The measures for frames: Series in, Series out, each formula that of `metrics`.

What was promised or came first is given first: `capaian(target, realisasi)`,
`serapan(pagu, realisasi)`, `tumbuh(sebelum, sekarang)`. Single figures work too. Where a measure
is undefined (a target or ceiling of 0, a missing figure) the result is NA. Percentages are numbers
like 91.27.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import pandas as pd

from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.metrics import Arah, Band, Rumus

Figures = TypeVar("Figures", "pd.Series[Any]", float)
TURUN: Rumus = "(2T-R)/T"


def capaian(
    target: Figures,
    realisasi: Figures,
    arah: pd.Series[str] | Arah = "naik",
    rumus: pd.Series[str] | Rumus = TURUN,
    maksimum: float | None = None,
) -> Figures:
    """Achievement in percent of the target; `arah` and `rumus` for all, or one for each row.

    naik: R/T. turun: (2T-R)/T, or T/R where `rumus` says so. Cut down to `maksimum` where given.

    Source: see `metrics.capaian`.

    >>> capaian(32.0, 43.3), capaian(100.0, 120.0, arah="turun")
    (135.3125, 80.0)
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
    divisor = realisasi if arah == "turun" and rumus == "T/R" else target
    if pd.isna(target) or pd.isna(realisasi) or divisor == 0:
        return float("nan")
    value = metrics.capaian(float(realisasi), float(target), arah, rumus)
    return value if maksimum is None else min(value, maksimum)


def serapan(pagu: Figures, realisasi: Figures) -> Figures:
    """Absorption: realisasi in percent of pagu (both rupiah).

    >>> serapan(200.0, 150.0)
    75.0
    """
    found: Figures = _percent(realisasi, pagu, "serapan")
    return found


def sisa(pagu: Figures, realisasi: Figures) -> Figures:
    """What is left of pagu, in rupiah.

    >>> sisa(200.0, 150.0)
    50.0
    """
    found: Figures = _named(metrics.sisa(pagu, realisasi), "sisa")
    return found


def bagian(nilai: pd.Series[Any]) -> pd.Series[Any]:
    """The share of each row in the sum of all, percent; NA where the sum is 0.

    >>> list(bagian(pd.Series([1.0, 3.0])))
    [25.0, 75.0]
    """
    found: pd.Series[Any] = _percent(nilai, float(_floats(nilai).sum()), "bagian")
    return found


def kurs(nilai_rupiah: Figures, nilai_usd: Figures) -> Figures:
    """The implied rate: rupiah for one dollar.

    >>> kurs(28000.0, 2.0)
    14000.0
    """
    found: Figures = _named(_percent(nilai_rupiah, nilai_usd, "kurs") / 100, "kurs")
    return found


def tumbuh(sebelum: Figures, sekarang: Figures) -> Figures:
    """Growth on the previous value, percent; NA where that was 0.

    Source: see `metrics.pertumbuhan`.

    >>> tumbuh(200.0, 150.0)
    -25.0
    """
    found: Figures = _named(_percent(sekarang, sebelum, "tumbuh") - 100, "tumbuh")
    return found


def rerata(nilai: pd.Series[Any]) -> float:
    """The mean of the figures that are there; NA where none is.

    >>> rerata(pd.Series([90.0, None, 110.0]))
    100.0
    """
    return float(_floats(nilai).mean())


def kategori(nilai: Figures, skala: Sequence[Band] | Iterable[Band], desimal: int = 2) -> Any:
    """The class of each figure on a scale (`laporan.report.scales[...].pita`).

    NA where the figure is missing or the scale has a hole. A figure whose print with `desimal`
    decimals is of another class than itself is told both, "Baik atau Sangat Baik".
    """
    bands = list(skala)
    if not isinstance(nilai, pd.Series):
        return None if pd.isna(nilai) else metrics.kategori_dihitung(nilai, bands, desimal)
    found = [
        None if pd.isna(value) else metrics.kategori_dihitung(float(value), bands, desimal)
        for value in nilai
    ]
    return pd.Series(found, index=nilai.index, dtype=str, name="kategori")


def _percent(part: Any, whole: Any, name: str) -> Any:
    part, whole = _floats(part), _floats(whole)
    if isinstance(whole, pd.Series):
        return _named(part / whole.where(whole != 0) * 100, name)
    if pd.isna(whole) or whole == 0:
        return part * float("nan")
    return _named(part / whole * 100, name)


def _floats(figures: Any) -> Any:
    """Figures as floats, NA as NaN: a sum of rupiah stays exact up to 9 quadrillion."""
    if isinstance(figures, pd.Series):
        return figures.astype(float)
    return float("nan") if pd.isna(figures) else float(figures)


def _named(figures: Any, name: str) -> Any:
    return figures.rename(name) if isinstance(figures, pd.Series) else figures
