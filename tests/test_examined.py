"""`lkjip periksa`: marks lie where the figure is shown, and one broken document stops no other."""

from __future__ import annotations

import io
import json
import re
from base64 import b64decode
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import pypdfium2
import pytest
from openpyxl import Workbook, load_workbook
from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.intake.document.printed_places import Box, Place, elsewhere
from lkjip_analysis.output.examined.marking.marked_pdf import marked_pdf
from lkjip_analysis.output.examined.marking.marked_sheets import marked_sheets
from lkjip_analysis.output.examined.marking.marks import COMPARED, Mark
from lkjip_analysis.output.examined.marking.place_pictures import SCALE, Pages
from lkjip_analysis.report.yamltext import SCHEMAS


@pytest.mark.parametrize(
    ("turn", "corners"),
    [(0, [10, 280, 30, 285]), (90, [15, 10, 20, 30]), (180, [170, 15, 190, 20]),
     (270, [180, 270, 185, 290])],
)  # fmt: skip
def test_a_mark_lies_where_the_figure_is_shown(turn: int, corners: list[float]) -> None:
    """A page of 200 by 300 points; the box is counted from the corner that is shown top left."""
    writer, file = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 300).rotate(turn)
    writer.write(file)
    mark = Mark(Place(1, Box(10, 15, 30, 20)), "Terbukti salah: 5", "terbukti")
    page = PdfReader(io.BytesIO(marked_pdf(file.getvalue(), [mark]))).pages[0]
    made = page["/Annots"][0].get_object()
    assert [float(number) for number in made["/Rect"]] == corners
    assert made["/Contents"] == "Terbukti salah: 5"


def test_a_mark_shows_the_number_of_its_finding_and_what_is_only_compared() -> None:
    """The box of 20 by 5 points keeps its colour; two digits stand right of it."""
    writer, file = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 300)
    writer.write(file)
    box = Place(1, Box(10, 15, 30, 20))
    beside = Place(1, Box(10, 45, 30, 50))
    marks = [Mark(box, "a", "ambigu", 12), Mark(beside, "b", COMPARED, 12)]
    page = PdfReader(io.BytesIO(marked_pdf(file.getvalue(), marks))).pages[0]
    meant, compared = (one.get_object() for one in page["/Annots"])
    drawn = meant["/AP"]["/N"].get_object()
    assert [float(n) for n in meant["/QuadPoints"]] == [10, 285, 30, 285, 10, 280, 30, 280]
    assert float(meant["/Rect"][2]) > 35 and float(drawn["/BBox"][2]) > 25
    assert b"(12) Tj" in drawn.get_data() and b"0 0 20.00 5.00 re f" in drawn.get_data()
    # fde08a, and e3e5e8 for what is no suspect.
    assert b"0.992 0.878 0.541 rg" in drawn.get_data()
    assert b"0.890 0.898 0.910 rg" in compared["/AP"]["/N"].get_object().get_data()


def test_the_numbers_of_several_findings_stand_beside_one_another() -> None:
    """They were drawn one over the other, and colours multiplied to brown. Of 24 points a number of
    one digit takes 5 and one of two 8: 5 + 8 + 8 = 21 leave no room for one more."""
    writer, file = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 300)
    writer.write(file)
    place = Place(1, Box(10, 15, 30, 20))
    told = [(2, COMPARED), (17, "klaim"), (18, "ambigu"), (19, COMPARED)]
    marks = [Mark(place, str(number), standing, number) for number, standing in told]
    page = PdfReader(io.BytesIO(marked_pdf(file.getvalue(), marks))).pages[0]
    drawn = [one.get_object()["/AP"]["/N"].get_object().get_data() for one in page["/Annots"]]
    left = [re.search(rb"([\d.]+) [\d.]+ Td \((\d+)\)", one) for one in drawn]
    assert [one and (float(one[1]), int(one[2])) for one in left] == [
        (20.5, 2), (25.5, 17), (33.5, 18), None]  # fmt: skip
    # Yellow, fde08a, of the first that may be wrong, and once.
    assert [b" re f" in one for one in drawn] == [True, False, False, False]
    assert b"0.992 0.878 0.541 rg" in drawn[0]


