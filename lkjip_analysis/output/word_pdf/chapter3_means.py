"""The mean capaian in chapter III: of each sasaran, of all, and of the column as printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_analysis.analysis import frames
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import worded
from lkjip_analysis.numbers import metrics
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.written import number
from lkjip_analysis.output.word_pdf.chapter3_marks import Doubts, marked, with_note
from lkjip_analysis.output.word_pdf.document import (
    Block,
    Field,
    Figure,
    Grid,
    Heading,
    Paragraph,
    drawn_for_paper,
)
from lkjip_analysis.output.word_pdf.sasaran import (
    groups,
    is_mean_of_indicators,
    named,
    rerata,
    year_mean,
    year_mean_as_printed,
)
from lkjip_analysis.pages import charts
from lkjip_analysis.pages.parts.caveats import resting_on_open
from lkjip_analysis.report.report import Report


def means(verification: Verification, summary: Sequence[Block]) -> Iterator[Block]:
    """The mean capaian of each sasaran and of all, recomputed without rounding on the way.

    `summary` is what is said of them.
    """
    report = verification.report.used()
    each = rerata(report)
    if not each:
        return
    doubts, every = Doubts.of(verification), list(groups(report))
    rows = [
        (
            named(report, key),
            *_mean(report, value, doubts.mean_is_open(one for one in every if one.code == key)),
        )
        for key, value in each.items()
    ]
    is_plain = is_mean_of_indicators(report)
    overall = _mean(report, year_mean(report), doubts.mean_is_open(every))
    yield Heading(3, worded("Rata-rata capaian"))
    yield from summary
    fields = [Field(worded("Sasaran")), Field(worded("Rata-rata capaian (%)"), True)]
    fields += [Field(worded("Kategori"))] * ("capaian" in report.scales)
    title = (
        worded("Rata-rata seluruh indikator") if is_plain else worded("Rata-rata seluruh sasaran")
    )
    rows.append((title, *overall))
    caption = worded("Rata-rata capaian tiap sasaran")
    shown_rows = tuple(row[: len(fields)] for row in rows)
    yield from with_note(Grid(caption, tuple(fields), shown_rows, totals=1, name="ringkasan"))
    if told_otherwise := _as_printed(report, number(year_mean(report), 2)):
        yield Paragraph(told_otherwise)
    yield _each_indicator(report, verification)


def _each_indicator(report: Report, verification: Verification) -> Figure:
    """The chart of the pages: the same capaian, and dashed where it rests on what is open."""
    kinerja = frames.kinerja(report)
    unsure = resting_on_open(verification, kinerja)
    caption = worded("Capaian tiap indikator tahun {tahun}", tahun=report.tahun)
    tables = tuple(dict.fromkeys(group.key for group in groups(report)))
    return Figure(caption, drawn_for_paper(charts.capaian, kinerja, belum=unsure), tables)


def _as_printed(report: Report, ours: str) -> str:
    """The mean that the column as printed gives, where it is another than the one computed."""
    of_print = year_mean_as_printed(report)
    printed = ours if of_print is None else number(of_print, 2)
    if printed == ours:
        return ""
    if is_mean_of_indicators(report):
        return worded(
            "Rata-rata dihitung dari target dan realisasi; dari kolom capaian sebagaimana tercetak "
            "rata-rata seluruh indikator {printed}.",
            printed=printed,
        )
    return worded(
        "Rata-rata dihitung dari target dan realisasi; dari kolom capaian sebagaimana tercetak "
        "rata-rata seluruh sasaran {printed}.",
        printed=printed,
    )


def _mean(report: Report, value: Fraction, is_open: bool = False) -> tuple[str, str]:
    """A mean as shown, and its class: a reader holds the scale against the figure shown."""
    scale = report.scales.get("capaian")
    kategori = metrics.kategori_dihitung(value, scale.pita) if scale else None
    told = kategori or (worded("tanpa kategori") if scale else "")
    return marked(number(value, 2), is_open), marked(told, is_open)
