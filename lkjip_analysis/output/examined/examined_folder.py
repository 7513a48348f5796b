"""From what is taken of a proposal to a data folder that can be verified, and its working paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl.workbook import Workbook

from lkjip_analysis.checking.observations.all_observations import observe
from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.intake.usul import layout, looks
from lkjip_analysis.intake.usul.accepted import accepted_of
from lkjip_analysis.intake.usul.datafiles import files_of
from lkjip_analysis.intake.usul.proposal_workbook import book_of
from lkjip_analysis.language import phrase, worded
from lkjip_analysis.output.examined.taken_unasked import CLAIM, RULE, TABLE, Taken
from lkjip_analysis.report.loading import load_folder
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.schema import TableType
from lkjip_analysis.rules import Rule
from lkjip_analysis.rules.binding.rulebook import bind

KEYS = {
    layout.TABLES: ("tabel",), layout.CLAIMS: ("kode",), layout.RULES: ("nama",),
    layout.INDICATORS: ("kode",), layout.BANDS: ("skala", "nama"),
}  # fmt: skip
"""The columns that name a row of each sheet."""
PAPER = "kertas-kerja.xlsx"
ATTEMPTS = 12
"""What cannot be loaded is left out, table by table; after so many times the rest is refused."""
NO_GAPS = ("tanpa_data: lewati", "tanpa_data: tak_teruji")
"""A sum over a figure that could not be read says nothing."""


@dataclass(frozen=True)
class Laid:
    """A data folder as it was written, its report, the working paper, what was left out."""

    report: Report
    rules: tuple[Rule, ...]
    taken: Taken
    paper: Workbook
    remarks: tuple[str, ...]


def lay_folder(taken: Taken, kinds: Mapping[str, TableType], raw: Path) -> Laid:
    """Write the folder of data/raw under `raw`; what keeps it from being read is left out.

    Raises: InputError where nothing that can be read is left.
    """
    remarks: list[str] = []
    problems: tuple[Problem, ...] = ()
    for _ in range(ATTEMPTS):
        try:
            paper = _paper(taken, kinds)
            texts, told = _texts(paper, kinds)
            report = _loaded(texts, taken, raw)
            rules = bind(report)
            observe(report, rules)
            return Laid(report, rules, taken, paper, (*remarks, *told))
        except InputError as error:
            problems = error.problems
        fewer, said = _without(taken, problems)
        if fewer == taken:
            break
        taken, remarks = fewer, [*remarks, *said]
    raise InputError(problems)


def _paper(taken: Taken, kinds: Mapping[str, TableType]) -> Workbook:
    """The workbook of the proposal with an answer in each row that is taken."""
    book = book_of(taken.proposal, kinds, date.today().isoformat())
    for title, keys in KEYS.items():
        sheet = book[title]
        heads = [str(cell.value or "") for cell in sheet[layout.HEAD]]
        places = [heads.index(key) for key in keys]
        for row in sheet.iter_rows(min_row=layout.HEAD + 1):
            name = " ".join(str(row[i].value or "") for i in places)
            if name in taken.names[title]:
                row[0].value = looks.YES
    return book


def _texts(
    paper: Workbook, kinds: Mapping[str, TableType]
) -> tuple[dict[str, str], tuple[str, ...]]:
    files = files_of(accepted_of(paper, Path(PAPER)), kinds)
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


def _without(taken: Taken, problems: Iterable[Problem]) -> tuple[Taken, list[str]]:
    """What is taken without what the problems are about, and the sentences that say so."""
    said = []
    for problem in problems:
        sheet, name = _about(taken, problem)
        if name in taken.names[sheet]:
            taken = taken.without(sheet, [name])
            found = phrase(problem.found)
            told = "{sheet} {name} tidak ikut diperiksa: {found}"
            said.append(worded(told, sheet=sheet, name=name, found=found))
    if not said and taken.names[RULE]:
        count = len(taken.names[RULE])
        said = [
            worded("{count} hubungan antar-tabel tidak ikut: tidak terbaca bersama", count=count)
        ]
        taken = taken.without(RULE, taken.names[RULE])
    elif not said and taken.names[CLAIM]:
        count = len(taken.names[CLAIM])
        said = [worded("{count} kalimat tidak ikut: tidak terbaca bersama", count=count)]
        taken = taken.without(CLAIM, taken.names[CLAIM])
    return taken, said


def _about(taken: Taken, problem: Problem) -> tuple[str, str]:
    """The row of the working paper that a problem is about: of a CSV, a claim, or a rule."""
    told = f"{problem.file} {problem.column or ''} {problem.found} {problem.remedy}"
    # A rule names its table too: the rule is what can be left out alone.
    for name in sorted(taken.names[RULE], key=len, reverse=True):
        if name in told:
            return RULE, name
    # A table may be called like a word of the sentence: its name stands in quotes or an address.
    for end in (r'(\.csv|\.yaml|\[|")', r"\b"):
        for name in sorted(taken.names[TABLE], key=len, reverse=True):
            if re.search(rf"(?<![\w]){re.escape(name)}{end}", told):
                return TABLE, name
    for name in sorted(taken.names[CLAIM], key=len, reverse=True):
        if name in told:
            return CLAIM, name
    return TABLE, ""
