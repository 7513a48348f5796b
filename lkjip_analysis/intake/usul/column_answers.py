"""What a person was asked of a column: its number style, what it counts in."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_analysis.errors import Problem, nearest
from lkjip_analysis.intake.sheets.scale_words import NONE, SCALES
from lkjip_analysis.intake.tables.style_proofs import styles_of
from lkjip_analysis.intake.usul import layout
from lkjip_analysis.intake.usul.accepted import Accepted, Line, Sheet
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.printed import STYLES
from lkjip_analysis.report.schema import TableType

ALLOWED = {"gaya": STYLES, "dalam": SCALES}


def column_problems(sheet: Sheet, kind: TableType, accepted: Accepted) -> Iterator[Problem]:
    """What nobody answered, and answers that are none."""
    table = sheet.line["tabel"]
    lines = {
        line["kolom"]: line
        for line in accepted.new_columns
        if line["tabel"] == table and line["kolom"] in sheet.columns
    }
    for line in lines.values():
        yield from _not_allowed(line, accepted.file)
    for name, (style, told) in styles_of(kind, sheet.columns, sheet.rows).items():
        if style is None and not (name in lines and lines[name]["gaya"]):
            row, text = next(iter(told.asked(kind.columns[name].gaya).items()))
            found = phrase(
                '"{text}", which is one number with a decimal comma and another with a point',
                text=text,
            )
            remedy = phrase(
                "Write indonesia (1.250,5) or inggris (1,250.5) in the column gaya of "
                "the sheet {columns}, in the row of {table} and {name}.",
                columns=layout.COLUMNS,
                table=table,
                name=name,
            )
            where = f"{accepted.file}, {sheet.at(row, name)}"
            yield Problem(where, found, "figures of one style", remedy)


def _not_allowed(line: Line, file: str) -> Iterator[Problem]:
    for name, allowed in ALLOWED.items():
        text = line[name]
        if not text or text in allowed:
            continue
        remedy = nearest(text, allowed)
        if text.startswith(layout.ASKED):
            told = "Write what the column counts in, or {none} where it is in full rupiah."
            remedy = phrase(told, none=NONE)
        where = f"{file}, {line.at(name, list(line.told))}"
        yield Problem(where, f'"{text}"', ", ".join(allowed), remedy)
