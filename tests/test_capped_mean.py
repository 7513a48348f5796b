"""A mean that the report prints of capaian that are cut down is the mean of its year."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import made_up
from test_year_mean import LAPORAN, ROWS, everywhere

from lkjip_analysis.analysis import frames
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.pages.parts.front_verdict import verdict
from lkjip_analysis.pages.parts.key_figures import key_figures
from lkjip_analysis.pages.parts.sentence import text

CUT = """\
judul: Capaian dengan batas
arti: Capaian yang dibatasi.
kunci: kode
nama_baris: indikator
total: [rerata]
kolom:
  kode: {tipe: kunci}
  indikator: {tipe: teks, judul: Indikator}
  target: {tipe: angka, judul: Target, satuan: persen, presisi: eksak}
  realisasi: {tipe: angka, judul: Realisasi, satuan: persen, presisi: bulat}
  capaian: {tipe: angka, judul: Capaian, satuan: persen, presisi: bulat}
aturan:
  - {nama: capaian, jenis: capaian, baris: "*", hasil: .capaian, realisasi: .realisasi, target: .target,
     maksimum: 100, dasar: tercetak, sebab: dibatasi 100}
  - {nama: rerata, jenis: rerata, hasil: "[rerata].capaian", bagian: "[*].capaian", dasar: tercetak, sebab: rata-rata}
"""  # noqa: E501
CUT_ROWS = (
    'kode,indikator,target,realisasi,capaian\n1.a,Satu,{target},52,"100,00"\n'
    '1.b,Dua,50,44,"88,00"\n2.c,Tiga,50,42,"84,00"\nrerata,Rata-rata,,,"{mean}"\n'
)
"""Of the indicators (100 + 88 + 84) / 3 = 90,67, not cut down (104 + 88 + 84) / 3 = 92."""


def year(
    base: Path, mean: str, rows: str = "", rules: str = "", *, target: str = "50"
) -> Verification:
    laporan = LAPORAN.replace("  anggaran:", "  batas: {label: Tabel 3.3}\n  anggaran:") + rules
    budget = 'kode,program,pagu,realisasi,serapan\n1.p,Program,200,150,"75,00"\n'
    cut = CUT_ROWS.format(mean=mean, target=target)
    tables = {"capaian": ROWS + rows, "batas": cut, "anggaran": budget}
    return verify(made_up(base, laporan, tables, {"batas": CUT}))


def test_the_mean_of_the_year_is_the_printed_one_and_says_what_it_would_be_else(
    tmp_path: Path,
) -> None:
    told = everywhere(year(tmp_path, "90,67"))
    cut = "tiap capaian dibatasi 100%; tanpa batas 92,00%"
    assert f"rata-rata capaiannya 90,67% menurut cara laporan ({cut})" in told["verdict"]
    assert (told["tile"], told["title"], told["index"]) == ("90,67%", "Rata-rata capaian", "90,67%")
    assert (told["efficiency"], told["state"]) == ("90.67", "90.67")
    assert told["trace"] == "(100 + 88 + 84) ÷ 3 = 90,6667"
    assert told["chapter"] == "Rata-rata seluruh indikator 90,67 Sangat Baik"
    # Of sasaran 1 (100 + 88) / 2 = 94.
    assert "sasaran 1 sebesar 94,00%" in told["sentence"]


def test_the_class_is_that_of_the_mean_that_is_cut_down(tmp_path: Path) -> None:
    rows = ROWS.replace('50,44,"88,00"', '50,37,"74,00"')
    cut = CUT_ROWS.format(mean="86,00", target="50").replace('50,44,"88,00"', '50,37,"74,00"')
    laporan = LAPORAN.replace("  anggaran:", "  batas: {label: Tabel 3.3}\n  anggaran:")
    # (104 + 74 + 84) / 3 = 87,33 and (100 + 74 + 84) / 3 = 86 lie on both sides of 87.
    laporan = laporan.replace("dari: 90}", "dari: 87}").replace(
        "kurang_dari: 90}", "kurang_dari: 87}"
    )
    budget = 'kode,program,pagu,realisasi,serapan\n1.p,Program,200,150,"75,00"\n'
    tables = {"capaian": rows, "batas": cut, "anggaran": budget}
    found = verify(made_up(tmp_path, laporan, tables, {"batas": CUT}))
    assert "tergolong Baik menurut skala laporan" in text(verdict(found))


def test_a_misprint_of_it_is_told_beside_ours(tmp_path: Path) -> None:
    found = year(tmp_path, "95,67")
    assert "90,67% menurut cara laporan" in text(verdict(found))
    assert "(tercetak 95,67%, belum diputuskan)" in text(verdict(found))


@pytest.mark.parametrize("target", ["40", "45"])
def test_a_mean_against_other_targets_is_none_of_the_year(tmp_path: Path, target: str) -> None:
    # A table of national standards: no row has the target of the year.
    laporan = LAPORAN.replace("  anggaran:", "  batas: {label: Tabel 3.3}\n  anggaran:")
    cut = CUT_ROWS.format(mean="100,00", target=target).replace(",50,", f",{target},")
    tables = {"capaian": ROWS, "batas": cut.replace("88,00", "100,00").replace("84,00", "100,00")}
    report = made_up(tmp_path, laporan.partition("  anggaran:")[0], tables, {"batas": CUT})
    kinerja = frames.kinerja(report)
    assert (kinerja.attrs["rerata"], kinerja.attrs["batas"]) == (None, None)


def test_one_target_that_is_misprinted_there_does_not_hide_it(tmp_path: Path) -> None:
    # 55 for 50 in one of three rows of the table that is cut down.
    report = year(tmp_path, "90,67", target="55").report
    assert frames.kinerja(report).attrs["batas"] == 100


def test_beside_a_mean_of_the_whole_it_is_not_the_mean_of_the_year(tmp_path: Path) -> None:
    rules = """\
aturan:
  - {nama: rerata, jenis: rerata, hasil: "capaian[rerata].capaian", bagian: "capaian[*].capaian",
     dasar: tercetak, sebab: baris rata-rata}
"""
    found = year(tmp_path, "90,67", 'rerata,Rata-rata capaian,,,"92,00"\n', rules)
    assert frames.kinerja(found.report).attrs["batas"] is None
    assert (key_figures(found)[0].figure.text, "tercetak" in text(verdict(found))) == (
        "92,00%",
        False,
    )
