"""HTML, Markdown and plain text end in the same grid as Word: cells, merges, notes, places."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from growth import check_growth
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.document.blocks import Outline, Paragraph, WordTable
from lkjip_analysis.intake.document.grid import Grid
from lkjip_analysis.intake.document.kinds import kind_of
from lkjip_analysis.intake.tables.read_tables import printed_tables
from lkjip_analysis.intake.text.markdown import markdown_blocks
from lkjip_analysis.intake.text.web_page import web_blocks
from lkjip_analysis.intake.usul.read_document import read_document
from lkjip_analysis.output.examined.passed_over import lost_tables


def tables(path: Path) -> list[WordTable]:
    return [block for block in read_document(path).blocks if isinstance(block, WordTable)]


def texts(table: WordTable) -> list[list[str]]:
    return [[slot.text for slot in row] for row in table.grid.rows]


PAGE = """<html><head><title>Tidak dibaca 99</title><style>p {}</style></head><body>
<h2>BAB III Akuntabilitas</h2><p>Tabel 3.1 Pegawai
<table><thead><tr><th rowspan=2>Unit<th colspan=2>Jumlah</tr><tr><th>L<th>P</tr></thead>
<tr><td>Sekretariat<sup>1</sup></td><td>1.204<sup>2</sup><td><s>77</s> 7</tr>
<tr><td>Bidang <br>Usaha<td>14<td style="display: none">5</td></tr></table>
<p hidden>Catatan penulis 12</p></body></html>"""


def test_an_html_page_keeps_merged_headings_notes_and_hidden_text_apart(tmp_path: Path) -> None:
    page = tmp_path / "laporan.html"
    page.write_text(PAGE, encoding="utf-8")
    (table,) = tables(page)
    assert (table.label, table.title, table.grid.heads) == ("Tabel 3.1", "Pegawai", 2)
    assert texts(table) == [["Unit", "Jumlah", ""], ["", "L", "P"],
                            ["Sekretariat¹", "1.204²", "7"],
                            ["Bidang Usaha", "14", ""]]  # fmt: skip
    assert [slot.reach for slot in table.grid.rows[0]] == [1, 2, 0]
    assert table.grid.rows[1][0].above
    assert table.grid.rows[2][2].said == ('teks dicoret "77" tidak dibaca',)
    paragraphs = [b for b in read_document(page).blocks if isinstance(b, Paragraph)]
    assert not any("99" in p.text or "Catatan" in p.text for p in paragraphs)
    assert ('teks tersembunyi "Catatan penulis 12" tidak dibaca',) in [p.said for p in paragraphs]


MARKDOWN = """# BAB III

Tabel 3.2 **Anggaran**

| Program | Pagu | % |
|:--|--:|---|
| A \\| B | 1.000<sup>a</sup> | 50 |
| Jumlah | ~~9~~ 2\\.000 | |

Serapan *tahun* ini
50 persen.

| tanpa garis | bukan tabel
"""


def test_a_markdown_table_is_a_grid_whose_first_row_is_its_heading(tmp_path: Path) -> None:
    file = tmp_path / "laporan.md"
    file.write_text(MARKDOWN, encoding="utf-8")
    table = tables(file)[0]
    assert (table.label, table.title, table.grid.heads) == ("Tabel 3.2", "Anggaran", 1)
    assert texts(table) == [["Program", "Pagu", "%"], ["A | B", "1.000a", "50"],
                            ["Jumlah", "2.000", ""]]  # fmt: skip
    assert table.grid.rows[1][0].where[0].at == "baris 7"
    paragraphs = [b.text for b in read_document(file).blocks if isinstance(b, Paragraph)]
    assert "Serapan tahun ini 50 persen." in paragraphs


TABBED = """DAFTAR TABEL
Tabel 1.1\tPegawai\t3
Tabel 1.2\tAnggaran\t12

Tabel 1.1 Pegawai
Unit\tL\tP
Sekretariat\t4\t5
\t6\t7

