"""CSV files as people save them, as records with the line on which each begins.

UTF-8 with or without BOM, UTF-16, CP-1252; comma, semicolon or tab; any line end; headers in any
case with stray spaces; blank rows and columns at the end.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem, nearest
from lkjip_analysis.schema import TableType

MAX_BYTES = 50_000_000


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
        extra = [text for text in fields[len(names) :] if text.strip()]
        if extra:
            found = f'{len(fields)} fields, the last is "{extra[-1]}"'
            remedy = 'Put a text that contains the separator between quotes ("...").'
            problems.append(Problem(path.name, found, f"{len(names)} fields", remedy, line))
            continue
        texts = [*fields[: len(names)], *[""] * (len(names) - len(fields))]
        records.append((line, dict(zip(names, texts, strict=True))))
    return records, problems


def _column_name(header: str) -> str:
    return "_".join(header.strip().casefold().split())


def _header_problems(file: str, line: int, names: list[str], kind: TableType) -> list[Problem]:
    allowed = ", ".join(kind.columns)
    problems = [
        Problem(file, f'the column "{name}"', allowed, nearest(name, kind.columns), line)
        for name in names
        if name not in kind.columns
    ]
    problems += [
        Problem(file, f'the column "{name}" twice', "each column once", "Remove one.", line)
        for name in sorted(set(names))
        if names.count(name) > 1
    ]
    problems += [
        Problem(file, f'no column "{name}"', allowed, "Add the column.", line)
        for name, column in kind.columns.items()
        if name not in names and not column.boleh_tiada
    ]
    return problems


def _lines(path: Path, kind: TableType) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not blank, with the physical line on which it begins."""
    text = decode(path)
    sample = text.partition("\n")[0]
    separator = max(",;\t", key=lambda mark: _fit(sample, mark, kind))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for fields in reader:
            if any(text.strip() for text in fields):
                yield line, fields
            line = reader.line_num + 1
    except csv.Error as error:
        remedy = "Close the quote, or double it inside a quoted text."
        problem = Problem(path.name, f"a broken row ({error})", "quotes in pairs", remedy, line)
        raise InputError([problem]) from error


def _fit(header: str, mark: str, kind: TableType) -> int:
    names = {_column_name(text.strip('"')) for text in header.split(mark)}
    return len(names & set(kind.columns))


def decode(path: Path) -> str:
    """The text of a file in UTF-8 (with or without BOM), UTF-16 with BOM, or else CP-1252.

    Raises: InputError where it is none of them, too large, or no text.
    """
    if path.stat().st_size > MAX_BYTES:
        found = f"a file of {path.stat().st_size:,} bytes"
        raise InputError(
            [
                Problem(
                    path.name, found, f"at most {MAX_BYTES:,} bytes", "Keep only the printed table."
                )
            ]
        )
    raw = path.read_bytes()
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    if b"\0" in raw:
        raise InputError(
            [Problem(path.name, "binary data", "a CSV text file", "Save the table as CSV (UTF-8).")]
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")
