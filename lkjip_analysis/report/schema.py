"""Table types: which columns a table has, how they are printed, and the rules it states.

A type is one YAML file, in the package or, for a type only one agency has, in a folder `skema`
beside its data. Adding a table type touches no code.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, cast

from lkjip_analysis.errors import InputError, Problem, closest, nearest
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.printed import Dash, Style
from lkjip_analysis.report import yamltext
from lkjip_analysis.report.filebytes import check_inside, check_is_folder, read_bytes
from lkjip_analysis.report.type_page import TypePage, problems, type_page

Precision = Literal["eksak", "bulat", "umum", "indikator"]
Kind = Literal["kunci", "teks", "angka", "kategori"]
Form = Literal["angka", "target"]
"""What a figure may look like: a target may also be a bound ("≥ 90") or a range ("80 - 90%")."""


@dataclass(frozen=True)
class Column:
    """One column: its name (header, variable and address), title in the report, and print.

    `dalam` is the word of a head like "ribu rupiah": its figures count thousands. `dinyatakan`: the
    precision is declared for this row, not only usual for its kind of column. `predikat`: the grade
    that this row prints in place of a figure, as grades are compared. `hanya_tercetak`: a frame has
    the column only where the report prints it, for a measure gives the same.
    """

    name: str
    tipe: Kind = "teks"
    judul: str = ""
    arti: str = ""
    satuan: str = ""
    presisi: Precision = "bulat"
    gaya: Style = "indonesia"
    strip: Dash = "kosong"
    dalam: str = ""
    satuan_tercetak: tuple[str, ...] = ()
    bentuk: Form = "angka"
    gabungan: bool = False
    boleh_tiada: bool = False
    hanya_tercetak: bool = False
    dinyatakan: bool = False
    predikat: str = ""

    def __hash__(self) -> int:
        """Asked hundreds of thousands of times for what headings fit: columns differ in these."""
        return hash((self.name, self.tipe, self.judul))

    @property
    def is_number(self) -> bool:
        return self.tipe == "angka"


@dataclass(frozen=True)
class TableType:
    """A table type: its columns in order, row key, rows that are totals, and rule templates.

    `bukti` names the documents that hold the same figures; `halaman` is how its own page tells it.
    """

    name: str
    judul: str
    arti: str
    kunci: str
    nama_baris: str
    total: tuple[str, ...]
    columns: Mapping[str, Column]
    rules: tuple[Mapping[str, Any], ...] = ()
    bukti: str = ""
    halaman: TypePage | None = None
    tentang: tuple[str, ...] = ()
    """Words of which a table of this type says one in its title or a heading; none where any may
    be."""
    tambahan: tuple[str, ...] = ()
    """Those of `total` that one report adds: subtotals and means, none the total of all rows."""

    def may_be_of(self, texts: Iterable[str]) -> bool:
        """Do the title and headings of a table say what one of this type is about?"""
        said = {word for text in texts for word in re.findall(r"[a-z]+", text.casefold())}
        return not self.tentang or not said.isdisjoint(self.tentang)

    def with_totals(self, keys: Iterable[str]) -> TableType:
        """The same type with more rows that are no rows of their own: subtotals, means."""
        more = tuple(key for key in dict.fromkeys(keys) if key not in self.total)
        total, added = (*self.total, *more), (*self.tambahan, *more)
        return replace(self, total=total, tambahan=added) if more else self

    def override(self, changes: Mapping[str, Mapping[str, Any]]) -> TableType:
        """The same type with some columns described as one report prints them.

        Figures in thousands are rounded to them, unless the report says otherwise.
        """
        if not changes:
            return self
        columns = dict(self.columns)
        for name, entries in changes.items():
            rounded = {"presisi": "bulat"} if "dalam" in entries else {}
            columns[name] = replace(columns[name], **rounded | _column_fields(entries))
        return replace(self, columns=columns)


def find_type(name: str, folders: Iterable[Path], asked_in: Problem) -> TableType:
    """The table type `name` from the first folder that has it.

    Raises: InputError (as `asked_in`, completed with the nearest type) where no folder has it.
    """
    places = tuple(folders)
    for folder in places:
        check_is_folder(folder)
        path = folder / f"{name}.yaml"
        if re.fullmatch(r"\w+", name) and os.path.lexists(path):
            check_inside(path, folder, f"skema/{path.name}")
            return _load(path, read_bytes(path, f"skema/{path.name}", yamltext.MAX_BYTES))
    known = {found.stem for folder in places for found in folder.glob("*.yaml")}
    own = phrase(
        "A table type of your own is a file in a folder skema beside "
        "laporan.yaml, or one level up in the folder of the agency."
    )
    remedy = " ".join(filter(None, (closest(name, known), own)))
    raise InputError([replace(asked_in, allowed=", ".join(sorted(known)), remedy=remedy)])


@lru_cache(maxsize=256)
def _load(path: Path, content: bytes) -> TableType:
    """The type in a file, parsed once for all reports as long as its content is the same."""
    document = yamltext.read(path, f"skema/{path.name}", "tabel.schema.json")
    data = document.data
    columns = {
        name: Column(name, **_column_fields(entries)) for name, entries in data["kolom"].items()
    }
    if data["kunci"] not in columns:
        found = f'kunci: "{data["kunci"]}"'
        line = document.line("kunci")
        problem = Problem(
            document.file, found, ", ".join(columns), nearest(data["kunci"], columns), line
        )
        raise InputError([problem])
    page = type_page(data["halaman"]) if "halaman" in data else None
    figures = [name for name, column in columns.items() if column.is_number]
    if wrong := page and [
        *problems(page, figures, columns, document.file, document.line("halaman"))
    ]:
        raise InputError(wrong)
    return TableType(
        name=path.stem,
        judul=data["judul"],
        arti=data["arti"],
        kunci=data["kunci"],
        nama_baris=data.get("nama_baris", data["kunci"]),
        total=tuple(data.get("total", ())),
        columns=columns,
        rules=tuple(data.get("aturan", ())),
        bukti=data.get("bukti", ""),
        halaman=_page(document, columns),
        tentang=tuple(data.get("tentang", ())),
    )


def _page(document: yamltext.Document, columns: Mapping[str, Column]) -> TypePage | None:
    if "halaman" not in document.data:
        return None
    page = type_page(document.data["halaman"])
    figures = [name for name, column in columns.items() if column.is_number]
    wrong = [*problems(page, figures, columns, document.file, document.line("halaman"))]
    if wrong:
        raise InputError(wrong)
    return page


def _column_fields(entries: Mapping[str, Any]) -> dict[str, Any]:
    fields = dict(entries)
    for name in ("gabungan", "boleh_tiada", "hanya_tercetak"):
        if name in fields:
            fields[name] = fields[name] == "ya"
    if "satuan_tercetak" in fields:
        fields["satuan_tercetak"] = tuple(cast(list[str], fields["satuan_tercetak"]))
    return fields
