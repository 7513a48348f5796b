"""Which reports a command is about: all at hand, or those of some agencies and some years."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lkjip_analysis.errors import InputError, Problem, nearest, wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.report.reports_at_hand import (
    asked,
    available,
    folder_of,
    none_at_hand,
    raw_folder,
    reports_with_tables,
)

Chosen = list[tuple[str, int]]
TOLD = 20
"""So many reports are named in the terminal; the page, or `lkjip list`, has the rest."""
YEARS = "2021, 2020:2022 or 2019,2021"


def the_only_one(instansi: str | None, data: Path | str | None = None) -> tuple[str, int]:
    """The only report at hand (of an agency, where it is named) that has tables.

    Raises: InputError where more than one could be meant, with those there are.
    """
    at_hand = reports_with_tables(instansi, data)
    if len(at_hand) == 1:
        return at_hand[0]
    if instansi is not None and not at_hand:
        folder_of(instansi, 0, data)  # says which agencies and years there are
    if not at_hand and not available(data):
        raise none_at_hand(data)
    found = "no INSTANSI" if instansi is None else "no TAHUN"
    known = [f"{agency} {year}" for agency, year in at_hand[:TOLD]]
    if len(at_hand) > TOLD:
        known.append(phrase("and {count} others", count=len(at_hand) - TOLD))
    allowed = "; ".join(known) or "INSTANSI TAHUN, or --all"
    remedy = "Name the report; `lkjip list` tells which there are."
    raise wrong_input("lkjip", found, allowed, remedy)


def meant(instansi: object, tahun: object, data: Path | str | None = None) -> tuple[str, int]:
    """The report of an agency and year, "2021" and 2021.0 too; without both, the only one.

    Raises: InputError where more than one could be meant, with those there are.
    """
    name = None if instansi is None else str(instansi)
    if name is None or tahun is None:
        return the_only_one(name, data)
    year: Any = str(tahun).removesuffix(".0")
    return name, int(year) if year.isdecimal() else year  # of any other it is said what there is


def chosen(data: Path | str | None, instansi: str | None, tahun: str | None) -> Chosen:
    """The reports of the agencies and years asked for, by agency and year; all where none is.

    `instansi` is names with commas between; `tahun` years and spans (`2020:2022`, an end may be
    left open) with commas between.

    Raises: InputError for an unknown agency, a year that is none, or where nothing is left.
    """
    agencies = available(data)
    names = _names(instansi, agencies)
    spans = _spans(tahun)
    found = [
        (name, year)
        for name in sorted(names)
        for year in sorted(agencies[name])
        if any(first <= year <= last for first, last in spans)
    ]
    if not found:
        years = sorted({year for name in names for year in agencies[name]})
        if not years:
            raise none_at_hand(data)
        allowed, remedy = ", ".join(map(str, years)), "Choose one of these years."
        raise wrong_input(str(raw_folder(data)), "no report", allowed, remedy)
    asked.update((raw_folder(data) / name / str(year), None) for name, year in found)
    return found


def _names(asked: str | None, agencies: Iterable[str]) -> set[str]:
    if asked is None:
        return set(agencies)
    names = {name.strip() for name in asked.split(",") if name.strip()}
    unknown = sorted(names - set(agencies))
    problems = [
        Problem(
            "--instansi",
            phrase('the agency "{name}"', name=name),
            _some(agencies),
            nearest(name, agencies),
        )
        for name in unknown
    ]
    if not names:
        remedy = "Name one, or leave --instansi out for all."
        problems = [Problem("--instansi", "no agency", _some(agencies), remedy)]
    if problems:
        raise InputError(problems)
    return names


def _some(agencies: Iterable[str]) -> str:
    """The agencies to choose from; of a nation only the first."""
    names = sorted(agencies)
    more = phrase(" and {count} others", count=len(names) - 10) if len(names) > 10 else ""
    return (", ".join(names[:10]) or "an agency folder of data/raw") + more


def _spans(asked: str | None) -> list[tuple[int, int]]:
    if asked is None:
        return [(0, 9999)]
    return [_span(part.strip()) for part in asked.split(",")]


def _span(part: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{4})?(:)?(\d{4})?", part)
    if not match or not (match[1] or match[3]) or bool(match[1] and match[3]) > bool(match[2]):
        remedy = "Write years of four digits, a colon between the first and the last."
        raise wrong_input("--tahun", f'"{part}"', YEARS, remedy)
    first = int(match[1] or 0)
    last = int(match[3] or (9999 if match[2] else first))
    if first > last:
        remedy = phrase("Write {last}:{first}.", last=last, first=first)
        raise wrong_input("--tahun", f'"{part}"', "the earlier year first", remedy)
    return first, last
