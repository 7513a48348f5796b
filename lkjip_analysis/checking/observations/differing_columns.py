"""Two columns that should print the same and differ in many rows: told once, with the rows."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding, Told
from lkjip_analysis.checking.observations.observation_findings import noticed
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.same_figure import same_figure
from lkjip_analysis.report.place_names import heading
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.rule_draft import Draft

SHOWN = 12
"""So many rows are told; of more their number."""


def differing(draft: Draft) -> Iterator[Finding]:
    """The rows in which two columns of one measure print different figures, as a suspicion."""
    report = draft.report
    pairs = draft.pairs("hasil", "sumber")
    apart = [pair for pair in pairs if _differ(report, *pair)]
    if len(apart) < 2:
        return
    where = apart[0][0]
    yield noticed(
        draft,
        "dugaan",
        where,
        Told(_said(report, apart, len(pairs)), where=wording.source(report, where)),
        worded("Pembaca tidak tahu angka mana yang berlaku."),
        [cell for pair in apart for cell in pair],
        advice=worded("Samakan kedua kolom dengan sumbernya, atau jelaskan mengapa berbeda."),
    )


def _said(report: Report, apart: list[tuple[Address, Address]], of: int) -> str:
    one, other = apart[0]
    rows = [
        f"{report.tables[a.table].row_name(a.row)} {_print(report, a)} - {_print(report, b)}"
        for a, b in apart[:SHOWN]
    ]
    more = len(apart) - len(rows)
    return worded(
        "kolom “{head}” mencetak angka lain daripada {table}, kolom “{other}”, pada {count} dari "
        "{of} baris: {rows}.",
        head=heading(report, one),
        table=wording.source(report, other),
        other=heading(report, other),
        count=len(apart),
        of=of,
        rows="; ".join(rows) + (worded("; dan {more} baris lagi", more=more) if more else ""),
    )


def _print(report: Report, address: Address) -> str:
    return wording.quoted(report.cell(address))


def _differ(report: Report, one: Address, other: Address) -> bool:
    prints = [report.cell(address).printed for address in (one, other)]
    told = [printed for printed in prints if printed is not None and printed.value is not None]
    return len(told) == 2 and not same_figure(*told)
