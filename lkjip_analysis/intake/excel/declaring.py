"""laporan.yaml as text with comments, each line with the cell that its entry comes from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lkjip_analysis.intake.excel.settings import NOTHING, Row, Told

PLAIN = re.compile(r"[A-Za-z0-9(][\w .()/%+-]*(?<! )")
IDENTITY = ("instansi", "nama", "pemerintah", "dokumen", "tahun", "tanggal_data",
            "tahun_renstra")  # fmt: skip
HEAD = "Laporan kinerja yang diperiksa; ditulis oleh `lkjip`, boleh disunting."
LISTS = ("urutan", "total")
"""Entries that are lists: the grades of an indicator, worst first; the sums of a table."""
COMMENTS = {
    "kebijakan": "Bagaimana laporan ini menghitung capaian.",
    "skala": "Skala persis seperti dicetak, termasuk celahnya.",
    "sasaran": "Sasaran strategis menurut kodenya.",
    "indikator": "arah: naik (makin besar makin baik) atau turun; rumus: R/T, (2T-R)/T atau T/R.",
    "tabel": "Tabel menurut berkasnya: nomor cetak, letak, dan bagaimana disalin.",
    "aturan": "Hubungan antar-tabel. tercetak: dinyatakan laporan; tafsir: menurut pembaca; "
    "usulan: ditemukan program, belum disahkan.",
}


@dataclass(frozen=True)
class Declaration:
    """What laporan.yaml will say, section by section, in the words of the sheet."""

    identity: Row
    policies: Row = field(default_factory=dict)
    scales: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    sasaran: Row = field(default_factory=dict)
    indicators: Mapping[str, Row] = field(default_factory=dict)
    tables: Mapping[str, Row] = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    rules: Sequence[tuple[Mapping[str, Any], str]] = ()


def lines(told: Declaration) -> list[Told]:
    """The lines of the file, each with the cell it comes from."""
    found = [Told(f"# {HEAD}")]
    found += [_entry(0, name, told.identity[name]) for name in IDENTITY if name in told.identity]
    sections = {
        "kebijakan": [_entry(1, name, text) for name, text in told.policies.items()],
        "skala": list(_scales(told)),
        "sasaran": [_entry(1, kode, text) for kode, text in told.sasaran.items()],
        "indikator": [line for kode, row in told.indicators.items() for line in _row(kode, row)],
        "tabel": list(_tables(told)),
        "aturan": [Told(f"  - {_flow(rule)}", place) for rule, place in told.rules],
    }
    for name, part in sections.items():
        if part or name == "tabel":
            found += [Told(""), Told(f"# {COMMENTS[name]}")]
            found += [Told(f"{name}:" if part else f"{name}: {{}}"), *part]
    return found


def quoted(text: str) -> str:
    """A text as YAML: plain where it is plain, else between quotes.

    >>> quoted("Dinas Contoh"), quoted("a: b")
    ('Dinas Contoh', '"a: b"')
    """
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _entry(depth: int, name: str, told: Told) -> Told:
    return Told(f"{'  ' * depth}{quoted(name)}: {quoted(str(told))}", told.place)


def _row(kode: str, row: Row) -> Iterator[Told]:
    place = next((told.place for told in row.values()), "")
    yield Told(f"  {quoted(kode)}:", place)
    for name, told in row.items():
        if name in LISTS and str(told):
            parts = [part.strip() for part in str(told).split(",")]
            yield Told(f"    {name}: {_value(parts)}", told.place)
        elif str(told):
            yield _entry(2, name, told)


def _scales(told: Declaration) -> Iterator[Told]:
    for name, bands in told.scales.items():
        first = bands[0]
        yield Told(f"  {quoted(name)}:", first["nama"].place)
        for entry in ("sumber", "rujukan", "dicetak"):
            if str(first.get(entry, NOTHING)) or entry == "sumber":
                yield _entry(2, entry, first.get(entry, NOTHING))
        yield Told("    pita:")
        for band in bands:
            edges = ("nama", "dari", "lebih_dari", "sampai", "kurang_dari")
            kept = {edge: str(band[edge]) for edge in edges if str(band.get(edge, NOTHING))}
            yield Told(f"      - {_flow(kept)}", band["nama"].place)


def _tables(told: Declaration) -> Iterator[Told]:
    for name, row in told.tables.items():
        yield from _row(name, row)
        if columns := told.columns.get(name):
            yield Told("    kolom:")
            yield from (Told(f"      {column}: {_flow(e)}") for column, e in columns.items())


def _flow(entries: Mapping[str, Any]) -> str:
    """A mapping on one line."""
    return "{" + ", ".join(f"{name}: {_value(value)}" for name, value in entries.items()) + "}"


def _value(value: Any) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Mapping):
        return _flow(value)
    return "[" + ", ".join(map(_value, value)) + "]"
