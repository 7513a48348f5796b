"""A whole told with two parts that leave none out: those that do something and those that do not,
men and women, public and private."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_analysis.intake.sentences.said_figures import SaidFigure, SaidRelation, sum_of, units_of

LACKING = re.compile(
    r"[^.;]{0,40}\b(?:dan|sedangkan|sementara|serta|sisanya)\b[^.;]{0,40}?"
    r"\b(?:tidak|belum)\s+(?P<doing>[^\W\d]{4,})\b[^.;]{0,30}",
    re.IGNORECASE,
)
"""What stands between those that do something and those that do not."""
LACKING_BEHIND = re.compile(
    r"(?:\s+[^\W\d]+){1,6}?\s+(?:tidak|belum)\b(?:\s+(?P<doing>[^\W\d]{4,}))?", re.IGNORECASE
)
"""What stands behind those that do not: "3 desa lainnya belum memiliki"."""
OPPOSED = re.compile(
    r"[^.;]{0,120}(?:,|\b(?:dan|sedangkan|sementara|serta|sisanya))\W++(?:[^\W\d]++\W++){0,2}"
)
LONGEST = 120
"""So many letters at most between the whole and its part: further on another whole may be meant."""
PAIRED = (
    re.compile(r"(?:\W+[^\W\d]+){0,2}?\W+(?:laki\W*laki|lelaki|pria)\b", re.IGNORECASE),
    re.compile(r"(?:\W+[^\W\d]+){0,2}?\W+(?:perempuan|wanita)\b", re.IGNORECASE),
)
PERSONS = frozenset({
    "orang", "jiwa", "pegawai", "guru", "siswa", "murid", "peserta", "pns", "asn", "cpns", "pppk",
    "tenaga", "aparatur", "anggota", "personil", "personel", "karyawan", "penduduk", "pasien",
    "mahasiswa", "dosen", "petani", "nelayan", "wisatawan", "atlet", "penyuluh", "balita", "bayi",
    "lansia", "difabel", "santri", "kader",
})  # fmt: skip
BETWEEN = re.compile(r"[^.;\d]{0,60}")
SOME = re.compile(
    r"\b(?:di\s*antaranya|antara\s+lain|termasuk|masing|baru|tambahan|setiap)\b", re.IGNORECASE
)
"""What tells some of the whole only, or parts of each of several."""


def complement(figures: Sequence[SaidFigure], number: int, sentence: str) -> list[SaidRelation]:
    """ "1.363 km, yang beroperasi 993 km dan yang tidak beroperasi 370 km", "31 orang, 18 pria dan
    13 wanita", "dari 40 desa, 28 desa memiliki dan 12 desa belum": whole, both parts."""
    counts = [figure for figure in figures[: number + 1] if figure.kind == figures[number].kind]
    if len(counts) < 3 or figures[number].kind == "persen":
        return []
    whole, part, rest = counts[-3:]
    ways = (_is_lacking, _are_paired, _is_lacking_behind)
    if not any(way(whole, part, rest, sentence) for way in ways):
        return []
    return [sum_of(whole, (part, rest))]


def _is_lacking(whole: SaidFigure, part: SaidFigure, rest: SaidFigure, sentence: str) -> bool:
    """Do the words before the rest say that it does not do what the part does?"""
    between = LACKING.fullmatch(sentence[part.end : rest.start])
    before = sentence[whole.end : part.start]
    if not between or len(before) > LONGEST or "." in before:
        return False
    told = re.search(rf"\b{between['doing']}\b", before, re.IGNORECASE)
    return bool(told and not re.search(r"\b(?:tidak|belum)\s*$", before[: told.start()]))


def _are_paired(whole: SaidFigure, part: SaidFigure, rest: SaidFigure, sentence: str) -> bool:
    """Are these persons, and so many of them men and so many women?"""
    gaps = sentence[whole.end : part.start], sentence[part.end : rest.start]
    told = any(
        one.match(sentence, part.text_end) and other.match(sentence, rest.text_end)
        for one, other in (PAIRED, PAIRED[::-1])
    )
    alone = all(map(BETWEEN.fullmatch, gaps)) and not any(map(SOME.search, gaps))
    return told and alone and units_of([whole], sentence)[0] in PERSONS


def _is_lacking_behind(
    whole: SaidFigure, part: SaidFigure, rest: SaidFigure, sentence: str
) -> bool:
    """Of a whole behind "dari", do the words behind the rest say that it does not do the same?"""
    units = units_of([whole, part, rest], sentence)
    behind = LACKING_BEHIND.match(sentence, rest.text_end)
    before, between = sentence[whole.end : part.start], sentence[part.end : rest.start]
    if not (behind and units[0] and set(units) == {units[0]} and OPPOSED.fullmatch(between)):
        return False
    of_whole = re.search(r"\bdari\W+(?:[^\W\d]+\W+){0,2}$", sentence[: whole.start], re.IGNORECASE)
    doing = behind["doing"]
    told = doing is None or re.search(rf"\b{doing}\b", between, re.IGNORECASE)
    denied = re.search(r"\b(?:tidak|belum)\b", between, re.IGNORECASE)
    return bool(of_whole and told and not denied and BETWEEN.fullmatch(before))
