"""A count of the rows of tables, of those that fill a column, or of the cells that are named."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_analysis.errors import nearest
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.arithmetic import Linear
from lkjip_analysis.rules.base import Rule
from lkjip_analysis.rules.kind import RESULT, SETTING, Kind
from lkjip_analysis.rules.rule_draft import Draft, Wrong


def _build(draft: Draft) -> Iterable[Rule]:
    result = draft.one("hasil")
    if "bagian" in draft.entries:
        yield Linear(draft.head, {result: -1}, result, len(draft.many("bagian")))
        return
    names = [name.strip() for name in draft.text_of("tabel").split(",")]
    rows = sum(_rows(draft, name, draft.entries.get("terisi")) for name in names)
    yield Linear(draft.head, {result: -1}, result, rows)


def _rows(draft: Draft, name: str, column: str | None) -> int:
    """The rows of a table, or those that print something in a column."""
    known = draft.report.tables
    if name not in known:
        raise Wrong(f'tabel: "{name}"', ", ".join(known), nearest(name, known))
    table = known[name]
    if not column:
        return len(table.rows)
    columns = table.type.columns
    if column not in columns:
        raise Wrong(f'terisi: "{column}"', ", ".join(columns), nearest(column, columns))
    return sum(bool(draft.report.text(Address(name, row, column))) for row in table.rows)


ROLES = {"hasil": RESULT, "tabel": SETTING, "terisi": SETTING, "bagian": SETTING}
KIND = Kind("cacah", ROLES, _build)
