"""A scale of achievement that is printed as a list of lines: "a. > 100 = Sangat Baik (SB)", or in
one line below its table: "Keterangan: Tinggi >= 91; Sedang 76 - 90,99; Rendah < 76".

Lines one after another, or pieces of one, each an edge and a class. What else stands in such a form
(ages, fees) has no classes of a scale.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable, paragraphs
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.proposal.proposal import ProposedBand
from lkjip_analysis.intake.proposal.table_rules import band_of

FEWEST, KNOWN = 3, 2
"""A scale has so many classes at least, and so many of them are called as classes mostly are."""
MOST = 8
MARK = re.compile(r"^(?:\(?(?:[a-h]|[ivx]{1,4}|\d)\s*[.)]|[-–•*])\s*", re.IGNORECASE)
PARTED = re.compile(
    r"(?:,\s*|(?<!\s)\s+)?(?:(?:maka\b[^.;\d]*?\b)?(?:dinyatakan|dikategorikan|dikatakan|berpredikat|termasuk)\b\s*"
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
ACHIEVED = re.compile(r"capaian", re.IGNORECASE)
CLASSED = re.compile(
    r"kategori|predikat|kriteria|klasifikasi|keterangan|interpretasi", re.IGNORECASE
)
"""What heads the columns that a scale of achievement is about."""
BELOW = 4
"""So many blocks at most stand between a table and the line that prints its scale, or fewer."""
HEADED = re.compile(r"^\W*(?:[A-Za-z]+(?:\s+[A-Za-z]+){0,3})?\s*:\s*(?=\S)")
"""What may stand before the classes: "Keterangan:", "Skala penilaian:"."""
LONGEST_LINE = 600
"""No scale in one line is longer: each way of reading its pieces looks through all of them."""
PIECES = re.compile(r"\s*;\s*|\s*,\s+(?=[^\W\d]|[<>≥≤]|\d[\d.,]*\s*[-–—=])")
PLAIN = r"[^;=:()A-Za-z]*"
EDGE = (
    rf"[<>≥≤=]*\s*\d{PLAIN}(?:(?:s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga){PLAIN})?"
    r"(?:ke\s+atas|atau\s+lebih|ke\s+bawah)?"
)
NAMED = r"(?P<name>[A-Za-z][A-Za-z /-]{2,29}?)"
NAME_FIRST = re.compile(rf"{NAMED}\s*[=:(]?\s*(?P<edges>{EDGE})\)?", re.IGNORECASE)
EDGES_FIRST = re.compile(rf"(?P<edges>{EDGE})\s*[=:(]?\s*{NAMED}\)?", re.IGNORECASE)
ABOVE = 2
"""So many paragraphs above its first line say that it is a scale of achievement."""


def listed_bands(blocks: Sequence[Block]) -> tuple[ProposedBand, ...]:
    """The classes of the first scale that lines of the text print; nothing where none does."""
    run: list[ProposedBand] = []
    for place, block in enumerate((*blocks, None)):
        bands = bands_of_note(block) if isinstance(block, Paragraph) else ()
        if bands and _is_of_table(bands, blocks[max(place - BELOW, 0) : place]):
            return bands
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


def bands_of_note(line: Paragraph) -> tuple[ProposedBand, ...]:
    """The classes of a scale that one line prints whole, each with its edges; else nothing."""
    if line.listed or len(line.text) > LONGEST_LINE:
        return ()
    pieces = PIECES.split(HEADED.sub("", one_line(line.text)).rstrip(" ;,."))
    if len(pieces) < FEWEST:
        return ()
    found: list[ProposedBand] = []
    for piece in pieces:
        told = NAME_FIRST.fullmatch(piece) or EDGES_FIRST.fullmatch(piece)
        if told is None:
            return ()
        band = band_of(told["name"].strip(), told["edges"].strip(), line.part or "naskah")
        if not _edges(band):
            return ()
        found.append(band)
    return tuple(found) if _is_scale(found) else ()


def _is_of_table(bands: Sequence[ProposedBand], around: Sequence[Block]) -> bool:
    """Does the table right above print achievements, and those classes beside them?"""
    tables = [block for block in around if isinstance(block, WordTable)]
    if not tables:
        return False
    texts = [slot.text for row in tables[-1].grid.rows for slot in row]
    told = {one_line(text).casefold() for text in texts}
    heads = " ".join(text for text in texts if not any(map(str.isdigit, text)))
    named = any(band.nama.casefold() in told for band in bands)
    return named and bool(ACHIEVED.search(heads) and CLASSED.search(heads))


def tells_a_class(line: Paragraph) -> bool:
    """Does a line print the edges of a class, or of all of them, as those of a scale do?"""
    return _band(line) is not None or bool(bands_of_note(line))


def _edges(band: ProposedBand) -> list[str]:
    return [e for e in (band.dari, band.lebih_dari, band.sampai, band.kurang_dari) if e]


def _is_scale(run: Sequence[ProposedBand]) -> bool:
    names = {band.nama.casefold() for band in run}
    known = sum(bool(CLASS.fullmatch(name)) for name in names)
    return FEWEST <= len(run) <= MOST and len(names) == len(run) and known >= KNOWN


def _is_of_achievement(around: Sequence[Block]) -> bool:
    """Do the paragraphs just above call what follows a scale of achievement?"""
    text = " ".join(block.text for block in paragraphs(around))
    return bool(SCALE.search(text) and OF.search(text))
