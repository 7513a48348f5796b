"""What a rule may name in each of its roles, held against the cells of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from lkjip_analysis.report.entries import ENTRIES
from lkjip_analysis.report.schema import Column
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.binding.rule_entries import Draft, Wrong

CELLS = ("hasil", "bagian", "faktor", "dari", "kurang", "pembilang", "penyebut", "realisasi",
         "target", "sekarang", "sebelum", "nilai", "sumber")  # fmt: skip

GENERAL = frozenset({"nama", "jenis", "dasar", "sebab", "kolom", "baris", "untuk"})
"""What any rule may say: its name and reason, and the columns or rows for which it stands."""

WORDS = frozenset({
    ("arah", "hasil"), ("semua", "hasil"), ("banyak", "hasil"), ("banyak", "bagian"),
    ("menjelaskan", "hasil"), ("definisi", "bagian"), ("daftar", "bagian"), ("teks_sama", "hasil"),
    ("teks_sama", "sumber"), ("urut", "bagian"), ("tahun_laporan", "hasil"),
    ("sesudah_tahun", "hasil"), ("efisiensi", "hasil"), ("sebanyak", "bagian"),
    ("daftar", "hasil"),
})  # fmt: skip
"""Roles of words; the others hold figures, and the hasil of `kategori` a category."""


NUMBERS = frozenset({
    ("jumlah", "bagian"), ("rerata", "bagian"), ("selisih", "dari"), ("selisih", "kurang"),
    ("hasil_kali", "faktor"), ("rasio", "pembilang"), ("rasio", "penyebut"),
    ("capaian", "realisasi"), ("capaian", "target"),
    ("pertumbuhan", "sekarang"), ("pertumbuhan", "sebelum"), ("sama", "sumber"),
    ("k_dari_n", "penyebut"), ("tidak_melebihi", "penyebut"),
})  # fmt: skip
"""Where a plain number may stand in place of a cell: a bound of 100 need be printed nowhere."""


def check_roles(draft: Draft, is_template: bool, computes: bool) -> bool:
    """Can the rule be made? A template of a table type asks for nothing that a table leaves out.

    A rule that `computes` names each cell once; an observation may compare a figure with itself.

    Raises: Wrong where a role names words for figures, a cell twice, or a column left out.
    """
    named: Counter[Address] = Counter()
    for role in CELLS:
        if role not in draft.entries:
            continue
        addresses = _named(draft, role)
        for address in addresses:
            if address not in draft.report.tables[address.table].cells:
                if is_template:
                    return False
                raise _left_out(draft, address)
            if is_template and _is_plain(draft, role, address):
                return False
            _check_kind(draft, role, address)
        named.update(addresses)
    if draft.head.kind == "rasio":  # a total may be a share of itself: 100
        named.subtract(set(_named(draft, "pembilang")) & set(_named(draft, "penyebut")))
    twice = [address for address, count in named.items() if count > 1]
    if twice and computes:
        remedy = "A figure cannot be computed from itself; name each cell once."
        raise Wrong(f"{twice[0]} named twice", "each cell once", remedy)
    return True


def _named(draft: Draft, role: str) -> list[Address]:
    """The cells of a role, without the plain numbers that may stand in place of some."""
    if role == "hasil" and draft.head.kind not in ("sama", "teks_sama"):
        return [draft.one(role)]
    if (draft.head.kind, role) in NUMBERS:
        return [part for part in draft.parts(role) if isinstance(part, Address)]
    return draft.many(role)


def check_entries(entries: Mapping[str, Any], is_claim: bool) -> None:
    """Every entry is one that the rule's kind reads; a claim always is the hasil of its rule.

    Raises: Wrong naming the first that would be passed over.
    """
    kind = entries["jenis"]
    known = GENERAL | set(ENTRIES[kind].split()) | ({"hasil"} if is_claim else set())
    if "baris" in entries:
        known |= {"tabel"}
    for name in entries:
        if name not in known:
            allowed = ENTRIES[kind].replace(" ", ", ") or "kolom"
            remedy = f"Remove {name}, or choose the kind of rule that reads it."
            raise Wrong(f'"{name}" in a rule of kind {kind}', allowed, remedy)


def _left_out(draft: Draft, address: Address) -> Wrong:
    file = draft.report.tables[address.table].file
    found = f'the column "{address.column}", which {file} leaves out'
    return Wrong(found, "a column of the file", "Add the column, or remove the rule.")


def _is_plain(draft: Draft, role: str, address: Address) -> bool:
    """Categories that this report declares to be mere words: no scale is held against them."""
    column = draft.report.tables[address.table].type.columns[address.column]
    return (draft.head.kind, role) == ("kategori", "hasil") and column.tipe == "teks"


def _check_kind(draft: Draft, role: str, address: Address) -> None:
    table, kind = draft.report.tables[address.table], draft.head.kind
    column: Column = table.cells[address].column
    if (kind, role) in WORDS:
        return
    wanted = "kategori" if (kind, role) == ("kategori", "hasil") else "angka"
    # A column of figures may print grades or ranges in some rows; these two kinds take them.
    as_declared = kind in ("capaian", "sama") and table.type.columns[address.column].tipe == wanted
    if column.tipe != wanted and not as_declared:
        found = f"{role}: {address}, which holds {column.tipe}"
        raise Wrong(found, f"cells that hold {wanted}", "Name another cell, or its tipe.")
