"""One rule on its way from data to cells, and how each kind is made from its entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from lkjip_analysis import metrics
from lkjip_analysis.errors import nearest
from lkjip_analysis.interval import Interval
from lkjip_analysis.report import Report
from lkjip_analysis.rules import (
    CountOutOf,
    Head,
    InBand,
    Linear,
    NotAbove,
    Quotient,
    Rule,
    Same,
    SharedRate,
)
from lkjip_analysis.tables import Address


class Wrong(ValueError):
    """An entry of a rule that cannot be followed: what was found, what is allowed, what to do."""

    def __init__(self, found: str, allowed: str, remedy: str) -> None:
        super().__init__(found)
        self.found, self.allowed, self.remedy = found, allowed, remedy


@dataclass(frozen=True)
class Draft:
    """One rule on its way from data to cells: its entries, and where short addresses stand."""

    report: Report
    head: Head
    entries: Mapping[str, Any]
    table: str
    row: str = ""
    column: str = ""

    def many(self, role: str) -> list[Address]:
        """The cells that an entry names, in the order of the table."""
        told = self.entries.get(role)
        if not told:
            raise Wrong(
                f'no "{role}" in a rule of kind {self.head.kind}',
                "its cells",
                f"Add {role}: and an address.",
            )
        texts = told if isinstance(told, list) else [told]
        return [address for text in texts for address in self._expand(str(text))]

    def constant(self, role: str) -> int | None:
        """The number that an entry gives in place of a cell, if it does."""
        told = self.entries.get(role)
        text = told[0] if isinstance(told, list) and len(told) == 1 else told
        return int(text) if isinstance(text, str) and text.lstrip("-").isdigit() else None

    def one(self, role: str) -> Address:
        addresses = self.many(role)
        if len(addresses) != 1:
            raise Wrong(
                f'"{self.entries[role]}" names {len(addresses)} cells', "one cell", "Name one row."
            )
        return addresses[0]

    def text(self, role: str, allowed: Mapping[str, Any]) -> str:
        told = str(self.entries.get(role, ""))
        if told not in allowed:
            raise Wrong(f'{role}: "{told}"', ", ".join(allowed), nearest(told, allowed))
        return told

    def text_of(self, role: str) -> str:
        told = self.entries.get(role)
        if not told:
            raise Wrong(f'no "{role}" in a rule of kind {self.head.kind}', role, f"Add {role}:.")
        return str(told)

    def _expand(self, text: str) -> list[Address]:
        text = text.replace("{kolom}", self.column)
        if text.startswith("."):
            text = f"[{self.row}]{text}"
        try:
            pattern = Address.parse(text, self.table)
        except ValueError as error:
            raise Wrong(str(error), "tabel[baris].kolom", "Write the address in full.") from error
        table = self.report.tables.get(pattern.table)
        if table is None:
            names = self.report.tables
            raise Wrong(
                f'the table "{pattern.table}"', ", ".join(names), nearest(pattern.table, names)
            )
        if pattern.column not in table.type.columns:
            columns = table.type.columns
            raise Wrong(
                f'the column "{pattern.column}" of {table.name}',
                ", ".join(columns),
                nearest(pattern.column, columns),
            )
        rows = table.select(pattern.row)
        if not rows:
            raise Wrong(
                f'the row "{pattern.row}" of {table.name}',
                ", ".join(table.keys[:20]),
                nearest(pattern.row, table.keys),
            )
        return [Address(table.name, row, pattern.column) for row in rows]


def has_data(report: Report, address: Address) -> bool:
    cell = report.tables[address.table].cells.get(address)
    return cell is not None and (
        cell.is_figure or (cell.column.tipe == "kategori" and bool(cell.text.strip()))
    )


def _with_data(draft: Draft, cells: list[Address]) -> list[Address]:
    """The cells that count in a sum or mean: those without data are left out by policy."""
    if draft.report.policies.get("tanpa_data", "lewati") == "lewati":
        return [cell for cell in cells if has_data(draft.report, cell)]
    return cells


def _total(draft: Draft) -> Iterable[Rule]:
    result, parts = draft.one("hasil"), _with_data(draft, draft.many("bagian"))
    told = draft.entries.get("bobot", [])
    weights = [Fraction(weight) for weight in told] or [Fraction(1)] * len(parts)
    if len(weights) != len(parts):
        raise Wrong(
            f"{len(weights)} weights for {len(parts)} cells",
            "one weight a cell",
            "Give each cell its weight.",
        )
    yield Linear(draft.head, {**dict(zip(parts, weights, strict=True)), result: -1}, result)


def _mean(draft: Draft) -> Iterable[Rule]:
    result, parts = draft.one("hasil"), _with_data(draft, draft.many("bagian"))
    if parts:
        share = Fraction(1, len(parts))
        yield Linear(draft.head, {**dict.fromkeys(parts, share), result: -1}, result)


def _difference(draft: Draft) -> Iterable[Rule]:
    result, less = draft.one("hasil"), draft.many("kurang")
    weights: dict[Address, int] = {**dict.fromkeys(less, -1), result: -1}
    constant = draft.constant("dari")
    if constant is not None:
        yield Linear(draft.head, weights, result, constant)
    else:
        yield Linear(draft.head, {draft.one("dari"): 1, **weights}, result)


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
        rows += sum(not column or bool(table.cell(r, column).text.strip()) for r in table.rows)
    result = draft.one("hasil")
    yield Linear(draft.head, {result: -1}, result, rows)


def _percentage(draft: Draft) -> Iterable[Rule]:
    def first_from(result: Interval, second: Interval) -> Interval:
        return result / 100 * second

    def second_from(result: Interval, first: Interval) -> Interval:
        return first / (result / 100)

    yield Quotient(
        draft.head,
        draft.one("hasil"),
        draft.one("pembilang"),
        draft.one("penyebut"),
        "persen",
        metrics.persen,
        first_from,
        second_from,
    )


def _achievement(draft: Draft) -> Iterable[Rule]:
    """capaian by the direction, formula and cap that the report declares for its indicator."""
    result, target = draft.one("hasil"), draft.one("target")
    indicator = draft.report.indicators.get(target.row)
    arah: metrics.Arah = indicator.arah if indicator else "naik"
    rumus: metrics.Rumus = indicator.rumus if indicator else "R/T"
    cap = indicator.maksimum if indicator else None
    general = draft.report.policies.get("capaian_maksimum")

    def forward(realisasi: Interval, target: Interval) -> Interval:
        return metrics.capaian(realisasi, target, arah, rumus)

    def realisasi_from(capaian: Interval, target: Interval) -> Interval:
        return metrics.realisasi_untuk(capaian, target, arah, rumus)

    def target_from(capaian: Interval, realisasi: Interval) -> Interval:
        return metrics.target_untuk(capaian, realisasi, arah, rumus)

    yield Quotient(
        draft.head,
        result,
        draft.one("realisasi"),
        target,
        rumus if arah == "turun" and rumus != "R/T" else "persen",
        forward,
        realisasi_from,
        target_from,
        cap if cap is not None else Fraction(general) if general else None,
    )


def _growth(draft: Draft) -> Iterable[Rule]:
    yield Quotient(
        draft.head,
        draft.one("hasil"),
        draft.one("sekarang"),
        draft.one("sebelum"),
        "pertumbuhan",
        metrics.pertumbuhan,
        metrics.sekarang_untuk,
        metrics.sebelum_untuk,
    )


def _same(draft: Draft) -> Iterable[Rule]:
    """One rule for each row that both sides name; two single cells need not share a row."""
    results, sources = draft.many("hasil"), {cell.row: cell for cell in draft.many("sumber")}
    if len(results) == len(sources) == 1:
        yield Same(draft.head, results[0], next(iter(sources.values())))
        return
    for result in results:
        if result.row in sources:
            head = replace(draft.head, name=f"{draft.head.name}[{result.row}]")
            yield Same(head, result, sources[result.row])


def _out_of(draft: Draft) -> Iterable[Rule]:
    yield CountOutOf(draft.head, draft.one("hasil"), draft.one("penyebut"))


def _rate(draft: Draft) -> Iterable[Rule]:
    above, below = draft.many("pembilang"), draft.many("penyebut")
    pairs = [
        p for p in zip(above, below, strict=True) if all(has_data(draft.report, cell) for cell in p)
    ]
    if len(pairs) > 2:
        yield SharedRate(draft.head, tuple(pairs))


def _band(draft: Draft) -> Iterable[Rule]:
    if draft.table and not has_data(draft.report, draft.one("hasil")):
        return  # a table type's rule, but no category printed: no scale is needed either
    scale = draft.report.scales[draft.text("skala", draft.report.scales)]
    yield InBand(draft.head, draft.one("hasil"), draft.one("nilai"), scale.pita)


def _not_above(draft: Draft) -> Iterable[Rule]:
    yield NotAbove(draft.head, draft.one("hasil"), draft.one("penyebut"))


BUILDERS: dict[str, Callable[[Draft], Iterable[Rule]]] = {
    "jumlah": _total,
    "rerata": _mean,
    "selisih": _difference,
    "cacah": _count,
    "rasio": _percentage,
    "capaian": _achievement,
    "pertumbuhan": _growth,
    "sama": _same,
    "k_dari_n": _out_of,
    "kurs": _rate,
    "kategori": _band,
    "tidak_melebihi": _not_above,
}
