"""The lists of tables and figures beside the captions: titles that differ, numbers that repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable
from lkjip_analysis.intake.document.texts import likeness, one_line, words
from lkjip_analysis.intake.noticed.basis.claims_of_words import (
    Words,
    claim_of_words,
    two_that_differ,
)
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.language import worded

OPENING = re.compile(r"\W*daftar\s+(tabel|gambar|bagan|grafik|diagram|lampiran)\W*", re.IGNORECASE)
CLOSING = re.compile(r"\W*(daftar\s+\w+|bab\b.{0,60}|pendahuluan|ringkasan.*|ikhtisar.*)", re.I)
ENTRY = re.compile(
    r"\W*(?P<kind>tabel|gambar|bagan|grafik|diagram)\.?\s*(?P<number>\d+(?:\s*[.\-]\s*\d+)*)"
    r"\s*[.:]?\s+(?P<title>[^\W\d_].*?)[\s.…_]*(?P<page>\s[\divxl]{1,4})?\s*",
    re.IGNORECASE,
)
RUN_ON = re.compile(
    r"(?:tabel|gambar|bagan|grafik|diagram)\.?\s*\d+(?:\s*[.\-]\s*\d+)*\s*[.:]?\s+[^\W\d_][^.…_]*?"
    r"(?=\s*[.…_]{4,}\s*(?:[ivxl]+\s*-\s*)?\d{1,4}\b)",
    re.IGNORECASE,
)
"""An entry of a list that was read as one paragraph: dots lead to its page, the next follows."""
NUMBER = re.compile(r"\W*tabel[\s.]*\d+(?:[.\-]\d+)*\W*", re.IGNORECASE)
"""A line that prints the number of a table and no title."""
LONGEST = 200
"""A line of more letters is a sentence: "Tabel 3.1 menunjukkan bahwa ..."."""
ALIKE = 0.6
"""Titles that share less are of different tables under one number."""
PAIRS = 3
"""So many entries must have their caption: of fewer, a list of another document may be bound in."""


@dataclass(frozen=True)
class Titled:
    """A title of the list or of a caption, and the paragraph that prints it."""

    kind: str
    number: str
    title: str
    block: Paragraph


def listed_titles(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """The titles that a list prints otherwise than their captions, and its doubled numbers.

    Nothing of a list of which most titles differ: it was read or made otherwise.
    """
    listed, captions = _titles(blocks)
    yield from unlike_titles(listed, captions)
    yield from _doubled(listed)


def unlike_titles(listed: Sequence[Titled], captions: Sequence[Titled]) -> Iterator[ProposedClaim]:
    """What a list prints otherwise than stands at its places, where most of it is the same."""
    pairs = [(one, other) for one in listed if (other := _caption(one, listed, captions))]
    differing = [pair for pair in pairs if differ(*(told.title for told in pair))]
    if len(pairs) >= PAIRS and 2 * len(differing) <= len(pairs):
        for one, other in differing:
            yield from _claims(one, other)


def _titles(blocks: Sequence[Block]) -> tuple[list[Titled], list[Titled]]:
    """The entries of the lists, and the captions at their places."""
    listed: list[Titled] = []
    captions: list[Titled] = []
    inside = False
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            continue
        text = one_line(block.text)
        if OPENING.fullmatch(text):
            inside = True
        elif told := titled(block, text, inside):
            (listed if inside else captions).append(told)
        elif inside and CLOSING.fullmatch(text) and not block.listed:
            inside = False
        elif inside:
            listed.extend(_run_on(block, text))
        elif NUMBER.fullmatch(text):
            captions.extend(_on_two_lines(blocks[place : place + 3]))
    return listed, captions


def _on_two_lines(blocks: Sequence[Block]) -> Iterator[Titled]:
    """The caption of a table whose title stands on the line below its number."""
    told = title_above(blocks[:2]) if isinstance(blocks[-1], WordTable) else None
    if told and isinstance(blocks[1], Paragraph):
        yield replace(told, block=blocks[1])


def _run_on(block: Paragraph, text: str) -> Iterator[Titled]:
    """The entries of a list whose lines were read as one paragraph."""
    for match in RUN_ON.finditer(text):
        told = titled(replace(block, text=match[0]), match[0])
        if told:
            yield told


def title_above(above: Sequence[Block]) -> Titled | None:
    """What the line right above a table tells; or the one above it, where that is only a number."""
    lines = [(block, one_line(block.text)) for block in above if isinstance(block, Paragraph)]
    if not lines or lines[-1][0] is not above[-1]:
        return None
    told = titled(*lines[-1])
    if told or len(lines) < 2 or not NUMBER.fullmatch(lines[0][1]):
        return told
    return titled(lines[0][0], f"{lines[0][1]} {lines[1][1]}")


def titled(block: Paragraph, text: str, listed: bool = False) -> Titled | None:
    """The title that a line prints behind "Tabel 3.1"; in a list its page stands at the end."""
    entry = ENTRY.fullmatch(text) if len(text) <= LONGEST else None
    if entry is None:
        return None
    number = re.sub(r"\s+", "", entry["number"])
    title = entry["title"] if listed else f"{entry['title']}{entry['page'] or ''}"
    return Titled(entry["kind"].casefold(), number, title.strip(), block)


def _caption(one: Titled, listed: Sequence[Titled], captions: Sequence[Titled]) -> Titled | None:
    """The only caption under the number of an entry, where it is of the same thing; that of an
    entry with a wrong number stands under a number that no entry has."""
    found = [c for c in captions if _number_of(c) == _number_of(one)]
    if len(found) == 1 and likeness(one.title, found[0].title) >= ALIKE:
        return found[0]
    numbers = {_number_of(entry) for entry in listed}
    near = [
        c
        for c in captions
        if c.kind == one.kind
        and _number_of(c) not in numbers
        and likeness(one.title, c.title) >= ALIKE
    ]
    return near[0] if len(near) == 1 else None


def _number_of(told: Titled) -> tuple[str, str]:
    return told.kind, told.number


def differ(one: str, other: str) -> bool:
    """Do two titles print other words? One that goes on, or shortens a word, is the same."""
    left, right = _plain(one), _plain(other)
    if left.startswith(right) or right.startswith(left):
        return False
    apart = (words(one) - words(other), words(other) - words(one))
    lone = [
        [w for w in mine if not any(w.startswith(o) or o.startswith(w) for o in theirs)]
        for mine, theirs in (apart, apart[::-1])
    ]
    return any(lone)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _claims(one: Titled, other: Titled) -> Iterator[ProposedClaim]:
    name = re.sub(r"[.\-]", "_", f"{other.kind}_{other.number}").casefold()
    shown = (
        f"{other.kind.upper() if other.kind == 'bab' else other.kind.capitalize()} {other.number}"
    )
    yield from two_that_differ(
        Words(f"judul_{name}", other.block, other.title, f"Judul {shown} di tempatnya"),
        Words(f"daftar_{name}", one.block, one.title, f"Judul {shown} dalam daftar"),
        worded("judul dalam daftar adalah judul di tempatnya"),
    )


def _doubled(listed: Sequence[Titled]) -> Iterator[ProposedClaim]:
    """An entry with the number of the one before it, though another title."""
    for before, told in pairwise(listed):
        same = (before.kind, before.number) == (told.kind, told.number)
        if same and likeness(before.title, told.title) < 1:
            yield from numbered_twice(before, told, worded("nomor dalam daftar berurutan"))


def numbered_twice(
    before: Titled, told: Titled, why: str, name: str = ""
) -> Iterator[ProposedClaim]:
    """The two lines that print one number, or leave one out between them, the later one with the
    rule that it breaks."""
    name = name or f"{told.kind}_{re.sub(r'[^0-9]', '_', told.number)}"
    first, again = (
        Words(kode, one.block, _number(one), f"Nomor {one.kind.capitalize()} {one.number}")
        for kode, one in ((f"nomor_{name}", before), (f"nomor_lagi_{name}", told))
    )
    yield claim_of_words(first, why)
    both = f"bagian=klaim[{first.kode}].nilai + klaim[{again.kode}].nilai"
    yield claim_of_words(again, why, "urut", both)


def _number(told: Titled) -> str:
    """The kind and number as the list prints them."""
    match = re.match(r"\W*([^\W\d_]+\.?\s*\d+(?:\s*[.\-]\s*\d+)*)", one_line(told.block.text))
    return match[1] if match else told.number
