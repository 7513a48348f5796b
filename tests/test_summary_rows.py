"""Rows of a workbook that are means or totals of others: no indicators, tested as such."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from proposals import TAHUN, Rows, accepted, csv_of, excel, proposed, run, verified, word

from lkjip_analysis.intake.tables.printed_rows import Row

HEAD = ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"]
PLAIN = [
    ["1", "Layanan", "Jalan baik", "persen", "80", "72,50", "90,63"],
    ["2", "", "Jembatan baik", "unit", "40", "42", "105,00"],
]

NOTHING = ["Tidak ada temuan", "9 dari 9 angka teruji; selaras antar-tabel belum berarti benar."]


def imported(base: Path, rows: Rows) -> str:
    code, told = run("import", excel(base, rows, "Capaian"), "--instansi", "dinas-uji",
                     "--tahun", TAHUN, "--ya", "--data", base)  # fmt: skip
    assert code == 0, told
    return told


@pytest.mark.parametrize(
    ("named", "place"),
    [("Rata-rata capaian", 2), ("RERATA", 2), ("Nilai rata-rata", 0), ("Rata - rata", 1)],
)
def test_a_mean_row_is_no_indicator_and_a_wrong_one_is_found(
    tmp_path: Path, named: str, place: int
) -> None:
    # (90,63 + 105,00) / 2 = 97,815
    for printed, code in (("97,82", 0), ("79,82", 1)):
        row = ["", "", "", "", "", "", printed]
        row[place] = named
        (tmp_path / printed).mkdir()
        told = imported(tmp_path / printed, [HEAD, *PLAIN, row])
        assert "ditambahkan: rerata_capaian_capaian" in told
        assert csv_of(tmp_path / printed, "capaian")[3].startswith("rerata,,,")
        assert "rerata:" not in (tmp_path / printed / "dinas-uji/2024/laporan.yaml").read_text()
        found, said = verified(tmp_path / printed)
        assert found == code, said
        assert (named in said) == bool(code)


def test_a_mean_for_each_goal_is_the_mean_of_its_own_rows(tmp_path: Path) -> None:
    # Means of 90,63 and 105,00, then of 100,00 and 80,00.
    rows = [
        HEAD, *PLAIN,
        ["", "", "Rata-rata sasaran 1", "", "", "", "97,82"],
        ["3", "Air", "Air bersih", "persen", "50", "50", "100,00"],
        ["4", "", "Sanitasi", "persen", "50", "40", "80,00"],
        ["", "", "Rata-rata sasaran 2", "", "", "", "90,00"],
    ]  # fmt: skip
    told = imported(tmp_path, rows)
    assert "rerata_2_capaian_capaian" in told
    assert verified(tmp_path)[1].splitlines()[1] == "Tidak ada temuan"


def test_an_indicator_that_is_an_average_stays_an_indicator(tmp_path: Path) -> None:
    rows = [HEAD, *PLAIN, ["3", "", "Rata-rata lama sekolah", "tahun", "8", "8", "100,00"]]
    told = imported(tmp_path, rows)
    assert "ditambahkan" not in told and "Rata-rata lama sekolah: arah naik" in told


@pytest.mark.parametrize(("number", "unit"), [("3", "unit"), ("", "unit"), ("", "")])
@pytest.mark.parametrize("named", ["Jumlah pegawai", "Jumlah kegiatan", "Total aset"])
def test_an_indicator_that_counts_something_is_no_total(
    tmp_path: Path, number: str, unit: str, named: str
) -> None:
    # 150 of 200 is 75 percent; 80 + 40 is not 200, nor need it be.
    rows = [HEAD, *PLAIN, [number, "", named, unit, "200", "150", "75,00"]]
    told = imported(tmp_path, rows)
    assert "ditambahkan" not in told
    assert verified(tmp_path)[1].splitlines()[1:3] == NOTHING
    checked = run("check", "dinas-uji", TAHUN, "--data", tmp_path)
    assert checked == (0, "Lengkap: siap diverifikasi.\n")
    folder = tmp_path / "usul"
    folder.mkdir()
    accepted(folder, proposed(folder, excel(folder, rows, "Capaian"))[0])
    assert verified(folder)[1].splitlines()[1:3] == NOTHING


def test_the_label_of_a_mean_runs_over_the_figures_it_has_none_of(tmp_path: Path) -> None:
    # (90,63 + 105,00) / 2 = 97,815
    path = excel(tmp_path, [HEAD, *PLAIN, ["Rata-rata", *[""] * 5, "79,82"]], "Capaian")
    book = load_workbook(path)
    book["Capaian"].merge_cells("A4:F4")
    book.save(path)
    code, told = run("import", path, "--instansi", "dinas-uji", "--tahun", TAHUN, "--ya",
                     "--data", tmp_path)  # fmt: skip
    assert code == 0, told
    found, said = verified(tmp_path)
    assert found == 1 and "Rata-rata" in said


def test_usul_says_the_same_of_a_mean_row_as_import(tmp_path: Path) -> None:
    rows = [HEAD, *PLAIN, ["", "", "Rata-rata capaian", "", "", "", "79,82"]]
    for make in (word, excel):
        proposal, _ = proposed(tmp_path, make(tmp_path, rows))
        accepted(tmp_path, proposal)
        assert csv_of(tmp_path, "capaian")[3].startswith("rerata,")
        assert verified(tmp_path)[0] == 1


@pytest.mark.parametrize("mean", ["96,67", "69,67"])
def test_a_mean_below_figures_that_it_does_not_average_accuses_none_of_them(
    mean: str, tmp_path: Path
) -> None:
    # (90,00 + 95,00 + 105,00) / 3 = 96,67; it also stands below 9, 0,19 and 2,10.
    rows = [
        HEAD,
        ["1", "Layanan", "Angka kematian ibu", "per 1.000", "10", "9", "90,00"],
        ["2", "", "Rasio dokter", "per 1.000", "0,20", "0,19", "95,00"],
        ["3", "", "Kunjungan", "kali", "2", "2,10", "105,00"],
        ["", "", "Rata-rata capaian", "", "", "96,67", mean],
    ]
    said = imported(tmp_path, rows)
    assert "rerata_capaian_capaian" in said and "rerata_capaian_realisasi" not in said
    wrong = mean != "96,67"
    assert verified(tmp_path)[0] == int(wrong)
    proposal, _ = proposed(tmp_path, excel(tmp_path, rows))
    accepted(tmp_path, proposal)
    code, said = verified(tmp_path)
    assert code == int(wrong) and "mencantumkan 96,67" not in said


def test_one_row_has_one_key_however_it_comes_in(tmp_path: Path) -> None:
    """A series over the years splits where the key of an indicator changes with the file."""
    keys = []
    for number, way in enumerate(("excel", "usul excel", "usul word")):
        base = tmp_path / str(number)
        base.mkdir()
        if way == "excel":
            imported(base, [HEAD, *PLAIN])
        else:
            make = word if "word" in way else excel
            proposal, _ = proposed(base, make(base, [HEAD, *PLAIN]))
            accepted(base, proposal)
        keys.append([line.partition(",")[0] for line in csv_of(base, "capaian")[1:]])
    assert keys == [["1.jalan_baik", "1.jembatan_baik"]] * 3


def test_a_total_whose_figures_have_a_unit_is_no_item_of_the_list(tmp_path: Path) -> None:
    # 40 and 30 are 70, not 60: the row names no unit of its own, its figures do.
    rows = [["Unit Kerja", "Pegawai"], ["Bidang Satu", "40 orang"], ["Bidang Dua", "30 orang"],
            ["Jumlah pegawai", "60 orang"]]  # fmt: skip
    printed = tuple(Row(tuple(row), line) for line, row in enumerate(rows))
    assert [row.is_total for row in printed] == [False, False, False, True]
    assert not Row(("Jumlah pegawai", "orang", "200"), 4).is_total


SECOND = [
    ["3", "Air", "Air bersih", "persen", "50", "50", "100,00"],
    ["4", "", "Sanitasi", "persen", "50", "40", "80,00"],
    ["5", "", "Drainase", "persen", "50", "35", "70,00"],
]


@pytest.mark.parametrize(
    ("whole", "code"),
    # Of 90,63, 105, 100, 80 and 70 the mean is 89,13; of the means 97,82 and 83,33 it is 90,58.
    [("89,13", 0), ("90,58", 0), ("98,13", 1)],
)
def test_the_mean_of_all_goals_is_of_their_rows_or_of_their_means(
    tmp_path: Path, whole: str, code: int
) -> None:
    rows = [
        HEAD, *PLAIN, ["", "", "Rata-rata sasaran 1", "", "", "", "97,82"],
        *SECOND, ["", "", "Rata-rata sasaran 2", "", "", "", "83,33"],
        ["", "", "Rata-rata seluruh sasaran", "", "", "", whole],
    ]  # fmt: skip
    imported(tmp_path, rows)
    assert verified(tmp_path)[0] == code
    accepted(tmp_path, proposed(tmp_path, excel(tmp_path, rows, "Capaian"))[0])
    assert verified(tmp_path)[0] == code


@pytest.mark.parametrize(("total", "code"), [("1.700", 0), ("1.800", 1)])
def test_subtotals_are_sums_of_the_rows_since_the_last_one(
    tmp_path: Path, total: str, code: int
) -> None:
    # 900 + 800 = 1.700, 450 + 400 = 850, 2.550 of both, 850 more, 3.400 in all.
    rows = [
        ["No", "Uraian", "Alokasi", "Penyaluran"],
        ["1", "Bantuan A", "1.000", "900"], ["2", "Bantuan B", "1.000", "800"],
        ["", "Sub Jumlah I.1", "2.000", total],
        ["3", "Bantuan C", "500", "450"], ["4", "Bantuan D", "500", "400"],
        ["", "Sub Jumlah I.2", "1.000", "850"], ["", "Jumlah I", "3.000", "2.550"],
        ["5", "Bantuan E", "700", "600"], ["6", "Bantuan F", "300", "250"],
        ["", "Jumlah II", "1.000", "850"], ["", "Jumlah Total", "4.000", "3.400"],
    ]  # fmt: skip
    for make in (word, excel):
        accepted(tmp_path, proposed(tmp_path, make(tmp_path, rows))[0])
        found, said = verified(tmp_path)
        assert found == code and ("Sub Jumlah I.1 - Penyaluran" in said) == bool(code), said


MONEY = ["No", "Program", "Pagu", "Realisasi", "%"]
UPPER = [["1", "Program Pasar", "1.000", "900", "90"], ["2", "Irigasi", "2.000", "1.500", "75"]]
LOWER = [["3", "Program Taman", "500", "500", "100"], ["4", "Program Arsip", "400", "300", "75"]]
SUBS = (["", "Jumlah I", "3.000", "2.400", "80"], ["", "Jumlah II", "900", "800", "88,89"])
WHOLE = ["", "Total", "3.900", "3.200", "82,05"]


@pytest.mark.parametrize(
    ("rows", "tested"),
    [
        ([*UPPER, SUBS[0], *LOWER, SUBS[1], WHOLE], 19),
        ([*UPPER, SUBS[0], *LOWER, SUBS[1]], 16),
        ([*UPPER, SUBS[0], *LOWER], 14),
        ([WHOLE, *UPPER, *LOWER], 15),
    ],
    ids=["subtotals and a total", "subtotals alone", "a subtotal in the middle", "a total first"],
)
def test_each_total_of_programmes_is_the_sum_of_its_own_rows(
    rows: list[list[str]], tested: int, tmp_path: Path
) -> None:
    """3.000 of 1.000 and 2.000, 900 of 500 and 400, 3.900 of all; alike by both doors."""
    imported(tmp_path, [MONEY, *rows])
    first = verified(tmp_path)
    accepted(tmp_path, proposed(tmp_path, excel(tmp_path, [MONEY, *rows], "Anggaran"))[0])
    for code, said in (first, verified(tmp_path)):
        assert code == 0 and f"{tested} dari" in said, said


def test_a_wrong_subtotal_of_programmes_is_found(tmp_path: Path) -> None:
    wrong = ["", "Jumlah I", "3.000", "2.500", "80"]
    rows = [MONEY, *UPPER, wrong, *LOWER, SUBS[1], WHOLE]
    imported(tmp_path, rows)
    first = verified(tmp_path)
    accepted(tmp_path, proposed(tmp_path, excel(tmp_path, rows, "Anggaran"))[0])
    for code, said in (first, verified(tmp_path)):
        assert code == 1 and "Jumlah I - Realisasi: 2.500 seharusnya 2.400" in said, said


def test_an_indicator_that_counts_is_no_total_wherever_it_stands(tmp_path: Path) -> None:
    """ "Jumlah kegiatan" of 10 is no sum of rates, without a number and unit too."""
    rows = [["Indikator Kinerja", "Target", "Realisasi", "Capaian (%)"],
            ["Persentase layanan", "90", "81", "90"], ["Jumlah kegiatan", "10", "12", "120"],
            ["Indeks mutu", "80", "76", "95"]]  # fmt: skip
    for make in (word, excel):
        accepted(tmp_path, proposed(tmp_path, make(tmp_path, rows))[0])
        assert "9 dari 9 angka teruji" in verified(tmp_path)[1]


def test_a_mean_row_is_nothing_that_check_waits_for(tmp_path: Path) -> None:
    """Its target and realisasi are blank and it has no direction; where laporan.yaml does not say
    that it is a total, that is what is advised, and nothing is found in it."""
    mean = ["", "", "", "", "", "", "97,82"]
    mean[2] = "Rata-rata capaian"
    imported(tmp_path, [HEAD, *PLAIN, mean])
    said = run("check", "dinas-uji", TAHUN, "--data", tmp_path)[1]
    assert "Target" not in said and "rerata" not in said, said

    declared = tmp_path / "dinas-uji" / TAHUN / "laporan.yaml"
    kept = declared.read_text().partition("\naturan:")[0].splitlines()
    plain = "\n".join(line for line in kept if "total: [rerata]" not in line)
    declared.write_text(plain + "\n", encoding="utf-8")
    said = run("check", "dinas-uji", TAHUN, "--data", tmp_path)[1]
    assert "tulis total: [rerata] pada tabel itu" in said and "Target" not in said, said
    code, said = verified(tmp_path)
    assert code == 0 and "Tidak ada temuan" in said, said


@pytest.mark.parametrize("merges", [(), ("A5:B5",)])
@pytest.mark.parametrize("printed", ["500.000.000", "510.000.000"])
def test_a_total_that_is_named_under_the_codes_is_no_code(
    printed: str, merges: tuple[str, ...], tmp_path: Path
) -> None:
    rows: Rows = [
        ["Kode", "Program", "Pagu (Rp)", "Realisasi (Rp)", "%"],
        ["1.01", "Program Pendidikan", "300.000.000", "270.000.000", "90,00"],
        ["1.02", "Program Kesehatan", "200.000.000", "190.000.000", "95,00"],
        ["1.03", "Program Sosial", "0", "0", "-"],
        ["JUMLAH", "", printed, "460.000.000", "92,00"],
    ]
    book = excel(tmp_path, rows, "Anggaran", merges)
    code, told = run("import", book, "--instansi", "dinas-uji", "--tahun", TAHUN, "--ya",
                     "--data", tmp_path)  # fmt: skip
    assert code == 0, told
    assert csv_of(tmp_path, "anggaran")[-1].startswith("jumlah,JUMLAH,")
    assert verified(tmp_path)[0] == (0 if printed.startswith("500") else 1)
