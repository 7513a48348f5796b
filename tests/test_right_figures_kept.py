"""Figures that are right, in shapes in which they were taken for wrong: each with a wrong twin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from proposals import told
from test_examined_tables import table
from test_relations import grid

from lkjip_analysis.intake.document.column_headings import is_numbering
from lkjip_analysis.intake.relations import discover
from lkjip_analysis.intake.relations.basis.figure_grid import Grid
from lkjip_analysis.intake.relations.between_tables.repeated import repeated_figures
from lkjip_analysis.intake.sentences.said.said_targets import of_target
from lkjip_analysis.intake.sentences.said_figures import figures_of
from lkjip_analysis.numbers.printed import read, read_or_none

PART = {"mar": "MAR", "apr": "APR", "mei": "MEI", "jun": "JUN", "rata": "RATA-RATA"}
"""Four of twelve months, as where the others could not be read."""


@pytest.mark.parametrize(("others", "found"), [(("100,00", "98,96"), 0), (("98,00", "99,00"), 1)])
def test_rows_of_equal_figures_tell_no_way_to_reckon_a_mean(
    others: tuple[str, str], found: int
) -> None:
    """Seven rows print 100,00 four times and as their mean, three a mean of twelve months; where
    rows with different figures keep it as well, it is the mean: (98 + 99 + 100 + 100) / 4."""
    equal = ("100,00", "100,00", "100,00", "100,00", "100,00")
    rows = {f"a{number}": equal for number in range(7)}
    kept = "99,25" if found else "99,91"
    rows |= {f"b{number}": (*others, "100,00", "100,00", kept) for number in range(3)}
    told = [relation for relation in discover([grid(PART, rows)]) if relation.kind == "rerata"]
    assert len(told) == found


@pytest.mark.parametrize(("total", "is_wrong"), [("1.333,34", False), ("1.343,34", True)])
def test_what_stands_below_a_total_is_no_part_of_it(
    total: str, is_wrong: bool, tmp_path: Path
) -> None:
    """6 x 88,89 + 8 x 100,00 = 1.333,34; the target of 90,00 below is none of them."""
    shares = ["88,89"] * 6 + ["100,00"] * 8
    rows = [(f"Rapat {i}", "1", share) for i, share in enumerate(shares, 1)]
    below = [("Jumlah", "14", total), ("Rata-rata capaian", "", "95,24"), ("Target", "", "90,00")]
    text = table("Tabel 3.1", "Rapat", ("Kegiatan", "Kali", "Capaian"), *rows, *below)
    assert (total in told(text, tmp_path)) is is_wrong


@pytest.mark.parametrize(("left", "is_wrong"), [("0,00", False), ("8,94", True)])
def test_no_efficiency_is_left_where_more_was_spent_than_reached(
    left: str, is_wrong: bool, tmp_path: Path
) -> None:
    """91,11 - 99,60 is less than nothing, and the table prints nothing."""
    rows = [("Jalan", "100,00", "98,22", "1,78"), ("Air", "102,54", "96,45", "6,09"),
            ("Irigasi", "133,33", "84,47", "48,86"), ("Taman", "99,95", "97,84", "2,11"),
            ("Gedung", "100,00", "94,46", "5,54"), ("Pasar", "91,11", "99,60", left)]  # fmt: skip
    head = ("Indikator", "Capaian (%)", "Penyerapan (%)", "Tingkat Efisiensi (%)")
    assert (left in told(table("Tabel 3.1", "Efisiensi", head, *rows), tmp_path)) is is_wrong


@pytest.mark.parametrize(("left", "is_wrong"), [("0", False), ("9", True)])
def test_a_whole_0_is_no_efficiency_either(left: str, is_wrong: bool, tmp_path: Path) -> None:
    """98,43 - 99,35 = -0,92: less than nothing by less than one, beside decimals."""
    rows = [("Jalan", "100,00", "98,22", "1,78"), ("Air", "102,54", "96,45", "6,09"),
            ("Irigasi", "133,33", "84,47", "48,86"), ("Taman", "99,95", "97,84", "2,11"),
            ("Gedung", "100,00", "94,46", "5,54"), ("Data", "98,43", "99,35", left)]  # fmt: skip
    head = ("Indikator", "Capaian (%)", "Penyerapan (%)", "Tingkat Efisiensi (%)")
    found = told(table("Tabel 3.1", "Efisiensi", head, *rows), tmp_path)
    assert ("98,43" in found) is is_wrong


REACHED = [
    ("Indeks Jalan", "80,00", "84,00", "105,00"),
    ("Indeks Air", "75,00", "78,00", "104,00"),
    ("Indeks Irigasi", "60,00", "63,00", "105,00"),
    ("Indeks Taman", "90,00", "95,40", "106,00"),
    ("Indeks Pasar", "50,00", "60,00", "120,00"),
]


def test_what_is_reached_of_the_last_target_is_another_measure(tmp_path: Path) -> None:
    """60/50 = 120,00 of this year's target, 60/90 = 66,67 of the last; the others stay."""
    heads = ("Indikator", "Target", "Realisasi", "Capaian (%)")
    first = table("Tabel 3.1", "Capaian Tahun 2022", heads, *REACHED) + "\n"
    ends = [(n, r, t, c) for (n, t, r, c) in REACHED[:4]] + [
        ("Indeks Pasar", "60,00", "90,00", "66,67")
    ]
    head = ("Indikator", "Realisasi 2022", "Target Akhir Renstra 2024",
            "Capaian 2022 terhadap Target Akhir Renstra (%)")  # fmt: skip
    second = ("Tabel 3.2", "Capaian terhadap Renstra", head)
    assert "66,67" not in told(first + table(*second, *ends), tmp_path)
    wrong = [*ends[:4], ("Indeks Pasar", "60,00", "90,00", "76,67")]
    assert "76,67" in told(first + table(*second, *wrong), tmp_path)


