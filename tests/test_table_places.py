"""Where a table stands, as its finding names it: under its own number, or in the appendix."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from test_pdf import LEFT, TOP, drawn, ruled, table_of, texts_of

from lkjip_analysis.intake.document.blocks import Block, Outline, Printed, WordTable
from lkjip_analysis.intake.document.grid import Grid, Slot
from lkjip_analysis.intake.pdf.read_pdf import read_pdf

GRID = Grid(((Slot("Uraian"), Slot("Nilai")), (Slot("Rumput"), Slot("12"))), 1)


def part_below(*texts: str) -> str:
    """The part of a table that stands below these lines."""
    outline, blocks = Outline(), list[Block]()
    for text in texts:
        blocks += outline.paragraph(Printed(text))
    blocks += outline.table(GRID)
    (table,) = [block for block in blocks if isinstance(block, WordTable)]
    return table.part


@pytest.mark.parametrize("heading", ["LAMPIRAN", "LAMPIRAN I", "LAMPIRAN-LAMPIRAN", "LAMPIRAN 1 :"])
def test_a_table_of_the_appendix_is_none_of_the_last_chapter(heading: str) -> None:
    lines = ("BAB IV PENUTUP", "Demikian laporan ini disusun.", heading, "PENGUKURAN KINERJA")
    assert part_below(*lines) == "Lampiran"


@pytest.mark.parametrize("line", [
    "Lampiran 1 memuat pengukuran kinerja selengkapnya.",
    "Lampiran",  # a word of a sentence that a line broke
    "LAMPIRAN PERATURAN BUPATI NOMOR 12 TAHUN 2023",
])  # fmt: skip
def test_what_only_speaks_of_an_appendix_begins_none(line: str) -> None:
    assert part_below("BAB III AKUNTABILITAS KINERJA", line) == "BAB III"


def test_chapters_may_be_numbered_with_digits_and_follow_a_list_that_names_the_appendix() -> None:
    lines = ("BAB I", "BAB 4 PENUTUP", "LAMPIRAN", "BAB 3", "AKUNTABILITAS KINERJA", "3.1 Capaian")
    assert part_below(*lines) == "BAB 3.3.1"
    assert part_below("BAB 3", "BAB 2016 bukan bab") == "BAB 3"


def test_a_caption_close_below_a_heading_in_capitals_is_a_caption(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(4):  # prose tells how wide lines are
            canvas.drawString(LEFT, 800 - 12 * number, "Laporan ini memuat " + "kata demi " * 5)
        canvas.setFont("Helvetica-Bold", 12)
        heading = "BAB II PERENCANAAN DAN PERJANJIAN KINERJA DINAS"
        canvas.drawString(LEFT, TOP + 22, heading)
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(LEFT + 60, TOP + 8, "Tabel 2.1 Perjanjian Kinerja Tahun 2023")
        canvas.setFont("Helvetica", 10)
        ruled(canvas, [["Indikator", "Target"], ["Jalan mantap", "70,15"]], [150, 80])

    blocks = read_pdf(drawn(tmp_path / "a.pdf", draw)).blocks
    (table,) = [block for block in blocks if isinstance(block, WordTable)]
    assert (table.label, table.part) == ("Tabel 2.1", "BAB II")


def test_a_range_that_a_line_broke_is_one_in_cells_and_in_prose(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(LEFT, TOP + 60, "Angka partisipasi sekolah penduduk usia tujuh tahun, 7-")
        canvas.drawString(LEFT, TOP + 48, "12 tahun, naik menjadi 99,62 persen.")
        rows = [["Usia", "Nilai"], ["Usia 7-\n12 tahun", "99,62"], ["Nomor 1-\n2-3", "12,5"]]
        ruled(canvas, rows, [80, 80], 34)

    reading = read_pdf(drawn(tmp_path / "a.pdf", draw))
    assert [row[0] for row in table_of(reading)] == ["Usia", "Usia 7-12 tahun", "Nomor 1- 2-3"]
    assert "tujuh tahun, 7-12 tahun, naik" in " ".join(texts_of(reading))
