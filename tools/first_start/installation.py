"""Bring the locked packages into an environment, by uv or by pip; what fails is one sentence."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.first_start.words import say

PROJECT = Path(__file__).resolve().parents[2]
OUTER = getattr(sys, "_base_executable", "") or sys.executable
"""The Python outside any environment: one inside .venv may be taken away while it sets it up."""

CAUSES = (
    (
        ("No space left", "not enough space", "os error 28", "os error 112"),
        "The disk is full: free about 1 GB and start again.",
    ),
    (
        ("Permission denied", "Access is denied", "Read-only file system"),
        "The project's folder cannot be written: copy it to a folder of your own and start again.",
    ),
    (
        ("WinError 32", "being used by another process"),
        "A file of .venv is in use (OneDrive, a virus scanner, another window): close it, or move "
        "the project to a folder that is not synchronised, and start again.",
    ),
    (
        ("Long Path", "filename or extension is too long", "WinError 206"),
        "The project's folder lies too deep for Windows: move it near the top of a drive and "
        "start again.",
    ),
    (
        ("ensurepip", "No module named venv"),
        "This Python lacks its venv module: install it (Debian and Ubuntu: python3-venv) and start "
        "again.",
    ),
    (
        ("NOT WHOLE",),
        "A package is not whole (a virus scanner, a full disk?): start again, it is set up anew.",
    ),
    (
        ("HASHES", "Hash mismatch", "hash mismatch"),
        "A downloaded package does not have the locked hash: do not use it; try another network.",
    ),
    (
        (
            "Temporary failure",
            "Name or service not known",
            "Connection",
            "connection",
            "dns error",
            "No matching distribution",
            "error sending request",
            "timed out",
            "Failed to fetch",
            "getaddrinfo",
            "Max retries",
        ),
        "The packages cannot be downloaded: connect to the internet once and start again.",
    ),
)
"""What a failed step printed, and what it means for who started it."""

GUARDED_STEP = PROJECT / "tools" / "first_start" / "guarded_step.py"

HELD: list[int] = []
"""The lock of the environment, which each step holds too: it is free when all of them ended."""


class Trouble(Exception):
    """Something the user can mend, said in one sentence."""


def install(folder: Path, python: Path, lock: Path, fresh: bool) -> None:
    """Exactly the locked packages and this project, hashes enforced: all of it, or what lacks.

    uv takes a third of pip's time, but knows nothing of pip's own settings (a proxy, an index of
    the house): where it fails, or cannot be had, pip does it.
    """
    uv = shutil.which("uv")
    if uv:
        try:
            if fresh:
                anew(folder, [uv, "venv", "--quiet", "--python", OUTER])
            return filled([uv, "pip", "install", "--quiet", "--python", str(python)], lock)
        except Trouble:
            fresh = True  # an environment that uv made holds no pip
    if fresh:
        anew(folder, [OUTER, "-m", "venv"])
    pip = [str(python), "-m", "pip", "install", "--quiet", "--no-input", "--no-compile"]
    pip.append("--disable-pip-version-check")
    with tempfile.TemporaryDirectory(prefix="lkjip-uv-") as place:
        try:
            wanted = ["--require-hashes", "-r", str(PROJECT / "requirements-uv.lock")]
            checked([*pip, "--target", place, *wanted])
            uv = shutil.which("uv", path=os.pathsep.join((place + "/bin", place + "/Scripts")))
            if uv:
                return filled([uv, "pip", "install", "--quiet", "--python", str(python)], lock)
        except Trouble:
            pass
    return filled(pip, lock)


def anew(folder: Path, command: list[str]) -> None:
    """An empty environment in place of what was there."""
    if folder.is_symlink():
        folder.unlink()
    shutil.rmtree(str(folder), ignore_errors=True)
    checked([*command, str(folder)])


def filled(command: list[str], lock: Path) -> None:
    """The locked packages and no others, and this project, by uv or by pip."""
    checked([*command, "--require-hashes", "--no-deps", "-r", str(lock)])
    checked([*command, "--no-deps", "--no-build-isolation", "--no-index", "-e", str(PROJECT)])


def checked(command: list[str]) -> None:
    """Run one step of the installation; a failure becomes one sentence and a log.

    However this process ends, the step ends with it: its guard sees our end of the pipe close.
    """
    words = [OUTER, str(GUARDED_STEP), *command]
    process = subprocess.Popen(
        words, cwd=str(PROJECT), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, start_new_session=True,
        pass_fds=() if os.name == "nt" else tuple(HELD),
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )  # fmt: skip
    assert process.stdin and process.stdout
    try:
        output = process.stdout.read().decode("utf-8", "replace")
        code = process.wait()
    finally:
        process.stdin.close()
        process.wait()
    if code:
        raise Trouble(say("%s (details: %s)", cause_of(output), logged(output)))


def logged(output: str) -> Path:
    """Where the details are: in the project, or in a new file that nobody could foresee."""
    log = PROJECT / ".venv-setup.log"
    try:
        with contextlib.suppress(FileNotFoundError):
            log.unlink()
        with log.open("x", encoding="utf-8") as file:
            file.write(output)
    except OSError:
        number, name = tempfile.mkstemp(prefix="lkjip-setup-", suffix=".log")
        log = Path(name)
        with contextlib.suppress(OSError), os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(output)
    return log


def cause_of(output: str) -> str:
    for marks, sentence in CAUSES:
        if any(mark in output for mark in marks):
            return say(sentence)
    return say("The installation failed: start again, and if it fails again, report the details.")
