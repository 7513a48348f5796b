"""What a rule names in each of its roles, held against the cells of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from lkjip_analysis.errors import nearest
from lkjip_analysis.language import phrase
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.kind import Kind, Role, Roles
from lkjip_analysis.rules.rule_draft import Draft, Wrong

GENERAL = frozenset({"nama", "jenis", "dasar", "sebab", "kolom", "baris", "untuk"})
"""What any rule may say: its name and reason, and the columns or rows for which it stands."""


def check_roles(draft: Draft, roles: Roles, is_template: bool) -> Counter[Address] | None:
    """How often the rule names each cell; None where it cannot be asked.

    So it is where a template asks for what a table leaves out, or where a row prints a word in the
    place of a figure, with which nothing can be reckoned.

    Raises: Wrong where a role names words for figures, or a column left out.
    """
    named: Counter[Address] = Counter()
    for name, role in roles.items():
        if not role.holds or name not in draft.entries:
            continue
        addresses = named_by(draft, name, role)
        for address in addresses:
            if address not in draft.report.tables[address.table].cells:
                if is_template:
                    return None
                raise _left_out(draft, address)
            if is_template and role.or_plain and _column_type(draft, address) == "teks":
                return None  # mere words by this report: no scale is held against them
            if _is_word_for_figure(draft, role, address):
                return None
            _check_column(draft, name, role, address)
        named.update(addresses)
    return named


def check_twice(draft: Draft, kind: Kind, named: Counter[Address]) -> None:
    """Raises: Wrong where a rule that computes names a cell twice."""
    common = [set(named_by(draft, name, kind.roles[name])) for name in kind.may_share]
    named.subtract(set.intersection(*common) if common else ())
    twice = [address for address, count in named.items() if count > 1]
    if twice:
        remedy = "A figure cannot be computed from itself; name each cell once."
        raise Wrong(phrase("{cell} named twice", cell=twice[0]), "each cell once", remedy)


def named_by(draft: Draft, name: str, role: Role) -> list[Address]:
    """The cells of a role, without the plain numbers that may stand in place of some."""
    if role.is_one:
        return [draft.one(name)]
    if role.or_number:
        return [part for part in draft.parts(name) if isinstance(part, Address)]
    return draft.many(name)


def check_entries(entries: Mapping[str, Any], roles: Roles, is_claim: bool) -> None:
    """Every entry is one that the rule's kind reads; a claim always is the hasil of its rule.

    Raises: Wrong naming the first that would be passed over.
    """
    known = GENERAL | roles.keys() | ({"hasil"} if is_claim else set())
    if "baris" in entries:
        known |= {"tabel"}
    for name in entries:
        if name not in known:
            near = f"{nearest(name, roles)} " if roles else ""
            remedy = phrase(
                "{near}Remove {name}, or choose the kind of rule that reads it.",
                near=near,
                name=name,
            )
            told = phrase('the role "{name}"', name=name) if is_claim else f'"{name}"'
            found = phrase("{told} in a rule of kind {jenis}", told=told, jenis=entries["jenis"])
            allowed = ", ".join(roles) or "kolom"
            raise Wrong(found, allowed, remedy, "sel" if is_claim else "")


def _left_out(draft: Draft, address: Address) -> Wrong:
    file = draft.report.tables[address.table].file
    found = phrase(
        'the column "{column}", which {name} leaves out', column=address.column, name=file
    )
    return Wrong(found, "a column of the file", "Add the column, or remove the rule.")


def _column_type(draft: Draft, address: Address) -> str:
    """What a column of this table is declared to hold."""
    return draft.report.tables[address.table].type.columns[address.column].tipe


def _is_word_for_figure(draft: Draft, role: Role, address: Address) -> bool:
    column = draft.report.tables[address.table].cells[address].column
    is_word = bool(column.predikat) and not role.as_declared
    return is_word and _column_type(draft, address) == role.holds


def _check_column(draft: Draft, name: str, role: Role, address: Address) -> None:
    held = draft.report.tables[address.table].cells[address].column.tipe
    if role.holds in ("teks", held):
        return
    if not (role.as_declared and _column_type(draft, address) == role.holds):
        found = phrase(
            "{name}: {address}, which holds {held}", name=name, address=address, held=held
        )
        raise Wrong(
            found,
            phrase("cells that hold {holds}", holds=role.holds),
            "Name another cell, or its tipe.",
        )
