"""What kind of document a file is: told by its first bytes, for names are given by people."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Literal
from zipfile import BadZipFile, ZipFile

Kind = Literal["pdf", "word", "sheets", "office text", "office sheets", "web", "text", "csv",
               "locked"]  # fmt: skip
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PARTS: dict[str, Kind] = {
    "word/document.xml": "word",
    "xl/workbook.xml": "sheets",
    "xl/workbook.bin": "office sheets",
}
FIRST = 4096
LARGEST = 300_000_000
"""No reader takes a file of more bytes."""
LOCKED, OLD_SHEETS, OLD_TEXT = (
    name.encode("utf-16-le") for name in ("EncryptedPackage", "Workbook", "WordDocument")
)
SUFFIXES: dict[str, Kind] = {
    ".pdf": "pdf", ".docx": "word", ".docm": "word", ".xlsx": "sheets", ".xlsm": "sheets",
    ".doc": "office text", ".odt": "office text", ".rtf": "office text", ".xls": "office sheets",
    ".ods": "office sheets", ".xlsb": "office sheets", ".html": "web", ".htm": "web",
    ".xhtml": "web", ".md": "text", ".markdown": "text", ".txt": "text",
}  # fmt: skip
"""What each ending of a name promises; these are what is taken from a folder."""

OF_THEIR_OWN: dict[str, Kind] = {".csv": "csv"}
"""What is read where it is named itself; in a folder it is rather data than a document."""


def kind_of(path: Path) -> Kind:
    """The kind of the document at `path`; of one that tells nothing, what its name promises."""
    promised = (SUFFIXES | OF_THEIR_OWN).get(path.suffix.casefold(), "text")
    if not path.is_file() or not 0 < path.stat().st_size <= LARGEST:
        return promised  # its reader says what is wrong with it
    content = path.read_bytes()
    start = content[:FIRST]
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start.startswith(b"PK"):
        return _in_archive(content) or promised
    if start.startswith(OLE):
        return "locked" if LOCKED in content else _ole(content, promised)
    if start.startswith(b"{\\rtf"):
        return "office text"
    told = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if told.startswith((b"<!doctype html", b"<html", b"<head", b"<meta", b"<table")):
        return "web"
    return promised


def _ole(content: bytes, promised: Kind) -> Kind:
    """An old document; one that holds none and is named .docx or .xlsx is told by its reader."""
    if OLD_SHEETS in content:
        return "office sheets"
    if OLD_TEXT in content or promised not in ("word", "sheets"):
        return "office text"
    return promised


def _in_archive(content: bytes) -> Kind | None:
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            mime = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except (BadZipFile, OSError, KeyError, NotImplementedError, RuntimeError):
        return None
    if b"opendocument" in mime:
        return "office sheets" if b"spreadsheet" in mime else "office text"
    return next((kind for part, kind in PARTS.items() if part in names), None)
