"""Sentences that say which way a row of a table went since the year before, or by how much, without
both its figures: "Pelayanan tepat waktu 93,80 persen, meningkat dibandingkan tahun 2023".

The row must be named whole, in the sentence or, where it goes on with "tersebut", in the one before
it, and print one measure in both years; which one, a figure of the sentence may tell. By how much
is said only where it is a slip of the fingers away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.document.texts import plain_words
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, claim_about_row
from lkjip_analysis.intake.noticed.basis.row_as_subject import BETWEEN, LEAD, begins_a_clause
from lkjip_analysis.intake.noticed.basis.row_mentions import Mention, NamedRows, Row, RowCell
from lkjip_analysis.intake.noticed.sentences_and_rows.rows_over_years import (
    PART,
    ByYear,
    is_of,
    measures_by_year,
)
from lkjip_analysis.intake.noticed.within_sentences.sentences_against_themselves import Writer
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.said.said_changes import NO_AMOUNT, ROSE
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.slips import is_slip
from lkjip_analysis.report.direction_words import less_may_be_better

WENT = re.compile(
    r"\b(?P<way>naik|meningkat|bertambah|tumbuh|turun|menurun|berkurang|"
    r"(?:mengalami|terjadi|terdapat)\s+(?:kenaikan|peningkatan|penurunan))"
    r"(?P<by>\s+(?:sebesar\s+|sebanyak\s+|sejumlah\s+)?\d[\d.,]*\d(?:\s*%|(?:\s+(?!tahun\b|dari)[^\W\d]+){0,2}))?"
    r",?\s+(?:(?:jika|bila|apabila)\s+)?(?:dibanding(?:kan)?|dari(?:pada)?|terhadap)\s+"
    r"(?:(?:dengan|capaian|realisasi|kondisi|angka|pada|di)\s+){0,3}"
    r"tahun\s+(?:(?P<year>20\d\d)|lalu|sebelumnya|kemarin)\b"
    r"(?!\W*(?:(?:yang|yaitu|yakni|dari|sebesar|sebanyak|mencapai)\b|\d))",
    re.IGNORECASE,
)
"""Which way it went, by how much, and since when; no figure of that year behind it."""
AS_SAID = re.compile(rf"[\s,()]*{BETWEEN}", re.IGNORECASE)
"""What may stand between its name and the way it went."""
AGAIN = re.compile(
    rf"\W*{LEAD.pattern}(?:(?:capaian|realisasi|nilai|angka|jumlah|persentase|kondisi)\s+"
    rf"(?:tersebut|ini|itu)|(?:nilai|angka|jumlah)nya)\b{AS_SAID.pattern}",
    re.IGNORECASE,
)
"""What goes on about the row of the sentence before."""
MEASURES = re.compile(r"\b(realisasi|capaian|persentase|jumlah)\b", re.IGNORECASE)
"""Words of measures: another one may have gone another way."""
REACHED = re.compile(r"\b(?:capaian|pencapaian|kinerja)", re.IGNORECASE)
"""What rises where less of what should be few was counted."""
DIGITS = 3
"""A change of fewer digits is a slip away from many."""


@dataclass(frozen=True)
class _Went:
    """What a sentence says of the way its row went, and the figures of both years there."""

    match: re.Match[str]
    before: RowCell
    now: RowCell


def directions_of_rows(
    blocks: Sequence[Block], named: NamedRows, year: int
) -> Iterator[ProposedClaim]:
    """The directions and the changes that the two years of their row contradict."""
    last: tuple[Paragraph, str] | None = None
    for number, (block, sentence) in enumerate(told_sentences(blocks)):
        match = WENT.search(sentence)
        if match and not PART.search(sentence) and not NO_AMOUNT.search(sentence):
            above = last[1] if last and last[0] is block else ""
            went = _went(match, _row(named, match, above), year)
            if went:
                yield from _contradicted((block, sentence), went, f"arah_{number}")
        last = block, sentence


def _row(named: NamedRows, match: re.Match[str], above: str) -> Row | None:
    """The one row that a sentence is about, or the one before it where it goes on about that."""
    said = match.string[: match.start()]
    mine = named.names(match.string)
    if mine:
        row = _subject(mine, match.string)
        return row if row and AS_SAID.fullmatch(said, mine[-1].end) else None
    row = _subject(named.names(above), above) if AGAIN.fullmatch(said) else None
    told = {cell.spot.value for cell in row or ()}
    return row if all(figure.value in told for figure in figures_of(above)) else None


def _subject(names: Sequence[Mention], sentence: str) -> Row | None:
    one = len({id(name.row) for name in names}) == 1
    return names[0].row if one and begins_a_clause(sentence, names[0].start) else None


def _went(match: re.Match[str], row: Row | None, year: int) -> _Went | None:
    """The cells of both years, of the one measure that is meant."""
    if row is None:
        return None
    sentence = match.string
    since = int(match["year"] or year - 1)
    others = years_in(sentence) - {since}
    if since >= year or not others <= {year}:
        return None
    measures = [by_year for by_year in measures_by_year(row, year) if {since, year} <= set(by_year)]
    said = figures_of(sentence[: match.start()])
    own = [by_year for by_year in measures if any(_prints(f, by_year[year]) for f in said)]
    meant = own if said else measures
    if len({(m[since].spot.value, m[year].spot.value) for m in meant}) != 1 or _is_target(meant):
        return None
    if _is_of_another(sentence[: match.start()], meant[0], row):
        return None
    return _Went(match, meant[0][since], meant[0][year])


def _is_of_another(said: str, measure: ByYear, row: Row) -> bool:
    """Do the words speak of a measure that the row prints in other columns, or of how well it did
    where less may be better?"""
    called = row[0].spot.called
    told = {word.casefold() for word in MEASURES.findall(said)} - set(plain_words(called).split())
    heads = {id(cell): f"{cell.head} {cell.title}".casefold() for cell in row}
    mine = " ".join(heads[id(cell)] for cell in measure.values())
    others = " ".join(head for head in heads.values() if head not in mine)
    turned = REACHED.search(said) and less_may_be_better(called)
    return bool(turned) or any(word not in mine and word in others for word in told)


def _prints(figure: SaidFigure, cell: RowCell) -> bool:
    return is_of(figure, cell) and figure.value == cell.spot.value


def _is_target(measures: Sequence[ByYear]) -> bool:
    return any("target" in cell.head.casefold() for one in measures for cell in one.values())


def _contradicted(place: tuple[Paragraph, str], went: _Went, name: str) -> Iterator[ProposedClaim]:
    before, now = went.before.spot, went.now.spot
    rose = bool(ROSE.search(went.match["way"]))
    if before.value != now.value and rose != (now.value > before.value):
        yield _way(place, went)
    elif figure := _change(went):
        large, small = (now, before) if rose else (before, now)
        why = worded("kalimatnya menyebut perubahan sejak tahun sebelumnya")
        writer = Writer(*place, name)
        sel = f"dari={large.address}; kurang={small.address}"
        claim = writer.held(writer.figure(name, figure, why), "selisih", sel, why)
        yield replace(claim, dasar="tafsir")


def _change(went: _Went) -> SaidFigure | None:
    """By how much it went, where that is a slip away from what the two years differ by."""
    told = figures_of(went.match.string) if went.match["by"] else ()
    figure = next(
        (f for f in told if went.match.start("by") <= f.start < went.match.end("by")), None
    )
    if figure is None or figure.kind == "persen" or figure.digits < DIGITS:
        return None
    change = abs(went.now.spot.value - went.before.spot.value)
    return figure if figure.value != change and is_slip(figure.printed, change) else None


def _way(place: tuple[Paragraph, str], went: _Went) -> ProposedClaim:
    spot = went.now.spot
    sel = f"sebelum={went.before.spot.address}; sekarang={spot.address}"
    why = worded("kalimatnya membandingkan {row} dengan tahun sebelumnya", row=spot.name)
    about = worded("Arah {row}", row=spot.name)
    words = Words(f"arah_{spot.key}", place[0], went.match["way"], about, place[1])
    return claim_about_row(words, why, "arah", sel)
