"""Runs of a Word document: each is read as it is shown, or what is not shown is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from openpyxl import Workbook
from proposals import read_proposal

from lkjip_analysis.intake.document.blocks import WordTable
from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.document.note_marks import without_mark
from lkjip_analysis.intake.proposal.proposal import Proposal, ProposedTable
from lkjip_analysis.intake.word.word_blocks import read_blocks

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PLAIN = (
    "<w:b/>", "<w:i/>", '<w:u w:val="single"/>', "<w:caps/>", "<w:smallCaps/>",
    '<w:color w:val="FF0000"/>', '<w:highlight w:val="yellow"/>', '<w:shd w:fill="00FF00"/>',
    '<w:sz w:val="16"/>', '<w:kern w:val="28"/>', '<w:spacing w:val="20"/>', '<w:w w:val="90"/>',
    "<w:outline/>", "<w:shadow/>", "<w:emboss/>", "<w:imprint/>", '<w:lang w:val="id-ID"/>',
    '<w:em w:val="dot"/>', '<w:bdr w:val="single"/>', '<w:vertAlign w:val="baseline"/>',
    '<w:position w:val="0"/>', '<w:vanish w:val="0"/>', '<w:strike w:val="false"/>',
    '<w:dstrike w:val="off"/>', '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>', "<w:webHidden/>",
    '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>',
)  # fmt: skip
"""A digit in a run like this is a digit."""
NOTES = (
    '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>',
    '<w:position w:val="6"/>', '<w:position w:val="-4"/>',
    '<w:position w:val="8"/><w:sz w:val="12"/>',
)  # fmt: skip
"""A digit in a run like this is the mark of a note."""
UNSEEN = ("<w:vanish/>", "<w:strike/>", "<w:dstrike/>", '<w:vanish w:val="1"/>',
          '<w:strike w:val="true"/><w:b/>')  # fmt: skip
"""A digit in a run like this is not read, and that is said."""
DOUBTED = ('<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>',
           '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')  # fmt: skip
"""A digit in a run like this is asked about."""
SIGNS = (
    ('<w:sym w:font="Symbol" w:char="F02D"/><w:t>45</w:t>', "−45"),
    ('<w:sym w:font="Symbol" w:char="F0B3"/><w:t>90</w:t>', "≥90"),
    ('<w:sym w:font="Symbol" w:char="F0A3"/><w:t>90</w:t>', "≤90"),
    ('<w:sym w:font="Symbol" w:char="F034"/><w:t>5</w:t>', "45"),
    ('<w:t>98</w:t><w:sym w:font="Symbol" w:char="F025"/>', "98%"),
    ('<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr><w:t>-45</w:t>', "−45"),
    ("<w:noBreakHyphen/><w:t>45</w:t>", "-45"),
    ('<w:sym w:font="Symbol" w:char="F0B1"/><w:t>5</w:t>', "±5"),
    ('<w:sym w:font="Arial" w:char="2212"/><w:t>5</w:t>', "−5"),
    ("<w:t>4</w:t><w:softHyphen/><w:t>5</w:t>", "45"),
)
ROUTES = ("run", "huruf", "paragraf")


def cases() -> list[tuple[str, str, str]]:
    """(what becomes of the digit, its run properties, where they are declared)."""
    groups = {"angka": PLAIN, "catatan": NOTES, "hilang": UNSEEN}
    direct = [(kind, form, "run") for kind, forms in groups.items() for form in forms]
    styled = [(kind, form, way) for kind in ("catatan", "hilang") for form in groups[kind][:4]
              for way in ROUTES[1:2]]  # fmt: skip
    whole = [("hilang", form, "paragraf") for form in UNSEEN[:3]]
    return [*direct, *styled, *whole, *(("ragu", form, "run") for form in DOUBTED)]


@pytest.fixture(scope="module")
def slots(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], Slot]:
    document = Document()
    told = cases()
    table = document.add_table(rows=len(told) + 1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Uraian", "Realisasi"
    for number, (_, form, way) in enumerate(told, 1):
        table.cell(number, 0).text = f"Baris {number}"
        _fill(document, table.cell(number, 1).paragraphs[0], form, way, f"Gaya{number}")
    path = tmp_path_factory.mktemp("runs") / "a.docx"
    document.save(str(path))
    (block,) = (b for b in read_blocks(path) if isinstance(b, WordTable))
    return {case: block.grid.rows[i][1] for i, case in enumerate(told, 1)}


def _fill(document: Any, paragraph: Any, form: str, way: str, name: str) -> None:
    """72,50 and behind it, or alone in its paragraph, the digit 1 as `form` says."""
    if way == "paragraf":
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.element.append(parse_xml(f"<w:rPr {NAMESPACE}>{form}</w:rPr>"))
        paragraph.style = style
        paragraph.add_run("1")
        return
    paragraph.add_run("72,50")
    run = paragraph.add_run("1")
    if way == "huruf":
        style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.element.append(parse_xml(f"<w:rPr {NAMESPACE}>{form}</w:rPr>"))
        run.style = style
    else:
        run._r.insert(0, parse_xml(f"<w:rPr {NAMESPACE}>{form}</w:rPr>"))


def test_sixty_formats_of_runs_are_tried() -> None:
    assert len(cases()) + len(SIGNS) >= 60


@pytest.mark.parametrize("case", cases(), ids=str)
def test_a_digit_is_read_as_it_is_shown_or_what_became_of_it_is_said(
    slots: dict[tuple[str, str, str], Slot], case: tuple[str, str, str]
) -> None:
    kind, _, way = case
    slot = slots[case]
    figure, mark = without_mark(slot.text)
    if kind == "angka":
        assert (slot.text, slot.said, slot.unread) == ("72,501", (), "")
    elif kind == "catatan":
        assert (figure, bool(mark)) == ("72,50", True)
    elif kind == "hilang":
        assert slot.text == ("" if way == "paragraf" else "72,50")
        assert '"1" tidak dibaca' in slot.said[0]
    else:
        assert slot.unread


@pytest.mark.parametrize(("xml", "shown"), SIGNS)
def test_signs_of_symbol_fonts_are_decoded(tmp_path: Path, xml: str, shown: str) -> None:
    document = Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.paragraphs[0]._p.append(parse_xml(f"<w:r {NAMESPACE}>{xml}</w:r>"))
    document.save(str(tmp_path / "a.docx"))
    (block,) = (b for b in read_blocks(tmp_path / "a.docx") if isinstance(b, WordTable))

    assert block.grid.rows[0][0].text == shown


# Tables of any kind of file.


def proposed(path: Path, rows: list[list[str]], title: str = "") -> Proposal:
    """The proposal of one table, in Word or Excel by the ending of `path`."""
    if path.suffix == ".docx":
        document = Document()
        document.add_paragraph(f"Tabel 3.1 {title}")
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        document.save(str(path))
    else:
        book = Workbook()
        sheet = book.worksheets[0]
        sheet.append([f"Tabel 3.1 {title}"])
        for texts in rows:
            sheet.append([text or None for text in texts])
        book.create_sheet("Catatan").append(["Disusun oleh tim"])
        book.save(path)
    return read_proposal(path, "dinas-uji", 2024)


def only(proposal: Proposal) -> ProposedTable:
    (table,) = proposal.tables
    return table


CAPAIAN = [
    ["No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"],
    ["1", "Jalan mantap", "persen", "80", "72,00 *", "90,00"],
    ["2", "Jembatan mantap", "persen", "50", "Belum rilis", "-"],
    ["3", "Trotoar mantap", "persen", "50", "45,00", "90,00"],
    ["", "Rata-rata capaian", "", "", "", "79,00"],
]


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_words_stars_and_a_mean_row_cost_no_figure(tmp_path: Path, ending: str) -> None:
    found = proposed(tmp_path / f"a.{ending}", CAPAIAN, "Capaian Kinerja")
    table = only(found)
    realisasi = [row[table.columns.index("realisasi")] for row in table.rows]

    assert table.kind.name == "capaian"
    assert realisasi == ["72,00", "Belum rilis", "45,00", ""]
    assert not table.unreadable
    assert any('"*" pada 72,00' in note for note in table.notes)
    assert [i.nama for i in found.indicators] == [
        "Jalan mantap", "Jembatan mantap", "Trotoar mantap"]  # fmt: skip
    assert [(r.jenis, r.sel) for r in found.rules] == [
        ("rerata", "hasil=capaian[rerata].capaian; bagian=capaian[*].capaian")]  # fmt: skip


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_a_table_of_its_own_gets_its_totals_shares_and_rests(tmp_path: Path, ending: str) -> None:
    rows = [
        ["Pasar", "Kios", "Los", "Jumlah", "Terisi", "Sisa", "Persen terisi (%)"],
        ["Jati", "10", "30", "40", "30", "10", "75,00"],
        ["Randu", "20", "60", "80", "20", "60", "25,00"],
        ["J U M L A H", "30", "90", "121", "50", "70", "41,67"],
    ]
    found = proposed(tmp_path / f"a.{ending}", rows, "Kios dan Los")
    table = only(found)
    name, rules = table.name, {rule.sel for rule in found.rules}

    assert table.rows[-1][0] == "jumlah"
    assert f"hasil={name}[jumlah].jumlah; bagian={name}[*].jumlah" in rules
    baris = f"tabel={name}; baris=*|jumlah; "
    assert f"{baris}hasil=.jumlah; bagian=.kios + .los" in rules
    assert any(sel.startswith(baris) and "pembilang=.terisi; penyebut=.jumlah" in sel
               for sel in rules)  # fmt: skip


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
@pytest.mark.parametrize(
    ("heading", "title", "word"),
    [("Pagu (juta rupiah)", "", "juta"), ("Pagu (Rp 000)", "", "ribu"),
     ("Pagu", "(dalam jutaan rupiah)", "juta"), ("Pagu (Rp)", "", "")],
)  # fmt: skip
def test_a_scale_in_a_heading_or_title_is_shown(
    tmp_path: Path, ending: str, heading: str, title: str, word: str
) -> None:
    rows = [["Program", heading, "Realisasi", "%"], ["Program Jalan", "400", "390", "97,50"],
            ["Program Jembatan", "100", "98", "98,00"]]  # fmt: skip
    table = only(proposed(tmp_path / f"a.{ending}", rows, f"Realisasi anggaran {title}"))

    assert table.kind.columns["pagu"].dalam == word
    assert any(f"pagu dalam {word}" in note for note in table.notes) == bool(word)


def test_a_sheet_that_is_no_table_is_one_sentence(tmp_path: Path) -> None:
    found = proposed(tmp_path / "a.xlsx", CAPAIAN, "Capaian Kinerja")

    assert found.remarks == ('Lembar "Catatan" bukan tabel laporan: tidak dibaca.',)


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_a_scale_of_the_table_is_of_its_money_and_asked_about_for_the_rest(
    tmp_path: Path, ending: str
) -> None:
    """Samples are no thousands of them; what RM counts is not said, so it is asked."""
    rows = [
        [
            "Kode RO",
            "Rincian",
            "Volume Target",
            "Volume Realisasi",
            "RM",
            "Pagu Usaha",
            "Realisasi",
        ],
        ["1784.BAH", "Uji", "12.500", "13.107", "1.700", "1.750", "1.702"],
        ["1784.QJA", "Penyidikan", "36", "33", "900", "980", "975"],
    ]
    table = only(proposed(tmp_path / f"a.{ending}", rows, "Capaian output (dalam ribuan rupiah)"))
    counted = {name for name, column in table.kind.columns.items() if column.dalam == "ribu"}

    assert counted == {table.columns[5], table.columns[6]}
    assert any("tidak jelas apakah juga untuk rm:" in note for note in table.notes)


@pytest.mark.parametrize("heading", ["KODE AKUN", "Kode Rek.", "No. Rekening", "Akun", "Kode"])
def test_codes_are_no_figures_and_who_signs_is_no_row(tmp_path: Path, heading: str) -> None:
    rows = [
        [heading, "Uraian", "Pagu", "Realisasi"],
        ["51", "Belanja Pegawai", "400", "390"],
        ["511111", "Gaji Pokok", "300", "295"],
        ["511119", "Pembulatan", "100", "95"],
        ["", "Jumlah", "400", "390"],
        ["", "Mengetahui,", "", ""],
    ]
    found = proposed(tmp_path / "a.xlsx", rows, "Realisasi per akun")
    table = only(found)

    assert [row[0] for row in table.rows] == ["51", "511111", "511119", "jumlah"]
    assert ("", "Mengetahui,", "", "") in table.left_rows
    assert not any("kode" in rule.sel.partition("hasil=")[2] for rule in found.rules)


def test_the_months_of_a_plan_add_up_to_its_budget(tmp_path: Path) -> None:
    """Three accounts of twelve months each: 78, 390 and 100 million in the year."""
    months = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des"]
    paid = [[3, 9, 2, 8, 11, 4, 5, 12, 7, 1, 10, 6],
            [61, 17, 42, 8, 29, 33, 71, 5, 38, 19, 44, 23],
            [1, 2, 30, 4, 5, 6, 7, 8, 9, 10, 11, 7]]  # fmt: skip
    yearly = ["78", "390", "100"]
    rows = [["Kode Rek.", "Uraian", "Rencana", *months]]
    rows += [[f"5.1.0{n}", f"Belanja {n}", whole, *map(str, each)]
             for n, (whole, each) in enumerate(zip(yearly, paid, strict=True), 1)]  # fmt: skip
    found = proposed(tmp_path / "a.xlsx", rows, "Rencana anggaran kas")
    name = only(found).name
    parts = " + ".join(f".{month.lower()}" for month in months)

    assert f"tabel={name}; baris=*; hasil=.rencana; bagian={parts}" in {
        rule.sel for rule in found.rules
    }


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_an_achievement_is_what_is_reckoned_and_units_with_a_power_are_units(
    tmp_path: Path, ending: str
) -> None:
    rows = [
        ["Kegiatan", "Target Fisik", "Realisasi Fisik", "Capaian Fisik (%)", "Luas"],
        ["Rawat inap", "75,00%", "74,25%", "99,00", "9,7 km2"],
        ["Rawat jalan", "80,00%", "84,00%", "105,00", "12 km2"],
        ["Gawat darurat", "90,00%", "81,00%", "90,00", "250 m2"],
    ]
    found = proposed(tmp_path / f"a.{ending}", rows, "Evaluasi")
    shares = [rule.sel for rule in found.rules if rule.jenis == "rasio"]

    assert not only(found).unreadable
    assert ["hasil=.capaian_fisik" in share for share in shares] == [True]


def test_a_row_without_a_code_costs_the_others_none(tmp_path: Path) -> None:
    """A deficit has no account: the accounts keep theirs, as `import` keeps them."""
    rows = [
        ["Kode", "Uraian", "Pagu", "Realisasi", "Lebih"],
        ["4.1", "Pendapatan Asli", "250", "291", "41"],
        ["4.10", "Pendapatan Transfer", "1.000", "1.010", "10"],
        ["5.1", "Belanja Operasi", "1.300", "1.210", "-90"],
        ["", "SURPLUS/(DEFISIT)", "-50", "91", "141"],
    ]
    table = only(proposed(tmp_path / "a.docx", rows, "Laporan realisasi"))

    assert [row[0] for row in table.rows] == ["4.1", "4.10", "5.1", "surplus"]
    assert "baris tanpa kode: kuncinya dibuat dari nama baris" in table.notes


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_few_printed_codes_are_kept_as_import_keeps_them(tmp_path: Path, ending: str) -> None:
    rows = [
        ["Kode", "Program", "Pagu", "Realisasi", "%"],
        ["1.05", "Pelayanan kesehatan", "400", "300", "75,00"],
        ["", "Gizi masyarakat", "100", "90", "90,00"],
        ["", "Penyehatan lingkungan", "200", "150", "75,00"],
        ["1.10", "Jaminan kesehatan", "300", "270", "90,00"],
        ["", "Jumlah", "1.000", "810", "81,00"],
    ]
    table = only(proposed(tmp_path / f"a.{ending}", rows, "Realisasi anggaran"))
    keys = ["1.05", "gizi_masyarakat", "penyehatan_lingkungan", "1.10", "jumlah"]
    assert [row[0] for row in table.rows] == keys


def test_a_share_of_a_share_in_the_row_of_the_total_is_no_relation(tmp_path: Path) -> None:
    """96,60 is nearly 100 percent of the 96,71 below it, which says nothing of the 100 beside."""
    rows = [
        ["Program", "Anggaran 2016 (Rp)", "Realisasi Keuangan 2016", "Keu (%)", "Fisik (%)"],
        ["Program Arsip", "1.200.000", "1.159.200", "96,60", "100"],
        ["Program Pustaka", "2.400.000", "2.322.240", "96,76", "100"],
        ["Jumlah", "3.600.000", "3.481.440", "96,71", "100"],
    ]
    found = proposed(tmp_path / "a.docx", rows, "Serapan")

    assert not [rule.sel for rule in found.rules if ".fisik" in rule.sel]
