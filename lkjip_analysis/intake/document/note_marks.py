"""Marks of notes behind figures: a star, a raised digit, "1)". They are no part of the figure."""

from __future__ import annotations

import re

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁺⁻⁽⁾₀₁₂₃₄₅₆₇₈₉"
_BEHIND = re.compile(
    rf"(?P<figure>.*[\d%‰)])\s*(?P<mark>\(?[*†‡§#]+\)?|[{_RAISED}][{_RAISED},]*\)?"
    r"|\s[a-z0-9]\)|\s\([a-z0-9*]\))",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?P<mark>[*†‡§]+|[{_RAISED}]+)\s*(?P<figure>(Rp\.?\s*)?[-–−(]?\d.*)")

NOTE_LINE = re.compile(r"(sumber|catatan|keterangan|ket\b|data per|\*|\d\)\s)", re.IGNORECASE)
"""How a line under a table begins."""


def without_mark(text: str) -> tuple[str, str]:
    """A figure and the mark of a note printed beside it; any other text, and nothing.

    >>> without_mark("992.770 *"), without_mark("72,50¹"), without_mark("9,7 km²")
    (('992.770', '*'), ('72,50', '¹'), ('9,7 km²', ''))
    """
    told = text.strip()
    match = _BEHIND.fullmatch(told) or _BEFORE.fullmatch(told)
    if match and match["figure"].count("(") == match["figure"].count(")"):
        return match["figure"].strip(), match["mark"].strip()
    return text, ""
