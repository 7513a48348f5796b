"""What a reader with one minute sees beside the key figures: what is good, wrong, to be done.

Each action stands here once, and leads to the place that tells the whole.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

import pandas as pd

from lkjip_analysis.analysis import frames
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.pages.parts import conclusions, frame_traces
from lkjip_analysis.pages.parts.achievement_sentences import is_printed_otherwise, printed_figure
from lkjip_analysis.pages.parts.actions import INDEX_PAGE, actions
from lkjip_analysis.pages.parts.caveats import beside
from lkjip_analysis.pages.parts.indicator_names import spelt_out
from lkjip_analysis.pages.parts.rendering import VERIFICATION_PAGE, slug
from lkjip_analysis.pages.parts.sentence import ACHIEVEMENT_PAGE, Figure, Sentence
from lkjip_analysis.report.report import CLAIMS

OPEN_LOOK = "ragu"
UNSURE = "Yang belum pasti"
SHOWN, PROVEN = 3, 4
"""So many things of a kind are named on the first screen, and figures proven wrong."""
LONGEST = 60
"""So many letters of the name of a figure stand before it."""
NUMBER = re.compile(r"^\d+[.)]\s*")
"""What a row may be numbered with."""


@dataclass(frozen=True)
class Box:
    """One of the boxes: a heading, its lines, and what it says where there are none."""

    name: str
    look: str
    """What its colour says: baik, salah, ragu or tindakan."""
    title: str
    lines: tuple[Sentence, ...]
    otherwise: str


def boxes(verification: Verification) -> tuple[Box, ...]:
    results, wrong = _results(verification), _wrong_box(verification)
    short = _short(results, is_told=wrong.look == OPEN_LOOK)
    return (_good(results), *([short] if short.lines else []), wrong, _to_do(verification, results))


@dataclass(frozen=True)
class Results:
    """The indicators of a report by what is known: reached (the best first), missed (the farthest
    first), and the names of those that nobody has decided."""

    best: pd.DataFrame
    missed: pd.DataFrame
    unsure: tuple[tuple[str, str], ...]
    """Each with between what it lies, where a word of it has several meanings."""
    is_told: bool
    """Does the report have a table of achievement?"""
    easy: frozenset[Hashable] = frozenset()
    """The codes of those whose target last year's result had passed already."""

    @property
    def unsure_line(self) -> Sentence:
        named: list[str | Figure] = []
        for name, between in self.unsure:
            named += [", "] * bool(named) + [Figure(name, INDEX_PAGE, "klarifikasi"), between]
        if len(self.unsure) > SHOWN:
            told = worded("{count} capaian", count=number(len(self.unsure)))
            named = [Figure(told, INDEX_PAGE, "klarifikasi")]
        return (*named, worded(" belum dapat diputuskan"))


def _results(verification: Verification) -> Results:
    kinerja = frames.kinerja(verification.report)
    if kinerja.empty:
        return Results(kinerja, kinerja, (), is_told=False)
    known = kinerja.dropna(subset="capaian_dihitung").sort_values(
        "capaian_dihitung", ascending=False, kind="stable"
    )
    told = beside(verification)
    is_open = told.open_among(kinerja, known.index)
    sure = known.loc[[not one for one in is_open]]
    reached = sure["capaian_dihitung"] >= 100
    meant = _meanings(verification, known)
    unsure = tuple(
        (spelt_out(row), meant.get(kode, "")) for kode, row in known.loc[is_open].iterrows()
    )
    easy = _passed_before(verification)
    return Results(sure[reached], sure[~reached][::-1], unsure, is_told=True, easy=easy)


def _meanings(verification: Verification, kinerja: pd.DataFrame) -> dict[Hashable, str]:
    """Between what the capaian of an indicator lies, with its classes, where the report does not
    say what a word of it means: by each reading, and as printed, for the mean of the year is told
    with that."""
    found = dict[Hashable, str]()
    for finding in verification.findings:
        told = [(float(one.capaian), one.kategori) for one in finding.readings]
        if told and finding.changes_conclusion:
            kode = finding.readings[0].kode
            printed = kinerja.loc[[kode] if kode in kinerja.index else []]
            own = zip(printed["capaian_dihitung"], printed["kategori_dihitung"], strict=True)
            ends = sorted([*told, *own])
            least, most = (f"{number(end, 2)}% ({name})" for end, name in (ends[0], ends[-1]))
            found[kode] = worded(" antara {least} dan {most}", least=least, most=most)
    return found


