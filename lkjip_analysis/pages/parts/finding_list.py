"""The findings as a working list: grouped by what to do, one line each that opens, alike ones
together, each with an address of its own.

It needs no script; with `temuan.js` it can be searched, sorted and filtered.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from lkjip_analysis.checking.findings.finding import SHOWN_AS, Finding
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import capital, worded
from lkjip_analysis.pages.parts.conclusions import main_cell, todo
from lkjip_analysis.pages.parts.rendering import Html, marked, render

TASKS: Mapping[str, str] = {
    "terbukti": "Ganti angkanya",
    "ambigu": "Cocokkan dengan dokumen sumber",
    "klaim": "Ubah kalimatnya",
    "kaidah": "Sesuaikan dengan aturan laporan",
    "pembulatan": "Seragamkan pembulatannya",
    "dugaan": "Periksa bila perlu",
}
"""What a reader does about the findings of each standing."""

ALIKE = 3
"""From so many on, findings of one check in one table are one line that opens."""


@dataclass(frozen=True)
class Group:
    """The findings of one standing, as clusters of alike ones in their order."""

    standing: str
    task: str
    clusters: tuple[tuple[str, tuple[dict[str, Any], ...]], ...]

    @property
    def count(self) -> int:
        return sum(len(items) for _, items in self.clusters)


def findings(verification: Verification, beside: Mapping[str, Html] | None = None) -> Html:
    """All findings as a working list; `beside` holds what is shown with one, by its id."""
    beside = beside or {}
    groups = [
        Group(standing, TASKS[standing], tuple(_clusters(verification, list(found), beside)))
        for standing, found in groupby(verification.worked_off, key=lambda f: f.standing)
    ]
    deciding = [{"finding": f, "anchor": f.anchor} for f in verification.findings if f.overturns]
    places = list(dict.fromkeys(f.source for f in verification.findings))
    return Html(
        render("temuan.html.j2", shown_as=SHOWN_AS, groups=groups, deciding=deciding, places=places)
    )


def _clusters(
    verification: Verification, found: Sequence[Finding], beside: Mapping[str, Html]
) -> Iterator[tuple[str, tuple[dict[str, Any], ...]]]:
    """Alike findings under one heading, where the first of them stands; others alone."""
    for heading, alike in clusters(found):
        yield heading, tuple(_item(verification, finding, beside) for finding in alike)


def clusters(found: Sequence[Finding]) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """The findings of one check in one table together, with a heading; others alone without."""
    many = Counter(_kind(finding) for finding in found)
    done = set[tuple[str, str]]()
    for finding in found:
        kind = _kind(finding)
        if many[kind] < ALIKE:
            yield "", (finding,)
        elif kind not in done:
            done.add(kind)
            alike = tuple(other for other in found if _kind(other) == kind)
            yield f"{finding.source}: {_column(alike)}", alike


def _kind(finding: Finding) -> tuple[str, str]:
    """Where a finding stands and which check found it, without the row."""
    rule = finding.rules[0] if finding.rules else finding.id
    return finding.source, re.sub(r"\[[^]]*\]|\d+$", "", rule)


def _column(alike: Sequence[Finding]) -> str:
    """What alike findings share of their names: the heading of their column."""
    ends = {finding.label.rpartition(" - ")[2] for finding in alike}
    return ends.pop() if len(ends) == 1 else worded("temuan serupa")


def _item(
    verification: Verification, finding: Finding, beside: Mapping[str, Html]
) -> dict[str, Any]:
    report = verification.report
    shown = beside.get(finding.id)
    return {
        "finding": finding,
        "opening": finding.told.without_place,
        "short": _short(finding),
        "anchor": finding.anchor,
        "beside": marked(shown.html) if shown else "",
        "cells": [
            {
                "anchor": cell.address.anchor,
                "file": cell.file,
                "line": cell.line,
                "place": (cell.file, cell.line),
                "column": cell.address.column,
                "text": cell.words,
                "label": report.tables[cell.address.table].label,
                "origin": report.origins.get(str(cell.address), ""),
            }
            for cell in verification.pointed_at(finding)
        ],
    }


def _short(finding: Finding) -> str:
    """One line: what to do where that is sure, else what was found: its outcome first."""
    if finding.verdict == "terbukti":
        return todo(finding, main_cell(finding))
    if finding.verdict == "ambigu" and not finding.told.printed:  # that begins with the print
        conflict = finding.grounds or finding.impact
        return capital(conflict.partition(": ")[2] or conflict or finding.told.without_place)
    if finding.changes_conclusion:
        return finding.impact
    return finding.told.without_place
