"""From laporan.yaml to what a report declares over the years, and to the documents beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from lkjip_analysis.errors import InputError, Problem, nearest, wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.report.filebytes import check_is_file, check_is_folder
from lkjip_analysis.report.period import FORMS, read_period
from lkjip_analysis.report.report import Evidence
from lkjip_analysis.report.schema import find_type
from lkjip_analysis.report.series import Declared, Placed, break_of, series_of
from lkjip_analysis.report.tables import Address, Table, load_table
from lkjip_analysis.report.yamltext import Document

EVIDENCE = "bukti"


def over_years(document: Document, tables: Mapping[str, Table]) -> Declared:
    """The series, placed cells and breaks of a report.

    Raises: InputError for each cell or period that does not exist.
    """
    data, tahun = document.data, int(document.data["tahun"])
    placed, problems = [], []
    for i, entries in enumerate(data.get("tren", [])):
        line = document.line("tren", i)
        wrong = _placed_problem(document.file, line, entries, tables, tahun)
        if wrong:
            problems.append(wrong)
        else:
            placed.append(_placed(entries, tahun, line))
    if problems:
        raise InputError(problems)
    return Declared(
        {kode: series_of(kode, entries) for kode, entries in data.get("deret", {}).items()},
        tuple(placed),
        tuple(break_of(entries, tahun) for entries in data.get("putus", [])),
        int(data["tahun_renstra"]) if "tahun_renstra" in data else None,
    )


def _placed(entries: Mapping[str, str], tahun: int, line: int) -> Placed:
    return Placed(
        Address.parse(entries["sel"]),
        entries["kode"],
        entries["ukuran"],
        int(entries.get("tahun", tahun)),
        entries.get("periode", ""),
        entries.get("catatan", ""),
        line,
    )


def _placed_problem(
    file: str, line: int, entries: Mapping[str, str], tables: Mapping[str, Table], tahun: int
) -> Problem | None:
    if not _is_cell(entries["sel"], tables):
        names = {str(address) for table in tables.values() for address in table.cells}
        found = phrase('tren: the cell "{sel}"', sel=entries["sel"])
        remedy = nearest(entries["sel"], names)
        return Problem(file, found, "an address of this report", remedy, line)
    try:
        read_period(entries.get("periode", ""), tahun)
    except ValueError as error:
        return Problem(file, f"tren: {error}", FORMS, "Correct the period.", line)
    return None


def _is_cell(text: str, tables: Mapping[str, Table]) -> bool:
    try:
        address = Address.parse(text)
    except ValueError:
        return False
    known = address.table in tables and address in tables[address.table].cells
    return known and str(address) == text


def read_evidence(folder: Path, document: Document, types: Sequence[Path]) -> tuple[Evidence, ...]:
    """The documents of the folder `bukti`, the strongest first.

    Raises: InputError with every problem of them.
    """
    check_is_folder(folder / EVIDENCE)
    found, problems = [], []
    for name, entries in document.data.get(EVIDENCE, {}).items():
        line = document.line(EVIDENCE, name)
        try:
            found.append(_evidence(folder, document.file, line, name, entries, types))
        except InputError as error:
            problems += [replace(p, file=_inside(p.file, document.file)) for p in error.problems]
    if problems:
        raise InputError(problems)
    return tuple(sorted(found, key=lambda evidence: evidence.peringkat))


def _inside(file: str, declared_in: str) -> str:
    return file if file == declared_in else f"{EVIDENCE}/{file}"


def _evidence(
    folder: Path, file: str, line: int, name: str, entries: Mapping[str, Any], types: Sequence[Path]
) -> Evidence:
    found = phrase('the table type "{tipe}"', tipe=entries["tipe"])
    kind = find_type(entries["tipe"], types, Problem(file, found, "", "", line))
    path = folder / EVIDENCE / Path(entries.get("berkas", f"{name}.csv")).name
    check_is_file(path, file, line)
    if not path.is_file():
        at_hand = sorted(p.name for p in (folder / EVIDENCE).glob("*.csv"))
        raise wrong_input(
            file,
            phrase('no file "{evidence}/{name}"', evidence=EVIDENCE, name=path.name),
            ", ".join(at_hand) or phrase("the table as CSV in {evidence}/", evidence=EVIDENCE),
            nearest(path.name, at_hand),
            line,
        )
    table = load_table(
        path, name, kind.override(entries.get("kolom", {})), entries["dokumen"], "", "tunggal"
    )
    tests = tuple((test["bukti"], test["sel"]) for test in entries["menguji"])
    return Evidence(entries["dokumen"], int(entries["peringkat"]), table, tests, line)
