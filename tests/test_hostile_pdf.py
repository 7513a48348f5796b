"""PDFs made to hang, to fill the memory or to lead astray: one sentence each, within bounds."""

from __future__ import annotations

import io
import json
import re
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from pdf_reports import STYLES, made_up, write_pdf
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.psparser import PSBaseParser
from PIL import Image
from pypdf import PdfWriter
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.document.printed_places import Box, Place
from lkjip_analysis.intake.pdf import read_pdf as reading
from lkjip_analysis.intake.pdf.contents import parsing
from lkjip_analysis.intake.pdf.contents.open_pdf import opened
from lkjip_analysis.intake.pdf.contents.page_interpreter import ink_of
from lkjip_analysis.intake.pdf.contents.unpacking import TooBig
from lkjip_analysis.intake.pdf.read_pdf import read_pdf
from lkjip_analysis.output.examined.marking.marked_pdf import marked_pdf
from lkjip_analysis.output.examined.marking.marks import Mark
from lkjip_analysis.output.examined.marking.place_pictures import pages_of_pdf

HOME = Path(__file__).parents[1]
TEXT = b"BT /F1 12 Tf 72 700 Td (Tabel 3.1 Pagu 1.000 Realisasi 900) Tj ET"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
MOST_SECONDS, MOST_MEMORY = 10, 1024
"""Processor seconds, and MiB."""

GUARD = 280
"""Seconds after which a run counts as hanging, on the busiest machine."""


def pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    made, places = b"%PDF-1.7\n", []
    for number, told in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + told + b"\nendobj\n"
    end = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"<< /Size %d /Root 1 0 R %s >>" % (len(objects) + 1, trailer)
    return made + b"trailer\n" + head + b"\nstartxref\n%d\n%%%%EOF\n" % end


def part(data: bytes, told: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(data), told) + data + b"\nendstream"


def one_page(
    content: bytes = TEXT, told: bytes = b"", *, catalog: bytes = b"", more: bytes = b"",
    resources: bytes = b"", font: bytes = FONT, pages: bytes = PAGES,
    others: tuple[bytes, ...] = (), trailer: bytes = b"",
) -> bytes:  # fmt: skip
    page = (b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> %s >> %s >>" % (resources, more))  # fmt: skip
    root = b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog
    return pdf([root, pages, page, part(content, told), font, *others], trailer)


@cache
def bomb() -> bytes:
    return zlib.compress(b" " * 151_000_000, 9)


def doubling() -> bytes:
    """Two to the twenty-fifth pages, of which each is the same."""
    kids = [b"%d 0 R" % number for number in range(7, 31)] + [b"3 0 R"]
    nodes = tuple(b"<< /Type /Pages /Count 2 /Kids [" + kid + b" " + kid + b"] >>" for kid in kids)
    return one_page(pages=b"<< /Type /Pages /Kids [6 0 R 6 0 R] /Count 2 >>", others=nodes)


def map_of_letters() -> bytes:
    """Fonts whose tables name thousands of millions of letters."""
    told = (b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
            b"1 beginbfrange <00000000> <7FFFFFFF> <0000> endbfrange endcmap")  # fmt: skip
    font = (b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H "
            b"/ToUnicode 6 0 R /DescendantFonts [7 0 R] >>")  # fmt: skip
    inner = (b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry "
             b"(Adobe) /Ordering (Identity) /Supplement 0 >> /W [0 2000000000 500] >>")  # fmt: skip
    return one_page(font=font, others=(part(told), inner))


def forms() -> bytes:
    itself = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    )
    return one_page(b"/X Do " + TEXT, resources=b"/XObject << /X 6 0 R >>",
                    others=(part(b"/X Do", itself),))  # fmt: skip


