"""A row that a sentence calls the highest or lowest, with its own figure, where another row is.

"Penerima terbanyak berada di Kecamatan Sukamaju, yaitu 935 orang", where the table prints 969 for
Tirtomoyo. The words must say what is ranked, and the row is the highest in no column that they may
mean; of a part of the rows, of a change or of another year nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.document.texts import name_pattern, plain_words
from lkjip_analysis.intake.noticed.basis.row_mentions import NamedRows, RowCell, in_column
from lkjip_analysis.intake.noticed.basis.seen import Seen
from lkjip_analysis.intake.noticed.sentences_and_rows.named_otherwise import named_otherwise
from lkjip_analysis.intake.noticed.sentences_and_rows.told_ranks import (
    AMONG,
    EXTREME,
    FEWEST,
    HIGHEST,
    LOWEST,
    PLACES,
    Columns,
    Rank,
)
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, ProposedTable, accused_figures
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.numbers.grouping import grouped

KIND = (
    r"(?:kecamatan|kelurahan|desa|kabupaten|kota|provinsi|program|(?:sub\s*)?kegiatan|indikator|"
    r"sasaran|puskesmas|bidang|jenis|komoditas|wilayah)"
)
"""What a row is, before its name."""
RANK = rf"(?P<rank>(?P<high>{HIGHEST})|{LOWEST})"
IS_AT = (
    r"(?:(?:berada|terdapat|ada|terjadi|dicapai|diperoleh|diraih|ditempati|dimiliki|tercatat|"
    r"terletak|berasal|dari|disumbang|dihasilkan|adalah|ialah|yaitu|yakni|di|pada|oleh)\W+)*"
)
NAMELY = r"[\s,(]*(?:(?:yaitu|yakni|dengan|sebesar|sebanyak|sejumlah|mencapai|adalah|senilai)\W+)*"
IS_CALLED = r"(?:merupakan|adalah|menjadi|memiliki|mempunyai|mencatat|mencatatkan|dengan)"
LEAD = re.compile(
    r"^\W*(?:(?:sedangkan|sementara(?:\s+itu)?|dan|serta|adapun|namun|sebaliknya)\W+)*"
    r"(?:pada\s+tahun\s+(?:ini|\d{4})\W+)?",
    re.IGNORECASE,
)
NOT_PLAIN = re.compile(
    r"\d|,|\b(?:di|pada|untuk|dari|antara|dalam|bagi|salah|satu|termasuk|bukan|tidak|belum|juga|kenaikan|"
    r"penurunan|peningkatan|pertumbuhan|perubahan|selisih|deviasi|kesenjangan|sisa|lalu|sebelumnya|"
    r"penambahan|pengurangan|lonjakan|rata)\b",
    re.IGNORECASE,
)
"""Words before the rank that speak of a part of the rows, of a change or of something else."""
PART_FIRST = re.compile(r"\W*(?:di|pada|untuk|dari|dalam|bagi|khusus)\b(?!\s+tahun)", re.I)
"""A sentence that begins so speaks of some rows only."""
LONGEST = 6
"""So many words at most say what is ranked."""
LONGEST_SENTENCE = 300
"""A longer sentence without any figure speaks of more than one row."""
MEASURES = frozenset(
    ("anggaran", "pagu", "realisasi", "capaian", "serapan", "target", "nilai", "skor", "indeks")
)
SAME = {"penyerapan": "serapan", "pencapaian": "capaian"}
EMPTY = frozenset(
    ("jumlah", "total", "persentase", "tingkat", "dengan", "yang", "memiliki", "kinerja", "tahun",
     "ini", "adalah", "merupakan", "menjadi", "mempunyai", "mencatat", "mencatatkan")
)  # fmt: skip
"""Words that do not say what is ranked."""
TOTAL = re.compile(r"\b(?:jumlah|total)\b", re.IGNORECASE)
"""What heads the column of the whole: who tells a figure of it ranks by it, not by a part."""


@dataclass(frozen=True)
class _Called:
    """A row called the highest or lowest: of what, and the figure told of it."""

    figure: SaidFigure | None
    """Nothing where the sentence tells none."""
    row: Sequence[RowCell]
    measured: frozenset[str]
    highest: bool

    def beats(self, one: Spot, other: Spot) -> bool:
        return one.value > other.value if self.highest else one.value < other.value


def rows_called_extreme(seen: Seen, claims: Sequence[ProposedClaim]) -> Iterator[ProposedClaim]:
    """The rows called the highest or lowest that are so in no column that may be meant."""
    held = _columns(seen.tables, seen.spots)
    columns = Columns((spot for column in held for spot in column), seen.levels)
    accused = accused_figures(claims)
    for block, sentence in told_sentences(seen.blocks if held else ()):
        if not EXTREME.search(sentence) or AMONG.search(sentence) or PART_FIRST.match(sentence):
            continue
        if years_in(sentence) - {seen.tahun}:
            continue
        for called in (*_called(sentence, seen.named), *_called_alone(sentence, seen.named)):
            right = _right(called, columns, block, seen.tahun)
            told = block.of(called.figure.text) if called.figure else None
            if right and told not in accused:
                own = in_column(called.row, right)
                rank = Rank(1 if called.highest else -1)
                if own:
                    among = columns.among(own)
                    yield named_otherwise((block, sentence), own, right, rank, among)


def _called(sentence: str, named: NamedRows) -> Iterator[_Called]:
    """Each row that stands with the one rank of its clause right before a figure."""
    figures = figures_of(sentence)
    starts = dict(zip(figures, [0, *(figure.end for figure in figures)], strict=False))
    for figure, row, _ in named.beside(sentence, figures):
        start = starts[figure]
        clause = LEAD.sub("", sentence[start : figure.start])
        name = name_pattern(row[0].spot.called)
        ways = (
            rf"(?P<what>.*?)\b{RANK}\W+{IS_AT}(?:{KIND}\W+)?{name}\b{NAMELY}",
            rf"(?:{KIND}\W+)?{name}\W+{IS_CALLED}\W+(?P<what>.*?)\b{RANK}\b{NAMELY}",
        )
        for way in ways:
            if match := re.fullmatch(way, clause, re.IGNORECASE):
                measured = _measured(match["what"])
                if measured:
                    yield _Called(figure, row, measured, bool(match["high"]))
                break


def _called_alone(sentence: str, named: NamedRows) -> Iterator[_Called]:
    """The row that a sentence without any figure calls so, and nothing else."""
    if len(sentence) > LONGEST_SENTENCE or figures_of(sentence):
        return
    clause = LEAD.sub("", sentence).rstrip(" .;")
    for mention in named.names(sentence):
        name = name_pattern(mention.row[0].spot.called)
        ways = (
            rf"(?P<what>.*?)\b{RANK}\W+{IS_AT}(?:{KIND}\W+)?{name}",
            rf"(?:{KIND}\W+)?{name}\W+{IS_CALLED}\W+(?P<what>.*?)\b{RANK}",
        )
        for way in ways:
            match = re.fullmatch(way, clause, re.IGNORECASE)
            if match and (measured := _measured(match["what"])):
                yield _Called(None, mention.row, measured, bool(match["high"]))


def _measured(what: str) -> frozenset[str]:
    """The words that say what is ranked; none where they say of which rows, or of what change."""
    told = plain_words(what).split()
    if NOT_PLAIN.search(what) or len(told) > LONGEST or not set(PLACES).isdisjoint(told):
        return frozenset()
    if EXTREME.search(what):
        return frozenset()
    kinds = {word for word in told if re.fullmatch(KIND, word)}
    plain = (word.removesuffix("nya") for word in told)
    return frozenset(SAME.get(word, word) for word in plain) - EMPTY - kinds


def _columns(tables: Sequence[ProposedTable], spots: Iterable[Spot]) -> list[list[Spot]]:
    """The columns of figures of one unit, of tables that are whole."""
    level = {table.name for table in tables if not table.is_partial}
    rows = (s for s in spots if s.table in level and not s.is_total and not s.is_claim)
    found = grouped((spot.of_column, spot) for spot in rows)
    return [
        held
        for held in found.values()
        if len(held) >= FEWEST and len({spot.unit for spot in held}) == 1
    ]


def _right(called: _Called, columns: Columns, block: Paragraph, tahun: int) -> Spot | None:
    """The cell that is further than that of the row called so, of the one column meant."""
    own = [cell for cell in called.row if _may_be_meant(called, cell, tahun)]
    meant = [
        cell
        for cell in own
        if cell.spot.part == block.part
        and (called.figure is None or cell.spot.value == called.figure.value)
    ]
    if len(meant) != 1:
        return None
    whole = [cell for cell in own if TOTAL.search(cell.head)]
    held = whole if meant[0] in whole else own
    if any(_furthest(called, cell, columns) is None for cell in held):
        return None
    return _furthest(called, meant[0], columns)


def _may_be_meant(called: _Called, cell: RowCell, tahun: int) -> bool:
    """Is a figure of the row of the same kind and year, and what the words rank?"""
    kind = "persen" if cell.is_share else "rupiah" if cell.spot.unit == "rupiah" else "bilangan"
    of_year = cell.years <= {tahun} and not cell.is_of_last_year
    head = set(plain_words(f"{cell.head} {cell.spot.column.name.replace('_', ' ')}").split())
    every = head | set(plain_words(cell.title).split())
    told = called.measured & MEASURES
    suits = told <= head if told else bool(called.measured & every)
    if called.figure is None:  # nothing but its head says which column is meant
        named = bool(called.measured & head) and called.measured <= every
        return named and of_year
    alike = kind == called.figure.kind or (kind == "bilangan" and called.figure.kind != "persen")
    return alike and of_year and suits


def _furthest(called: _Called, cell: RowCell, columns: Columns) -> Spot | None:
    """The cell of another row that is further; none where the row is the furthest of its goal, or
    where that cell is the sum of others."""
    held = columns.fellows(cell.spot)
    if len(held) < FEWEST:
        return None
    goal = cell.spot.key.rpartition(".")[0]
    fellows = [s for s in held if s.key.rpartition(".")[0] == goal]
    groups = [held, fellows] if len(fellows) > 1 else [held]
    best = [(max if called.highest else min)(g, key=lambda s: s.value) for g in groups]
    further = all(called.beats(one, cell.spot) for one in best) and best[0].value != 0
    return best[0] if further and not _adds_up(best[0], held) else None


def _adds_up(one: Spot, held: Sequence[Spot]) -> bool:
    """Is a figure what the next ones below it come to, or the ones above?"""
    place = held.index(one)
    for run in (held[place + 1 :], held[:place][::-1]):
        sums = accumulate(spot.value for spot in run)
        if any(total == one.value for total in islice(sums, 1, None)):
            return True
    return False
