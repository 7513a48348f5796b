"""Relations in the words that a document prints, where data files name columns their own way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lkjip_analysis.intake.proposal.proposal import Proposal, ProposedRule
from lkjip_analysis.language import worded
from lkjip_analysis.report.report import Report
from lkjip_analysis.report.schema import TableType

FORMS = {
    "jumlah": "{hasil} = {bagian}",
    "selisih": "{hasil} = {dari} − {kurang}",
    "rasio": "{hasil} = {pembilang} : {penyebut} × 100",
    "pertumbuhan": "{hasil} = ({sekarang} − {sebelum}) : {sebelum} × 100",
}
"""How a relation of columns is written, by its kind."""
ROW = re.compile(r"\[([^\]]*)\]")
TOTAL = re.compile(r"jumlah(?:_\d+)?")
"""The keys of rows that are the whole of a table."""


@dataclass(frozen=True)
class Cleaner:
    """Texts with what is printed in place of the reasons and names of data files."""

    reasons: Mapping[str, str]
    names: Mapping[str, str]

    def __call__(self, text: str) -> str:
        for reason, told in self.reasons.items():
            text = text.replace(reason, told)
        if not self.names:
            return text
        every = "|".join(sorted(map(re.escape, self.names), key=len, reverse=True))
        pattern = re.compile(rf"(?<![\w“.-])(?:{every})(?![\w”-])")
        return pattern.sub(lambda found: f"“{self.names[found[0]]}”", text)


def cleaner_of(report: Report, proposal: Proposal) -> Cleaner:
    """What stands for what in the texts of one report."""
    return Cleaner(dict(_reasons(proposal)), dict(_names(report)))


def _reasons(proposal: Proposal) -> Iterator[tuple[str, str]]:
    kinds = {table.name: table.kind for table in proposal.tables}
    for rule in proposal.rules:
        found = rule.found
        if found and found.how != "baris jumlah" and rule.jenis in FORMS:
            label = rule.sebab.partition(":")[0]
            kind = next((kinds[name] for name in kinds if f"_{name}_" in f"_{rule.nama}_"), None)
            if kind is not None and (told := _formula(rule, kind)):
                yield rule.sebab, f"{label}: {told}"


def _signed(entries: Mapping[str, str]) -> Mapping[str, str]:
    """The entries with a minus before each part that is taken away."""
    if "bobot" not in entries:
        return entries
    if not {"1", "-1"}.issuperset(entries["bobot"].split(" + ")):
        return {}  # how much each counts, their own reason tells
    parts = zip(entries["bagian"].split(" + "), entries["bobot"].split(" + "), strict=True)
    told = "".join(f" {'−' if weight == '-1' else '+'} {part}" for part, weight in parts)
    return {**entries, "bagian": told.removeprefix(" + ")}


def _formula(rule: ProposedRule, kind: TableType) -> str:
    entries = _signed(rule.found.entries if rule.found else {})
    named = {row for cells in entries.values() for row in ROW.findall(cells)}
    if any(row != "*" and not TOTAL.fullmatch(row) for row in named):
        return ""  # a relation between rows, which their own reason tells

    def title(match: re.Match[str]) -> str:
        column = kind.columns.get(match[2])
        total = worded(" jumlah seluruhnya") if match[1] and "*" not in match[1] else ""
        return f"“{column.judul if column and column.judul else match[2]}”{total}"

    told = {
        role: re.sub(r"([\w.]+\[[^\]]*\])?\.(\w+)", title, cells) for role, cells in entries.items()
    }
    form = FORMS[rule.jenis]
    if "pengali" in entries:  # a rate of one is no share of a hundred
        each = entries["pengali"]
        form = form.replace(" × 100", "" if each == "1" else f" × {each}")
    try:
        return form.format(**told)
    except KeyError:
        return ""


def _names(report: Report) -> Iterator[tuple[str, str]]:
    """Names that no reader knows, by what is printed instead."""
    for table in report.tables.values():
        for name, column in table.type.columns.items():
            if "_" in name and column.judul:
                yield name, column.judul
        if "_" in table.name:
            yield table.name, table.label
