"""The data dictionary as a page: every column of data/processed with what it means."""

from __future__ import annotations

from lkjip_analysis.numbers.metrics import FORMULAS
from lkjip_analysis.output.datapackage.dictionary import STANDARD, described
from lkjip_analysis.pages.page_frame import head_of
from lkjip_analysis.pages.parts.html_parts import render
from lkjip_analysis.report.report import Report

TYPES = {"string": "teks", "number": "angka", "integer": "bilangan bulat", "boolean": "ya/tidak"}


def page(report: Report) -> str:
    """The dictionary of one report as HTML that needs nothing else."""
    return render(
        "kamus.html.j2",
        head=head_of(report),
        tables=described(report),
        types=TYPES,
        standard=STANDARD,
        scales=list(report.scales.values()),
        formulas=list(FORMULAS.values()),
    )
