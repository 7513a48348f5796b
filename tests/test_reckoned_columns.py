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


# T: 74 + 59 + 54 + 55 = 242, 86 + 15 + 68 + 69 = 238, 79 + 10 + 26 + 4 = 119,
# 40 + 46 + 43 + 48 = 177
# R: 54 + 43 + 57 + 39 = 193, 75 + 16 + 64 + 72 = 227, 91 + 8 + 26 + 3 = 128,
# 28 + 51 + 34 + 54 = 167
QUARTERS = """Tabel 3.3 Layanan per kelas

| No | Isi | Kls I T | Kls I R | Kls II T | Kls II R | Kls III T | Kls III R | Kls IV T | Kls IV R \
| Jumlah T | Jumlah R |
|---|---|---|---|---|---|---|---|---|---|---|---|
| 1 | Peserta bimbingan | 74 | 54 | 59 | 43 | 54 | 57 | 55 | 39 | 242 | {} |
| 2 | Layanan konsultasi | 86 | 75 | 15 | 16 | 68 | 64 | 69 | 72 | 238 | {} |
| 3 | Kunjungan lapangan | 79 | 91 | 10 | 8 | 26 | 26 | 4 | 3 | 119 | {} |
| 4 | Kader yang hadir | 40 | 28 | 46 | 51 | 43 | 34 | 48 | 54 | 177 | {} |
"""


@pytest.mark.parametrize(("sums", "wrong"), [
    (("193", "227", "128", "167"), ""),
    (("193", "227", "182", "167"), "182"),
    (("39", "72", "3", "54"), ""),  # what is reached by the end of the year
    (("193", "227", "91", "54"), ""),  # no sum in half of the rows
])  # fmt: skip
def test_below_a_heading_over_two_columns_each_adds_up_its_own(
    sums: tuple[str, ...], wrong: str, tmp_path: Path
) -> None:
    told = accused(QUARTERS.format(*sums), tmp_path)
    assert [wrong in message for message in told] == ([True] if wrong else [])


# 72,47 of 100 and 99,20 of 87,84 are 72,47 and 112,93 percent, their mean 92,70.
CLASSES = """Tabel 3.1 Skala nilai capaian kinerja

| No | Interval Nilai | Kategori |
|---|---|---|
| 1 | ≥ 90,01 | Sangat Tinggi |
| 2 | 75,01 – 90,00 | Tinggi |
| 3 | ≤ 75,00 | Rendah |

Tabel 3.2 Capaian kinerja

| No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) | Kategori |
|---|---|---|---|---|---|---|
| 1 | Perkara yang selesai | % | 100 | 72,47 | 72,47 | Rendah |
| 2 | Indeks kepuasan | Indeks | 87,84 | 99,20 | 112,93 | Sangat Tinggi |
| | Rata-rata Capaian | | | | 92,70 | {} |
"""


@pytest.mark.parametrize(("printed", "count"), [("Sangat Tinggi", 0), ("Tinggi", 1), ("", 0)])
def test_the_class_of_a_mean_is_that_of_its_value(printed: str, count: int, tmp_path: Path) -> None:
    told = accused(CLASSES.format(printed), tmp_path)
    assert ["termasuk Sangat Tinggi, tertulis Tinggi" in message for message in told] == [
        True
    ] * count


# 216.707.872 / 257.550.000 = 84,14; 73.143.310 / 86.975.000 = 84,10; the others 143.564.562 and
# 170.575.000, of which 84,17 percent.
OWN_SHARE = """Tabel 3.1 Anggaran dan realisasi

| Kode | Program | Anggaran (Rp) | Realisasi (Rp) | % |
|---|---|---|---|---|
| 5.02.01 | Program Pengelolaan Keuangan Daerah | 170.575.000 | 143.564.562 | 84,17 |
| 5.02.02 | Program Pengelolaan Pendapatan Daerah | 86.975.000 | 73.143.310 | 84,10 |
| | Jumlah | 257.550.000 | 216.707.872 | 84,14 |

Tahun 2023 Badan Pengelolaan Keuangan dan Pendapatan Daerah mengelola anggaran sebesar \
Rp257.550.000,00 dengan realisasi sebesar Rp216.707.872,00 atau {}%.
"""


@pytest.mark.parametrize(("share", "is_told"), [("84,14", False), ("84,41", True)])
def test_a_share_that_its_own_sentence_reckons_is_no_misprint_of_another_row(
    share: str, is_told: bool, tmp_path: Path
) -> None:
    assert bool(accused(OWN_SHARE.format(share), tmp_path)) == is_told


# 40 / 35 = 114,29; 28,5 / 30 = 95,00
PER_MIL = """Tabel 3.1 Capaian kinerja

| No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|
| 1 | Kunjungan balita | per mil | 35 | 40 | 114,29 |
| 2 | Cakupan imunisasi | % | 30 | 28,5 | 95,00 |

Kunjungan balita terealisasi sebesar 40 per mil sehingga capaiannya 114,29%.
"""


def test_the_unit_of_an_indicator_is_not_that_of_its_achievement(tmp_path: Path) -> None:
    assert accused(PER_MIL, tmp_path) == []


def accused(text: str, folder: Path) -> list[str]:
    """What is said to be wrong of a report with this text."""
    path = folder / "laporan.md"
    path.write_text(HEAD + text, encoding="utf-8")
    outcome = tried(path, folder / "hasil", ("", 0, ""))
    assert outcome.told is not None, outcome.problem
    return [f["message"] for f in outcome.told["findings"] if f["kind"] != "dugaan"]