def test_a_cell_has_the_colour_of_the_surest_finding_that_means_it(tmp_path: Path) -> None:
    book, file = Workbook(), io.BytesIO()
    book.worksheets[0].title = "A"
    book.save(file)
    marks = [Mark(elsewhere("A!B1"), "1", COMPARED), Mark(elsewhere("A!B1"), "2", "terbukti"),
             Mark(elsewhere("A!B1"), "3", "klaim"), Mark(elsewhere("A!B2"), "3", COMPARED),
             Mark(elsewhere("Lain!B2"), "4", "klaim")]  # fmt: skip
    sheet = load_workbook(io.BytesIO(marked_sheets(file.getvalue(), marks)))["A"]
    assert [sheet[c].fill.start_color.rgb[2:] for c in ("B1", "B2")] == ["f4a582", "e3e5e8"]
    assert sheet["B1"].comment.text == "1\n\n2\n\n3"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_number_stands_upright_beside_its_figure_however_the_page_is_turned(turn: int) -> None:
    """A page of 200 by 300 points, drawn a pixel to a quarter of one: the figure is 30 to 60, the
    number right of it, wider than high: 1.111 is four digits."""
    writer, file = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 300).rotate(turn)
    writer.write(file)
    mark = Mark(Place(1, Box(30, 40, 60, 46)), "a", "ambigu", 1111)
    page = pypdfium2.PdfDocument(marked_pdf(file.getvalue(), [mark]))[0]
    drawn = page.render(scale=4).to_pil().convert("RGB")
    yellow = drawn.getpixel((4 * 45, 4 * 43))
    assert yellow == (253, 224, 138)
    red = drawn.split()[1].point(lambda light: 255 * (light < 120)).getbbox()
    left, top, right, bottom = (edge / 4 for edge in red)
    assert 60 <= left < 62 and 70 < right < 76 and 39 <= top < bottom <= 47


def test_a_broken_document_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"not a document")
    again = tmp_path / "kosong.pdf"
    again.write_bytes(b"")
    words = ["periksa", str(broken), str(again), "-o", str(tmp_path / "hasil")]
    done = CliRunner().invoke(app, words)
    assert "kosong.pdf" in done.output
    done = CliRunner().invoke(app, ["periksa", str(broken), "-o", str(tmp_path / "hasil")])
    assert done.exit_code == 2
    assert "rusak.pdf" in done.output and "Traceback" not in done.output
    assert not (tmp_path / "hasil" / "rusak").exists()


SOUND = """# LAPORAN KINERJA DINAS SOSIAL KOTA SERIBU TAHUN 2023

Tabel 3.1 Penerima bantuan

| Kecamatan | Laki-laki | Perempuan | Jumlah |
|---|---|---|---|
| Utara | 120 | 131 | 251 |
| Timur | 84 | 90 | 174 |
| Barat | 61 | 70 | 131 |
| Jumlah | 265 | 291 | 556 |
"""


def test_a_long_examination_says_that_it_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lkjip_analysis.commands.examining.BEAT", 0.002)
    file = tmp_path / "a.md"
    file.write_text(SOUND, encoding="utf-8")
    done = CliRunner().invoke(app, ["periksa", str(file), "-o", str(tmp_path / "hasil")])
    assert done.exit_code == 0, done.output
    assert "masih diperiksa: 0 dari 1 dokumen selesai" in done.stderr


