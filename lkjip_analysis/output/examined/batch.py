"""Several documents in processes of their own: one that is broken, or kills its process, stops
no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from lkjip_analysis.errors import Problem
from lkjip_analysis.intake.document.programs import end_with_parent
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.output.examined.examining import tried
from lkjip_analysis.output.examined.telling.outcome import Outcome
from lkjip_analysis.writing import written

Told = tuple[str, int, str]
Job = tuple[Path, Path]


def examined(
    files: Sequence[Path], targets: Sequence[Path], told: Told, workers: int
) -> Iterator[tuple[Path, Outcome]]:
    """The outcome of each document as soon as it is there, in whatever order.

    Those of an agency of which another document is of an earlier year come a second time, held
    against that year.
    """
    jobs = list(zip(files, targets, strict=True))
    if len(jobs) == 1:
        yield files[0], tried(*jobs[0], told)
        return
    done: dict[Job, Outcome] = {}
    for job, outcome in _each(jobs, told, workers):
        done[job] = outcome
        yield job[0], outcome
    for job, outcome in _each(_of_later_years(done), told, workers):
        yield job[0], outcome


def _each(jobs: Sequence[Job], told: Told, workers: int) -> Iterator[tuple[Job, Outcome]]:
    left = dict.fromkeys(jobs)
    for job, outcome in _in_processes(jobs, told, workers) if jobs else ():
        del left[job]
        if not outcome.problem:
            written[job[1]] = None
        yield job, outcome
    for job in left:  # of a process that died nobody knows which document it was
        alone = list(_in_processes([job], told, 1))
        yield job, alone[0][1] if alone else _killed(job[0])


def _of_later_years(done: Mapping[Job, Outcome]) -> list[Job]:
    """The documents whose agency has one of an earlier year among them: it may not have been
    there yet when they were examined."""
    years = grouped((outcome.whose, outcome.year) for outcome in done.values() if outcome.whose)
    return [job for job, one in done.items() if one.whose and one.year > min(years[one.whose])]


def _in_processes(jobs: Sequence[Job], told: Told, workers: int) -> Iterator[tuple[Job, Outcome]]:
    """The outcomes of those jobs whose process lived."""
    spawned = get_context("spawn")
    with ProcessPoolExecutor(min(workers, len(jobs)), spawned, end_with_parent) as pool:
        running = {pool.submit(tried, *job, told, 1): job for job in jobs}
        for done in as_completed(running):
            try:
                yield running[done], done.result()
            except BrokenProcessPool:
                continue


def _killed(file: Path) -> Outcome:
    remedy = "Examine it alone, or print it to a new PDF and try again."
    found = "a document that its process did not survive"
    return Outcome(file.name, problem=str(Problem(file.name, found, "a document", remedy)))
