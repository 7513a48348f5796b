"""What examining one document gave, as a page, as JSON and as marks in the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lkjip_analysis.checking.findings.finding import SHOWN_AS, Finding, summary
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.intake.document.places import Place, pages_of
from lkjip_analysis.output.examined.crops import Pages
from lkjip_analysis.output.examined.identity import Identity
from lkjip_analysis.output.examined.marked_pdf import Mark
from lkjip_analysis.output.examined.supported import Support
from lkjip_analysis.output.examined.where import Places, finding_places
from lkjip_analysis.pages.parts.rendering import TEMPLATES, marked, render

REMARKS = 60
"""So many remarks are shown on the page; the working paper has what was left out."""


@dataclass(frozen=True)
class Examined:
    """A document examined: whose it is, what verifying gave, where every cell is printed."""

    file: str
    identity: Identity
    verification: Verification
    places: Places
    support: dict[str, Support]
    remarks: tuple[str, ...]

    @property
    def counted(self) -> str:
        """How many findings of each standing, and how many figures were tested, in words."""
        counts = summary(self.verification.findings)
        parts = [f"{n} {SHOWN_AS[kind]}" for kind, n in counts.items() if n]
        told = self.verification.coverage.as_json()
        return (f"{', '.join(parts) or 'Tidak ada temuan'}; {told['watched']} dari "
                f"{told['figures']} angka teruji.")  # fmt: skip

    def how(self, finding: Finding) -> str:
        """By which relations a finding was found, and in how many rows they hold."""
        told = [f"hubungan usulan, {self.support[name].told}"
                for name in finding.rules if name in self.support]  # fmt: skip
        return "; ".join(dict.fromkeys(told))

    def places_of(self, finding: Finding) -> tuple[Place, ...]:
        return tuple(p for _, p in finding_places(self.verification, finding, self.places))


def marks_of(seen: Examined) -> Iterator[Mark]:
    """A comment at each figure that a finding points at."""
    for finding in seen.verification.findings:
        text = f"{SHOWN_AS[finding.standing]} ({finding.id}): {finding.message}"
        for place in dict.fromkeys(seen.places_of(finding)):
            yield Mark(place.page, place.box, text, finding.standing)


def as_json(seen: Examined) -> dict[str, Any]:
    """As `verify` writes it, with the place of each cell and how each finding was found."""
    told: dict[str, Any] = seen.verification.as_json()
    told["dokumen"] = seen.file
    told["findings"] = [
        {**finding.as_json(), "how": seen.how(finding), "cells": list(_cells(seen, finding))}
        for finding in seen.verification.findings
    ]
    return told


def _cells(seen: Examined, finding: Finding) -> Iterator[dict[str, Any]]:
    for cell, place in finding_places(seen.verification, finding, seen.places):
        box = [round(n, 2) for n in (place.box.x0, place.box.top, place.box.x1, place.box.bottom)]
        yield {"cell": str(cell), "page": place.page, "box": box}


def page_of(seen: Examined, pages: Pages | None) -> str:
    """The page of findings, which needs nothing else."""
    who = seen.identity
    government = f", {who.pemerintah}" if who.pemerintah else ""
    return render(
        "periksa.html.j2",
        style=marked((TEMPLATES / "gaya.css").read_text(encoding="utf-8")),
        refresh=0,
        title=f"Temuan dalam {seen.file}",
        told=f"{who.nama}{government}, tahun {who.tahun}, seperti dibaca dari dokumen. Hubungan "
        "antarangka ditemukan program dan belum disetujui siapa pun: cocokkan tiap temuan "
        "dengan dokumennya.",
        summary=seen.counted,
        findings=[_shown(seen, finding, pages) for finding in seen.verification.findings],
        remarks=seen.remarks[:REMARKS],
    )


def _shown(seen: Examined, finding: Finding, pages: Pages | None) -> dict[str, str]:
    places = seen.places_of(finding)
    on = pages_of(places)
    return {
        "code": finding.id, "badge": SHOWN_AS[finding.standing], "label": finding.label,
        "message": finding.message, "how": seen.how(finding),
        "place": f"Halaman {on} dari berkas." if on else "Letaknya tidak diketahui.",
        "picture": pages.crop(places) if pages and places else "",
    }  # fmt: skip
