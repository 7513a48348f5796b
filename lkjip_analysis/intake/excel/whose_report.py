"""Whose report a workbook is, and of which year: as the user says, as `Pengaturan` says, or as an
ordinary workbook prints it above its tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.intake.document.identity import FORMS, Identity, hyphenated, printed_identity
from lkjip_analysis.intake.document.office_names import offices_in
from lkjip_analysis.intake.excel.filled_table import Filled
from lkjip_analysis.intake.excel.settings import NOTHING, Settings
from lkjip_analysis.intake.excel.template_sheets import SETTINGS
from lkjip_analysis.intake.sheets.sheet_blocks import read_sheets
from lkjip_analysis.language import phrase
from lkjip_analysis.report.declaration import Told


@dataclass(frozen=True)
class Whose:
    """The folder of the agency and the year; what the workbook prints of both, if it was asked."""

    instansi: str
    tahun: int
    printed: Identity | None = None
    asked: str = ""
    """The agency's name, where that is what the user told."""

    @property
    def found(self) -> str:
        """What was read and is to be confirmed; empty where the user said it all."""
        if self.printed is None:
            return ""
        return phrase(
            "Laporan: {sentence}; folder {instansi}/{tahun}",
            sentence=self.printed.sentence,
            instansi=self.instansi,
            tahun=self.tahun,
        )

    def as_settings(self) -> Settings:
        """What was told or the workbook prints of its agency, as `Pengaturan` would say it."""
        named = {"nama": self.asked}
        if self.printed:
            named = {
                "nama": self.asked or self.printed.nama,
                "pemerintah": self.printed.pemerintah,
            }
        return Settings({"laporan": {name: Told(text) for name, text in named.items()}}, {})


def whose_report(path: Path, settings: Settings | None, instansi: str, tahun: int | None) -> Whose:
    """Whose report the workbook at `path` is.

    Raises: InputError where nobody says it.
    """
    told = settings or Settings({}, {})
    asked = instansi or told.get("laporan", "instansi") or told.get("laporan", "nama")
    name = as_folder(asked)
    year = str(tahun or told.get("laporan", "tahun"))
    printed = None
    if settings is None and not (name and year):
        printed = printed_identity(read_sheets(path), path, name, tahun or 0)
        name, year = printed.instansi, str(printed.tahun or "")
    problems = [
        _missing(path.name, settings, entry, text, allowed)
        for entry, text, allowed in (
            ("instansi", name, "a name like dinas-contoh"),
            ("tahun", year, "a year like 2025"),
        )
        if not re.fullmatch(FORMS[entry], text)
    ]
    if problems:
        raise InputError(problems)
    return Whose(name, int(year), printed, instansi if " " in instansi.strip() else "")


def other_offices(tables: Iterable[Filled], instansi: str) -> Iterator[str]:
    """Tables whose title names an office, and not the one that they are imported for."""
    own = {*instansi.split("-")}
    for table in tables:
        for office in dict.fromkeys(offices_in(table.found.title, front=False)):
            named = {*hyphenated(office).split("-")}
            if not (named <= own or own <= named):
                yield phrase(
                    'Lembar "{title}" menyebut {office}; diimpor untuk {instansi}.',
                    title=table.found.sheet.name,
                    office=office,
                    instansi=instansi,
                )


def as_folder(name: str) -> str:
    """The folder for an agency that is told by its name; what is no name stays as it is.

    >>> as_folder("Dinas Pertanian"), as_folder("dinas-pertanian"), as_folder("../lain")
    ('dinas-pertanian', 'dinas-pertanian', '../lain')
    """
    is_name = re.fullmatch(r"[^\W_][\w ,.&()'-]*", name)
    return (is_name and hyphenated(name)) or name


def _missing(file: str, settings: Settings | None, name: str, text: str, allowed: str) -> Problem:
    found = f'{name}: "{text}"' if text else phrase("no {name}", name=name)
    if settings is None:
        return Problem(file, found, allowed, phrase("Give it with --{name}.", name=name))
    place = settings.lists.get("laporan", {}).get(name, NOTHING).place or None
    remedy = phrase(
        "Fill it in on the sheet {settings}, or give it with --{name}.",
        settings=SETTINGS,
        name=name,
    )
    return Problem(file, found, allowed, remedy, column=place)
