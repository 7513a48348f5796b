"""Words made comparable, and texts on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from lkjip_analysis.numbers.printed import is_spaced

SMALL = frozenset({
    "yang", "dan", "di", "ke", "dari", "pada", "untuk", "dengan", "atas", "oleh", "serta",
    "atau", "tahun", "dalam", "menurut", "per", "tiap", "adalah", "ini", "itu", "sebagai",
    "secara", "para", "antara",
})  # fmt: skip


KEPT = 65_536
"""Texts of which what was found is kept: more than a table of ten thousand rows prints."""
_WIDTHLESS = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""Where a word may be broken or joined: nothing of them is seen on a line."""


def one_line(text: str) -> str:
    return " ".join(text.split())


def joined_lines(lines: Sequence[str]) -> str:
    """The lines of a cell on one line; figures below one another do not become one.

    >>> joined_lines(["Program", "Kesehatan"]), joined_lines(["12", "500"])
    ('Program Kesehatan', '12 / 500')
    """
    text = one_line(" ".join(lines))
    told = [one_line(line) for line in lines if line.strip()]
    return " / ".join(told) if len(told) > 1 and is_spaced(text) else text


def seen_only(text: str) -> str:
    """A text without signs that take no room: a soft hyphen, a zero-width space.

    Marks of direction stay: they may change the order in which figures are seen.

    >>> seen_only("1.2\\u00ad50")
    '1.250'
    """
    return text.translate(_WIDTHLESS)


@lru_cache(maxsize=KEPT)
def plain_words(text: str) -> str:
    """Lower case, without punctuation, parentheses or leading numbers: for comparing names.

    >>> plain_words("2. Program Penilaian (UMKM)")
    'program penilaian umkm'
    """
    text = re.sub(r"^\s*\(?(\d{1,2}|[a-z])[.)]\)?\s*", "", text.casefold())
    return " ".join(re.findall(r"[^\W_]+|%", text))


@lru_cache(maxsize=KEPT)
def words(text: str) -> frozenset[str]:
    """The words of a text that carry meaning."""
    return frozenset(word for word in plain_words(text).split() if word not in SMALL)


LESS = 0.95
"""Texts of the same words in another order are no more alike than this."""


@lru_cache(maxsize=200_000)
def likeness(one: str, other: str) -> float:
    """How alike two short texts are, 0 to 1: letters and words both count."""
    a, b = plain_words(one), plain_words(other)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    left, right = set(a.split()), set(b.split())
    shared = 2 * len(left & right) / (len(left) + len(right))
    return LESS * max(shared, SequenceMatcher(None, a, b).ratio() - 0.1)


def name_pattern(called: str) -> str:
    """A name as it may stand in a sentence, whatever parts its words."""
    return r"\W+".join(map(re.escape, re.findall(r"[^\W_]+", called)))
