"""Goals and indicators that a sentence counts together: "Perjanjian Kinerja memuat 2 sasaran dan
5 indikator".

A table of the agreement that holds as many of the one tells that it is the one meant; said is only
where all of them agree about how many of the other there are. A plan of years has others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.blocks import Block
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.noticed.counts.counted_columns import entries_of
from lkjip_analysis.intake.noticed.within_sentences.sentences_against_themselves import Writer
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, ProposedTable
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded

THING = re.compile(r"\s*(?:\([^()\d]*\)\s*)?(?P<thing>tujuan|sasaran|indikator)\b", re.IGNORECASE)
PART = re.compile(
    r"\b(?:renstra|di\s*antara\w*|antara\s+lain|masing|tercapai|mencapai|tidak|belum|berkategori|program|"
    r"kegiatan|esel[io]n|bidang|seksi|setiap|tiap|lalu|sebelumnya|semula|rpjmd|baru|tambahan)\b",
    re.IGNORECASE,
)
"""The sentence counts a part of them, or those of something else."""
AGREEMENT = re.compile(r"\b(?:perjanjian|penetapan)\s+kinerja\b", re.IGNORECASE)
FEWEST = 2

Counts = dict[str, SaidFigure]


def counted_pairs(
    blocks: Sequence[Block], tables: Sequence[ProposedTable], year: int
) -> Iterator[ProposedClaim]:
    """The counts that every table contradicts which holds as many of what is counted beside."""
    found = 0
    for block, sentence in told_sentences(blocks):
        told = _told(sentence) if AGREEMENT.search(sentence) else {}
        if len(told) < FEWEST or years_in(sentence) - {year}:
            continue
        for thing, table in _contradicted(told, tables):
            found += 1
            writer = Writer(block, sentence, f"hitungan_bersama_{found}")
            why = worded("kalimat menghitung isi {table}", table=table.label)
            claim = writer.figure(writer.name, told[thing], why)
            about = worded("Banyaknya {thing} yang disebut kalimatnya", thing=thing)
            held = writer.held(claim, "cacah", f"tabel={table.name}; terisi={thing}", why)
            yield replace(held, tentang=about, dasar="tafsir")


def _told(sentence: str) -> Counts:
    """What a sentence counts of each thing; nothing where it counts parts, or one thing twice."""
    counts: Counts = {}
    start = 0
    for figure in figures_of(sentence):
        match = THING.match(sentence, figure.text_end)
        if match is None or figure.kind != "bilangan":
            continue
        thing = match["thing"].casefold()
        if thing in counts or PART.search(sentence, start, match.end()):
            return {}
        counts[thing], start = figure, match.end()
    return counts


def _holds(table: ProposedTable, told: Counts) -> bool:
    """Is it a table of the agreement that prints each of the things that are counted?"""
    is_it = table.kind.name == "perjanjian" or AGREEMENT.search(table.title)
    return bool(is_it) and all(
        thing in table.columns and entries_of(table, thing) for thing in told
    )


def _contradicted(
    told: Counts, tables: Sequence[ProposedTable]
) -> Iterator[tuple[str, ProposedTable]]:
    """The one thing of which all tables of these things hold another number."""
    held = [table for table in tables if _holds(table, told) and not table.is_partial]
    known = [{thing: len(set(entries_of(table, thing))) for thing in told} for table in held]
    apart = [[thing for thing in told if one[thing] != told[thing].value] for one in known]
    if not held or not all(len(things) == 1 for things in apart):
        return
    things = {(things[0], one[things[0]]) for things, one in zip(apart, known, strict=True)}
    for thing, count in things if len(things) == 1 else ():
        entries = entries_of(held[0], thing)
        if len(entries) == count >= FEWEST:  # each is printed once, so that rows can be counted
            yield thing, held[0]
