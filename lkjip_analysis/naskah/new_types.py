"""A table type of an agency's own, for an accepted table that fits no known type."""

from __future__ import annotations

from typing import Any

from lkjip_analysis.naskah.accepted import Accepted, Line, Sheet
from lkjip_analysis.naskah.tables import TOTAL
from lkjip_analysis.reading.schema import Column, TableType


def new_type(sheet: Sheet, accepted: Accepted) -> TableType:
    """The type of an accepted table that fits none, as its columns were accepted."""
    name = sheet.line["tabel"]
    told = {line["kolom"]: line for line in accepted.new_columns if line["tabel"] == name}
    columns = {c: _new_column(c, told.get(c), head)
               for c, head in zip(sheet.columns, sheet.heads, strict=True)}  # fmt: skip
    first = sheet.columns[0] if sheet.columns else "kode"
    key = next((c for c, column in columns.items() if column.tipe == "kunci"), first)
    texts = [c for c, column in columns.items() if column.tipe == "teks" and c[:2] != "no"]
    place = sheet.columns.index(key) if key in sheet.columns else 0
    total = tuple(row[place] for row in sheet.rows if any(TOTAL.fullmatch(t) for t in row))[-1:]
    title = sheet.line["judul"] or sheet.line["label"] or name
    return TableType(name, title, f"Dari naskah: {title}", key, texts[0] if texts else key, total,
                     columns)  # fmt: skip


def _new_column(name: str, line: Line | None, head: str) -> Column:
    if line is None:
        return Column(name, "kunci" if name == "kode" else "teks", head)
    units = tuple(u.strip() for u in line["satuan_tercetak"].split(",") if u.strip())
    fields: dict[str, Any] = {"tipe": line["tipe"] or "teks", "judul": line["judul"]}
    if line["tipe"] == "angka":
        fields |= {"satuan": line["satuan"], "presisi": line["presisi"] or "bulat",
                   "satuan_tercetak": units}  # fmt: skip
    return Column(name, **fields)


def type_document(kind: TableType) -> dict[str, Any]:
    """The entries of a type's YAML file."""
    columns: dict[str, dict[str, Any]] = {}
    for name, column in kind.columns.items():
        entries: dict[str, Any] = {"tipe": column.tipe, "judul": column.judul or name}
        if column.is_number:
            entries["presisi"] = column.presisi
            entries |= {"satuan": column.satuan} if column.satuan else {}
            units = list(column.satuan_tercetak)
            entries |= {"satuan_tercetak": units} if units else {}
        columns[name] = entries
    document = {"judul": kind.judul, "arti": kind.arti, "kunci": kind.kunci,
                "nama_baris": kind.nama_baris}  # fmt: skip
    return {**document, **({"total": list(kind.total)} if kind.total else {}), "kolom": columns}
