"""The mean of a year is the one that the report prints, and one that misses doubts only itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import made_up

from lkjip_analysis.analysis import frames
from lkjip_analysis.analysis.efficiency import ukuran_efisiensi
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.output.word_pdf.chapter3_means import means as chapter3_means
from lkjip_analysis.output.word_pdf.document import Grid
from lkjip_analysis.pages.parts import mean_sentences, tracing, year_summary
from lkjip_analysis.pages.parts.caveats import resting_on_open
from lkjip_analysis.pages.parts.front_verdict import verdict
from lkjip_analysis.pages.parts.key_figures import key_figures
from lkjip_analysis.pages.parts.sentence import text
from lkjip_analysis.pages.parts.year_state import judge

LAPORAN = """\
skala:
  capaian:
    sumber: BAB III
    pita: [{nama: Sangat Baik, dari: 90}, {nama: Baik, dari: 75, kurang_dari: 90},
           {nama: Kurang, kurang_dari: 75}]
indikator:
  1.a: {nama: Angka Satu, satuan: persen, arah: naik, presisi: bulat}
  1.b: {nama: Angka Dua, satuan: persen, arah: naik, presisi: bulat}
  2.c: {nama: Angka Tiga, satuan: persen, arah: naik, presisi: bulat}
tabel:
  capaian: {label: Tabel 3.1, transkripsi: ganda, total: [rerata, rerata_1, rerata_2]}
  anggaran: {label: Tabel 3.2, transkripsi: ganda}
"""
ROWS = (
    "kode,indikator,target,realisasi,capaian\n"
    '1.a,Satu,50,52,"104,00"\n1.b,Dua,50,44,"88,00"\n2.c,Tiga,50,42,"84,00"\n'
)
"""Of the indicators (104 + 88 + 84) / 3 = 92; of sasaran 1 (104 + 88) / 2 = 96, of both (96 + 84) /
2 = 90."""
BUDGET = 'kode,program,pagu,realisasi,serapan\n1.p,Program,200,150,"75,00"\n'
OF_INDICATORS = """\
aturan:
  - {nama: rerata, jenis: rerata, hasil: "capaian[rerata].capaian", bagian: "capaian[*].capaian",
     dasar: tercetak, sebab: baris rata-rata}
"""
OF_GOALS = """\
aturan:
  - {nama: rerata_1, jenis: rerata, hasil: "capaian[rerata_1].capaian", bagian: "capaian[1.*].capaian",
     dasar: tercetak, sebab: baris rata-rata}
  - {nama: rerata_2, jenis: rerata, hasil: "capaian[rerata_2].capaian", bagian: "capaian[2.*].capaian",
     dasar: tercetak, sebab: baris rata-rata}
  - {nama: rerata, jenis: rerata, hasil: "capaian[rerata].capaian",
     bagian: ["capaian[rerata_1].capaian", "capaian[rerata_2].capaian"], dasar: tercetak,
     sebab: baris rata-rata}
