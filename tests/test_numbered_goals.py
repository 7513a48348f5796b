"""The number of a goal in the table below its heading."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal


def goals(folder: Path, *told: tuple[str, str]) -> list[str]:
    """The headings of goals that the row of the mean in their table contradicts."""
    lines = ["LAPORAN KINERJA DINAS PERTANIAN TAHUN 2023", "BAB III AKUNTABILITAS KINERJA"]
    for number, (heading, row) in enumerate(told):
        lines += [
            heading,
            f"""| Indikator Kinerja | Target | Realisasi | Capaian (%) |
|---|---|---|---|
| Kebun bibit ke {number + 5} | 50 | 48 | 96,00 |
| Saluran air {number + 5} | 40 | 40 | 100,00 |
| {row} | | | 98,00 |""",
        ]
    path = folder / "a.md"
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    found = read_proposal(path, "dinas-pertanian", 2023).claims
    return [c.nilai for c in found if c.kode.startswith("sasaran_ke_")]


FIRST = ("A. Sasaran ke-1 : Panen naik", "Rata-rata capaian sasaran ke-1")
SECOND = "B. Sasaran ke-2 : Lahan terjaga"


@pytest.mark.parametrize(("told", "found"), [
    ((FIRST, (SECOND, "Rata-rata capaian sasaran ke-1")), ["Sasaran ke-2"]),
    ((FIRST, (SECOND.replace("ke-2", "ke - 2"), "Rata-rata sasaran ke-1")), ["Sasaran ke - 2"]),
    ((FIRST, (SECOND, "Rata-rata sasaran ke-2"),
      ("C. Sasaran ke-3 = Petani makmur", "Rata-rata sasaran ke-2")), ["Sasaran ke-3"]),
    # Without "ke"; behind another word a number may count what was aimed at.
    ((("A. Sasaran 1: Panen naik", "Rata-rata capaian Sasaran 1"),
      ("B. Sasaran Strategis 2: Lahan terjaga", "Rata-rata capaian Sasaran Strategis 1")),
     ["Sasaran Strategis 2"]),
    ((("A. Sasaran 1: Panen naik", "Rata-rata dari sasaran 1 desa"),
      ("B. Sasaran 2: Lahan terjaga", "Rata-rata dari sasaran 1 desa")), []),
    ((FIRST, (SECOND, "Rata-rata capaian sasaran ke-2")), []),
    ((FIRST, (SECOND, "Rata-rata capaian")), []),
    # The other goal has no table of its own; the heading tells no number; it only mentions one.
    (((SECOND, "Rata-rata capaian sasaran ke-1"),), []),
    ((FIRST, ("B. Lahan terjaga", "Rata-rata capaian sasaran ke-1")), []),
    ((FIRST, ("Sasaran ke-2 mendukung tabel berikut", "Rata-rata sasaran ke-1")), []),
])  # fmt: skip
def test_the_table_of_a_goal_names_its_number(
    told: tuple[tuple[str, str], ...], found: list[str], tmp_path: Path
) -> None:
    assert goals(tmp_path, *told) == found
