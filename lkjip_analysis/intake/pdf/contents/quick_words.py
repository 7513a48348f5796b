"""Words of a PDF's contents, each found by one expression where all of it stands in one block.

pdfminer goes through several steps for each number and operator, and a page has ten thousands: to
find them took more than a third of reading it. What no expression knows (a text with brackets or
signs that stand for others, a name with `#`, a comment, what two blocks share) goes pdfminer's way,
and so does each list and picture as a whole: the words are the same in every case.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from pdfminer.psparser import KWD, LIT, PSKeyword, PSLiteral

Word = tuple[int, Any]
"""Where a word begins in what is read, and what it is."""

_REAL, _WHOLE, _OPERATOR, _NAME, _TEXT, _CODES, _MARK = range(1, 8)

_WORD = re.compile(
    rb"\s*(?:"
    rb"([-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?=[^0-9]))"
    rb"|([-+]?[0-9]+(?=[^0-9.]))"
    rb"|([A-Za-z][^#/%\[\]()<>{}\s]*(?=[#/%\[\]()<>{}\s]))"
    rb"|(/[^#/%\[\]()<>{}\s]*(?=[/%\[\]()<>{}\s]))"
    rb"|(\([^()\\]*\))"
    rb"|(<[0-9A-Fa-f\s]*>(?=[^>]))"
    rb"|(\[|\]|<<|>>)"
    rb")"
)

_TRUTHS = {b"true": True, b"false": False}
_PARTS = frozenset(map(KWD, (b"[", b"]", b"<<", b">>", b"{", b"}", b"BI", b"ID")))
"""What begins or ends something that is more than one word."""


def quick_word(slowly: Callable[[Any], Word]) -> Callable[[Any], Word]:
    """The next word of what is read, at once where it can be."""

    @wraps(slowly)
    def next_word(parser: Any) -> Word:
        if parser._tokens or parser.eof:
            return slowly(parser)
        found = _WORD.match(parser.buf, parser.charpos)
        if found is None:
            return slowly(parser)
        kind = found.lastindex or 0
        word = _meant(kind, found[kind])
        if word is None:
            return slowly(parser)
        parser.charpos = found.end()
        return parser.bufpos + found.start(kind), word

    return next_word


def quick_object(slowly: Callable[[Any], Word]) -> Callable[[Any], Word]:
    """The next number, text, name or operator of a page's contents, which is an object by itself.

    Lists and pictures, of which these are parts, are put together as before.
    """

    @wraps(slowly)
    def next_object(parser: Any) -> Word:
        if parser.results or parser.context or parser.curstack:
            return slowly(parser)
        word: Word = parser.nexttoken()
        kind = type(word[1])
        if kind in (float, int, bytes, PSLiteral, bool) or (
            kind is PSKeyword and word[1] not in _PARTS
        ):
            return word
        parser._tokens.insert(0, word)
        return slowly(parser)

    return next_object


def _meant(kind: int, text: bytes) -> Any:
    """What a word is; None for one that is read letter by letter."""
    if kind == _REAL:
        return float(text)
    if kind == _WHOLE:
        return int(text)
    if kind == _OPERATOR:
        return _TRUTHS[text] if text in _TRUTHS else KWD(text)
    if kind == _NAME:
        return LIT(_decoded(text[1:]))
    if kind == _TEXT:
        return text[1:-1]
    if kind == _CODES:
        digits = b"".join(text[1:-1].split())
        return bytes.fromhex(digits.decode()) if len(digits) % 2 == 0 else None
    return KWD(text)


def _decoded(name: bytes) -> str | bytes:
    try:
        return name.decode()
    except UnicodeDecodeError:
        return name