SHARE = (
    "Kegiatan Naskah dengan anggaran Rp90.250.000,00 dan realisasi Rp88.277.500,00 atau {}% dan "
    "kegiatan Prosedur dengan realisasi Rp201.329.500,00 dari 201.875.000,00 atau {}%.\n"
)


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [("97,81", "99,73", ""), ("97,18", "99,73", "97,18")],
)
def test_a_share_of_an_amount_without_its_currency_is_no_share_of_another(
    first: str, second: str, wrong: str, tmp_path: Path
) -> None:
    """88.277.500 / 90.250.000 = 97,81 and 201.329.500 / 201.875.000 = 99,73."""
    said = told(SHARE.format(first, second), tmp_path)
    assert (wrong in said) if wrong else said == "[]"


def test_a_share_of_a_place_that_is_an_exception_is_not_that_of_all(tmp_path: Path) -> None:
    said = (
        "Jumlah penduduk 43.021.826 jiwa, terdiri dari penduduk laki-laki sebanyak 21.876.572 jiwa "
        "(50,85%) dan perempuan sebanyak 21.145.254 jiwa (49,15%), pada tahun 2022 jumlah penduduk "
        "bertambah menjadi 46.497.175 jiwa, jika diperhatikan menurut jenis kelamin penduduk "
        "laki-laki lebih banyak dari perempuan. Gambaran ini terlihat di hampir seluruh "
        "Kabupaten/Kota, terkecuali Kabupaten Randu (Laki-laki 49,78 %, perempuan 50,22%).\n"
    )
    assert told(said, tmp_path) == "[]"


def test_a_lost_mark_is_no_reading() -> None:
    assert read_or_none("Rp. 907458.180,-") is None
    whole = read_or_none("Rp. 907.458.180,-")
    assert whole is not None and whole.value == 907458180


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["(1) Misi 1 : Meningkatkan", "(2)", "(3)", "(4)", "(5)"], True),
        (["(1) Misi 1 : Meningkatkan", "(2)", "(9)", "(4)", "(5)"], False),
        (["(1) Misi", "2"], False),
    ],
)
def test_column_numbers_beside_the_words_of_the_next_line(texts: list[str], numbers: bool) -> None:
    assert is_numbering(texts) is numbers


def test_an_indicator_whose_name_is_a_number_keeps_it(tmp_path: Path) -> None:
    """The whole document was refused: an indicator without a name."""
    rows = [("Jalan mantap", "80,00", "84,00", "105,00"), ("(3)", "75,00", "78,00", "104,00")]
    heads = ("Indikator", "Target", "Realisasi", "Capaian (%)")
    assert told(table("Tabel 3.1", "Capaian", heads, *rows), tmp_path) == "[]"


