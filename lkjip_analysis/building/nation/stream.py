"""Reports through the engine in parallel: in order, few at a time, whatever becomes of one.

Processes are spawned, which every system can. Only so many reports are under way that memory does
not grow with their number, and outcomes come in the order of the reports, whoever was first.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from lkjip_analysis.building.nation.outcome import Outcome, unread
from lkjip_analysis.intake.document.programs import end_with_parent
from lkjip_analysis.language import phrase

Report = tuple[str, int]
Chunk = tuple[Report, ...]
Work = Callable[[str, int], Outcome]
CHUNK = 8
"""So many reports travel together: less to send, and little to repeat when a process dies."""
AHEAD = 4
"""So many chunks for each worker are under way or wait to be collected."""
DIED = "the process that verified this report died (out of memory?); the others went on"


def streamed(reports: Sequence[Report], work: Work, workers: int) -> Iterator[Outcome]:
    """The outcome of each report, in order. `work` must be importable by another process."""
    if workers == 1:
        yield from (work(*report) for report in reports)
        return
    left = deque(tuple(reports[i : i + CHUNK]) for i in range(0, len(reports), CHUNK))
    while left:
        started: deque[tuple[Chunk, Future[list[Outcome]]]] = deque()
        with _pool(workers) as pool:
            try:
                yield from _through(pool, left, started, work, workers)
            except BrokenProcessPool:
                pass  # what was under way is in `started`
            finally:
                pool.shutdown(cancel_futures=True)
        for chunk, _ in started:  # only where the pool broke: one of these reports did it
            yield from _one_by_one(chunk, work)


def _through(
    pool: ProcessPoolExecutor,
    left: deque[Chunk],
    started: deque[tuple[Chunk, Future[list[Outcome]]]],
    work: Work,
    workers: int,
) -> Iterator[Outcome]:
    """What is started stays in `started` until its outcomes are there."""
    while left or started:
        while left and len(started) < AHEAD * workers:
            started.append((left[0], pool.submit(_all, work, left[0])))
            left.popleft()
        outcomes = started[0][1].result()
        started.popleft()
        yield from outcomes


def _all(work: Work, chunk: Chunk) -> list[Outcome]:
    return [work(*report) for report in chunk]


def _one_by_one(chunk: Chunk, work: Work) -> Iterator[Outcome]:
    """Each report in a process that may die alone."""
    left = deque(chunk)
    while left:
        with _pool(1) as pool:
            try:
                while left:
                    outcome = pool.submit(work, *left[0]).result()
                    left.popleft()
                    yield outcome
            except BrokenProcessPool:
                yield unread(*left.popleft(), phrase(DIED))


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_deaf)


def _deaf() -> None:
    """Ctrl-C is answered by the parent alone, whose end is the worker's."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
