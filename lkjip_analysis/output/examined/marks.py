"""A mark in a document: where a finding points, and what it says there."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_analysis.intake.document.printed_places import Place

AUTHOR, INITIALS = "lkjip", "lk"
COMPARED = "pembanding"
"""The standing of a figure that is no suspect, and only held against one."""
COLOURS = {"terbukti": "f4a582", "ambigu": "fde08a", "klaim": "fde08a", COMPARED: "e3e5e8"}
OTHER = "cfe3f5"


def colour_of(standing: str) -> str:
    return COLOURS.get(standing, OTHER)


@dataclass(frozen=True)
class Mark:
    """One comment in a document: where, what it says, and how sure it is."""

    place: Place
    text: str
    standing: str
    number: int = 0
    """That of its finding."""
