"""Figures of sentences that are less than nothing: the sign is read, or the figure is not."""

from __future__ import annotations

import pytest

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said.said_changes import turned_about
from lkjip_analysis.intake.sentences.said.sentence_relations import readings_of
from lkjip_analysis.intake.sentences.said_figures import figures_of
from lkjip_analysis.intake.sentences.sentence_figures import figures_in
from lkjip_analysis.intake.sentences.tied.candidates import rounds_to
from lkjip_analysis.numbers.printed import read
from lkjip_analysis.report.schema import Column

GROWTH = "Laju pertumbuhan ekonomi naik dari {} persen menjadi 2,30 persen, atau naik {} poin."


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Ekonomi tumbuh sebesar -2,41 persen.", [-2.41]),
        ("Ekonomi tumbuh –2,41 persen dan −0,64 persen.", [-2.41, -0.64]),
        ("Selisih (-1.250 ton) terjadi.", [-1250]),
        ("Surplus mencapai Rp -5.000.000 saja.", [-5000000]),
        ("Sebanyak 80-119 orang hadir.", [80, 119]),
        ("Target antara Rp5.000 - Rp10.000 tercapai.", [5000, 10000]),
        ("Tahun 2016-2021 naik 5 persen.", [5]),
    ],
)
def test_a_minus_before_a_figure_is_its_sign(sentence: str, values: list[float]) -> None:
    assert [float(figure.value) for figure in figures_of(sentence)] == values


@pytest.mark.parametrize(
    "sentence", ["Ekonomi tumbuh minus 2,41 persen.", "Ekonomi negatif 2,41 persen.",
                 "Kuadran Pertanian -2,41 persen.", "Antara 5 persen -10 persen."]
)  # fmt: skip
def test_a_figure_that_may_be_negative_is_not_taken_for_a_positive_one(sentence: str) -> None:
    assert not [figure for figure in figures_of(sentence) if figure.text[:2] in ("2,", "10")]


@pytest.mark.parametrize(("printed", "rounds"), [("-5,1", False), ("5,1", True), ("5,2", False)])
def test_a_fall_is_no_rounded_rise(printed: str, rounds: bool) -> None:
    """A cell of 5,12 is 5,1 with fewer decimals, not -5,1."""
    ((figure,), _) = figures_in(Paragraph(f"Ekonomi tumbuh sebesar {printed} persen.", "", 0))
    cell = Spot(
        "t[a].laju", read("5,12"), "persen", Column("laju", "angka"), "a", "Laju", "", 0, ""
    )
    assert rounds_to(figure, cell) is rounds


@pytest.mark.parametrize("before", ["-5,10", "–5,10", "minus 5,10"])
def test_what_rose_from_below_nothing_did_rise(before: str) -> None:
    """From -5,10 to 2,30 is a rise: 5,10 to 2,30 would be none."""
    sentence = GROWTH.format(before, "7,40")
    assert not list(turned_about(figures_of(sentence), sentence))


@pytest.mark.parametrize(("points", "holds"), [("7,40", True), ("4,70", False)])
def test_by_how_much_it_rose_counts_from_below_nothing(points: str, holds: bool) -> None:
    """2,30 - (-5,10) = 7,40."""
    sentence = GROWTH.format("-5,10", points)
    (readings,) = filter(None, readings_of(figures_of(sentence), sentence))
    assert any(reading.holds for reading in readings) is holds


@pytest.mark.parametrize(
    "sentence",
    [
        "Panen turun dari 600 ton menjadi 570 ton, atau turun -30 ton.",
        "Panen turun dari 600 ton menjadi 570 ton atau turun -5,00 persen.",
        "Panen turun dari 600 ton menjadi 570 ton (-5,00 persen).",
        "Tingkat hunian turun dari 60,00 persen menjadi 57,50 persen, atau turun -2,50 poin.",
    ],
)
@pytest.mark.parametrize("holds", [True, False])
def test_a_fall_with_a_minus_before_it_is_a_fall(sentence: str, holds: bool) -> None:
    """570 - 600 = -30, which is 5,00 percent of 600; 57,50 - 60,00 = -2,50."""
    told = sentence if holds else sentence.replace("57", "54")
    (readings,) = filter(None, readings_of(figures_of(told), told))
    assert any(reading.holds for reading in readings) is holds
