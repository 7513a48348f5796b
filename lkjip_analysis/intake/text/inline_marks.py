"""The text of a line of Markdown as a reader sees it, without the marks of its form.

Each mark has a longest text of its own: the end of one that never ends is not looked for to the
end of the line.
"""

from __future__ import annotations

import html
import re

from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.language import worded

LINE_END = re.compile(r"(?i)<br\s*/?>")
STRUCK = re.compile(r"~~(.{1,1000}?)~~")
RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
_RULES = (
    (LINE_END, " "),
    (re.compile(r"(?i)</?(?:b|i|u|em|strong|span|font|small)\b[^>]{0,300}>"), ""),
    (re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,1000}\)"), ""),
    (re.compile(r"\[([^\]]{1,300})\]\([^)\s]{0,1000}\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.{1,1000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])(.{1,1000}?)(?<=[^\s*])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)(.{1,1000}?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`]+)`"), r"\1"),
)
_NOTE = re.compile(r"(?i)<sup>(.{0,100}?)</sup>|\^(\d{1,2}\)?)\^|\[\^(\w{1,3})\]")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|$<>~^%&])")


def shown(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without marks on one line, and what of it was left out.

    >>> shown("**Jumlah** 1\\\\.234<sup>1</sup> ~~99~~")
    ('Jumlah 1.234¹', ('teks dicoret "99" tidak dibaca',))
    """
    said = tuple(
        worded('teks dicoret "{struck}" tidak dibaca', struck=struck)
        for struck in STRUCK.findall(text)
    )
    text = STRUCK.sub("", text)
    text = _NOTE.sub(lambda m: (m[1] or m[2] or m[3] or "").translate(RAISED), text)
    for pattern, kept in _RULES:
        text = pattern.sub(kept, text)
    return one_line(html.unescape(_ESCAPED.sub(r"\1", text))), said
