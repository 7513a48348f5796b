"""A PDF gives the tables and sentences that a reader sees: no figure is read that is not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pdf_reports import STYLES, Style, made_up, scanned, write_pdf
from proposals import read_proposal
from reportlab.pdfgen.canvas import Canvas
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.document.blocks import Outline, Paragraph, WordTable
from lkjip_analysis.intake.document.grid import Grid, Slot
from lkjip_analysis.intake.pdf.read_pdf import PdfReading, read_pdf
from lkjip_analysis.intake.pdf.scans.ocr import missing

Draw = Callable[[Canvas], None]
LEFT, TOP = 80.0, 700.0


def drawn(path: Path, draw: Draw, **options: Any) -> Path:
    canvas = Canvas(str(path), pagesize=(595, 842), **options)
    canvas.setFont("Helvetica", 10)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return path


def ruled(canvas: Canvas, rows: list[list[str]], widths: list[float], high: float = 20) -> None:
    """A table with all rules; each text stands in the lower left of its cell."""
    edges = [LEFT]
    for width in widths:
        edges.append(edges[-1] + width)
    for i in range(len(rows) + 1):
        canvas.line(edges[0], TOP - i * high, edges[-1], TOP - i * high)
    for edge in edges:
        canvas.line(edge, TOP, edge, TOP - len(rows) * high)
    for i, row in enumerate(rows):
        for edge, text in zip(edges, row, strict=False):
            for j, line in enumerate(reversed(text.split("\n"))):
                canvas.drawString(edge + 4, TOP - (i + 1) * high + 6 + 12 * j, line)


def table_of(reading: PdfReading) -> list[list[str]]:
    tables = [block for block in reading.blocks if isinstance(block, WordTable)]
    assert len(tables) == 1
    return [[slot.text for slot in row] for row in tables[0].grid.rows]


def texts_of(reading: PdfReading) -> list[str]:
    return [block.text for block in reading.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("style", STYLES, ids=[style.name for style in STYLES])
def test_a_report_of_each_style_reads_as_it_was_laid_out(style: Style, tmp_path: Path) -> None:
    report = made_up(style, 7, tables=2)
    reading = read_pdf(write_pdf(report, tmp_path / "lkjip.pdf"))
    tables = {b.label: b.grid.rows for b in reading.blocks if isinstance(b, WordTable)}
    for truth in report.tables:
        rows = [[slot.text.replace("¹", "") for slot in row] for row in tables[truth.label]]
        expected = [[text.replace(" ", "") for text in row] for row in truth.rows]
        read = [[text.replace(" ", "") for text in row] for row in rows[-len(truth.rows) :]]
        assert read == expected
    assert not any("Kabupaten Karangan" in text for text in texts_of(reading))
    assert any(report.prose[0][:60] in text for text in texts_of(reading))


def test_a_raised_digit_is_a_note_and_no_part_of_its_figure(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, [["Produksi", "Nilai"], ["Daging", "992.770"], ["Telur", "4.310"]], [90, 90])
        canvas.setFont("Helvetica", 6)
        canvas.drawString(LEFT + 94 + 37, TOP - 34 + 4, "1")

    rows = table_of(read_pdf(drawn(tmp_path / "a.pdf", draw)))
    assert rows[1] == ["Daging", "992.770¹"]


def test_bold_by_printing_twice_is_read_once(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, [["Uraian", "Nilai"], ["Jumlah", "1.155"]], [90, 90])
        canvas.drawString(LEFT + 94.4, TOP - 34, "1.155")

    assert table_of(read_pdf(drawn(tmp_path / "a.pdf", draw)))[1] == ["Jumlah", "1.155"]


def test_a_figure_cut_by_its_cell_is_whole_and_two_figures_stay_two(tmp_path: Path) -> None:
    rows = [
        ["No", "Pagu", "Realisasi"],
        ["1", "2.446.225.\n071", "13.167.44\n5.057"],
        ["2", "98\n99", "1.500\n000"],
        ["3", "98,1\n23", "Rp 4.100.00\n0,00"],
    ]
    path = drawn(tmp_path / "a.pdf", lambda canvas: ruled(canvas, rows, [40, 60, 66], 32))
    read = table_of(read_pdf(path))
    assert read[1] == ["1", "2.446.225.071", "13.167.445.057"]
    assert read[2] == ["2", "98 99", "1.500 000"]
    assert read[3] == ["3", "98,1 23", "Rp 4.100.000,00"]


def test_text_that_cannot_be_seen_is_left_out_and_said(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, [["Uraian", "Nilai"], ["Pasar", "15"]], [90, 90])
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(LEFT, 500, "putih 111")
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(LEFT, 1200, "luar 222")
        text = canvas.beginText(LEFT, 450)
        text.setTextRenderMode(3)
        text.textLine("tanpa tinta 333")
        canvas.drawText(text)
        canvas.drawString(LEFT, 400, "tertutup 444")
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(LEFT - 5, 390, 150, 30, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.setFont("Helvetica", 1)
        canvas.drawString(LEFT, 350, "kecil 555")

    reading = read_pdf(drawn(tmp_path / "a.pdf", draw))
    assert not any(digit in " ".join(texts_of(reading)) for digit in "2345")
    told = "\n".join(reading.remarks)
    for text in ("putih 111", "luar 222", "tanpa tinta 333", "tertutup 444", "kecil 555"):
        assert text in told
    assert "halaman 1" in told


def test_white_text_on_a_dark_heading_is_read(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.1, 0.2, 0.5)
        canvas.rect(LEFT, TOP - 20, 180, 20, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(LEFT + 4, TOP - 14, "Uraian")
        canvas.drawString(LEFT + 94, TOP - 14, "Nilai")
        canvas.setFillColorRGB(0, 0, 0)
        ruled(canvas, [["", ""], ["Pasar", "15"]], [90, 90])

    reading = read_pdf(drawn(tmp_path / "a.pdf", draw))
    assert table_of(reading) == [["Uraian", "Nilai"], ["Pasar", "15"]]
    assert reading.hidden == ()


def test_a_cell_whose_text_runs_up_is_read_from_left_to_right(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, [["", "Nilai"], ["Pasar", "15"]], [90, 90], 60)
        canvas.saveState()
        canvas.translate(LEFT + 40, TOP - 55)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Th 2023")
        canvas.restoreState()

    assert table_of(read_pdf(drawn(tmp_path / "a.pdf", draw)))[0] == ["Th 2023", "Nilai"]


def test_text_clipped_by_its_cell_does_not_reach_into_the_next(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, [["Uraian", "Nilai"], ["", "15"]], [90, 90])
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(LEFT, TOP - 40, 90, 20)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.drawString(LEFT + 4, TOP - 34, "Pasar rakyat yang dibangun 2023")
        canvas.restoreState()

    assert table_of(read_pdf(drawn(tmp_path / "a.pdf", draw)))[1][1] == "15"


def test_two_tables_on_one_another_stay_two(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, [["No", "Nama", "Nilai"], ["1", "Jati", "12"]], [40, 100, 60])
        canvas.translate(0, -40)
        ruled(canvas, [["Kode", "Uraian", "Pagu"], ["A", "Arsip", "7.500"]], [70, 30, 100])

    reading = read_pdf(drawn(tmp_path / "a.pdf", draw))
    tables = [block for block in reading.blocks if isinstance(block, WordTable)]
    assert [[slot.text for slot in table.grid.rows[1]] for table in tables] == [
        ["1", "Jati", "12"], ["A", "Arsip", "7.500"],
    ]  # fmt: skip


def test_a_figure_keeps_its_page_and_box(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, [["Uraian", "Nilai"], ["Pasar", "15"]], [90, 90])
        canvas.drawString(LEFT, 500, "Pasar yang dibangun 15 unit.")

    reading = read_pdf(drawn(tmp_path / "a.pdf", draw))
    table = next(block for block in reading.blocks if isinstance(block, WordTable))
    place = table.grid.rows[1][1].where[0]
    # The digits were put 94 points from the left edge, on a line 34 below the table's top.
    assert place.page == 1
    assert place.box.holds(LEFT + 97, 842 - (TOP - 34) - 3)
    assert 9 < place.box.width < 13
    span = next(block for block in reading.blocks if isinstance(block, Paragraph)).spans[0]
    assert (span.place.page, span.start, span.end) == (1, 0, 28)
    assert span.place.box.holds(LEFT + 10, 842 - 500 - 3)


def _encrypted(path: Path) -> Path:
    from pypdf import PdfReader, PdfWriter

    plain = drawn(path.with_name("b.pdf"), lambda canvas: canvas.drawString(80, 700, "Isi"))
    writer = PdfWriter(clone_from=PdfReader(str(plain)))
    writer.encrypt("rahasia")
    writer.write(str(path))
    return path


def _cut(path: Path) -> Path:
    whole = drawn(path.with_name("b.pdf"), lambda canvas: canvas.drawString(80, 700, "Isi"))
    path.write_bytes(whole.read_bytes()[:300])
    return path


def _bytes(content: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (_encrypted, "password"),
        (_cut, "PDF"),
        (_bytes(b""), "empty file"),
        (_bytes(b"Isi surat"), "no PDF"),
        (_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40), "PDF"),
    ],
    ids=["password", "cut", "empty", "other", "noise"],
)
def test_a_pdf_that_cannot_be_read_is_one_sentence(
    make: Callable[[Path], Path], told: str, tmp_path: Path
) -> None:
    path = make(tmp_path / "rusak.pdf")
    result = CliRunner().invoke(
        app, ["usul", str(path), "--instansi", "dinas-uji", "--tahun", "2024"]
    )
    assert result.exit_code == 2
    assert told in result.output and "rusak.pdf" in result.output
    assert "Traceback" not in result.output
    assert len([line for line in result.output.splitlines() if "found" in line]) == 1


def test_a_page_of_endless_drawings_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lkjip_analysis.intake.pdf.contents.device.MOST_OBJECTS", 500)

    def draw(canvas: Canvas) -> None:
        for i in range(600):
            canvas.line(10, i, 200, i)

    with pytest.raises(InputError, match="page 1: more lines and letters"):
        read_pdf(drawn(tmp_path / "a.pdf", draw))


def test_a_proposal_from_a_pdf_holds_the_rows_that_were_printed(tmp_path: Path) -> None:
    report = made_up(Style("kisi", rows=8), 3)
    path = write_pdf(report, tmp_path / "lkjip.pdf")
    proposal = read_proposal(path, "dinas-uji", 2023, tmp_path)
    assert len(proposal.tables) == 3
    assert proposal.tables[0].notes[0] == "halaman 1"
    for truth, table in zip(report.tables, proposal.tables, strict=True):
        printed = {text for row in truth.rows for text in row[2:5] if text}
        held = {text for row in table.rows for text in row}
        held |= {text for row in table.left_rows for text in row}
        assert printed <= held


def test_a_scan_gives_its_figures_or_marks_them_as_not_sure(tmp_path: Path) -> None:
    if missing():
        pytest.skip(f"{missing()} is not here")
    report = made_up(Style("kisi", rows=10, size=10), 5, tables=1)
    path = scanned(write_pdf(report, tmp_path / "asli.pdf"), tmp_path / "pindaian.pdf")
    reading = read_pdf(path)
    assert reading.scanned == (1,)
    assert "dibaca dari gambar" in reading.remarks[0]
    table = next(block for block in reading.blocks if isinstance(block, WordTable))
    rows = table.grid.rows[-len(report.tables[0].rows) :]
    read = right = 0
    for truth, row in zip(report.tables[0].rows, rows, strict=True):
        for text, slot in zip(truth[2:], row[2:], strict=True):
            if text and slot.text and not slot.unread:
                read += 1
                right += text.replace(" ", "") == slot.text.replace(" ", "")
    assert read == right
    assert read >= 20


def test_a_scan_without_the_program_to_read_it_names_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lkjip_analysis.intake.pdf.scans.scanned_page.missing", lambda: "tesseract")
    report = made_up(Style("kisi", rows=3), 5, tables=1)
    path = scanned(write_pdf(report, tmp_path / "asli.pdf"), tmp_path / "pindaian.pdf", 100)
    with pytest.raises(InputError, match=r"pindaian\.pdf.*Install tesseract"):
        read_pdf(path)


def narrow(canvas: Canvas, rows: list[list[str]]) -> None:
    """A ruled table whose last column is so narrow that its texts are set letter by letter."""
    canvas.drawString(LEFT, TOP + 60, "Kunjungan poliklinik dan tenaga perawat menurut ruang")
    canvas.drawString(LEFT, TOP + 40, "Perawatan intensif dibuka tahun ini, dokter jaga bertambah")
    ruled(canvas, rows, [120, 14, 41], 60)


def test_a_word_and_a_figure_that_a_narrow_cell_broke_are_whole_again(tmp_path: Path) -> None:
    rows = [["Ruang", "R\nu\na\nn\ng", "Perawa\ntan"], ["Melati", "1\n2\n5", "Perawa\ntan"]]
    read = table_of(read_pdf(drawn(tmp_path / "a.pdf", lambda c: narrow(c, rows))))
    assert read == [["Ruang", "Ruang", "Perawatan"], ["Melati", "125", "Perawatan"]]


def test_words_and_figures_one_above_the_other_stay_apart(tmp_path: Path) -> None:
    """Nothing in this table is broken: 7 above 9 is not 79, and a doctor on duty is two words."""
    rows = [["Ruang", "n", "dokter\njaga"], ["Melati", "7\n9", "tenaga\nperawat"]]
    read = table_of(read_pdf(drawn(tmp_path / "b.pdf", lambda c: narrow(c, rows))))
    assert read == [["Ruang", "n", "dokter jaga"], ["Melati", "7 9", "tenaga perawat"]]


def test_words_of_reports_and_capitals_begin_words_in_a_full_line(tmp_path: Path) -> None:
    """Each line fills its cell: "dokumen" is a word of reports, "Baru" begins one."""
    rows = [["Layanan", "Banyak"], ["Legalisasi\ndokumen", "1.204"], ["Pelayanan\nBaru", "318"]]

    def draw(canvas: Canvas) -> None:
        ruled(canvas, rows, [53, 60], 40)

    read = table_of(read_pdf(drawn(tmp_path / "a.pdf", draw)))
    assert read[1:] == [["Legalisasi dokumen", "1.204"], ["Pelayanan Baru", "318"]]


def over_two_pages(
    path: Path,
    first: list[list[str]],
    second: list[list[str]],
    widths: tuple[float, ...] = (40, 200, 60),
) -> Path:
    canvas = Canvas(str(path), pagesize=(595, 842))
    for rows in (first, second):
        canvas.setFont("Helvetica", 10)
        ruled(canvas, rows, [*widths])
        canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        # 1 goes on with 2: the words between them are the rest of the name of 1.
        (
            [["", "Masyarakat (IKM)", ""], ["2", "Nilai SAKIP", "71,45"]],
            [["1", "Indeks Kepuasan Masyarakat (IKM)", "86,52"], ["2", "Nilai SAKIP", "71,45"]],
        ),
        # Another line over rows stands below: so is this one.
        (
            [["", "Bidang Umum", ""], ["2", "Nilai", "71,45"], ["", "Bidang Lain", ""],
             ["3", "Lain", "7,45"]],
            [["1", "Indeks Kepuasan", "86,52"], ["", "Bidang Umum", ""], ["2", "Nilai", "71,45"],
             ["", "Bidang Lain", ""], ["3", "Lain", "7,45"]],
        ),
        # A number is lacking between the two.
        (
            [["", "Masyarakat (IKM)", ""], ["3", "Nilai", "71,45"]],
            [["1", "Indeks Kepuasan", "86,52"], ["", "Masyarakat (IKM)", ""],
             ["3", "Nilai", "71,45"]],
        ),
    ],
)  # fmt: skip
def test_words_at_the_top_of_a_page_between_two_numbers_end_the_row_above(
    tmp_path: Path, second: list[list[str]], expected: list[list[str]]
) -> None:
    first = [["No", "Indikator", "Nilai"], ["1", "Indeks Kepuasan", "86,52"]]
    read = table_of(read_pdf(over_two_pages(tmp_path / "a.pdf", first, second)))
    assert read[1:] == expected


@pytest.mark.parametrize(("last", "first", "expected"), [
    (["Jumlah", "212.177.00", "(15.304.70", "92,79"], ["", "0.000", "6.213)", ""],
     [["Jumlah", "212.177.000.000", "(15.304.706.213)", "92,79"]]),
    # One that the break may have cut, and one that is whole without it: a row of its own.
    (["Sisa", "212.177.00", "15.304.706", "92,79"], ["", "0.000", "213", ""],
     [["Sisa", "212.177.00", "15.304.706", "92,79"], ["", "0.000", "213", ""]]),
    (["Sisa", "212.177.00", "7", "92,79"], ["", "0.000", "", ""],
     [["Sisa", "212.177.00", "7", "92,79"], ["", "0.000", "", ""]]),
])  # fmt: skip
def test_figures_that_the_end_of_a_page_cuts_are_whole(
    last: list[str], first: list[str], expected: list[list[str]], tmp_path: Path
) -> None:
    rows = [["Jenis", "Target", "Lebih", "%"], ["Pajak", "38.667.000", "2.471.889", "106,39"]]
    path = over_two_pages(tmp_path / "a.pdf", [*rows, last], [first], (80, 80, 80, 60))
    assert table_of(read_pdf(path))[2:] == expected


def test_a_bracket_that_a_line_ends_in_a_number_is_no_list(tmp_path: Path) -> None:
    def prose(canvas: Canvas) -> None:
        canvas.drawString(LEFT, TOP, "Rata-rata kunjungan poliklinik (triwulan satu dan dua dibagi")
        canvas.drawString(LEFT, TOP - 14, "2) lebih tinggi daripada tahun sebelumnya, yaitu 41,50.")

    (told,) = texts_of(read_pdf(drawn(tmp_path / "a.pdf", prose)))
    assert "dibagi 2) lebih tinggi" in told


def unruled(canvas: Canvas, lines: list[list[str]]) -> None:
    for i, line in enumerate(lines):
        for x, text in zip((LEFT, LEFT + 100, LEFT + 200, LEFT + 300), line, strict=False):
            canvas.drawString(x, TOP - 13 * i, text)


CUT = [
    ["Belanja", "Pagu", "Realisasi", "Sisa"],
    ["Pegawai", "6.120.00", "5.889.80", "230.200"],
    ["", "0", "0"],
    ["Barang", "9.450.00", "9.021.00", "429.000"],
    ["", "0", "0"],
    ["Jumlah", "15.570.0", "14.910.8", "659.200"],
    ["", "00", "00"],
]
ZEROS = [
    ["Belanja", "Pagu", "Realisasi", "Sisa"],
    ["Pegawai", "6.120.00", "5.889.80", "1.230.20"],
    ["Hibah", "0", "0", "0"],
    ["Barang", "9.450.00", "9.021.00", "1.429.00"],
]


def test_figures_cut_in_a_table_without_rules_are_whole_and_a_row_of_zeros_is_a_row(
    tmp_path: Path,
) -> None:
    """Under a name of its own a zero is no rest, though 6.120.00 and 0 would make 6.120.000."""
    cut = table_of(read_pdf(drawn(tmp_path / "a.pdf", lambda c: unruled(c, CUT))))
    assert cut[1:] == [
        ["Pegawai", "6.120.000", "5.889.800", "230.200"],
        ["Barang", "9.450.000", "9.021.000", "429.000"],
        ["Jumlah", "15.570.000", "14.910.800", "659.200"],
    ]
    zeros = table_of(read_pdf(drawn(tmp_path / "b.pdf", lambda c: unruled(c, ZEROS))))
    assert zeros[1:] == ZEROS[1:]


def test_the_foot_of_upright_pages_is_no_text_of_those_laid_across(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path))
    for number, (width, height) in enumerate([(595, 842)] * 3 + [(842, 595)] * 2, 1):
        canvas.setPageSize((width, height))
        canvas.setFont("Helvetica", 10)
        canvas.drawString(LEFT, height / 2, f"Uraian halaman {number} tentang kinerja.")
        foot = 65 if height > width else 72
        canvas.drawString(LEFT, foot, "DINAS PERHUBUNGAN KABUPATEN KARANGAN TAHUN 2023")
        canvas.showPage()
    canvas.save()
    reading = read_pdf(path)
    assert not any("DINAS" in text for text in texts_of(reading))
    assert reading.running == ("DINAS PERHUBUNGAN KABUPATEN KARANGAN TAHUN 2023",)


def test_captions_that_begin_page_after_page_are_no_running_head(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    for number in range(1, 5):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(LEFT, 770, f"Tabel 3.{number}")
        ruled(canvas, [["Tempat", "Kunjungan"], ["Taman", f"{number}12"]], [90, 90])
        canvas.showPage()
    canvas.save()
    tables = [block for block in read_pdf(path).blocks if isinstance(block, WordTable)]
    assert [table.label for table in tables] == [f"Tabel 3.{number}" for number in range(1, 5)]


LISTED = ["Sasaran", "Indikator", "Satuan", "Target", "Realisasi"]


def test_indicators_listed_in_a_cell_are_rows_where_each_figure_stands_beside_one(
    tmp_path: Path,
) -> None:
    def draw(canvas: Canvas) -> None:
        items = ["Produksi naik", "- Padi\n- Jagung\n- Kedelai", "Ton\nTon\nTon",
                 "12.317\n1.190\n518", "12.540\n1.630 *)\n920"]  # fmt: skip
        ruled(canvas, [LISTED, items], [90, 90, 60, 60, 70], 60)

    assert table_of(read_pdf(drawn(tmp_path / "a.pdf", draw)))[1:] == [
        ["Produksi naik", "- Padi", "Ton", "12.317", "12.540"],
        ["", "- Jagung", "Ton", "1.190", "1.630 *)"],
        ["", "- Kedelai", "Ton", "518", "920"],
    ]


def test_figures_that_stand_beside_no_one_item_stay_together(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        items = ["Produksi naik", "- Padi\n- Jagung\n- Kedelai", "Ton", "12.317\n1.190",
                 "12.540\n1.630\n920\n40"]  # fmt: skip
        ruled(canvas, [LISTED, items], [90, 90, 60, 60, 70], 60)

    assert len(table_of(read_pdf(drawn(tmp_path / "a.pdf", draw)))) == 2


def test_tables_without_rules_part_where_the_caption_of_the_next_stands(tmp_path: Path) -> None:
    shares = [("1", "Taman", "1.950", "23,34"), ("2", "Halte", "878", "10,51"),
              ("3", "Pasar", "2.145", "25,67")]  # fmt: skip
    visits = [
        ("1", "Gudang", "47", "566"),
        ("2", "Balai", "222", "429"),
        ("3", "Kolam", "78", "716"),
    ]

    def draw(canvas: Canvas) -> None:
        y = 740.0
        for caption, rows in (("Tabel 3.1 Kunjungan", shares), ("Tabel 3.2 Pengunjung", visits)):
            canvas.drawString(240, y, caption)
            for row in (("No", "Tempat", "Jumlah", "Bagian"), *rows):
                y -= 16
                for x, text in zip((80, 120, 300, 400), row, strict=True):
                    canvas.drawString(x, y, text)
            y -= 24

    tables = [
        b for b in read_pdf(drawn(tmp_path / "a.pdf", draw)).blocks if isinstance(b, WordTable)
    ]
    assert [table.label for table in tables] == ["Tabel 3.1", "Tabel 3.2"]
    read = [[tuple(slot.text for slot in row) for row in t.grid.rows[1:]] for t in tables]
    assert read == [shares, visits]


def stamped(canvas: Canvas) -> None:
    """What a trial program stamps into the corner of a page: along a slope and round an arc."""
    for text, radius, first in (("PDF-XChange", 40, 125), ("www.cap.example", -34, -125)):
        for i, sign in enumerate(text):
            angle = first - (7 if radius > 0 else -7) * i
            canvas.saveState()
            canvas.translate(60, 790)
            canvas.rotate(angle - 90 if radius > 0 else angle + 90)
            canvas.drawString(0, radius, sign)
            canvas.restoreState()
    canvas.saveState()
    canvas.translate(45, 775)
    canvas.rotate(45)
    canvas.drawString(0, 0, "Click to buy NOW!")
    canvas.restoreState()


@pytest.mark.parametrize("stamp", [True, False])
def test_a_slanted_stamp_is_left_out_and_told(stamp: bool, tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(90, 790, "AKUNTABILITAS KINERJA 2016")
        if stamp:
            stamped(canvas)
        canvas.drawString(90, 740, "Realisasi 45 unit")

    reading = read_pdf(drawn(tmp_path / "a.pdf", draw))
    assert texts_of(reading) == ["AKUNTABILITAS KINERJA 2016", "Realisasi 45 unit"]
    stamps = ["XChange" in note and "Click to buy NOW!" in note for note in reading.remarks]
    assert stamps == ([True] if stamp else [])


def test_a_table_of_contents_in_cells_is_no_table_of_figures(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        ruled(
            canvas,
            [
                ["3.1", "Capaian Kinerja ........ III-1"],
                ["3.2", "Analisis ............... 14"],
                ["", "Daftar Tabel"],
            ],
            [60, 300],
        )

    reading = read_pdf(drawn(tmp_path / "a.pdf", draw))
    lines = [block for block in reading.blocks if isinstance(block, Paragraph)]
    assert [(line.text, line.listed) for line in lines] == [
        ("3.1 Capaian Kinerja ........ III-1", True),
        ("3.2 Analisis ............... 14", True),
        ("Daftar Tabel", True),
    ]
    assert [span.place.page for line in lines for span in line.spans] == [1] * 5
    assert not any(isinstance(block, WordTable) for block in reading.blocks)


def test_a_table_within_a_table_of_contents_is_read() -> None:
    figures = Grid(((Slot("Nilai"), Slot("71,45")),), 0)
    lines = tuple((Slot(f"{name} ........ {page}"),) for page, name in enumerate(("Isi", "Bab"), 1))
    *listed, inner = Outline().table(Grid(lines, 0, ((1, figures),)))
    assert [block.text for block in listed if isinstance(block, Paragraph)] == [
        "Isi ........ 1",
        "Bab ........ 2",
    ]
    assert isinstance(inner, WordTable) and inner.grid == figures


def test_a_table_with_one_cell_of_dots_is_a_table(tmp_path: Path) -> None:
    rows = [["Nilai", "71,45"], ["Lain", "7,45"], ["Sisa ........", "8"]]
    reading = read_pdf(drawn(tmp_path / "a.pdf", lambda canvas: ruled(canvas, rows, [90, 90])))
    assert table_of(reading) == rows
