"""Tables without rules as offices set them: dashes at the left, headings wider than their figures,
names above or beside their figures, hardly filled rows."""

from __future__ import annotations

from pathlib import Path

from test_pdf import table_of
from test_unruled_tables import Texts, moved, pages_of

from lkjip_analysis.intake.document.blocks import WordTable
from lkjip_analysis.intake.pdf.read_pdf import read_pdf

SAID = [(80, 0, "Jumlah hari perawatan menurut ruang dalam tahun 2023 disajikan dalam tabel ini:")]


def read(path: Path, *texts: Texts) -> list[list[str]]:
    return table_of(
        read_pdf(pages_of(path / "a.pdf", [*SAID, *[t for part in texts for t in part]]))
    )


WIDE = [(80, 30, "Ruang"), (200, 30, "Jumlah"), (200, 42, "Tempat Tidur"), (285, 30, "Hari"),
        (285, 42, "Rawat"), (380, 30, "Rujukan"), (380, 42, "Keluar")]  # fmt: skip
RIGHT = (265, 350, 450)
"""Where figures end; dashes begin with their headings."""
ROOMS = ((65, "Melati", "27", "4.154", "-"), (80, "Anggrek", "-", "6.594", "13"),
         (95, "Mawar", "22", "-", "8"), (110, "Kenanga", "38", "11.886", "-"))  # fmt: skip


def figures_right(down: float, name: str, *figures: str) -> list[tuple[float, float, str]]:
    """A row with figures at the right and dashes at the left of their columns."""
    lefts = (200, 285, 380)
    placed = [
        (left, down, text) if text == "-" else (right, down, f"{text}|")
        for left, right, text in zip(lefts, RIGHT, figures, strict=True)
    ]
    return [(80, down, name), *placed]


def test_dashes_at_the_left_of_a_column_stand_for_its_figures(tmp_path: Path) -> None:
    rows = [cell for row in ROOMS for cell in figures_right(*row)]
    assert read(tmp_path, WIDE, rows) == [
        ["Ruang", "Jumlah Tempat Tidur", "Hari Rawat", "Rujukan Keluar"],
        *[list(row[1:]) for row in ROOMS],
    ]


def test_a_dash_that_touches_the_figure_before_it_is_of_the_column_where_it_stands(
    tmp_path: Path,
) -> None:
    """1.204 ends where the column of the dash begins."""
    heads = [(80, 30, "Ruang"), (250, 30, "Pasien|"), (253, 30, "Meninggal")]
    rows = [(80, 50, "Melati"), (250, 50, "1.118|"), (301, 50, "12|"),
            (80, 65, "Mawar"), (250, 65, "986|"), (301, 65, "4|"),
            (80, 80, "Dahlia"), (250, 80, "1.204|"), (251.2, 80, "-"),
            (80, 95, "Kenanga"), (250, 95, "771|"), (301, 95, "1.003|")]  # fmt: skip
    assert read(tmp_path, heads, rows)[3] == ["Dahlia", "1.204", "-"]


def test_a_name_above_its_figures_is_no_heading(tmp_path: Path) -> None:
    """Cells are set to the foot of their row: the first row begins a line above its figures."""
    heads = [(80, 30, "Kegiatan"), (250, 30, "Pagu|"), (350, 30, "Realisasi|")]
    rows = [(80, 54, "Pembinaan usaha kecil"), (80, 66, "dan menengah"), (250, 66, "410|"),
            (350, 66, "390|"), (80, 90, "Pendataan toko"), (250, 90, "250|"), (350, 90, "240|"),
            (80, 114, "Penyuluhan koperasi"), (80, 126, "wanita di desa"), (250, 126, "180|"),
            (350, 126, "175|")]  # fmt: skip
    assert read(tmp_path, heads, rows)[:2] == [
        ["Kegiatan", "Pagu", "Realisasi"],
        ["Pembinaan usaha kecil dan menengah", "410", "390"],
    ]


