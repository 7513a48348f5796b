"""What a number of a sentence is the name of: a table, a regulation, a day, a list number.

Each figure of a long document is asked, so what its words cannot be is told first.
"""

from __future__ import annotations

import re
import string

from lkjip_analysis.numbers.calendar_days import MONTHS, YEAR

EACH = r"(?:per|tiap\s*-\s*tiap|(?:se)?tiap)"
BASE = r"(?:10+|10{0,2}(?:\.000)+)(?![\d.,]*\d|\s*(?:%|persen\b))"
"""What a rate is counted on: a power of ten."""
UNCLEAR_MINUS = re.compile(
    r"(?:[^\W\d]\s|\d\s*(?:%|[^\W\d]{1,9})\s)[-−–]$|\b(?:minus|negatif)\s*$", re.IGNORECASE
)
"""What stands before a figure that may be less than nothing, and may be none: "juta -5 juta"."""
COUNTED_ON = re.compile(rf"(?:\b{EACH}|[^\W\d]\s*/)\s*$", re.IGNORECASE)
"""What stands before what a rate is counted on."""
LAW = re.compile(
    r"(nomor|no\.?|pasal|ayat|huruf|permen\w*|perbup|perda|pergub|perwali|perpres|pp|uu|undang\s*-?\s*"
    r"undang|keputusan|lembaran negara)\s*:?\s*$",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"((tabel|gambar|bagan)\.|tabel|gambar|bagan|grafik|diagram|lampiran|halaman|hal\.?|bab|butir|poin|bagian|misi|"
    r"sasaran(\s+strategis)?|tujuan|tahap|triwulan|semester|indikator|eselon|tipe|tk\.?|covid\s*[-–]?|"
    r"(capaian )?indikator)\s*:?\s*(ke\s*-?\s*)?$",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"\b(telp\.?|telepon|fax|faks\.?|hp|wa|nip|nik|kode pos|npwp)\.?\s*:?$", re.IGNORECASE
)
NAMING = (
    "nomor", "no", "pasal", "ayat", "huruf", "perbup", "perda", "pergub", "perwali", "perpres",
    "pp", "uu", "undang", "keputusan", "negara", "tabel", "gambar", "bagan", "grafik", "diagram",
    "lampiran", "halaman", "hal", "bab", "butir", "poin", "bagian", "misi", "sasaran", "strategis",
    "tujuan", "tahap", "triwulan", "semester", "indikator", "eselon", "tipe", "tk", "covid", "ke",
)  # fmt: skip
"""How every text ends that `LAW` or `PLACE` find something in."""
LESS, SIGNS = ("minus", "negatif"), "-−–"
BEHIND = ":.-–" + "".join(filter(str.isspace, map(chr, range(0x3001))))
"""What may stand between such a word and the figure: signs, and whatever room."""
IN_NUMBERS = f"0123456789().-{string.whitespace}\u00a0"
"""What stands between the parts of a telephone or staff number."""
FAR = 2000
"""So many letters on each side are looked at to tell what a figure is of."""
BESIDE = 60
"""The word that names what a number is of stands right before it: asked of each figure."""
LONGEST_COUNT = 9
"""So many digits without a mark between them are a number that something is called by."""
OF_YEAR = re.compile(r"\btahun(?:\s+anggaran)?\s*$", re.IGNORECASE)
"""Behind these words stands a year, whatever follows: "Pada tahun 2023 program ini ..."."""


def names_something(text: str, match: re.Match[str]) -> str:
    """What a number is the name of: a table, a regulation, a day; nothing where it counts."""
    core = match["core"]
    end = match.end("each") if match["each"] else match.end("note")
    before, after = around(text, match.start("text"), end)
    told, near = bool(match["currency"] or match["after"] or match["nil"]), before[-BESIDE:]
    called = PHONE.search(before.rstrip(IN_NUMBERS)[-BESIDE:])
    if called or (core.isdecimal() and len(core) >= LONGEST_COUNT):
        return "nomor telepon, NIP atau kode"
    if not told and (named := _named(match, before, after)):
        return named
    if match["note"] and not before.strip():
        return "catatan kaki"
    if _is_of_formula(core, near, after):
        return "angka dalam rumus"
    if (near.rstrip()[-1:] in SIGNS or _ends_as(near, LESS)) and UNCLEAR_MINUS.search(near):
        return "angka yang mungkin negatif"
    return "bilangan dalam satuan (per 1.000, tiap 100)" if _is_counted_on(match, near) else ""


def _named(match: re.Match[str], before: str, after: str) -> str:
    """What a number without a unit is the name of, by what stands beside it."""
    core, near = match["core"], before[-BESIDE:]
    if _ends_as(near, NAMING) and LAW.search(near):
        return "nomor peraturan atau pasal"
    if _ends_as(near, NAMING) and PLACE.search(near):
        return "nomor tabel, gambar, bagian atau sebutan"
    if _is_date(before, core, after):
        return "tanggal"
    if YEAR.fullmatch(core) and (not match["noun"] or OF_YEAR.search(near)):
        return "tahun"
    if re.match(r"\s*(/|[-–]\s*[A-Z])", after):
        return "kode atau nomor surat"
    if re.match(r"\s*(wib|wita|wit)\b", after, re.IGNORECASE):
        return "jam"
    return "nomor urut" if _is_list_number(before, match, after) else ""


def _ends_as(before: str, endings: tuple[str, ...]) -> bool:
    """May a text end so, whatever signs stand behind? Most do not, and no expression has to be
    tried at each of their letters."""
    told = before.rstrip(BEHIND).casefold()
    return told.endswith(endings) or "permen" in told


def _is_of_formula(core: str, before: str, after: str) -> bool:
    """Is it a factor: "(2 x Target - Realisasi) / Target x 100%"?"""
    names = r"\s*[x×*]\s*\(?\s*(?:target|realisasi)\b"
    is_share = core == "100" and re.search(r"[\w)]\s*[x×*]\s*$", before, re.IGNORECASE)
    return bool(is_share or re.match(names, after, re.IGNORECASE))


def _is_counted_on(match: re.Match[str], before: str) -> bool:
    """Is it a part of a unit: "3 kasus per 1.000 penduduk", "tiap 100 balita"?"""
    alone = not (match["currency"] or match["after"] or match["nil"] or match["minus"])
    return alone and bool(re.fullmatch(BASE, match["core"]) and COUNTED_ON.search(before))


def _is_date(before: str, core: str, after: str) -> bool:
    month = re.match(r"\s+([^\W\d]+)", after)
    if month and month[1].casefold() in MONTHS:
        return True
    last = before.rsplit(None, 1)[-1:] or [""]
    return last[0].casefold() in MONTHS and bool(YEAR.fullmatch(core))


def _is_list_number(before: str, match: re.Match[str], after: str) -> bool:
    if before.strip(" (") == "":
        return bool(re.match(r"\s*[.)]", after))
    is_item = before.removesuffix("(").rstrip().endswith((";", ":", "."))
    return is_item and bool(re.match(r"\s*\)|\.\s", after)) and len(match["core"]) <= 2


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind, as far as anything is asked of it."""
    return text[max(start - FAR, 0) : start], text[end : end + FAR]
