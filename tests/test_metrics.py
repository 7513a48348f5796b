"""The measures, against worked examples of real reports."""

from __future__ import annotations

import doctest
from dataclasses import FrozenInstanceError
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import lkjip_analysis
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Interval
from lkjip_analysis.numbers.metrics import Arah, Band, Rumus

# realisasi, target, arah, rumus, capaian as the report prints it
CAPAIAN: list[tuple[float, float, Arah, Rumus, float]] = [
    (43.30, 32, "naik", "R/T", 135.31),  # Blora 2021
    (13244, 6825, "naik", "R/T", 194.05),
    (91.08, 89.95, "naik", "R/T", 101.26),  # Wonogiri 2020, IPG
    (4.88, 32, "turun", "(2T-R)/T", 184.75),  # Lampung 2015, infant mortality
    (0.0189, 0.025, "turun", "(2T-R)/T", 124.4),  # Wonogiri 2020, Theil
    (0.0189, 0.018169, "turun", "(2T-R)/T", 95.98),
    (186, 162, "turun", "T/R", 87.10),  # Manggarai Timur 2019
    (-37.91, 0.05, "naik", "R/T", -75820.0),  # a fall against a target of growth
]


@pytest.mark.parametrize(("realisasi", "target", "arah", "rumus", "printed_as"), CAPAIAN)
def test_achievement_as_real_reports_compute_it(
    realisasi: float, target: float, arah: Arah, rumus: Rumus, printed_as: float
) -> None:
    value = metrics.capaian(realisasi, target, arah, rumus)
    assert round(value, 2) == printed_as


@pytest.mark.parametrize(("realisasi", "target", "arah", "rumus", "_"), CAPAIAN)
def test_numbers_series_and_intervals_agree(
    realisasi: float, target: float, arah: Arah, rumus: Rumus, _: float
) -> None:
    number = metrics.capaian(realisasi, target, arah, rumus)
    series = metrics.capaian(pd.Series([realisasi]), pd.Series([target]), arah, rumus)
    r, t = Fraction(str(realisasi)), Fraction(str(target))
    interval = metrics.capaian(Interval(r, r), Interval(t, t), arah, rumus)
    assert series.iloc[0] == pytest.approx(number)
    assert interval.low == interval.high and float(interval.low) == pytest.approx(number)


POSITIVE = st.fractions(Fraction(1, 10), 1000, max_denominator=100).map(Fraction)
VARIANTS: list[tuple[Arah, Rumus]] = [("naik", "R/T"), ("turun", "(2T-R)/T"), ("turun", "T/R")]


@pytest.mark.parametrize(("arah", "rumus"), VARIANTS)
@given(POSITIVE, POSITIVE)
def test_solved_forms_undo_the_formula(
    arah: Arah, rumus: Rumus, realisasi: Fraction, target: Fraction
) -> None:
    reached = metrics.capaian(realisasi, target, arah, rumus)
    assert metrics.realisasi_untuk(reached, target, arah, rumus) == realisasi
    if reached != 200:
        assert metrics.target_untuk(reached, realisasi, arah, rumus) == target


@given(POSITIVE, POSITIVE)
def test_growth_is_undone_both_ways(now: Fraction, before: Fraction) -> None:
    grown = metrics.pertumbuhan(now, before)
    assert metrics.sekarang_untuk(grown, before) == now
    assert metrics.sebelum_untuk(grown, now) == before


def test_growth_is_on_the_previous_year() -> None:
    assert round(metrics.pertumbuhan(95.0, 153.0), 2) == -37.91  # Wonogiri 2020
    assert round(metrics.pertumbuhan(13265.0, 13244.0), 2) == 0.16


@pytest.mark.parametrize(
    ("realisasi", "reached"),
    [(85.0, 100.0), (80.0, 100.0), (90.0, 100.0), (92.0, 102.22), (60.0, 75.0)],
)
def test_a_target_range_is_met_inside_it(realisasi: float, reached: float) -> None:
    assert round(metrics.capaian_target_rentang(realisasi, 80, 90), 2) == reached


def test_no_case_at_all_is_within_a_target_of_none_to_five() -> None:
    assert metrics.capaian_target_rentang(0, 0, 5, "turun", "(2T-R)/T") == 100


@pytest.mark.parametrize(
    ("realisasi", "policy", "reached"), [(0, 100.0, 100.0), (0, None, None), (3, 100.0, None)]
)
def test_a_target_of_0_follows_the_declared_policy(
    realisasi: float, policy: float | None, reached: float | None
) -> None:
    assert metrics.capaian_target_nol(realisasi, policy) == reached


