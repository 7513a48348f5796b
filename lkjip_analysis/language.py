"""The language in which the program speaks: at the terminal, and in the reports that it writes.

A text stands in the code at its place; what it is in the other language stands in a catalogue of
`languages/`, one entry a text. Which of them is told is one setting of the process, and those
that it starts inherit it.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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


REPORT_VARIABLE = "LKJIP_BAHASA_LAPORAN"
"""The language of reports in a process that writes one part of a report: a kernel."""

_REPORT: ContextVar[str] = ContextVar("report", default="")


@contextmanager
def report_spoken(name: str = "") -> Iterator[None]:
    """What reports say is in the language of the process, or in this one: pages, documents, what
    the terminal tells of findings. What programs read (koreksi.csv, data/processed) never is.
    """
    spoken = name or language()
    before = _REPORT.set(AS_WRITTEN if spoken == LANGUAGES[0] else spoken)
    try:
        yield
    finally:
        _REPORT.reset(before)


def report_language() -> str:
    """The language of reports; they stand in the code in Indonesian."""
    return _REPORT.get() or os.environ.get(REPORT_VARIABLE, AS_WRITTEN)


def report_locale() -> str:
    """The same as dates and HTML name it."""
    return LANGUAGES[0] if report_language() == AS_WRITTEN else report_language()


def worded(text: str, /, **facts: object) -> str:
    """What a report says, its findings, pages and documents, in its language."""
    told = _catalogue(report_language()).get(text, text)
    if told is text:  # by far the most, and told for every figure
        return told.format_map(facts) if facts else told
    return _FACTS[0].vformat(told, (), facts) if facts else told


def spellings(text: str) -> tuple[str, ...]:
    """A heading or a choice of ours in every language, as the code has it first."""
    return tuple(dict.fromkeys([text, *(_catalogue(name).get(text, text) for name in LANGUAGES)]))


def as_in_code(told: str, names: Iterable[str]) -> str:
    """Which of `names` a cell holds, in whatever language it was written; else what it holds."""
    return _by_spelling(tuple(names)).get(" ".join(told.split()).casefold(), told)


@cache
def _by_spelling(names: tuple[str, ...]) -> Mapping[str, str]:
    return {one.casefold(): name for name in reversed(names) for one in spellings(name)}


def listed(names: Sequence[str]) -> str:
    """Names as a report lists them: a, b and c."""
    return worded(" dan ").join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def capital(text: str) -> str:
    """A text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def within(text: str) -> str:
    """A text as it goes on in a sentence: "Realisasi" has a small letter there, "PAD" has not."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """A text as a sentence of its own."""
    return f"{capital(text).rstrip('.')}."


def plural(count: int, one: str, more: str, /, **facts: object) -> str:
    """`one` or `more`, as `count` asks for: Indonesian, which has no plural, says both alike."""
    return phrase(one if count == 1 else more, count=count, **facts)


class _English(Formatter):
    """`{count:s}` behind a noun is its plural, `{count:is|are}` the word for one and for more."""

    def format_field(self, value: Any, format_spec: str) -> str:
        one, chosen, more = ("", "|", "s") if format_spec == "s" else format_spec.partition("|")
        if chosen:
            return one if str(value) == "1" else more
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
    entries = _ENTRY.findall((CATALOGUES / f"{name}.po").read_text(encoding="utf-8"))
    told = ((_quoted(text), _quoted(other)) for text, other in entries)
    return {text: other for text, other in told if text and other}


_ENTRY = re.compile(r'^msgid (".*"(?:\n".*")*)\nmsgstr (".*"(?:\n".*")*)', re.MULTILINE)


def _quoted(lines: str) -> str:
    """What a catalogue holds in quotation marks, on one line or on several: as JSON does.

    Each command reads one, and takes several times as long over it by babel.
    """
    told: str = json.loads(lines.replace('"\n"', ""))
    return told
