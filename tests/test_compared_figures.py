"""A figure that may be wrong, and one that is only compared with it, are marked apart."""

from __future__ import annotations

from pathlib import Path

from social_report import SOCIAL_REPORT, SPENT

from lkjip_analysis.output.examined.examining import examine
from lkjip_analysis.output.examined.telling.finding_explanations import explained

# Three programmes spend 1.900 + 3.720 + 900 = 6.520 million; the total prints 6.530, and its share
# 93,14 percent of 7.000 is that of 6.520: the total is the one figure that mends both.
REPORT = SOCIAL_REPORT.replace(SPENT, "6.530.000.000")


def test_only_what_a_repair_names_is_suspected(tmp_path: Path) -> None:
    path = tmp_path / "laporan.md"
    path.write_text(REPORT, encoding="utf-8")
    seen = examine(path, tmp_path / "hasil", "dinas-sosial", 2024)
    (finding,) = seen.verification.findings
    assert [str(cell.address) for cell in finding.suspected_cells] == ["anggaran[jumlah].realisasi"]
    marked = {str(address) for address in seen.verification.marks}
    assert marked == {"anggaran[jumlah].realisasi"}
    (told,) = explained(seen)
    others = [told.pointer(place) for place in told.places[told.main :]]
    assert told.where.startswith("Tabel 3.1, baris “Jumlah”, kolom “Realisasi (Rp)”")
    assert not any("mungkin angka ini yang keliru" in text for text in others)


ACHIEVED = """LAPORAN KINERJA DINAS SOSIAL TAHUN 2024

BAB III AKUNTABILITAS KINERJA

Tabel 3.1 Capaian Kinerja Tahun 2024

| No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|
| 1 | Persentase panti terakreditasi | 24,0 | 54,7 | {wrong} |
| 2 | Keluarga rentan dibina | 640 | 608 | 95,0 |
| 3 | Indeks kepuasan masyarakat | 82,5 | 84,1 | 101,9 |
| 4 | Lansia terlayani | 1.250 | 1.175 | 94,0 |

Tabel 3.2 Perbandingan Capaian Kinerja Tahun 2023-2024

| No | Indikator Kinerja | Realisasi 2023 | Realisasi 2024 | Capaian 2024 (%) |
|---|---|---|---|---|
| 1 | Persentase panti terakreditasi | 20,1 | 54,7 | {wrong} |
| 2 | Keluarga rentan dibina | 590 | 608 | 95,0 |
| 3 | Indeks kepuasan masyarakat | 81,3 | 84,1 | 101,9 |
| 4 | Lansia terlayani | 1.090 | 1.175 | 94,0 |
"""


def test_a_figure_in_question_is_marked_wherever_it_is_repeated(tmp_path: Path) -> None:
    """54,7/24,0 is 227,9 percent: 237,9 in one table is carried over to the other."""
    path = tmp_path / "laporan.md"
    path.write_text(ACHIEVED.format(wrong="237,9"), encoding="utf-8")
    seen = examine(path, tmp_path / "hasil", "dinas-sosial", 2024)
    told = explained(seen)[0]
    assert "Tabel 3.1, baris “Persentase panti terakreditasi”" in told.where
    (place,) = set(told.again) - set(told.places)
    assert place.at and "mengulang Tabel 3.1" in told.same
    path.write_text(ACHIEVED.format(wrong="227,9"), encoding="utf-8")
    assert not explained(examine(path, tmp_path / "baik", "dinas-sosial", 2024))
