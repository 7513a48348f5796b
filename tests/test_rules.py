"""What each kind of rule says of each of its cells. Intervals are worked out by hand."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from math import inf
from pathlib import Path

import pytest
from folders import KLAIM, made_up

from lkjip_analysis.checking.locating.rounding import holds
from lkjip_analysis.errors import InputError
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import ANYTHING, NOTHING, Interval, exactly
from lkjip_analysis.numbers.metrics import Band
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import ANY_LABEL, Head, InBand, Linear, Rule, Same
from lkjip_analysis.rules.binding.rulebook import bind
from lkjip_analysis.rules.kinds.k_dari_n import CountOutOf
from lkjip_analysis.rules.kinds.kurs import SharedRate
from lkjip_analysis.rules.values import Figure, Value, Values, printed_values

# A table with one column for each way of printing; the rules of a test stand in laporan.yaml.
TYPE = """\
    judul: Uji
    arti: Angka karangan untuk satu aturan.
    kunci: kode
    kolom:
      kode: {tipe: kunci}
      cacah: {tipe: angka, presisi: eksak}
      persen: {tipe: angka, presisi: bulat}
      kelas: {tipe: kategori}
    """
SCALE = """\
    skala:
      capaian:
        sumber: Tabel 3.1
        pita:
          - {nama: Sangat Baik, lebih_dari: 100}
          - {nama: Baik, dari: 75, sampai: 100}
          - {nama: Cukup, dari: 55, sampai: 74}
          - {nama: Kurang, kurang_dari: 55}
    """


def report_of(base: Path, rows: str, rule: str, more: str = SCALE) -> Report:
    laporan = f"{more}\n    tabel:\n      uji: {{label: Tabel 1}}\n    aturan:\n      - {rule}\n"
    return made_up(base, laporan, {"uji": f"kode,cacah,persen,kelas\n{rows}\n"}, {"uji": TYPE})


def the_rule(report: Report) -> tuple[Rule, Values]:
    (rule,) = bind(report)
    return rule, Values(printed_values(report.cells()))


def between(low: str, high: str) -> Interval:
    """From `low` to `high`, each a number or a fraction of two."""
    return Interval(*(_number(text) for text in (low, high)))


def _number(text: str) -> Fraction:
    above, _, below = text.partition("/")
    return Fraction(above) / Fraction(below or "1")


def just(text: str) -> Interval:
    return between(text, text)


TOTAL = '{nama: r, jenis: jumlah, hasil: "uji[t].cacah", bagian: "uji[a*].cacah"}'
MEAN = '{nama: r, jenis: rerata, hasil: "uji[t].persen", bagian: "uji[a*].persen"}'
LESS = (
    '{nama: r, jenis: selisih, hasil: "uji[t].cacah", dari: "uji[a].cacah", kurang: "uji[b].cacah"}'
)
REST = '{nama: r, jenis: selisih, hasil: "uji[t].persen", dari: "100", kurang: "uji[a].persen"}'
WEIGHTED = (
    '{nama: r, jenis: jumlah, hasil: "uji[t].cacah", bagian: "uji[a*].cacah", bobot: [0.6, 0.4]}'
)
TWICE = '{nama: r, jenis: jumlah, hasil: "uji[t].cacah", bagian: "uji[a*].cacah", bobot: [2, 1]}'
SHARE = (
    '{nama: r, jenis: rasio, hasil: "uji[t].persen", '
    'pembilang: "uji[a].cacah", penyebut: "uji[b].cacah"}'
)
GROWTH = (
    '{nama: r, jenis: pertumbuhan, hasil: "uji[t].persen", '
    'sekarang: "uji[a].cacah", sebelum: "uji[b].cacah"}'
)
OUT_OF = '{nama: r, jenis: k_dari_n, hasil: "uji[t].persen", penyebut: "uji[b].cacah"}'
RATE = '{nama: r, jenis: kurs, pembilang: "uji[*].cacah", penyebut: "uji[*].persen"}'
PART = '{nama: r, jenis: tidak_melebihi, hasil: "uji[a].cacah", penyebut: "uji[b].cacah"}'
COUNT = '{nama: r, jenis: cacah, hasil: "uji[t].cacah", tabel: uji, terisi: kelas}'
CLASS = '{nama: r, jenis: kategori, hasil: "uji[t].kelas", nilai: "uji[t].persen", skala: capaian}'

SHARE_ROWS = 'a,50,,\nb,200,,\nt,,"25,00",'  # 50 of 200
GROWTH_ROWS = 'a,95,,\nb,153,,\nt,,"-37,91",'  # pandemic year: 95 after 153
MEAN_ROWS = 'a1,,"135,31",\na2,,"194,05",\nt,,"164,68",'
# Two rows at 20, the third at 1,4. 300 over 14,5 to 15,5 is the narrower: 600/31 to 600/29.
RATE_ROWS = "a,200,10,\nb,300,15,\nc,7,5,"

IMPLIED = [
    ("a total is the sum of its parts", TOTAL, "a1,30,,\na2,40,,\nt,71,,", "t.cacah", just("70")),
    (
        "a part is the total less the rest",
        TOTAL,
        "a1,30,,\na2,40,,\nt,71,,",
        "a1.cacah",
        just("31"),
    ),
    (
        "rounded parts leave their mean as loose",
        MEAN,
        MEAN_ROWS,
        "t.persen",
        between("164.675", "164.685"),
    ),
    (
        "a mean says twice as loosely what a part is",
        MEAN,
        MEAN_ROWS,
        "a1.persen",
        between("135.295", "135.325"),
    ),
    ("what is left is ceiling less spending", LESS, "a,100,,\nb,91,,\nt,8,,", "t.cacah", just("9")),
    ("the ceiling is spending and rest", LESS, "a,100,,\nb,91,,\nt,8,,", "a.cacah", just("99")),
    ("spending is ceiling less rest", LESS, "a,100,,\nb,91,,\nt,8,,", "b.cacah", just("92")),
    (
        "efficiency is 100 less absorption",
        REST,
        'a,,"85,60",\nt,,"14,4",',
        "t.persen",
        between("14.395", "14.405"),
    ),
    (
        "absorption is 100 less efficiency",
        REST,
        'a,,"85,60",\nt,,"14,4",',
        "a.persen",
        between("85.55", "85.65"),
    ),
    (
        "a weighted score adds its shares",
        WEIGHTED,
        "a1,80,,\na2,90,,\nt,83,,",
        "t.cacah",
        just("84"),
    ),
    (
        "a share of a weighted score is solved for",
        WEIGHTED,
        "a1,80,,\na2,90,,\nt,84,,",
        "a1.cacah",
        just("80"),
    ),
    (
        "what counts twice is half of what is left",
        TWICE,
        "a1,10,,\na2,5,,\nt,31,,",
        "a1.cacah",
        just("13"),
    ),
    (
        "a count is the number of filled rows",
        COUNT,
        "a,,,Baik\nb,,,Baik\nt,3,,",
        "t.cacah",
        just("2"),
    ),
    ("a percentage is part over whole", SHARE, SHARE_ROWS, "t.persen", just("25")),
    (
        "a part is the percentage of the whole",
        SHARE,
        SHARE_ROWS,
        "a.cacah",
        between("49.99", "50.01"),
    ),
    (
        "a whole is the part over the percentage",
        SHARE,
        SHARE_ROWS,
        "b.cacah",
        between("1000000/5001", "1000000/4999"),
    ),
    ("growth is on the previous value", GROWTH, GROWTH_ROWS, "t.persen", just("-5800/153")),
    (
        "this year is last year and its growth",
        GROWTH,
        GROWTH_ROWS,
        "a.cacah",
        between("94.99005", "95.00535"),
    ),
    (
        "last year is this year without its growth",
        GROWTH,
        GROWTH_ROWS,
        "b.cacah",
        between("95/0.62095", "95/0.62085"),
    ),
    ("no count of 260 is 43,30%", OUT_OF, 'b,260,,\nt,,"43,30",', "t.persen", NOTHING),
    ("110 of 260 is 42,31%", OUT_OF, 'b,260,,\nt,,"42,31",', "t.persen", just("11000/260")),
    ("no count of 15 is 86,70%", OUT_OF, 'b,15,,\nt,,"86,70",', "t.persen", NOTHING),
    (
        "the odd row gets the dollars of the others' rate",
        RATE,
        RATE_ROWS,
        "c.persen",
        between("203/600", "217/600"),
    ),
    (
        "any whole of one or more can be counted from",
        OUT_OF,
        'b,260,,\nt,,"43,30",',
        "b.cacah",
        Interval(1, inf),
    ),
    (
        "the odd row gets the rate of the others",
        RATE,
        RATE_ROWS,
        "c.cacah",
        between("2700/31", "3300/29"),
    ),
    ("a part may reach its whole", PART, "a,100,,\nb,10,,", "a.cacah", Interval(-inf, 10)),
    ("a whole is at least its part", PART, "a,100,,\nb,10,,", "b.cacah", Interval(100, inf)),
]


@pytest.mark.parametrize(
    ("rule", "rows", "cell", "expected"),
    [row[1:] for row in IMPLIED],
    ids=[row[0] for row in IMPLIED],
)
def test_a_rule_says_where_each_of_its_cells_must_lie(
    tmp_path: Path, rule: str, rows: str, cell: str, expected: Interval
) -> None:
    bound, values = the_rule(report_of(tmp_path, rows, rule))
    row, column = cell.split(".")

    assert bound.implied(Address("uji", row, column), values) == expected


ZERO = [
    (
        "a percentage of nothing could be anything",
        SHARE,
        'a,5,,\nb,0,,\nt,,"25,00",',
        "t.persen",
        ANYTHING,
    ),
    (
        "a percentage of nothing leaves nothing as its part",
        SHARE,
        'a,5,,\nb,0,,\nt,,"25,00",',
        "a.cacah",
        just("0"),
    ),
    (
        "0,00% of some whole leaves that whole open",
        SHARE,
        'a,5,,\nb,9,,\nt,,"0,00",',
        "b.cacah",
        ANYTHING,
    ),
    (
        "growth on nothing could be anything",
        GROWTH,
        'a,5,,\nb,0,,\nt,,"25,00",',
        "t.persen",
        ANYTHING,
    ),
    (
        "growth by -100% leaves last year open",
        GROWTH,
        'a,0,,\nb,7,,\nt,,"-100,00",',
        "b.cacah",
        ANYTHING,
    ),
    (
        "the goods of a row without dollars are worth nothing",
        RATE,
        "a,9,0,\nb,300,15,\nc,400,20,",
        "a.cacah",
        between("-400/39", "400/39"),
    ),
]


@pytest.mark.parametrize(
    ("rule", "rows", "cell", "expected"), [row[1:] for row in ZERO], ids=[row[0] for row in ZERO]
)
def test_a_denominator_that_may_be_zero_proves_nothing(
    tmp_path: Path, rule: str, rows: str, cell: str, expected: Interval
) -> None:
    bound, values = the_rule(report_of(tmp_path, rows, rule))
    row, column = cell.split(".")

    assert bound.implied(Address("uji", row, column), values) == expected


def test_a_percentage_of_nothing_is_not_tested_at_all(tmp_path: Path) -> None:
    rule, values = the_rule(report_of(tmp_path, 'a,5,,\nb,0,,\nt,,"25,00",', SHARE))

    assert rule.implied(rule.result, values) == ANYTHING


def test_a_percentage_of_no_cooperatives_at_all_could_be_anything(tmp_path: Path) -> None:
    rule, values = the_rule(report_of(tmp_path, 'b,0,,\nt,,"0,00",', OUT_OF))

    assert rule.implied(Address("uji", "t", "persen"), values) == ANYTHING


CAPAIAN = """\
    indikator:
      x: {{nama: X, arah: {arah}, presisi: {presisi}{rumus}}}
    tabel:
      capaian: {{label: Tabel 3.2}}
    """
NAIK = {"arah": "naik", "presisi": "bulat", "rumus": ""}
TURUN = {"arah": "turun", "presisi": "bulat", "rumus": ""}
PER_TARGET = {"arah": "turun", "presisi": "eksak", "rumus": ", rumus: T/R"}
CAPPED = {"arah": "naik", "presisi": "eksak", "rumus": ', maksimum: "100"'}
ROW_NAIK, ROW_TURUN = 'x,X,32,"43,30","135,31"', 'x,X,32,"4,88","184,75"'
ROW_PER_TARGET, ROW_CAPPED = 'x,X,162,186,"87,10"', 'x,X,50,60,"100,00"'

ACHIEVED = [
    ("more is better: R over T", NAIK, ROW_NAIK, "capaian", between("135.296875", "135.328125")),
    ("more is better: R from T", NAIK, ROW_NAIK, "realisasi", between("43.2976", "43.3008")),
    (
        "more is better: T from R",
        NAIK,
        ROW_NAIK,
        "target",
        between("43.295/1.35315", "43.305/1.35305"),
    ),
    (
        "less is better: (2T-R) over T",
        TURUN,
        ROW_TURUN,
        "capaian",
        between("184.734375", "184.765625"),
    ),
    ("less is better: R from T", TURUN, ROW_TURUN, "realisasi", between("4.8784", "4.8816")),
    (
        "less is better: T from R",
        TURUN,
        ROW_TURUN,
        "target",
        between("4.875/0.15255", "4.885/0.15245"),
    ),
    ("T over R", PER_TARGET, ROW_PER_TARGET, "capaian", just("16200/186")),
    (
        "T over R: R from T",
        PER_TARGET,
        ROW_PER_TARGET,
        "realisasi",
        between("162/0.87105", "162/0.87095"),
    ),
    ("T over R: T from R", PER_TARGET, ROW_PER_TARGET, "target", between("161.9967", "162.0153")),
    ("cut down to 100", CAPPED, ROW_CAPPED, "capaian", just("100")),
    (
        "cut down to 100: R is at least so much",
        CAPPED,
        ROW_CAPPED,
        "realisasi",
        Interval(Fraction("49.9975"), inf),
    ),
    (
        "cut down to 100: T is at most so much",
        CAPPED,
        ROW_CAPPED,
        "target",
        between("0", "60/0.99995"),
    ),
    ("a target of 0", NAIK, 'x,X,0,"43,30","135,31"', "capaian", ANYTHING),
]


@pytest.mark.parametrize(
    ("how", "row", "column", "expected"), [a[1:] for a in ACHIEVED], ids=[a[0] for a in ACHIEVED]
)
def test_achievement_follows_the_direction_formula_and_cap_of_its_indicator(
    tmp_path: Path, how: dict[str, str], row: str, column: str, expected: Interval
) -> None:
    table = f"kode,indikator,target,realisasi,capaian\n{row}\n"
    rule, values = the_rule(made_up(tmp_path, CAPAIAN.format(**how), {"capaian": table}))

    assert rule.implied(Address("capaian", "x", column), values) == expected


def test_a_capaian_that_is_exactly_the_most_says_only_that_it_is_reached(tmp_path: Path) -> None:
    table = f"kode,indikator,target,realisasi,capaian\n{ROW_CAPPED}\n"
    rule, values = the_rule(made_up(tmp_path, CAPAIAN.format(**CAPPED), {"capaian": table}))
    most: dict[Address, Value] = {
        Address("capaian", "x", "capaian"): Figure(exactly(100), Fraction(0), 0)
    }
    implied = rule.implied(Address("capaian", "x", "realisasi"), values.changing(most))

    assert implied == Interval(50, inf)


def test_rows_that_share_no_rate_leave_a_sound_row_nothing(tmp_path: Path) -> None:
    rule, values = the_rule(report_of(tmp_path, RATE_ROWS, RATE))

    # Without row a, row b wants about 20 and row c about 1,4: no rate fits both.
    assert rule.implied(Address("uji", "a", "cacah"), values) == NOTHING
    assert not holds(rule, values)


def test_rows_at_one_rate_agree_within_their_rounding(tmp_path: Path) -> None:
    rule, values = the_rule(report_of(tmp_path, "a,200,10,\nb,300,15,\nc,103,5,", RATE))

    # 103 over 4,5 to 5,5 is 18,7 to 22,9, which holds 20.
    assert holds(rule, values)


LABELLED = [
    ("89,88", {"baik"}),
    ("100,00", {"baik"}),
    ("100,01", {"sangat baik"}),
    ("74,00", {"cukup"}),
    ("54,99", {"kurang"}),
    ("74,50", ANY_LABEL),  # the printed scale has a hole between 74 and 75
]


@pytest.mark.parametrize(("score", "expected"), LABELLED)
def test_a_category_is_the_class_of_its_value_and_open_in_a_hole_of_the_scale(
    tmp_path: Path, score: str, expected: set[str]
) -> None:
    rule, values = the_rule(report_of(tmp_path, f't,,"{score}",Baik', CLASS))

    assert rule.implied(Address("uji", "t", "kelas"), values) == expected


SCORED = [
    ("Sangat Baik", Interval(100, inf)),
    ("BAIK", between("75", "100")),
    ("sangat  baik", Interval(100, inf)),
    ("Kurang", Interval(-inf, 55)),
    ("Istimewa", NOTHING),
]


@pytest.mark.parametrize(("name", "expected"), SCORED)
def test_a_value_lies_in_the_band_of_its_category(
    tmp_path: Path, name: str, expected: Interval
) -> None:
    rule, values = the_rule(report_of(tmp_path, f't,,"89,88",{name}', CLASS))

    assert rule.implied(Address("uji", "t", "persen"), values) == expected


def test_a_category_follows_its_value_and_no_value_follows_a_category(tmp_path: Path) -> None:
    rule, _ = the_rule(report_of(tmp_path, 't,,"89,88",Baik', CLASS))
    value, label = Address("uji", "t", "persen"), Address("uji", "t", "kelas")

    assert (rule.followers(value), rule.followers(label)) == ((label,), ())


def test_a_value_known_only_roughly_may_fall_in_two_classes() -> None:
    value, label = Address("uji", "t", "persen"), Address("uji", "t", "kelas")
    bands = (Band("Sangat Baik", 100, bawah_termasuk=False), Band("Baik", 75, 100))
    rule = InBand(Head("r", "kategori", "tafsir", ""), label, value, bands)
    rough = Figure(Interval(99, 101), Fraction(0), 0)

    assert rule.implied(label, Values({value: rough})) == {"baik", "sangat baik"}


# longer print, shorter or equal print, are they one figure?
COPIES = [
    ("117,31", "117,31", True),
    ("117,31", "117,32", False),
    ("117,31", "117,3", True),  # as in the source report, below Table 3.2
    ("117,38", "117,3", True),  # cut off
    ("117,38", "117,4", True),  # rounded
    ("117,31", "117,4", False),
    ("117,31", "117,2", False),
    ("85,60", "85,6", True),
    ("14,46", "14", True),
    ("14,56", "15", True),
    ("14,46", "16", False),
    ("-3,28", "-3,3", True),
    ("-0,80", "0", True),  # cut off
    ("0,80", "0", True),
    ("-1,20", "0", False),
    ("1,20", "0", False),
    ("0,00", "1", False),
    ("0,00", "0", True),
]


def figure(text: str) -> Figure:
    decimals = len(text.partition(",")[2])
    value = Fraction(text.replace(",", "."))
    return Figure(exactly(value), Fraction(1, 2 * 10**decimals), decimals)


def copied(longer: str, shorter: str) -> tuple[bool, bool]:
    """Is one a copy of the other, whichever of the two the rule calls the source?"""
    table, prose = Address("t", "x", "nilai"), Address("klaim", "x", "nilai")
    values = Values({table: figure(longer), prose: figure(shorter)})
    head = Head("r", "sama", "tafsir", "")
    return holds(Same(head, prose, table), values), holds(Same(head, table, prose), values)


@pytest.mark.parametrize(("longer", "shorter", "same"), COPIES)
def test_a_copy_with_fewer_decimals_may_be_rounded_or_cut_off(
    longer: str, shorter: str, same: bool
) -> None:
    assert copied(longer, shorter) == (same, same)


@pytest.mark.parametrize(
    ("longer", "shorter", "same"), [("-3,28", "-3,2", True), ("-3,31", "-3,4", False)]
)
def test_a_negative_copy_with_fewer_decimals_is_cut_off_toward_zero(
    longer: str, shorter: str, same: bool
) -> None:
    assert copied(longer, shorter) == (same, same)


def test_two_exact_amounts_are_the_same_only_to_the_digit() -> None:
    first, second = Address("a", "x", "pagu"), Address("b", "x", "pagu")
    rule = Same(Head("r", "sama", "tafsir", ""), first, second)
    ceiling, other = (Figure(exactly(n), Fraction(0), 0) for n in (1727182400, 1727182401))

    assert rule.implied(first, Values({first: ceiling, second: other})) == exactly(1727182401)
    assert not holds(rule, Values({first: ceiling, second: other}))


def test_an_exact_amount_may_be_told_in_millions_cut_off() -> None:
    table, prose = Address("ekspor", "x", "nilai"), Address("klaim", "x", "nilai")
    amount, told = (
        Figure(exactly(2679059), Fraction(0), 0),
        Figure(exactly(2600000), Fraction(50000), -5),
    )
    rule = Same(Head("r", "sama", "tafsir", ""), prose, table)

    assert holds(rule, Values({table: amount, prose: told}))
    assert not holds(
        rule, Values({table: amount, prose: Figure(exactly(2800000), Fraction(50000), -5)})
    )


def test_a_sum_counts_a_changed_part_once() -> None:
    parts = [Address("uji", row, "cacah") for row in "abc"]
    total = Address("uji", "t", "cacah")
    rule = Linear(
        Head("r", "jumlah", "tercetak", ""), {**dict.fromkeys(parts, 1), total: -1}, total
    )
    printed = Values({p: Figure(exactly(10), Fraction(0), 0) for p in (*parts, total)})
    changed = printed.changing({parts[0]: Figure(exactly(4), Fraction(0), 0)})

    assert rule.implied(total, printed) == exactly(30)
    assert rule.implied(total, changed) == exactly(24)
    assert rule.implied(parts[1], changed) == exactly(10 - 4 - 10)


def test_any_whole_leaves_a_count_open_between_0_and_100_percent() -> None:
    part, whole = Address("uji", "t", "persen"), Address("uji", "b", "cacah")
    rule = CountOutOf(Head("r", "k_dari_n", "tafsir", ""), part, whole)
    some = Figure(Interval(200, 300), Fraction(0), 0)

    assert rule.implied(part, Values({part: figure("43,30"), whole: some})) == Interval(0, 100)


# The rule book.


def test_a_mean_leaves_out_the_rows_without_data(tmp_path: Path) -> None:
    rows = 'a1,,"10,00",\na2,,n/a,\na3,,"20,00",\nt,,"15,00",'
    rule, values = the_rule(report_of(tmp_path, rows, MEAN))

    assert rule.implied(Address("uji", "t", "persen"), values) == between("14.995", "15.005")


def test_where_the_policy_says_so_a_mean_over_missing_data_is_not_tested(tmp_path: Path) -> None:
    rows = 'a1,,"10,00",\na2,,n/a,\nt,,"15,00",'
    policy = "    kebijakan: {tanpa_data: tak_teruji}\n"

    assert bind(report_of(tmp_path, rows, MEAN, policy)) == ()


def test_a_rule_of_all_rows_is_named_after_each_row(tmp_path: Path) -> None:
    rule = (
        '{nama: kelas, jenis: kategori, tabel: uji, baris: "*", '
        "hasil: .kelas, nilai: .persen, skala: capaian}"
    )
    rows = 'a,,"80,00",Baik\nb,,"60,00",Cukup\nc,,,'
    rules = bind(report_of(tmp_path, rows, rule))

    assert [rule.head.name for rule in rules] == ["laporan.kelas[a]", "laporan.kelas[b]"]


def test_a_claim_is_tied_to_the_sum_of_the_cells_it_names(tmp_path: Path) -> None:
    claims = (
        f"{KLAIM}"
        "dak,BAB II,1,DAK,Rp. 400,angka,rupiah,eksak,,,,\n"
        "apbd,BAB II,1,APBD,Rp. 600,angka,rupiah,eksak,,,,\n"
        "semua,BAB II,1,Jumlah,Rp. 900,angka,rupiah,eksak,jumlah,"
        "bagian=klaim[dak].nilai + klaim[apbd].nilai,tercetak,kedua sumber\n"
    )
    rule, values = the_rule(made_up(tmp_path, "tabel: {}\n", {"klaim": claims}))

    assert rule.implied(Address("klaim", "semua", "nilai"), values) == just("1000")
    assert (rule.head.basis, rule.head.reason) == ("tercetak", "kedua sumber")


WRONG = [
    ('{nama: r, jenis: jumlahh, hasil: "uji[t].cacah"}', "jumlahh", "jumlah"),
    ('{nama: r, jenis: sama, hasil: "ujian[t].cacah", sumber: "uji[t].cacah"}', "ujian", "uji"),
    ('{nama: r, jenis: sama, hasil: "uji[t].cacahh", sumber: "uji[t].cacah"}', "cacahh", "cacah"),
    ('{nama: r, jenis: sama, hasil: "uji[tt].cacah", sumber: "uji[t].cacah"}', '"tt"', "t"),
    ('{nama: r, jenis: jumlah, hasil: "uji[t].cacah"}', "bagian", "its cells"),
    ('{nama: r, jenis: jumlah, hasil: "uji[*].cacah", bagian: "uji[t].cacah"}', "2 cells", "one"),
    ('{nama: r, jenis: kategori, hasil: "uji[t].kelas", nilai: "uji[t].persen", skala: capaiam}',
     "capaiam", "capaian"),
    ('{nama: r, jenis: jumlah, hasil: "uji[t].cacah", bagian: "uji[a].cacah", bobot: [1, 2]}',
     "2 weights", "one weight"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "found", "nearest"), WRONG)
def test_a_rule_that_names_nothing_is_refused_with_its_line_and_what_is_nearest(
    tmp_path: Path, rule: str, found: str, nearest: str
) -> None:
    report = report_of(tmp_path, "a,1,,\nt,1,,", rule)

    with pytest.raises(InputError) as refused:
        bind(report)
    (problem,) = refused.value.problems
    assert found in problem.found
    assert nearest in f"{problem.allowed} {problem.remedy}"
    # Four lines of identity, nine of the scale and tables, then the rule.
    assert problem.file == "laporan.yaml" and problem.line and problem.line > 13


def test_two_rules_of_one_name_are_refused(tmp_path: Path) -> None:
    report = report_of(tmp_path, "a1,1,,\nt,1,,", f"{TOTAL}\n      - {TOTAL}")

    with pytest.raises(InputError, match=r"laporan\.r"):
        bind(report)


def test_another_figure_in_a_row_changes_the_rate_only_where_it_is_tried(tmp_path: Path) -> None:
    rule, values = the_rule(report_of(tmp_path, "a,100,10,\nb,200,20,\nc,300,30,", RATE))
    assert isinstance(rule, SharedRate)

    def with_exactly(column: str, number: int) -> Interval:
        tried = {Address("uji", "a", column): Figure(exactly(number), Fraction(0), 0)}
        return rule.rate(values.changing(tried))

    # 300 of 9,5..10,5 is 28,6 or more; the other rows allow no more than 300 of 29,5, 10,2.
    assert with_exactly("cacah", 300) is NOTHING
    assert with_exactly("cacah", 101) == between("600/61", "600/59")
    assert rule.rate(values) == between("600/61", "600/59")
    # 100 of exactly 10 is just 10; of exactly 20 it is 5, which the other rows do not allow.
    assert with_exactly("persen", 10) == just("10")
    assert with_exactly("persen", 20) is NOTHING
    assert rule.rate(values) == between("600/61", "600/59")


def test_rows_of_one_rate_are_told_at_the_first_and_are_computed_each_for_itself(
    tmp_path: Path,
) -> None:
    rule, _ = the_rule(report_of(tmp_path, RATE_ROWS, RATE))
    rupiah, dollars = Address("uji", "c", "cacah"), Address("uji", "c", "persen")

    assert rule.result == Address("uji", "a", "cacah")
    assert (rule.followers(rupiah), rule.followers(dollars)) == ((dollars,), (rupiah,))


@pytest.mark.parametrize("rule", [TOTAL, SHARE, OUT_OF, RATE, PART, CLASS])
def test_a_rule_of_a_report_is_never_changed_afterwards(tmp_path: Path, rule: str) -> None:
    rows = 'a,50,"10",\na2,50,"10",\nb,200,"40",\nt,100,"25",Baik'
    bound, _ = the_rule(report_of(tmp_path, rows, rule))
    for value, name in ((bound, "head"), (bound.head, "reason")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, None)


def test_a_copy_of_a_figure_is_never_turned_into_another_rule() -> None:
    rule = Same(Head("r", "sama", "tafsir", ""), Address("a", "x", "n"), Address("b", "x", "n"))
    with pytest.raises(FrozenInstanceError):
        rule.source = rule.result  # type: ignore[misc]
