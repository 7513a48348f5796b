"""All chosen reports verified into one folder: the Parquet of their outcomes and the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from heapq import merge
from pathlib import Path

from lkjip_analysis.building.nation import dataset, earlier
from lkjip_analysis.building.nation.nation_overview import Overview, overview, page
from lkjip_analysis.building.nation.outcome import Outcome, verified
from lkjip_analysis.building.nation.stream import Report, streamed
from lkjip_analysis.errors import wrong_input
from lkjip_analysis.replace_folder import new_folder

PAGE = "ringkasan.html"
Watch = Callable[[Outcome], None]


@dataclass(frozen=True)
class Nation:
    """What verifying many reports gave: the page, and its counts."""

    page: Path
    seen: Overview

    @property
    def is_clean(self) -> bool:
        return self.seen.clean == self.seen.reports


def verify_all(
    reports: Sequence[Report],
    data: Path | None,
    folder: Path,
    workers: int,
    watch: Watch = lambda outcome: None,
) -> Nation:
    """Verify reports into `folder`, which takes the place of an earlier one when all is done.

    Reports of which nothing changed since the earlier run are taken over from it.

    Raises: InputError where pyarrow is missing or the folder holds something else.
    """
    dataset.require_pyarrow()
    _refuse_another_folder(folder)
    ordered = sorted(reports, key=lambda report: (report[1], report[0]))
    with new_folder(folder, own=_is_own) as fresh:
        dataset.write(fresh, _watched(_outcomes(ordered, data, folder, workers), watch))
        seen = overview(fresh)
        (fresh / PAGE).write_text(page(seen), encoding="utf-8", newline="\n")
    return Nation(folder / PAGE, seen)


def _outcomes(
    ordered: Sequence[Report], data: Path | None, before: Path, workers: int
) -> Iterator[Outcome]:
    """The outcomes by year and name: those of an earlier run where nothing changed, else new."""
    stamps, known = earlier.fingerprints(ordered, data), earlier.known(before)
    kept = {report for report in ordered if known.get(report, "") == stamps[report] != ""}
    changed = [report for report in ordered if report not in kept]
    new = streamed(changed, partial(verified, data), min(workers, len(changed)) or 1)
    with closing(earlier.outcomes(before, kept)) as old:
        for outcome in merge(old, new, key=lambda outcome: (outcome.tahun, outcome.instansi)):
            yield outcome.made_from(stamps[outcome.instansi, outcome.tahun])


def _is_own(name: str) -> bool:
    return name.partition("/")[0] in {PAGE, *dataset.TEXTS}


def _refuse_another_folder(folder: Path) -> None:
    """The folder is replaced whole, so it must be ours, empty or not there."""
    if folder.is_dir() and not (folder / PAGE).is_file() and any(folder.iterdir()):
        found = "a folder with other files"
        remedy = "Name a folder that is not there yet: it will be replaced whole."
        raise wrong_input(str(folder), found, "an empty folder", remedy)
    if folder.is_file():
        remedy = "Name a folder that is not there yet."
        raise wrong_input(str(folder), "a file", "a folder", remedy)


def _watched(outcomes: Iterable[Outcome], watch: Watch) -> Iterator[Outcome]:
    for outcome in outcomes:
        watch(outcome)
        yield outcome
