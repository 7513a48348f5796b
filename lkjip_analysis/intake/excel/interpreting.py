"""From the sheet `Pengaturan` and the tables at hand to what laporan.yaml declares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from lkjip_analysis.intake.document.office_names import name_of_folder
from lkjip_analysis.intake.document.periods import OF_PLAN_END, plan_end
from lkjip_analysis.intake.excel.declaring import Declaration
from lkjip_analysis.intake.excel.filled_table import Filled
from lkjip_analysis.intake.excel.settings import NOTHING, Row, Settings
from lkjip_analysis.intake.excel.table_ties import common_rules
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.report.declaration import Told
from lkjip_analysis.report.report import CLAIMS


def declaration(
    settings: Settings, tables: Sequence[Filled], instansi: str, tahun: int
) -> Declaration:
    """laporan.yaml from the sheet Pengaturan and the tables at hand."""
    policies = {n: t for n, t in settings.lists.get("kebijakan", {}).items() if str(t)}
    rules = [(rule, "") for rule in common_rules(tables, _answers(settings))]
    return Declaration(
        identity=_with_plan_end(_named(settings, instansi, tahun), tables, tahun),
        policies=policies,
        scales=_scales(settings.rows("skala")),
        sasaran={str(r["kode"]): r["uraian"] for r in settings.rows("sasaran") if str(r["kode"])},
        indicators={
            str(row["kode"]): {n: t for n, t in row.items() if n != "kode" and str(t)}
            for row in settings.rows("indikator")
            if str(row.get("kode", NOTHING))
        },
        tables={table.name: _table(table) for table in tables},
        columns={table.name: _titles(table) for table in tables if _titles(table)},
        rules=[*rules, *_own_rules(settings.rows("hubungan"))],
    )


def _named(settings: Settings, instansi: str, tahun: int) -> Row:
    told = dict(settings.lists.get("laporan", {}))
    told["instansi"] = Told(instansi, told.get("instansi", NOTHING).place)
    told["tahun"] = Told(str(tahun), told.get("tahun", NOTHING).place)
    defaults = {
        "nama": name_of_folder(instansi),
        "dokumen": f"LKjIP {tahun}",
        "tanggal_data": f"{date.today():%Y-%m-%d}",
    }
    for name, text in defaults.items():
        if not str(told.get(name, NOTHING)):
            told[name] = Told(text, told.get(name, NOTHING).place)
    return {name: text for name, text in told.items() if str(text)}


def _with_plan_end(told: Row, tables: Sequence[Filled], tahun: int) -> Row:
    """The identity with the last year of the plan, where only the headings name it."""
    heads = (
        table.found.labels[place]
        for table in tables
        for place, name in table.found.match.columns.items()
        if name == OF_PLAN_END
    )
    end = plan_end(heads, tahun)
    return {"tahun_renstra": Told(end), **told} if end else told


def _answers(settings: Settings) -> dict[str, str]:
    return {name: str(told) or "ya" for name, told in settings.lists.get("umum", {}).items()}


def _scales(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The bands of each scale, in their order; an unnamed scale is that of capaian."""
    return grouped(
        (str(row.get("skala", NOTHING)) or "capaian", row)
        for row in rows
        if str(row.get("nama", NOTHING))
    )


def _table(table: Filled) -> Row:
    title = "Naskah" if table.name == CLAIMS else table.found.sheet.name
    label = table.label if str(table.label) else Told(title, table.label.place)
    told = {"tipe": Told(table.type.name), "label": label, "bagian": table.bagian,
            "halaman": table.halaman, "transkripsi": table.transkripsi}  # fmt: skip
    if not str(told["transkripsi"]):
        told["transkripsi"] = Told("impor")
    told["total"] = Told(", ".join(table.summaries))
    return {name: text for name, text in told.items() if str(text)}


def _titles(table: Filled) -> dict[str, dict[str, Any]]:
    """Headings that read otherwise than the type's own, kept as printed; style and scale."""
    found: dict[str, dict[str, Any]] = {}
    for place, name in table.found.match.columns.items():
        told = dict(table.changes.get(name, {}))
        if table.found.labels[place].casefold() not in (name, _judul(table, name)):
            told = {"judul": table.found.labels[place], **told}
        if told and name in table.columns:
            found[name] = told
    return found


def _own_rules(rows: Iterable[Row]) -> Iterator[tuple[dict[str, Any], str]]:
    """Rules that the sheet states itself; cells are written as in the claims."""
    for number, row in enumerate(rows, 1):
        told = {name: str(text) for name, text in row.items() if str(text)}
        if set(told) <= {"dasar"}:
            continue
        rule: dict[str, Any] = {"nama": _name(told.get("nama", f"hubungan_{number}"))}
        rule |= {name: _cells(told[name]) for name in ("jenis", "hasil") if name in told}
        for part in filter(None, map(str.strip, told.get("sel", "").split(";"))):
            role, _, cells = part.partition("=")
            rule[role.strip()] = _names(cells) if role.strip() == "dokumen" else _cells(cells)
        rule |= {name: told[name] for name in ("dasar", "sebab") if name in told}
        yield rule, next(iter(row.values())).place


def _name(text: str) -> str:
    return re.sub(r"[^a-z0-9_.]+", "_", text.casefold()).strip("_")


def _cells(text: str) -> str | list[str]:
    """One cell or word, or several cells joined by +."""
    named = _names(text)
    return named if len(named) > 1 and "[" in text else text.strip()


def _names(text: str) -> list[str]:
    """What is joined by +."""
    return [part.strip() for part in text.split("+")]


def _judul(table: Filled, name: str) -> str:
    return table.type.columns[name].judul.casefold()
