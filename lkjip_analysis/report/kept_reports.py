"""Reports that this process has read, for whoever asks again while their files are the same.

The notebooks of one report, and the years that are held against it, ask for each folder several
times. Whether its files are the same is told by their identity, size and times.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from lkjip_analysis.language import language, report_language
from lkjip_analysis.report.report import Report

State = tuple[tuple[object, ...], ...]

SETTLED = 2_000_000_000
"""Nanoseconds: a file that was written since may be written again within one tick of its clock."""
MOST_FILES = 500
"""A folder with more files is read each time: to look at them all would take as long."""
MOST_KEPT = 32
"""The years of a dozen agencies: who reads more is a batch, which reads each once."""

_kept: dict[Path, tuple[State, Report]] = {}


def state_of(places: Iterable[Path]) -> State | None:
    """What tells whether anything changed in these folders; None where that cannot be told."""
    told: list[tuple[object, ...]] = [(language(), report_language())]
    since = time.time_ns() - SETTLED
    try:
        for path, seen in _files(places):
            if max(seen.st_mtime_ns, seen.st_ctime_ns) > since or len(told) > MOST_FILES:
                return None
            identity = seen.st_dev, seen.st_ino, seen.st_size
            told.append((path, *identity, seen.st_mtime_ns, seen.st_ctime_ns))
    except OSError:
        return None
    return tuple(told)


def _files(places: Iterable[Path | str]) -> Iterator[tuple[str, os.stat_result]]:
    """Each folder and file below these places, links followed; a place that is not there is none.

    Raises: OSError for what cannot be looked at.
    """
    for place in places:
        if not os.path.isdir(place):  # noqa: PTH112
            continue
        yield str(place), os.stat(place)  # noqa: PTH116
        with os.scandir(place) as found:
            entries = list(found)
        for entry in entries:
            if entry.is_dir():
                yield from _files([entry.path])
            else:
                yield entry.path, entry.stat()


def kept(folder: Path, state: State | None) -> Report | None:
    """The report that was read from a folder in this state."""
    before = _kept.get(folder)
    return before[1] if before and state is not None and before[0] == state else None


def keep(folder: Path, state: State | None, report: Report) -> None:
    """Keep what was read of a folder that was in this state before and after."""
    if state is None:
        return
    _kept.pop(folder, None)
    _kept[folder] = state, report
    if len(_kept) > MOST_KEPT:
        del _kept[next(iter(_kept))]
