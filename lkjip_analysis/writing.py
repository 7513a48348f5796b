"""Files that are there whole or not at all; where asked for, the earlier one beside them."""

from __future__ import annotations

import filecmp
import glob
import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from lkjip_analysis.errors import reason, wrong_input
from lkjip_analysis.language import phrase

ABANDONED = 3600
"""Seconds after which the half of a file belongs to a run that was killed."""
LARGEST = 500_000_000
"""No JSON that a command wrote is larger; who put it there meant something else."""
LONGEST = 200
"""Bytes of a name that are kept in the name of its half: systems take 255."""
HELD_BRIEFLY = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds after which Windows is asked again: a virus scanner, the search or a synchroniser may
hold for a moment what was just written."""
written: dict[Path, None] = {}
"""What this process put in place, files and folders, in order: the run log tells it."""


def write_whole(path: Path, content: str | bytes, keep: bool = False) -> Path:
    """Put a file in place in one step; a reader never meets half of it.

    With `keep`, a file that says something else stays beside it as NAME.lama, NAME.lama-2 ...:
    what was kept before is never overwritten. A name that is not UTF-8 is told by its bytes.

    Raises: InputError where the place cannot be written.
    """
    check_named(path)
    half, made = path.with_name(f"{_hidden(path)}.{os.getpid()}"), folders_to_make(path)
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    try:
        _check_ordinary(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        _forget_halves(path)
        half.unlink(missing_ok=True)
        with half.open("xb") as file:  # never through a link that somebody laid there
            file.write(data)
        if keep and path.is_file() and not _holds(path, data):
            keep_beside(path, path)
        placed(lambda: half.replace(path))
    except OSError as error:
        _let_go(half)
        take_back(made)
        found = phrase("a place that cannot be written ({reason})", reason=reason(error))
        remedy = "Choose another place, or close the file where it is open."
        raise wrong_input(str(path), found, "a writable place", remedy) from error
    written[path] = None
    return path


def placed(act: Callable[[], object]) -> None:
    """Put something in place; where Windows says that it is in use, for a second and a half.

    Raises: OSError as the act itself.
    """
    for seconds in HELD_BRIEFLY if sys.platform == "win32" else ():
        try:
            act()
            return
        except PermissionError:
            time.sleep(seconds)
    act()


def folders_to_make(path: Path) -> list[Path]:
    """The folders above a place that are not there yet, the nearest first."""
    return [folder for folder in path.parents if not folder.exists()]


def take_back(made: Iterable[Path]) -> None:
    """The folders that were made for what failed; one in which something lies meanwhile stays."""
    for folder in made:
        with suppress(OSError):
            folder.rmdir()


def _let_go(half: Path) -> None:
    """Where not even that can be done, what failed before is told: it names the place itself."""
    with suppress(OSError):
        half.unlink(missing_ok=True)


def check_named(path: Path) -> None:
    """Raises: InputError for a place beside which nothing can be written: `/` and the like."""
    if not path.name:
        found, allowed = "a place without a name", "a file or folder"
        raise wrong_input(f'"{path}"', found, allowed, "Choose another place.")


def _check_ordinary(path: Path) -> None:
    """Raises: InputError for a pipe or device, which a rename would put a file in place of."""
    if path.exists() and not path.is_file() and not path.is_dir():
        found, remedy = "a pipe or device", "Name a file, or - for the terminal where allowed."
        raise wrong_input(str(path), found, "an ordinary file, or none", remedy)


def _hidden(path: Path) -> str:
    """What the name of its halves begins with: with their ends no longer than a name may be."""
    return os.fsdecode(os.fsencode(f".{path.name}")[:LONGEST])


def _forget_halves(path: Path) -> None:
    for half in path.parent.glob(f"{glob.escape(_hidden(path))}.[0-9]*"):
        with suppress(OSError):
            if time.time() - half.stat().st_mtime > ABANDONED:
                half.unlink()


def write_json(path: Path, text: str, *keys: str) -> Path:
    """Put JSON in place. A file there that lacks these keys is no earlier one of the same kind:
    somebody wrote it, and it is kept.

    Raises: InputError where the place cannot be written.
    """
    return write_whole(path, text, keep=not _is_alike(path, keys))


def read_json(path: Path) -> Any:
    """What a file of ours tells as JSON; None where there is none that can be read."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:  # a pipe would be waited for
            return None
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None


def _holds(path: Path, data: bytes) -> bool:
    return path.stat().st_size == len(data) and path.read_bytes() == data


def _is_alike(path: Path, keys: tuple[str, ...]) -> bool:
    told = read_json(path)
    first = told[0] if isinstance(told, list) and told else told
    return isinstance(first, dict) and all(key in first for key in keys)


def keep_beside(path: Path, target: Path) -> None:
    """Beside the target FILE.xlsx what `path` holds, as FILE.lama.xlsx, whole too; once each."""
    for number in count(1):
        mark = ".lama" if number == 1 else f".lama-{number}"
        place = target.with_name(f"{target.stem}{mark}{target.suffix}")
        if not place.exists():
            half = target.with_name(
                f"{_hidden(target)}.{os.getpid()}.lama"
            )  # forgotten as others are
            try:
                if path.is_symlink():  # what it leads to stays where it is
                    half.symlink_to(path.readlink())
                else:
                    shutil.copy2(path, half)
                placed(partial(half.replace, place))
            finally:
                _let_go(half)
            return
        if place.is_file() and filecmp.cmp(place, path, shallow=False):
            return
