"""Columns of tables without rules: narrow gaps, page breaks after a row, rows that a break cuts."""

from __future__ import annotations

from pathlib import Path

from growth import check_growth
from reportlab.pdfgen.canvas import Canvas
from test_pdf import table_of
from test_unruled_tables import moved, pages_of

from lkjip_analysis.intake.document.blocks import WordTable
from lkjip_analysis.intake.pdf.read_pdf import read_pdf

SAID = [
    (80, 0, "Jumlah pasien rawat inap menurut ruang dalam dua tahun terakhir disajikan di sini:")
]
HEADS = [(80, 30, "Ruang"), (206, 30, "2022|"), (236, 30, "2023|"), (266, 30, "Naik|")]
ROWS = [
    (80, 45, "Melati lantai dua"), (206, 45, "4.118|"), (236, 45, "4.250|"), (266, 45, "132|"),
    (80, 60, "Anggrek"), (206, 60, "3.907|"), (236, 60, "4.001|"), (266, 60, "94|"),
    (80, 75, "Mawar"), (206, 75, "2.775|"), (236, 75, "2.780|"), (266, 75, "5|"),
    (80, 90, "Dahlia"), (206, 90, "1.200|"), (236, 90, "1.311|"), (266, 90, "111|"),
]  # fmt: skip


def test_figures_that_stand_closer_than_words_are_columns_where_no_space_is_printed(
    tmp_path: Path,
) -> None:
    """4.118 ends at 206, 4.250 begins 5 points to the right of it."""
    table = table_of(read_pdf(pages_of(tmp_path / "a.pdf", [*SAID, *HEADS, *ROWS])))
    assert table == [
        ["Ruang", "2022", "2023", "Naik"], ["Melati lantai dua", "4.118", "4.250", "132"],
        ["Anggrek", "3.907", "4.001", "94"], ["Mawar", "2.775", "2.780", "5"],
        ["Dahlia", "1.200", "1.311", "111"],
    ]  # fmt: skip


KODE = [(80, 0, "Kode"), (130, 0, "Kegiatan"), (330, 0, "Pagu|"), (430, 0, "Realisasi|")]
PAGU = [
    (80, 0, "1.01"), (130, 0, "Penyediaan obat bagi"), (330, 0, "4.100|"), (430, 0, "3.900|"),
    (130, 12, "puskesmas"),
    (80, 36, "1.02"), (130, 36, "Pelatihan kader"), (330, 36, "1.119.130.53|"), (430, 36, "950|"),
]  # fmt: skip
REST = [
    (130, 0, "kesehatan desa"), (330, 0, "0|"),
    (80, 24, "1.03"), (130, 24, "Rujukan pasien"), (330, 24, "2.500|"), (430, 24, "2.400|"),
    (80, 48, "1.04"), (130, 48, "Pengadaan alat"), (330, 48, "7.300|"), (430, 48, "7.100|"),
]  # fmt: skip
WHOLE = [
    ["Kode", "Kegiatan", "Pagu", "Realisasi"],
    ["1.01", "Penyediaan obat bagi puskesmas", "4.100", "3.900"],
    ["1.02", "Pelatihan kader kesehatan desa", "1.119.130.530", "950"],
    ["1.03", "Rujukan pasien", "2.500", "2.400"],
    ["1.04", "Pengadaan alat", "7.300", "7.100"],
]


def test_a_figure_that_a_page_break_cuts_is_whole(tmp_path: Path) -> None:
    path = pages_of(tmp_path / "a.pdf", [*KODE, *moved(PAGU, 24)], REST)
    assert table_of(read_pdf(path)) == WHOLE


def test_a_figure_cut_below_headings_that_are_printed_again_is_whole(tmp_path: Path) -> None:
    path = pages_of(tmp_path / "a.pdf", [*KODE, *moved(PAGU, 24)], [*KODE, *moved(REST, 24)])
    assert table_of(read_pdf(path)) == WHOLE


def test_a_figure_of_which_the_end_is_lacking_is_marked(tmp_path: Path) -> None:
    """1.119.130.53 has a group of two digits: the figure does not end there."""
    path = pages_of(tmp_path / "a.pdf", [*KODE, *moved(PAGU, 24), *moved(REST[2:], 60)])
    slots = [s for b in read_pdf(path).blocks if isinstance(b, WordTable)
             for row in b.grid.rows for s in row]  # fmt: skip
    assert [bool(s.unread) for s in slots if s.text == "1.119.130.53"] == [True]


def test_headings_alone_at_the_foot_of_a_page_belong_to_the_rows_on_the_next(
    tmp_path: Path,
) -> None:
    path = pages_of(tmp_path / "a.pdf", moved([*SAID, *HEADS], 600), moved(ROWS, -45))
    assert table_of(read_pdf(path))[:2] == [
        ["Ruang", "2022", "2023", "Naik"], ["Melati lantai dua", "4.118", "4.250", "132"],
    ]  # fmt: skip


def test_the_same_headings_in_other_columns_begin_another_table(tmp_path: Path) -> None:
    other = [(x + 90 if x > 80 else x, down + 90, text) for x, down, text in [*HEADS, *ROWS]]
    path = pages_of(tmp_path / "a.pdf", [*SAID, *HEADS, *ROWS, *other])
    tables = [b.grid.rows for b in read_pdf(path).blocks if isinstance(b, WordTable)]
    assert [[slot.text for slot in rows[1]] for rows in tables] == [
        ["Melati lantai dua", "4.118", "4.250", "132"]
    ] * 2


