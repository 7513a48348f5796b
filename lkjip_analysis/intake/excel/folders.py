"""A folder of data/raw from files in memory: there whole or not at all, nothing of it lost."""

from __future__ import annotations

import filecmp
import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from lkjip_analysis.errors import typed, wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.locking import WAIT
from lkjip_analysis.replace_folder import carry, kept_of, new_folder
from lkjip_analysis.report.origins import ORIGINS
from lkjip_analysis.report.portable import check_portable
from lkjip_analysis.report.reports_at_hand import raw_folder

LAPORAN = "laporan.yaml"
MADE = f"{ORIGINS}.csv"
"""What a command wrote about cells that are written anew: of no use beside others."""
Check = Callable[[Path], tuple[str, ...]]


def write_folder(
    target: Path, files: Mapping[str, str], overwrite: bool | None, check: Check
) -> tuple[str, ...]:
    """Write the files as folder `target` if `check` can read them; what there is to note.

    Whatever else lies in an earlier folder stays; its laporan.yaml stays beside the new one where
    they differ. The earlier folder as a whole is kept beside the new one, for `lkjip kembalikan`.
    `overwrite` is None for a command that never does.

    Raises: InputError where the folder is there already, or what is written cannot be read.
    """
    check_portable([f"{target.parent.name}/{target.name}", *files], str(target))
    _check_free(target, overwrite)
    tried = None
    if not target.parent.exists():  # nothing stays of an agency that could not be written
        tried = _tried(target.name, files, check)
    with new_folder(target, WAIT, keep=True) as folder:
        _check_free(target, overwrite)  # another may have written it while this one waited
        stays = carry(target, folder, lambda name: name in files or name in (LAPORAN, MADE))
        write_files(folder, files)
        _keep_declared(target, folder)
        notes = tried if tried is not None and _is_alone(folder) else check(folder)
        replaced = target.exists()
    return (*notes, *(_told(target, stays) if replaced else ()))


def _check_free(target: Path, overwrite: bool | None) -> None:
    is_taken = any(target.iterdir()) if target.is_dir() else target.exists()
    if is_taken and not (overwrite and target.is_dir()):
        remedy = "Choose another year or agency, or replace it with --timpa."
        if overwrite is None:
            remedy = "Choose another year or agency, or move that folder away."
        allowed = "a folder that is not there yet"
        raise wrong_input(str(target), "a folder with this name", allowed, remedy)


def _is_alone(folder: Path) -> bool:
    """Is nothing else there of the agency, so that a folder reads as it did elsewhere?"""
    return not any(path.name[0] != "." for path in folder.parent.iterdir() if path != folder)


def _tried(name: str, files: Mapping[str, str], check: Check) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory(prefix="lkjip-") as base:
        folder = Path(base) / name
        folder.mkdir()
        write_files(folder, files)
        return check(folder)


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Put files into a folder, of its own folders too.

    Raises: InputError where one of those is a link, which would be followed out of it.
    """
    for name, text in files.items():
        path = folder / name
        if path.parent.is_symlink():
            found, remedy = (
                phrase('"{name}", a link', name=path.parent.name),
                "Put a folder in its place.",
            )
            raise wrong_input(str(folder), found, "a folder", remedy)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode("utf-8"))


def _keep_declared(earlier: Path, folder: Path) -> None:
    """What an earlier laporan.yaml declared stays to be copied from, each version once."""
    if not (earlier / LAPORAN).is_file():
        return
    old = earlier / LAPORAN
    kept = [folder / LAPORAN, *folder.glob("laporan.lama*.yaml")]
    if any(path.is_file() and filecmp.cmp(path, old, shallow=False) for path in kept):
        return
    numbers = ("", *(f"-{number}" for number in range(2, len(kept) + 2)))
    names = (folder / f"laporan.lama{number}.yaml" for number in numbers)
    shutil.copyfile(old, next(path for path in names if not os.path.lexists(path)))


def _told(target: Path, stays: Collection[str]) -> tuple[str, ...]:
    raw = target.parents[1]
    base = raw.parent if raw.name == "raw" else raw
    other = "" if raw.resolve() == raw_folder().resolve() else f" --data {typed(base)}"
    back = f"lkjip kembalikan {target.parent.name} {target.name}{other}"
    kept = phrase(
        "Folder sebelumnya disimpan ({name}); mengembalikannya: {back}",
        name=kept_of(target).name,
        back=back,
    )
    others = phrase("Tetap ada, tidak ditulis ulang: {stays}", stays=", ".join(sorted(stays)))
    return (kept, others) if stays else (kept,)
