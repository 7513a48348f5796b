"""What examining one document gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lkjip_analysis.checking.findings.finding import SHOWN_AS, Finding, summary
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.intake.document.identity import Identity
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.output.examined.basis.cell_places import Places
from lkjip_analysis.output.examined.basis.measured_cells import MeasuredCells
from lkjip_analysis.output.examined.basis.sheet_formulas import SheetFormulas
from lkjip_analysis.output.examined.holding_back.believed_relations import Support
from lkjip_analysis.output.examined.telling.plain_reasons import Cleaner
from lkjip_analysis.output.examined.telling.reckonings import reckoning
from lkjip_analysis.report.report import CLAIMS
from lkjip_analysis.report.tables import Address, Cell
from lkjip_analysis.rules import Rule

NO_PICTURES = (
    "Gambar letak temuan tidak dibuat: LibreOffice tidak ada di komputer ini, "
    "atau tidak selesai mencetak"
)
NOT_MARKED = "PDF ini tidak dapat ditandai, karena susunan halamannya rusak"
NO_TABLES = (
    "Tidak ada tabel yang terbaca, jadi hanya kalimatnya yang diperiksa; tabel berupa gambar "
    "harus diketik"
)


@dataclass(frozen=True)
class Examined:
    """A document examined: whose it is, what verifying gave, where every cell is printed."""

    file: str
    identity: Identity
    verification: Verification
    places: Places
    support: Mapping[str, Support]
    remarks: tuple[str, ...]
    sentences: Mapping[str, str] = field(default_factory=dict)
    """The sentence of each claim, by its code."""
    relations: tuple[Rule, ...] = ()
    """Every relation that was tried; `failed` are those of them that fail."""
    failed: tuple[Rule, ...] = ()
    cleaner: Cleaner = field(default_factory=lambda: Cleaner({}, {}))
    cells_of: Mapping[str, str] = field(default_factory=dict)
    """The cells that a proposed relation names, by the name of its rule."""
    of_years: tuple[str, ...] = ()
    """Sentences about other years' reports that it was held against."""
    unread: int = 0
    """How many cells could not be read as a figure; `remarks` name each."""
    untried: tuple[str, ...] = ()
    """Of the remarks those on relations that are left out, since no file holds so many."""
    untested: int = 0
    """How many figures of sentences nothing tested; `remarks` name them."""
    marked: str = ""
    """The name of the document with its marks, once it is written; nothing without comments."""
    rejected: tuple[Finding, ...] = ()
    """The findings that a person rejected."""
    formulas: SheetFormulas = field(default_factory=SheetFormulas)
    """The formulas of the document, where it is a workbook."""

    @cached_property
    def by_value(self) -> Mapping[Fraction, list[Cell]]:
        """The printed figures by their value."""
        tables = self.verification.report.tables.values()
        cells = (cell for table in tables for cell in table)
        return grouped((c.point, c) for c in cells if c.is_figure and not c.derived)

    @property
    def has_tables(self) -> bool:
        return any(name != CLAIMS for name in self.verification.report.tables)

    @cached_property
    def measured(self) -> MeasuredCells:
        return MeasuredCells(self.verification.report)

    @property
    def counted(self) -> str:
        """How many findings of each standing, and how many figures were tested, in words."""
        counts = summary(self.verification.findings)
        parts = [f"{n} {worded(SHOWN_AS[kind])}" for kind, n in counts.items() if n]
        told = self.verification.coverage.as_json()
        tested = worded(
            "{parts}; {watched} dari {figures} angka teruji.",
            parts=", ".join(parts) or worded("Tidak ada temuan"),
            watched=told["watched"],
            figures=told["figures"],
        )
        left = [
            worded("{count} angka dalam kalimat tidak teruji (disebut di halaman).",
                   count=self.untested) if self.untested else "",
            worded("{count} sel tidak terbaca (rinciannya di halaman).", count=self.unread)
            if self.unread else "",
        ]  # fmt: skip
        return " ".join([tested, *filter(None, left)])

    def how(self, finding: Finding) -> str:
        """By which relations a finding was found, and in how many rows they hold."""
        found: dict[str, dict[str, None]] = {}
        for held in (self.support[name] for name in finding.rules if name in self.support):
            found.setdefault(held.words, {}).update({held.kept: None} if held.kept else {})
        return "; ".join(", ".join([words, *kept]) for words, kept in found.items())

    def reckoned(self, rule: Rule) -> str:
        """How a relation was reckoned, in the figures as printed, and by what formula."""
        figures = reckoning(self.verification.report, rule)
        if not figures:
            return ""
        at = self._at(rule.result)[0]
        parts = {place for cell in rule.cells for place in self._at(cell)} - {"", at}
        told = worded("Hitungannya: {reckoned}", reckoned=figures)
        return ". ".join(filter(None, [told, at and self.formulas.told(at, parts)]))

    def _at(self, cell: Address) -> list[str]:
        return [place.at for place in self.places.get(cell, ())] or [""]

    def place_of(self, rule: Rule) -> str:
        """The table and column, or the sentence, that a relation computes."""
        report, address = self.verification.report, rule.result
        table = report.tables[address.table]
        if address.table == CLAIMS:
            return self.sentences.get(address.row, "") or table.row_name(address.row)
        told = worded(
            "{label}, kolom “{judul}”",
            label=table.label,
            judul=table.type.columns[address.column].judul,
        )
        summed = address.row in table.type.total
        return (
            worded("{told}, baris “{row}”", told=told, row=table.row_name(address.row))
            if summed
            else told
        )


@dataclass(frozen=True)
class Outcome:
    """What a command tells of one document; it travels between processes."""

    file: str
    identity: str = ""
    counted: str = ""
    is_clean: bool = True
    told: dict[str, Any] | None = None
    problem: str = ""
    """Why it could not be examined; nothing where it was."""
    aloud: tuple[str, ...] = ()
    """What is said in the terminal too: of several documents once."""
    marked: str = ""
    """The name of the document with its marks; nothing for what has no comments."""
    whose: str = ""
    """Agency and government in words that compare; nothing where one of them is not printed."""
    year: int = 0
    of_years: tuple[str, ...] = ()
    """Sentences about other years' reports that it was held against."""
    has_tables: bool = True
