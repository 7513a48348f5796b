"""Tables and findings as HTML: marked and anchored cells, links both ways, figures that tell how
they were computed.

A printed figure has one anchor, in the printed tables of 07_verifikasi; every page links to it. A
computed figure is a button that opens its `Trace` (an HTML popover: no script, Escape closes it).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from lkjip_analysis.analysis.frames import says_something
from lkjip_analysis.checking.findings.finding import SHOWN_AS, Finding
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.parts import figure_marks, trace_cells, wide_tables
from lkjip_analysis.pages.parts.figure_marks import resting_marks
from lkjip_analysis.pages.parts.finding_list import findings
from lkjip_analysis.pages.parts.pictures import Picture, Pictures, picture
from lkjip_analysis.pages.parts.rendering import (
    VERIFICATION_PAGE,
    Html,
    absent,
    listed,
    marked,
    render,
    slug,
    text,
)
from lkjip_analysis.pages.parts.tracing import Trace, Traces
from lkjip_analysis.pages.parts.typesetting import held
from lkjip_analysis.report.report import LAYER_WORDS, Correction, Report
from lkjip_analysis.report.reports_at_hand import raw_folder
from lkjip_analysis.report.row_levels import parts_of_others
from lkjip_analysis.report.row_names import is_total_name
from lkjip_analysis.report.tables import Address

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = [
    "VERIFICATION_PAGE",
    "Html",
    "Picture",
    "Pictures",
    "Trail",
    "absent",
    "chart",
    "findings",
    "listed",
    "marked",
    "render",
    "summary",
    "table",
    "text",
]
DECIMALS: dict[str, int | None] = {"persen": 2, "rupiah": 0, "cacah": 0, "angka": None}
"""How many decimals each kind of figure is shown with; None shows as many as it has."""
EMPTY = ("", "-", "tidak ada data")
"""What a cell shows that holds no figure."""

OURS = frozenset(("arah", "asal", "catatan", "kategori", "kategori_satu", "keterangan", "rumus",
                  "satuan", "satuan_perubahan"))  # fmt: skip
"""Columns of our own words; what the report prints in others stays as it is."""

EVERYTHING = "seluruhnya"
"""What the row of all rows together is called."""

PRINTED = "cetak"
"""The kind of a column that shows figures as their printed text."""

WHOLE = ("semua", EVERYTHING)
"""What a row is called that is of all others, beside the words of totals."""


@dataclass(frozen=True)
class Trail:
    """How the computed figures of one table came about; `report` is the printed layer.

    `layer` is that of its figures, where no trace says it.
    """

    report: Report
    traces: Traces
    layer: str = ""


def chart(drawn: Figure, data: Html | None = None, name: str = "") -> Picture:
    """A chart with its figures in words, its data as a table and files to save."""
    return picture(drawn, data, name)


def table(
    frame: pd.DataFrame,
    caption: str,
    columns: Mapping[str, tuple[str, str]],
    names: tuple[str, str] | None = None,
    marks: Mapping[Address, Sequence[Finding]] | None = None,
    trail: Trail | None = None,
    ident: str = "",
) -> Html:
    """A frame as a table.

    `columns` names the columns to show: each with its heading and its kind (persen, rupiah,
    cacah, angka, cetak or teks). `names` is the column that names the rows, with its heading;
    without it the index does.
    Figures that came from a printed cell link to it, with `marks` to the findings about it, and
    with `trail` a computed figure opens the way it was computed. `ident` is the table's anchor;
    each row's is `ident.key`. A column of words that says nothing in any row is left out.
    """
    columns = _telling(frame, columns)
    ident = ident or slug(caption.partition("(")[0].casefold().strip())
    shown = _behind(frame, marks or {}, trail, ident)
    rows = [
        shown.row(key, row, part, row[names[0]] if names else row_name(frame, key), columns)
        for part, (key, row) in zip(_parts(frame.index), frame.iterrows(), strict=True)
    ]
    return Html(
        render(
            "tabel.html.j2",
            within=parts_of_others(list(map(str, frame.index))),
            caption=caption,
            ident=ident,
            first=worded(names[1]) if names else _over_index(frame),
            rows=rows,
            marked=figure_marks.marks_shown(rows),
            **_layout(columns, rows),
            traces=[cell["trace"] for row in rows for cell in row["cells"] if cell["trace"]],
        ),
        folder_of(trail.report) if trail else "",
        frame[list(dict.fromkeys([*(names or ())[:1], *columns]))],
    )


def _layout(
    columns: Mapping[str, tuple[str, str]], rows: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """The headings, which of them stand over digits or marks, and how a wide table is set."""
    headings = [worded(heading) for heading, _ in columns.values()]
    numeric = [kind in DECIMALS or kind == PRINTED for _, kind in columns.values()]
    places = [any(row["cells"][i]["marks"] for row in rows) for i in range(len(columns))]
    setting = wide_tables.of_rows(headings, rows, numeric, places)
    return {
        "headings": headings,
        "numeric": numeric,
        "places": places,
        "setting": setting,
        "folds": wide_tables.folds(setting),
    }


def _telling(
    frame: pd.DataFrame, columns: Mapping[str, tuple[str, str]]
) -> dict[str, tuple[str, str]]:
    """The columns without those of words that say nothing in any row."""
    return {
        name: (heading, kind)
        for name, (heading, kind) in columns.items()
        if kind in DECIMALS or kind == PRINTED or frame[name].map(says_something).any()
    }


def _over_index(frame: pd.DataFrame) -> str:
    """The heading over what names the rows, where the index does."""
    index = str(frame.index.name or "").capitalize()
    return worded("Angka" if index == "Lapis" else index)


ALONE = "jumlah program"
"""What the row of a layer is called where the other one would say the same."""


def row_name(frame: pd.DataFrame, key: Any) -> Any:
    """What a row is called by its index; a layer in the words of readers, one that stands for both
    by what it is."""
    if frame.index.name != "lapis":
        return worded(key) if key == EVERYTHING else key
    is_parted = set(LAYER_WORDS) <= set(frame.index)
    return worded(LAYER_WORDS.get(key, key) if is_parted or key not in LAYER_WORDS else ALONE)


def folder_of(report: Report) -> str:
    """Where the tables of a report lie, for links in JupyterLab."""
    folder = raw_folder() / report.instansi / str(report.tahun)
    return str(folder) if folder.is_dir() else ""


def _parts(keys: Iterable[Any]) -> Iterator[str]:
    """Each row's part of an id: its key, numbered where another row's reads the same."""
    used: Counter[str] = Counter()
    for part in map(slug, map(str, keys)):
        used[part] += 1
        yield f"{part}-{used[part]}" if used[part] > 1 or not part else part


def _behind(
    frame: pd.DataFrame, marks: Mapping[Address, Sequence[Finding]], trail: Trail | None, ident: str
) -> _Shown:
    """What stands behind the figures of a frame; a correction not where something beside it was
    reckoned from the print."""
    traces = list(trail.traces.values()) if trail else []
    used = trail is not None and "dipakai" in (trail.layer, *(one.layer for one in traces))
    corrected = figure_marks.shown_corrected(trail.report, traces, used) if trail else {}
    sources, printed = frame.attrs.get("sel", {}), frame.attrs.get("desimal", {})
    anchors = {cell.anchor: cell for cell in marks}
    return _Shown(sources, printed, marks, trail, ident, corrected, used, anchors)


@dataclass(frozen=True)
class _Shown:
    """What stands behind the figures of one table."""

    sources: Mapping[tuple[Any, str], Address]
    decimals: Mapping[tuple[Any, str], int]
    marks: Mapping[Address, Sequence[Finding]]
    trail: Trail | None
    ident: str
    corrected: Mapping[Address, Correction]
    is_used: bool
    """Are the figures those after the corrections?"""
    anchors: Mapping[str, Address]

    def row(
        self, key: Any, row: pd.Series[Any], part: str, name: Any,
        columns: Mapping[str, tuple[str, str]],
    ) -> dict[str, Any]:  # fmt: skip
        """One row under the name `name`; `part` is its own part of every anchor."""
        cells = [self.cell(key, c, row[c], kind, part) for c, (_, kind) in columns.items()]
        total = is_total(str(name))
        return {"name": name, "anchor": f"{self.ident}.{part}", "cells": cells, "total": total}

    def cell(self, key: Any, name: str, value: Any, kind: str, part: str) -> dict[str, Any]:
        source = self.sources.get((key, name))
        if kind not in DECIMALS:
            told = str(value) if says_something(value) else ""
            told = held(worded(told) if name in OURS and not source else told)
        elif isinstance(value, str) and value:  # a grade, or a range
            told = value
        elif pd.isna(value) or value == "":
            told = worded(EMPTY[-1])
        else:
            # A printed figure keeps its own decimals: 43,30 is not 43,3.
            told = number(value, self.decimals.get((key, name), DECIMALS[kind]))
        is_empty = told in (*EMPTY, worded(EMPTY[-1]))
        linked = None if is_empty else source
        trace = self.trail.traces.get((key, name)) if self.trail else None
        anew = self.corrected.get(linked) if linked else None
        if anew and self.is_used and told == anew.printed:  # a list of what was printed
            anew = None
        was = anew and (anew.printed if self.is_used else told)
        return {
            "was": was,
            "text": anew.text if anew and not self.is_used else told,
            "anchor": linked.anchor if linked and (kind in DECIMALS or kind == PRINTED) else None,
            # Nothing stands in an empty cell that a mark could be about.
            "marks": [] if is_empty else self._marks(source, trace),
            "trace": self._trace(trace, name, part) if told else None,
        }

    def _marks(self, source: Address | None, trace: Trace | None) -> list[tuple[str, str, str]]:
        if source:
            return figure_marks.link_marks(self.marks.get(source, ()), source in self.corrected)
        return resting_marks(trace, self.marks, self.anchors, self.corrected) if trace else []

    def _trace(self, trace: Trace | None, name: str, part: str) -> dict[str, Any] | None:
        if trace is None or self.trail is None:
            return None
        return {
            "ident": f"hitung.{self.ident}.{part}.{slug(name)}",
            "trace": trace,
            "groups": trace_cells.behind(self.trail.report, trace),
            "more": trace_cells.more_than_shown(trace),
        }


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


def is_total(name: str) -> bool:
    """Does a row of this name sum up those above it?"""
    own = name.strip(" .:").casefold()
    return is_total_name(name) or own in (*WHOLE, worded(EVERYTHING))
