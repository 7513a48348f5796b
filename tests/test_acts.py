"""What one person does to many cells at once is named as that, and accuses nothing right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from folders import made_up

from lkjip_analysis.checking.acts import acts_that_explain, amounts_moved
from lkjip_analysis.checking.acts.act_trial import Trials
from lkjip_analysis.checking.findings.finding import Finding, Remedy
from lkjip_analysis.checking.locating.smallest_repairs import Search
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.rules import Rule

REPORT = "tabel:\n  t: {tipe: rekap, label: Tabel 1, transkripsi: ganda}\n"
SCHEMA = """\
judul: Rekap
arti: rincian
kunci: kode
nama_baris: kode
total: [jumlah]
kolom:
  kode: {tipe: kunci, judul: Kode, arti: kode}
"""


def wrong(base: Path, columns: str, rules: str, rows: str, unit: str = "") -> list[Finding]:
    """What is wrong in one table of whole figures; shares are printed with two decimals."""
    kinds = "".join(
        f"  {name}: {{tipe: angka, judul: {name.title()}, boleh_tiada: ya, satuan: '{unit}', "
        f"presisi: {'bulat' if name in ('porsi', 'naik', 'beda') else 'eksak'}}}\n"
        for name in columns.split()
    )
    told = "".join(
        f"  - {{nama: k{n}, {one}, dasar: tercetak, sebab: hubungan}}\n"
        for n, one in enumerate(rules.splitlines())
    )
    csv = "\n".join([",".join(["kode", *columns.split()]), *rows.split()]) + "\n"
    types = {"rekap": f"{SCHEMA}{kinds}aturan:\n{told}"}
    return [f for f in verify(made_up(base, REPORT, {"t": csv}, types)).findings if f.is_wrong]


def act(findings: list[Finding], words: str) -> Remedy:
    """The act of these words, which every one of the findings names."""
    named = [[r for r in finding.remedies if words in r.act] for finding in findings]
    assert named and all(named), [finding.message for finding in findings]
    assert all(words in finding.message for finding in findings)
    return named[0][0]


def prints(remedy: Remedy) -> dict[str, str | None]:
    return {str(part.cell.address).removeprefix("t"): part.text for part in remedy.cells}


COLUMNS = "pagu pakai sisa porsi"
RULES = """\
jenis: bertingkat, kolom: [pagu, pakai, sisa]
jenis: selisih, baris: "*", hasil: .sisa, dari: .pagu, kurang: .pakai
jenis: rasio, baris: "*", hasil: .porsi, pembilang: .pakai, penyebut: .pagu"""
A, B = 'a,8000,5000,3000,"62,50"', 'b,4000,3200,800,"80,00"'
C, TOTAL = 'c,2500,2000,500,"80,00"', 'jumlah,14500,10200,4300,"70,34"'


def test_inputs_of_two_rows_exchanged_are_one_act(tmp_path: Path) -> None:
    # The sums stay; what is left and the share of both rows miss. The inputs belong the other way.
    rows = f'a,4000,3200,3000,"62,50" b,8000,5000,800,"80,00" {C} {TOTAL}'
    remedy = act(wrong(tmp_path, COLUMNS, RULES, rows), 'baris "a" dan "b" tertukar pada kolom')
    assert prints(remedy) == {
        "[a].pagu": "8.000", "[b].pagu": "4.000", "[a].pakai": "5.000", "[b].pakai": "3.200",
    }  # fmt: skip


def test_rows_exchanged_with_their_sums_while_a_rate_was_left_are_one_act(tmp_path: Path) -> None:
    # Target and quarters of a and b stand in each other's row, and the years were summed again.
    # Their shares were not: 6.205 of 8.000 are 77,56 percent, 2.486 of 4.000 are 62,15.
    rules = """\
jenis: jumlah, baris: "*|jumlah", hasil: .tahun, bagian: [.i, .ii, .iii, .iv]
jenis: rasio, baris: "*|jumlah", hasil: .porsi, pembilang: .tahun, penyebut: .pagu
jenis: bertingkat, kolom: [pagu, i, ii, iii, iv, tahun]"""
    rows = """\
