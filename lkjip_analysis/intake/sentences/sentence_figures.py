"""The figures of a sentence: which of them state something, and why the others do not.

Numbers of regulations, years, dates, list numbers, tables and pages, telephone and staff numbers,
footnote marks and digits inside names are no claims; each is told with its reason.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from lkjip_analysis.intake.document.blocks import Block, Paragraph, prose
from lkjip_analysis.intake.sentences.naming_numbers import BASE, EACH, around, names_something
from lkjip_analysis.numbers.printed import Printed, read_or_none

NOUNS = frozenset({
    "unit", "orang", "koperasi", "program", "kegiatan", "subkegiatan", "pasar", "indikator",
    "sasaran", "dokumen", "desa", "kelurahan", "kecamatan", "kabupaten", "kota", "bidang",
    "pegawai", "kasus", "ekor", "ton", "kg", "kuintal", "hektar", "ha", "km", "m", "meter",
    "poin", "skor", "bulan", "hari", "jam", "kali", "paket", "buah", "lembaga", "sekolah",
    "siswa", "guru", "rumah", "keluarga", "kk", "jiwa", "penduduk", "peserta", "perusahaan",
    "usaha", "ukm", "umkm", "industri", "kelompok", "lokasi", "titik", "ruas", "jembatan",
    "puskesmas", "posyandu", "bayi", "balita", "kelahiran", "laporan", "aplikasi", "layanan",
    "pelanggan", "wisatawan", "kunjungan", "rekomendasi", "temuan", "pcs", "aset",
})  # fmt: skip
CUES = (
    r"(sebesar|sebanyak|sejumlah|senilai|mencapai|tercapai|dicapai|menjadi|dari|target|realisasi|"
    r"capaian|rata\s*-?\s*rata|ditargetkan|terealisasi|yaitu|adalah|hanya|nilai|skor|indeks|"
    r"jumlah|total|sekitar|kurang lebih|±|sampai|seluruh|berjumlah|terdapat|ada|melaksanakan)"
)
CURRENCY = r"Rp\.?|IDR|US ?\$|USD|\$"
CORE = r"\d+(?:[.,]\d+)*(?![.,]{0,2}\d)"
"""Digits with a sign between each; a sign printed twice ("920.942..000") leaves no sure figure."""
UNTOLD = "bilangan tanpa satuan dan tanpa kata petunjuk"
"""Why a number is no claim that may count something all the same."""
BEFORE_MINUS = (
    "sebesar", "sebanyak", "menjadi", "dari", "yaitu", "yakni", "adalah", "mencapai", "hanya", "ke",
    "nilai", "tumbuh", "pertumbuhan", "kontraksi", "deflasi", "inflasi", "selisih", "deviasi",
    "perubahan", "poin", "angka", "minus", "negatif", "Rp", "dan", "atau", ":", "turun", "menurun",
    "penurunan", "berkurang", "menyusut", "naik", "meningkat", "terkontraksi",
)  # fmt: skip
MINUS = rf"(?=[-−–])(?:(?<!\w )|{'|'.join(rf'(?<={word} )' for word in BEFORE_MINUS)})[-−–]"
"""A minus stands right before its figure: behind a word only where that leads to a figure."""
TOKEN = re.compile(
    rf"(?<![\w/.,])(?P<text>(?P<currency>{CURRENCY})?\s*(?P<minus>{MINUS})?(?P<core>{CORE})"
    r"(?P<nil>,\s?[-–—])?)(?P<note>[⁰¹²³⁴⁵⁶⁷⁸⁹]*)"
    r"(?:\s*\([^\W\d]+(?:\s+[^\W\d]+){0,4}\))?"
    r"(?P<after>\s*(?:%|persen\b|(?:ribu|juta|mil[iy]ar|triliun)\b))?"
    rf"(?P<each>\s*(?:\b{EACH}\s+{BASE}|/\s*(?=10*\.?000){BASE})(?!\s*/)"
    r"(?:\s+(?:kelahiran\s+hidup|kh)\b)?)?"
    rf"(?:\s+(?P<noun>sub kegiatan|{'|'.join(sorted(NOUNS, key=len, reverse=True))})\b)?",
    re.IGNORECASE,
)
KEPT = 65_536
"""Texts of which what was found is kept: where a document has more of them than are kept, each that
goes through all of them anew finds none of what the last one left."""
NEAR = 200
"""Words that tell a bare number for a claim stand so near before it."""
AROUND = 130
"""Letters of its sentence that are shown on each side of a figure."""
ABBREVIATED = re.compile(r"\b(Rp|No|Kab|Tk|Hal|Jl|Dr|[A-Z])$")


@dataclass(frozen=True)
class Figure:
    """One figure of a sentence as it is printed, its value, and the words around it."""

    text: str
    printed: Printed
    unit: str
    noun: str
    before: str
    after: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @cached_property
    def clause(self) -> str:
        part = re.split(r"[;:]|,\s(?!-)|\d[\d.,]*(?:\s*%)?", self.before)[-1]
        return part if len(part.split()) >= 2 else " ".join(self.before.split()[-9:])

    @cached_property
    def kind(self) -> str:
        """What it measures: percent, rupiah, dollars, a count of something, or a bare number."""
        shown = self.printed.unit.casefold()
        if "%" in self.text or "persen" in self.text.casefold():
            return "persen"
        if "rp" in shown or "idr" in shown:
            return "rupiah"
        return "dolar AS" if "$" in shown or "usd" in shown else self.noun or "bilangan"

    @cached_property
    def is_telling(self) -> bool:
        """Is it long enough not to equal another figure, or be one digit off, by chance?"""
        return self.printed.digits >= 3 or self.kind == "persen" or self.printed.decimals > 0


@dataclass(frozen=True)
class Skipped:
    """A figure that is no claim, and why."""

    text: str
    reason: str


def figures_in(paragraph: Paragraph) -> tuple[list[Figure], list[Skipped]]:
    """The figures that a paragraph states, and those that state nothing."""
    stated: list[Figure] = []
    skipped: list[Skipped] = []
    for match in TOKEN.finditer(paragraph.text):
        reason = _reason(paragraph, match)
        figure = None if reason else _figure(paragraph.text, match)
        if figure:
            stated.append(figure)
        else:
            skipped.append(Skipped(match["text"].strip(), reason or "tidak terbaca sebagai angka"))
    return stated, skipped


def _reason(paragraph: Paragraph, match: re.Match[str]) -> str:
    """Why this number is no claim; nothing where it is one."""
    before, _ = around(paragraph.text, match.start("text"), match.end("note"))
    if paragraph.listed:
        return "nomor halaman dalam daftar isi"
    if paragraph.heading and not before.strip():
        return "nomor judul bagian"
    if reason := names_something(paragraph.text, match):
        return reason
    told = match["currency"] or match["after"] or match["nil"] or match["noun"]
    if told or re.search(r"[.,]", match["core"]) or re.search(CUES + r"\W*$", before[-NEAR:], re.I):
        return ""
    return UNTOLD


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    noun = " ".join((match["noun"] or "").casefold().split())
    after = match["after"] or ""
    shown = text[match.start("text") : match.end("note" if not after else "after")].strip()
    if "(" in shown or match["note"]:
        shown = match["text"].strip()  # "2 (dua)": the words repeat the digits
    printed = read_or_none(shown)
    if printed is None or printed.value is None:
        return None
    unit = "%" if "%" in shown or "persen" in after.casefold() else ""
    start = match.end("text") - len(match["text"].lstrip())
    before, behind = around(text, start, match.end())
    return Figure(shown, printed, unit, noun, before, behind, start)


def sentence_around(text: str, place: int) -> str:
    """The sentence of a paragraph in which a figure stands; full stops in numbers end none."""
    return _cut(text)[bisect_right(_ends(text), place)]


@lru_cache(maxsize=KEPT)
def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph."""
    return tuple(filter(None, _cut(text)))


