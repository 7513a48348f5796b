"""Figures as Indonesian reports print them, and back."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Dash, Style, Unreadable, read, readings
from lkjip_analysis.numbers.ranges import read_span, read_target
from lkjip_analysis.numbers.written import alike, half_up, number, plain

PRINTED = [
    ("32", "32", 0),
    ("43,30", "43.3", 2),
    ("13.244", "13244", 0),
    ("1.576.408.211", "1576408211", 0),
    ("13244", "13244", 0),
    ("Rp 30.000,00", "30000", 2),
    ("Rp. 1.727.182.400,-", "1727182400", 0),
    ("Rp715.323.691,-", "715323691", 0),
    ("0,-", "0", 0),
    ("US$ 2.645.059", "2645059", 0),
    ("89,88 %", "89.88", 2),
    ("85,80%", "85.8", 2),
    ("-1,41%", "-1.41", 2),
    ("- 28,39%", "-28.39", 2),
    ("−37,91", "-37.91", 2),
    ("(1,41)", "-1.41", 2),
    ("0,018169", "0.018169", 6),
    ("15,77‰", "15.77", 2),
    ("15,77 ‰", "15.77", 2),
    ("1:17,9", "17.9", 1),
    ("1 : 15", "15", 0),
    ("(1.250.000)", "-1250000", 0),
    (" 1.843 ", "1843", 0),
    ("6.825\u00a0unit", "6825", 0),
]


@pytest.mark.parametrize(("text", "value", "decimals"), PRINTED)
def test_a_printed_figure_keeps_its_value_and_its_decimals(
    text: str, value: str, decimals: int
) -> None:
    figure = read(text, units=("unit",))
    assert figure.value == Fraction(value)
    assert figure.decimals == decimals
    assert figure.text == text and not figure.off_style


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("Rp65,622 miliar", "65622000000", "1000000"),
        ("2,6 juta", "2600000", "100000"),
        ("13 ribu", "13000", "1000"),
    ],
)
def test_a_scale_word_multiplies_the_figure_and_its_last_digit(
    text: str, value: str, step: str
) -> None:
    figure = read(text)
    assert (figure.value, figure.step) == (Fraction(value), Fraction(step))


@pytest.mark.parametrize("text", ["", "  ", "n/a", "N/A", "NA", "Tidak tersedia data", "-", "–"])
def test_no_data_is_never_zero(text: str) -> None:
    assert read(text).value is None


@pytest.mark.parametrize(("dash", "value"), [("kosong", None), ("nihil", Fraction(0))])
def test_a_dash_means_what_its_column_declares(dash: Dash, value: Fraction | None) -> None:
    assert read("-", dash=dash).value == value


def test_a_printed_zero_is_zero() -> None:
    assert read("0").value == 0 and read("0,00").value == 0


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("556,182,400", "indonesia", "556182400"),
        ("79.74", "indonesia", "79.74"),
        ("0.025", "indonesia", "0.025"),
        ("64,33", "inggris", "64.33"),
    ],
)
def test_a_figure_in_another_style_is_read_where_only_one_reading_exists(
    text: str, style: Style, value: str
) -> None:
    figure = read(text, style)
    assert figure.value == Fraction(value) and figure.off_style


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,141,250,00", "1141250"), ("Rp 27,964,035,120,859,50", "27964035120859.5")],
)
def test_an_amount_with_commas_before_its_thousands_and_its_sen_is_read(
    text: str, value: str
) -> None:
    figure = read(text)
    assert (figure.value, figure.decimals, figure.off_style) == (Fraction(value), 2, True)
    assert dict(readings(figure.core)) == {"indonesia": Fraction(value)}


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("641.773.572.00", "641773572", 2),
        ("Rp 1.700.860.000.50", "1700860000.5", 2),
        ("950.000", "950000", 0),  # no 950 of three decimals: a point stands before each thousand
        ("95.50", "95.5", 2),
        ("1.250,5", "1250.5", 1),
    ],
)
def test_in_a_column_of_points_the_last_two_digits_alone_are_sen(
    text: str, value: str, decimals: int
) -> None:
    figure = read(text, "titik")
    assert (figure.value, figure.decimals) == (Fraction(value), decimals)
    assert figure.off_style == ("," in text)
    assert alike(figure, Fraction(value)) == text


def test_a_number_of_a_column_of_points_is_written_so_that_it_is_read_back() -> None:
    assert number(Fraction(950_123, 1_000), 3, style="titik") == "950,123"
    assert number(Fraction(1_234_567), 2, style="titik") == "1.234.567.00"


@pytest.mark.parametrize(
    ("text", "value"), [("Rp 887.715.500,00,-", "887715500"), ("12.500,50,-", "12500.5")]
)
def test_an_amount_with_its_sen_and_a_dash_behind_them_is_read(text: str, value: str) -> None:
    figure = read(text)
    assert (figure.value, figure.decimals, figure.off_style) == (Fraction(value), 2, False)


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("1,141,250,00", "inggris"),  # a digit was lost: 1,141,250,00?
        ("1.141.250.00", "indonesia"),  # so here
        ("7,500,00", "indonesia"),  # and of 7,500,000 as well as of 7.500,00
        ("1,141,250,0", "indonesia"),
        ("1,1412,250,00", "indonesia"),
        ("01,141,250,00", "indonesia"),
    ],
)
def test_an_amount_that_may_have_lost_a_digit_is_not_read(text: str, style: Style) -> None:
    with pytest.raises(Unreadable):
        read(text, style)


@pytest.mark.parametrize(("style", "value"), [("indonesia", "1234"), ("inggris", "1.234")])
def test_a_figure_of_two_readings_is_read_in_the_style_of_its_column(
    style: Style, value: str
) -> None:
    figure = read("1.234", style)
    assert figure.value == Fraction(value) and not figure.off_style


@pytest.mark.parametrize(
    "text",
    [
        "banyak", "12.345.67", "1.23.456", "26.20.000", "1,2,3", "(1,41", "1,41)", "Rp", "1e5",
        "NaN", "inf", "=1+2", "80 - 90%", "2:17,9", "B", "--5", "Rp 5 Rp", "٣", "5 orang", "5..6",
        "1.234,", "<b>5</b>",
    ],
)  # fmt: skip
def test_what_is_no_figure_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read(text)


@pytest.mark.parametrize(
    ("printed", "value", "text"),
    [
        ("Rp 30.000,00", "30000000", "Rp 30.000.000,00"),
        ("Rp. 1.727.182.400,-", "1000", "Rp. 1.000,-"),
        ("1 : 1", "16", "1 : 16"),
        ("155,68 %", "155.89", "155,89 %"),
        ("556,182,400", "556182400", "556.182.400"),
        ("13.244 unit", "13424", "13.424 unit"),
        ("2,6 juta", "2700000", "2,7 juta"),
        ("2,6juta", "2700000", "2,7juta"),
        ("Rp65,622 miliar", "65722000000", "Rp65,722 miliar"),
        ("-1,41%", "-2.5", "-2,50%"),
        ("- 28,39%", "-2.5", "- 2,50%"),
        ("(5)", "-3", "(3)"),
        ("+5", "3", "+3"),
        ("-", "9", "9"),
        ("-", "9.5", "9,5"),
        ("-", "-9", "-9"),
    ],
)
def test_a_repair_is_printed_as_its_original_is(printed: str, value: str, text: str) -> None:
    original = read(printed, dash="nihil", units=("unit",))
    assert alike(original, Fraction(value)) == text


@pytest.mark.parametrize(
    ("printed", "value", "text"),
    [
        ("1,234.50", "12345", "12,345.00"),
        ("64,33", "64.34", "64.34"),  # the Indonesian print is what is wrong there
        ("-", "1234.5", "1,234.5"),
    ],
)
def test_a_repair_in_a_column_of_english_style_is_english(
    printed: str, value: str, text: str
) -> None:
    assert alike(read(printed, "inggris", dash="nihil"), Fraction(value)) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("135.775", 2, "135,78"),
        ("0.125", 2, "0,13"),
        ("-0.125", 2, "-0,13"),
        ("1576408211", 0, "1.576.408.211"),
        ("32", None, "32"),
        ("43.3", None, "43,3"),
    ],
)
def test_numbers_are_shown_the_indonesian_way_rounded_half_up(
    value: str, decimals: int | None, text: str
) -> None:
    assert number(Fraction(value), decimals) == text


@pytest.mark.parametrize(
    ("whole", "text"),
    [
        (np.int64(721_000_000), "721.000.000"),
        (np.int64(2**63 - 1), "9.223.372.036.854.775.807"),
        (np.int32(-1_500), "-1.500"),
        (np.uint8(255), "255"),
    ],
)
def test_an_integer_of_numpy_is_shown_whole_however_many_bits_it_has(whole: int, text: str) -> None:
    assert number(whole) == text
    assert plain(whole) == text.replace(".", "")


def test_json_numbers_are_plain_decimals_of_at_most_twelve_digits_behind_the_point() -> None:
    assert plain(Fraction(1, 3)) == "0." + "3" * 12
    assert [plain(n) for n in (Fraction(16468, 100), 10**9, Fraction(-1, 4), 0)] == [
        "164.68", "1000000000", "-0.25", "0",
    ]  # fmt: skip


@given(st.integers(-(10**15), 10**15), st.integers(0, 4))
def test_what_is_printed_reads_back_as_it_was(units: int, decimals: int) -> None:
    value = Fraction(units, 10**decimals)
    figure = read(number(value, decimals))
    assert figure.value == value and figure.decimals == decimals


def test_words_for_percent_and_for_no_data_are_known_in_every_column() -> None:
    assert read("90 persen").value == 90
    assert read("tad").value is None


@pytest.mark.parametrize(
    ("printed", "value", "text"),
    [
        ("-5", 3, "3"),
        ("- 5", 3, "3"),
        ("(5)", 3, "3"),
        ("(Rp 5)", 3, "Rp 3"),
        ("- Rp 5", 3, "Rp 3"),
        ("-Rp 5,-", 3, "Rp 3,-"),
        ("−5 juta", 3_000_000, "3 juta"),
        ("-5", 0, "0"),
        ("-0,00", 5, "5,00"),
        ("5", -3, "-3"),
        ("+5", -3, "-3"),
        ("Rp 5", -3, "Rp -3"),
        ("5", 0, "0"),
    ],
)
def test_a_misprint_keeps_its_dress_when_its_sign_is_mended(
    printed: str, value: int, text: str
) -> None:
    assert alike(read(printed), Fraction(value)) == text


@pytest.mark.parametrize("text", ["n/a", "-"])
def test_a_cell_without_data_has_no_decimals_no_unit_and_no_style_to_depart_from(text: str) -> None:
    figure = read(text)
    assert (figure.decimals, figure.power, figure.core, figure.unit) == (0, 0, "", "")
    assert not figure.off_style


def test_a_figure_as_printed_is_never_changed_afterwards() -> None:
    span = read_span("80 - 90%")
    for value, name in ((read("5"), "value"), (span, "low")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, Fraction(9))


def test_a_range_of_one_figure_is_no_range() -> None:
    assert read_span("80 - 80") is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1" * 101, "101 characters are no figure"),
        ("x" * 100, "not a number"),
        ("=A1", "a formula or its error, not a printed figure"),
        ("01.001", '"01.001" obeys no grouping of thousands and decimals'),
    ],
)
def test_the_whole_reason_is_told(text: str, why: str) -> None:
    with pytest.raises(Unreadable) as told:
        read(text)
    assert str(told.value) == why


def test_a_third_is_rounded_down_and_shown_with_six_decimals_at_most() -> None:
    assert half_up(Fraction(1, 3), 2) == Fraction(33, 100)
    assert number(Fraction(1, 3)) == "0,333333"


def test_each_word_and_mark_of_a_number_has_its_power() -> None:
    assert read("1,5 triliun").value == 1_500_000_000_000
    assert read("1,234.56", "inggris").decimals == 2
    with pytest.raises(Unreadable):
        read("X")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("@A1", "a formula or its error, not a printed figure"),
        ("#REF!", "a formula or its error, not a printed figure"),
        ("5-", "a minus sign behind a number: negative, or a dash for nothing behind the comma?"),
        ("besar", "not a number"),
        ("(5", "a parenthesis without its pair"),
        ("1" * 25, "more than 24 digits"),
        ("5 buah", 'the unit "buah" is not declared for this column'),
    ],
)
def test_every_reason_reads_as_a_sentence(text: str, why: str) -> None:
    with pytest.raises(Unreadable) as told:
        read(text)
    assert str(told.value) == why


def test_a_bound_needs_its_figure() -> None:
    with pytest.raises(Unreadable) as told:
        read_target("≥ n/a")
    assert str(told.value) == "a bound without its figure"


def test_the_longest_figure_that_is_read_has_24_digits_and_100_characters() -> None:
    unit = "orang " * 16 + "ya"  # 98 characters
    assert read(f"7 {unit}", units=(unit,)).value == 7
    assert read("1" * 24).value == int("1" * 24)
    assert read("1" + " " * 200 + "%").value == 1


def test_words_spaces_and_units_are_read_as_they_are_printed() -> None:
    assert read("tidak ada data").value is None
    assert read("2 milyar").value == 2_000_000_000
    assert read("Rp\u00a05").value == 5 and read("Rp 5").unit == "Rp" and read("5 %").unit == "%"
    assert read("5 juta unit", units=("unit",)).unit == "unit"
    assert read("-").value is None and read_target("-").value is None
    assert number(Fraction(1234), grouped=False) == "1234"
    assert str(read_span("80 - 90%")) == "80 - 90"


@pytest.mark.parametrize("text", ["(12,5%)", "(12,5 %)", "( 12,5% )", "(12,5 persen)"])
def test_a_percentage_in_parentheses_is_asked_about(text: str) -> None:
    """An accountant's minus, as (1.250.000) is, or the share that is printed beside a count."""
    with pytest.raises(Unreadable, match=r"negati.*\(-12,5%\).*\(12,5%\)"):
        read(text)
    assert read("(1.250.000)").value == -1_250_000
