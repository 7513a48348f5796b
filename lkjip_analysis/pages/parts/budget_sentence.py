"""The budget of a year in one sentence, with what the report itself totals where it differs."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lkjip_analysis.analysis import frames, spending
from lkjip_analysis.checking.findings.shown_figures import in_rupiah
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.parts.caveats import NOTHING, OPEN, PROVEN, Beside, as_printed
from lkjip_analysis.pages.parts.rendering import VERIFICATION_PAGE
from lkjip_analysis.pages.parts.sentence import BUDGET_PAGE, Figure, Sentence, percent
from lkjip_analysis.report.report import Correction, Report
from lkjip_analysis.report.tables import Table


def budget(report: Report, seen: Beside = NOTHING) -> Sentence:
    """Budget and spending, after the accepted corrections where these change them."""
    if spending.anggaran(report).empty:
        return ()
    layers = spending.anggaran_lapis(report).to_dict("index")
    printed, used = layers["tercetak"], layers["dipakai"]
    own = frames.of_type(report, "anggaran")[0]
    base: Sentence = (
        worded("Dari pagu "), _rupiah(used, "pagu", "dipakai"), *_total_row(report, layers, "pagu"),
        worded(" terserap "), _rupiah(used, "realisasi", "dipakai"),
        *_total_row(report, layers, "realisasi"), worded(" atau "),
        percent(used["serapan"], "lapis.dipakai", "serapan", BUDGET_PAGE),
        *_total_row(report, layers, "serapan"),
        *_left(used), _open_amounts(report, seen),
    )  # fmt: skip
    if printed["realisasi"] == used["realisasi"]:
        return (*base, ".")
    corrected = _corrections_of(report, own)
    return (
        *base,
        worded(
            " (sesudah {count} koreksi{accepted}). Sebagaimana tercetak, "
            "jumlah realisasi baris program ",
            count=len(corrected),
            accepted=worded(", penyetuju belum dicatat")
            if _is_unnamed(corrected)
            else worded(" yang diterima"),
        ),
        _rupiah(printed, "realisasi", "tercetak"),
        *_gap(printed["realisasi"] - used["realisasi"]),
        ".",
    )


def after_corrections(report: Report, table: Table) -> str:
    """That what is told of a table rests on corrections, and where nobody stands by one, that."""
    corrected = _corrections_of(report, table)
    if _is_unnamed(corrected):
        return worded(" sesudah koreksi (penyetuju belum dicatat)")
    return worded(" sesudah koreksi") if corrected else ""


def _corrections_of(report: Report, table: Table) -> list[Correction]:
    return [one for one in report.corrections if one.address.table == table.name]


def _is_unnamed(corrections: Sequence[Correction]) -> bool:
    """Did nobody put a name to one of these corrections?"""
    return not all(one.accepted.by for one in corrections)


def _left(used: Mapping[Hashable, Any]) -> Sentence:
    """What was not spent; what was spent beyond the ceiling is no negative rest."""
    if used["sisa"] >= 0:
        return (worded(", sisa "), _rupiah(used, "sisa", "dipakai"))
    return (worded(", melebihi pagu "), _rupiah({"sisa": -used["sisa"]}, "sisa", "dipakai"))


def _total_row(report: Report, layers: Mapping[Hashable, Any], column: str) -> Sentence:
    """What the total row prints, where the rows give another figure."""
    found = other_total(report, layers["dipakai"], column)
    if found is None:
        return ()
    figure = Figure(found.text, VERIFICATION_PAGE, found.anchor)
    return worded(" (baris jumlah mencantumkan "), figure, ")"


@dataclass(frozen=True)
class OtherTotal:
    """What the total row prints in place of the figure that its rows give, and where."""

    text: str
    anchor: str


def other_total(report: Report, used: Mapping[Hashable, Any], column: str) -> OtherTotal | None:
    """The total row's print of a column, where the rows (`used`) give another figure."""
    table = frames.of_type(report, "anggaran")[0]
    cell, ours = spending.total_cell(table, column), used[column]
    if cell is None or pd.isna(ours):
        return None
    text = as_printed(float(ours), report.used().cell(cell.address))
    if not text:
        return None
    if column == "serapan":
        shown = text if "%" in text else f"{text}%"
    else:
        shown = in_rupiah(text, cell.column)
    return OtherTotal(shown, cell.address.anchor)


def amounts_mark(report: Report, seen: Beside) -> str:
    """Why nobody can rest on the amounts of the budget table; nothing where they stand."""
    return seen.of(
        cell.address
        for cell in frames.of_type(report, "anggaran")[0]
        if cell.address.column in ("pagu", "realisasi")
    )


def _open_amounts(report: Report, seen: Beside) -> str:
    """That an amount of the budget table is not decided yet, or is wrong and not corrected."""
    mark = amounts_mark(report, seen)
    return (
        worded(". Jumlah itu bergantung pada angka yang {mark}", mark=worded(mark))
        if mark in (OPEN, PROVEN)
        else ""
    )


def _gap(amount: float) -> Sentence:
    """By how much the print is above or below; the corrections that make it so stand below."""
    word = worded(", lebih ") if amount > 0 else worded(", kurang ")
    return (word, Figure(f"Rp{number(abs(amount))}", BUDGET_PAGE, "koreksi"))


def _rupiah(amounts: Mapping[Hashable, Any], column: str, layer: str) -> Figure:
    return Figure(f"Rp{number(amounts[column])}", BUDGET_PAGE, f"lapis.{layer}", column)
