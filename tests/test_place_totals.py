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
)  # fmt: skip
def test_what_is_not_surely_a_total_stays_a_row(
    names: tuple[str, ...], figures: tuple[str, ...], last: Row
) -> None:
    rows = tuple(Row(cells, i) for i, cells in enumerate(zip(names, figures, strict=True), 1))
    assert with_place_total((*rows, last)) == (*rows, last)
    assert with_place_total((last, *rows)) == (last, *rows)
