"""Which notebooks a report has tables for.

A notebook names the table types it tells about in its metadata, `lkjip: {tabel: [ekspor, pasar]}`.
One of which the report has no table is not run; one that names none always is.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lkjip_analysis.report import Report


@dataclass(frozen=True)
class Selection:
    """The notebooks to run, and the titles of those left out."""

    run: tuple[Path, ...]
    left_out: tuple[str, ...]


def select(sources: Sequence[Path], report: Report) -> Selection:
    """The notebooks that have something to tell about this report, in the given order."""
    kinds = {table.type.name for table in report.tables.values()}
    run, left_out = list[Path](), list[str]()
    for source in sources:
        notebook = json.loads(source.read_text(encoding="utf-8"))
        wanted = notebook["metadata"].get("lkjip", {}).get("tabel", [])
        if not wanted or kinds & set(wanted):
            run.append(source)
        else:
            left_out.append(_title(notebook))
    return Selection(tuple(run), tuple(left_out))


def _title(notebook: dict[str, Any]) -> str:
    """The heading of the first cell; a notebook file keeps it as lines or as one text."""
    return "".join(notebook["cells"][0]["source"]).lstrip("# ").partition("\n")[0].strip()
