"""What a finding says to the reader of the document: which figure, where, why, how it was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import SHOWN_AS, Finding
from lkjip_analysis.intake.document.printed_places import Place, pages_of
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.output.examined.basis.cell_places import focus
from lkjip_analysis.output.examined.telling.explained_finding import Explained
from lkjip_analysis.output.examined.telling.near_names import NearNames, reckoned_cells
from lkjip_analysis.output.examined.telling.outcome import Examined
from lkjip_analysis.output.examined.telling.printed_elsewhere import (
    ELSEWHERE,
    printed_again,
    printed_elsewhere,
)
from lkjip_analysis.output.examined.telling.suspected_cells import suspected
from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.tables import Address, Cell
from lkjip_analysis.rules import Rule

FORMS = {"-gaya": "ditulis dengan gaya angka lain", "-pembulatan": "dibulatkan tidak seperti biasa"}
"""Findings of form: those of one column are told together."""
QUIET = ("Kategori tidak berubah", "Tidak ada kategori atau simpulan yang berubah")
"""Consequences that are none."""


def explained(seen: Examined) -> tuple[Explained, ...]:
    """Every finding, the surest and weightiest first, those of form gathered by column."""
    gathered: dict[str, list[Finding]] = {}
    for finding in sorted(seen.verification.findings, key=lambda one: _weight(seen, one)):
        gathered.setdefault(_gathering(finding), []).append(finding)
    told = [
        _one(seen, found[0]) if len(found) == 1 else _together(seen, found)
        for found in gathered.values()
    ]
    order = list(SHOWN_AS)
    ranked = sorted(told, key=lambda one: order.index(one.standing))
    return tuple(replace(one, number=number) for number, one in enumerate(ranked, 1))


def _weight(seen: Examined, finding: Finding) -> tuple[bool, bool, int, Fraction]:
    """What hangs on a finding, the most first: a consequence, a total, relations, money."""
    tables = seen.verification.report.tables
    cells = [cell for cell in finding.named_cells if cell.is_figure]
    totals = any(cell.address.row in tables[cell.address.table].type.total for cell in cells)
    money = [abs(cell.point) for cell in cells if cell.column.satuan == "rupiah"]
    acts = bool(finding.impact) and not finding.impact.startswith(tuple(map(worded, QUIET)))
    return not acts, not totals, -len(finding.rules), -max(money, default=Fraction(0))


def _gathering(finding: Finding) -> str:
    """Findings of one form in one column are one; all others stand alone."""
    form = next((form for form in FORMS if finding.id.endswith(form)), "")
    cells = finding.named_cells
    if not form or len(cells) != 1 or cells[0].address.table == CLAIMS:
        return finding.id
    return f"{cells[0].address.table} {cells[0].address.column} {form}"


def _one(seen: Examined, finding: Finding) -> Explained:
    address = suspected(seen, finding)
    cells = focus(seen.verification, finding, address)
    first = seen.places.get(cells[0], ()) if cells else ()
    others = [place for cell in cells[1:] for place in seen.places.get(cell, ())]
    places = tuple(dict.fromkeys([*first, *others]))
    quiet = (
        finding.impact.startswith(tuple(map(worded, QUIET))) or finding.impact in finding.message
    )
    near = NearNames(seen, finding, address)
    lists = tuple(
        (heading, tuple(map(near, _items(seen, finding, heading, items))))
        for heading, items in finding.told.lists
        if items
    )
    told = reckoned_cells(seen, finding)
    found = printed_elsewhere(seen, finding).items()
    if elsewhere := tuple(near(line) for line, cell in found if cell.address not in told):
        lists = (*lists, (ELSEWHERE, elsewhere))
    opening = seen.cleaner(finding.told.without_place)
    return Explained(
        finding.id,
        finding.standing,
        _where(seen, finding, address, first or places),
        _without_quiet(opening),
        lists,
        seen.how(finding),
        "" if quiet else finding.impact,
        places,
        len(first),
        (finding.id,),
        _suspects(seen, finding, places),
        tuple(
            p for copy in printed_again(finding, address) for p in seen.places.get(copy.address, ())
        ),
    )


def _suspects(seen: Examined, finding: Finding, places: Sequence[Place]) -> frozenset[Place]:
    """Where the figures stand that may be wrong; everywhere where none is told from the others."""
    cells = finding.suspected_cells
    of_cells = (place for cell in cells for place in seen.places.get(cell.address, ()))
    return frozenset(of_cells if cells else places)


def _items(seen: Examined, finding: Finding, heading: str, items: Sequence[str]) -> tuple[str, ...]:
    """What a finding rests on."""
    told = [seen.cleaner(item) for item in items]
    if heading in (wording.CONFLICT, wording.MENDED) and len(items) == len(finding.rules):
        by_name = {rule.head.name: rule for rule in seen.verification.rules}
        rules = [by_name.get(name) for name in finding.rules]
        told = [_with_sum(seen, text, rule) for text, rule in zip(told, rules, strict=True)]
    if heading == wording.POSSIBLE:  # what is said of the figure itself, before its grounds
        here = f"{finding.source}, {finding.label}:"
        told.sort(key=lambda text: not text.startswith(here))
    return tuple(told)


def _with_sum(seen: Examined, text: str, rule: Rule | None) -> str:
    """A failed relation with the figures that it was reckoned from."""
    sum_told = seen.reckoned(rule) if rule else ""
    return f"{text}. {sum_told}" if sum_told else text


def _without_quiet(text: str) -> str:
    for quiet in QUIET:
        text = re.sub(rf"\s*{worded(quiet)}[^.]*\.", "", text)
    return text


def _together(seen: Examined, found: Sequence[Finding]) -> Explained:
    """Findings of form of one column: one sentence, then each of its rows."""
    report, first = seen.verification.report, found[0]
    cells = [finding.named_cells[0] for finding in found]
    form = next(worded(text) for ending, text in FORMS.items() if first.id.endswith(ending))
    rows = tuple(
        worded(
            "baris “{row}”: {quoted}, lazimnya {usual}",
            row=_row(report, cell.address),
            quoted=wording.quoted(cell),
            usual=finding.remedies[0].cells[0].text,
        )
        for cell, finding in zip(cells, found, strict=True)
    )
    places = tuple(dict.fromkeys(p for cell in cells for p in seen.places.get(cell.address, ())))
    where = worded(
        "{source}, kolom “{column}”",
        source=wording.source(report, cells[0].address),
        column=_column(report, cells[0]),
    )
    return Explained(
        first.id,
        first.standing,
        f"{where}{_on(places)}",
        worded("{count} angka di kolom ini {form}.", count=len(found), form=form),
        ((worded("Barisnya"), rows),),
        seen.how(first),
        "",
        places,
        len(places),
        tuple(finding.id for finding in found),
    )


def _where(
    seen: Examined, finding: Finding, address: Address | None, places: Iterable[Place]
) -> str:
    """The table, row and column, or the sentence, that a finding is about, and its page."""
    report = seen.verification.report
    on = _on(places)
    if address is None:
        return f"{finding.source}, {finding.label}{on}"
    source = wording.source(report, address)
    if address.table == CLAIMS:
        sentence = seen.sentences.get(address.row, "") or finding.label
        return worded(
            "Kalimat di {source}{on}: “{sentence}”", source=source, on=on, sentence=sentence
        )
    cell = report.cell(address)
    return worded(
        "{source}, baris “{row}”, kolom “{column}”{on}",
        source=source,
        row=_row(report, address),
        column=_column(report, cell),
        on=on,
    )


def _row(report: Report, address: Address) -> str:
    return report.tables[address.table].row_name(address.row)


def _column(report: Report, cell: Cell) -> str:
    return report.tables[cell.address.table].type.columns[cell.address.column].judul


def _on(places: Iterable[Place]) -> str:
    """The page, the cells or the line where it is printed, as a person looks it up."""
    held = list(places)
    if pages := pages_of(held):
        return worded(" (halaman {pages} dari berkas)", pages=pages)
    told = dict.fromkeys(place.at for place in held if place.at and "!" in place.at)
    sheets = [
        worded(
            "lembar {sheet}, sel {cell}", sheet=at.rpartition("!")[0], cell=at.rpartition("!")[2]
        )
        for at in told
    ]
    lines = dict.fromkeys(place.at for place in held if place.at.startswith("baris "))
    rows = [worded("baris {row} dari berkas", row=line.removeprefix("baris ")) for line in lines]
    found = "; ".join([*sheets, *rows])
    return f" ({found})" if found else ""
