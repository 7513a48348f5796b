"""Where the table of a sheet begins and which table type it is, told by its headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from itertools import islice

from lkjip_analysis.errors import InputError, Problem, wrong_input
from lkjip_analysis.errors import closest as closest_name
from lkjip_analysis.intake.document.column_headings import headings_again, one_heading
from lkjip_analysis.intake.sheets.currency_columns import beside_signs, currency_signs
from lkjip_analysis.intake.sheets.headings import Match, match, normal
from lkjip_analysis.intake.sheets.workbook_sheets import Sheet
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.heading_scale import is_scale_line, is_unit_line
from lkjip_analysis.report.schema import TableType

HEADING_ROWS = 40
"""Headings are looked for in the first so many rows that hold something."""
MANY = 4
"""A row with so many times the headings of the widest table type is none."""
NUMBERS_OF_A_TABLE = 3
"""A sheet with fewer filled columns in every row is no table."""
DEEPEST = 3
"""A heading has at most so many rows."""
FEWEST_OTHER = 2
"""Beside so many headings of no column of a type, one like a column's is of another table too."""
OF_ANY_GROUP = ("rp", "tingkat", "jenjang", "pengukuran", "pencapaian")
"""What a heading over several columns may say of any of them."""
MISSPELT = 0.8
"""A heading so like one that is missing is that one, misspelt."""


class UnknownTables(InputError):
    """Nothing is wrong with the sheets, but they hold tables of no known type."""


@dataclass(frozen=True)
class Recognised:
    """The heading of a sheet: how it fits its type, its rows, and its titles by column."""

    sheet: Sheet
    match: Match
    top: int
    bottom: int
    labels: Mapping[int, str]

    @property
    def type(self) -> TableType:
        return self.match.type

    @cached_property
    def title(self) -> str:
        """What stands above the heading."""
        rows = sorted({row for row, _ in self.sheet.cells if row < self.top})
        texts = (self.sheet.label(row, column) for row in rows for column in self.sheet.columns)
        return " ".join(dict.fromkeys(filter(None, texts)))

    @property
    def is_about_its_type(self) -> bool:
        return self.type.may_be_of((self.title, self.sheet.title, *self.labels.values()))


def recognise(sheet: Sheet, types: Iterable[TableType], tahun: int) -> tuple[Recognised, ...]:
    """Every table type that fits all headings of a sheet, best heading rows first.

    More than one type means that the headings do not tell them apart.
    """
    best: dict[str, Recognised] = {}
    for found in _candidates(sheet, types, tahun):
        if found.match.is_full and found.is_about_its_type:
            known = best.get(found.type.name)
            if known is None or len(found.match.columns) > len(known.match.columns):
                best[found.type.name] = found
    most = max((len(found.match.columns) for found in best.values()), default=0)
    return tuple(found for found in best.values() if len(found.match.columns) == most)


def as_type(sheet: Sheet, kind: TableType, tahun: int) -> Recognised:
    """The heading of a sheet that is known to be of this type.

    Raises: InputError naming each heading that fits no column, comes twice, or is missing.
    """
    found = closest(sheet, [kind], tahun)
    if found is None:
        columns = ", ".join(column.judul for column in kind.columns.values())
        raise wrong_input(
            sheet.file,
            "no heading",
            columns,
            "Write the headings above the rows.",
            column=f"{sheet.title}!A1",
        )
    if not found.match.is_full:
        raise InputError(list(heading_problems(found)))
    return found


def closest(sheet: Sheet, types: Iterable[TableType], tahun: int) -> Recognised | None:
    """The heading and type that fit best, though not wholly; None where nothing fits."""
    found = [f for f in _candidates(sheet, types, tahun) if len(f.match.columns) >= 2]
    return min(
        found,
        key=lambda f: (
            _is_cut(f),
            f.match.misfit - 2 * len(f.match.columns),
            f.bottom - f.top,
            f.top,
        ),
        default=None,
    )


def _is_cut(found: Recognised) -> bool:
    """Does a merged cell of the heading, as "Program" over two rows, reach above or below it?"""
    over = found.sheet.merges_over
    beside = (*over.get(found.top, ()), *over.get(found.bottom, ()))
    return any(merge.top < found.top or merge.bottom > found.bottom for merge in beside)


