"""A total of one table whose parts another prints: nurses by ward, and by schooling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from proposals import read_proposal
from test_relations import grid

from lkjip_analysis.intake.relations import FoundRelation, Grid, parts_of_totals
from lkjip_analysis.intake.relations.basis.figure_grid import value

WARDS = {"l": "Laki-laki", "p": "Perempuan", "jml": "Jumlah"}
NURSES = {"Melati": ("12", "39", "51"), "Mawar": ("8", "21", "29"), "Anggrek": ("5", "38", "43")}
SCHOOLS = {"d3": "D3", "s1": "S1", "ners": "Ners", "pelatihan": "Ikut pelatihan"}
# 30 + 15 + 6 = 51; 20 + 6 + 3 = 29; 25 + 10 + 8 = 43
SCHOOLED = {"Melati": ("30", "15", "6", "9"), "Mawar": ("20", "6", "3", "2"),
            "Anggrek": ("25", "10", "8", "4")}  # fmt: skip
Rows = Mapping[str, Sequence[str]]


def tables(schooled: Rows) -> list[Grid]:
    made = (("ruang", grid(WARDS, NURSES)), ("sekolah", grid(SCHOOLS, schooled)))
    return [Grid(name, name, g.columns, g.places, g.rows, g.sums, g.order, g.names, "", "ruang")
            for name, g in made]  # fmt: skip


def failing(relations: Sequence[FoundRelation], grids: Sequence[Grid]) -> list[str]:
    """The rows whose parts do not add up to the total they are said to make."""
    held = {f"{g.name}[{row}].{c}": value(cell) for g in grids
            for row, cells in g.rows.items() for c, cell in cells.items()}  # fmt: skip
    return [
        r.entries["hasil"]
        for r in relations
        if held[r.entries["hasil"]] != sum(held[c] for c in r.entries["bagian"].split(" + "))
    ]


def test_the_row_whose_parts_do_not_make_the_total_is_told() -> None:
    """In Anggrek 25 + 10 + 9 = 44 nurses have a school, 43 are counted; training is no school."""
    grids = tables({**SCHOOLED, "Anggrek": ("25", "10", "9", "4")})
    relations = list(parts_of_totals(grids))
    assert len(relations) == 3 and {(r.kept, r.of) for r in relations} == {(2, 3)}
    assert failing(relations, grids) == ["ruang[Anggrek].jml"]
    assert all("pelatihan" not in r.entries["bagian"] for r in relations)


def test_tables_that_agree_accuse_nobody() -> None:
    grids = tables(SCHOOLED)
    assert failing(list(parts_of_totals(grids)), grids) == []


@pytest.mark.parametrize(
    "schooled",
    [
        {**SCHOOLED, "Mawar": ("20", "6", "4", "2"), "Anggrek": ("25", "9", "8", "4")},
        {"Melati": ("1", "1", "1", "0"), "Mawar": ("20", "6", "3", "2")},
        {"Dahlia": ("30", "15", "6", "9"), "Kenanga": ("20", "6", "3", "2")},
    ],
    ids=["most rows fail", "as many fail as hold", "other wards"],
)
def test_parts_that_few_rows_keep_belong_to_another_whole(schooled: Rows) -> None:
    assert not list(parts_of_totals(tables(schooled)))


def test_small_totals_agree_by_accident_and_tell_nothing() -> None:
    """Totals of 2, 3 and 4 are made by nearly any columns."""
    small = {"a": ("1", "1", "2"), "b": ("2", "1", "3"), "c": ("3", "1", "4")}
    parts = {"a": ("1", "1", "0", "1"), "b": ("1", "1", "1", "2"), "c": ("2", "1", "0", "3")}
    made = (("x", grid(WARDS, small)), ("y", grid(SCHOOLS, parts)))
    grids = [Grid(name, name, g.columns, g.places, g.rows, g.sums, g.order, g.names, "", "ruang")
             for name, g in made]  # fmt: skip
    assert not list(parts_of_totals(grids))


RANKS = """# LAPORAN KINERJA PENGADILAN KABUPATEN TERANG TAHUN 2023

Tabel 1.1 Pegawai menurut golongan

| No | Status | L | P | Jml | Gol IV a | b | Gol III a | b | Gol II a | b |
|---|---|---|---|---|---|---|---|---|---|---|
| 1 | {name} | 20 | 14 | 34 | 2 | 1 | 12 | 9 | 6 | 3 |
| 2 | Honorer | 6 | 2 | 8 | - | - | - | - | - | - |
| | Jumlah | 26 | 16 | 42 | 2 | 1 | 12 | 9 | 6 | 3 |
"""


@pytest.mark.parametrize(("name", "asked"), [("PNS/CPNS", True), ("PNS dan honorer", False)])
def test_a_row_of_civil_servants_alone_is_the_sum_of_its_ranks(
    tmp_path: Path, name: str, asked: bool
) -> None:
    """2 + 1 + 12 + 9 + 6 + 3 = 33 of 34; whoever is no civil servant has no rank."""
    path = tmp_path / "a.md"
    path.write_text(RANKS.format(name=name), encoding="utf-8")
    rules = [r for r in read_proposal(path, "pengadilan", 2023).rules if "golongan" in r.sebab]
    assert bool(rules) == asked
    assert all(r.sel.startswith("hasil=pegawai_golongan[pns_cpns].jml") for r in rules)
