"""Putting a finished folder in place of the earlier one, so that no reader ever sees half of it.

Beside a folder `2024` may lie, hidden and each for one reason:

- `.2024.baru-PID-...`: unfinished; of a process that is at work, or was killed
- `.2024.lama`, `.2024.geser`: the earlier folder between two renames, to be dropped or kept after
- `.2024.sebelum`: the earlier folder, kept once; `bring_back` puts it in place again
- `.2024.buang-...`: being deleted

Whatever a killed process left is put right by the next one that writes there or looks for it.
"""

from __future__ import annotations

import filecmp
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem, reason, wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.locking import WAIT, held, held_with_its_place
from lkjip_analysis.writing import check_named, keep_beside, placed, written

MENDING = 5
"""Seconds that a reader waits for a folder which another process is just putting in place."""
Own = Callable[[str], bool]
"""Whether a path inside a folder (with /) is one that the command itself writes there."""


@contextmanager
def new_folder(
    target: Path, wait: float = 0, keep: bool = False, own: Own = lambda name: True
) -> Iterator[Path]:
    """A folder that becomes `target` when all is written; `wait` seconds for another run to end.

    With `keep` the earlier folder is kept beside it. What in the earlier folder is not `own` was
    put there by somebody and stays in the new one.

    Raises: InputError where another run holds the target, or it cannot be written.
    """
    target = target.resolve()  # of a link the folder that it leads to is replaced
    check_named(target)
    try:
        with held_with_its_place(target, wait):
            _mend(target)
            _check_free(target)
            prefix = f".{target.name}.baru-{os.getpid()}-"
            folder = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
            try:
                yield folder
                carry(target, folder, own)
                folder.chmod(_mode(target))
                _replace(folder, target, keep)
            except BaseException as error:
                shutil.rmtree(folder, ignore_errors=True)
                if isinstance(error, InputError):
                    raise _at_its_place(error, folder, target) from error
                raise
    except OSError as error:
        raise cannot_be_written(target, error) from error


@contextmanager
def changed_folder(target: Path) -> Iterator[Path]:
    """A copy of `target` that takes its place once all changes are made: all of them, or none.

    Raises: InputError where another run holds the target, or it cannot be written.
    """
    with new_folder(target, WAIT) as folder:
        carry(target, folder, lambda name: False)
        yield folder


def _mode(target: Path) -> int:
    """Who may write an earlier folder may write the new one: a group shares it, or nobody does."""
    return stat.S_IMODE(target.stat().st_mode) if target.is_dir() else 0o755


def _at_its_place(error: InputError, folder: Path, target: Path) -> InputError:
    """What is wrong in a folder that is being made, told of the place that it was for."""
    problems = (
        replace(problem, file=problem.file.replace(str(folder), str(target)))
        for problem in error.problems
    )
    return InputError(problems)


def cannot_be_written(target: Path, error: OSError) -> InputError:
    """Why a folder was not written, to be raised."""
    found = phrase("a folder that cannot be written ({reason})", reason=reason(error))
    remedy = "Close the files of it that are open, free space, or choose another folder."
    return wrong_input(str(target), found, "a writable folder with free space", remedy)


def _check_free(target: Path) -> None:
    """Raises: InputError where what lies there is no folder: whoever put it there wants it."""
    if os.path.lexists(target) and not target.is_dir():
        found, remedy = "a file where a folder should be", "Move it away, or choose another place."
        raise wrong_input(str(target), found, "a folder, or nothing", remedy)


def bring_back(target: Path, wait: float = MENDING) -> None:
    """Put the folder that was kept in place again; the one there now is kept instead.

    Raises: InputError where none was kept, another run holds the target, or it cannot be written.
    """
    target = target.resolve()
    kept = kept_of(target)
    nothing = Problem(
        str(target),
        "no earlier folder",
        "a folder that was replaced before",
        "There is no way back.",
    )
    if not target.parent.is_dir():
        raise InputError([nothing])
    with held(target, wait):
        try:
            _mend(target)
            if not _is_own_folder(kept):
                raise InputError([nothing])
            _replace(kept, target, keep=True)
        except OSError as error:
            found = phrase("a folder that cannot be written ({reason})", reason=reason(error))
            remedy = "Close the files of it that are open, then try again."
            raise wrong_input(str(target), found, "a writable folder", remedy) from error


def kept_of(target: Path) -> Path:
    """Where the earlier folder is kept."""
    return target.with_name(f".{target.name}.sebelum")


def _is_own_folder(path: Path) -> bool:
    """A link is not what was put aside here: it may lead anywhere."""
    return path.is_dir() and not path.is_symlink()


def mend(target: Path, wait: float = 0) -> None:
    """Put right what a run that was killed left; nothing while another run is at work.

    A reader that finds no folder waits for the one who is just putting it in place.
    """
    target = target.resolve()
    if target.parent.is_dir() and is_unfinished(target.name, names_in(target.parent)):
        with suppress(OSError, InputError), held(target, wait):
            _mend(target)


