"""The kernels of a build: what they are given, and that none is left behind."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from threading import Lock, RLock, current_thread, main_thread
from typing import Any, Protocol

from lkjip_analysis.building import forking
from lkjip_analysis.language import REPORT_VARIABLE, report_language
from lkjip_analysis.pages.parts.pages_only import PAGES_ONLY
from lkjip_analysis.report.workbook_home import SOURCE, home

ERRORS = "stderr"
"""What a kernel says beside its messages, in its private folder: shown only where it dies."""
LONGEST = 100
"""Bytes of a socket's path that every system with such sockets takes."""

LEAST_ROOM = 700_000_000
"""Bytes of addresses that a process needs which reaches kernels: ZeroMQ would end one with fewer,
and nothing would be told."""

_servers: list[forking.Server] = []
_starting = Lock()


def environment(data: Path | str | None) -> dict[str, str]:
    """Notebooks know no path: their kernels find data and package through the environment."""
    paths = [str(SOURCE), os.environ.get("PYTHONPATH", "")]
    told = {
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        "LKJIP_HOME": str(home()),
        "PYTHONHASHSEED": "0",
        "OPENBLAS_NUM_THREADS": "1",  # a process that will fork must have one thread
        REPORT_VARIABLE: report_language(),
        PAGES_ONLY: "1",
    }
    if data is not None:
        told["LKJIP_DATA"] = str(Path(data).resolve())
    return {**os.environ, **told}


def server(report: Sequence[str] = ()) -> forking.Server | None:
    """The server of this process, started at the first call; None where forking is not safe.

    `report` is the agency, year and data folder that it rehearses with.
    """
    if not _can_fork():
        return None
    with _starting:
        if not _servers or _servers[-1].process.poll() is not None:
            _servers[:] = [forking.Server(environment(None), *report)]
        return _servers[-1]


def _can_fork() -> bool:
    return forking.POSSIBLE and os.environ.get("LKJIP_FORK") != "0"


def at_once() -> int:
    """How many kernels of one report run at once.

    Of forked ones more than there are processors: while one starts or ends, the others keep those
    busy. To start one takes longer than most notebooks, so of started ones few run several each.
    """
    processors = os.cpu_count() or 1
    return processors + 1 if _can_fork() else max(2, processors // 2)


def server_that_read(instansi: str, tahun: int) -> forking.Server | None:
    """The server that has rehearsed with this report, where one runs."""
    known = [one for one in _servers if one.report[:2] == (instansi, str(tahun))]
    return known[-1] if known and known[-1].process.poll() is None else None


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder of one kernel that nobody else can read: for its sockets, its key, its stderr."""
    place = gettempdir()
    if not _is_short(Path(place) / "lkjip-12345678") and os.access("/tmp", os.W_OK):
        place = "/tmp"
    with TemporaryDirectory(prefix="lkjip-", dir=place, ignore_cleanup_errors=True) as name:
        yield Path(name)


def connection(folder: Path) -> dict[str, str]:
    """How a kernel is reached: by sockets in its folder where the system has them, else by TCP.

    A TCP port is chosen before the kernel takes it. Another kernel may take it first: then one
    dies, or answers to a stranger.
    """
    told = {"connection_file": str(folder / "kernel.json")}
    if sys.platform == "win32" or not _is_short(folder):
        return told
    return {**told, "transport": "ipc", "ip": str(folder / "k")}


def _is_short(folder: Path) -> bool:
    return len(os.fsencode(folder / "k-5")) <= LONGEST


class Process(Protocol):
    pid: int

    def kill(self) -> None: ...


class Kernels:
    """The kernels of one build: what each is given, and those that run now."""

    def __init__(self, environment: Mapping[str, str], folder: Path) -> None:
        self.environment, self.folder = dict(environment), str(folder)
        self._stopped, self._lock = False, RLock()  # Ctrl-C may come while it is held
        self._running: dict[int, Process] = {}
        self._idle: list[Any] = []
        self._kept = ExitStack()

    @property
    def are_stopped(self) -> bool:
        return self._stopped

    def add(self, process: Process) -> None:
        with self._lock:
            self._running[process.pid] = process
            if self._stopped:
                with suppress(OSError):
                    process.kill()

    def forget(self, process: Process) -> None:
        with self._lock:
            self._running.pop(process.pid, None)

    def lend(self) -> Any:
        """The manager of a kernel that stays and is used by nobody; None where there is none."""
        with self._lock:
            return self._idle.pop() if self._idle else None

    def take_back(self, manager: object) -> None:
        with self._lock:
            self._idle.append(manager)

    def kept_until_stopped(self, folder: AbstractContextManager[Path]) -> Path:
        """The folder of a kernel that stays; it goes when all are stopped."""
        with self._lock:
            return self._kept.enter_context(folder)

    def stop(self) -> None:
        """Kill every kernel, and every one that is about to start."""
        with self._lock:
            self._stopped = True
            for process in self._running.values():
                with suppress(OSError):
                    process.kill()

    def close(self) -> None:
        """End the kernels that stay, and remove their folders."""
        self.stop()
        for manager in self._idle:
            manager.end()
        self._kept.close()


@contextmanager
def ended_by_interruption(kernels: Kernels) -> Iterator[None]:
    """Ctrl-C stops the kernels and ends the block, also where something inside swallows it.

    An interruption is raised wherever the program happens to be: in a finalizer it is only printed,
    and a library may catch everything. The run would then wait for its kernels as if nobody had
    asked it to end.
    """
    usual, came = signal.getsignal(signal.SIGINT), False

    def stop(*_: Any) -> None:
        nonlocal came
        came = True
        kernels.stop()
        raise KeyboardInterrupt

    if current_thread() is not main_thread() or usual is not signal.default_int_handler:
        yield  # whoever began this looks after it
        return
    signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
    if came:
        raise KeyboardInterrupt