def _passed_before(verification: Verification) -> frozenset[Hashable]:
    """The codes of the indicators whose target is found to have been passed the year before."""
    specs = verification.report.specs
    asked = {spec.stem for spec in specs if spec.entries["jenis"] == "target_rendah"}
    found = (one for one in verification.findings if not asked.isdisjoint(one.rules))
    return frozenset(one.named_cells[0].address.row for one in found)


def _good(results: Results) -> Box:
    """The indicators that reached their target; what is only undecided is not called good."""
    if not results.is_told:
        why = worded("Laporan ini tidak memuat tabel capaian kinerja.")
        return Box("baik", OPEN_LOOK, worded("Yang belum dapat dinilai"), (), why)
    if results.best.empty and results.unsure:
        lines: tuple[Sentence, ...] = (results.unsure_line,)
        return Box("baik", OPEN_LOOK, worded("Yang belum dapat dinilai"), lines, "")
    lines = _lines(results.best, worded(" mencapai target"), results.easy)
    nothing = worded("Belum ada indikator yang diketahui mencapai target.")
    return Box("baik", "baik" if lines else "netral", worded("Yang baik"), lines, nothing)


def _short(results: Results, is_told: bool) -> Box:
    """The targets that were missed, and how much is undecided where no other box tells it."""
    lines = _lines(results.missed, worded(" tidak mencapai target"))
    title = worded("Yang tidak tercapai")
    if results.unsure and not results.best.empty and not is_told:
        title = worded("Yang tidak tercapai atau belum pasti") if lines else worded(UNSURE)
        lines = (*lines, results.unsure_line)
    return Box("belum", OPEN_LOOK, title, lines, "")


def _lines(
    indicators: pd.DataFrame, rest: str, easy: frozenset[Hashable] = frozenset()
) -> tuple[Sentence, ...]:
    """The first of some indicators, each in one line; the others counted."""
    passed = worded(", yang sudah terlampaui tahun sebelumnya")
    lines: list[Sentence] = [
        (f"{spelt_out(row)} ", _capaian(kode, row), *_printed_too(indicators, kode),
         _of_target(indicators, kode), passed if kode in easy else "")
        for kode, row in indicators.head(SHOWN).iterrows()
    ]  # fmt: skip
    left = len(indicators) - SHOWN
    if left > 0:
        counted = worded("{count} indikator lain", count=number(left))
        lines.append((Figure(counted, ACHIEVEMENT_PAGE, "kinerja"), rest))
    return tuple(lines)


def _printed_too(indicators: pd.DataFrame, kode: Any) -> Sentence:
    """The capaian that the report prints, where it is another one than its figures give."""
    if not is_printed_otherwise(indicators, kode):
        return ()
    return worded(" (tercetak "), printed_figure(indicators, kode, "capaian", "%"), ")"


def _of_target(indicators: pd.DataFrame, kode: Any) -> str:
    """What a capaian is of; where less is better what was reached beside the limit, for 150
    percent of that is not more than it.
    """
    if indicators.loc[kode].get("arah") != "turun":
        return worded(" dari target")
    reached, limit = (frames.shown(indicators, kode, name) for name in ("realisasi", "target"))
    return worded(" ({reached}, batasnya {limit})", reached=reached, limit=limit)


def _wrong_box(verification: Verification) -> Box:
    """What is only undecided is not called wrong; where nothing is open, that nothing is."""
    sure = conclusions.misprints(verification) or conclusions.deciding(verification)
    is_open = conclusions.unclear(verification) and not sure
    look, title = (OPEN_LOOK, worded(UNSURE)) if is_open else ("salah", worded("Yang salah"))
    lines = _wrong(verification)
    return Box("salah", look if lines else "netral", title, lines, _unfound(verification))


