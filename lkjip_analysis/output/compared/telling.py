"""The changes between two states for a reader: in the terminal and as a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from textwrap import shorten

from lkjip_analysis.language import phrase, worded
from lkjip_analysis.output.compared.differences import (
    FILES,
    FINDINGS,
    KINDS,
    PAGES,
    Change,
    Differences,
)
from lkjip_analysis.output.compared.snapshot import Said
from lkjip_analysis.pages.parts import html_parts

SHOWN = 20
"""So many changes of a sort are told in the terminal; the page and the JSON have all."""
LONGEST = 240
"""So many letters of a finding are told in the terminal."""
SAME_PAGES = {"berubah": "isinya lain", "baru": "baru", "hilang": "tidak ada lagi"}


def as_text(found: Differences, shown: int = SHOWN) -> str:
    """The changes in lines: how many of each sort, then the first of them."""
    lines = [
        phrase("Sebelum: {before}", before=found.before),
        phrase("Sesudah: {after}", after=found.after),
    ]
    lines += _beside(found)
    for name, changes in found.parts:
        lines += ["", f"{phrase(name)}: {_summary(found, name, changes, phrase)}"]
        told = [] if found.is_of_two else list(_lines(name, changes))
        if name == FINDINGS:
            told += [_finding("masih ada", key, one) for key, one in found.unchanged.items()]
        lines += [f"  {line}" for line in told[:shown]]
        if len(told) > shown:
            lines.append(
                phrase(
                    "  dan {count} lain; --output HALAMAN.html memuat semua",
                    count=len(told) - shown,
                )
            )
    if found.is_of_two:
        lines += ["", phrase("Angka dan temuan dua instansi tidak disandingkan satu per satu; "
                             "--output HALAMAN.html memuat semuanya.")]  # fmt: skip
    return "\n".join(lines)


def _beside(found: Differences) -> list[str]:
    """The key figures of both in columns, under what they are called."""
    if not found.beside:
        return []
    rows = [("", phrase("Sebelum"), phrase("Sesudah")), *found.beside]
    wide = [max(len(row[column]) for row in rows) for column in range(3)]
    return ["", phrase("Berdampingan:"),
            *(f"  {name:<{wide[0]}}  {old:>{wide[1]}}  {new:>{wide[2]}}"
              for name, old, new in rows)]  # fmt: skip


def _summary(
    found: Differences, name: str, changes: Sequence[Change], say: Callable[..., str]
) -> str:
    """How many changes of a sort, and of findings how many are left."""
    told = counted(changes, say)
    if name == FINDINGS and found.left:
        told += say("; {count} masih ada", count=len(found.left))
    return told


def counted(changes: Sequence[Change], say: Callable[..., str] = str) -> str:
    """How many changes of each kind, or that there is none.

    >>> counted([Change("baru", "a", "A", "", "1"), Change("baru", "b", "B", "", "2")])
    '2 baru'
    """
    count = Counter(change.kind for change in changes)
    told = [f"{count[kind]} {say(kind)}" for kind in KINDS if count[kind]]
    return ", ".join(told) or say("tidak ada perubahan")


def _lines(name: str, changes: Sequence[Change]) -> Iterator[str]:
    """One line for each change; for a table that is new or gone one for all of its figures."""
    of_table = Counter((one.kind, one.table) for one in changes if one.table)
    for one in changes:
        if not one.table:
            yield _line(name, one)
        elif count := of_table.pop((one.kind, one.table), 0):
            yield phrase(
                "{kind}: {table}, seluruhnya ({count} angka)",
                kind=phrase(one.kind),
                table=one.table,
                count=count,
            )


def _line(name: str, one: Change) -> str:
    if name in (FILES, PAGES):
        return f"{one.where}: {phrase(SAME_PAGES[one.kind])}"
    if name == FINDINGS:
        return _finding(one.kind, one.key, Said(one.where, one.said))
    if one.kind in ("baru", "hilang"):
        return f"{phrase(one.kind)}: {one.where}: {_printed(one.said)}"
    told = phrase(
        "{where}: {before} menjadi {after}",
        where=one.where,
        before=_printed(one.before),
        after=_printed(one.after),
    )
    return told if one.kind == "berubah" else f"{phrase(one.kind)}: {told}"


def _finding(how: str, key: str, told: Said) -> str:
    said = shorten(told.said, LONGEST, placeholder=" …")
    return f"{phrase(how)}: {told.where}: {said} [{key}]"


def _printed(text: str) -> str:
    return text or phrase("(kosong)")


def page(found: Differences) -> str:
    """The changes as HTML that needs nothing else."""
    return html_parts.render(
        "beda.html.j2",
        title=worded("Perbedaan {before} dan {after}", before=found.before, after=found.after),
        refresh=None,
        beside=found.beside,
        names=(found.before, found.after),
        parts=[
            (name, _summary(found, name, changes, worded), changes) for name, changes in found.parts
        ],
        digests=(FILES, PAGES),
        unchanged=found.unchanged.values(),
        same_pages=SAME_PAGES,
    )
