"""The pages of a report: their common head and navigation, and the index that opens it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from babel.dates import format_date

from lkjip_analysis import present, sentences, summary
from lkjip_analysis.notebooks import Page
from lkjip_analysis.report import Report
from lkjip_analysis.verify import Verification


def head_of(report: Report) -> dict[str, Any]:
    return {
        "nama": report.nama,
        "pemerintah": report.pemerintah,
        "dokumen": report.dokumen,
        "tahun": report.tahun,
        "tanggal": format_date(report.tanggal_data, "d MMMM y", locale="id"),
    }


def write_page(
    folder: Path, head: Mapping[str, Any], pages: Sequence[Page], page: Page, body: str
) -> None:
    style = (present.TEMPLATES / "gaya.css").read_text(encoding="utf-8")
    html = present.render(
        "halaman.html.j2",
        title=page.title,
        head=head,
        pages=pages,
        current=page.file,
        style=present.marked(style),
        body=present.marked(body),
    )
    (folder / page.file).write_text(html, encoding="utf-8", newline="\n")


def index_body(verification: Verification, head: Mapping[str, Any], pages: Sequence[Page]) -> str:
    worst = [
        {
            "anchor": present.anchor(f),
            "source": f.source,
            "label": f.label,
            "told": sentences.in_short(f),
        }
        for f in verification.findings
        if f.is_wrong
    ][:8]
    counts = present.marked(present.summary(verification).html)
    return present.render(
        "indeks.html.j2",
        head=head,
        sentences=summary.year(verification),
        summary=counts,
        worst=worst,
        pages=pages,
    )
