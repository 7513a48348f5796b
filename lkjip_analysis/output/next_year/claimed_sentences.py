"""A draft sentence with the claims that tie its figures to their cells."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_analysis.language import worded
from lkjip_analysis.output.next_year.computed_report import Angka

HIGHER, LOWER = "lebih tinggi daripada", "lebih rendah daripada"
"""Words that the verifier knows."""


@dataclass(frozen=True)
class Claim:
    """One row of klaim.csv."""

    kode: str
    tentang: str
    nilai: str
    tipe: str = "angka"
    satuan: str = ""
    presisi: str = ""
    aturan: str = ""
    sel: str = ""
    dasar: str = ""


@dataclass(frozen=True)
class Kalimat:
    """One sentence: the section it stands in, its text, and its claims."""

    bagian: str
    text: str
    claims: tuple[Claim, ...]

    @property
    def where(self) -> str:
        """The section as a reader calls it."""
        if self.bagian == "ringkasan":
            return worded("Rata-rata capaian")
        if self.bagian == "anggaran":
            return worded("Realisasi anggaran")
        return worded("Sasaran {code}", code=self.bagian.rpartition(".")[2])


def direction(
    kode: str, now: Angka, before: Angka, now_cell: str, before_cell: str
) -> tuple[str, list[Claim]]:
    """How two printed figures compare: as the sentence says it, and as the verifier reads it."""
    assert now.value is not None and before.value is not None
    if now.value == before.value:
        return worded("sama dengan"), []
    word = HIGHER if now.value > before.value else LOWER
    told = f"sebelum={before_cell}; sekarang={now_cell}"
    claim = Claim(f"{kode}_arah", "Dibanding tahun sebelumnya", word, "teks", aturan="arah",
                  sel=told)  # fmt: skip
    return worded(word), [claim]
