"""The text of a file in whatever encoding offices save it, or one sentence why it is none."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from lkjip_analysis.intake.document.given_file import content_of, refused

MAX_BYTES = 100_000_000
ALLOWED = "PDF, Word, Excel, OpenDocument, HTML, Markdown or plain text"
BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
NAMED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?([\w-]{2,20})", re.I
)
BINARY = re.compile("[\x00-\x06\x0e-\x1a]")


def read_text(path: Path) -> str:
    """The text of the file at `path`. Raises: InputError where it is missing, huge or no text."""
    content = content_of(path, MAX_BYTES, ALLOWED)
    text = _decoded(content)
    if text is None or BINARY.search(text[:100_000]):
        found = "a file that is no document of a kind that is read"
        remedy = "Open it in its own program and save it as PDF or .docx."
        raise refused(path, found, remedy, ALLOWED)
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
