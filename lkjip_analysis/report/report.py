"""One report of one agency and year: its tables, claims, scales, indicators and corrections.

Two layers, never mixed. `tercetak` is what was printed; `dipakai` is the print with the
corrections of koreksi.csv that a person accepted. `load` gives the printed layer, `Report.used`
the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Literal

from lkjip_analysis.language import worded
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import Arah, Band, Rumus
from lkjip_analysis.report.grades import grade
from lkjip_analysis.report.official_codes import Codes
from lkjip_analysis.report.schema import Column, Precision
from lkjip_analysis.report.series import Declared
from lkjip_analysis.report.tables import Address, Cell, Table, read_cell, same_label

LAYER_WORDS = {"tercetak": "sebelum koreksi", "dipakai": "sesudah koreksi"}
"""The layers as readers are told them."""

Layer = Literal["tercetak", "dipakai"]
CLAIMS = "klaim"
CORRECTIONS = "koreksi"


@dataclass(frozen=True)
class Indicator:
    """One performance indicator: its stable code, direction and formula, as the report uses them.

    `presisi` says whether its realisasi is exact (a count) or rounded, `presisi_target` the same
    of its target; None where the report does not tell. `urutan` are its grades, worst first, where
    it prints grades (B, WTP) instead of figures.
    """

    kode: str
    nama: str
    singkat: str
    arah: Arah
    rumus: Rumus
    satuan: str
    presisi: Precision
    maksimum: Fraction | None
    urutan: tuple[str, ...] = ()
    presisi_target: Precision | None = None
    minimum: Fraction | None = None


@dataclass(frozen=True)
class Scale:
    """A scale of categories as printed, with its place in the report and the rule it cites."""

    nama: str
    sumber: str
    rujukan: str
    pita: tuple[Band, ...]
    dicetak: bool = True

    @property
    def source(self) -> str:
        """Where it is printed, in words that stand in a sentence also where nobody said it."""
        return self.sumber or worded("skala laporan ini")


@dataclass(frozen=True)
class RuleSpec:
    """A rule as data: where it is written, the table it belongs to, and its entries."""

    file: str
    line: int
    table: str
    entries: Mapping[str, Any]

    @property
    def stem(self) -> str:
        """What the names of its rules begin with."""
        return f"{self.table or 'laporan'}.{self.entries['nama']}"


@dataclass(frozen=True)
class Acceptance:
    """Who accepted something, as what (penyusun, pemeriksa, penyetuju), and on which day."""

    by: str = ""
    role: str = ""
    date: str = ""

    def __str__(self) -> str:
        who = f"{self.by} ({self.role})" if self.by and self.role else self.by or self.role
        return ", ".join(part for part in (who, self.date) if part)


@dataclass(frozen=True)
class Correction:
    """A correction that a person accepted: the cell, its print, the new text, why, and who."""

    address: Address
    printed: str
    text: str
    reason: str
    certificate: str
    line: int
    accepted: Acceptance = Acceptance()

    def as_json(self) -> dict[str, str]:
        """What was accepted, why, and by whom."""
        return {
            "sel": str(self.address),
            "tercetak": self.printed,
            "menjadi": self.text,
            "alasan": self.reason,
            "oleh": self.accepted.by,
            "peran": self.accepted.role,
            "tanggal": self.accepted.date,
        }


@dataclass(frozen=True)
class Evidence:
    """A document beside the report that holds some of its figures, with its rank (1 strongest).

    `tests` pairs cells of its table with cells of the report, both as written (globs by row).
    """

    dokumen: str
    peringkat: int
    table: Table
    tests: tuple[tuple[str, str], ...]
    line: int


def _plain(name: str) -> str:
    """A government's name without what some write and some leave out.

    >>> _plain("Pemerintah Kab. Blora")
    'kabupaten blora'
    """
    words = " ".join(name.casefold().split()).replace("kab. ", "kabupaten ")
    return words.removeprefix("pemerintah ")


@dataclass(frozen=True)
class Report:
    """Everything that one folder of data/raw holds, in one layer.

    `contents` names the sections that a reader found (`memuat`); only a report transcribed whole
    can lack something. `evidence` never takes part in `tables`: it is no part of the print.
    `origins` tells of an imported cell in which sheet and cell it stood, `rejected` which relations
    (`hubungan`) and findings (`temuan`) a person said are none; `published` is the public address
    of the document, `contact` whom a reader asks about its figures, where the folder names them.
    """

    instansi: str
    tahun: int
    nama: str
    pemerintah: str
    dokumen: str
    tanggal_data: date
    layer: Layer
    scales: Mapping[str, Scale]
    indicators: Mapping[str, Indicator]
    sasaran: Mapping[str, str]
    policies: Mapping[str, str]
    tables: Mapping[str, Table]
    specs: tuple[RuleSpec, ...] = field(repr=False)
    corrections: tuple[Correction, ...] = ()
    references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tujuan: Mapping[str, str] = field(default_factory=dict)
    contents: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False
    over_years: Declared = field(default_factory=Declared)
    evidence: tuple[Evidence, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict, repr=False)
    rejected: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    codes: Codes = field(default_factory=Codes)
    published: str = ""
    contact: str = ""

    @property
    def government(self) -> str:
        """The government an agency belongs to; nothing where its name says it already."""
        own, whole = (_plain(text) for text in (self.pemerintah, self.nama))
        return "" if own in whole or whole == own else self.pemerintah

    @property
    def full_name(self) -> str:
        return f"{self.nama} {self.government}".strip()

    def is_accepted(self, address: Address) -> bool:
        """Is a correction of this cell accepted in koreksi.csv?"""
        return any(correction.address == address for correction in self.corrections)

    def cell(self, address: Address | str) -> Cell:
        """The cell at an address. Raises: KeyError for an address that names none."""
        where = Address.parse(address) if isinstance(address, str) else address
        return self.tables[where.table].cells[where]

    def is_figure(self, address: Address) -> bool:
        """Does a cell print a number, and neither nothing, nor a grade, nor a range?"""
        cell = self.tables[address.table].cells.get(address)
        return cell is not None and cell.is_figure

    def text(self, address: Address) -> str:
        """What a cell prints; nothing where its column was left out of the file."""
        cell = self.tables[address.table].cells.get(address)
        return cell.words if cell else ""

    def cells(self) -> Iterator[Cell]:
        for table in self.tables.values():
            yield from table

    def figures(self) -> Iterator[Cell]:
        """Every cell that prints a number."""
        return iter(self._figures)

    @cached_property
    def _figures(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells() if cell.is_figure)

    def capaian(self, kode: str, realisasi: Fraction, target: Fraction) -> Fraction | None:
        """Achievement in percent by the indicator's own direction, formula and maximum.

        None where neither its formula nor a policy of the report defines it.
        """
        indicator = self.indicators.get(kode)
        arah, rumus = (indicator.arah, indicator.rumus) if indicator else ("naik", "R/T")
        if target == 0:
            policy = self.policies.get("target_nol")
            return Fraction(policy) if policy and realisasi == 0 else None
        if arah == "turun" and rumus == "T/R" and realisasi == 0:
            return None
        value, cap = metrics.capaian(realisasi, target, arah, rumus), self.maximum(kode)
        least = self.minimum(kode)
        value = value if least is None else max(value, least)
        return value if cap is None else min(value, cap)

    def maximum(self, kode: str) -> Fraction | None:
        """The most that a capaian of an indicator may be, percent; None where nothing says so."""
        indicator = self.indicators.get(kode)
        cap = (indicator and indicator.maksimum) or self.policies.get("capaian_maksimum")
        return Fraction(cap) if cap else None

    def minimum(self, kode: str) -> Fraction | None:
        """The least that a capaian of an indicator may be, percent; None where nothing says so."""
        indicator = self.indicators.get(kode)
        if indicator is not None and indicator.minimum is not None:
            return indicator.minimum
        told = self.policies.get("capaian_minimum")
        return Fraction(told) if told else None

    def used(self) -> Report:
        """The layer `dipakai`: this report with its accepted corrections in place."""
        mended = (rewrite(self.cell(c.address), c.text) for c in self.corrections)
        return replace(self.holding(mended), layer="dipakai")

    def holding(self, cells: Iterable[Cell]) -> Report:
        """The same report with these cells in place of those at their addresses."""
        fresh: dict[str, dict[Address, Cell]] = {}
        for cell in cells:
            fresh.setdefault(cell.address.table, {})[cell.address] = cell
        tables = {
            name: replace(self.tables[name], cells={**self.tables[name].cells, **held})
            for name, held in fresh.items()
        }
        return replace(self, tables={**self.tables, **tables})


def printed_columns(table: Table) -> list[Column]:
    """The columns that the report itself prints: no key of ours, of a claim only what it says."""
    if table.name == CLAIMS:
        return [table.type.columns[name] for name in ("bagian", "paragraf", "tentang", "nilai")]
    present = {address.column for address in table.cells}
    key = table.type.columns[table.type.kunci]
    return [
        column
        for column in table.type.columns.values()
        if column.name in present and not (column is key and key.arti)
    ]


def rewrite(cell: Cell, text: str) -> Cell:
    """The same cell with another text. Raises: Unreadable where `text` is no figure."""
    column = replace(cell.column, tipe="angka") if cell.printed is not None else cell.column
    if column.predikat:
        known = column.predikat == grade(cell.text)
        column = replace(column, predikat=grade(text) if known else same_label(text))
    fresh = read_cell(cell.address, text, cell.file, cell.line, column)
    decimals = max(fresh.decimals, cell.decimals) if cell.precision == "umum" else fresh.decimals
    told = column if column.predikat else cell.column
    return replace(fresh, precision=cell.precision, decimals=decimals, column=told)
