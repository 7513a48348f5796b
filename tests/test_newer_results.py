"""A result that alone is of a later state: told beside the misprint, and never proven wrong."""

from __future__ import annotations

from pathlib import Path

from test_acts import act, prints, wrong

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval

RATES = """\
jenis: bertingkat, kolom: [pagu, pakai]
jenis: rasio, baris: "*", hasil: .porsi, pembilang: .pakai, penyebut: .pagu
jenis: selisih, baris: "*", hasil: .beda, dari: .porsi, kurang: .lalu"""


def test_what_a_newer_rate_rests_on_is_told_as_old(tmp_path: Path) -> None:
    # Of a 5.280 came to be spent: 66,00 percent. Its amount, the total and the difference are old.
    rows = (
        'a,8000,5000,"66,00","60,00","2,50" b,4000,3200,"80,00","70,00","10,00" '
        "jumlah,12000,8200,,,"
    )
    (finding,) = wrong(tmp_path, "pagu pakai porsi lalu beda", RATES, rows)
    words = "a - Porsi benar karena diperbarui kemudian, sedangkan angka asalnya dan turunannya"
    told = [remedy for remedy in finding.remedies if words in remedy.act]
    # 5.000 are 66,00 percent of 7.576 too: of 7.575 they would be 66,01.
    assert [prints(remedy) for remedy in told] == [
        {"[a].pakai": "5.280", "[jumlah].pakai": "8.480", "[a].beda": "6,00"},
        {"[a].pagu": "7.576", "[jumlah].pagu": "11.576", "[a].beda": "6,00"},
    ]
    assert act([finding], words) == told[0]
    assert finding.verdict == "ambigu"


def test_a_budget_that_stands_in_its_change_twice_is_among_the_repairs(tmp_path: Path) -> None:
    # 800 and 200 more are 1.000, a rise of 25,00; typed 1.000 the sum followed, 1.200: 20,00.
    rules = """\
jenis: jumlah, hasil: "[a].ubah", bagian: ["[a].murni", "[a].geser"]
jenis: pertumbuhan, baris: "*", hasil: .naik, sekarang: .ubah, sebelum: .murni"""
    (finding,) = wrong(tmp_path, "murni geser ubah naik", rules, 'a,1000,200,1200,"25,00"')
    alone = {str(r.cells[0].cell.address): r for r in finding.remedies if not r.act}
    assert set(alone) == {"t[a].naik", "t[a].geser", "t[a].murni"}
    bounds = alone["t[a].murni"].cells[0].prints
    assert bounds is not None and bounds.contains(800)
    assert bounds.low >= 799 and bounds.high <= 801
    assert [part.text for part in alone["t[a].murni"].follows] == ["1.000"]


def test_a_weight_in_a_sum_and_in_what_divides_it_is_among_the_repairs(tmp_path: Path) -> None:
    # (30 x 80 + 50 x 60) / 80 = 67,50. Typed 20 the weighted figure and both sums followed.
    rules = """\
jenis: hasil_kali, baris: "*", hasil: .kali, faktor: [.bobot, .nilai]
jenis: bertingkat, kolom: [bobot, kali]
jenis: rasio, hasil: "[jumlah].naik", pembilang: "[jumlah].kali", penyebut: "[jumlah].bobot", \
pengali: 1"""
    rows = 'a,20,80,1600, b,50,60,3000, jumlah,70,,4600,"67,50"'
    (finding,) = wrong(tmp_path, "bobot nilai kali naik", rules, rows)
    alone = {str(r.cells[0].cell.address): r for r in finding.remedies if not r.act}
    (part,) = alone["t[a].bobot"].cells
    assert part.prints == Interval(Fraction(30), Fraction(30))
    follows = {str(one.cell.address): one.text for one in alone["t[a].bobot"].follows}
    assert follows == {"t[a].kali": "2.400", "t[jumlah].bobot": "80", "t[jumlah].kali": "5.400"}


def test_a_mean_beside_figures_that_fail_elsewhere_is_not_proven_wrong(tmp_path: Path) -> None:
    """The right mean is 89,25: 800 and 985 were spent in the end, 80,00 and 98,50 percent.

    950, 1.035 and their shares are old, and so is the copy 99,25: one digit off by chance.
    """
    rules = """\
jenis: rasio, baris: "1.*", hasil: .porsi, pembilang: .pakai, penyebut: .pagu
jenis: pertumbuhan, baris: "1.*", hasil: .naik, sekarang: .pakai, sebelum: .lalu
jenis: rerata, hasil: "[rerata].porsi", bagian: "[1.*].porsi"
jenis: sama, hasil: "[rerata].beda", sumber: "[rerata].porsi\""""
    rows = (
        '1.1,1000,950,600,"95,00","33,33", 1.2,1000,1035,900,"103,50","9,44", '
        'rerata,,,,"89,25",,"99,25"'
    )
    columns = "pagu pakai lalu porsi naik beda"
    findings = wrong(tmp_path / "old", columns, rules, rows)
    assert len(findings) == 3 and not [f for f in findings if f.verdict == "terbukti"]
    sound = rows.replace("33,33", "58,33").replace("9,44", "15,00")  # of 950 and 1.035
    (finding,) = wrong(tmp_path / "slip", columns, rules, sound)
    assert finding.verdict == "terbukti" and finding.remedies[0].cells[0].text == "99,25"
