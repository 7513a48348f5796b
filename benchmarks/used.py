"""What one run of a command uses, told by the command's own process at its end.

From outside, its parent's memory would count, and what its children used would not.
"""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
TELLING = """
import atexit, os, sys
sys.path[:0] = [sys.argv.pop(1), sys.argv.pop(1)]
from memory import peak_memory
from lkjip_analysis.commands.cli import main
def tell():
    used = os.times()
    seconds = used.user + used.system + used.children_user + used.children_system
    open("terpakai", "w").write(f"{seconds} {peak_memory()}")
atexit.register(tell)
main()
"""


@dataclass(frozen=True)
class Used:
    """Processor seconds, those of its children too; peak memory in MiB; how it ended."""

    seconds: float
    peak: float
    code: int
    errors: str


@functools.cache
def _compiled() -> tempfile.TemporaryDirectory[str]:
    """Where compiled modules are kept, as beside any installation: what a first run compiles is
    not told of the next."""
    return tempfile.TemporaryDirectory(prefix="lkjip-compiled-")


def used(words: Sequence[str], folder: Path, patience: float | None = None) -> Used:
    """Run `lkjip` with these words in a folder.

    Raises: subprocess.TimeoutExpired after `patience` seconds.
    """
    command = [sys.executable, "-c", TELLING, str(HOME), str(HOME / "benchmarks"), *words]
    kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": _compiled().name}
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=patience, check=False,
        env={**os.environ, **kept},
    )  # fmt: skip
    seconds, peak = map(float, (folder / "terpakai").read_text().split())
    return Used(seconds, peak / 1024, done.returncode, done.stderr)
