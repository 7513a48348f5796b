"""A relation that fails once in a short table and holds in the others of its type is believed.

Reports print one table for each goal, of one row or two: 1 of 2 says nothing of a relation that
13 rows of such tables keep.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from lkjip_analysis.report.report import CLAIMS, Report

Family = tuple[str, str, str]
FEWEST = 4
"""In so many rows of the other tables a relation is tried at least."""
MOST_FAILING = 6
"""At most one row in so many of the other tables may fail."""


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
    table, column, kind = family
    return (CLAIMS if table == CLAIMS else report.tables[table].type.name), column, kind
