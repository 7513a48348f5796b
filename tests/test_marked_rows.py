"""Rows whose parts stand below them, marked a., b., c.: their sum is held to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from lkjip_analysis.intake.relations import FoundRelation, Grid, GridColumn, discover
from lkjip_analysis.numbers.printed import read

HEADS = {"pagu": "Anggaran (Rp)", "pakai": "Realisasi (Rp)", "persen": "%"}
# 2.100.000 + 40.300.000 + 17.600.000 = 60.000.000; 2.050.000 + 38.950.000 + 17.000.000 = 58.000.000
DIRECT = {
    "BELANJA TIDAK LANGSUNG": ("31.500.000", "31.000.000", "98,41"),
    "a. Belanja Gaji": ("31.500.000", "31.000.000", "98,41"),
    "b. Belanja Hibah": ("0", "0", "0,00"),
    "BELANJA LANGSUNG": ("60.000.000", "58.000.000", "96,67"),
    "a. Belanja Pegawai": ("2.100.000", "2.050.000", "97,62"),
    "b. Belanja Barang dan Jasa": ("40.300.000", "38.950.000", "96,65"),
    "c. Belanja Modal": ("17.600.000", "17.000.000", "96,59"),
}
DIRECT_SUM = "rincian_t_belanja_langsung_pakai"


def grid(rows: Mapping[str, Sequence[str]], partial: bool = False) -> Grid:
    names = dict(zip(("btl", "a1", "b1", "belanja_langsung", "a2", "b2", "c2"), rows, strict=False))
    told = {
        key: {c: read(text, "indonesia") for c, text in zip(HEADS, rows[name], strict=True) if text}
        for key, name in names.items()
    }
    columns = tuple(GridColumn(name, head, head == "%") for name, head in HEADS.items())
    places = {name: place for place, name in enumerate(HEADS)}
    return Grid("t", "Tabel 1", columns, places, told, {}, tuple(names), names, is_partial=partial)


def sums(told: Grid) -> dict[str, FoundRelation]:
    return {r.name: r for r in discover([told]) if r.name.startswith("rincian_")}


def holds(told: Grid, relation: FoundRelation) -> bool:
    parts = relation.entries["bagian"].split(" + ")
    rows = [part.split("[")[1].split("]")[0] for part in parts]
    values = [told.rows[row]["pakai"].value or 0 for row in rows]
    return sum(values) == told.rows["belanja_langsung"]["pakai"].value


def with_direct(*figures: str) -> dict[str, Sequence[str]]:
    return {**DIRECT, "BELANJA LANGSUNG": figures}


@pytest.mark.parametrize("mark", ["{}. ", "{}) ", "({}) "])
@pytest.mark.parametrize("letters", ["abc", "123"])
def test_a_row_above_marked_rows_is_their_sum(mark: str, letters: str) -> None:
    named = {
        (mark.format(letters["abc".index(name[0])]) + name[3:] if name[1] == "." else name): cells
        for name, cells in DIRECT.items()
    }
    told = grid(named)
    found = sums(told)[DIRECT_SUM]
    assert found.entries["bagian"] == "t[a2].pakai + t[b2].pakai + t[c2].pakai"
    assert holds(told, found)


@pytest.mark.parametrize("name", ["BELANJA LANGSUNG", "2. BELANJA LANGSUNG"])
def test_one_that_misses_its_parts_is_told_where_the_other_column_holds(name: str) -> None:
    rows = {name if n == "BELANJA LANGSUNG" else n: c
            for n, c in with_direct("60.000.000", "81.500.000", "135,83").items()}  # fmt: skip
    told = grid(rows)
    assert not holds(told, sums(told)[DIRECT_SUM])


@pytest.mark.parametrize("rows", [
    with_direct("61.000.000", "59.000.000", "96,72"),  # neither column holds: other parts are meant
    {name.lstrip("abc. "): cells for name, cells in with_direct(  # nothing marks the parts
        "60.000.000", "81.500.000", "135,83").items()},
])  # fmt: skip
def test_near_twins_are_accused_of_nothing(rows: Mapping[str, Sequence[str]]) -> None:
    told = grid(rows)
    found = sums(told).get(DIRECT_SUM)
    assert found is None


def test_a_table_of_which_rows_were_left_out_is_not_held_to_its_parts() -> None:
    told = grid(with_direct("60.000.000", "81.500.000", "135,83"), partial=True)
    assert DIRECT_SUM not in sums(told)


def test_small_counts_that_add_up_by_accident_show_nothing() -> None:
    parts = {"a. Belanja Pegawai": ("1", "2", "200,00"),
             "b. Belanja Barang dan Jasa": ("2", "2", "100,00"),
             "c. Belanja Modal": ("3", "3", "100,00")}  # fmt: skip
    told = grid(with_direct("6", "9", "150,00") | parts)
    assert DIRECT_SUM not in sums(told)
