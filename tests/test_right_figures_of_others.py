"""Right figures in the reports of other agencies than those that were read first: each in a shape
in which it was taken for wrong, beside a wrong twin."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import HEAD, examined, told
from test_examined_tables import findings, table
from test_numbered_lines import told as numbers_told
from test_relations import grid

from lkjip_analysis.intake.document.column_headings import is_numbering
from lkjip_analysis.intake.document.column_styles import style_of, written
from lkjip_analysis.intake.relations import discover
from lkjip_analysis.intake.relations.basis.measures import measure_of
from lkjip_analysis.intake.tables.style_proofs import styles_of
from lkjip_analysis.report.schema import Column, TableType

BUILT = ("No", "Pekerjaan", "Pagu (Rp)", "Realisasi (Rp)", "Keuangan (%)", "Fisik (%)")
WORKS = (
    ("1", "Tanggul timur", "400.000.000", "380.000.000", "95,00", "95,00"),
    ("2", "Embung desa", "250.000.000", "240.000.000", "96,00", "96,00"),
    ("3", "Pintu air", "125.000.000", "112.500.000", "90,00", "90,00"),
    ("4", "Saluran barat", "320.000.000", "294.400.000", "92,00", "92,00"),
    ("5", "Jalan inspeksi", "180.000.000", "171.000.000", "95,00", "95,00"),
)


@pytest.mark.parametrize(("spent", "built", "wrong"), [
    ("80,00", "100,00", []),  # 160 of 200 were paid, and all of it is built
    ("80,00", "86,25", []),
    ("88,00", "100,00", ["88,00"]),
])  # fmt: skip
def test_what_was_built_is_not_reckoned_from_what_was_paid(
    spent: str, built: str, wrong: list[str], tmp_path: Path
) -> None:
    row = ("6", "Rumah pompa", "200.000.000", "160.000.000", spent, built)
    found = findings(tmp_path, table("Tabel 3.4", "Pekerjaan", BUILT, *WORKS, row))
    assert [one["cells"][0]["text"] for one in found] == wrong


BY_KIND = {"pegawai": "Pegawai", "barang": "Barang", "modal": "Modal", "total": "Total"}
UNITS = {
    "a": ("", "412", "1.305", "1.717"), "b": ("", "965", "2.204", "3.169"),
    "c": ("", "83", "4.410", "4.493"), "d": ("", "1.277", "318", "1.595"),
}  # fmt: skip


@pytest.mark.parametrize(("staff", "total", "accused"), [
    ("150", "900", False),  # 150 + 250 + 500
    ("150", "990", True),
])  # fmt: skip
def test_a_part_that_one_row_alone_prints_is_one_of_its_sum(
    staff: str, total: str, accused: bool
) -> None:
    rows = UNITS | {"e": (staff, "250", "500", total)}
    rules = discover([grid(BY_KIND, rows)])
    (found,) = [one for one in rules if one.name.startswith("jumlah")]
    rows_held = found.entries["baris"].split("|")
    assert ("e" in rows_held or rows_held == ["*"]) is accused


def test_a_total_row_that_has_every_part_is_not_held_to_some_of_them() -> None:
    # 150 + 250 + 500 = 900 in "e"; 150 + 2.987 + 8.737 = 11.874 in the row of totals
    rows = UNITS | {"e": ("150", "250", "500", "900")}
    sums = {"jumlah": ("150", "2.987", "8.737", "11.874")}
    rules = discover([grid(BY_KIND, rows, sums)])
    (found,) = [one for one in rules if one.how == "judul kolom"]
    assert "jumlah" not in found.entries["baris"].split("|")


RATES = ("No", "Indikator", "Satuan", "Realisasi", "Target akhir", "Kemajuan (%)")


@pytest.mark.parametrize(("target", "shown", "count"), [
    ("28 / 100.000", "95", 0),  # 26,6 of 28 for each 100.000
    ("2,8 / 10.000", "95", 0),
    ("2,8 / 10.000", "59", 1),
])  # fmt: skip
def test_rates_of_other_numbers_are_not_set_against_each_other(
    target: str, shown: str, count: int, tmp_path: Path
) -> None:
    rows = (
        ("1", "Desa terang", "persen", "54,4", "68,0", "80"),
        ("2", "Nilai layanan", "poin", "85,5", "90,0", "95"),
        ("3", "Usaha baru", "unit", "63", "70", "90"),
        ("4", "Jalan mulus", "persen", "72,0", "96,0", "75"),
        ("5", "Rasio kejadian", "kasus", "2,66 / 10.000", target, shown),
    )
    assert len(findings(tmp_path, table("Tabel 3.3", "Kemajuan", RATES, *rows))) == count


@pytest.mark.parametrize(("texts", "beside", "style"), [
    # A decimal point says nothing of 79.912 where points part thousands beside it.
    (("79.912 m3", "338.5 M3"), ("1.733.980 m3", "340"), None),
    (("79.912 m3", "338.5 M3"), ("1,733,980 m3", "340"), "inggris"),
    (("79,912 m3", "1,338,500 M3"), ("1.733.980 m3", "340"), "inggris"),
    (("79.912 m3", "338,5 M3"), ("1.733.980 m3", "340"), "indonesia"),
    (("98.5", "338.5"), ("1.733.980 m3", "340"), "inggris"),
    (("79,912 m3", "338.5 M3"), ("1.733.980 m3", "340"), "inggris"),
    # Nor where nothing parts thousands: 5.310 may be as many kilograms, or five and a bit.
    (("5.310 kg", "61.25"), ("480", "75"), None),
    (("5,310 kg", "61.25"), ("480", "75"), "inggris"),
    (("5.310 kg", "612"), ("480", "75"), "indonesia"),
])  # fmt: skip
def test_thousands_beside_a_decimal_point_are_asked_about(
    texts: tuple[str, ...], beside: tuple[str, ...], style: str | None
) -> None:
    one, other = (written(enumerate(column)) for column in (texts, beside))
    assert style_of(one, "indonesia", [one, other]) == style


@pytest.mark.parametrize(("column", "units", "style"), [
    (Column("r", "angka", satuan="satuan indikator"), ("orang", "persen"), "indonesia"),
    (Column("r", "angka", judul="Realisasi 2022"), ("orang", "persen"), "indonesia"),
    (Column("r", "angka", judul="Capaian (%)"), ("orang", "persen"), None),
    (Column("r", "angka", satuan="satuan indikator"), ("ton", "persen"), None),
    (Column("r", "angka", satuan="satuan indikator"), ("kasus per 1.000 orang", "persen"), None),
    (Column("r", "angka", satuan="satuan indikator"), ("", "orang"), None),
])  # fmt: skip
def test_a_count_of_things_tells_how_thousands_are_parted(
    column: Column, units: tuple[str, str], style: str | None
) -> None:
    """5.310 persons are many, and not five and a bit."""
    columns = {"satuan": Column("satuan", "teks"), "r": column}
    kind = TableType("t", "", "", "kode", "indikator", (), columns)
    rows = [[units[0], "5.310"], [units[1], "61.25"]]
    assert styles_of(kind, ("satuan", "r"), rows)["r"][0] == style


@pytest.mark.parametrize(("texts", "numbers"), [
    (("-1", "-2", "-3", "-4", "-5", "(6) =4/5*100"), True),  # "(1)" as a spreadsheet keeps it
    (("-1", "-2", "-3"), True),
    (("-1", "-2"), False),
    (("-1", "-2", "-4"), False),
    (("-2", "-3", "-4"), False),
    (("-1", "-1", "-2"), False),
])  # fmt: skip
def test_column_numbers_may_stand_behind_a_minus(texts: tuple[str, ...], numbers: bool) -> None:
    assert is_numbering(texts) is numbers


def test_the_list_of_an_agencys_parts_goes_on_behind_the_lists_of_each() -> None:
    parts = [f"{n}. Seksi {letter}{n}" for letter in "ABCDEFGH" for n in (1, 2, 3)]
    outer = ("1. Kedudukan", "2. Susunan organisasi", *parts, "3. Tugas pokok", "4. Fungsi")
    assert numbers_told(*outer) == []
    assert numbers_told("1. Kedudukan", "2. Susunan", "3. Tugas", "3. Fungsi", "4. Isu") == [
        ("3", "3")
    ]


LEVELS = ("No", "Program/Kegiatan", "Pagu (Rp)")


@pytest.mark.parametrize(("first", "count"), [("Program Air Baku", 0), ("Perizinan sumur", 1)])
def test_a_programme_and_the_first_of_its_activities_both_have_the_first_number(
    first: str, count: int, tmp_path: Path
) -> None:
    names = (first, "Perencanaan", "Layanan teknis", "Irigasi", "Banjir", "Bendungan")
    rows = [(n, name, f"{9 - int(n)}12.500.000") for n, name in zip("112345", names, strict=True)]
    found = examined(HEAD + table("Tabel 3.1", "Kegiatan", LEVELS, *rows), tmp_path)[0]
    assert sum("dipakai dua kali" in one["message"] for one in found) == count


@pytest.mark.parametrize(("head", "word"), [
    ("Realisasi Tahun 2025 (realisasi 2024 karena 2025 belum terbit)", ""),
    ("Realisasi Tahun 2025", "realisasi"),
    ("Target Renstra 2021-2026", "target"),
    ("Realisasi 2025 (angka 2025 sementara)", "realisasi"),
])  # fmt: skip
def test_a_column_of_two_years_is_of_neither(head: str, word: str) -> None:
    assert measure_of(head, "", False, 2025).word == word


INDICES = ("No", "Indikator", "Target", "Realisasi", "Capaian (%)")
NAMES = (
    "Indeks mutu air", "Indeks mutu udara", "Indeks tutupan lahan", "Indeks layanan warga",
    "Indeks jalan desa", "Indeks ruang hijau", "Indeks sanitasi kota", "Indeks tata kelola",
)  # fmt: skip
REACHED = ("61,47", "83,92", "47,18", "88,36", "72,54", "39,61", "66,83", "79,25")
DOUBLED = ("122,94", "167,84", "94,36", "176,72", "145,08", "79,22", "133,66", "158,50")


@pytest.mark.parametrize(("told_of_air", "found"), [
    ("pada tahun 2022 sebesar 83,92 poin", ""),
    ("pada tahun 2020 sebesar 51,44 poin", ""),
    ("secara nasional tahun 2022 sebesar 51,44 poin", ""),
    ("pada tahun 2022 sebesar 51,44 poin", "51,44"),
])  # fmt: skip
def test_figures_of_another_year_or_of_the_nation_are_not_those_of_the_row(
    told_of_air: str, found: str, tmp_path: Path
) -> None:
    rows = [(str(n), *row) for n, row in enumerate(zip(NAMES, ["50,00"] * 8, REACHED, DOUBLED,
                                                       strict=True), 1)]  # fmt: skip
    lines = [f"{name} tercatat pada tahun 2022 sebesar {value} poin."
             for name, value in zip(NAMES, REACHED, strict=True)]  # fmt: skip
    lines[1] = f"{NAMES[1]} tercatat {told_of_air}."
    text = table("Tabel 3.1", "Indeks", INDICES, *rows)
    assert ("51,44" in told("\n\n".join([text, *lines]), tmp_path)) is bool(found)


SPENT = ("No", "Program/Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)", "Capaian (%)")
PAID = (
    ("1", "Layanan aduan", "208.074.520", "199.779.491", "96"),
    ("2", "Rujukan lanjut", "117.740.000", "71.889.000", "61"),
    ("3", "Kebutuhan khusus", "106.510.750", "103.751.250", "97"),
    ("4", "Pelatihan kader", "34.508.750", "28.062.000", "81"),
)


@pytest.mark.parametrize(("share", "is_told"), [
    ("0", False), ("100", False), ("-", False), ("93", True),
])  # fmt: skip
def test_of_nothing_no_part_was_spent(share: str, is_told: bool, tmp_path: Path) -> None:
    row = ("5", "Jejaring lembaga", "0", "0", share)
    said = told(table("Tabel 3.7", "Anggaran", SPENT, *PAID, row), tmp_path)
    assert ("tidak ada yang dapat dihitung" in said) is is_told


OFFICES = ("No", "Balai", "Pagu (Rp. 000)", "Realisasi (Rp. 000)", "Progres Keu", "Progres Fis")
DONE = (
    ("1", "Balai Utara", "2.326.961", "2.307.282", "99,15", "100,00"),
    ("2", "Balai Barat", "2.439.346", "2.408.454", "98,73", "99,91"),
    ("3", "Balai Timur", "2.450.862", "2.401.829", "98,00", "99,73"),
    ("4", "Balai Hulu", "1.363.080", "1.274.567", "93,51", "99,24"),
    ("5", "Balai Hilir", "1.927.211", "1.721.745", "89,34", "98,50"),
)


@pytest.mark.parametrize(("paid", "count"), [("76,50", 0), ("97,31", 1)])
def test_progress_of_money_is_the_share_that_was_paid(
    paid: str, count: int, tmp_path: Path
) -> None:
    # 1.545.081 / 2.019.818 = 76,50 percent
    row = ("6", "Balai Tengah", "2.019.818", "1.545.081", paid, "97,17")
    assert len(findings(tmp_path, table("Tabel 4.6", "Progres", OFFICES, *DONE, row))) == count
