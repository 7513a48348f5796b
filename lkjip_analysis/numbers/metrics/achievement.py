"""Achievement: realisasi against target, and the means of achievements."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics.base import Arah, Quantity, Rumus
from lkjip_analysis.numbers.metrics.formula import FORMULAS, declared, described

REACHED = "LKjIP Kabupaten Maluku Tengah 2021, h. 94; Permen PANRB 8/2021, dibaca dari cetak ulang"


@declared("{bagian} ÷ {keseluruhan} × {per}", "persen", keseluruhan="keseluruhan", per="100")
def persen(bagian: Quantity, keseluruhan: Quantity, per: int = 100) -> Quantity:
    """`bagian` as a percentage of `keseluruhan`, both in one unit; or for each `per` of it.

    Raises: ZeroDivisionError for numbers where `keseluruhan` is 0.

    >>> round(persen(110, 260), 2)
    42.31
    """
    return bagian / keseluruhan * per


@declared("{nilai} ÷ {jumlah} × 100", "persen", jumlah="jumlah semua baris")
def bagian(nilai: Quantity, jumlah: Quantity) -> Quantity:
    """The share of one row in the sum of all, in percent.

    >>> bagian(3.0, 4.0)
    75.0
    """
    return persen(nilai, jumlah)


@declared(
    "{realisasi} ÷ {target} × 100", "persen", REACHED, nama="capaian R/T", terverifikasi=False
)
def _more_is_better(realisasi: Quantity, target: Quantity) -> Quantity:
    return persen(realisasi, target)


@declared(
    "(2 × {target} − {realisasi}) ÷ {target} × 100",
    "persen",
    REACHED,
    nama="capaian (2T-R)/T",
    terverifikasi=False,
)
def _less_is_better(realisasi: Quantity, target: Quantity) -> Quantity:
    return (2 - realisasi / target) * 100


@declared(
    "{target} ÷ {realisasi} × 100",
    "persen",
    "LKjIP Kabupaten Manggarai Timur 2019",
    nama="capaian T/R",
)
def _inverted(realisasi: Quantity, target: Quantity) -> Quantity:
    return persen(target, realisasi)


def cara_capaian(arah: Arah, rumus: Rumus) -> str:
    """The name in `FORMULAS` of the way an indicator's capaian is computed."""
    return f"capaian {'R/T' if arah == 'naik' else rumus}"


def capaian(
    realisasi: Quantity, target: Quantity, arah: Arah = "naik", rumus: Rumus = "(2T-R)/T"
) -> Quantity:
    """Achievement in percent of the target, uncapped.

    More is better (`naik`): R/T. Less is better (`turun`): by the report's own formula,
    (2T-R)/T or T/R; R/T is met too and is the wrong way round, so it must be asked for.

    Raises: ZeroDivisionError for numbers where the denominator is 0; see `capaian_target_nol`.

    >>> round(capaian(43.30, 32), 2), round(capaian(4.88, 32, "turun"), 2)
    (135.31, 184.75)
    >>> round(capaian(186, 162, "turun", "T/R"), 2)
    87.1
    """
    found: Quantity = FORMULAS[cara_capaian(arah, rumus)].fungsi(realisasi, target)
    return found


capaian.__doc__ = described(
    capaian.__doc__, *(FORMULAS[f"capaian {way}"] for way in ("R/T", "(2T-R)/T", "T/R"))
)


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
    realisasi: float, bawah: float, atas: float, arah: Arah = "naik", rumus: Rumus = "(2T-R)/T"
) -> float:
    """Achievement in percent where the target is a range: 100 inside it.

    Above the range the upper bound is the target, below it the lower one.

    Raises: ZeroDivisionError where that bound is 0, or T/R meets a realisasi of 0.
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


@declared("jumlah {nilai}", "satuan nilainya")
def jumlah(nilai: Sequence[Quantity]) -> Quantity:
    """The sum of one or more values, in their unit.

    Raises: ValueError for no values.

    >>> jumlah([30, 12])
    42
    """
    if not nilai:
        raise ValueError("no values to add up")
    return sum(nilai[1:], start=nilai[0])


@declared("jumlah {nilai} ÷ banyaknya", "satuan nilainya")
def rerata(nilai: Sequence[Quantity]) -> Quantity:
    """Arithmetic mean of one or more values, in their unit.

    Raises: ValueError for no values.

    >>> round(rerata([135.31, 194.05]), 2)
    164.68
    """
    if not nilai:
        raise ValueError("no values to average")
    return jumlah(nilai) / len(nilai)
