"""Relations that most reports have between their tables, as rules for the tables at hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from lkjip_analysis.intake.document.changed_budgets import BUDGET_SPENT, FIRST_BUDGET
from lkjip_analysis.intake.excel.filled_table import Filled
from lkjip_analysis.intake.relations.basis.figure_grid import near, value
from lkjip_analysis.intake.relations.rows.means_of_others import is_mean_of, is_of_other_figures
from lkjip_analysis.intake.tables.read_figures import figure_of
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.printed import Printed
from lkjip_analysis.report.row_levels import top
from lkjip_analysis.report.row_names import is_mean_name

Rule = dict[str, Any]
Maker = Callable[[Mapping[str, list[Filled]]], Iterator[Rule]]


def common_rules(tables: Sequence[Filled], wanted: Mapping[str, str]) -> list[Rule]:
    """The rules of each usual relation that is wanted (`ya`, or not answered)."""
    by_type = grouped((table.type.name, table) for table in tables)
    return [
        rule
        for name, make in MAKERS.items()
        if wanted.get(name, "ya") != "tidak"
        for rule in make(by_type)
    ]


def _of_achievement(kind: str, column: str, reason: str) -> Maker:
    """A column of a table of this kind that the achievement tables print as well."""

    def rules(tables: Mapping[str, list[Filled]]) -> Iterator[Rule]:
        for one, reached in product(tables.get(kind, []), tables.get("capaian", [])):
            yield from _same(column, one, column, reached, column, reason)

    return rules


_targets = _of_achievement(
    "perjanjian", "target", "target yang diukur adalah target yang diperjanjikan"
)
_summaries = _of_achievement("ringkasan", "capaian", "ringkasan mengulang capaian")


def _means(tables: Mapping[str, list[Filled]]) -> Iterator[Rule]:
    """The mean of each sasaran stands in the first row of its indicators."""
    for summary in tables.get("ringkasan", []):
        if "rerata_sasaran" not in summary.columns:
            continue
        for number, rows in enumerate(summary.groups("sasaran"), 1):
            means = [key for key in rows if summary.text(key, "rerata_sasaran")]
            if len(means) == 1 and len(rows) > 1:
                yield {
                    "nama": f"rerata_{summary.name}_{number}",
                    "jenis": "rerata",
                    "hasil": f"{summary.name}[{means[0]}].rerata_sasaran",
                    "bagian": [f"{summary.name}[{key}].capaian" for key in rows],
                    "dasar": "tercetak",
                    "sebab": "kolom rata-rata capaian sasaran",
                }


def _budgets(tables: Mapping[str, list[Filled]]) -> Iterator[Rule]:
    for promised in tables.get("program", []):
        for spent in tables.get("anggaran", []):
            column = BUDGET_SPENT
            if _is_first(promised) and not _is_first(spent):
                column = FIRST_BUDGET  # the budget that it became is another figure
            elif _is_first(spent) and not _is_first(promised):
                continue
            reason = "program yang sama dengan pagu yang sama"
            yield from _same("pagu", promised, BUDGET_SPENT, spent, column, reason)


def _is_first(table: Filled) -> bool:
    """Does a table print the budget as it was first set, before it was changed?"""
    columns = table.found.match.columns.items()
    headings = [table.found.labels[place] for place, name in columns if name == BUDGET_SPENT]
    told = " ".join((table.found.sheet.title, table.found.title, *headings)).casefold()
    return bool(re.search(r"\b(?:awal|murni|induk|sebelum perubahan)\b", told))


def _names(tables: Mapping[str, list[Filled]]) -> Iterator[Rule]:
    for promised in tables.get("perjanjian", []):
        for listed in tables.get("iku", []):
            if set(promised.keys) & set(listed.keys):
                yield {
                    "nama": f"nama_{promised.name}_{listed.name}",
                    "jenis": "teks_sama",
                    "hasil": f"{promised.name}[*].indikator",
                    "sumber": f"{listed.name}[*].indikator",
                    "sebab": "indikator yang diperjanjikan adalah indikator kinerja utama",
                }


def _summary_rows(tables: Mapping[str, list[Filled]]) -> Iterator[Rule]:
    """Rows that call themselves the mean or total of the rows above them."""
    for table in (table for found in tables.values() for table in found):
        above: list[str] = []
        summaries = set(table.summaries)
        for key in table.keys:
            if key in summaries:
                yield from _summed(table, key, above or _of_all(table, key))
                above = []
            elif key not in table.type.total:
                above.append(key)


def _summed(table: Filled, key: str, above: Sequence[str]) -> Iterator[Rule]:
    only = len(table.summaries) == 1 and len(above) == sum(
        other not in table.type.total for other in table.keys[:-1]
    )
    mean = is_mean_name(table.text(key, table.type.nama_baris))
    if table.type.total and not mean:
        yield from _subtotal(table, key, top(above))
        return
    parts = ["*"] if only else above
    for column in table.columns if above else ():
        if table.type.columns[column].is_number and any(map(str.isdigit, table.text(key, column))):
            if mean and _is_of_other_figures(table, key, column, above):
                continue
            yield _of_rows_above(table, key, column, parts, mean)


def _of_rows_above(
    table: Filled, key: str, column: str, parts: Sequence[str], is_mean: bool
) -> Rule:
    word = "rata-rata" if is_mean else "jumlah"
    return {
        "nama": f"{key}_{table.name}_{column}",
        "jenis": "rerata" if is_mean else "jumlah",
        "hasil": f"{table.name}[{key}].{column}",
        "bagian": [f"{table.name}[{part}].{column}" for part in parts],
        "dasar": "tercetak",
        "sebab": f"baris ini disebut {word} baris di atasnya",
    }


def _subtotal(table: Filled, key: str, parts: Sequence[str]) -> Iterator[Rule]:
    """The amounts of a subtotal, where one of them at least is the sum of the rows above it."""
    columns = [c for c in table.columns if table.type.columns[c].satuan == "rupiah"]
    told = {c: _figures(table, (key, *parts), c) for c in columns}
    if any(
        len(t) > 2 and near(t[0], sum(map(value, t[1:]), Fraction(0)), t) for t in told.values()
    ):
        for column in (c for c in columns if len(told[c]) > 1):
            yield _of_rows_above(table, key, column, parts, is_mean=False)


def _of_all(table: Filled, key: str) -> list[str]:
    """The rows of all groups, for a last mean below those of the groups that is not their mean."""
    if "capaian" not in table.columns or key != table.summaries[-1]:
        return []
    rows = [row for row in table.keys if row not in (*table.summaries, *table.type.total)]
    means, figures = _capaian(table, table.summaries), _capaian(table, rows)
    if means and not is_mean_of(means[-1], figures) and is_mean_of(means[-1], means[:-1]):
        return []
    return rows


def _capaian(table: Filled, rows: Sequence[str]) -> list[Printed]:
    return _figures(table, rows, "capaian")


def _figures(table: Filled, rows: Sequence[str], column: str) -> list[Printed]:
    """The figures of a column in these rows, those without one left out."""
    kind = table.type.columns[column]
    told = (figure_of(table.text(row, column), kind) for row in rows)
    return [figure for figure in told if figure and figure.value is not None]


def _is_of_other_figures(table: Filled, key: str, column: str, above: Sequence[str]) -> bool:
    values = [value(figure) for figure in _figures(table, (key, *above), column)]
    return len(values) > 2 and is_of_other_figures(values[0], values[1:])


def _same(
    stem: str, first: Filled, column: str, second: Filled, other: str, reason: str
) -> Iterator[Rule]:
    """One figure in two tables, for the rows that both have."""
    shared = set(first.keys) & set(second.keys) - set(first.type.total)
    if shared and column in first.columns and other in second.columns:
        yield {
            "nama": f"{stem}_{first.name}_{second.name}",
            "jenis": "sama",
            "hasil": f"{first.name}[*].{column}",
            "sumber": f"{second.name}[*].{other}",
            "dasar": "tafsir",
            "sebab": reason,
        }


MAKERS: dict[str, Maker] = {
    "target_perjanjian": _targets,
    "ringkasan_capaian": _summaries,
    "rerata_sasaran": _means,
    "pagu_program": _budgets,
    "nama_indikator": _names,
    "baris_ringkasan": _summary_rows,
}
