"""Figures of sentences that must be the total of a column, by its name or by their size."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import accused_cells

# 84 + 31 = 115; 1.126 + 402 = 1.528; 79 + 45 = 124; 108,31 billion is the sum of the two amounts.
REPORT = """LAPORAN KINERJA PENGADILAN AGAMA UMBUL TAHUN 2024

BAB III AKUNTABILITAS KINERJA

Tabel 3.1 Keadaan Perkara Tahun 2024

| Jenis Perkara | Sisa Awal | Masuk | Sisa Akhir |
|---|---|---|---|
| Cerai Gugat | 84 | 1.126 | 79 |
| Cerai Talak | 31 | 402 | 45 |
| Jumlah | 115 | 1.528 | 124 |

Tabel 3.2 Realisasi Anggaran Tahun 2024

| Uraian | Pagu (Rp) | Realisasi (Rp) |
|---|---|---|
| Belanja Pegawai | 90.500.000.000 | 88.310.000.000 |
| Belanja Barang | 21.700.000.000 | 20.000.000.000 |
| Jumlah | 112.200.000.000 | 108.310.000.000 |

"""


@pytest.mark.parametrize(("sentence", "found"), [
    ("Sisa akhir tahun 2024 tercatat 142 perkara.", [("142", "jumlah].sisa_akhir")]),
    ("Perkara yang masuk sebanyak 1.258 perkara.", [("1.258", "jumlah].masuk")]),
    # As printed, or no slip of it.
    ("Sisa akhir tahun 2024 tercatat 124 perkara.", []),
    ("Sisa akhir tahun 2024 tercatat 213 perkara.", []),
    # A row, another year, a part, a change, another thing, another column.
    ("Sisa akhir perkara Cerai Gugat tercatat 142 perkara.", []),
    ("Sisa akhir tahun 2023 tercatat 142 perkara.", []),
    ("Sisa akhir bulan Juni tercatat 142 perkara.", []),
    ("Sisa akhir meningkat 142 perkara.", []),
    ("Sisa akhir formulir tercatat 142 lembar.", []),
    ("Perkara yang dimediasi sebanyak 142 perkara.", []),
    ("Sisa akhir perkara perempuan tercatat 142 perkara.", []),
    # 124 + 18 = 142.
    ("Sisa akhir 142 perkara, terdiri dari 124 perkara perdata dan 18 perkara lain.", []),
    # Ten times as much, or a tenth.
    ("Sekitar Rp 10,83 miliar telah dibelanjakan.", [("Rp 10,83 miliar", "jumlah].realisasi")]),
    ("Anggaran yang terserap Rp1,083 triliun.", [("Rp1,083 triliun", "jumlah].realisasi")]),
    ("Sekitar Rp 108,3 miliar telah dibelanjakan.", []),
    ("Sekitar Rp 88,31 miliar telah dibelanjakan untuk pegawai.", []),
    ("Nilai kontrak yang dibelanjakan Rp 10,83 miliar.", []),
    ("Pada tahun 2023 Rp 10,83 miliar telah dibelanjakan.", []),
    ("Denda yang masuk ke kas negara Rp 10,83 miliar.", []),
    ("Sekitar Rp 11 miliar telah dibelanjakan.", []),
])  # fmt: skip
def test_a_total_is_told_as_its_column_prints_it(
    sentence: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert accused_cells(tmp_path / "a.md", REPORT + sentence, "pengadilan", 2024) == found
