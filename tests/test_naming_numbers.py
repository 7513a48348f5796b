"""What a number is the name of is told by the word before it, whatever stands between the two."""

from __future__ import annotations

import pytest

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.sentences.sentence_figures import figures_in

LAWS = (
    "nomor", "No.", "no", "pasal", "ayat", "huruf", "Permen", "permenkes", "Permen_A1", "perbup",
    "perda", "pergub", "perwali", "perpres", "PP", "UU", "undang-undang", "undang - undang",
    "keputusan", "lembaran negara",
)  # fmt: skip
PLACES = (
    "Tabel", "tabel.", "gambar", "bagan.", "grafik", "diagram", "lampiran", "halaman", "hal.",
    "Hal", "bab", "subbab", "butir", "poin", "bagian", "misi", "sasaran", "sasaran  strategis",
    "tujuan", "tahap", "triwulan", "semester", "indikator", "eselon", "tipe", "tk.", "covid",
    "covid -", "covid–",
)  # fmt: skip
IN_ORDER = ("triwulan ke", "triwulan ke-", "tahap ke - ")
BETWEEN = (" ", ": ", " : ", "\u00a0", "\u2003", "  \t")


def _reasons(before: str) -> list[str]:
    _, skipped = figures_in(Paragraph(f"Hal itu dimuat dalam {before}12 sebanyak itu.", "", 1))
    return [told.reason for told in skipped]


@pytest.mark.parametrize("between", BETWEEN)
def test_a_number_behind_the_name_of_a_law_or_of_a_part_counts_nothing(between: str) -> None:
    for word in LAWS:
        assert _reasons(word + between) == ["nomor peraturan atau pasal"], word
    for word in (*PLACES, *(IN_ORDER if ":" not in between else ())):
        told = "nomor tabel, gambar, bagian atau sebutan"
        assert _reasons(word + between) == [told], word


@pytest.mark.parametrize(
    "before", ["sebanyak ", "jumlahnya mencapai ", "tabel itu sebanyak ", "pasal-pasal sebanyak "]
)
def test_a_number_behind_any_other_word_is_a_figure(before: str) -> None:
    assert _reasons(before) == []
