"""Sentences that name one row of a table and print one of its figures with a slip of the fingers.

"Desa siaga aktif mencapai 57 desa, dengan capaian 90,36 persen", where the row so called prints 75
and 90,36. The name must stand there whole, the figure in no table, and nothing else in the sentence
and the row may come to it. The shorter a figure, the more must say that this cell is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.document.texts import words
from lkjip_analysis.intake.noticed.basis.held_to_cell import held_to_cell
from lkjip_analysis.intake.noticed.basis.row_mentions import NamedRows, Row, RowCell, of_one_value
from lkjip_analysis.intake.noticed.basis.seen import Seen
from lkjip_analysis.intake.noticed.sentences_and_rows.named_otherwise import named_otherwise
from lkjip_analysis.intake.noticed.sentences_and_rows.told_ranks import (
    Columns,
    Rank,
    holder,
    names_just_before,
    told_rank,
)
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, accused_figures
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.narrowed_rows import TELLING as WHOLE
from lkjip_analysis.intake.sentences.narrowed_rows import narrows
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.slips import is_slip

LONG, TELLING = 6, 3
"""So many digits say by themselves which cell is meant; of fewer than three, all else must."""
TARGET = re.compile(r"\b(?:di)?target\w*\b|\bpagu\b|\banggaran\b", re.IGNORECASE)
REACHED = re.compile(
    r"\b(?:realisasi\w*|terealisasi|direalisasikan|mencapai|tercapai|capaian\w*|terserap)\b", re.I
)


@dataclass(frozen=True)
class AboutRow:
    """A figure of a sentence that is about a row, and the others that are about it too."""

    figure: SaidFigure
    row: Row
    fellows: tuple[SaidFigure, ...]
    before: str
    behind: str
    since: str = ""
    """The sentence up to the figure."""


def row_sentences(seen: Seen) -> Iterator[ProposedClaim]:
    """The figures of sentences that are a slip away from the cell of the row that is named."""
    accused = accused_figures(seen.claims)
    printed = {(spot.is_share, spot.value) for spot in seen.spots}
    columns = Columns(seen.spots, seen.levels)
    for block, sentence in told_sentences(seen.blocks):
        for said in about_rows(seen.named, sentence):
            place = block.of(said.figure.text)
            known = (said.figure.kind == "persen", said.figure.value) in printed
            if place in accused:
                continue
            if known and (other := _misnamed(said, columns)):
                yield named_otherwise((block, sentence), *other)
            elif not known and (meant := _meant(said, seen.tahun, columns)):
                yield claim_of_cell(block, sentence, said.figure, meant)


def about_rows(named: NamedRows, sentence: str, rounded: bool = False) -> Iterator[AboutRow]:
    """The figures of a sentence that are about one row each; `rounded`: amounts in millions too."""
    figures = figures_of(sentence, rounded)
    told = list(named.subjects(sentence, figures)) if figures else []
    for figure, row in told:
        fellows = tuple(f for f, other in told if other is row and f is not figure)
        number = figures.index(figure)
        start = figures[number - 1].end if number else 0
        end = sentence.index(figure.text, figure.start) + len(figure.text)
        since = sentence[: figure.start]
        yield AboutRow(figure, row, fellows, since[start:], sentence[end:], since)


def _meant(said: AboutRow, year: int, columns: Columns) -> RowCell | None:
    """The one cell of the row that the figure is a slip away from, where nothing else fits."""
    if _follows(said) or _is_of_a_part(said):
        return None
    near = [cell for cell in said.row if _is_near(said, cell, year)]
    rank = told_rank(said.before)
    ranked = [cell for cell in near if rank and holder(rank, cell, columns) == cell.spot.value]
    return of_one_value(ranked or [cell for cell in near if _is_told(said, cell)])


def _is_of_a_part(said: AboutRow) -> bool:
    """Do the words tell a figure of few digits of a part of what the row is called?"""
    core = "".join(filter(str.isdigit, said.figure.printed.core))
    return len(core.strip("0")) < WHOLE and narrows(said.since, said.row[0].spot.called)


def _misnamed(said: AboutRow, columns: Columns) -> tuple[Spot, Spot, Rank, Sequence[Spot]] | None:
    """The cell of the row called the highest, and that of another one, whose the figure is and
    which is so; the figures among which, where the column holds others too."""
    rank, called = told_rank(said.before), said.row[0].spot.called
    own = {cell.spot.value for cell in said.row}
    if rank is None or said.figure.value in own or not names_just_before(said.before, called):
        return None
    share = said.figure.kind == "persen"
    found = of_one_value(
        [
            cell
            for cell in said.row
            if cell.spot.is_share == share and holder(rank, cell, columns) == said.figure.value
        ]
    )
    if found is None:
        return None
    right = replace(found.spot, printed=said.figure.printed)
    return found.spot, right, rank, columns.among(found.spot)


def _is_near(said: AboutRow, cell: RowCell, year: int) -> bool:
    """One slip away, of the same kind and year, and told by no other figure of the sentence?"""
    figure, spot = said.figure, cell.spot
    share = spot.is_share or (not spot.unit and "%" in cell.head)
    same_kind = (figure.kind == "persen") == share if spot.unit or share else True
    money = figure.kind == "rupiah" and spot.unit not in ("", "rupiah")
    told = any(f.value == spot.value for f in said.fellows)
    alike = same_kind and not money and not told and is_of_year(said, cell, year)
    return alike and suits(said.before, cell) and is_slip(figure.printed, spot.value)


def is_of_year(said: AboutRow, cell: RowCell, year: int) -> bool:
    """Is the column of the year that the words around the figure tell, or of the report's?"""
    behind = re.match(r"\W*(?:[^\W\d]+\W+){0,3}(?:19|20)\d\d\b", said.behind)
    told = years_in(said.before) | years_in(behind[0] if behind else "")
    past = bool(re.search(r"sebelumnya|tahun lalu|semula", said.before, re.IGNORECASE))
    shown = cell.years
    if cell.is_of_last_year:
        shown = shown or frozenset((year - 1,))
    return not past and shown <= {year} and told <= {year}


