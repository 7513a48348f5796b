"""Several tables on one sheet come in as several, alike by `import` and by `usul`."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from proposals import INSTANSI, TAHUN, accepted, csv_of, excel, proposed, run, verified

from lkjip_analysis.intake.sheets.sheet_parts import parts_of
from lkjip_analysis.intake.sheets.workbook_sheets import open_sheets

CAPAIAN = [
    ("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"),
    (1, "Persentase layanan", "%", 90, 81, 90),
    (2, "Jumlah pelatihan", "kegiatan", 10, 12, 120),
]
MUTU = [CAPAIAN[0], (1, "Indeks mutu", "indeks", 80, 76, 95)]
ANGGARAN = [
    ("No", "Program", "Pagu", "Realisasi", "%"),
    (1, "Program Pasar", 1000, 900, 90),
    (2, "Program Irigasi", 2000, 1500, 75),
    (3, "Program Taman", 500, 500, 100),
]
KINERJA, BIAYA = ("Tabel 3.1 Capaian 2024",), ("Tabel 3.2 Anggaran 2024 (ribu rupiah)",)


def imported(base: Path, file: Path, *more: str) -> tuple[int, str]:
    return run("import", file, "--instansi", INSTANSI, "--tahun", TAHUN, "--data", base, "--ya",
               "--timpa", *more)  # fmt: skip


def beside(left: list[tuple[object, ...]], right: list[tuple[object, ...]]) -> list[list[object]]:
    """Two tables with a blank column between, from the same row down."""
    width = max(map(len, left))
    rows = max(len(left), len(right))
    texts = [(left[i] if i < len(left) else (), right[i] if i < len(right) else ())
             for i in range(rows)]  # fmt: skip
    return [[*one, *[None] * (width + 1 - len(one)), *other] for one, other in texts]


@pytest.mark.parametrize(
    "rows",
    [
        [KINERJA, *CAPAIAN, ("Sumber: data diolah",), (), BIAYA, *ANGGARAN],
        [KINERJA, *CAPAIAN, BIAYA, *ANGGARAN],
        beside([KINERJA, *CAPAIAN], [BIAYA, *ANGGARAN]),
    ],
    ids=["below", "below without a blank row", "beside"],
)
def test_two_tables_of_a_sheet_are_two_each_with_its_own_scale(
    rows: list[list[object]], tmp_path: Path
) -> None:
    file = excel(tmp_path, rows)
    for read in (lambda: imported(tmp_path, file),
                 lambda: accepted(tmp_path, proposed(tmp_path, file)[0])):  # fmt: skip
        code, told = read()
        assert code == 0, told
        assert [line.rsplit(",", 3)[1:] for line in csv_of(tmp_path, "capaian")[1:]] == [
            ["90", "81", "90"], ["10", "12", "120"]]  # fmt: skip
        assert [line.rsplit(",", 3)[1:] for line in csv_of(tmp_path, "anggaran")[1:]] == [
            ["1000", "900", "90"], ["2000", "1500", "75"], ["500", "500", "100"]]  # fmt: skip
        text = (tmp_path / INSTANSI / TAHUN / "laporan.yaml").read_text(encoding="utf-8")
        assert text.count("dalam: ribu") == 2
        assert "Tidak ada temuan" in verified(tmp_path)[1]


def test_a_goal_above_each_heading_makes_a_table_of_each(tmp_path: Path) -> None:
    rows = [("Sasaran satu",), *CAPAIAN, ("Sasaran dua",), *MUTU]
    file = excel(tmp_path, rows)
    code, told = imported(tmp_path, file)
    assert code == 0 and "Lembar!A1: capaian" in told and "Lembar!A5: capaian" in told, told
    assert proposed(tmp_path, file)[1].count("capaian (keyakinan tinggi)") == 2


@pytest.mark.parametrize("gap", [[], [()]])
def test_the_heading_again_on_a_new_page_parts_no_table(
    gap: list[tuple[()]], tmp_path: Path
) -> None:
    rows = [("Realisasi Anggaran",), *ANGGARAN[:3], *gap, ANGGARAN[0], ANGGARAN[3]]
    file = excel(tmp_path, rows)
    assert imported(tmp_path, file)[0] == 0
    first = csv_of(tmp_path, "anggaran")
    assert accepted(tmp_path, proposed(tmp_path, file)[0])[0] == 0
    for lines in (first, csv_of(tmp_path, "anggaran")):
        assert [line.rsplit(",", 3)[1] for line in lines[1:]] == ["1000", "2000", "500"]


def test_what_stands_apart_within_one_table_parts_none(tmp_path: Path) -> None:
    """A blank column between the columns of a table, and words for figures in a row of it."""
    spread = [[*row[:2], None, *row[2:]] for row in CAPAIAN]
    rows = [["Capaian Kinerja 2024"], *spread, [3, "Opini BPK", None, "opini", "WTP", "WTP", 100]]
    code, told = imported(tmp_path, excel(tmp_path, rows))
    assert code == 0 and "Lembar: capaian (Capaian kinerja sasaran), 3 baris" in told, told


def test_a_table_of_another_year_on_the_sheet_is_named_and_can_be_left_out(tmp_path: Path) -> None:
    old = [("Realisasi Anggaran 2023",), ANGGARAN[0], (1, "Program Arsip", 400, 100, 25)]
    file = excel(tmp_path, [("Realisasi Anggaran 2024",), *ANGGARAN, (), *old])
    code, told = imported(tmp_path, file)
    assert code == 2 and '--tipe "Lembar!A7=-"' in told
    assert imported(tmp_path, file, "--tipe", "Lembar!A7=-")[0] == 0
    assert len(csv_of(tmp_path, "anggaran")) == 4
    assert "Lembar!A7" in imported(tmp_path, file, "--tipe", "Lembar!A9=-")[1]


def test_what_all_tables_of_a_sheet_count_in_stands_at_its_top(tmp_path: Path) -> None:
    top = [("Pemerintah Kabupaten Uji",), ("Angka dalam ribuan rupiah",), ()]
    more = [ANGGARAN[0], (1, "Program Arsip", 400, 100, 25)]
    rows = [*top, ("Tabel 1 Belanja",), *ANGGARAN, (), ("Tabel 2 Belanja lain",), *more]
    file = excel(tmp_path, rows)
    assert imported(tmp_path, file)[1].count("dibaca dalam ribu") == 4
    assert proposed(tmp_path, file)[1].count("dalam ribu menurut judul tabel") == 4


def test_a_title_is_no_note_to_the_table_above_it(tmp_path: Path) -> None:
    file = excel(
        tmp_path, [("Capaian",), *CAPAIAN, (), ("Biaya (dalam ribuan rupiah)",), *ANGGARAN]
    )
    assert "catatan di bawah tabel" not in proposed(tmp_path, file)[1]


def test_a_heading_below_the_first_forty_rows_is_found(tmp_path: Path) -> None:
    many = [(n, f"Indikator layanan {n}", "unit", 10, 9, 90) for n in range(1, 60)]
    book = Workbook()
    for row in [("Capaian",), CAPAIAN[0], *many, (), ("Anggaran",), *ANGGARAN]:
        book.worksheets[0].append(list(row))
    book.save(tmp_path / "panjang.xlsx")
    code, told = imported(tmp_path, tmp_path / "panjang.xlsx")
    assert code == 0 and "59 baris" in told and "anggaran (" in told, told


def test_the_title_of_one_table_is_not_that_of_the_next(tmp_path: Path) -> None:
    """A heading of its own, a blank row below the first table, and no title."""
    other = [("Kecamatan", "Penduduk", "Keluarga"), ("Utara", 100, 30), ("Selatan", 200, 60)]
    rows = [("Tabel 1 Anggaran",), *ANGGARAN[:2], (), *other]
    _, told = proposed(tmp_path, excel(tmp_path, rows))
    assert told.count("Tabel 1:") == 1 and "Lembar!A5: jenis baru" in told


def test_a_second_table_of_unknown_headings_is_proposed_by_both_doors(tmp_path: Path) -> None:
    other = [("No", "Nama UPTD", "Jumlah kunjungan"), (1, "UPTD Barat", 1200), (2, "UPTD", 900)]
    file = excel(tmp_path, [*ANGGARAN, (), *other])
    for _, told in (imported(tmp_path, file), proposed(tmp_path, file)):
        assert "Lembar!A1: anggaran" in told and "Lembar!A6: jenis baru" in told


def test_a_group_of_rows_behind_a_blank_row_is_no_second_table(tmp_path: Path) -> None:
    group = [("II", "Urusan Pilihan"), (4, "Program Wisata", 900, 450, 50)]
    assert len(parts_of(open_sheets(excel(tmp_path, [*ANGGARAN, (), *group])))) == 1


def test_a_proposed_column_of_means_may_be_blank(tmp_path: Path) -> None:
    """Grades of words make one table look like another that prints means of goals."""
    rows = [CAPAIAN[0][:2] + CAPAIAN[0][3:], (1, "Opini", "WTP", "WTP", "100"),
            (2, "Predikat SAKIP", "A", "BB", "80")]  # fmt: skip
    more = [rows[0], (1, "Indeks", "80", "76", "95")]
    proposed(tmp_path, excel(tmp_path, [*rows, (), ("Sasaran II",), *more]))


@pytest.mark.parametrize(("tables", "parts"), [(51, 51), (52, 1)])
def test_a_sheet_of_more_tables_than_a_report_has_is_not_parted(
    tables: int, parts: int, tmp_path: Path
) -> None:
    """It is parted at fifty places; where there are more it is read whole, as it stands."""
    rows = [row for n in range(tables) for row in ((f"Tabel {n}",), *CAPAIAN[:2], ())]
    assert len(parts_of(open_sheets(excel(tmp_path, rows)))) == parts


@pytest.mark.parametrize("merges", [(), ("A1:A2", "B1:B2", "C1:D1", "E1:G1", "H1:H2")])
def test_years_beside_words_are_the_second_line_of_one_heading(
    merges: tuple[str, ...], tmp_path: Path
) -> None:
    """As figures they would begin a table at C2, and its first two columns have no heading."""
    rows: list[tuple[object, ...]] = [
        ("No", "Indikator Kinerja", "Realisasi Tahun Lalu", None, "Tahun 2024", None, None, "Ket."),
        (None, None, 2022, 2023, "Target", "Realisasi", "Capaian (%)", None),
        (1, "Persentase layanan", 70, 75, 90, 81, 90, "tetap"),
        (2, "Jumlah pelatihan", 9, 8, 10, 12, 120, None),
    ]
    file = excel(tmp_path, rows, "Capaian", merges)
    assert len(parts_of(open_sheets(file))) == 1
    assert accepted(tmp_path, proposed(tmp_path, file)[0])[0] == 0
    read = csv_of(tmp_path, "capaian")
    assert len(read) == 3 and "Persentase layanan" in read[1]
    last_year = {"75"} if merges else set()  # only a merged group says what 2023 is of
    assert {"90", "81", *last_year} <= {*read[1].split(",")}
