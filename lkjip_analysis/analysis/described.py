"""What a report says of itself when it is shown: what there is to ask for, and by which name."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkjip_analysis.analysis.laporan import Laporan

OF_THE_CARD = {"indikator": "capaian", "koperasi": "koperasi", "ekspor": "ekspor",
               "anggaran": "anggaran"}  # fmt: skip
"""Attributes of a report, each with the type of the tables that it is made of."""


def words(laporan: Laporan) -> str:
    """The title and, a line each, what there is to ask for."""
    lines = [facts(laporan), f"{', '.join(_attributes(laporan))}; tabel menurut nama:"]
    lines += [f'["{name}"] {told}: {rows} baris' for name, told, rows in _tables(laporan)]
    return "\n".join([title(laporan), *(f"  {line}" for line in lines)])


def html(laporan: Laporan) -> str:
    """The title, what is in it, and the tables behind one line: as high as three lines."""
    tables = list(_tables(laporan))
    named = (f'<code title="{escape(told, quote=True)}">{escape(name)}</code> ({rows})'
             for name, told, rows in tables)  # fmt: skip
    asked = ", ".join(f"<code>{one}</code>" for one in _attributes(laporan))
    return (
        f"<p><strong>{escape(title(laporan))}</strong><br>{escape(facts(laporan))}: {asked}</p>"
        f"<details><summary>{len(tables)} tabel, menurut nama dan banyaknya baris</summary>"
        f"<p>{', '.join(named)}</p></details>"
    )


def title(laporan: Laporan) -> str:
    return f"{laporan.report.nama}, {laporan.tahun} (lapis {laporan.layer})"


def facts(laporan: Laporan) -> str:
    figures = sum(1 for _ in laporan.report.figures())
    return f"{figures} angka tercetak, {len(laporan.report.corrections)} koreksi diterima"


def _attributes(laporan: Laporan) -> list[str]:
    """What this report has of the card's tables, and what every report has."""
    kinds = {table.type.name for table in laporan.report.tables.values()}
    own = [name for name, kind in OF_THE_CARD.items() if kind in kinds]
    return [f".{name}" for name in (*own, "temuan", "angka", "cakupan", "tren")]


def _tables(laporan: Laporan) -> Iterator[tuple[str, str, int]]:
    """Each printed table: its name, where it is printed and what it is about, and its rows."""
    for name in laporan.tabel:
        table = laporan.report.tables[name]
        yield name, ", ".join(filter(None, (table.label, table.type.judul))), len(table.rows)
