"""How closely each figure is watched, and what a next report should print so that more is.

A figure that no relation watches cannot be tested; one watched by a category is tested only at the
edges of its class; one with a single relation can be found wrong, but not named; two relations that
agree on it can prove it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import InBand

Watch = Literal["tidak diuji", "hanya kategori", "satu pemeriksaan", "dua atau lebih"]
WATCHES: tuple[Watch, ...] = ("tidak diuji", "hanya kategori", "satu pemeriksaan", "dua atau lebih")
ADVICE: dict[Watch, str] = {
    "tidak diuji": "tidak diuji oleh apa pun; cetak jumlah, rincian atau hitungannya",
    "hanya kategori": (
        "hanya diuji oleh kategorinya, sehingga salah cetak dalam kategori yang sama tidak "
        "terlihat; cetak unsur-unsur nilainya atau rata-ratanya"
    ),
    "satu pemeriksaan": (
        "hanya diuji oleh satu pemeriksaan, sehingga salah cetak terlihat tetapi tidak dapat "
        "ditunjuk selnya; cetak juga subtotal, persentase tiap baris, atau ulang jumlahnya dalam "
        "kalimat"
    ),
}


@dataclass(frozen=True)
class Watched:
    """The figures of one printed table by how they are watched."""

    label: str
    counts: Counter[Watch]


def watches(verification: Verification) -> dict[Address, Watch]:
    """How each printed figure is watched."""
    arithmetic = Counter(verification.held_otherwise)
    classed: set[Address] = set()
    for rule in verification.rules:
        if isinstance(rule, InBand):
            classed |= set(rule.cells)
        else:
            arithmetic.update(set(rule.cells))
    found: dict[Address, Watch] = {}
    for cell in verification.report.figures():
        where = cell.address
        if not cell.derived:
            few: Watch = "hanya kategori" if where in classed else "tidak diuji"
            by_count: dict[int, Watch] = {0: few, 1: "satu pemeriksaan"}
            found[where] = by_count.get(arithmetic[where], "dua atau lebih")
    return found


def by_table(verification: Verification) -> tuple[Watched, ...]:
    """The tables that print figures, in the order of the report."""
    counts: dict[str, Counter[Watch]] = {}
    for where, watch in watches(verification).items():
        counts.setdefault(where.table, Counter())[watch] += 1
    tables = verification.report.tables
    return tuple(Watched(tables[name].label, found) for name, found in counts.items())


def advice(verification: Verification) -> tuple[str, ...]:
    """What to print in a next report: columns of which every figure is watched too little."""
    columns: dict[tuple[str, str], Counter[Watch]] = {}
    for where, watch in watches(verification).items():
        if where.table != CLAIMS:
            columns.setdefault((where.table, where.column), Counter())[watch] += 1
    weak = grouped(
        ((table, watch), column)
        for (table, column), counts in columns.items()
        for watch in _weak(counts)
    )
    told = [
        f"{verification.report.tables[table].label}, {_titles(verification.report, table, names)}: "
        f"{worded(ADVICE[watch])}."
        for (table, watch), names in weak.items()
    ]
    return (*told, *_claims_without_source(verification))


def _weak(counts: Counter[Watch]) -> Iterator[Watch]:
    """The way in which nearly all figures of a column are watched too little, if they are."""
    for watch in ADVICE:
        if counts[watch] * 10 >= counts.total() * 9:
            yield watch


def _titles(report: Report, table: str, columns: list[str]) -> str:
    known = report.tables[table].type.columns
    names = [known[name].judul for name in columns]
    return worded("kolom {names}", names=", ".join(names))


def _claims_without_source(verification: Verification) -> Iterator[str]:
    alone = [
        verification.report.tables[CLAIMS].row_name(where.row)
        for where, watch in watches(verification).items()
        if where.table == CLAIMS and watch == "tidak diuji"
    ]
    if alone:
        yield worded(
            "Naskah, {alone}: sebutkan tabel atau dokumen asal angkanya.", alone="; ".join(alone)
        )
