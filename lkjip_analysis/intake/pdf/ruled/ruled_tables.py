"""The ruled tables of a page, and the letters that stand in none of them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.pdf.contents.ink import Ink, Letter
from lkjip_analysis.intake.pdf.lines_of_text.cells import PageTable, slot_of
from lkjip_analysis.intake.pdf.lines_of_text.lines import Inside
from lkjip_analysis.intake.pdf.ruled.drawn_lines import Rules, rules_of
from lkjip_analysis.intake.pdf.ruled.lattice import Area, Lattice, lattice_of
from lkjip_analysis.intake.pdf.ruled.level_rows import level_rows
from lkjip_analysis.intake.pdf.ruled.listed_rows import listed_rows
from lkjip_analysis.intake.pdf.ruled.page_number_beside import columns_of_table
from lkjip_analysis.intake.pdf.ruled.rows_of_figures import rows_of_figures
from lkjip_analysis.intake.pdf.ruled.stacked_tables import parts
from lkjip_analysis.intake.pdf.ruled.undrawn_row_lines import parted

FILLED = 2
"""A drawing with text in fewer areas than this is no table."""
TORN = 0.34
"""A drawing of which so much is enclosed in no rectangle is no table."""


def ruled_tables(ink: Ink) -> tuple[list[PageTable], list[Letter]]:
    """The tables that drawn lines enclose, and the letters outside them."""
    groups, _ = rules_of(ink.strokes)
    found = [made for rules in groups if rules.is_grid for made in _lattices(rules)]
    inner_first = sorted(found, key=lambda lattice: lattice.box.width * lattice.box.height)
    tables, rest = [], list(ink.letters)
    for lattice in inner_first:
        inside = [x for x in rest if lattice.box.holds(*x.box.middle)]
        table = _table(lattice, inside, ink)
        if table is not None:
            tables.append(table)
            taken = {id(letter) for letter in inside}
            rest = [letter for letter in rest if id(letter) not in taken]
    return tables, rest


def _lattices(rules: Rules) -> list[Lattice]:
    whole = lattice_of(rules)
    if whole is None:
        return []
    stack = parts(whole, rules)
    if len(stack) == 1:
        return [whole]
    return [made for one in stack if one.is_grid and (made := lattice_of(one))]


def _table(lattice: Lattice, letters: Sequence[Letter], ink: Ink) -> PageTable | None:
    held = _by_area(lattice, letters)
    for step in (parted, listed_rows, level_rows, rows_of_figures):
        finer = step(lattice, held)
        if finer is not lattice:
            lattice, held = finer, _by_area(finer, letters)
    filled = [area for area, inside in held.items() if any(not x.text.isspace() for x in inside)]
    # The rest of a row after a page break may be the end of one cell.
    least = 1 if len(lattice.xs) > 3 and len(lattice.ys) == 2 else FILLED
    if len(filled) < least or lattice.torn > TORN or len(lattice.xs) < 3:
        return None
    rows: list[list[Slot]] = [[Slot("")] * (len(lattice.xs) - 1) for _ in lattice.ys[1:]]
    margin = _margin(lattice, held)
    for area in lattice.areas:
        reach, box = area.right - area.left, lattice.box_of(area)
        slot = slot_of(held.get(area, Inside()), box, ink, reach, margin)
        _put(rows, area, slot)
    kept = [i for i, row in enumerate(rows) if not _hollow(lattice, i, row)]
    width = columns_of_table([rows[i] for i in kept])
    if width < len(lattice.xs) - 1:
        kept = kept[:-1]
    return PageTable(
        tuple(tuple(rows[i][:width]) for i in kept),
        lattice.xs[: width + 1],
        lattice.box,
        ink.page,
        bold=tuple(_bold(i, held) for i in kept),
    )


def _margin(lattice: Lattice, held: Mapping[Area, Sequence[Letter]]) -> float:
    """What the table leaves free at the left of its cells: no letter stands nearer."""
    left = [
        letter.box.x0 - lattice.xs[area.left]
        for area, inside in held.items()
        for letter in inside
        if not letter.text.isspace()
    ]
    return max(min(left, default=0.0), 0.0)


def _by_area(lattice: Lattice, letters: Sequence[Letter]) -> dict[Area, Inside]:
    owner = {
        (r, c): area
        for area in lattice.areas
        for r in range(area.top, area.bottom)
        for c in range(area.left, area.right)
    }
    held: dict[Area, Inside] = defaultdict(Inside)
    for letter in letters:
        x, y = letter.box.middle
        c = min(max(bisect_right(lattice.xs, x) - 1, 0), len(lattice.xs) - 2)
        r = min(max(bisect_right(lattice.ys, y) - 1, 0), len(lattice.ys) - 2)
        held[owner[r, c]].append(letter)
    return held


def _put(rows: list[list[Slot]], area: Area, slot: Slot) -> None:
    reach = area.right - area.left
    for r in range(area.top, area.bottom):
        above = r > area.top
        rows[r][area.left] = Slot("", reach, True) if above else slot
        for c in range(area.left + 1, area.right):
            rows[r][c] = Slot("", 0, above)


def _hollow(lattice: Lattice, row: int, slots: Sequence[Slot]) -> bool:
    """A strip between double lines: low, and without a text of its own."""
    low = lattice.ys[row + 1] - lattice.ys[row] < 6
    return low and not any(slot.text for slot in slots)


def _bold(row: int, held: Mapping[Area, Sequence[Letter]]) -> bool:
    letters = [
        letter
        for area, inside in held.items()
        if area.top == row
        for letter in inside
        if not letter.text.isspace()
    ]
    return bool(letters) and all(letter.bold for letter in letters)