def test_a_folder_is_examined_whole_and_told_document_by_document(tmp_path: Path) -> None:
    """Sound, broken, sound: exit 1 as a broken report among others, all in the order of names."""
    folder = tmp_path / "masuk berkas"
    folder.mkdir()
    (folder / "a é.md").write_text(SOUND, encoding="utf-8")
    (folder / "b.pdf").write_bytes(b"")
    (folder / "foto.jpg").write_bytes(b"")
    (folder / ".tersembunyi").write_bytes(b"")
    (folder / "c.txt").write_text(SOUND.replace("|---|---|---|---|\n", ""), encoding="utf-8")
    words = ["periksa", str(folder), "-o", str(tmp_path / "hasil"), "--json", "-"]
    done = CliRunner().invoke(app, [*words, "--workers", "2"])
    assert done.exit_code == 1, done.output
    told = json.loads(done.stdout)
    assert [one["dokumen"] for one in told] == ["a é.md", "b.pdf", "c.txt"]
    assert told[0]["identitas"]["nama"] == "Dinas Sosial" and not told[0]["findings"]
    assert told[1]["problem"].startswith("b.pdf: found an empty file")
    assert "dilewati, bukan dokumen: foto.jpg. Sebut" in " ".join(done.stderr.split())
    assert "[3/3]" in done.stderr and "2 dokumen diperiksa, 1 tidak terbaca" in done.stderr
    assert (tmp_path / "hasil" / "a é" / "index.html").is_file()


def test_a_comment_in_the_example_is_enough_to_judge_its_finding(tmp_path: Path) -> None:
    """342.650.000 of 361.500.000 are 94,79 percent; the report prints 97,49."""
    file = tmp_path / "contoh.pdf"
    assert CliRunner().invoke(app, ["contoh", str(file)]).exit_code == 0
    done = CliRunner().invoke(app, ["periksa", str(file), "-o", str(tmp_path / "hasil")])
    assert done.exit_code == 1, done.output
    marked = PdfReader(tmp_path / "hasil" / "contoh" / "contoh-bertanda.pdf")
    texts = [a.get_object()["/Contents"] for page in marked.pages for a in page.get("/Annots", ())]
    (percent,) = [text for text in texts if "kolom “%”" in text.partition("\n")[0]
                  and "Angka ini diperiksa" not in text]  # fmt: skip
    for words in ("Tabel 3.2, baris “Pengujian kendaraan”", "halaman 2", "94,79", "97,49",
                  "cocok pada 5 dari 6 baris", "342.650.000 : 361.500.000 × 100",
                  "Cocokkan angka-angka ini dengan dokumen sumbernya"):  # fmt: skip
        assert words in percent
    assert any(re.search(r"Hitungannya: \d+ \+ \d+", text) for text in texts)
    assert not any("_" in text or "[" in text for text in texts)
    assert (
        f"Dokumen bertanda: {tmp_path / 'hasil' / 'contoh' / 'contoh-bertanda.pdf'}" in done.output
    )
    page = (tmp_path / "hasil" / "contoh" / "index.html").read_text(encoding="utf-8")
    assert "Mulailah dari temuan 1" in page
    # What is true of a whole group is said once, and the contents tell sentences apart.
    assert page.count("Cocokkan angka-angka ini dengan dokumen sumbernya") == 1
    assert "tidak dapat diputuskan dari naskah saja" not in page
    assert "2. Kalimat dengan “94,75 persen”</a>" in page
    # Each slip that `contoh` announces is told by some finding.
    found = json.loads((tmp_path / "hasil" / "contoh" / "temuan.json").read_text("utf-8"))
    said = " ".join(one["message"] for one in found["findings"])
    assert all(f"mencantumkan {slip}" in said for slip in ("851", "7.061", "97,49"))
    assert "94,75 persen" in said


def test_the_strip_of_a_page_leaves_its_margins_and_says_where_the_figure_lies() -> None:
    # Ink from 200 to 600 points of a page 1.000 wide; the figure is 20 wide and begins at 540.
    page = Image.new("RGB", (int(1000 * SCALE), int(400 * SCALE)), "white")
    ImageDraw.Draw(page).rectangle((200 * SCALE, 190 * SCALE, 600 * SCALE, 210 * SCALE), "black")
    pages = Pages(SimpleNamespace(get_page_size=lambda _: (1000, 400)))
    pages.last = 1, page
    strip = pages.crop([Place(1, Box(540, 195, 560, 205))])
    drawn = Image.open(io.BytesIO(b64decode(strip.address.partition(",")[2])))
    assert drawn.size == (round(400 * SCALE) + 1 + 2 * 16, round(70 * SCALE))
    assert strip.across == round(100 * (340 * SCALE + 16) / (drawn.width - 20 * SCALE))
    # "Rp." ends the line of another page, and the digits begin this one: they say where it lies.
    broken = pages.crop([Place(2, Box(590, 195, 600, 205)), Place(1, Box(540, 195, 560, 205))], 2)
    assert broken == strip


