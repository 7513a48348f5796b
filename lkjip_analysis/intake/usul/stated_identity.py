"""Whose report a proposal is of, as its first sheet says after a person looked at it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.errors import Problem
from lkjip_analysis.intake.document.identity import FORMS
from lkjip_analysis.intake.usul import layout


def cell_text(value: object) -> str:
    """What a cell says, as text."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    return str(value).strip()


def identity_of(sheet: Worksheet) -> dict[str, str]:
    told = [
        cell_text(sheet.cell(row, 2).value)
        for row in range(layout.HEAD, layout.HEAD + len(layout.IDENTITY))
    ]
    return dict(zip(layout.IDENTITY, told, strict=True))


def identity_problems(path: Path, identity: Mapping[str, str]) -> list[Problem]:
    places = {
        name: f"{path.name}, {layout.GUIDE}!B{layout.HEAD + i}"
        for i, name in enumerate(layout.IDENTITY)
    }
    problems = [
        Problem(places[name], "an empty cell", layout.IDENTITY[name], "Fill it in.")
        for name in ("instansi", "tahun", "nama", "tanggal_data")
        if not identity[name]
    ]
    for name, form in FORMS.items():
        if identity[name] and not re.fullmatch(form, identity[name]):
            found = f'"{identity[name]}"'
            allowed = "lower-case letters, digits and hyphens; a year of four digits"
            problems.append(Problem(places[name], found, allowed, "Correct the cell."))
    try:
        date.fromisoformat(identity["tanggal_data"] or "2000-01-01")
    except ValueError:
        found = f'"{identity["tanggal_data"]}"'
        problems.append(
            Problem(places["tanggal_data"], found, "a date like 2022-03-31", "Correct the date.")
        )
    return problems
