"""Sentences that speak of everything: all targets are met, all indicators are of one class.

They are held against the achievements that they are about: those of the table of their section, or
of all tables where the section prints none. A wish, a condition or a doubt says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lkjip_analysis.intake.document.blocks import Block, Paragraph, prose
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, claim_of_words
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, ProposedTable
from lkjip_analysis.intake.proposal.spots import Cells
from lkjip_analysis.intake.sentences.sentence_figures import sentence_around
from lkjip_analysis.language import worded

THINGS = r"(?:target|indikator|sasaran|tujuan|capaian|iku)\b"
VERB = r"(?:mencapai|memenuhi|melampaui|melebihi)"
REACHED = (
    rf"(?:tercapai|terpenuhi|{VERB}\s+(?:target|100)|"
    r"dicapai(?!\s+(?:sebesar|sebanyak|\d)))"
)
EVERY = re.compile(
    rf"\b(?:semua|seluruh|keseluruhan)\s+(?:\w+\s+){{0,3}}?{THINGS}[^.;]{{0,90}}?\b{REACHED}",
    re.IGNORECASE,
)
IN_GENERAL = re.compile(
    r"\btarget(?:\s+(?:kinerja|sasaran|indikator)){1,2}(?:\s+yang\s+(?:telah\s+)?ditetapkan)?"
    r"(?:\s+(?:tetap|telah|sudah|berhasil)){1,2}(?:\s+dapat)?\s+(?:tercapai|dicapai|terpenuhi)\b"
    r"(?!\s+(?:sebesar|sebanyak|\d))",
    re.IGNORECASE,
)
CLASS = r"\W+(?:\w+\W+){0,6}?(?:ber)?(?:kategori|predikat|kriteria)\W*(?:capaian|kinerja)?\W*"
WISH = "agar|supaya|diharapkan|akan|harus|apabila|jika|bila|kalau"
"""A wish or a condition says nothing of what came about."""
NO_CLAIM = re.compile(
    rf"\b({WISH}|belum|tidak|dianggap|kecuali|selain|hampir|sebagian|harap\w*|"
    r"untuk|guna|demi|upaya|rata\s*-?\s*rata|sehingga\s+dapat|ketika|"
    r"mendorong|menjamin|memastikan|optimis|berupaya|dalam rangka|persen|%)(?!\w)",
    re.IGNORECASE,
)
OPINION = re.compile(r"\b(dikatakan|dinilai|dipandang)\b", re.IGNORECASE)
NARROWER = re.compile(
    r"\b(program|kegiatan|bidang|seksi|urusan|triwulan|semester|bulan|kecamatan|desa|misi|"
    r"(?:sasaran|tujuan)(?:\s+strategis)?\s+(?:ke\W?)?(?:\d+|[ivx]+|pertama|kedua|ketiga|keempat))"
    r"\b",
    re.IGNORECASE,
)
BEFORE, BEHIND = 70, 40
"""So many letters around the statement may take it back."""
AGREE = 1
"""A printed achievement is the share of its target within so many points."""


@dataclass(frozen=True)
class _OfAll:
    """A statement about everything, and the class that it names."""

    text: str
    start: int
    category: str
    general: bool


def said_of_all(
    blocks: Sequence[Block],
    tables: Sequence[ProposedTable],
    cells: Cells,
    names: Sequence[str],
    tahun: int,
) -> Iterator[ProposedClaim]:
    """The statements about all targets, each with the achievements that it is about."""
    held = [table for table in tables if prints_achievements(table, cells)]
    seen: set[tuple[str, str]] = set()
    for block in prose(blocks if held else ()):
        for said in _statements(block.text, names):
            sentence = sentence_around(block.text, said.start)
            mine = _meant(block, said, sentence, held)
            if not mine or years_in(sentence) - {tahun} or (block.part, said.text) in seen:
                continue
            seen.add((block.part, said.text))
            yield _claim("semua_target", block, said, sentence, mine)


def _statements(text: str, names: Sequence[str]) -> Iterator[_OfAll]:
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    for pattern, general in ((EVERY, False), (IN_GENERAL, True)):
        for match in pattern.finditer(text):
            category = ""
            behind = re.compile(rf"{CLASS}(?P<name>{either})\b", re.I) if names else None
            end = match.end()
            if behind and (more := behind.match(text, end)):
                category = next(n for n in names if n.casefold() == more["name"].casefold())
                end = more.end()
            opinion = OPINION.search(match[0])
            if not opinion and not _taken_back(text, match.start(), end):
                yield _OfAll(text[match.start() : end], match.start(), category, general)


def _taken_back(text: str, start: int, end: int) -> bool:
    """Do the words of its sentence make the statement a wish, a condition or a doubt?"""
    sentence = sentence_around(text, start)
    place = max(text.find(sentence), 0)
    first, last = max(place, start - BEFORE), min(place + len(sentence), end + BEHIND)
    return bool(NO_CLAIM.search(text[first:last]))


def prints_achievements(table: ProposedTable, cells: Cells) -> bool:
    """Does a table print the achievement of indicators, in percent of their targets?"""
    if table.kind.name == "ringkasan":
        return "capaian" in table.columns
    wanted = {"target", "realisasi", "capaian"}
    if table.kind.nama_baris != "indikator" or not wanted <= set(table.columns):
        return False
    told = [
        [cells[table.name, key, c].value for c in ("target", "realisasi", "capaian")]
        for key in table.keys
        if all((table.name, key, c) in cells for c in wanted)
    ]
    kept = [
        1
        for target, got, shown in told
        if target
        and got
        and min(
            abs(shown - 100 * got / target),
            abs(shown - 100 * target / got),
            abs(shown - 100 * (2 * target - got) / target),
        )
        <= AGREE
    ]
    return bool(told) and 2 * len(kept) >= len(told)


def _meant(
    block: Paragraph, said: _OfAll, sentence: str, held: Sequence[ProposedTable]
) -> list[ProposedTable]:
    """The tables whose achievements a statement is about; none where it may mean other ones."""
    here = [table for table in held if table.part == block.part]
    several = len(here) > 1 and any(table.kind.name != "ringkasan" for table in here)
    if several or NARROWER.search(sentence):
        return []
    if here:
        return [] if said.general else here
    section = _section(block.part)
    return [] if any(_section(table.part) == section for table in held) else _first(held)


def _section(part: str) -> tuple[str, ...]:
    return tuple(part.split(".")[:2])


def _first(held: Sequence[ProposedTable]) -> list[ProposedTable]:
    """The tables of one form: a summary repeats what others print."""
    whole = [table for table in held if table.kind.name != "ringkasan"]
    return whole or list(held[:1])


def _claim(
    kode: str, block: Paragraph, said: _OfAll, sentence: str, tables: Sequence[ProposedTable]
) -> ProposedClaim:
    cells = " + ".join(f"{table.name}[*].capaian" for table in tables)
    more = f"; kategori={said.category}; skala=capaian" if said.category else ""
    what = f"berkategori {said.category}" if said.category else "tercapai"
    return claim_of_words(
        Words(kode, block, said.text, f"Semua target {what}", sentence),
        worded("kalimatnya menyatakan semua target {what}", what=what),
        "semua",
        f"bagian={cells}{more}",
    )
