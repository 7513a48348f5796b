"""What is printed in a form that tells no sure figure, and heads that are printed twice."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding, Kind
from lkjip_analysis.checking.observations.observation_findings import noticed
from lkjip_analysis.language import worded
from lkjip_analysis.numbers import figure_form
from lkjip_analysis.rules.rule_draft import Draft

FAULTS = {
    figure_form.TWO_UNITS: "memuat Rp dan persen sekaligus; salah satunya tidak berlaku.",
    figure_form.GROUP: "tidak bertitik setiap tiga angka; ada angka yang kurang atau lebih.",
    figure_form.SIGNS: "memuat dua tanda baca berurutan di tengah angkanya.",
    figure_form.TURNED: "berawal lebih tinggi daripada akhirnya.",
}


def form(draft: Draft) -> Iterator[Finding]:
    """An amount or a range whose print is that of none; the turned ends of a range may be meant."""
    where = draft.one("hasil")
    cell = draft.report.cell(where)
    fault = figure_form.fault_of(cell.text)
    if fault:
        told = worded(
            "tertulis {text}, yang {fault}", text=wording.quoted(cell), fault=worded(FAULTS[fault])
        )
        kind: Kind = "dugaan" if fault == figure_form.TURNED else "kaidah"
        impact = worded("Besarannya tidak pasti.")
        yield noticed(draft, kind, where, told, impact)


def repeated(draft: Draft) -> Iterator[Finding]:
    """A head that is printed again in place of the one that should follow."""
    where, before, report = draft.one("hasil"), draft.one("sumber"), draft.report
    if report.cell(where).text == report.cell(before).text:
        told = worded(
            "{text} tercetak dua kali berurutan.", text=wording.quoted(report.cell(where))
        )
        impact = worded("Isi salah satu kolomnya tidak jelas.")
        yield noticed(draft, "kaidah", where, told, impact, (before, where))
