"""Tables as agencies write them, in Excel and Word: every figure comes in, a slip is found."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import INSTANSI, TAHUN, csv_of, excel, run, verified

BUDGET = [("Kode", "Program", "Pagu", "Realisasi", "%"),
          ("a", "Gizi", 1_250_000, 1_000_000, 80), ("b", "Ibu", 500_000, 450_000, 90)]  # fmt: skip


def imported(base: Path, rows: list[tuple[object, ...]]) -> str:
    book = excel(base, rows, "Realisasi")
    code, told = run("import", book, "--instansi", INSTANSI, "--tahun", TAHUN, "--ya",
                     "--data", base)  # fmt: skip
    assert code == 0, told
    return told


@pytest.mark.parametrize("name", ["J U M L A H", "T o t a l", "GRAND TOTAL", "Juml ah", "JUMLAH :"])
def test_a_total_however_it_is_spaced_is_the_total_of_its_table(name: str, tmp_path: Path) -> None:
    """1.000.000 + 450.000 is 1.450.000, and 82,86 per cent of 1.750.000."""
    imported(tmp_path, [*BUDGET, ("", name, 1_750_000, 1_540_000, 82.86)])
    assert csv_of(tmp_path, "anggaran")[-1].startswith("jumlah,")
    code, told = verified(tmp_path)
    assert code == 1 and "1.450.000" in told and "1540000" in told


def test_a_figure_with_the_unit_of_its_row_has_a_direction(tmp_path: Path) -> None:
    """8,73 of 9,7 km is 90 per cent."""
    head = ("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)")
    told = imported(tmp_path, [head, (1, "Panjang pipa", "km", "9,7 km", "8,73 km", 90)])
    assert "panjang_pipa: Panjang pipa: arah naik, rumus R/T" in told


def test_a_star_behind_a_figure_is_a_note_and_is_told(tmp_path: Path) -> None:
    """992 of 1.000 is 99,20 and 81 of 90 is 90,00."""
    head = ("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)")
    told = imported(tmp_path, [head, (1, "Pengunjung", "orang", "1.000", "992*", "99,20"),
                               (2, "Imunisasi", "%", "90,00", "81,00 **", "90,00")])  # fmt: skip
    assert 'Realisasi!E2: tanda catatan "*" tidak ikut' in told
    assert 'Realisasi!E3: tanda catatan "**" tidak ikut' in told
    rows = csv_of(tmp_path, "capaian")
    assert ",992," in rows[1] and '"81,00"' in rows[2]
    assert verified(tmp_path)[0] == 0
