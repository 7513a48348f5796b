"""Sentences that tell a row in two years, held against what the row prints of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import accused_cells

REPORT = """LAPORAN KINERJA DINAS KESEHATAN TAHUN 2024

BAB III AKUNTABILITAS KINERJA

Tabel 3.2 Perbandingan Realisasi Kinerja Tahun 2022-2024

| No | Indikator Kinerja | Satuan | Realisasi 2022 | Realisasi 2023 | Realisasi 2024 |
|---|---|---|---|---|---|
| 1 | Prevalensi stunting | % | 17,85 | 15,92 | 13,36 |
| 2 | Indeks Kepuasan Masyarakat | Indeks | 83,14 | 84,90 | 86,27 |
| 3 | Kunjungan rumah lansia | orang | 1.204 | 1.377 | 1.519 |

"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tahun")


def accused(folder: Path, sentence: str) -> list[tuple[str, str]]:
    return accused_cells(folder / "a.md", REPORT + sentence, "dinas-kesehatan", 2024)


# The other figure of the pair is in its cell: 15,92, 17,85, 84,90, 1.519.
@pytest.mark.parametrize(("sentence", "right", "wrong", "cell"), [
    ("Prevalensi stunting turun dari 15,92 persen pada tahun 2023 menjadi {} persen pada tahun "
     "2024.", "13,36", "13,63", "realisasi"),
    ("Prevalensi stunting turun dari 15,92 persen pada tahun 2023 menjadi {} persen.",
     "13,36", "11,07", "realisasi"),
    ("Prevalensi stunting turun dari 17,85 persen pada tahun 2022 menjadi {} persen pada tahun "
     "2023.", "15,92", "16,40", "realisasi_lalu"),
    ("Kunjungan rumah lansia meningkat dari {} orang pada tahun 2023 menjadi 1.519 orang.",
     "1.377", "1.295", "realisasi_lalu"),
])  # fmt: skip
def test_the_other_of_two_years_is_held_to_its_cell(
    sentence: str, right: str, wrong: str, cell: str, folder: Path
) -> None:
    assert not accused(folder, sentence.format(right))
    ((figure, where),) = accused(folder, sentence.format(wrong))
    assert figure.startswith(wrong) and where.endswith(f"].{cell}")


def test_a_target_told_as_what_a_change_came_to_is_told(folder: Path) -> None:
    report = REPORT.replace("Realisasi 2024 |", "Target 2024 | Realisasi 2024 |").replace(
        "|---|---|---|---|---|---|", "|---|---|---|---|---|---|---|"
    )
    for target, real in (("14,00", "13,36"), ("85,00", "86,27"), ("1.500", "1.519")):
        report = report.replace(f"| {real} |", f"| {target} | {real} |")
    sentence = "Prevalensi stunting turun dari 15,92 persen pada tahun 2023 menjadi {} persen."
    path = folder / "target.md"
    sound = accused_cells(path, report + sentence.format("13,36"), "dinas-kesehatan", 2024)
    ((figure, where),) = accused_cells(
        path, report + sentence.format("14,00"), "dinas-kesehatan", 2024
    )
    assert not sound and figure.startswith("14,00") and where.endswith("].realisasi")


OVERALL = "Secara keseluruhan kinerja tahun 2024 mencapai {} sedangkan tahun 2023 mencapai {}."


@pytest.mark.parametrize(("now", "before", "wrong"), [
    ("97,77", "99,68", ""), ("97,77", "99,86", "99,86"), ("97,17", "99,68", "97,17"),
    ("91,20", "92,30", ""),  # of something else: neither stands in the total row
    ("97,77", "98,40", "98,40"),  # of a row that is no total
])  # fmt: skip
def test_a_sentence_of_the_whole_is_about_the_total_row(
    now: str, before: str, wrong: str, folder: Path
) -> None:
    table = """
Tabel 3.3 Kinerja Bidang Tahun 2023-2024

| No | Bidang | Kinerja 2023 | Kinerja 2024 |
|---|---|---|---|
| 1 | Perencanaan | 98,40 | 97,30 |
| 2 | Pemeliharaan | 99,89 | 97,90 |
| | TOTAL | 99,68 | 97,77 |

"""
    told = accused(folder, table + OVERALL.format(now, before))
    assert [figure for figure, _ in told] == [wrong] * bool(wrong)


EACH = "Indeks Kepuasan Masyarakat pada tahun 2024 mencapai {} sedangkan tahun 2022 mencapai {}."


@pytest.mark.parametrize(("figures", "wrong"), [
    (("86,27", "83,14"), []), (("86,72", "83,14"), ["86,72"]), (("86,27", "81,40"), ["81,40"]),
    (("91,30", "79,60"), []),  # of something else, both
    (("86,27", "84,90"), ["84,90"]),  # that of 2023
])  # fmt: skip
def test_two_figures_each_behind_its_year_are_held_to_their_cells(
    figures: tuple[str, str], wrong: list[str], folder: Path
) -> None:
    assert [text for text, _ in accused(folder, EACH.format(*figures))] == wrong
    other = EACH.replace("tahun 2022", "indeks integritas tahun 2022").format("86,27", "81,40")
    assert not accused(folder, other)
    aimed = EACH.replace("mencapai", "ditargetkan sebesar").format("88,00", "83,14")
    assert not accused(folder, aimed)


def test_a_change_told_between_two_years_is_of_both(folder: Path) -> None:
    """86,27 - 84,90 = 1,37; 86,72 - 84,90 = 1,82: the sentence agrees with itself alone."""
    told = "Indeks Kepuasan Masyarakat tahun 2024 sebesar {}, naik {} poin dibandingkan tahun 2023 "
    told += "sebesar 84,90."
    assert not accused(folder, told.format("86,27", "1,37"))
    ((figure, where),) = accused(folder, told.format("86,72", "1,82"))
    assert figure == "86,72" and where.endswith("].realisasi")


@pytest.mark.parametrize("sentence", [
    # A rounded figure, a target, a part of the year, another place, no figure of the row, no name.
    "Prevalensi stunting turun dari 15,92 persen pada tahun 2023 menjadi 13,4 persen.",
    "Prevalensi stunting ditargetkan turun dari 15,92 persen menjadi 12,00 persen.",
    "Prevalensi stunting turun dari 15,92 persen menjadi 14,20 persen pada triwulan II.",
    "Prevalensi stunting nasional turun dari 15,92 persen menjadi 14,20 persen.",
    "Prevalensi stunting turun dari 21,50 persen pada tahun 2023 menjadi 19,80 persen.",
    "Angka itu turun dari 15,92 persen pada tahun 2023 menjadi 13,90 persen.",
    "Prevalensi stunting turun dari 15,92 persen pada tahun 2023 menjadi 12,50 persen tahun 2025.",
])  # fmt: skip
def test_what_is_told_of_something_else_is_left_alone(sentence: str, folder: Path) -> None:
    assert not accused(folder, sentence)
