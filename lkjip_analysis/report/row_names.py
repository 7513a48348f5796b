"""What a row calls itself: a total, a mean, or a thing of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from lkjip_analysis.language import worded

UNNUMBERED = "tanpa nomor"
"""The sasaran of indicators whose codes name none."""

_OF_ALL = "total|jumlah|umum|besar|seluruhnya|keseluruhan|akhir|semua"
_NUMBER = r"(?:[a-d]|[ivx]+|\d+)(?:\.(?:[a-d]|[ivx]+|\d+))*"
_COUNTED = f"nilai|belanja|anggaran|pagu|aset|pegawai|realisasi|program|kegiatan|{_NUMBER}"


def _called(words: str) -> re.Pattern[str]:
    """Names that say "jumlah" or "total", and after it nothing but such words."""
    named = r"\W*(?:((grand|sub)[\s-]*)?(jumlah|total|jml|subtotal)|(nilai|skor)\s+total)"
    return re.compile(rf"{named}(\s+({words}))*(\s*\([^()]*\))?\W*", re.IGNORECASE)


TOTAL, _NOTHING_COUNTED = _called(f"{_OF_ALL}|{_COUNTED}"), _called(_OF_ALL)
_SUB = re.compile(r"\W*sub[\s-]*(?:jumlah|total|jml)\b", re.IGNORECASE)
"""What a subtotal begins with, whatever it is of: no thing of its own is called so."""
_BEGINS = re.compile(r"(?:grand\s+|sub\s*)?(?:jumlah|total|jml)\b", re.IGNORECASE)
_MEAN = re.compile(
    r"\W*((nilai|total|jumlah|capaian|pencapaian|kinerja|persentase|skor)\s+){0,2}"
    r"(rata\s*[-–—2]?\s*rata|rata2|rerata|mean|average)\b(?P<rest>.*)",
    re.IGNORECASE,
)
_OF_MEAN = frozenset({
    "capaian", "kinerja", "realisasi", "target", "serapan", "nilai", "persentase", "persen",
    "sasaran", "tujuan", "indikator", "keseluruhan", "seluruh", "total", "tahun", "iku", "program",
    "kegiatan", "opd", "skpd", "dinas", "badan", "strategis", "tingkat", "pencapaian", "dan",
    "anggaran", "keuangan", "fisik", "semua", "utama", "penyerapan", "ke", "ii", "iii", "iv", "vi",
})  # fmt: skip

_BUDGET_PART = re.compile(
    r"\W*(?:(?:jumlah|total)\s+)?(pendapatan|belanja|pembiayaan)(?:\s+(?:daerah|desa|negara|nett?o))?\W*",
    re.IGNORECASE,
)
_AGENCIES = frozenset({
    "dinas", "badan", "kantor", "kecamatan", "inspektorat", "sekretariat", "rsud", "opd", "skpd",
    "kabupaten", "kota", "provinsi", "satpol", "pengadilan", "balai", "bidang", "bagian",
})  # fmt: skip
_CUT = re.compile("|".join(r"\s?".join(word) for word in ("jumlah", "total", "subtotal")), re.I)


def sasaran_of(kode: object) -> str:
    """The sasaran of an indicator: its `kode` before the last point ("1" of "1.umkm")."""
    return str(kode).rpartition(".")[0] or worded(UNNUMBERED)


@lru_cache(maxsize=65_536)  # more than a table of ten thousand rows prints
def joined(text: str) -> str:
    """A word whose letters are spaced out, or that a break cut, as one; any other text as it is.

    >>> joined("J U M L A H"), joined("T O T A L  B E L A N J A"), joined("Juml ah"), joined("A B")
    ('JUMLAH', 'TOTAL BELANJA', 'Jumlah', 'A B')
    """
    if text.split() in ([], [text]):  # there is nothing to join
        return text
    if _CUT.fullmatch(text.strip()):
        return re.sub(r"\s+", "", text)
    parts = re.split(r"\s{2,}", text.strip())
    spaced = [re.fullmatch(r"[^\W\d](\s[^\W\d]){3,}[:.]?", part) for part in parts]
    if all(spaced):
        return " ".join(part.replace(" ", "") for part in parts)
    letters = re.sub(r"\s+", "", text)
    if re.fullmatch(r"([^\W\d]\s+-?\s*){4,}[^\W\d]\s*[:.]?", text.strip()):
        word = re.match(r"(?i)(sub)?(jumlah|total|rata-?rata|rerata)", letters)
        return f"{word[0]} {letters[word.end() :]}".strip() if word else text
    return text


def is_total_name(text: str) -> bool:
    """Does a row call itself a total? "Jumlah usaha mikro" may as well be an indicator.

    >>> [is_total_name(name) for name in ("J U M L A H", "Jumlah usaha mikro", "Sub Jumlah I.2")]
    [True, False, True]
    >>> [is_total_name(name) for name in ("Subtotal Wilayah Utara", "Sub Total Pegawai")]
    [True, True]
    """
    if not _tells(text, "jumlah", "total", "jml"):
        return False
    return bool(TOTAL.fullmatch(joined(text)) or _SUB.match(joined(text)))


def are_of_a_budget(names: Iterable[str]) -> bool:
    """Are these the accounts of a whole budget, of which income and spending are no parts?

    Source: Permendagri 77/2020 (APBD) and 20/2018 (APB Desa): pendapatan, belanja, pembiayaan.

    >>> are_of_a_budget(["PENDAPATAN", "Pajak", "BELANJA DAERAH"]), are_of_a_budget(["Belanja"])
    (True, False)
    """
    found = filter(None, (_BUDGET_PART.fullmatch(joined(name)) for name in names))
    return len({part[1].casefold() for part in found}) > 1


def total_of_all(names: Sequence[str], are_totals: Sequence[bool]) -> int | None:
    """Which of the rows that are totals sums all others up; None where each sums up some.

    It is the last row, or stands alone as the first. One called as those above it, its number
    apart, is a subtotal like them where no other total stands right above it. Rows right behind the
    only "JUMLAH" that name what they sum tell of something that the table does not list.

    >>> total_of_all(["A", "Jumlah I", "B", "Jumlah II", "Total"], [False, True, False, True, True])
    4
    >>> total_of_all(["A", "JUMLAH", "Jumlah Belanja Tidak Langsung"], [False, True, True])
    1
    >>> total_of_all(["A", "Jumlah", "B", "Jumlah", "Total Belanja"], [False, True] * 2 + [True])
    4
    >>> total_of_all(["A", "Jumlah I", "B", "Jumlah II"], [False, True, False, True]) is None
    True
    """
    totals = [at for at, is_one in enumerate(are_totals) if is_one]
    if totals == [0]:
        return 0
    if not totals or totals[-1] < len(names) - 1:
        return None
    if _others_follow(names, totals):
        return totals[0]
    *above, last = totals
    called = _without_number(names[last])
    alike = any(called == _without_number(names[at]) for at in above)
    is_sub = called.startswith("sub") or (alike and last - 1 not in above)
    return None if is_sub else last


def _others_follow(names: Sequence[str], totals: Sequence[int]) -> bool:
    """Is the first total plain, and do all others stand behind it and name what they sum up?"""
    first, *others = totals
    in_a_row = others == list(range(first + 1, first + len(totals)))
    named = [counts_something(names[at]) for at in totals]
    return bool(others) and in_a_row and not named[0] and all(named[1:])


def _without_number(name: str) -> str:
    return " ".join(re.sub(rf"\b{_NUMBER}\b|\W", " ", joined(name).casefold()).split())


def counts_something(text: str) -> bool:
    """Does a name of a total also say what it counts? Then it may be an item of the list too.

    >>> counts_something("Jumlah pegawai"), counts_something("JUMLAH SELURUHNYA")
    (True, False)
    """
    return not _NOTHING_COUNTED.fullmatch(joined(text))


def _tells(text: str, *words: str) -> bool:
    """Do its letters hold one of these words at all? Of most rows that answers everything."""
    letters = "".join(text.split()).casefold()
    return any(word in letters for word in words)


def begins_as_total(text: str) -> bool:
    """Does a row begin as totals do, where its table is known to have one?

    >>> begins_as_total("J U M L A H"), begins_as_total("Sub Total Belanja"), begins_as_total("Air")
    (True, True, False)
    """
    return bool(_BEGINS.match(joined(text.strip())))


def is_mean_name(text: str) -> bool:
    """Does a row call itself the mean of others? "Rata-rata lama sekolah" is an indicator.

    >>> is_mean_name("Rata-rata capaian"), is_mean_name("Rata-rata lama sekolah Kota Biru")
    (True, False)
    >>> is_mean_name("Capaian rata-rata"), is_mean_name("Rerata capaian kinerja Dinas Perikanan")
    (True, True)
    """
    match = _MEAN.fullmatch(joined(text)) if _tells(text, "rata") else None
    if not match:
        return False
    rest = re.findall(r"[^\W\d_]+", re.sub(r"\([^()]*\)", " ", match["rest"].casefold()))
    agency = next((at for at, word in enumerate(rest) if word in _AGENCIES), 0)
    rest = rest[:agency] or rest  # whose mean it is may follow: capaian kinerja Dinas Perikanan
    return all(word in _OF_MEAN or len(word) == 1 for word in rest)


def plain_name(text: str) -> str:
    """A name without numbering, case, punctuation and what stands in brackets.

    >>> plain_name("a. Angka Kematian Ibu - AKI"), plain_name("2) U.M.K.M. (naik kelas)")
    ('angka kematian ibu', 'umkm')
    """
    text = re.sub(r"\([^)]*\)", " ", text.casefold())
    text = re.sub(r"^\s*(?:(?:sasaran\s+)?\d+(?:\.\d+)*\s*[.):]*|[a-z][.)])\s+", " ", text)
    text = re.sub(r"\b(?:[a-z]\.){2,}", lambda told: told[0].replace(".", ""), text)
    text = _without_initials(text)
    words = re.sub(r"[^\w%]+", " ", text).split()
    return " ".join(words[1:] if words[:1] == ["program"] and len(words) > 1 else words)


def _without_initials(text: str) -> str:
    """A name without its own initials behind a dash, which other tables put in brackets."""
    told = re.fullmatch(r"(?P<name>.*\w)\s+[-–—]\s*(?P<initials>[a-z]{2,6})\s*", text)
    if not told:
        return text
    words = told["name"].split()[-len(told["initials"]) :]
    return told["name"] if "".join(word[0] for word in words) == told["initials"] else text
