"""What a report says of itself when it is shown: what there is to ask for, and by which name."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from lkjip_analysis.report.report import CLAIMS, Report
from lkjip_analysis.report.row_levels import top

OF_THE_CARD = {"indikator": "capaian", "koperasi": "koperasi", "ekspor": "ekspor",
               "anggaran": "anggaran"}  # fmt: skip
"""Attributes of a report, each with the type of the tables that it is made of."""


def words(report: Report) -> str:
    """The title and, a line each, what there is to ask for."""
    lines = [facts(report), f"{', '.join(_attributes(report))}; tabel menurut nama:"]
    lines += [
        f'["{name}"] {told}: {rows} baris{_levels(report, name)}'
        for name, told, rows in _tables(report)
    ]
    return "\n".join([title(report), *(f"  {line}" for line in lines)])


def html(report: Report) -> str:
    """The title, what is in it, and the tables behind one line: as high as three lines."""
    tables = list(_tables(report))
    named = (
        f'<code title="{escape(told, quote=True)}">{escape(name)}</code> ({rows})'
        for name, told, rows in tables
    )
    asked = ", ".join(f"<code>{one}</code>" for one in _attributes(report))
    return (
        f"<p><strong>{escape(title(report))}</strong><br>{escape(facts(report))}: {asked}</p>"
        f"<details><summary>{len(tables)} tabel, menurut nama dan banyaknya baris</summary>"
        f"<p>{', '.join(named)}</p></details>"
    )


def title(report: Report) -> str:
    return f"{report.nama}, {report.tahun} (lapis {report.layer})"


def facts(report: Report) -> str:
    figures = sum(not cell.derived for cell in report.figures())
    return f"{figures} angka tercetak, {len(report.corrections)} koreksi diterima"


def _attributes(report: Report) -> list[str]:
    """What this report has of the card's tables, and what every report has."""
    kinds = {table.type.name for table in report.tables.values()}
    own = [name for name, kind in OF_THE_CARD.items() if kind in kinds]
    return [f".{name}" for name in (*own, "temuan", "angka", "cakupan", "tren")]


def _levels(report: Report, name: str) -> str:
    """That some rows are parts of others, which a sum would count twice."""
    rows = report.tables[name].rows
    whole = len(top(list(rows)))
    return "" if whole == len(rows) else f", {whole} di tingkat teratas (.puncak)"


def _tables(report: Report) -> Iterator[tuple[str, str, int]]:
    """Each printed table: its name, where it is printed and what it is about, and its rows."""
    for name, table in report.tables.items():
        if name != CLAIMS:
            yield name, ", ".join(filter(None, (table.label, table.type.judul))), len(table.rows)
