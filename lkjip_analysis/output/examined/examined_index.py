"""The page over all documents that were examined into one folder, read off what lies there."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from lkjip_analysis.checking.findings.finding import SHOWN_AS
from lkjip_analysis.errors import InputError, wrong_input
from lkjip_analysis.language import phrase, report_spoken, worded
from lkjip_analysis.numbers.grouping import grouped
from lkjip_analysis.output.examined.examined_folder import PAPER
from lkjip_analysis.output.examined.places_of_results import record_of
from lkjip_analysis.output.examined.telling.outcome_as_json import FINDINGS
from lkjip_analysis.pages.parts.rendering import render
from lkjip_analysis.replace_folder import visible
from lkjip_analysis.writing import read_json, write_whole

PAGE = "index.html"
OWN = 'id="dokumen-diperiksa"'
"""What tells our page from one that somebody put there."""


@dataclass(frozen=True)
class Entry:
    """A document in the list: its folder, whose it is, and how many findings of each standing."""

    folder: str
    file: str
    whose: str
    year: int
    counts: Mapping[str, int]
    tested: Mapping[str, int]
    downloads: tuple[tuple[str, str], ...]

    @property
    def standing(self) -> str:
        """The class of its worst finding; agreeing only where most of its figures were tested."""
        watched, figures = self.tested["watched"], self.tested["figures"]
        agreeing = "selaras" if watched and 2 * watched >= figures else "belum"
        return self.worst or agreeing

    @property
    def is_untested(self) -> bool:
        return not self.worst and not self.tested["watched"]

    @property
    def worst(self) -> str:
        return next((kind for kind in SHOWN_AS if self.counts.get(kind)), "")


@report_spoken()
def write_index(base: Path) -> Path | None:
    """Write the page over the documents examined into `base`; None where there is none.

    Raises: InputError where the folder cannot be written, or something of somebody's own stands
    in its place.
    """
    page = base / PAGE
    entries = sorted(_entries(base), key=lambda one: (one.whose.casefold(), one.year, one.folder))
    if not entries:
        return None
    if os.path.lexists(page) and not _is_ours(page):
        found = phrase("something else in the place of the list of documents")
        remedy = "Move it away: the next examination writes the list."
        raise wrong_input(str(page), found, "an earlier list, or nothing", remedy)
    html = render(
        "diperiksa.html.j2",
        refresh=None,
        title=worded("Dokumen yang diperiksa"),
        agencies=grouped((entry.whose, entry) for entry in entries),
        kinds=[
            (kind, name)
            for kind, name in SHOWN_AS.items()
            if kind == "terbukti" or any(entry.counts[kind] for entry in entries)
        ],
        back="../index.html" if (base.parent / PAGE).is_file() else "",
    )
    return write_whole(page, html)


def _is_ours(page: Path) -> bool:
    return page.is_file() and OWN in page.read_text(encoding="utf-8", errors="replace")


def _entries(base: Path) -> Iterator[Entry]:
    for name in visible(base) if base.is_dir() else ():
        record = record_of(base / name)
        if not record.source:
            continue
        try:
            told = read_json(base / name / FINDINGS)
            who = told["identitas"]
            whose = ", ".join(filter(None, (who["nama"], who["pemerintah"])))
            yield Entry(quote(name, safe=""), told["dokumen"], whose, who["tahun"],
                        told["summary"], told["coverage"], _downloads(record.files))  # fmt: skip
        except (InputError, KeyError, TypeError):  # another program's file, or half of one
            continue


def _downloads(files: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What there is of a document to take away, and its name in the folder."""
    marked = [name for name in files if "-bertanda." in name and "/" not in name]
    named = [(worded("dokumen bertanda"), name) for name in marked]
    named += [(worded("kertas kerja"), PAPER)] * (PAPER in files)
    return tuple((label, quote(name)) for label, name in named)
