"""A Word table as a grid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from lkjip_analysis.intake.document.grid import Grid, Slot
from lkjip_analysis.intake.document.printed_places import NOWHERE, Place
from lkjip_analysis.intake.document.texts import joined_lines, one_line
from lkjip_analysis.intake.word.paragraphs import shown_text
from lkjip_analysis.intake.word.runs import Styles
from lkjip_analysis.intake.word.word_names import OFF, W
from lkjip_analysis.language import worded

LEAST_HEIGHT = 40
"""Two points, in twentieths of one."""
MARKED = "gaya tabelnya menyembunyikan, mencoret atau menaikkan huruf"


def grid_of(table: Any, styles: Styles, numbers: Mapping[Any, int]) -> Grid:
    """The grid of a `w:tbl` element; `numbers` has the number of every paragraph."""
    rows: list[tuple[Slot, ...]] = []
    nested: list[tuple[int, Grid]] = []
    heads = left = 0
    style = table.find(f"{W}tblPr/{W}tblStyle")
    marked = style is not None and style.get(f"{W}val") in styles.marking
    for element in _rows(table):
        if _is_hidden(element):
            left += 1
            continue
        slots = tuple(_slots(element, styles, numbers))
        if marked:
            slots = tuple(
                replace(slot, unread=slot.unread or MARKED) if slot.text else slot for slot in slots
            )
        if _is_head(element) and heads == len(rows):
            heads += 1
        nested += [
            (len(rows), grid_of(inner, styles, numbers))
            for inner in element.iter(f"{W}tbl")
            if _owner(inner) is element
        ]
        rows.append(slots)
    width = max((len(row) for row in rows), default=0)
    padded = tuple(row + (Slot(""),) * (width - len(row)) for row in rows)
    notes = (worded("{count} baris tersembunyi tidak dibaca", count=left),) if left else ()
    return Grid(padded, heads if heads < len(rows) else 0, tuple(nested), notes, left > 0)


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == f"{W}tr":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins"):
            yield from _rows(child)


def _is_hidden(row: Any) -> bool:
    """A row that is hidden, or of a fixed height in which no letter is seen."""
    mark, height = row.find(f"{W}trPr/{W}hidden"), row.find(f"{W}trPr/{W}trHeight")
    if mark is not None and mark.get(f"{W}val") not in OFF:
        return True
    fixed = height is not None and height.get(f"{W}hRule") == "exact"
    told = height.get(f"{W}val", "") if fixed else ""
    return told.isdecimal() and int(told) <= LEAST_HEIGHT


def _owner(table: Any) -> Any:
    """The row that holds a nested table directly."""
    parent = table.getparent()
    while parent is not None and parent.tag != f"{W}tr":
        parent = parent.getparent()
    return parent


def _is_head(row: Any) -> bool:
    mark = row.find(f"{W}trPr/{W}tblHeader")
    return mark is not None and mark.get(f"{W}val") not in OFF


def _held(element: Any, name: str) -> Iterator[Any]:
    """The cells of a row, the paragraphs of a cell; those that something is wrapped around too."""
    for child in element:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _held(child, name)


def _number(row: Any, path: str) -> int:
    mark = row.find(path)
    text = mark.get(f"{W}val", "") if mark is not None else ""
    return min(int(text), 200) if text.isdigit() else 0


def _slots(row: Any, styles: Styles, numbers: Mapping[Any, int]) -> Iterator[Slot]:
    for _ in range(_number(row, f"{W}trPr/{W}gridBefore")):
        yield Slot("")
    for cell in _held(row, "tc"):
        reach = max(_number(cell, f"{W}tcPr/{W}gridSpan"), 1)
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        above = merge is not None and merge.get(f"{W}val") != "restart"
        yield Slot("", reach, above) if above else _filled(cell, reach, styles, numbers)
        for _ in range(reach - 1):
            yield Slot("", 0, above)


def _filled(cell: Any, reach: int, styles: Styles, numbers: Mapping[Any, int]) -> Slot:
    """The printed text of a cell; its paragraphs stand behind one another."""
    paragraphs = list(_held(cell, "p"))
    shown = [shown_text(paragraph, styles) for paragraph in paragraphs]
    lines = [one_line(part.text) for part in shown]
    where = tuple(
        Place(0, NOWHERE, f"p{numbers[paragraph]}", 0, line)
        for paragraph, line in zip(paragraphs, lines, strict=True)
        if line
    )
    doubt = next((part.doubt for part in shown if part.doubt), "")
    said = tuple(told for part in shown for told in part.said)
    text = joined_lines([line for part in shown for line in part.text.splitlines()])
    return Slot(text, reach, where=where, unread=doubt, said=said)
