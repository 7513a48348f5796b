"""Chapter III as a planner continues it: achievement, comparisons, budget; and an annex for who
edits it.

One rule in every table: what is put in (target, realisasi, pagu, figures of other years) stands as
printed, with the accepted corrections (layer dipakai); what follows from it (capaian, kategori,
serapan) is computed as on the pages, for whether a target is reached must not depend on where one
reads it. Where another one is printed, it stands beside. The annex says so, and shows both layers
where they differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.written import number
from lkjip_analysis.output.word_pdf import chapter3_budget, chapter3_means, chapter3_notes
from lkjip_analysis.output.word_pdf.chapter3_marks import Doubts, with_note
from lkjip_analysis.output.word_pdf.document import Block, Document, Field, Grid, Heading, Paragraph
from lkjip_analysis.output.word_pdf.sasaran import Sasaran, groups
from lkjip_analysis.pages.parts import achievement_sentences
from lkjip_analysis.pages.parts.budget_sentence import budget
from lkjip_analysis.pages.parts.caveats import beside
from lkjip_analysis.pages.parts.sentence import text
from lkjip_analysis.report.report import Report

Narration = Mapping[str, Sequence[str]]
"""Sentences for a section: of a sasaran by its table and number, "anggaran", "ringkasan"."""


def chapter(verification: Verification, narration: Narration | None = None) -> Document:
    """Chapter III of a report. With `narration` those sentences replace the computed ones."""
    report, used = verification.report, verification.report.used()
    told = narration if narration is not None else _narration(verification)
    doubts = Doubts.of(verification)
    blocks: list[Block] = [
        Heading(1, worded("BAB III AKUNTABILITAS KINERJA TAHUN {tahun}", tahun=report.tahun))
    ]
    blocks.append(_opening(report))
    blocks += [
        Heading(2, worded("A. Capaian Kinerja")),
        *_paragraphs(told, "capaian"),
        *_scale(used),
    ]
    for sasaran in groups(used):
        blocks += [Heading(3, sasaran.title), *_paragraphs(told, sasaran.key)]
        blocks += with_note(_achievement(used, sasaran, doubts))
    blocks += _comparisons(used, doubts)
    blocks += chapter3_means.means(verification, _paragraphs(told, "ringkasan"))
    blocks.append(Heading(2, worded("B. Realisasi Anggaran")))
    blocks += [*_paragraphs(told, "anggaran"), *chapter3_budget.budget(report)]
    blocks += chapter3_budget.efficiency(used)
    if narration is None:
        blocks += chapter3_notes.notes(verification)
    author = f"{report.nama}, {report.government}" if report.government else report.nama
    title = worded(
        "BAB III Akuntabilitas Kinerja: {nama} {tahun}", nama=report.nama, tahun=report.tahun
    )
    return Document(title, author, tuple(blocks), chapter=3)


def _paragraphs(told: Narration, section: str) -> list[Block]:
    return [Paragraph(" ".join(told[section]))] if told.get(section) else []


def _narration(verification: Verification) -> Narration:
    report, seen = verification.report.used(), beside(verification)
    sentences = {
        "capaian": achievement_sentences.performance(report, seen, is_plain=True),
        "anggaran": budget(report),
    }
    return {section: [text(told)] for section, told in sentences.items() if told}


def _opening(report: Report) -> Paragraph:
    """What the chapter holds."""
    where = f" {report.government}" if report.government else ""
    return Paragraph(
        worded(
            "Bab ini memuat capaian kinerja dan realisasi anggaran {nama}{where} tahun {tahun}.",
            nama=report.nama,
            where=where,
            tahun=report.tahun,
        )
    )


def _scale(report: Report) -> Iterator[Block]:
    """The scale that categories come from, as the report declares it."""
    scale = report.scales.get("capaian")
    if scale is not None:
        rows = tuple((band.nama, band.told("%")) for band in scale.pita)
        fields = (Field(worded("Kategori")), Field(worded("Capaian")))
        yield Grid(worded("Skala pengukuran capaian kinerja"), fields, rows, name="skala")


def _achievement(report: Report, sasaran: Sasaran, doubts: Doubts) -> Grid:
    """Target, realisasi, capaian and kategori of the indicators of one sasaran."""
    classed = any(sasaran.category(row) for row in sasaran)
    fields = [
        Field(worded("Indikator kinerja")),
        Field(worded("Target"), True),
        Field(worded("Realisasi"), True),
    ]
    fields.append(Field(worded("Capaian (%)"), True))
    rows = [
        (
            sasaran.name(row),
            *(
                doubts.told(sasaran, row, column, sasaran.text(row, column))
                for column in ("target", "realisasi")
            ),
            doubts.told(sasaran, row, "capaian", sasaran.shown_capaian(row)),
            *([doubts.told(sasaran, row, "kategori", sasaran.category(row))] if classed else []),
        )
        for row in sasaran
    ]
    caption = worded(
        "Capaian kinerja {short} tahun {tahun}", short=sasaran.short, tahun=report.tahun
    )
    fields += [Field(worded("Kategori"))] if classed else []
    return Grid(caption, tuple(fields), tuple(rows), name=sasaran.key)


def _comparisons(report: Report, doubts: Doubts) -> Iterator[Block]:
    """This year beside last year, and beside the end of the Renstra, over all indicators."""
    last = {
        "realisasi_lalu": worded("Realisasi {tahun}", tahun=report.tahun - 1),
        "realisasi": worded("Realisasi {tahun}", tahun=report.tahun),
        "capaian_lalu": worded("Capaian {tahun} (%)", tahun=report.tahun - 1),
        "capaian": worded("Capaian {tahun} (%)", tahun=report.tahun),
    }
    end = {
        "target_renstra": worded("Target akhir Renstra"),
        "realisasi": worded("Realisasi {tahun}", tahun=report.tahun),
        "capaian_renstra": worded("Capaian terhadap target akhir Renstra (%)"),
    }
    before = worded("Perbandingan dengan tahun {tahun}", tahun=report.tahun - 1)
    for heading, columns, caption, name in (
        (worded("Perbandingan dengan tahun sebelumnya"), last, before, "banding_lalu"),
        (
            worded("Perbandingan dengan target akhir Renstra"),
            end,
            worded("Capaian terhadap target akhir Renstra"),
            "banding_renstra",
        ),
    ):
        grid = _compared(report, columns, caption, name, doubts)
        if grid is not None:
            yield from (Heading(3, heading), *with_note(grid))


def _compared(
    report: Report, headings: Mapping[str, str], caption: str, name: str, doubts: Doubts
) -> Grid | None:
    """The columns that the report has; with two years of capaian also their difference.

    None where it has nothing to compare with.
    """
    every = list(groups(report))
    own = [c for c in headings if c not in ("realisasi", "capaian")]
    printed = [c for c in headings if any(group.text(r, c) for group in every for r in group)]
    if not set(own) & set(printed):
        return None
    if "realisasi_lalu" in headings and "realisasi_lalu" not in printed:
        printed.remove("realisasi")
    differ = {"capaian_lalu", "capaian"} <= set(printed)
    fields = [Field(worded("Indikator kinerja")), *(Field(headings[c], True) for c in printed)]
    fields += [Field(_between(every), True)] if differ else []
    rows = [
        (
            group.name(row),
            *(
                doubts.told(group, row, column, _as_compared(group, row, column))
                for column in printed
            ),
            *([doubts.told(group, row, "selisih", _difference(group, row))] if differ else []),
        )
        for group in every
        for row in group
    ]
    return Grid(caption, tuple(fields), tuple(rows), name=name)


def _as_compared(group: Sasaran, row: str, column: str) -> str:
    """A figure as printed, and the capaian as in every table."""
    told = group.shown_capaian(row) if column == "capaian" else group.text(row, column)
    return told or "n/a"


def _between(every: Sequence[Sasaran]) -> str:
    """What the difference of two prints is called, where a capaian that is shown is another."""
    if all(group.is_as_computed(row) for group in every for row in group):
        return worded("Selisih capaian (poin)")
    return worded("Selisih capaian tercetak (poin)")


def _difference(group: Sasaran, row: str) -> str:
    now, before = group.value(row, "capaian"), group.value(row, "capaian_lalu")
    return "n/a" if now is None or before is None else number(now - before, 2)
