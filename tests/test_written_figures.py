"""Figures as people and programs write them: read as what they are, or refused, by every door."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from proposals import INSTANSI, TAHUN, accepted, csv_of, excel, proposed, run

from lkjip_analysis.intake.document.texts import joined_lines
from lkjip_analysis.intake.tables.printed_units import printed_units
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Unreadable, read, read_or_none
from lkjip_analysis.numbers.written import alike
from lkjip_analysis.report.schema import Column

HEADS = ["No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 000", 1000), ("12\u2009500", 12_500), ("7\u00a0500\u202f000", 7_500_000),
        ("1 000,5", Fraction(2001, 2)), ("Rp 1 250 000,-", 1_250_000), ("(12 500)", -12_500),
        ("2,5 jt", 2_500_000), ("Rp5jt", 5_000_000), ("750 rb", 750_000),
        ("1,2 mlr", 1_200_000_000),
    ],
)  # fmt: skip
def test_thousands_stand_apart_and_scales_are_shortened(text: str, value: Fraction) -> None:
    assert read(text).value == value


@pytest.mark.parametrize(
    "text", ["1 00", "12 5", "0 123", "1 000.500", "1 000,500", "1.000 000", "98, 76",
             "1,2 M", "1,2 T", "10½", "１２３", "١٢٣", "1O0", "1 000 00"]
)  # fmt: skip
def test_what_is_one_figure_to_nobody_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read(text, units=printed_units([text], Column("x", "angka")))


@pytest.mark.parametrize("text", ["--", "---", "– –", "...", "…"])
def test_a_long_dash_and_dots_say_that_there_is_no_data(text: str) -> None:
    figure = read_or_none(text)
    assert figure is not None and figure.value is None


def test_a_repair_is_written_without_the_old_digits() -> None:
    assert alike(read("Rp\u00a012\u2009500,00"), Fraction(12_400)) == "Rp 12.400,00"


def test_lines_of_a_cell_are_no_thousands() -> None:
    assert joined_lines(["12", "500"]) == "12 / 500"
    assert joined_lines(["Program 12", "500 orang"]) == "Program 12 500 orang"


def test_money_has_no_unit_but_its_own() -> None:
    money = Column("pagu", "angka", satuan="rupiah")
    assert printed_units(["5.000 km", "7.000 rupiah"], money) == ("rupiah",)


def both_doors(base: Path, file: Path, table: str) -> tuple[list[str], list[str]]:
    """The lines of a table as `import` and as `usul` write it."""
    mine, theirs = base / "import", base / "usul"
    code, told = run("import", file, "--instansi", INSTANSI, "--tahun", TAHUN, "--data", mine,
                     "--ya")  # fmt: skip
    assert code == 0, told
    code, told = accepted(theirs, proposed(theirs, file)[0])
    assert code == 0, told
    return csv_of(mine, table), csv_of(theirs, table)


def test_a_unit_behind_figures_and_a_range_come_in_by_both_doors(tmp_path: Path) -> None:
    (tmp_path / "usul").mkdir()
    rows = [
        HEADS,
        [1, "Panjang jalan mantap", "Km", "125 km", "120 km", "96,00"],
        [2, "Indeks kepuasan", "Nilai", "3,51 - 3,75", "3,60", "100,00"],
        [3, "Aduan selesai", "Persen", "≥ 90", "98,10", "109,00"],
        [4, "Waktu tanggap", "Menit", "12 menit", "12 menit", "100,00"],
    ]
    mine, theirs = both_doors(tmp_path, excel(tmp_path, rows), "capaian")
    assert [line.split(",", 2)[2].split(",", 1)[1] for line in mine] == [
        line.split(",", 3)[3].split(",", 1)[1] for line in theirs
    ]
    assert "125 km" in mine[1] and "3,51 - 3,75" in mine[2]


def test_a_range_is_held_against_its_nearer_end_by_both_doors(tmp_path: Path) -> None:
    (tmp_path / "usul").mkdir()
    rows = [
        HEADS,
        [1, "Lama pelayanan", "Hari", "3 - 5", "6", "80,00"],
        [2, "Lama perizinan", "Hari", "3 - 5", "4", "100,00"],
        [3, "Indeks layanan", "Nilai", "80 s.d. 90", "72", "90,00"],
        [4, "Indeks inovasi", "Nilai", "40", "50", "125,00"],
    ]
    file = excel(tmp_path, rows)
    both_doors(tmp_path, file, "capaian")
    for door in ("import", "usul"):
        code, told = run("verify", INSTANSI, TAHUN, "--data", tmp_path / door)
        assert code == 0, told


def test_two_figures_below_one_another_in_a_cell_stay_two(tmp_path: Path) -> None:
    rows = [HEADS, [1, "Desa mandiri", "Desa", "12\n500", "12\n400", "100,00"]]
    code, told = run("import", excel(tmp_path, rows), "--instansi", INSTANSI, "--tahun", TAHUN,
                     "--data", tmp_path, "--ya")  # fmt: skip
    assert code == 2 and "12 / 500" in told

    document = Document()
    table = document.add_table(2, len(HEADS))
    for line, row in zip(table.rows, rows, strict=True):
        for cell, value in zip(line.cells, row, strict=True):
            cell.text = str(value)
    document.save(str(tmp_path / "naskah.docx"))
    _, told = proposed(tmp_path, tmp_path / "naskah.docx")
    assert '"12 / 500"' in told
