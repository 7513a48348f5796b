"""A figure that another year's report prints otherwise, and that its own report bears out.

Where a relation of the report holds with its figure and fails with the other one, the slip lies in
the other document: there it is found. Here it is told as a suspicion that accuses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding, NewPrint, Remedy
from lkjip_analysis.checking.locating.rounding import tolerable
from lkjip_analysis.checking.locating.rule_network import Network
from lkjip_analysis.language import worded
from lkjip_analysis.report.tables import Cell
from lkjip_analysis.rules import Same
from lkjip_analysis.rules.values import Figure

BETWEEN_YEARS = "antar-tahun"
"""The rule of findings that hold a figure against the report of another year."""


def as_borne_out(told: Finding, network: Network) -> Finding:
    """The finding as it is, or as a suspicion where the report itself bears its figure out."""
    parts = [part for remedy in told.remedies for part in remedy.cells]
    if told.verdict != "ambigu" or told.rules != (BETWEEN_YEARS,) or not parts:
        return told
    if not all(any(_contradict(part, network)) for part in parts):
        return told
    (cell,) = {part.cell.address: part.cell for part in parts}.values()
    return replace(
        told,
        kind="dugaan",
        verdict=None,
        told=told.told.adding(_said(cell, parts)),
        remedies=(Remedy((NewPrint(cell, None, None),)),),
        advice=worded("Periksa dahulu angka di dokumen lain itu."),
    )


def _contradict(part: NewPrint, network: Network) -> Iterator[bool]:
    """For each relation of the cell that holds, but copies of it: would that print break it?"""
    where, shown = part.cell.address, network.printed.get(part.cell.address)
    if part.prints is None or not isinstance(shown, Figure):
        return
    changed = network.values.changing({where: shown.printing(part.prints)})
    for rule in network.by_cell.get(where, ()):
        if rule.head.name not in network.failed and not isinstance(rule, Same):
            yield not tolerable(rule, changed)


def _said(cell: Cell, parts: Sequence[NewPrint]) -> str:
    others = ", ".join(dict.fromkeys(part.text or "" for part in parts))
    return worded(
        "{printed} cocok dengan hitungan lain di laporan ini, {others} tidak.",
        printed=wording.quoted(cell),
        others=others,
    )
