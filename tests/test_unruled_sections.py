"""Tables without rules with lines that head parts of them, and words of letters of one width."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from test_pdf import table_of
from test_unruled_layouts import read

from lkjip_analysis.intake.pdf.read_pdf import read_pdf

HEADS = [(80, 30, "No"), (105, 30, "Kegiatan"), (330, 30, "Warga|"), (420, 30, "Capaian|")]
ROWS = (
    ("A. Bidang Ekonomi dan Keuangan",),
    ("1", "Pasar rakyat", "27.202", "27,32"),
    ("2", "Taman kota", "59.122", "73,42"),
    ("B. Bidang Sosial",),
    ("3", "Panti asuhan", "10.147", "63,67"),
    ("4", "Karang taruna", "58.882", "21,22"),
    ("C. Bidang Umum dan Kepegawaian",),
    ("5", "Pelatihan pegawai", "93.694", "89,97"),
)


def placed(step: float) -> list[tuple[float, float, str]]:
    """The rows, `step` points below one another; parts begin at the left edge."""
    found: list[tuple[float, float, str]] = []
    for number, row in enumerate(ROWS):
        down = 45 + number * step
        if len(row) == 1:
            found.append((80, down, row[0]))
            continue
        lefts = (80, 105, 330, 420)
        texts = (row[0], row[1], f"{row[2]}|", f"{row[3]}|")
        found += [(left, down, text) for left, text in zip(lefts, texts, strict=True)]
    return found


@pytest.mark.parametrize("step", [15, 11])
def test_lines_that_head_parts_are_rows_and_move_no_column(step: float, tmp_path: Path) -> None:
    # A part laid over the columns of numbers and names had joined both, and the first of them
    # the headings: every figure stood one column to the left.
    assert read(tmp_path, HEADS, placed(step)) == [
        ["No", "Kegiatan", "Warga", "Capaian"],
        *[[*row, *[""] * (4 - len(row))] for row in ROWS],
    ]


def test_the_rest_of_a_name_that_begins_with_a_letter_is_no_part(tmp_path: Path) -> None:
    rows = [(80, 45, "1"), (105, 45, "Puskesmas dr."), (330, 45, "120|"), (420, 45, "11,10|"),
            (105, 55, "H. Ahmad"),
            (80, 65, "2"), (105, 65, "Puskesmas Kota"), (330, 65, "250|"), (420, 65, "12,10|"),
            (80, 75, "3"), (105, 75, "Puskesmas Desa"), (330, 75, "180|"),
            (420, 75, "13,10|")]  # fmt: skip
    assert read(tmp_path, HEADS, rows)[1] == ["1", "Puskesmas dr. H. Ahmad", "120", "11,10"]


def test_a_space_between_letters_of_one_width_parts_no_heading(tmp_path: Path) -> None:
    # In Courier a space is as wide as any letter: "2021" stood before "Capaian".
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path))
    canvas.setFont("Courier", 10)
    lefts = (60, 220, 330, 440)
    lines = [("Kegiatan", "Banyaknya 2021", "Capaian", "Sisa"),
             ("Pasar", "77.102", "21,85", "12.080"), ("Taman", "93.322", "84,75", "60.071"),
             ("Panti", "98.280", "56,25", "18.675"), ("Jalan", "83.496", "81,69", "5.144"),
             ]  # fmt: skip
    canvas.drawString(60, 760, "Tabel 3.1 Rincian kegiatan")
    for number, line in enumerate(lines):
        for left, text in zip(lefts, line, strict=True):
            canvas.drawString(left, 730 - 15 * number, text)
    canvas.save()
    assert table_of(read_pdf(path)) == [list(line) for line in lines]
