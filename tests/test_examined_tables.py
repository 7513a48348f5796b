"""`lkjip periksa` on tables as agencies print them: the right is silent, what is wrong is named."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from lkjip_analysis.output.examined.examining import tried

TITLE = "# LAPORAN KINERJA DINAS SOSIAL KOTA SERIBU TAHUN 2023"


def table(label: str, title: str, *rows: Sequence[str]) -> str:
    """A table of a report in Markdown under its caption."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    rule = "|" + "---|" * len(rows[0])
    return "\n".join([f"{label} {title}", "", lines[0], rule, *lines[1:], ""])


def findings(folder: Path, *parts: str) -> list[dict[str, Any]]:
    """What is called wrong in a report of these parts."""
    path = folder / "laporan.md"
    path.write_text("\n\n".join([TITLE, *parts]), encoding="utf-8")
    outcome = tried(path, folder / "hasil", ("", 0, ""))
    assert outcome.told is not None, outcome.problem
    found = outcome.told["findings"]
    return [f for f in found if f["verdict"] in ("terbukti", "ambigu") or f["kind"] == "klaim"]


EFFICIENCY = (
    ("No", "Indikator Kinerja", "Satuan", "Capaian Kinerja", "Penyerapan Anggaran",
     "Tingkat Efisiensi"),
    ("1", "Keikutsertaan kota", "persen", "106.66", "95.89", "10.77"),
    ("2", "Kepemilikan armada", "persen", "149.64", "28.85", "120.79"),
    ("3", "Ketersediaan armada", "persen", "100.00", "71.60", "28.4"),
    ("4", "Ketersediaan dermaga", "persen", "104.53", "93.04", "11.49"),
)  # fmt: skip


@pytest.mark.parametrize(("mean", "count"), [("42.86", 0), ("46.86", 1)])
def test_a_mean_of_decimals_behind_points_is_rounded(tmp_path: Path, mean: str, count: int) -> None:
    # 171,45 / 4 = 42,8625; the means beside it 115,2075 and 72,345
    rows = [*EFFICIENCY, ("", "RATA-RATA", "", "115.21", "72.35", mean)]
    assert len(findings(tmp_path, table("Tabel 3.9", "Efisiensi", *rows))) == count


REACHED = (
    ("Taman kota", "91,20"), ("Halte bus", "104,50"), ("Pasar rakyat", "87,35"),
    ("Kolam ikan", "99,10"), ("Balai warga", "112,75"), ("Kebun bibit", "78,40"),
)  # fmt: skip


def test_more_wrong_means_than_one_repair_explains_are_named_one_by_one(tmp_path: Path) -> None:
    # 573,30 / 6 = 95,55; the tables repeat one another, so all that fails hangs together
    wrong = ("97,55", "94,15", "95,05", "98,85")
    parts = [
        table(
            f"Tabel 3.{i}",
            f"Capaian kinerja menurut {by}",
            ("No", "Indikator Kinerja", head),
            *((str(n), *row) for n, row in enumerate(REACHED, 1)),
            ("", "RATA-RATA", mean),
        )
        for i, (by, head, mean) in enumerate(
            zip(
                ("target", "renstra", "anggaran", "sasaran"),
                (
                    "Capaian (%)",
                    "Capaian 2023 (%)",
                    "Capaian Kinerja (%)",
                    "Capaian Tahun 2023 (%)",
                ),
                wrong,
                strict=True,
            ),
            1,
        )
    ]
    found = findings(tmp_path, *parts)
    named = [[m for m in wrong if m in {cell["text"] for cell in f["cells"]}] for f in found]
    assert sorted(named) == sorted([m] for m in wrong)
    assert all(f["verdict"] == "ambigu" for f in found)


VISITS = (
    ("Januari", "120", "120"), ("Februari", "95", "215"), ("Maret", "143", "358"),
    ("April", "88", "446"), ("Mei", "131", "577"), ("Juni", "76", "653"), ("Juli", "104", "757"),
)  # fmt: skip


@pytest.mark.parametrize(("printed", "count"), [("446", 0), ("464", 1)])
def test_a_running_total_that_misses_is_named(tmp_path: Path, printed: str, count: int) -> None:
    rows = [(*row[:2], printed if row[0] == "April" else row[2]) for row in VISITS]
    head = ("Bulan", "Kunjungan", "Kumulatif")
    found = findings(tmp_path, table("Tabel 3.1", "Kunjungan tahun 2023", head, *rows))
    assert [f["printed"] or f["message"].count("464") > 0 for f in found] == [True] * count


QUARTERS = (("Triwulan I", "312", "312"), ("Triwulan II", "287", "599"),
            ("Triwulan III", "344", "943"), ("Triwulan IV", "401", "1.344"))  # fmt: skip


