"""The run log: one line of JSON for each command that wrote something, beside the reports.

It says who ran what, when and with which version, what was read and written by its hash, and how
it ended. Of persons it holds only what was given: by options, by the environment or by git.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lkjip_analysis.commands.terminal import say
from lkjip_analysis.errors import InputError, reason
from lkjip_analysis.language import phrase

NAME = "catatan.jsonl"
VARIABLE = "LKJIP_CATATAN"
"""Another file for the log; `-` for none."""
SHOWN = 20
"""Of more files in one folder, or more reports, the log names one hash over them all."""
reports_given: ContextVar[Path | None] = ContextVar("reports", default=None)
"""The folder of reports that the command was given."""
person_given: ContextVar[tuple[str, str]] = ContextVar("person", default=("", ""))
"""Who runs the command and as what, where its options say so."""


def remembered(reports: Path | None) -> Path | None:
    """The callback of each option that leads what is written elsewhere: its log lies there too."""
    reports_given.set(reports)
    return reports


@contextmanager
def logged(words: Sequence[str]) -> Iterator[None]:
    """Whatever the command inside writes is noted when it ends, however it ends."""
    began, process = time.monotonic(), os.getpid()
    code: object = 1
    try:
        yield
        code = 0
    except SystemExit as ended:
        code = ended.code or 0
        raise
    finally:
        if os.getpid() == process:  # a process that it forked has no command of its own
            _note(words, code, time.monotonic() - began)


def _note(words: Sequence[str], code: object, seconds: float) -> None:
    from lkjip_analysis import writing

    place = _place()
    if not writing.written or place is None:
        return
    try:
        line = json.dumps(_entry(words, code, seconds, place.parent.parent), ensure_ascii=False)
        _append(place, line)
    except (OSError, InputError) as error:
        told = "The run could not be noted in {place}: {error}"
        why = reason(error) if isinstance(error, OSError) else error
        say(phrase(told, place=place, error=why), err=True)


def _place() -> Path | None:
    """The log's file: beside the reports, where there is a folder for them or for data."""
    from lkjip_analysis.report.workbook_home import home

    if told := os.environ.get(VARIABLE):
        return None if told == "-" else Path(told)
    reports = reports_given.get() or home() / "reports"
    try:
        there = reports.is_dir() or (home() / "data" / "raw").is_dir()
    except OSError:  # a name longer than the system takes: the command has told it
        return None
    return reports / NAME if there else None


def _append(place: Path, line: str) -> None:
    """One writer at a time, so that no line is torn by another run's."""
    from lkjip_analysis.locking import held

    place.parent.mkdir(parents=True, exist_ok=True)
    with held(place), open(place, "ab", opener=_ordinary) as file:
        # A name that the machine could not decode stays what it is, escaped.
        file.write(line.encode("utf-8", "backslashreplace") + b"\n")


def _ordinary(place: str, flags: int) -> int:
    """Never through a link that lies there, and never into a pipe or device, which may wait."""
    careful = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    number = os.open(place, flags | careful, 0o666)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(errno.EINVAL, "no ordinary file")
    return number


def _entry(words: Sequence[str], code: object, seconds: float, base: Path) -> dict[str, Any]:
    from lkjip_analysis import writing
    from lkjip_analysis.report.reports_at_hand import asked

    by, role = _person()
    named = [Path(word) for word in words if not word.startswith("-") and _is_file(word)]
    made = {path.resolve() for path in writing.written}
    read = [*asked, *(path for path in named if path.resolve() not in made)]
    return {
        "waktu": datetime.now(UTC).isoformat(timespec="seconds"),
        "perintah": list(words),
        "oleh": by,
        "peran": role,
        "versi": _version(),
        "dibaca": _hashed(read, base),
        "ditulis": _hashed(sorted(made), base),
        "keluar": code,
        "detik": round(seconds, 2),
    }


def _is_file(word: str) -> bool:
    try:
        return Path(word).is_file()
    except (OSError, ValueError):
        return False


def _person() -> tuple[str, str]:
    """Who runs the command: as its options say, else the environment, else git beside the data."""
    from lkjip_analysis.output.corrections.who_accepts import acceptance
    from lkjip_analysis.report.reports_at_hand import asked, raw_folder

    by, role = person_given.get()
    by, role = by or os.environ.get("LKJIP_OLEH", ""), role or os.environ.get("LKJIP_PERAN", "")
    told = acceptance(next(iter(asked), raw_folder()), by, role)
    return told.by, told.role


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("lkjip-analysis")
    except PackageNotFoundError:  # run from its source, not installed
        return ""


def _hashed(paths: Iterable[Path], base: Path) -> dict[str, str]:
    """Each file or folder with its hash; of many in one folder, one over them all."""
    there = [path for path in dict.fromkeys(paths) if path.exists()]
    beside = Counter(path.parent for path in there)
    found: dict[str, str] = {}
    together: dict[Path, list[Path]] = {}
    for path in there:
        if beside[path.parent] > SHOWN and path.is_file():
            together.setdefault(path.parent, []).append(path)
        else:
            found[_relative(path, base)] = _digest(path)
    if len(found) > SHOWN:
        found = {f"{len(found)} folder": _of_lines(f"{n} {h}" for n, h in sorted(found.items()))}
    for folder, files in together.items():
        lines = (f"{path.name} {_digest(path)}" for path in sorted(files))
        found[f"{_relative(folder, base)}/* ({len(files)})"] = _of_lines(lines)
    return found


def _relative(path: Path, base: Path) -> str:
    """A place as seen from the workbook; of one elsewhere only the name, for folders name people.

    A place below the workbook is told with slashes on every system.
    """
    whole, root = path.resolve(), base.resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else f".../{path.name}"


def _digest(path: Path) -> str:
    """The hash of a file; of a folder that of its files' names and hashes."""
    from lkjip_analysis.report.filebytes import LARGEST, files_of, sha256

    def told(file: Path) -> str:
        size = file.stat().st_size
        return sha256(file) if size <= LARGEST else f"{size} byte"

    if not path.is_dir():
        return told(path)
    files = files_of(path)
    return _of_lines(f"{file.relative_to(path).as_posix()} {told(file)}" for file in files)


def _of_lines(lines: Iterable[str]) -> str:
    return hashlib.sha256(os.fsencode("\n".join(lines))).hexdigest()
