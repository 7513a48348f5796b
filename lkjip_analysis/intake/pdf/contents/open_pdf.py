"""A PDF before anything is read from it: is it whole, open to read, and of sane size?"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from itertools import islice
from pathlib import Path
from subprocess import SubprocessError

from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException

from lkjip_analysis.errors import InputError, wrong_input
from lkjip_analysis.intake.document.given_file import content_of
from lkjip_analysis.intake.document.kinds import LARGEST
from lkjip_analysis.intake.pdf.contents.parsing import timed
from lkjip_analysis.intake.pdf.contents.unpacking import TooBig, begin
from lkjip_analysis.language import phrase

MAX_BYTES = LARGEST
MAX_PAGES = 1500
ALLOWED = "a PDF document"
AGAIN = "Open it in a PDF viewer, print it to a new PDF and try again."
BROKEN = (
    PSException, ValueError, KeyError, TypeError, IndexError, AttributeError, AssertionError,
    RecursionError, OSError, zlib.error, ArithmeticError, RuntimeError, EOFError, struct.error,
    SubprocessError,
)  # fmt: skip
"""What pdfminer raises over a document that is not as it should be."""

Opened = tuple[PDFDocument, list[PDFPage]]


def read_bytes(path: Path) -> bytes:
    """The bytes of a PDF that may be opened. Raises: InputError where it may not."""
    content = content_of(path, MAX_BYTES, ALLOWED)
    if b"%PDF-" not in content[:1024]:
        raise refused(path.name, "a file that is no PDF", AGAIN)
    return content


def opened(name: str, content: bytes) -> Opened:
    """The document and its pages. Raises: InputError where it is locked, broken or empty."""
    begin()
    try:
        with timed():
            document = PDFDocument(PDFParser(BytesIO(content)))
            pages = list(islice(PDFPage.create_pages(document), MAX_PAGES + 1))
    except PDFPasswordIncorrect as error:
        remedy = "Take the password off, save it and try again."
        raise refused(name, "a document with a password", remedy) from error
    except TooBig as error:
        raise refused(name, str(error), AGAIN) from error
    except BROKEN as error:
        raise refused(name, "a PDF whose parts cannot be read", AGAIN) from error
    if len(pages) > MAX_PAGES:
        found = phrase("more than {max_pages:,} pages", max_pages=MAX_PAGES)
        raise refused(name, found, "Split it into documents of fewer pages.")
    if not pages:
        raise refused(name, "a PDF without a page", AGAIN)
    return document, pages


def refused(name: str, found: str, remedy: str) -> InputError:
    return wrong_input(name, found, ALLOWED, remedy)