a,4000,411,522,733,820,2486,"77,56"
b,8000,1230,1544,1621,1810,6205,"62,15"
c,2500,300,410,520,610,1840,"73,60"
jumlah,14500,1941,2476,2874,3240,10531,"72,63\""""
    findings = wrong(tmp_path, "pagu i ii iii iv tahun porsi", rules, rows)
    remedy = act(findings, 'baris "a" dan "b" tertukar pada kolom "Pagu", "I"')
    assert prints(remedy) == {
        "[a].pagu": "8.000", "[a].i": "1.230", "[a].ii": "1.544", "[a].iii": "1.621",
        "[a].iv": "1.810", "[b].pagu": "4.000", "[b].i": "411", "[b].ii": "522",
        "[b].iii": "733", "[b].iv": "820",
    }  # fmt: skip
    assert {str(part.cell.address) for part in remedy.follows} == {"t[a].tahun", "t[b].tahun"}


def test_copies_of_a_column_that_all_lost_their_comma_are_one_act(tmp_path: Path) -> None:
    # 62,50 is printed again as 6.250, and so on: none of the copies was rounded to a whole.
    rules = f"{RULES}\njenis: sama, baris: '*|jumlah', hasil: .naik, sumber: .porsi"
    rows = [f"{row},{copy}" for row, copy in zip(
        (A, B, C, TOTAL), ("6.250", "8.000", "8.000", "7.034"), strict=True)]  # fmt: skip
    remedy = act(wrong(tmp_path, f"{COLUMNS} naik", rules, " ".join(rows)), "dalam satuan lain")
    assert prints(remedy) == {
        "[a].naik": "62,50", "[b].naik": "80", "[c].naik": "80", "[jumlah].naik": "70,34",
    }  # fmt: skip


def test_an_amount_in_the_row_below_is_one_act(tmp_path: Path) -> None:
    # 700 of b stand in a: 5.000 became 5.700, 3.200 became 2.500; the total is as it was.
    rows = f'a,8000,5700,3000,"62,50" b,4000,2500,800,"80,00" {C} {TOTAL}'
    remedy = act(wrong(tmp_path, COLUMNS, RULES, rows), "satu jumlah (700) berpindah")
    assert prints(remedy) == {"[a].pakai": "5.000", "[b].pakai": "3.200"}


def test_two_slips_that_look_like_an_amount_moved_keep_their_own_repairs(tmp_path: Path) -> None:
    """The counter-example: what is left of a and b is misprinted alike, and nothing was moved."""
    rows = f'a,8000,5000,2300,"62,50" b,4000,3200,1500,"80,00" {C} {TOTAL}'
    findings = wrong(tmp_path, COLUMNS, RULES, rows)
    assert not [f for f in findings if f.verdict == "terbukti"]
    alone = {str(p.cell.address) for f in findings for r in f.remedies for p in r.cells}
    assert {"t[a].sisa", "t[b].sisa"} <= alone


def test_a_column_in_thousands_beside_its_total_is_one_act(tmp_path: Path) -> None:
    rules = RULES.replace(", sisa]", "]").splitlines()
    rows = 'a,8000,5,"62,50" b,4000,3,"80,00" c,2500,2,"80,00" jumlah,14500,10200,"70,34"'
    findings = wrong(tmp_path, "pagu pakai porsi", "\n".join([rules[0], rules[2]]), rows)
    remedy = act(findings, 'kolom "Pakai" pada baris "a", "b" dan "c" tercetak dalam satuan lain')
    bounds = {str(p.cell.address): p.prints for p in remedy.cells}
    # 3 thousand is anything from 2.500 to 3.500.
    there = bounds["t[b].pakai"]
    assert there is not None and (there.low, there.high) == (2500, 3500)
    assert not [f for f in findings if f.verdict == "terbukti"]


QUARTERS = "satu dua tiga jml"
ACROSS = """\
jenis: bertingkat, kolom: [satu, dua, tiga, jml]
jenis: jumlah, baris: "*", hasil: .jml, bagian: [.satu, .dua, .tiga]"""


def test_two_columns_exchanged_in_all_rows_are_one_act(tmp_path: Path) -> None:
    # Only the totals of both columns tell: 1.250 and 815.
    rows = "a,300,510,40,850 b,415,600,55,1070 c,100,140,70,310 jumlah,1250,815,165,2230"
    remedy = act(wrong(tmp_path, QUARTERS, ACROSS, rows), 'kolom "Satu" dan "Dua" tertukar')
    assert prints(remedy)["[a].satu"] == "510" and len(remedy.cells) == 6


