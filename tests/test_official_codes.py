"""Codes of region and fields travel with the data; one not known is a remark, never more."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import made_up

from lkjip_analysis.checking.verify import verify
from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.excel.checking import check
from lkjip_analysis.output.datapackage.descriptor import descriptor
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.official_codes import Codes, fields, programme_code, provinces, remarks
from lkjip_analysis.report.yamltext import standard

BUDGET = 'kode,program,pagu,realisasi,serapan\na,Program A,100,80,"80,00"\n'
TABLE = "tabel:\n  anggaran: {tipe: anggaran, label: Tabel 3.8, transkripsi: ganda}\n"


def folder_with(base: Path, codes: str) -> Path:
    made_up(base, f"pemerintah: Provinsi Jawa Timur\nkode: {codes}\n{TABLE}", {"anggaran": BUDGET})
    return base


def told(base: Path, codes: str) -> list[str]:
    advice = check("dinas-contoh", 2021, folder_with(base, codes)).advice
    return [line for line in advice if "kode." in line]


def test_known_codes_are_not_remarked_upon(tmp_path: Path) -> None:
    assert told(tmp_path, "{wilayah: 35, urusan: [2.17, 3.30, 5.01]}") == []


def test_the_code_of_another_province_is_remarked_upon_and_is_no_finding(tmp_path: Path) -> None:
    (line,) = told(tmp_path, "{wilayah: 33}")
    assert 'kode.wilayah "33" adalah kode Jawa Tengah' in line and "Provinsi Jawa Timur" in line
    assert verify(load("dinas-contoh", 2021, tmp_path)).is_clean


def test_a_field_that_no_classification_has_is_remarked_upon(tmp_path: Path) -> None:
    (line,) = told(tmp_path, "{urusan: [2.01, 2.17]}")
    assert 'kode.urusan "2.01"' in line and line.startswith("laporan.yaml:")


def test_a_region_without_a_known_province_is_remarked_upon() -> None:
    assert 'kode.wilayah "20.01"' in next(remarks(Codes("20.01"), "Kabupaten Rekaan"))


@pytest.mark.parametrize("government", ["Kabupaten Blora", "Kota Papua", "", "Provinsi Rekaan"])
def test_of_a_government_whose_code_is_not_known_nothing_is_said(government: str) -> None:
    assert list(remarks(Codes("33.16"), government)) == []


def test_a_code_of_another_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"33\.16"):
        folder_with(tmp_path, "{wilayah: 3316}")


def test_the_codes_travel_with_the_data(tmp_path: Path) -> None:
    report = load("dinas-contoh", 2021, folder_with(tmp_path, "{wilayah: 35.78, urusan: [3.30]}"))
    assert report.codes.described() == {
        "wilayah": {"kode": "35.78", "provinsi": "Jawa Timur"},
        "urusan": [{"kode": "3.30", "nama": "Perdagangan"}],
    }
    package = descriptor(tmp_path, report, tmp_path / "raw" / "dinas-contoh" / "2021", [], [])
    assert package["kode"] == report.codes.described()


def test_there_are_38_provinces_and_32_fields() -> None:
    assert len(provinces()) == 38 and len(set(provinces().values())) == 38
    assert list(fields())[6] == "2.07" and list(fields())[-1] == "3.32" and len(fields()) == 32


@pytest.mark.parametrize(
    ("name", "urusan", "code"),
    [
        ("Program Penilaian Kesehatan KSP/USP Koperasi", (), "2.17.04"),
        ("PROGRAM PENINGKATAN KERJA SAMA DESA", (), "2.13.03"),
        ("Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", ("2.17",), "2.17.01"),
        ("Program Penunjang Urusan Pemerintahan Daerah Provinsi", ("2.17", "3.30"), ""),
        ("Program Rekaan", ("2.17",), ""),
    ],
)
def test_a_programme_is_known_by_its_name(name: str, urusan: tuple[str, ...], code: str) -> None:
    assert programme_code(name, urusan) == code


def test_codes_of_programmes_travel_with_the_data(tmp_path: Path) -> None:
    named = BUDGET.replace("Program A", "Program Pengembangan UMKM")
    made_up(tmp_path, TABLE, {"anggaran": named})
    report = load("dinas-contoh", 2021, tmp_path)
    told = descriptor(tmp_path, report, tmp_path / "raw" / "dinas-contoh" / "2021", [], [])
    assert told["kode"] == {"program": [{"baris": "anggaran[a]", "kode": "2.17.08"}]}


def test_no_two_programmes_have_one_name() -> None:
    names = standard("kode")["program"]["nama"]
    assert len({programme_code(name, ("2.17",)) for name in names.values()}) == len(names) == 162
