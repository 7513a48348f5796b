"""Which rounding explains a printed figure, and that an exact count has none."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from pathlib import Path

import pytest
from folders import made_up
from proposals import told

from lkjip_analysis.checking.locating.allowed_prints import allowed, on_grid
from lkjip_analysis.checking.locating.rounding import (
    Rounding,
    explain,
    fits,
    holds,
    readings,
    tolerable,
)
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import NOTHING, Interval, exactly
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import ANY_LABEL, Head, Implied, Linear, Rule, Same
from lkjip_analysis.rules.binding.rulebook import bind
from lkjip_analysis.rules.values import Figure, Value, Values, printed_values

TOTAL = Address("t", "jumlah", "nilai")


def rounded(text: str) -> Figure:
    decimals = len(text.partition(",")[2])
    value = Fraction(text.replace(",", "."))
    return Figure(exactly(value), Fraction(1, 2 * 10**decimals), decimals)


def exact(number: int) -> Figure:
    return Figure(exactly(number), Fraction(0), 0)


def addition(parts: Sequence[Figure], total: Figure) -> tuple[Rule, Values]:
    cells: dict[Address, Value] = {Address("t", str(i), "nilai"): p for i, p in enumerate(parts)}
    rule = Linear(
        Head("r", "jumlah", "tercetak", ""), {**dict.fromkeys(cells, 1), TOTAL: -1}, TOTAL
    )
    return rule, Values({**cells, TOTAL: total})


def budget(base: Path, pagu: str, realisasi: str, serapan: str) -> tuple[Rule, Values]:
    """The rule behind the % column of one printed budget row."""
    laporan = "tabel:\n  anggaran: {label: Tabel 3.8}\n"
    row = f'p,1,Program,{pagu},{realisasi},"{serapan}"\njumlah,,JUMLAH,{pagu},{realisasi},'
    table = f"kode,sasaran,program,pagu,realisasi,serapan\n{row}\n"
    report = made_up(base, laporan, {"anggaran": table})
    rule = next(rule for rule in bind(report) if rule.head.name == "anggaran.serapan[p]")
    return rule, Values(printed_values(report.cells()))


# whole, part, printed percentage, the rounding that explains it (None: it is half-up)
PERCENTAGES = [
    ("2.942.679", "2.645.059", "89,89", None),  # 89,88609
    ("2.942.679", "2.645.059", "89,88", "potong"),
    ("1.727.182.400", "150.774.189", "8,73", None),  # 8,72949
    ("1.727.182.400", "150.774.189", "8,72", "potong"),
    ("1.006.182.400", "861.084.520", "85,58", None),  # 85,57937
    ("1.006.182.400", "861.084.520", "85,60", "satu desimal"),
    ("15", "13", "86,67", None),  # 86,66667
    ("15", "13", "86,66", "potong"),
    ("15", "13", "86,70", "satu desimal"),
    ("320.000.000", "299.522.100", "93,60", None),  # 93,60066
    ("320.000.000", "299.522.100", "93,61", "digit terakhir"),
    ("320.000.000", "299.522.100", "93,59", "digit terakhir"),
    ("1.000.000.000", "97.462.000", "9,8", "dua kali"),  # 9,7462 by way of 9,75
    ("1.000.000.000", "97.500.000", "9,8", None),
]


@pytest.mark.parametrize(("whole", "part", "percent", "mode"), PERCENTAGES)
def test_the_rounding_behind_a_printed_percentage_is_named(
    tmp_path: Path, whole: str, part: str, percent: str, mode: str | None
) -> None:
    rule, values = budget(tmp_path, whole, part, percent)

    assert holds(rule, values) is (mode is None)
    if mode:
        assert explain(rule, values) == Rounding(Address("anggaran", "p", "serapan"), mode)


WRONG_PERCENTAGES = [
    ("2.942.679", "2.645.059", "89,98"),
    ("1.006.182.400", "861.084.520", "85,70"),
    ("15.000", "13.000", "86,80"),  # of 15 rupiah half a rupiah is 3 percent
    ("15.000", "13.000", "86,64"),
    ("320.000.000", "299.522.100", "93,63"),
    ("1.000.000.000", "97.440.000", "9,8"),  # 9,744 is 9,74 and 9,7 however it is rounded
]


@pytest.mark.parametrize(("whole", "part", "percent"), WRONG_PERCENTAGES)
def test_no_rounding_explains_a_wrong_percentage(
    tmp_path: Path, whole: str, part: str, percent: str
) -> None:
    rule, values = budget(tmp_path, whole, part, percent)

    assert explain(rule, values) is None
    assert not tolerable(rule, values)


def test_an_exact_count_is_never_rounded() -> None:
    rule, values = addition([exact(30), exact(40)], exact(71))

    assert list(readings(exact(71))) == []
    assert explain(rule, values) is None


def test_a_category_is_never_rounded() -> None:
    assert list(readings(frozenset({"baik"}))) == []


def test_the_part_of_a_total_that_was_cut_off_is_named() -> None:
    # 30,25 rounded is at most 30,255; only if it was cut off can it be 30,258.
    total = Figure(exactly(Fraction("70.258")), Fraction(0), 3)
    rule, values = addition([rounded("30,25"), exact(40)], total)

    assert not holds(rule, values)
    assert explain(rule, values) == Rounding(Address("t", "0", "nilai"), "potong")


def test_all_figures_of_a_sum_may_be_cut_off_alike() -> None:
    # Six parts of 1,1184 print 1,11; their sum 6,7104 prints 6,71, which is 0,05 more than 6,66.
    rule, values = addition([rounded("1,11")] * 6, rounded("6,71"))
    more = addition([rounded("1,11")] * 6, rounded("6,75"))

    assert explain(rule, values) == Rounding(TOTAL, "semua seragam")
    assert explain(*more) is None


def test_a_long_sum_of_counts_is_not_excused_by_rounding() -> None:
    rule, values = addition([exact(10)] * 20, exact(201))

    assert explain(rule, values) is None


def test_a_figure_of_two_digits_off_by_one_is_wrong_not_rounded() -> None:
    rule, values = addition([exact(30), exact(51)], rounded("79"))

    assert explain(rule, values) is None


@pytest.mark.parametrize(("part", "is_told"), [
    ("376", False),
    ("376,6", True),  # 377, and one more
    ("379,4", True),
    ("380", False),
])  # fmt: skip
def test_a_figure_off_by_two_does_not_meet_its_neighbour_halfway(part: str, is_told: bool) -> None:
    found = explain(*addition([rounded(part)], rounded("378")))
    assert found == (Rounding(TOTAL, "digit terakhir") if is_told else None)


def test_cutting_off_never_changes_a_whole_number() -> None:
    rule, values = addition([exact(30), exact(50)], rounded("79"))

    assert explain(rule, values) is None


# print, the true values each unusual rounding allows
READINGS = [
    ("89,88", {"potong": ("89.88", "89.89"), "digit terakhir": ("89.865", "89.895")}),
    ("-3,28", {"potong": ("-3.29", "-3.28"), "digit terakhir": ("-3.295", "-3.265")}),
    (
        "86,70",
        {
            "potong": ("86.70", "86.71"),
            "satu desimal": ("86.65", "86.75"),
            "digit terakhir": ("86.685", "86.715"),
        },
    ),
    # Too short to be off by one in its last digit: 0,7845 by way of 0,785 is 0,79.
    ("0,79", {"potong": ("0.79", "0.80"), "dua kali": ("0.7845", "0.795")}),
    ("-0,79", {"potong": ("-0.80", "-0.79"), "dua kali": ("-0.795", "-0.7845")}),
    # A zero before the mark was not added.
    ("70", {"potong": ("70", "71"), "dua kali": ("69.45", "70.5")}),
]


@pytest.mark.parametrize(("text", "expected"), READINGS)
def test_each_rounding_allows_its_own_true_values(
    text: str, expected: dict[str, tuple[str, str]]
) -> None:
    found = {mode: figure.interval for mode, figure in readings(rounded(text))}

    assert found == {m: Interval(Fraction(a), Fraction(b)) for m, (a, b) in expected.items()}


FITS = [
    (rounded("43,30"), Interval(Fraction("43.305"), Fraction("43.4")), True),
    (rounded("43,30"), Interval(Fraction("43.306"), Fraction("43.4")), False),
    (rounded("43,30"), NOTHING, False),
    (frozenset({"baik"}), frozenset({"baik", "cukup"}), True),
    (frozenset({"baik"}), frozenset({"cukup"}), False),
    (frozenset({"baik"}), ANY_LABEL, True),
]


@pytest.mark.parametrize(("value", "implied", "expected"), FITS)
def test_a_value_fits_where_it_and_the_rule_meet(
    value: Value, implied: Implied, expected: bool
) -> None:
    assert fits(value, implied) is expected


def test_the_prints_a_rule_allows_are_as_loose_as_the_print_itself() -> None:
    rule, values = addition([exact(30), exact(40)], rounded("71,0"))

    assert allowed(rule, TOTAL, values) == Interval(Fraction("69.95"), Fraction("70.05"))
    # By any rounding: 1,5 units of the last digit.
    assert allowed(rule, TOTAL, values, strictly=False) == Interval(
        Fraction("69.85"), Fraction("70.15")
    )


GRID = [
    (("164.675", "164.685"), "165,68", ("164.68", "164.68")),
    (("164.671", "164.679"), "165,68", None),  # between two prints
    (("0.1", "2.9"), "7", ("1", "2")),
    (("-2.9", "2.9"), "7,5", ("-2.9", "2.9")),
]


@pytest.mark.parametrize(("texts", "like", "expected"), GRID)
def test_a_repair_must_be_printable_with_the_decimals_of_the_print(
    texts: tuple[str, str], like: str, expected: tuple[str, str] | None
) -> None:
    found = on_grid(Interval(*map(Fraction, texts)), rounded(like))

    assert found == (Interval(*map(Fraction, expected)) if expected else NOTHING)


def test_a_count_is_not_repaired_to_less_than_nothing() -> None:
    assert on_grid(Interval(-5, 5), exact(7)) == Interval(0, 5)
    assert on_grid(Interval(-5, -1), exact(7)) == NOTHING
    assert on_grid(Interval(-5, -1), exact(-7)) == Interval(-5, -1)


def test_the_prints_that_some_rounding_allows_are_those_of_every_rounded_part() -> None:
    # 1,50 may stand for 1,45 to 1,55, and 2,25 for 2,235 to 2,265: only the first moves more.
    rule, values = addition([rounded("1,50"), rounded("2,25")], rounded("3,70"))

    # 3,75 with 0,05 of the first, 0,005 of the second and 0,005 of the total itself.
    assert allowed(rule, TOTAL, values, strictly=False) == Interval(
        Fraction("3.69"), Fraction("3.81")
    )


@pytest.mark.parametrize(("total", "agrees"), [("54", False), ("53", True), ("52", True)])
def test_figures_cut_off_do_not_agree_where_they_only_touch(total: str, agrees: bool) -> None:
    """Four figures cut off, together 49, stood for less than 49 + 4: rounded 53, never 54."""
    rule, values = addition([rounded(text) for text in ("9", "19", "8", "13")], rounded(total))
    assert tolerable(rule, values) is agrees


def test_shares_cut_off_beside_a_total_that_is_rounded_are_no_error() -> None:
    """Cut off they are 100,03 together and stand for less than 100,07: 100,068 rounded is that."""
    shares = [rounded(text) for text in ("25,03", "15,03", "10,03", "49,94")]
    rule, values = addition(shares, rounded("100,07"))

    assert explain(rule, values) == Rounding(TOTAL, "semua seragam")
    assert explain(*addition(shares, rounded("100,08"))) is None


def test_a_copy_of_what_may_be_any_figure_up_to_some_point_was_not_cut_off() -> None:
    # Under repair what was raised to a least figure may have been anything below it.
    one, other = Address("t", "a", "nilai"), Address("t", "a", "ulang")
    printed = rounded("40,00")
    copies = Same(Head("ulang", "sama", "tercetak", "salinan"), other, one)
    values = Values({one: printed, other: printed})
    state = values.changing({one: printed.printing(Interval(-inf, 50))})
    assert explain(copies, values) is None and explain(copies, state) is None


def test_a_figure_beside_a_wrong_one_is_not_called_rounded_oddly(tmp_path: Path) -> None:
    """450 of 2.000 are 22,50 percent, printed 23,40: the total of 100 is no 100,90 cut off."""
    rows = [
        ("Hotel", "400", "20,00"),
        ("Restoran", "450", "23,40"),
        ("Hiburan", "110", "5,50"),
        ("Reklame", "240", "12,00"),
        ("Parkir", "800", "40,00"),
        ("Jumlah", "2.000", "100"),
    ]
    head = "Tabel 3.1 Pajak Tahun 2022\n\n| Pajak | Jumlah | Kontribusi (%) |\n|---|---|---|\n"
    said = told(head + "".join(f"| {' | '.join(row)} |\n" for row in rows), tmp_path)
    assert "23,40 seharusnya 22,50" in said and "dipotong" not in said
