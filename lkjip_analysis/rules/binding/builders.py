"""How each kind of rule is made from its entries: from `jenis` in a file to rules with cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from lkjip_analysis.errors import nearest
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.interval import Number
from lkjip_analysis.report.row_levels import families, top
from lkjip_analysis.report.tables import Address, Table
from lkjip_analysis.rules import (
    CountOutOf,
    Head,
    InBand,
    Linear,
    NotAbove,
    Product,
    Quotient,
    Rule,
    Same,
    SharedRate,
)
from lkjip_analysis.rules.binding.achievement import achievement, percentage
from lkjip_analysis.rules.binding.rule_entries import NUMBER, Draft, Wrong, has_data

TOTAL = r"(jumlah|total)( (total|jumlah|seluruhnya|keseluruhan|anggaran|belanja))?"
"""What a printed total row of a budget is called."""


def _with_data(draft: Draft, cells: list[Address]) -> list[Address]:
    """The cells that count in a sum or mean: those without data are left out by policy."""
    if draft.report.policies.get("tanpa_data", "lewati") == "lewati":
        return [cell for cell in cells if has_data(draft.report, cell)]
    return cells


def _total(draft: Draft) -> Iterable[Rule]:
    result, (parts, fixed) = draft.one("hasil"), _weighted(draft, "bagian")
    if parts:
        yield Linear(draft.head, {**parts, result: -1}, result, fixed)


def _weighted(draft: Draft, role: str) -> tuple[dict[Address, Fraction], Fraction]:
    """The cells of a role that count, each with the weight that the rule gives it, else 1, and
    what its plain numbers come to.

    None counts where one that is weighted has no data: the weights no longer make a whole.
    """
    parts, told = draft.parts(role), draft.entries.get("bobot", [])
    if not all(re.fullmatch(NUMBER, weight) for weight in told):
        raise Wrong(f"bobot: {', '.join(told)}", "numbers like 0.25", "Write numbers.")
    weights = [Fraction(weight) for weight in told] or [Fraction(1)] * len(parts)
    if len(weights) != len(parts):
        raise Wrong(
            f"{len(weights)} weights for {len(parts)} cells",
            "one weight a cell",
            "Give each cell its weight.",
        )
    pairs = list(zip(parts, weights, strict=True))
    fixed = sum((p * weight for p, weight in pairs if isinstance(p, Fraction)), Fraction(0))
    cells = {part: weight for part, weight in pairs if isinstance(part, Address)}
    counted = frozenset(_with_data(draft, list(cells)))
    if told and len(counted) < len(cells):
        return {}, fixed
    return {cell: weight for cell, weight in cells.items() if cell in counted}, fixed


def _levels(draft: Draft) -> Iterable[Rule]:
    """A total row is the sum of the rows of the top level, each row that of its direct parts."""
    table, column, head = draft.report.tables[draft.table], draft.column, draft.head

    def total(head: Head, whole: str, parts: Sequence[str]) -> Iterable[Rule]:
        result = Address(table.name, whole, column)
        cells = _with_data(draft, [Address(table.name, part, column) for part in parts])
        if cells:
            weights = {**dict.fromkeys(cells, 1), result: -1}
            yield Linear(replace(head, kind="jumlah"), weights, result)

    _check_totals(table)
    for row in table.type.total:
        if row in table.keys:
            yield from total(head, row, top(table.rows))
    stem = head.name.removesuffix(f".{column}")
    for row, parts in families(table.rows).items():
        reason = "baris ini adalah penjumlahan bagian-bagian langsungnya"
        own = replace(head, name=f"{stem}[{row}].{column}", reason=reason)
        yield from total(own, row, parts)


def _check_totals(table: Table) -> None:
    """A row that is named a total has the key of one, or it would count as a part."""
    for row in table.rows:
        if re.fullmatch(TOTAL, table.row_name(row).casefold()):
            found = f'the row "{row}" of {table.name}, named "{table.row_name(row)}"'
            keys = ", ".join(table.type.total)
            raise Wrong(found, f"the key {keys} for a total row", f"Give it the key {keys}.")


def _mean(draft: Draft) -> Iterable[Rule]:
    result, parts = draft.one("hasil"), draft.parts("bagian")
    fixed = [part for part in parts if isinstance(part, Fraction)]
    cells = _with_data(draft, [part for part in parts if isinstance(part, Address)])
    if cells:
        share = Fraction(1, len(cells) + len(fixed))
        weights = {**dict.fromkeys(cells, share), result: Fraction(-1)}
        yield Linear(draft.head, weights, result, sum(fixed, Fraction(0)) * share)


def _difference(draft: Draft) -> Iterable[Rule]:
    result, whole = draft.one("hasil"), draft.part("dari")
    if draft.entries.get("bobot"):
        less, fixed = _weighted(draft, "kurang")
        if not less:
            return
    else:
        parts = draft.parts("kurang")
        less = {part: Fraction(1) for part in parts if isinstance(part, Address)}
        fixed = sum((part for part in parts if isinstance(part, Fraction)), Fraction(0))
    weights: dict[Address, Number] = {**{cell: -share for cell, share in less.items()}, result: -1}
    if isinstance(whole, Address):
        yield Linear(draft.head, {whole: 1, **weights}, result, -fixed)
    else:
        yield Linear(draft.head, weights, result, whole - fixed)


def _count(draft: Draft) -> Iterable[Rule]:
    names = [name.strip() for name in draft.text_of("tabel").split(",")]
    column = draft.entries.get("terisi")
    rows = 0
    for name in names:
        if name not in draft.report.tables:
            known = draft.report.tables
            raise Wrong(f'tabel: "{name}"', ", ".join(known), nearest(name, known))
        table = draft.report.tables[name]
        if column and column not in table.type.columns:
            raise Wrong(
                f'terisi: "{column}"',
                ", ".join(table.type.columns),
                nearest(column, table.type.columns),
            )
        texts = (draft.report.text(Address(name, row, column or "")) for row in table.rows)
        rows += sum(not column or bool(text) for text in texts)
    result = draft.one("hasil")
    yield Linear(draft.head, {result: -1}, result, rows)


def _growth(draft: Draft) -> Iterable[Rule]:
    yield Quotient(
        draft.head,
        draft.one("hasil"),
        draft.part("sekarang"),
        draft.part("sebelum"),
        "pertumbuhan",
        metrics.pertumbuhan,
        metrics.sekarang_untuk,
        metrics.sebelum_untuk,
    )


def _same(draft: Draft) -> Iterable[Rule]:
    """One rule for each row that both sides name; two single cells need not share a row."""
    told = draft.part("sumber") if len(draft.parts("sumber")) == 1 else None
    if isinstance(told, Fraction):
        result = draft.one("hasil")
        yield Linear(draft.head, {result: -1}, result, told)
        return
    results, sources = draft.many("hasil"), {cell.row: cell for cell in draft.many("sumber")}
    if len(results) == len(sources) == 1:
        yield Same(draft.head, results[0], next(iter(sources.values())))
        return
    for result in results:
        if result.row in sources:
            head = replace(draft.head, name=f"{draft.head.name}[{result.row}]")
            yield Same(head, result, sources[result.row])


def _product(draft: Draft) -> Iterable[Rule]:
    factors = draft.parts("faktor")
    if len(factors) != 2:
        found = f"faktor: {len(factors)} cells or numbers"
        raise Wrong(found, "two", "Name both; a product of three is two rules.")
    yield Product(draft.head, draft.one("hasil"), *factors)


def _out_of(draft: Draft) -> Iterable[Rule]:
    yield CountOutOf(draft.head, draft.one("hasil"), draft.part("penyebut"))


def _rate(draft: Draft) -> Iterable[Rule]:
    pairs = draft.pairs("pembilang", "penyebut")
    if len(pairs) > 2:
        yield SharedRate(draft.head, tuple(pairs))


def _band(draft: Draft) -> Iterable[Rule]:
    if draft.table and not has_data(draft.report, draft.one("hasil")):
        return  # a table type's rule, but no category printed: no scale is needed either
    scale = draft.report.scales[draft.text("skala", draft.report.scales)]
    yield InBand(draft.head, draft.one("hasil"), draft.one("nilai"), scale.pita)


def _not_above(draft: Draft) -> Iterable[Rule]:
    yield NotAbove(draft.head, draft.one("hasil"), draft.part("penyebut"))


BUILDERS: dict[str, Callable[[Draft], Iterable[Rule]]] = {
    "jumlah": _total,
    "bertingkat": _levels,
    "rerata": _mean,
    "selisih": _difference,
    "cacah": _count,
    "rasio": percentage,
    "capaian": achievement,
    "pertumbuhan": _growth,
    "hasil_kali": _product,
    "sama": _same,
    "k_dari_n": _out_of,
    "kurs": _rate,
    "kategori": _band,
    "tidak_melebihi": _not_above,
}
