"""The page of a table type: made from what the type's YAML says of it, for any agency.

A question and what the table is about, its findings, the charts that answer its questions, and the
table with the measures worked out for each row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd

from lkjip_analysis.analysis import measures
from lkjip_analysis.analysis.frame_sources import Kept
from lkjip_analysis.analysis.joining import dengan_jumlah
from lkjip_analysis.analysis.laporan import Laporan
from lkjip_analysis.analysis.tabel import Tabel, knowing
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import sentence, worded
from lkjip_analysis.numbers.metrics import FORMULAS
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages import charts
from lkjip_analysis.pages.charts.each_row import below_goal
from lkjip_analysis.pages.charts.shown_chart import Chart
from lkjip_analysis.pages.notebooks import Page
from lkjip_analysis.pages.parts import html_parts
from lkjip_analysis.pages.parts.sentence import Figure
from lkjip_analysis.pages.sections.shared import answer
from lkjip_analysis.pages.sections.shown_frames import bagan, headings, tabel
from lkjip_analysis.pages.type_pages import page_of
from lkjip_analysis.report.schema import TableType
from lkjip_analysis.report.type_page import PageChart, PageMeasure, TypePage

WAYS: Mapping[str, Callable[..., Any]] = {
    "bagian": measures.bagian,
    "kurs": measures.kurs,
    "persen": measures.persen,
    "pertumbuhan": measures.tumbuh,
    "serapan": measures.serapan,
    "sisa": measures.sisa,
}


MOST_BARS = 15
"""So many rows a chart draws with those that are part of others; of more only the highest."""

ABOVE = "{}_baris_di_atas"
"""What the column is called that holds what the row above has."""


def bodies(verification: Verification, data: Path | str | None) -> Iterator[tuple[Page, str]]:
    """The pages of a report's table types that say how they are told, each with its body."""
    laporan = Laporan(verification.report, data)
    kinds = {table.type.name: table.type for table in verification.report.tables.values()}
    for kind in kinds.values():
        if kind.halaman is not None:
            yield page_of(kind), table_page(laporan, kind, kind.halaman)


def table_page(laporan: Laporan, kind: TableType, page: TypePage) -> str:
    """The body of the page: every table of the type, one below the other."""
    names = [name for name in laporan.tabel if laporan.report.tables[name].type.name == kind.name]
    told = [_told(laporan, name, page) for name in names]
    which = [f" ({table.label})" * (len(names) > 1) for table, *_ in told]
    return html_parts.render(
        "tabel_jenis.html.j2",
        title=kind.judul,
        question=page.pertanyaan,
        about=kind.arti,
        answers=[
            html_parts.marked(_answer(laporan, name, table, found))
            for name, (table, found, _) in zip(names, told, strict=True)
        ],
        sections=[
            (question + suffix, html_parts.marked(shown))
            for suffix, (*_, sections) in zip(which, told, strict=True)
            for question, shown in sections
        ],
    )


def _told(
    laporan: Laporan, name: str, page: TypePage
) -> tuple[Tabel, list[str], list[tuple[str, str]]]:
    """One table, what its charts find, and each of its questions with what answers it: its charts,
    then its rows."""
    frame = _measured(laporan[name], page)
    drawn = [(one, *_drawn(frame, one)) for one in page.bagan]
    sections = [(one.pertanyaan, html) for one, _, html in drawn]
    rows = _shown(frame, page, laporan.report.tables[name].type.columns, name)
    found = [title for _, title, _ in drawn if title]
    return frame, found, [*sections, (worded("Apa yang tercetak?"), rows)]


def _measured(frame: Tabel, page: TypePage) -> Tabel:
    """The table with the measures that its page works out, which know their inputs."""
    for one in page.ukuran:
        if one.nama == "pertumbuhan" and "sebelum" not in one.masukan:
            frame = _with_row_above(frame, one.masukan["sekarang"])
    stands = {one.kolom: _inputs(one) for one in page.ukuran}
    total, top = frame.total, frame.puncak
    for one in page.ukuran:
        for rows in (frame, total):
            rows[one.kolom] = _worked_out(rows, one, stands[one.kolom], top)
    before = frame._known
    units = {one.kolom: FORMULAS[one.nama].satuan for one in page.ukuran}
    titles = {one.kolom: one.judul for one in page.ukuran if one.judul}
    known = replace(
        before,
        kept={**before.kept, "masukan": stands},
        units={**units, **before.units},
        titles={**before.titles, **titles},
    )
    return knowing(frame, replace(known, total=knowing(total, known)))


def _inputs(one: PageMeasure) -> dict[str, str]:
    """The column that each input of a measure is; growth without an earlier one is on the row
    above.
    """
    grows = one.nama == "pertumbuhan" and "sekarang" in one.masukan
    above = {"sebelum": ABOVE.format(one.masukan["sekarang"])} if grows else {}
    return {**above, **one.masukan}


