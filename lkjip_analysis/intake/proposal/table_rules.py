"""Rules between tables, and the bands of a scale, proposed.

Two tables that print one column for the same rows should agree; a mean printed for a goal is the
mean of its rows; a table without a total adds up to the total of the table that has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise

from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.proposal.inner_rules import inner_rules, rules_between
from lkjip_analysis.intake.proposal.proposal import (
    HIGH,
    MIDDLE,
    ProposedBand,
    ProposedRule,
    ProposedTable,
)
from lkjip_analysis.intake.proposal.spots import Cells, Spot, cells_of
from lkjip_analysis.intake.tables.csv_rows import MEAN
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped

RANK, FEWEST_RANKS = re.compile(r"(iv|iii|ii|i)(_[a-e])?"), 3
SERVANTS = re.compile(r"(jumlah\s+)?c?pns(\s*(/|dan|&|\+)\s*c?pns)*", re.IGNORECASE)
"""A row of civil servants alone; others have none of their ranks."""


def proposed_rules(
    tables: Sequence[ProposedTable], spots: Sequence[Spot], tahun: int
) -> tuple[ProposedRule, ...]:
    """The rules between tables that their keys and columns suggest."""
    cells = cells_of(spots)
    inner = [rule for table in tables for rule in inner_rules(table, cells)]
    found = [*inner, *rules_between(tables, cells, tahun), *_totals_elsewhere(tables, cells),
             *_goal_means(tables), *_repeated_totals(spots), *_ranks(tables, cells),
             *_last_of_renstra(tables, tahun)]  # fmt: skip
    return _each_named_once(found)


def _each_named_once(found: Iterable[ProposedRule]) -> tuple[ProposedRule, ...]:
    """The rules, the last of those that say what one result is; others of one name get a number."""
    named: dict[str, ProposedRule] = {}
    for rule in found:
        name, number = rule.nama, 1
        while name in named and _result(named[name]) != _result(rule):
            number += 1
            name = f"{rule.nama}_{number}"
        named[name] = replace(rule, nama=name)
    return tuple(named.values())


def _result(rule: ProposedRule) -> tuple[str, ...]:
    """The cells that a rule says something of, and the table whose rows they are."""
    told = (part.strip() for part in rule.sel.split(";"))
    return tuple(part for part in told if part.startswith(("hasil=", "tabel=")))


def _last_of_renstra(tables: Sequence[ProposedTable], tahun: int) -> Iterator[ProposedRule]:
    """Where the heading says that the plan ends in the year of the report, what was reached
    against its end is what was reached against the target of the year."""
    for table in tables:
        heads = dict(zip(table.columns, table.heads, strict=True))
        known = {"capaian_renstra", "target", "realisasi"} <= set(heads)
        if (
            known
            and "target_renstra" not in heads
            and years_in(heads["capaian_renstra"]) == {tahun}
        ):
            yield ProposedRule(
                f"akhir_renstra_{table.name}",
                "capaian",
                f"tabel={table.name}; baris=*; hasil=.capaian_renstra; realisasi=.realisasi; "
                "target=.target",
                "tafsir",
                "tahun laporan adalah tahun akhir Renstra",
                MIDDLE,
            )


def _ranks(tables: Sequence[ProposedTable], cells: Cells) -> Iterator[ProposedRule]:
    """Every civil servant has a rank: a row of nobody else is the sum of its ranks."""
    for table in tables:
        ranks = [c for c in table.columns if RANK.fullmatch(c)]
        if len(ranks) < FEWEST_RANKS or "jml" not in table.columns:
            continue
        for key, name in table.names:
            held = [c for c in ranks if (table.name, key, c) in cells]
            if SERVANTS.fullmatch(name.strip()) and held:
                parts = " + ".join(f"{table.name}[{key}].{c}" for c in held)
                yield ProposedRule(
                    f"golongan_{table.name}_{key}",
                    "jumlah",
                    f"hasil={table.name}[{key}].jml; bagian={parts}",
                    "tafsir",
                    worded("setiap PNS mempunyai golongan"),
                    MIDDLE,
                )


def _figures(table: ProposedTable, column: str, cells: Cells) -> list[str]:
    return [key for key in table.own_keys if (table.name, key, column) in cells]


def _totals_elsewhere(tables: Sequence[ProposedTable], cells: Cells) -> Iterator[ProposedRule]:
    figures = cache(lambda number, column: _figures(tables[number], column, cells))
    total = [_has_total(table) for table in tables]
    for (i, one), (j, other) in combinations(enumerate(tables), 2):
        if total[i] == total[j] or _of_other_years(one, other):
            continue  # one of them has the total of the other's rows
        for column in one.columns:
            known = column in other.columns and one.kind.columns[column].is_number
            if known and one.kind.nama_baris == other.kind.nama_baris:
                keys = figures(i, column), figures(j, column)
                shared = set(keys[0]) & set(keys[1])
                agree = sum(
                    cells[one.name, key, column].value == cells[other.name, key, column].value
                    for key in shared
                )
                if shared and 2 * agree >= len(shared):
                    yield from _total_elsewhere(one, other, column, keys)


def _of_other_years(one: ProposedTable, other: ProposedTable) -> bool:
    """Do the titles of two tables name years, and none in common?"""
    first, second = years_in(one.title), years_in(other.title)
    return bool(first and second) and not first & second


def _total_elsewhere(
    one: ProposedTable, other: ProposedTable, column: str, keys: tuple[list[str], list[str]]
) -> Iterator[ProposedRule]:
    """The rows of a table without a total add up to the total of the other."""
    if set(keys[0]) != set(keys[1]) or len(keys[0]) < 2:
        return
    whole = [t for t in (one, other) if _has_total(t)]
    bare = [t for t in (one, other) if not _has_total(t)]
    if len(whole) == 1 and len(bare) == 1 and _sums_of(whole[0]):
        yield ProposedRule(
            f"jumlah_{column}_{bare[0].name}",
            "jumlah",
            f"hasil={whole[0].name}[{_sums_of(whole[0])[0]}].{column}; "
            f"bagian={bare[0].name}[*].{column}",
            "tafsir",
            worded(
                "baris {parts} bersama adalah jumlah {whole}",
                parts=bare[0].label,
                whole=whole[0].label,
            ),
            MIDDLE,
        )


def _sums_of(table: ProposedTable) -> list[str]:
    """The rows of a table that are totals; a mean is none."""
    keys = set(table.keys)
    return [key for key in table.kind.total if key in keys and not key.startswith(MEAN)]


def _has_total(table: ProposedTable) -> bool:
    return any(key in table.kind.total for key in table.keys)


def _goal_means(tables: Sequence[ProposedTable]) -> Iterator[ProposedRule]:
    """A column headed as the mean of a goal: the mean of the rows down to the next goal."""
    for table in tables:
        if not {"rerata_sasaran", "capaian"} <= set(table.columns):
            continue
        heads = [i for i, (_, mean) in enumerate(table.printed("rerata_sasaran")) if mean.strip()]
        for number, (start, end) in enumerate(pairwise([*heads, len(table.rows)]), 1):
            rows = table.keys[start:end]
            parts = " + ".join(f"{table.name}[{row}].capaian" for row in rows)
            yield ProposedRule(
                f"rerata_{table.name}_{number}",
                "rerata",
                f"hasil={table.name}[{rows[0]}].rerata_sasaran; bagian={parts}",
                "tercetak",
                worded("kolom rata-rata {label} menurut judulnya", label=table.label),
                HIGH,
            )


def _repeated_totals(spots: Sequence[Spot]) -> Iterator[ProposedRule]:
    """A total that another table prints as its realisasi or target, digit for digit."""
    totals = [s for s in spots if s.is_total and s.printed.digits >= 4]
    single = (s for s in spots if s.column.name in ("realisasi", "target") and not s.is_total)
    printed = grouped(((spot.value, spot.part), spot) for spot in single)
    for total in totals:
        alike = printed.get((total.value, total.part), ())
        if len(alike) == 1:
            yield ProposedRule(
                f"jumlah_{total.table}_{total.column.name}",
                "sama",
                f"hasil={alike[0].address}; sumber={total.address}",
                "tafsir",
                worded("{label} mencetak jumlah {other}", label=alike[0].label, other=total.label),
                MIDDLE,
            )


NUMBER = r"(\d+(?:[.,]\d+)?)\s*%?"
TO = r"(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga)"
LOWER = ((r"(?:≥|>=|=>)?", "dari"), (">", "lebih_dari"))
UPPER = ((r"(?:≤|<=|=<)?", "sampai"), ("<", "kurang_dari"))
"""The signs before the two ends of a class, and which of them they leave out: "50 - < 80"."""
TURNED = {
    "dari": "sampai",
    "lebih_dari": "kurang_dari",
    "sampai": "dari",
    "kurang_dari": "lebih_dari",
}
"""The ends of a class that is printed from its upper end: "80 - 50"."""
BANDS = (
    *((re.compile(rf"{low}\s*{NUMBER}\s*{TO}\s*{high}\s*{NUMBER}", re.I), (first, last))
      for low, first in LOWER for high, last in UPPER),
    (re.compile(rf"{NUMBER}\s*≤\s*<?\s*{NUMBER}"), ("dari", "sampai")),
    # "80 > 100" beside "> 100" and "> 55 - 80": the sign of the lower edge stands behind it.
    (re.compile(rf"{NUMBER}\s*>\s*{NUMBER}"), ("lebih_dari", "sampai")),
    (re.compile(rf"(?:lebih dari|di\s?atas|>)\s*{NUMBER}", re.I), ("lebih_dari",)),
    (re.compile(rf"(?:kurang dari|di\s?bawah|<)\s*{NUMBER}", re.I), ("kurang_dari",)),
    (re.compile(rf"(?:≥|>=|minimal)\s*{NUMBER}|{NUMBER}\s*(?:ke atas|atau lebih)", re.I),
     ("dari",)),
    (re.compile(rf"(?:≤|<=|maksimal)\s*{NUMBER}|{NUMBER}\s*ke bawah", re.I), ("sampai",)),
)  # fmt: skip


def proposed_bands(tables: Sequence[ProposedTable]) -> tuple[ProposedBand, ...]:
    """The bands of the first printed scale; a text that is no band keeps its edges blank."""
    scale = next((table for table in tables if table.kind.name == "skala"), None)
    if scale is None:
        return ()
    place, name = scale.columns.index("skala"), scale.columns.index("kategori")
    return tuple(band_of(row[name], row[place], scale.label) for row in scale.rows if row[name])


def band_of(nama: str, text: str, label: str) -> ProposedBand:
    """The class with the edges that a text prints; none where it is not understood."""
    for pattern, edges in BANDS:
        if match := pattern.fullmatch(text.strip()):
            numbers = [group.replace(",", ".") for group in match.groups() if group]
            told = dict(zip(edges, numbers, strict=True))
            if len(numbers) > 1 and Fraction(numbers[0]) > Fraction(numbers[1]):
                told = {TURNED[edge]: at for edge, at in told.items()}
            return ProposedBand("capaian", nama, source=f"{label}: {text}", **told)
    return ProposedBand(
        "capaian",
        nama,
        source=worded("{label}: {text} (tidak terbaca, isi batasnya)", label=label, text=text),
    )
