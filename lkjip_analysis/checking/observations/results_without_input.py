"""A result that is printed though a figure it is reckoned from is printed as missing, and a share
of nothing in nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding, NewPrint, Remedy, Told
from lkjip_analysis.checking.observations.observation_findings import of_report
from lkjip_analysis.language import worded
from lkjip_analysis.report.report import Report, RuleSpec
from lkjip_analysis.report.row_names import is_mean_name
from lkjip_analysis.report.tables import Address, Cell, Table
from lkjip_analysis.rules.kinds import KINDS

SHARED = ("pembilang", "penyebut")
WHOLE_OR_NOTHING = (0, 100)
"""What agencies print as the share of nothing in nothing."""


def found(report: Report) -> Iterator[Finding]:
    """Results of a table's own relations that nothing printed can give."""
    for spec in report.specs:
        table = report.tables.get(spec.table)
        kind = KINDS.get(spec.entries["jenis"])
        if table is not None and kind is not None and "baris" in spec.entries:
            yield from _of_table(report, table, spec, kind.needs)


def _of_table(
    report: Report, table: Table, spec: RuleSpec, needs: Iterable[str]
) -> Iterator[Finding]:
    patterns = str(spec.entries["baris"]).split("|")
    rows = dict.fromkeys(row for pattern in patterns for row in table.select(pattern))
    for row in rows:
        if is_mean_name(table.row_name(row)):
            continue  # it rests on other rows, not on figures of its own
        result = _cell(table, row, spec.entries.get("hasil"))
        if result is None or not result.is_figure or not result.point:
            continue
        for role in needs:
            part = _cell(table, row, spec.entries.get(role))
            if part is not None and _is_missing(part) and _is_printed(table, part):
                yield _unfounded(report, spec, result, part)
                break
        else:
            whole = _nothing(table, row, spec)
            if whole is not None and result.point not in WHOLE_OR_NOTHING:
                yield _unfounded(report, spec, result, whole)


def _nothing(table: Table, row: str, spec: RuleSpec) -> Cell | None:
    """The 0 that a share is one of, where the part is 0 as well: of nothing, nothing was spent."""
    part, whole = (_cell(table, row, spec.entries.get(role)) for role in SHARED)
    both = [cell for cell in (part, whole) if cell is not None and cell.is_figure]
    return whole if len(both) == 2 and not any(cell.point for cell in both) else None


def _cell(table: Table, row: str, told: object) -> Cell | None:
    """The cell of this row that a short address like .target names, if the table prints it."""
    text = str(told)
    is_short = text.startswith(".")
    return table.cells.get(Address(table.name, row, text[1:])) if is_short else None


def _is_missing(cell: Cell) -> bool:
    """Does a cell say that it has no figure (blank, n/a)? Words and ranges are targets too."""
    return cell.printed is not None and cell.printed.value is None


def _is_printed(table: Table, part: Cell) -> bool:
    """Does the table print this column at all? One that is blank in all its rows is not its own."""
    cells = (table.cells[Address(table.name, row, part.address.column)] for row in table.keys)
    return len(table.keys) == 1 or any(cell.text.strip() for cell in cells)


def _unfounded(report: Report, spec: RuleSpec, result: Cell, part: Cell) -> Finding:
    where, missing = result.address, part.column.judul
    printed = (
        worded("tertulis {wording}", wording=wording.quoted(part))
        if part.text.strip()
        else "kosong"
    )
    said = worded(
        "{missing} baris itu {printed}; dari angka yang tercetak tidak ada yang dapat dihitung.",
        missing=missing,
        printed=printed,
    )
    told = Told(
        said,
        where=wording.place(report, where),
        printed=wording.written(result),
        link=worded(", padahal "),
    )
    twin = _copied(report, result)
    if twin is not None:
        told = told.adding(
            worded(
                "Angkanya sama dengan {judul} ({wording}).",
                judul=twin.column.judul,
                wording=wording.quoted(twin),
            )
        )
    source, label = wording.source(report, where), wording.label(report, where)
    ident = f"{spec.table}.{spec.entries['nama']}[{where.row}]-tanpa-{part.address.column}"
    impact = worded("Tanpa {missing} angka ini tidak berdasar.", missing=missing.lower())
    finding = of_report(ident, "kaidah", source, label, told, impact)
    named = tuple(NewPrint(cell, None, None) for cell in (result, part))
    return replace(finding, remedies=(Remedy(named),))


def _copied(report: Report, result: Cell) -> Cell | None:
    """Another figure of the row with the same value, from which the result may be copied."""
    table = report.tables[result.address.table]
    return next(
        (
            cell
            for cell in table
            if cell.address.row == result.address.row
            and cell.address != result.address
            and cell.is_figure
            and cell.point == result.point
        ),
        None,
    )
