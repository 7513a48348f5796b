"""Kernels forked from a server that has imported everything already, where forking is safe.

Each notebook still has a kernel of its own: a process that begins with what the server imported
and nothing else. On Windows and macOS kernels are started as ever, with the same pages.
"""

from __future__ import annotations

import gc
import json
import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock

POSSIBLE = sys.platform == "linux" and hasattr(os, "pidfd_open")
PR_SET_PDEATHSIG = 1
"""Linux: which signal a process gets when the one that forked it ends (prctl(2))."""
PRELOADED = ("ipykernel.debugger", "lkjip_analysis.workbook")


class Forked:
    """A forked process: as much of `subprocess.Popen` as a kernel provisioner asks for."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._file = os.pidfd_open(pid)

    def poll(self) -> int | None:
        """None while it runs. The exit code stays with the server, so 0 afterwards."""
        return 0 if select.select([self._file], [], [], 0)[0] else None

    def wait(self) -> int:
        select.select([self._file], [], [])
        return 0

    def send_signal(self, number: int) -> None:
        signal.pidfd_send_signal(self._file, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            os.close(self._file)


class Server:
    """The process that forks kernels. It ends when this one does, and its kernels with it."""

    def __init__(self, environment: Mapping[str, str], report: Sequence[str] = ()) -> None:
        code = "from lkjip_analysis.building import forking; forking.serve()"
        # As a kernel is started.
        words = [sys.executable, "-Xfrozen_modules=off", "-c", code, *report]
        pipe, env = subprocess.PIPE, dict(environment)
        self._errors = TemporaryFile()  # noqa: SIM115  (closed with the process)
        self._process = subprocess.Popen(
            words, env=env, stdin=pipe, stdout=pipe, stderr=self._errors, start_new_session=True
        )
        assert self._process.stdin and self._process.stdout
        self._orders, self._answers = self._process.stdin, self._process.stdout
        self._lock, self._has_forked = Lock(), False

    def fork(
        self, argv: Sequence[str], environment: Mapping[str, str], cwd: str, errors: Path
    ) -> Forked:
        """A kernel with its stderr in a file. Raises: OSError where the server has ended."""
        order = json.dumps([argv, dict(environment), cwd, str(errors)]).encode() + b"\n"
        self._has_forked = True
        with self._lock, suppress(BrokenPipeError):
            self._orders.write(order)
            self._orders.flush()
            if answer := self._answers.readline():
                return Forked(int(answer))
        self._errors.seek(0)
        said = self._errors.read().decode(errors="replace").strip()
        raise OSError(said or "the server of kernels ended without a word")

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def close(self) -> None:
        if not self._has_forked:
            self._process.kill()  # it may be importing still, for nothing
        self._process.communicate()
        self._errors.close()


def serve() -> None:
    """Import and rehearse what notebooks use; then fork a kernel for each line of stdin.

    It ends with stdin. That may be the sudden end of the process that ordered the kernels, even
    between an order and its answer: the kernels end too, and their folders go.
    """
    gc.disable()
    _rehearse(*sys.argv[1:])
    gc.freeze()  # a kernel's collector need not look through, and so copy, what it shares
    gc.enable()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system forgets kernels that have ended
    server, folders = os.getpid(), []
    with suppress(BrokenPipeError):
        for line in sys.stdin.buffer:
            order = json.loads(line)
            folders.append(Path(order[-1]).parent)
            pid = os.fork()
            if pid == 0:
                _become_kernel(server, *order)
            os.write(1, b"%d\n" % pid)
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def _rehearse(*report: str) -> None:
    """Do once what every notebook does first, so that each kernel has it done."""
    for name in PRELOADED:
        import_module(name)
    from lkjip_analysis import crossing, workbook

    with suppress(Exception):  # a notebook that meets the same trouble tells it
        instansi, tahun, *data = report
        workbook.coverage_chart(crossing.verified(instansi, int(tahun), *data))


def _become_kernel(
    server: int, argv: list[str], environment: dict[str, str], cwd: str, errors: str
) -> None:
    """A kernel that ends with its server, even where that ended before it could say so."""
    import ctypes

    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != server:
        os._exit(1)
    from ipykernel.kernelapp import launch_new_instance

    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for stream in (0, 1):  # the pipes belong to the server
        os.dup2(os.open(os.devnull, os.O_RDWR), stream)
    os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), 2)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    launch_new_instance(argv=[*argv, f"--IPKernelApp.parent_handle={server}"])
    os._exit(0)
