"""Columns that no type has, and that follow from others of their row, are held against them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis.output.examined.examining import tried

HEAD = "# LAPORAN KINERJA DINAS SOSIAL TAHUN 2023\n\n# BAB III AKUNTABILITAS KINERJA\n\n"
# 1.250 - 1.125 = 125, 840 - 756 = 84, 2.310 - 2.079 = 231; together 4.400 - 3.960 = 440.
BUDGET = """Tabel 3.1 Pagu dan realisasi anggaran

| No | Program | Pagu (Rp) | Realisasi (Rp) | Sisa | % |
|---|---|---|---|---|---|
| 1 | Program Penunjang | 1.250.400.000 | 1.125.360.000 | 125.040.000 | 90,00 |
| 2 | Program Bantuan | 840.200.000 | 756.180.000 | {} | 90,00 |
| 3 | Program Pembinaan | 2.310.600.000 | 2.079.540.000 | 231.060.000 | 90,00 |
| | Jumlah | 4.401.200.000 | 3.961.080.000 | 440.120.000 | 90,00 |
"""
# 57 / 73 = 0,7808; 402 / 480 = 0,8375; 1.890 / 2.150 = 0,8791; 61,2 / 72,0 = 0,85
PLAN = """Tabel 3.2 Realisasi terhadap target akhir Renstra

| No | Indikator Kinerja | Target Akhir Renstra | Realisasi 2023 | Tingkat Kemajuan (%) |
|---|---|---|---|---|
| 1 | Kader yang dibina | 73 | 57 | {} |
| 2 | Lansia yang dilayani | 480 | 402 | 83,75 |
| 3 | Keluarga penerima manfaat | 2.150 | 1.890 | 87,91 |
| 4 | Indeks kepuasan | 72,0 | 61,2 | 85,00 |
"""


@pytest.mark.parametrize(("table", "right", "wrong"), [
    (BUDGET, "84.020.000", "48.020.000"), (PLAN, "78,08", "75,08"),
])  # fmt: skip
def test_a_slip_in_a_column_that_no_type_knows_is_told(
    table: str, right: str, wrong: str, tmp_path: Path
) -> None:
    for printed, said in ((right, 0), (wrong, 1)):
        path = tmp_path / "laporan.md"
        path.write_text(HEAD + table.format(printed), encoding="utf-8")
        outcome = tried(path, tmp_path / "hasil", ("", 0, ""))
        assert outcome.told is not None, outcome.problem
        told = [f["message"] for f in outcome.told["findings"] if f["verdict"] is not None]
        assert len(told) == said and all(wrong in message for message in told)


# 140 / 221 = 63,35, 80 / 221 = 36,20 and 1 / 221 = 0,45 percent
STATUS = """Pegawai honorer yang masih bertugas berjumlah 1 orang.

Tabel 3.1 Pegawai menurut status

| No | Status | Jumlah | {} |
|---|---|---|---|
| 1 | Pegawai tetap | 140 | 63,35 |
| 2 | Pegawai kontrak | 80 | 36,20 |
| 3 | Pegawai honorer | 1 | 0,45 |
| | Jumlah | 221 | 100,00 |
"""


@pytest.mark.parametrize("head", ["Persentase", "Prosentase", "Dalam persen", "%"])
def test_a_count_is_not_held_against_a_column_of_shares(head: str, tmp_path: Path) -> None:
    path = tmp_path / "laporan.md"
    path.write_text(HEAD + STATUS.format(head), encoding="utf-8")
    outcome = tried(path, tmp_path / "hasil", ("", 0, ""))
    assert outcome.told is not None, outcome.problem
    assert outcome.told["findings"] == []
