"""PDFs made to hang, to fill the memory or to lead astray: one sentence each, within bounds."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))
from used import used

TEXT = b"BT /F1 12 Tf 72 700 Td (Tabel 3.1 Pagu 1.000 Realisasi 900) Tj ET"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
MOST_SECONDS, MOST_MEMORY = 30, 1024
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
    "an earlier table that is its own": lambda: one_page(trailer=b"/Prev 9"),
}  # fmt: skip


def told(content: bytes, folder: Path) -> tuple[int, list[str]]:
    """How `periksa` ends over a document, in a process of a gigabyte and half a minute."""
    (folder / "naskah.pdf").write_bytes(content)
    done = used(["periksa", "naskah.pdf", "--tahun", "2022", "-o", "hasil"], folder, GUARD)
    assert done.peak < MOST_MEMORY, done
    assert done.seconds < MOST_SECONDS, done
    assert "Traceback" not in done.errors and not (folder.parent / "jahat").exists()
    return done.code, [line for line in done.errors.splitlines() if "naskah.pdf" in line]


@pytest.mark.parametrize("name", REFUSED)
def test_a_pdf_that_holds_too_much_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    make, why = REFUSED[name]
    code, lines = told(make(), tmp_path)
    assert code == 2 and len(lines) == 1 and why in lines[0], lines
    assert not (tmp_path / "hasil").exists() or not list((tmp_path / "hasil").glob("[!.]*"))


@pytest.mark.parametrize("name", READ)
def test_what_a_pdf_would_have_done_is_not_done(name: str, tmp_path: Path) -> None:
    code, lines = told(READ[name](), tmp_path)
    assert code == 2 and len(lines) == 1 and "table" in lines[0], lines
