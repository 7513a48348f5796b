"""Renew requirements.lock and requirements-lab.lock from pyproject.toml; needs uv on the PATH.

    python tools/lock.py

Both locks hold for Windows, macOS and Linux and carry hashes, but no address of any index.
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
    "pyproject.toml",
    "--extra",
    "test",
    "--extra",
    "many",
)


def main() -> None:
    """Lock the common set first; the lab's set is held to the same versions."""
    common = HOME / "requirements.lock"
    compiled = subprocess.run(UV, cwd=HOME, check=True, capture_output=True, text=True).stdout
    common.write_text(HEADER + compiled, encoding="utf-8")
    lab = [*UV, "--extra", "lab", "--constraints", common.name]
    compiled = subprocess.run(lab, cwd=HOME, check=True, capture_output=True, text=True).stdout
    (HOME / "requirements-lab.lock").write_text(HEADER + compiled, encoding="utf-8")


if __name__ == "__main__":
    main()