def is_unfinished(name: str, beside: Iterable[str]) -> bool:
    """Do the names beside a folder tell of a run that is at work, or was killed?"""
    marks = tuple(f".{name}.{kind}" for kind in ("baru-", "lama", "geser", "buang-"))
    return any(one.startswith(marks) for one in beside)


def visible(place: Path) -> list[str]:
    """The names in a folder that are no leftovers; what is between two renames is mended first.

    Raises: OSError where it cannot be listed.
    """
    names = names_in(place)
    moved = {n for n in names if n.startswith(".") and n.endswith((".lama", ".geser"))}
    lost = {name[1:].rpartition(".")[0] for name in moved}.difference(names)
    for name in lost:
        mend(place / name, MENDING)
    found = names_in(place) if lost else names
    return sorted(name for name in found if not name.startswith("."))


def _mend(target: Path) -> None:
    _drop(target, "baru-")
    moved = target.with_name(f".{target.name}.geser")
    for old in (moved, target.with_name(f".{target.name}.lama")):
        if _is_own_folder(old) and not os.path.lexists(target):
            old.rename(target)
    if _is_own_folder(moved):
        _keep(moved, target)
    _delete(target.with_name(f".{target.name}.lama"))
    _drop(target, "buang-")


def names_in(place: Path) -> list[str]:
    return [path.name for path in place.iterdir()]


def _drop(target: Path, kind: str) -> None:
    for name in names_in(target.parent):
        if name.startswith(f".{target.name}.{kind}"):
            _delete(target.with_name(name))


def _delete(folder: Path) -> None:
    """What is no folder was not made here; to open a pipe would be to wait for ever."""
    if folder.is_dir():
        shutil.rmtree(folder, ignore_errors=True)


def _replace(folder: Path, target: Path, keep: bool) -> None:
    """Two renames; whoever comes next mends what a crash between them leaves."""
    old = target.with_name(f".{target.name}.{'geser' if keep else 'lama'}")
    if target.is_dir():
        placed(lambda: target.rename(old))
    try:
        placed(lambda: folder.rename(target))
    except OSError:
        if old.exists():
            placed(lambda: old.rename(target))
        raise
    written[target] = None
    if not old.exists():
        return
    if keep:
        _keep(old, target)
    else:
        _delete(old)


def _keep(moved: Path, target: Path) -> None:
    """The earlier folder becomes the one that is kept; the one kept before is dropped."""
    kept = kept_of(target)
    if os.path.lexists(kept):  # a link that leads nowhere is there too
        kept.rename(target.with_name(f".{target.name}.buang-{os.getpid()}-{os.urandom(4).hex()}"))
    placed(lambda: moved.rename(kept))
    _drop(target, "buang-")


def carry(source: Path, target: Path, own: Own) -> tuple[str, ...]:
    """Copy what in `source` is not `own` and not in `target` yet, links as links; its names.

    Raises: InputError for what can be no file of a folder (a pipe, a device), by its name.
    """
    names: dict[str, None] = {}
    for place, folders, files in os.walk(source):
        links = [name for name in folders if Path(place, name).is_symlink()]
        for name in sorted([*files, *links]):
            path = Path(place, name)
            relative = path.relative_to(source).as_posix()
            if not own(relative) and not _is_passing(name):
                names[relative.partition("/")[0]] = None
                _carry_one(path, target / relative, relative)
    return tuple(names)


def _is_passing(name: str) -> bool:
    """Files that programs keep beside an open one: they end with it."""
    return name.startswith("~$") or (name.startswith(".") and name.endswith(".lock"))


def _carry_one(path: Path, place: Path, relative: str) -> None:
    """Where the new folder holds another file of that name, the earlier one is kept beside it."""
    if not path.is_symlink() and not stat.S_ISREG(path.stat().st_mode):
        found = phrase('"{relative}", which is no file (a pipe or a device)', relative=relative)
        raise wrong_input(relative, found, "files and folders", "Take it away first.")
    _make_folder(place.parent)
    if os.path.lexists(place):
        if not _are_alike(path, place):
            keep_beside(path, place)
    elif path.is_symlink():
        place.symlink_to(path.readlink())
    else:
        shutil.copy2(path, place)


def _make_folder(folder: Path) -> None:
    """Raises: InputError where a file is written in its place: what is in it would be lost."""
    for place in (folder, *folder.parents):
        if place.is_file():
            found, remedy = "a folder where a file is written", "Move it away, or rename it."
            raise wrong_input(str(place), found, "a file, or nothing", remedy)
    folder.mkdir(parents=True, exist_ok=True)


def _are_alike(path: Path, place: Path) -> bool:
    if path.is_symlink() or place.is_symlink():
        return path.is_symlink() and place.is_symlink() and path.readlink() == place.readlink()
    return place.is_file() and filecmp.cmp(path, place, shallow=False)
