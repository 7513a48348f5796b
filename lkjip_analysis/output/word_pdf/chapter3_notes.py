"""The annex of chapter III: what verifying found, for whoever edits the chapter.

Its tables are numbered apart from those of the chapter, and those of the checked report are named
as the report's: its chapter III has the same numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lkjip_analysis.checking.findings.finding import SHOWN_AS
from lkjip_analysis.checking.findings.finding import summary as counted
from lkjip_analysis.checking.findings.wording import rejected
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import worded
from lkjip_analysis.output.corrections import to_correct
from lkjip_analysis.output.word_pdf import chapter3_budget
from lkjip_analysis.output.word_pdf.document import Block, Field, Grid, Heading, Paragraph
from lkjip_analysis.output.word_pdf.sasaran import groups, shown
from lkjip_analysis.report.report import Report

MOST = 12
"""So many findings are listed; the rest are counted."""

COUNTED = {
    "terbukti": "angka yang terbukti salah",
    "ambigu": "hal yang perlu diklarifikasi",
    "klaim": "kalimat yang bertentangan dengan angkanya",
    "kaidah": "hal yang tidak mengikuti aturan laporan sendiri",
    "pembulatan": "pembulatan yang tidak biasa",
    "dugaan": "hal yang patut diperiksa",
}


def notes(verification: Verification) -> Iterator[Block]:
    """What verification found, for whoever edits the chapter; not meant to be published."""
    shown = [*_recomputed(verification.report.used()), *chapter3_budget.layers(verification.report)]
    title = worded("Lampiran: catatan pemeriksaan (hapus sebelum diterbitkan)")
    has_more = bool(verification.findings or shown)  # two lines need no page of their own
    yield Heading(2, title, is_annex=has_more)
    yield _layer(verification.report)
    yield from shown
    if verification.findings:
        yield from _found(verification)
    else:
        yield Paragraph(worded("Tidak ada temuan. Selaras antar-tabel belum berarti benar."))
    if verification.rejected:
        yield Paragraph(rejected(verification.rejected))


def _found(verification: Verification) -> Iterator[Block]:
    """How many findings of each kind there are, and the first that are to be corrected."""
    count = counted(verification.findings)
    kinds = [f"{count[kind]} {worded(words)}" for kind, words in COUNTED.items() if count[kind]]
    named = _as_of_report(verification.report)
    rows = [
        (
            SHOWN_AS[action.group],
            named(action.where),
            action.printed or "–",
            named(_first(action.should)),
        )
        for action in to_correct.actions(verification)
        if action.group in ("terbukti", "ambigu", "klaim")
    ]
    more = (
        worded(" {count} lainnya ada dalam daftar perbaikan.", count=len(rows) - MOST)
        if len(rows) > MOST
        else ""
    )
    yield Paragraph(
        worded(
            "Pemeriksaan menemukan {kinds}.{more} “Tabel 1.1 laporan” ialah tabel naskah "
            "yang diperiksa, bukan tabel bab ini.",
            kinds=", ".join(kinds),
            more=more,
        )
    )
    heads = worded("Jenis"), worded("Letak"), worded("Tertulis"), worded("Seharusnya")
    if rows:
        title = worded("Temuan yang perlu diselesaikan")
        yield Grid(title, tuple(map(Field, heads)), tuple(rows[:MOST]), name="temuan")


def _as_of_report(report: Report) -> Callable[[str], str]:
    """Names the tables of the report as its own: those of this chapter have the same numbers."""
    labels = sorted({table.label for table in report.tables.values()}, key=len, reverse=True)
    numbered = [re.escape(label) for label in labels if label[-1:].isdigit()]
    told = re.compile(rf"(?:{'|'.join(numbered)})(?![.\d]*\d)") if numbered else None
    if told is None:
        return str
    return lambda text: told.sub(lambda one: worded("{table} laporan", table=one[0]), text)


def _layer(report: Report) -> Paragraph:
    """Which figures the chapter shows: its one rule."""
    count = len(report.corrections)
    accepted = (
        worded("dengan {count} koreksi yang diterima", count=count)
        if count
        else worded("belum ada koreksi yang diterima")
    )
    return Paragraph(
        worded(
            "Bab ini memuat target, realisasi, pagu, dan angka tahun lain sebagaimana tercetak "
            "({accepted}). Capaian, kategori, dan serapan dihitung dari angka itu; bila tercetak "
            "lain, cetakannya disebut di sampingnya.",
            accepted=accepted,
        )
    )


def _recomputed(report: Report) -> Iterator[Block]:
    """The capaian that the figures give, where another one is printed."""
    rows = tuple(
        (sasaran.name(row), sasaran.text(row, "capaian"), shown(sasaran.computed(row)))
        for sasaran in groups(report)
        for row in sasaran
        if sasaran.capaian(row) and not sasaran.is_as_computed(row)
    )
    fields = (
        Field(worded("Indikator kinerja")),
        Field(worded("Capaian tercetak (%)"), True),
        Field(worded("Capaian dihitung (%)"), True),
    )
    if rows:
        yield Grid(worded("Capaian yang tercetak lain dari hitungannya"), fields, rows, name="beda")


def _first(texts: Sequence[str]) -> str:
    """The one repair; of several that none can decide between, how many there are."""
    if len(texts) > 1:
        return worded("belum dapat diputuskan, {count} kemungkinan", count=len(texts))
    return texts[0] if texts else worded("periksa sumbernya")
