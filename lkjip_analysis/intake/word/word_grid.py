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
from lkjip_analysis.intake.word.word_names import OFF, VAL, W
from lkjip_analysis.language import worded

LEAST_HEIGHT = 40
"""Two points, in twentieths of one."""
TABLE, ROW, CELL, PARAGRAPH = (f"{W}{name}" for name in ("tbl", "tr", "tc", "p"))
AROUND = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "customXml"))
"""What something may be wrapped in, and stands on the page all the same."""
OF_ROW, OF_CELL = f"{W}trPr", f"{W}tcPr"
BEFORE, REACH, MERGED = f"{W}gridBefore", f"{W}gridSpan", f"{W}vMerge"
MARKED = "gaya tabelnya menyembunyikan, mencoret atau menaikkan huruf"


def grid_of(table: Any, styles: Styles, numbers: Mapping[Any, int]) -> Grid:
    """The grid of a `w:tbl` element; `numbers` has the number of every paragraph."""
    rows: list[tuple[Slot, ...]] = []
    nested: list[tuple[int, Grid]] = []
    heads = left = 0
    style = table.find(f"{W}tblPr/{W}tblStyle")
    marked = style is not None and style.get(VAL) in styles.marking
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
            for inner in element.iter(TABLE)
            if _owner(inner) is element
        ]
        rows.append(slots)
    width = max((len(row) for row in rows), default=0)
    padded = tuple(row + (Slot(""),) * (width - len(row)) for row in rows)
    notes = (worded("{count} baris tersembunyi tidak dibaca", count=left),) if left else ()
    return Grid(padded, heads if heads < len(rows) else 0, tuple(nested), notes, left > 0)


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == ROW:
            if child.find(f"{OF_ROW}/{W}del") is None:
                yield child
        elif child.tag in AROUND:
            yield from _rows(child)


def _is_hidden(row: Any) -> bool:
    """A row that is hidden, or of a fixed height in which no letter is seen."""
    mark, height = row.find(f"{W}trPr/{W}hidden"), row.find(f"{W}trPr/{W}trHeight")
    if mark is not None and mark.get(VAL) not in OFF:
        return True
    fixed = height is not None and height.get(f"{W}hRule") == "exact"
    told = height.get(VAL, "") if fixed else ""
    return told.isdecimal() and int(told) <= LEAST_HEIGHT


def _owner(table: Any) -> Any:
    """The row that holds a nested table directly."""
    parent = table.getparent()
    while parent is not None and parent.tag != ROW:
        parent = parent.getparent()
    return parent


def _is_head(row: Any) -> bool:
    mark = row.find(f"{W}trPr/{W}tblHeader")
    return mark is not None and mark.get(VAL) not in OFF


def _held(element: Any, tag: str) -> Iterator[Any]:
    """The cells of a row, the paragraphs of a cell; those that something is wrapped around too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in AROUND:
            yield from _held(child, tag)


def _number(told: Any, name: str) -> int:
    mark = told.find(name) if told is not None else None
    text = mark.get(VAL, "") if mark is not None else ""
    return min(int(text), 200) if text.isdigit() else 0


def _slots(row: Any, styles: Styles, numbers: Mapping[Any, int]) -> Iterator[Slot]:
    for _ in range(_number(row.find(OF_ROW), BEFORE)):
        yield Slot("")
    for cell in _held(row, CELL):
        told = cell.find(OF_CELL)
        reach = max(_number(told, REACH), 1)
        merge = told.find(MERGED) if told is not None else None
        above = merge is not None and merge.get(VAL) != "restart"
        yield Slot("", reach, above) if above else _filled(cell, reach, styles, numbers)
        for _ in range(reach - 1):
            yield Slot("", 0, above)


def _filled(cell: Any, reach: int, styles: Styles, numbers: Mapping[Any, int]) -> Slot:
    """The printed text of a cell; its paragraphs stand behind one another."""
    paragraphs = list(_held(cell, PARAGRAPH))
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
