"""Numbers written in Indonesian words, as reports put them behind a figure: 5 (lima)."""

from __future__ import annotations

DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
ONES = {word: value for value, word in enumerate(DIGITS)}
POWERS = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
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
