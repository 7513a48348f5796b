"""The budget: what was spent, what was left, and what is called efficiency."""

from __future__ import annotations

from lkjip_analysis.numbers.metrics.achievement import persen
from lkjip_analysis.numbers.metrics.base import Quantity
from lkjip_analysis.numbers.metrics.formula import declared


@declared("{realisasi} ÷ {pagu} × 100", "persen")
def serapan(realisasi: Quantity, pagu: Quantity) -> Quantity:
    """Budget absorbed, in percent of the ceiling.

    >>> round(serapan(1_576_408_211, 1_727_182_400), 2)
    91.27
    """
    return persen(realisasi, pagu)


@declared("{pagu} − {realisasi}", "rupiah")
def sisa(pagu: Quantity, realisasi: Quantity) -> Quantity:
    """Budget not spent, in rupiah.

    >>> sisa(1_727_182_400, 1_576_408_211)
    150774189
    """
    return pagu - realisasi


@declared("100 − {serapan}", "persen")
def efisiensi_sisa(serapan: Quantity) -> Quantity:
    """The "efficiency" most regional reports print: the share of the budget not spent, percent.

    It is unspent money, not efficiency: it is claimed only where the targets were met.

    >>> round(efisiensi_sisa(85.6), 2)
    14.4
    """
    return 100 - serapan


@declared("{capaian} − {serapan}", "poin persen")
def efisiensi_selisih(capaian: Quantity, serapan: Quantity) -> Quantity:
    """Efficiency as achievement ahead of spending: capaian minus serapan, percentage points.

    >>> round(efisiensi_selisih(106.87, 99.21), 2)
    7.66
    """
    return capaian - serapan


@declared(
    "({pagu} × {capaian_keluaran}% − {realisasi}) ÷ ({pagu} × {capaian_keluaran}%) × 100, "
    "antara −20 dan 20",
    "persen",
    "PMK 22/2021",
    terverifikasi=False,
    capaian_keluaran="capaian",
)
def efisiensi_pmk(pagu: float, realisasi: float, capaian_keluaran: float) -> float:
    """Efficiency E of ministries in percent: the cost of the output reached that was saved.

    E = (pagu x CK - realisasi) / (pagu x CK) x 100, with CK the output achieved as a fraction,
    cut to -20..20.

    >>> round(efisiensi_pmk(1000.0, 900.0, 100.0), 2)
    10.0
    """
    biaya = pagu * capaian_keluaran / 100
    return max(-20.0, min(20.0, (biaya - realisasi) / biaya * 100))


@declared(
    "50 + {efisiensi} ÷ 20 × 50",
    "nilai 0 sampai 100",
    "LAKIP Inspektorat Jenderal 2019, h. 42, yang merujuk PMK 214/2017",
    terverifikasi=False,
    efisiensi="E",
)
def nilai_efisiensi(efisiensi: float) -> float:
    """The score NE of an efficiency E (percent), between 0 and 100.

    >>> nilai_efisiensi(10.0)
    75.0
    """
    return 50 + efisiensi / 20 * 50


@declared(
    "{nilai_rupiah} ÷ {nilai_usd}",
    "rupiah per US$",
    nilai_rupiah="nilai rupiah",
    nilai_usd="nilai US$",
)
def kurs(nilai_rupiah: Quantity, nilai_usd: Quantity) -> Quantity:
    """The exchange rate that a value in rupiah and in dollars implies.

    >>> kurs(28000.0, 2.0)
    14000.0
    """
    return nilai_rupiah / nilai_usd
