"""A document of any kind that is read, as blocks: the kind is told by its first bytes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.sheets.sheet_blocks import read_sheets
from lkjip_analysis.intake.word.word_blocks import read_blocks


@dataclass(frozen=True)
class Document:
    """The blocks of a document in reading order, and what there is to say about its reading."""

    blocks: tuple[Block, ...]
    remarks: tuple[str, ...] = ()
    scanned: tuple[int, ...] = ()
    """The pages that are pictures, read by recognising letters."""


def read_document(path: Path) -> Document:
    """The paragraphs and tables of a document. Raises: InputError where it cannot be read."""
    if is_pdf(path):
        # pdfminer is only loaded where there is a PDF to read.
        from lkjip_analysis.intake.pdf.read_pdf import read_pdf

        reading = read_pdf(path)
        return Document(reading.blocks, reading.remarks, reading.scanned)
    sheets = path.suffix.casefold() in (".xlsx", ".xlsm")
    blocks = read_sheets(path) if sheets else read_blocks(path)
    paragraphs = (block for block in blocks if isinstance(block, Paragraph))
    return Document(blocks, tuple(told for each in paragraphs for told in each.said))


def is_pdf(path: Path) -> bool:
    """Is it a PDF by its first bytes, or does its name say so?"""
    if path.suffix.casefold() == ".pdf":
        return True
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return b"%PDF-" in file.read(1024)
