"""From a PDF to blocks: every page read, in parallel where there are many, then put in order."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path

from pdfminer.pdfinterp import PDFResourceManager

from lkjip_analysis.errors import wrong_input
from lkjip_analysis.intake.document.blocks import Block, Outline
from lkjip_analysis.intake.document.grid import Grid
from lkjip_analysis.intake.document.programs import end_with_parent
from lkjip_analysis.intake.pdf.contents.device import TooMuch
from lkjip_analysis.intake.pdf.contents.ink import Ink
from lkjip_analysis.intake.pdf.contents.open_pdf import (
    AGAIN,
    ALLOWED,
    BROKEN,
    Opened,
    opened,
    read_bytes,
)
from lkjip_analysis.intake.pdf.contents.page_interpreter import ink_of, layers_off, shared_pictures
from lkjip_analysis.intake.pdf.contents.picture_size import MOST_POINTS
from lkjip_analysis.intake.pdf.contents.unpacking import TooBig, begin
from lkjip_analysis.intake.pdf.pages.broken_words import with_whole_words
from lkjip_analysis.intake.pdf.pages.columns_over_pages import with_shared_columns
from lkjip_analysis.intake.pdf.pages.page import Hidden, Page, page_of
from lkjip_analysis.intake.pdf.pages.running_heads import running_texts, without_running
from lkjip_analysis.intake.pdf.pages.tables_over_pages import Joined, joined
from lkjip_analysis.intake.pdf.pages.text_flow import printed_in_order
from lkjip_analysis.intake.pdf.scans.scanned_page import is_scan, scanned_page
from lkjip_analysis.language import phrase, worded

PARTS = 2000
LONGEST = 14_400
"""Points; PDF itself allows no longer page."""
MOST_HIDDEN = 12
"""So many texts that nobody sees are told one by one."""
FEW = 16
"""A document of fewer pages is read without further processes."""
MOST_SECONDS = 3_600
"""The longest that the pages of a document may take together, of one processor, with the programs
that read scans: 400 scanned pages take less. Each page has a bound of its own beside it."""


@dataclass(frozen=True)
class PdfReading:
    """What a PDF holds: its blocks, what was left out as hidden, pages that are pictures."""

    blocks: tuple[Block, ...]
    hidden: tuple[Hidden, ...]
    pages: int
    scanned: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    content: bytes = field(default=b"", repr=False)
    undrawn: frozenset[int] = frozenset()
    """The pages whose pictures unpack to more than is drawn."""
    running: tuple[str, ...] = ()
    """What stands above and below the text of its pages again and again."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """Sentences about what was left out, in the words of the report's readers."""
        return (*self.notes, *hidden_told(self.hidden))


def read_pdf(path: Path, workers: int = 0) -> PdfReading:
    """The blocks of the PDF at `path`. Raises: InputError where it cannot be read."""
    content = read_bytes(path)
    pages = _pages(path.name, content, opened(path.name, content), workers)
    _check_programs(path.name, pages)
    whole = with_shared_columns(without_running(pages))
    kept = with_whole_words(whole)
    outline = Outline()
    blocks: list[Block] = []
    for item in printed_in_order(joined(kept)):
        if isinstance(item, Joined):
            blocks += outline.table(Grid(item.rows, 0))
        else:
            blocks += outline.paragraph(item)
    return PdfReading(
        tuple(blocks),
        tuple(hidden for page in pages for hidden in page.hidden),
        len(pages),
        tuple(page.number for page in pages if page.scanned),
        tuple(note for page in pages for note in page.notes),
        content,
        frozenset(page.number for page in pages if page.undrawn),
        running_texts(pages),
    )


def _check_programs(name: str, pages: Sequence[Page]) -> None:
    """Refuses a document of pictures only, where the program to read them is not there."""
    lacking = [page for page in pages if page.scanned and page.lacks]
    if lacking and not any(page.items for page in pages):
        found = "pages that are pictures, which need a program that is not here"
        remedy = phrase("Install {lacks} and try again.", lacks=lacking[0].lacks)
        raise wrong_input(name, found, "a PDF with text, or that program", remedy)


