"""Rows of a table of indicators that name the goal of those below them and print nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from lkjip_analysis.intake.tables.printed_rows import Row
from lkjip_analysis.intake.tables.printed_table import PrintedTable
from lkjip_analysis.report.schema import TableType

GOAL = re.compile(r"(sasaran|tujuan|misi|perspektif|urusan|bidang)\b", re.IGNORECASE)
"""How a goal begins where rows are numbered alike."""
LETTERED = re.compile(r"\(?(?:[A-Z]|[IVX]+)[.)]?")
"""Goals are numbered by letters or Roman figures, the indicators below them are not."""
OUTCOME = re.compile(r"\w{3,}nya\b", re.IGNORECASE)
"""What a goal wishes: "Meningkatnya ...", "Terwujudnya ..."."""
GOAL_COLUMNS = frozenset({"no", "sasaran"})
"""What a row that stands for its goal alone prints, where goals have a column of their own."""


def goal_of(row: Row, names: int) -> str:
    """The goal that a row names in the column of names; nothing where it is an indicator.

    >>> goal_of(Row(("A.", "Layanan andal", ""), 2), 1), goal_of(Row(("1.", "APM SD", ""), 3), 1)
    ('Layanan andal', '')
    """
    name = _lone_name(row, names)
    is_lettered = bool(LETTERED.fullmatch(_number(row, names)))
    return name if is_lettered or GOAL.match(name) else ""


def goals_among(rows: Sequence[Row], names: int) -> list[str]:
    """For each row the goal that it names, as its own words or those around it tell.

    A row that prints no figure is one where only such rows are numbered, or where it wishes for
    something and stands above a row of figures.

    >>> rows = [("1", "Ternak sehat", ""), ("", "Populasi sapi", "9"), ("", "Produksi susu", "8")]
    >>> goals_among([Row(texts, i) for i, texts in enumerate(rows)], 1)
    ['Ternak sehat', '', '']
    """
    places = [place for place, row in enumerate(rows) if not row.is_summary]
    alone = [_lone_name(rows[place], names) for place in places]
    numbered = _only_goals_are_numbered([rows[place] for place in places], alone, names)
    goals = [""] * len(rows)
    for place, name, below in zip_longest(places, alone, alone[1:]):
        heads = below == ""  # a row with figures; below the last there is none
        is_goal = heads and (numbered or OUTCOME.match(name))
        goals[place] = name if is_goal else goal_of(rows[place], names)
    return goals


def prints(table: PrintedTable, columns: Mapping[int, str], name: str) -> bool:
    """Does a row of the table print anything in the column of this name?"""
    places = [number for number, known in columns.items() if known == name]
    return any(row.texts[number] for row in table.rows for number in places)


def goals_in(table: PrintedTable, kind: TableType, columns: Mapping[int, str]) -> dict[int, str]:
    """The rows that name the goal of the indicators below them, and how."""
    names = [number for number, name in columns.items() if name == kind.nama_baris == "indikator"]
    return dict(enumerate(goals_among(table.rows, names[0]))) if names else {}


def goal_alone(texts: Mapping[str, str]) -> dict[str, str]:
    """What a row prints that names a goal in its own column and no indicator; else nothing.

    A goal has a number or its words: what goes on from the line above has neither.
    """
    told = {column: text for column, text in texts.items() if text}
    goal = told.get("sasaran", "")
    begins = "no" in told or GOAL.match(goal) or OUTCOME.match(goal)
    is_alone = goal and begins and GOAL_COLUMNS.issuperset(told)
    return told if is_alone else {}


def _lone_name(row: Row, names: int) -> str:
    """The name of a row that prints nothing but that, and a number before it at most."""
    *number, name = [text for text in row.texts if text] or [""]
    return "" if len(number) > 1 or row.texts[names] != name or row.is_summary else name


def _number(row: Row, names: int) -> str:
    """What a row prints first before its name."""
    return next((text for text in row.texts[:names] if text), "")


def _only_goals_are_numbered(rows: Sequence[Row], alone: Sequence[str], names: int) -> bool:
    """Has each row that is only a name a number, and none of the others one of the same form?"""
    goals = [_number(row, names) for row, name in zip(rows, alone, strict=True) if name]
    others = [_number(row, names) for row, name in zip(rows, alone, strict=True) if not name]
    return bool(goals and others) and all(goals) and not any(map(_is_whole_number, others))


def _is_whole_number(text: str) -> bool:
    """Is it a number of a list, as goals have: 1, 2. and not 1.1 or a)?"""
    return bool(re.fullmatch(r"\(?\d+[.)]?", text))
