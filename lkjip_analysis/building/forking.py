"""Kernels forked from a server that has imported everything already, where forking is safe.

Each notebook still has a kernel of its own: a process that begins with what the server imported
and nothing else. On Windows and macOS kernels are started as ever, with the same pages.
"""

from __future__ import annotations

import gc
import os
import select
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from ctypes import CDLL
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from subprocess import DEVNULL, Popen
from threading import Lock, Thread
from typing import Any
from weakref import finalize

from lkjip_analysis.building import no_debugger
from lkjip_analysis.intake.document.programs import ends_with

POSSIBLE = sys.platform == "linux" and hasattr(os, "pidfd_open")
SERVE = (
    "import sys; sys.path.remove(''); from lkjip_analysis.building import forking; "
    "forking.serve(*sys.argv[1:])"
)
"""The working folder may hold data of others: nothing is imported from there."""
COMMAND = [sys.executable, "-Xfrozen_modules=off", "-c", SERVE]  # as a kernel is started
TEMPLATES = tuple(
    f"{name}.html.j2"
    for name in ("arti", "bagan", "bagian_kalimat", "daftar", "jawaban", "kalimat",
                 "kepala_kartu", "tabel", "tiada")
)  # fmt: skip
"""Those that nearly every notebook shows something by."""
BY_EVERY_KERNEL = (
    "ipykernel.debugger",
    "ipykernel.kernelapp",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "tornado.platform.asyncio",
)
"""What each kernel would import while it starts, beside what these import."""
Order = tuple[Callable[..., object], tuple[Any, ...], Mapping[str, str], str, Path]
"""What is to be run and given; its environment, the folder it works in, the file of its stderr."""


class Forked:
    """A forked process: as much of `subprocess.Popen` as a kernel provisioner asks for."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid, self._file = pid, os.pidfd_open(pid)
        finalize(self, os.close, self._file)

    def poll(self) -> int | None:
        """None while it runs. The exit code stays with the server, so 0 afterwards."""
        return 0 if select.select([self._file], [], [], 0)[0] else None

    wait = poll  # it is waited for when it has ended

    def ended(self) -> None:
        """Wait until it has ended."""
        select.select([self._file], [], [])

    def send_signal(self, number: int) -> None:
        signal.pidfd_send_signal(self._file, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)  # asked for here: Windows, which imports this, has none


class Server:
    """The process that forks kernels. It ends when this one does, and its kernels with it."""

    def __init__(self, environment: Mapping[str, str], *report: str) -> None:
        self.report = report
        self._orders, its = Pipe()
        self.process = Popen(
            [*COMMAND, str(its.fileno()), *report],
            env=dict(environment),
            pass_fds=[its.fileno()],
            stdin=DEVNULL,
            stdout=DEVNULL,
            stderr=DEVNULL,
            start_new_session=True,
        )
        its.close()
        self._lock = Lock()

    def fork(
        self, argv: Sequence[str], environment: Mapping[str, str], folder: str, errors: Path
    ) -> Forked | None:
        """A kernel with these arguments, or None where it could not be forked."""
        return self.run(_kernel, (list(argv),), environment, folder, errors)

    def run(self, *order: *Order) -> Forked | None:
        """A process that does as ordered, or None where it could not be forked."""
        with self._lock, suppress(EOFError, OSError):
            self._orders.send(order)
            return Forked(pid) if (pid := self._orders.recv()) else None
        return None


def serve(file: str, *report: str) -> None:
    """Import and rehearse what notebooks use; then fork a kernel for each order that comes.

    It ends when no more can come. That may be the sudden end of the process that ordered them,
    even between an order and its answer: the kernels end too, and their folders go.
    """
    orders, folders = Connection(int(file)), []
    gc.disable()  # what is imported stays: there is nothing to collect
    with _ending_with(orders.fileno()):
        _rehearse(*report)
    gc.freeze()  # a kernel's collector need not look through, and so copy, what it shares
    gc.enable()
    with suppress(EOFError, ConnectionError):
        while order := orders.recv():
            folders.append(order[-1].parent)
            forked = get_context("fork").Process(target=_forked, args=(os.getpid(), *order))
            with suppress(OSError):  # no more processes may be had: it is started instead
                forked.start()
            orders.send(forked.pid)
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)  # without waiting for kernels


@contextmanager
def _ending_with(orders: int) -> Iterator[None]:
    """End this process as soon as nobody is left who could order, though it is busy until then.

    A thread looks, and has ended when this is over: who forks must have one thread. A signal at the
    parent's death (prctl) would come when the thread that began the server ends, too.
    """
    over, end = os.pipe()

    def watch() -> None:
        looking = select.poll()
        looking.register(orders, 0)  # that the other side is closed is told without being asked for
        looking.register(over, 0)
        if orders in dict(looking.poll()):
            os._exit(0)

    watching = Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield
    finally:
        os.close(end)
        watching.join()
        os.close(over)


def _rehearse(*report: str) -> None:
    """Do once what every notebook does first, so that each kernel has it done."""
    no_debugger.leave_out()
    for name in BY_EVERY_KERNEL:
        import_module(name)
    import pandas as pd

    import lkjip_analysis
    from lkjip_analysis.pages import charts
    from lkjip_analysis.pages.parts import caveats, rendering
    from lkjip_analysis.pages.sections import shown_frames

    _draw_inline()  # matplotlib looks once through all that is installed for where it may draw
    rendering.compile_templates(*TEMPLATES)
    with suppress(Exception):  # a notebook that meets the same trouble tells it
        instansi, tahun, *data = report
        laporan = lkjip_analysis.load(instansi, int(tahun), data=next(iter(data), None))
        caveats.beside(laporan.verifikasi)  # kept for whoever asks next
        shown_frames.bagan(charts.penguji(pd.Series([1, 2]), "latihan"))


def _forked(server: int, *order: *Order) -> None:
    """What ends with its server, even where that ended before it could say so."""
    work, given, environment, folder, errors = order
    ends_with(server, signal.SIGKILL, CDLL(None))
    os.setsid()
    os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), 2)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    work(*given)


def _kernel(argv: list[str]) -> None:
    from ipykernel.kernelapp import launch_new_instance

    _draw_inline()
    launch_new_instance(argv=[*argv, f"--IPKernelApp.parent_handle={os.getppid()}"])


def _draw_inline() -> None:
    """Have pyplot draw into the notebook, as in a kernel that imports it first.

    The server has imported matplotlib before anybody said where to draw, and the choice is kept.
    """
    import matplotlib as mpl

    backend = os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    mpl.rcParams["backend"] = backend
