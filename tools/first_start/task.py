"""Start a task of the package and pass its exit code on."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess

STOPPED = 130
"""The exit code after Ctrl-C."""


def started(command: list[str]) -> int:
    """Run a task to its end; Ctrl-C ends it quietly. It says how it was called in what it tells."""
    python = "py" if os.name == "nt" and shutil.which("py") else "python"
    environment = dict(os.environ, PYTHONUTF8="1", LKJIP_CALLED=python + " run.py")
    process = subprocess.Popen(command, env=environment)
    try:
        return process.wait()
    except KeyboardInterrupt:
        with contextlib.suppress(KeyboardInterrupt):
            process.wait()
        return STOPPED