def test_a_sentence_set_to_both_margins_below_a_table_is_no_row(tmp_path: Path) -> None:
    """Its spaces are set as wide as gaps between columns, and all alike."""
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    canvas.setFont("Helvetica", 10)
    for x, down, text in [*SAID, *HEADS, *ROWS]:
        draw = canvas.drawRightString if text.endswith("|") else canvas.drawString
        draw(x, 780 - down, text.rstrip("|"))
    line = canvas.beginText(80, 780 - 105)
    line.setWordSpace(8.0)
    line.textLine("Pada tahun 2023 pasien rawat inap naik 342 orang di semua ruang")
    canvas.drawText(line)
    canvas.save()
    assert table_of(read_pdf(tmp_path / "a.pdf"))[-1] == ["Dahlia", "1.200", "1.311", "111"]


def test_columns_of_words_are_a_table(tmp_path: Path) -> None:
    heads = [(80, 30, "Sasaran"), (210, 30, "Indikator"), (340, 30, "Penanggung jawab")]
    rows = [
        (80, 54, "Meningkatnya layanan"), (210, 54, "Jumlah puskesmas"), (340, 54, "Sekretaris"),
        (80, 66, "kesehatan ibu"), (210, 66, "yang terakreditasi"),
        (210, 90, "Jumlah bidan desa"), (340, 90, "Bidang layanan"),
        (80, 114, "Menurunnya sengketa"), (210, 114, "Perkara selesai"), (340, 114, "Panitera"),
        (80, 126, "tanah"),
    ]  # fmt: skip
    assert table_of(read_pdf(pages_of(tmp_path / "a.pdf", [*SAID, *heads, *rows]))) == [
        ["Sasaran", "Indikator", "Penanggung jawab"],
        ["Meningkatnya layanan kesehatan ibu", "Jumlah puskesmas yang terakreditasi", "Sekretaris"],
        ["", "Jumlah bidan desa", "Bidang layanan"],
        ["Menurunnya sengketa tanah", "Perkara selesai", "Panitera"],
    ]


def test_a_numbered_list_set_to_both_margins_is_no_table(tmp_path: Path) -> None:
    lines = [(80, 20 * i, text) for i, text in enumerate(("5.", "6.", "7.", "8."))]
    first = [(98, 20 * i, "Undang-undang nomor") for i in range(4)]
    words = [(250 + 9 * i, 20 * i, "tentang") for i in range(4)]
    last = [(380, 20 * i, "daerah|") for i in range(4)]
    path = pages_of(tmp_path / "a.pdf", [*lines, *first, *words, *last])
    assert not [b for b in read_pdf(path).blocks if isinstance(b, WordTable)]


def test_figures_set_digit_below_digit_are_whole_where_words_are_broken_so(tmp_path: Path) -> None:
    """156 = 114 + 42 and 28 = 21 + 7, one letter or digit a line in columns of ten points."""
    columns = [["STATUS", "PRIA", "JUMLAH"], ["L", "114", "156"], ["P", "21", "28"]]
    tops = (30, 120, 190)
    told = [
        (80 + 14 * column, tops[row] + 11 * i, letter)
        for column, texts in enumerate(columns)
        for row, text in enumerate(texts)
        for i, letter in enumerate(text)
    ]
    said = [(80, 0, "Jumlah pegawai menurut status dan pria saja disajikan pada tabel di bawah:")]
    rows = table_of(read_pdf(pages_of(tmp_path / "a.pdf", [*said, *told])))
    assert rows[1:] == [["PRIA", "114", "21"], ["JUMLAH", "156", "28"]]


def test_numbers_of_columns_with_their_formula_and_units_make_no_figure_unsure(
    tmp_path: Path,
) -> None:
    heads = [(80, 30, "Pasar"), (206, 30, "Target|"), (276, 30, "Hasil|"), (366, 30, "Capaian|")]
    rows = [
        (80, 45, "1"), (206, 45, "2|"), (276, 45, "3|"), (366, 45, "4 (3/2)|"),
        (80, 60, "Induk"), (206, 60, "400 m ³|"), (276, 60, "380 m ³|"), (366, 60, "95,00|"),
        (80, 75, "Plaza"), (206, 75, "250 m ³|"), (276, 75, "250 m ³|"), (366, 75, "100,00|"),
    ]  # fmt: skip
    blocks = read_pdf(pages_of(tmp_path / "a.pdf", [*SAID, *heads, *rows])).blocks
    slots = [s for b in blocks if isinstance(b, WordTable) for row in b.grid.rows for s in row]
    assert "95,00" in [slot.text for slot in slots]
    assert not [slot.text for slot in slots if slot.unread]


def test_what_a_table_without_rules_costs_grows_with_its_rows(tmp_path: Path) -> None:
    """It goes on over pages of forty rows, and is read in the columns of all of them."""

    def read(rows: int) -> None:
        told = [[(80, 15 * (n % 40), f"Ruang {n}"), (206, 15 * (n % 40), f"{n + 100}|"),
                 (266, 15 * (n % 40), f"{n + 200}|")] for n in range(rows)]  # fmt: skip
        pages = [[cell for row in told[n : n + 40] for cell in row] for n in range(0, rows, 40)]
        found = table_of(read_pdf(pages_of(tmp_path / f"{rows}.pdf", *pages), workers=1))
        assert len(found) == rows and found[-1] == [
            f"Ruang {rows - 1}",
            f"{rows + 99}",
            f"{rows + 199}",
        ]

    check_growth(read, 320)
