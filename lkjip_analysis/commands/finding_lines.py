"""The findings of a report as lines of a terminal: a summary first, then by what is to be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from lkjip_analysis.checking.findings.finding import SHOWN_AS, Finding
from lkjip_analysis.checking.findings.finding import summary as count
from lkjip_analysis.checking.findings.wording import rejected
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.commands.terminal import between_words
from lkjip_analysis.language import capital, phrase
from lkjip_analysis.pages.parts.finding_list import TASKS, clusters

NARROW = 80
"""Columns of a terminal that says nothing else."""

SHOWN_CELLS = 6
"""So many cells of one finding are named, the others counted."""

HELD = "\u00a0"
"""A blank at which no line is broken."""

STYLES = {"terbukti": "bold red", "ambigu": "bold yellow", "klaim": "bold yellow"}


@dataclass(frozen=True)
class Line:
    """One line and how it is coloured."""

    text: str
    style: str = ""


def lines(verification: Verification, width: int = NARROW) -> Iterator[Line]:
    """The summary, then each group of findings, alike ones together."""
    yield from _summary(verification, width)
    for standing, group in groupby(verification.worked_off, key=lambda one: one.standing):
        found = list(group)
        yield Line("")
        told = phrase(TASKS[standing]).upper()
        heading = f"{told} ({len(found)} {phrase(SHOWN_AS[standing])})"
        yield Line(heading, STYLES.get(standing, "bold cyan"))
        for told, alike in clusters(found):
            if told:
                yield Line("")
                yield from _wrapped(
                    phrase("{told}, {count} temuan serupa", told=told, count=len(alike)),
                    width,
                    2,
                    "bold",
                )
            for finding in alike:
                yield from _finding(verification, finding, width, 4 if told else 2)


def _summary(verification: Verification, width: int) -> Iterator[Line]:
    """What was found, how much could be tested, and what it does not mean."""
    report, told = verification.report, verification.coverage.as_json()
    parts = [
        f"{n} {phrase(SHOWN_AS[kind])}" for kind, n in count(verification.findings).items() if n
    ]
    yield from _wrapped(
        phrase("{nama}, tahun {tahun}", nama=report.nama, tahun=report.tahun), width, 0, "bold"
    )
    # A count stays in the line of what it counts.
    held = ", ".join(part.replace(" ", HELD) for part in parts)
    for line in _wrapped(held or phrase("Tidak ada temuan"), width):
        yield replace(line, text=line.text.replace(HELD, " "))
    turned = sum(finding.overturns for finding in verification.findings)
    if turned:
        yield from _wrapped(
            phrase("{turned} temuan mengubah simpulan laporan (bertanda *)", turned=turned), width
        )
    tested = phrase(
        "{watched} dari {figures} angka teruji", watched=told["watched"], figures=told["figures"]
    )
    yield from _wrapped(
        phrase("{tested}; selaras antar-tabel belum berarti benar.", tested=tested), width
    )
    if verification.rejected:
        yield from _wrapped(rejected(verification.rejected), width)


def _finding(
    verification: Verification, finding: Finding, width: int, indent: int
) -> Iterator[Line]:
    """Where it is, what was found, what it rests on, and the cells with the code to accept it."""
    if indent == 2:
        yield Line("")
    mark = "* " if finding.overturns else ""
    yield from _wrapped(f"{mark}{finding.source}, {finding.label}", width, indent, "bold")
    yield from _wrapped(finding.told.without_place, width, indent + 2)
    for heading, items in finding.told.lists:
        if items:
            yield from _wrapped(f"{phrase(heading)}:", width, indent + 2)
            for item in items:
                yield from _wrapped(f"- {capital(item)}", width, indent + 2, hanging=2)
    for place in _placed(verification, finding, width - indent - 2):
        yield from _wrapped(place, width, indent + 2, "dim")


def _wrapped(
    text: str, width: int, indent: int = 0, style: str = "", hanging: int = 0
) -> Iterator[Line]:
    """A text in lines that break between words only: a code or a figure is never cut."""
    first, rest = " " * indent, " " * (indent + hanging)
    return (Line(part, style) for part in between_words(text, width, first, rest))


def _placed(verification: Verification, finding: Finding, room: int) -> list[str]:
    """Where a finding's cells stand in the files, the first with the code by which `koreksi`
    accepts it, the others in one line."""
    places = []
    for cell in finding.named_cells[:SHOWN_CELLS]:
        origin = verification.report.origins.get(str(cell.address))
        place = f"{cell.file}:{cell.line}:{cell.address.column}"
        places.append(f"{place} ({origin})" if origin else place)
    more = len(finding.named_cells) - SHOWN_CELLS
    first, *others = places or [""]
    done = phrase(", koreksinya sudah diterima") if verification.is_accepted(finding) else ""
    code = phrase("kode {id}{done}", id=finding.id, done=done)
    together = f"{first}  {code}".strip()
    named = [together] if len(together) <= room or not first else [first, code]
    if more > 0:
        others.append(phrase("dan {more} sel lainnya", more=more))
    return [*named, phrase("juga {cells}", cells="; ".join(others))] if others else named
