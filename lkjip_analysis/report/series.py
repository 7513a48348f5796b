"""What a report declares about its figures over the years: series, their cells, breaks.

An indicator is a series by itself. `deret` names others (the budget, a count that is no
indicator), `tren` says which cell is which figure of which year, `putus` where two years do not
mean the same thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import Arah
from lkjip_analysis.report.tables import Address

UKURAN: dict[str, str] = {
    "target": "target",
    "target_awal": "target awal",
    "target_perubahan": "target perubahan",
    "target_akhir": "target akhir Renstra",
    "realisasi": "realisasi",
    "capaian": "capaian",
    "rerata_capaian": "rata-rata capaian",
    "pagu": "pagu",
    "serapan": "serapan",
    "jumlah": "jumlah",
}
"""What a figure of a series measures, as it is written and as a reader calls it."""

TARGETS = ("target_perubahan", "target", "target_awal")
"""The targets of a year, the one in force at its end first."""

PERCENT = "persen"
PERCENTAGES = ("capaian", "rerata_capaian", "serapan")
USUAL = Fraction(3)
"""From one year to the next a figure rarely grows or shrinks this many times (our reading)."""


@dataclass(frozen=True)
class Series:
    """A figure that is followed over the years: its stable code, name, unit and direction.

    `wajar` is the factor beyond which a change between two years asks a question.
    """

    kode: str
    nama: str
    singkat: str
    satuan: str
    arah: Arah | None = None
    wajar: Fraction = USUAL


@dataclass(frozen=True)
class Placed:
    """A cell of the report that is a figure of a series, perhaps of another year."""

    sel: Address
    kode: str
    ukuran: str
    tahun: int
    periode: str
    catatan: str
    line: int


UNKNOWN = "tidak diketahui"
"""What a break says that nobody knows the reason of."""


@dataclass(frozen=True)
class Break:
    """Where a series does not go on: what changed at the beginning of `tahun`, and why."""

    kode: str
    ukuran: str
    tahun: int
    berubah: str
    sebab: str

    def stands_for(self, kode: str, ukuran: str) -> bool:
        return self.kode == kode and self.ukuran in ("", ukuran)

    @property
    def told(self) -> str:
        """From which year on figures do not compare with those before, and why."""
        if self.berubah == UNKNOWN:
            return worded(
                "tidak sebanding sejak {tahun}, sebabnya tidak diketahui: {sebab}",
                tahun=self.tahun,
                sebab=self.sebab,
            )
        return worded(
            "tidak sebanding sejak {tahun} karena {berubah} berganti: {sebab}",
            tahun=self.tahun,
            berubah=self.berubah,
            sebab=self.sebab,
        )


@dataclass(frozen=True)
class Declared:
    """All that one report declares about its figures over the years."""

    series: Mapping[str, Series] = field(default_factory=dict)
    placed: tuple[Placed, ...] = ()
    breaks: tuple[Break, ...] = ()
    tahun_renstra: int | None = None


def series_of(kode: str, entries: Mapping[str, Any]) -> Series:
    return Series(
        kode,
        entries["nama"],
        entries.get("singkat", entries["nama"]),
        entries.get("satuan", ""),
        entries.get("arah"),
        Fraction(entries.get("wajar", USUAL)),
    )


def break_of(entries: Mapping[str, str], tahun: int) -> Break:
    return Break(
        entries["kode"],
        entries.get("ukuran", ""),
        int(entries.get("tahun", tahun)),
        entries["berubah"],
        entries["sebab"],
    )


def same_unit(satuan: str) -> str:
    """A unit by one name: "%" is "persen", so that changes are told in points."""
    return PERCENT if satuan.strip() == "%" else satuan
