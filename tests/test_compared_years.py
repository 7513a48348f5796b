"""A column behind one measure in two years is their difference where most rows say so."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lkjip_analysis.intake.relations import FoundRelation, Grid, GridColumn, discover
from lkjip_analysis.numbers.printed import read

Rows = Sequence[tuple[str, str, str]]
SOUND = [
    ("105,39", "101,12", "-4,27"),
    ("115,19", "102,53", "-12,66"),
    ("105,68", "125,40", "19,72"),
    ("72,78", "224,53", "151,75"),
    ("94,88", "99,24", "4,36"),
    ("98,89", "96,72", "-2,17"),
    ("102,20", "110,05", "7,85"),
]


HEADS = ("Realisasi Tahun 2022", "Realisasi Tahun 2023", "Capaian Kinerja (%)")


def found(rows: Rows, heads: Sequence[str] = HEADS) -> FoundRelation | None:
    names = ("lalu", "kini", "ubah")
    columns = tuple(
        GridColumn(name, head, "%" in head) for name, head in zip(names, heads, strict=True)
    )
    told = {
        f"r{n}": {c: read(text, "indonesia") for c, text in zip(names, row, strict=True)}
        for n, row in enumerate(rows)
    }
    places = {name: place for place, name in enumerate(names)}
    table = Grid("t", "Tabel 1", columns, places, told, {}, tuple(told), {k: k for k in told})
    return next((r for r in discover([table]) if r.name == "perubahan_t_ubah"), None)


def with_rows(**rows: tuple[str, str, str]) -> Rows:
    return [rows.get(f"r{n}", row) for n, row in enumerate(SOUND)]


def test_the_change_in_points_is_told_under_whatever_heading() -> None:
    relation = found(SOUND)
    assert relation is not None and (relation.kept, relation.of) == (7, 7)
    assert (relation.entries["dari"], relation.entries["kurang"]) == (".kini", ".lalu")


def test_rows_that_miss_it_stay_in_it() -> None:
    # -12,66 and 4,27 without its sign: five of seven hold, and -2,17 shows that signs are printed.
    relation = found(with_rows(r0=("105,39", "101,12", "4,27"), r1=("115,19", "102,53", "14,22")))
    assert relation is not None and (relation.kept, relation.of) == (5, 7)
    assert relation.entries["baris"] == "*"


def test_a_wrong_sign_near_a_hundred_is_no_growth() -> None:
    # 99,75 - 99,62 = 0,13; (99,62 - 99,75) : 99,75 = -0,13 percent, which is growth told backwards
    relation = found(with_rows(r5=("99,62", "99,75", "-0,13")))
    assert relation is not None and (relation.kept, relation.of) == (6, 7)
    assert relation.entries["baris"] == "*"


def test_a_row_that_prints_growth_instead_is_held_to_nothing() -> None:
    # (102,53 - 115,19) : 115,19 = -10,99 percent
    relation = found(with_rows(r1=("115,19", "102,53", "-10,99")))
    assert relation is not None and (relation.kept, relation.of) == (6, 6)
    assert relation.entries["baris"] == "r0|r2|r3|r4|r5|r6"


def test_a_wrong_sign_is_no_growth_in_the_other_direction() -> None:
    # 99,75 - 99,62 = 0,13; from 99,75 to 99,62 it would be -0,13 percent.
    relation = found(with_rows(r1=("99,62", "99,75", "-0,13")))
    assert relation is not None and (relation.kept, relation.of) == (6, 7)
    assert relation.entries["baris"] == "*"


@pytest.mark.parametrize("rows", [
    # Growth in every row: 101,12 : 105,39 - 1 = -4,05 percent, and so on.
    [("105,39", "101,12", "-4,05"), ("115,19", "102,53", "-10,99"), ("105,68", "125,40", "18,66"),
     ("72,78", "224,53", "208,51"), ("94,88", "99,24", "4,60")],
    # Four of seven miss it: something else is meant.
    with_rows(r0=("105,39", "101,12", "96,30"), r1=("115,19", "102,53", "100,93"),
              r2=("105,68", "125,40", "113,63"), r3=("72,78", "224,53", "219,60")),
])  # fmt: skip
def test_a_column_of_something_else_is_no_difference(rows: Rows) -> None:
    assert found(rows) is None


def test_changes_printed_without_signs_are_no_slips() -> None:
    bare = [(*row[:2], row[2].lstrip("-")) for row in SOUND]
    relation = found(bare)
    assert relation is None or relation.entries["baris"] == "r2|r3|r4|r6"


def test_columns_of_two_measures_are_not_compared() -> None:
    slips = with_rows(r0=("105,39", "101,12", "5,27"), r1=("115,19", "102,53", "14,22"))
    assert found(slips, ("Target Tahun 2023", "Realisasi Tahun 2023", "Capaian (%)")) is None
