"""What is told of an examined document outside its page: in the terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.intake.document.printed_places import Place
from lkjip_analysis.language import report_spoken, worded
from lkjip_analysis.output.examined.basis.cell_places import finding_places
from lkjip_analysis.output.examined.basis.years_at_hand import whose
from lkjip_analysis.output.examined.telling.outcome import NO_PICTURES, NO_TABLES, Examined, Outcome
from lkjip_analysis.output.examined.telling.printed_elsewhere import printed_elsewhere
from lkjip_analysis.report.tables import Address

FINDINGS = "temuan.json"
"""The file that a document's findings are written to."""


def outcome_of(seen: Examined) -> Outcome:
    """What is left of an examined document for who gave the command."""
    with report_spoken():  # the page has been written; this is for the terminal
        aloud = tuple(
            worded(remark) for remark in seen.remarks if remark in (NO_PICTURES, NO_TABLES)
        )
        aloud += seen.untried
        sentence, counted = seen.identity.sentence, seen.counted
    return Outcome(
        seen.file,
        sentence,
        counted,
        seen.verification.is_clean,
        as_json(seen),
        aloud=aloud,
        marked=seen.marked,
        whose=whose(seen.verification.report),
        year=seen.identity.tahun,
        of_years=seen.of_years,
        has_tables=seen.has_tables,
    )


def as_json(seen: Examined) -> dict[str, Any]:
    """As `verify` writes it, with the place of each cell and how each finding was found."""
    told: dict[str, Any] = seen.verification.as_json()
    told["dokumen"] = seen.file
    who = seen.identity
    told["identitas"] = {"nama": who.nama, "pemerintah": who.pemerintah, "tahun": who.tahun,
                         "dari": list(who.told)}  # fmt: skip
    told["findings"] = [
        {
            **finding.as_json(),
            "how": seen.how(finding),
            "support": list(_support(seen, finding)),
            "cells": list(_cells(seen, finding)),
            "elsewhere": list(_elsewhere(seen, finding)),
        }
        for finding in seen.verification.findings
    ]
    return told


def _support(seen: Examined, finding: Finding) -> Iterator[dict[str, Any]]:
    """Each relation that a finding rests on: how it was found, how many rows keep it."""
    for name in finding.rules:
        if support := seen.support.get(name):
            yield {
                "rule": name,
                "how": support.how,
                "holding": support.holding,
                "tried": support.tried,
            }


def _cells(seen: Examined, finding: Finding) -> Iterator[dict[str, Any]]:
    for cell, place in finding_places(seen.verification, finding, seen.places):
        yield _printed_at(seen, cell, place)


def _elsewhere(seen: Examined, finding: Finding) -> Iterator[dict[str, Any]]:
    """Each other place that prints a figure in question, in the words of the page."""
    for line, cell in printed_elsewhere(seen, finding).items():
        for place in seen.places.get(cell.address, ()):
            yield {**_printed_at(seen, cell.address, place), "message": line}


def _printed_at(seen: Examined, cell: Address, place: Place) -> dict[str, Any]:
    """A cell with its print and where that stands: page and box, or a place in the file."""
    told: dict[str, Any] = {"cell": str(cell), "text": seen.verification.report.cell(cell).text}
    if place.page:
        box = place.box
        told["page"] = place.page
        told["box"] = [round(n, 2) for n in (box.x0, box.top, box.x1, box.bottom)]
    if place.at and not place.at.startswith("p"):
        told["at"] = place.at
    return told
