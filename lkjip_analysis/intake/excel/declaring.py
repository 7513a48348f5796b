"""What laporan.yaml will say of a workbook, each text with the cell that it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lkjip_analysis.intake.excel.settings import NOTHING, Row
from lkjip_analysis.report.declaration import Told

IDENTITY = ("instansi", "nama", "pemerintah", "dokumen", "tahun", "tanggal_data", "tahun_renstra")
HEAD = "Laporan kinerja yang diperiksa; ditulis oleh `lkjip`, boleh disunting."
LISTS = ("urutan", "total")
"""Entries that are lists: the grades of an indicator, worst first; the sums of a table."""
EDGES = ("nama", "dari", "lebih_dari", "sampai", "kurang_dari")


@dataclass(frozen=True)
class Declaration:
    """What laporan.yaml will say, section by section, in the words of the sheet."""

    identity: Row
    policies: Row = field(default_factory=dict)
    scales: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    sasaran: Row = field(default_factory=dict)
    indicators: Mapping[str, Row] = field(default_factory=dict)
    tables: Mapping[str, Row] = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    rules: Sequence[tuple[Mapping[str, Any], str]] = ()

    def document(self) -> dict[str, Any]:
        """The entries of the file; a section without any is left out, but for the tables."""
        sections: dict[str, Any] = {
            "kebijakan": self.policies,
            "skala": {name: _scale(bands) for name, bands in self.scales.items()},
            "sasaran": self.sasaran,
            "indikator": {kode: _said(row) for kode, row in self.indicators.items()},
            "tabel": {name: self._table(name, row) for name, row in self.tables.items()},
            "aturan": [{**r, "nama": Told(str(r["nama"]), place)} for r, place in self.rules],
        }
        identity = {name: self.identity[name] for name in IDENTITY if name in self.identity}
        kept = {name: told for name, told in sections.items() if told or name == "tabel"}
        return {**identity, **kept}

    def _table(self, name: str, row: Row) -> dict[str, Any]:
        columns = self.columns.get(name)
        return {**_said(row), **({"kolom": columns} if columns else {})}


def _said(row: Row) -> dict[str, Any]:
    """What a row says, its lists one by one."""
    told: dict[str, Any] = {name: told for name, told in row.items() if str(told)}
    for name in LISTS:
        if name in told:
            words = str(told[name]).split(",")
            told[name] = [Told(word.strip(), told[name].place) for word in words]
    return told


def _scale(bands: Sequence[Row]) -> dict[str, Any]:
    first = bands[0]
    told = {n: first[n] for n in ("rujukan", "dicetak") if str(first.get(n, NOTHING))}
    pita = [{n: band[n] for n in EDGES if str(band.get(n, NOTHING))} for band in bands]
    return {"sumber": first.get("sumber", NOTHING), **told, "pita": pita}
