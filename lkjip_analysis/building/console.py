"""A console of rich that styles what the program tells it to, never what a text asks for."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text

from lkjip_analysis.errors import visible

UNKNOWN = 80
"""The width that is taken where a terminal tells none."""


class Shown(Console):
    """A console in which no name can move the cursor, recolour, or turn the text around."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        if self.width < 1:  # a terminal that does not know its width would be shown nothing
            self.width = UNKNOWN

    def print(self, *objects: Any, **options: Any) -> None:
        super().print(*(plain(told) for told in objects), **options)


def plain(told: object) -> object:
    """A text as it is shown: no markup of rich's, no sign that a terminal obeys."""
    if isinstance(told, str):
        return Text(visible(told))
    if isinstance(told, Text):
        cleaned = told.copy()
        cleaned.plain = visible(told.plain)  # as long as before: the styles stay in place
        return cleaned
    return told
