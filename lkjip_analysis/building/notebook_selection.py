"""Which notebooks a report has tables for.

A notebook names the table types it tells about in its metadata, `lkjip: {tabel: [ekspor, pasar]}`.
One of which the report has no table is not run; one that names none always is.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkjip_analysis.report.report import Report


def select(sources: Sequence[Path], report: Report) -> tuple[Path, ...]:
    """The notebooks that have something to tell about this report, in the given order."""
    kinds = {table.type.name for table in report.tables.values()}
    return tuple(source for source in sources if not (told := _told(source)) or kinds & told)


def _told(source: Path) -> set[str]:
    """The table types that a notebook tells about."""
    metadata = json.loads(source.read_text(encoding="utf-8"))["metadata"]
    return set(metadata.get("lkjip", {}).get("tabel", []))
