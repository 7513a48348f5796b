"""`confirm`: what a person accepted becomes data/raw/INSTANSI/TAHUN, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from lkjip_analysis.checking.observations.all_observations import observe
from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.intake.excel.folders import write_folder
from lkjip_analysis.intake.tables.known_types import known_types
from lkjip_analysis.intake.usul.accepted import Accepted, Line, read_accepted
from lkjip_analysis.intake.usul.datafiles import files_of
from lkjip_analysis.intake.usul.workbook_language import own_sheets_named
from lkjip_analysis.report.loading import load_folder
from lkjip_analysis.report.reports_at_hand import raw_folder
from lkjip_analysis.rules.binding.rulebook import bind


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
    with own_sheets_named(path):
        files = files_of(accepted, known_types(folder))
        check = partial(_check_readable, path, accepted, files.texts)
        notes = write_folder(folder, files.texts, overwrite, check)
    claims = files.texts.get("klaim.csv", "").count("\n") - 1
    rules = len(accepted.rules)
    return Confirmed(folder, len(accepted.tables), max(claims, 0), rules, (*files.remarks, *notes))


def _check_readable(
    path: Path, accepted: Accepted, made: Container[str], folder: Path
) -> tuple[str, ...]:
    """The folder must be one that `lkjip verify` reads, before it is put in place."""
    whose = accepted.identity
    try:
        report = load_folder(folder, whose["instansi"], int(whose["tahun"]))
        bind(report)
        observe(report)
    except InputError as error:
        told = [_in_workbook(path, accepted, p) if p.file in made else p for p in error.problems]
        raise InputError(told) from error
    return ()


def _relation(accepted: Accepted, problem: Problem) -> Line | None:
    """The row of a relation that a problem names."""
    words = set(re.findall(r"[\w.]+", problem.found.replace(":", " ")))
    return next((line for line in accepted.rules if line["nama"] in words), None)


def _in_workbook(path: Path, accepted: Accepted, problem: Problem) -> Problem:
    """A problem of a file, told by the sheet and row that the file was made from."""
    if problem.file == "laporan.yaml" and (line := _relation(accepted, problem)):
        where = f"{path.name}, {line.at('sel', list(line.told))}"
        return replace(problem, file=where, line=None, column=None)
    sheets = {f"{sheet.line['tabel']}.csv": sheet for sheet in accepted.tables}
    sheet = sheets.get(problem.file)
    if sheet is None or problem.line is None or not 2 <= problem.line < len(sheet.places) + 2:
        return replace(problem, file=f"{path.name} -> {problem.file}")
    where = sheet.at(problem.line - 2, problem.column)
    return replace(problem, file=f"{path.name}, {where}", line=None, column=None)
