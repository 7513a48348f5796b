"""As many of the proposed relations as the files that hold them take; the rest is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.excel_styles import MAX_TEXT
from lkjip_analysis.intake.proposal.proposal import ProposedRule, ProposedTable
from lkjip_analysis.intake.proposal.rows_in_a_row import places_of, shortened
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.yamltext import MAX_BYTES

HELD = MAX_BYTES * 9 // 10
"""So many bytes of laporan.yaml are for relations; the rest is for what else it says."""
LONG = 2_000
"""A relation of so many letters names rows one by one that could be told by two of them."""
AROUND, MARKS = 80, 2
"""The words of an entry, and the quotation marks around each of its cells."""


def rules_that_fit(
    rules: Sequence[ProposedRule], tables: Sequence[ProposedTable] = ()
) -> tuple[tuple[ProposedRule, ...], tuple[str, ...]]:
    """The relations in their order as far as laporan.yaml holds them, and what there is to say of
    the others: one of more cells than a cell of the workbook holds is left out too.

    Of a long one rows below one another are told by the first and the last.
    """
    places = places_of(tables) if any(len(rule.sel) > LONG for rule in rules) else {}
    kept: list[ProposedRule] = []
    left: list[ProposedRule] = []
    room = HELD
    for proposed in rules:
        rule = shortened(proposed, places) if len(proposed.sel) > LONG else proposed
        size = _size(rule)
        if len(rule.sel) > MAX_TEXT or size > room:
            left.append(rule)
        else:
            kept.append(rule)
            room -= size
    return tuple(kept), tuple(_said(left, rules))


def _size(rule: ProposedRule) -> int:
    """The bytes of its entry, rather too many than too few."""
    texts = f"{rule.nama}{rule.jenis}{rule.sel}{rule.dasar}{rule.sebab}"
    return len(texts.encode()) + AROUND + MARKS * rule.sel.count("[")


def _said(left: Sequence[ProposedRule], rules: Sequence[ProposedRule]) -> Iterator[str]:
    """For each table how many of its relations are left out, of how many."""
    every = Counter(map(_table, rules))
    for table, count in Counter(map(_table, left)).items():
        yield worded(
            "{table}: {count} dari {every} hubungan tidak diuji: laporan.yaml memuat paling banyak "
            "{most} bita hubungan, satu hubungan paling banyak {cell} huruf",
            table=table,
            count=number(count),
            every=number(every[table]),
            most=number(HELD),
            cell=number(MAX_TEXT),
        )


def _table(rule: ProposedRule) -> str:
    """The table that a relation is of: the first that its cells name."""
    named = re.match(r"tabel=\s*(\w+)|\w+=\s*(\w+)\[", rule.sel)
    return (named[1] or named[2]) if named else rule.nama