def _capaian(kode: Hashable, row: pd.Series[Any]) -> Figure:
    told = f"{number(float(row['capaian_dihitung']), 2)}%"
    return Figure(told, ACHIEVEMENT_PAGE, f"kinerja.{slug(str(kode))}")


def _wrong(verification: Verification) -> tuple[Sentence, ...]:
    """Conclusions that do not hold, of many only how many, then figures that are proven wrong,
    each in one line."""
    proven, falling = conclusions.misprints(verification), conclusions.deciding(verification)
    undecided = conclusions.unclear(verification)
    means = _mean_names(verification)
    lines = [_misprint(one, means) for one in proven[:PROVEN]]
    if len(proven) > PROVEN:
        left = worded("dan {count} lagi", count=number(len(proven) - PROVEN))
        lines.append((Figure(left, INDEX_PAGE, "koreksi-pertama"),))
    counted = worded("{count} simpulan tidak didukung angkanya", count=number(len(falling)))
    first: list[Sentence] = [(Figure(counted, INDEX_PAGE, "simpulan"),)]
    if len(falling) <= PROVEN + 1 - len(lines):
        first = [(Figure(one.headline, VERIFICATION_PAGE, one.anchor),) for one in falling]
    lines = [*first, *lines]
    if undecided and not lines:
        told = Figure(
            worded("{count} hal", count=number(len(undecided))), INDEX_PAGE, "klarifikasi"
        )
        lines.append((told, worded(" tidak dapat diputuskan dari laporan saja")))
    return tuple(lines)


def _mean_names(verification: Verification) -> dict[str, str]:
    """What the printed means are called, by their anchors: their row is only the first of those
    that they are the mean of."""
    return {
        cell.address.anchor: worded("Rata-rata capaian sasaran {key}", key=key)
        if key
        else worded("Rata-rata capaian")
        for key, cells in beside(verification).means.items()
        for cell in cells
        if cell.address.table != CLAIMS
    }


def _misprint(one: conclusions.Misprint, means: Mapping[str, str]) -> Sentence:
    printed = Figure(one.printed, VERIFICATION_PAGE, one.anchor)
    rest = worded(
        " seharusnya {should} ({where})",
        should=one.should,
        where=one.where.partition(",")[0].partition(":")[0],
    )
    return f"{means.get(one.cell) or _thing(one.name)}: ", printed, rest


def _thing(name: str) -> str:
    """What a figure is, in one line: its column, then its row.

    >>> _thing("1. Program Penilaian Kesehatan - Anggaran"), _thing("Jumlah pasar")
    ('Anggaran Penilaian Kesehatan', 'Jumlah pasar')
    >>> _thing("Furnitur - Nilai Ekspor (Rp. 000)")
    'Nilai Ekspor Furnitur'
    """
    row, _, column = name.rpartition(" - ")
    bare = NUMBER.sub("", row).removeprefix("Program ")
    told = f"{frame_traces.without_unit(column)} {bare}".strip()
    return shorten(told, LONGEST, placeholder=" …")


def _to_do(verification: Verification, results: Results) -> Box:
    lines = actions(verification, len(results.missed))
    title = worded("Yang perlu dilakukan")
    return Box("tindakan", "tindakan", title, lines, _nothing(verification))


def _nothing(verification: Verification) -> str:
    """What is said where no figure is to be corrected: no more than was tested."""
    told = verification.coverage.as_json()
    if not told["watched"]:
        return worded("Belum ada yang dapat disarankan: tidak satu pun angka dapat diuji.")
    left = (
        worded("; {count} angka tidak dapat diuji", count=told["unwatched"])
        if told["unwatched"]
        else ""
    )
    return worded("Tidak ada angka yang perlu dikoreksi menurut pemeriksaan ini{left}.", left=left)


def _unfound(verification: Verification) -> str:
    """What is said where nothing is wrong: no more than was tested."""
    told = verification.coverage.as_json()
    if not told["watched"]:
        return worded("Tidak satu pun angka dapat diuji.")
    return worded("Tidak ada yang salah di antara angka yang dapat diuji.")
