"""A budget and what was spent of it in a sentence, as the sums of the same rows of a table.

"Program ini dengan anggaran Rp A terealisasi Rp B", where A is to the rupiah the sum of activities
that follow one another: B must be what these spent, and where B is, A must be their budget.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lkjip_analysis.intake.noticed.basis.seen import Seen
from lkjip_analysis.intake.noticed.within_sentences.sentences_against_themselves import Writer
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, ProposedTable, accused_figures
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.runs import Figures

BUDGET = re.compile(r"\b(?:pagu|anggaran|alokasi)\b(?!.*realisasi)[^.;]{0,60}$", re.IGNORECASE)
SPENT = re.compile(
    r"[^.;\d]{0,60}\b(?:realisasi\w*|terealisasi|direalisasikan|terserap|penyerapan\w*)\b[^.;\d]{0,40}",
    re.IGNORECASE,
)
"""What stands before a budget, and between it and what was spent of it."""
OF_BUDGET, OF_SPENT = re.compile(r"pagu|anggaran", re.I), re.compile(r"realisasi", re.I)
LARGE = 1_000_000
"""Of smaller amounts some run of rows has the sum by accident."""
MOST_ROWS = 400
"""All runs of a table are summed; one of more rows is no list of programmes and activities."""
Wrong = tuple[SaidFigure, Sequence[Spot]]
"""A figure of a sentence, and the cells that it should be the sum of."""


@dataclass(frozen=True)
class Spending:
    """The budgets of a table's rows, and what they spent."""

    budget: Sequence[Spot]
    spent: Sequence[Spot]
    budgets: Figures
    spendings: Figures


def amounts_of_runs(seen: Seen) -> Iterator[ProposedClaim]:
    """The amounts of sentences that are not those of the rows which the amount beside them sums."""
    accused = accused_figures(seen.claims)
    lists = spendings(seen.tables, seen.spots)
    count = 0
    for block, sentence in told_sentences(seen.blocks if lists else ()):
        for figure, parts in _wrong(lists, sentence):
            if block.of(figure.text) not in accused:
                count += 1
                yield claim_of_sum(Writer(block, sentence, f"rincian_{count}"), figure, parts)


def spendings(tables: Sequence[ProposedTable], spots: Sequence[Spot]) -> list[Spending]:
    """The tables with one column of amounts spent, beside each of their columns of budgets."""
    columns = grouped((spot.of_column, spot) for spot in spots if not spot.is_total)
    found = []
    for table in tables:
        heads = dict(zip(table.columns, table.heads, strict=True))
        own = [name for name in heads if (table.name, name) in columns and "%" not in heads[name]]
        spent = [n for n in own if OF_SPENT.search(f"{n} {heads[n]}") and _is_money(table, n)]
        if len(spent) != 1:
            continue
        for name in own:
            if name not in spent and OF_BUDGET.search(f"{name} {heads[name]}"):
                pair = columns[table.name, name], columns[table.name, spent[0]]
                found += [_spending(*pair)] if _is_whole(*pair, len(table.rows)) else []
    return found


def _is_money(table: ProposedTable, name: str) -> bool:
    return "fisik" not in f"{name} {table.head(name)}".casefold()


def _is_whole(budget: Sequence[Spot], spent: Sequence[Spot], rows: int) -> bool:
    """Does each row print both, which are amounts?"""
    large = all(max(column, key=lambda s: s.value).value >= LARGE for column in (budget, spent))
    return [s.key for s in budget] == [s.key for s in spent] and 1 < rows <= MOST_ROWS and large


def _spending(budget: Sequence[Spot], spent: Sequence[Spot]) -> Spending:
    return Spending(
        budget, spent, Figures([s.value for s in budget]), Figures([s.value for s in spent])
    )


def _wrong(lists: Sequence[Spending], sentence: str) -> list[Wrong]:
    """The figure of each pair of amounts that does not belong to the rows of the other."""
    found = list[Wrong]()
    for one, other in spent_of(sentence):
        told = [wrong for held in lists if (wrong := _of(held, one, other)) is not None]
        meant = {(figure, sum(spot.value for spot in parts)) for figure, parts in told}
        found += told[:1] if len(meant) == 1 and told[0][1] else []
    return found


def spent_of(sentence: str) -> Iterator[tuple[SaidFigure, SaidFigure]]:
    """Each budget of a sentence, with what it says was spent of it."""
    figures = [figure for figure in figures_of(sentence) if figure.kind == "rupiah"]
    for one, other in pairwise(figures):
        between = sentence[one.end : other.start]
        if BUDGET.search(sentence[: one.start]) and SPENT.fullmatch(between):
            yield one, other


def _of(held: Spending, budget: SaidFigure, spent: SaidFigure) -> Wrong | None:
    """The amount that is not that of the rows; with no rows where both are; else nothing."""
    for shown, other, figures, others, cells in (
        (budget, spent, held.budgets, held.spendings, held.spent),
        (spent, budget, held.spendings, held.budgets, held.budget),
    ):
        run = figures.run(shown.value) if shown.value >= LARGE else None
        if run and run[1] - run[0] > 1:
            right = others.sum(run) == other.value
            return other, () if right else cells[run[0] : run[1]]
    return None


def claim_of_sum(writer: Writer, figure: SaidFigure, parts: Sequence[Spot]) -> ProposedClaim:
    """The claim that a figure is the sum of some cells of a table."""
    label = parts[0].label
    why = worded("kalimat menjumlahkan {count} baris {label}", count=len(parts), label=label)
    sel = "bagian=" + " + ".join(spot.address for spot in parts)
    return writer.held(writer.figure(writer.name, figure, why), "jumlah", sel, why)