BUDGET = """# LAPORAN KINERJA DINAS PERIKANAN KOTA SERIBU TAHUN 2023

Tabel 3.2 Realisasi Anggaran

| No | Program | Anggaran (Rp) | Realisasi (Rp) | % |
|---|---|---|---|---|
| 1 | Program Penunjang | 600.000.000 | 563.000.000 | 93,83 |
| 2 | Program Budidaya | 400.000.000 | 376.000.000 | 94,00 |
| 3 | Program Tangkap | 200.000.000 | 187.000.000 | 93,50 |
| | Jumlah | 1.200.000.000 | TABEL | 93,83 |

Realisasi anggaran tahun 2023 sebesar RpKALIMAT dari pagu Rp1.200.000.000 atau 93,83%.
"""


@pytest.mark.parametrize(
    ("table", "sentence", "under", "told"),
    [
        ("1.162.000.000", "1.126.000.000", "Tercetak juga di tempat lain (bukan bukti tersendiri)",
         "atau 93,83%.” mencantumkan Rp1.126.000.000"),
        ("1.126.000.000", "1.162.000.000", "Yang tidak cocok",
         "Tabel 3.2, Jumlah - Realisasi (Rp) mencantumkan 1.126.000.000"),
    ],
)  # fmt: skip
def test_a_finding_names_the_other_place_that_prints_what_a_repair_would(
    table: str,
    sentence: str,
    under: str,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """563 + 376 + 187 = 1.126 million; whichever place has it wrong, the other prints it right,
    which is said once: where a relation that fails names it, not under other places again."""
    monkeypatch.chdir(tmp_path)
    text = BUDGET.replace("TABEL", table).replace("KALIMAT", sentence)
    (tmp_path / "lkjip.md").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(app, ["periksa", "lkjip.md", "--reports", "hasil"])
    assert done.exit_code == 1, done.output
    assert "Terbukti" not in done.output and "1 Perlu klarifikasi" in done.output
    page = (tmp_path / "hasil" / "lkjip" / "index.html").read_text(encoding="utf-8")
    _, heading, after = page.partition(under)
    assert heading and told in after.replace(" – ", " - ")  # which pages set as a dash
    assert ("bukan bukti tersendiri" in page) is (under != "Yang tidak cocok")
    # A figure that agrees nowhere else is not told, nor are words that no editor would use.
    assert "cocok" in under or after.count(" mencantumkan ") == 1
    assert "ikut tanpa aturan" not in page
    findings = json.loads((tmp_path / "hasil" / "lkjip" / "temuan.json").read_text("utf-8"))
    jsonschema.validate(findings, json.loads((SCHEMAS / "temuan.schema.json").read_text("utf-8")))
    (other,) = findings["findings"][0]["elsewhere"]
    assert other["text"].removeprefix("Rp") == "1.126.000.000"
    assert told.replace(" – ", " - ") in other["message"]  # pages alone set the longer dash


def test_what_changes_a_total_or_much_money_comes_before_what_changes_little(
    tmp_path: Path,
) -> None:
    """120 + 131 = 251, printed 241: a row of the table; the total, 556 printed as 656."""
    text = SOUND.replace("| 131 | 251 |", "| 131 | 241 |").replace("| 291 | 556", "| 291 | 656")
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    CliRunner().invoke(app, ["periksa", str(tmp_path / "a.md"), "-o", str(tmp_path)])
    page = (tmp_path / "a" / "index.html").read_text(encoding="utf-8")
    heads = re.findall(r"<h3>(\d)\. [^<]*baris “(\w+)”", page)
    assert [row for _, row in heads] == ["Jumlah", "Jumlah", "Utara"]
