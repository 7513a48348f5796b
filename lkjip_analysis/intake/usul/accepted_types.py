"""A table type of an agency's own, for an accepted table that fits no known type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from lkjip_analysis.intake.document.column_styles import DEFAULT
from lkjip_analysis.intake.tables.csv_rows import MEAN, TOTAL
from lkjip_analysis.intake.tables.derived_types import telling
from lkjip_analysis.intake.tables.printed_rows import Row
from lkjip_analysis.intake.usul.accepted import Accepted, Line, Sheet
from lkjip_analysis.numbers.printed import STYLES
from lkjip_analysis.report.row_names import counts_something
from lkjip_analysis.report.schema import Column, TableType


def new_type(sheet: Sheet, accepted: Accepted) -> TableType:
    """The type of an accepted table that fits none, as its columns were accepted."""
    name = sheet.line["tabel"]
    told = {line["kolom"]: line for line in accepted.new_columns if line["tabel"] == name}
    columns = {
        c: _new_column(c, told.get(c), head)
        for c, head in zip(sheet.columns, sheet.heads, strict=True)
    }
    first = sheet.columns[0] if sheet.columns else "kode"
    key = next((c for c, column in columns.items() if column.tipe == "kunci"), first)
    texts = [c for c, column in columns.items() if column.tipe == "teks" and c[:2] != "no"]
    named = max(texts, key=lambda c: telling(c, _texts(sheet, c)), default=key)
    total = summary_keys(sheet, key)
    title = sheet.line["judul"] or sheet.line["label"] or name
    return TableType(name, title, f"Dari naskah: {title}", key, named, total, columns)


def _texts(sheet: Sheet, column: str) -> list[str]:
    place = sheet.columns.index(column)
    return [row[place] for row in sheet.rows]


def summary_keys(sheet: Sheet, key: str) -> tuple[str, ...]:
    """The keys of the rows of an accepted table that are totals or means of others."""
    if key not in sheet.columns:
        return ()
    place = sheet.columns.index(key)
    return tuple(row[place] for row in sheet.rows if _sums_up(row, row[place]))


def _sums_up(row: Sequence[str], key: str) -> bool:
    if re.fullmatch(rf"({TOTAL}|{MEAN})(_\d+)?", key):
        return True
    printed = Row(tuple(text for text in row if text != key), line=0)
    return printed.is_mean or (printed.is_total and not counts_something(printed.named))


def _new_column(name: str, line: Line | None, head: str) -> Column:
    if line is None:
        return Column(name, "kunci" if name == "kode" else "teks", head)
    units = tuple(u.strip() for u in line["satuan_tercetak"].split(",") if u.strip())
    fields: dict[str, Any] = {"tipe": line["tipe"] or "teks", "judul": line["judul"]}
    if line["tipe"] == "angka":
        fields |= {
            "satuan": line["satuan"],
            "presisi": line["presisi"] or "bulat",
            "satuan_tercetak": units,
        }
    if line["tipe"] == "angka" and line.scale:
        fields |= {"dalam": line.scale, "presisi": "bulat"}
    if line["tipe"] == "angka" and line["gaya"] in STYLES:
        fields |= {"gaya": line["gaya"]}
    return Column(name, **fields)


def type_document(kind: TableType) -> dict[str, Any]:
    """The entries of a type's YAML file."""
    columns: dict[str, dict[str, Any]] = {}
    for name, column in kind.columns.items():
        entries: dict[str, Any] = {"tipe": column.tipe, "judul": column.judul or name}
        if column.is_number:
            entries["presisi"] = column.presisi
            entries |= {"satuan": column.satuan} if column.satuan else {}
            entries |= {"dalam": column.dalam} if column.dalam else {}
            entries |= {"gaya": column.gaya} if column.gaya != DEFAULT else {}
            units = list(column.satuan_tercetak)
            entries |= {"satuan_tercetak": units} if units else {}
        columns[name] = entries
    document = {"judul": kind.judul, "arti": kind.arti, "kunci": kind.kunci,
                "nama_baris": kind.nama_baris}  # fmt: skip
    return {**document, **({"total": list(kind.total)} if kind.total else {}), "kolom": columns}
