"""Several documents in processes of their own: one that is broken, or kills its process, stops
no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from lkjip_analysis.errors import Problem
from lkjip_analysis.output.examined.examining import tried
from lkjip_analysis.output.examined.outcome import Outcome
from lkjip_analysis.writing import written

Told = tuple[str, int, str]
Job = tuple[Path, Path]


def examined(
    files: Sequence[Path], targets: Sequence[Path], told: Told, workers: int
) -> Iterator[tuple[Path, Outcome]]:
    """The outcome of each document as soon as it is there, in whatever order."""
    jobs = list(zip(files, targets, strict=True))
    if len(jobs) == 1:
        yield files[0], tried(*jobs[0], told)
        return
    left = dict.fromkeys(jobs)
    for job, outcome in _in_processes(jobs, told, workers):
        del left[job]
        if not outcome.problem:
            written[job[1]] = None
        yield job[0], outcome
    for job in left:  # of a process that died nobody knows which document it was
        alone = list(_in_processes([job], told, 1))
        yield job[0], alone[0][1] if alone else _killed(job[0])


def _in_processes(jobs: Sequence[Job], told: Told, workers: int) -> Iterator[tuple[Job, Outcome]]:
    """The outcomes of those jobs whose process lived."""
    with ProcessPoolExecutor(min(workers, len(jobs)), get_context("spawn")) as pool:
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
