"""Commands forked from an interpreter that has imported them: a trial takes a third of the time.

What is imported is all that the interpreter has done: each command begins in a process and a
session of its own, with its own words, folder and environment, and is killed like any other.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parents[1]
IMPORTED = (
    "lkjip_analysis.commands.cli", "lkjip_analysis.building.one_report",
    "lkjip_analysis.intake.excel.importing",
    "lkjip_analysis.output.examined.examining", "lkjip_analysis.output.corrections.accepting",
    "lkjip_analysis.intake.usul.proposing", "pandas", "openpyxl", "docx", "nbconvert",
    "papermill", "matplotlib.figure", "filelock", "pdfplumber", "pypdf",
)  # fmt: skip


class Run:
    """One command at work; what subprocess.Popen tells of it."""

    def __init__(self, server: Server, pid: int, said: Path) -> None:
        self.server, self.pid, self.said = server, pid, said
        self.returncode: int | None = None

    def poll(self) -> int | None:
        if self.returncode is None:
            self.returncode = self.server.asked(["ended", self.pid])
        return self.returncode

    def communicate(self, timeout: float = 300) -> tuple[str, None]:
        until = time.monotonic() + timeout
        while self.poll() is None:
            if time.monotonic() > until:
                raise subprocess.TimeoutExpired(str(self.pid), timeout)
            time.sleep(0.005)
        return self.said.read_text("utf-8", "replace"), None


def in_session(leader: int) -> list[int]:
    """The processes that a command forked, and which no environment tells from its server."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if told[3] == str(leader) and told[0] != "Z":
            found.append(int(path.parent.name))
    return found


class Server:
    """The interpreter that forks; it ends with the process that asks it."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(HOME)},
        )  # fmt: skip
        self.number = 0
        assert self.asked(["ready"]) == 1

    def asked(self, words: list[Any]) -> Any:
        stream = self.process.stdin
        assert stream and self.process.stdout
        stream.write(json.dumps(words) + "\n")
        stream.flush()
        return json.loads(self.process.stdout.readline())

    def start(self, base: Path, words: list[str]) -> Run:
        self.number += 1
        said = base.with_name(f"kata-{self.number % 8}")
        return Run(self, self.asked(["start", str(base), str(said), words]), said)


def served() -> None:
    for name in IMPORTED:
        __import__(name)
    for line in sys.stdin:
        task, *told = json.loads(line)
        print(json.dumps({"ready": _ready, "start": _start, "ended": _ended}[task](*told)))
        sys.stdout.flush()


def _ready() -> int:
    return 1


def _start(base: str, said: str, words: list[str]) -> int:
    pid = os.fork()
    if pid:
        return pid
    os.setsid()
    os.chdir(base)
    os.environ["LKJIP_TRIAL"] = base
    nothing, heard = os.open(os.devnull, os.O_RDONLY), os.open(said, os.O_RDWR | os.O_CREAT, 0o600)
    os.ftruncate(heard, 0)
    for number, place in enumerate((nothing, heard, heard)):
        os.dup2(place, number)
    sys.exit(_run(words))  # through served() to the end of an interpreter: exit handlers too


def _run(words: list[str]) -> int:
    """The command, to the end that an interpreter of its own would come to."""
    from lkjip_analysis.commands.cli import main

    sys.argv, code = ["lkjip", *words], 0
    try:
        main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1 if ended.code else 0
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def _ended(pid: int) -> int | None:
    found, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if found else None


if __name__ == "__main__":
    served()
