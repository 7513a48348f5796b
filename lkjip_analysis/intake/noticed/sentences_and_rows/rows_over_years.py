"""Sentences that tell one row of a table in two years, and print one of the two wrongly.

"Prevalensi stunting turun dari 15,92 persen pada tahun 2023 menjadi 13,63 persen pada tahun 2024",
where the row so called prints 15,92 in the one year and 13,36 in the other. The row must be named
whole, and one of the two be what the row prints of its year: then the other is held to the same
measure in its own year, however much it differs. A sentence that begins "secara keseluruhan" is
about the total row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lkjip_analysis.intake.document.blocks import Block
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.noticed.basis.row_mentions import NamedRows, Row, RowCell
from lkjip_analysis.intake.noticed.sentences_and_rows.row_sentences import claim_of_cell
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.narrowed_rows import is_narrowed
from lkjip_analysis.intake.sentences.said.changes_between import CHANGED, is_pair, set_about
from lkjip_analysis.intake.sentences.said.said_changes import BECAME
from lkjip_analysis.intake.sentences.said.said_promises import is_promised
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.numbers.calendar_days import YEAR
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped

BEHIND = re.compile(r"\W*(?:(?:pada|di|untuk|tahun|poin)\W+){0,3}((?:19|20)\d\d)\b", re.IGNORECASE)
"""The year right behind a figure."""
AHEAD = re.compile(
    r"\b((?:19|20)\d\d)\W+(?:(?:yang|telah|sudah|hanya|mampu|baru|mencapai|sebesar|sebanyak|sejumlah|"
    r"adalah|yaitu|tercatat|terealisasi|senilai)\W+)+$",
    re.IGNORECASE,
)
"""The year right before a figure: "tahun 2022 mencapai"."""
TARGET = re.compile(r"\b(?:di)?target\w*|\brencana\w*", re.IGNORECASE)
LAST = re.compile(r"\btahun\s+(?:lalu|sebelumnya|kemarin)\b", re.IGNORECASE)
PART = re.compile(r"\b(?:triwulan|tw|semester|bulan|nasional)\b", re.IGNORECASE)
"""What is told of a part of the year, or of another place, is in another column."""
OVERALL = re.compile(r"\W*(?:\w{1,2}\s*[.)]\s*)?secara\s+(?:ke)?seluruh(?:an)?\b", re.IGNORECASE)
TOTAL_DIGITS = 4
"""A total that no name ties to its sentence is told by so many digits of one of its figures."""
DIGITS = 2
"""A figure of fewer digits stands in a cell by accident."""

Pair = tuple[SaidFigure, SaidFigure]
ByYear = dict[int, RowCell]


@dataclass(frozen=True)
class _Told:
    """Two figures of one thing, the earlier first, and the years that the sentence gives them."""

    pair: Pair
    years: tuple[int | None, int | None]


def rows_over_years(
    blocks: Sequence[Block], named: NamedRows, year: int
) -> Iterator[ProposedClaim]:
    """The figures of such pairs that their row prints otherwise, each with its cell."""
    for block, sentence in told_sentences(blocks):
        figures = figures_of(sentence)
        pairs = [] if PART.search(sentence) else list(_pairs(figures, sentence))
        rows = dict(named.subjects(sentence, figures)) if pairs else {}
        for told in pairs:
            row = rows.get(told.pair[0])
            found = _wrong(told, row, year) if row and rows.get(told.pair[1]) is row else None
            if not rows and OVERALL.match(sentence):
                found = _wrong_total(told, named.totals, year)
            if found:
                yield claim_of_cell(block, sentence, *found)


def _pairs(figures: Sequence[SaidFigure], sentence: str) -> Iterator[_Told]:
    """ "Dari A menjadi B", "A lalu turun menjadi B", "B, turun D dibandingkan A", and "tahun 2024
    mencapai B sedangkan tahun 2023 mencapai A"."""
    for one, other in pairwise(figures):
        became = BECAME.fullmatch(sentence, one.end, other.start)
        told = became and not CHANGED.search(one.led_by(sentence)) and one.kind == other.kind
        if (told or is_pair(one, other, sentence)) and not is_promised(sentence, other.start):
            yield _told((one, other), sentence, sentence[one.end : other.start])
    yield from _each_with_its_year(figures, sentence)
    for number, _ in enumerate(figures):
        if pair := set_about(figures, number, sentence):
            yield _told(pair, sentence, sentence[figures[number].end : pair[0].start])


