"""What a column counts in, told by its heading or by the title above it: ribu, juta, miliar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lkjip_analysis.errors import Problem
from lkjip_analysis.intake.sheets.recognition import Recognised
from lkjip_analysis.intake.sheets.sheet_rows import Row
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.numbers.heading_scale import FULL, doubtful, scale_in
from lkjip_analysis.numbers.printed import SCALE_WORDS, Dash, Style, read_or_none

NONE = "-"


def scales(found: Recognised, told: str | None) -> dict[str, str]:
    """The scale of each column that has one; `told` is what the user says of the sheet."""
    title = told or _told_around(found)
    chosen: dict[str, str] = {}
    for place, name in found.match.columns.items():
        column = found.type.columns[name]
        if not column.is_number or column.satuan == "persen" or column.dalam:
            continue
        if told is None and scale_in(column.judul):
            continue  # its type knows this heading, and what its figures count
        own = scale_in(found.labels[place]) if told is None else ""
        word = own or (title if column.satuan == "rupiah" else "")
        if word and word != NONE:
            chosen[name] = word
    return chosen


def _told_around(found: Recognised) -> str:
    """The scale that the title above tells, else the name of the sheet, else a note below."""
    sheet = found.sheet
    lines = grouped(
        (row, sheet.label(row, column)) for row, column in sheet.cells if row > found.bottom
    )
    below = (texts[0] for _, texts in sorted(lines.items()) if len(texts) == 1)
    notes = (scale_in(text) for text in below if re.search(r"\b(dalam|dlm)\b", text.casefold()))
    above = scale_in(found.title) or scale_in(sheet.title)
    return above or next(filter(None, notes), "")


def doubted(
    found: Recognised, rows: Sequence[Row], chosen: Mapping[str, str], styles: Mapping[str, Style]
) -> Iterator[Problem]:
    """Columns of which the scale makes more than an agency can have: is it in full rupiah?

    `styles` are those of columns that are written otherwise than their type says.
    """
    for place, name in found.match.columns.items():
        column = found.type.columns[name]
        if name not in chosen or column.satuan != "rupiah":
            continue
        for row in rows:
            style = styles.get(name, column.gaya)
            if doubtful(chosen[name], _whole(row.texts.get(name, ""), style, column.strip)):
                sheet, at = found.sheet, found.sheet.place(row.number, place)
                told = phrase(
                    '"{texts}" in a column said to count {chosen} rupiah',
                    texts=row.texts[name],
                    chosen=chosen[name],
                )
                remedy = phrase(
                    'Say which: --dalam "{title}={chosen}", or "={none}".',
                    title=sheet.name,
                    chosen=chosen[name],
                    none=NONE,
                )
                yield Problem(
                    sheet.file, told, "what an agency spends in a year", remedy, column=at
                )
                break


def few_with_decimals(
    found: Recognised, rows: Sequence[Row], chosen: Mapping[str, str], styles: Mapping[str, Style]
) -> Iterator[Problem]:
    """Money columns of a few thousand with decimals of which nobody says what they count.

    A budget of Rp8.412,75 is no budget: it is asked whether it was printed in millions. `styles`
    are those of columns that are written otherwise than their type says: 1,100 may be whole.
    """
    for place, name in found.match.columns.items():
        column = found.type.columns[name]
        if name in chosen or column.satuan != "rupiah" or column.dalam:
            continue
        style = styles.get(name, column.gaya)
        told = [read_or_none(row.texts.get(name, ""), style, column.strip) for row in rows]
        values = [f.value if f and f.value is not None else Fraction(0) for f in told]
        broken = [row for row, value in zip(rows, values, strict=True) if value.denominator != 1]
        if not broken or any(f and f.power for f in told) or max(map(abs, values)) >= FULL:
            continue
        sheet = found.sheet
        remedy = phrase(
            'Say it: --dalam "{title}=juta", "={none}" for full rupiah; in the template, '
            "the column Uang dalam of Pengaturan, part 6.",
            title=sheet.name,
            none=NONE,
        )
        yield Problem(
            sheet.file,
            phrase('only amounts as small as "{text}" in rupiah', text=broken[0].texts[name]),
            "full rupiah, or a word for what they count: ribu, juta, miliar",
            remedy,
            column=sheet.place(broken[0].number, place),
        )


def _whole(text: str, style: Style, dash: Dash) -> int:
    """The whole part of a figure that spells out no scale of its own."""
    figure = read_or_none(text, style, dash)
    if figure is None:
        return 0  # told with its cell when the folder is read
    return 0 if figure.power else int(figure.value or 0)


SCALES = (*(word for word in SCALE_WORDS if word != "milyar"), NONE)
