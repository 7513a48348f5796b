"""Relations and findings by their words, the same from run to run and from year to year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.intake.document.texts import plain_words
from lkjip_analysis.intake.proposal.proposal import Proposal
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Rule


@dataclass(frozen=True)
class Wordings:
    """What a report's tables and sentences are called, to tell relations and findings by."""

    report: Report
    titles: Mapping[str, str]
    sentences: Mapping[str, str]
    _columns: dict[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)
    """How a column of a table is told, which each of its rows asks."""

    def relation(self, rule: Rule) -> str:
        """The kind of a relation, its table, what it computes, and from which columns."""
        others = {self._column(cell) for cell in rule.inputs}
        return " | ".join(
            (rule.head.kind, self._column(rule.result), self._row(rule), ", ".join(sorted(others)))
        )

    def finding(self, finding: Finding) -> str:
        """The kind of a finding and its cells with what they print; years count here."""
        cells = [
            f"{self._column(cell.address)} / {self._called(cell.address)} / {cell.text}"
            for cell in finding.named_cells
        ]
        named = sorted(cells) or [plain_words(f"{finding.source} {finding.label}")]
        return " | ".join((finding.kind, *named))

    def _column(self, address: Address) -> str:
        if address.table == CLAIMS:
            return f"kalimat: {_without_figures(self.sentences.get(address.row, address.row))}"
        key = address.table, address.column
        if key not in self._columns:
            self._columns[key] = self._told(address)
        return self._columns[key]

    def _told(self, address: Address) -> str:
        column = self.report.tables[address.table].type.columns[address.column]
        title = _without_figures(self.titles.get(address.table, address.table))
        return f"{title}: {_without_figures(column.judul) or address.column}"

    def _row(self, rule: Rule) -> str:
        """Of a row that sums up others its name; a relation of a column has no row."""
        table = self.report.tables[rule.result.table]
        return self._called(rule.result) if rule.result.row in table.type.total else ""

    def _called(self, address: Address) -> str:
        if address.table == CLAIMS:
            return plain_words(self.sentences.get(address.row, address.row))
        return plain_words(self.report.tables[address.table].row_name(address.row))


def wordings_of(report: Report, proposal: Proposal) -> Wordings:
    """The words of a report that was laid out from a proposal."""
    return Wordings(
        report,
        {t.name: t.title or t.label for t in proposal.tables},
        {c.kode: c.sentence for c in proposal.claims},
    )


def _without_figures(text: str) -> str:
    """Words without years and other figures, which change from report to report."""
    return " ".join(re.sub(r"\d[\d.,]*", " ", plain_words(text)).split())
