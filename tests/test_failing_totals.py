"""A row that calls itself a total is held though all its columns fail; else it is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis.output.examined.examining import examine
from lkjip_analysis.output.examined.telling.outcome import Examined

# 2.845 + 312 + 486 + 97 = 3.740 million; 2.768 + 298 + 471 + 96 = 3.633 million; without the last
# row 3.643 and 3.537.
ROWS = """
| 1 | Program Penunjang | 2.845.000.000 | 2.768.000.000 |
| 2 | Program Pelayanan | 312.000.000 | 298.000.000 |
| 3 | Program Desa | 486.000.000 | 471.000.000 |
| 4 | Program Pembinaan | 97.000.000 | 96.000.000 |
"""
LEAFS = """
| 1 | Program Penunjang | 2.845.000.000 | 2.768.000.000 |
| 2 | Kegiatan Rapat | 312.000.000 | 298.000.000 |
| 3 | Program Desa | 486.000.000 | 471.000.000 |
| 4 | Kegiatan Pembinaan | 97.000.000 | 96.000.000 |
"""


def examined(folder: Path, totals: tuple[str, str], rows: str = ROWS) -> Examined:
    path = folder / "laporan.md"
    path.write_text(
        "# LAPORAN KINERJA\n\nKECAMATAN SUMBERAGUNG\n\nTAHUN 2024\n\n# BAB III\n\n"
        "Tabel 3.1 Nilai Aset Tahun 2024\n\n| No | Kelompok | Awal (Rp) | Akhir (Rp) |\n"
        f"|---|---|---|---|{rows}| | JUMLAH | {totals[0]} | {totals[1]} |\n",
        encoding="utf-8",
    )
    return examine(path, folder / "hasil", "kecamatan-sumberagung", 2024)


@pytest.mark.parametrize("totals", [
    ("3.643.000.000", "3.537.000.000"),  # both without the last row
    ("3.837.000.000", "3.729.000.000"),  # both with it twice
    ("3.704.000.000", "3.363.000.000"),  # two digits exchanged in each
    ("3.643.000.000", "3.363.000.000"),  # the first without the last row, the other exchanged
    ("3.821.000.000", "3.581.000.000"),  # one too much, one too little
])  # fmt: skip
def test_a_total_that_fails_in_all_columns_is_held(totals: tuple[str, str], tmp_path: Path) -> None:
    seen = examined(tmp_path, totals)
    told = " ".join(finding.message for finding in seen.verification.findings)
    assert "3.740.000.000" in told and "3.633.000.000" in told
    assert not [remark for remark in seen.remarks if "JUMLAH" in remark]


@pytest.mark.parametrize(("totals", "rows"), [
    (("4.940.000.000", "4.833.000.000"), ROWS),  # 1.200 million more in each: a row is missing
    (("9.140.000.000", "9.033.000.000"), ROWS),
    (("3.331.000.000", "3.239.000.000"), LEAFS),  # the programmes alone
])  # fmt: skip
def test_one_that_may_be_of_other_rows_is_named(
    totals: tuple[str, str], rows: str, tmp_path: Path
) -> None:
    seen = examined(tmp_path, totals, rows)
    assert seen.verification.findings == ()
    assert [remark for remark in seen.remarks if "“JUMLAH”: tidak diuji" in remark]


def test_a_right_total_is_neither(tmp_path: Path) -> None:
    seen = examined(tmp_path, ("3.740.000.000", "3.633.000.000"))
    assert seen.verification.findings == ()
    assert not [remark for remark in seen.remarks if "JUMLAH" in remark]


# 6 + 6 + 14 + 9 = 35; without one of the two that print 6 it would be 29.
SMALL = "| 1 | Depok | 6 |\n| 2 | Cinere | 6 |\n| 3 | Bogor | 14 |\n| 4 | Bekasi | 9 |\n"
# Two rows below the total are none of its parts: 1 + 3 + 4 = 8 and 54 + 27 + 22 = 103.
MEETINGS = (
    "| 1 | Rapat | 1 | 54 |\n| 2 | Rakor | 3 | 27 |\n| 3 | Rekon | 4 | 22 |\n"
    "| | Jumlah | {} | {} |\n| | Rata-rata | | 34,33 |\n| | | Target Renstra | 90 |\n"
)


def findings(folder: Path, heads: str, rows: str) -> str:
    path = folder / "laporan.md"
    lines = "|---" * (heads.count("|") - 1) + "|"
    path.write_text(
        "# LAPORAN KINERJA\n\nKECAMATAN SUMBERAGUNG\n\nTAHUN 2024\n\n# BAB III\n\n"
        f"Tabel 3.1 Rekapitulasi Tahun 2024\n\n{heads}\n{lines}\n{rows}",
        encoding="utf-8",
    )
    seen = examine(path, folder / "hasil", "kecamatan-sumberagung", 2024)
    return " ".join(finding.message for finding in seen.verification.findings)


@pytest.mark.parametrize(("total", "found"), [("29", True), ("35", False)])
def test_small_figures_stand_twice_by_accident(total: str, found: bool, tmp_path: Path) -> None:
    told = findings(tmp_path, "| No | Cabang | Temuan |", f"{SMALL}| | Jumlah | {total} |\n")
    assert ("35" in told) == found


@pytest.mark.parametrize(("totals", "found"), [
    (("9", "103"), ["8"]), (("8", "108"), ["103"]), (("8", "103"), []),
])  # fmt: skip
def test_rows_below_a_total_are_none_of_its_parts(
    totals: tuple[str, str], found: list[str], tmp_path: Path
) -> None:
    heads = "| No | Kegiatan | Target Kegiatan | Target OPD |"
    told = findings(tmp_path, heads, MEETINGS.format(*totals))
    assert all(f"hasil hitung {right}" in told for right in found)
    assert bool(told) == bool(found)
