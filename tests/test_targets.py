"""Targets that are no single figure: grades, ranges, bounds, and figures with their unit."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from math import floor, inf, isnan
from pathlib import Path

import pytest
from folders import OTHERS, made_up
from hypothesis import given
from hypothesis import strategies as st
from test_certificates import rechecked

from lkjip_analysis.analysis import frames
from lkjip_analysis.checking.certificates import certificate, certified, file_name
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.errors import InputError
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval, exactly
from lkjip_analysis.numbers.metrics import Arah, Rumus
from lkjip_analysis.numbers.printed import Unreadable
from lkjip_analysis.numbers.ranges import Span, read_span, read_target
from lkjip_analysis.output.word_pdf import sasaran
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Graded, Head, Ranged
from lkjip_analysis.rules.binding.rulebook import bind
from lkjip_analysis.rules.values import Figure, Value, Values, printed_values


def one_indicator(base: Path, entries: str, target: str, realisasi: str, capaian: str) -> Report:
    """A report of one indicator `x`, with what it declares and its three printed cells."""
    laporan = f"indikator:\n  x: {{nama: X, {entries}}}\ntabel:\n  capaian: {{label: Tabel 3.1}}\n"
    row = ",".join(f'"{text}"' for text in (target, realisasi, capaian))
    return made_up(
        base, laporan, {"capaian": f"kode,indikator,target,realisasi,capaian\nx,X,{row}\n"}
    )


def fails(report: Report) -> bool:
    return any(finding.is_wrong for finding in verify(report).findings)


GRADES = "arah: naik, urutan: [C, CC, B, BB, A]"


@pytest.mark.parametrize(
    ("realisasi", "capaian", "wrong"),
    [
        ("BB", "100,00", False),
        ("bb", "100", False),
        ("BB", "99,50", True),
        ("A", "112,50", False),
        ("A", "100,00", False),  # many reports print no more than 100
        ("A", "90,00", True),
        ("B", "87,50", False),
        ("B", "100,00", True),  # not reached
        ("B", "99,50", False),  # worse by however little or much
        ("B", "0,50", False),
        ("n/a", "n/a", False),
    ],
)
def test_a_grade_reached_is_100_and_a_worse_one_is_less(
    tmp_path: Path, realisasi: str, capaian: str, wrong: bool
) -> None:
    assert fails(one_indicator(tmp_path, GRADES, "BB", realisasi, capaian)) == wrong


def test_a_grade_that_is_not_of_the_order_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"capaian.csv:2:realisasi: found \"BBB\""):
        one_indicator(tmp_path, GRADES, "BB", "BBB", "100")


def test_each_cell_of_a_graded_row_is_answered_for(tmp_path: Path) -> None:
    report = one_indicator(tmp_path, GRADES, "B", "A", "120,00")
    (rule,) = bind(report)
    values = Values(printed_values(report.cells()))
    assert isinstance(rule, Graded)

    def at(column: str) -> Address:
        return Address("capaian", "x", column)

    assert rule.implied(at("capaian"), values) == Interval(100, inf)
    assert rule.implied(at("realisasi"), values) == {"bb", "a"}
    assert rule.implied(at("target"), values) == {"c", "cc", "b", "bb"}


@pytest.mark.parametrize(
    ("entries", "target", "realisasi", "capaian", "wrong"),
    [
        ("arah: naik, satuan: persen", "80 - 90%", "85%", "100,00", False),
        ("arah: naik, satuan: persen", "80-90", "80,00", "100,00", False),
        ("arah: naik, satuan: persen", "80 s.d. 90 persen", "60", "75,00", False),  # 60 of 80
        ("arah: naik, satuan: persen", "80 s/d 90", "99", "110,00", False),  # 99 of 90
        ("arah: naik, satuan: persen", "80 – 90", "99", "100,00", True),
        ("arah: naik, satuan: persen, maksimum: 100", "80 – 90", "99", "100,00", False),
        ("arah: turun, satuan: kasus", "5 - 10 kasus", "12 kasus", "80,00", False),  # (20-12)/10
        ("arah: turun, satuan: kasus", "5 - 10 kasus", "4 kasus", "120,00", False),  # (10-4)/5
        ("arah: turun, satuan: kasus", "5 - 10 kasus", "12 kasus", "120,00", True),
        ("arah: turun, rumus: T/R, satuan: hari", "5 - 10", "12,5", "80,00", False),  # 10/12,5
        ("arah: turun, rumus: R/T", "5 - 10", "12,0", "120,00", False),  # 12/10, as declared
        ("arah: turun, rumus: R/T", "5 - 10", "12,0", "80,00", True),
        ("arah: turun, satuan: kasus", "0 - 5 kasus", "0 kasus", "100,00", False),
        ("arah: turun, satuan: kasus", "0 - 5 kasus", "7 kasus", "60,00", False),  # (10-7)/5
        ("arah: turun, presisi: eksak", "0 - 5", "0", "80", True),  # nothing lies inside the range
        ("arah: naik, presisi: eksak", "80 - 90", "90", "112,50", True),  # so does its end
        ("arah: turun, rumus: T/R, presisi: eksak", "1 - 5", "0", "100", False),  # 1/0
    ],
)
def test_a_range_is_reached_inside_and_else_held_against_its_nearer_bound(
    tmp_path: Path, entries: str, target: str, realisasi: str, capaian: str, wrong: bool
) -> None:
    assert fails(one_indicator(tmp_path, entries, target, realisasi, capaian)) == wrong


@pytest.mark.parametrize(
    ("capaian", "low", "high"),
    [
        # 100 is reached from 80 to 90; the print 100,00 stands for 99,995 to 100,005.
        ("100,00", "79.996", "90.0045"),
        ("75,00", "59.996", "60.004"),  # 74,995 and 75,005 percent of 80
        ("110,00", "98.9955", "99.0045"),  # 109,995 and 110,005 percent of 90
    ],
)
def test_a_range_tells_where_the_realisasi_lies(
    tmp_path: Path, capaian: str, low: str, high: str
) -> None:
    report = one_indicator(tmp_path, "arah: naik", "80 - 90", "85", capaian)
    (rule,) = bind(report)
    values = Values(printed_values(report.cells()))
    assert isinstance(rule, Ranged)
    implied = rule.implied(Address("capaian", "x", "realisasi"), values)
    assert implied == Interval(Fraction(low), Fraction(high))


CAPAIAN, REALISASI, TARGET = (
    Address("capaian", "x", column) for column in ("capaian", "realisasi", "target")
)


def ranged(how: tuple[Arah, Rumus], low: str, high: str, maximum: int | None = None) -> Ranged:
    """The rule of a range from `low` to `high`."""
    cap = None if maximum is None else Fraction(maximum)
    span = Span(Fraction(low), Fraction(high))
    return Ranged(Head("r", "capaian", "tafsir", ""), CAPAIAN, REALISASI, TARGET, span, *how, cap)


def printed(rule: Ranged, realisasi: Interval, capaian: Interval) -> Values:
    """The cells of a range, its figures known to lie somewhere."""
    figures = {REALISASI: realisasi, CAPAIAN: capaian}
    known = {cell: Figure(where, Fraction(0), 2) for cell, where in figures.items()}
    return Values({**known, TARGET: frozenset({str(rule.span)})})


NAIK: tuple[Arah, Rumus] = ("naik", "R/T")
TURUN: tuple[Arah, Rumus] = ("turun", "(2T-R)/T")
PER_TARGET: tuple[Arah, Rumus] = ("turun", "T/R")
WRONG_WAY: tuple[Arah, Rumus] = ("turun", "R/T")


def between(low: float | str, high: float | str) -> Interval:
    return Interval(*(end if end in (-inf, inf) else Fraction(end) for end in (low, high)))


@pytest.mark.parametrize(
    ("how", "low", "high", "realisasi", "capaian"),
    [
        (NAIK, "80", "90", between(80, 90), between(100, 100)),
        (NAIK, "80", "90", between(90, 90), between(100, 100)),
        (NAIK, "80", "90", between(60, 99), between(75, 110)),
        (NAIK, "80", "90", between(99, inf), between(110, inf)),
        (NAIK, "80", "90", between(-inf, 85), between(-inf, 100)),
        (TURUN, "5", "10", between(4, 12), between(80, 120)),  # (20-12)/10, (10-4)/5
        (TURUN, "5", "10", between(12, inf), between(-inf, 80)),
        (TURUN, "5", "10", between(-inf, 7), between(100, inf)),
        (PER_TARGET, "5", "10", between("12.5", 20), between(50, 80)),  # 10/20, 10/12,5
        (PER_TARGET, "5", "10", between(0, 7), between(-inf, inf)),  # 5 of nothing
        (WRONG_WAY, "5", "10", between(4, 12), between(80, 120)),  # 4/5, 12/10
        (TURUN, "0", "5", between(0, 0), between(100, 100)),
        (NAIK, "-5", "0", between(0, 0), between(100, 100)),
        (TURUN, "0", "5", between("-0.5", "0.5"), between(-inf, inf)),
    ],
)
def test_a_range_tells_where_the_capaian_lies(
    how: tuple[Arah, Rumus], low: str, high: str, realisasi: Interval, capaian: Interval
) -> None:
    rule = ranged(how, low, high)
    assert rule.implied(CAPAIAN, printed(rule, realisasi, between(100, 100))) == capaian


@pytest.mark.parametrize(
    ("how", "low", "high", "maximum", "capaian", "realisasi"),
    [
        (NAIK, "80", "90", None, between(100, 100), between(80, 90)),
        (NAIK, "80", "90", None, between(110, 110), between(99, 99)),
        (("naik", "T/R"), "80", "90", None, between(110, 110), between(99, 99)),  # R/T all the same
        (NAIK, "80", "90", 100, between(100, 100), between(80, inf)),  # cut down to 100
        (NAIK, "80", "90", 110, between(110, 110), between(99, inf)),
        (NAIK, "80", "90", 120, between(110, 110), between(99, 99)),
        (TURUN, "5", "10", None, between(100, 100), between(5, 10)),
        (TURUN, "5", "10", None, between(80, 80), between(12, 12)),
        (TURUN, "5", "10", None, between(120, 120), between(4, 4)),
        (TURUN, "5", "10", 120, between(120, 120), between(-inf, 4)),
        (PER_TARGET, "5", "10", None, between(80, 80), between("12.5", "12.5")),
        (PER_TARGET, "5", "10", None, between(0, 0), between(10, inf)),
        (WRONG_WAY, "5", "10", None, between(120, 120), between(12, 12)),
        (WRONG_WAY, "5", "10", None, between(80, 80), between(4, 4)),
    ],
)
def test_a_capaian_of_a_range_tells_where_the_realisasi_lies(
    how: tuple[Arah, Rumus],
    low: str,
    high: str,
    maximum: int | None,
    capaian: Interval,
    realisasi: Interval,
) -> None:
    rule = ranged(how, low, high, maximum)
    assert rule.implied(REALISASI, printed(rule, between(85, 85), capaian)) == realisasi


@given(
    st.sampled_from([NAIK, TURUN, PER_TARGET, WRONG_WAY]),
    st.integers(1, 500),
    st.integers(1, 500),
    st.integers(1, 2000),
)
def test_a_sound_row_with_a_range_is_what_its_rule_wants_of_each_cell(
    how: tuple[Arah, Rumus], low: int, width: int, tenths: int
) -> None:
    rule = ranged(how, str(low), str(low + width))
    true = Fraction(tenths, 10)
    bound = Fraction(max(low, min(low + width, true)))
    parts = {NAIK: true / bound, WRONG_WAY: true / bound, PER_TARGET: bound / true}
    capaian = 100 * parts.get(how, 2 - true / bound)
    rounded = Fraction(floor(capaian * 100 + Fraction(1, 2)), 100)
    values = printed(rule, exactly(true), exactly(rounded).widen(Fraction(1, 200)))

    for cell in (CAPAIAN, REALISASI):
        implied = rule.implied(cell, values)
        assert isinstance(implied, Interval) and implied.meets(values.interval(cell))
    assert rule.implied(TARGET, values) == {str(rule.span)}


def test_another_range_allows_whatever_can_be_printed_and_what_is() -> None:
    rule = ranged(NAIK, "1", "3")
    other: dict[Address, Value] = {TARGET: frozenset({"rentang lain"})}
    few, fell = (printed(rule, exactly(n), exactly(n * 100)) for n in (2, -3))

    assert rule.implied(TARGET, fell) == {"1 - 3"} and rule.implied(TARGET, few) == other[TARGET]
    assert rule.implied(CAPAIAN, few.changing(other)) == between(0, inf)
    assert rule.implied(CAPAIAN, fell.changing(other)) == between(-300, inf)
    assert rule.implied(REALISASI, fell.changing(other)) == between(-3, inf)


def test_where_less_of_a_fall_was_promised_the_range_may_be_what_is_wrong(tmp_path: Path) -> None:
    # -5 of 1 is -500 percent: of the range 1 to 3 that is right, of 2 to 3 it is not.
    found = verify(one_indicator(tmp_path, "arah: naik", "2 - 3", "-5,00", "-500,00")).findings
    assert "rentang lain" in [part.text for f in found for r in f.remedies for part in r.cells]


def test_a_capaian_follows_its_realisasi_and_its_target_and_nothing_follows_it() -> None:
    graded = Graded(Head("r", "capaian", "tafsir", ""), CAPAIAN, REALISASI, TARGET, ("c", "b"))
    for rule in (ranged(NAIK, "80", "90"), graded):
        assert rule.followers(REALISASI) == rule.followers(TARGET) == (CAPAIAN,)
        assert rule.followers(CAPAIAN) == ()
        with pytest.raises(FrozenInstanceError):
            rule.target = REALISASI  # type: ignore[misc]


def test_the_independent_program_checks_ranges_that_begin_at_0_and_any_formula(
    tmp_path: Path,
) -> None:
    proofs = {}
    for entries, target, realisasi, capaian in (
        ("arah: turun, presisi: eksak", "0 - 5", "0", "80"),
        ("arah: turun, rumus: R/T", "5 - 10", "12,0", "80,00"),
        ("arah: naik", "2 - 3", "-5,00", "-500,00"),
    ):
        folder = tmp_path / str(len(proofs))
        found = verify(one_indicator(folder, entries, target, realisasi, capaian))
        (finding,) = certified(found)
        proofs[str(len(proofs))] = json.dumps(certificate(found, finding))
    assert rechecked(tmp_path, proofs) == dict.fromkeys(proofs, "holds")


@pytest.mark.parametrize(
    ("text", "value"),
    [("≥ 90", 90), (">= 90%", 90), ("≤5", 5), ("minimal 75", 75), ("maks. 3", 3), ("90", 90)],
)
def test_a_bound_promises_its_figure(text: str, value: int) -> None:
    assert read_target(text).value == value


@pytest.mark.parametrize("text", ["≥", "minimal", "≥ ≥ 3", "kurang lebih 3"])
def test_what_is_no_bound_is_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        read_target(text)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("80 - 90%", Span(Fraction(80), Fraction(90))),
        ("1.000-1.500", Span(Fraction(1000), Fraction(1500))),
        ("2,5 sampai dengan 3", Span(Fraction(5, 2), Fraction(3))),
        ("90 - 80", None),
        ("-1,41", None),
        ("-", None),
        ("80 -", None),
        ("a - b", None),
    ],
)
def test_a_range_is_two_figures_the_lower_first(text: str, span: Span | None) -> None:
    assert read_span(text) == span


def test_a_bound_is_read_in_a_target_only(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"capaian.csv:2:realisasi: found \"≥ 90\""):
        one_indicator(tmp_path, "arah: naik", "90", "≥ 90", "100")


def test_the_unit_of_the_indicator_may_stand_in_its_cells(tmp_path: Path) -> None:
    report = one_indicator(tmp_path, "arah: naik, satuan: produk hukum", "12 produk hukum",
                           "14 Produk Hukum", "116,67")  # fmt: skip
    assert not fails(report)


def test_a_report_with_grades_and_ranges_is_verified_as_data_only() -> None:
    found = verify(load("sekretariat-rekaan", 2024, OTHERS))
    wrong = [finding.id for finding in found.findings]
    # B is below the grade BB that was promised; 12 is above 5 to 10, where less is better.
    assert wrong == ["capaian.capaian[1.sakip]", "capaian.capaian[2.aduan]"]
    assert [[part.text for r in f.remedies for part in r.cells] for f in found.findings] == [
        [None, "A atau AA atau BB", "B atau C atau CC atau D"],
        ["80,00", "4 aduan", "rentang lain"],
    ]


def test_the_independent_program_checks_grades_and_ranges(tmp_path: Path) -> None:
    found = verify(load("sekretariat-rekaan", 2024, OTHERS))
    proofs = {file_name(f): json.dumps(certificate(found, f)) for f in certified(found)}
    assert rechecked(tmp_path, proofs) == dict.fromkeys(proofs, "holds")
    assert len(proofs) == 2


def test_capaian_of_grades_and_ranges_is_computed_for_the_pages() -> None:
    frame = frames.kinerja(load("sekretariat-rekaan", 2024, OTHERS))
    told = {kode: round(value, 2) for kode, value in frame["capaian_dihitung"].dropna().items()}
    # A better or worse grade than promised has no computed achievement.
    assert told == {
        "1.opini": 100.0, "2.kepuasan": 100.0, "2.tepat": 101.67, "2.produk": 116.67,
        "2.aduan": 80.0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("entries", "target", "realisasi", "reached"),
    [
        ("arah: turun, rumus: T/R", "5", "0", None),  # 5 of nothing
        ("arah: turun, rumus: T/R", "1 - 5", "0", None),
        ("arah: turun", "0 - 5", "-1", None),  # less than nothing was promised
        ("arah: turun", "0 - 5", "0", 100.0),
        ("arah: naik", "80 - 90", "99", 110.0),  # 99 of 90
        ("arah: naik, maksimum: 100", "80 - 90", "99", 100.0),
        ("arah: naik, maksimum: 100", "90", "99", 100.0),
    ],
)
def test_pages_and_documents_leave_a_capaian_open_that_no_formula_defines(
    tmp_path: Path, entries: str, target: str, realisasi: str, reached: float | None
) -> None:
    report = one_indicator(tmp_path, entries, target, realisasi, "100,00")
    (value,) = frames.kinerja(report)["capaian_dihitung"]
    assert value == pytest.approx(reached) if reached is not None else isnan(value)
    (told,) = [group.computed(row) for group in sasaran.groups(report) for row in group]
    assert told == reached


def test_documents_and_pages_give_the_same_means_for_targets_without_figures() -> None:
    # Sasaran 1: WTP of WTP is 100; the other grade lies above its target and counts for neither.
    report = load("sekretariat-rekaan", 2024, OTHERS)
    pages = frames.rerata_sasaran(frames.kinerja(report))
    documents = sasaran.rerata(report)
    assert {key: round(float(value), 6) for key, value in documents.items()} == {
        str(key): round(float(value), 6) for key, value in pages.items()
    }
    assert documents["1"] == 100


@pytest.mark.parametrize(
    ("text", "told"),
    [("3±1", "2 - 4"), ("3,0 ± 1,5%", "1,5 - 4,5"), ("3 +/- 1", "2 - 4"), ("5±0", "None"),
     ("±5", "None"), ("3+-1", "None"), ("3±", "None")],
)  # fmt: skip
def test_a_target_with_what_it_may_be_off_is_a_range(text: str, told: str) -> None:
    assert str(read_span(text)) == told
