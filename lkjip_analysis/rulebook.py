"""From rules as data to rules: what laporan.yaml, the table types and the claims say.

A rule template of a table type uses short addresses: `.pagu` is this row's cell (the template then
says for which rows it stands), `[*].pagu` the column of this table. Rules of laporan.yaml and
claims name the table as well. `*` and other globs run over the rows that are no totals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from typing import Any

from lkjip_analysis import metrics
from lkjip_analysis.errors import InputError, Problem, nearest
from lkjip_analysis.interval import Interval
from lkjip_analysis.report import CLAIMS, Report, RuleSpec
from lkjip_analysis.rules import (
    Basis,
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


class _Wrong(ValueError):
    """An entry of a rule that cannot be followed: what was found, what is allowed, what to do."""

    def __init__(self, found: str, allowed: str, remedy: str) -> None:
        super().__init__(found)
        self.found, self.allowed, self.remedy = found, allowed, remedy


@dataclass(frozen=True)
class _Draft:
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
            raise _Wrong(f'no "{role}" in a rule of kind {self.head.kind}', "its cells",
                         f"Add {role}: and an address.")
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
            raise _Wrong(f'"{self.entries[role]}" names {len(addresses)} cells', "one cell",
                         "Name one row.")
        return addresses[0]

    def text(self, role: str, allowed: Mapping[str, Any]) -> str:
        told = str(self.entries.get(role, ""))
        if told not in allowed:
            raise _Wrong(f'{role}: "{told}"', ", ".join(allowed), nearest(told, allowed))
        return told

    def _expand(self, text: str) -> list[Address]:
        text = text.replace("{kolom}", self.column)
        if text.startswith("."):
            text = f"[{self.row}]{text}"
        try:
            pattern = Address.parse(text, self.table)
        except ValueError as error:
            raise _Wrong(str(error), "tabel[baris].kolom", "Write the address in full.") from error
        table = self.report.tables.get(pattern.table)
        if table is None:
            names = self.report.tables
            raise _Wrong(f'the table "{pattern.table}"', ", ".join(names),
                         nearest(pattern.table, names))
        if pattern.column not in table.type.columns:
            names = table.type.columns
            raise _Wrong(f'the column "{pattern.column}" of {table.name}', ", ".join(names),
                         nearest(pattern.column, names))
        rows = table.select(pattern.row)
        if not rows:
            raise _Wrong(f'the row "{pattern.row}" of {table.name}', ", ".join(table.keys[:20]),
                         nearest(pattern.row, table.keys))
        return [Address(table.name, row, pattern.column) for row in rows]


def bind(report: Report) -> tuple[Rule, ...]:
    """Every rule of a report whose cells all hold data, in the order of the files.

    Raises: InputError naming each rule that names no cell or is of no known kind.
    """
    rules: list[Rule] = []
    problems: list[Problem] = []
    for spec in (*report.specs, *_claims(report)):
        try:
            rules += [rule for draft in _drafts(report, spec) for rule in _build(draft)]
        except _Wrong as error:
            name = spec.entries.get("nama", "")
            problems.append(Problem(spec.file, f"rule {name}: {error.found}", error.allowed,
                                    error.remedy, spec.line))
    problems += _name_problems(rules)
    if problems:
        raise InputError(problems)
    return tuple(rules)


def _name_problems(rules: list[Rule]) -> list[Problem]:
    seen: set[str] = set()
    twice = [r.head.name for r in rules if r.head.name in seen or seen.add(r.head.name)]  # type: ignore[func-returns-value]
    return [Problem("laporan.yaml", f'the rule name "{name}" twice', "each name once",
                    "Rename one.") for name in twice]


def _claims(report: Report) -> Iterator[RuleSpec]:
    """The rule that ties each claim to the cells it repeats or sums up."""
    table = report.tables.get(CLAIMS)
    for row in table.keys if table else ():
        assert table is not None
        told = {name: table.cell(row, name).text.strip() for name in table.type.columns}
        if not told["aturan"]:
            continue
        entries: dict[str, Any] = {
            "nama": row, "jenis": told["aturan"], "hasil": f"{CLAIMS}[{row}].nilai",
            "dasar": told["dasar"] or "tafsir", "sebab": told["sebab"] or told["tentang"],
        }
        for part in filter(None, map(str.strip, told["sel"].split(";"))):
            role, _, cells = part.partition("=")
            named = [cell.strip() for cell in cells.split("+")]
            entries[role.strip()] = named if "[" in cells or role.strip() == "dari" else named[0]
        yield RuleSpec(table.file, table.cell(row, "aturan").line, CLAIMS, entries)


def _drafts(report: Report, spec: RuleSpec) -> Iterator[_Draft]:
    """One draft for each column or row that the spec stands for."""
    entries, table = spec.entries, spec.table
    kind = entries["jenis"]
    table = table or (entries.get("tabel", "") if "baris" in entries else "")
    if kind not in _BUILDERS:
        raise _Wrong(f'jenis: "{kind}"', ", ".join(_BUILDERS), nearest(kind, _BUILDERS))
    basis: Basis = "tercetak" if entries.get("dasar") == "tercetak" else "tafsir"
    stem = f"{spec.table or 'laporan'}.{entries['nama']}"

    def draft(name: str, row: str = "", column: str = "") -> _Draft:
        head = Head(name, kind, basis, entries.get("sebab", ""))
        return _Draft(report, head, entries, table, row, column)

    if "kolom" in entries:
        for column in entries["kolom"]:
            yield draft(f"{stem}.{column}", column=column)
    elif "baris" in entries:
        pattern = entries["baris"]
        if table not in report.tables:
            raise _Wrong(f'tabel: "{table}"', ", ".join(report.tables), nearest(table, report.tables))
        rows = [row for part in pattern.split("|") for row in report.tables[table].select(part)]
        for row in rows:
            yield draft(f"{stem}[{row}]", row=row)
    else:
        yield draft(stem)


def _build(draft: _Draft) -> Iterator[Rule]:
    for rule in _BUILDERS[draft.head.kind](draft):
        if all(_has_data(draft.report, cell) for cell in rule.cells):
            yield rule


def _has_data(report: Report, address: Address) -> bool:
    cell = report.tables[address.table].cells.get(address)
    return cell is not None and (
        cell.is_figure or (cell.column.tipe == "kategori" and bool(cell.text.strip()))
    )


def _with_data(draft: _Draft, cells: list[Address]) -> list[Address]:
    """The cells that count in a sum or mean: those without data are left out by policy."""
    if draft.report.policies.get("tanpa_data", "lewati") == "lewati":
        return [cell for cell in cells if _has_data(draft.report, cell)]
    return cells


def _total(draft: _Draft) -> Iterable[Rule]:
    result, parts = draft.one("hasil"), _with_data(draft, draft.many("bagian"))
    told = draft.entries.get("bobot", [])
    weights = [Fraction(weight) for weight in told] or [Fraction(1)] * len(parts)
    if len(weights) != len(parts):
        raise _Wrong(f"{len(weights)} weights for {len(parts)} cells", "one weight a cell",
                     "Give each cell its weight.")
    yield Linear(draft.head, {**dict(zip(parts, weights, strict=True)), result: -1}, result)


def _mean(draft: _Draft) -> Iterable[Rule]:
    result, parts = draft.one("hasil"), _with_data(draft, draft.many("bagian"))
    if parts:
        share = Fraction(1, len(parts))
        yield Linear(draft.head, {**dict.fromkeys(parts, share), result: -1}, result)


def _difference(draft: _Draft) -> Iterable[Rule]:
    result, less = draft.one("hasil"), draft.many("kurang")
    weights: dict[Address, int] = {**dict.fromkeys(less, -1), result: -1}
    constant = draft.constant("dari")
    if constant is not None:
        yield Linear(draft.head, weights, result, constant)
    else:
        yield Linear(draft.head, {draft.one("dari"): 1, **weights}, result)


def _count(draft: _Draft) -> Iterable[Rule]:
    table = draft.report.tables[draft.text("tabel", draft.report.tables)]
    column = draft.entries.get("terisi")
    rows = [row for row in table.rows if not column or table.cell(row, column).text.strip()]
    result = draft.one("hasil")
    yield Linear(draft.head, {result: -1}, result, len(rows))


def _percentage(draft: _Draft) -> Iterable[Rule]:
    def first_from(result: Interval, second: Interval) -> Interval:
        return result / 100 * second

    def second_from(result: Interval, first: Interval) -> Interval:
        return first / (result / 100)

    yield Quotient(draft.head, draft.one("hasil"), draft.one("pembilang"), draft.one("penyebut"),
                    metrics.persen, first_from, second_from)


def _achievement(draft: _Draft) -> Iterable[Rule]:
    """capaian by the direction, formula and cap that the report declares for its indicator."""
    result, target = draft.one("hasil"), draft.one("target")
    indicator = draft.report.indicators.get(target.row)
    way = {"arah": indicator.arah, "rumus": indicator.rumus} if indicator else {}
    cap = indicator.maksimum if indicator else None
    general = draft.report.policies.get("capaian_maksimum")
    yield Quotient(
        draft.head, result, draft.one("realisasi"), target,
        partial(metrics.capaian, **way), partial(metrics.realisasi_untuk, **way),
        partial(metrics.target_untuk, **way),
        cap if cap is not None else Fraction(general) if general else None,
    )


def _growth(draft: _Draft) -> Iterable[Rule]:
    yield Quotient(draft.head, draft.one("hasil"), draft.one("sekarang"), draft.one("sebelum"),
                    metrics.pertumbuhan, metrics.sekarang_untuk, metrics.sebelum_untuk)


def _same(draft: _Draft) -> Iterable[Rule]:
    """One rule for each row that both sides name; two single cells need not share a row."""
    results, sources = draft.many("hasil"), {cell.row: cell for cell in draft.many("sumber")}
    if len(results) == len(sources) == 1:
        yield Same(draft.head, results[0], next(iter(sources.values())))
        return
    for result in results:
        if result.row in sources:
            head = replace(draft.head, name=f"{draft.head.name}[{result.row}]")
            yield Same(head, result, sources[result.row])


def _out_of(draft: _Draft) -> Iterable[Rule]:
    yield CountOutOf(draft.head, draft.one("hasil"), draft.one("penyebut"))


def _rate(draft: _Draft) -> Iterable[Rule]:
    above, below = draft.many("pembilang"), draft.many("penyebut")
    pairs = [p for p in zip(above, below, strict=True)
             if all(_has_data(draft.report, cell) for cell in p)]
    if len(pairs) > 2:
        yield SharedRate(draft.head, tuple(pairs))


def _band(draft: _Draft) -> Iterable[Rule]:
    scale = draft.report.scales[draft.text("skala", draft.report.scales)]
    yield InBand(draft.head, draft.one("hasil"), draft.one("nilai"), scale.pita)


def _not_above(draft: _Draft) -> Iterable[Rule]:
    yield NotAbove(draft.head, draft.one("hasil"), draft.one("penyebut"))


_BUILDERS: dict[str, Callable[[_Draft], Iterable[Rule]]] = {
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
