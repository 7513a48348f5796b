"""`lkjip periksa` on small tables: few rows, small numbers, quotients in words, rows that lack."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from test_examined_tables import EFFICIENCY, TITLE, findings, table

from lkjip_analysis.output.examined.examining import examine
from lkjip_analysis.output.examined.telling.finding_explanations import explained

STAFF = (
    ("No", "Golongan", "Laki-laki", "Perempuan", "Jumlah"),
    ("1", "Golongan III", "9", "8", "18"),
    ("2", "Golongan II", "5", "4", "9"),
    ("3", "Golongan I", "2", "1", "3"),
    ("", "Jumlah", "16", "13", "29"),
)


def figures(found: list[dict[str, Any]]) -> list[set[str]]:
    return [{cell["text"] for cell in one["cells"]} for one in found]


def test_a_small_sum_beside_its_heading_is_a_finding_about_its_row(tmp_path: Path) -> None:
    # 9 + 8 = 17, and 17 + 9 + 3 = 29 as the row of totals prints: 18 is in both that fail.
    path = tmp_path / "a.md"
    path.write_text(f"{TITLE}\n\n{table('Tabel 2.2', 'Pegawai', *STAFF)}", encoding="utf-8")
    (told,) = explained(examine(path, tmp_path / "hasil"))
    assert "baris “Golongan III”, kolom “Jumlah”" in told.where
    assert "9 + 8" in "\n".join(told.grounds)


@pytest.mark.parametrize("rows", [
    [("1", "Roda dua", "9", "8", "18"), ("2", "Roda empat", "5", "4", "9"),
     ("", "Jumlah", "14", "12", "26")],
])  # fmt: skip
def test_two_rows_and_their_total_support_a_sum(
    rows: list[tuple[str, ...]], tmp_path: Path
) -> None:
    # 9 + 8 = 17; 5 + 4 = 9 and 14 + 12 = 26 keep it; 18 + 9 = 27, not 26
    head = ("No", "Jenis", "Baik", "Rusak", "Jumlah")
    found = findings(tmp_path, table("Tabel 2.3", "Kendaraan", head, *rows))
    assert len(found) == 1
    assert "18" in figures(found)[0]


def test_a_heading_jumlah_whose_rows_mostly_add_up_otherwise_accuses_nothing(
    tmp_path: Path,
) -> None:
    # Of three rows one is the sum of the two by accident; the total row is no sum either.
    rows = [("1", "Utara", "9", "8", "17"), ("2", "Selatan", "5", "4", "20"),
            ("3", "Barat", "2", "1", "14"), ("", "Jumlah", "16", "13", "51")]  # fmt: skip
    head = ("No", "Wilayah", "Aula", "Kios", "Jumlah")
    assert not findings(tmp_path, table("Tabel 2.4", "Balai", head, *rows))


SCHOOLS = (
    ("No", "Kecamatan", "Jumlah Sekolah", "Jumlah Siswa", "Rata-rata siswa per sekolah"),
    ("1", "Utara", "12", "2.148", "179"),
    ("2", "Selatan", "15", "2.612", "174"),  # 174,13 rounded
    ("3", "Barat", "9", "1.557", "173"),
    ("5", "Tengah", "14", "2.534", "181"),
    ("", "Jumlah", "61", "10.886", "178"),  # 178,46 rounded
)


@pytest.mark.parametrize(("mean", "wrong"), [("185", False), ("158", True)])
def test_a_quotient_named_in_words_is_reckoned(mean: str, wrong: bool, tmp_path: Path) -> None:
    # 2.035 / 11 = 185
    rows = [*SCHOOLS[:4], ("4", "Timur", "11", "2.035", mean), *SCHOOLS[4:]]
    found = findings(tmp_path, table("Tabel 2.1", "Sekolah dan siswa", *rows))
    assert ["158" in told for told in figures(found)] == ([True] if wrong else [])


@pytest.mark.parametrize(("first", "count"), [(1, 1), (4, 0)])
def test_a_mean_of_rows_that_begin_with_a_later_number_is_not_accused(
    first: int, count: int, tmp_path: Path
) -> None:
    # 171,45 / 4 = 42,8625: 46,86 is wrong, unless rows 1 to 3 stand on a page before.
    rows = [(str(first + i), *row[1:]) for i, row in enumerate(EFFICIENCY[1:])]
    mean = ("", "RATA-RATA", "", "115.21", "72.35", "46.86")
    told = table("Tabel 3.9", "Efisiensi", EFFICIENCY[0], *rows, mean)
    path = tmp_path / "laporan.md"
    path.write_text(f"{TITLE}\n\n{told}", encoding="utf-8")
    seen = examine(path, tmp_path / "hasil")
    assert len(explained(seen)) == count
    assert sum("mulai dari 4" in remark for remark in seen.remarks) == (first == 4)


def test_rows_that_go_on_counting_from_an_earlier_table_are_all_there(tmp_path: Path) -> None:
    names = ("Dermaga kayu", "Dermaga beton", "Rambu suar")
    lines = [(str(i), name, "satu") for i, name in enumerate(names, 1)]
    earlier = table("Tabel 3.8", "Sarana", ("No", "Sarana", "Letak"), *lines)
    rows = [(str(4 + i), *row[1:]) for i, row in enumerate(EFFICIENCY[1:])]
    mean = ("", "RATA-RATA", "", "115.21", "72.35", "46.86")
    later = table("Tabel 3.9", "Efisiensi II", EFFICIENCY[0], *rows, mean)
    assert any("46.86" in told for told in figures(findings(tmp_path, earlier, later)))
