"""The changes between two states for a reader: in the terminal and as a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lkjip_analysis.output.compared.differences import Change, Differences
from lkjip_analysis.pages.parts import present

SHOWN = 20
"""So many changes of a sort are told in the terminal; the page and the JSON have all."""
SAME_PAGES = {"berubah": "isinya lain", "baru": "baru", "hilang": "tidak ada lagi"}


def as_text(found: Differences, shown: int = SHOWN) -> str:
    """The changes in lines: how many of each sort, then the first of them."""
    lines = [f"Sebelum: {found.before}", f"Sesudah: {found.after}"]
    for name, changes in found.parts:
        lines += ["", f"{name}: {counted(changes)}"]
        lines += [f"  {line}" for line in _lines(name, changes[:shown])]
        if len(changes) > shown:
            lines.append(f"  dan {len(changes) - shown} lain; --output HALAMAN.html memuat semua")
    return "\n".join(lines)


def counted(changes: Sequence[Change]) -> str:
    """How many changes of each kind, or that there is none.

    >>> counted([Change("baru", "a", "A", "", "1"), Change("baru", "b", "B", "", "2")])
    '2 baru'
    """
    count = Counter(change.kind for change in changes)
    told = [f"{count[kind]} {kind}" for kind in ("baru", "berubah", "hilang") if count[kind]]
    return ", ".join(told) or "tidak ada perubahan"


def _lines(name: str, changes: Sequence[Change]) -> Iterator[str]:
    for one in changes:
        if name == "Halaman":
            yield f"{one.where}: {SAME_PAGES[one.kind]}"
        elif name == "Temuan":
            yield f"{one.kind}: {one.where}: {one.said} [{one.key}]"
        elif one.kind == "berubah":
            yield f"{one.where}: {_printed(one.before)} menjadi {_printed(one.after)}"
        else:
            yield f"{one.kind}: {one.where}: {_printed(one.said)}"


def _printed(text: str) -> str:
    return text or "(kosong)"


def page(found: Differences) -> str:
    """The changes as HTML that needs nothing else."""
    return present.render(
        "beda.html.j2",
        title=f"Perbedaan {found.before} dan {found.after}",
        style=present.marked((present.TEMPLATES / "gaya.css").read_text(encoding="utf-8")),
        refresh=None,
        parts=[(name, counted(changes), changes) for name, changes in found.parts],
        same_pages=SAME_PAGES,
    )
