"""From what was accepted to the files of data/raw: CSVs, klaim.csv, laporan.yaml, table types."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lkjip_analysis.errors import InputError, Problem, nearest
from lkjip_analysis.intake.document.periods import OF_PLAN_END, plan_end
from lkjip_analysis.intake.usul import layout
from lkjip_analysis.intake.usul.accepted import Accepted, Line, Sheet
from lkjip_analysis.intake.usul.accepted_rules import gone_column, lost, references, rules_of
from lkjip_analysis.intake.usul.accepted_types import new_type, type_document
from lkjip_analysis.intake.usul.column_answers import column_problems
from lkjip_analysis.intake.usul.renamed_columns import in_new_names, left_columns
from lkjip_analysis.intake.usul.table_entries import entry
from lkjip_analysis.language import phrase, worded
from lkjip_analysis.report.claims import COLUMNS
from lkjip_analysis.report.csvtext import write_rows
from lkjip_analysis.report.declaration import declared
from lkjip_analysis.report.schema import TableType

LISTED = re.compile(r"sasaran_\d{1,2}")


@dataclass(frozen=True)
class Files:
    """The files of a folder (name -> text) and what to tell the person about them."""

    texts: Mapping[str, str]
    remarks: tuple[str, ...]


def files_of(accepted: Accepted, kinds: Mapping[str, TableType]) -> Files:
    """The files that what was accepted makes.

    Raises: InputError where a type, column or reference is not there, by sheet and cell.
    """
    accepted = in_new_names(accepted)
    problems = _name_problems(accepted)
    types = {s.line["tabel"]: _type(s, accepted, kinds, problems) for s in accepted.tables}
    problems += [
        p for s in accepted.tables for p in column_problems(s, types[s.line["tabel"]], accepted)
    ]
    if problems:
        raise InputError(problems)
    gone = left_columns(accepted, types)
    claims, remarks = _claims(accepted, problems)
    claims = [_tested(line, gone, remarks) for line in claims]
    claimed = {line["kode"] for line in claims}
    rules = rules_of(accepted, claimed, gone, problems, remarks)
    if problems:
        raise InputError(problems)
    texts = {f"{s.line['tabel']}.csv": _csv(s.columns, s.rows) for s in accepted.tables}
    if claims:
        rows = [[line[name] for name in COLUMNS] for line in claims]
        texts["klaim.csv"] = _csv(COLUMNS, rows)
    for name, kind in types.items():
        if kind.name not in kinds:
            texts[f"skema/{name}.yaml"] = declared("", type_document(kind))
    document = _report(accepted, types, bool(claims), rules, remarks)
    texts["laporan.yaml"] = declared(f"Diimpor dari {accepted.file}.", document)
    return Files(texts, (*remarks, *_without_direction(accepted)))


def _without_direction(accepted: Accepted) -> Iterator[str]:
    """The indicators that nobody accepted or rejected: of them no capaian is computed."""
    names = [line["nama"] or line["kode"] for line in accepted.open_indicators]
    if names:
        yield phrase(
            "Belum diterima, arahnya tidak dinyatakan dan capaiannya tidak dihitung: {names}. "
            "Jawab di lembar {sheet}, lalu ulangi dengan --timpa.",
            names="; ".join(names),
            sheet=layout.INDICATORS,
        )


def _name_problems(accepted: Accepted) -> list[Problem]:
    """A table's name becomes a file's: plain, and each once."""
    names = [sheet.line["tabel"] for sheet in accepted.tables]
    return [
        Problem(
            f"{accepted.file}, {s.line.at('tabel', list(s.line.told))}",
            phrase('the table name "{tabel}"', tabel=s.line["tabel"]),
            "lower-case letters, digits, _; each once",
            "Rename the table.",
        )
        for s in accepted.tables
        if not re.fullmatch(r"[a-z0-9_]+", s.line["tabel"]) or names.count(s.line["tabel"]) > 1
    ]


def _type(
    sheet: Sheet, accepted: Accepted, kinds: Mapping[str, TableType], problems: list[Problem]
) -> TableType:
    line, name = sheet.line, sheet.line["jenis"]
    where = f"{accepted.file}, {line.at('jenis', list(line.told))}"
    if name == layout.NEW:
        return new_type(sheet, accepted)
    kind = kinds.get(name)
    if kind is None:
        allowed = ", ".join([*kinds, layout.NEW])
        problems.append(
            Problem(
                where, phrase('the table type "{name}"', name=name), allowed, nearest(name, kinds)
            )
        )
        return new_type(sheet, accepted)
    there = f"{accepted.file}, {line['lembar']}!{layout.MAPPED}"
    for column in sheet.columns:
        if column not in kind.columns:
            problems.append(
                Problem(
                    there,
                    phrase('the column "{column}"', column=column),
                    ", ".join(kind.columns),
                    nearest(column, kind.columns),
                )
            )
        elif sheet.columns.count(column) > 1:
            problems.append(
                Problem(
                    there,
                    phrase('the column "{column}" twice', column=column),
                    "each column once",
                    phrase("Choose {skipped} for one.", skipped=layout.SKIPPED),
                )
            )
    return kind


def _claims(accepted: Accepted, problems: list[Problem]) -> tuple[list[Line], list[str]]:
    """The accepted claims; a claim that one of them names comes along as a bare figure."""
    remarks: list[str] = []
    tables = {sheet.line["tabel"] for sheet in accepted.tables}
    claims = {line["kode"]: line for line in accepted.claims}
    left = {line["kode"]: line for line in accepted.open_claims}
    queue = list(claims.values())
    while queue:
        line = queue.pop()
        for table, row in references(line["sel"]):
            if table == "klaim" and row not in claims and row in left:
                bare = {**left[row].told, "aturan": "", "sel": "", "dasar": "", "sebab": ""}
                claims[row] = Line(bare, left[row].sheet, left[row].row, by_name=False)
                remarks.append(
                    worded(
                        "angka {nilai} ({tentang}) dibaca, tetapi tidak diuji tersendiri: "
                        "angka lain kalimat itu dihitung darinya",
                        nilai=bare["nilai"],
                        tentang=bare["tentang"],
                    )
                )
            elif (table == "klaim" and row not in claims) or (
                table != "klaim" and table not in tables
            ):
                problem = lost(accepted.file, line, table, row)
                if line.by_name:
                    problems.append(problem)
                else:
                    claims[line["kode"]] = _untested(line, table, remarks)
    return sorted(claims.values(), key=lambda line: line.row), remarks


def _untested(line: Line, table: str, remarks: list[str]) -> Line:
    """The claim as a bare figure, for what it was held against was not accepted."""
    remarks.append(
        worded(
            "angka {nilai} ({tentang}) dibaca, tetapi tidak diuji: "
            "tabel pembandingnya ({table}) tidak diterima",
            tentang=line["tentang"],
            nilai=line["nilai"],
            table=table,
        )
    )
    bare = {**line.told, "aturan": "", "sel": "", "dasar": "", "sebab": ""}
    return Line(bare, line.sheet, line.row, by_name=False)


def _tested(line: Line, gone: Mapping[str, frozenset[str]], remarks: list[str]) -> Line:
    """The claim, without a relation that names a column which is no longer there."""
    column = gone_column(line, gone)
    return _untested(line, column, remarks) if column else line


def _csv(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return write_rows([columns, *rows])


def _report(
    accepted: Accepted,
    types: Mapping[str, TableType],
    with_claims: bool,
    rules: list[dict[str, Any]],
    remarks: list[str],
) -> dict[str, Any]:
    told = accepted.identity
    scales = _scales(accepted)
    told_of = {(c["tabel"], c["kolom"]): c for c in accepted.new_columns}
    tables = {
        s.line["tabel"]: entry(s, types[s.line["tabel"]], scales, remarks, told_of)
        for s in accepted.tables
    }
    if with_claims:
        tables["klaim"] = {"label": "Naskah", "transkripsi": "impor"}
    ends = [h for s in accepted.tables for n, h in zip(s.columns, s.heads, strict=True)
            if n == OF_PLAN_END]  # fmt: skip
    document: dict[str, Any] = {
        "instansi": told["instansi"], "nama": told["nama"], "pemerintah": told["pemerintah"],
        "dokumen": f"LKjIP {told['tahun']}", "tahun": int(told["tahun"]),
        "tanggal_data": told["tanggal_data"],
        "tahun_renstra": plan_end(ends, int(told["tahun"])), "cakupan": "sebagian",
        "kebijakan": {"tanpa_data": "lewati"}, "skala": scales,
        "sasaran": _goals(accepted),
        "indikator": {line["kode"]: _indicator(line) for line in accepted.indicators},
        "tabel": tables, "aturan": rules, "ditolak": accepted.rejected,
    }  # fmt: skip
    told = {name: value for name, value in document.items() if value not in ("", {}, [])}
    return {**told, "tabel": tables}


def _indicator(line: Line) -> dict[str, str]:
    entries = {
        n: line[n]
        for n in ("nama", "satuan", "arah", "presisi", "presisi_target", "maksimum", "minimum")
    }
    if line["rumus"] and line["arah"] == "turun":
        entries["rumus"] = line["rumus"]
    return {name: value for name, value in entries.items() if value}


def _goals(accepted: Accepted) -> dict[str, str]:
    """The goals by their number, as the keys of rows and the list of the plan carry it."""
    # A figure behind "untuk sasaran" has such a code too; only a text names a goal.
    told = (line for line in accepted.claims if line["tipe"] == "teks")
    listed = (line for line in told if LISTED.fullmatch(line["kode"]))
    goals = {line["kode"].removeprefix("sasaran_"): line["nilai"] for line in listed}
    for sheet in accepted.tables:
        if {"sasaran", "kode"} <= set(sheet.columns):
            key, text = sheet.columns.index("kode"), sheet.columns.index("sasaran")
            for row in sheet.rows:
                number = row[key].partition(".")[0] if "." in row[key] else ""
                if number.isdigit() and row[text]:
                    plain = re.sub(r"^\s*\d+\s*[.)]\s*", "", row[text]).rstrip(" .")
                    goals.setdefault(number, plain)
    return dict(sorted(goals.items(), key=lambda item: int(item[0])))


def _scales(accepted: Accepted) -> dict[str, Any]:
    scales: dict[str, Any] = {}
    for line in accepted.bands:
        band = {
            n: line[n] for n in ("nama", "dari", "lebih_dari", "sampai", "kurang_dari") if line[n]
        }
        source = line["sumber"].partition(":")[0] or "naskah"
        scale = scales.setdefault(line["skala"] or "capaian", {"sumber": source, "pita": []})
        scale["pita"].append(band)
    return scales
