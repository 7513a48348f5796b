"""The rows of the tables that data/processed holds, as text: exact numbers, no float."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.numbers.written import plain
from lkjip_analysis.output.datapackage.dictionary import Described
from lkjip_analysis.report.csvtext import write_rows
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.schema import Column
from lkjip_analysis.report.tables import Address, Cell, Table

Texts = Mapping[str, str]


def as_csv(table: Described, rows: Iterable[Texts]) -> str:
    """Rows as CSV with the columns of their description."""
    names = [term.name for term in table.terms]
    return write_rows([names, *([row.get(name, "") for name in names] for row in rows)])


def figures(report: Report) -> Iterator[Texts]:
    """Every printed figure of a layer, one a row, with its unit and place in the file."""
    for cell in report.figures():
        if cell.derived:
            continue
        yield {
            "instansi": report.instansi,
            "tahun": str(report.tahun),
            "lapis": report.layer,
            "tabel": cell.address.table,
            "baris": cell.address.row,
            "kolom": cell.address.column,
            "tercetak": cell.text,
            "nilai": plain(cell.point),
            "satuan": _unit(report, cell),
            "presisi": cell.precision,
            "berkas": cell.file,
            "baris_berkas": str(cell.line),
        }


def _unit(report: Report, cell: Cell) -> str:
    """The unit of a figure; an indicator's own where the column leaves it to the indicator."""
    indicator = report.indicators.get(cell.address.row)
    if cell.column.satuan == "satuan indikator" and indicator:
        return indicator.satuan or cell.column.satuan
    return cell.column.satuan


def table_rows(report: Report, table: Table, described: Described) -> Iterator[Texts]:
    """A printed table, typed: exact values, merged texts repeated, what was corrected named."""
    corrected = {correction.address for correction in report.corrections}
    known = {term.name for term in described.terms}
    above: dict[str, str] = {}
    for key in table.keys:
        cells = [
            cell
            for name in table.type.columns
            if (cell := table.cells.get(Address(table.name, key, name)))
        ]
        row: dict[str, str] = {}
        for cell in cells:
            name, column = cell.address.column, table.type.columns[cell.address.column]
            row |= _values(cell, column)
            if column.gabungan:
                row[name] = above[name] = row[name] or above.get(name, "")
        changed = [cell.address.column for cell in cells if cell.address in corrected]
        typed = {name: text for name, text in row.items() if name in known}
        yield {**typed, "dikoreksi": " ".join(changed)}


def _values(cell: Cell, column: Column) -> dict[str, str]:
    """What a cell is written as; a figure among words stands beside them, and words likewise."""
    value = plain(cell.point) if cell.is_figure else ""
    words = cell.words
    if column.is_number:
        return {column.name: value, f"{column.name}_teks": words if cell.printed is None else ""}
    return {column.name: words, f"{column.name}_angka": value}


def findings(found: Iterable[Finding]) -> Iterator[Texts]:
    """The findings, one a row; what is known of one cell only where one is certain."""
    for finding in found:
        told = finding.as_json()
        implied = told["implied"] or {"low": None, "high": None}
        part = finding.remedies[0].cells[0] if finding.cell and finding.remedies else None
        yield {
            "id": finding.id,
            "putusan": finding.standing,
            "letak": finding.source,
            "tentang": finding.label,
            "sel": str(finding.cell.address) if finding.cell else "",
            "sel_terkait": "; ".join(str(cell.address) for cell in finding.named_cells),
            "tercetak": told["printed"] or "",
            "seharusnya": (part.text or "") if part else "",
            "bawah": implied["low"] or "",
            "atas": implied["high"] or "",
            "mengubah_simpulan": "true" if finding.overturns else "false",
            "aturan": " ".join(finding.rules),
            "dampak": finding.impact,
            "pesan": finding.message,
        }
