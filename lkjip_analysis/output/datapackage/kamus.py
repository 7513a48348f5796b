"""The data dictionary as a page: every column of data/processed with what it means."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import FORMULAS, Band
from lkjip_analysis.numbers.printed import number
from lkjip_analysis.output.datapackage.dictionary import STANDARD, Described
from lkjip_analysis.pages.parts.pages import head_of
from lkjip_analysis.pages.parts.present import TEMPLATES, marked, render
from lkjip_analysis.report.report import Report

TYPES = {"string": "teks", "number": "angka", "integer": "bilangan bulat", "boolean": "ya/tidak"}


def page(report: Report, tables: Sequence[Described]) -> str:
    """The dictionary of one report as HTML that needs nothing else."""
    style = (TEMPLATES / "gaya.css").read_text(encoding="utf-8")
    return render(
        "kamus.html.j2",
        style=marked(style),
        head=head_of(report),
        tables=tables,
        types=TYPES,
        standard=STANDARD,
        scales=list(report.scales.values()),
        edges=edges,
        formulas=list(FORMULAS.values()),
    )


def edges(band: Band) -> str:
    """The values of a class in words.

    >>> edges(Band("Baik", 75, 100, atas_termasuk=False))
    'dari 75, kurang dari 100'
    """
    lower = "dari" if band.bawah_termasuk else "lebih dari"
    upper = "sampai" if band.atas_termasuk else "kurang dari"
    told = [
        f"{word} {number(Fraction(edge))}"
        for word, edge in ((lower, band.bawah), (upper, band.atas))
        if edge is not None
    ]
    return ", ".join(told) or "semua nilai"
