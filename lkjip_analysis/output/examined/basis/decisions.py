"""What a person decided in the working paper: kept for the agency's next run and next year.

A relation is known by its words, not by the names that a run gives it: the title of its table, the
headings of its columns and, of a row that sums up others, the name of the row, all without years.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lkjip_analysis.errors import wrong_input
from lkjip_analysis.intake.usul.layout import ANSWERS
from lkjip_analysis.locking import WAIT, held
from lkjip_analysis.writing import read_json, write_whole

FOLDER = "keputusan"
YES, NO, CHANGED = ANSWERS


@dataclass(frozen=True)
class Decisions:
    """Relations and findings by their words: what was said of each, and what a rule became."""

    relations: Mapping[str, str] = field(default_factory=dict)
    """The words of a relation -> terima or tolak."""
    findings: Mapping[str, str] = field(default_factory=dict)
    changed: Mapping[str, str] = field(default_factory=dict)
    """The words of a relation -> the cells that a person wrote instead."""

    def rejected(self, relation: str) -> bool:
        return self.relations.get(relation) == NO

    def accepted(self, relation: str) -> bool:
        return self.relations.get(relation) in (YES, CHANGED)

    def and_then(self, later: Decisions) -> Decisions:
        """These, with what was decided later in their place."""
        return Decisions(
            {**self.relations, **later.relations},
            {**self.findings, **later.findings},
            {**self.changed, **later.changed},
        )


def memory_of(target: Path, instansi: str) -> Path:
    """The file of an agency's decisions, beside the folders of its documents."""
    return target.parent / FOLDER / f"{instansi}.json"


def remembered(file: Path) -> Decisions:
    """The decisions of earlier runs. Raises: InputError where their file is broken."""
    if not file.exists():
        return Decisions()
    try:
        told: dict[str, Any] = read_json(file)
        return Decisions(*(_texts(told.get(name, {})) for name in ("hubungan", "temuan", "ubah")))
    except (AttributeError, TypeError) as error:
        remedy = "Repair it, or move it away: what was decided in it is then lost."
        raise wrong_input(
            str(file), "no readable decisions", "the file that periksa wrote", remedy
        ) from error


def _texts(told: Mapping[str, Any]) -> dict[str, str]:
    return {str(name): str(value) for name, value in told.items()}


def remember(file: Path, later: Decisions) -> Decisions:
    """Add decisions to the file of their agency; all that is then known.

    Raises: InputError where it cannot be read or written.
    """
    if not (later.relations or later.findings or later.changed):
        return remembered(file)
    file.parent.mkdir(parents=True, exist_ok=True)
    with held(file, WAIT):
        known = remembered(file).and_then(later)
        told = {
            "hubungan": _sorted(known.relations),
            "temuan": _sorted(known.findings),
            "ubah": _sorted(known.changed),
        }
        write_whole(file, json.dumps(told, indent=1, ensure_ascii=False) + "\n")
    return known


def _sorted(told: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(told.items()))
