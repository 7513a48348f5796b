"""A document of any kind that is read, as blocks: the kind is told by its first bytes."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lkjip_analysis.errors import check_letters
from lkjip_analysis.intake.document.blocks import Block, Outline, paragraphs
from lkjip_analysis.intake.document.given_file import TooMuch, check_figures, content_of, refused
from lkjip_analysis.intake.document.kinds import Kind, kind_of
from lkjip_analysis.intake.document.libreoffice import converted
from lkjip_analysis.intake.document.programs import Unavailable
from lkjip_analysis.intake.sheets.sheet_blocks import read_sheets
from lkjip_analysis.intake.text.markdown import markdown_blocks
from lkjip_analysis.intake.text.text_file import read_text
from lkjip_analysis.intake.text.web_page import web_blocks
from lkjip_analysis.intake.word.word_blocks import read_blocks
from lkjip_analysis.language import phrase

MARKDOWN = (".md", ".markdown")
ALLOWED = "a document that can be opened"
LOCK = "~$"
"""So begins the name of what Excel and Word keep beside a document that is open."""
MAX_BYTES = 100_000_000
_refused = partial(refused, allowed=ALLOWED)


@dataclass(frozen=True)
class Document:
    """The blocks of a document in reading order, and what there is to say about its reading."""

    blocks: tuple[Block, ...]
    remarks: tuple[str, ...] = ()
    scanned: tuple[int, ...] = ()
    """The pages that are pictures, read by recognising letters."""
    kind: Kind = "word"
    """What it was read as: of what LibreOffice opened, what it was saved as."""
    content: bytes = b""
    """The bytes it was read from, in that kind."""
    undrawn: frozenset[int] = frozenset()
    """The pages whose pictures unpack to more than is drawn."""
    running: tuple[str, ...] = ()
    """What stands above and below the text of its pages again and again."""


def read_document(path: Path, workers: int = 0) -> Document:
    """The paragraphs and tables of a document; `workers` processes for the pages of a PDF.

    Raises: InputError where it cannot be read.
    """
    check_letters(path.name)
    if path.name.startswith(LOCK):
        found = "a file that Excel or Word keeps beside a document while it is open"
        raise _refused(path, found, "Name the document itself, without ~$.")
    kind = kind_of(path)
    if kind == "pdf":
        # pdfminer is only loaded where there is a PDF to read.
        from lkjip_analysis.intake.pdf.read_pdf import read_pdf

        reading = read_pdf(path, workers)
        return Document(
            reading.blocks,
            reading.remarks,
            reading.scanned,
            "pdf",
            reading.content,
            reading.undrawn,
            reading.running,
        )
    if kind == "locked":
        raise _refused(path, "a document with a password", "Take the password off, save it again.")
    if kind in ("office text", "office sheets"):
        return _opened_by_office(path, ".docx" if kind == "office text" else ".xlsx")
    return _read(path, kind)


def _read(path: Path, kind: Kind) -> Document:
    blocks: Sequence[Block]
    try:
        if kind in ("sheets", "csv"):
            blocks = read_sheets(path)
        elif kind in ("web", "text"):
            blocks = _of_text(path, kind)
        else:
            blocks = read_blocks(path)
        if kind not in ("sheets", "csv"):  # whose cells are counted before they are read
            check_figures(each.text for each in paragraphs(blocks))
    except TooMuch as error:
        remedy = "Split it, and keep what the report prints."
        raise _refused(path, str(error), remedy) from error
    if not blocks:
        raise _refused(path, "a document without any text", "Take the document that is filled in.")
    said = tuple(told for each in paragraphs(blocks) for told in each.said)
    return Document(tuple(blocks), said, (), kind, path.read_bytes())


def _of_text(path: Path, kind: Kind) -> Sequence[Block]:
    text = read_text(path)
    if kind == "web":
        return web_blocks(text, Outline())
    return markdown_blocks(text, path.suffix.casefold() in MARKDOWN)


def _opened_by_office(path: Path, to: str) -> Document:
    """A document of another program, as LibreOffice saves it for Word or Excel."""
    given = content_of(path, MAX_BYTES, ALLOWED)
    try:
        content = converted(given, path.suffix.casefold() or ".doc", to)
    except Unavailable as error:
        remedy = phrase(
            "Save it as {to} in its own program and name that. {error}",
            to=to,
            error=phrase(str(error)),
        )
        raise _refused(path, "a document that only LibreOffice opens", remedy) from error
    with tempfile.TemporaryDirectory(prefix="lkjip-") as name:
        made = Path(name) / f"{path.stem}{to}"
        made.write_bytes(content)
        return _read(made, "word" if to == ".docx" else "sheets")