def _with_row_above(frame: Tabel, column: str) -> Tabel:
    """The table with a column, not shown, of what the row above has: its cells, its heading."""
    name, known = ABOVE.format(column), frame._known
    cells = known.kept.get("sel", {})
    frame[name] = frame[column].shift(1)
    total = frame.total
    total[name] = total[column].shift(len(total))  # no row is above a total
    above = {(row, name): cells[before, column] for before, row in pairwise(frame.index)}
    title = worded("{title} sebelumnya", title=known.titles.get(column, column))
    return knowing(
        frame,
        replace(
            known,
            kept={**known.kept, "sel": Kept({**cells, **above})},
            total=total,
            titles={**known.titles, name: title},
        ),
    )


def _worked_out(
    rows: Tabel, one: PageMeasure, stands: Mapping[str, str], top: Tabel
) -> pd.Series[float]:
    """A measure for each row. A share without a whole is one of the rows that are no part of
    others.
    """
    put: dict[str, Any] = {name: rows[column] for name, column in stands.items()}
    if one.nama == "bagian":
        put["keseluruhan"] = put.pop("jumlah", top[stands["nilai"]].astype(float).sum())
    found: pd.Series[float] = WAYS[one.nama](**put)
    return found


def _answer(laporan: Laporan, name: str, frame: Tabel, drawn: Sequence[str]) -> str:
    """What the charts of the table find, and how many findings are about its cells."""
    every = {
        one.id
        for where, found in laporan.verifikasi.marks.items()
        if where.table == name
        for one in found
    }
    told = [sentence(one) for one in drawn]
    table = worded("{label} ({count} baris)", label=frame.label, count=len(frame))
    if not every:
        return _html(answer(*told, worded("Tidak ada temuan pada {table}.", table=table)))
    link = Figure(
        worded("{count} temuan", count=len(every)), html_parts.VERIFICATION_PAGE, f"tabel-{name}"
    )
    return _html(answer(*told, (link, worded(" menyangkut angka {table}.", table=table))))


def _drawn(frame: Tabel, one: PageChart) -> tuple[str, str]:
    """What a chart finds, and it with its data. Of shares only the highest rows are drawn, as parts
    of parts would count twice; a row held against a goal may miss it though what it is part of
    does not, so these are all drawn, and said where there are too many."""
    is_each_drawn = bool(one.acuan) and len(frame) <= MOST_BARS
    rows = frame if is_each_drawn else frame.puncak
    if one.jenis == "bagian":
        rows = rows.sort_values(one.kolom, ascending=False, kind="stable")
        unit = worded(rows.units.get(one.kolom, ""))
        picture = charts.komposisi(
            rows, one.kolom, satuan=worded("{unit} dan bagiannya", unit=unit)
        )
    else:
        picture = _bars(rows, one)
    held = [one.acuan] if one.acuan in rows else []
    data = tabel(rows, kolom=[one.kolom, *held])
    title = picture.words.title if picture.words else ""
    if title and one.acuan and len(rows) < len(frame):
        title = f"{title}. {_with_parts(frame, one)}"
    return title, _html(bagan(picture, data, f"{one.jenis}-{one.kolom}"))


def _with_parts(frame: Tabel, one: PageChart) -> str:
    """The rows below their goal where those that are part of others are told too."""
    known = frame.dropna(subset=[one.kolom])
    goal, words = _goal(frame, one)
    return below_goal(
        [str(name) for name in known.get(frame._known.nama, known.index)],
        [float(value) for value in known[one.kolom]],
        [float(value) for value in known[goal]] if goal in known else [float(goal)] * len(known),
        words,
        worded("Dengan rinciannya"),
    )


def _goal(rows: Tabel, one: PageChart) -> tuple[str, str]:
    """The column or number that rows are held against, and what a reader calls it."""
    goal = one.acuan or "0"
    if goal in rows:
        return goal, rows.titles[goal]
    return goal, number(float(goal)) + ("%" if rows.units.get(one.kolom) == "persen" else "")


def _bars(rows: Tabel, one: PageChart) -> Chart:
    """Bars against a column, a number or nothing."""
    goal, words = _goal(rows, one)
    held = None if not one.acuan else goal if goal in rows else float(goal)
    measure, _ = headings(rows, [one.kolom])[one.kolom]
    mark = worded("; garis tegak: {acuan}", acuan=words) if one.acuan else ""
    return charts.batang(
        rows,
        one.kolom,
        satuan=measure + mark,
        acuan=held,
        kata_acuan=words,
        tentang=measure.rpartition(" (")[0] or measure,
    )


def _shown(frame: Tabel, page: TypePage, printed: Iterable[str], name: str) -> str:
    """The printed columns, total rows below the others, with the measures behind them."""
    plain = [c for c in page.kolom or printed if c in frame and c != frame._known.nama]
    columns = list(dict.fromkeys([*plain, *(one.kolom for one in page.ukuran)]))
    return _html(tabel(dengan_jumlah(frame), frame.judul, columns, f"cetak-{name}"))


def _html(shown: html_parts.Html | html_parts.Picture | html_parts.Pictures) -> str:
    parts = shown.parts if isinstance(shown, html_parts.Pictures) else (shown,)
    return "".join(part.html for part in parts)
