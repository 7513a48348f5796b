"""Sentences that tell a whole with two parts that leave none out, or with what is left of it."""

from __future__ import annotations

import pytest
from growth import check_growth

from lkjip_analysis.intake.sentences.said.sentence_relations import readings_of
from lkjip_analysis.intake.sentences.said_figures import SaidRelation, figures_of


def readings(sentence: str) -> list[SaidRelation]:
    return [said for told in readings_of(figures_of(sentence), sentence) for said in told]


SUMS = [
    "Jumlah pegawai seluruhnya {} orang, 18 pria dan 13 wanita.",
    "Pegawai {} orang (18 orang laki-laki, 13 orang perempuan).",
    "Penyuluh yang ada berjumlah {} orang yaitu 18 perempuan dan 13 laki-laki.",
    "Dari {} desa, 18 desa telah memiliki balai, sedangkan 13 desa belum memiliki.",
    "Dari {} desa, sebanyak 18 desa telah memiliki balai dan 13 desa belum.",
    "Dari {} indikator, 18 indikator mencapai 100 persen, 13 indikator belum mencapai 100 persen.",
]


@pytest.mark.parametrize("sentence", SUMS)
@pytest.mark.parametrize(("whole", "holds"), [("31", True), ("41", False)])
def test_two_parts_make_up_their_whole(sentence: str, whole: str, holds: bool) -> None:
    """18 + 13 = 31."""
    told = [said for said in readings(sentence.format(whole)) if said.rule == "jumlah"]
    assert [said.holds for said in told] == [holds]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada 41 orang di 5 ruang, 18 pria dan 13 wanita.",
        "Peserta 41 orang, di antaranya 18 pria dan 13 wanita dari luar daerah.",
        "Dari 41 indikator, 18 indikator melampaui target dan 13 indikator belum mencapai target.",
        "Dari 41 desa, 18 desa belum memiliki balai dan 13 desa belum memiliki jalan.",
        "Dari 41 desa di 6 kecamatan, 18 desa memiliki balai dan 13 desa belum memiliki.",
    ],
)
def test_parts_that_may_leave_some_out_make_up_nothing(sentence: str) -> None:
    assert not [said for said in readings(sentence) if said.rule == "jumlah"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kawasan yang ditangani 45,6 hektar dari 60,8 hektar (75,00%), tersisa {} hektar.",
        "Dari 60,8 hektar ditangani 45,6 hektar, menyisakan {} hektar.",
    ],
)
@pytest.mark.parametrize(("left", "holds"), [("15,2", True), ("12,5", False)])
def test_what_is_left_is_the_whole_without_its_part(sentence: str, left: str, holds: bool) -> None:
    """60,8 - 45,6 = 15,2."""
    told = [said for said in readings(sentence.format(left)) if said.rule == "selisih"]
    assert told and any(said.holds for said in told) is holds


def test_words_between_two_parts_are_gone_through_once() -> None:
    """A row of thousands of commas took the square of their number."""

    def read(size: int) -> None:
        sentence = f"Dari 40 desa, 28 desa memiliki{',' * size} a b c 12 desa belum memiliki."
        assert not readings(sentence)

    check_growth(read, 2000)


def test_what_is_left_of_a_stock_that_was_added_to_is_not_reckoned() -> None:
    """500 - 320 + 80 = 260: what came in is no part that went out."""
    sentence = "Stok awal 500 ton, penyaluran 320 ton, penerimaan 80 ton, tersisa 260 ton."
    assert not readings(sentence)


PAID = "Bantuan untuk {} orang masing-masing sebesar Rp600.000,00{} dengan total Rp144.000.000,00."


@pytest.mark.parametrize(("count", "holds"), [("240", [True]), ("140", [False])])
def test_so_many_at_so_much_each_come_to_their_product(count: str, holds: list[bool]) -> None:
    """240 x 600.000 = 144.000.000."""
    told = [said for said in readings(PAID.format(count, "")) if said.rule == "hasil_kali"]
    assert [said.holds for said in told] == holds


@pytest.mark.parametrize("behind", [" per bulan", " selama setahun", " sebanyak 3 kali"])
def test_what_was_paid_more_than_once_comes_to_more(behind: str) -> None:
    assert not readings(PAID.format(24, behind))


@pytest.mark.parametrize(
    "sentence",
    [
        # 240 x 600.000 x 3 = 432.000.000, and (5 + 240) x 600.000 = 147.000.000
        "Bantuan untuk 240 orang setiap bulan masing-masing Rp600.000 dengan total Rp432.000.000.",
        "Untuk 240 orang masing-masing Rp600.000 dengan total Rp432.000.000 selama tiga bulan.",
        "Bantuan 3 tahap untuk 240 orang masing-masing Rp600.000 dengan total Rp432.000.000.",
        "Honor 5 guru dan 240 kader masing-masing Rp600.000 dengan jumlah Rp147.000.000.",
    ],
)
def test_what_came_to_more_by_other_words_is_no_product(sentence: str) -> None:
    assert not readings(sentence)


@pytest.mark.parametrize(
    "before",
    ["Pada tahun 2022 bantuan untuk", "Tahun anggaran 2022:", "Bantuan bagi 5 desa; bagi"],
)
def test_a_year_or_another_clause_before_a_product_is_none_of_it(before: str) -> None:
    """240 x 600.000 = 144.000.000."""
    paid = f"{before} 240 orang masing-masing Rp600.000 dengan total Rp{{}}."
    for whole, holds in (("144.000.000", True), ("144.600.000", False)):
        told = [said for said in readings(paid.format(whole)) if said.rule == "hasil_kali"]
        assert [said.holds for said in told] == [holds]
