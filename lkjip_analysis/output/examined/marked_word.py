"""The Word document itself with a comment at each figure that a finding points at."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run

from lkjip_analysis.intake.document.printed_places import Place
from lkjip_analysis.intake.word.word_names import W
from lkjip_analysis.output.examined.marks import AUTHOR, INITIALS, Mark
from lkjip_analysis.output.examined.word_runs import runs_at

BOOKMARK, FIRST = "lkjip", 900_000
"""The names of bookmarks, which LibreOffice prints with their places, and their first number."""


def marked_word(content: bytes, marks: Sequence[Mark]) -> bytes:
    """The document with its comments; its text stays as it is."""
    document = docx.Document(io.BytesIO(content))
    paragraphs = list(document.element.body.iter(f"{W}p"))
    for mark in marks:
        runs = [Run(run, document) for run in runs_at(paragraphs, mark.place)]
        if runs:
            document.add_comment(runs, mark.text, author=AUTHOR, initials=INITIALS)
    return _saved(document)


def with_bookmarks(content: bytes, places: Sequence[Place]) -> bytes:
    """The document with a bookmark where each place begins, numbered from 0, to be printed."""
    document = docx.Document(io.BytesIO(content))
    paragraphs = list(document.element.body.iter(f"{W}p"))
    for number, place in enumerate(places):
        if runs := runs_at(paragraphs, place):
            start, end = (OxmlElement(f"w:bookmark{edge}") for edge in ("Start", "End"))
            for edge in (start, end):
                edge.set(qn("w:id"), str(FIRST + number))
            start.set(qn("w:name"), f"{BOOKMARK}{number}")
            runs[0].addprevious(start)
            runs[0].addnext(end)
    return _saved(document)


def _saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
