"""From a folder of data/raw to a report: laporan.yaml, its tables, its claims, its corrections.

All problems of a folder are told at once, each with its file and line.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from lkjip_analysis.errors import InputError, Problem, nearest, wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import Arah, Rumus
from lkjip_analysis.report import statements, yamltext
from lkjip_analysis.report.claims import OWN_WORD, typed_claims
from lkjip_analysis.report.corrections import read_corrections
from lkjip_analysis.report.filebytes import check_inside, check_there
from lkjip_analysis.report.indicator_columns import as_printed
from lkjip_analysis.report.kept_reports import keep, kept, state_of
from lkjip_analysis.report.official_codes import codes_of
from lkjip_analysis.report.origins import ORIGINS, read_origins
from lkjip_analysis.report.over_years import over_years, read_evidence
from lkjip_analysis.report.report import CLAIMS, CORRECTIONS, Indicator, Report, RuleSpec
from lkjip_analysis.report.reports_at_hand import folder_of, raw_folder
from lkjip_analysis.report.scales import scale, scale_problems
from lkjip_analysis.report.schema import Precision, TableType, find_type
from lkjip_analysis.report.series import same_unit
from lkjip_analysis.report.tables import Table, load_table

ROUNDS = 3
"""How often a folder is read again that is replaced while it is read."""


def load(instansi: str, tahun: int, data: Path | str | None = None) -> Report:
    """The report of an agency and year, as printed.

    Raises: InputError with every problem of the folder; for an unknown agency or year, with the
    nearest names.
    """
    folder = folder_of(instansi, tahun, data)
    places = folder.absolute(), *type_folders(folder)[1:]
    for left in reversed(range(ROUNDS)):
        before, state = _identity_of(folder), state_of(places)
        try:
            check_inside(folder / "laporan.yaml", raw_folder(data), "laporan.yaml")
            if known := kept(places[0], state):
                return known
            report = load_folder(folder, instansi, tahun)
        except InputError:
            if not left or _identity_of(folder) == before:
                raise
            continue
        if not left or _identity_of(folder) == before:
            break
    if state == state_of(places):
        keep(places[0], state, report)
    return report


def _identity_of(folder: Path) -> tuple[int, int]:
    """Which folder it is: one that is put in its place meanwhile is another."""
    try:
        found = folder.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino


def load_folder(folder: Path, instansi: str, tahun: int) -> Report:
    """The report in a folder, wherever it lies. Raises: InputError with every problem of it."""
    check_inside(folder / "laporan.yaml", folder, "laporan.yaml")
    document = yamltext.read(folder / "laporan.yaml", "laporan.yaml", "laporan.schema.json")
    problems = [*_identity_problems(document, instansi, tahun), *scale_problems(document)]
    tables: dict[str, Table] = {}
    specs: list[RuleSpec] = []
    indicators = {kode: _indicator(kode, e) for kode, e in _section(document, "indikator").items()}
    for name in _table_names(folder, document):
        try:
            table = _table(folder, document, name, indicators)
            tables[name] = _typed(table, indicators)
        except InputError as error:
            problems += error.problems
            continue
        specs += [RuleSpec(f"skema/{table.type.name}.yaml", 1, name, e) for e in table.type.rules]
    specs += [
        RuleSpec(document.file, document.line("aturan", i), "", entries)
        for i, entries in enumerate(document.data.get("aturan", []))
    ]
    if problems:
        raise InputError(problems)
    report = _assemble(document, tables, indicators, tuple(specs))
    return replace(
        report,
        corrections=read_corrections(folder, report),
        over_years=over_years(document, tables),
        evidence=read_evidence(folder, document, type_folders(folder)),
        origins=read_origins(folder),
    )


def _assemble(
    document: yamltext.Document,
    tables: Mapping[str, Table],
    indicators: Mapping[str, Indicator],
    specs: tuple[RuleSpec, ...],
) -> Report:
    data = document.data
    return Report(
        instansi=data["instansi"],
        tahun=int(data["tahun"]),
        nama=data["nama"],
        pemerintah=data.get("pemerintah", ""),
        dokumen=data.get("dokumen", "LKjIP"),
        tanggal_data=_date(document),
        layer="tercetak",
        scales={name: scale(name, e) for name, e in _section(document, "skala").items()},
        indicators=indicators,
        sasaran=_section(document, "sasaran"),
        policies=_section(document, "kebijakan"),
        tables=tables,
        specs=specs,
        references={name: tuple(e["nama"]) for name, e in _section(document, "rujukan").items()},
        tujuan=_section(document, "tujuan"),
        contents=_section(document, "memuat"),
        whole=data.get("cakupan") == "penuh",
        published=data.get("tautan", ""),
        contact=data.get("kontak", ""),
        codes=codes_of(_section(document, "kode")),
        rejected={name: tuple(told) for name, told in _section(document, "ditolak").items()},
    )


def _identity_problems(document: yamltext.Document, instansi: str, tahun: int) -> list[Problem]:
    """laporan.yaml must name the agency and year of the folder it lies in."""
    asked = {"instansi": instansi, "tahun": str(tahun)}
    return [
        Problem(
            document.file,
            f'{entry}: "{document.data[entry]}"',
            phrase('"{value}", as its folder', value=value),
            "Correct the entry or move the folder.",
            document.line(entry),
        )
        for entry, value in asked.items()
        if document.data[entry] != value
    ]


def _date(document: yamltext.Document) -> date:
    try:
        return date.fromisoformat(document.data["tanggal_data"])
    except ValueError as error:
        found = f'tanggal_data: "{document.data["tanggal_data"]}"'
        raise wrong_input(
            document.file,
            found,
            "a date of the calendar",
            "Correct the date.",
            document.line("tanggal_data"),
        ) from error


def _section(document: yamltext.Document, name: str) -> dict[str, Any]:
    return cast(dict[str, Any], document.data.get(name) or {})


def _indicator(kode: str, entries: Mapping[str, Any]) -> Indicator:
    arah = cast(Arah, entries["arah"])
    rumus = entries.get("rumus") or ("R/T" if arah == "naik" else "(2T-R)/T")
    return Indicator(
        kode=kode,
        nama=entries["nama"],
        singkat=entries.get("singkat", entries["nama"]),
        arah=arah,
        rumus=cast(Rumus, rumus),
        satuan=same_unit(entries.get("satuan", "")),
        presisi=cast(Precision, entries.get("presisi", "bulat")),
        presisi_target=cast(Precision | None, entries.get("presisi_target")),
        maksimum=Fraction(entries["maksimum"]) if "maksimum" in entries else None,
        urutan=tuple(entries.get("urutan", ())),
        minimum=Fraction(entries["minimum"]) if "minimum" in entries else None,
    )


def _table_names(folder: Path, document: yamltext.Document) -> list[str]:
    """The tables of a report, the claims last: they name cells of the others."""
    names = [name for name in _section(document, "tabel") if name != CLAIMS]
    declared = CLAIMS in _section(document, "tabel")
    return [*names, CLAIMS] if declared or os.path.lexists(folder / f"{CLAIMS}.csv") else names


def type_folders(folder: Path) -> tuple[Path, ...]:
    """Where the table types of a report's folder are looked for, its own before the package's."""
    return folder / "skema", folder.parent / "skema", yamltext.SCHEMAS


def _table(
    folder: Path, document: yamltext.Document, name: str, indicators: Mapping[str, Indicator]
) -> Table:
    entries = _section(document, "tabel").get(name, {"label": "Klaim"})
    kind = _table_type(folder, document, name, entries)
    path = _table_file(folder, document, name, entries)
    table = load_table(
        path,
        name,
        kind,
        entries["label"],
        entries.get("bagian", ""),
        entries.get("transkripsi", "tunggal"),
        entries.get("halaman", ""),
        as_printed(kind.kunci, indicators),
    )
    return replace(table, title=entries.get("judul", ""))


def _table_type(
    folder: Path, document: yamltext.Document, name: str, entries: Mapping[str, Any]
) -> TableType:
    """The type of a table, with the totals and columns that laporan.yaml says of this one.

    Raises: InputError where there is no such type, or it has no such column.
    """
    line = document.line("tabel", name)
    asked = Problem(
        document.file,
        phrase('the table type "{entries}"', entries=entries.get("tipe", name)),
        "",
        "",
        line,
    )
    # What sentences state has one form, the same for all agencies.
    folders = type_folders(folder) if name != CLAIMS else (yamltext.SCHEMAS,)
    kind = find_type(CLAIMS if name == CLAIMS else entries.get("tipe", name), folders, asked)
    overrides = entries.get("kolom", {}) if name != CLAIMS else {}
    unknown = sorted(set(overrides) - set(kind.columns))
    if unknown:
        found = phrase(
            'the column "{unknown}" in tabel.{name}.kolom', unknown=unknown[0], name=name
        )
        remedy = nearest(unknown[0], kind.columns)
        raise wrong_input(document.file, found, ", ".join(kind.columns), remedy, line)
    return kind.with_totals(entries.get("total", ())).override(overrides)


def _table_file(
    folder: Path, document: yamltext.Document, name: str, entries: Mapping[str, Any]
) -> Path:
    """The CSV of a table. Raises: InputError where it is not there, or lies elsewhere."""
    line = document.line("tabel", name)
    path = folder / (entries.get("berkas") or f"{name}.csv")
    check_inside(path, folder, document.file, line)
    check_there(path, lambda: _taken(document), document.file, line, f"tabel.{name}")
    return path


def _taken(document: yamltext.Document) -> set[str]:
    """The files that the tables and the report itself have, each its own."""
    others = {e.get("berkas") or f"{n}.csv" for n, e in _section(document, "tabel").items()}
    return others | {f"{own}.csv" for own in (CLAIMS, CORRECTIONS, ORIGINS)}


def _typed(table: Table, indicators: Mapping[str, Indicator]) -> Table:
    """Where a column says `presisi: indikator`, each row takes its indicator's precision.

    A claim or statement says of itself how it is read.
    """
    if table.type.name in OWN_WORD:
        table = typed_claims(table)
        if table.type.name == statements.TYPE:
            statements.check_statements(table)
        return table
    said = {
        address: replace(cell, precision=_indicator_precision(address.row, indicators))
        for address, cell in table.cells.items()
        if cell.precision == "indikator"
    }
    return replace(table, cells={**table.cells, **said}) if said else table


def _indicator_precision(row: str, indicators: Mapping[str, Indicator]) -> Precision:
    return indicators[row].presisi if row in indicators else "bulat"
