"""Folders as people hand them in: every spreadsheet habit is read, every mistake is named."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from folders import BLORA, made_up

from lkjip_analysis.errors import InputError
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.tables import Address

LAPORAN = "tabel:\n  anggaran: {label: Tabel 1}\n"
BUDGET = """\
kode,sasaran,program,pagu,realisasi,serapan
a,Sasaran,Program A,1.000,500,"50,00"
jumlah,,JUMLAH,1.000,500,"50,00"
"""
CONTOH = Path(__file__).parent / "contoh"


def encoded(tmp_path: Path, raw: bytes) -> Fraction:
    """The total realisasi read from these bytes as anggaran.csv."""
    report = made_up(tmp_path, LAPORAN, {"anggaran": BUDGET})
    path = tmp_path / "raw" / report.instansi / str(report.tahun) / "anggaran.csv"
    path.write_bytes(raw)
    again = load(report.instansi, report.tahun, tmp_path)
    return again.cell("anggaran[jumlah].realisasi").point


@pytest.mark.parametrize(
    ("habit", "change"),
    [
        ("BOM", lambda t: b"\xef\xbb\xbf" + t.encode()),
        ("CRLF", lambda t: t.replace("\n", "\r\n").encode()),
        ("CP-1252", lambda t: t.replace("Program A", "Program “A” – baru").encode("cp1252")),
        ("UTF-16", lambda t: t.encode("utf-16")),
        ("semicolons", lambda t: t.replace('"50,00"', "50,00").replace(",500,", ";500;")
            .replace("kode,sasaran,program,pagu,realisasi,serapan",
                     "kode;sasaran;program;pagu;realisasi;serapan")
            .replace("a,Sasaran,Program A,1.000", "a;Sasaran;Program A;1.000")
            .replace("jumlah,,JUMLAH,1.000", "jumlah;;JUMLAH;1.000").encode()),
        ("blank rows and columns", lambda t: (t.replace("\n", ",,\n") + ",,,,,,,\n\n").encode()),
        ("header case and spaces", lambda t: t.replace("realisasi,", " Realisasi ,").encode()),
        ("line break in a cell", lambda t: t.replace("Program A", '"Program\nA"').encode()),
    ],
)  # fmt: skip
def test_what_spreadsheets_save_is_read(
    habit: str, change: Callable[[str], bytes], tmp_path: Path
) -> None:
    assert encoded(tmp_path, change(BUDGET)) == 500, habit


def test_the_line_of_a_cell_is_the_first_line_of_its_record(tmp_path: Path) -> None:
    text = BUDGET.replace("Program A", '"Program\nA"')
    report = made_up(tmp_path, LAPORAN, {"anggaran": text})
    lines = [report.cell(f"anggaran[{row}].pagu").line for row in ("a", "jumlah")]
    assert lines == [2, 4]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("realisasi,serapan", "realisai,serapan", 'anggaran.csv:1: found the column "realisai"; '
         "allowed: kode, sasaran, program, pagu, realisasi, serapan, sisa_anggaran, pagu_murni, "
         "bertambah_berkurang. "
         'Did you mean "realisasi"?'),
        ("realisasi,serapan", "pagu,serapan", 'found the column "pagu" twice'),
        ("pagu,realisasi", "pagu", 'found no column "realisasi"'),
        ("jumlah,,", "a,,", 'anggaran.csv:3:kode: found the key "a" a second time'),
        ("jumlah,,", ",,", "anggaran.csv:3:kode: found a row without a key"),
        (",500,", ",5.00.0,", 'anggaran.csv:2:realisasi: found "5.00.0"'),
        (",500,", ",lima ratus,", 'anggaran.csv:2:realisasi: found "lima ratus" (not a number)'),
        (",500,", ",500 orang,", 'the unit "orang" is not declared'),
        ('"50,00"', "50,00", "anggaran.csv:2: found 7 fields"),
        ("Program A", '"Program A', "found a broken row"),
        ("a,Sasaran", "a[1],Sasaran", 'the key "a[1]"'),
    ],
)  # fmt: skip
def test_a_mistake_in_a_table_is_named_with_its_place(
    old: str, new: str, told: str, tmp_path: Path
) -> None:
    assert old in BUDGET
    with pytest.raises(InputError) as caught:
        made_up(tmp_path, LAPORAN, {"anggaran": BUDGET.replace(old, new)})
    assert told in str(caught.value)


def test_an_empty_table_says_what_it_needs(tmp_path: Path) -> None:
    for text, told in (("", "an empty file"), (BUDGET.partition("\n")[0], "no rows")):
        with pytest.raises(InputError, match=told):
            made_up(tmp_path, LAPORAN, {"anggaran": text})


@pytest.mark.parametrize(
    ("laporan", "told"),
    [
        ("tabel:\n  anggaran: {lable: Tabel 1}\n", 'Did you mean "label"?'),
        ("tabel:\n  anggaran: {}\n", "no label in tabel.anggaran"),
        ("tabel:\n  anggaran: {label: A}\n  anggaran: {label: B}\n", "a second time"),
        ("tabel:\n  anggaran: {label: A, tipe: angaran}\n", 'Did you mean "anggaran"?'),
        ("tabel:\n  anggaran: {label: A, berkas: angaran.csv}\n", 'no file "angaran.csv"'),
        ("tabel:\n  anggaran: {label: A, berkas: ../../x.csv}\n", "outside the folder"),
        ("tabel:\n  anggaran: {label: A, kolom: {pago: {judul: X}}}\n", 'Did you mean "pagu"?'),
        ("tabel:\n anggaran: {label: A\n", "not YAML"),
        (LAPORAN + "indikator:\n  x: {nama: X, arah: niak}\n", 'Did you mean "naik"?'),
        (LAPORAN + "aturan:\n  - {nama: x}\n", "no jenis in aturan.0"),
    ],
)
def test_a_mistake_in_laporan_yaml_is_named_with_the_nearest_entry(
    laporan: str, told: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError) as caught:
        made_up(tmp_path, laporan, {"anggaran": BUDGET})
    assert told in str(caught.value)
    assert str(caught.value).startswith("laporan.yaml:")


def test_all_problems_of_a_folder_are_told_at_once(tmp_path: Path) -> None:
    shutil.copytree(BLORA, tmp_path / "raw" / "dindagkop-ukm-blora" / "2021")
    folder = tmp_path / "raw" / "dindagkop-ukm-blora" / "2021"
    for name, old, new in (
        ("anggaran.csv", "26.200.000", "26.200.00"),
        ("koperasi.csv", '"77,11"', "tujuh"),
        ("klaim.csv", "angka,%", "anka,%"),
    ):
        path = folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(InputError) as caught:
        load("dindagkop-ukm-blora", 2021, tmp_path)
    found = {(problem.file, problem.column) for problem in caught.value.problems}
    assert found == {
        ("anggaran.csv", "realisasi"), ("koperasi.csv", "nilai"), ("klaim.csv", "tipe")
    }  # fmt: skip


def _correct(tmp_path: Path, row: str) -> Path:
    shutil.copytree(CONTOH, tmp_path / "contoh")
    folder = tmp_path / "contoh" / "raw" / "dinas-contoh" / "2022"
    header = "sel,tercetak,menjadi,alasan,sertifikat\n"
    (folder / "koreksi.csv").write_text(header + row, "utf-8")
    return tmp_path / "contoh"


def test_an_accepted_correction_changes_the_layer_dipakai_only(tmp_path: Path) -> None:
    row = "anggaran[1.aduan].realisasi,98.000.000,96.000.000,salah ketik,x\n"
    report = load("dinas-contoh", 2022, _correct(tmp_path, row))
    cell = Address("anggaran", "1.aduan", "realisasi")
    assert report.layer == "tercetak" and report.cell(cell).point == 98_000_000
    used = report.used()
    assert used.layer == "dipakai" and used.cell(cell).point == 96_000_000
    assert used.cell(cell).text == "96.000.000" and report.cell(cell).text == "98.000.000"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("anggaran[1.aduan].realisasi,99.000.000,96.000.000,x,x\n", 'prints "98.000.000"'),
        ("anggaran[1.aduan].realisai,98.000.000,96.000.000,x,x\n", "Did you mean"),
        ("anggaran[1.aduan].realisasi,98.000.000,banyak,x,x\n", "not a number"),
    ],
)
def test_a_correction_that_does_not_fit_the_print_is_refused(
    row: str, told: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError) as caught:
        load("dinas-contoh", 2022, _correct(tmp_path, row))
    assert told in str(caught.value) and str(caught.value).startswith("koreksi.csv:2")


def test_the_folder_and_laporan_yaml_name_the_same_report(tmp_path: Path) -> None:
    shutil.copytree(CONTOH / "raw" / "dinas-contoh" / "2022", tmp_path / "raw" / "dinas-b" / "2023")
    with pytest.raises(InputError) as caught:
        load("dinas-b", 2023, tmp_path)
    assert "as its folder" in str(caught.value) and len(caught.value.problems) == 2


def test_an_agency_may_bring_a_table_type_of_its_own(tmp_path: Path) -> None:
    kind = (
        "judul: Pasien\narti: Kunjungan\nkunci: kode\ntotal: [jumlah]\n"
        "kolom:\n  kode: {tipe: kunci}\n  pasien: {tipe: angka, presisi: eksak}\n"
        'aturan:\n  - {nama: jumlah, jenis: jumlah, hasil: "[jumlah].pasien", '
        'bagian: "[*].pasien", dasar: tercetak}\n'
    )
    report = made_up(
        tmp_path,
        "tabel:\n  pasien: {label: Tabel 1}\n",
        {"pasien": "kode,pasien\na,3\nb,4\njumlah,7\n"},
        {"pasien": kind},
    )
    assert [cell.point for cell in report.figures()] == [3, 4, 7]
