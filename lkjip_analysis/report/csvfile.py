"""CSV files as people save them, as records with the line on which each begins.

UTF-8 with or without BOM, UTF-16, CP-1252; comma, semicolon or tab; any line end; headers in any
case with stray spaces; blank rows and columns at the end.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem, nearest, wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.report.csvtext import BINARY, LONGEST, as_meant
from lkjip_analysis.report.filebytes import read_bytes
from lkjip_analysis.report.schema import TableType

MAX_BYTES = 10_000_000
UTF8 = "UTF-8"
SEP = re.compile(r"\s*sep=", re.IGNORECASE)
"""A first line by which Excel is told the separator."""
MAX_FIELDS = 300_000
"""A printed table has some thousand cells. More would fill the memory before they say anything."""


@dataclass(frozen=True)
class Form:
    """How a spreadsheet saved a table, and the lines with blank cells behind the last column."""

    encoding: str
    separator: str
    longer: tuple[int, ...]
    rows: int


def form_of(path: Path, kind: TableType) -> Form:
    """The form of a file that can be read. Raises: InputError as `read_records`."""
    text, encoding = _decoded(read_bytes(path, path.name, MAX_BYTES))
    header, *rows = list(_lines(path, kind)) or [(1, [])]
    wanted = len([name for name in header[1] if name.strip()])
    longer = tuple(line for line, fields in rows if len(fields) > wanted)
    return Form(encoding, _separator(text, kind), longer, len(rows))


def read_records(
    path: Path, kind: TableType
) -> tuple[list[tuple[int, dict[str, str]]], list[Problem]]:
    """The rows below the header as column -> text, each with its first physical line."""
    lines = list(_lines(path, kind))
    if not lines:
        problem = Problem(
            path.name, "an empty file", "a header and rows", "Export the table again."
        )
        return [], [problem]
    header_line, header = lines[0]
    names = [_column_name(text) for text in header]
    while names and not names[-1]:
        names.pop()
    problems = _header_problems(path.name, header_line, names, kind)
    if problems:
        return [], problems
    records = []
    for line, fields in lines[1:]:
        wrong = _row_problem(path.name, line, fields, len(names))
        if wrong:
            problems.append(wrong)
        else:
            records.append((line, dict(zip(names, map(as_meant, fields), strict=False))))
    return records, problems


def _row_problem(file: str, line: int, fields: list[str], wanted: int) -> Problem | None:
    """A row must have as many fields as the header: with one missing, all behind it would move."""
    extra = [text for text in fields[wanted:] if text.strip()]
    if extra:
        found = phrase('{count} fields, the last is "{extra}"', count=len(fields), extra=extra[-1])
        remedy = 'Put a text that contains the separator between quotes ("...").'
    elif len(fields) < wanted:
        found = phrase("{wanted} fields", wanted=len(fields))
        remedy = "Look for a lost separator; a blank cell needs its separator too."
    else:
        return None
    return Problem(file, found, phrase("{wanted} fields", wanted=wanted), remedy, line)


def _column_name(header: str) -> str:
    return "_".join(header.strip().casefold().split())


def _header_problems(file: str, line: int, names: list[str], kind: TableType) -> list[Problem]:
    allowed = ", ".join(kind.columns)
    if len(names) > 2 * len(kind.columns) + 20:
        remedy = "Keep only the columns of the printed table."
        return [Problem(file, phrase("{count:,} columns", count=len(names)), allowed, remedy, line)]
    problems = [
        Problem(
            file,
            phrase('the column "{name}"', name=name),
            allowed,
            nearest(name, kind.columns),
            line,
        )
        for name in names
        if name not in kind.columns
    ]
    problems += [
        Problem(
            file,
            phrase('the column "{name}" twice', name=name),
            "each column once",
            "Remove one.",
            line,
        )
        for name in sorted(set(names))
        if names.count(name) > 1
    ]
    problems += [
        Problem(file, phrase('no column "{name}"', name=name), allowed, "Add the column.", line)
        for name, column in kind.columns.items()
        if name not in names and (name == kind.kunci or not column.boleh_tiada)
    ]
    return problems


def _lines(path: Path, kind: TableType) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not blank, with the physical line on which it begins."""
    text = decode(path)
    separator = _separator(text, kind)
    csv.field_size_limit(LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line, count = 1, 0
    try:
        for fields in reader:
            is_told = line == 1 and SEP.match(fields[0] if fields else "")
            if any(text.strip() for text in fields) and not is_told:
                yield line, fields
            line, count = reader.line_num + 1, count + len(fields)
            if count > MAX_FIELDS:
                found, remedy = (
                    phrase("more than {max_fields:,} cells", max_fields=MAX_FIELDS),
                    "Keep only the printed table.",
                )
                raise wrong_input(path.name, found, "a printed table", remedy, line)
    except csv.Error as error:
        remedy = "Close the quote, or double it inside a quoted text."
        problem = Problem(
            path.name,
            phrase("a broken row ({error})", error=phrase(str(error))),
            "quotes in pairs",
            remedy,
            line,
        )
        raise InputError([problem]) from error


def _separator(text: str, kind: TableType) -> str:
    lines = (line for line in text.splitlines() if line.strip() and not SEP.match(line))
    header = next(lines, "")
    return max(",;\t", key=lambda mark: _fit(header, mark, kind))


def _fit(header: str, mark: str, kind: TableType) -> int:
    names = {_column_name(text.strip('"')) for text in header.split(mark)}
    return len(names & set(kind.columns))


def decode(path: Path) -> str:
    """The text of a file in UTF-8 (with or without BOM), UTF-16 with BOM, or else CP-1252.

    Raises: InputError where it is none of them, too large, or no text.
    """
    text, _ = _decoded(read_bytes(path, path.name, MAX_BYTES))
    if control := BINARY.search(text):
        line = text.count("\n", 0, control.start()) + 1
        found = phrase("binary data (the character {control})", control=ascii(control[0])[1:-1])
        remedy = "Save the table as CSV (UTF-8)."
        raise wrong_input(path.name, found, "a CSV text file", remedy, line)
    return text


def _decoded(raw: bytes) -> tuple[str, str]:
    """The text, and the encoding that it was saved in."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace"), "UTF-16"
    try:
        marked = raw.startswith(b"\xef\xbb\xbf")
        return raw.decode("utf-8-sig"), "UTF-8 (BOM)" if marked else UTF8
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace"), "CP-1252"


def split_rows(text: str, file: str) -> list[list[str]]:
    """The rows of a CSV of ours, by whichever separator a spreadsheet saved it with.

    Raises: InputError where quotes do not pair, or a field is too long.
    """
    header = text.partition("\n")[0]
    csv.field_size_limit(LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count))
    try:
        return list(reader)
    except csv.Error as error:
        remedy = "Close the quote, or import the workbook again."
        found = phrase("a broken row ({error})", error=phrase(str(error)))
        problem = Problem(file, found, "quotes in pairs", remedy, reader.line_num)
        raise InputError([problem]) from error
