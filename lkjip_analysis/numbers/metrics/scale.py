"""Scales of categories, as each report prints its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.written import half_up, meant, number


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

    def told(self, satuan: str = "") -> str:
        """The values that it holds, in words.

        >>> Band("Baik", 75, 90, atas_termasuk=False).told("%"), Band("Sangat Baik", 90).told()
        ('dari 75% sampai kurang dari 90%', '90 atau lebih')
        """
        low, high = (
            None if end is None else f"{number(end)}{satuan}" for end in (self.bawah, self.atas)
        )
        if low is None and high is None:
            return worded("semua nilai")
        if high is None:
            return (
                worded("{low} atau lebih", low=low)
                if self.bawah_termasuk
                else worded("lebih dari {low}", low=low)
            )
        if low is None:
            return (
                worded("{high} atau kurang", high=high)
                if self.atas_termasuk
                else worded("kurang dari {high}", high=high)
            )
        start = (
            worded("dari {low}", low=low)
            if self.bawah_termasuk
            else worded("lebih dari {low}", low=low)
        )
        span = (
            "{start} sampai {high}" if self.atas_termasuk else "{start} sampai kurang dari {high}"
        )
        return worded(span, start=start, high=high)


def kategori(nilai: float | Fraction, skala: Sequence[Band]) -> str | None:
    """The class of `nilai` on the report's own scale; None where the printed scale has a hole.

    Where bands overlap the first printed one is taken.

    >>> skala = [Band("Sangat Baik", 100, bawah_termasuk=False), Band("Baik", 75, 100)]
    >>> kategori(89.89, skala), kategori(74.5, skala)
    ('Baik', None)
    """
    return next((band.nama for band in skala if band.holds(nilai)), None)


def kategori_dihitung(
    nilai: float | Fraction, skala: Sequence[Band], desimal: int = 2
) -> str | None:
    """The class of a computed figure that is printed half-up with `desimal` decimals.

    A reader holds the printed figure against the printed scale, and so does the rule `kategori`;
    no scale says whether the unrounded one counts. Where it is of another class, both are named.

    >>> skala = [Band("Sangat Baik", 90), Band("Baik", 75, 90, atas_termasuk=False)]
    >>> kategori_dihitung(Fraction("89.996"), skala), kategori_dihitung(Fraction("89.99"), skala)
    ('Baik atau Sangat Baik', 'Baik')
    """
    exact = meant(nilai)  # 74.99999999999999 is the 75 of a float
    found = (kategori(value, skala) for value in sorted((exact, half_up(exact, desimal))))
    return " atau ".join(dict.fromkeys(name for name in found if name)) or None
