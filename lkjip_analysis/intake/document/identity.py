"""Which agency, government and year a document is of, as it prints them, and where it does."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lkjip_analysis.errors import wrong_input
from lkjip_analysis.intake.document.blocks import CAPTION, Block, WordTable
from lkjip_analysis.intake.document.front_lines import broken_names, lines_of
from lkjip_analysis.intake.document.labelled_fields import labelled
from lkjip_analysis.intake.document.national_offices import belongs_to, state_office
from lkjip_analysis.intake.document.office_names import (
    STOP,
    as_sentences_spell,
    name_of_folder,
    offices_in,
    own_office,
)
from lkjip_analysis.intake.document.own_government import is_of_government
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.language import worded

FORMS = {"instansi": r"[a-z0-9]+(-[a-z0-9]+)*", "tahun": r"(19|20)\d\d"}
"""How the folders of an agency and of a year are named."""
YEAR = re.compile(r"\b(20[0-3]\d)\b")
TITLED = re.compile(
    r"(?i)\b(?:laporan|lkj\s?ip|lakip|lkip|perjanjian|kinerja|anggaran)\b(?:(?![.;]\s).)*?"
    r"\b(20[0-3]\d)\b"
)
"""A title, or what its own sentence says: the next one may speak of next year."""
LAW = re.compile(r"(?i)\b(?:nomor|no\.?)\s*[\w./-]+\s+tahun\s+(?:19|20)\d\d")
"""The year of a law is none of the report that keeps to it."""
STANDING = re.compile(r"(?i)(?:^|\btahun\s+(?:anggaran\s+)?)20[0-3]\d\W*$")
"""A year as it stands on a cover."""
TOLD = re.compile(r"(?i)\b(?:tahun|t\.?\s?a\.?)\s*(?:anggaran\s+)?(20[0-3]\d)\W*$")
"""How a line of a cover ends that tells its year; one without that word may be the printer's."""
PLACE = re.compile(
    r"\b(Kabupaten|Kab\.|Kota|Provinsi|Prov\.)\s+"
    r"((?:D\.?I\.?Y?|D\.?K\.?I|Daerah\s+(?:Istimewa|Khusus(?:\s+Ibukota)?))\s+)?"
    r"([A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){0,2})"
)
COVER = 12
"""So many paragraphs may be those of a cover, where a year stands alone."""
FIRST, LONGEST, FRONT = 40, 60, 6
"""So many paragraphs hold the title and foreword; so long is a folder's name; so much more a name
on the front pages counts than one in the text."""
AGREE = 2
"""A longer name is the whole one where it is printed half as often."""
FRONT_PAGES, TEXT, FILE, OPTION = (
    "dari halaman depan", "dari isi dokumen", "dari nama berkas", "menurut pilihan"
)  # fmt: skip
RUNNING, HEADS = "dari kepala atau kaki halaman", "dari kepala tabel"
UNSURE = ("", FILE, TEXT, HEADS)
"""Where a year was read that gives way to one which the document fills in as its own."""
HEADED = re.compile(r"(?i)\b(?:realisasi|capaian)\b.*?\b(20[0-3]\d)\b")
"""A column whose heading says of which year the results are."""
RESULTS = re.compile(r"(?i)\W*(?:realisasi|capaian)(?:\s+kinerja)?\W*")
"""Such a heading alone is of the year of the report."""
HEAD_ROWS = 3
"""So many rows of a table may be its headings."""
NAMED = {
    FRONT_PAGES: "dari halaman depan; folder menurut pilihan",
    TEXT: "dari isi dokumen; folder menurut pilihan",
}
"""Where a name was read, whose folder was told."""


@dataclass(frozen=True)
class Identity:
    """The folder name of the agency, the year, and what both are called in print."""

    instansi: str
    tahun: int
    nama: str
    pemerintah: str
    told: tuple[str, ...] = ()
    """Where agency, government and year were read, in this order."""

    @property
    def sentence(self) -> str:
        """Whose report it is, and where that was read."""
        told = (*self.told, "", "", "")
        parts = {
            self.nama: told[0],
            self.pemerintah or worded("pemerintah tidak disebut"): told[1],
            worded("tahun {tahun}", tahun=self.tahun): told[2],
        }
        if self.pemerintah and self.nama == f"Pemerintah {self.pemerintah}":
            del parts[self.pemerintah]
        if len(set(parts.values())) == 1 and told[0]:
            return f"{', '.join(parts)} ({worded(told[0])})"
        shown = (f"{part} ({worded(where)})" if where else part for part, where in parts.items())
        return ", ".join(shown)


