"""Tables without rules over page breaks and with headings of two lines: as a reader takes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas
from test_pdf import table_of

from lkjip_analysis.intake.pdf.read_pdf import read_pdf

Texts = Sequence[tuple[float, float, str]]
"""From the left edge, from the top, the text; one that ends in a bar is set right of its place."""
HEADS = ((80, 0, "No"), (120, 0, "Kegiatan"), (330, 0, "Pagu|"), (430, 0, "Realisasi|"))
ROWS = (
    (80, 30, "1"), (120, 30, "Pembinaan pasar"), (330, 30, "410|"), (430, 30, "390|"),
    (80, 60, "2"), (120, 60, "Pendataan toko"), (330, 60, "250|"), (430, 60, "240|"),
    (80, 90, "3"), (120, 90, "Penyuluhan kepada"), (330, 90, "180|"), (430, 90, "175|"),
)  # fmt: skip
LAST = ((80, 0, "4"), (120, 0, "Pameran dagang"), (330, 0, "160|"), (430, 0, "155|"),
        (120, 30, "Jumlah"), (330, 30, "1.000|"), (430, 30, "960|"))  # fmt: skip
WHOLE = [
    ["No", "Kegiatan", "Pagu", "Realisasi"],
    ["1", "Pembinaan pasar", "410", "390"],
    ["2", "Pendataan toko", "250", "240"],
    ["3", "Penyuluhan kepada Koperasi Wanita", "180", "175"],
    ["4", "Pameran dagang", "160", "155"],
    ["", "Jumlah", "1.000", "960"],
]


def pages_of(path: Path, *pages: Texts) -> Path:
    canvas = Canvas(str(path), pagesize=(595, 842))
    for texts in pages:
        canvas.setFont("Helvetica", 10)
        for x, down, text in texts:
            draw = canvas.drawRightString if text.endswith("|") else canvas.drawString
            draw(x, 780 - down, text.rstrip("|"))
        canvas.showPage()
    canvas.save()
    return path


def moved(texts: Texts, down: float) -> Texts:
    return [(x, y + down, text) for x, y, text in texts]


def test_words_that_a_page_break_left_alone_belong_to_the_row_before_it(tmp_path: Path) -> None:
    rest = [(120, 0, "Koperasi Wanita"), *moved(LAST, 30)]
    assert table_of(read_pdf(pages_of(tmp_path / "a.pdf", [*HEADS, *ROWS], rest))) == WHOLE


def test_words_below_a_heading_printed_again_belong_to_the_row_before_it(tmp_path: Path) -> None:
    rest = [*HEADS, (120, 25, "Koperasi Wanita"), *moved(LAST, 50)]
    assert table_of(read_pdf(pages_of(tmp_path / "a.pdf", [*HEADS, *ROWS], rest))) == WHOLE


def test_a_sentence_at_the_top_of_a_page_is_no_rest_of_a_row(tmp_path: Path) -> None:
    """It reaches over the columns: the row before the break keeps its words."""
    said = [(80, 0, "Realisasi belanja per kegiatan sampai akhir tahun adalah sebagai berikut:")]
    path = pages_of(tmp_path / "a.pdf", [*HEADS, *ROWS], [*said, *moved([*HEADS, *LAST[:4]], 40)])
    texts = [slot for block in read_pdf(path).blocks if hasattr(block, "grid")
             for row in block.grid.rows for slot in row]  # fmt: skip
    assert "Penyuluhan kepada" in [slot.text for slot in texts]


def test_a_heading_set_left_above_three_columns_reaches_over_all_of_them(tmp_path: Path) -> None:
    heads = [
        (80, 0, "Program"),
        (200, 0, "Anggaran"),
        (400, 0, "Realisasi"),
        (470, 0, "%"),
        (400, 13, "(Rp)"),
        (205, 22, "Operasi"),
        (265, 22, "Modal"),
        (325, 22, "Jumlah"),
    ]
    rows = [(80, 50, "Penunjang"), (245, 50, "700|"), (305, 50, "50|"), (370, 50, "750|"),
            (450, 50, "600|"), (510, 50, "80,00|"),
            (80, 80, "Pelatihan"), (245, 80, "210|"), (305, 80, "40|"), (370, 80, "250|"),
            (450, 80, "200|"), (510, 80, "80,00|"),
            (80, 110, "Pemasaran"), (245, 110, "300|"), (305, 110, "20|"), (370, 110, "320|"),
            (450, 110, "240|"), (510, 110, "75,00|")]  # fmt: skip
    assert table_of(read_pdf(pages_of(tmp_path / "a.pdf", [*heads, *rows])))[:3] == [
        ["Program", "Anggaran", "", "", "Realisasi (Rp)", "%"],
        ["", "Operasi", "Modal", "Jumlah", "", ""],
        ["Penunjang", "700", "50", "750", "600", "80,00"],
    ]


def test_letters_and_digits_that_number_rows_are_one_column(tmp_path: Path) -> None:
    """Letters are set left and digits right, as a word processor sets them."""
    rows = [
        (80, 30, "A"),
        (130, 30, "Program Industri"),
        (330, 30, "640|"),
        (430, 30, "600|"),
        (115, 60, "1|"),
        (130, 60, "Pameran"),
        (330, 60, "410|"),
        (430, 60, "390|"),
        (115, 90, "2|"),
        (130, 90, "Pendataan"),
        (330, 90, "230|"),
        (430, 90, "210|"),
        (80, 120, "B"),
        (130, 120, "Program Pasar"),
        (330, 120, "360|"),
        (430, 120, "350|"),
        (115, 150, "1|"),
        (130, 150, "Penataan"),
        (330, 150, "360|"),
        (430, 150, "350|"),
    ]
    heads = [(80, 0, "No"), (130, 0, "Uraian"), (330, 0, "Pagu|"), (430, 0, "Realisasi|")]
    table = table_of(read_pdf(pages_of(tmp_path / "a.pdf", [*heads, *rows])))
    assert [row[:2] for row in table] == [
        ["No", "Uraian"], ["A", "Program Industri"], ["1", "Pameran"], ["2", "Pendataan"],
        ["B", "Program Pasar"], ["1", "Penataan"],
    ]  # fmt: skip


def test_a_word_that_a_narrow_column_breaks_is_whole_where_it_is_printed_whole(
    tmp_path: Path,
) -> None:
    """Pelayanan stands in a sentence; a break after a whole word stays a space."""
    rows = [
        (80, 30, "Pelayana"),
        (80, 43, "n umum"),
        (250, 30, "410|"),
        (350, 30, "390|"),
        (80, 70, "Pameran"),
        (80, 83, "dagang"),
        (250, 70, "230|"),
        (350, 70, "210|"),
        (80, 110, "Belanja"),
        (80, 123, "modal"),
        (250, 110, "360|"),
        (350, 110, "350|"),
    ]
    heads = [(80, 0, "Uraian"), (250, 0, "Pagu|"), (350, 0, "Realisasi|")]
    told = [(80, -30, "Pelayanan umum dan pameran dagang menyerap sebagian besar anggaran dinas.")]
    table = table_of(read_pdf(pages_of(tmp_path / "a.pdf", [*told, *moved([*heads, *rows], 30)])))
    assert [row[0] for row in table] == ["Uraian", "Pelayanan umum", "Pameran dagang",
                                         "Belanja modal"]  # fmt: skip


def test_the_last_decimal_below_its_figure_is_no_row(tmp_path: Path) -> None:
    """ "97,5" above "6 %" are of one row; in a column with room for all of it nobody joins them."""
    texts = [
        (80, 0, "No"), (120, 0, "Kegiatan"), (330, 0, "Pagu|"), (430, 0, "Capaian|"),
        (80, 30, "1"), (120, 30, "Pembinaan pasar"), (330, 30, "410|"), (430, 30, "95,12 %|"),
        (80, 60, "2"), (120, 60, "Pendataan toko"), (330, 60, "250|"), (430, 60, "100,00 %|"),
        (80, 100, "3"), (120, 100, "Pameran dagang"), (330, 100, "160|"), (430, 100, "97,56 %|"),
        (120, 130, "Rata-rata"), (430, 130, "97,5|"), (430, 142, "6 %|"),
    ]  # fmt: skip
    rows = table_of(read_pdf(pages_of(tmp_path / "a.pdf", texts)))
    assert [row[3] for row in rows] == ["Capaian", "95,12 %", "100,00 %", "97,56 %", "97,5 6 %"]


def test_figures_broken_behind_their_mark_are_no_rows_of_their_own(tmp_path: Path) -> None:
    """ "83," above "34" is 83,34, and so "98,7" above "5" beside it is no row; what cannot be put
    together for sure is not read as anything else."""
    heads = [(80, 0, "No"), (120, 0, "Indikator"), (330, 0, "Target|"), (430, 0, "Capaian|")]
    rows = [
        [(80, down, str(number)), (120, down, name), (120, down + 12, rest)]
        for number, down, name, rest in (
            (1, 30, "Perkara yang", "selesai"), (2, 66, "Putusan yang", "dimuat"),
            (3, 102, "Salinan yang", "terkirim"),
        )
    ]  # fmt: skip
    figures = [
        (330, down + below, text) if column == "t" else (430, down + below, text)
        for down in (30, 66, 102)
        for column, below, text in (
            ("t", 0, "83,|"), ("t", 12, "34|"), ("c", 0, "98,7|"), ("c", 12, "5|")
        )
    ]  # fmt: skip
    read = table_of(
        read_pdf(pages_of(tmp_path / "a.pdf", [*heads, *(t for r in rows for t in r), *figures]))
    )
    assert len(read) == 4
    assert all(row[3] in ("98,7 5", "98,75") for row in read[1:])
