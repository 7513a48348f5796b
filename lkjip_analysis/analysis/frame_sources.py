"""What a frame keeps about its figures in `attrs`: the cells behind them, and behind counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lkjip_analysis.report.tables import Address


class Kept(dict[Any, Any]):
    """What a frame keeps about its figures. pandas copies `attrs` deeply with every step; nothing
    here ever changes, so a copy may be the same (a page of charts took four times as long).
    """

    def __deepcopy__(self, memo: object) -> Kept:
        return self


class KeptTuple(tuple[Any, ...]):
    """The same of things in a row."""

    def __deepcopy__(self, memo: object) -> KeptTuple:
        return self


@dataclass(frozen=True)
class Counted:
    """The cells behind a count of rows: those counted, and those that were looked through."""

    found: tuple[Address, ...]
    among: tuple[Address, ...]


@dataclass(frozen=True)
class Joined:
    """What a sum, a mean or a count was made of: its way, its figures, and the cells behind them.

    A count is of `apa` and was looked for among so many rows (`dari`).
    """

    cara: str
    apa: str
    nilai: tuple[float, ...]
    sel: tuple[Address, ...]
    dari: int = 0


def counted(pairs: Sequence[tuple[str, Address]], names: Iterable[str]) -> dict[str, Counted]:
    """The cells of each name, among all of them."""
    among = tuple(address for _, address in pairs)
    return {
        name: Counted(tuple(address for own, address in pairs if own == name), among)
        for name in names
    }


def of_counts(columns: Mapping[str, Mapping[str, Counted]], names: pd.Index[str]) -> pd.DataFrame:
    """Counts as a frame that knows the cells behind each; rows that count nothing are left out."""
    frame = pd.DataFrame(
        {column: [len(told[name].found) for name in names] for column, told in columns.items()},
        index=names,
    )
    frame.attrs["cacah"] = Kept(
        {(name, column): told[name] for column, told in columns.items() for name in names}
    )
    return frame[frame.sum(axis=1) > 0]
