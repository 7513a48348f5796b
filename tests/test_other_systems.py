"""The package where Python has fewer names: Windows lacks signals, calls and modules of Unix."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lkjip_analysis import writing
from lkjip_analysis.errors import InputError
from lkjip_analysis.replace_folder import new_folder
from lkjip_analysis.writing import write_whole

WITHOUT_UNIX = """
import importlib, os, pkgutil, select, signal, sys

import lkjip_analysis

def every():
    for found in pkgutil.walk_packages(lkjip_analysis.__path__, "lkjip_analysis."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)

every()  # with all that others made, which have their own ways on Windows
for name in [name for name in sys.modules if name.partition(".")[0] == "lkjip_analysis"]:
    del sys.modules[name]
LACKING = {
    signal: "SIGKILL SIGHUP SIGALRM SIGCHLD SIGUSR1 SIGPIPE alarm setitimer pidfd_send_signal "
            "pthread_sigmask",
    os: "fork killpg getuid geteuid getgid setsid getpgid pidfd_open sched_getaffinity mkfifo "
        "statvfs nice uname sysconf getloadavg chown pread O_NONBLOCK O_NOFOLLOW O_DIRECTORY "
        "O_CLOEXEC WNOHANG",
    select: "poll epoll",
}
for module, names in LACKING.items():
    for name in names.split():
        if hasattr(module, name):
            delattr(module, name)
for name in ("fcntl", "grp", "pwd", "resource", "termios", "tty", "pty"):
    sys.modules[name] = None
sys.platform = "win32"
every()
print("ok")
"""


def test_every_module_is_imported_where_there_is_only_what_windows_has() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_UNIX], capture_output=True, text=True, check=False
    )
    assert done.stdout == "ok\n", done.stderr


def held(times: int, patch: pytest.MonkeyPatch, name: str) -> list[float]:
    """Have Windows say so many times that what is moved is in use; the seconds waited."""
    move: Callable[[Path, Path], Path] = getattr(Path, name)
    refused, waited = [times], list[float]()

    def moving(source: Path, target: Path) -> Path:
        if refused[0] and source.name.startswith("."):
            refused[0] -= 1
            raise PermissionError(13, "The process cannot access the file")
        return move(source, target)

    patch.setattr(Path, name, moving)
    patch.setattr(writing.time, "sleep", waited.append)
    patch.setattr(sys, "platform", "win32")
    return waited


def test_a_file_that_windows_holds_for_a_moment_is_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited = held(2, monkeypatch, "replace")
    write_whole(tmp_path / "kertas-kerja.xlsx", b"isi")
    assert (tmp_path / "kertas-kerja.xlsx").read_bytes() == b"isi" and len(waited) == 2


def test_a_folder_that_windows_holds_for_a_moment_is_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited = held(2, monkeypatch, "rename")
    with new_folder(tmp_path / "2024") as folder:
        (folder / "a.csv").write_text("kode", encoding="utf-8")
    assert [path.name for path in (tmp_path / "2024").iterdir()] == ["a.csv"] and len(waited) == 2


def test_what_stays_open_is_said_after_a_second_and_a_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kertas-kerja.xlsx").write_bytes(b"lama")
    waited = held(99, monkeypatch, "replace")
    with pytest.raises(InputError, match="close the file where it is open"):
        write_whole(tmp_path / "kertas-kerja.xlsx", b"baru")
    assert (tmp_path / "kertas-kerja.xlsx").read_bytes() == b"lama"
    assert 1 < sum(waited) < 2 and [path.name for path in tmp_path.iterdir()] == [
        "kertas-kerja.xlsx"
    ]
