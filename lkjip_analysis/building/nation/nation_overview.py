"""One page over all reports: what is wrong most often, which figures are watched least."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lkjip_analysis.building.nation.dataset import blocks
from lkjip_analysis.building.nation.outcome import WATCH_COLUMNS
from lkjip_analysis.checking.findings.finding import SHOWN_AS
from lkjip_analysis.language import report_spoken, worded
from lkjip_analysis.numbers.written import number

LISTED = 40
UNREAD_LISTED = 200
MISTAKES = ("terbukti", "ambigu", "klaim", "kaidah")
"""What is counted as a mistake, the surest first: no rounding, no suspicion."""
Place = tuple[str, str]


@dataclass(frozen=True)
class Overview:
    """Counts over all reports. A place is a table type and a column.

    `untested` are those of the `clean` ones of which fewer than half of the figures are tested.
    """

    years: Counter[int]
    unread: tuple[tuple[str, int, str], ...]
    unread_count: int
    clean: int
    standings: Counter[str]
    reports_with: Counter[str]
    wrong: Counter[tuple[str, str, str, str]]
    watched: dict[Place, Counter[str]]
    worst: tuple[tuple[str, int, int], ...]
    untested: int = 0

    @property
    def reports(self) -> int:
        return self.years.total()

    @property
    def read(self) -> int:
        return self.reports - self.unread_count


def overview(folder: Path) -> Overview:
    """The counts of a written dataset, block by block."""
    years: Counter[int] = Counter()
    unread: list[tuple[str, int, str]] = []
    unread_count = clean = untested = 0
    standings: Counter[str] = Counter()
    reports_with: Counter[str] = Counter()
    worst: Counter[tuple[str, int]] = Counter()
    for tahun, row in _rows(
        folder, "laporan", ["instansi", "masalah", "angka", "teruji", *SHOWN_AS]
    ):
        years[tahun] += 1
        if row["masalah"]:
            unread_count += 1
            if len(unread) < UNREAD_LISTED:
                unread.append((row["instansi"], tahun, row["masalah"]))
            continue
        counts = {standing: row[standing] for standing in SHOWN_AS}
        standings.update(counts)
        reports_with.update(standing for standing, count in counts.items() if count)
        bad = counts["terbukti"] + counts["ambigu"] + counts["klaim"]
        clean += not bad
        untested += not bad and 2 * row["teruji"] < row["angka"]
        if bad:
            worst[row["instansi"], tahun] = bad
    ranked = sorted(worst.items(), key=lambda item: (-item[1], item[0]))[:LISTED]
    return Overview(
        years,
        tuple(unread),
        unread_count,
        clean,
        standings,
        reports_with,
        _wrong(folder),
        _watched(folder),
        tuple((name, tahun, count) for (name, tahun), count in ranked),
        untested,
    )


def _rows(folder: Path, name: str, columns: list[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    for tahun, block in blocks(folder, name, columns):
        for values in zip(*(block[column] for column in columns), strict=True):
            yield tahun, dict(zip(columns, values, strict=True))


def _wrong(folder: Path) -> Counter[tuple[str, str, str, str]]:
    """How often each standing, slip and place was found."""
    columns = ["putusan", "galat", "jenis_tabel", "kolom"]
    rows = (row for _, row in _rows(folder, "temuan", columns))
    return Counter(
        (row["putusan"], slip_kind(row["galat"]), row["jenis_tabel"], row["kolom"])
        for row in rows
        if row["putusan"] in MISTAKES
    )


def slip_kind(slip: str | None) -> str:
    """A slip without its own digits and names, so that like slips are counted together.

    >>> slip_kind("satu digit salah: 5, seharusnya 4"), slip_kind("digit 7 hilang")
    ('satu digit salah', 'digit hilang')
    """
    if not slip:
        return ""
    if slip.startswith(("tercetak angka ", "sama dengan ")):
        return "tertukar dengan angka tetangganya"
    return re.sub(r"(?<=digit )\d (?=\w)", "", slip.partition(":")[0])


def _watched(folder: Path) -> dict[Place, Counter[str]]:
    columns = ["jenis_tabel", "kolom", "angka", *WATCH_COLUMNS.values()]
    found: dict[Place, Counter[str]] = {}
    for _, row in _rows(folder, "cakupan", columns):
        counts = found.setdefault((row["jenis_tabel"], row["kolom"]), Counter())
        for name in columns[2:]:
            counts[name] += row[name]
    return found


@report_spoken()
def page(seen: Overview) -> str:
    """The overview as one HTML page that needs nothing else."""
    from lkjip_analysis.pages.parts import html_parts

    return html_parts.render(
        "nasional.html.j2",
        title=worded("Verifikasi seluruh laporan"),
        seen=seen,
        count=number,
        share=_share,
        span=_span(seen.years),
        shown_as={standing: worded(name) for standing, name in SHOWN_AS.items()},
        common=_common(seen),
        kinds=len(seen.wrong),
        least=_least(seen),
        titles=_titles(),
    )


def _common(seen: Overview) -> list[tuple[tuple[str, str, str, str], int]]:
    """The mistakes that were found most often; of equally many the surest first."""
    return sorted(
        seen.wrong.items(), key=lambda item: (-item[1], MISTAKES.index(item[0][0]), item[0])
    )[:LISTED]


def _least(seen: Overview) -> list[tuple[Place, int, int]]:
    """The places with figures that nothing tests, most of them first: place, untested, all."""
    untested = [(place, c["tidak_diuji"], c["angka"]) for place, c in seen.watched.items()]
    found = [item for item in untested if item[1]]
    return sorted(found, key=lambda item: (-item[1], item[0]))[:LISTED]


def _share(part: int, whole: int) -> str:
    return f"{number(100 * part / whole, 1)}%" if whole else "-"


def _span(years: Counter[int]) -> str:
    first, last = min(years), max(years)
    return str(first) if first == last else worded("{first} sampai {last}", first=first, last=last)


def _titles() -> dict[str, dict[str, str]]:
    """The printed titles of each table type of the package (under "") and of its columns."""
    from lkjip_analysis.errors import Problem
    from lkjip_analysis.report.schema import find_type
    from lkjip_analysis.report.yamltext import SCHEMAS

    asked = Problem("", "", "", "")
    names = sorted(path.stem for path in SCHEMAS.glob("*.yaml"))
    types = {name: find_type(name, (SCHEMAS,), asked) for name in names}
    return {
        name: {"": kind.judul, **{c.name: c.judul or c.name for c in kind.columns.values()}}
        for name, kind in types.items()
    }
