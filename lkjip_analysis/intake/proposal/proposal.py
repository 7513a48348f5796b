"""What is proposed to a person: tables with their type, claims with their rule, and the rest.

Everything here is a proposal; `diterima` in the workbook turns it into data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lkjip_analysis.intake.document.blocks import FigurePlace
from lkjip_analysis.intake.document.printed_places import Place
from lkjip_analysis.intake.relations import FoundRelation
from lkjip_analysis.intake.tables.printed_table import Refused
from lkjip_analysis.intake.tables.type_guesses import TypeGuess
from lkjip_analysis.report.schema import TableType

HIGH, MIDDLE, LOW = "tinggi", "sedang", "rendah"
DIFFERENT = "berbeda"
"""Marks a rule, or one of the other readings, whose cells print otherwise than the sentence."""
SEVERAL_CELLS = "sel mencetak angka ini; pilih satu"
UNNAMED_CELL = "ada sel dengan angka ini, tetapi kalimatnya tidak menyebut baris atau kolomnya"
NO_CELL = "tidak ada sel atau hubungan yang cocok"
"""Why the figure of a sentence is held to nothing; the first stands behind how many."""


@dataclass(frozen=True)
class ProposedTable:
    """A table as it would be written: `columns` are the type's, one text each in `rows`.

    `heads` are the printed headings of those columns (nothing for a column made here).
    """

    name: str
    label: str
    title: str
    part: str
    kind: TableType
    is_new: bool
    sureness: str
    reason: str
    columns: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    unreadable: Mapping[tuple[int, str], str] = field(default_factory=dict)
    two_ways: frozenset[tuple[int, str]] = frozenset()
    """Cells that are one number with a decimal comma and another with a decimal point."""
    unshown: frozenset[tuple[int, str]] = frozenset()
    """Cells whose text is what is stored, not what is printed: a person must say it."""
    scales_asked: Mapping[str, str] = field(default_factory=dict)
    """Columns that may be counted in the word that their heading tells, or in full rupiah."""
    others: tuple[TypeGuess, ...] = ()
    place: int = 0
    left_rows: tuple[tuple[str, ...], ...] = ()
    """Rows that the type has no place for, as printed: notes, subtotals, lines below a table."""
    left_columns: tuple[tuple[str, int], ...] = ()
    """What heads the columns of figures that the type has no place for, with the cells of each."""
    where: tuple[Mapping[str, tuple[Place, ...]], ...] = ()
    """For each row where its cells are printed, by column, where the document knows its pages."""
    rounded: frozenset[tuple[int, str]] = frozenset()
    """Cells whose number a workbook stores with more digits than it shows, by row and column."""
    is_partial: bool = False
    """Are rows of it hidden and left out, which a total may hold?"""

    def printed(self, column: str) -> list[tuple[str, str]]:
        """What each row prints in a column, behind the key of the row."""
        key, place = self.columns.index(self.kind.kunci), self.columns.index(column)
        return [(row[key], row[place]) for row in self.rows]

    def head(self, column: str) -> str:
        """What is printed above a column."""
        return self.heads[self.columns.index(column)]

    @property
    def keys(self) -> list[str]:
        """The keys of all rows."""
        return [key for key, _ in self.printed(self.kind.kunci)]

    @property
    def own_keys(self) -> list[str]:
        """The keys of the rows that sum up no others."""
        return [key for key in self.keys if key not in self.kind.total]

    @property
    def names(self) -> list[tuple[str, str]]:
        """What each row is called, behind its key."""
        return self.printed(self.kind.nama_baris)


@dataclass(frozen=True)
class ProposedClaim:
    """A row of klaim.csv as it would be written, with the sentence it was read from."""

    kode: str
    bagian: str
    paragraf: str
    tentang: str
    nilai: str
    tipe: str
    satuan: str = ""
    presisi: str = ""
    aturan: str = ""
    sel: str = ""
    dasar: str = ""
    sebab: str = ""
    sureness: str = LOW
    sentence: str = ""
    note: str = ""
    candidates: tuple[str, ...] = ()
    differs: bool = False
    where: tuple[Place, ...] = ()
    """Where what it tells of is printed, if in no sentence."""

    @property
    def place(self) -> FigurePlace:
        """Where its figure is printed."""
        return self.bagian, self.paragraf.partition(",")[0], self.nilai

    @property
    def may_differ(self) -> bool:
        """Does it agree, or have no rule, while another reading of it tells otherwise?"""
        contrary = (text.startswith(f"{DIFFERENT}:") for text in self.candidates)
        return not self.differs and any(contrary)


def accused_figures(claims: Iterable[ProposedClaim]) -> dict[FigurePlace, str]:
    """The figures of claims that contradict what they were tied to, each with its claim's code."""
    return {claim.place: claim.kode for claim in claims if claim.differs}


def not_accused(
    found: Iterable[ProposedClaim], claims: Iterable[ProposedClaim]
) -> list[ProposedClaim]:
    """The claims found whose figure none of the others contradicts already."""
    accused = accused_figures(claims)
    return [claim for claim in found if claim.place not in accused]


@dataclass(frozen=True)
class ProposedRule:
    """A rule between tables, as laporan.yaml would hold it."""

    nama: str
    jenis: str
    sel: str
    dasar: str
    sebab: str
    sureness: str = MIDDLE
    found: FoundRelation | None = None
    """How it was found and how many rows keep it, where it lies inside one table."""


@dataclass(frozen=True)
class ProposedIndicator:
    """One indicator with the direction its printed capaian tells."""

    kode: str
    nama: str
    satuan: str
    arah: str
    rumus: str
    presisi: str
    reason: str
    maksimum: str = ""
    """Where the printed capaian is cut off; nothing where it is not."""
    minimum: str = ""
    presisi_target: str = ""
    """"bulat" where only a rounded target gives the printed capaian."""
    is_open: bool = False
    """Do its words and its print say otherwise of its direction?"""


@dataclass(frozen=True)
class ProposedBand:
    """One band of a scale of categories."""

    skala: str
    nama: str
    dari: str = ""
    lebih_dari: str = ""
    sampai: str = ""
    kurang_dari: str = ""
    source: str = ""


@dataclass(frozen=True)
class LeftOut:
    """A figure of the text that is no claim, and why."""

    bagian: str
    figure: str
    reason: str
    sentence: str
    paragraf: str = ""
    """Its paragraph, where it stands in one."""


@dataclass(frozen=True)
class Proposal:
    """All that a document proposes for one agency and year."""

    file: str
    instansi: str
    tahun: int
    nama: str
    pemerintah: str
    tables: tuple[ProposedTable, ...]
    claims: tuple[ProposedClaim, ...]
    rules: tuple[ProposedRule, ...]
    indicators: tuple[ProposedIndicator, ...]
    bands: tuple[ProposedBand, ...]
    sasaran: Mapping[str, str]
    left_out: tuple[LeftOut, ...]
    remarks: tuple[str, ...] = ()
    """What there is to say about the reading: text that is hidden, pages that are pictures."""
    untried: tuple[str, ...] = ()
    """Of the remarks those on relations that are left out or not looked for, being too many."""
    refused: tuple[Refused, ...] = ()
    """Columns of its tables that are not read, each with its table and why."""
