"""Headings and titles: the year, quarter and scale that they name; figures with their units."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.excel.importing import Asked, understand
from lkjip_analysis.intake.excel.importing import Workbook as Understood
from lkjip_analysis.intake.tables.known_types import heading_fit, known_types
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.heading_scale import scale_in
from lkjip_analysis.numbers.printed import Unreadable, read
from lkjip_analysis.numbers.written import alike

ROWS = [["a", "Program Jalan", "400", "390", "97,50"],
        ["b", "Program Aduan", "100", "98", "98,00"],
        [None, "JUMLAH", "500", "488", "97,60"]]  # fmt: skip


def understood(
    rows: list[list[object]], folder: Path, sheets: int = 1, **more: object
) -> Understood:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Lembar"
    for row in rows:
        sheet.append(row)
    path = folder / "buku.xlsx"
    book.save(path)
    return understand(path, Asked("dinas-contoh", 2024, data=folder, **more))  # type: ignore[arg-type]


def budget(pagu: str, title: str = "") -> list[list[object]]:
    head: list[list[object]] = [[title], []] if title else []
    return [*head, ["Kode", "Program", pagu, pagu.replace("Pagu", "Realisasi"), "%"], *ROWS]


@pytest.mark.parametrize(
    ("pagu", "title", "scale"),
    [
        ("Pagu (juta rupiah)", "", "juta"),
        ("Pagu (Rp juta)", "", "juta"),
        ("Pagu (Rp 000)", "", "ribu"),
        ("Pagu (dalam ribuan)", "", "ribu"),
        ("Pagu", "Realisasi anggaran (dalam jutaan rupiah)", "juta"),
        ("Pagu", "Realisasi anggaran dalam miliar rupiah", "miliar"),
    ],
)
def test_a_scale_in_a_heading_or_title_is_read_and_shown(
    pagu: str, title: str, scale: str, tmp_path: Path
) -> None:
    book = understood(budget(pagu, title), tmp_path)
    assert book.tables[0].changes["pagu"]["dalam"] == scale
    assert book.tables[0].changes["realisasi"]["dalam"] == scale
    assert "serapan" not in book.tables[0].changes
    assert any(f"dibaca dalam {scale}" in line for line in book.told())


def test_a_scale_that_makes_too_much_is_asked_about(tmp_path: Path) -> None:
    rows = budget("Pagu", "Anggaran (dalam jutaan rupiah)")
    rows[3][2] = "400.000.000"
    with pytest.raises(InputError, match="said to count juta rupiah"):
        understood(rows, tmp_path)
    assert "pagu" not in understood(rows, tmp_path, dalam={"Lembar": "-"}).tables[0].changes


@pytest.mark.parametrize(
    "text", ["Angka kematian per 1.000 kelahiran", "Pagu di atas Rp 1 miliar", "Pagu (Rp)", "Juta"]
)
def test_what_counts_nothing_is_no_scale(text: str) -> None:
    assert scale_in(text) == ""


def performance(target: str, realisasi: str, more: str = "Capaian (%)") -> list[list[object]]:
    return [["No", "Indikator Kinerja", "Satuan", target, realisasi, more],
            [1, "Jalan baik", "persen", "80", "72,50", "90,63"]]  # fmt: skip


@pytest.mark.parametrize(
    "headings",
    [
        ("Target (2024)", "Realisasi (2023)"),
        ("Target (2023)", "Realisasi (2023)"),
        ("Target (Triwulan III)", "Realisasi (s.d. TW III)"),
        ("Target", "Realisasi (Semester I)"),
        ("Target", "Realisasi (s.d. September)"),
        ("Target", "Realisasi (n-1)"),
        ("Target (2022)", "Realisasi"),
    ],
)
def test_a_column_of_another_time_is_not_this_years(
    headings: tuple[str, str], tmp_path: Path
) -> None:
    with pytest.raises(InputError, match="no heading"):
        understood(performance(*headings), tmp_path)


@pytest.mark.parametrize(
    "headings",
    [("Target (2024)", "Realisasi (2024)"), ("Target", "Realisasi (s.d. Desember 2024)"),
     ("Target (persen)", "Realisasi (unit)")],
)  # fmt: skip
def test_this_years_columns_are_this_years(headings: tuple[str, str], tmp_path: Path) -> None:
    book = understood(performance(*headings), tmp_path)
    assert {"target", "realisasi"} <= set(book.tables[0].columns)


def test_last_years_column_in_brackets_is_last_years(tmp_path: Path) -> None:
    rows = performance("Target (2024)", "Realisasi (2024)")
    rows[0].append("Realisasi (2023)")
    rows[1].append("70")
    assert understood(rows, tmp_path).tables[0].rows[0].texts["realisasi_lalu"] == "70"


def test_a_table_whose_title_names_another_year_is_not_taken(tmp_path: Path) -> None:
    rows = budget("Pagu", "Realisasi Anggaran Tahun 2023")
    book = understood(rows, tmp_path)
    assert "names 2023, not 2024" in str(book.doubts[0])
    assert understood(rows, tmp_path, tipe={"Lembar": "anggaran"}).doubts == ()
    assert understood(budget("Pagu", "Renstra 2021-2026"), tmp_path).doubts == ()


def test_a_wide_sheet_of_forty_columns_is_told_apart_fast(tmp_path: Path) -> None:
    rows: list[list[object]] = [[f"Kolom {n} baris {m}" for n in range(40)] for m in range(40)]
    with pytest.raises(InputError, match="fit no table type"):
        understood(rows, tmp_path)


@pytest.mark.parametrize(
    ("text", "units", "value"),
    [
        ("5 (lima)", (), Fraction(5)),
        ("104.011 (seratus empat ribu sebelas) unit", ("unit",), Fraction(104011)),
        ("9,53/1.000", (), Fraction(953, 100)),
        ("9,7 km2", ("km2",), Fraction(97, 10)),
        ("9,7 km²", ("km2",), Fraction(97, 10)),
        ("9,7 per 100.000 penduduk", (), Fraction(97, 10)),
        ("1:17,9", (), Fraction(179, 10)),
        ("Rp -", (), None),
    ],
)
def test_a_figure_with_words_or_a_rate_is_the_figure(
    text: str, units: tuple[str, ...], value: Fraction | None
) -> None:
    assert read(text, units=units).value == value


@pytest.mark.parametrize("text", ["5 (enam)", "12/25", "3 dari 5", "9,7 km2", "1/10"])
def test_what_could_be_another_figure_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read(text)


def test_a_corrected_rate_keeps_what_it_is_counted_on() -> None:
    assert alike(read("10 per 100.000"), Fraction(12)) == "12 per 100.000"
    assert alike(read("5 (lima)"), Fraction(6)) == "6"


def test_headings_in_english_are_read_as_their_columns(tmp_path: Path) -> None:
    # They were "not yet like any known table type", and nothing of the sheet was tested.
    head: list[object] = ["No", "Programme", "Budget", "Actual", "Remaining", "Absorption (%)"]
    rows: list[list[object]] = [
        ["Budget of the Transport Agency, 2024"], [], head,
        [1, "Road safety", "1.000.000", "900.000", "100.000", "90,00"],
        [2, "Bus services", "2.000.000", "1.500.000", "500.000", "75,00"],
        ["", "Total", "3.000.000", "2.400.000", "600.000", "80,00"],
    ]  # fmt: skip
    (sheet,) = understood(rows, tmp_path).tables
    assert sheet.type.name == "anggaran"
    assert {"pagu", "program", "realisasi", "serapan", "sisa_anggaran"} <= set(sheet.columns)


@pytest.mark.parametrize("heading", ["No.", "No", "Nomor", "No Urut"])
def test_the_column_of_numbers_is_known_by_each_of_its_headings(heading: str) -> None:
    """YAML reads its name `no` as a truth value, under which nobody looked for its headings."""
    kind = known_types(Path("tidak-ada"))["capaian"]
    assert heading_fit((heading,), kind.name, kind.columns["no"]) == 1
