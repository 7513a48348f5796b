"""Rough figures and bounds, held to what their own sentence makes of them where it is far off."""

from __future__ import annotations

import pytest

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.noticed.within_sentences.rough_figures import rough_figures
from lkjip_analysis.intake.sentences.said_figures import figures_of

# 43.200 / 48.000 = 0,90
SPENT = "Dari pagu Rp 48.000.000 terserap Rp 43.200.000 atau {} persen."


def rough(sentence: str) -> list[str]:
    claims = rough_figures([Paragraph(sentence, "BAB III", 1)], [])
    return [c.nilai for c in claims if c.aturan and c.tipe != "turunan"]


@pytest.mark.parametrize(("told", "found"), [
    ("sekitar 90", []), ("sekitar 85", []), ("kurang lebih 95", []), ("sekitar 70", ["70 persen"]),
    ("kurang lebih 19", ["19 persen"]),
    ("hampir 91", []), ("hampir 95", []), ("hampir 90", []), ("hampir 80", ["80 persen"]),
    ("hampir 100", []), ("hampir 110", ["110 persen"]),
    ("lebih dari 75", []), ("lebih dari 89", []), ("lebih dari 90", []), (">50", []),
    ("lebih dari 95", ["95 persen"]), (">98", ["98 persen"]),
    ("kurang dari 95", []), ("kurang dari 90", []), ("kurang dari 60", ["60 persen"]),
])  # fmt: skip
def test_a_rough_share_is_told_where_it_is_clearly_outside(told: str, found: list[str]) -> None:
    assert rough(SPENT.format(told)) == found


@pytest.mark.parametrize("sentence", [
    # Shares of something else, a target, other years, parts that are rough themselves.
    "Dari pagu Rp 48.000.000 tahun 2022 terserap Rp 43.200.000 atau sekitar 60 persen dari target.",
    "Layanan ditargetkan lebih dari 95 persen dan tercapai 90 persen.",
    "Sekitar 48.000 warga hadir, dan 43.200 orang atau 20 persen menerima bantuan.",
    "Sebanyak 12 dari 40 desa, sedangkan lebih dari 60 persen keluarga telah terdata.",
    "Suhu lebih dari 30 derajat terjadi pada 14 hari.",
])  # fmt: skip
def test_what_a_rough_figure_is_not_reckoned_from_says_nothing(sentence: str) -> None:
    assert rough(sentence) == []


def test_a_rough_growth_and_a_rough_part_of_a_whole_are_told() -> None:
    # 260 / 200 = 1,30; 12 of 40 are 30 percent
    grown = "Kunjungan naik dari 200 orang menjadi 260 orang atau naik sekitar {} persen."
    assert rough(grown.format("30")) == [] and rough(grown.format("60")) == ["60 persen"]
    share = "Sebanyak 12 dari 40 desa ({} persen) sudah terang."
    assert rough(share.format("sekitar 30")) == []
    assert rough(share.format("lebih dari 50")) == ["50 persen"]


@pytest.mark.parametrize(("told", "found"), [
    ("65", []), ("68", []), ("70", []), ("75", ["75 persen"]), ("60", ["60 persen"]),
    ("66", ["66 persen"]), ("68,5", []), ("67,5", ["67,5 persen"]), ("68,3", []),
])  # fmt: skip
def test_what_was_rounded_finely_leaves_less(told: str, found: list[str]) -> None:
    # 15 / 22 = 68,18; 75 is rounded to fives, 60 leaves a tenth, 67,5 a half, 66 two
    share = "Dari 22 permohonan, sebanyak 15 permohonan (sekitar {} persen) dikabulkan."
    assert rough(share.format(told)) == found


@pytest.mark.parametrize("word", ["mendekati", "kira-kira", "melebihi", "sekitar", "di  atas"])
def test_a_rough_figure_is_never_held_to_the_last_digit(word: str) -> None:
    # 147 / 200 = 73,5; nothing is reckoned from 75, which "naik 75 persen" would print wrongly.
    grown = f"Kunjungan naik dari 200 orang menjadi 347 orang atau naik {word} 75 persen."
    assert [figure.text for figure in figures_of(grown)] == ["200", "347"]
