"""What of a proposal is taken without a person: what is sure, and tables that can be read.

A figure that was not read for sure is put down as one without data, so that no relation can
accuse it; what a person rejected in an earlier working paper stays away.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from lkjip_analysis.intake.proposal.proposal import (
    HIGH,
    LOW,
    Proposal,
    ProposedClaim,
    ProposedTable,
)
from lkjip_analysis.language import worded
from lkjip_analysis.output.examined.basis.decisions import CHANGED, Decisions

NOT_READ = "n/a"
TABLE, CLAIM, RULE, INDICATOR, BAND = "Tabel", "Klaim", "Aturan", "Indikator", "Skala"
Answers = Mapping[tuple[str, str], bool]
"""What a person said of a sheet's row: (sheet, name) -> taken or not."""


@dataclass(frozen=True)
class Taken:
    """The names that are taken of each kind, and the proposal with nothing unread in it."""

    proposal: Proposal
    names: Mapping[str, frozenset[str]]
    unread: tuple[str, ...] = ()
    """The cells that were not read for sure, each as a sentence."""

    def without(self, sheet: str, names: Collection[str]) -> Taken:
        return replace(self, names={**self.names, sheet: self.names[sheet] - frozenset(names)})


def taken_of(proposal: Proposal, answers: Answers) -> Taken:
    """What is taken of a proposal; an answer of a person goes before."""
    tables = tuple(_read_only(table) for table in proposal.tables)
    whole = replace(proposal, tables=tables)
    chosen = {
        TABLE: {t.name: bool(t.rows) for t in tables},
        CLAIM: {c.kode: _is_sure_claim(c) for c in proposal.claims},
        RULE: {r.nama: r.sureness != LOW for r in proposal.rules},
        INDICATOR: {i.kode: not i.is_open for i in proposal.indicators},
        BAND: {f"{b.skala} {b.nama}": True for b in proposal.bands},
    }
    names = {
        sheet: frozenset(n for n, sure in told.items() if answers.get((sheet, n), sure))
        for sheet, told in chosen.items()
    }
    return Taken(whole, names, tuple(told for table in proposal.tables for told in _unread(table)))


def _unread(table: ProposedTable) -> Iterator[str]:
    """Each cell that was not read for sure, by its row and column."""
    names = table.names
    for (row, name), why in table.unreadable.items():
        title = table.head(name) or table.kind.columns[name].judul
        yield worded(
            "{label}, baris “{row}”, kolom “{title}”: tidak terbaca pasti dan tidak diuji ({why})",
            label=table.label,
            row=names[row][1],
            title=title,
            why=worded(why),
        )


@lru_cache(maxsize=100_000)  # asked again and again of the rules of one document
def rule_name(name: str) -> str:
    """The name under which a relation was proposed, of the rule that it became in a row."""
    return re.sub(r"^laporan\.|\[[^\]]*\]$", "", name)


def as_decided(taken: Taken, words: Mapping[str, str], known: Decisions) -> Taken:
    """What is taken without relations that a person rejected, and with those that were changed.

    `words` are those of each rule, by its name.
    """
    kept = {rule_name(name) for name, said in words.items() if not known.rejected(said)}
    rejected = {rule_name(name) for name in words} - kept
    changed = {
        rule_name(name): known.changed[said]
        for name, said in words.items()
        if known.relations.get(said) == CHANGED and known.changed.get(said)
    }
    rules = tuple(
        replace(rule, sel=changed[rule.nama], found=None) if rule.nama in changed else rule
        for rule in taken.proposal.rules
    )
    told = replace(taken, proposal=replace(taken.proposal, rules=rules))
    return told.without(RULE, rejected & told.names[RULE])


def _read_only(table: ProposedTable) -> ProposedTable:
    """The table with a mark of no data wherever a figure was not read for sure."""

    def shown(place: int, row: tuple[str, ...]) -> tuple[str, ...]:
        named = zip(table.columns, row, strict=True)
        return tuple(NOT_READ if (place, name) in table.unreadable else t for name, t in named)

    rows = tuple(shown(place, row) for place, row in enumerate(table.rows))
    return replace(table, rows=rows, unreadable={}, unshown=frozenset(), scales_asked={})


def _is_sure_claim(claim: ProposedClaim) -> bool:
    told = bool(claim.aturan) or claim.tipe == "teks"
    return told and (claim.sureness == HIGH or claim.differs)
