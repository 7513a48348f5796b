"""One rule on its way from data to cells: its entries, and the cells that they name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lkjip_analysis.errors import nearest
from lkjip_analysis.language import phrase
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import is_dash
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.tables import Address
from lkjip_analysis.rules.base import Head, Part

NUMBER = r"-?[0-9]{1,12}([.][0-9]{1,6})?"
"""A number among the entries of a rule: a weight, a cap."""
LISTED = "Write several cells as a list: [.a, .b]."


class Wrong(ValueError):
    """An entry of a rule that cannot be followed: what was found, what is allowed, what to do.

    `column` of klaim.csv, where one of its cells is to blame.
    """

    def __init__(self, found: str, allowed: str, remedy: str, column: str = "") -> None:
        super().__init__(found)
        self.found, self.allowed, self.remedy, self.column = found, allowed, remedy, column


@dataclass(frozen=True)
class Draft:
    """One rule on its way from data to cells: its entries, and where short addresses stand."""

    report: Report
    head: Head
    entries: Mapping[str, Any]
    table: str
    row: str = ""
    column: str = ""
    _expanded: dict[str, list[Address]] = field(default_factory=dict, compare=False, repr=False)
    """What each text named: a rule is checked and built from the same entries."""

    def many(self, role: str) -> list[Address]:
        """The cells that an entry names, in the order of the table."""
        told = self.entries.get(role)
        if not told:
            raise Wrong(
                phrase('no "{role}" in a rule of kind {kind}', role=role, kind=self.head.kind),
                "its cells",
                phrase("Add {role}: and an address.", role=role),
            )
        texts = told if isinstance(told, list) else [told]
        return [address for text in texts for address in self._expand(str(text))]

    def parts(self, role: str) -> list[Part]:
        """The cells of a role, and the plain numbers that stand in place of one."""
        told = self.entries.get(role)
        texts = told if isinstance(told, list) else [told]
        if told in (None, "", []) or not any(is_number(str(text)) for text in texts):
            return [*self.many(role)]
        found: list[Part] = []
        for text in map(str, texts):
            found += [plain_number(role, text)] if is_number(text) else self._expand(text)
        return found

    def part(self, role: str) -> Part:
        """The one cell of a role, or a plain number in its place."""
        parts = self.parts(role)
        return parts[0] if len(parts) == 1 else self.one(role)

    def one(self, role: str) -> Address:
        addresses = self.many(role)
        if len(addresses) != 1:
            entry = self.entries[role]
            told = entry if isinstance(entry, str) else " + ".join(map(str, entry))
            found = phrase('"{entry}" names {count} cells', entry=told, count=len(addresses))
            raise Wrong(found, "one cell", "Name one row.")
        return addresses[0]

    def pairs(self, first: str, second: str) -> list[tuple[Address, Address]]:
        """The cells of two roles side by side, those without data left out."""
        above, below = self.many(first), self.many(second)
        if len(above) != len(below):
            found = phrase(
                "{count} cells of {first} beside {others} of {second}",
                count=len(above),
                first=first,
                others=len(below),
                second=second,
            )
            raise Wrong(found, "one for each", "Name the same rows in both.")
        pairs = zip(above, below, strict=True)
        return [pair for pair in pairs if all(has_data(self.report, cell) for cell in pair)]

    def text(self, role: str, allowed: Mapping[str, Any]) -> str:
        told = str(self.entries.get(role, ""))
        if told not in allowed:
            raise Wrong(f'{role}: "{told}"', ", ".join(allowed), nearest(told, allowed))
        return told

    def text_of(self, role: str) -> str:
        told = self.entries.get(role)
        if not told:
            raise Wrong(
                phrase('no "{role}" in a rule of kind {kind}', role=role, kind=self.head.kind),
                role,
                phrase("Add {role}:.", role=role),
            )
        return str(told)

    def whole_numbers(self, role: str, form: str) -> list[int]:
        """The numbers of an entry like 1000 or 10000-20000."""
        told = self.text_of(role)
        if not re.fullmatch(form, told):
            raise Wrong(
                f'{role}: "{told}"',
                phrase("{role} like {form}", role=role, form=form),
                "Write whole numbers.",
            )
        return [int(part) for part in told.split("-")]

    def figure(self, role: str, default: str) -> Fraction:
        """The number of an entry like 100 or 87.5."""
        told = str(self.entries.get(role, default))
        if not re.fullmatch(NUMBER, told):
            raise Wrong(
                f'{role}: "{told}"',
                phrase("{role} like {form}", role=role, form=100),
                "Write a number.",
            )
        return Fraction(told)

    def cap(self) -> Fraction | None:
        """The most that the result is printed as, where the rule says so."""
        return self.figure("maksimum", "") if "maksimum" in self.entries else None

    def counted(self, cells: list[Address]) -> list[Address]:
        """The cells that count in a sum or mean: those without data are left out by policy."""
        policy = self.report.policies.get("tanpa_data", "lewati")
        if policy == "lewati":
            return [cell for cell in cells if has_data(self.report, cell)]
        if policy == "lewati_strip":
            return [cell for cell in cells if not is_dash(self.report.text(cell))]
        return cells

    def weighted(self, role: str) -> tuple[dict[Address, Fraction], Fraction]:
        """The cells of a role that count, each with the weight that the rule gives it, else 1, and
        what its plain numbers come to.

        None counts where one that is weighted has no data: the weights no longer make a whole.
        """
        parts, told = self.parts(role), self.entries.get("bobot", [])
        if not all(re.fullmatch(NUMBER, weight) for weight in told):
            raise Wrong(f"bobot: {', '.join(told)}", "numbers like 0.25", "Write numbers.")
        weights = [Fraction(weight) for weight in told] or [Fraction(1)] * len(parts)
        if len(weights) != len(parts):
            found = phrase(
                "{count} weights for {cells} cells", count=len(weights), cells=len(parts)
            )
            raise Wrong(found, "one weight a cell", "Give each cell its weight.")
        pairs = list(zip(parts, weights, strict=True))
        fixed = sum((p * weight for p, weight in pairs if isinstance(p, Fraction)), Fraction(0))
        cells = {part: weight for part, weight in pairs if isinstance(part, Address)}
        counted = frozenset(self.counted(list(cells)))
        if told and len(counted) < len(cells):
            return {}, fixed
        return {cell: weight for cell, weight in cells.items() if cell in counted}, fixed

    def _expand(self, text: str) -> list[Address]:
        if text not in self._expanded:
            self._expanded[text] = self._named(text)
        return self._expanded[text]

    def _named(self, text: str) -> list[Address]:
        text = text.replace("{kolom}", self.column)
        if text.startswith("."):
            text = f"[{self.row}]{text}"
        try:
            pattern = Address.parse(text, self.table)
        except ValueError as error:
            remedy = LISTED if " + " in text or ";" in text else "Write the address in full."
            raise Wrong(str(error), "tabel[baris].kolom", remedy) from error
        table = self.report.tables.get(pattern.table)
        if table is None:
            names = self.report.tables
            raise Wrong(
                phrase('the table "{table}"', table=pattern.table),
                ", ".join(names),
                nearest(pattern.table, names),
            )
        if pattern.column not in table.type.columns:
            columns = table.type.columns
            raise Wrong(
                phrase('the column "{column}" of {name}', column=pattern.column, name=table.name),
                ", ".join(columns),
                nearest(pattern.column, columns),
            )
        rows = table.select(pattern.row)
        if not rows:
            raise Wrong(
                phrase('the row "{row}" of {name}', row=pattern.row, name=table.name),
                ", ".join(table.keys[:20]),
                nearest(pattern.row, table.keys),
            )
        return [Address(table.name, row, pattern.column) for row in rows]


def is_number(text: str) -> bool:
    """Is this an entry for a plain number, rather than the address of a cell?"""
    return re.fullmatch(r"\s*-?[0-9][0-9.,]*\s*%?\s*", text) is not None


def plain_number(role: str, text: str) -> Fraction:
    """A number as it may stand in a rule: 100, 87.5 or 87,5.

    Raises: Wrong for one that thousands could be read into.
    """
    core = text.strip().rstrip("%").strip()
    if not re.fullmatch(r"-?[0-9]{1,18}([.,][0-9]{1,6})?", core) or (
        re.fullmatch(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}", core)
    ):
        found = f'{role}: "{text}"'
        raise Wrong(found, "a number like 100, 87.5 or 100000", "Write it without thousands marks.")
    return Fraction(core.replace(",", "."))


def has_data(report: Report, address: Address) -> bool:
    cell = report.tables[address.table].cells.get(address)
    return cell is not None and (
        cell.is_figure or (cell.column.tipe == "kategori" and bool(cell.text.strip()))
    )
