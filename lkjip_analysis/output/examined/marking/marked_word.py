"""The Word document itself with a comment at each figure that a finding points at.

A run that prints more than the figure is parted where the figure begins and ends.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run

from lkjip_analysis.intake.document.printed_places import Place
from lkjip_analysis.intake.word.word_names import W
from lkjip_analysis.output.examined.marking.marks import AUTHOR, INITIALS, Mark, shades_of

BOOKMARK, FIRST = "lkjip", 900_000
"""The names of bookmarks, which LibreOffice prints with their places, and their first number."""
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
UNSEEN = tuple(f"{W}{name}" for name in ("del", "moveFrom", "txbxContent", "hyperlink"))
"""Runs inside of these are left alone."""
BEHIND_SHADE = tuple(
    f"w:{name}"
    for name in ("fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
                 "oMath", "rPrChange")
)  # fmt: skip
"""What stands behind the shade in the properties of a run."""


def marked_word(content: bytes, marks: Sequence[Mark]) -> bytes:
    """The document with its comments and the marked figures coloured; its text stays as it is."""
    document = docx.Document(io.BytesIO(content))
    paragraphs = list(document.element.body.iter(f"{W}p"))
    shades = shades_of(marks)
    for mark in marks:
        runs = runs_at(paragraphs, mark.place)
        if not runs:
            continue
        told = [Run(run, document) for run in runs]
        document.add_comment(told, mark.text, author=AUTHOR, initials=INITIALS)
        if _letters(runs) == _joined(mark.place.text):  # nothing is coloured beside the figure
            for run in runs:
                _colour(run, shades[mark.place])
    return _saved(document)


def _colour(run: Any, shade: str) -> None:
    """The run on a ground of this colour, in the place of one that it had."""
    told = run.get_or_add_rPr()
    for name in ("w:highlight", "w:shd"):
        for earlier in told.findall(qn(name)):
            told.remove(earlier)
    made = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", shade)):
        made.set(qn(f"w:{name}"), value)
    told.insert_element_before(made, *BEHIND_SHADE)


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


def runs_at(paragraphs: Sequence[Any], place: Place) -> list[Any]:
    """The runs that print what is at `place`; all of its paragraph where it is not found again."""
    number = int(place.at[1:]) if place.at[:1] == "p" and place.at[1:].isdigit() else 0
    if not 1 <= number <= len(paragraphs):
        return []
    runs = [run for run in paragraphs[number - 1].iter(f"{W}r") if _is_shown(run)]
    letters = [
        (sign, i, k)
        for i, run in enumerate(runs)
        for k, sign in enumerate(_text(run))
        if not sign.isspace()
    ]
    span = _found("".join(sign for sign, _, _ in letters), place)
    if span is None:
        return [run for run in runs if _text(run)]
    (_, first, start), (_, last, end) = letters[span[0]], letters[span[1] - 1]
    chosen = runs[first : last + 1]
    chosen[-1] = _cut(chosen[-1], end + 1)[0]
    chosen[0] = _cut(chosen[0], start)[1]
    return [chosen[0]] if first == last else chosen


def _found(text: str, place: Place) -> tuple[int, int] | None:
    """Where the text of a place lies among letters without spaces, the nearest to its start."""
    wanted = _joined(place.text)
    if not wanted:
        return None
    starts = [i for i in range(len(text)) if text.startswith(wanted, i)]
    if not starts:
        return None
    best = min(starts, key=lambda i: abs(i - place.start))
    return best, best + len(wanted)


def _is_shown(run: Any) -> bool:
    above = run.getparent()
    while above is not None and above.tag != f"{W}p":
        if above.tag in UNSEEN:
            return False
        above = above.getparent()
    return True


def _text(run: Any) -> str:
    return "".join(part.text or "" for part in run.findall(f"{W}t"))


def _joined(text: str) -> str:
    return "".join(text.split())


def _letters(runs: Sequence[Any]) -> str:
    """What runs print, without its spaces."""
    return _joined("".join(map(_text, runs)))


def _cut(run: Any, at: int) -> tuple[Any, Any]:
    """The run in two, before and after its letter `at`; whole where it holds more than text."""
    texts = run.findall(f"{W}t")
    others = [part for part in run if part.tag not in (f"{W}t", f"{W}rPr")]
    if len(texts) != 1 or others or not 0 < at < len(texts[0].text or ""):
        return run, run
    whole = texts[0].text
    after = deepcopy(run)
    run.addnext(after)
    for part, text in ((texts[0], whole[:at]), (after.find(f"{W}t"), whole[at:])):
        part.text = text
        part.set(SPACE, "preserve")
    return run, after
