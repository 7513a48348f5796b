"""One cause for totals that fail in every column alike: a row that is missing, or counted wrongly.

Two columns that miss by figures of one sign are hardly two misprints. Where one row explains them
all, that is said, and no figure of those rows is called proven wrong.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.written import number
from lkjip_analysis.report.report import Report
from lkjip_analysis.rules import Linear, Rule
from lkjip_analysis.rules.reckoned_forward import reckoned
from lkjip_analysis.rules.values import Values


def one_cause(
    report: Report, rules: Sequence[Rule], failed: frozenset[str], values: Values
) -> Mapping[str, str]:
    """For each failed total that shares its cause with those beside it, that cause in words."""
    sums = [r for r in rules if isinstance(r, Linear) and r.head.kind == "jumlah"]
    causes: dict[str, str] = {}
    for key in (_by_name, _by_rows):
        for totals in grouped((key(rule), rule) for rule in sums).values():
            if len(totals) > 1 and all(rule.head.name in failed for rule in totals):
                words = _cause(report, totals, values)
                causes |= {rule.head.name: words for rule in totals} if words else {}
    return causes


def _by_name(rule: Linear) -> Hashable:
    """Sums that one rule of the report makes for several columns."""
    return rule.head.name.removesuffix(f".{rule.result.column}"), *rule.result[:2]


def _by_rows(rule: Linear) -> Hashable:
    """Sums of the same rows, each in its own column; a sum across columns is of its own kind."""
    where = rule.result
    parts = [cell for cell in rule.cells if cell != where]
    if any((cell.table, cell.column) != (where.table, where.column) for cell in parts):
        return rule.head.name
    return *where[:2], frozenset(cell.row for cell in parts)


def _cause(report: Report, totals: Sequence[Linear], values: Values) -> str:
    """What one row could have done to all these totals; nothing where their signs differ."""
    missing = [gap for rule in totals if (gap := _missing(rule, values)) is not None]
    if len(missing) < len(totals):
        return ""
    for row in _rows(totals):
        cells = [rule.result._replace(row=row) for rule in totals]
        figures = [report.cell(cell).point for cell in cells if cell in values.printed]
        name = wording.label(report, cells[0]).rpartition(" - ")[0]
        if len(figures) == len(missing) and any(figures):
            if figures == [-gap for gap in missing]:
                return worded("baris {name} tampaknya tidak ikut dijumlahkan", name=name)
            if figures == missing:
                return worded("baris {name} tampaknya terhitung dua kali", name=name)
    if all(gap > 0 for gap in missing):
        told = "; ".join(
            f"{report.tables[r.result.table].type.columns[r.result.column].judul} {number(gap)}"
            for r, gap in zip(totals, missing, strict=True)
        )
        return worded("tampaknya satu baris tidak tercetak, dengan {told}", told=told)
    return ""


def _missing(rule: Linear, values: Values) -> Fraction | None:
    """By how much the printed total exceeds the sum of the printed rows; None where one is open."""
    total = reckoned(rule, rule.result, values)
    return None if total is None else Fraction(values.figure(rule.result).texts.low) - total


def _rows(totals: Sequence[Linear]) -> Iterator[str]:
    """The rows that stand in every one of these totals."""
    common = [{cell.row for cell in rule.inputs} for rule in totals]
    for cell in totals[0].inputs:
        if all(cell.row in rows for rows in common):
            yield cell.row
