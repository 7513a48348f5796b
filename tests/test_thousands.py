"""Tables in thousands or millions of rupiah, beside sentences that print every rupiah."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import KLAIM, made_up

from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.intake.excel_styles import number_format
from lkjip_analysis.numbers.printed import in_multiples, read
from lkjip_analysis.numbers.written import alike

LAPORAN = """\
    tabel:
      anggaran:
        label: Tabel 3.6
        kolom: {pagu: {judul: Pagu (Rp ribu), dalam: ribu}, realisasi: {dalam: ribu}}
    """
BUDGET = """\
    kode,program,pagu,realisasi,serapan
    1,Program Uji,14.250.300,{},"97,34"
    2,Program Umum,38.120.450,37.001.877,"97,07"
    jumlah,JUMLAH,52.370.750,50.873.104,"97,14"
    """
CLAIMS = (
    f"{KLAIM}"
    "realisasi,BAB III,1,Realisasi,{},angka,rupiah,eksak,sama,sumber=anggaran[jumlah].realisasi,,\n"
)


def reading(
    base: Path, spent: str = "13.871.226", said: str = '"Rp 50.873.103.773"'
) -> Verification:
    tables = {"anggaran": BUDGET.format(spent), "klaim": CLAIMS.format(said)}
    return verify(made_up(base, LAPORAN, tables))


def test_a_figure_in_thousands_is_the_rounding_of_the_rupiah_in_a_sentence(tmp_path: Path) -> None:
    # 13.871.226.455 and 37.001.877.318 are 50.873.103.773: the rounded rows give one less.
    assert reading(tmp_path).findings == ()


MORE = """\
3,Program Lain,20.000.000,19.400.000,"97,00"
    4,Program Akhir,10.000.000,9.650.000,"96,50"
    jumlah,JUMLAH,82.370.750,79.923.104,"97,03"
    """


def test_what_is_wrong_in_thousands_is_told_in_thousands(tmp_path: Path) -> None:
    """1.387.123 + 37.001.877 = 38.389.000. That a share of 9,73 percent is unlike the other one
    does not tell a lost digit from a draft that was put right in one cell."""
    (finding,) = reading(tmp_path, spent="1.387.123").findings
    assert finding.verdict == "ambigu" and len(finding.smallest) == 1
    sums = "hasil hitung 38.389.000, tetapi Tabel 3.6, JUMLAH - Realisasi mencantumkan"
    assert f"{sums} 50.873.104" in finding.message
    assert "seharusnya 13.871.227" in finding.message  # one more than the row: both are roundings


def test_three_other_shares_tell_that_a_digit_was_lost(tmp_path: Path) -> None:
    # 13.871.226 + 37.001.877 + 19.400.000 + 9.650.000 = 79.923.103, and 97,03 percent are spent
    budget = BUDGET.partition("jumlah,")[0] + MORE
    tables = {"anggaran": budget.format("1.387.123"), "klaim": CLAIMS.format('"Rp 79.923.103.773"')}
    (finding,) = verify(made_up(tmp_path, LAPORAN, tables)).findings
    assert finding.verdict == "terbukti" and "seharusnya 13.871.227" in finding.message


@pytest.mark.parametrize("said", ['"Rp 50.873.130.773"', '"Rp 50.873.104"'])
def test_a_sentence_that_misses_by_more_than_a_thousand_is_found(said: str, tmp_path: Path) -> None:
    assert [finding.verdict for finding in reading(tmp_path, said=said).findings] == ["ambigu"]


def test_a_figure_in_thousands_keeps_its_print() -> None:
    figure = in_multiples(read("1.250,5"), "ribu")
    assert figure.value == 1_250_500 and figure.decimals == -2
    assert alike(figure, figure.value + 1000) == "1.251,5"
    assert in_multiples(read("1,2 miliar"), "ribu").value == 1_200_000_000
    assert number_format(in_multiples(read("1.250"), "juta")) == "[$-421]#,##0,,"
