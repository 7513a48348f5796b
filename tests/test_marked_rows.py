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


# Two activities below each programme, whose numbers run on: 700 + 500 = 1.200 million, 400 + 500 =
# 900, 1.250 + 900 = 2.150, 950 + 896,5 = 1.846,5; spent 680 + 470, 390 + 460, 1.200 + 800, 943 +
# 857,25 = 1.800,25.
Marked = tuple[str, str, str, str]
PROGRAMMES: tuple[Marked, ...] = (
    ("a.", "Program Perencanaan", "1.200.000.000", "1.150.000.000"),
    ("1)", "Kegiatan Rencana Kerja", "700.000.000", "680.000.000"),
    ("2)", "Kegiatan Musyawarah", "500.000.000", "470.000.000"),
    ("b.", "Program Pelayanan", "900.000.000", "850.000.000"),
    ("3)", "Kegiatan Surat", "400.000.000", "390.000.000"),
    ("4)", "Kegiatan Listrik", "500.000.000", "460.000.000"),
    ("c.", "Program Sarana", "2.150.000.000", "2.000.000.000"),
    ("5)", "Kegiatan Gedung", "1.250.000.000", "1.200.000.000"),
    ("6)", "Kegiatan Mebel", "900.000.000", "800.000.000"),
    ("d.", "Program Pemeliharaan", "1.846.500.000", "1.800.250.000"),
    ("7)", "Kegiatan Pemeliharaan Gedung", "950.000.000", "943.000.000"),
    ("8)", "Kegiatan Pemeliharaan Kendaraan", "896.500.000", "857.250.000"),
)
LAST_SUMS = ["rincian_t_r9_pagu", "rincian_t_r9_pakai"]


def marked(rows: Sequence[Marked], own_cell: bool = True, heads: Sequence[str] = ()) -> Grid:
    columns = tuple(GridColumn(c, h, False) for c, h in zip(("pagu", "pakai"), heads or (
        "Anggaran (Rp)", "Realisasi (Rp)"), strict=True))  # fmt: skip
    names = {f"r{i}": name if own_cell else f"{mark} {name}" for i, (mark, name, *_) in
             enumerate(rows)}  # fmt: skip
    told = {
        f"r{i}": {c.name: read(text, "indonesia") for c, text in zip(columns, cells, strict=True)}
        for i, (_, _, *cells) in enumerate(rows)
    }
    marks = {f"r{i}": row[0] for i, row in enumerate(rows)} if own_cell else {}
    places = {"pagu": 0, "pakai": 1}
    return Grid("t", "Tabel 1", columns, places, told, {}, tuple(names), names, marks=marks)


def failing(told: Grid, levels_known: bool = False) -> list[str]:
    """The proposed sums that the printed figures do not keep."""
    wrong = []
    for relation in discover([told], levels_known=levels_known):
        if relation.name.startswith("rincian_"):
            (whole, column), *parts = (
                (cell.split("[")[1].split("]")[0], cell.split(".")[-1])
                for cell in (relation.entries["hasil"], *relation.entries["bagian"].split(" + "))
            )
            summed = sum(told.rows[row][column].value or 0 for row, _ in parts)
            wrong += [relation.name] if summed != told.rows[whole][column].value else []
    return sorted(wrong)


def with_row(rows: Sequence[Marked], place: int, pagu: str, pakai: str) -> tuple[Marked, ...]:
    return (*rows[:place], (*rows[place][:2], pagu, pakai), *rows[place + 1 :])


OTHER_ACTIVITY = with_row(PROGRAMMES, 11, "500.000.000", "472.400.000")


@pytest.mark.parametrize("own_cell", [True, False])
@pytest.mark.parametrize("levels_known", [True, False])
def test_a_programme_that_misses_its_activities_is_told_where_the_others_hold(
    own_cell: bool, levels_known: bool
) -> None:
    """950 + 500 = 1.450 million below 1.846,5, and 943 + 472,4 = 1.415,4 below 1.800,25."""
    assert failing(marked(OTHER_ACTIVITY, own_cell), levels_known) == LAST_SUMS


def renumbered(rows: Sequence[Marked], place: int, mark: str) -> tuple[Marked, ...]:
    return (*rows[:place], (mark, *rows[place][1:]), *rows[place + 1 :])


@pytest.mark.parametrize("rows", [
    PROGRAMMES,
    renumbered(OTHER_ACTIVITY, 11, "9)"),  # 8) stands elsewhere, or was not read
    tuple((row[0] if row[0][0].isalpha() else "-", *row[1:]) for row in OTHER_ACTIVITY),
    with_row(PROGRAMMES, 11, "896.500.001", "857.249.999"),  # each part rounded to a rupiah
    with_row(PROGRAMMES, 11, "296.500.000", "257.250.000"),  # 600 million short, both: see below
])  # fmt: skip
def test_programmes_whose_activities_may_be_other_ones_are_accused_of_nothing(
    rows: Sequence[Marked],
) -> None:
    if rows[11][2] == "296.500.000":  # a seventh activity of as much may belong to it as well
        extra = ("9)", "Kegiatan Pemeliharaan Taman", "600.000.000", "600.000.000")
        rows = (*rows, ("e.", "Program Taman", "600.000.000", "600.000.000"), extra)
    assert not failing(marked(rows))


# 73.000.400 + 2.800.300 + 116.300.100 = 192.100.800; 18.200.400 + 130.700.600 = 148.901.000, and
# the next year 77.200.500 + 3.000.100 + 122.000.300 = 202.200.900; 18.600.700 + 134.200.900 =
# 152.801.600; 40.000.300 + 50.000.400 = 90.000.700; 45.000.500 + 50.000.300 = 95.000.800
GROUPS: tuple[Marked, ...] = (
    ("I", "Daging", "192.100.800", "202.200.900"),
    ("1", "Sapi", "73.000.400", "77.200.500"),
    ("2", "Kerbau", "2.800.300", "3.000.100"),
    ("3", "Ayam", "116.300.100", "122.000.300"),
    ("II", "Telur", "148.901.000", "152.801.600"),
    ("1", "Ayam", "18.200.400", "18.600.700"),
    ("2", "Itik", "130.700.600", "134.200.900"),
    ("III", "Ikan", "90.000.700", "95.000.800"),
    ("1", "Lele", "40.000.300", "45.000.500"),
    ("2", "Nila", "50.000.400", "50.000.300"),
)
YEARS = ("Produksi 2022", "Produksi 2023")


def test_a_group_that_misses_by_a_thousandth_is_told_where_the_others_add_up() -> None:
    """193.200.800 and 203.400.900 of meat: 1,1 and 1,2 million more than its kinds."""
    rows = with_row(GROUPS, 0, "193.200.800", "203.400.900")
    assert failing(marked(rows, heads=YEARS)) == ["rincian_t_r0_pagu", "rincian_t_r0_pakai"]


@pytest.mark.parametrize("cells", [
    ("192.100.802", "202.200.899"),  # each kind rounded
    ("231.000.000", "245.000.000"),  # a fifth more: there are kinds that nobody lists
])  # fmt: skip
def test_a_group_of_rounded_or_chosen_kinds_is_not_told(cells: tuple[str, str]) -> None:
    assert not failing(marked(with_row(GROUPS, 0, *cells), heads=YEARS))
