"""Many reports on one machine: a process for each worker, and no report that stops the others.

A report that cannot be made is an `Outcome` like any other. A worker that dies takes one report
with it, which is begun again; after three attempts it is listed and the rest goes on.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from threading import Event

from lkjip_analysis.building.one_report import build
from lkjip_analysis.building.report_request import REPORTS
from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.document.programs import end_with_parent
from lkjip_analysis.language import phrase

WORKERS = os.cpu_count() or 1
ATTEMPTS = 3
KERNELS_EACH = 2
"""Kernels at once in each worker: one computes while the other starts or ends."""
REPORTS_A_WORKER = 200
"""After so many reports a worker is replaced, so that memory stays bounded over a nation."""


@dataclass(frozen=True)
class Task:
    """One report to be made, with all that a process of its own needs to know."""

    instansi: str
    tahun: int
    data: Path | None = None
    reports: Path = REPORTS
    parameters: Mapping[str, str] = field(default_factory=dict)
    force: bool = False


@dataclass(frozen=True)
class Outcome:
    """How making one report ended: `problem` where there is none, `failed` for its pages."""

    instansi: str
    tahun: int
    problem: str = ""
    failed: tuple[str, ...] = ()
    unchanged: bool = False

    @property
    def is_good(self) -> bool:
        return not self.problem and not self.failed


def make(task: Task) -> Outcome:
    """Make one report; what is wrong with its input is part of the answer."""
    try:
        built = build(
            task.instansi,
            task.tahun,
            task.data,
            task.reports,
            parameters=task.parameters,
            force=task.force,
            at_once=KERNELS_EACH,
        )
    except InputError as error:
        return Outcome(task.instansi, task.tahun, str(error))
    failed = tuple(f"{page.title}: {page.failure}" for page in built.failed)
    return Outcome(task.instansi, task.tahun, "", failed, built.unchanged)


def outcomes(
    tasks: Sequence[Task], workers: int = WORKERS, work: Callable[[Task], Outcome] = make
) -> Iterator[Outcome]:
    """The outcome of each task as it ends. No process and no kernel is left, however this ends."""
    count = max(1, min(workers, len(tasks)))
    those = _Workers(count, work)
    threads = ThreadPoolExecutor(count)
    waiting = {threads.submit(those.attempt, task) for task in tasks}
    try:
        while waiting:
            done, waiting = wait(waiting, timeout=1, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    except BaseException:
        those.stop()
        raise
    finally:
        threads.shutdown(cancel_futures=True)
        those.close()


class _Workers:
    """Worker processes, each in a pool of its own: a death is laid to the report it was making."""

    def __init__(self, count: int, work: Callable[[Task], Outcome]) -> None:
        self._work, self._stopped, self._count = work, Event(), count
        self._free: SimpleQueue[tuple[ProcessPoolExecutor, int]] = SimpleQueue()
        for _ in range(count):
            self._free.put((_pool(), 0))

    def attempt(self, task: Task) -> Outcome:
        """The outcome of a task, begun again when its process dies or fails."""
        problem = ""
        for _ in range(ATTEMPTS):
            if self._stopped.is_set():
                break
            pool, used = self._free.get()
            if used >= REPORTS_A_WORKER:
                pool, used = _renewed(pool), 0
            try:
                return pool.submit(self._work, task).result()
            except BrokenProcessPool:
                problem = phrase("the process that made it ended without a word (out of memory?)")
                pool, used = _renewed(pool), 0
            except Exception as error:
                problem = f"{type(error).__name__}: {error}"
            finally:
                self._free.put((pool, used + 1))
        return Outcome(
            task.instansi,
            task.tahun,
            phrase("{problem}; tried {count} times", problem=problem, count=ATTEMPTS),
        )

    def stop(self) -> None:
        """End the workers now; their kernels notice and end as well."""
        self._stopped.set()
        for child in multiprocessing.active_children():
            child.terminate()

    def close(self) -> None:
        for _ in range(self._count):
            self._free.get()[0].shutdown()


def _pool() -> ProcessPoolExecutor:
    spawned = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(1, mp_context=spawned, initializer=end_with_parent)


def _renewed(pool: ProcessPoolExecutor) -> ProcessPoolExecutor:
    pool.shutdown()
    return _pool()
