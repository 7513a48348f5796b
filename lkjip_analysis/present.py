"""Tables, findings and charts as HTML: printed text, marked and anchored cells, links both ways.

A printed figure has one anchor, in the source tables of 07_verifikasi; every page links to it.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from matplotlib.axes import Axes

from lkjip_analysis.coverage import watches
from lkjip_analysis.findings import SHOWN_AS, Finding
from lkjip_analysis.printed import number
from lkjip_analysis.report import CLAIMS, Report
from lkjip_analysis.schema import Column
from lkjip_analysis.tables import Address, Table
from lkjip_analysis.verify import Verification

TEMPLATES = Path(__file__).parent / "templates"
VERIFICATION_PAGE = "07_verifikasi.html"
DECIMALS: dict[str, int | None] = {"persen": 2, "rupiah": 0, "cacah": 0, "angka": None}
"""How many decimals each kind of figure is shown with; None shows as many as it has."""


@dataclass(frozen=True)
class Html:
    """A piece of a page. A notebook shows it as it is; printing it gives its text."""

    html: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return "<HTML>"


@dataclass(frozen=True)
class Picture:
    """A chart as PNG with its alt text, as a notebook shows it."""

    png: bytes
    alt: str

    def _repr_mimebundle_(
        self, include: Any = None, exclude: Any = None
    ) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
        data = {"image/png": base64.b64encode(self.png).decode(), "text/plain": self.alt}
        return data, {"image/png": {"alt": self.alt}}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=lambda name: not (name or "").endswith(".md.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["verification_page"] = VERIFICATION_PAGE
    return environment


def render(template: str, **context: Any) -> str:
    """A template of this package with its values escaped."""
    return _environment().get_template(template).render(**context)


def absent(what: str) -> Html:
    """In place of a section whose table the agency does not have."""
    return Html(render("tiada.html.j2", what=what))


def text(sentence: str) -> Html:
    """One paragraph computed from the data."""
    return Html(render("kalimat.html.j2", sentence=sentence))


def chart(axes: Axes) -> Picture:
    """A chart ready to show: its picture and, as alt text, its figures in words."""
    file = io.BytesIO()
    figure = axes.get_figure(root=True)
    assert figure is not None
    figure.savefig(file, format="png", dpi=160, metadata={"Software": None})
    return Picture(file.getvalue(), str(axes.get_label()))


def table(
    frame: pd.DataFrame,
    caption: str,
    columns: Mapping[str, tuple[str, str]],
    names: tuple[str, str] | None = None,
    marks: Mapping[Address, Sequence[Finding]] | None = None,
) -> Html:
    """A frame as a table.

    `columns` names the columns to show: each with its heading and its kind (persen, rupiah,
    cacah, angka or teks). `names` is the column that names the rows, with its heading; without it
    the index does.
    Figures that came from a printed cell link to it, and with `marks` to the findings about it.
    """
    sources = frame.attrs.get("sel", {})
    rows = []
    for key, row in frame.iterrows():
        cells = [
            _shown(row[name], kind, sources.get((key, name)), marks or {})
            for name, (_, kind) in columns.items()
        ]
        rows.append({"name": row[names[0]] if names else key, "cells": cells})
    headings = [heading for heading, _ in columns.values()]
    numeric = [kind in DECIMALS for _, kind in columns.values()]
    first = names[1] if names else str(frame.index.name or "").capitalize()
    return Html(
        render(
            "tabel.html.j2",
            caption=caption,
            first=first,
            headings=headings,
            numeric=numeric,
            rows=rows,
            shown_as=SHOWN_AS,
        )
    )


def _shown(
    value: Any,
    kind: str,
    source: Address | None,
    marks: Mapping[Address, Sequence[Finding]],
) -> dict[str, Any]:
    if kind not in DECIMALS:
        return {"text": "" if value is None else str(value), "anchor": None, "marks": []}
    anchored = source.anchor if source else None
    found = _marks(marks.get(source, ())) if source else []
    if isinstance(value, str) and value:  # a grade, or a range
        return {"text": value, "anchor": anchored, "marks": found}
    if value == "" or pd.isna(value):
        return {"text": "tidak ada data", "anchor": None, "marks": []}
    return {"text": number(value, DECIMALS[kind]), "anchor": anchored, "marks": found}


def listed(items: Sequence[str], otherwise: str) -> Html:
    """Sentences as a list; `otherwise` where there are none."""
    return Html(render("daftar.html.j2", items=items, otherwise=otherwise))


def findings(verification: Verification) -> Html:
    """All findings by importance, each with its repairs and links to the printed cells."""
    return Html(
        render(
            "temuan.html.j2",
            shown_as=SHOWN_AS,
            findings=[_finding(verification.report, f) for f in verification.findings],
        )
    )


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    return {
        "finding": finding,
        "anchor": anchor(finding),
        "cells": [
            {
                "anchor": cell.address.anchor,
                "file": cell.file,
                "line": cell.line,
                "column": cell.address.column,
                "text": " ".join(cell.text.split()),
                "label": report.tables[cell.address.table].label,
            }
            for cell in finding.named_cells
        ],
    }


def anchor(finding: Finding) -> str:
    return "temuan-" + "".join(c if c.isalnum() or c in "._-" else "-" for c in finding.id)


def summary(verification: Verification) -> Html:
    """How many findings of each kind there are, and how much of the report is watched."""
    counts = verification.as_json()["summary"]
    return Html(
        render(
            "ringkas.html.j2",
            counts=counts,
            shown_as=SHOWN_AS,
            coverage=verification.coverage.as_json(),
        )
    )


def source_tables(verification: Verification) -> Html:
    """Every table and claim as printed, each cell anchored, marked where a finding names it."""
    report, watched = verification.report, watches(verification)
    tables = [_source_table(report, name, verification.marks, watched) for name in report.tables]
    return Html(render("sumber.html.j2", tables=tables, shown_as=SHOWN_AS))


def _source_table(
    report: Report,
    name: str,
    marks: Mapping[Address, Sequence[Finding]],
    watched: Mapping[Address, str],
) -> dict[str, Any]:
    printed = report.tables[name]
    columns = _printed_columns(printed)
    rows = []
    for key in printed.keys:
        cells = [printed.cell(key, column.name) for column in columns]
        rows.append(
            {
                "line": cells[0].line,
                "cells": [
                    {
                        "text": cell.text,
                        "anchor": cell.address.anchor,
                        "number": cell.printed is not None,
                        "where": f"{cell.file}:{cell.line}:{cell.address.column}",
                        "watch": watched.get(cell.address, ""),
                        "marks": _marks(marks.get(cell.address, ())),
                    }
                    for cell in cells
                ],
            }
        )
    return {
        "name": name,
        "label": printed.label,
        "title": printed.type.judul,
        "file": printed.file,
        "part": printed.part,
        "columns": columns,
        "rows": rows,
    }


def _marks(findings: Sequence[Finding]) -> list[tuple[str, str]]:
    """Where each mark of a figure leads, and what it says."""
    return [(anchor(finding), finding.standing) for finding in findings]


def _printed_columns(table: Table) -> list[Column]:
    """The columns that the report itself prints: no key of ours, of a claim only what it says."""
    if table.name == CLAIMS:
        return [table.type.columns[name] for name in ("bagian", "paragraf", "tentang", "nilai")]
    present = {address.column for address in table.cells}
    key = table.type.columns[table.type.kunci]
    return [
        column
        for column in table.type.columns.values()
        if column.name in present and not (column is key and key.arti)
    ]


def marked(markup: str) -> Markup:
    """HTML that this package rendered itself, and so need not be escaped again."""
    return Markup(markup)