@pytest.mark.parametrize(("lowest", "is_wrong"), [("83,58", False), ("85,38", True)])
def test_the_lowest_may_stand_in_a_column_of_another_name(
    lowest: str, is_wrong: bool, tmp_path: Path
) -> None:
    rows = [("Kesehatan pegawai", "100,00", "1.506.190.000", "1.258.896.424", "83,58"),
            ("Koleksi buku", "100,00", "200.000.000", "198.860.000", "99,43"),
            ("Kehumasan", "100,00", "900.000.000", "870.300.000", "96,70"),
            ("Layanan tamu", "100,00", "400.000.000", "381.200.000", "95,30")]  # fmt: skip
    head = ("Sasaran", "Realisasi kinerja (%)", "Alokasi (Rp)", "Penggunaan (Rp)", "Capaian (%)")
    said = f"Realisasi anggaran terendah adalah sebesar {lowest}% pada Sasaran Kesehatan pegawai.\n"
    text = f"{said}\n{table('Tabel 3.5', 'Kinerja dan Keuangan', head, *rows)}"
    assert (lowest in told(text, tmp_path)) is is_wrong


CITIES = """Tabel 3.1 Cakupan Program menurut Kota

| Kabupaten/Kota | Capaian Program Tahun 2021 | Capaian Program Tahun 2022 |
|---|---|---|
| Kota Randu | 8,2 | 9,4 |
| Kota Salam | 7,24 | 8,31 |
| Kabupaten Jati | 25,13 | 31,02 |
| Kabupaten Waru | 14,21 | 15,07 |

Pelatihan di Kabupaten Jati diikuti {} peserta.
"""


@pytest.mark.parametrize("count", ["26", "25"])
def test_a_count_beside_the_name_of_a_row_is_no_figure_of_it(count: str, tmp_path: Path) -> None:
    """26 participants are not 25,13 percent of a programme rounded up, nor are 25."""
    assert told(CITIES.format(count), tmp_path) == "[]"


GOODS = (
    "Anggaran Rp100.000.000 terealisasi Rp90.000.000 atau 90,00 persen.\n\n"
    "Barang tidak sesuai standar sebesar {}% dari target {}% atau capaian {}%.\n"
)


@pytest.mark.parametrize(
    ("figures", "is_wrong"), [(("0", "2", "100"), False), (("40", "50", "85"), True)]
)
def test_nothing_of_what_should_be_little_is_all_of_it(
    figures: tuple[str, ...], is_wrong: bool, tmp_path: Path
) -> None:
    """0 of at most 2 percent is the whole achievement; 40 of 50 is 80."""
    assert (f"{figures[-1]}%" in told(GOODS.format(*figures), tmp_path)) is is_wrong


TARGETS = {"target": "Target"}
NAMES = {
    "a": "Persentase penduduk dengan jaminan kesehatan",
    "b": "Indeks niaga",
    "c": "Jumlah wirausaha baru",
    "d": "Nilai produksi",
    "e": "Jumlah kerja sama",
}
KEPT = {"b": ("71,40",), "d": ("10,50",), "e": ("12,25",), "c": ("96,35",)}


def ties(one: Grid, other: Grid) -> str:
    """The cells of two tables of indicators that are said to print the same."""
    tables = [replace(one, name="satu"), replace(other, name="dua")]
    return str([found.entries for found in repeated_figures(tables, 2022)])


def indicators(rows: Mapping[str, Sequence[str]], **called: str) -> Grid:
    return replace(grid(TARGETS, rows), names={**NAMES, **called}, sort="indikator")


def test_names_that_share_few_words_are_of_two_things() -> None:
    """Their keys are one, for "jaminan kesehatan" and "jamban sehat" have like letters."""
    one = indicators({**KEPT, "a": ("65,00",)})
    other = {**KEPT, "a": ("53,50",)}
    assert "satu[a]" in ties(one, indicators(other))
    said = ties(one, indicators(other, a="Persentase penduduk yang menggunakan jamban sehat"))
    assert "satu[b]" in said and "satu[a]" not in said