def test_an_amount_in_the_next_quarter_is_one_act(tmp_path: Path) -> None:
    # 90 of row b stand in the second quarter.
    rows = "a,510,300,40,850 b,510,505,55,1070 c,140,100,70,310 jumlah,1250,815,165,2230"
    remedy = act(wrong(tmp_path, QUARTERS, ACROSS, rows), "satu jumlah (90) berpindah")
    assert {cell[-4:] for cell in prints(remedy)} == {"satu", ".dua"}


GROWING = "lalu kini naik"
GROWTH = """\
jenis: bertingkat, kolom: [lalu, kini]
jenis: pertumbuhan, baris: "*", hasil: .naik, sekarang: .kini, sebelum: .lalu"""


def test_last_years_column_left_in_is_one_act(tmp_path: Path) -> None:
    # 1.257, 1.603 and 923 stood there: the growth of each row tells them, and the total of all.
    rows = 'a,1100,1100,"14,27" b,2100,2100,"-23,67" c,770,770,"19,87" jumlah,3970,3783,"-4,71"'
    remedy = act(wrong(tmp_path, GROWING, GROWTH, rows), 'kolom "Kini" memuat angka kolom "Lalu"')
    assert prints(remedy) == {"[a].kini": "1.257", "[b].kini": "1.603", "[c].kini": "923"}


def test_a_block_pasted_one_row_down_is_one_act(tmp_path: Path) -> None:
    # 1.257, 1.603, 923 and 511 stood there; from b on each shows the figure above it.
    rows = (
        'a,1100,1257,"14,27" b,2100,1257,"-23,67" c,770,1603,"19,87" d,410,923,"24,63" '
        'jumlah,4380,4294,"-1,96"'
    )
    words = 'kolom "Kini" bergeser satu baris ke bawah'
    remedy = act(wrong(tmp_path, GROWING, GROWTH, rows), words)
    assert prints(remedy) == {"[b].kini": "1.603", "[c].kini": "923", "[d].kini": "511"}


@pytest.mark.parametrize(
    ("total", "words"),
    [("12000", "tanpa bagian terakhirnya: 2500"), ("18500", "terhitung dua kali: 4000")],
)
def test_a_sum_over_a_wrong_range_says_so(tmp_path: Path, total: str, words: str) -> None:
    rows = f"a,8000 b,4000 c,2500 jumlah,{total}"
    (finding,) = wrong(tmp_path, "pagu", "jenis: bertingkat, kolom: [pagu]", rows)
    assert words in finding.message


def test_results_left_old_are_told_beside_the_figure_that_is_newer(tmp_path: Path) -> None:
    # b spent 3.300 in the end; what is left, its share and the total are from before.
    rows = f'{A} b,4000,3300,800,"80,00" {C} {TOTAL}'
    findings = wrong(tmp_path, COLUMNS, RULES, rows)
    assert not [f for f in findings if f.verdict == "terbukti"]
    remedy = act(findings, "diperbarui kemudian")
    told = prints(remedy)
    assert told["[b].sisa"] == "700" and told["[b].porsi"] == "82,50"


def test_a_column_brought_up_to_date_is_told_of_all_that_was_left_old(tmp_path: Path) -> None:
    # 1.000, 400 and 600 came to the budgets and 2.000 to their total; no rest and no share follows.
    rows = (
        'a,9000,5000,3000,"62,50" b,4400,3200,800,"80,00" c,3100,2000,500,"80,00" '
        'jumlah,16500,10200,4300,"70,34"'
    )
    of_total = RULES.replace('"*"', "jumlah").partition("\n")[2]
    findings = wrong(tmp_path, COLUMNS, f"{RULES}\n{of_total}", rows)
    assert len(findings) > 1 and all(finding.verdict == "ambigu" for finding in findings)
    assert prints(act(findings, "belum dihitung ulang")) == {
        "[a].sisa": "4.000", "[a].porsi": "55,56", "[b].sisa": "1.200", "[b].porsi": "72,73",
        "[c].sisa": "1.100", "[c].porsi": "64,52", "[jumlah].sisa": "6.300",
        "[jumlah].porsi": "61,82",
    }  # fmt: skip


