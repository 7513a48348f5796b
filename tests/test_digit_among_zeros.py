"""A digit of some rupiah far behind the last other digit of a round amount is one of the fingers.

No update adds so little to a round amount; all else that looks like one misprint stays open.
"""

from __future__ import annotations

import pytest
from folders import sound_blora

from lkjip_analysis.checking.judging.possible_updates import digit_among_zeros
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval, exactly
from lkjip_analysis.report.report import Report, rewrite
from lkjip_analysis.report.schema import Column
from lkjip_analysis.report.tables import Address, read_cell


@pytest.fixture(scope="module")
def blora(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return sound_blora(tmp_path_factory.mktemp("sound"))


@pytest.mark.parametrize(
    ("where", "text", "verdict"),
    [
        # Table 3.8 prints 10.000.000, and the sentence on the total wants it to the rupiah.
        ("program[2.perizinan].pagu", "Rp 10.000.010,00", "terbukti"),
        ("anggaran[1.pengembangan].pagu", "100.000.040", "terbukti"),
        ("anggaran[1.pengembangan].pagu", "100.000.400", "ambigu"),  # prices are in hundreds
        ("program[2.perizinan].pagu", "Rp 10.010.000,00", "ambigu"),  # 10.000 came in later
        ("program[2.perizinan].pagu", "Rp 10.000.110,00", "ambigu"),  # no one digit
        ("program[1.pendidikan].pagu", "Rp 556.182.410,00", "ambigu"),  # no round amount
        ("program[2.perizinan].pagu", "Rp 10.000.000,50", "ambigu"),  # some sen, told by one only
    ],
)
def test_only_a_digit_far_among_zeros_is_proven(
    blora: Report, where: str, text: str, verdict: str
) -> None:
    cell = Address.parse(where)
    found = verify(blora.holding([rewrite(blora.cell(cell), text)]))
    (wrong,) = [finding for finding in found.findings if finding.is_wrong]
    assert wrong.verdict == verdict
    roots = [part.cell.address for remedy in wrong.smallest for part in remedy.cells]
    assert roots == [cell]
    if verdict == "terbukti":
        assert wrong.confirmed is not None
        assert wrong.confirmed.contains(blora.cell(cell).point)


@pytest.mark.parametrize(
    ("printed", "meant", "told"),
    [
        ("10.000.010", 10_000_000, True),
        ("-10.000.010", -10_000_000, True),
        ("10.000.009", 10_000_000, True),
        ("721.000.090", 721_000_000, True),
        ("721.000.100", 721_000_000, False),  # a coin: prices are told in hundreds
        ("10.000.001", 10_000_000, False),  # a last digit off by one is a rounding
        ("721.010.000", 721_000_000, False),  # a stamp
        ("10.000.012", 10_000_000, False),  # two digits
        ("9.999.990", 10_000_000, False),  # less: seven digits are others
        ("320.120.100", 320_120_000, False),  # it may have been rounded to ten thousand
        ("10.000", 10_010, False),  # the round one is printed: an old one was reckoned from
        ("1.009", 1_000, False),  # one in a hundred of what is rounded to a thousand
        ("10", 0, False),
    ],
)
def test_which_digits_stand_far_among_zeros(printed: str, meant: int, told: bool) -> None:
    assert _told(printed, exactly(Fraction(meant)), satuan="rupiah") is told


@pytest.mark.parametrize(
    "column",
    [
        {"satuan": "orang"},  # a few persons more are nothing strange
        {"satuan": "persen"},
        {"satuan": "rupiah", "dalam": "ribu"},  # ten thousand rupiah
        {"satuan": "juta rupiah"},
        {"satuan": "rupiah", "presisi": "bulat"},  # rounded: its last digits say nothing
        {"satuan": "usd"},
        {"satuan": ""},
    ],
)
def test_only_amounts_in_full_rupiah_have_no_small_change(column: dict[str, str]) -> None:
    assert not _told("10.000.010", exactly(Fraction(10_000_000)), **column)


def test_what_is_not_known_to_the_rupiah_names_no_digit() -> None:
    assert not _told("10.000.010", Interval(9_999_999, 10_000_001), satuan="rupiah")


def _told(printed: str, meant: Interval, **column: str) -> bool:
    pagu = Column("pagu", tipe="angka", **{"presisi": "eksak", **column})  # type: ignore[arg-type]
    where = Address("anggaran", "a", "pagu")
    return digit_among_zeros(read_cell(where, printed, "anggaran.csv", 2, pagu), meant)
