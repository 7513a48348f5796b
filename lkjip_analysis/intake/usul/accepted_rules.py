"""The relations that were accepted, as laporan.yaml declares them; what they name must be there."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from typing import Any

from lkjip_analysis.errors import Problem
from lkjip_analysis.intake.usul.accepted import Accepted, Line
from lkjip_analysis.intake.usul.renamed_columns import columns_named
from lkjip_analysis.language import phrase, worded
from lkjip_analysis.report.claims import named_by_role

NAMED = re.compile(r"(\w+)\[([^\]]*)\]\.\w+")
COUNTED = re.compile(r"tabel=([^;]+)")


def references(sel: str) -> list[tuple[str, str]]:
    counted = [
        (name.strip(), "") for match in COUNTED.finditer(sel) for name in match[1].split(",")
    ]
    return [*NAMED.findall(sel), *counted]


def lost(file: str, line: Line, table: str, row: str) -> Problem:
    where = f"{file}, {line.at('sel', list(line.told))}"
    found = f"{table}[{row}]" if row else table
    return Problem(
        where,
        phrase("{found}, which is not accepted", found=found),
        "accepted tables and claims",
        "Accept it too, or leave the rule of this row out.",
    )


def gone_column(line: Line, gone: Mapping[str, Container[str]]) -> str:
    """The first column that a relation names and that is among those left out, if any."""
    named = columns_named(line["sel"])
    return next(
        (f"{table}.{column}" for table, column in named if column in gone.get(table, ())), ""
    )


def rules_of(
    accepted: Accepted,
    claims: set[str],
    gone: Mapping[str, Container[str]],
    problems: list[Problem],
    remarks: list[str],
) -> list[dict[str, Any]]:
    """The accepted relations; those of a column that is `gone` from its table are told."""
    tables = {sheet.line["tabel"] for sheet in accepted.tables}
    rules: list[dict[str, Any]] = []
    for line in accepted.rules:
        missing = [
            (t, r)
            for t, r in references(line["sel"])
            if (t == "klaim" and r not in claims) or (t != "klaim" and t not in tables)
        ]
        if missing and line.by_name:
            problems.append(lost(accepted.file, line, *missing[0]))
        elif missing:
            remarks.append(
                worded(
                    "aturan {nama} dilewati: {table} tidak diterima",
                    nama=line["nama"],
                    table=missing[0][0],
                )
            )
        elif column := gone_column(line, gone):
            told = "aturan {nama} dilewati: {table} tidak diterima"
            remarks.append(worded(told, nama=line["nama"], table=column))
        else:
            rules.append(_rule(line))
    return rules


def _rule(line: Line) -> dict[str, Any]:
    entries: dict[str, Any] = {"nama": line["nama"], "jenis": line["jenis"]}
    for role, named in named_by_role(line["sel"]):
        entries[role] = named if len(named) > 1 else named[0]
    return {**entries, "dasar": line["dasar"] or "tafsir", "sebab": line["sebab"]}
