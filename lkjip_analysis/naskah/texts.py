"""The text of a Word paragraph as a reader sees it, and words made comparable.

Deleted text of tracked changes, field codes and text of pictures are left out, inserted text is
in. Raised digits become raised characters (m³): a footnote mark is never a digit of its figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HIDDEN = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "tbl")}
    | {f"{W}drawing", f"{W}pict", f"{W}object"}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
)
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
SMALL = frozenset({
    "yang", "dan", "di", "ke", "dari", "pada", "untuk", "dengan", "atas", "oleh", "serta",
    "atau", "tahun", "dalam", "menurut", "per", "tiap", "adalah", "ini", "itu", "sebagai",
    "secara", "para", "antara",
})  # fmt: skip


def paragraph_text(paragraph: Any) -> str:
    """The visible text of one paragraph; tabs and line breaks are kept."""
    return "".join(_pieces(paragraph)).replace("\u00a0", " ")


def _pieces(element: Any, raised: bool = False) -> Iterator[str]:
    for child in element:
        if child.tag in HIDDEN:
            continue
        if child.tag == f"{W}t":
            yield (child.text or "").translate(RAISED) if raised else child.text or ""
        elif child.tag in BREAKS:
            yield BREAKS[child.tag]
        elif child.tag == f"{W}r":
            mark = child.find(f"{W}rPr/{W}vertAlign")
            yield from _pieces(child, mark is not None and mark.get(f"{W}val") == "superscript")
        else:
            yield from _pieces(child, raised)


def one_line(text: str) -> str:
    return " ".join(text.split())


@cache
def plain_words(text: str) -> str:
    """Lower case, without punctuation, parentheses or leading numbers: for comparing names.

    >>> plain_words("2. Program Penilaian (UMKM)")
    'program penilaian umkm'
    """
    text = re.sub(r"^\s*\(?(\d{1,2}|[a-z])[.)]\)?\s*", "", text.casefold())
    return " ".join(re.findall(r"[^\W_]+|%", text))


def words(text: str) -> frozenset[str]:
    """The words of a text that carry meaning."""
    return frozenset(word for word in plain_words(text).split() if word not in SMALL)


@cache
def likeness(one: str, other: str) -> float:
    """How alike two short texts are, 0 to 1: letters and words both count."""
    a, b = plain_words(one), plain_words(other)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    left, right = set(a.split()), set(b.split())
    shared = 2 * len(left & right) / (len(left) + len(right))
    return 0.95 * max(shared, SequenceMatcher(None, a, b).ratio() - 0.1)
