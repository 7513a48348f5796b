"""A workbook with tables of no known type goes the way of a report in Word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from proposals import accepted, csv_of, excel, proposed, read_proposal, run, verified, word
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.tables.read_tables import printed_tables
from lkjip_analysis.intake.usul.read_document import read_document

QUARTERS = ["Uraian", "Target", "Realisasi", "Target", "Realisasi"]
GROUPS = ["", "Triwulan I", "Triwulan I", "Triwulan II", "Triwulan II"]
SURVEY = ["Puskesmas", "Kunjungan pagi", "Kunjungan sore", "Kunjungan"]


def imported(path: Path, rows: list[list[object]], *more: str) -> tuple[int, str]:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Lembar"
    for row in rows:
        sheet.append(row)
    book.save(path / "buku.xlsx")
    told = ["import", str(path / "buku.xlsx"), "--instansi", "dinas-uji", "--tahun", "2024"]
    done = CliRunner().invoke(app, [*told, "--data", str(path), "--ya", *more])
    return done.exit_code, done.output


@pytest.mark.parametrize(
    "rows",
    [
        [SURVEY, ["Sukamaju", 1250, 340, 1590], ["Cibeureum", 980, 121, 1101]],
        [GROUPS, QUARTERS, ["Jalan mantap", 70, 68, 75, 74], ["Jembatan", 12, 12, 14, 13]],
        [
            ["No", "Lokasi", "Pagu Awal (Rp)", "Pagu Revisi (Rp)", "Realisasi (Rp)", "%"],
            [1, "Pembangunan taman", 200000000, 250000000, 240000000, 96],
            [2, "Penghijauan kota", 100000000, 100000000, 95000000, 95],
        ],
    ],
)
def test_an_unknown_table_is_proposed_with_every_figure(
    rows: list[list[object]], tmp_path: Path
) -> None:
    code, told = imported(tmp_path, rows)
    assert code == 0, told
    assert "Belum cocok dengan jenis tabel yang ada:" in told and "  Lembar!" in told
    assert "Seluruh buku diusulkan" in told and "--ya tidak menerima usulan" in told
    assert "usul" in told and not (tmp_path / "dinas-uji").exists()
    proposal = load_workbook(tmp_path / "usulan-dinas-uji-2024.xlsx")
    cells = [str(c) for s in proposal for r in s.iter_rows(values_only=True) for c in r if c]
    printed = "".join(text.replace(".", "") + "\n" for text in cells)
    figures = [str(cell) for row in rows for cell in row if isinstance(cell, int) and cell > 2]
    assert [figure for figure in figures if f"{figure}\n" not in printed] == []


def test_what_the_user_says_of_a_sheet_is_never_dropped(tmp_path: Path) -> None:
    rows: list[list[object]] = [SURVEY, ["Sukamaju", 1250, 340, 1590], ["Citra", 980, 121, 1101]]
    code, told = imported(tmp_path, rows, "--dalam", "Lembar=ribu")
    assert code == 2
    assert not (tmp_path / "usulan-dinas-uji-2024.xlsx").exists(), told


@pytest.mark.parametrize(
    "heading",
    [
        ["Kode", "Program", "Pagu", "Pagu", "Realisasi", "%"],
        ["Kode", "Progam", "Pagu", "Realisasi", "%"],
    ],
)
def test_a_slip_in_the_headings_of_a_known_table_is_told(
    heading: list[object], tmp_path: Path
) -> None:
    row: list[object] = ["1", "Taman", *[100] * (len(heading) - 2)]
    code, told = imported(tmp_path, [heading, row, row])
    assert code == 2
    assert "found the heading" in told
    assert not (tmp_path / "usulan-dinas-uji-2024.xlsx").exists()


@pytest.mark.parametrize("make", [excel, word])
def test_of_two_columns_under_one_heading_none_is_taken(
    make: Callable[..., Path], tmp_path: Path
) -> None:
    """Nobody knows which one is the realisasi: both are refused, and what is beside them stays."""
    rows = [
        ("Program", "Pagu", "Realisasi", "Realisasi", "%"),
        ("Irigasi", "1.000", "950", "900", "95,00"),
        ("Embung", "2.000", "1.900", "1.800", "95,00"),
        ("Jumlah", "3.000", "2.850", "2.700", "95,00"),
    ]
    proposal, told = proposed(tmp_path, make(tmp_path, rows, "Tabel 3.9 Anggaran"))
    where = "!C1, " if make is excel else "kolom 3, kolom 4"
    assert 'judul kolom "Realisasi" tercetak dua kali (' in told and where in told
    assert accepted(tmp_path, proposal)[0] == 0
    (table,) = (tmp_path / "dinas-uji" / "2024").glob("tabel*.csv")
    assert csv_of(tmp_path, table.stem)[1].endswith('Irigasi,1.000,"95,00"')


HEADS_AGAIN = {
    "under groups": ([["Uraian", "TW I", None, "TW II", None],
                      [None, "Target", "Realisasi", "Target", "Realisasi"]], []),
    "under one group": ([["Uraian", "TW I", None, "TW I", None],
                         [None, "Target", "Realisasi", "Target", "Realisasi"]],
                        ["Lembar!B2, Lembar!D2", "Lembar!C2, Lembar!E2"]),
    "with its unit below": ([["Uraian", "Target", "Realisasi", "Realisasi", "Ket"],
                             [None, "(Rp)", "(Rp)", "(Rp)", None]], ["Lembar!C2, Lembar!D2"]),
    "thrice, in other letters": ([["Uraian", "Target", "Nilai", "NILAI ", "nilai:"]],
                                 ["Lembar!C1, Lembar!D1, Lembar!E1"]),
}  # fmt: skip


@pytest.mark.parametrize(("heads", "told"), HEADS_AGAIN.values(), ids=HEADS_AGAIN)
def test_a_heading_stands_twice_where_no_group_tells_it_apart(
    heads: list[list[object]], told: list[str], tmp_path: Path
) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Lembar"
    for row in [*heads, ["Taman", 700, 680, 710, 705], ["Jalan", 120, 121, 140, 139]]:
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    (table,) = printed_tables(read_document(tmp_path / "a.xlsx").blocks)
    assert [place in one.words for place, one in zip(told, table.refused, strict=True)] == [
        True for _ in told
    ]
    left = 5 - sum(place.count("!") for place in told)
    assert len(table.heads) == left == len(table.rows[0].texts)
    assert sum(one.figures for one in table.refused) == 2 * (5 - left)


def test_columns_under_one_heading_that_print_the_same_stay(tmp_path: Path) -> None:
    book = Workbook()
    for row in [["Indikator", "Target", "Satuan", "Realisasi", "Satuan"],
                ["Jalan", 70, "km", 68, "km"], ["Jembatan", 12, "unit", 12, "unit"]]:  # fmt: skip
        book.worksheets[0].append(row)
    book.save(tmp_path / "a.xlsx")
    (table,) = printed_tables(read_document(tmp_path / "a.xlsx").blocks)
    assert table.refused == () and len(table.heads) == 5


def test_a_file_with_nothing_but_doubled_headings_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    for row in [["Nilai", "Nilai"], ["700", "680"], ["120", "121"]]:
        book.worksheets[0].append(row)
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(InputError, match="Sheet!A1, Sheet!B1") as refused:
        read_proposal(tmp_path / "a.xlsx", "dinas-uji", 2024)
    assert "no table" in str(refused.value)


def test_a_letter_that_looks_like_a_digit_is_no_unit(tmp_path: Path) -> None:
    """3O may be 30: it is asked about, not read as 3 of a unit O."""
    rows = [("Kecamatan", "Produksi"), ("Timur", "28 ton"), ("Barat", "3O"), ("Utara", "30 ton")]
    proposal, told = proposed(tmp_path, word(tmp_path, rows))
    assert '"3O" tidak terbaca sebagai angka' in told and "28 ton" not in told
    code, told = accepted(tmp_path, proposal)
    assert code == 2 and '"3O"' in told


def test_a_bound_and_a_figure_spelt_out_have_the_unit_behind_them(tmp_path: Path) -> None:
    """54 minutes where 60 are allowed are 110 per cent, 9 documents of 12 are 75."""
    head = ("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)")
    rows = [head, ("1", "Waktu tunggu", "menit", "≤ 60 menit", "54 menit", "110,00"),
            ("2", "Kajian", "buah", "12 dokumen", "9 (sembilan) dokumen", "75,00")]  # fmt: skip
    proposal, told = proposed(tmp_path, word(tmp_path, rows))
    assert "tidak terbaca" not in told and accepted(tmp_path, proposal)[0] == 0
    assert "9 (sembilan) dokumen" in csv_of(tmp_path, "capaian")[2]
    code, told = verified(tmp_path)
    assert code == 0 and "6 dari 6 angka teruji" in told


@pytest.mark.parametrize("more", [[], [("Sub Jumlah Utara", "14")]])
def test_a_table_without_the_total_that_its_type_asks_for_is_one_of_its_own(
    more: list[tuple[str, str]], tmp_path: Path
) -> None:
    """As assets it could be proposed, and never accepted."""
    rows = [("Uraian", "Jumlah (unit)"), ("Mobil", "7"), ("Motor", "7"), *more, ("Meja", "4")]
    proposal, told = proposed(tmp_path, word(tmp_path, rows, "Tabel 3.9 Bantuan"))
    assert "jenis baru" in told or "new type" in told
    assert accepted(tmp_path, proposal)[0] == 0
    assert verified(tmp_path)[0] == 0


def test_a_proposal_given_to_import_is_sent_to_the_command_that_takes_it(tmp_path: Path) -> None:
    rows = [("Uraian", "Volume"), ("Mobil", "7"), ("Motor", "7")]
    proposal, _ = proposed(tmp_path, word(tmp_path, rows, "Tabel 3.9 Bantuan"))
    for command in ("import", "usul"):
        code, told = run(command, proposal, "--instansi", "dinas-uji", "--tahun", "2024",
                         "--data", tmp_path)  # fmt: skip
        assert code == 2 and f"lkjip usul {proposal} --terima" in told, told
