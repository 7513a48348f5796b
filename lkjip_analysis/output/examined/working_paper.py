"""The sheets of the working paper on which a person decides: the findings, the relations."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from lkjip_analysis.intake.excel_pages import printable, within_page
from lkjip_analysis.intake.excel_rows import fit_row
from lkjip_analysis.intake.excel_styles import INPUT, choices, saved, widths
from lkjip_analysis.intake.usul import layout, looks
from lkjip_analysis.intake.usul.layout import FINDING_COLUMNS, FINDINGS, RELATION_COLUMNS, RELATIONS
from lkjip_analysis.intake.usul.workbook_language import spoken
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.output.examined.basis.decisions import CHANGED, NO, YES, Decisions
from lkjip_analysis.output.examined.basis.relation_words import Wordings
from lkjip_analysis.output.examined.basis.taken_unasked import rule_name
from lkjip_analysis.output.examined.telling.explained_finding import Explained
from lkjip_analysis.output.examined.telling.finding_explanations import explained
from lkjip_analysis.output.examined.telling.outcome import Examined

FINDING_HELP = (
    "Tulis tolak bila temuan itu tidak benar: ia tidak ditampilkan lagi dan tidak ikut ke data "
    "laporan, tetapi tetap tercatat di sini. terima mengembalikannya."
)
PUT_AWAY = "ditolak"
MANY = 200
"""So many rows of a relation are named one by one."""
RELATION_HELP = (
    "terima: hubungan ini benar, juga bila banyak barisnya gagal. tolak: tidak dipakai lagi, juga "
    "untuk tahun berikutnya. ubah: tulis sel yang benar. Lalu jalankan periksa sekali lagi."
)


@dataclass(frozen=True)
class Related:
    """A relation as a row of its sheet: its words, where and what it is, how far it holds."""

    key: str
    where: str
    reason: str
    how: str
    holding: int
    failing: int
    cells: str = ""
    rule: str = ""
    """Its name on the sheet Aturan."""
    names: str = ""
    """The names of its rules, one a line: of all its rows the one that they have in common."""


def with_sheets(
    book: Workbook,
    seen: Examined,
    told: Sequence[Explained],
    words: Wordings,
    known: Decisions,
    said: Mapping[str, str],
) -> bytes:
    """The working paper with its two sheets of decisions in front.

    `said` are the words of every relation that was tried, by the name of its rule.
    """
    _findings(book, seen, told, words, known)
    found = list(_related(seen, words))
    away = _put_away(known, {one.key for one in found}, said)
    _relations(book, [*found, *away], known)
    return saved(printable(spoken(book)))


def _findings(
    book: Workbook, seen: Examined, told: Sequence[Explained], words: Wordings, known: Decisions
) -> None:
    verification = seen.verification
    away = replace(seen, verification=replace(verification, findings=seen.rejected))
    every = {finding.id: finding for finding in (*verification.findings, *seen.rejected)}
    rows = []
    for number, one in enumerate([*told, *explained(away)], 1):
        own = [every[code] for code in one.codes]
        key = "\n".join(map(words.finding, own))
        names = "\n".join(dict.fromkeys(n for f in own for n in f.rules or (f.id,)))
        decision = known.findings.get(words.finding(every[one.code]), "")
        badge = f"{one.badge}, {worded(PUT_AWAY)}" if number > len(told) else one.badge
        basis = "\n".join(one.grounds)
        rows.append(
            [decision, str(number), badge, one.where, one.opening, basis, one.how, names, key]
        )
    _sheet(book, FINDINGS, 1, FINDING_COLUMNS, FINDING_HELP, rows, (YES, NO))


def _relations(book: Workbook, found: Sequence[Related], known: Decisions) -> None:
    rows = [
        [
            known.relations.get(r.key, ""),
            r.where,
            r.reason,
            r.how,
            str(r.holding),
            str(r.failing),
            r.cells,
            known.changed.get(r.key, ""),
            r.rule,
            r.names,
            r.key,
        ]
        for r in found
    ]
    _sheet(book, RELATIONS, 2, RELATION_COLUMNS, RELATION_HELP, rows, (YES, NO, CHANGED))


def _sheet(
    book: Workbook,
    name: str,
    place: int,
    columns: Mapping[str, int],
    below: str,
    rows: Sequence[Sequence[str]],
    allowed: Sequence[str],
) -> None:
    sheet = book.create_sheet(name, place)
    # Cells as the machine names them are no part of the print.
    printed = next((i for i, one in enumerate(columns) if one in ("sel", layout.NAMES)), 0)
    widths(sheet, within_page(columns.values(), printed))
    for hidden in (len(columns) - 1, len(columns)):
        sheet.column_dimensions[get_column_letter(hidden)].hidden = True
    looks.title(sheet, worded(name), worded(below))
    looks.header(sheet, layout.HEAD, list(columns))
    for number, row in enumerate(rows, layout.HEAD + 1):
        for i, text in enumerate(row, 1):
            looks.put(sheet, number, i, text, INPUT if i == 1 and not text else "")
        fit_row(sheet, number)
    last = layout.HEAD + max(len(rows), 1)
    choices(sheet, f"A{layout.HEAD + 1}:A{last}", [worded(one) for one in allowed])
    looks.finish(sheet, f"B{layout.HEAD + 1}", layout.HEAD, len(columns), printed)


def _put_away(
    known: Decisions, shown: Collection[str], said: Mapping[str, str]
) -> Iterator[Related]:
    """Relations that were rejected and are not even tried any more: they can be taken back."""
    rules = {words: rule_name(name) for name, words in said.items()}
    for key, decision in sorted(known.relations.items()):
        if decision == NO and key not in shown:
            kind, where, *_ = (*key.split(" | "), "")
            reason = worded("hubungan {kind} yang ditolak", kind=kind)
            yield Related(key, where, reason, "", 0, 0, rule=rules.get(key, ""))


def _names(names: Sequence[str], every: Collection[str]) -> str:
    """The rules of a relation by their names; where a relation of rows has many, by their stem."""
    of_rows = {name.partition("[")[0] for name in names}
    beside = (name for name in every if name.partition("[")[0] in of_rows)
    is_whole = set(beside) == set(names) or len(names) > MANY
    return "\n".join(sorted(of_rows) if is_whole else names)


def _related(seen: Examined, words: Wordings) -> Iterator[Related]:
    """Each relation once, those that fail first; `seen.relations` has those given up too."""
    failed = {rule.head.name for rule in seen.failed}
    by_name = {rule.head.name: rule for rule in seen.relations}
    groups = grouped((words.relation(rule), rule.head.name) for rule in seen.relations)
    made = []
    for key, names in groups.items():
        rule = by_name[names[0]]
        failing = sum(name in failed for name in names)
        support, cells = seen.support.get(names[0]), seen.cells_of.get(names[0], "")
        made.append(
            Related(
                key,
                seen.place_of(rule),
                seen.cleaner(rule.head.reason),
                support.words if support else "",
                len(names) - failing,
                failing,
                cells,
                rule_name(rule.head.name) if cells else "",
                _names(names, by_name),
            )
        )
    yield from sorted(made, key=lambda one: (not one.failing, one.where))
