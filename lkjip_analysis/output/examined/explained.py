"""What a finding says to the reader of the document: which figure, where, why, how it was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import SHOWN_AS, Finding
from lkjip_analysis.intake.document.places import Place, pages_of
from lkjip_analysis.output.examined.outcome import Examined
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.tables import Address, Cell

FORMS = {"-gaya": "ditulis dengan gaya angka lain", "-pembulatan": "dibulatkan tidak seperti biasa"}
"""Findings of form: those of one column are told together."""
MARKED = 12
"""A comment is set at no more than so many places of one finding; the page lists them all."""


@dataclass(frozen=True)
class Explained:
    """One finding, or the findings of form of one column, in words and with its places."""

    code: str
    standing: str
    where: str
    opening: str
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    how: str
    effect: str
    places: tuple[Place, ...]
    codes: tuple[str, ...] = ()
    """The findings that it tells of."""

    @property
    def badge(self) -> str:
        return SHOWN_AS[self.standing]

    @property
    def text(self) -> str:
        """The whole as the comment in a document."""
        lines = [f"{self.badge}: {self.where}", self.opening]
        for heading, items in self.lists:
            lines += [f"{heading}:", *(f"- {item}" for item in items)]
        lines += [f"Cara menemukan: {self.how}"] if self.how else []
        return "\n".join([*lines, *([self.effect] if self.effect else [])])


def explained(seen: Examined) -> tuple[Explained, ...]:
    """Every finding, the surest kind first, those of form gathered by column."""
    gathered: dict[str, list[Finding]] = {}
    for finding in seen.verification.findings:
        gathered.setdefault(_gathering(finding), []).append(finding)
    told = [_one(seen, found[0]) if len(found) == 1 else _together(seen, found)
            for found in gathered.values()]  # fmt: skip
    order = list(SHOWN_AS)
    return tuple(sorted(told, key=lambda one: order.index(one.standing)))


def _gathering(finding: Finding) -> str:
    """Findings of one form in one column are one; all others stand alone."""
    form = next((form for form in FORMS if finding.id.endswith(form)), "")
    cells = finding.named_cells
    if not form or len(cells) != 1 or cells[0].address.table == CLAIMS:
        return finding.id
    return f"{cells[0].address.table} {cells[0].address.column} {form}"


def _one(seen: Examined, finding: Finding) -> Explained:
    clean = seen.cleaner
    lists = tuple((heading, tuple(map(clean, items)))
                  for heading, items in finding.told.lists if items)  # fmt: skip
    return Explained(
        finding.id, finding.standing, _where(seen, finding),
        clean(_without_place(finding.told.opening)), lists, seen.how(finding),
        "" if finding.impact in finding.message else finding.impact,
        seen.places_of(finding), (finding.id,),
    )  # fmt: skip


def _together(seen: Examined, found: Sequence[Finding]) -> Explained:
    """Findings of form of one column: one sentence, then each of its rows."""
    report, first = seen.verification.report, found[0]
    cells = [finding.named_cells[0] for finding in found]
    form = next(text for ending, text in FORMS.items() if first.id.endswith(ending))
    rows = tuple(
        f"baris “{_row(report, cell.address)}”: {wording.quoted(cell)}, "
        f"lazimnya {finding.remedies[0].cells[0].text}"
        for cell, finding in zip(cells, found, strict=True)
    )
    places = tuple(place for finding in found for place in seen.places_of(finding))
    where = f"{wording.source(report, cells[0].address)}, kolom “{_column(report, cells[0])}”"
    return Explained(
        first.id, first.standing, f"{where}{_on(places)}",
        f"{len(found)} angka di kolom ini {form}.", (("Barisnya", rows),),
        seen.how(first), "", places, tuple(finding.id for finding in found),
    )  # fmt: skip


def _where(seen: Examined, finding: Finding) -> str:
    """The table, row and column, or the sentence, that a finding is about, and its page."""
    report = seen.verification.report
    address = _about(seen, finding)
    on = _on(seen.places_of(finding))
    if address is None:
        return f"{finding.source}, {finding.label}{on}"
    source = wording.source(report, address)
    if address.table == CLAIMS:
        sentence = seen.sentences.get(address.row, "") or finding.label
        return f"kalimat di {source}{on}: “{sentence}”"
    cell = report.cell(address)
    return f"{source}, baris “{_row(report, address)}”, kolom “{_column(report, cell)}”{on}"


def _about(seen: Examined, finding: Finding) -> Address | None:
    """The figure that is wrong, or the one that does not follow from the others."""
    if finding.cell:
        return finding.cell.address
    named = [cell.address for cell in finding.named_cells]
    rules = [r.result for r in seen.verification.rules if r.head.name in finding.rules]
    of_label = [a for a in (*rules, *named)
                if wording.label(seen.verification.report, a) == finding.label]  # fmt: skip
    return next(iter([*of_label, *(named if len(named) == 1 else [])]), None)


def _row(report: Report, address: Address) -> str:
    return report.tables[address.table].row_name(address.row)


def _column(report: Report, cell: Cell) -> str:
    return report.tables[cell.address.table].type.columns[cell.address.column].judul


def _on(places: Iterable[Place]) -> str:
    """The page, the cells or the line where it is printed, as a person looks it up."""
    held = list(places)
    if pages := pages_of(held):
        return f" (halaman {pages} dari berkas)"
    told = dict.fromkeys(place.at for place in held if place.at and "!" in place.at)
    sheets = [f"lembar {at.rpartition('!')[0]}, sel {at.rpartition('!')[2]}" for at in told]
    lines = dict.fromkeys(place.at for place in held if place.at.startswith("baris "))
    found = "; ".join([*sheets, *(f"{line} dari berkas" for line in lines)][:MARKED])
    return f" ({found})" if found else ""


def _without_place(opening: str) -> str:
    """The opening of a finding after the place, which stands above it."""
    match = re.match(r"[^:]*(?:: (?=tertulis|\d+ pemeriksaan|satu pemeriksaan|[a-z]))", opening)
    told = opening[match.end() :] if match else opening
    return told[:1].upper() + told[1:]
