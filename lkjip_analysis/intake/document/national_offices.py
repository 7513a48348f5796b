"""Offices of the state, as their covers print them: the office itself among those above it.

A ministry, its directorate general and the hall, court or school whose report it is stand below one
another, each a line of its own. The lowest of them is whose report it is, the highest what it
belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lkjip_analysis.intake.document.office_names import ASIDE, LONGEST_NAME, written_name

PLACED = r"(?:kabupaten|kota|provinsi|daerah\s+istimewa)"
RANKS = tuple(
    re.compile(rf"(?:{words})\b", re.IGNORECASE)
    for words in (
        rf"kementerian|mahkamah\s+(?:agung|konstitusi)|kepolisian\s+(?:negara|republik)|"
        rf"kejaksaan\s+(?:agung|republik)|badan(?!\s+pusat\s+statistik\s+{PLACED}|"
        rf"\s+narkotika\s+nasional\s+{PLACED}|\s+pengawas\s+pemilihan\s+umum\s+{PLACED})|"
        r"lembaga(?!\s+(?:layanan|penjaminan|pemasyarakatan|pembinaan|penyiaran))",
        r"(?:direktorat|sekretariat|inspektorat)\s+jenderal|(?:sekretariat|inspektorat)\s+utama|"
        r"deputi",
        r"direktorat|kantor\s+wilayah|kepolisian\s+daerah|polda|pengadilan\s+tinggi|"
        r"kejaksaan\s+tinggi|pusat|biro",
        r"pengadilan|mahkamah\s+syar\S+|kejaksaan|kepolisian|pol(?:res|resta|restabes|sek)|kantor|"
        r"balai|loka|stasiun|lembaga|lapas|rutan|rumah\s+(?:tahanan|sakit)|rsupn?|politeknik|"
        r"universitas|institut|sekolah\s+tinggi|akademi|madrasah|lldikti|"
        r"(?:sekretariat\s+)?(?:kpu|komisi\s+pemilihan\s+umum|bawaslu)|bnnp?k?|bps|badan",
    )
)
"""How the names of offices begin, from the highest to those under all others."""
STATE = re.compile(
    rf"{RANKS[1].pattern}|kementerian|mahkamah|kejaksaan|kepolisian|pol(?:da|res|resta|restabes)\b|"
    r"pengadilan|universitas|institut\b|politeknik|lembaga\s+(?:layanan|pemasyarakatan|"
    r"administrasi)|lldikti|(?:sekretariat\s+)?(?:(?:kpu|bawaslu|bnn|bps)\b|komisi\s+pemilihan)|"
    r"rumah\s+tahanan|rsupn?\b|pusat\b|kantor\s+(?:kementerian|wilayah|imigrasi|pertanahan|"
    r"regional|pelayanan\s+(?:perbendaharaan|pajak|utama|kekayaan))|balai\s+(?:besar|pengawas\s+"
    r"obat|pom|karantina|pemasyarakatan|diklat)|loka\s+(?:pengawas|pom)|stasiun|madrasah|"
    r"badan\s+(?:nasional|pusat|narkotika|meteorologi|kepegawaian\s+negara|pemeriksa|karantina|"
    r"pengawas\s+(?:obat|pemilihan|keuangan))|"
    r"badan\b.*\b(?:ri|republik\s+indonesia)$",
    re.IGNORECASE,
)
"""Of names that begin or end so none is of a district."""
LOCAL = re.compile(
    r"\b(?:pemerintah\s+(?:daerah|kabupaten|kota|provinsi)|dinas|sekretariat\s+daerah|kecamatan|"
    r"kelurahan|rsud|rumah\s+sakit\s+umum\s+daerah|satuan\s+polisi|uptd|puskesmas|bappe\w+|"
    r"pusat\s+kesehatan|"
    r"inspektorat\s+(?:daerah|kabupaten|kota|provinsi))\b|^badan\b.*\bdaerah\b",
    re.IGNORECASE,
)
"""An office of a district; offices of the state are only spoken of there."""
TITLE = re.compile(
    r"^\W*(?:laporan\s+(?:akuntabilitas\s+)?kinerja(?:\s+instansi)?(?:\s+pemerintah(?:an)?)?|lakip|"
    r"lkj?ip|lakin|lapkin|lkj)\b\s*(?:\([^)]*\))?\W*"
    r"(?:(?:tahun|t\.?\s?a\.?)?\s*(?:anggaran\s+)?20\d\d\b)?\W*",
    re.IGNORECASE,
)
YEAR_BEHIND = re.compile(
    r"(?:(?<=\w)|^)\W*\b(?:(?:tahun|t\.?\s?a\.?)\s*(?:anggaran\s+)?)?20\d\d\W*$", re.I
)
"""What stands around the name of an office where a line is the title as well."""
GOES_ON = re.compile(rf"(?:di|{PLACED}|kelas|tipe|wilayah)\b", re.IGNORECASE)
"""How the second line of a name begins."""
TEXT_BEGINS = re.compile(
    r"\b(?:kata\s+pengantar|daftar\s+isi|ikhtisar|ringkasan\s+eksekutif|pendahuluan|bab\s+[I1])\b",
    re.IGNORECASE,
)
ABOVE = (
    (re.compile(r"pengadilan|mahkamah", re.I), "Mahkamah Agung"),
    (re.compile(r"kepolisian|pol(?:da|res|sek)", re.I), "Kepolisian Negara Republik Indonesia"),
)
"""What some belong to, where the text speaks of it."""


def state_office(cover: Sequence[str], running: Sequence[str] = ()) -> tuple[str, str]:
    """The office of the state whose cover this is, and what of the state it belongs to; nothing
    where no line is such a name, or where one names an office of a district."""
    lines = [line for line in _until_the_text(cover) if not ASIDE.search(line)]
    if any(LOCAL.search(line) for line in lines):
        return "", ""
    named = [name for line in _joined(lines) if (name := _name_in(line))]
    named += [name for line in running if (name := _name_in(line))]
    if not any(STATE.match(name) for name in named):
        return "", ""
    lowest = max(named, key=_rank)
    own = max((name for name in named if name.startswith(lowest)), key=len)  # cut on the cover
    above = min(named, key=_rank)
    return own, above if _rank(above) < _rank(own) else ""


def belongs_to(own: str, texts: Iterable[str]) -> str:
    """What an office of the state belongs to by its kind, where a text speaks of that."""
    told = next((name for kind, name in ABOVE if kind.match(own)), "")
    return told if told and told != own and any(told in text for text in texts) else ""


def _rank(name: str) -> int:
    return next(place for place, begins in enumerate(RANKS) if begins.match(name))


def _until_the_text(cover: Sequence[str]) -> Iterator[str]:
    """The lines above the foreword, or above the lists of contents."""
    for line in cover:
        head, *rest = TEXT_BEGINS.split(line, maxsplit=1)
        yield head.strip()
        if rest:
            return


def _joined(lines: Iterable[str]) -> list[str]:
    """The lines, those that go on with the name before them at its end."""
    found: list[str] = []
    for line in lines:
        if found and GOES_ON.match(line) and _name_in(found[-1]):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def _name_in(line: str) -> str:
    """The name that is all of a line but a title and a year; nothing where more stands there."""
    bare = YEAR_BEHIND.sub("", TITLE.sub("", line)).strip(" |-–—/")
    if len(bare) > LONGEST_NAME or not any(begins.match(bare) for begins in RANKS):
        return ""
    return written_name(bare)
