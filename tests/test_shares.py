"""Shares by the hundred, by the thousand and by one; weights; entries that a kind does not read."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import made_up
from test_rules import the_rule

from lkjip_analysis.checking.locating.rounding import holds
from lkjip_analysis.errors import InputError
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import exactly
from lkjip_analysis.report.report import Report
from lkjip_analysis.rules.binding.rulebook import bind

COUNTS = """\
    judul: Uji
    arti: Angka karangan untuk satu nisbah.
    kunci: kode
    kolom:
      kode: {tipe: kunci}
      hasil: {tipe: angka, presisi: bulat}
      bagian: {tipe: angka, presisi: eksak}
      seluruh: {tipe: angka, presisi: eksak}
      cadangan: {tipe: angka, presisi: eksak, strip: kosong, boleh_tiada: ya}
    """


def counts(base: Path, rows: str, rule: str) -> Report:
    laporan = f"    tabel:\n      uji: {{label: Tabel 1}}\n    aturan:\n      - {rule}\n"
    texts = {"uji": f"kode,hasil,bagian,seluruh,cadangan\n{rows}\n"}
    return made_up(base, laporan, texts, {"uji": COUNTS})


RESULT = "hasil: 'uji[a].hasil'"
SHARE = f"{{nama: n, jenis: rasio, {RESULT}, pembilang: 'uji[a].bagian', penyebut: 'uji[a].seluruh'"


@pytest.mark.parametrize(
    ("printed", "more", "is_right"),
    [
        # 214 of 13.570: 1,58 in a hundred, 15,77 in a thousand, 0,02 each.
        ("1,58", "", True),
        ("15,77", ", pengali: 1000", True),
        ("0,02", ", pengali: 1", True),
        ("15,77", "", False),
        ("1,58", ", pengali: 1000", False),
        ("1,00", ", maksimum: 1", True),
        ("1,58", ", maksimum: 1", False),
    ],
)
def test_a_share_is_by_the_hundred_unless_its_rule_says_otherwise(
    printed: str, more: str, is_right: bool, tmp_path: Path
) -> None:
    report = counts(tmp_path, f'a,"{printed}",214,13.570,-', f"{SHARE}{more}}}")
    rule, values = the_rule(report)
    assert holds(rule, values) == is_right


def test_the_total_row_of_a_column_of_shares_is_100(tmp_path: Path) -> None:
    rule = SHARE.replace("uji[a].bagian", "uji[a].seluruh") + "}"
    found, values = the_rule(counts(tmp_path, 'a,"100,00",1,500,-', rule))
    assert found.implied(found.result, values) == exactly(100)


def test_a_difference_may_weigh_what_it_takes_away(tmp_path: Path) -> None:
    # The efficiency score of the ministry of finance: 50 + 2,5 x 7.
    taken = "dari: 50, kurang: 'uji[a].bagian', bobot: [-2.5]"
    rule = f"{{nama: n, jenis: selisih, {RESULT}, {taken}}}"
    found, values = the_rule(counts(tmp_path, 'a,"67,50",7,1,-', rule))
    assert found.implied(found.result, values) == exactly(Fraction("67.5"))


@pytest.mark.parametrize("weights", ["", ", bobot: [25]"])
def test_a_total_of_parts_without_data_says_nothing(weights: str, tmp_path: Path) -> None:
    rule = f"{{nama: n, jenis: jumlah, hasil: 'uji[a].bagian', bagian: 'uji[a].cadangan'{weights}}}"
    assert bind(counts(tmp_path, "a,1,15,1,-", rule)) == ()


def test_an_entry_that_a_kind_of_rule_does_not_read_is_refused(tmp_path: Path) -> None:
    # Passed over in silence, the share would be reckoned by the hundred and a right figure accused.
    rule = "{nama: n, jenis: sama, hasil: 'uji[a].bagian', sumber: 'uji[a].seluruh', pengali: 1000}"
    with pytest.raises(InputError) as refused:
        bind(counts(tmp_path, "a,1,15,15,-", rule))
    (problem,) = refused.value.problems
    assert problem.found == 'rule n: "pengali" in a rule of kind sama'
    assert problem.allowed == "hasil, sumber"
