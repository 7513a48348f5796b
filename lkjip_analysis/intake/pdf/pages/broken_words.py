"""Words that a narrow cell breaks without a hyphen: whole again where the document tells so.

A line that is one piece and leaves no room for another letter may end inside a word. Such ends are
marked while a page is read; when all pages are known, the words printed elsewhere decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.pdf.lines_of_text.cells import PageTable
from lkjip_analysis.intake.pdf.lines_of_text.wrapping import BREAK, MAYBE
from lkjip_analysis.intake.pdf.pages.page import Page, TextLine
from lkjip_analysis.report.yamltext import STANDARDS

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
CLOSING = re.compile(r"[.,;:)%]+")
HYPHEN = re.compile(r"[^\W\d_]-$")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii")
SHORTEST = 3
"""A shorter word proves nothing: nearly any two letters are printed somewhere."""
SHORT_WORDS = ("di", "ke", "km", "kg", "ha", "kw", "kk", "rt", "rw")
PIECES = 24
"""A cell of more broken pieces is a drawing, not a word."""
UNKNOWN, EACH = 1.0, 0.1
"""What a letter of an unknown word costs, and each word."""


def with_whole_words(pages: Sequence[Page]) -> list[Page]:
    """The pages with every marked break decided."""
    if not any(_breaks(page) for page in pages):
        return list(pages)
    printed = frozenset(word for word in _known(pages) if len(word) >= SHORTEST)
    known = printed | _of_reports()
    return [
        replace(page, items=tuple(_decided(item, known) for item in page.items))
        if _breaks(page)
        else page
        for page in pages
    ]


@cache
def _of_reports() -> frozenset[str]:
    """Words that any report may print: those of the lists that this package knows."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(STANDARDS.glob("*.yaml")))
    return frozenset(
        word.casefold() for text in texts for word in WORD.findall(text) if len(word) > SHORTEST
    )


def _tables(page: Page) -> Iterator[PageTable]:
    return (item for item in page.items if isinstance(item, PageTable))


def _breaks(page: Page) -> bool:
    return any(_marked(slot.text) for t in _tables(page) for row in t.rows for slot in row)


def _marked(text: str) -> bool:
    return BREAK in text or MAYBE in text


def _known(pages: Iterable[Page]) -> Iterator[str]:
    """The words that are printed unbroken."""
    for page in pages:
        for item in page.items:
            texts = (
                [item.text]
                if isinstance(item, TextLine)
                else [slot.text for row in item.rows for slot in row]
            )
            for text in texts:
                whole = (piece for piece in text.split() if not _marked(piece))
                yield from (word.casefold() for word in WORD.findall(" ".join(whole)))


def _decided(item: TextLine | PageTable, known: frozenset[str]) -> TextLine | PageTable:
    if isinstance(item, TextLine):
        return item
    figures = any(_is_broken_word(slot.text, known) for row in item.rows for slot in row)
    rows = tuple(tuple(_slot(slot, known, figures) for slot in row) for row in item.rows)
    return replace(item, rows=rows)


def _is_broken_word(text: str, known: frozenset[str]) -> bool:
    """Does a break surely lie inside a word: the whole is printed elsewhere?"""
    for told in text.split():
        pieces = tuple(piece for piece in told.split(BREAK) if piece)
        if 1 < len(pieces) <= PIECES and not any(map(str.isdigit, told)):
            made = {word.casefold() for word in _parted(pieces, known)}
            whole = {piece.casefold() for piece in pieces}
            if any(len(word) > SHORTEST and word in known for word in made - whole):
                return True
    return False


def _slot(slot: Slot, known: frozenset[str], figures: bool) -> Slot:
    if not _marked(slot.text):
        return slot
    told = [
        _surely_one(text, known) if MAYBE in text else _whole(text, known, figures)
        for text in slot.text.split()
    ]
    return replace(slot, text=" ".join(told))


def _surely_one(text: str, known: frozenset[str]) -> str:
    """The pieces of a text, one word only where that is printed elsewhere, or they are none."""
    made: list[str] = []
    for piece in text.split(MAYBE):
        rest = piece.islower() and len(piece) < SHORTEST and piece not in SHORT_WORDS
        whole = made and f"{made[-1]}{piece}".casefold()
        apart = made and {made[-1].casefold(), piece.casefold()} <= known
        if made and (rest or (whole in known and not apart)):
            made[-1] += piece
        else:
            made.append(piece)
    return " ".join(made)


def _whole(text: str, known: frozenset[str], figures: bool) -> str:
    """The pieces of a text as words; digits only where the table breaks words just so."""
    runs: list[list[str]] = []
    for piece in filter(None, text.split(BREAK)):
        if runs and (CLOSING.fullmatch(piece) or HYPHEN.search(runs[-1][-1])):
            runs[-1][-1] = _hyphened(runs[-1][-1], piece, known)
        elif runs and _counts(runs[-1][-1]) == _counts(piece):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    words = [part for run in runs for part in _at_capitals(run)]
    return " ".join(_run(part, known, figures) for part in words)


def _at_capitals(pieces: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The pieces parted where a small letter is followed by a capital: a new word begins there."""
    start = 0
    for end in range(1, len(pieces) + 1):
        if end == len(pieces) or (pieces[end - 1][-1:].islower() and pieces[end][:1].isupper()):
            yield tuple(pieces[start:end])
            start = end


def _hyphened(text: str, piece: str, known: frozenset[str]) -> str:
    """One word of two; the hyphen between them goes where the word is printed without it."""
    plain = text.removesuffix("-") + piece
    told = HYPHEN.search(text) and {w.casefold() for w in WORD.findall(plain)} & known
    return plain if told else text + piece


def _counts(piece: str) -> bool:
    return any(map(str.isdigit, piece))


def _run(pieces: tuple[str, ...], known: frozenset[str], figures: bool) -> str:
    if _counts(pieces[0]) or len(pieces) > PIECES:
        return ("" if figures and len(pieces) <= PIECES else " ").join(pieces)
    return " ".join(_parted(pieces, known))


def _parted(pieces: tuple[str, ...], known: frozenset[str]) -> tuple[str, ...]:
    """The pieces joined into the likeliest words: printed elsewhere, and as few as may be."""

    @cache
    def best(start: int) -> tuple[float, tuple[str, ...]]:
        if start == len(pieces):
            return 0.0, ()
        options = []
        for end in range(start + 1, len(pieces) + 1):
            word = "".join(pieces[start:end])
            cost, rest = best(end)
            last = end == len(pieces) and start > 0 and word.casefold() in ROMAN
            options.append(((EACH if last else _cost(word, known)) + cost, (word, *rest)))
        return min(options)

    return best(0)[1]


def _cost(word: str, known: frozenset[str]) -> float:
    told = WORD.findall(word)
    letters = sum(len(one) for one in told if one.casefold() not in known)
    return EACH + UNKNOWN * letters
