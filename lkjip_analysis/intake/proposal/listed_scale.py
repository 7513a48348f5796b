"""A scale of achievement that is printed as a list of lines: "a. > 100 = Sangat Baik (SB)".

Lines one after another, each an edge and a class. What else stands in such a form (ages, fees) has
no classes of a scale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.proposal.proposal import ProposedBand
from lkjip_analysis.intake.proposal.table_rules import band_of

FEWEST, KNOWN = 3, 2
"""A scale has so many classes at least, and so many of them are called as classes mostly are."""
MOST = 8
MARK = re.compile(r"^(?:\(?(?:[a-h]|[ivx]{1,4}|\d)\s*[.)]|[-–•*])\s*", re.IGNORECASE)
PARTED = re.compile(
    r",?\s*(?:(?:maka\b[^.;\d]*?\b)?(?:dinyatakan|dikategorikan|dikatakan|berpredikat|termasuk)\b\s*"
    r"(?:dalam\b\s*)?(?:kategori\b|predikat\b)?|[=:→]|\bkategori\b|\bberarti\b)+\s*",
    re.IGNORECASE,
)
"""What stands between an edge and its class: "> 100 %, maka kinerja dinyatakan sangat baik"."""
WHAT = re.compile(
    r"(?:(?:apabila|jika|bila|nilai|persentase|prosentase|tingkat|capaian|pencapaian|realisasi|"
    r"kinerja|antara|sebesar)\s+)+",
    re.IGNORECASE,
)
"""What the edges are of, before them."""
SHORT = re.compile(r"\s*\([A-Z]{1,3}\)$")
"""A class in brief, behind its name."""
NAME = re.compile(r"[A-Za-z][A-Za-z /-]{2,29}")
CLASS = re.compile(
    r"(sangat|kurang|cukup|tidak|amat)?\s*"
    r"(baik|cukup|kurang|sedang|buruk|tinggi|rendah|berhasil|memuaskan|efektif|memadai)"
    r"(\s+sekali)?",
    re.IGNORECASE,
)
SCALE = re.compile(
    r"skala|kategori|predikat|kriteria|klasifikasi|peringkat|penilaian|dinyatakan|batas\w*\s+nilai|"
    r"rentang|interval",
    re.IGNORECASE,
)
OF = re.compile(r"capaian|kinerja|pengukuran", re.IGNORECASE)
ABOVE = 2
"""So many paragraphs above its first line say that it is a scale of achievement."""


def listed_bands(blocks: Sequence[Block]) -> tuple[ProposedBand, ...]:
    """The classes of the first scale that lines of the text print; nothing where none does."""
    run: list[ProposedBand] = []
    for place, block in enumerate((*blocks, None)):
        band = _band(block) if isinstance(block, Paragraph) and not block.listed else None
        if band is not None:
            run.append(band)
            continue
        if _is_scale(run) and _is_of_achievement(blocks[max(place - len(run) - ABOVE, 0) : place]):
            return tuple(run)
        run = []
    return ()


def _band(line: Paragraph) -> ProposedBand | None:
    """The class of a line, its edges before its name or behind."""
    text = MARK.sub("", one_line(line.text).rstrip(" ;,."))
    parts = PARTED.split(SHORT.sub("", text))
    if len(parts) != 2:
        return None
    for edges, name in (parts, parts[::-1]):
        if NAME.fullmatch(name):
            told = WHAT.sub("", edges.strip(), count=1)
            band = band_of(name.strip(), told, line.part or "naskah")
            return band if _edges(band) else None
    return None


def tells_a_class(line: Paragraph) -> bool:
    """Does a line print the edges of a class, as those of a scale do?"""
    return _band(line) is not None


def _edges(band: ProposedBand) -> list[str]:
    return [e for e in (band.dari, band.lebih_dari, band.sampai, band.kurang_dari) if e]


def _is_scale(run: Sequence[ProposedBand]) -> bool:
    names = {band.nama.casefold() for band in run}
    known = sum(bool(CLASS.fullmatch(name)) for name in names)
    return FEWEST <= len(run) <= MOST and len(names) == len(run) and known >= KNOWN


def _is_of_achievement(around: Sequence[Block]) -> bool:
    """Do the paragraphs just above call what follows a scale of achievement?"""
    text = " ".join(_texts(around))
    return bool(SCALE.search(text) and OF.search(text))


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    return (block.text for block in blocks if isinstance(block, Paragraph))
