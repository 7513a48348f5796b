"""A page that is the picture of a page, read; or told what is lacking to read it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from lkjip_analysis.intake.pdf.contents.ink import Ink
from lkjip_analysis.intake.pdf.pages.page import Page, page_of
from lkjip_analysis.intake.pdf.scans.ocr import missing
from lkjip_analysis.language import worded

MOST = 0.8
"""A picture over so much of a page is the page."""


def is_scan(ink: Ink, shared: Collection[str]) -> bool:
    """Is the page the picture of a page? `shared` are pictures that several pages show."""
    area = ink.width * ink.height
    return any(
        picture.box.width * picture.box.height > MOST * area and picture.key not in shared
        for picture in ink.pictures
    )


def scanned_page(content: bytes, ink: Ink) -> Page:
    """What is read on a picture; its text layer, where it has one, is not believed."""
    lacks = missing()
    if lacks:
        note = worded(
            "halaman {page} berupa gambar dan tidak dibaca: perlu {lacks}",
            page=ink.page,
            lacks=lacks,
        )
        return Page(ink.page, ink.width, ink.height, (), (), True, (note,), lacks)
    # The pictures of pages need libraries that no other page does.
    from lkjip_analysis.intake.pdf.scans.line_model import carried_voice
    from lkjip_analysis.intake.pdf.scans.scan import scanned_ink

    page = page_of(scanned_ink(content, ink))
    note = worded(
        "halaman {page} dibaca dari gambar; angka yang tidak pasti ditandai", page=ink.page
    )
    if carried_voice() is None:
        note += worded(" (dengan --pindaian lebih banyak yang terbaca)")
    return replace(page, scanned=True, notes=(note,))
