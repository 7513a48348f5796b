"""The pages of a report: their common head and navigation, and the index that opens it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from babel.dates import format_date

from lkjip_analysis.analysis import frames, spending
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.language import report_locale, worded
from lkjip_analysis.pages import charts
from lkjip_analysis.pages.notebooks import Page
from lkjip_analysis.pages.page_arrangement import arranged
from lkjip_analysis.pages.parts import (
    conclusions,
    first_screen,
    html_parts,
    key_figures,
    year_summary,
)
from lkjip_analysis.pages.parts.assumptions import assumptions
from lkjip_analysis.pages.parts.caveats import resting_on_open
from lkjip_analysis.pages.parts.front_verdict import basis, in_one_sentence, label
from lkjip_analysis.pages.parts.page_style import without_idle_rules
from lkjip_analysis.pages.parts.rendering import marked
from lkjip_analysis.pages.parts.sentence import Sentence
from lkjip_analysis.report.report import Report

_ABSENT = re.compile(r'<p class="tiada">.*?</p>', re.DOTALL)


def head_of(report: Report) -> dict[str, Any]:
    return {
        "nama": report.nama,
        "pemerintah": report.government,
        "dokumen": report.dokumen,
        "tahun": report.tahun,
        "tanggal": format_date(report.tanggal_data, "d MMMM y", locale=report_locale()),
    }


def write_page(
    folder: Path, head: Mapping[str, Any], pages: Sequence[Page], page: Page, body: str
) -> None:
    html = html_parts.render(
        "halaman.html.j2",
        title=page.title,
        head=head,
        pages=pages,
        current=page.file,
        running=f"{head['nama']}, {head['tahun']}: {page.title}",
        script=marked(script_of(body)),
        body=marked(arranged(without_absent(body))),
    )
    told = without_idle_rules(html)
    (folder / page.file).write_text(told, encoding="utf-8", newline="\n")


def named(body: str, changed: Sequence[str]) -> str:
    """A page that says which of its notebook's parameters are other than usual."""
    if not changed:
        return body
    head, end, rest = body.partition("</h1>")
    told = html_parts.text(
        worded("Halaman ini dibuat dengan {changed}.", changed="; ".join(changed))
    )
    return f"{head}{end}{told.html}{rest}"


SCRIPTS = {'id="alat-temuan"': "temuan.js", 'class="simpan"': "bagan.js"}
"""What a page holds, and the script that helps with it. A page without is complete too."""


SPOKEN = (" temuan tampil", "Tidak ada temuan yang cocok")
"""What the scripts say."""


def script_of(body: str) -> str:
    """The scripts of what a page holds, as one."""
    used = (name for what, name in SCRIPTS.items() if what in body)
    told = "\n".join((html_parts.TEMPLATES / name).read_text(encoding="utf-8") for name in used)
    for text in SPOKEN:
        told = told.replace(text, worded(text))
    return told


def without_absent(body: str) -> str:
    """The body without what a report does not have: a section that shows nothing is left out."""
    opening, *sections = re.split(r"(?=<h2)", body)
    kept = [section for section in sections if not _is_empty(section)]
    return _ABSENT.sub("", "".join([opening, *kept]))


def _is_empty(section: str) -> bool:
    """Does a section hold only its heading, its introduction and what is absent?"""
    introduction, *rest = _ABSENT.split(section)
    shows = re.search(r"<(table|figure|svg|img|ul|ol|pre|form|details)", introduction)
    return bool(rest) and not shows and not "".join(rest).strip()


def index_body(
    verification: Verification,
    head: Mapping[str, Any],
    pages: Sequence[Page],
) -> str:
    """The index: a first screen that answers, then what it rests on and what to correct."""
    known = {first_screen.INDEX_PAGE, *(page.file for page in pages)}
    deciding = conclusions.deciding(verification)
    return html_parts.render(
        "indeks.html.j2",
        head=head,
        state=label(verification),
        verdict=_linked(in_one_sentence(verification), known),
        basis=_linked(basis(verification), known),
        keys=[
            (key.title, _linked((key.figure,), known), key.beside)
            for key in key_figures.key_figures(verification)
        ],
        boxes=[
            (box, [_linked(line, known) for line in box.lines])
            for box in first_screen.boxes(verification)
        ],
        sentences=[_linked(told, known) for told in year_summary.sentences(verification)],
        deciding=deciding[: conclusions.SHOWN],
        tally=conclusions.tally(verification),
        more=len(deciding) - conclusions.SHOWN,
        misprints=conclusions.misprints(verification),
        unclear=conclusions.unclear(verification)[: conclusions.SHOWN],
        assumptions=assumptions(verification),
        chart=marked(_chart(verification)),
        pages=pages,
        can_verify=html_parts.VERIFICATION_PAGE in known,
    )


def _linked(sentence: Sentence, known: set[str]) -> list[dict[str, str]]:
    """The parts of a sentence; a figure of a page that was built leads there."""
    return [
        {"text": part, "target": "", "trace": ""}
        if isinstance(part, str)
        else {
            "text": part.text,
            "target": f"{part.page}#{part.anchor}" * (part.page in known),
            "trace": "",
        }
        for part in sentence
    ]


def _source(report: Report, kind: str) -> str:
    """The tables of a kind and their document."""
    return ", ".join([*(table.label for table in frames.of_type(report, kind)), report.dokumen])


def _chart(verification: Verification) -> str:
    """The one chart of the index: achievement, or what was spent where there is none."""
    report = verification.report
    kinerja, budget = frames.kinerja(report), spending.anggaran(report)
    if not kinerja.empty and kinerja["capaian_dihitung"].notna().any():
        source = _source(report, "capaian")
        unsure = resting_on_open(verification, kinerja)
        chart = charts.capaian(kinerja, source, ringkas=True, belum=unsure)
        return html_parts.chart(chart, name="capaian").html
    if not budget.empty and budget["serapan_dihitung"].notna().any():
        source = _source(report, "anggaran")
        return html_parts.chart(charts.serapan(budget, source), name="serapan").html
    return ""
