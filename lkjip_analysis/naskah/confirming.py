"""`confirm`: what a person accepted becomes data/raw/INSTANSI/TAHUN, whole or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lkjip_analysis.binding.rulebook import bind, observe
from lkjip_analysis.building.placing import new_folder
from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.loading import load, raw_folder
from lkjip_analysis.naskah.accepted import Accepted, read_accepted
from lkjip_analysis.naskah.datafiles import files_of
from lkjip_analysis.naskah.types import known_types


@dataclass(frozen=True)
class Confirmed:
    """The folder that was written, how much it holds, and what there is to say about it."""

    folder: Path
    tables: int
    claims: int
    rules: int
    remarks: tuple[str, ...]


def confirm(path: Path, data: Path | str | None = None, overwrite: bool = False) -> Confirmed:
    """Write what the workbook at `path` accepts; an earlier folder stays unless `overwrite`.

    Raises: InputError where the workbook cannot be followed, what it makes cannot be read, or the
    folder is there already.
    """
    accepted = read_accepted(path)
    told = accepted.identity
    folder = raw_folder(data) / told["instansi"] / told["tahun"]
    _check_free(folder, overwrite)
    files = files_of(accepted, known_types(folder))
    _check_readable(path, accepted, files.texts)
    with new_folder(folder) as place:
        _write(place, files.texts)
    claims = files.texts.get("klaim.csv", "").count("\n") - 1
    rules = len(accepted.rules)
    return Confirmed(folder, len(accepted.tables), max(claims, 0), rules, files.remarks)


def _check_free(folder: Path, overwrite: bool) -> None:
    if folder.exists() and any(folder.iterdir()) and not overwrite:
        found = f"the folder {folder.parent.name}/{folder.name}, which is there already"
        remedy = "Use --timpa to replace it, or another year or agency."
        raise InputError([Problem(str(folder), found, "a folder that is not there yet", remedy)])


def _write(place: Path, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        file = place / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8"))


def _check_readable(path: Path, accepted: Accepted, texts: Mapping[str, str]) -> None:
    """The folder must be one that `lkjip verify` reads, before it is put in place."""
    told = accepted.identity
    with tempfile.TemporaryDirectory() as base:
        place = Path(base) / "raw" / told["instansi"] / told["tahun"]
        place.mkdir(parents=True)
        _write(place, texts)
        try:
            report = load(told["instansi"], int(told["tahun"]), base)
            bind(report)
            observe(report)
        except InputError as error:
            raise InputError([_in_workbook(path, accepted, p) for p in error.problems]) from error


def _in_workbook(path: Path, accepted: Accepted, problem: Problem) -> Problem:
    """A problem of a file, told by the sheet and row that the file was made from."""
    sheets = {f"{sheet.line['tabel']}.csv": sheet for sheet in accepted.tables}
    sheet = sheets.get(problem.file)
    if sheet is None or problem.line is None or not 2 <= problem.line < len(sheet.places) + 2:
        return replace(problem, file=f"{path.name} -> {problem.file}")
    where = sheet.at(problem.line - 2, problem.column)
    return replace(problem, file=f"{path.name}, {where}", line=None, column=None)