@pytest.mark.parametrize(
    ("head", "first", "third", "count"),
    [
        ("Kumulatif", "312", "943", 0),
        ("Kumulatif", "312", "934", 1),
        ("Kumulatif", "412", "934", 0),  # it begins with something else
        ("Izin terbit", "312", "934", 0),  # nothing says that it adds up
    ],
)
def test_four_quarters_that_add_up_are_told_by_their_heading(
    tmp_path: Path, head: str, first: str, third: str, count: int
) -> None:
    """312 + 287 + 344 = 943."""
    rows = [("Periode", "Realisasi", head), (*QUARTERS[0][:2], first), QUARTERS[1],
            (*QUARTERS[2][:2], third), QUARTERS[3]]  # fmt: skip
    found = findings(tmp_path, table("Tabel 3.6", "Izin tahun 2023", *rows))
    assert len(found) == count


PLACES = (
    ("Kebun bibit", "402", "5"), ("Taman kota", "812", "2"), ("Halte bus", "640", "4"),
    ("Pasar rakyat", "955", "1"), ("Kolam ikan", "701", "3"), ("Balai warga", "388", "6"),
    ("Museum", "205", "7"),
)  # fmt: skip


@pytest.mark.parametrize(("rank", "count"), [("4", 0), ("3", 1)])
def test_a_rank_that_the_figures_do_not_give_is_named(
    tmp_path: Path, rank: str, count: int
) -> None:
    rows = [(*row[:2], rank if row[0] == "Halte bus" else row[2]) for row in PLACES]
    head = ("Tempat", "Kunjungan", "Peringkat")
    found = findings(tmp_path, table("Tabel 3.1", "Kunjungan tahun 2023", head, *rows))
    assert len(found) == count
    assert all("Halte bus - Peringkat" in f["message"] for f in found)


def test_a_total_below_rows_that_go_on_from_elsewhere_is_left_alone(tmp_path: Path) -> None:
    rows = [(str(n), name, visits) for n, (name, visits, _) in enumerate(PLACES, 12)]
    last = ("", "JUMLAH", "5.131")  # 4.103, with eleven rows that the break of the page tore off
    head = ("No", "Tempat", "Kunjungan")
    assert findings(tmp_path, table("Tabel 3.1", "Kunjungan", head, *rows, last)) == []
    first = [(str(n), *row[1:]) for n, row in enumerate(rows, 1)]
    assert len(findings(tmp_path, table("Tabel 3.1", "Kunjungan", head, *first, last))) == 1


ONLY_PART = (
    ("Program Pelayanan Pasar", "412.500.000", "401.230.500", "97,27"),
    ("Program Pembinaan Pedagang", "187.250.000", "176.400.000", "94,21"),
    ("Belanja Tidak Langsung", "655.310.250", "640.118.400", "97,68"),
    ("Belanja Pegawai", "655.310.250", "640.118.400", "97,68"),
)


@pytest.mark.parametrize(("total", "count"), [("1.255.060.250", 0), ("1.265.060.250", 1)])
def test_a_row_that_is_the_only_part_of_the_row_above_is_not_counted_twice(
    tmp_path: Path, total: str, count: int
) -> None:
    # 412.500.000 + 187.250.000 + 655.310.250 = 1.255.060.250; realised 1.217.748.900, or 97,03 %
    rows = [("Program", "Anggaran", "Realisasi", "%"), *ONLY_PART,
            ("JUMLAH TOTAL", total, "1.217.748.900", "97,03")]  # fmt: skip
    assert len(findings(tmp_path, table("Tabel 16", "Realisasi Anggaran", *rows))) == count


STALLS = (
    ("Pembinaan Pedagang Desa", "107.301.000", "97.150.500"),
    ("Pembinaan Perajin Desa", "200.000.000", "196.480.000"),
    ("Pembinaan Penenun Desa", "114.302.000", "104.151.500"),
    ("Pembinaan Petani Desa", "121.303.000", "111.152.500"),
    ("Pembinaan Nelayan Desa", "128.304.000", "118.153.500"),
    ("Pembinaan Peternak Desa", "135.305.000", "125.154.500"),
    ("Pembinaan Pekebun Desa", "142.306.000", "132.155.500"),
    ("Pembinaan Pemandu Desa", "149.307.000", "139.156.500"),
    ("Pembinaan Penjahit Desa", "156.308.000", "146.157.500"),
    ("Pembinaan Pembatik Desa", "163.309.000", "153.158.500"),
)


@pytest.mark.parametrize(
    ("printed", "count"), [("114.302.000", 0), ("104.151.500", 1), ("200.000.000", 1)]
)
def test_a_sentence_that_repeats_another_figure_of_its_table_is_told(
    tmp_path: Path, printed: str, count: int
) -> None:
    """Nine sentences print the budget of the row they name, the third its realisation, or the
    round budget of the row before."""
    rows = [("Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)"), *STALLS]
    said = [f"{i}. Kegiatan {name}, dengan alokasi anggaran sebesar Rp. "
            f"{printed if i == 3 else budget},- untuk warga desa."
            for i, (name, budget, _) in enumerate(STALLS, 1)]  # fmt: skip
    told = findings(tmp_path, table("Tabel 3", "Kegiatan", *rows), *said)
    assert len(told) == count
    assert all(printed in t["message"] and "114.302.000" in t["message"] for t in told)


