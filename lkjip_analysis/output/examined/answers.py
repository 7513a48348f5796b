"""What a person wrote in the working paper of an earlier run, read back sheet by sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from lkjip_analysis.errors import InputError, Problem, nearest, wrong_input
from lkjip_analysis.intake.excel_styles import sheet_of
from lkjip_analysis.intake.sheets.extent import MAX_REACH
from lkjip_analysis.intake.sheets.opening_workbook import BROKEN
from lkjip_analysis.intake.sheets.workbook_sheets import check_unpacked
from lkjip_analysis.intake.usul import layout, looks
from lkjip_analysis.intake.usul.layout import DECISION, FINDINGS, INSTEAD, KEY, RELATIONS
from lkjip_analysis.intake.usul.workbook_language import (
    answer_in_code,
    heading_in_code,
    own_sheets_named,
)
from lkjip_analysis.language import phrase
from lkjip_analysis.output.examined.basis.decisions import CHANGED, NO, YES, Decisions
from lkjip_analysis.output.examined.basis.leaving_out import KEYS

Answers = Mapping[tuple[str, str], bool]


def earlier_answers(paper: Path) -> tuple[Answers, Decisions]:
    """The rows answered with "ya" or "tidak", and what was decided on the sheets of decisions.

    Raises: InputError where the paper cannot be read, or a decision is none.
    """
    if not paper.is_file():
        return {}, Decisions()
    try:
        check_unpacked(paper, MAX_REACH)
        book = load_workbook(paper, read_only=True)
    except BROKEN as error:
        remedy = "Repair it, or move it away: what was decided in it is then lost."
        raise wrong_input(
            str(paper), "no readable workbook", "the working paper", remedy
        ) from error
    try:
        with own_sheets_named(paper):
            return dict(_answered(book)), _decisions(book, paper.name)
    finally:
        book.close()


def _answered(book: Workbook) -> Iterator[tuple[tuple[str, str], bool]]:
    for title, keys in KEYS.items():
        for _, row in _rows(book, title):
            said = row.get(layout.ACCEPT, "").casefold()
            if said in (looks.YES, looks.NO):
                yield (title, " ".join(row.get(key, "") for key in keys)), said == looks.YES


def _rows(book: Workbook, title: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a sheet with their numbers, by the headings of its columns."""
    if (sheet := sheet_of(book, title)) is None:
        return
    rows = sheet.iter_rows(min_row=layout.HEAD, values_only=True)
    heads = [heading_in_code(str(value or "")) for value in next(rows, ())]
    for number, row in enumerate(rows, layout.HEAD + 1):
        told = [str(value if value is not None else "").strip() for value in row]
        yield (
            number,
            {
                head: answer_in_code(head, text)
                for head, text in zip(heads, told, strict=False)
                if head
            },
        )


def _decisions(book: Workbook, file: str) -> Decisions:
    problems: list[Problem] = []
    findings: dict[str, str] = {}
    relations: dict[str, str] = {}
    changed: dict[str, str] = {}
    for title, allowed in ((FINDINGS, (YES, NO)), (RELATIONS, (YES, NO, CHANGED))):
        for number, row in _rows(book, title):
            said = row.get(DECISION, "").casefold()
            if said and said not in allowed:
                problems.append(
                    Problem(
                        f"{file}, {title}!A{number}",
                        f'"{said}"',
                        ", ".join(allowed),
                        nearest(said, allowed),
                    )
                )
            elif said and title == FINDINGS:
                findings.update(dict.fromkeys(row.get(KEY, "").split("\n"), said))
            elif said:
                relations[row.get(KEY, "")] = said
                if said == CHANGED:
                    problems += _changed(f"{file}, {title}!H{number}", row)
                    changed[row.get(KEY, "")] = row.get(INSTEAD, "")
    if problems:
        raise InputError(problems)
    return Decisions(relations, findings, changed)


def _changed(where: str, row: Mapping[str, str]) -> list[Problem]:
    """What keeps a relation from being changed as a person wrote."""
    allowed = "cells in the form of the column sel: hasil=.a; pembilang=.b; penyebut=.c"
    if not row.get("sel"):
        found = "a change of a relation that belongs to the type of its table"
        remedy = "Write tolak, and add the right one on the sheet Aturan."
        return [Problem(where, found, "tolak or terima for such a relation", remedy)]
    instead = row.get(INSTEAD, "")
    if "=" not in instead:
        return [Problem(where, f'"{instead}"', allowed, "Write the right cells.")]
    lacking = _parts_named(row["sel"]) - _parts_named(instead)
    if lacking:  # a table or column that is left out would drop the relation without a word
        found = phrase(
            '"{instead}" without {parts}', instead=instead, parts=", ".join(sorted(lacking))
        )
        return [Problem(where, found, row["sel"], "Write each part, the changed ones otherwise.")]
    return []


def _parts_named(sel: str) -> set[str]:
    """What the cells of a relation are: hasil, bagian, tabel."""
    return {part.partition("=")[0].strip() for part in sel.split(";") if "=" in part}
