"""Rows of two tables whose keys are one are one thing only where their names say no other."""

from __future__ import annotations

import pytest

from lkjip_analysis.intake.document.texts import words
from lkjip_analysis.intake.relations import Grid, GridColumn
from lkjip_analysis.intake.relations.between_tables.alike_rows import matched
from lkjip_analysis.intake.relations.between_tables.own_words import name_two_things
from lkjip_analysis.numbers.printed import read

KEY = "1.ketersediaan_kajian_rencana"


def table(number: int, name: str) -> Grid:
    rows = {KEY: {"target": read("3")}}
    columns = (GridColumn("target", "Target", False),)
    return Grid(f"t{number}", f"Tabel {number}", columns, {"target": 0}, rows, {}, (KEY,),
                {KEY: name}, sort="indikator")  # fmt: skip


APART = [
    ("Ketersediaan Kajian Rencana Pantai Timur", "Ketersediaan Kajian Rencana Danau Barat"),
    ("Persentase sekolah yang memperoleh nilai CC", "Prosentase sekolah yang memperoleh nilai BB"),
    (
        "Pemeliharaan Gedung Kantor BPTP",
        "Pemeliharaan Gedung Kantor Balai Benih Tanaman Pangan BPBTP",
    ),
]
SAME = [
    ("Pevalensi gizi buruk", "Prevalensi Gizi Buruk Balita"),
    (
        "Jumlah saran yang ditindaklanju ti menjadi",
        "Jumlah saran yang ditindaklanjuti menjadi aturan",
    ),
    ("Pemeliharaan Gedung UPTD BPTP", "Pemeliharaan Gedung Balai Proteksi Tanaman Pangan"),
    ("Persentase Penduduk Miskin", "Penduduk Miskin Kabupaten Contoh Tahun Ini"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_names_with_words_of_their_own_are_two_things(one: str, other: str) -> None:
    assert name_two_things(words(one), words(other))
    assert name_two_things(words(other), words(one))


@pytest.mark.parametrize(("one", "other"), SAME)
def test_another_spelling_initials_and_more_words_make_no_other_thing(one: str, other: str) -> None:
    assert not name_two_things(words(one), words(other))
    assert not name_two_things(words(other), words(one))


def test_rows_of_one_key_are_not_held_against_each_other_where_they_are_two() -> None:
    assert not matched(table(1, APART[0][0]), table(2, APART[0][1]))
    assert matched(table(1, SAME[0][0]), table(2, SAME[0][1])) == {KEY: KEY}
