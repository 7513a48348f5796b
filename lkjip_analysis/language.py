"""The language in which the program speaks to the person at the terminal.

A text stands in the code at its place; what it is in the other language stands in a catalogue of
`languages/`, one entry a text. Which of them is told is one setting of the process, and those
that it starts inherit it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

VARIABLE = "LKJIP_BAHASA"

LANGUAGES = ("id", "en")
"""What can be spoken; the first where nobody chose."""

AS_WRITTEN = "c"
"""Each text as it stands in the code, as programs of Unix speak in the locale C: for tests."""

CATALOGUES = Path(__file__).parent / "languages"


def language() -> str:
    """The language chosen by `--bahasa` or the environment; Indonesian where neither names one."""
    named = os.environ.get(VARIABLE, "").strip().casefold()
    return named if named in (*LANGUAGES, AS_WRITTEN) else LANGUAGES[0]


def speak(name: str) -> None:
    """Speak this language from now on, in the processes that are started as well."""
    os.environ[VARIABLE] = name


def phrase(text: str, /, **facts: object) -> str:
    """`text` in the language of the process, its facts put in; as it stands where none is known.

    Braces are only read where facts are given, so that a text of somebody else stays what it is.
    """
    spoken = language()
    told = _catalogue(spoken).get(text, text)
    return _FACTS[spoken == "id"].vformat(told, (), facts) if facts else told


_FINDINGS: ContextVar[str] = ContextVar("findings", default=AS_WRITTEN)
"""The language of findings; they stand in the code in that of the reports."""


@contextmanager
def findings_spoken() -> Iterator[None]:
    """Findings are worded in the language of the process: for the terminal, never for pages."""
    before = _FINDINGS.set(language())
    try:
        yield
    finally:
        _FINDINGS.reset(before)


def findings_language() -> str:
    return _FINDINGS.get()


def worded(text: str, /, **facts: object) -> str:
    """What a finding says: in the language of the report, or as `findings_spoken` asks."""
    told = _catalogue(_FINDINGS.get()).get(text, text)
    if told is text:  # by far the most, and told for every figure
        return told.format_map(facts) if facts else told
    return _FACTS[0].vformat(told, (), facts)


def plural(count: int, one: str, more: str, /, **facts: object) -> str:
    """`one` or `more`, as `count` asks for: Indonesian, which has no plural, says both alike."""
    return phrase(one if count == 1 else more, count=count, **facts)


class _English(Formatter):
    """`{count:s}` behind a noun is its plural: "{count} row{count:s}"."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == "s" and isinstance(value, int):
            return "" if value == 1 else "s"
        told: str = super().format_field(value, format_spec)
        return told


class _Indonesian(Formatter):
    """Thousands are parted by dots, decimals by a comma."""

    def format_field(self, value: Any, format_spec: str) -> str:
        told: str = super().format_field(value, format_spec)
        return told.translate(_SWAPPED) if "," in format_spec else told


_SWAPPED = str.maketrans(",.", ".,")


_FACTS = (_English(), _Indonesian())


@cache
def _catalogue(name: str) -> Mapping[str, str]:
    """What each text of the code is in this language. A text that is so already has no entry."""
    if name == AS_WRITTEN:
        return {}
    from babel.messages.pofile import read_po

    with (CATALOGUES / f"{name}.po").open("rb") as opened:
        catalogue = read_po(opened, locale=name, abort_invalid=True)
    return {str(entry.id): str(entry.string) for entry in catalogue if entry.id and entry.string}
