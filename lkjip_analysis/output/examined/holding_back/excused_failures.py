"""Relations that fail and are still believed: by a slip of the fingers, or in one short table.

A relation that was guessed wrongly is seldom off by a digit, or two exchanged. Prints of few digits
tell nothing: many are a slip away from one another. Reports print one table for each goal, of one
row or two: 1 of 2 says nothing of a relation that 13 rows of such tables keep.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from lkjip_analysis.numbers.slips import is_slip
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.reckoned_forward import reckoned
from lkjip_analysis.rules.values import Values, printed_values

Family = tuple[str, str, str, str]
"""The table and column of what a relation reckons, its kind, and its name in the table's type."""
FEWEST = 4
"""In so many rows of the other tables a relation is tried at least."""
MOST_FAILING = 6
"""At most one row in so many of the other tables may fail."""
TELLING = 4
"""So many digits a print has at least."""


def by_a_slip(report: Report, failed: Sequence[Rule]) -> list[Rule]:
    """Those of the failed relations whose result is a slip away from what it should be."""
    if not failed:
        return []
    values = Values(printed_values(report.cells()))
    return [rule for rule in failed if _is_slip(report, rule, values)]


def _is_slip(report: Report, rule: Rule, values: Values) -> bool:
    if not report.is_figure(rule.result) or any(cell not in values.printed for cell in rule.cells):
        return False
    right, printed = reckoned(rule, rule.result, values), report.cell(rule.result).printed
    if right is None or printed is None or printed.digits < TELLING:
        return False
    return is_slip(printed, right)


def kept_in_like_tables(
    report: Report, tried: Mapping[Family, int], failing: Mapping[Family, int]
) -> set[Family]:
    """The relations that fail in one row of their table, and hardly in the others of its type."""
    all_tried, all_failing = _by_type(report, tried), _by_type(report, failing)
    found = set[Family]()
    for family, count in failing.items():
        kind = _of_type(report, family)
        others = all_tried[kind] - tried[family]
        wrong = all_failing[kind] - count
        if count == 1 and others >= FEWEST and wrong * MOST_FAILING <= others:
            found.add(family)
    return found


def _by_type(report: Report, counted: Mapping[Family, int]) -> Counter[Family]:
    """The same counts, over all tables of one type."""
    found = Counter[Family]()
    for family, count in counted.items():
        found[_of_type(report, family)] += count
    return found


def _of_type(report: Report, family: Family) -> Family:
    table, column, kind, name = family
    return (CLAIMS if table == CLAIMS else report.tables[table].type.name), column, kind, name