def test_a_first_row_with_but_one_figure_is_no_heading(tmp_path: Path) -> None:
    heads = [(80, 30, "Uraian"), *[(230 + 60 * i, 30, f"{2019 + i}|") for i in range(5)]]
    rows = [(80, 45, "Rawat jalan"), (350, 45, "899|"),
            (80, 60, "Rawat inap"), *[(230 + 60 * i, 60, f"{120 + i}|") for i in range(5)],
            (80, 75, "Operasi"), *[(230 + 60 * i, 75, f"{310 + i}|") for i in range(4)],
            (80, 90, "Persalinan"), *[(230 + 60 * i, 90, f"{40 + i}|") for i in range(5)],
            ]  # fmt: skip
    assert read(tmp_path, heads, rows)[:2] == [
        ["Uraian", "2019", "2020", "2021", "2022", "2023"],
        ["Rawat jalan", "", "", "899", "", ""],
    ]


def test_a_wide_figure_over_a_gap_that_others_leave_shows_one_column(tmp_path: Path) -> None:
    """The heading stands left of the short figures; one figure reaches below both."""
    heads = [(80, 30, "Uraian"), (230, 30, "2021|"), (285, 30, "2022"), (400, 30, "2023|")]
    rows = [(80, 45 + 15 * i, name) for i, name in enumerate(
        ("Rawat jalan", "Rawat inap", "Operasi", "Persalinan", "Radiologi", "Rujukan",
         "Laboratorium", "Kematian", "Imunisasi", "Gawat darurat"))]  # fmt: skip
    told = [
        cell
        for i in range(10)
        for cell in ((230, 45 + 15 * i, f"{41 + i}|"), (330, 45 + 15 * i, f"{5 + i // 2}|"),
                     (400, 45 + 15 * i, f"{71 + i}|"))
    ]  # fmt: skip
    told[13] = (330, 105, "1.219.287|")
    table = read(tmp_path, heads, rows, told)
    assert [row[2] for row in table] == [
        "2022", "5", "5", "6", "6", "1.219.287", "7", "8", "8", "9", "9",
    ]  # fmt: skip


def test_a_heading_of_three_lines_beside_ones_of_two_reaches_over_none_of_them(
    tmp_path: Path,
) -> None:
    """All are set to the foot of their row: the highest begins a line above the others."""
    heads = [(80, 54, "Ruang"), (170, 42, "Tempat"), (176, 54, "Tidur"), (245, 42, "Hari"),
             (240, 54, "Rawat"), (315, 30, "Lama"), (314, 42, "Rawat"),
             (315, 54, "(hari)")]  # fmt: skip
    rows = [(80, 75, "Melati"), (200, 75, "27|"), (268, 75, "4.154|"), (342, 75, "4,8|"),
            (80, 90, "Mawar"), (200, 90, "22|"), (268, 90, "7.957|"), (342, 90, "2,3|"),
            (80, 105, "Dahlia"), (200, 105, "8|"), (268, 105, "8.427|"),
            (342, 105, "3,1|")]  # fmt: skip
    assert read(tmp_path, heads, rows)[0] == ["Ruang", "Tempat Tidur", "Hari Rawat",
                                              "Lama Rawat (hari)"]  # fmt: skip


def test_headings_beside_their_figures_are_theirs_though_a_page_break_prints_them_again(
    tmp_path: Path,
) -> None:
    """Headings in the middle of wide columns, short figures at their right."""
    heads = [(80, 0, "No"), (180, 0, "Indikator"), (332, 0, "Target"), (419, 0, "Hasil")]
    rows = [(30, "1", "Jumlah balai", "827", "639"), (60, "2", "Jumlah museum", "830", "745"),
            (30, "3", "Jumlah kebun", "739", "624"), (60, "4", "Jumlah pasar", "393", "306"),
            (90, "5", "Jumlah kolam", "839", "618")]  # fmt: skip
    laid: list[list[tuple[float, float, str]]] = [
        [(80, down, number), (100, down, name), (383, down, f"{a}|"), (475, down, f"{b}|")]
        for down, number, name, a, b in rows
    ]
    first = [*SAID, *moved([*heads, *laid[0], *laid[1]], 600)]
    path = pages_of(tmp_path / "a.pdf", first, [*heads, *laid[2], *laid[3], *laid[4]])
    assert table_of(read_pdf(path)) == [
        ["No", "Indikator", "Target", "Hasil"], *[list(row[1:]) for row in rows],
    ]  # fmt: skip


