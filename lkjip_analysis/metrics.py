"""The measures of a performance report. Arithmetic only: each formula stands here once.

Every function takes floats, exact fractions, pandas Series or `Interval`s alike and returns what
it was given. Each variable occurs once in its formula, so an interval result is as tight as the
inputs allow. Percentages are numbers like 91.27, not 0.9127. The solved forms (`realisasi_untuk`,
`target_untuk`, ...) answer the same equation for its other variables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeVar

from lkjip_analysis.interval import Interval

if TYPE_CHECKING:
    import pandas as pd

Quantity = TypeVar("Quantity", float, Fraction, Interval, "pd.Series[float]")
Arah = Literal["naik", "turun"]
Rumus = Literal["(2T-R)/T", "T/R", "R/T"]


def persen(bagian: Quantity, keseluruhan: Quantity) -> Quantity:
    """`bagian` as a percentage of `keseluruhan`; both in one unit.

    Raises: ZeroDivisionError for numbers where `keseluruhan` is 0.

    >>> round(persen(110, 260), 2)
    42.31
    """
    return bagian / keseluruhan * 100


def capaian(
    realisasi: Quantity, target: Quantity, arah: Arah = "naik", rumus: Rumus = "(2T-R)/T"
) -> Quantity:
    """Achievement in percent of the target, uncapped.

    More is better (`naik`): R/T. Less is better (`turun`): by the report's own formula,
    (2T-R)/T or T/R; R/T is met too and is the wrong way round, so it must be asked for.

    Raises: ZeroDivisionError for numbers where the denominator is 0; see `capaian_target_nol`.
    Source: R/T and (2T-R)/T as in LKjIP Kabupaten Maluku Tengah 2021, p. 94, and Permen PANRB
    8/2021 ("kondisi khusus", unverified: read only in a reprint); T/R as in LKjIP Manggarai
    Timur 2019.

    >>> round(capaian(43.30, 32), 2), round(capaian(4.88, 32, "turun"), 2)
    (135.31, 184.75)
    >>> round(capaian(186, 162, "turun", "T/R"), 2)
    87.1
    """
    if arah == "naik" or rumus == "R/T":
        return persen(realisasi, target)
    if rumus == "T/R":
        return persen(target, realisasi)
    return (2 - realisasi / target) * 100


def realisasi_untuk(
    capaian: Quantity, target: Quantity, arah: Arah = "naik", rumus: Rumus = "(2T-R)/T"
) -> Quantity:
    """The realisasi that gives this `capaian` (percent) of this `target`; the target's unit.

    >>> realisasi_untuk(50.0, 40.0)
    20.0
    """
    if arah == "naik" or rumus == "R/T":
        return capaian / 100 * target
    if rumus == "T/R":
        return target / (capaian / 100)
    return (2 - capaian / 100) * target


def target_untuk(
    capaian: Quantity, realisasi: Quantity, arah: Arah = "naik", rumus: Rumus = "(2T-R)/T"
) -> Quantity:
    """The target of which `realisasi` is this `capaian` (percent); the realisasi's unit.

    >>> target_untuk(50.0, 20.0)
    40.0
    """
    if arah == "naik" or rumus == "R/T":
        return realisasi / (capaian / 100)
    if rumus == "T/R":
        return capaian / 100 * realisasi
    return realisasi / (2 - capaian / 100)


def capaian_target_rentang(
    realisasi: float,
    bawah: float,
    atas: float,
    arah: Arah = "naik",
    rumus: Rumus = "(2T-R)/T",
) -> float:
    """Achievement in percent where the target is a range: 100 inside it.

    Above the range the upper bound is the target, below it the lower one.
    Source: Permen PANRB 8/2021, unverified (read only in a reprint).

    >>> capaian_target_rentang(85, 80, 90), capaian_target_rentang(60, 80, 90)
    (100.0, 75.0)
    """
    if bawah <= realisasi <= atas:
        return 100.0
    return capaian(float(realisasi), float(atas if realisasi > atas else bawah), arah, rumus)


def capaian_target_nol(realisasi: float, kebijakan: float | None) -> float | None:
    """Achievement where the target is 0: `kebijakan` if nothing was realised, else undefined.

    No regulation settles this case, so the report declares its policy: None (undefined) or the
    percentage it prints for 0 of 0, commonly 100.

    >>> capaian_target_nol(0, 100), capaian_target_nol(3, 100)
    (100, None)
    """
    return kebijakan if realisasi == 0 else None


def dibatasi(capaian: Quantity, maksimum: float | None) -> Quantity:
    """`capaian` (percent) cut down to the report's declared maximum; None is no maximum.

    >>> dibatasi(135.31, 100), dibatasi(135.31, None)
    (100.0, 135.31)
    """
    if maksimum is None:
        return capaian
    if isinstance(capaian, float | int | Fraction):
        return type(capaian)(maksimum) if capaian > maksimum else capaian
    return capaian.clip(upper=maksimum)


def rerata(nilai: Sequence[Quantity]) -> Quantity:
    """Arithmetic mean of one or more values, in their unit.

    Raises: ValueError for no values.

    >>> round(rerata([135.31, 194.05]), 2)
    164.68
    """
    if not nilai:
        raise ValueError("no values to average")
    return sum(nilai[1:], start=nilai[0]) / len(nilai)


def serapan(realisasi: Quantity, pagu: Quantity) -> Quantity:
    """Budget absorbed, in percent of the ceiling.

    >>> round(serapan(1_576_408_211, 1_727_182_400), 2)
    91.27
    """
    return persen(realisasi, pagu)


def sisa(pagu: Quantity, realisasi: Quantity) -> Quantity:
    """Budget not spent, in rupiah.

    >>> sisa(1_727_182_400, 1_576_408_211)
    150774189
    """
    return pagu - realisasi


def pertumbuhan(sekarang: Quantity, sebelum: Quantity) -> Quantity:
    """Growth on the PREVIOUS value, in percent.

    Raises: ZeroDivisionError for numbers where `sebelum` is 0.
    Source: PP 6/2008, annex (EKPOD), growth = {X(t+1) - X(t)} / X(t) x 100%.

    >>> round(pertumbuhan(95, 153), 2)
    -37.91
    """
    return (sekarang / sebelum - 1) * 100


def sekarang_untuk(pertumbuhan: Quantity, sebelum: Quantity) -> Quantity:
    """The value that grew by `pertumbuhan` percent from `sebelum`.

    >>> sekarang_untuk(25.0, 40.0)
    50.0
    """
    return (pertumbuhan / 100 + 1) * sebelum


def sebelum_untuk(pertumbuhan: Quantity, sekarang: Quantity) -> Quantity:
    """The value from which `sekarang` grew by `pertumbuhan` percent.

    >>> sebelum_untuk(25.0, 50.0)
    40.0
    """
    return sekarang / (pertumbuhan / 100 + 1)


def efisiensi_sisa(serapan: Quantity) -> Quantity:
    """The "efficiency" most regional reports print: the share of the budget not spent, percent.

    It is unspent money, not efficiency: it is claimed only where the targets were met.

    >>> round(efisiensi_sisa(85.6), 2)
    14.4
    """
    return 100 - serapan


def efisiensi_selisih(capaian: Quantity, serapan: Quantity) -> Quantity:
    """Efficiency as achievement ahead of spending: capaian minus serapan, percentage points.

    >>> round(efisiensi_selisih(106.87, 99.21), 2)
    7.66
    """
    return capaian - serapan


def efisiensi_pmk(pagu: float, realisasi: float, capaian_keluaran: float) -> float:
    """Efficiency E of ministries in percent: the cost of the output reached that was saved.

    E = (pagu x CK - realisasi) / (pagu x CK) x 100, with CK the output achieved as a fraction,
    cut to -20..20. Source: PMK 22/2021, unverified (text not read).

    >>> round(efisiensi_pmk(1000.0, 900.0, 100.0), 2)
    10.0
    """
    biaya = pagu * capaian_keluaran / 100
    return max(-20.0, min(20.0, (biaya - realisasi) / biaya * 100))


def nilai_efisiensi(efisiensi: float) -> float:
    """The score NE of an efficiency E (percent): 50 + E/20 x 50, between 0 and 100.

    Source: LAKIP Inspektorat Jenderal 2019, p. 42, which cites PMK 214/2017 (unverified).

    >>> nilai_efisiensi(10.0)
    75.0
    """
    return 50 + efisiensi / 20 * 50


@dataclass(frozen=True)
class Band:
    """One class of a scale as printed: its name and the values it holds, in the value's unit."""

    nama: str
    bawah: float | Fraction | None = None
    atas: float | Fraction | None = None
    bawah_termasuk: bool = True
    atas_termasuk: bool = True

    def holds(self, nilai: float | Fraction) -> bool:
        if self.bawah is not None and (
            nilai < self.bawah or (nilai == self.bawah and not self.bawah_termasuk)
        ):
            return False
        return self.atas is None or not (
            nilai > self.atas or (nilai == self.atas and not self.atas_termasuk)
        )


def kategori(nilai: float | Fraction, skala: Sequence[Band]) -> str | None:
    """The class of `nilai` on the report's own scale; None where the printed scale has a hole.

    Where bands overlap the first printed one is taken.

    >>> skala = [Band("Sangat Baik", 100, bawah_termasuk=False), Band("Baik", 75, 100)]
    >>> kategori(89.89, skala), kategori(74.5, skala)
    ('Baik', None)
    """
    return next((band.nama for band in skala if band.holds(nilai)), None)