def test_a_cap_holds_for_numbers_series_and_intervals() -> None:
    assert metrics.dibatasi(135.31, 100) == 100
    assert metrics.dibatasi(89.9, 100) == 89.9
    assert list(metrics.dibatasi(pd.Series([135.31, 89.9]), 100)) == [100, 89.9]
    assert metrics.dibatasi(Interval(90, 120), 100) == Interval(90, 100)


def test_a_mean_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^no values to average$"):
        metrics.rerata([])


BLORA = [
    Band("Sangat Baik", 100, bawah_termasuk=False),
    Band("Baik", 75, 100),
    Band("Cukup", 55, 74),
    Band("Kurang", None, 55, atas_termasuk=False),
]


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (135.31, "Sangat Baik"),
        (100, "Baik"),
        (75, "Baik"),
        (74.5, None),  # the hole of the printed scale
        (74, "Cukup"),
        (54.99, "Kurang"),
        (-3, "Kurang"),
    ],
)
def test_a_category_comes_from_the_printed_scale_holes_and_all(
    value: float, name: str | None
) -> None:
    assert metrics.kategori(value, BLORA) == name


def test_a_class_with_one_end_holds_all_on_its_other_side() -> None:
    assert Band("Kurang", atas=55).holds(-3) and not Band("Kurang", atas=55).holds(56)
    assert Band("Baik", bawah=75).holds(1000) and not Band("Baik", bawah=75).holds(74)


def test_the_scale_of_a_report_is_never_changed_afterwards() -> None:
    with pytest.raises(FrozenInstanceError):
        BLORA[0].bawah = 90  # type: ignore[misc]


def test_efficiency_in_each_definition() -> None:
    assert round(metrics.efisiensi_sisa(85.6), 2) == 14.4
    assert round(metrics.efisiensi_selisih(106.87, 99.21), 2) == 7.66
    assert round(metrics.efisiensi_pmk(1000, 950, 100), 2) == 5
    assert metrics.efisiensi_pmk(1000, 100, 100) == 20  # cut to its range
    assert metrics.efisiensi_pmk(1000, 2000, 100) == -20
    assert metrics.nilai_efisiensi(20) == 100 and metrics.nilai_efisiensi(-20) == 0


def test_change_and_compound_growth_over_years() -> None:
    assert metrics.perubahan(13244, 13224) == 20
    assert round(metrics.perubahan(91.27, 99.22), 2) == -7.95
    # 1,1 x 1,1 = 1,21; half of it in one year.
    assert metrics.pertumbuhan_majemuk(121, 100, 2) == pytest.approx(10)
    assert metrics.pertumbuhan_majemuk(50, 100, 1) == pytest.approx(-50)


@pytest.mark.parametrize(("last", "first", "years"), [(5, 0, 2), (5, -5, 2), (5, 4, 0)])
def test_there_is_no_compound_growth_from_nothing_or_across_zero(
    last: float, first: float, years: int
) -> None:
    assert metrics.pertumbuhan_majemuk(last, first, years) is None


def test_what_a_target_still_asks_for() -> None:
    assert metrics.jarak_target(2645059, 2942679) == 297620
    assert metrics.jarak_target(18.0, 14.0, "turun") == 4.0
    assert metrics.laju_diperlukan(40, 50, 4) == 2.5
    assert metrics.laju_diperlukan(18, 14, 2) == -2
    assert metrics.laju_diperlukan(40, 50, 0) is None


PACKAGE = Path(lkjip_analysis.__file__).parent
MODULES = sorted(
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
    if ">>> " in path.read_text("utf-8")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_the_documentation_are_true(name: str) -> None:
    result = doctest.testmod(import_module(name))
    assert result.failed == 0 and result.attempted > 0


def test_realised_against_target_may_be_asked_for_where_less_is_better() -> None:
    assert metrics.capaian(40.0, 32.0, "turun", "R/T") == 125.0
    assert metrics.realisasi_untuk(125.0, 32.0, "turun", "R/T") == 40.0
    assert metrics.target_untuk(125.0, 40.0, "turun", "R/T") == 32.0


def test_a_figure_that_fell_to_nothing_fell_by_all_of_it() -> None:
    assert metrics.pertumbuhan_majemuk(0.0, 100.0, 2) == -100.0
    assert metrics.pertumbuhan_majemuk(150.0, 100.0, 1) == 50.0


def test_the_last_year_must_bring_all_that_is_missing() -> None:
    assert metrics.laju_diperlukan(40.0, 50.0, 1) == 10.0
    assert metrics.laju_diperlukan(40.0, 50.0, 0) is None
