"""Findings and what is watched."""

from __future__ import annotations

from lkjip_analysis.checking import coverage
from lkjip_analysis.checking.findings.wording import rejected
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import worded
from lkjip_analysis.pages.parts import facsimile, html_parts, rendering, year_summary
from lkjip_analysis.pages.sections.shared import Shown, answer


def verification_answer(verification: Verification) -> Shown:
    away = rejected(verification.rejected)
    told = [year_summary.wrong(verification), year_summary.watched(verification)]
    return answer(*told, *([(away,)] if away else []))


def advice(verification: Verification) -> Shown:
    """What a next report should print so that more of it can be tested."""
    enough = worded("Semua kolom diuji oleh paling sedikit dua pemeriksaan.")
    told = coverage.advice(verification)
    items = html_parts.listed(told, enough)
    return rendering.folded(worded("{count} saran", count=len(told)), items) if told else items


def printed_tables(verification: Verification) -> Shown:
    """Every table and sentence as printed, marked where a finding names a cell."""
    return facsimile.printed_tables(verification)