SHARES = (
    ("Taman Tengah", "563", "7,02"), ("Halte Selatan", "1.072", "13,36"),
    ("Gudang Selatan", "509", "6,34"), ("Asrama Timur", "1.541", "19,20"),
    ("Kolam Lama", "1.450", "18,07"), ("Terminal Raya", "1.188", "14,80"),
    ("Terminal Selatan", "1.702", "21,21"),
)  # fmt: skip


@pytest.mark.parametrize(("printed", "count"), [("100,00", 0), ("10,00", 1), ("1.100,00", 1)])
def test_shares_that_come_to_a_hundred_tell_their_total(
    tmp_path: Path, printed: str, count: int
) -> None:
    rows = [("Tempat", "Jumlah", "Bagian (%)"), *SHARES, ("JUMLAH", "8.025", printed)]
    assert len(findings(tmp_path, table("Tabel 3", "Kunjungan", *rows))) == count


MARKETS = (
    ("Program Pelayanan Pasar", "4.412.500.300", "4.187.351.406"),
    ("Program Pembinaan Pedagang", "1.187.250.450", "1.176.400.118"),
    ("Program Pengawasan Barang", "655.310.250", "640.118.425"),
)


@pytest.mark.parametrize(
    ("spent", "count"),
    [
        ("4.187.351.406", 0),
        ("4.187.351.870", 1),  # begins as the realisation of the row that has this budget
        ("2.011.350.870", 0),  # what else it may be, nothing tells
    ],
)
def test_an_amount_beside_one_that_names_a_row_is_held_against_it(
    tmp_path: Path, spent: str, count: int
) -> None:
    rows = [("Program", "Anggaran (Rp)", "Realisasi (Rp)"), *MARKETS]
    said = (f"Sasaran keempat didukung satu program dengan alokasi sebesar Rp. 4.412.500.300,00 "
            f"dan dibelanjakan sebesar Rp. {spent},00 sampai akhir tahun.")  # fmt: skip
    others = [f"{name} menghabiskan anggaran sebesar Rp. {used},00 dalam tahun ini."
              for name, _, used in MARKETS[1:]]  # fmt: skip
    told = findings(tmp_path, table("Tabel 3", "Program", *rows), said, *others)
    assert len(told) == count
    assert all("4.187.351.406" in finding["message"] for finding in told)


WATER = (
    ("Pendapatan air", "18.420,50", "19.875,25", "1.454,75"),
    ("Pendapatan nonair", "2.310,75", "2.408,50", "97,75"),
    ("Beban sumber air", "(3.120,40)", "(3.308,10)", "(187,70)"),
    ("Beban pengolahan", "(4.287,60)", "(4.390,20)", "(102,60)"),
    ("Beban transmisi", "(5.110,90)", "(5.402,75)", "(291,85)"),
)


@pytest.mark.parametrize(("printed", "count"), [("1.454,75", 0), ("1.544,75", 1)])
def test_a_difference_of_columns_in_millions_is_one_of_millions(
    tmp_path: Path, printed: str, count: int
) -> None:
    """19.875,25 - 18.420,50 = 1.454,75; the heading of the difference does not repeat "juta"."""
    heads = ("Uraian", "Tahun 2022 (Rp juta)", "Tahun 2023 (Rp juta)", "Naik (Turun)")
    rows = [heads, (*WATER[0][:3], printed), *WATER[1:]]
    assert len(findings(tmp_path, table("Tabel 3.4", "Laba Rugi", *rows))) == count


def spent(*shares: str) -> str:
    """Four programmes: 1.081,2 of 1.200, 766,64 of 800, 465 of 500 and 291 of 300 million."""
    rows = [("1", "Program Pangan", "1.200.000.000", "1.081.200.000"),
            ("2", "Program Penyuluhan", "800.000.000", "766.640.000"),
            ("3", "Program Sarana", "500.000.000", "465.000.000"),
            ("4", "Program Penunjang", "300.000.000", "291.000.000")]  # fmt: skip
    told = [(*row, share) for row, share in zip(rows, shares, strict=True)]
    head = ("No", "Program", "Anggaran (Rp)", "Realisasi (Rp)", "%")
    return table("Tabel 3.1", "Anggaran dan Realisasi", head, *told)


@pytest.mark.parametrize(
    ("shares", "count"),
    [
        (("90,10", "95,83", "93,00", "97,00"), 0),
        # Two digits exchanged in two of four: each is a slip, and the other two hold.
        (("91,00", "98,53", "93,00", "97,00"), 2),
        # Shares of something else, as physical progress, that agree by accident in two rows.
        (("81,44", "77,25", "93,00", "97,00"), 0),
        # Three slips beside one row that holds may as well be something else.
        (("91,00", "98,53", "39,00", "97,00"), 0),
    ],
)
def test_slips_in_half_of_a_column_do_not_take_its_relation_away(
    tmp_path: Path, shares: tuple[str, ...], count: int
) -> None:
    assert len(findings(tmp_path, spent(*shares))) == count
