"""The sheets of the template as data: what `lkjip template` writes and `lkjip import` reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lkjip_analysis.language import as_in_code, worded
from lkjip_analysis.report.yamltext import standard

SETTINGS, GUIDE = "Pengaturan", "Panduan"
YES_NO = ("ya", "tidak")
"""The choices that are words of a language; the others are words of laporan.yaml."""


@dataclass(frozen=True)
class Entry:
    """One thing to fill in: its name, its title, a hint, choices, and what it begins with.

    An open entry takes other words than its choices as well.
    """

    name: str
    judul: str
    hint: str
    choices: tuple[str, ...]
    default: str
    open: bool


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


@dataclass(frozen=True)
class Part:
    """A section of the guide: its lines are number, subject and explanation."""

    judul: str
    lines: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Guide:
    """The sheet `Panduan`."""

    judul: str
    ringkas: str
    parts: tuple[Part, ...]


def choice_said(choice: str) -> str:
    """A choice as a workbook shows it."""
    return worded(choice) if choice in YES_NO else choice


def is_settings(title: str) -> bool:
    """Is it the sheet with the settings, in whatever language the template was written?"""
    return as_in_code(title, [SETTINGS]) == SETTINGS


@cache
def blocks() -> Mapping[str, Block]:
    """The parts of the sheet in their order."""
    return {part["nama"]: _block(part) for part in standard("pengaturan")}


def _block(part: Mapping[str, Any]) -> Block:
    entries = tuple(
        Entry(
            str(told["nama"]),
            told["judul"],
            told.get("petunjuk", ""),
            tuple(told.get("pilihan", ())),
            str(told.get("awal", "")),
            told.get("terbuka") == "ya",
        )
        for told in part["isian"]
    )
    rows = int(part.get("baris", 0))
    return Block(part["nama"], part["judul"], part["petunjuk"], rows, entries)


@cache
def forms() -> tuple[Form, ...]:
    """The sheets of the template that hold tables, in their order."""
    return tuple(
        Form(told["lembar"], told["tipe"], told["petunjuk"], told["contoh"])
        for told in standard("templat")
    )


@cache
def guide() -> Guide:
    """What the guide says."""
    told = standard("panduan")
    parts = (Part(p["judul"], tuple((a, b, c) for a, b, c in p["baris"])) for p in told["bagian"])
    return Guide(told["judul"], told["ringkas"], tuple(parts))