def identity_of(
    blocks: Sequence[Block],
    path: Path,
    instansi: str,
    tahun: int,
    pemerintah: str,
    running: Sequence[str] = (),
) -> Identity:
    """What the document prints of itself, or what was told instead.

    `running` is what stands above and below the text of its pages again and again.

    Raises: InputError where no year is printed and none was told.
    """
    who = printed_identity(blocks, path, instansi, tahun, pemerintah, running)
    if not who.tahun:
        remedy = "Say it with --tahun, such as --tahun 2021."
        raise wrong_input(
            path.name,
            "no year that the document names as its own",
            "a year on the first pages",
            remedy,
        )
    if who.nama:
        return who
    nama = one_line(re.sub(r"[_\W]+", " ", path.stem)) or "Dokumen"
    nama, name_from = (name_of_folder(instansi), OPTION) if instansi else (nama, FILE)
    told = (name_from, *who.told[1:])
    return replace(who, instansi=who.instansi or folder_name(nama), nama=nama, told=told)


def printed_identity(
    blocks: Sequence[Block],
    path: Path,
    instansi: str = "",
    tahun: int = 0,
    pemerintah: str = "",
    running: Sequence[str] = (),
) -> Identity:
    """As `identity_of`; what neither the document says nor anybody told is empty, the year 0."""
    own = labelled(blocks)
    filled_in = [(own["pemerintah"], True)] if "pemerintah" in own else []
    lines = [*filled_in, *lines_of(blocks, FIRST)]
    stated = YEAR.fullmatch(own.get("tahun", ""))
    year, year_from = (tahun, OPTION) if tahun else _year(lines, _heads(blocks), path, running)
    if stated and not tahun and year_from in UNSURE:
        year, year_from = int(stated[1]), FRONT_PAGES
    fronts = [text for text, front in lines[len(filled_in) :] if front]
    cover = [text for text, front in lines[len(filled_in) :][:COVER] if front]
    of_state, above = state_office(cover, running)
    nama, name_from = _office(own.get("nama", ""), lines, of_state)
    printed, place_from = _best(_places, [*lines, *broken_names(lines[:COVER])])
    if nama == of_state != "":
        printed = above or belongs_to(nama, (text for text, _ in lines))
        place_from = (FRONT_PAGES if above else TEXT) if printed else ""
    elif printed and "nama" not in own and is_of_government(fronts, nama):
        nama, name_from = f"Pemerintah {printed}", FRONT_PAGES
    nama = as_sentences_spell(nama, (text for text, _ in lines)) if nama else ""
    if pemerintah:
        printed, place_from = pemerintah, OPTION
    told = (NAMED.get(name_from, "") if instansi else name_from, place_from, year_from)
    return Identity(instansi or (folder_name(nama) if nama else ""), year, nama, printed, told)


def _office(filled_in: str, lines: Sequence[tuple[str, bool]], of_state: str) -> tuple[str, str]:
    """The name of the office as it fills it in, else as its cover prints it where it is one of the
    state, else as it is printed most, and where.

    What heads a table on the front pages says what the table is of, and not whose document it is.
    """
    own = next(offices_in(filled_in, True), "") or own_office([filled_in]) or of_state
    if own:
        return own, FRONT_PAGES
    told = [(text, front and not CAPTION.fullmatch(text)) for text, front in lines]
    nama, name_from = _best(offices_in, told)
    if not nama:
        nama = own_office(text for text, front in lines if front)
        name_from = FRONT_PAGES if nama else ""
    return nama, name_from


def folder_name(text: str) -> str:
    """
    >>> folder_name("Dinas Koperasi, UKM dan Perdagangan")
    'dinas-koperasi-ukm-dan-perdagangan'
    """
    return hyphenated(text)[:LONGEST].strip("-") or "instansi"


