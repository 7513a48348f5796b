"""Rows of a ruled table without lines across: columns of figures tell them, gaps part them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lkjip_analysis.intake.document.printed_places import Box
from lkjip_analysis.intake.pdf.contents.ink import Letter
from lkjip_analysis.intake.pdf.lines_of_text.lines import Inside
from lkjip_analysis.intake.pdf.lines_of_text.wrapping import Room, text_of
from lkjip_analysis.intake.pdf.ruled.lattice import Area, Lattice
from lkjip_analysis.intake.pdf.ruled.level_rows import level_rows
from lkjip_analysis.intake.pdf.ruled.rows_of_figures import rows_of_figures

CODE, NAME, BUDGET, SPENT = (Area(1, 2, column, column + 1) for column in range(4))
HEADS = tuple(Area(0, 1, column, column + 1) for column in range(4))
LINES = Lattice((0, 40, 240, 340, 440), (0, 20, 220), (*HEADS, CODE, NAME, BUDGET, SPENT))
Texts = Sequence[tuple[str, float]]
"""What a column prints, with how far down each line begins."""


def cell(area: Area, texts: Texts, lattice: Lattice = LINES) -> Inside:
    left = lattice.xs[area.left] + 4
    return Inside(
        Letter(letter, Box(left + 5 * i, y, left + 5 * i + 5, y + 8), y + 8, 8)
        for text, y in texts
        for i, letter in enumerate(text)
    )


def parted(names: Texts, budgets: Texts, spent: Texts, codes: Texts = ()) -> Lattice:
    columns = ((CODE, codes), (NAME, names), (BUDGET, budgets), (SPENT, spent))
    return rows_of_figures(LINES, {area: cell(area, texts) for area, texts in columns})


# A name of two lines ends at 58, the code of the next row begins at 70: the middle is 64.
NAMES = (("Penyuluhan desa", 40), ("dan dusun", 50), ("Rapat kerja", 70), ("Bina usaha", 100))
CODES = (("1.01", 40), ("1.02", 70), ("1.03", 100))
BUDGETS = (("415.000", 50), ("380.000", 75), ("270.500", 105))
SPENT_OF = (("410.250", 50), ("379.000", 75), ("264.000", 105))


def test_figures_set_lower_than_their_names_are_rows() -> None:
    told = parted(NAMES, BUDGETS, SPENT_OF, CODES)
    # Between the second and the third row 83 and 100 are free: the middle is 91,5.
    assert told.ys == (0, 20, 64, 91.5, 220)
    assert {(area.top, area.bottom) for area in told.areas} == {(0, 1), (1, 2), (2, 3), (3, 4)}
    assert len(told.areas) == 16


def test_a_column_that_prints_nothing_in_a_row_is_cut_as_well() -> None:
    assert parted(NAMES, BUDGETS, SPENT_OF, CODES[1:]).ys == (0, 20, 64, 91.5, 220)
    three = (*BUDGETS, ("90.000", 130))
    told = parted((*NAMES, ("Lain-lain", 130)), three, (*SPENT_OF, ("80.000", 130)), CODES)
    assert len(told.ys) == 6


def test_more_lines_than_a_page_has_are_left_as_they_are() -> None:
    many = [(f"41{i % 10}.000", 40 + 12.0 * i) for i in range(301)]
    names = [(f"Kegiatan {i}", y) for i, (_, y) in enumerate(many)]
    assert parted(names, many, many) == LINES
    assert len(parted(names[:300], many[:300], many[:300]).ys) == 302


def test_the_rest_of_a_name_is_no_row() -> None:
    """Two figures of one name in each cell, on lines as far apart as rows are."""
    figures = [("12.000", 40), ("50,00", 54), ("12,50", 68)]
    names = [("Program pembinaan", 40), ("dan pelatihan", 54), ("(persen)", 68)]
    assert parted(names, figures, figures) == LINES
    whole = [("Program jalan", 40), ("(b) Sungai", 54), ("Program pasar", 68)]
    assert len(parted(whole, figures, figures).ys) == 5


def test_one_column_of_figures_tells_no_rows() -> None:
    assert parted(NAMES, BUDGETS, SPENT_OF[:1], CODES[:1]) == LINES
    assert parted(NAMES, BUDGETS, (("Belum", 50), ("ada", 75), ("datanya", 105)), ()) == LINES


def test_names_whose_lines_lie_as_far_apart_as_rows_stay_together() -> None:
    even = [(f"baris {i}", 40 + 14.0 * i) for i in range(9)]
    figures = [(f"41{i}.000", 54 + 42.0 * i) for i in range(3)]
    assert parted(even, figures, figures) == LINES


def test_a_name_over_all_rows_stays_whole() -> None:
    assert parted((("Sasaran satu", 75),), BUDGETS, SPENT_OF) == LINES
    two = BUDGETS[:2]
    assert parted(NAMES[:3], two, SPENT_OF[:2]) == LINES  # two figures in two columns


def test_rows_that_no_clear_gap_parts_are_left_together() -> None:
    # The last name stands right below the name before it: one of three gaps is not clear.
    names = (*NAMES, ("Tata ruang", 109))
    budgets = (*BUDGETS, ("98.000", 114))
    told = parted(names, budgets, (*SPENT_OF, ("97.000", 114)), CODES)
    assert told.ys == (0, 20, 64, 91.5, 220)


def test_figures_that_go_on_in_the_next_line_are_one_row() -> None:
    """Whatever the name beside them: 61.379. and 649 are 61.379.649."""
    names = cell(NAME, (("Bina pasar", 40), ("Taman kota", 50)))
    whole = cell(BUDGET, (("61.379", 40), ("649", 50)))
    spent = cell(SPENT, (("54.210", 40), ("812", 50)))
    assert len(level_rows(LINES, {NAME: names, BUDGET: whole, SPENT: spent}).ys) == 4
    broken = cell(BUDGET, (("61.379.", 40), ("649", 50)))
    rest = cell(SPENT, (("8.379.56", 40), ("8", 50)))
    assert level_rows(LINES, {NAME: names, BUDGET: broken, SPENT: rest}) == LINES
    assert level_rows(LINES, {NAME: names, BUDGET: broken, SPENT: spent}) == LINES


def test_no_line_is_drawn_through_a_broken_figure() -> None:
    """Codes and what was spent tell three rows; the first two share 415.000.380."""
    broken = (("415.000.", 50), ("380", 75), ("270.500", 105))
    assert parted(NAMES, broken, SPENT_OF, CODES) == LINES
    assert len(parted(NAMES, (("415.000", 50), *broken[1:]), SPENT_OF, CODES).ys) == 5


NARROW = Lattice((0, 90, 119, 148, 177), (0, 20, 220), LINES.areas)


@pytest.mark.parametrize(("reached", "shown", "rows"), [
    ((("71.3", 40), ("40", 50)), (("64,9", 40), ("2%", 50)), 3),  # 71.340 and 64,92%
    ((("100.", 40), ("42", 50)), (("103.", 40), ("7%", 50)), 3),  # 100.42 and 103.7%
    ((("713", 40), ("40", 50)), (("649", 40), ("52", 50)), 4),
    ((("64,9", 40), ("52", 50)), (("71,3", 40), ("48", 50)), 4),
])  # fmt: skip
def test_figures_broken_in_narrow_cells_are_one_row(
    reached: Texts, shown: Texts, rows: int
) -> None:
    """A column of 29 points leaves room for four signs of 5 points, and its margins."""
    texts = ((CODE, (("Padi", 40), ("Jagung", 50))), (BUDGET, reached), (SPENT, shown))
    held = {area: cell(area, told, NARROW) for area, told in texts}
    assert len(level_rows(NARROW, held).ys) == rows


@pytest.mark.parametrize(("first", "rest", "whole"), [
    ("103,9", "8%", "103,98%"), ("100.", "42%", "100.42%"),
])  # fmt: skip
def test_a_decimal_broken_at_the_end_of_its_line_is_whole(
    first: str, rest: str, whole: str
) -> None:
    (one, other) = cell(BUDGET, ((first, 40), (rest, 50))).lines
    inner = Room(one.box.width + 2)
    assert text_of([one, other], Box(0, 0, inner.width + 8, 40), inner) == whole
    assert text_of([one, other], Box(0, 0, 90, 40), Room(82.0)) == f"{first} {rest}"
