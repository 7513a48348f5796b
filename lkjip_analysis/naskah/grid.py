"""A Word table as a grid: merged cells in their first place, blanks where they reach to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lkjip_analysis.intake.places import Place
from lkjip_analysis.naskah.texts import W, one_line, paragraph_text

OFF = ("0", "false", "off")


@dataclass(frozen=True)
class Slot:
    """One place of the grid. `reach` is how many columns its cell spans, 0 where one reaches
    in from the left; `above` says that its cell began in a row above."""

    text: str
    reach: int = 1
    above: bool = False
    where: tuple[Place, ...] = ()
    """Where the lines of the text are printed, where the document knows its pages."""
    unread: str = ""
    """Why the figure here was not read for sure; nothing where it was."""
    said: tuple[str, ...] = ()
    """What of the cell was left out (hidden, struck out), or decoded, in words."""
    cell: str = ""
    """The cell of a workbook that it was read from: `Anggaran!D6`."""


@dataclass(frozen=True)
class Grid:
    """The rows of one Word table; `heads` counts those that Word repeats on each page."""

    rows: tuple[tuple[Slot, ...], ...]
    heads: int
    nested: tuple[tuple[int, Any], ...] = ()
    """Tables inside cells, with the row in which each stands."""

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)


def grid_of(table: Any) -> Grid:
    """The grid of a `w:tbl` element."""
    rows: list[tuple[Slot, ...]] = []
    nested: list[tuple[int, Any]] = []
    heads = 0
    for element in _rows(table):
        slots = tuple(_slots(element))
        if _is_head(element) and heads == len(rows):
            heads += 1
        nested += [(len(rows), inner) for inner in element.iter(f"{W}tbl")
                   if _owner(inner) is element]  # fmt: skip
        rows.append(slots)
    width = max((len(row) for row in rows), default=0)
    padded = tuple(row + (Slot(""),) * (width - len(row)) for row in rows)
    return Grid(padded, heads if heads < len(rows) else 0, tuple(nested))


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == f"{W}tr":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins"):
            yield from _rows(child)


def _owner(table: Any) -> Any:
    """The row that holds a nested table directly."""
    parent = table.getparent()
    while parent is not None and parent.tag != f"{W}tr":
        parent = parent.getparent()
    return parent


def _is_head(row: Any) -> bool:
    mark = row.find(f"{W}trPr/{W}tblHeader")
    return mark is not None and mark.get(f"{W}val") not in OFF


def _cells(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _cells(child)


def _number(row: Any, path: str) -> int:
    mark = row.find(path)
    text = mark.get(f"{W}val", "") if mark is not None else ""
    return min(int(text), 200) if text.isdigit() else 0


def _slots(row: Any) -> Iterator[Slot]:
    for _ in range(_number(row, f"{W}trPr/{W}gridBefore")):
        yield Slot("")
    for cell in _cells(row):
        reach = max(_number(cell, f"{W}tcPr/{W}gridSpan"), 1)
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        above = merge is not None and merge.get(f"{W}val") != "restart"
        yield Slot("" if above else cell_text(cell), reach, above)
        for _ in range(reach - 1):
            yield Slot("", 0, above)


def cell_text(cell: Any) -> str:
    """The printed text of a cell; its paragraphs stand behind one another."""
    texts = (one_line(paragraph_text(p)) for p in _paragraphs(cell))
    return " ".join(text for text in texts if text)


def _paragraphs(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == f"{W}p":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _paragraphs(child)
