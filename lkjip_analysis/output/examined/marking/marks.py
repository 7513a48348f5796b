"""A mark in a document: where a finding points, and what it says there."""

from __future__ import annotations

from collections.abc import Sequence
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


def shades_of(marks: Sequence[Mark]) -> dict[Place, str]:
    """The colour of each marked place: that of the first, the surest, of the findings by which its
    figure may be wrong, else of what is only compared."""
    ranked = sorted(marks, key=lambda mark: mark.standing == COMPARED)
    return {mark.place: colour_of(mark.standing) for mark in reversed(ranked)}
