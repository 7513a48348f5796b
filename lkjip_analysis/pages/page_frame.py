"""What all pages of a report have in common: head, navigation, scripts.

It draws nothing and knows no frame: who puts pages together has pandas and matplotlib to import
only where it makes some itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lkjip_analysis.language import worded
from lkjip_analysis.numbers.calendar_days import in_words
from lkjip_analysis.pages.notebooks import Page
from lkjip_analysis.pages.page_arrangement import arranged
from lkjip_analysis.pages.parts.page_style import without_idle_rules
from lkjip_analysis.pages.parts.rendering import TEMPLATES, marked, render, text
from lkjip_analysis.report.report import Report

_ABSENT = re.compile(r'<p class="tiada">.*?</p>', re.DOTALL)


def head_of(report: Report) -> dict[str, Any]:
    return {
        "nama": report.nama,
        "pemerintah": report.government,
        "dokumen": report.dokumen,
        "tahun": report.tahun,
        "tautan": report.published,
        "kontak": report.contact,
        "tanggal": in_words(report.tanggal_data),
    }


def write_page(
    folder: Path, head: Mapping[str, Any], pages: Sequence[Page], page: Page, body: str
) -> None:
    html = render(
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
    told = text(worded("Halaman ini dibuat dengan {changed}.", changed="; ".join(changed)))
    return f"{head}{end}{told.html}{rest}"


SCRIPTS = {'id="alat-temuan"': "temuan.js", 'class="simpan"': "bagan.js"}
"""What a page holds, and the script that helps with it. A page without is complete too."""


SPOKEN = (" temuan tampil", "Tidak ada temuan yang cocok")
"""What the scripts say."""


def script_of(body: str) -> str:
    """The scripts of what a page holds, as one."""
    used = (name for what, name in SCRIPTS.items() if what in body)
    told = "\n".join((TEMPLATES / name).read_text(encoding="utf-8") for name in used)
    for said in SPOKEN:
        told = told.replace(said, worded(said))
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
