"""A heading that counts rupiah in thousands or millions, beside the same amounts in dollars.

Where the figures as printed give the rate of a dollar and those that the heading means give a
thousand times of it, the heading is what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.proposal.proposal import MIDDLE, ProposedRule, ProposedTable
from lkjip_analysis.intake.proposal.spots import Cells
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.heading_scale import scale_in

FACTORS = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}
DOLLARS = re.compile(r"us\s*\\?\$|\busd\b|\bdol+ar\b", re.IGNORECASE)
RUPIAH = re.compile(r"\brp\b|rupiah|\bidr\b", re.IGNORECASE)
LOW, HIGH = 8_000, 18_000
"""What a dollar has cost in rupiah in any year since 2008 (Bank Indonesia, kurs tengah)."""
LEAST = 2
"""One row alone may have its own misprint."""


def rate_heads(tables: Sequence[ProposedTable], cells: Cells) -> Iterator[ProposedRule]:
    """The headings that make a dollar cost what it never did."""
    for table in tables:
        heads = dict(zip(table.columns, table.heads, strict=True))
        dollars = [name for name, head in heads.items() if DOLLARS.search(head)]
        for name, head in heads.items():
            word = scale_in(head) if RUPIAH.search(head) and not DOLLARS.search(head) else ""
            if word and len(dollars) == 1 and not table.kind.columns[name].dalam:
                rates = _rates(table, name, dollars[0], cells)
                if _is_wrong(rates, FACTORS[word]):
                    yield _rule(table, (name, dollars[0]), FACTORS[word])


def _rates(table: ProposedTable, rupiah: str, dollar: str, cells: Cells) -> list[Fraction]:
    pairs = [
        (cells[table.name, key, rupiah].value, cells[table.name, key, dollar].value)
        for key in table.own_keys
        if all((table.name, key, c) in cells for c in (rupiah, dollar))
    ]
    return [a / b for a, b in pairs if a and b]


def _is_wrong(rates: Sequence[Fraction], factor: int) -> bool:
    """Do most rows give a rate as they are printed, and hardly one as the heading means them?"""
    printed = sum(LOW <= rate <= HIGH for rate in rates)
    meant = sum(LOW <= rate * factor <= HIGH for rate in rates)
    return printed >= LEAST and 2 * printed > len(rates) and 2 * meant < printed


def _rule(table: ProposedTable, columns: tuple[str, str], factor: int) -> ProposedRule:
    rupiah, dollar = (f"{table.name}[*].{column}" for column in columns)
    return ProposedRule(
        f"kepala_{table.name}_{columns[0]}",
        "satuan_kolom",
        f"pembilang={rupiah}; penyebut={dollar}; pengali={factor}; antara={LOW}-{HIGH}",
        "tafsir",
        worded("kurs rupiah per dolar AS"),
        MIDDLE,
    )
