"""Many reports in one command: here or on a cluster, with one page over all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis.building.many import progress
from lkjip_analysis.building.many.batch import WORKERS, Outcome, Task, outcomes
from lkjip_analysis.building.report_request import REPORTS
from lkjip_analysis.errors import wrong_input
from lkjip_analysis.writing import written


@dataclass(frozen=True)
class Way:
    """Where the work is done: in processes here, or on a Dask cluster with a shared path or not."""

    workers: int | None = None
    scheduler: str | None = None
    shared: str | None = None


def make_many(
    meant: Sequence[tuple[str, int]],
    data: Path | None,
    reports: Path | None,
    parameters: Mapping[str, str],
    force: bool,
    way: Way,
) -> tuple[list[str], str]:
    """Make each report; gives what failed, in the order asked for, and the page over all.

    Raises: InputError where the cluster cannot be used.
    """
    place = reports or REPORTS
    tasks = [Task(name, year, data, place, parameters, force) for name, year in meant]
    done: dict[tuple[str, int], Outcome] = {}
    from lkjip_analysis.building.many import overview

    for outcome in progress.many(_made(tasks, way), len(tasks)):
        done[outcome.instansi, outcome.tahun] = outcome
        overview.note(place, outcome)
        if not (outcome.problem or outcome.unchanged):
            written[place / outcome.instansi / str(outcome.tahun)] = None
    index = overview.write(place)
    failures = [line for key in meant for line in _told(done[key])]
    return failures, str(index)


def _made(tasks: Sequence[Task], way: Way) -> Iterator[Outcome]:
    if way.scheduler is None:
        if way.shared:
            found, remedy = "--shared without --scheduler", "Name the cluster, or use --reports."
            raise wrong_input("--shared", found, "both or neither", remedy)
        return outcomes(tasks, way.workers or WORKERS)
    from lkjip_analysis.building.many.cluster import outcomes_of

    return outcomes_of(tasks, way.scheduler, way.shared)


def _told(outcome: Outcome) -> list[str]:
    """What failed of one report, a line each."""
    name = f"{outcome.instansi} {outcome.tahun}"
    return [f"{name}: {line}" for line in (*outcome.problem.splitlines(), *outcome.failed)]