def told_sentences(blocks: Iterable[Block]) -> Iterator[tuple[Paragraph, str]]:
    """Each sentence of the prose, with the paragraph it stands in."""
    for block in prose(blocks):
        for sentence in sentences_of(block.text):
            yield block, sentence


def excerpt(text: str, start: int, length: int) -> str:
    """The sentence around a figure, the figure between marks, not more than a few lines."""
    end = start + length
    ends, sentence = _ends(text), sentence_around(text, start)
    number = bisect_right(ends, start)
    first = ends[number - 1] if number else len(text) - len(text.lstrip())
    first, last = max(first, start - AROUND), min(first + len(sentence), end + AROUND)
    before, after = (
        ("… " if first > 0 and first == start - AROUND else ""),
        (" …" if last == end + AROUND else ""),
    )
    return f"{before}{text[first:start]}«{text[start:end]}»{text[end:last]}{after}".strip()


@lru_cache(maxsize=KEPT)
def _cut(text: str) -> tuple[str, ...]:
    """The text from each end of a sentence to the next: each piece once, whoever asks for it."""
    return tuple(text[a:b].strip() for a, b in pairwise([0, *_ends(text), len(text)]))


@lru_cache(maxsize=KEPT)
def _ends(text: str) -> tuple[int, ...]:
    """Where the sentences of a text end; an abbreviation has at most three letters."""
    return tuple(
        match.end()
        for match in re.finditer(r"(?:[.;?]|(?<!Error)(?<!Kesalahan)!)\s+(?=[^\W\d_a-z(])", text)
        if not ABBREVIATED.search(text, max(match.start() - 4, 0), match.start())
    )


def clause_of(figure: Figure) -> str:
    """The words just before a figure, back to the figure or the stop before it."""
    return figure.clause