def _pages(name: str, content: bytes, whole: Opened, workers: int) -> list[Page]:
    count, fonts = len(whole[1]), PDFResourceManager(caching=True)
    processes = workers or min(os.cpu_count() or 1, count // (FEW // 2))
    if count < FEW or processes < 2:
        return _some_pages(name, content, whole, fonts, (0, count), _used() + MOST_SECONDS)
    # Equal shares would leave one process with all the tables at the end of a report.
    size = max(count // (processes * 3), 4)
    parts = [(start, min(start + size, count)) for start in range(0, count, size)]
    told = (name, content, MOST_SECONDS / processes)
    try:
        with ProcessPoolExecutor(processes, get_context("spawn"), _load, told) as pool:
            return [page for pages in pool.map(_loaded_pages, parts) for page in pages]
    except BrokenProcessPool as error:
        found = "a PDF that a process could not survive"
        raise wrong_input(name, found, ALLOWED, AGAIN) from error


_held: list[tuple[str, bytes, float]] = []


def _load(name: str, content: bytes, seconds: float) -> None:
    end_with_parent()
    _held[:] = [(name, content, _used() + seconds)]


def _loaded_pages(part: tuple[int, int]) -> list[Page]:
    name, content, until = _held[0]
    whole, fonts = _kept(name, content)
    begin()  # each part may unpack as much as one that is opened for it
    return _some_pages(name, content, whole, fonts, part, until)


@lru_cache(maxsize=1)
def _kept(name: str, content: bytes) -> tuple[Opened, PDFResourceManager]:
    """The document and its fonts, kept by a process from one part of its pages to the next."""
    return opened(name, content), PDFResourceManager(caching=True)


def _used() -> float:
    """Processor seconds of this process and of the programs that it waited for."""
    return sum(os.times()[:4])


def _check_time(name: str, until: float) -> None:
    """Raises: InputError where the pages of a document have had their time."""
    if _used() > until:
        found = phrase("pages that take more than {most:,} seconds to read", most=MOST_SECONDS)
        remedy = "Split it into documents of fewer pages."
        raise wrong_input(name, found, ALLOWED, remedy)


def _some_pages(
    name: str,
    content: bytes,
    whole: Opened,
    fonts: PDFResourceManager,
    part: tuple[int, int],
    until: float,
) -> list[Page]:
    (document, pages), (start, end) = whole, part
    off, shared = layers_off(document), shared_pictures(pages)
    made = []
    for number, page in enumerate(pages[start:end], start + 1):
        _check_time(name, until)
        try:
            if len(page.contents) > PARTS:
                raise TooBig(phrase("a page of more than {parts:,} parts", parts=PARTS))
            ink = ink_of(page, number, fonts, off)
            _check_size(ink)
            seen = scanned_page(content, ink) if is_scan(ink, shared) else page_of(ink)
            made.append(replace(seen, undrawn=ink.unpacked > MOST_POINTS))
        except TooBig as error:
            raise wrong_input(
                name,
                phrase("page {number}: {error}", number=number, error=phrase(str(error))),
                ALLOWED,
                AGAIN,
            ) from error
        except TooMuch as error:
            found = phrase(
                "page {number}: more lines and letters than any report has", number=number
            )
            raise wrong_input(name, found, ALLOWED, AGAIN) from error
        except (*BROKEN, MemoryError) as error:
            found = phrase("page {number}: contents that cannot be read", number=number)
            raise wrong_input(name, found, ALLOWED, AGAIN) from error
    return made


def _check_size(ink: Ink) -> None:
    """Raises: TooBig for a page larger than PDF allows, or a picture of one too large to read."""
    if not (0 < ink.width <= LONGEST and 0 < ink.height <= LONGEST):
        raise TooBig(
            phrase(
                "a page of {width:,.0f} by {height:,.0f} points", width=ink.width, height=ink.height
            )
        )


def hidden_told(hidden: Sequence[Hidden]) -> list[str]:
    """Sentences about what was left out, in the reader's language."""
    told = [
        worded(
            'halaman {page}: "{text}" tidak dibaca ({reason})',
            page=h.page,
            text=h.text[:80],
            reason=worded(h.reason),
        )
        for h in hidden[:MOST_HIDDEN]
    ]
    more = len(hidden) - MOST_HIDDEN
    return [*told, *([worded("... dan {count} lagi", count=more)] if more > 0 else [])]
