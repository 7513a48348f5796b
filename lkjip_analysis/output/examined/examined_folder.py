"""From what is taken of a proposal to a data folder that can be verified, and its working paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from openpyxl.workbook import Workbook

from lkjip_analysis.checking.observations.all_observations import declared
from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.intake.usul import looks
from lkjip_analysis.intake.usul.accepted import accepted_of
from lkjip_analysis.intake.usul.datafiles import files_of
from lkjip_analysis.intake.usul.proposal_workbook import book_of
from lkjip_analysis.output.examined.basis.leaving_out import KEYS, named_rows, without_what_fails
from lkjip_analysis.output.examined.basis.taken_unasked import Answers, Taken
from lkjip_analysis.output.examined.edited_cells import (
    DECLARED,
    Edit,
    Proposed,
    as_proposed,
    put_back,
)
from lkjip_analysis.report.loading import load_folder
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.schema import TableType
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.binding.rulebook import bind

PAPER = "kertas-kerja.xlsx"
ATTEMPTS = 12
"""What cannot be loaded is left out, table by table; after so many times the rest is refused."""
NO_GAPS = ("tanpa_data: lewati", "tanpa_data: lewati_strip")
"""A sum over a figure that could not be read says nothing; a dash was read."""


@dataclass(frozen=True)
class Laid:
    """A data folder as it was written, its report, the working paper, what was left out."""

    report: Report
    rules: tuple[Rule, ...]
    taken: Taken
    paper: Workbook
    remarks: tuple[str, ...]
    said: Mapping[str, str] = field(default_factory=dict)
    """The words of every relation that was tried, by the name of its rule."""
    proposed: Proposed = field(default_factory=dict)
    """What the working paper says where no person has written."""


def lay_folder(
    taken: Taken,
    kinds: Mapping[str, TableType],
    raw: Path,
    answers: Answers,
    edits: Sequence[Edit] = (),
) -> Laid:
    """Write the folder of data/raw under `raw`; what keeps it from being read is left out.

    In the working paper only a person's own `answers` and `edits` stand: the rest is theirs to say.

    Raises: InputError where nothing that can be read is left.
    """
    remarks: list[str] = []
    problems: tuple[Problem, ...] = ()
    for _ in range(ATTEMPTS):
        paper = book_of(taken.proposal, kinds, date.today().isoformat(), PAPER)
        texts: Mapping[str, str] = {}
        proposed = as_proposed(paper)
        _answer_taken(paper, taken)
        put_back(paper, edits, DECLARED)
        try:
            texts, told = _texts(paper, kinds)
            report = _loaded(texts, taken, raw)
            rules = bind(report)
            declared(report)  # which may fail; what they find is asked when it is verified
            _only_answered(paper, answers)
            put_back(paper, edits)
            return Laid(report, rules, taken, paper, (*remarks, *told), proposed=proposed)
        except InputError as error:
            problems = error.problems
        fewer, said = without_what_fails(taken, problems, paper, texts)
        if fewer == taken:
            break
        taken, remarks = fewer, [*remarks, *said]
    raise InputError(problems)


def _answer_taken(paper: Workbook, taken: Taken) -> None:
    """An answer in each row of the proposal that is taken."""
    for title in KEYS:
        for row, name in named_rows(paper[title]):
            if name in taken.names[title]:
                row[0].value = looks.YES


def _only_answered(paper: Workbook, answers: Answers) -> None:
    """Leave of the answers those that a person gave in an earlier working paper."""
    for title in KEYS:
        for row, name in named_rows(paper[title]):
            said = answers.get((title, name))
            row[0].value = None if said is None else looks.YES if said else looks.NO


def _texts(
    paper: Workbook, kinds: Mapping[str, TableType]
) -> tuple[dict[str, str], tuple[str, ...]]:
    files = files_of(accepted_of(paper, Path(PAPER), needs_tables=False), kinds)
    texts = dict(files.texts)
    texts["laporan.yaml"] = texts["laporan.yaml"].replace(*NO_GAPS)
    return texts, files.remarks


def _loaded(texts: Mapping[str, str], taken: Taken, raw: Path) -> Report:
    told = taken.proposal
    folder = raw / told.instansi / str(told.tahun)
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    for path in folder.rglob("*.*"):
        if path.relative_to(folder).as_posix() not in texts:
            path.unlink()
    return load_folder(folder, told.instansi, told.tahun)
