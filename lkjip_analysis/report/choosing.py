"""Which reports a command is about: all at hand, or those of some agencies and some years."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem, nearest, wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.report.reports_at_hand import asked, available, none_at_hand, raw_folder

Chosen = list[tuple[str, int]]
YEARS = "2021, 2020:2022 or 2019,2021"


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
