"""Numbers that are not written in digits: in Indonesian words, as reports put them behind a figure,
5 (lima), and in Roman numerals."""

from __future__ import annotations

import re

DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
ONES = {word: value for value, word in enumerate(DIGITS)}
POWERS = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
"""How parts of a table are numbered; none has more of them."""
WHOLE = {"sepuluh": "satu puluh", "sebelas": "satu belas", "seratus": "satu ratus",
         "seribu": "satu ribu"}  # fmt: skip

_ONE = f"(?:{'|'.join(DIGITS[1:])})"
SMALL_NUMBER = (
    rf"(?<!puluh\s)(?<!ratus\s)(?<!ribu\s)(?<!salah\s)"
    rf"(?:sepuluh|sebelas|{_ONE}(?:\s+(?:belas|puluh(?:\s+{_ONE})?))?)"
    rf"(?!\s+(?:{_ONE}|belas|puluh|ratus|ribu)\b)"
)
"""A number that sentences write in words, one to ninety-nine: no part of a longer one, and not the
one of "salah satu"."""


def spoken(text: str) -> int | None:
    """The number that words say; None where they say none.

    >>> spoken("dua puluh lima"), spoken("seratus empat ribu sebelas"), spoken("orang")
    (25, 104011, None)
    """
    words = " ".join(WHOLE.get(word, word) for word in text.casefold().split()).split()
    total = group = last = 0
    for word in words:
        if word in ONES:
            last = ONES[word]
        elif word == "belas":
            group, last = group + last + 10, 0
        elif word in ("puluh", "ratus"):
            group, last = group + last * (10 if word == "puluh" else 100), 0
        elif word in POWERS:
            total, group, last = total + (group + last) * POWERS[word], 0, 0
        else:
            return None
    return total + group + last if words else None


def said(value: int) -> str:
    """A whole number below a thousand billions in words.

    >>> said(0), said(16), said(100), said(1_111), said(25_000_300)
    ('nol', 'enam belas', 'seratus', 'seribu seratus sebelas', 'dua puluh lima juta tiga ratus')
    """
    if value < 1_000:
        return _below_thousand(value) or DIGITS[0]
    power = max(size for size in POWERS.values() if size <= value)
    word = next(name for name, size in POWERS.items() if size == power)
    many, rest = divmod(value, power)
    whole = "seribu" if (many, power) == (1, 1_000) else f"{said(many)} {word}"
    return f"{whole} {said(rest)}" if rest else whole


def _below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    parts = ["" if not hundreds else "seratus" if hundreds == 1 else f"{DIGITS[hundreds]} ratus"]
    if rest in (10, 11):
        parts.append("sepuluh" if rest == 10 else "sebelas")
    elif tens == 1:
        parts.append(f"{DIGITS[ones]} belas")
    else:
        parts += [f"{DIGITS[tens]} puluh" if tens else "", DIGITS[ones] if ones else ""]
    return " ".join(part for part in parts if part)


_NAMED = f"{'|'.join((*DIGITS, *WHOLE, *POWERS))}|belas|puluh|ratus"
WORDED = re.compile(
    r"(?<![\w.,/-])(?P<money>Rp\.?\s*)?(?P<figure>\d{1,3}(?:[.,]\d{3})+(?:,\d\d)?|\d{1,6})"
    rf"(?:,?-|(?P<share>\s?%))?\s?\(\s?(?P<words>(?:{_NAMED})(?:\s(?:{_NAMED}))*)"
    r"(?(money)(?:\srupiah)?)(?(share)(?:\spersen)?)\s?\)",
    re.IGNORECASE,
)
"""A figure with words of a number in brackets behind it. Words of a unit that the figure has not
are of something else: "Tahap 1 (lima puluh persen)", "Kelompok 2 (tiga puluh orang)"."""


def is_spoken(figure: str, words: str) -> bool:
    """May words say a figure? Only words that spell a number tell that they do not; a figure of
    groups may be read in two styles, and its words may hold the power that follows it, or round
    its sen.

    >>> is_spoken("36", "tiga puluh enam"), is_spoken("36", "tiga puluh empat")
    (True, False)
    >>> is_spoken("1,000", "seribu"), is_spoken("2", "dua juta"), is_spoken("12", "dua dua")
    (True, True, True)
    """
    value = spoken(words)
    told = " ".join(words.casefold().split())
    if value is None or said(value) != told.replace("milyar", "miliar"):
        return True
    sen = re.search(r",\d\d$", figure)
    plain = int(re.sub(r"\D", "", figure[: sen.start()] if sen else figure))
    rounded = plain + 1 if sen and sen[0] >= ",50" else plain
    numbers = (plain, rounded, int(re.split(r"[.,]", figure)[0]))
    return value in {number * size for number in numbers for size in (1, *POWERS.values())}
