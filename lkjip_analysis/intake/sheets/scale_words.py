"""What a column counts in, told by its heading or by the title above it: ribu, juta, miliar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lkjip_analysis.errors import Problem
from lkjip_analysis.intake.sheets.recognition import Recognised
from lkjip_analysis.intake.sheets.sheet_rows import Row
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.heading_scale import spelled_out
from lkjip_analysis.numbers.printed import SCALE_WORDS, Unreadable, in_multiples, read
from lkjip_analysis.report.schema import Column

NONE = "-"
MOST = Fraction(10**14)
"""No agency has a hundred trillion rupiah: a scale that makes so much of a figure is in doubt."""
_WORD = re.compile(r"(?<![\d.,])(?<!\d )\b(ribu|juta|mil[iy]ar|triliun)(an)?\b")
_CONTEXT = re.compile(r"\bdalam\b|\brp\b|rupiah|\bidr\b")
_ZEROS = re.compile(
    r"(?:\(|\bdalam\s+|\brp\.?\s*|[x×]\s*)(?:rp\.?\s*)?(?:1[.,])?((?:000[.,]?)+)(?!\d)"
)
_GROUPS = {1: "ribu", 2: "juta", 3: "miliar", 4: "triliun"}


def scale_of(text: str) -> str | None:
    """The word of a scale in a heading or title; None where it names none, or several.

    >>> scale_of("Pagu (Rp 000)"), scale_of("Realisasi (dalam jutaan rupiah)")
    ('ribu', 'juta')
    >>> scale_of("Angka per 1.000 kelahiran") is None, scale_of("di atas 1 miliar") is None
    (True, True)
    """
    plain = spelled_out(" ".join(text.casefold().split()))
    found = {_GROUPS.get(len(re.findall("000", zeros[1])), "") for zeros in _ZEROS.finditer(plain)}
    for word in _WORD.finditer(plain):
        if word[2] or _CONTEXT.search(plain) or _in_brackets(plain, word.start()):
            found.add(word[1].replace("milyar", "miliar"))
    found.discard("")
    return next(iter(found)) if len(found) == 1 else None


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def scales(found: Recognised, told: str | None) -> dict[str, str]:
    """The scale of each column that has one; `told` is what the user says of the sheet."""
    title = told or _told_around(found)
    chosen: dict[str, str] = {}
    for place, name in found.match.columns.items():
        column = found.type.columns[name]
        if not column.is_number or column.satuan == "persen" or column.dalam:
            continue
        if told is None and scale_of(column.judul):
            continue  # its type knows this heading, and what its figures count
        own = scale_of(found.labels[place]) if told is None else None
        word = own or (title if column.satuan == "rupiah" else None)
        if word and word != NONE:
            chosen[name] = word
    return chosen


def _told_around(found: Recognised) -> str | None:
    """The scale that the title above tells, else the name of the sheet, else a note below."""
    sheet = found.sheet
    lines: dict[int, list[str]] = {}
    for row, column in sheet.cells:
        if row > found.bottom:
            lines.setdefault(row, []).append(sheet.label(row, column))
    below = (texts[0] for _, texts in sorted(lines.items()) if len(texts) == 1)
    notes = (scale_of(text) for text in below if re.search(r"\b(dalam|dlm)\b", text.casefold()))
    above = scale_of(title_of(found)) or scale_of(sheet.title)
    return above or next(filter(None, notes), None)


def title_of(found: Recognised) -> str:
    """What stands above the heading."""
    rows = sorted({row for row, _ in found.sheet.cells if row < found.top})
    texts = (found.sheet.label(row, column) for row in rows for column in found.sheet.columns)
    return " ".join(dict.fromkeys(filter(None, texts)))


def doubted(found: Recognised, rows: Sequence[Row], chosen: Mapping[str, str]) -> Iterator[Problem]:
    """Columns of which the scale makes more than an agency can have: is it in full rupiah?"""
    for place, name in found.match.columns.items():
        column = found.type.columns[name]
        if name not in chosen or column.satuan != "rupiah":
            continue
        for row in rows:
            if _value(row.texts.get(name, ""), column, chosen[name]) >= MOST:
                sheet, at = found.sheet, found.sheet.place(row.number, place)
                told = phrase(
                    '"{texts}" in a column said to count {chosen} rupiah',
                    texts=row.texts[name],
                    chosen=chosen[name],
                )
                remedy = phrase(
                    'Say which: --dalam "{title}={chosen}", or "={none}".',
                    title=sheet.title,
                    chosen=chosen[name],
                    none=NONE,
                )
                yield Problem(sheet.file, told, "less than 100 triliun", remedy, column=at)
                break


def _value(text: str, column: Column, word: str) -> Fraction:
    try:
        figure = in_multiples(read(text, column.gaya, column.strip), word)
    except Unreadable:
        return Fraction(0)  # told with its cell when the folder is read
    return abs(figure.value or Fraction(0))


SCALES = (*(word for word in SCALE_WORDS if word != "milyar"), NONE)