def suits(before: str, cell: RowCell) -> bool:
    """Do the words before a figure speak of its column, not of the target beside it?"""
    heads = r"target|pagu|anggaran|(?:^|[ _])t(?:$|[ _])"
    is_target = bool(re.search(heads, cell.heading.casefold()))
    last = [m.end() if m else -1 for m in (_last(TARGET, before), _last(REACHED, before))]
    return (last[0] > last[1]) == is_target if max(last) >= 0 else True


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(pattern.finditer(text))), None)


def _is_told(said: AboutRow, cell: RowCell) -> bool:
    """Do its digits, the words behind it or another figure of the row say which cell is meant?"""
    share = said.figure.kind == "persen"
    beside = [c.spot.value for c in said.row if c.spot.table == cell.spot.table and c is not cell]
    anchored = any(
        f.value in beside and (share or sum(map(str.isdigit, f.text)) >= TELLING)
        for f in said.fellows
    )
    units = " ".join(c.spot.unit for c in said.row)
    there = words(f"{cell.head} {cell.title} {cell.spot.called} {units}")
    named = bool(words(" ".join(said.behind.split()[:2])) & there)
    if said.figure.digits >= LONG:
        return True
    if said.figure.digits < TELLING or share:
        return anchored and (named or share)
    return anchored or named


def _follows(said: AboutRow) -> bool:
    """Does the figure follow from two others of the sentence and the row?"""
    slack = said.figure.printed.step
    values = {f.value for f in said.fellows} | {cell.spot.value for cell in said.row}
    return any(
        abs(result - said.figure.value) <= slack
        for a, b in permutations(values, 2)
        for result in _results(a, b)
    )


def _results(one: Fraction, other: Fraction) -> Iterator[Fraction]:
    yield from (one + other, one - other)
    if other:
        yield from (one / other * 100, (one - other) / other * 100)


def claim_of_cell(
    block: Paragraph, sentence: str, figure: SaidFigure, cell: RowCell
) -> ProposedClaim:
    spot = cell.spot
    about = f"{spot.label}: {spot.name} - {cell.head or spot.column.judul}"
    name = f"baris_{spot.key}_{spot.column.name}"
    why = worded("kalimat menyebut barisnya dan mengulang {told}", told=about)
    return held_to_cell((block, sentence), figure, spot, name, (about, why))
