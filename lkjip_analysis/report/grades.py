"""Words printed where other indicators print figures: grades of known scales, and what was done.

A word is kept as printed. Words of one scale can be held against each other, and so can two equal
ones; anything else is a word whose achievement cannot be computed.
"""

from __future__ import annotations

import re
from functools import cache

from lkjip_analysis.numbers.absent import absence
from lkjip_analysis.numbers.number_words import spoken
from lkjip_analysis.numbers.printed import MISSING

SCALES: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("tmp", "tidak menyatakan pendapat", "tidak memberikan pendapat", "disclaimer"),
     ("tw", "tidak wajar", "adverse"),
     ("wdp", "wajar dengan pengecualian"),
     ("wtp", "wajar tanpa pengecualian")),
    (("d",), ("c",), ("cc",), ("b",), ("bb",), ("a",), ("aa",)),
    (("sangat kurang", "tidak baik"), ("kurang", "kurang baik"), ("cukup", "cukup baik"),
     ("baik",), ("sangat baik",)),
    (("tidak tercapai", "belum tercapai"), ("tercapai",)),
    (("tidak terlaksana", "belum terlaksana"), ("terlaksana",)),
    (("tidak tersedia", "belum tersedia"), ("tersedia",)),
    (("tidak selesai", "belum selesai"), ("selesai",)),
    (("terlambat", "tidak tepat waktu"), ("tepat waktu",)),
    (("tidak",), ("ya",)),
    (("ada",),),
)  # fmt: skip
"""Orders that no report need declare, worst first, each grade with its other spellings. Where more
is better for some things and less for others (tinggi, rendah) nothing is known.
"""
NAMES = frozenset(spellings[0] for scale in SCALES for spellings in scale)
LETTER = re.compile(r"[^\W\d_]")
LEAST = 3
"""Words of fewer letters may be mistyped figures (O, l), unless a scale knows them."""
CALLED = re.compile(
    r"(opini|predikat|nilai|kategori|kriteria|mendapat(kan)?|memperoleh)\s+(bpk\s+)?"
)
LEVEL = re.compile(r"(level|tingkat|peringkat|tipe|kelas)\s+([ivx]+|\d)")
POINTS_ELSEWHERE = re.compile(r"idem|sda|s\.?d\.?a\.?|sama|lihat .*|terlampir|dst\.?|dll\.?|persen")


SCORE = re.compile(r"\(\s*(?!(?:19|20)\d\d\b)\d|\d[.,]\d|\d\s*/|/\s*\d")


def has_score(text: str) -> bool:
    """Does a grade stand beside the figure it was given for? Then that tells the achievement.

    >>> has_score("BB (76,25)"), has_score("A / 82,1"), has_score("Level 3"), has_score("WTP")
    (True, True, False, False)
    >>> has_score("WTP (2023)")
    False
    """
    return bool(SCORE.search(text))


@cache
def grade(text: str) -> str:
    """The grade that a text prints, as grades are compared: without what introduces or explains it.

    >>> grade("Opini WTP"), grade("Wajar Tanpa Pengecualian (WTP)"), grade('"BB"')
    ('wtp', 'wtp', 'bb')
    """
    told = " ".join(text.casefold().split()).strip("\"'“”‘’.*()")
    parts = [told, re.sub(r"\s*\([^()]*\)?\s*$", "", told), re.sub(r"^[^(]*\(", "", told)]
    for part in (p for told in parts for p in (told, CALLED.sub("", told, count=1))):
        for scale in SCALES:
            for spellings in scale:
                if part in spellings:
                    return spellings[0]
    return told


def order_of(*grades: str) -> tuple[str, ...]:
    """The order in which these grades stand, worst first; nothing where none is known."""
    for scale in SCALES:
        names = tuple(spellings[0] for spellings in scale)
        if set(grades) <= set(names):
            return names
    return grades[:1] if len(set(grades)) == 1 else ()


def is_word(text: str) -> bool:
    """Is this a word in the place of a figure: neither a figure, nor missing, nor a slip of one?

    >>> is_word("Opini WTP"), is_word("Terlaksana"), is_word("Level 3"), is_word("Belum rilis")
    (True, True, True, False)
    >>> is_word("O"), is_word("8O,5"), is_word("delapan puluh"), is_word("#REF!")
    (False, False, False, False)
    """
    told = " ".join(text.casefold().split())
    if not LETTER.search(told):
        return False
    if told in MISSING or absence(told) or spoken_in(told) or POINTS_ELSEWHERE.fullmatch(told):
        return False
    if is_known(told):
        return True
    letters = sum(sign.isalpha() for sign in told)
    return letters >= LEAST and not re.search(r"[\d#=%$]|\brp\b", told)


def is_known(text: str) -> bool:
    """Is this a grade of a known scale, or a level?

    >>> is_known("Opini WTP"), is_known("Level 3"), is_known("banyak")
    (True, True, False)
    """
    told = " ".join(text.casefold().split())
    return bool(LEVEL.fullmatch(told)) or grade(told) in NAMES


def spoken_in(text: str) -> bool:
    """Does a word of it say a number? Then it may be a figure that is spelled out."""
    return any(spoken(word) is not None for word in re.findall(r"[^\W\d_]+", text))
