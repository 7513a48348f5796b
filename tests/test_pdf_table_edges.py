"""What a page break and the foot of a page leave at the edges of a table."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.pdf.contents.ink import Stroke
from lkjip_analysis.intake.pdf.pages.cut_cells_above import with_rests_above
from lkjip_analysis.intake.pdf.ruled.drawn_lines import Rules
from lkjip_analysis.intake.pdf.ruled.lattice import lattice_of
from lkjip_analysis.intake.pdf.ruled.page_number_beside import columns_of_table

HEAD = ("No", "Sasaran", "Indikator", "Capaian")


def rows(*texts: Sequence[str]) -> tuple[tuple[Slot, ...], ...]:
    return tuple(tuple(Slot(text) for text in row) for row in texts)


def texts(part: Sequence[Sequence[Slot]]) -> list[list[str]]:
    return [[slot.text for slot in row] for row in part]


def test_a_page_number_tied_to_a_table_by_the_line_of_the_foot_is_no_column() -> None:
    table = rows(("No", "Nilai", "", ""), ("1", "96,72", "", ""), ("", "", "", "46"))
    assert columns_of_table(table) == 2
    assert columns_of_table(table[:2]) == 4  # empty columns of a form stay
    assert columns_of_table(rows(("No", "Nilai", ""), ("1", "9", ""), ("", "", "lampiran"))) == 3


def test_the_rest_of_a_merged_cell_below_a_repeated_heading_goes_to_its_row() -> None:
    known = rows(HEAD, ("1", "Meningkatnya pelayanan moda", "Keikutsertaan", "106,66"))
    head = ("No", "Sasaran transportasi umum", "Indikator", "Capaian")
    first = rows(head, ("", "", "Kepemilikan", "149,64"))
    cut = (first[0], (first[1][0], Slot("", above=True), *first[1][2:]))
    before, after = with_rests_above(known, cut)
    assert texts(before)[1][1] == "Meningkatnya pelayanan moda transportasi umum"
    assert texts(after) == [list(HEAD), ["", "", "Kepemilikan", "149,64"]]


def test_another_heading_is_left_as_it_is() -> None:
    known = rows(HEAD, ("1", "Pelayanan", "Keikutsertaan", "106,66"))
    other = rows(("No", "Sasaran lain", "Satuan", "Target"), ("1", "a", "b", "2"))
    assert with_rests_above(known, other) == (known, other)
    parted = rows(("No", "Sasaran umum", "Indikator", "Capaian"), ("1", "a", "b", "2"))
    assert with_rests_above(known, parted) == (known, parted)  # a line parts the two


def slanted(across: bool, start: float, end: float, *at: float) -> list[Stroke]:
    """The pieces of one rule of a scan that lies askew, each a little further than the last."""
    step = (end - start) / len(at)
    pieces = enumerate(at)
    return [Stroke(across, y, start + i * step, start + (i + 1) * step) for i, y in pieces]


def test_a_rule_whose_pieces_drift_apart_is_one_line_of_its_table() -> None:
    """Seven pieces 2 points apart: the outer ones lie 6 points from their middle."""
    drifting = (100.0, 102.0, 104.0, 106.0, 108.0, 110.0, 112.0)
    down = [Stroke(False, x, 0.0, 200.0) for x in (10.0, 300.0)]
    middle = slanted(False, 0.0, 200.0, *drifting)
    across = [Stroke(True, y, 10.0, 300.0) for y in (0.0, 200.0)]
    floor = slanted(True, 10.0, 300.0, *drifting)
    lattice = lattice_of(Rules((*across, *floor), (*down, *middle)))
    assert lattice is not None
    assert (lattice.xs, lattice.ys) == ((10.0, 106.0, 300.0), (0.0, 106.0, 200.0))
    assert len(lattice.areas) == 4
