"""A PDF before anything is read from it: is it whole, open to read, and of sane size?"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from pathlib import Path

from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException

from lkjip_analysis.errors import InputError, Problem

MAX_BYTES = 300_000_000
MAX_PAGES = 1500
MAX_OPENED = 150_000_000
"""The most bytes that one packed part may open to; pictures are not opened."""
ALLOWED = "a PDF document"
AGAIN = "Open it in a PDF viewer, print it to a new PDF and try again."
BROKEN = (
    PSException, ValueError, KeyError, TypeError, IndexError, AttributeError, AssertionError,
    RecursionError, OSError, zlib.error, OverflowError, ZeroDivisionError, NotImplementedError,
)  # fmt: skip
"""What pdfminer raises over a document that is not as it should be."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a PDF that may be opened. Raises: InputError where it may not."""
    if not path.is_file():
        raise refused(path.name, "no file of this name", "Look at the name and the folder.")
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise refused(path.name, f"a file of {size:,} bytes", "Split it into smaller files.")
    content = path.read_bytes()
    if not content.strip():
        raise refused(path.name, "an empty file", "Take the whole document.")
    if b"%PDF-" not in content[:1024]:
        raise refused(path.name, "a file that is no PDF", AGAIN)
    _check_packed(path.name, content)
    return content


def _check_packed(name: str, content: bytes) -> None:
    """Refuses a file with a part that opens to something enormous."""
    for match in re.finditer(rb"stream\r?\n", content):
        head = content[max(match.start() - 400, 0) : match.start()].rpartition(b"obj")[2]
        if head.endswith(b"end") or b"/Image" in head or b"FlateDecode" not in head:
            continue
        opened, total = zlib.decompressobj(), 0
        data = content[match.end() : match.end() + (1 << 26)]
        try:
            while data and not opened.eof and total <= MAX_OPENED:
                total += len(opened.decompress(data, 1 << 24))
                data = opened.unconsumed_tail
        except zlib.error:
            continue
        if total > MAX_OPENED:
            raise refused(name, f"a part that opens to more than {MAX_OPENED:,} bytes", AGAIN)


def opened(name: str, content: bytes) -> tuple[PDFDocument, list[PDFPage]]:
    """The document and its pages. Raises: InputError where it is locked, broken or empty."""
    try:
        document = PDFDocument(PDFParser(BytesIO(content)))
        pages = []
        for page in PDFPage.create_pages(document):
            pages.append(page)
            if len(pages) > MAX_PAGES:
                found = f"more than {MAX_PAGES:,} pages"
                raise refused(name, found, "Split it into documents of fewer pages.")
    except PDFPasswordIncorrect as error:
        remedy = "Take the password off, save it and try again."
        raise refused(name, "a document with a password", remedy) from error
    except BROKEN as error:
        raise refused(name, "a PDF whose parts cannot be read", AGAIN) from error
    if not pages:
        raise refused(name, "a PDF without a page", AGAIN)
    return document, pages


def refused(name: str, found: str, remedy: str) -> InputError:
    return InputError([Problem(name, found, ALLOWED, remedy)])