def heading_problems(found: Recognised) -> Iterator[Problem]:
    """What keeps a heading from fitting its type, each with its cell."""
    sheet, fit = found.sheet, found.match
    titles = [column.judul for column in fit.type.columns.values()]
    for place, label in fit.unknown.items():
        where = sheet.place(found.bottom, place)
        told = phrase(
            'the heading "{label}", which names no column of {name}',
            label=label,
            name=fit.type.name,
        )
        remedy = closest_name(label, titles) or "Rename the heading, or remove the column."
        yield Problem(sheet.file, told, ", ".join(titles), remedy, column=where)
    yield from _again(found)
    for name in fit.missing:
        told = phrase(
            'no heading "{judul}" for a table of type {name}',
            judul=fit.type.columns[name].judul,
            name=fit.type.name,
        )
        where = sheet.place(found.bottom, min(fit.columns, default=1))
        remedy = "Add the column, or give another type with --tipe."
        yield Problem(sheet.file, told, ", ".join(titles), remedy, column=where)


def _again(found: Recognised) -> Iterator[Problem]:
    """The headings that stand before, and those that name a column which another names already."""
    sheet, fit = found.sheet, found.match
    again = headings_again(found.labels)
    for place, label in fit.twice.items():
        where = sheet.place(found.bottom, place)
        told = phrase('the heading "{label}" a second time', label=label)
        remedy = "Rename or remove one."
        if place not in again:  # in other words, which a table of its own can hold both
            remedy = "Rename or remove one, or let `lkjip usul` propose both as columns."
        yield Problem(sheet.file, told, "each column once", remedy, column=where)


def is_of_its_own(found: Recognised) -> bool:
    """Is a heading that nearly fits a type another table, not one with a slip in its heading?"""
    fit = found.match
    missing = [fit.type.columns[name].judul.casefold() for name in fit.missing]
    misspelt = [
        bool(get_close_matches(label.casefold(), missing, 1, MISSPELT))
        for label in fit.unknown.values()
    ]
    apart = _under_groups(found) or _over_parts(found) or _has_codes_in_pieces(found)
    other = fit.missing or fit.unknown or apart
    return bool(other) and (not any(misspelt) or misspelt.count(False) >= FEWEST_OTHER)


def _has_codes_in_pieces(found: Recognised) -> bool:
    """Does one merged heading stand over several columns of codes, one for each level?"""
    merges = found.sheet.merges_from.get(found.bottom, ())
    codes = [place for place, name in found.match.columns.items() if name == found.type.kunci]
    over = [m for m in merges for place in codes if m.left <= place <= m.right]
    twice = found.match.twice
    return bool(twice) and all(any(m.left <= place <= m.right for m in over) for place in twice)


def _under_groups(found: Recognised) -> bool:
    """Does a line of groups above, as one for each quarter, tell headings of one name apart?"""
    above = _row_labels(found.sheet, found.top - 1) if found.top > 1 else {}
    places = [*found.match.columns, *found.match.twice]
    told_apart = {(found.labels[place], above.get(place)) for place in places}
    return len(told_apart) == len(places)


def _over_parts(found: Recognised) -> bool:
    """Does a line below, as K and Rp under each group, tell headings of one name apart?"""
    below = _row_labels(found.sheet, found.bottom + 1)
    told = [(found.labels[place], below.get(place, "")) for place in found.labels]
    parts = [below.get(place, "") for place in found.match.twice]
    are_words = all(part and not any(map(str.isdigit, part)) for part in parts)
    return bool(parts) and are_words and len({*told}) == len(told)


def is_table(sheet: Sheet) -> bool:
    """At least two rows with three filled cells each."""
    counted: dict[int, int] = {}
    for row, _ in sheet.cells:
        counted[row] = counted.get(row, 0) + 1
    return sum(count >= NUMBERS_OF_A_TABLE for count in counted.values()) >= 2


