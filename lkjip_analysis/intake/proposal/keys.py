"""Keys of rows: short, readable, unique in their table, the same for the same indicator or
programme in every table. A goal's number goes before: `1.koperasi_sehat`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lkjip_analysis.intake.document.texts import SMALL, likeness, plain_words
from lkjip_analysis.intake.sheets import row_keys as entered

GENERIC = frozenset({
    "program", "kegiatan", "persentase", "prosentase", "jumlah", "nilai", "tingkat",
    "meningkatnya", "cakupan", "kabupaten", "kab", "kota", "dinas", "produk", "jenis", "rata",
})  # fmt: skip
SHARED = ("indikator", "program")
"""Row names that mean the same thing in every table of a report."""
ALIKE, NEARLY, APART = 0.8, 0.65, 0.15
"""Names this alike are one; nearly alike only where no other comes close."""


def slug(text: str, taken: Iterable[str] = (), most: int = 2) -> str:
    """A short key from the words of a name that tell it from those taken.

    >>> slug("Persentase koperasi sehat (%)")
    'koperasi_sehat'
    """
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    said = [w for w in plain_words(folded).split() if w != "%"]
    found = [w for w in said if w not in SMALL] or said
    telling = [w for w in found if w not in GENERIC] or found or ["baris"]
    used = set(taken)
    for count in range(min(most, len(telling)), len(telling) + 1):
        if (made := "_".join(telling[:count])[:40]) not in used:
            return made
    stem = "_".join(telling[:most])[:40]
    return next(f"{stem}_{i}" for i in range(2, len(used) + 3) if f"{stem}_{i}" not in used)


@dataclass
class Names:
    """The goals, indicators and programmes met so far, each with its key."""

    sasaran: dict[str, str] = field(default_factory=dict)
    known: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def number_of(self, sasaran: str) -> str:
        """The number of a goal: as met before, as printed before its name, or the next one."""
        plain = plain_words(sasaran)
        if not plain:
            return ""
        for number, text in self.sasaran.items():
            if likeness(text, sasaran) >= ALIKE:
                return number
        printed = re.match(r"\s*(\d{1,2})\s*[.)]", sasaran)
        number = printed[1] if printed else ""
        if not number or number in self.sasaran:
            number = str(max((int(n) for n in self.sasaran), default=0) + 1)
        self.sasaran[number] = re.sub(r"^\s*\d{1,2}\s*[.)]\s*", "", sasaran).rstrip(" .")
        return number

    def keys(self, role: str, names: Sequence[str], sasaran: Sequence[str]) -> list[str]:
        """One key for each row of a table; a name met before keeps its key."""
        known = self.known.setdefault(role, []) if role in SHARED else []
        taken: list[str] = []
        for name, goal in zip(names, sasaran, strict=True):
            key = _known(name, [entry for entry in known if entry[1] not in taken])
            if not key:
                number = self.number_of(goal) if role in SHARED else ""
                before = f"{number}." if number else ""
                used = {*taken, *(k for _, k in known), "jumlah", "rerata"}
                key = _free(before + entered.slug(name), used)
                known.append((name, key))
            taken.append(key)
        return taken


def _known(name: str, entries: Sequence[tuple[str, str]]) -> str:
    scored = [(likeness(name, other), key) for other, key in entries]
    (best, key), (second, _) = sorted([*scored, (0.0, ""), (0.0, "")], reverse=True)[:2]
    return key if best >= ALIKE or (best >= NEARLY and best - second >= APART) else ""


def _free(stem: str, used: set[str]) -> str:
    """The key as `lkjip import` makes it from the same name, so that a series goes on."""
    keys = (stem if i == 1 else f"{stem}_{i}" for i in range(1, len(used) + 2))
    return next(key for key in keys if key not in used)
