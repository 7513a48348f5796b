"""A mark in a document: where a finding points, and what it says there."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_analysis.intake.document.printed_places import Place

AUTHOR, INITIALS = "lkjip", "lk"


@dataclass(frozen=True)
class Mark:
    """One comment in a document: where, what it says, and how sure it is."""

    place: Place
    text: str
    standing: str
