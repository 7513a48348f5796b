"""Programmes above their activities, "Jumlah Belanja Langsung" and the total of both."""

from __future__ import annotations

from collections.abc import Mapping

from lkjip_analysis.intake.relations import Grid, GridColumn, discover
from lkjip_analysis.numbers.printed import read

COLUMNS = ("pagu", "pakai")
# 700 + 500 = 1.200 million, 400 + 500 = 900, 350 alone: 1.200 + 900 + 350 = 2.450, with 1.550 of
# the other kind 4.000; spent 680 + 470 = 1.150, 390 + 460 = 850, 300: 2.300, and 1.500: 3.800.
ROWS: Mapping[str, tuple[str, str]] = {
    "1. Program Perencanaan": ("1.200.000.000", "1.150.000.000"),
    "1. Rencana Kerja": ("700.000.000", "680.000.000"),
    "2. Musyawarah": ("500.000.000", "470.000.000"),
    "2. Program Pelayanan": ("900.000.000", "850.000.000"),
    "3. Surat Menyurat": ("400.000.000", "390.000.000"),
    "4. Listrik": ("500.000.000", "460.000.000"),
    "5. Program Sarana": ("350.000.000", "300.000.000"),
    "5. Pembelian Mebel": ("350.000.000", "300.000.000"),
    "Jumlah Belanja Langsung": ("2.450.000.000", "2.300.000.000"),
    "Jumlah Belanja Tidak Langsung": ("1.550.000.000", "1.500.000.000"),
}
TOTAL = ("4.000.000.000", "3.800.000.000")


def grid(rows: Mapping[str, tuple[str, str]], total: tuple[str, str] = TOTAL) -> Grid:
    keys = [f"r{place}" for place in range(len(rows))]
    told = {
        key: {c: read(text) for c, text in zip(COLUMNS, cells, strict=True)}
        for key, cells in zip(keys, rows.values(), strict=True)
    }
    whole = {"jumlah": {c: read(text) for c, text in zip(COLUMNS, total, strict=True)}}
    names = {**dict(zip(keys, rows, strict=True)), "jumlah": "Total Belanja"}
    columns = tuple(GridColumn(c, c, False) for c in COLUMNS)
    places = {c: place for place, c in enumerate(COLUMNS)}
    return Grid("t", "Tabel 1", columns, places, told, whole, (*keys, "jumlah"), names)


def summed(told: Grid, levels_known: bool) -> dict[str, list[str]]:
    """Each sum of the column of budgets by the row that prints it, and the rows it is of."""
    found = {}
    for relation in discover([told], levels_known=levels_known):
        if relation.kind == "jumlah" and relation.name.endswith("_pagu"):
            whole, *parts = (
                [cell.split("[")[1].split("]")[0] for cell in told.split(" + ")]
                for told in (relation.entries["hasil"], relation.entries["bagian"])
            )
            found[whole[0]] = parts[0]
    return found


EVERY = {"r0": ["r1", "r2"], "r3": ["r4", "r5"], "r8": ["r0", "r3", "r6"], "jumlah": ["r8", "r9"]}


def test_each_level_is_summed_of_the_one_below_it() -> None:
    for levels_known in (True, False):
        assert summed(grid(ROWS), levels_known) == EVERY


def test_a_wrong_subtotal_is_held_to_both_where_the_other_column_holds() -> None:
    """2.540 for 2.450 million: the total below misses it, and it misses its programmes."""
    rows = {**ROWS, "Jumlah Belanja Langsung": ("2.540.000.000", "2.300.000.000")}
    found = summed(grid(rows), True)
    assert found["r8"] == EVERY["r8"] and found["jumlah"] == EVERY["jumlah"]


def test_a_total_of_something_else_is_not_held_to_rows_that_begin_as_totals() -> None:
    """Two sums of parts that the table does not print, and a total that adds up neither."""
    found = summed(grid(ROWS, ("7.123.456.000", "6.987.654.000")), True)
    assert "jumlah" not in found


def test_rows_that_are_no_parts_of_the_programme_above_them_are_held_to_nothing() -> None:
    """Belanja Tidak Langsung stands below the last programme and is none of its activities."""
    rows = dict(list(ROWS.items())[:8]) | {
        "Belanja Tidak Langsung": ("1.550.000.000", "1.500.000.000")
    }
    assert "r6" not in summed(grid(rows), True)
