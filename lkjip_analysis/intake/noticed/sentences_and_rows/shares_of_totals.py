"""Shares of a total that a sentence leaves to its table: "Rp A atau p persen dari total anggaran".

The amount must be the figure of a row, or the sum of two, in columns that all have one total; or a
row is named, and what is said to be shared heads one of its columns ("Program X dengan porsi p
persen dari total anggaran"). Only a slip of the fingers in the share is said, where no column makes
it true.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.document.texts import plain_words
from lkjip_analysis.intake.noticed.basis.held_to_cell import held_to_rule
from lkjip_analysis.intake.noticed.basis.row_mentions import NamedRows
from lkjip_analysis.intake.noticed.basis.seen import Seen
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, accused_figures
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said_figures import OR, SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.metrics import persen
from lkjip_analysis.numbers.slips import is_slip

WHOLE = re.compile(
    r"\)?\s*dari\s+(?:total|seluruh|keseluruhan|jumlah)\b(?:\s+(?P<what>[^\W\d]+))?", re.IGNORECASE
)
OTHER = re.compile(
    r"\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|kenaikan|penurunan|peningkatan|target\w*|"
    r"capaian\w*|tercapai|serapan|realisasi\w*|terealisasi|terserap|sisa)\b",
    re.IGNORECASE,
)
"""A share that is told of something else than the total of the table."""
SHORTEST = 5
"""Letters of the name of a row that a sentence may write small."""
DIGITS = 3
"""An amount of fewer digits stands in many columns by accident."""


@dataclass(frozen=True)
class _Column:
    """The rows of a column and its only total."""

    rows: tuple[Spot, ...]
    total: Spot

    def holds(self, amount: SaidFigure) -> bool:
        """Does a row print the amount, or do two add up to it?"""
        if self.total.unit and (amount.kind == "rupiah") != (self.total.unit == "rupiah"):
            return False
        values = [spot.value for spot in self.rows]
        return amount.value in values or any(
            a + b == amount.value for a, b in combinations(values, 2)
        )


def shares_of_totals(seen: Seen, claims: Iterable[ProposedClaim]) -> Iterator[ProposedClaim]:
    """The shares that are a slip away from what their row makes of its column's total; one that
    another of the claims is about is told already."""
    accused = accused_figures(claims)
    columns = _columns(seen.spots)
    totals = {column.total.of_column: column.total for column in columns}
    wholes = grouped((s.part, s.value) for s in seen.spots if not s.is_share and s.value > 0)
    for block, sentence in told_sentences(seen.blocks):
        for amount, share in _shares(sentence):
            place = block.of(share.text)
            is_told = WHOLE.match(sentence, share.end) is not None
            if place in accused or not (is_told or _is_of_a_cell(amount, sentence, seen)):
                continue
            found = _wrong(amount, share, columns)
            if found and (is_told or not _is_of_another(amount, share, wholes[found.total.part])):
                yield from _claims(block, sentence, amount, share, found)
        if WHOLE.search(sentence) and years_in(sentence) <= {seen.tahun}:
            for share, cell, total in _of_named_rows(sentence, seen.named, totals, seen.tahun):
                if block.of(share.text) not in accused:
                    yield _named_claim((block, sentence), share, cell, total)


def _columns(spots: Sequence[Spot]) -> list[_Column]:
    """The columns with one total."""
    held: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for spot in spots:
        if not spot.is_claim and not spot.is_share:
            held[spot.of_column].append(spot)
    made = []
    for column in held.values():
        totals = [spot for spot in column if spot.is_total]
        if len(totals) == 1 and totals[0].value > 0:
            made.append(_Column(tuple(s for s in column if not s.is_total), totals[0]))
    return made


def _of_named_rows(
    sentence: str, named: NamedRows, totals: Mapping[tuple[str, str], Spot], year: int
) -> Iterator[tuple[SaidFigure, Spot, Spot]]:
    """The shares of a named row that are a slip away from what its figure makes of the total."""
    figures = figures_of(sentence)
    alone = {share for share in figures if share.kind == "persen"}
    alone -= {share for _, share in _shares(sentence)}
    for share, row in named.subjects(sentence, figures):
        whole = WHOLE.match(sentence, share.end)
        if share not in alone or not whole or not whole["what"]:
            continue
        told = [
            (cell.spot, total)
            for cell in row
            if (total := totals.get(cell.spot.of_column))
            and whole["what"].casefold() in plain_words(f"{cell.head} {cell.title}").split()
            and cell.years <= {year}
        ]
        shares = [(Fraction(persen(cell.value, total.value)), cell, total) for cell, total in told]
        if any(abs(value - share.value) <= share.printed.step for value, _, _ in shares):
            continue
        slipped = [one for one in shares if one[0] and is_slip(share.printed, one[0])]
        if len({value for value, _, _ in slipped}) == 1:
            yield share, *slipped[0][1:]


def _shares(sentence: str) -> Iterator[tuple[SaidFigure, SaidFigure]]:
    for amount, share in pairwise(figures_of(sentence)):
        told = OR.fullmatch(sentence[amount.end : share.start])
        if share.kind == "persen" != amount.kind and told:
            yield amount, share


def _is_of_a_cell(amount: SaidFigure, sentence: str, seen: Seen) -> bool:
    """Is an amount that of the row that its sentence names, of this year?"""
    if years_in(sentence) - {seen.tahun} or OTHER.search(sentence):
        return False
    told = f" {plain_words(sentence)} "
    names = {plain_words(s.called) for s in seen.spots if s.value == amount.value}
    return any(f" {name} " in told for name in names if len(name) >= SHORTEST)


def _is_of_another(amount: SaidFigure, share: SaidFigure, wholes: Sequence[Fraction]) -> bool:
    """Is the share that of the amount in another figure of the section?"""
    return any(
        abs(Fraction(persen(amount.value, whole)) - share.value) <= share.printed.step
        for whole in wholes
    )


def _wrong(amount: SaidFigure, share: SaidFigure, columns: Sequence[_Column]) -> _Column | None:
    """The column of whose total the share should be; nothing where it may be right."""
    if sum(map(str.isdigit, amount.text)) < DIGITS:
        return None
    found = [column for column in columns if column.holds(amount)]
    values = {Fraction(persen(amount.value, column.total.value)) for column in found}
    if len(values) != 1 or found[0].total.value < amount.value:
        return None
    (value,) = values
    fits = abs(value - share.value) <= share.printed.step
    return None if fits or not is_slip(share.printed, value) else found[0]


def _claims(
    block: Paragraph, sentence: str, amount: SaidFigure, share: SaidFigure, column: _Column
) -> Iterator[ProposedClaim]:
    """The amount of the sentence, and the share that it does not make of the total."""
    name = f"bagian_{column.total.column.name}_{amount.start}_{block.place}"
    about = worded("{told} dari jumlah di {table}", told=amount.text, table=column.total.label)
    yield ProposedClaim(
        f"{name}_dari", block.part, block.paragraf, about, amount.text, "angka", amount.satuan,
        "eksak", sentence=sentence
    )  # fmt: skip
    sel = f"pembilang=klaim[{name}_dari].nilai; penyebut={column.total.address}"
    words = about, worded("kalimat menyebutnya bagian dari jumlah")
    yield held_to_rule((block, sentence), share, name, ("rasio", sel), words)


def _named_claim(
    place: tuple[Paragraph, str], share: SaidFigure, cell: Spot, total: Spot
) -> ProposedClaim:
    about = worded("{told} dari jumlah di {table}", told=cell.name, table=total.label)
    words = about, worded("kalimat menyebutnya bagian dari jumlah")
    rule = "rasio", f"pembilang={cell.address}; penyebut={total.address}"
    return held_to_rule(place, share, f"porsi_{cell.key}_{cell.column.name}", rule, words)