"""  # noqa: E501
OWN_MEANS = 'rerata_1,Rata-rata 1,,,"96,00"\nrerata_2,Rata-rata 2,,,"84,00"\n'


def year(base: Path, rows: str, rules: str = "") -> Verification:
    return verify(made_up(base, LAPORAN + rules, {"capaian": ROWS + rows, "anggaran": BUDGET}))


def everywhere(found: Verification) -> dict[str, str]:
    """The mean of the year as each place of the report tells it."""
    kinerja = frames.kinerja(found.report)
    (grid,) = (block for block in chapter3_means(found, ()) if isinstance(block, Grid))
    judged = judge(found)
    assert judged.least == judged.most
    return {
        "verdict": text(verdict(found)),
        "tile": key_figures(found)[0].figure.text,
        "title": key_figures(found)[0].title,
        "sentence": text(mean_sentences.means(found.report)),
        "index": year_summary.key_figures(found)["capaian"],
        "efficiency": f"{ukuran_efisiensi(found.report)['capaian']:.2f}",
        "trace": tracing.means(found.report, kinerja)["seluruhnya", "rerata"].worked,
        "chapter": " ".join(grid.rows[-1]),
        "state": f"{judged.least:.2f}",
    }


def test_a_printed_mean_of_the_indicators_is_the_mean_of_the_year(tmp_path: Path) -> None:
    told = everywhere(year(tmp_path, 'rerata,Rata-rata capaian,,,"92,00"\n', OF_INDICATORS))
    assert (
        "tergolong Sangat Baik menurut skala laporan, rata-rata capaiannya 92,00%,"
        in (told["verdict"])
    )
    assert (told["tile"], told["title"], told["index"]) == ("92,00%", "Rata-rata capaian", "92,00%")
    assert "seluruh indikator 92,00% (Sangat Baik menurut BAB III)" in told["sentence"]
    assert "tercetak" not in told["verdict"] + told["sentence"]
    assert (told["efficiency"], told["state"]) == ("92.00", "92.00")
    assert told["trace"] == "(104 + 88 + 84) ÷ 3 = 92"
    assert told["chapter"] == "Rata-rata seluruh indikator 92,00 Sangat Baik"


@pytest.mark.parametrize(
    ("rows", "rules"),
    [(OWN_MEANS + 'rerata,Rata-rata capaian,,,"90,00"\n', OF_GOALS), ("", "")],
)
def test_else_it_is_the_mean_of_the_means_and_says_so_where_none_is_printed(
    tmp_path: Path, rows: str, rules: str
) -> None:
    told = everywhere(year(tmp_path, rows, rules))
    ours = "" if rules else " (rata-rata dari rata-rata sasaran)"
    assert f"rata-rata capaiannya 90,00%{ours}," in told["verdict"]
    assert told["title"] == ("Rata-rata capaian" if rules else "Rata-rata dari rata-rata sasaran")
    assert f"seluruhnya 90,00%{ours} (Sangat Baik menurut BAB III)" in told["sentence"]
    assert (told["tile"], told["index"], told["efficiency"]) == ("90,00%", "90,00%", "90.00")
    assert told["trace"] == "(96 + 84) ÷ 2 = 90"
    assert told["chapter"] == "Rata-rata seluruh sasaran 90,00 Sangat Baik"


def test_of_two_readings_of_one_print_the_one_that_fits_it_is_meant(tmp_path: Path) -> None:
    # Nobody printed how: 92,00 is the mean of the three and not of 96 and 84.
    supposed = OF_GOALS + OF_INDICATORS.replace("aturan:\n", "").replace("rerata,", "semua,", 1)
    supposed = supposed.replace("dasar: tercetak", "dasar: tafsir")
    found = year(tmp_path, OWN_MEANS + 'rerata,Rata-rata capaian,,,"92,00"\n', supposed)
    assert frames.rerata_tahun(frames.kinerja(found.report)) == 92


def test_a_mean_that_misses_leaves_the_indicators_that_agree_undoubted(tmp_path: Path) -> None:
    # 88 instead of 92: another target of any of the three would mend it, with another capaian.
    found = year(tmp_path, 'rerata,Rata-rata capaian,,,"88,00"\n', OF_INDICATORS)
    (finding,) = found.findings
    assert "Angka Satu" not in text(verdict(found)) and len(finding.remedies) > 1
    assert resting_on_open(found, frames.kinerja(found.report)) == frozenset()
    assert [str(c.address) for c in found.pointed_at(finding)] == ["capaian[rerata].capaian"]
    told = text(verdict(found))
    assert "rata-rata capaiannya 92,00% (tercetak 88,00%, belum diputuskan)" in told
    # By the print the year is Baik, by its figures Sangat Baik: between 88 and 92.
    assert "rata-ratanya terletak antara 88,00% dan 92,00%" in told


def test_an_indicator_that_does_not_agree_is_doubted_beside_the_mean(tmp_path: Path) -> None:
    # 43 of 50 is 86; 88 is printed, which 43,99 cut off would give. With 86 the mean fits:
    # (104 + 86 + 84) / 3 = 91,33.
    rows = ROWS.replace("50,44,", "50,43,") + 'rerata,Rata-rata capaian,,,"91,33"\n'
    found = verify(
        made_up(tmp_path, LAPORAN + OF_INDICATORS, {"capaian": rows, "anggaran": BUDGET})
    )
    assert resting_on_open(found, frames.kinerja(found.report)) == {"1.b"}
