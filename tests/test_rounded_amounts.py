"""Amounts in millions or billions of a row that its sentence names, a digit or a scale wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import accused_cells

REPORT = """LAPORAN KINERJA DINAS PERTANIAN TAHUN 2023

BAB III AKUNTABILITAS KINERJA

Tabel 3.1 Realisasi Anggaran Tahun 2023

| Program | Pagu (Rp) | Realisasi (Rp) |
|---|---|---|
| Program Penyuluhan Petani | 198.929.000 | 171.826.950 |
| Program Irigasi Desa | 64.689.000 | 56.052.968 |
| Program Gudang Pangan | 343.268.400 | 341.455.889 |
| Jumlah | 606.886.400 | 569.335.807 |

"""
SPENT, PAGU = "penyuluhan_petani].realisasi", "penyuluhan_petani].pagu"


@pytest.mark.parametrize(("sentence", "found"), [
    ("Program Penyuluhan Petani terealisasi Rp171,83 miliar.", [("Rp171,83 miliar", SPENT)]),
    ("Program Penyuluhan Petani berpagu Rp198,93 juta dan terealisasi Rp171,83 miliar.",
     [("Rp171,83 miliar", SPENT)]),
    ("Program Penyuluhan Petani memperoleh pagu Rp199 miliar.", [("Rp199 miliar", PAGU)]),
    ("Program Penyuluhan Petani terealisasi Rp171,38 juta.", [("Rp171,38 juta", SPENT)]),
    # As printed, rounded or cut off; too few digits; two slips; of another year or another row.
    ("Program Penyuluhan Petani terealisasi Rp171,83 juta dari pagu Rp198,92 juta.", []),
    ("Program Penyuluhan Petani memperoleh pagu Rp20 miliar.", []),
    ("Program Penyuluhan Petani terealisasi Rp117,38 juta.", []),
    ("Program Penyuluhan Petani tahun 2022 terealisasi Rp171,83 miliar.", []),
    ("Program Irigasi Desa terealisasi Rp171,83 miliar.", []),
    # Nearly the target, or what another row prints.
    ("Program Penyuluhan Petani terealisasi Rp198,93 miliar.", []),
    ("Program Irigasi Desa memperoleh pagu Rp341,46 juta.", []),
])  # fmt: skip
def test_a_rounded_amount_of_a_row_is_what_its_cell_prints(
    sentence: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert accused_cells(tmp_path / "a.md", REPORT + sentence, "dinas-tani", 2023) == found
