"""Rows named one after another with what they come to: "Program A, Program B dan Program C
memperoleh anggaran sebesar Rp N".

Said is only what one slip of the fingers in N explains, where the columns that the words may mean
come to one other sum, and nothing but these rows stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lkjip_analysis.intake.document.blocks import Block
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.noticed.basis.row_as_subject import begins_a_clause
from lkjip_analysis.intake.noticed.basis.row_mentions import EACH, Mention, NamedRows
from lkjip_analysis.intake.noticed.sentences_and_rows.amounts_of_runs import claim_of_sum
from lkjip_analysis.intake.noticed.sentences_and_rows.row_sentences import suits
from lkjip_analysis.intake.noticed.sentences_and_rows.rows_over_years import is_of
from lkjip_analysis.intake.noticed.sentences_and_rows.turned_digits import held_together
from lkjip_analysis.intake.noticed.within_sentences.sentences_against_themselves import Writer
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, accused_figures
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.slips import is_slip

JOINED = re.compile(
    r"\W*(?:(?:dan|serta|juga|ditambah|program|(?:sub\s*)?kegiatan|indikator)\W+)*", re.IGNORECASE
)
"""What stands between the names of rows that are taken together."""
LEADS = re.compile(
    r"\W*(?:(?:ini|tersebut|pada|tahun|20\d\d|telah|sudah|yang|memperoleh|mendapat(?:kan)?|alokasi|"
    r"dialokasikan|dianggarkan|anggaran(?:nya)?|pagu(?:nya)?|dana|dengan|menyerap|terserap|"
    r"terealisasi|realisasi(?:nya)?|direalisasikan|menghabiskan|mencapai|berjumlah|jumlah|total|"
    r"secara|keseluruhan|seluruh(?:nya)?|bersama|sama|ketiga|kedua|keempat|semua|sebanyak|melayani|"
    r"sebesar|sejumlah|senilai|adalah|yaitu|anggarannya)\W+)*",
    re.IGNORECASE,
)
"""What stands between the last name and what they come to."""
OTHER = re.compile(
    r"\b(?:masing|antara\s+lain|di\s*antara\w*|misalnya|kecuali|selain|di\s+luar|rata|triwulan|semester|"
    r"bulan|lalu|sebelum\w*|perubahan|semula|sisa|selisih|sebagian|dll|lainnya|sampai|s\.?d)\b",
    re.IGNORECASE,
)


def sums_of_named_rows(
    blocks: Sequence[Block], named: NamedRows, claims: Sequence[ProposedClaim], year: int
) -> Iterator[ProposedClaim]:
    """The sums that are a slip away from what the rows named before them come to."""
    accused = accused_figures(claims)
    count = 0
    for block, sentence in told_sentences(blocks):
        found = _summed(named, sentence)  # first: few sentences name two rows
        if found is None or block.of(found[0].text) in accused:
            continue
        if OTHER.search(sentence) or EACH.search(sentence) or not years_in(sentence) <= {year}:
            continue
        parts = _meant(*found, sentence)
        if parts:
            count += 1
            yield claim_of_sum(Writer(block, sentence, f"gabungan_{count}"), found[0], parts)


def _summed(named: NamedRows, sentence: str) -> tuple[SaidFigure, Sequence[Mention]] | None:
    """The first figure of a sentence and the rows named before it, if these are two or more that
    stand together, and it is told of them."""
    names = named.names(sentence)
    figures = figures_of(sentence) if len(names) > 1 else ()
    if not figures or not begins_a_clause(sentence, names[0].start):
        return None
    figure = figures[0]
    told = [name for name in names if name.end <= figure.start]
    joined = all(JOINED.fullmatch(sentence, a.end, b.start) for a, b in pairwise(told))
    alone = len(told) == len({id(name.row) for name in told}) > 1
    leads = alone and joined and LEADS.fullmatch(sentence, told[-1].end, figure.start)
    return (figure, told) if leads else None


def _meant(figure: SaidFigure, names: Sequence[Mention], sentence: str) -> Sequence[Spot] | None:
    """The cells that the figure should be the sum of; nothing where it is one that they make."""
    before = sentence[names[-1].end : figure.start]
    cells = [
        (cell.spot.of_column, cell)
        for name in names
        for cell in name.row
        if is_of(figure, cell) and not cell.spot.is_share
    ]
    columns = [held for held in grouped(cells).values() if len(held) == len(names)]
    sums = {id(held): sum((c.spot.value for c in held), Fraction(0)) for held in columns}
    near = [
        held
        for held in columns
        if suits(before, held[0]) and is_slip(figure.printed, sums[id(held)])
    ]
    known = figure.value in sums.values() or any(c.spot.value == figure.value for _, c in cells)
    if known or len({sums[id(held)] for held in near}) != 1 or figure in held_together(sentence):
        return None
    return [cell.spot for cell in near[0]]
