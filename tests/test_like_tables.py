"""A relation that fails once in a table of two rows, and holds in the other tables of its type."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import HEAD, examined, shown

SCALE = """Tabel 3.1 Skala Penilaian Kinerja

| No | Interval (%) | Kriteria |
|---|---|---|
| 1 | ≥ 91 | Sangat Tinggi |
| 2 | 76 - 90,99 | Tinggi |
| 3 | 66 - 75,99 | Sedang |
| 4 | ≤ 65,99 | Rendah |
"""
# 81 of 90 is 90 percent, 95 of 100 is 95, 40 of 50 is 80, 70 of 100 is 70, 60 of 100 is 60.
ROWS = {
    "Jalan mantap": "90,00 | 81,00 | 90,00",
    "Jembatan baik": "100,00 | 95,00 | 95,00",
    "Rumah layak": "50,00 | 40,00 | 80,00",
    "Air bersih": "100,00 | 70,00 | 70,00",
    "Drainase": "100,00 | 60,00 | 60,00",
    "Sanitasi": "50,00 | 40,00 | 80,00",
}
RIGHT = ("Tinggi", "Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Tinggi")


def report(classes: tuple[str, ...]) -> str:
    """A scale, and one table of two indicators for each goal."""
    text = HEAD + SCALE
    told = list(zip(ROWS.items(), classes, strict=True))
    for number in range(len(told) // 2):
        text += (f"\nTabel 3.{number + 2} Capaian Sasaran {number + 1}\n\n"
                 "| No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian | Kategori |\n"
                 "|---|---|---|---|---|---|---|\n")  # fmt: skip
        for place, ((name, figures), kind) in enumerate(told[2 * number : 2 * number + 2], 1):
            text += f"| {place} | {name} | persen | {figures} | {kind} |\n"
    return text


@pytest.mark.parametrize(
    ("classes", "accused"),
    [
        (RIGHT, ""),
        (("Tinggi", "Tinggi", *RIGHT[2:]), "Jembatan baik"),  # 95 is above 91
        ((*RIGHT[:5], "Sangat Tinggi"), "Sanitasi"),  # 80 is below 91
        (("Sedang", "Rendah", *RIGHT[2:]), ""),  # both: a table judged in another way
    ],
)
def test_a_class_is_held_to_the_scale_as_in_the_tables_of_other_goals(
    classes: tuple[str, ...], accused: str, tmp_path: Path
) -> None:
    found, _ = examined(report(classes), tmp_path)
    told = [shown([finding]) for finding in found]
    assert len(told) == bool(accused)
    assert all(accused in one for one in told)


def test_one_other_table_is_too_few(tmp_path: Path) -> None:
    """Two rows of one other goal do not tell that the scale is kept."""
    whole = report(("Tinggi", "Tinggi", *RIGHT[2:]))
    assert examined(whole[: whole.index("\nTabel 3.4 ")], tmp_path)[0] == []
