"""How many figures are tested: those of sentences that are tied to nothing count too."""

from __future__ import annotations

from pathlib import Path

import pytest
from social_report import SOCIAL_REPORT, SPENT

from lkjip_analysis.output.examined.examining import examine


# The table has 3 x 3 cells and 3 totals.
@pytest.mark.parametrize(("sentence", "watched", "figures", "unsure"), [
    ("Dari anggaran sebesar Rp7.000.000.000 terealisasi Rp6.520.000.000.", 14, 14, ""),
    # Nothing prints 517.250.000: it is a figure that nothing tests.
    ("Dana hibah yang diterima sebesar Rp517.250.000.", 12, 13, "Rp517.250.000"),
    # No table prints these; 110 + 48 = 158 is what the sentence says itself.
    ("Penyuluh berjumlah 158 orang, terdiri dari 110 orang laki-laki dan 48 orang perempuan.",
     15, 15, ""),
    # Nothing says what 412 counts, and nothing prints it.
    ("Bantuan itu menjangkau 412 lansia.", 12, 13, "412"),
    # 238 + 876 = 1.114 is what the sentence says itself.
    ("Penyuluh berjumlah 1.114 orang, terdiri atas 238 laki-laki dan 876 perempuan.", 15, 15, ""),
    # The year of the first part is no figure, and ends no list.
    ("Penyuluh berjumlah 1.114 orang, terdiri atas penyuluh tahun 2023 sebanyak 238 orang dan "
     "penyuluh baru sebanyak 876 orang.", 15, 15, ""),
    # Three programmes are counted: the table has so many rows.
    ("Anggaran itu digunakan untuk 3 program.", 13, 13, ""),
])  # fmt: skip
def test_a_figure_that_fits_nothing_is_counted_and_named(
    sentence: str, watched: int, figures: int, unsure: str, tmp_path: Path
) -> None:
    path = tmp_path / "laporan.md"
    path.write_text(SOCIAL_REPORT + sentence + "\n", encoding="utf-8")
    seen = examine(path, tmp_path / "hasil", "dinas-sosial", 2024)
    told = seen.verification.coverage.as_json()
    assert (told["watched"], told["figures"]) == (watched, figures)
    named = [remark for remark in seen.remarks if "dalam kalimat tidak " in remark]
    assert [unsure in remark for remark in named] == [True] * bool(unsure)
    assert ("tidak teruji (disebut di halaman)" in seen.counted) == bool(unsure)


@pytest.mark.parametrize(("sentence", "reason"), [
    ("Dana hibah yang diterima sebesar Rp517.250.000.", "tidak ada sel yang mencetaknya"),
    ("Bantuan dari pusat sebesar 95,00 persen.", "tidak menyebut baris atau kolomnya"),
])  # fmt: skip
def test_why_a_figure_is_not_tested_is_told(sentence: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "laporan.md"
    path.write_text(SOCIAL_REPORT + sentence + "\n", encoding="utf-8")
    seen = examine(path, tmp_path / "hasil", "dinas-sosial", 2024)
    assert [reason in told for told in seen.remarks if "dalam kalimat tidak " in told] == [True]


def test_a_figure_that_several_rows_print_is_told_so(tmp_path: Path) -> None:
    """3.800 of 4.000 million are 95 percent as well, 6.600 of 7.000 million 94,29."""
    text = SOCIAL_REPORT
    for old, new in (("3.720.000.000", "3.800.000.000"), ("93,00", "95,00"),
                     (SPENT, "6.600.000.000"), ("93,14", "94,29")):  # fmt: skip
        text = text.replace(old, new)
    path = tmp_path / "laporan.md"
    path.write_text(text + "Bantuan dari pusat sebesar 95,00 persen.\n", encoding="utf-8")
    seen = examine(path, tmp_path / "hasil", "dinas-sosial", 2024)
    told = [remark for remark in seen.remarks if "dalam kalimat tidak " in remark]
    assert ["kalimatnya tidak memilih satu" in remark for remark in told] == [True]


# The programme has one activity: both rows print its amounts.
ONE_ACTIVITY = """LAPORAN KINERJA DINAS SOSIAL TAHUN 2024

BAB III AKUNTABILITAS KINERJA

Tabel 3.1 Realisasi Anggaran Tahun 2024

| No | Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) | Sisa (Rp) |
|---|---|---|---|---|
| 1 | Program Rehabilitasi Sosial | 2.014.500.000 | 1.912.345.600 | 102.154.400 |
| 1.1 | Kegiatan Pembinaan Panti | 2.014.500.000 | 1.912.345.600 | 102.154.400 |

"""


def test_an_amount_that_two_rows_print_alike_is_tested(tmp_path: Path) -> None:
    path = tmp_path / "laporan.md"
    said = "Sisa anggaran sebesar Rp102.154.400 dikembalikan.\n"
    path.write_text(ONE_ACTIVITY + said, encoding="utf-8")
    seen = examine(path, tmp_path / "hasil", "dinas-sosial", 2024)
    assert not [told for told in seen.remarks if "dalam kalimat tidak " in told]
