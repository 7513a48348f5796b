"""A scale that lines of the text print, one class a line, as a table of classes would."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from proposals import read_proposal, run

TOLD = "Capaian kinerja dinilai dengan skala pengukuran sebagai berikut:"
TABLE = """Tabel 3.1 Capaian indikator tahun 2023

| No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|
| 1 | Panti yang dibina | panti | 83 | 75 | 90,36 |
| 2 | Keluarga penerima manfaat | keluarga | 8.120 | 8.006 | 98,60 |
| 3 | Penyandang disabilitas yang dilatih | orang | 150 | 153 | 102,00 |
"""
SOUND = ("a. > 100 = Sangat Baik (SB)", "b. 80 - 100 = Baik (B)", "c. 50 - 80 = Cukup (C)",
         "d. < 50 = Kurang (K)")  # fmt: skip


def document(base: Path, lines: Sequence[str], told: str = TOLD) -> Path:
    head = "LAPORAN KINERJA DINAS SOSIAL KABUPATEN CONTOH TAHUN 2023\n\nBAB III AKUNTABILITAS"
    path = base / "laporan.md"
    path.write_text("\n\n".join([head, told, *lines, TABLE]), encoding="utf-8")
    return path


def bands(base: Path, lines: Sequence[str], told: str = TOLD) -> list[tuple[str, ...]]:
    found = read_proposal(document(base, lines, told), "dinas-sosial", 2023).bands
    return [(b.nama, b.dari or f">{b.lebih_dari}", b.sampai or f"<{b.kurang_dari}") for b in found]


@pytest.mark.parametrize("lines", [
    SOUND,
    ("Sangat Baik : > 100", "Baik : 80 - 100", "Cukup : 50 - 80", "Kurang : < 50"),
    ("1) > 100% = Sangat Baik;", "2) 80 s.d. 100% = Baik;", "3) 50 s.d. 80% = Cukup;",
     "4) < 50% = Kurang."),
    tuple(f"{mark}. Persentase capaian {edges} %, maka kinerja dinyatakan {name}."
          for mark, edges, name in (("a", "> 100", "Sangat Baik"), ("b", "80 - 100", "Baik"),
                                    ("c", "50 - 80", "Cukup"), ("d", "< 50", "Kurang"))),
    ("- Bila capaian > 100 dikategorikan Sangat Baik", "- Bila capaian 80 - 100 dikategorikan Baik",
     "- Bila capaian 50 - 80 dikategorikan Cukup", "- Bila capaian < 50 dikategorikan Kurang"),
])  # fmt: skip
def test_lines_of_classes_are_read_as_a_scale(tmp_path: Path, lines: Sequence[str]) -> None:
    assert bands(tmp_path, lines) == [
        ("Sangat Baik", ">100", "<"), ("Baik", "80", "100"), ("Cukup", "50", "80"),
        ("Kurang", ">", "<50"),
    ]  # fmt: skip


@pytest.mark.parametrize(("lines", "told"), [
    # What lines of this form tell otherwise: ages, fees, steps of a plan.
    (("a. 15 - 24 = Remaja", "b. 25 - 59 = Dewasa", "c. > 60 = Lansia"), TOLD),
    (("Rendah : < 50", "Sedang : 50 - 100", "Tinggi : > 100"), "Curah hujan dalam milimeter:"),
    (SOUND[:2], TOLD),  # two lines are no scale
    (("Baik : 80 - 100", "Baik : 50 - 80", "Kurang : < 50"), TOLD),  # one class twice
    (("a. Target = Baik", "b. Realisasi = Cukup", "c. Capaian = Kurang"), TOLD),  # no edges
])  # fmt: skip
def test_lines_of_the_same_form_that_are_no_scale_are_left_alone(
    tmp_path: Path, lines: Sequence[str], told: str
) -> None:
    assert bands(tmp_path, lines, told) == []


@pytest.mark.parametrize(("third", "found"), [
    ("c. 50 - 75 = Cukup (C)", "nilai di antara 75 dan 80 tidak mempunyai kategori"),  # 76 has none
    (SOUND[2], "nilai tepat 80 termasuk Cukup dan juga Baik"),
    ("c. 50 - 79,99 = Cukup (C)", ""),
])  # fmt: skip
def test_a_hole_of_a_listed_scale_is_told(tmp_path: Path, third: str, found: str) -> None:
    path = document(tmp_path, (*SOUND[:2], third, SOUND[3]))
    told = run("periksa", path, "-o", tmp_path / "hasil", "--json", "-")[1]
    assert ("Skala capaian" in told) == bool(found)
    assert found in told


@pytest.mark.parametrize(("sentence", "found"), [
    ("Panti yang dibina mencapai 90,36 persen sehingga kinerja ini dinyatakan Baik.", ["Baik"]),
    ("Panti yang dibina mencapai 90,36 persen, maka dikategorikan Sangat Baik.", ["Sangat Baik"]),
    # A bound is no figure that has a class, nor is what another thing is called.
    ("Panti yang dibina mencapai >90 persen sehingga kinerja ini dinyatakan Sangat Baik.", []),
    ("Panti yang dibina mencapai 90,36 persen, sedangkan layanannya dinilai warga Cukup.", []),
])  # fmt: skip
def test_a_figure_that_a_sentence_calls_by_its_class_is_held_to_the_scale(
    sentence: str, found: list[str], tmp_path: Path
) -> None:
    told = read_proposal(document(tmp_path, (*SOUND, sentence)), "dinas-sosial", 2023).claims
    assert [c.nilai for c in told if c.aturan == "kategori"] == found


def test_the_lines_of_a_scale_are_held_to_no_class(tmp_path: Path) -> None:
    lines = ("a. Capaian > 100 %, maka kinerja dinyatakan Sangat Baik.",
             "b. Capaian 80 - 100 %, maka kinerja dinyatakan Baik.",
             "c. Capaian < 80 %, maka kinerja dinyatakan Kurang.")  # fmt: skip
    told = read_proposal(document(tmp_path, lines), "dinas-sosial", 2023).claims
    assert not [c for c in told if c.aturan == "kategori"]
