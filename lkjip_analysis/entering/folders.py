"""A folder of data/raw from files in memory: there whole or not at all, nothing of it lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from lkjip_analysis.building.placing import new_folder
from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.reading.corrections import CORRECTIONS

KEPT = (f"{CORRECTIONS}.csv", "sertifikat", "skema")
"""What a person added to a folder: it stays when the tables are written anew."""
EARLIER = "laporan.lama.yaml"


def write_folder(
    target: Path,
    files: Mapping[str, str],
    overwrite: bool,
    check: Callable[[Path], tuple[str, ...]],
) -> tuple[str, ...]:
    """Write the files as folder `target` if `check` can read them; what `check` notes.

    Accepted corrections and table types of an earlier folder stay; its laporan.yaml stays beside
    the new one where they differ.

    Raises: InputError where the folder is there already, or what is written cannot be read.
    """
    if target.exists() and not overwrite:
        remedy = "Choose another year or agency, or replace it with --timpa."
        allowed = "a folder that is not there yet"
        raise InputError([Problem(str(target), "a folder with this name", allowed, remedy)])
    is_new = not target.parent.exists()
    try:
        return _written(target, files, check)
    except InputError:
        if is_new:  # nothing stays of an agency that could not be written
            with suppress(OSError):
                (target.parent / f".{target.name}.lock").unlink()
                target.parent.rmdir()
        raise


def _written(
    target: Path, files: Mapping[str, str], check: Callable[[Path], tuple[str, ...]]
) -> tuple[str, ...]:
    with new_folder(target) as folder:
        for name in KEPT:
            _copy(target / name, folder / name)
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        earlier = target / "laporan.yaml"
        if earlier.is_file() and earlier.read_bytes() != (folder / "laporan.yaml").read_bytes():
            shutil.copy2(earlier, folder / EARLIER)
        return check(folder)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    elif source.is_file():
        shutil.copy2(source, target)