def table_of_parts() -> bytes:
    head = one_page().partition(b"xref\n0 ")[0]
    told = (b"/Type /XRef /Size 1000000000 /W [1 4 2] /Index [0 1000000000] /Root 1 0 R "
            b"/Filter /FlateDecode")  # fmt: skip
    table = b"6 0 obj\n" + part(zlib.compress(b"\0" * 700), told) + b"\nendobj\n"
    return head + table + b"startxref\n%d\n%%%%EOF\n" % len(head)


def picture(wide: int, high: int, told: bytes = b"", data: bytes = b"", name: bytes = b"Flate",
            *others: bytes) -> bytes:  # fmt: skip
    """A page that is a picture; what it says of its size need not be so."""
    itself = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray "
    itself = itself % (wide, high) + b"/BitsPerComponent 8 /Filter /%sDecode " % name + told
    first = part(data or zlib.compress(b"\xff" * wide), itself)
    return one_page(b"q 595 0 0 842 0 0 cm /I Do Q", resources=b"/XObject << /I 6 0 R >>",
                    others=(first, *others))  # fmt: skip


def jpeg(side: int, kind: str) -> bytes:
    """A small picture of that kind whose head says that it is a large one."""
    made = io.BytesIO()
    Image.new("L", (64, 64), 255).save(made, kind)
    head = {"JPEG": (b"\x00\x40\x00\x40", ">HH"), "JPEG2000": (b"\0\0\0\x40\0\0\0\x40", ">II")}
    old, form = head[kind]
    return made.getvalue().replace(old, struct.pack(form, side, side))


