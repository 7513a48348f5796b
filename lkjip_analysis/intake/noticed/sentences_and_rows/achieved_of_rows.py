"""What a row reached, told with a category as its achievement: "Capaian kinerja X sebesar 110
dengan kategori Sangat Baik", where X reached 110 of 102 and its row prints 107,84.

A category is of the achievement; a sentence without one may call so what was reached.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from lkjip_analysis.intake.document.blocks import Block
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.document.texts import name_pattern
from lkjip_analysis.intake.noticed.basis.row_mentions import NamedRows, RowCell, of_one_value
from lkjip_analysis.intake.noticed.sentences_and_rows.row_sentences import (
    AboutRow,
    about_rows,
    claim_of_cell,
)
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import persen
from lkjip_analysis.numbers.printed import Printed

SHOWN = r"(?:nilai\W+)?(?:pen)?capaian(?:\W+kinerja)?"
FILLED = (
    r"\W+(?:(?:pada|tahun|20\d\d|ini|adalah|yaitu|sebesar|mencapai|dengan|diperoleh|memperoleh|"
    r"mendapatkan|untuk|dari|indikator|per\w+)\W+)*"
)
ITS_SHOWN = rf"{SHOWN}{FILLED}{{name}}{FILLED}$", rf"{{name}}{FILLED}{SHOWN}{FILLED}$"
"""What says that the next figure is the achievement of a row."""
CLASSED = re.compile(
    r"\W*(?:persen\W+)?(?:(?:dengan|termasuk|dalam|dan|yang)\W+)*(?:kategori|predikat|kriteria)\b",
    re.IGNORECASE,
)
APART, NEAR = 1, Fraction(1, 20)
"""So many percent the two differ at least; so near its quotient is what a row calls achievement."""


def achieved_of_rows(
    blocks: Sequence[Block], named: NamedRows, year: int
) -> Iterator[ProposedClaim]:
    """The figures called achievements that are what the row reached, with its achievement."""
    for block, sentence in told_sentences(blocks):
        for said in about_rows(named, sentence):
            if cell := _achieved(said, year):
                yield claim_of_cell(block, sentence, said.figure, cell)


def _achieved(said: AboutRow, year: int) -> RowCell | None:
    """The one achievement of the row, where the figure is what it was reckoned from."""
    name = name_pattern(said.row[0].spot.called)
    told = any(re.search(way.format(name=name), said.before, re.IGNORECASE) for way in ITS_SHOWN)
    figure = said.figure.printed
    if not told or not CLASSED.match(said.behind) or not years_in(said.before) <= {year}:
        return None
    # The title may name another year, or both: a table is told by its figures.
    cells = [cell for cell in said.row if _is_of(cell, year)]
    kinds = ("target", "realisasi", "capaian")
    by_kind = [[cell for cell in cells if _kind(cell) == kind] for kind in kinds]
    found = of_one_value([kept[2] for kept in product(*by_kind) if _is_of_them(*kept)])
    every = [cell.spot for cell in said.row if _kind(cell) == "capaian"]
    reached = [cell.spot.value for cell in by_kind[1] if cell.spot.printed.core == figure.core]
    if found is None or not reached or _is_among(figure, every):
        return None
    return found if abs(found.spot.value - reached[0]) >= APART else None


def _is_among(figure: Printed, spots: Sequence[Spot]) -> bool:
    return any(figure.core == spot.printed.core or figure.value == spot.value for spot in spots)


def _is_of(cell: RowCell, year: int) -> bool:
    return years_in(cell.head) <= {year} and not cell.is_of_last_year


def _kind(cell: RowCell) -> str:
    """Whether its column is of a target, of what was reached or of the achievement."""
    told = re.findall(r"target|realisasi|capaian", cell.heading.casefold())
    return told[0] if len(set(told)) == 1 else ""


def _is_of_them(target: RowCell, got: RowCell, shown: RowCell) -> bool:
    """Do three figures of one table make a target, what was reached of it and the achievement?"""
    if len({cell.spot.table for cell in (target, got, shown)}) != 1 or target.spot.value <= 0:
        return False
    value = shown.spot.value
    return abs(Fraction(persen(got.spot.value, target.spot.value)) - value) <= abs(value) * NEAR
