"""A last or first row that is called by the place that the others make up is their total."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from proposals import accepted, csv_of, excel, proposed, verified, word

from lkjip_analysis.intake.tables.place_totals import with_place_total
from lkjip_analysis.intake.tables.printed_rows import Row

HEAD = ("Kecamatan", "Luas (km2)", "Penduduk", "Kepadatan")
PLACES = [
    ("Cepu", "49,15", "75.611", "1.538"), ("Jepon", "107,72", "64.402", "598"),
    ("Todanan", "128,74", "62.115", "482"), ("Kunduran", "127,98", "67.230", "525"),
]  # fmt: skip
# 49,15 + 107,72 + 128,74 + 127,98 = 413,59; 75.611 + 64.402 + 62.115 + 67.230 = 269.358;
# 269.358 / 413,59 = 651, a rate and no sum.
SOUND = ("413,59", "269.358", "651")


def told(
    base: Path, make: Callable[..., Path], name: str, whole: tuple[str, ...], first: bool = False
) -> str:
    rows = [HEAD, (name, *whole), *PLACES] if first else [HEAD, *PLACES, (name, *whole)]
    proposal, _ = proposed(base, make(base, rows, "Tabel 2.1 Penduduk"))
    assert accepted(base, proposal)[0] == 0
    code, said = verified(base)
    assert code in (0, 1), said
    return said


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (excel, "Kabupaten Blora"),
        (word, "KAB. BLORA"),
        (word, "Indonesia"),
        (excel, "Provinsi Jambi"),
    ],
)
def test_a_sound_total_of_places_gives_no_finding_and_a_wrong_one_is_found(
    name: str, make: Callable[..., Path], tmp_path: Path
) -> None:
    assert "Tidak ada temuan" in told(tmp_path, make, name, SOUND)
    (table,) = (path.stem for path in (tmp_path / "dinas-uji" / "2024").glob("*.csv")
                if path.stem not in ("asal", "klaim"))  # fmt: skip
    assert csv_of(tmp_path, table)[-1].startswith("jumlah,")
    (tmp_path / "lain").mkdir()
    wrong = told(tmp_path / "lain", make, name, ("413,59", "296.358", "651"))
    assert "269.358" in wrong and "296.358" in wrong


@pytest.mark.parametrize(("make", "name"), [(excel, "Kabupaten Blora"), (word, "Se-Indonesia")])
def test_a_total_of_places_may_stand_first(
    name: str, make: Callable[..., Path], tmp_path: Path
) -> None:
    assert "Tidak ada temuan" in told(tmp_path, make, name, SOUND, first=True)
    (table,) = (path.stem for path in (tmp_path / "dinas-uji" / "2024").glob("tabel*.csv"))
    assert csv_of(tmp_path, table)[1].startswith("jumlah,")
    (tmp_path / "lain").mkdir()
    wrong = told(tmp_path / "lain", make, name, ("413,59", "296.358", "651"), first=True)
    assert "269.358" in wrong and "296.358" in wrong


LAST = Row(("Kabupaten Blora", "60"), 5)


@pytest.mark.parametrize(
    ("names", "figures", "last"),
    [
        (("Kabupaten Rembang", "Kabupaten Pati", "Kabupaten Kudus"), ("10", "20", "30"), LAST),
        (("Cepu", "Jepon", "Todanan"), ("10", "20", "31"), LAST),  # 61, not 60
        (("Cepu", "Jepon", "Todanan"), ("50", "60", "70"), LAST),  # 60 is their mean
        (("Cepu", "Jepon"), ("20", "40"), LAST),
        (("Cepu", "Jepon", "Jumlah"), ("20", "40", "60"), LAST),
        (("Cepu", "Jepon", "Todanan"), ("10", "20", "30"), Row(("Blora", "60"), 5)),
    ],
)
def test_what_is_not_surely_a_total_stays_a_row(
    names: tuple[str, ...], figures: tuple[str, ...], last: Row
) -> None:
    rows = tuple(Row(cells, i) for i, cells in enumerate(zip(names, figures, strict=True), 1))
    assert with_place_total((*rows, last)) == (*rows, last)
    assert with_place_total((last, *rows)) == (last, *rows)


@pytest.mark.parametrize("make", [excel, word])
@pytest.mark.parametrize("name", ["JUMLAH", "Total Penduduk", "Jumlah penduduk kecamatan"])
def test_a_total_that_says_what_it_counts_is_tested_and_its_rate_is_no_sum(
    name: str, make: Callable[..., Path], tmp_path: Path
) -> None:
    assert "Tidak ada temuan" in told(tmp_path, make, name, SOUND)
    for printed in ("296.358", "26.935"):
        (tmp_path / printed).mkdir()
        wrong = told(tmp_path / printed, make, name, ("413,59", printed, "651"))
        assert "269.358" in wrong and printed in wrong and "1 Perlu klarifikasi" in wrong


COUNTS = [HEAD[:1] + HEAD[2:3], *((row[0], row[2]) for row in PLACES)]


@pytest.mark.parametrize(
    ("name", "shown", "is_total"),
    [
        ("Total penduduk", "296.358", True),  # all it counts heads the table
        ("Jumlah kematian", "269.358", True),  # its figures are the sum
        ("Jumlah kematian", "296.358", False),
        ("Jumlah penduduk miskin", "27.104", False),
    ],
)
def test_what_a_total_counts_heads_the_table_or_its_figures_are_sums(
    name: str, shown: str, is_total: bool, tmp_path: Path
) -> None:
    accepted(tmp_path, proposed(tmp_path, excel(tmp_path, [*COUNTS, (name, shown)], "Warga"))[0])
    (table,) = (path.stem for path in (tmp_path / "dinas-uji" / "2024").glob("tabel*.csv"))
    assert csv_of(tmp_path, table)[-1].startswith("jumlah,") == is_total


@pytest.mark.parametrize(
    ("head", "cells", "whole"),
    [
        # 75.611 / 49,15 = 1.538,37: the column is one over the other in every row.
        ("Banyaknya", ("1.538", "598", "482", "525"), "6.510"),
        ("Harga", ("12.000", "15.000", "11.000", "14.000"), "13.100"),
    ],
)
def test_a_rate_of_the_whole_is_no_sum(
    head: str, cells: tuple[str, ...], whole: str, tmp_path: Path
) -> None:
    rows = [(*row[:3], cell) for row, cell in zip(PLACES, cells, strict=True)]
    total = ("Jumlah", *SOUND[:2], whole)
    accepted(
        tmp_path, proposed(tmp_path, excel(tmp_path, [(*HEAD[:3], head), *rows, total], "X"))[0]
    )
    assert "Tidak ada temuan" in verified(tmp_path)[1]


BRANCHES = [
    ("Pertanian", "4.210,3", "4.388,1", "18,76"), ("Industri", "6.120,8", "6.502,4", "27,27"),
    ("Perdagangan", "3.904,4", "4.120,6", "17,40"), ("Jasa", "8.208,7", "8.597,9", "36,57"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "first", "second", "total"),
    [
        ("PDRB", "22.444,2", "23.609,0", True),  # both are sums
        ("PDRB", "22.444,2", "23.699,0", False),  # of one alone it may be chance
        ("Listrik", "1.022,4", "1.104,7", False),
    ],
)
def test_sums_of_many_digits_in_two_columns_are_a_total_whatever_it_is_called(
    name: str, first: str, second: str, total: bool
) -> None:
    """4.210,3 + 6.120,8 + 3.904,4 + 8.208,7 = 22.444,2 and 23.609,0 in the next year."""
    printed = [*BRANCHES, (name, first, second, "100,00")]
    rows = tuple(Row(cells, i) for i, cells in enumerate(printed, 1))
    assert with_place_total(rows)[-1].is_total == total
