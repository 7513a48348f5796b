"""Which cell of the tables a figure of a sentence repeats: every cell that prints it, scored by
what stands around the figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.document.texts import SMALL, plain_words, words
from lkjip_analysis.intake.proposal.spots import Spot
from lkjip_analysis.intake.sentences.narrowed_rows import TELLING as WHOLE
from lkjip_analysis.intake.sentences.narrowed_rows import narrows
from lkjip_analysis.intake.sentences.sentence_figures import Figure, clause_of, sentence_around
from lkjip_analysis.intake.sentences.years_of_figures import year_of_sentence, year_told
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.printed import Printed
from lkjip_analysis.numbers.slips import one_apart

CUES = {
    "target": r"\btarget|ditargetkan|diperjanjikan|direncanakan",
    "realisasi": r"realisasi|dicapai|tercapai|mencapai|terserap|sebanyak|diperoleh|pengguna|diguna",
    "capaian": r"capaian",
    "serapan": r"serap|atau|realisasi",
    "pagu": r"pagu|anggaran|alokasi",
    "rerata": r"rata\s*-?\s*rata|rerata",
    "nilai": r"nilai|skor|indeks",
    "jumlah": r"jumlah|total|seluruh|sebanyak",
    "jml": r"jumlah|total|seluruh|sebanyak|terdiri",
}
RENSTRA = re.compile(r"renstra|rpjmd", re.IGNORECASE)
NAMED, SAYS, LONG, TELLING = 0.75, 1.0, 6, 5
"""So many of a row's words stand beside a figure that is held against it; words just before one of
fewer digits say its column."""
SPARE, AWAY = 2, 800
"""A name stands together, so many other words at most within it, and no further from its figure
than so many letters."""
NO_NAME = frozenset({"jumlah", "total", "keseluruhan", "seluruhnya", "rata", "rerata"})
"""What a row of a total may be called: any sentence says it."""
ALL = re.compile(r"jumlah|total|keseluruhan|seluruh", re.IGNORECASE)
BEFORE = re.compile(r"sebelumnya|tahun lalu|yang lalu", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """Where a figure stands: its paragraph, the place of that among the blocks, the year."""

    paragraph: Paragraph
    place: int
    tahun: int


@dataclass(frozen=True)
class Candidate:
    """A spot with how well it suits the words around a figure."""

    spot: Spot
    score: float


def fits_unit(figure: Figure, spot: Spot) -> bool:
    """May this figure and that cell measure the same thing?"""
    kind, unit = figure.kind, spot.unit.casefold()
    if not unit:
        return True
    if kind == "persen":
        return unit in ("persen", "%")
    if kind in ("rupiah", "dolar AS"):
        return kind.casefold() == unit
    if kind == "bilangan":
        return unit not in ("rupiah", "dolar as")
    return unit not in ("persen", "%", "rupiah", "dolar as")


def equal(figure: Figure, spot: Spot) -> bool:
    return figure.printed.value == spot.value


def rounds_to(figure: Figure, spot: Spot) -> bool:
    """Is the figure the cell with fewer decimals, rounded or cut off?"""
    if figure.printed.decimals >= spot.printed.decimals or figure.printed.decimals < -12:
        return False
    assert figure.printed.value is not None
    if figure.printed.value * spot.value < 0:  # a rise of 5,1 is no fall of 5,12
        return False
    more = abs(spot.value) - abs(figure.printed.value)
    return -figure.printed.step / 2 <= more < figure.printed.step


def _of_one_size(one: Fraction, other: Fraction) -> bool:
    """A digit lost or doubled makes ten times as much; another thing is another size by chance."""
    small, large = sorted((abs(one), abs(other)))
    return bool(small) and (large < 3 * small or 9 * small <= large <= 11 * small)


def one_digit_off(figure: Figure, spot: Spot) -> bool:
    """Do the digits differ by one: typed wrong, dropped, doubled or two swapped?

    A round amount as 1.000.000.000 is one digit off many others.
    """
    if figure.printed.value is None or not _of_one_size(figure.printed.value, spot.value):
        return False
    one, other = digits_of(figure.printed), digits_of(spot.printed)
    told = min(len(one.rstrip("0")), len(other.rstrip("0")))
    return told > 1 and min(len(one), len(other)) >= 4 and one_apart(one, other)


def names_row(figure: Figure, spot: Spot, where: Place) -> bool:
    """Do the words around a figure name the row of a cell, and nothing that it does not measure?"""
    if is_physical(figure.before) != is_physical(spot.column.judul, spot.called):
        return False
    if _is_of_a_part(figure, spot, where) or _is_of_another_year(figure, spot, where.tahun):
        return False
    if spot.is_total:
        return bool(ALL.search(clause_of(figure))) or is_unmistakable(figure, spot)
    if is_long(figure):
        return says_name(figure, spot, where)
    wanted = words(spot.called)
    sentence = sentence_around(where.paragraph.text, figure.start)
    told = len(wanted & words(sentence)) >= NAMED * max(len(wanted), 1)
    return told and column_suits(figure, spot.column.name, where) >= SAYS


def _is_of_another_year(figure: Figure, spot: Spot, tahun: int) -> bool:
    """Is the year told right behind a figure, or last before it, none of its column?"""
    told = year_told(figure, 12) or year_of_sentence(figure)
    own = years_in(spot.column.judul) or {tahun - spot.column.name.endswith("_lalu")}
    return told is not None and told not in own


def _is_of_a_part(figure: Figure, spot: Spot, where: Place) -> bool:
    """Do the words before a figure of few digits tell of a part of what the row is called?"""
    if len(digits_of(figure.printed).strip("0")) >= WHOLE:
        return False
    start = figure.start
    sentence = sentence_around(where.paragraph.text, start)
    before = where.paragraph.text[max(start - len(sentence), 0) : start]
    return narrows(before[max(before.rfind(". "), 0) :], spot.called)


def says_name(figure: Figure, spot: Spot, where: Place) -> bool:
    """Does the name of a row stand beside a figure, its words together?

    Other names have words of it as well: a heading, an agency, the row of another place.
    """
    wanted = words(spot.called)
    near = where.paragraph.text[max(figure.start - AWAY, 0) : figure.start + AWAY]
    told = [word for word in plain_words(near).split() if word not in SMALL]
    runs = (told[i : i + len(wanted) + SPARE] for i, word in enumerate(told) if word in wanted)
    return any(len(wanted.intersection(run)) >= NAMED * len(wanted) for run in runs)


def is_long(figure: Figure) -> bool:
    """Six digits and more are never equal by chance, nor nearly so, whatever the words around."""
    return figure.printed.digits >= LONG


def is_unmistakable(figure: Figure, spot: Spot) -> bool:
    """Is it an amount to five digits that are no zeros behind it, under the word of its column?

    Two budgets of round amounts may differ by one digit, before a change and after it.
    """
    long = (
        is_long(figure)
        and min(len(digits_of(p).strip("0")) for p in (figure.printed, spot.printed)) >= TELLING
    )
    told = words(spot.column.judul) & words(clause_of(figure)) - {"rp", "anggaran"}
    cue = CUES.get(spot.column.name)
    return long and bool(told or (cue and re.search(cue, clause_of(figure).casefold())))


def is_physical(*texts: str) -> bool:
    """Do the last words speak of physical progress, which no money measures?"""
    return any(re.search(r"\bfisik\b", text[-60:], re.IGNORECASE) for text in texts)


def digits_of(printed: Printed) -> str:
    assert printed.value is not None
    scaled = abs(printed.value) * 10 ** max(printed.decimals, 2 if "," in printed.core else 0)
    return str(int(scaled))


def ranked(figure: Figure, spots: Iterable[Spot], where: Place) -> list[Candidate]:
    """The spots by how well they suit the words around; copies of one figure count once."""
    scored = [Candidate(spot, score_of(figure, spot, where)) for spot in spots]
    best: dict[tuple[str, str], Candidate] = {}
    for candidate in scored:
        group = (candidate.spot.key, candidate.spot.column.name)
        if candidate.spot.is_claim:
            group = ("klaim", "")
        if group not in best or candidate.score > best[group].score:
            best[group] = candidate
    return sorted(best.values(), key=lambda c: -c.score)


def score_of(figure: Figure, spot: Spot, where: Place) -> float:
    text = where.paragraph.text
    sentence = sentence_around(text, figure.start)
    clause = clause_of(figure).casefold()
    called = "" if words(spot.called) <= NO_NAME else spot.called
    score = 1.5 * _shared(called, sentence) + 0.7 * _shared(called, figure.before)
    score += 0.08 * min(len(words(called) & words(sentence)), 6)
    score += column_suits(figure, spot.column.name, where) + _near(spot, where)
    if spot.is_total:
        score += 0.6 if ALL.search(clause) else 0.3 if not _names_row(sentence) else 0.0
    if spot.is_claim:
        score -= 0.5
    return score


@lru_cache(maxsize=4096)  # asked for each of the cells that print the figure
def column_suits(figure: Figure, name: str, where: Place) -> float:
    """How well a column suits the words and the year just before a figure."""
    sentence = sentence_around(where.paragraph.text, figure.start)
    score = _column_score(name, clause_of(figure).casefold(), sentence)
    return score + _year_score(name, figure, where.tahun)


def _shared(name: str, text: str) -> float:
    wanted = words(name)
    return len(wanted & words(text)) / len(wanted) if wanted else 0.0


def _names_row(sentence: str) -> bool:
    return bool(re.search(r"\bprogram\s+[A-Z]", sentence)) and not ALL.search(sentence)


def _column_score(name: str, clause: str, sentence: str) -> float:
    stem = name.removesuffix("_lalu").removesuffix("_renstra").removesuffix("_sasaran")
    if name in ("target_renstra", "capaian_renstra") or name.endswith("_renstra"):
        return 0.4 if RENSTRA.search(clause) else -1.0
    cue = CUES.get(stem)
    if cue and re.search(cue, clause):
        return 1.0
    if cue and _says(cue, sentence):
        return 0.2
    return -0.3 if any(re.search(c, clause) for n, c in CUES.items() if n != stem) else 0.0


@lru_cache(maxsize=256)  # each figure of a sentence asks it
def _says(cue: str, sentence: str) -> bool:
    return re.search(cue, sentence.casefold()) is not None


def _year_score(name: str, figure: Figure, tahun: int) -> float:
    clause = " ".join(figure.before.rsplit(maxsplit=12)[-12:])
    year = year_told(figure, 12)
    past = year == tahun - 1 if year else bool(BEFORE.search(clause))
    if name.endswith("_lalu"):
        return 1.2 if past else -1.2
    return -1.2 if past else 0.0


def _near(spot: Spot, where: Place) -> float:
    part = where.paragraph.part
    if (
        spot.label in where.paragraph.text
        and spot.label
        and re.search(re.escape(spot.label) + r"(?!\d)", where.paragraph.text)
    ):
        return 1.5
    distance = min(abs(spot.place - where.place), 400) / 2000
    if spot.part == part:
        return 1.0 - distance
    shared = _shared_start(spot.part.split("."), part.split("."))
    return 0.2 * shared - distance


def _shared_start(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
