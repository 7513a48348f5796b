"""The sheet of one proposed table, where its cells and the column of each heading are checked."""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_analysis.intake.excel_pages import within_page
from lkjip_analysis.intake.excel_rows import fit_row
from lkjip_analysis.intake.excel_styles import choices, widths
from lkjip_analysis.intake.proposal.proposal import ProposedTable
from lkjip_analysis.intake.usul import looks
from lkjip_analysis.intake.usul.layout import ASKED, FIRST, MAPPED, MAPPING, OUTSIDE, PRINTED, USED
from lkjip_analysis.language import worded


def table_sheet(sheet: Worksheet, table: ProposedTable, ranges: Mapping[str, str]) -> None:
    """Fill the sheet of one table: names of columns, printed headings, cells, what was left."""
    looks.title(sheet, f"{table.label}  {table.title}", f"{table.reason}")
    looks.header(sheet, MAPPED, [MAPPING, *table.columns], dark=True)
    looks.header(sheet, PRINTED, [USED, *_headings(table)], dark=False)
    wide = [11.0]
    for i, name in enumerate(table.columns):
        longest = max((len(row[i]) for row in table.rows), default=8)
        wide.append(min(max(longest + 2, len(name) + 2, 10), 44))
    widths(sheet, within_page(wide))
    for number, row in enumerate(table.rows, FIRST):
        looks.put(sheet, number, 1, looks.YES)
        for i, text in enumerate(row, 2):
            place = (number - FIRST, table.columns[i - 2])
            why = table.unreadable.get(place, "")
            shown = f"{ASKED} {text}" if place in table.unshown else text
            looks.put(sheet, number, i, shown, looks.RED if why or shown != text else "")
            if why:
                looks.remark(sheet, number, i, why)
        fit_row(sheet, number)
    last = FIRST + len(table.rows) - 1
    choices(sheet, f"A{FIRST}:A{last + 20}", [worded(looks.YES), worded(looks.NO)])
    letter = get_column_letter(len(table.columns) + 1)
    allowed = ranges.get(table.kind.name)
    if allowed:
        choices(sheet, f"B{MAPPED}:{letter}{MAPPED}", allowed, strict=False)
    _left_rows(sheet, table, last + 3)
    fit_row(sheet, PRINTED)
    looks.finish(sheet, f"C{FIRST}")
    sheet.print_title_rows = f"{MAPPED}:{PRINTED}"


def _headings(table: ProposedTable) -> list[str]:
    made = worded("(kunci, dibuat)")
    return [
        head or (made if name == table.kind.kunci else "")
        for head, name in zip(table.heads, table.columns, strict=True)
    ]


def _left_rows(sheet: Worksheet, table: ProposedTable, row: int) -> None:
    """Rows that the type has no place for; marked so that they are not read back."""
    for number, texts in enumerate(table.left_rows, row):
        looks.put(sheet, number, 1, OUTSIDE if number == row else "-", looks.GREY)
        looks.put(sheet, number, 2, " | ".join(text for text in texts if text), looks.GREY)
