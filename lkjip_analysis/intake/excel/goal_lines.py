"""The goal that indicators of a sheet stand under: named between their rows, or above the table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lkjip_analysis.intake.sheets.recognition import Recognised
from lkjip_analysis.intake.sheets.sheet_rows import Row
from lkjip_analysis.intake.tables.goal_rows import OUTCOME, goal_alone, goals_among
from lkjip_analysis.intake.tables.printed_rows import ENUMERATION
from lkjip_analysis.intake.tables.printed_rows import Row as Printed

NAMED, GOAL = "indikator", "sasaran"
NUMBER = r"(?:\s+(?:ke\W?\s*)?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]+))?"
ABOVE = re.compile(
    rf"sasaran(?:\s+(?:strategis|kinerja|program))?{NUMBER}"
    rf"(?:\s*[:=]\s*|[.\s]+(?={OUTCOME.pattern}))(?P<goal>[^\W\d].*\w.*)",
    re.IGNORECASE,
)
"""A line above a table that names the one goal of its rows."""


def goal_lines(found: Recognised) -> Mapping[int, str]:
    """The rows below the heading that name a goal and no indicator, each with the goal."""
    if found.type.nama_baris != NAMED or GOAL not in found.type.columns:
        return {}
    rows = [row for row in sorted(found.sheet.filled) if row > found.bottom]
    printed = [_texts(found, row) for row in rows]
    if any(row.get(GOAL) for row in printed):
        goals = [goal_alone(row).get(GOAL, "") for row in printed]
    else:
        texts = [Printed(tuple(row.values()), at) for at, row in enumerate(printed)]
        goals = goals_among(texts, [*found.match.columns.values()].index(NAMED))
    return {row: goal for row, goal in zip(rows, goals, strict=True) if goal}


def place_of_line(found: Recognised, row: int) -> str:
    """Where such a line stands on its sheet."""
    return found.sheet.place(row, found.sheet.filled[row][0])


def _texts(found: Recognised, row: int) -> dict[str, str]:
    """What a row prints by column; a name merged over columns, or begun left of them, once."""
    columns = sorted(found.match.columns.items())
    texts = {name: found.sheet.label(row, place) for place, name in columns}
    over = [m for m in found.sheet.merges_from.get(row, ()) if m.left < m.right]
    for place, name in columns:
        first = next((m.left for m in over if m.left < place <= m.right), place)
        texts[name] = texts[name] if first == place else ""
    told = [name for name, text in texts.items() if text]
    if len(told) == 1 and GOAL not in texts and not ENUMERATION.fullmatch(texts[told[0]]):
        before = list(texts).index(told[0]) < list(texts).index(NAMED)
        texts |= {told[0]: "", NAMED: texts[told[0]]} if before else {}
    return texts


def with_goals(found: Recognised, rows: Sequence[Row], lines: Mapping[int, str]) -> list[Row]:
    """The rows, the first below each goal with its words; all of them below the one above."""
    if not lines:
        goal = _goal_above(found)
        return [_named(row, goal if at == 0 else "") for at, row in enumerate(rows)]
    told: list[Row] = []
    for row in rows:
        before = max((told[-1].number if told else found.bottom), found.bottom)
        between = [lines[number] for number in sorted(lines) if before < number < row.number]
        told.append(_named(row, between[-1] if between else ""))
    return told


def _named(row: Row, goal: str) -> Row:
    own = row.texts.get(GOAL, "")
    return replace(row, texts={**row.texts, GOAL: goal}) if goal and not own else row


def _goal_above(found: Recognised) -> str:
    """The goal that one line above the heading names; nothing where none or several do."""
    if found.type.nama_baris != NAMED or GOAL not in found.type.columns:
        return ""
    if GOAL in found.match.columns.values():
        return ""
    sheet = found.sheet
    lines = [" ".join(dict.fromkeys(sheet.label(row, place) for place in sheet.filled[row]))
             for row in sheet.filled if row < found.top]  # fmt: skip
    goals = {told["goal"] for line in lines if (told := ABOVE.fullmatch(line.strip()))}
    return goals.pop() if len(goals) == 1 else ""
