"""The physical progress that a sentence tells beside a budget and what was spent of it.

"Anggaran Rp A, realisasi Rp B atau p % dengan realisasi fisik f %": where A is the sum of
activities that follow one another, f is their mean, plain or weighted by their budgets. Another
figure is told where a slip of the fingers explains it, or where the other sentences keep that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.noticed.basis.seen import Seen
from lkjip_analysis.intake.noticed.sentences_and_rows.amounts_of_runs import (
    Spending,
    spendings,
    spent_of,
)
from lkjip_analysis.intake.noticed.within_sentences.sentences_against_themselves import Writer
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, ProposedTable, accused_figures
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.slips import is_slip

PHYSICAL = re.compile(r"\bfisik\b[^.;\d]{0,40}$", re.IGNORECASE)
TELLING = 1_000_000
"""A budget of less stands for many activities by accident."""
MANY = 2
"""Where so many sentences keep it, and not more break it, it is what the document means."""


@dataclass(frozen=True)
class _Told:
    """A figure of a sentence, the progress of the activities it is of, and their budgets."""

    block: Paragraph
    sentence: str
    figure: SaidFigure
    progress: Sequence[Spot]
    budgets: Sequence[Spot]

    @property
    def weighted(self) -> Fraction:
        whole = sum((spot.value for spot in self.budgets), Fraction(0))
        pairs = zip(self.progress, self.budgets, strict=True)
        return sum((one.value * of.value for one, of in pairs), Fraction(0)) / whole

    @property
    def plain(self) -> Fraction:
        return sum((spot.value for spot in self.progress), Fraction(0)) / len(self.progress)

    def keeps(self, mean: Fraction) -> bool:
        return abs(mean - self.figure.value) <= self.figure.printed.step

    @property
    def holds(self) -> bool:
        return self.keeps(self.weighted) or self.keeps(self.plain)

    @property
    def is_slipped(self) -> bool:
        return any(is_slip(self.figure.printed, told) for told in (self.weighted, self.plain))


def physical_progress(seen: Seen) -> Iterator[ProposedClaim]:
    """The progress that sentences tell otherwise than the activities that they sum."""
    accused = accused_figures(seen.claims)
    works = list(_works(seen.tables, seen.spots))
    places = told_sentences(seen.blocks if works else ())
    told = [one for place in places for one in _of(works, *place)]
    holding = sum(one.holds for one in told)
    usual = holding >= MANY and holding >= len(told) - holding
    plainly = sum(one.keeps(one.plain) for one in told)
    is_plain = plainly > sum(one.keeps(one.weighted) for one in told)
    for count, one in enumerate((one for one in told if not one.holds), 1):
        if (usual or one.is_slipped) and one.block.of(one.figure.text) not in accused:
            yield _claim(one, f"fisik_{count}", is_plain)


def _works(
    tables: Sequence[ProposedTable], spots: Sequence[Spot]
) -> Iterator[tuple[Spending, Sequence[Spot]]]:
    """The tables of budgets and spendings with one column of physical progress in each row."""
    columns = grouped((spot.of_column, spot) for spot in spots if not spot.is_total)
    named = {table.name: table for table in tables}
    for held in spendings(tables, spots):
        table = named[held.budget[0].table]
        heads = zip(table.columns, table.heads, strict=True)
        own = [columns.get((table.name, n), ()) for n, head in heads if "fisik" in head.casefold()]
        if len(own) == 1 and [s.key for s in own[0]] == [s.key for s in held.budget]:
            yield held, own[0]


def _of(
    works: Sequence[tuple[Spending, Sequence[Spot]]], block: Paragraph, sentence: str
) -> Iterator[_Told]:
    """The progress told behind each budget that is the sum of activities, or that of one which
    spent as much."""
    figures = figures_of(sentence)
    for budget, spent in spent_of(sentence):
        shown = _shown(figures, spent, sentence)
        for held, progress in works if shown and budget.value >= TELLING else ():
            run = held.budgets.run(budget.value)
            if run is None or shown is None:
                continue
            (first, end), total = run, held.spendings.sum(run)
            if end - first > 1 or total == spent.value or is_slip(spent.printed, total):
                yield _Told(block, sentence, shown, progress[first:end], held.budget[first:end])
                break


def _shown(figures: Sequence[SaidFigure], spent: SaidFigure, sentence: str) -> SaidFigure | None:
    """The percentage behind what was spent that is called physical, before any other amount."""
    end = spent.end
    for figure in (f for f in figures if f.start >= spent.end):
        if figure.kind != "persen":
            return None
        if PHYSICAL.search(sentence[end : figure.start]):
            return figure
        end = figure.end
    return None


def _claim(told: _Told, name: str, is_plain: bool) -> ProposedClaim:
    """Held to the mean that a slip explains, else to the plain one if the document tells that."""
    label, count = told.progress[0].label, len(told.progress)
    why = worded("realisasi fisik {count} baris {label}", count=count, label=label)
    cells = " + ".join(spot.address for spot in told.progress)
    weights = " + ".join(str(int(spot.value)) for spot in told.budgets)
    writer = Writer(told.block, told.sentence, name)
    rule, sel = "rata_tertimbang", f"bagian={cells}; bobot={weights}"
    if count == 1:
        rule, sel = "sama", f"sumber={cells}"
    elif is_slip(told.figure.printed, told.plain) if told.is_slipped else is_plain:
        rule, sel = "rerata", f"bagian={cells}"
    return writer.held(writer.figure(name, told.figure, why), rule, sel, why)
