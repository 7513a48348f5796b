"""The document as it goes back to its agency: marked in its own kind, with pages to draw from."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import ZipFile

from lkjip_analysis.intake.document.programs import Unavailable
from lkjip_analysis.intake.usul.read_document import Document
from lkjip_analysis.output.examined.basis.cell_places import finding_places
from lkjip_analysis.output.examined.marking.marks import COMPARED, Mark
from lkjip_analysis.output.examined.telling.explained_finding import Explained
from lkjip_analysis.output.examined.telling.outcome import NO_PICTURES, Examined
from lkjip_analysis.report.portable import portable

LOSES = ("xl/charts/", "xl/media/", "xl/drawings/", "xl/pivot", "xl/vbaProject")
"""Parts of a workbook that a copy with comments would not have."""


@dataclass(frozen=True)
class Printed:
    """A document examined, with its pages as PDF where they are known."""

    seen: Examined
    pdf: bytes = b""
    undrawn: frozenset[int] = frozenset()
    """The pages whose pictures unpack to more than is drawn."""


def printed(document: Document, seen: Examined) -> Printed:
    """The document's pages; of Word as LibreOffice prints them, with each place found on them."""
    if document.kind == "pdf":
        return Printed(seen, document.content, document.undrawn)
    if document.kind != "word" or not seen.verification.findings:
        return Printed(seen)
    from lkjip_analysis.output.examined.marking.printed_word import printed_word

    told = [
        pair
        for finding in seen.verification.findings
        for pair in finding_places(seen.verification, finding, seen.places)
    ]
    try:
        pdf, found = printed_word(document.content, [place for _, place in told])
    except Unavailable:
        return Printed(replace(seen, remarks=(NO_PICTURES, *seen.remarks)))
    places = dict(seen.places)
    for cell in {cell for cell, _ in told}:
        places[cell] = tuple(p for place in places[cell] for p in found.get(place, (place,)))
    return Printed(replace(seen, places=places), pdf)


def marked_document(document: Document, path: Path, told: Sequence[Explained]) -> tuple[str, bytes]:
    """The name and the bytes of the document with its marks; nothing for what has no comments."""
    marks, name = list(_marks(told)), portable(path.stem) or "dokumen"
    if document.kind == "pdf":
        from lkjip_analysis.output.examined.marking.marked_pdf import marked_pdf

        content = marked_pdf(document.content, marks)
        return f"{name}-bertanda.pdf" if content else "", content
    if document.kind == "word":
        from lkjip_analysis.output.examined.marking.marked_word import marked_word

        return f"{name}-bertanda.docx", marked_word(document.content, marks)
    if document.kind == "sheets" and not _has_more(document.content):
        from lkjip_analysis.output.examined.marking.marked_sheets import marked_sheets

        return f"{name}-bertanda.xlsx", marked_sheets(document.content, marks)
    return "", b""


def _marks(told: Sequence[Explained]) -> Iterator[Mark]:
    """A comment at the figure that a finding is about, and one that points there at the others and
    wherever that figure is repeated."""
    for one in told:
        seen: set[object] = set()
        for number, place in enumerate(one.places):
            key = (place.at, place.start) if place.at else place
            if key not in seen:
                seen.add(key)
                mine = number < max(one.main, 1)
                more = mine and number and len(one.codes) < 2
                text = one.goes_on if more else one.text if mine else one.pointer(place)
                is_meant = mine or place in one.suspects
                yield Mark(place, text, one.standing if is_meant else COMPARED, one.number)
        yield from (
            Mark(place, one.same, COMPARED, one.number)
            for place in one.again
            if place not in one.places
        )


def _has_more(content: bytes) -> bool:
    with ZipFile(io.BytesIO(content)) as archive:
        return any(name.startswith(LOSES) for name in archive.namelist())
