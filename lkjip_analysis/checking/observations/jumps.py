"""Figures that agree and still ask a question: a jump between years, a target already passed."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_analysis.checking.findings import wording
from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.checking.observations.observation_findings import noticed
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.rules.rule_draft import Draft

FACTOR = 3
"""From one year to the next a figure rarely grows or shrinks this many times (our reading)."""


def jump(draft: Draft) -> Iterator[Finding]:
    """Two years of one figure that may not mean the same thing."""
    report, now, before = draft.report, draft.one("sekarang"), draft.one("sebelum")
    if not (report.is_figure(now) and report.is_figure(before)):
        return
    new, old = report.cell(now).point, report.cell(before).point
    if not new or not old or 1 / FACTOR < abs(new / old) < FACTOR:
        return
    grown = worded("{what} kali lipat", what=number(new / old, 1))
    shrunk = worded("tinggal {what} persen", what=number(new / old * 100, 1))
    told = worded(
        "dari {before} menjadi {now} dalam satu tahun, {change}; {reason}.",
        before=wording.quoted(report.cell(before)),
        now=wording.quoted(report.cell(now)),
        change=grown if abs(new) > abs(old) else shrunk,
        reason=draft.head.reason,
    )
    impact = worded("Perbandingan kedua tahun hanya berarti bila cakupannya sama.")
    yield noticed(draft, "dugaan", now, told, impact, (now, before))


def easy_target(draft: Draft) -> Iterator[Finding]:
    """A target that last year's result had already passed."""
    report, target, before = draft.report, draft.one("hasil"), draft.one("sebelum")
    if not (report.is_figure(target) and report.is_figure(before)):
        return
    indicator = report.indicators.get(target.row)
    falls = bool(indicator and indicator.arah == "turun")
    told, done = report.cell(target), report.cell(before)
    if told.point == done.point or (told.point > done.point) != falls:
        return
    text = worded(
        "target {target} sudah terlampaui tahun sebelumnya ({done}).",
        target=wording.quoted(told),
        done=wording.quoted(done),
    )
    impact = worded("Capaian yang tinggi tidak menunjukkan kemajuan.")
    yield noticed(draft, "dugaan", target, text, impact, (target, before))
