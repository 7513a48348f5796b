"""The changes between two states for a reader: in the terminal and as a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from lkjip_analysis.language import phrase, worded
from lkjip_analysis.output.compared.differences import FILES, PAGES, Change, Differences
from lkjip_analysis.pages.parts import html_parts

SHOWN = 20
"""So many changes of a sort are told in the terminal; the page and the JSON have all."""
SAME_PAGES = {"berubah": "isinya lain", "baru": "baru", "hilang": "tidak ada lagi"}


def as_text(found: Differences, shown: int = SHOWN) -> str:
    """The changes in lines: how many of each sort, then the first of them."""
    lines = [
        phrase("Sebelum: {before}", before=found.before),
        phrase("Sesudah: {after}", after=found.after),
    ]
    for name, changes in found.parts:
        lines += ["", f"{phrase(name)}: {counted(changes, phrase)}"]
        lines += [f"  {line}" for line in _lines(name, changes[:shown])]
        if len(changes) > shown:
            lines.append(
                phrase(
                    "  dan {count} lain; --output HALAMAN.html memuat semua",
                    count=len(changes) - shown,
                )
            )
    return "\n".join(lines)


def counted(changes: Sequence[Change], say: Callable[[str], str] = str) -> str:
    """How many changes of each kind, or that there is none.

    >>> counted([Change("baru", "a", "A", "", "1"), Change("baru", "b", "B", "", "2")])
    '2 baru'
    """
    count = Counter(change.kind for change in changes)
    told = [f"{count[kind]} {say(kind)}" for kind in ("baru", "berubah", "hilang") if count[kind]]
    return ", ".join(told) or phrase("tidak ada perubahan")


def _lines(name: str, changes: Sequence[Change]) -> Iterator[str]:
    for one in changes:
        if name in (FILES, PAGES):
            yield f"{one.where}: {phrase(SAME_PAGES[one.kind])}"
        elif name == "Temuan":
            yield f"{phrase(one.kind)}: {one.where}: {one.said} [{one.key}]"
        elif one.kind == "berubah":
            yield phrase(
                "{where}: {before} menjadi {after}",
                where=one.where,
                before=_printed(one.before),
                after=_printed(one.after),
            )
        else:
            yield f"{phrase(one.kind)}: {one.where}: {_printed(one.said)}"


def _printed(text: str) -> str:
    return text or phrase("(kosong)")


def page(found: Differences) -> str:
    """The changes as HTML that needs nothing else."""
    return html_parts.render(
        "beda.html.j2",
        title=worded("Perbedaan {before} dan {after}", before=found.before, after=found.after),
        refresh=None,
        parts=[(name, counted(changes, worded), changes) for name, changes in found.parts],
        digests=(FILES, PAGES),
        same_pages=SAME_PAGES,
    )
