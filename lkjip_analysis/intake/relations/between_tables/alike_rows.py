"""Rows of two tables that are called the same, though a word may differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lkjip_analysis.intake.document.texts import plain_words
from lkjip_analysis.intake.relations.basis.figure_grid import Grid
from lkjip_analysis.intake.relations.between_tables.own_words import name_two_things

HALF = 0.5
"""Less of their words in common, and only the letters make two keys alike."""
ALIKE, APART = 0.75, 0.1
"""Names with so many words in common are one where no other comes near."""


def matched(one: Grid, other: Grid) -> Mapping[str, str]:
    """Row of the one -> row of the other that is called the same; each at most once."""
    told = _of_one_thing(one.title, other.title)
    if one.sort == other.sort and one.sort in SHARED:
        same = [
            key
            for key in one.rows
            if key in other.rows
            and not is_made_up(key)
            and (told or not is_only_measured(one.names.get(key, "")))
            and not _contrary(one.names.get(key, ""), other.names.get(key, ""))
            and _shares_half(one.called.get(key), other.called.get(key))
            and not (_is_numbered_only(one, other, key) or _is_numbered_only(other, one, key))
        ]
        if same:
            return {key: key for key in same}
    found: dict[str, str] = {}
    for key, called in one.called.items():
        if is_made_up(one.names[key]):
            continue
        if not told and is_only_measured(one.names[key]):
            continue
        best, second = _best(called, other)
        if best and _contrary(one.names[key], other.names[best]):
            continue
        if best and best not in found.values() and _apart(called, one, key) and not second:
            found[key] = best
    return found


def _shares_half(one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    """Have two names half of their words in common, and of the rest not each some of its own?

    Keys are one where the letters are much alike ("jaminan kesehatan" and "jamban sehat"), and
    where long names begin alike ("kajian RTR KSP" and "kajian RRTR Kabupaten Kota").
    """
    if not (one and other):
        return True
    shared = alikeness(one, other)
    return shared >= ALIKE or (shared >= HALF and not name_two_things(one, other))


def _is_numbered_only(one: Grid, other: Grid, key: str) -> bool:
    """Does nothing but the number behind its key tell a row from another called as much like it?

    "Kegiatan Dukungan (TP)" and "Kegiatan Dukungan (DK)" share the key but for "_2".
    """
    called, fellow = one.called.get(key), other.called.get(key)
    if not (called and fellow and NUMBERED.fullmatch(key)):
        return False
    if plain_words(one.names[key]) == plain_words(other.names[key]):
        return False
    own = alikeness(called, fellow)
    return any(alikeness(one.called[k], fellow) >= own for k in one.sharing(fellow) if k != key)


NUMBERED = re.compile(r".*[^\W\d]_\d+")
SHARED = ("indikator", "program")
"""What rows are called by their key in every table of a report."""


MADE_UP = re.compile(r"baris(_\d+)?")
MEASURED = re.compile(
    r"target|rencana|realisasi|capaian|pencapaian|kinerja|persen|persentase|%|nilai|angka|skor|"
    r"pagu|anggaran|serapan|penyerapan|selisih|sisa|deviasi|efisiensi|tingkat|rata|"
    r"tahun|th|triwulan|tw|semester|bulan|periode|kumulatif|akhir|awal|akumulasi|hasil|"
    r"pada|sampai|dengan|s|d|di|dan|per|ke|rp|tahunan|ini|lalu|sebelumnya|"
    r"q?[1-4]|i{1,3}|iv|v|(?:19|20)\d\d"
)
"""Words of names that tell which figure of a thing it is, and not of which thing."""


def is_only_measured(name: str) -> bool:
    """Does a row tell what is measured, and not of what? Each indicator's own table has such rows.

    >>> [is_only_measured(name) for name in ("Target", "Capaian TW II", "2021", "Desa Kopi")]
    [True, True, True, False]
    """
    told = plain_words(name).split()
    return bool(told) and all(MEASURED.fullmatch(word) for word in told)


def is_made_up(key: str) -> bool:
    """Is it the key of a row that prints no name, which tells its place among such rows only?

    >>> is_made_up("baris_15"), is_made_up("baris_dalam_kota")
    (True, False)
    """
    return bool(MADE_UP.fullmatch(key))


def _of_one_thing(one: str, other: str) -> bool:
    """Do two tables have the same title, and does it name a thing?"""
    return plain_words(one) == plain_words(other) and bool(one) and not is_only_measured(one)


def _contrary(one: str, other: str) -> bool:
    """Is one the other with a "non" or another number, and so another thing?"""
    apart = set(plain_words(one).split()) ^ set(plain_words(other).split())
    return any(word in DENYING or word.isdigit() for word in apart)


DENYING = frozenset({"non", "tidak", "bukan", "belum", "tanpa", "i", "ii", "iii", "iv", "v"})
"""Words that make another thing of a name."""


def alikeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words that two names have in common."""
    return 2 * len(one & other) / max(len(one) + len(other), 1)


class NamesApart:
    """The names that one table prints side by side: its rows are different things, however much
    alike they are called ("cakupan penanganan kekerasan", "meningkatnya penanganan kekerasan")."""

    def __init__(self, grids: Iterable[Grid]) -> None:
        self._tables: dict[frozenset[str], set[int]] = {}
        for number, grid in enumerate(grids):
            for called in grid.called.values():
                self._tables.setdefault(called, set()).add(number)

    def without(self, rows: Mapping[str, str], one: Grid, other: Grid) -> Mapping[str, str]:
        """The rows that two tables share, without those that are two things in some table."""
        return {
            key: fellow
            for key, fellow in rows.items()
            if not self._are_two(one.called.get(key), other.called.get(fellow))
        }

    def _are_two(self, one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
        if one is None or other is None or one == other:
            return False
        return not self._tables[one].isdisjoint(self._tables[other])


def _best(called: frozenset[str], other: Grid) -> tuple[str, bool]:
    """The row called most alike, and whether another comes near; one without a word of the name
    in common is neither."""
    if not any(alikeness(called, other.called[k]) >= ALIKE for k in other.much_alike(called)):
        return "", False
    scored = sorted(
        ((alikeness(called, other.called[key]), key) for key in other.sharing(called)), reverse=True
    )
    near = len(scored) > 1 and scored[1][0] > scored[0][0] - APART
    return scored[0][1], near


def _apart(called: frozenset[str], grid: Grid, key: str) -> bool:
    return all(
        alikeness(called, grid.called[k]) < 1.0 - APART for k in grid.sharing(called) if k != key
    )
