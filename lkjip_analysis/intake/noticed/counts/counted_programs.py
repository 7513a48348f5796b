"""Programs and activities that one sentence counts together: "melaksanakan 3 program dan 6
kegiatan".

The budget table tells its levels by their names and codes. Where it has as many of all but one of
the levels that the sentence counts, it is the table meant, and the other count is held to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.noticed.basis.seen import Seen
from lkjip_analysis.intake.noticed.within_sentences.sentences_against_themselves import Writer
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.grouping import grouped

THINGS = ("program", "kegiatan", "subkegiatan")
"""The levels of a budget, each a part of the one before."""
THING = re.compile(
    r"\s*(?:\([^()\d]*\)\s*)?(?P<thing>program|sub\s*-?\s*kegiatan|kegiatan)\b", re.IGNORECASE
)
PART = re.compile(
    r"\b(?:di\s*antara\w*|antara\s+lain|masing|setiap|tiap|lalu|sebelumnya|semula|prioritas|unggulan|"
    r"bidang|seksi|(?:pada|untuk|di|bagi)\s+sasaran|renstra|tahun\s+depan|perubahan)\b",
    re.IGNORECASE,
)
"""The sentence counts a part of them, or those of something else."""
FEWEST, MOST_OFF = 2, 3
"""Fewer rows, or so many others, are a table that shows a part of what is counted."""

Counts = Mapping[str, SaidFigure]


def counted_programs(seen: Seen) -> Iterator[ProposedClaim]:
    """The counts of a level that the budget table contradicts, which has as many of the others."""
    budgets = [rows for rows in _budgets(seen) if len(rows) >= FEWEST]
    found = 0
    for block, sentence in told_sentences(seen.blocks if budgets else ()):
        told = _told(sentence)
        if len(told) < FEWEST or years_in(sentence) - {seen.tahun} or PART.search(sentence):
            continue
        for thing, rows in _contradicted(told, budgets):
            found += 1
            writer = Writer(block, sentence, f"program_dihitung_{found}")
            why = worded("kalimat menghitung isi {table}", table=rows[0].label)
            claim = writer.figure(writer.name, told[thing], why)
            cells = " + ".join(spot.address for spot in rows)
            held = writer.held(claim, "cacah", f"tabel={rows[0].table}; bagian={cells}", why)
            about = worded("Banyaknya {thing} yang disebut kalimatnya", thing=thing)
            yield replace(held, tentang=about, dasar="tafsir")


def _told(sentence: str) -> Counts:
    """What a sentence counts of each level; nothing where it counts one of them twice."""
    counts: dict[str, SaidFigure] = {}
    for figure in figures_of(sentence):
        match = THING.match(sentence, figure.text_end)
        if match is None or figure.kind != "bilangan":
            continue
        thing = re.sub(r"[\s-]", "", match["thing"]).casefold()
        if thing in counts:
            return {}
        counts[thing] = figure
    return counts


def _budgets(seen: Seen) -> Iterator[dict[str, Sequence[Spot]]]:
    """The rows of each budget table by their level, where it has programs and no other unknown."""
    partial = {table.name for table in seen.tables if table.is_partial}
    money = [s for s in seen.spots if s.column.name == "pagu" and not (s.is_total or s.is_claim)]
    for table, rows in grouped((spot.table, spot) for spot in money).items():
        levels = grouped((seen.levels.of(spot), spot) for spot in rows)
        programs = levels.pop("program", [])
        if not programs or table in partial or len(levels) > len(THINGS) - 1:
            continue
        known = all(name.isdigit() for name in levels) or len(levels) == 1
        below = [levels[name] for name in sorted(levels)]
        if known:
            yield dict(zip(THINGS, [programs, *below], strict=False))


def _contradicted(
    told: Counts, budgets: Sequence[Mapping[str, Sequence[Spot]]]
) -> Iterator[tuple[str, Sequence[Spot]]]:
    """The one level of which all budget tables with these levels have another number."""
    held = [levels for levels in budgets if set(told) <= set(levels)]
    apart = [[t for t in told if len(one[t]) != told[t].value] for one in held]
    if not held or any(len(things) != 1 for things in apart):
        return
    found = {(things[0], len(one[things[0]])) for things, one in zip(apart, held, strict=True)}
    if len(found) == 1:
        ((thing, count),) = found
        is_near = abs(told[thing].value - count) <= MOST_OFF
        if is_near and all(len(held[0][one]) >= FEWEST for one in told):
            yield thing, held[0][thing]