def hyphenated(text: str) -> str:
    """The words of a name as those of a folder, however long it is."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall(r"[a-z0-9]+", folded))


def _heads(blocks: Sequence[Block]) -> list[str]:
    """What stands in the first rows of the tables: a quarterly table has its year nowhere else.

    Where results stand there without a year as well, those with one are of years before.
    """
    tables = (block.grid.rows[:HEAD_ROWS] for block in blocks if isinstance(block, WordTable))
    told = [[one_line(slot.text) for row in rows for slot in row if slot.text] for rows in tables]
    return [text for texts in told if not any(map(RESULTS.fullmatch, texts)) for text in texts]


def _year(
    lines: Iterable[tuple[str, bool]], heads: Sequence[str], path: Path, running: Sequence[str]
) -> tuple[int, str]:
    """The year above or below each page, or of the title; else the one that most titles, then most
    headings of results, then most lines, speak of; of as many, that of the cover, then the last."""
    texts = [(LAW.sub("", text) if len(text) < 200 else text, front) for text, front in lines]
    titled = [
        (match[1], front)
        for text, front in texts if len(text) < 200 and not _compares_years(text)
        for match in TITLED.finditer(text)
    ]  # fmt: skip
    cover = [
        year
        for text, front in texts[:COVER]
        if front and len(text) < LONGEST and (text.isupper() or STANDING.search(text))
        for year in YEAR.findall(text)
    ]
    short = (text for text, front in texts[:COVER] if front and len(text) < LONGEST)
    cover = [year for text in short for year in TOLD.findall(text)] or cover
    each = [match[1] for text in running for match in TITLED.finditer(text)]
    headed = [match[1] for text in heads for match in HEADED.finditer(text)]
    tries = (
        (each, RUNNING),
        ([year for year, front in titled if front], FRONT_PAGES),
        (cover, FRONT_PAGES),
        (YEAR.findall(path.stem.replace("_", " ")), FILE),
        ([year for year, _ in titled], TEXT),
        (headed, HEADS),
        ([year for text, _ in texts for year in YEAR.findall(text)], TEXT),
    )
    for years, where in tries:
        if years:
            counted = Counter(years)
            most = max(counted.values())
            alike = [year for year, count in counted.items() if count == most]
            year = max(alike, key=lambda year: (year in cover, year))
            printed = where == FILE and year in (year for year, _ in titled)
            return int(year), TEXT if printed else where
    return 0, ""


def _compares_years(text: str) -> bool:
    """Is it the caption of a table over several years, which is that of none?"""
    return bool(CAPTION.fullmatch(text)) and len(set(YEAR.findall(text))) > 1


def _best(
    finding: Callable[[str, bool], Iterator[str]], lines: Sequence[tuple[str, bool]]
) -> tuple[str, str]:
    """The name that is printed most, front pages counting more, a line of the cover twice; where
    it was read."""
    counted: Counter[str] = Counter()
    fronts: set[str] = set()
    for place, (text, front) in enumerate(lines):
        for name in set(finding(text, front)):
            is_a_line = front and place < COVER and text.casefold() == name.casefold()
            counted[name] += FRONT * (1 + is_a_line) if front else 1
            fronts |= {name} if front else set()
    if not counted:
        return "", ""
    best = max(counted, key=lambda name: (counted[name], len(name)))
    longer = [
        name
        for name in counted
        if name.startswith((f"{best} ", f"{best}, ")) and counted[name] * AGREE >= counted[best]
    ]
    best = max(longer, key=len, default=best)
    return best, FRONT_PAGES if best in fronts else TEXT


def _places(text: str, front: bool) -> Iterator[str]:
    shown = text.title() if text.isupper() else text
    for match in PLACE.finditer(shown):
        kind = {"Kab.": "Kabupaten", "Prov.": "Provinsi"}.get(match[1], match[1])
        words = match[3].split()
        kept = [
            w
            for i, w in enumerate(words)
            if not any(
                one.casefold() in STOP or one.casefold() in ("dengan", "dan", "untuk", "pada")
                for one in words[: i + 1]
            )
        ]
        for count in range(1, len(kept) + 1):
            yield one_line(f"{kind} {match[2] or ''}{' '.join(kept[:count])}")
