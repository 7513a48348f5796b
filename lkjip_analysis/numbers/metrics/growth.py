"""Growth: from one year to the next, over several, and what a target still asks for."""

from __future__ import annotations

from lkjip_analysis.numbers.metrics.base import Arah, Quantity
from lkjip_analysis.numbers.metrics.formula import FORMULAS, declared, described

PP_6 = "PP 6/2008, lampiran (EKPOD)"


@declared("({sekarang} ÷ {sebelum} − 1) × 100", "persen", PP_6)
def pertumbuhan(sekarang: Quantity, sebelum: Quantity) -> Quantity:
    """Growth on the PREVIOUS value, in percent.

    Raises: ZeroDivisionError for numbers where `sebelum` is 0.

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


@declared("{sekarang} − {sebelum}", "satuan angkanya, atau poin persen")
def perubahan(sekarang: Quantity, sebelum: Quantity) -> Quantity:
    """Change in the figure's own unit; of two percentages, in percentage points.

    >>> perubahan(13265, 13244)
    21
    """
    return sekarang - sebelum


@declared(
    "(({akhir} ÷ {awal}) pangkat (1 ÷ {tahun}) − 1) × 100",
    "persen setahun",
    f"pertumbuhan menurut {PP_6}, diulang tiap tahun",
    tahun="banyaknya tahun",
)
def pertumbuhan_majemuk(akhir: float, awal: float, tahun: float) -> float | None:
    """Compound growth in percent a year: the even rate that leads from `awal` to `akhir`.

    None where no such rate exists: no time between, a
    start of 0, or figures of different sign. The same rate is the pace that a target asks for.

    >>> round(pertumbuhan_majemuk(121, 100, 2), 6)
    10.0
    """
    if tahun <= 0 or awal == 0 or akhir / awal < 0:
        return None
    return float(((akhir / awal) ** (1 / tahun) - 1) * 100)


@declared("{target} − {realisasi}", "satuan targetnya", nama="jarak_target naik")
def _below(realisasi: Quantity, target: Quantity) -> Quantity:
    return target - realisasi


@declared("{realisasi} − {target}", "satuan targetnya", nama="jarak_target turun")
def _above(realisasi: Quantity, target: Quantity) -> Quantity:
    return realisasi - target


def jarak_target(realisasi: Quantity, target: Quantity, arah: Arah = "naik") -> Quantity:
    """How far `realisasi` still is from `target`, in their unit; 0 or less once it is reached.

    >>> jarak_target(43.0, 50.0), jarak_target(12.0, 10.0, "turun")
    (7.0, 2.0)
    """
    found: Quantity = FORMULAS[f"jarak_target {arah}"].fungsi(realisasi, target)
    return found


jarak_target.__doc__ = described(
    jarak_target.__doc__, *(FORMULAS[f"jarak_target {way}"] for way in ("naik", "turun"))
)


@declared(
    "({target} − {realisasi}) ÷ {tahun}", "satuan targetnya, setahun", tahun="tahun yang tersisa"
)
def laju_diperlukan(realisasi: float, target: float, tahun: float) -> float | None:
    """The even change a year, in the figure's unit, that leads from `realisasi` to `target`.

    None where no year is left.

    >>> laju_diperlukan(40, 50, 4)
    2.5
    """
    return None if tahun <= 0 else (target - realisasi) / tahun
