"""Which indicators went for worse and better by the newest year of a report, in one sentence."""

from __future__ import annotations

from collections.abc import Hashable, Set

import pandas as pd

from lkjip_analysis.language import listed, worded
from lkjip_analysis.numbers.written import number

NAMED = 3
"""So many figures of each way are named, those that changed most first."""


def direction(
    changes: pd.DataFrame, unsure: Set[Hashable], indicators: Set[Hashable], year: int
) -> str:
    """What went for worse, for better and is not certain to this year, or to the last one before it
    that has such changes; nothing where none has.

    `changes` is a frame of `Tren.perubahan()`, `unsure` the rows of it that nobody has decided.
    """
    of_own = changes["kode"].isin(list(indicators)) & (changes["ke"] <= year)
    told = changes[of_own & changes["arah"].isin(["membaik", "memburuk"])]
    if told.empty:
        return ""
    last = told["ke"].max()
    first = told.loc[told["ke"] == last, "dari"].max()
    told = told[(told["ke"] == last) & (told["dari"] == first)]
    is_open = told.index.isin(list(unsure))
    parts = (
        (told[~is_open & (told["arah"] == "memburuk")], "memburuk: {names}"),
        (told[~is_open & (told["arah"] == "membaik")], "membaik: {names}"),
        (told[is_open], "belum pasti: {names}"),
    )
    said = [worded(words, names=_named(part)) for part, words in parts if len(part)]
    return worded("Dari {first} ke {last} {ways}.", first=first, last=last, ways="; ".join(said))


def _named(changes: pd.DataFrame) -> str:
    """The figures that changed, each with its change; of many the first, and how many are left."""
    order = changes["persen"].abs().sort_values(ascending=False, kind="stable").index
    names = [_name(changes.loc[row]) for row in order[:NAMED]]
    left = len(order) - NAMED
    return listed([*names, worded("{count} angka lain", count=left)] if left > 0 else names)


def _name(change: pd.Series) -> str:
    """One figure: its measure, what it is of, and by how much it changed."""
    measure = change["hal"].removeprefix(f"{change['singkat']}, ")
    points = change["satuan_perubahan"] == "poin"
    by = change["perubahan"] if points else change["persen"]
    told = worded("{by} poin", by=_signed(by)) if points else f"{_signed(by)}%"
    return f"{measure} {change['singkat']} ({told})"


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else ''}{number(value, 2)}"
