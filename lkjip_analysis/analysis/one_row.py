"""One row for each indicator, also where several tables tell about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from lkjip_analysis.analysis.frame_sources import Kept

TOGETHER = ("target", "realisasi", "capaian", "kategori")
"""What one row must give whole: a target and a realisasi of two tables make no capaian."""


def joined(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """The rows of all parts; an indicator in several has the first that gives both its figures.

    What that row lacks beside them (the Renstra, last year) is taken from the others.
    """
    frame = pd.concat(list(parts))
    if frame.index.is_unique:
        frame.attrs = {
            kept: Kept({k: v for part in parts for k, v in part.attrs[kept].items()})
            for kept in ("sel", "desimal")
        }
        return frame
    chosen = {kode: _columns(kode, parts) for kode in frame.index.unique()}
    rows = {
        kode: {name: part.loc[kode, name] for name, part in found.items()}
        for kode, found in chosen.items()
    }
    one: pd.DataFrame = pd.DataFrame.from_dict(rows, orient="index", columns=list(frame.columns))
    one = one.infer_objects()
    one.index.name = frame.index.name
    one.attrs = {
        kept: Kept(
            {
                (kode, name): part.attrs[kept][kode, name]
                for kode, found in chosen.items()
                for name, part in found.items()
                if (kode, name) in part.attrs[kept]
            }
        )
        for kept in ("sel", "desimal")
    }
    return one


def _columns(kode: Any, parts: Sequence[pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """From which part each column of an indicator is taken."""
    own = [part for part in parts if kode in part.index]
    base = next((part for part in own if _gives_both(part, kode)), own[0])
    found = dict.fromkeys(base.columns, base)
    for part in own:
        for name in part.columns:
            lacks = name not in found or _is_missing(found[name].loc[kode, name])
            if lacks and name not in TOGETHER:
                found[name] = part
    return found


def _gives_both(part: pd.DataFrame, kode: Any) -> bool:
    names = ("target", "realisasi")
    return all(name in part and not _is_missing(part.loc[kode, name]) for name in names)


def _is_missing(value: Any) -> bool:
    return bool(pd.isna(value)) or value == ""
