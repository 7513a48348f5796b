"""Which folder each document's results go to, and which files in it are this command's own."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lkjip_analysis.output.examined.edited_cells import Proposed
from lkjip_analysis.replace_folder import Own
from lkjip_analysis.report.filebytes import files_of, sha256
from lkjip_analysis.report.portable import portable, same_file
from lkjip_analysis.writing import read_json

RECORD, EARLIER = ".periksa.json", "lama"


@dataclass(frozen=True)
class Record:
    """Of which document a folder tells, and what was written into it: name -> its hash."""

    source: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    proposed: Proposed = field(default_factory=dict)
    """What the working paper said before a person had it."""


def targets(files: Sequence[Path], base: Path) -> list[Path]:
    """A folder for each document; another document of the same name is not written over."""
    chosen: list[Path] = []
    taken: set[str] = set()  # some systems see no difference between A and a
    for file in files:
        stem = portable(file.stem) or "dokumen"
        number = 1
        while True:
            target = base / (stem if number == 1 else f"{stem}-{number}")
            earlier = record_of(target).source
            if same_file(target.name) not in taken and earlier in ("", source_of(file)):
                break
            number += 1
        chosen.append(target)
        taken.add(same_file(target.name))
    return chosen


def source_of(file: Path) -> str:
    """A name for where a document lies that tells nothing of this computer."""
    return hashlib.sha256(os.fsencode(file.resolve())).hexdigest()[:16]


def record_of(folder: Path) -> Record:
    """What an earlier run wrote there; nothing where none did."""
    try:
        told = read_json(folder / RECORD)
        files = {str(k): str(v) for k, v in told["berkas"].items()}
        return Record(str(told["asal"]), files, _proposed(told.get("isian", {})))
    except (KeyError, AttributeError, TypeError):
        return Record()


def _proposed(told: Mapping[str, Mapping[str, Mapping[str, str]]]) -> Proposed:
    """What JSON tells of a paper, if it has its form. Raises: AttributeError for another."""
    return {
        title: {
            row: {name: str(text) for name, text in cells.items()} for row, cells in rows.items()
        }
        for title, rows in told.items()
    }


def own_of(record: Record, target: Path) -> Own:
    """What an earlier run wrote is replaced; all else in its folder is somebody's, and stays: so
    does a link in the place of a file, and a pipe there is refused."""
    names = {*record.files, RECORD}
    return lambda name: name in names and stat.S_ISREG((target / name).lstat().st_mode)


def keep_changed(record: Record, target: Path, folder: Path) -> list[str]:
    """Copy what a person changed of an earlier run's files into `lama`; the names of those.

    Only files of the folder: what its record names elsewhere, or behind a link, is not read.
    """
    there = {file.relative_to(target).as_posix(): file for file in files_of(target)}
    changed = [
        name
        for name, file in there.items()
        if name in record.files and not file.is_symlink() and sha256(file) != record.files[name]
    ]
    for name in changed:
        kept = folder / EARLIER / name
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(target / name, kept)
    return changed


def write_record(folder: Path, source: Path, proposed: Proposed) -> None:
    """Note what was written; to be called last."""
    files = {
        path.relative_to(folder).as_posix(): sha256(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and EARLIER not in path.relative_to(folder).parts[:1]
    }
    told = {"asal": source_of(source), "berkas": files, "isian": proposed}
    (folder / RECORD).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
