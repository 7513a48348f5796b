"""A table's entry in laporan.yaml, as what was accepted of it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lkjip_analysis.intake.tables.printed_units import printed_units
from lkjip_analysis.intake.usul.accepted import Line, Sheet
from lkjip_analysis.intake.usul.accepted_types import summary_keys
from lkjip_analysis.language import worded
from lkjip_analysis.report.schema import Column, TableType


def entry(
    sheet: Sheet,
    kind: TableType,
    scales: Mapping[str, Any],
    remarks: list[str],
    told: Mapping[tuple[str, str], Line],
) -> dict[str, Any]:
    line = sheet.line
    entry: dict[str, Any] = {"label": line["label"] or line["tabel"], "transkripsi": "impor"}
    if kind.name != line["tabel"]:
        entry["tipe"] = kind.name
    entry |= {"judul": line["judul"]} if line["judul"] else {}
    entry |= {"bagian": line["bagian"]} if line["bagian"] else {}
    columns: dict[str, dict[str, Any]] = {}
    for i, name in enumerate(sheet.columns):
        changes = _changes(kind.columns[name], sheet.heads[i], [row[i] for row in sheet.rows])
        own = told.get((line["tabel"], name))
        changes |= _told(kind.columns[name], own) if own else {}
        columns |= {name: changes} if changes else {}
    for name, scale in _unscaled(sheet, kind, scales):
        columns.setdefault(name, {})["tipe"] = "teks"
        remarks.append(
            worded(
                "{label}: {name} tidak diperiksa karena skala {scale} belum ada",
                label=line["label"],
                name=name,
                scale=scale,
            )
        )
    sums = [key for key in summary_keys(sheet, kind.kunci) if key not in kind.total]
    entry |= {"total": sums} if sums else {}
    return {**entry, **({"kolom": columns} if columns else {})}


def _told(column: Column, line: Line) -> dict[str, str]:
    """What a person confirmed of a column: what it counts in, and its number style."""
    if not column.is_number:
        return {}
    own = {"dalam": (line.scale, column.dalam), "gaya": (line["gaya"], column.gaya)}
    return {name: text for name, (text, known) in own.items() if text not in ("", known)}


def _changes(column: Column, head: str, texts: Sequence[str]) -> dict[str, Any]:
    """How this report prints a column otherwise than its type says."""
    changes: dict[str, Any] = {}
    if head and not head.startswith("(") and head.casefold() != column.judul.casefold():
        changes["judul"] = head
    units = printed_units(texts, column) if column.is_number else ()
    if units:
        changes["satuan_tercetak"] = [*column.satuan_tercetak, *units]
    return changes


def _unscaled(sheet: Sheet, kind: TableType, scales: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Columns of categories whose scale the report does not declare."""
    named = {
        str(r["hasil"]).lstrip("."): str(r.get("skala", ""))
        for r in kind.rules
        if r.get("jenis") == "kategori"
    }
    return [(n, s) for n, s in named.items() if n in sheet.columns and s not in scales]
