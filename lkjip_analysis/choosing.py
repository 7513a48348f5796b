"""Which reports are meant: all, or those of some agencies and years."""

from __future__ import annotations

import re
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem, nearest
from lkjip_analysis.loading import available, raw_folder


def chosen(
    data: Path | str | None, instansi: str | None, tahun: str | None
) -> list[tuple[str, int]]:
    """Agency and year of each report meant, in order.

    `instansi` names agencies, separated by commas; `tahun` a year, several, or a span: 2020:2022.
    Without either, every report at hand.

    Raises: InputError with the nearest names where one is unknown, or nothing is left.
    """
    at_hand = available(data)
    names = [name.strip() for name in instansi.split(",")] if instansi else list(at_hand)
    problems = [
        Problem("--instansi", f'the agency "{name}"', ", ".join(at_hand), nearest(name, at_hand))
        for name in names
        if name not in at_hand
    ]
    first, last, years = _years(tahun)
    if problems:
        raise InputError(problems)
    found = [
        (name, year)
        for name in dict.fromkeys(names)
        for year in at_hand[name]
        if not tahun or year in years or first <= year <= last
    ]
    if not found:
        known = sorted({year for name in names for year in at_hand[name]})
        allowed = ", ".join(map(str, known)) or f"INSTANSI/TAHUN/laporan.yaml in {raw_folder(data)}"
        what = f"no report of {tahun}" if tahun else "no report"
        raise InputError([Problem("--tahun", what, allowed, "Choose one of these years.")])
    return found


def _years(text: str | None) -> tuple[int, int, set[int]]:
    """First and last of a span, or single years."""
    if not text:
        return 0, -1, set()
    span = re.fullmatch(r"(\d{4})\s*[:-]\s*(\d{4})", text.strip())
    if span and span[1] <= span[2]:
        return int(span[1]), int(span[2]), set()
    parts = [part.strip() for part in text.split(",")]
    if all(re.fullmatch(r"\d{4}", part) for part in parts):
        return 0, -1, {int(part) for part in parts}
    allowed = "2021, 2020:2022 or 2019,2021"
    raise InputError([Problem("--tahun", f'"{text}"', allowed, "Write the years like that.")])
