"""The table types that have a page of their own, and the page each becomes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.pages.notebooks import Page
from lkjip_analysis.report.filebytes import check_inside, read_bytes
from lkjip_analysis.report.loading import type_folders
from lkjip_analysis.report.schema import TableType, find_type
from lkjip_analysis.report.yamltext import MAX_BYTES

TOLD = re.compile(rb"^halaman\s*:", re.MULTILINE)
"""A type without this line has no page and need not be read."""


def told_types(folder: Path) -> tuple[TableType, ...]:
    """The types within reach of a report's folder that say how their page is told, by name.

    One that cannot be read is passed over: a report that has a table of it says what is wrong.
    """
    return tuple(sorted(_told(folder), key=lambda kind: kind.name))


def _told(folder: Path) -> Iterator[TableType]:
    folders = type_folders(folder)
    for name in {path.stem for place in folders for path in place.glob("*.yaml")}:
        try:
            place = next(place for place in folders if (place / f"{name}.yaml").is_file())
            check_inside(place / f"{name}.yaml", place, name)
            if not TOLD.search(read_bytes(place / f"{name}.yaml", name, MAX_BYTES)):
                continue
            kind = find_type(name, folders, Problem(name, name, "a table type", ""))
        except (InputError, StopIteration):
            continue
        if kind.halaman is not None:
            yield kind


def page_of(kind: TableType) -> Page:
    """The page of a table type."""
    return Page(kind.judul, f"tabel_{kind.name}.html", tables=(kind.name,))
