"""Classes in a table of no known type are held to the scale that the document prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_working_paper import examined

SCALE = ["Tabel 3.1 Skala penilaian capaian kinerja", "", "| No | Rentang Capaian | Kategori |",
         "|---|---|---|", "| 1 | > 100% | Sangat Baik |", "| 2 | 90% - 100% | Baik |",
         "| 3 | 75% - < 90% | Cukup |", "| 4 | < 75% | Kurang |", ""]  # fmt: skip
ROWS = [("Peradilan yang pasti", "102,65", "Sangat Baik"),
        ("Pengelolaan perkara", "101,40", "Sangat Baik"),
        ("Akses masyarakat", "100,00", "Baik"), ("Kualitas putusan", "88,20", "Cukup")]  # fmt: skip


def findings(place: Path, heading: str, wrong: str = "") -> list[str]:
    lines = [
        f"| {number} | {name} | {value} | {'Sangat Baik' if name == wrong else said} |"
        for number, (name, value, said) in enumerate(ROWS, 1)
    ]
    text = "\n".join([
        "# LAPORAN KINERJA INSTANSI PEMERINTAH", "", "PENGADILAN AGAMA MAJU", "", "TAHUN 2023", "",
        "# BAB III AKUNTABILITAS KINERJA", "", *SCALE,
        "Tabel 3.2 Hasil menurut sasaran tahun 2023", "",
        f"| No | Sasaran | {heading} | Kategori |", "|---|---|---|---|", *lines, "",
    ])  # fmt: skip
    (place / "lkjip.md").write_text(text, encoding="utf-8")
    found = examined(place / "lkjip.md", place / "hasil", 0)["findings"]
    return [finding["message"] for finding in found]


def test_a_class_that_is_not_the_one_of_its_capaian_is_found(tmp_path: Path) -> None:
    # 100,00 lies in "90% - 100%", not above 100.
    (message,) = findings(tmp_path, "Rata-rata Capaian (%)", wrong="Akses masyarakat")
    assert "Akses masyarakat" in message and "Baik" in message


def test_right_classes_accuse_nothing(tmp_path: Path) -> None:
    assert findings(tmp_path, "Rata-rata Capaian (%)") == []


@pytest.mark.parametrize("heading", ["Nilai IKM", "Indeks"])
def test_a_class_of_another_measure_is_of_another_scale(heading: str, tmp_path: Path) -> None:
    rows = [("Peradilan", "82,10", "Baik"), ("Perkara", "84,00", "Baik"),
            ("Akses", "79,30", "Baik"), ("Putusan", "89,10", "Sangat Baik")]  # fmt: skip
    lines = [f"| {number} | {' | '.join(row)} |" for number, row in enumerate(rows, 1)]
    text = "\n".join([
        "# LAPORAN KINERJA INSTANSI PEMERINTAH", "", "PENGADILAN AGAMA MAJU", "", "TAHUN 2023", "",
        "# BAB III AKUNTABILITAS KINERJA", "", *SCALE, "Tabel 3.2 Hasil survei tahun 2023", "",
        f"| No | Unsur | {heading} | Kategori |", "|---|---|---|---|", *lines, "",
    ])  # fmt: skip
    (tmp_path / "lkjip.md").write_text(text, encoding="utf-8")
    assert examined(tmp_path / "lkjip.md", tmp_path / "hasil", 0)["findings"] == []