def test_a_column_sorted_by_itself_is_told_as_one_act(tmp_path: Path) -> None:
    # dua was 700, 900, 300, 950 and is sorted: its sum stays and three rows miss.
    rows = "a,110,300,250,1060 b,420,700,130,1450 c,360,900,540,1200 d,180,950,260,1390"
    findings = wrong(tmp_path, QUARTERS, ACROSS, f"{rows} jumlah,1070,2850,1180,5100")
    remedy = act(findings, 'kolom "Dua" terisi keliru')
    assert prints(remedy) == {"[a].dua": "700", "[b].dua": "900", "[c].dua": "300"}
    assert all(finding.verdict == "ambigu" for finding in findings)


def test_a_row_of_an_earlier_state_is_told_as_one_act(tmp_path: Path) -> None:
    # Of the first quarter 90 and its share are of an earlier state; what came together is newer.
    rules = """\
jenis: jumlah, hasil: "[a].kumulatif", bagian: ["[a].isi"]
jenis: jumlah, hasil: "[b].kumulatif", bagian: ["[a].kumulatif", "[b].isi"]
jenis: rasio, baris: "*", hasil: .porsi, pembilang: .kumulatif, penyebut: .pagu"""
    rows = 'a,90,100,1000,"9,00" b,200,300,1000,"30,00"'
    (finding,) = wrong(tmp_path, "isi kumulatif pagu porsi", rules, rows)
    told = [one for one in finding.remedies if 'baris "a" terisi keliru' in one.act]
    assert {"[a].isi": "100", "[a].porsi": None} in [prints(one) for one in told]
    (share,) = {part.prints for part in told[1].cells if part.cell.address.column == "porsi"}
    assert share is not None and share.contains(10) and finding.verdict == "ambigu"


def test_a_column_in_thousands_beside_its_shares_is_told_with_prints_that_fit(
    tmp_path: Path,
) -> None:
    # 1.823, 7.422 and 8.608 are rounded to thousands with their total 17.853; the shares are not.
    rules = """\
jenis: bertingkat, kolom: [banyak]
jenis: rasio, baris: "*", hasil: .porsi, pembilang: .banyak, penyebut: "[jumlah].banyak\""""
    rows = 'a,2,"10,21" b,7,"41,57" c,9,"48,22" jumlah,18,'
    findings = wrong(tmp_path, "banyak porsi", rules, rows)
    remedy = act(findings, 'kolom "Banyak" tercetak dalam satuan lain')
    for part, truth in zip(remedy.cells, (1_823, 7_422, 8_608, 17_853), strict=True):
        assert part.prints is not None and part.prints.contains(truth)


def test_inputs_sorted_apart_from_what_was_reckoned_are_one_act(tmp_path: Path) -> None:
    # Sorted by pagu the inputs of a, b, c came to stand as b, c, a; what was left stays in order.
    rows = (
        'a,4000,3200,3000,"62,50" b,2500,1900,800,"80,00" c,8000,5000,600,"76,00" '
        'jumlah,14500,10100,4400,"69,66"'
    )
    words = 'kolom "Pagu" dan "Pakai" tersusun dalam urutan lain pada baris "a", "b" dan "c"'
    remedy = act(wrong(tmp_path, COLUMNS, RULES, rows), words)
    assert prints(remedy) == {
        "[a].pagu": "8.000", "[a].pakai": "5.000", "[b].pagu": "4.000", "[b].pakai": "3.200",
        "[c].pagu": "2.500", "[c].pakai": "1.900",
    }  # fmt: skip


HALVES = """\
jenis: bertingkat, kolom: [satu, dua, jml]
jenis: jumlah, hasil: "[a].jml", bagian: ["[a].satu", "[a].dua"]
jenis: jumlah, hasil: "[b].jml", bagian: ["[b].satu", "[b].dua"]
jenis: jumlah, hasil: "[c].jml", bagian: ["[c].satu", "[c].dua"]
jenis: jumlah, hasil: "[d].jml", bagian: ["[d].satu", "[d].dua"]
jenis: jumlah, hasil: "[jumlah].jml", bagian: ["[jumlah].satu", "[jumlah].dua"]"""


def test_a_figure_filled_down_over_others_tells_only_what_they_came_to(tmp_path: Path) -> None:
    # 900 stands in b, c and d, their own sums follow; of the 1.350 in all 900 are a's and b's: the
    # total was 200 + 900 + 150 + 100, so that c and d together were 250, each of them 0 to 250.
    rows = "a,200,10,210 b,900,20,920 c,900,30,930 d,900,40,940 jumlah,1350,100,1450"
    remedy = act(wrong(tmp_path, "satu dua jml", HALVES, rows), "tersalin ke baris")
    assert list(prints(remedy)) == ["[c].satu", "[d].satu"]
    assert all(p.prints == Interval(Fraction(0), Fraction(250)) for p in remedy.cells)
    assert not any(part.text for part in remedy.cells)


