"""A made-up report with the budget of three programmes, for what sentences say of a table."""

from __future__ import annotations

SPENT = "6.520.000.000"
"""1.900 + 3.720 + 900 million; of 7.000 million they are 93,14 percent."""
SOCIAL_REPORT = f"""LAPORAN KINERJA DINAS SOSIAL TAHUN 2024

BAB III AKUNTABILITAS KINERJA

Tabel 3.1 Realisasi Anggaran per Program Tahun 2024

| No | Program | Anggaran (Rp) | Realisasi (Rp) | % |
|---|---|---|---|---|
| 1 | Program Rehabilitasi Sosial | 2.000.000.000 | 1.900.000.000 | 95,00 |
| 2 | Program Perlindungan Sosial | 4.000.000.000 | 3.720.000.000 | 93,00 |
| 3 | Program Pemberdayaan Sosial | 1.000.000.000 | 900.000.000 | 90,00 |
| | Jumlah | 7.000.000.000 | {SPENT} | 93,14 |

"""