Jumlah pegawai adalah 22 orang, dan angka ini sama dengan angka tahun
sebelumnya.
"""


def test_plain_text_has_tables_between_tabs_and_a_list_of_tables_is_none(tmp_path: Path) -> None:
    file = tmp_path / "laporan.txt"
    file.write_bytes(TABBED.encode("cp1252").replace(b"\n", b"\r\n"))
    (table,) = tables(file)
    assert table.label == "Tabel 1.1"
    assert texts(table) == [["Unit", "L", "P"], ["Sekretariat", "4", "5"], ["", "6", "7"]]
    last = [b.text for b in read_document(file).blocks if isinstance(b, Paragraph)][-1]
    assert last.endswith("angka tahun sebelumnya.")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [("a.pdf", b"PK\x03\x04 broken", "pdf"), ("a.docx", b"%PDF-1.4", "pdf"),
     ("a.doc", b"{\\rtf1 x}", "office text"), ("a.txt", b"<!DOCTYPE html><p>", "web"),
     ("a", b"x\ty", "text"), ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x", "office text"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x", "word")],
)  # fmt: skip
def test_the_first_bytes_tell_the_kind_and_not_the_name(
    tmp_path: Path, name: str, content: bytes, kind: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert kind_of(tmp_path / name) == kind


@pytest.mark.parametrize("content", [b"", b"  \n", b"\x00\x01\x02" * 99])
def test_what_is_no_text_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "kosong.txt"
    file.write_bytes(content)
    with pytest.raises(InputError) as told:
        read_document(file)
    assert str(told.value).startswith("kosong.txt: found a") and "\n" not in str(told.value)


def test_a_caption_without_a_table_is_said_and_a_mention_is_not() -> None:
    """Nothing was read below the first; the second is read, the third only spoken of."""
    blocks = [
        Paragraph("Tabel 3.1 Anggaran dan Realisasi", "", 1),
        Paragraph("Tabel 3.2 Pegawai", "", 2),
        WordTable(Grid((), 0), "Tabel 3.2", "Pegawai", ""),
        Paragraph("Tabel 3.3 menunjukkan capaian", "", 3),
    ]
    (told,) = lost_tables(blocks)
    assert told.startswith("Tabel 3.1: ")


def test_a_line_of_column_numbers_that_begins_with_three_is_no_row(tmp_path: Path) -> None:
    """The first two columns have no number of their own; 3 = 4 - 5 must accuse nobody."""
    lines = ["Tabel 3.1 Anggaran", "No\tProgram\tPagu\tRealisasi\tSisa\t%", "\t\t3\t4\t5\t6",
             "1\tAngkutan jalan\t100\t80\t20\t80", "2\tTerminal\t200\t150\t50\t75"]  # fmt: skip
    file = tmp_path / "laporan.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    (table,) = printed_tables(read_document(file).blocks)
    assert [row.named for row in table.rows] == ["Angkutan jalan", "Terminal"]


@pytest.mark.parametrize("begun", ["<!--", "<![CDATA[", "<?", "<div hidden>", "<tr><td>1"])
def test_what_begins_in_a_page_and_never_ends_is_looked_for_once(begun: str) -> None:
    check_growth(lambda size: web_blocks("<table><tr>" + begun * size, Outline()), 1500)


@pytest.mark.parametrize("begun", ["<!--", "<sup>1", "*a ", "[a](", "<b "])
def test_what_begins_in_a_line_and_never_ends_is_looked_for_nearby(begun: str) -> None:
    check_growth(lambda size: markdown_blocks(begun * size, True), 1500)


def test_a_comment_that_never_ends_hides_nothing() -> None:
    (one, two) = web_blocks("<p>Pagu 1.000 <!-- catatan --></p><p>Sisa <!-- 5 <b>200</b></p>",
                            Outline())  # fmt: skip
    assert isinstance(one, Paragraph) and isinstance(two, Paragraph)
    assert one.text == "Pagu 1.000" and two.text == "Sisa <!-- 5 200"


def test_tables_deep_in_one_another_are_one_sentence(tmp_path: Path) -> None:
    page = tmp_path / "dalam.html"
    page.write_text("<table><tr><td>" * 300, "utf-8")
    with pytest.raises(InputError, match="tables inside tables, more than 30 deep"):
        read_document(page)


@pytest.mark.parametrize(
    "content", ["|" * 5000 + "\n" + "|-" * 2500, "<table><tr>" + "<td>1" * 5000]
)
def test_a_table_of_thousands_of_columns_is_one_sentence(content: str, tmp_path: Path) -> None:
    page = tmp_path / "lebar.md"
    page.write_text(content, "utf-8")
    with pytest.raises(InputError, match="more elements, or deeper ones, than a report has"):
        read_document(page)


def test_signs_that_nobody_sees_in_titles_and_names_refuse_no_document(tmp_path: Path) -> None:
    page = tmp_path / "laporan.md"
    page.write_text(
        "# LAPORAN \u202eKINERJA\n\nTabel 3.1 \u2066Realisasi\u2009Anggaran \uf0b7\n\n"
        "| No | Program\u200f | Pagu | Realisasi | Serapan (%) |\n|---|---|---|---|---|\n"
        "| 1 | Program \u202eA | 1.000 | 900 | 90,00 |\n| 2 | Program B | 2.000 | 1.000 | 50,00 |\n"
        "|  | Jumlah | 3.000 | 1.900 | 63,33 |\n", "utf-8",
    )  # fmt: skip
    told = ["periksa", str(page), "--instansi", "x", "--tahun", "2022", "-o", str(tmp_path / "h")]
    done = CliRunner().invoke(app, told)
    assert done.exit_code == 0 and "9 dari 9 angka teruji" in done.output, done.output
    (written,) = (tmp_path / "h").rglob("laporan.yaml")
    assert "Realisasi Anggaran" in written.read_text("utf-8")
    seen = [*(tmp_path / "h").rglob("*.html"), *(tmp_path / "h").rglob("*.json"), written]
    assert not [
        p
        for p in seen
        if re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", p.read_text("utf-8"))
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [("| A | B |\n|---|---|\n" + "| a | 1 |\n" * 20_000, "20,000 table rows"),
     ("| A | B |\n|---|---|\n| a | 1 |\n\n" * 1_001, "1,000 tables"),
     ("<html><table>" + "<tr><td>1" * 20_001 + "</table>", "20,000 table rows"),
     ("<html>" + "<table><tr><td>1</table>" * 1_001, "1,000 tables")],
)  # fmt: skip
def test_more_tables_or_rows_than_reports_have_are_refused_before_they_are_read(
    content: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Outline, "table", None)  # whoever reads one fails
    page = tmp_path / ("laporan.html" if content.startswith("<html") else "laporan.md")
    page.write_text(content)
    with pytest.raises(InputError, match=f"more than {told}.*Split it"):
        read_document(page)


def test_a_heading_keeps_its_text_and_loses_its_marks() -> None:
    (block,) = markdown_blocks("## Bahasa C#   ##  ", True)
    assert isinstance(block, Paragraph) and block.text == "Bahasa C#"


@pytest.mark.parametrize(
    ("told", "most"),
    [("Realisasi 90,5 persen.\n\n" * 3, "MAX_TOLD"),
     ("Realisasi 90,5 dan 80 persen.\n\n" * 2, "MAX_FIGURES"),
     ("Realisasi 90,5 dan 80 serta 7 persen.", "MAX_IN_ONE")],
)  # fmt: skip
def test_a_text_of_more_figures_than_any_report_is_refused_and_one_of_as_many_read(
    told: str, most: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "naskah.md"
    path.write_text(f"# Laporan\n\n{told}\n\nTanpa angka.\n")
    found = len(re.findall(r"\d[\d,]*", told))
    monkeypatch.setattr(f"lkjip_analysis.intake.document.given_file.{most}", found)
    assert read_document(path).blocks
    monkeypatch.setattr(f"lkjip_analysis.intake.document.given_file.{most}", found - 1)
    with pytest.raises(InputError, match=f"more than {found - 1} "):
        read_document(path)
