"""A page arranged: contents, each heading with what it says and shows, and the ways in which its
figures were worked out, all at the end.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence

from lkjip_analysis.language import worded
from lkjip_analysis.pages.parts import first_chart
from lkjip_analysis.pages.parts.rendering import marked, render, slug

_HEADING = re.compile(r"<h2( class=[^ >]*)?[^>]*>(.*?)</h2>", re.DOTALL)
_FOLDED = re.compile(r"<details class=\"data\">.*?</details>\n</figure>", re.DOTALL)
"""The figures of a chart as a table, which its reader opens."""
_WORKINGS = re.compile(
    r'<div class="hitungan[^>]*>\s*<p.*?</p>\s*(?:<div class="jejak".*?</div>\s*)+</div>\n?',
    re.DOTALL,
)


_STOPPED = re.compile(r'(<button class="asal"[^>]*>[^<]*</button>)([,.;:)]+)')
"""A figure that opens its reckoning, and the stop behind it, which is to begin no line."""


def arranged(body: str) -> str:
    """The body of a page as it is read. How its figures were worked out opens beside them on a
    screen; on paper, where nothing opens, it follows the answers.
    """
    folded = [found.span() for found in _FOLDED.finditer(body)]
    shown, kept = list[str](), list[str]()
    at = 0
    for found in _WORKINGS.finditer(body):
        shown.append(body[at : found.start()])
        at = found.end()
        is_folded = any(start < found.start() < end for start, end in folded)
        kept.append(f'<div class="lipatan-bagan">{found[0]}</div>' if is_folded else found[0])
    page = _STOPPED.sub(r'<span class="utuh">\1\2</span>', "".join([*shown, body[at:]]))
    page = with_contents(page)
    if not kept:
        return page
    title = f'<p class="judul-cara">{worded("Cara menghitung")}</p>'
    return f'{page}<section class="cara-hitung">{title}{"".join(kept)}</section>\n'


_DOUBLED = re.compile(r"\b(\w+)-\1\w*")
"""A word that its language doubles (rata-rata): no line of a heading ends within it."""


_HALF = re.compile(r'<table[^>]* class="[^"]*\bseparuh\b')
"""A table that half a wide screen has room for."""

_THIRD = re.compile(r'<table[^>]* class="[^"]*\bsepertiga\b')
"""A table that the words beside a page's first chart have room for on any wide screen."""


def with_contents(body: str) -> str:
    """The body with an anchor at each second-level heading, and before the first their list."""
    sections: dict[str, str] = {}

    def anchored(found: re.Match[str]) -> str:
        title = re.sub(r"<[^>]+>", "", found[2]).strip()
        anchor = f"bagian-{slug(title.casefold())}"
        while anchor in sections:
            anchor += "-lagi"
        sections[anchor] = title
        shown = _DOUBLED.sub(r'<span class="utuh">\g<0></span>', found[2])
        return f'<h2 id="{anchor}"{found[1] or ""}>{shown}</h2>'

    anchored_body = _HEADING.sub(anchored, body)
    if not sections:
        return anchored_body
    contents = render(
        "isi.html.j2", sections=[(anchor, marked(title)) for anchor, title in sections.items()]
    )
    opening, first, *rest = re.split(r"(?=<h2 id=)", anchored_body)
    told, *others = in_sections(first), *rest
    if not _is_one_chart(told) or not _is_balanced(opening):
        return opening + contents + told + _paired(others)
    return _with_first_chart(opening, contents, told, others)


def _with_first_chart(opening: str, contents: str, told: str, others: list[str]) -> str:
    """A page whose first section is one chart, which stands beside the words on a wide screen; a
    table behind it may fill what is left there.
    """
    beside = others[0] if others and _fits_beside(others[0]) else ""
    told = _answered(told)
    said, _, shown = told.partition('<div class="tampilan">')
    taken = first_chart.ways(opening, said, shown, beside, _THIRD.search(beside) is not None)
    if "-dua" in taken:
        told += in_sections(others.pop(0))
    words = f'<div class="kata">{opening}</div>{contents}'
    kinds = " ".join(filter(None, ("pembukaan", taken)))
    return f'<div class="{kinds}">{words}{told}</div>\n{_paired(others)}'


def _paired(sections: Sequence[str]) -> str:
    """The sections in their order; two that show one narrow table each stand beside one another
    on a wide screen."""
    if not all(map(_is_balanced, sections)):
        return in_sections("".join(sections))
    told, rest = list[str](), deque(sections)
    while rest:
        shown = rest.popleft()
        if rest and _fits_half(shown) and _fits_half(rest[0]):
            told.append(f'<div class="berdua">{in_sections(shown + rest.popleft())}</div>\n')
        else:
            told.append(in_sections(shown))
    return "".join(told)


FEW = 12
"""Rows of a table that loses nothing by half the width; a longer one has fewer lines of words in
the whole."""


def _fits_half(section: str) -> bool:
    """May a section stand beside another on a wide screen?"""
    return _fits_beside(section) and section.count("<tr") - 1 <= FEW


_FOUND = re.compile(r'<figcaption class="judul-bagan">(.*?)(?:<br>|</figcaption>)', re.DOTALL)
"""What a chart finds, which its title says."""


def _answered(section: str) -> str:
    """A section whose chart stands apart from it on a wide screen, answered in words there."""
    title = _FOUND.search(section)
    if title is None or "?</h2>" not in section:
        return section
    answer = f'</h2><p class="kalimat kata-bagan">{title[1].strip()}.</p>'
    return section.replace("</h2>", answer, 1)


def _is_one_chart(section: str) -> bool:
    """Does a section show one chart and nothing else? As the first it stands beside the words."""
    shown = _FOLDED.sub("", section.partition('<div class="tampilan">')[2])
    is_alone = shown.count("<figure") == 1 and "<table" not in shown
    return is_alone and section.startswith("<section")


def _fits_beside(section: str) -> bool:
    """Is it one table that has room under the words, beside that chart, on a wide screen?"""
    is_one = section.count("<table") == 1 and "<figure" not in section
    return is_one and _HALF.search(section) is not None and _is_balanced(section)


def _is_balanced(section: str) -> bool:
    """Does a piece of a page close what it opens? A heading may stand within something."""
    kinds = ("div", "section", "article", "details", "figure", "fieldset")
    return all(
        len(re.findall(rf"<{kind}\b", section)) == section.count(f"</{kind}>") for kind in kinds
    )


_OPENING = re.compile(
    r"(<h2.*?</h2>(?:\s*<p(?: class=\"kalimat\")?>.*?</p>)*"
    r"(?:\s*<ul class=\"saran\">.*?</ul>(?=\s*<figure))?)(.*)",
    re.DOTALL,
)
"""A heading with its words; a list is among them where a chart follows."""


def in_sections(body: str) -> str:
    """Each heading with what it says in words, and beside or below it what it shows."""
    told, sections = [], re.split(r"(?=<h2)", body)
    if not all(_is_balanced(section) for section in sections):
        return body
    for section in sections:
        found = _OPENING.fullmatch(section)
        told.append(_section(found[1], found[2]) if found else section)
    return "".join(told)


def _section(opening: str, shown: str) -> str:
    """A heading with its words, and what it shows; words that nothing follows are what it shows."""
    if not shown.strip():
        heading, end, words = opening.partition("</h2>")
        opening, shown = f"{heading}{end}", words
    return (
        f'<section class="bagian"><div class="pengantar">{opening}</div>'
        f'<div class="tampilan">{shown}</div></section>\n'
    )
