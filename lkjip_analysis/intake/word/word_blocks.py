"""A Word document as blocks, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lkjip_analysis.intake.document.blocks import Block, Outline, Printed, is_of_contents
from lkjip_analysis.intake.document.printed_places import Span, elsewhere
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.word.paragraphs import shown_text
from lkjip_analysis.intake.word.runs import Styles, styles_of
from lkjip_analysis.intake.word.word_file import open_document
from lkjip_analysis.intake.word.word_grid import grid_of
from lkjip_analysis.intake.word.word_names import W


def read_blocks(path: Path) -> tuple[Block, ...]:
    """The paragraphs and tables of a Word document. Raises: InputError where it cannot be read."""
    document = open_document(path)
    levels, styles, outline = _heading_styles(document), styles_of(document), Outline()
    numbers = paragraph_numbers(document)
    blocks: list[Block] = []
    for element in _elements(document.element.body):
        blocks += (
            outline.paragraph(_paragraph(element, levels, styles, numbers))
            if element.tag == f"{W}p"
            else outline.table(grid_of(element, styles, numbers))
        )
    return tuple(blocks)


def paragraph_numbers(document: Any) -> dict[Any, int]:
    """Every paragraph of a document's body, those in tables too, with its number from 1."""
    return {element: n for n, element in enumerate(document.element.body.iter(f"{W}p"), 1)}


def _paragraph(
    element: Any, levels: Mapping[str, int], styles: Styles, numbers: Mapping[Any, int]
) -> Printed:
    shown = shown_text(element, styles)
    style = _value(element, f"{W}pPr/{W}pStyle")
    listed = "toc" in style.casefold() or is_of_contents(shown.text)
    bullet = element.find(f"{W}pPr/{W}numPr") is not None
    text = one_line(shown.text)
    spans = (Span(0, len(text), elsewhere(f"p{numbers[element]}")),)
    return Printed(text, levels.get(style, 0), listed, bullet, spans, shown.said)


def _elements(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _elements(child)


def _heading_styles(document: Any) -> dict[str, int]:
    """Style id -> level, for the styles of the document that are headings."""
    levels: dict[str, int] = {}
    for style in document.styles.element.iter(f"{W}style"):
        name = style.find(f"{W}name")
        text = (name.get(f"{W}val") if name is not None else "").casefold()
        match = re.fullmatch(r"(heading|judul)\s*(\d)", text)
        if match:
            levels[style.get(f"{W}styleId")] = int(match[2])
    return levels


def _value(element: Any, path: str) -> str:
    found = element.find(path)
    return str(found.get(f"{W}val", "")) if found is not None else ""
