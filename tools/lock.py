"""Renew the locks (requirements*.lock) from pyproject.toml; needs uv on the PATH.

    python tools/lock.py

Each holds for Windows, macOS and Linux and carries hashes, but no address of any index. What a
report needs is locked alone: nobody who makes one waits for the browser of the tests.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
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
    LARGEST: ("setup", "validate", "many", "scan", "test"),
    "requirements-scan.lock": ("setup", "validate", "many", "scan"),
    "requirements-many.lock": ("setup", "validate", "many"),
    "requirements.lock": ("setup",),
    "requirements-lab.lock": ("setup", "lab"),
}
"""The extras of each lock. The largest is locked first; the others take its versions."""
LEFT_OUT = ("colorlog", "omegaconf", "opencv-python-headless", "pyclipper", "shapely")
"""What the programs of rapidocr want: of that package only the model is used. The locks are
installed as they are (`--no-deps`), so that nothing brings these in after all."""
NOWHERE = " ; sys_platform == 'nowhere'"


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
    with tempfile.TemporaryDirectory() as name:
        overrides = Path(name) / "left-out.txt"
        overrides.write_text("".join(f"{left}{NOWHERE}\n" for left in LEFT_OUT), "utf-8")
        done = subprocess.run(
            [*UV, "--overrides", str(overrides), *words],
            cwd=HOME, input=asked, check=True, capture_output=True, text=True,
        )  # fmt: skip
    entries = re.split(r"\n(?=\S)", done.stdout.strip())
    return "\n".join(entry for entry in entries if NOWHERE not in entry) + "\n"


if __name__ == "__main__":
    main()
