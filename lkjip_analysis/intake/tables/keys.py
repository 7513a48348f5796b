"""Keys of rows: short, readable, unique in their table, the same for the same indicator or
programme in every table. A goal's number goes before: `1.koperasi_sehat`."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lkjip_analysis.intake.document.texts import LESS, SMALL, likeness, plain_words
from lkjip_analysis.intake.sheets import row_keys as entered
from lkjip_analysis.numbers.grouping import grouped

GENERIC = frozenset({
    "program", "kegiatan", "persentase", "prosentase", "jumlah", "nilai", "tingkat",
    "meningkatnya", "cakupan", "kabupaten", "kab", "kota", "dinas", "produk", "jenis", "rata",
})  # fmt: skip
SHARED = ("indikator", "program")
"""Row names that mean the same thing in every table of a report."""
ALIKE, NEARLY, APART = 0.8, 0.65, 0.15
"""Names this alike are one; nearly alike only where no other comes close."""
MANY, PAIRS = 200, 200_000
"""Of more goals, and after so many pairs of names in a table, only the same name is the same; of
more names from earlier tables only the words are compared."""


class Taken:
    """The names in use. Which number makes the next one is remembered, not counted anew, so that
    ten thousand rows of one name take no longer than as many of different names."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.names = set(names)
        self._next: dict[str, int] = {}

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def take(self, name: str) -> str:
        self.names.add(name)
        return name

    def give_back(self, name: str) -> None:
        self.names.discard(name)
        stem, _, number = name.rpartition("_")
        if stem in self._next and number.isdigit():
            self._next[stem] = min(self._next[stem], int(number))

    def numbered(self, stem: str) -> str:
        """The stem with the first number from 2 on that makes a free name."""
        number = self._next.get(stem, 2)
        while f"{stem}_{number}" in self.names:
            number += 1
        self._next[stem] = number
        return f"{stem}_{number}"

    def free(self, stem: str) -> str:
        return self.numbered(stem) if stem in self.names else stem


def slug(text: str, taken: Iterable[str] | Taken = (), most: int = 2) -> str:
    """A short key from the words of a name that tell it from those taken.

    >>> slug("Persentase koperasi sehat (%)")
    'koperasi_sehat'
    >>> slug("%")
    'persen'
    """
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    said = [w for w in plain_words(folded).split() if w != "%"]
    found = [w for w in said if w not in SMALL] or said
    telling = [w for w in found if w not in GENERIC] or found
    telling = telling or ["persen" if "%" in text else "baris"]
    used = taken if isinstance(taken, Taken) else Taken(taken)
    for count in range(min(most, len(telling)), len(telling) + 1):
        if (made := "_".join(telling[:count])[:40]) not in used:
            return made
    return used.numbered("_".join(telling[:most])[:40])


@dataclass
class Names:
    """The goals, indicators and programmes met so far, each with its key."""

    sasaran: dict[str, str] = field(default_factory=dict)
    known: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    _goals: dict[str, str] = field(default_factory=dict)
    """The numbers of the goals by their plain words."""

    def number_of(self, sasaran: str) -> str:
        """The number of a goal: as met before, as printed before its name, or the next one."""
        plain = plain_words(sasaran)
        if not plain:
            return ""
        number = self._goals.get(plain) or self._alike(sasaran)
        if number:
            return number
        printed = re.match(r"\s*(\d{1,2})\s*[.)]", sasaran)
        number = printed[1] if printed else ""
        if not number or number in self.sasaran:
            number = str(max((int(n) for n in self.sasaran), default=0) + 1)
        self.sasaran[number] = re.sub(r"^\s*\d{1,2}\s*[.)]\s*", "", sasaran).rstrip(" .")
        self._goals.setdefault(plain, number)
        return number

    def _alike(self, sasaran: str) -> str:
        """The goal met before that is called nearly so; among very many none is looked for."""
        if len(self.sasaran) > MANY:
            return ""
        alike = (n for n, text in self.sasaran.items() if likeness(text, sasaran) >= ALIKE)
        return next(alike, "")

    def keys(self, role: str, names: Sequence[str], sasaran: Sequence[str]) -> list[str]:
        """One key for each row of a table; a name met before keeps its key."""
        known = self.known.setdefault(role, []) if role in SHARED else []
        earlier, taken = _Earlier(known), list[str]()
        used = Taken([*(key for _, key in known), "jumlah", "rerata"])
        for name, goal in zip(names, sasaran, strict=True):
            below = self.number_of(goal) if role in SHARED and earlier.is_doubtful(name) else ""
            key = earlier.key_of(name, below)
            if not key:
                number = self.number_of(goal) if role in SHARED else ""
                before = f"{number}." if number else ""
                # As `lkjip import` makes it from the same name, so that a series goes on.
                key = used.take(used.free(before + entered.slug(name)))
                known.append((name, key))
            taken.append(key)
        return taken


class _Earlier:
    """The names of earlier tables; each key goes to one row of the table at hand."""

    def __init__(self, known: Iterable[tuple[str, str]]) -> None:
        self.left = {key: name for name, key in known}
        self.same = grouped((plain_words(name), key) for key, name in self.left.items())
        self.compared = 0

    def is_doubtful(self, name: str) -> bool:
        """Are several rows called so, each below a goal of its own?"""
        return len(self._called(name)) > 1

    def _called(self, name: str) -> list[str]:
        return [key for key in self.same.get(plain_words(name), ()) if key in self.left]

    def key_of(self, name: str, goal: str) -> str:
        """The key of the row of that name: below that goal, else the first as they were met."""
        same = self._called(name)
        below = [key for key in same if goal and key.startswith(f"{goal}.")]
        key = next(iter([*below, *same]), "") or self._alike(name)
        self.left.pop(key, None)
        return key

    def _alike(self, name: str) -> str:
        self.compared += len(self.left)
        if self.compared > PAIRS:
            return ""
        scored = self._scored(name)
        (best, key), (second, _) = sorted([*scored, (0.0, ""), (0.0, "")], reverse=True)[:2]
        return key if best >= ALIKE or (best >= NEARLY and best - second >= APART) else ""

    def _scored(self, name: str) -> list[tuple[float, str]]:
        """How alike each name is; of many only by the words they share, not letter by letter, so
        that a hundred tables take no hundred times as long each."""
        if len(self.left) <= MANY:
            return [(likeness(name, other), key) for key, other in self.left.items()]
        own = plain_words(name).split()
        shared = Counter(key for word in {*own} for key in self._with_word.get(word, ()))
        return [
            (LESS * 2 * count / (len({*own}) + self._length[key]), key)
            for key, count in shared.items()
            if key in self.left
        ]

    @cached_property
    def _with_word(self) -> Mapping[str, Sequence[str]]:
        """The keys of the names that a word stands in."""
        names = ((key, plain_words(name)) for key, name in self.left.items())
        return grouped((word, key) for key, name in names for word in {*name.split()})

    @cached_property
    def _length(self) -> Mapping[str, int]:
        """Of how many words each name is."""
        return Counter(key for keys in self._with_word.values() for key in keys)
