"""The file that a person names as a document, before any reader opens it: there, of sane size."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from lkjip_analysis.errors import InputError, wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.report.filebytes import check_is_file, read_bytes

MAX_TABLES = 1_000
MAX_ROWS = 20_000
"""Of all tables of a document: reports of 400 pages have fewer, and each is tried as every type."""


MAX_TOLD, MAX_FIGURES, MAX_IN_ONE = 30_000, 80_000, 20_000
"""Of paragraphs with figures, of figures in all of them and in one: each is asked what it repeats,
and a report of a thousand pages has fewer."""


class TooMuch(ValueError):
    """What a document of so few bytes can hold, and no report does; the message says what."""


def check_tables(tables: int, rows: int) -> None:
    """Raises: TooMuch where a document has more tables, or rows in all of them, than reports do."""
    for found, most, things in ((tables, MAX_TABLES, "tables"), (rows, MAX_ROWS, "table rows")):
        _check(found, most, things)


def check_figures(texts: Iterable[str]) -> None:
    """Raises: TooMuch where the paragraphs of a document tell more figures than reports do."""
    counts = [count for text in texts if (count := len(re.findall(r"\d[\d.,]*", text)))]
    for found, most, things in (
        (len(counts), MAX_TOLD, "paragraphs with figures"),
        (sum(counts), MAX_FIGURES, "figures in sentences"),
        (max(counts, default=0), MAX_IN_ONE, "figures in one paragraph"),
    ):
        _check(found, most, things)


def _check(found: int, most: int, things: str) -> None:
    if found > most:
        raise TooMuch(phrase("more than {most:,} {things}", most=most, things=phrase(things)))


def check_given(path: Path, most: int, allowed: str) -> None:
    """Raises: InputError where it is no file, empty, or of more than `most` bytes."""
    check_is_file(path, path.name)
    if not path.is_file():
        raise refused(path, "no file of this name", "Look at the name and the folder.", allowed)
    size = path.stat().st_size
    if not size:
        raise refused(path, "an empty file", "Take the whole document.", allowed)
    if size > most:
        found = phrase("a file of {size:,} bytes, more than {most:,}", size=size, most=most)
        raise refused(path, found, "Take its pictures out, or split it.", allowed)


def content_of(path: Path, most: int, allowed: str) -> bytes:
    """What is in it. Raises: InputError as `check_given`, and where it cannot be read."""
    check_given(path, most, allowed)
    content = read_bytes(path, path.name, most)
    if not content.strip():
        raise refused(path, "an empty file", "Take the whole document.", allowed)
    return content


def refused(path: Path, found: str, remedy: str, allowed: str) -> InputError:
    return wrong_input(path.name, found, allowed, remedy)