def masked() -> bytes:
    told = b"/Type /XObject /Subtype /Image /Width 20000 /Height 20000 /ColorSpace /DeviceGray "
    mask = part(zlib.compress(b"\0" * 99), told + b"/BitsPerComponent 8 /Filter /FlateDecode")
    return picture(90, 90, b"/SMask 7 0 R", b"", b"Flate", mask)


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a bomb": (lambda: one_page(bomb(), b"/Filter /FlateDecode"), "opens to more than"),
    "by its short name": (lambda: one_page(bomb(), b"/Filter /Fl"), "opens to more than"),
    "by a name in digits": (
        lambda: one_page(bomb(), b"/Filter /Flate#44ecode"), "opens to more than"),
    "behind a long entry": (
        lambda: one_page(bomb(), b"/Filter /FlateDecode /X (" + b"x" * 1000 + b")"),
        "opens to more than"),
    "packed twice": (
        lambda: one_page(zlib.compress(bomb(), 9), b"/Filter [/FlateDecode /FlateDecode]"),
        "opens to more than"),
    "runs in a bomb": (
        lambda: one_page(zlib.compress(b"\x81 " * 3_000_000 + b"\x80", 9),
                         b"/Filter [/FlateDecode /RunLengthDecode]"), "opens to more than"),
    "letters": (map_of_letters, "letters"),
    "a form in itself": (forms, "more lines and letters"),
    "parts without end": (
        lambda: one_page().replace(b"/Contents 4 0 R", b"/Contents [" + b"4 0 R " * 50_000 + b"]"),
        "parts"),
    "a reference to itself": (
        lambda: one_page().replace(part(TEXT), b"4 0 R"), "circle"),
    "a large picture": (lambda: picture(20_000, 20_000), "400,000,000"),
    "a small picture with a large mask": (masked, "400,008,100"),
    "a JPEG that tells less than it is": (
        lambda: picture(90, 90, b"", jpeg(20_000, "JPEG"), b"DCT"), "400,000,000"),
    "a JPEG 2000 that tells less than it is": (
        lambda: picture(90, 90, b"", jpeg(20_000, "JPEG2000"), b"JPX"), "400,000,000"),
    "pictures drawn again and again": (
        lambda: picture(5_000, 5_000).replace(b"/I Do Q", b"/I Do " * 7 + b"Q", 1)
        .replace(b"/Length 32", b"/Length %d" % (32 + 6 * 6)), "175,000,000"),
    "a name without end": (
        lambda: one_page(zlib.compress(b"/" + b"#41" * 300_000 + b" gs", 9),
                         b"/Filter /FlateDecode"), "a word of more"),
    "rows of a letter": (
        lambda: one_page(zlib.compress(b"\2" * 9_000_000, 9), b"/Filter /FlateDecode "
                         b"/DecodeParms << /Predictor 12 /Columns 1 >>"), "rows"),
    "letters for nothing": (
        lambda: one_page(b"z" * 6_000_000 + b"~>", b"/Filter /ASCII85Decode"), "opens to more"),
    "a table of a billion parts": (table_of_parts, "without a page"),
    "a page of a billion points": (
        lambda: one_page().replace(b"[0 0 595 842]", b"[0 0 1000000000 1000000000]"), "points"),
    "a page of nothing": (
        lambda: one_page(more=b"/MediaBox [0 0 0 0]"), "points"),
    "a page of miles": (lambda: one_page(more=b"/MediaBox [0 0 99999 99999]"), "points"),
}  # fmt: skip
READ: dict[str, Callable[[], bytes]] = {
    "pages that hold themselves": lambda: one_page(
        pages=b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"),
    "pages doubled without end": doubling,
    "a count of pages": lambda: one_page(pages=PAGES.replace(b"/Count 1", b"/Count 9999999999")),
    "arrays in arrays": lambda: one_page(more=b"/X " + b"[" * 20_000 + b"]" * 20_000),
    "a script": lambda: one_page(catalog=b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
    "a program to start": lambda: one_page(catalog=b"/OpenAction << /S /Launch /F (/bin/sh) >>"),
    "a file inside": lambda: one_page(
        catalog=b"/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>",
        others=(b"<< /Type /Filespec /F (../../jahat) /EF << /F 7 0 R >> >>", part(b"MZ"))),
    "its own length": lambda: one_page().replace(b"/Length %d" % len(TEXT), b"/Length 4 0 R"),
    "brackets in a text": lambda: one_page(
        zlib.compress(b"(" + b"()" * 150_000 + b") n " + TEXT, 9), b"/Filter /FlateDecode"),
    "a picture within the contents": lambda: one_page(
        zlib.compress(b"BI /W 1 /H 1 /BPC 8 /CS /G ID " + b"EX" * 500_000 + b" EI " + TEXT, 9),
        b"/Filter /FlateDecode"),
    "a remark without end": lambda: one_page(
        zlib.compress(b"%" + b"x" * 60_000_000 + b"\n" + TEXT, 9), b"/Filter /FlateDecode"),
    "a line without end": lambda: one_page().replace(
        b"endobj\n2 0", b"endobj\n" + b" " * 30_000_000 + b"\n2 0"),
    "more behind its end": lambda: one_page() + b"a" * 30_000_000,
    "lines behind its end": lambda: one_page() + b"\r" * 10_000_000,
    "nothing in a hundred million letters": lambda: one_page(
        more=b"/X 7 0 R", others=(part(zlib.compress(b"7 0 <<>>" + b"\0" * 100_000_000, 9),
                                       b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"),)),
    "notes without end": lambda: one_page(
        more=b"/Annots [" + b"6 0 R " * 50_000 + b"]",
        others=(b"<< /Type /Annot /Subtype /Text /Rect [1 1 9 9] /Contents (x) >>",)),
    "letters that nobody knows": lambda: one_page(
        font=b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H "
             b"/DescendantFonts [6 0 R] >>",
        others=(b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo "
                b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",)),
    "a parent that is its own child": lambda: one_page(
        pages=PAGES.replace(b"/Type", b"/Parent 2 0 R /Type", 1)),
    "an earlier table that is its own": lambda: one_page(trailer=b"/Prev 9"),
}  # fmt: skip


EVERY = """
import json, os, sys
sys.path[:0] = [sys.argv[1], sys.argv[2]]
from memory import peak_memory
from typer.testing import CliRunner
from lkjip_analysis.commands.cli import app
for number in range(int(sys.argv[3])):
    began = os.times()
    words = ["periksa", f"{number}/naskah.pdf", "--tahun", "2022", "-o", f"{number}/hasil"]
    done = CliRunner().invoke(app, words)
    ended = os.times()
    seconds = sum(ended[:4]) - sum(began[:4])
    what = done.exception if not isinstance(done.exception, SystemExit) else None
    print(json.dumps([done.exit_code, seconds, peak_memory() / 1024, done.stderr, repr(what)]))
    sys.stdout.flush()
"""
"""Every document examined, one after the other, in one process: what each took, and its peak."""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, list[str]]]:
    """How `periksa` ends over each document, in a gigabyte and ten seconds of a processor."""
    base = tmp_path_factory.mktemp("jahat")
    makers = [*((name, make) for name, (make, _) in REFUSED.items()), *READ.items()]
    for number, (_, make) in enumerate(makers):
        (base / str(number)).mkdir()
        (base / str(number) / "naskah.pdf").write_bytes(make())
    words = [sys.executable, "-c", EVERY, str(HOME), str(HOME / "benchmarks"), str(len(makers))]
    done = subprocess.run(words, cwd=base, capture_output=True, text=True, timeout=GUARD)
    told: dict[str, tuple[int, list[str]]] = {}
    for number, ((name, _), line) in enumerate(zip(makers, done.stdout.splitlines(), strict=True)):
        code, seconds, peak, errors, what = json.loads(line)
        assert peak < MOST_MEMORY and seconds < MOST_SECONDS, (name, seconds, peak)
        assert what == "None" and "Traceback" not in errors, (name, what, errors)
        assert not list((base / str(number)).glob("hasil/[!.]*")), name
        told[name] = code, [one for one in errors.splitlines() if "naskah.pdf" in one]
    assert not list(base.rglob("jahat*")), "a file within a document was written"
    return told


@pytest.mark.parametrize("name", REFUSED)
def test_a_pdf_that_holds_too_much_is_refused_in_one_sentence(
    name: str, answers: dict[str, tuple[int, list[str]]]
) -> None:
    code, lines = answers[name]
    assert code == 2 and len(lines) == 1 and REFUSED[name][1] in lines[0], lines


@pytest.mark.parametrize("name", READ)
def test_what_a_pdf_would_have_done_is_not_done(
    name: str, answers: dict[str, tuple[int, list[str]]]
) -> None:
    code, lines = answers[name]
    assert code == 2 and len(lines) == 1 and "table" in lines[0], lines


@pytest.mark.parametrize(
    ("side", "undrawn", "is_drawn"), [(842, (), True), (842, (1,), False), (14_400, (), False)]
)
def test_a_page_larger_than_any_report_has_is_not_drawn_beside_its_findings(
    side: int, undrawn: tuple[int, ...], is_drawn: bool
) -> None:
    content = one_page().replace(b"[0 0 595 842]", b"[0 0 %d %d]" % (side, side))
    with pages_of_pdf(content, undrawn) as pages:
        strip = pages.crop([Place(1, Box(70, 120, 90, 140))])
    assert (strip is not None) == is_drawn


def test_a_page_or_an_opening_that_takes_too_long_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, (page,) = opened("naskah.pdf", one_page())
    monkeypatch.setattr(parsing, "SECONDS", -1.0)
    with pytest.raises(TooBig, match="seconds to read"):
        ink_of(page, 1, PDFResourceManager())
    with pytest.raises(InputError, match="seconds to read"):
        opened("naskah.pdf", one_page())


@pytest.mark.parametrize(("pages", "workers"), [(2, 0), (16, 2)])
def test_a_document_whose_pages_take_too_long_together_is_refused(
    pages: int, workers: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "naskah.pdf"
    made = PdfWriter()
    for _ in range(pages):
        made.append(io.BytesIO(one_page()))
    made.write(path)
    assert read_pdf(path, workers).pages == pages
    monkeypatch.setattr(reading, "MOST_SECONDS", -1)
    with pytest.raises(InputError, match="pages that take more than"):
        read_pdf(path, workers)


def test_a_process_opens_a_document_once_for_all_parts_of_its_pages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = PdfWriter()
    for _ in range(6):
        made.append(io.BytesIO(one_page()))
    made.write(held := io.BytesIO())
    opening: list[str] = []
    monkeypatch.setattr(reading, "opened", lambda *told: opening.append(told[0]) or opened(*told))
    reading._load("naskah.pdf", held.getvalue(), 60.0)
    read = [len(reading._loaded_pages(part)) for part in ((0, 2), (2, 4), (4, 6))]

    assert read == [2, 2, 2] and opening == ["naskah.pdf"]


@pytest.mark.parametrize(
    "text", [b"a(b)c" * 3_000, b"x" * 9_000, b"(\\))" * 2_000, b"\\101" * 5_000]
)
def test_a_long_text_is_read_whole(text: bytes) -> None:
    parser = PSBaseParser(io.BytesIO(b"(" + text + b")(b) 7 "))
    meant = text.replace(b"\\)", b")").replace(b"\\101", b"A")
    assert [parser.nexttoken()[1] for _ in range(3)] == [meant, b"b", 7]


def test_a_picture_within_the_contents_ends_where_it_says(tmp_path: Path) -> None:
    content = b"BI /W 1 /H 1 /BPC 8 /CS /G ID " + b"EXE EIE" * 2_000 + b"\nEI " + TEXT
    path = tmp_path / "naskah.pdf"
    path.write_bytes(one_page(content))
    (block,) = read_pdf(path).blocks
    assert isinstance(block, Paragraph) and block.text == "Tabel 3.1 Pagu 1.000 Realisasi 900"


BENT = {
    "a box that is none": one_page(more=b"/CropBox null"),
    "a table without its size": one_page().replace(b"/Size 6", b""),
    "a root that is not there": one_page().replace(b"/Root 1 0 R", b"/Root 99 0 R"),
    "a root that is another": one_page().replace(b"/Root 1 0 R", b"/Root 2 0 R"),
    "a root without pages": one_page().replace(b"/Pages 2 0 R", b"/Pagez 2 0 R"),
}
"""What one reader puts right, and those who mark and draw pages cannot."""


@pytest.mark.parametrize("name", BENT)
def test_what_is_read_but_too_broken_to_be_marked_or_drawn_is_left_so(name: str) -> None:
    _, (_,) = opened("naskah.pdf", BENT[name])
    place = Place(1, Box(70, 120, 90, 140))
    marked = marked_pdf(BENT[name], [Mark(place, "Terbukti salah: 5", "terbukti")])
    assert marked == b"" or marked.startswith(b"%PDF")
    with pages_of_pdf(BENT[name]) as pages:
        drawn = pages and pages.crop([place])
    assert (drawn is None) == ("root" in name)


def test_a_broken_report_is_examined_without_its_marks(tmp_path: Path) -> None:
    path = write_pdf(made_up(STYLES[0], 1, 1), tmp_path / "naskah.pdf")
    whole = path.read_bytes()
    path.write_bytes(re.sub(rb"/Root \d+ 0 R", b"/Root 99 0 R", whole))
    words = ["periksa", str(path), "--tahun", "2022", "-o", str(tmp_path / "hasil")]
    done = CliRunner().invoke(app, words)
    assert done.exit_code in (0, 1), (done.output, done.exception)
    assert (tmp_path / "hasil" / "naskah" / "temuan.json").is_file()


def test_what_a_library_grumbles_at_is_not_told(tmp_path: Path) -> None:
    """A font without its measures: pdfminer would tell of each in English."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Lain >>"
    (tmp_path / "naskah.pdf").write_bytes(one_page(font=font))
    asked = "import pathlib; from lkjip_analysis.intake.pdf.read_pdf import read_pdf; "
    words = [sys.executable, "-c", f"{asked} read_pdf(pathlib.Path('naskah.pdf'))"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, timeout=GUARD)
    assert (done.returncode, done.stderr) == (0, "")
