"""A .docx file before anything is read from it: is it whole, open to read, and of sane size?"""

from __future__ import annotations

import zlib
from functools import partial
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from lkjip_analysis.intake.document.given_file import TooMuch, check_given, refused
from lkjip_analysis.intake.document.kinds import OLE
from lkjip_analysis.intake.word.word_extent import check_extent
from lkjip_analysis.language import phrase

MAX_BYTES = 100_000_000
MAX_OPENED = 400_000_000
MAX_MEMBERS = 10_000
MAX_RATIO = 300
"""How many times its size a part may grow; text of reports grows five to forty times."""
MAIN = "word/document.xml"
ALLOWED = "a Word document (.docx)"
_refused = partial(refused, allowed=ALLOWED)


def open_document(path: Path) -> Any:
    """The Word document at `path`, as python-docx holds it.

    Raises: InputError with one clear message where it is missing, broken, encrypted, holds
    macros or would unpack to something enormous.
    """
    check_given(path, MAX_BYTES, ALLOWED)
    with path.open("rb") as file:
        start = file.read(8)
    if start == OLE:
        found = "a document with a password, or an old .doc"
        raise _refused(path, found, "Take the password off, save it as .docx and try again.")
    try:
        with ZipFile(path) as archive:
            _check_parts(path, archive)
            check_extent(archive)
    except TooMuch as error:
        raise _refused(path, str(error), "Split it, and keep what the report prints.") from error
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise _refused(path, "a file that is no whole .docx", _AGAIN) from error
    return _parsed(path)


_AGAIN = "Open it in Word or LibreOffice, save it as .docx and try again."


def _check_parts(path: Path, archive: ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    opened = sum(part.file_size for part in parts)
    if any(part.flag_bits & 1 for part in parts):
        raise _refused(path, "an encrypted archive", "Take the password off and save it again.")
    grown = any(
        part.file_size > 10_000_000 and part.file_size > MAX_RATIO * max(part.compress_size, 1)
        for part in parts
    )
    if opened > MAX_OPENED or len(parts) > MAX_MEMBERS or grown:
        found = phrase(
            "a file that unpacks to {opened:,} bytes in {count} parts",
            opened=opened,
            count=len(parts),
        )
        raise _refused(path, found, "Copy the text and tables into a new document.")
    if any(name.casefold().endswith("vbaproject.bin") for name in names):
        raise _refused(path, "a document with macros", "Save it as .docx without macros.")
    if MAIN not in names and not any(n.startswith("word/document") for n in names):
        raise _refused(path, "an archive without a Word document", _AGAIN)


def _parsed(path: Path) -> Any:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        document = Document(str(path))
        document.element.body.iter()
        return document
    except (
        PackageNotFoundError,
        XMLSyntaxError,
        BadZipFile,
        KeyError,
        ValueError,
        OSError,
        AttributeError,
        EOFError,
    ) as error:
        raise _refused(path, "a document whose parts cannot be read", _AGAIN) from error
