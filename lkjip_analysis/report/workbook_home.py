"""Where a workbook lies: its data, notebooks and reports, and what travels with the package.

A workbook is a folder with `notebooks` and `data/raw`, as `lkjip init` writes it. The nearest one
from the working folder upwards is used, else the project's own folder; where the package is
installed by itself, the working folder: nothing is ever written beside the package.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
"""The folder that holds the package: the project's own, or site-packages."""

SHARE = "share/lkjip_analysis/"
"""Where a wheel puts what is no Python."""


def is_workbook(folder: Path) -> bool:
    return (folder / "notebooks").is_dir() and (folder / "data" / "raw").is_dir()


@cache
def home() -> Path:
    """The workbook that commands and notebooks of this process work in."""
    if told := os.environ.get("LKJIP_HOME"):
        return Path(told).resolve()
    here = Path.cwd().resolve()
    around = next((f for f in (here, *here.parents) if is_workbook(f)), None)
    return around or (SOURCE if is_workbook(SOURCE) else here)


@cache
def shipped(folder: str) -> Path | None:
    """A folder that travels with the package: in the project itself, or in what a wheel installs.

    None where the package came without it.
    """
    if (SOURCE / "pyproject.toml").is_file():
        own = SOURCE / folder
        return own if own.is_dir() else None
    from importlib.metadata import PackageNotFoundError, files  # slow to import, seldom asked

    try:
        installed = files("lkjip-analysis") or []
    except PackageNotFoundError:
        return None
    wanted = f"{SHARE}{folder}/"
    for file in installed:
        _, found, inner = file.as_posix().partition(wanted)
        if found:
            path = Path(str(file.locate())).resolve()
            return path.parents[inner.count("/")]
    return None
