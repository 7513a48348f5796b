"""The sentences that stand on a sheet above and below its table: prose, as beside one in Word.

A line of one cell is a sentence where it ends as one, or prints a figure that is no year; a title,
a caption and the line of those who sign are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lkjip_analysis.intake.document.blocks import CAPTION, Paragraph
from lkjip_analysis.intake.document.printed_places import Span, elsewhere
from lkjip_analysis.intake.sheets.workbook_sheets import Sheet
from lkjip_analysis.numbers.calendar_days import YEAR_ALONE

FEWEST = 5
"""Fewer words are a label, a name or a date."""
OFFICIAL = re.compile(r"\b(?:NIP|NIK|Pangkat|Gol)\b")


def is_sentence(text: str) -> bool:
    """Does a line of a sheet state something?

    >>> is_sentence("Realisasi PBB tahun 2024 sebesar Rp881.645.525 dari target")
    True
    >>> is_sentence("REALISASI PBB MENURUT DESA TAHUN 2024"), is_sentence("Jumlah 12 desa")
    (False, False)
    """
    if len(text.split()) < FEWEST or CAPTION.match(text) or OFFICIAL.search(text):
        return False
    figures = any(map(str.isdigit, YEAR_ALONE.sub("", text)))
    return not text.isupper() and (figures or text.endswith((".", ";")))


def sentences_in(sheet: Sheet, rows: Iterable[int]) -> Iterator[Paragraph]:
    """The sentences of these rows, each with its cell; the row is its number there."""
    for row in rows:
        for column in sheet.filled.get(row, ()):
            text = sheet.label(row, column)
            if is_sentence(text):
                span = Span(0, len(text), elsewhere(sheet.place(row, column)))
                yield Paragraph(text, sheet.title, row, spans=(span,))


def without_sentences_below(sheet: Sheet, rows: Sequence[int]) -> list[int]:
    """The rows of a table without the sentences right below its last row."""
    body = list(rows)
    while body and _is_line(sheet, body[-1]):
        body.pop()
    return body


def _is_line(sheet: Sheet, row: int) -> bool:
    filled = sheet.filled[row]
    return len(filled) == 1 and is_sentence(sheet.label(row, filled[0]))
