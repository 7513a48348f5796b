"""Cells of two rows that a missing line runs together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from lkjip_analysis.intake.document.printed_places import Box
from lkjip_analysis.intake.pdf.contents.ink import Ink, Letter
from lkjip_analysis.intake.pdf.lines_of_text import cells, lines
from lkjip_analysis.intake.pdf.lines_of_text.cells import slot_of
from lkjip_analysis.intake.pdf.lines_of_text.lines import Inside, Line, lines_of
from lkjip_analysis.intake.pdf.ruled.lattice import Area, Lattice
from lkjip_analysis.intake.pdf.ruled.level_rows import level_rows
from lkjip_analysis.intake.pdf.ruled.listed_rows import listed_rows
from lkjip_analysis.intake.pdf.ruled.undrawn_row_lines import parted

NAME, FIGURE, SHARE = Area(0, 2, 0, 1), Area(0, 2, 1, 2), Area(0, 1, 2, 3)


def printed(text: str, x: float, y: float) -> Iterator[Letter]:
    for i, letter in enumerate(text):
        left = x + 5 * i
        yield Letter(letter, Box(left, y, left + 5, y + 8), y + 8, 8)


def lattice() -> Lattice:
    areas = (NAME, FIGURE, SHARE, Area(1, 2, 2, 3))
    return Lattice((0, 100, 200, 300), (0, 20, 40), areas)


def test_figures_of_each_row_in_one_cell_part_it_and_the_names_beside_it() -> None:
    held = {NAME: [*printed("Gaji", 10, 5), *printed("Modal", 10, 25)],
            FIGURE: [*printed("1.250", 110, 5), *printed("3.400", 110, 25)]}  # fmt: skip
    areas = parted(lattice(), held).areas
    assert Area(0, 1, 0, 1) in areas and Area(1, 2, 1, 2) in areas
    assert not {NAME, FIGURE} & set(areas)


def test_a_name_over_two_rows_and_a_figure_in_the_middle_stay_as_they_are() -> None:
    held = {NAME: [*printed("Sasaran", 10, 12)], FIGURE: [*printed("1.250", 110, 12)]}
    assert parted(lattice(), held) == lattice()
    both = {**held, FIGURE: [*printed("1.250", 110, 5), *printed("3.400", 110, 25)]}
    assert NAME in parted(lattice(), both).areas


def test_words_of_two_lines_part_nothing() -> None:
    held = {FIGURE: [*printed("Belum", 110, 5), *printed("diukur", 110, 25)]}
    assert parted(lattice(), held) == lattice()


def test_lines_of_a_cell_are_made_out_once_however_many_steps_ask(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = list[str]()

    def counted(letters: Sequence[Letter]) -> list[Line]:
        asked.append("".join(letter.text for letter in letters))
        return lines_of(letters)

    monkeypatch.setattr(lines, "lines_of", counted)
    monkeypatch.setattr(cells, "lines_of", counted)
    held = {FIGURE: Inside(printed("1.250", 110, 5)), SHARE: Inside(printed("7", 210, 5))}
    assert level_rows(listed_rows(lattice(), held), held) == lattice()
    ink = Ink(1, 300, 40, (), (), ())
    read = [slot_of(inside, Box(0, 0, 100, 20), ink).text for inside in held.values()]
    assert read == ["1.250", "7"] and sorted(asked) == ["1.250", "7"]
