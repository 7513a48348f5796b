"""From rules as data to rules: what laporan.yaml, the table types and the claims say.

A rule template of a table type uses short addresses: `.pagu` is this row's cell (the template then
says for which rows it stands), `[*].pagu` the column of this table. Rules of laporan.yaml and
claims name the table as well. `*` and other globs run over the rows that are no totals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import Any, TypeVar

from lkjip_analysis.errors import InputError, Problem, nearest
from lkjip_analysis.language import phrase
from lkjip_analysis.report.additive import row_is_additive
from lkjip_analysis.report.claims import named_by_role
from lkjip_analysis.report.rejected_relations import is_rejected
from lkjip_analysis.report.report import CLAIMS, Report, RuleSpec
from lkjip_analysis.report.spending import rows_of_spending
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules import Basis, Head, Rule
from lkjip_analysis.rules.binding.band_edges import with_both_readings
from lkjip_analysis.rules.binding.roles import check_entries, check_roles, check_twice
from lkjip_analysis.rules.kind import Roles
from lkjip_analysis.rules.kinds import KINDS
from lkjip_analysis.rules.observations import OBSERVATIONS
from lkjip_analysis.rules.rule_draft import Draft, Wrong, has_data

Made = TypeVar("Made")

MAX_FIGURES = 1_000_000
"""So many figures may the relations of one report hold together."""

UNSAID = "hubungan yang dinyatakan tanpa sebab"
"""Why a relation should hold of which nobody wrote it; a finding would begin with its colon."""
OF_CLAIMS = ("aturan", "dasar", "sebab", "tentang", "sel")
"""What klaim.csv says of the rule of a claim."""

RULES: Mapping[str, Roles] = {name: kind.roles for name, kind in KINDS.items()}
ADDITIVE, SPENT = "tercacah", "belanja"
"""Rules that hold quarters together serve what adds up: `untuk: tercacah`; bounds what is spent."""


def bind(report: Report, tables: Set[str] | None = None) -> tuple[Rule, ...]:
    """Every rule of a report whose cells all hold data, in the order of the files.

    `tables`: only those, and a few more, that may hold a cell of one of these.

    Raises: InputError naming each rule that names no cell or is of no known kind, and the one with
    which they hold more figures than can be verified.
    """
    held = 0

    def build(draft: Draft, named: Counter[Address]) -> Iterator[Rule]:
        nonlocal held
        for rule in _build(draft, named):
            held += len(rule.cells)
            if held > MAX_FIGURES:
                raise InputError([_too_many(draft)])
            yield rule

    rules, problems = made_of(report, RULES, build, tables)
    problems += _name_problems(rules)
    if problems:
        raise InputError(problems)
    return tuple(with_both_readings(report, rules))


def _too_many(draft: Draft) -> Problem:
    found = phrase(
        "relations that hold more than {most:,} figures together, {name} among them",
        most=MAX_FIGURES,
        name=draft.head.name,
    )
    allowed = phrase("at most {most:,} figures in all relations", most=MAX_FIGURES)
    remedy = "Leave out some of the relations, or divide the table."
    return Problem("laporan.yaml", found, allowed, remedy)


def made_of(
    report: Report,
    kinds: Mapping[str, Roles],
    make: Callable[[Draft, Counter[Address]], Iterable[Made]],
    tables: Set[str] | None = None,
) -> tuple[list[Made], list[Problem]]:
    """What the specs of these kinds make, and the problems of those that cannot be followed.

    `make` is told how often a spec names each cell; `tables` are as in `bind`.
    """
    made: list[Made] = []
    problems: list[Problem] = []
    every = (*report.specs, *_claims(report))
    for spec in every if tables is None else (spec for spec in every if _names(spec, tables)):
        try:
            _check_kind(spec)
            roles = kinds.get(spec.entries["jenis"])
            if roles is not None and not _lacks_scale(report, spec):
                check_entries(spec.entries, roles, spec.table == CLAIMS)
                is_template = spec.table not in ("", CLAIMS)
                for draft in _drafts(report, spec):
                    if is_rejected(report, draft.head.name):
                        continue
                    named = check_roles(draft, roles, is_template)
                    if named is not None:
                        made += make(draft, named)
        except Wrong as error:
            problems.append(_problem(report, spec, error))
    return made, problems


def _names(spec: RuleSpec, tables: Set[str]) -> bool:
    """May a spec name a cell of these tables? It does so in its texts, if it is not of one."""
    told = str([*spec.entries.values()])
    return any(table == spec.table or table in told for table in tables)


def _problem(report: Report, spec: RuleSpec, error: Wrong) -> Problem:
    """A rule of a table type holds for many reports: what it misses is missed in the table."""
    if error.column:
        return Problem(spec.file, error.found, error.allowed, error.remedy, spec.line, error.column)
    found = phrase(
        "rule {name}: {found}", name=spec.entries.get("nama", ""), found=phrase(error.found)
    )
    if spec.table in ("", CLAIMS):
        return Problem(spec.file, found, error.allowed, error.remedy, spec.line)
    table = report.tables[spec.table]
    remedy = phrase(
        "{remedy} The table type {name} asks for it.",
        remedy=phrase(error.remedy),
        name=table.type.name,
    )
    return Problem(table.file, found, error.allowed, remedy)


def _lacks_scale(report: Report, spec: RuleSpec) -> bool:
    """Is it a rule of a table type whose scale the report does not print?

    Its categories cannot be tested then, which `lkjip check` says; they are no mistake.
    """
    of_type = spec.table not in ("", CLAIMS)
    return of_type and spec.entries.get("skala", "") not in ("", *report.scales)


def _check_kind(spec: RuleSpec) -> None:
    kind = spec.entries["jenis"]
    if kind not in KINDS and kind not in OBSERVATIONS:
        known = [*KINDS, *OBSERVATIONS]
        raise Wrong(f'jenis: "{kind}"', ", ".join(known), nearest(kind, known))


def _name_problems(rules: list[Rule]) -> list[Problem]:
    counted = Counter(rule.head.name for rule in rules)
    twice = [name for name, count in counted.items() if count > 1]
    return [
        Problem(
            "laporan.yaml",
            phrase('the rule name "{name}" twice', name=name),
            "each name once",
            "Rename one.",
        )
        for name in twice
    ]


def _claims(report: Report) -> Iterator[RuleSpec]:
    """The rule that ties each claim to the cells it repeats or sums up."""
    table = report.tables.get(CLAIMS)
    for row in table.keys if table else ():
        assert table is not None
        if not table.cell(row, "aturan").text.strip():
            continue
        told = {name: table.cell(row, name).text.strip() for name in OF_CLAIMS}
        entries: dict[str, Any] = {
            "nama": row,
            "jenis": told["aturan"],
            "hasil": f"{CLAIMS}[{row}].nilai",
            "dasar": told["dasar"] or "tafsir",
            "sebab": told["sebab"] or told["tentang"],
        }
        for role, named in named_by_role(told["sel"]):
            is_list = "[" in "".join(named) or role in ("dari", "bobot", "dokumen")
            entries[role] = named if is_list else named[0]
        yield RuleSpec(table.file, table.cell(row, "aturan").line, CLAIMS, entries)


def _basis(told: object) -> Basis:
    return "tercetak" if told == "tercetak" else "usulan" if told == "usulan" else "tafsir"


def _drafts(report: Report, spec: RuleSpec) -> Iterator[Draft]:
    """One draft for each column or row that the spec stands for."""
    entries, table = spec.entries, spec.table
    kind = entries["jenis"]
    table = table or (entries.get("tabel", "") if "baris" in entries else "")
    basis = _basis(entries.get("dasar"))
    stem = spec.stem

    def draft(name: str, row: str = "", column: str = "") -> Draft:
        head = Head(name, kind, basis, entries.get("sebab") or UNSAID)
        return Draft(report, head, entries, table, row, column)

    if "kolom" in entries:
        for column in entries["kolom"]:
            yield draft(f"{stem}.{column}", column=column)
    elif "baris" in entries:
        pattern = entries["baris"]
        if table not in report.tables:
            names = report.tables
            raise Wrong(f'tabel: "{table}"', ", ".join(names), nearest(table, names))
        rows = [row for part in pattern.split("|") for row in report.tables[table].select(part)]
        if not rows and not spec.table:
            keys = report.tables[table].keys
            raise Wrong(f'baris: "{pattern}"', ", ".join(keys[:20]), nearest(pattern, keys))
        for row in _rows_for(report, table, rows, entries.get("untuk", "")):
            yield draft(f"{stem}[{row}]", row=row)
    else:
        yield draft(stem)


def _rows_for(report: Report, table: str, rows: list[str], kind: str) -> list[str]:
    """Those of the rows for which a rule holds that is for one kind of measure."""
    if kind not in ("", ADDITIVE, SPENT):
        allowed = f"{ADDITIVE}, {SPENT}"
        remedy = phrase("Write {additive}, or leave it out.", additive=allowed)
        raise Wrong(f'untuk: "{kind}"', allowed, remedy)
    if kind == SPENT:
        return rows_of_spending(report.tables[table], rows)
    return [row for row in rows if not kind or _is_additive(report, table, row)]


def _is_additive(report: Report, table: str, row: str) -> bool:
    indicator = report.indicators.get(row)
    return row_is_additive(report.tables[table], row, indicator.satuan if indicator else "")


def _build(draft: Draft, named: Counter[Address]) -> Iterator[Rule]:
    kind = KINDS[draft.head.kind]
    check_twice(draft, kind, named)
    for rule in kind.build(draft):
        if all(has_data(draft.report, cell) for cell in rule.cells):
            if _meets_a_word(draft.report, rule):
                continue
            _check_figures(draft.report, rule)
            yield rule


def _meets_a_word(report: Report, rule: Rule) -> bool:
    """Does it meet a word in the place of a figure, which nothing can be reckoned with?

    Only what compares words may: two of them, or a grade with its target.
    """
    words = [cell for cell in rule.cells if report.cell(cell).column.predikat]
    figures = [cell for cell in rule.worded if report.is_figure(cell)]
    return bool(words) and (bool(figures) or not set(words) <= set(rule.worded))


def _check_figures(report: Report, rule: Rule) -> None:
    """A relation of figures cannot hold a grade, a range or a category."""
    wrong = [c for c in rule.cells if c not in rule.worded and not report.is_figure(c)]
    if wrong:
        found = phrase('{cell} prints "{text}"', cell=wrong[0], text=report.text(wrong[0]))
        raise Wrong(found, "a figure", "Name a cell that prints a number.")
