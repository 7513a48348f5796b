"""What every section of a notebook shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from lkjip_analysis.checking.findings.finding import Finding
from lkjip_analysis.language import capital, worded
from lkjip_analysis.pages.parts import html_parts
from lkjip_analysis.pages.parts.sentence import Figure, Sentence
from lkjip_analysis.report.tables import Address, Table

Shown = html_parts.Html | html_parts.Picture | html_parts.Pictures

Marks = Mapping[Address, Sequence[Finding]]
"""The findings that point at each cell (`Verification.marks`)."""


def labels(tables: list[Table]) -> str:
    """The labels of the tables a section draws from, for its source line."""
    return ", ".join(table.label for table in tables)


def answer(*sentences: Sentence | str, here: str = "", apart: bool = False) -> Shown:
    """What opens the page `here`: a figure that it shows opens how it came about.

    It is one paragraph; `apart` gives each sentence, where they are long, its own.
    """
    told = [(said,) if isinstance(said, str) else said for said in sentences if said]
    spaced = [[_part(part, here) for part in (*sentence, " ")] for sentence in told]
    paragraphs = spaced if apart else [list(chain.from_iterable(spaced))]
    words = ["".join(part["text"] for part in parts).strip() for parts in paragraphs]
    html = html_parts.render("jawaban.html.j2", paragraphs=paragraphs)
    return html_parts.Html(html, rows=words)


def same_or(odd: Sequence[str], after: str = "") -> Shown:
    """The answer whether two figures are the same: yes, or no and where (`odd`) they are not."""
    if not odd:
        return html_parts.text(worded("Ya, keduanya sama{after}.", after=after))
    return html_parts.text(worded("Tidak. {odd}.", odd=capital("; ".join(odd))))


def _part(part: str | Figure, here: str) -> dict[str, str]:
    if isinstance(part, str):
        return {"text": part, "target": "", "trace": ""}
    trace = part.trace if part.page == here else ""
    return {"text": part.text, "target": f"{part.page}#{part.anchor}", "trace": trace}