def test_the_same_print_read_in_two_styles_is_the_same() -> None:
    one = indicators({**KEPT, "a": ("9,000",)})
    read_as_whole = replace(read("9,000"), value=read("9.000").value, decimals=0)
    other = replace(one, rows={**one.rows, "a": {"target": read_as_whole}})
    assert "satu[a]" in ties(one, one)
    assert "satu[b]" in ties(one, other) and "satu[a]" not in ties(one, other)


@pytest.mark.parametrize(
    ("one", "other", "is_tied"),
    [("10 desa", "38 desa", True), ("10 kota", "38 desa", False), ("3,60%", "1.768.362", False)],
)
def test_figures_of_two_units_are_no_copies(one: str, other: str, is_tied: bool) -> None:
    units = ("desa", "kota")
    first, second = indicators(KEPT), indicators(KEPT)
    tables = [
        replace(table, rows={**table.rows, "a": {"target": read(text, units=units)}})
        for table, text in ((first, one), (second, other))
    ]
    assert ("satu[a]" in ties(*tables)) is is_tied


SCALES = (
    table(
        "Tabel 3.1",
        "Anggaran Tahun 2022",
        ("Unit", "Anggaran (Rp)", "Realisasi (Rp)"),
        ("Balai Metrologi Randu", "1.100.000.000", "1.014.650.950"),
        ("Balai Metrologi Waru", "6.357.142.300", "5.753.828.400"),
        ("Penataan Struktur Industri", "225.000.000", "187.358.500"),
    )
    + "\n{}\n"
)
WORK = (
    "Kegiatan {}, yang dilaksanakan oleh Dinas Ternak dengan alokasi anggaran sebesar "
    "Rp. {} realisasi anggaran sebesar Rp. {}."
)


@pytest.mark.parametrize(
    ("work", "budget", "spent", "wrong"),
    [
        # one digit of 1.100.000.000, of another place that shares words with the row
        ("Pelayanan Balai Metrologi Jati", "1.200.000.000", "1.195.420.000", ""),
        ("Pelayanan Balai Metrologi Randu", "1.200.000.000", "1.014.650.950", "1.200.000.000"),
        # the round budget of a row, of a work of another name
        ("Pelatihan Garmen", "225.000.000", "195.707.500", ""),
        ("Penataan Struktur Industri", "225.000.000", "195.707.500", "195.707.500"),
        # a budget that is not round names its row alone
        ("Pelayanan Ukur", "6.357.142.300", "5.853.828.400", "5.853.828.400"),
    ],
)
def test_an_amount_of_another_work_is_not_that_of_a_row_of_like_words(
    work: str, budget: str, spent: str, wrong: str, tmp_path: Path
) -> None:
    said = told(SCALES.format(WORK.format(work, budget, spent)), tmp_path)
    assert (wrong in said) if wrong else said == "[]"


@pytest.mark.parametrize(("spent", "share", "is_wrong"), [
    ("195.707.500", "86,98", False),  # 195.707.500 / 225.000.000 = 86,98 percent, of another work
    ("17.505.000", "6,98", True),  # 15.705.000 / 225.000.000 = 6,98
])  # fmt: skip
def test_a_share_within_the_digits_of_another_names_no_row(
    spent: str, share: str, is_wrong: bool, tmp_path: Path
) -> None:
    rows = [("Ukur", "510.400.000", "498.730.000", "97,71"),
            ("Penataan", "225.000.000", "15.705.000", "6,98"),
            ("Pameran", "340.250.000", "331.120.000", "97,32")]  # fmt: skip
    head = ("Unit", "Anggaran (Rp)", "Realisasi (Rp)", "%")
    work = WORK.format("Garmen", "225.000.000", spent)[:-1] + f" atau {share} persen."
    text = table("Tabel 3.1", "Anggaran Tahun 2022", head, *rows) + f"\n{work}\n"
    assert (spent in told(text, tmp_path)) is is_wrong


@pytest.mark.parametrize(
    ("shown", "held"), [("100%", []), ("200%", []), ("64%", [False]), ("0%", [True])]
)
def test_nothing_reached_of_what_is_to_be_little_is_all_of_it(shown: str, held: list[bool]) -> None:
    """No report late of at most 2 percent: 100, or (2 x 2 - 0) / 2 = 200; 64 is neither."""
    said = f"Tingkat keterlambatan: target 2% dengan realisasi 0% maka capaiannya {shown}."
    assert [relation.holds for relation in of_target(figures_of(said), said)] == held
