"""What two names that share many words have each of its own, which makes two things of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

SPELLED = 0.75
"""Words so much alike are one word: "pevalensi" and "prevalensi"."""
LONG, SHORT = 5, 3
"""Of fewer letters another letter makes another word; initials are of this many words or more."""
GENERAL = frozenset({
    "jumlah", "persentase", "persentasi", "prosentase", "presentase", "persen", "%", "proporsi",
    "tingkat", "nilai", "angka", "rasio", "indeks", "indek", "index", "indikator", "kinerja",
    "utama", "program", "kegiatan", "uptd", "upt", "dinas", "balai", "unit",
})  # fmt: skip
"""Words that say what is counted of a thing, or whose it is; names have them or leave them out."""


def name_two_things(one: Iterable[str], other: Iterable[str]) -> bool:
    """Has each of two names words of its own, that are none of the other's spelled otherwise?

    >>> name_two_things({"kajian", "rtr", "ksp"}, {"kajian", "rrtr", "kabupaten"})
    True
    >>> name_two_things({"pevalensi", "gizi"}, {"prevalensi", "gizi", "balita"})
    False
    >>> name_two_things({"sarana", "bptp"}, {"sarana", "balai", "proteksi", "tanaman", "pangan"})
    False
    """
    first, second = set(one) - GENERAL, set(other) - GENERAL
    left = {word for word in first - second if not _is_written(word, second, other)}
    right = {word for word in second - first if not _is_written(word, first, one)}
    if not (left and right) or _is_piece(left) != _is_piece(right):
        return False
    return not (_are_initials(left, other) or _are_initials(right, one))


def _is_written(word: str, others: Iterable[str], every: Iterable[str]) -> bool:
    """Does the other name have this word in another spelling?"""
    return len(word) >= LONG and any(
        len(other) >= LONG and SequenceMatcher(None, word, other).ratio() >= SPELLED
        for other in {*others, *every}
    )


def _is_piece(words: Iterable[str]) -> bool:
    """Are they no more than pieces of a broken word, or grades: "ditindaklanju ti", "CC"?"""
    return all(len(word) < SHORT for word in words)


def _are_initials(own: Iterable[str], every: Iterable[str]) -> bool:
    """Are these the initials of words of the other name, which has none itself?

    Their order is not known here.
    """
    initials = Counter(word[0] for word in every)
    told = {word for word in every if _spells(word, initials)}
    return all(_spells(word, initials) for word in own) and told <= {*own}


def _spells(word: str, initials: Counter[str]) -> bool:
    return len(word) >= SHORT and not Counter(word) - initials
