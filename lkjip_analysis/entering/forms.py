"""The sheets of the template as data: what `lkjip template` writes and `lkjip import` reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

SETTINGS, GUIDE, EXAMPLE = "Pengaturan", "Panduan", "CONTOH"
STANDARDS = Path(__file__).parents[1] / "standards"


@dataclass(frozen=True)
class Entry:
    """One thing to fill in: its name, its title, a hint, choices, and what it begins with."""

    name: str
    judul: str
    hint: str
    choices: tuple[str, ...]
    default: str


@dataclass(frozen=True)
class Block:
    """A part of the sheet: entries below one another, or a table with so many rows to fill."""

    name: str
    judul: str
    hint: str
    rows: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Form:
    """A sheet of the template for one table: its type, a hint, and an example row."""

    sheet: str
    tipe: str
    hint: str
    example: Mapping[str, str]


@cache
def blocks() -> Mapping[str, Block]:
    """The parts of the sheet in their order."""
    told: list[dict[str, Any]] = yaml.safe_load((STANDARDS / "pengaturan.yaml").read_text(encoding="utf-8"))
    return {part["nama"]: _block(part) for part in told}


def _block(part: Mapping[str, Any]) -> Block:
    entries = tuple(
        Entry(
            str(told["nama"]),
            told["judul"],
            told.get("petunjuk", ""),
            tuple(told.get("pilihan", ())),
            str(told.get("awal", "")),
        )
        for told in part["isian"]
    )
    rows = int(part.get("baris", 0))
    return Block(part["nama"], part["judul"], part["petunjuk"], rows, entries)


@cache
def forms() -> tuple[Form, ...]:
    """The sheets of the template that hold tables, in their order."""
    told = yaml.safe_load((STANDARDS / "templat.yaml").read_text(encoding="utf-8"))
    return tuple(Form(t["lembar"], t["tipe"], t["petunjuk"], t["contoh"]) for t in told)