STOCK = """\
jenis: hasil_kali, baris: "*", hasil: .nilai, faktor: [.banyak, .harga]
jenis: bertingkat, kolom: [banyak, nilai]"""


def test_a_row_that_was_emptied_is_what_its_total_says_of_it(tmp_path: Path) -> None:
    # 7 x 11 = 77 and 5 x 13 = 65 leave 36 of 178 for c; how many there were at what price is open.
    rows = "a,7,11,77 b,5,13,65 c,0,0,0 jumlah,12,-,178"
    findings = wrong(tmp_path, "banyak harga nilai", STOCK, rows)
    remedy = act(findings, 'baris "c" dikosongkan, sedangkan jumlahnya tidak')
    assert prints(remedy) == {"[c].nilai": "36"}


def test_a_part_left_old_beside_results_left_old_is_told(tmp_path: Path) -> None:
    # Of a the 90 of before stands, in its sum of 95, in the sum of those and in the share of that:
    # 290 of 301 are 96,35 percent. Only the 280 is new, and the one misprint it looks like: with
    # 80 in a its sum is 85, that of all 291, and the share 280 of 291, 96,22 percent.
    rows = 'a,90,5,95,- b,200,6,206,- jumlah,280,11,301,"96,35"'
    share = (
        '\njenis: rasio, hasil: "[jumlah].porsi", pembilang: "[jumlah].satu", '
        'penyebut: "[jumlah].jml"'
    )
    rules = "\n".join(line for n, line in enumerate(HALVES.splitlines()) if n not in (3, 4))
    findings = wrong(tmp_path, "satu dua jml porsi", rules + share, rows)
    alone = [r for f in findings for r in f.remedies if len(r.cells) == 1 and not r.act]
    assert [prints(remedy) for remedy in alone] == [{"[jumlah].satu": "290"}]
    remedy = act(findings, "satu angka yang ikut dijumlahkan keliru atau usang")
    assert prints(remedy) == {
        "[a].satu": "80", "[a].jml": "85", "[jumlah].jml": "291", "[jumlah].porsi": "96,22",
    }  # fmt: skip


SHIFTED = """\
jenis: bertingkat, kolom: [murni, geser, ubah]
jenis: jumlah, hasil: "[a].ubah", bagian: ["[a].murni", "[a].geser"]
jenis: jumlah, hasil: "[b].ubah", bagian: ["[b].murni", "[b].geser"]
jenis: jumlah, hasil: "[jumlah].ubah", bagian: ["[jumlah].murni", "[jumlah].geser"]"""


def test_an_amount_taken_away_may_be_negative_where_no_other_is(tmp_path: Path) -> None:
    # 600 came to 500 and in all 1.600 to 1.900: 100 was taken from a, 400 added to b, 300 in all.
    # In the place of a the 400 of b is printed.
    rows = "a,600,400,500 b,1000,400,1400 jumlah,1600,300,1900"
    findings = wrong(tmp_path, "murni geser ubah", SHIFTED, rows, "rupiah")
    alone = [prints(r) for f in findings for r in f.remedies if not r.act]
    assert {"[a].geser": "-100"} in alone


@pytest.mark.parametrize(("most", "asked"), [(5_000, 5_016), (40_000, 12_480)])
def test_where_all_sums_fail_moved_amounts_are_looked_for_so_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, asked: int
) -> None:
    """40 sums of three rows, all wrong: 780 pairs of relations, each with 16 pairs of figures."""
    tried: list[int] = []

    def limited(search: Search, failed: Sequence[Rule]) -> Trials:
        trials = Trials(search, failed)
        trials.most = most
        return trials

    monkeypatch.setattr(acts_that_explain, "Trials", limited)
    monkeypatch.setattr(amounts_moved, "_gap", lambda *told: tried.append(1))
    parts = [[f"{group}_{part}" for part in "abc"] for group in range(40)]
    rules = "\n".join(
        f'jenis: jumlah, hasil: "[s{group}].pagu", bagian: "[{group}_*].pagu"'
        for group in range(40)
    )
    rows = [f"{part},{1000 + 7 * n}" for n, of in enumerate(parts) for part in of]
    rows += [f"s{group},{90_000 + 13 * group**2}" for group in range(40)]
    assert wrong(tmp_path, "pagu", rules, "\n".join(rows))
    assert 0 < len(tried) <= asked


