"""The package where Python has fewer names: Windows lacks signals, calls and modules of Unix."""

from __future__ import annotations

import subprocess
import sys

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
