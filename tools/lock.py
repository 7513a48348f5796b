"""Renew the locks (requirements*.lock) from pyproject.toml; needs uv on the PATH.

    python tools/lock.py

Each holds for Windows, macOS and Linux and carries hashes, but no address of any index. What a
report needs is locked alone: nobody who makes one waits for the browser of the tests.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
HEADER = "# Locked with hashes for every platform. Renew with: python tools/lock.py\n"
UV = (
    "uv",
    "pip",
    "compile",
    "--quiet",
    "--universal",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-header",
    "--no-annotate",
    "--python-version",
    "3.11",
)
LARGEST = "requirements-test.lock"
LOCKS = {
    LARGEST: ("setup", "validate", "many", "test"),
    "requirements-many.lock": ("setup", "validate", "many"),
    "requirements.lock": ("setup",),
    "requirements-lab.lock": ("setup", "lab"),
}
"""The extras of each lock. The largest is locked first; the others take its versions."""


def main() -> None:
    """Lock the largest set, then the others with the same versions, then uv by itself."""
    for name, extras in LOCKS.items():
        words = ["pyproject.toml", *(word for extra in extras for word in ("--extra", extra))]
        if name != LARGEST:
            words += ["--constraints", LARGEST]
        (HOME / name).write_text(HEADER + compiled(words), encoding="utf-8")
    (HOME / "requirements-uv.lock").write_text(HEADER + compiled(["-"], "uv\n"), encoding="utf-8")


def compiled(words: list[str], asked: str = "") -> str:
    """What uv locks for what these words (or its input) ask."""
    done = subprocess.run(
        [*UV, *words], cwd=HOME, input=asked, check=True, capture_output=True, text=True
    )
    return done.stdout


if __name__ == "__main__":
    main()