SINCE_JANUARY = "i ii iii iv jml"
IN_QUARTERS = """\
jenis: bertingkat, kolom: [i, ii, iii, iv, jml]
jenis: jumlah, baris: "*|jumlah", hasil: .jml, bagian: [.i, .ii, .iii, .iv]"""


def test_a_row_told_since_january_is_one_act(tmp_path: Path) -> None:
    # a brought 10, 20, 30 and 40: 10, 30, 60 and 100 tell each quarter with those before it.
    rows = "a,10,30,60,100,100 b,5,9,5,7,26 jumlah,15,29,35,47,126"
    remedy = act(
        wrong(tmp_path, SINCE_JANUARY, IN_QUARTERS, rows), 'baris "a" memuat angka kumulatif'
    )
    assert prints(remedy) == {"[a].ii": "20", "[a].iii": "30", "[a].iv": "40"}


def test_rows_told_since_january_with_their_totals_are_one_act(tmp_path: Path) -> None:
    # The quarters of b are 5, 9, 5 and 7; the totals were reckoned from what stands above them.
    rows = "a,10,30,60,100,100 b,5,14,19,26,26 jumlah,15,44,79,126,126"
    found = wrong(tmp_path, SINCE_JANUARY, IN_QUARTERS, rows)
    remedy = act(found, 'baris "a" dan "b" memuat angka kumulatif')
    assert prints(remedy) == {
        "[a].ii": "20", "[a].iii": "30", "[a].iv": "40",
        "[b].ii": "9", "[b].iii": "5", "[b].iv": "7",
    }  # fmt: skip
    assert [part.text for part in remedy.follows] == ["29", "35", "47"]


def test_a_column_told_since_january_is_one_act(tmp_path: Path) -> None:
    # 10, 20, 30 and 40 of which each line takes in those above it; both sums are right.
    rows = "tw1,10,5,15 tw2,30,9,29 tw3,60,5,35 tw4,100,7,47 jumlah,100,26,126"
    rules = """\
jenis: bertingkat, kolom: [dana, hibah, jml]
jenis: jumlah, baris: "*|jumlah", hasil: .jml, bagian: [.dana, .hibah]"""
    found = wrong(tmp_path, "dana hibah jml", rules, rows)
    remedy = act(found, 'kolom "Dana" memuat angka kumulatif')
    assert prints(remedy) == {"[tw2].dana": "20", "[tw3].dana": "30", "[tw4].dana": "40"}


def test_a_sum_that_prints_its_last_part_is_not_always_of_such_a_row(tmp_path: Path) -> None:
    # 60, 30 and 100 do not rise: no line since January falls.
    rows = "a,10,60,30,100,100 b,5,9,5,7,26 jumlah,15,69,35,107,226"
    found = wrong(tmp_path, SINCE_JANUARY, IN_QUARTERS, rows)
    assert found and not any("kumulatif" in finding.message for finding in found)


@pytest.mark.parametrize(("out", "acts"), [(95, False), (25, True)])
def test_no_act_leaves_fewer_than_none(tmp_path: Path, out: int, acts: bool) -> None:
    # 50 + 10 - 20 = 40 and 40 + 5 - 30 = 15; with 95 that left, 35 too few would be there.
    rules = (
        'jenis: jumlah, baris: "*", hasil: .akhir, bagian: [.awal, .masuk, .keluar], '
        'bobot: ["1", "1", "-1"]\n'
        'jenis: sama, hasil: "[b].awal", sumber: "t[a].akhir"\n'
        'jenis: jumlah, hasil: "[jumlah].keluar", bagian: ["[a].keluar", "[b].keluar"]'
    )
    rows = f"a,50,10,{out},40 b,40,5,30,15 jumlah,50,15,50,15"
    findings = wrong(tmp_path, "awal masuk keluar akhir", rules, rows, "ekor")
    told = [part for f in findings for r in f.remedies for part in (*r.cells, *r.follows)]
    assert findings and not any(p.prints is not None and p.prints.high < 0 for p in told)
    assert any("belum dihitung ulang" in r.act for f in findings for r in f.remedies) is acts
