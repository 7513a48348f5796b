"""A category at the edge of a band: where only rounding decides, neither class is called wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from years import write_year

from lkjip_analysis.analysis import frames
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import Band
from lkjip_analysis.output.word_pdf import sasaran
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.report import Report

LAPORAN = """\
skala:
  capaian:
    sumber: Tabel 3.1
    pita:
      - {nama: Sangat Baik, dari: 90}
      - {nama: Baik, dari: 75, kurang_dari: 90}
      - {nama: Kurang, kurang_dari: 75}
indikator:
  1.layanan: {nama: Layanan, singkat: Layanan, satuan: layanan, arah: naik, presisi: eksak}
tabel:
  capaian: {label: Tabel 3.2, transkripsi: ganda}
"""
SUMMARY = """\
  ringkasan: {label: Tabel 4.1, transkripsi: ganda}
aturan:
  - {nama: ulang, jenis: sama, hasil: "ringkasan[*].capaian", sumber: "capaian[*].capaian", dasar: tafsir, sebab: ringkasan mengulang capaian}
"""  # noqa: E501


def report_of(base: Path, row: str, repeated: str = "") -> Report:
    """One indicator with its category, perhaps repeated in the closing chapter."""
    tables = {"capaian": f"kode,indikator,target,realisasi,capaian,kategori\n{row}\n"}
    if repeated:
        tables["ringkasan"] = (
            f"kode,sasaran,indikator,capaian,kategori,rerata_sasaran\n{repeated}\n"
        )
    write_year(base, 2021, LAPORAN + (SUMMARY if repeated else ""), tables)
    return load("dinas-contoh", 2021, base)


@pytest.mark.parametrize(
    ("target", "realisasi", "capaian", "kategori", "is_wrong"),
    [
        # 22.499 of 25.000 is 89,996: printed 90,00, unrounded below 90.
        ("25.000", "22.499", "90,00", "Baik", False),
        ("25.000", "22.499", "90,00", "Sangat Baik", False),
        ("25.000", "22.499", "90,00", "Kurang", True),
        # 22.500 of 25.000 is 90 to the digit, 22.501 is 90,004.
        ("25.000", "22.500", "90,00", "Baik", True),
        ("25.000", "22.501", "90,00", "Baik", True),
        # 89,6 is printed 90 in whole numbers.
        ("1.000", "896", "90", "Baik", False),
    ],
)
def test_a_category_is_wrong_only_where_neither_print_nor_unrounded_figure_gives_it(
    target: str, realisasi: str, capaian: str, kategori: str, is_wrong: bool, tmp_path: Path
) -> None:
    row = f'1.layanan,Layanan,{target},{realisasi},"{capaian}",{kategori}'
    found = verify(report_of(tmp_path, row)).findings
    assert bool(found) == is_wrong


def test_a_category_that_the_closing_chapter_repeats_may_follow_the_unrounded_figure_too(
    tmp_path: Path,
) -> None:
    row = '1.layanan,Layanan,25.000,22.499,"90,00",Sangat Baik'
    assert not verify(report_of(tmp_path, row, '1.layanan,,Layanan,"90,00",Baik,')).findings
    wrong = verify(report_of(tmp_path, row, '1.layanan,,Layanan,"90,00",Kurang,')).findings
    assert ["ringkasan.kategori[1.layanan]"] in [list(finding.rules) for finding in wrong]


@pytest.mark.parametrize(
    ("target", "realisasi", "capaian", "kategori"),
    [
        ("25.000", "22.499", "90,00", "Baik atau Sangat Baik"),
        ("25.000", "22.498", "89,99", "Baik"),  # 89,992
        ("25.000", "22.500", "90,00", "Sangat Baik"),
        ("1.000", "896", "90", "Baik atau Sangat Baik"),  # printed in whole numbers
        ("1.000", "896", "89,6", "Baik"),
    ],
)
def test_a_page_names_both_classes_where_only_rounding_decides(
    target: str, realisasi: str, capaian: str, kategori: str, tmp_path: Path
) -> None:
    report = report_of(tmp_path, f'1.layanan,Layanan,{target},{realisasi},"{capaian}",')
    assert frames.kinerja(report)["kategori_dihitung"].tolist() == [kategori]


def test_a_figure_in_the_hole_of_a_scale_has_the_class_that_its_print_has() -> None:
    scale = [Band("Baik", Fraction(76), Fraction(90)), Band("Cukup", Fraction(66), Fraction(75))]
    assert metrics.kategori_dihitung(Fraction("90.004"), scale) == "Baik"  # printed 90,00
    assert metrics.kategori_dihitung(Fraction("75.5"), scale) is None
    assert metrics.kategori_dihitung(0.1 + 0.2 + 74.7, scale) == "Cukup"  # 75.00000000000001


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Baik", "Baik"),
        ("Sangat Baik", "Sangat Baik"),
        ("", "Baik atau Sangat Baik"),
        ("Kurang", "Baik atau Sangat Baik (tercetak: Kurang)"),
    ],
)
def test_a_document_repeats_a_printed_class_that_either_figure_gives(
    printed: str, told: str, tmp_path: Path
) -> None:
    report = report_of(tmp_path, f'1.layanan,Layanan,25.000,22.499,"90,00",{printed}')
    (group,) = sasaran.groups(report)
    assert group.category("1.layanan") == told