def ambiguous(found: Sequence[Recognised]) -> Problem:
    """A sheet whose headings fit several types: the user says which."""
    sheet = found[0].sheet
    names = ", ".join(sorted(one.type.name for one in found))
    where = sheet.place(found[0].bottom, min(found[0].match.columns))
    remedy = phrase('Say which with --tipe "{title}=TIPE".', title=sheet.name)
    return Problem(sheet.file, "headings that fit several table types", names, remedy, column=where)


def _candidates(sheet: Sheet, types: Iterable[TableType], tahun: int) -> Iterator[Recognised]:
    kinds = list(types)
    most = MANY * max((len(kind.columns) for kind in kinds), default=0)
    known: dict[tuple[str, str], str | None] = {}
    tops = sorted({row for row, _ in sheet.cells})[:HEADING_ROWS]
    seen = {row for top in tops for row in range(top, top + DEEPEST + 1)}
    rows = {row: _row_labels(sheet, row, most + 1) for row in seen}
    signs = currency_signs(sheet)
    for top in tops:
        if _tells_scale(rows[top]):
            continue  # "(dalam jutaan rupiah)" above a corner of the table heads no column
        for bottom in range(top, min(top + DEEPEST, sheet.last_row + 1)):
            lines = [rows[row] for row in range(top, bottom + 1)]
            labels = _labels(lines)
            labels = beside_signs(labels, {c for c, row in signs.items() if row > bottom})
            if not 2 <= len(labels) <= most:
                continue
            groups = _groups(lines)
            for kind in kinds:
                fit = match(labels, kind, tahun, known)
                if fit.unknown and groups:
                    fit = _below_groups(fit, labels, lines, groups, tahun)
                if len(fit.columns) >= 2:
                    yield _with_units(rows, Recognised(sheet, fit, top, bottom, labels))


def _tells_scale(labels: Mapping[int, str]) -> bool:
    """Does a line above a table say nothing but what its figures count in?"""
    return len(labels) == 1 and is_scale_line(*labels.values())


def _with_units(rows: Mapping[int, Mapping[int, str]], found: Recognised) -> Recognised:
    """The heading with the line of units below it: "(Rp juta)", "(%)"."""
    units = rows.get(found.bottom + 1, {})
    if not is_unit_line(units.values()):
        return found
    labels = {c: one_heading((t, units.get(c, ""))) for c, t in found.labels.items()}
    return replace(found, bottom=found.bottom + 1, labels=labels)


def _row_labels(sheet: Sheet, row: int, most: int | None = None) -> dict[int, str]:
    """What a row says in each column of the sheet, in the first `most` that say something."""
    columns = set(sheet.columns_of.get(row, ()))
    for merge in sheet.merges_from.get(row, ()):
        columns.update(c for c in sheet.columns if merge.left <= c <= merge.right)
    texts = ((column, sheet.label(row, column)) for column in sorted(columns))
    return dict(islice(((column, text) for column, text in texts if text), most))


def _labels(rows: Sequence[Mapping[int, str]]) -> dict[int, str]:
    """The heading of each column; a merged heading above counts for each of its columns."""
    columns = sorted(set[int]().union(*rows))
    return {column: one_heading(row[column] for row in rows if column in row) for column in columns}


def _groups(rows: Sequence[Mapping[int, str]]) -> frozenset[str]:
    """The headings that stand over several columns, each with one of its own below."""
    counted = (Counter(row.values()) for row in rows[:-1])
    return frozenset(text for one in counted for text, count in one.items() if count > 1)


def _below_groups(
    fit: Match,
    labels: Mapping[int, str],
    rows: Sequence[Mapping[int, str]],
    groups: Iterable[str],
    tahun: int,
) -> Match:
    """The fit where a heading over several columns that says no more than the type itself,
    "Anggaran" over "Pagu" and "Realisasi", is no part of theirs.
    """
    known = {*normal(f"{fit.type.name} {fit.type.judul}", tahun).split(), *OF_ANY_GROUP}
    said = {group for group in groups if known.issuperset(normal(group, tahun).split())}
    if not said:
        return fit
    own = _labels([{c: text for c, text in row.items() if text not in said} for row in rows])
    plain = {place: own.get(place) or label for place, label in fit.unknown.items()}
    return match({**labels, **plain}, fit.type, tahun)