def _each_with_its_year(figures: Sequence[SaidFigure], sentence: str) -> Iterator[_Told]:
    """ "Tahun 2024 mencapai B sedangkan tahun 2023 mencapai A": both of one kind, and none round,
    for a row prints 100 in many years."""
    if len(figures) != 2:
        return
    years = [AHEAD.search(sentence[: figure.start]) for figure in figures]
    if not (years[0] and years[1]) or TARGET.search(sentence):
        return
    if is_narrowed(sentence[figures[0].start : figures[1].start]):
        return  # "... dan populasi kambing tahun 2024 ..." is of something else
    told = sorted(zip((int(years[0][1]), int(years[1][1])), figures, strict=True), key=_first)
    (early, before), (late, now) = told
    telling = all(len(one.printed.core.rstrip("0.,")) > DIGITS for one in figures)
    if early < late and telling and before.kind == now.kind:
        yield _Told((before, now), (early, late))


def _first(told: tuple[int, SaidFigure]) -> int:
    return told[0]


def _told(pair: Pair, sentence: str, between: str) -> _Told:
    """With the years: of the earlier one those between the two, or what stands right behind."""
    first, last = (BEHIND.match(sentence, one.end) for one in pair)
    there = [int(year) for year in YEAR.findall(between)]
    early = int(first[1]) if first else there[0] if len(there) == 1 else None
    return _Told(pair, (early, int(last[1]) if last else None))


def _wrong(told: _Told, row: Row, year: int) -> tuple[SaidFigure, RowCell] | None:
    """The one of the two that is not what the row prints of its year, where the other is."""
    before, now = told.pair
    found: list[tuple[SaidFigure, RowCell]] = []
    for cells in measures_by_year(row, year):
        late = cells.get(told.years[1] or year)
        for early in _earlier(told, cells, year):
            if late is None or not (is_of(before, early) and is_of(now, late)):
                continue
            kept = before.agrees(early.spot.printed), now.agrees(late.spot.printed)
            if all(kept):
                return None
            if kept[0] and before.digits >= DIGITS:
                found.append((now, late))
            elif told.years[0] and kept[1] and now.digits >= DIGITS:
                found.append((before, early))
    values = {cell.spot.value for cell in row if "target" not in cell.head.casefold()}
    one = {(figure, cell.spot.value) for figure, cell in found if figure.value not in values}
    return found[0] if len(one) == 1 and len({f for f, _ in found}) == 1 else None


def _wrong_total(
    told: _Told, totals: Sequence[Row], year: int
) -> tuple[SaidFigure, RowCell] | None:
    """The same of the one total row of which the other figure is, where that has many digits."""
    if any(set(_values(told)) <= {cell.spot.value for cell in row} for row in totals):
        return None
    found = [one for row in totals if (one := _wrong(told, row, year))]
    if len({cell.spot.value for _, cell in found}) != 1 or len({f for f, _ in found}) != 1:
        return None
    (other,) = (figure for figure in told.pair if figure is not found[0][0])
    return found[0] if other.digits >= TOTAL_DIGITS else None


def _values(told: _Told) -> Iterator[Fraction]:
    return (figure.value for figure in told.pair)


def _earlier(told: _Told, cells: ByYear, year: int) -> list[RowCell]:
    """The cells that the earlier figure may be: of the year told, or of any year before."""
    if told.years[0]:
        return [cells[told.years[0]]] if told.years[0] in cells else []
    return [cell for at, cell in cells.items() if at < (told.years[1] or year)]


def measures_by_year(row: Row, year: int) -> Iterator[ByYear]:
    """The cells of each measure that a table prints of the row in several years."""
    for cells in grouped(((cell.spot.table, _measure(cell)), cell) for cell in row).values():
        by_year = {year_of(cell, year): cell for cell in cells}
        if len(by_year) == len(cells) > 1:
            yield by_year


def _measure(cell: RowCell) -> str:
    """What a column measures, whichever year it is of."""
    head = LAST.sub(" ", YEAR.sub(" ", cell.head)).casefold()
    words = [word for word in re.findall(r"[^\W\d_]+", head) if word not in ("tahun", "th", "n")]
    return " ".join(words)


def year_of(cell: RowCell, year: int) -> int:
    """The year that a cell is of, in a report of a year."""
    if cell.is_of_last_year and not years_in(cell.head):
        return year - 1
    return max(cell.years) if len(cell.years) == 1 else year


def is_of(figure: SaidFigure, cell: RowCell) -> bool:
    """Is a figure of the kind of a cell, as far as that is told?"""
    if figure.kind == "rupiah":
        return cell.spot.unit in ("", "rupiah") and not cell.is_share
    return (figure.kind == "persen") == cell.is_share or not (cell.spot.unit or cell.is_share)
