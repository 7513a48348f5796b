"""Our own numbers and dates, printed and read, held against a library's (babel, CLDR)."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext

import pytest
from babel.dates import format_date
from babel.numbers import NumberFormatError, format_decimal, parse_decimal
from hypothesis import given
from hypothesis import strategies as st

from lkjip_analysis.language import LANGUAGES, report_spoken
from lkjip_analysis.numbers.calendar_days import in_words, month_of
from lkjip_analysis.numbers.printed import Style, readings
from lkjip_analysis.numbers.written import number

LOCALES: dict[Style, str] = {"indonesia": "id", "inggris": "en"}
STYLES = list(LOCALES)


def theirs(core: str, style: Style) -> Decimal | None:
    try:
        return parse_decimal(core, locale=LOCALES[style], strict=True)
    except NumberFormatError:
        return None


@given(
    st.decimals(-(10**14), 10**14, allow_nan=False, places=7),
    st.one_of(st.none(), st.integers(0, 6)),
    st.booleans(),
    st.sampled_from(STYLES),
)
def test_a_number_is_printed_as_the_library_of_the_unicode_consortium_prints_it(
    value: Decimal, places: int | None, grouped: bool, style: Style
) -> None:
    behind = "#" * 6 if places is None else "0" * places
    form = ("#,##0" if grouped else "0") + (f".{behind}" if behind else "")
    with localcontext(rounding=ROUND_HALF_UP):
        expected = format_decimal(value, format=form, locale=LOCALES[style])
    assert number(value, places, grouped, style) == expected  # type: ignore[arg-type]


@given(st.from_regex(r"[1-9][0-9.,]{0,11}", fullmatch=True))
def test_digits_and_marks_are_read_in_the_styles_in_which_the_library_reads_them(core: str) -> None:
    told = {style: value for style in STYLES if (value := theirs(core, style)) is not None}
    assert readings(core) == told


@pytest.mark.parametrize(
    "core",
    [
        "1.000",
        "1,000.50",
        "1.000,00",
        "1.00,0",
        "1000,",
        "12.34.567",
        "0.123",
        "1.000,",
        "0,5",
        "12,345",
        "123456,7",
        "1,2,3",
    ],
)
def test_groups_and_decimals_are_read_as_the_library_reads_them(core: str) -> None:
    told = {style: value for style in STYLES if (value := theirs(core, style)) is not None}
    assert readings(core) == told


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_day_is_written_as_the_library_writes_it(name: str) -> None:
    with report_spoken(name):
        for day in (date(2024, month, 29 if month % 2 else 3) for month in range(1, 13)):
            assert in_words(day) == format_date(day, "d MMMM y", locale=name)
            assert month_of(day) == format_date(day, "MMMM y", locale=name)
