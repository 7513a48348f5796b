"""Findings and what is watched."""

from __future__ import annotations

import pandas as pd

from lkjip_analysis.checking import coverage
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.pages import charts
from lkjip_analysis.pages.parts import facsimile, present, rendering, summary
from lkjip_analysis.pages.sections.shared import Shown, answer


def verification_answer(verification: Verification) -> Shown:
    return answer(summary.wrong(verification), summary.watched(verification))


def coverage_chart(verification: Verification) -> Shown:
    source = f"{verification.report.dokumen}, {len(verification.rules)} pemeriksaan"
    counts = pd.DataFrame(
        sorted(verification.coverage.watchers.items()), columns=["pemeriksaan", "angka"]
    ).set_index("pemeriksaan")
    title = "Banyak angka menurut banyak pemeriksaan"
    data = present.table(counts, title, {"angka": ("Angka", "cacah")}, ident="data-penguji")
    axes = charts.penguji(dict(verification.coverage.watchers), source)
    return present.chart(axes, data, "angka-teruji")


def coverage_table(verification: Verification) -> Shown:
    """How many figures of each printed table are watched, and how closely."""
    tables = coverage.by_table(verification)
    frame = pd.DataFrame(
        [{watch: table.counts[watch] for watch in coverage.WATCHES} for table in tables],
        index=pd.Index([table.label for table in tables], name="tabel"),
    )
    frame.insert(0, "angka", frame.sum(axis=1))
    headings: dict[str, str] = {
        "angka": "Angka",
        **{watch: watch.capitalize() for watch in coverage.WATCHES},
    }
    table = present.table(
        frame,
        "Banyak angka menurut pemeriksaan yang mengujinya",
        {name: (title, "cacah") for name, title in headings.items()},
        ident="teruji",
    )
    return rendering.folded(f"Menurut tabel ({len(tables)})", table)


def advice(verification: Verification) -> Shown:
    """What a next report should print so that more of it can be tested."""
    enough = "Semua kolom diuji oleh paling sedikit dua pemeriksaan."
    told = coverage.advice(verification)
    items = present.listed(told, enough)
    return rendering.folded(f"{len(told)} saran", items) if told else items


def printed_tables(verification: Verification) -> Shown:
    """Every table and sentence as printed, marked where a finding names a cell."""
    return facsimile.printed_tables(verification)
