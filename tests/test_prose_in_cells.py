"""Sentences in the cells of tables, held against their own figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import examined

REPORT = """LAPORAN KINERJA PENGADILAN AGAMA UMBUL TAHUN 2024

BAB III AKUNTABILITAS KINERJA

Tabel 3.1 Kendala dan Tindak Lanjut

| Indikator | Kendala | Tindak Lanjut |
|---|---|---|
| Salinan putusan | {} | Pengiriman melalui aplikasi |
| Sidang keliling | Jarak jauh dan cuaca buruk | Menambah 12 kali sidang |
"""


@pytest.mark.parametrize(("cell", "told"), [
    # 1.651 / 1.688 = 97,81 percent; 12 + 8 = 20; thirty-six.
    ("Sebanyak 1.651 dari 1.688 putusan (98,71%) dikirim tepat waktu oleh petugas", "98,71"),
    ("Sebanyak 1.651 dari 1.688 putusan (97,81%) dikirim tepat waktu oleh petugas", ""),
    ("Petugas berjumlah 21 orang, terdiri dari 12 orang laki-laki dan 8 orang perempuan", "21"),
    ("Petugas berjumlah 20 orang, terdiri dari 12 orang laki-laki dan 8 orang perempuan", ""),
    ("Baru 36 (tiga puluh empat) orang petugas yang dilatih dari 40 orang petugas", "36"),
    ("Baru 36 (tiga puluh enam) orang petugas yang dilatih dari 40 orang petugas", ""),
])  # fmt: skip
def test_a_sentence_in_a_cell_is_reckoned(cell: str, told: str, tmp_path: Path) -> None:
    found, _ = examined(REPORT.format(cell), tmp_path)
    assert [told in one["message"] for one in found] == [True] * bool(told)
    assert all("Tabel 3.1, baris 1" in one["message"] for one in found)
