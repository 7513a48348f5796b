"""The text of a file in whatever encoding offices save it, or one sentence why it is none."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem

MAX_BYTES = 100_000_000
ALLOWED = "PDF, Word, Excel, OpenDocument, HTML, Markdown or plain text"
BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
NAMED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?([\w-]{2,20})", re.I
)
BINARY = re.compile("[\x00-\x06\x0e-\x1a]")


def read_text(path: Path) -> str:
    """The text of the file at `path`. Raises: InputError where it is missing, huge or no text."""
    if not path.is_file():
        raise refused(path.name, "no file of this name", "Look at the name and the folder.")
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise refused(path.name, f"a file of {size:,} bytes", "Split it into smaller files.")
    content = path.read_bytes()
    if not content.strip():
        raise refused(path.name, "an empty file", "Take the whole document.")
    text = _decoded(content)
    if text is None or BINARY.search(text[:100_000]):
        found = "a file that is no document of a kind that is read"
        raise refused(path.name, found, "Open it in its own program and save it as PDF or .docx.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes) -> str | None:
    """What a mark at its beginning says, what the page says of itself, UTF-8, Windows."""
    mark = next((name for bom, name in BOMS.items() if content.startswith(bom)), "")
    named = NAMED.search(content[:2000])
    told = named[1].decode("ascii", "ignore") if named else ""
    for encoding in filter(None, (mark, told, "utf-8", "cp1252")):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def refused(name: str, found: str, remedy: str) -> InputError:
    return InputError([Problem(name, found, ALLOWED, remedy)])
