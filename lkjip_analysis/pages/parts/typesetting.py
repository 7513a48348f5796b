"""The letters of a page as a printer sets them: a true minus, dashes between years and words,
quotation marks that open and close; in a sentence no line ends between a name and its number.

What is computed and told has the hyphen and the straight quotes of a keyboard; only here, on the
whole page, are they set. Tables and sentences as printed, code and addresses stay as they are.
"""

from __future__ import annotations

import re

_KEPT = re.compile(
    r'(<details class="sumber">.*?</details>|<(style|script|pre|code|q)\b.*?</\2>|<[^>]*>)',
    re.DOTALL,
)
"""What is not set: tags, what is no language, and what stands as the report prints it."""

_MINUS = re.compile(r"(?:(?<![\w)\]%.,/+-])|(?<=Rp))-(?=\d)")
_YEARS = re.compile(r"(?<![\w./-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w/-])")
_HELD = re.compile(r"\b(Rp\.?|US\$|Tabel|BAB|Table|Chapter|sasaran|hlm\.) (?=[\dIVX])")
_MARK = '(?:"|&quot;|&#34;)'
_QUOTED = re.compile(rf"(?<![^\s(\[;:/–]){_MARK}(?=\S)((?:(?!{_MARK}).)+?)(?<=\S){_MARK}(?!\w)")
_TO_SET = re.compile('[-"&]')
"""Without one of these a text has nothing to be set: so it is with nearly all of a page."""


def typeset(page: str) -> str:
    """A page of HTML with the letters of print in its text.

    >>> typeset('<p title="a - b">Turun -0,42 poin, 2020-2021: &quot;sehat&quot; - tercetak</p>')
    '<p title="a - b">Turun −0,42 poin, 2020–2021: “sehat” – tercetak</p>'
    >>> typeset("<td>1-2</td><td>2021-03-04</td><q>-5</q><td>-</td>")
    '<td>1-2</td><td>2021-03-04</td><q>-5</q><td>-</td>'
    """
    parts, at = list[str](), 0
    for kept in _KEPT.finditer(page):
        parts += [letters(page[at : kept.start()]), kept[0]]
        at = kept.end()
    return "".join([*parts, letters(page[at:])])


def held(text: str) -> str:
    """A part of a sentence, in which no line ends between a name and its number.

    >>> held("Tabel 2.3 mencetak Rp 30.000, bukan US$ 5").count("\N{NO-BREAK SPACE}")
    3
    """
    return _HELD.sub("\\1\N{NO-BREAK SPACE}", text)


def letters(text: str) -> str:
    """A text with the letters of print, as it stands between two tags or in a Word document.

    >>> letters('"Jumlah" 2020-2021: -5')
    '“Jumlah” 2020–2021: −5'
    """
    if not _TO_SET.search(text):
        return text
    text = _MINUS.sub("−", text)
    text = _YEARS.sub(r"\1–\2", text)
    text = _QUOTED.sub(r"“\1”", text)
    return text.replace(" - ", " – ")
