"""Number styles that a person was asked for: an answer is there, and it is a style."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_analysis.errors import Problem, nearest
from lkjip_analysis.intake.tables.style_proofs import styles_of
from lkjip_analysis.intake.usul import layout
from lkjip_analysis.intake.usul.accepted import Accepted, Sheet
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.printed import LOCALES
from lkjip_analysis.report.schema import TableType


def style_problems(sheet: Sheet, kind: TableType, accepted: Accepted) -> Iterator[Problem]:
    """Cells that can be read two ways where nobody said how, and answers that are no style."""
    table = sheet.line["tabel"]
    lines = {line["kolom"]: line for line in accepted.new_columns if line["tabel"] == table}
    for line in lines.values():
        if line["gaya"] and line["gaya"] not in LOCALES:
            where = f"{accepted.file}, {line.at('gaya', list(line.told))}"
            found = f'"{line["gaya"]}"'
            yield Problem(where, found, ", ".join(LOCALES), nearest(line["gaya"], LOCALES))
    for name, (style, told) in styles_of(kind, sheet.columns, sheet.rows).items():
        if style is None and not (name in lines and lines[name]["gaya"]):
            row, text = next(iter(told.two_ways.items()))
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