MONTHS = [(80, 30, "Layanan"), (200, 30, "Januari"), (280, 30, "Juli"), (360, 30, "Agustus")]
COUNTED = (("KTP", "12", "-", "118"), ("Kartu", "41", "972", "2"), ("Akta", "8", "4", "636"),
           ("Pindah", "77", "548", "1"), ("Legalisasi", "3", "6", "303"))  # fmt: skip


def test_short_figures_right_of_long_ones_are_of_their_column(tmp_path: Path) -> None:
    """The heading stands at the left of the column, 2 and 1 right of 118, 636 and 303."""
    rows = [
        cell
        for i, (name, *figures) in enumerate(COUNTED)
        for cell in ((80, 45 + 15 * i, name), *(
            (right, 45 + 15 * i, f"{text}|")
            for right, text in zip((235, 325, 430 if len(figures[2]) == 1 else 405), figures,
                                   strict=True)))
    ]  # fmt: skip
    assert read(tmp_path, MONTHS, rows) == [
        ["Layanan", "Januari", "Juli", "Agustus"], *map(list, COUNTED),
    ]  # fmt: skip


def test_figures_without_a_heading_and_those_beside_them_are_marked(tmp_path: Path) -> None:
    """Each row prints four figures below three headings: which is whose is not told."""
    rows = [
        cell
        for i, (name, a, b, c) in enumerate(COUNTED)
        for cell in ((80, 45 + 15 * i, name), (235, 45 + 15 * i, f"{a}|"),
                     (325, 45 + 15 * i, f"{b}|"), (405, 45 + 15 * i, f"{c}|"),
                     (470, 45 + 15 * i, f"{30 + i}|"))
    ]  # fmt: skip
    path = pages_of(tmp_path / "a.pdf", [*SAID, *MONTHS, *rows])
    slots = [slot for block in read_pdf(path).blocks if isinstance(block, WordTable)
             for row in block.grid.rows for slot in row]  # fmt: skip
    assert {bool(slot.unread) for slot in slots if slot.text in ("30", "118", "636")} == {True}
    assert {bool(slot.unread) for slot in slots if slot.text in ("12", "972", "41")} == {False}


def test_the_end_of_a_name_and_the_sign_of_a_currency_stay_in_their_columns(
    tmp_path: Path,
) -> None:
    """Words of one line a little apart: the empty column beside them is not theirs."""
    heads = [(140, 30, "Program"), (315, 30, "Anggaran"), (450, 30, "Sumber")]
    rows = [(80, 50, "Pengendalian Pencemaran dan"), (326, 50, "Rp"), (343, 50, "42.085.425.000"),
            (460, 50, "APBD"), (80, 62, "Perusakan Lingkungan"), (188, 62, "Hidup"),
            (80, 80, "Mitigasi Perubahan Iklim"), (332, 80, "Rp"), (348, 80, "1.157.655.000"),
            (460, 80, "APBD"),
            (80, 95, "Kawasan Lindung"), (338, 99, "Rp"), (357, 99, "250.000.000"),
            (460, 95, "APBD"),
            (80, 115, "Rehabilitasi"), (329, 115, "Rp"), (346, 115, "8.468.000.000"),
            (460, 115, "APBN")]  # fmt: skip
    assert read(tmp_path, heads, rows)[1:] == [
        ["Pengendalian Pencemaran dan Perusakan Lingkungan Hidup", "Rp 42.085.425.000", "APBD"],
        ["Mitigasi Perubahan Iklim", "Rp 1.157.655.000", "APBD"],
        ["Kawasan Lindung", "Rp 250.000.000", "APBD"],
        ["Rehabilitasi", "Rp 8.468.000.000", "APBN"],
    ]
