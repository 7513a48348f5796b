"""Sentences that count the rows of each class: "4 indikator berkategori sangat baik dan 1 cukup".

They are held against the one table that prints a class for each of its rows: the one with so many
rows as the counts come to, or the only one of the section where all counts but one agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.document.periods import years_in
from lkjip_analysis.intake.document.texts import plain_words
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, claim_of_count
from lkjip_analysis.intake.noticed.counts.counted_classes import class_columns
from lkjip_analysis.intake.noticed.counts.counted_targets import names_one
from lkjip_analysis.intake.noticed.counts.said_of_all import NARROWER
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, ProposedTable
from lkjip_analysis.intake.sentences.naming_numbers import BESIDE
from lkjip_analysis.intake.sentences.sentence_figures import NOUNS, told_sentences
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.number_words import SMALL_NUMBER, spoken

CALLED = {"iku": "indikator"}
COUNTED = NOUNS | CALLED.keys()
"""What says which rows are counted; "dan 2 sisanya" says nothing of them."""
FEWEST = 3
"""A table of fewer rows needs no sentence that counts them."""
CLASSED = r"(?:ber)?(?:kategori|predikat|kriteria|kualifikasi)(?:kan)?"
ANY_CLASSED = re.compile(rf"\b{CLASSED}(?:nya)?\b", re.IGNORECASE)
REACHED = re.compile(r"\b(?:tercapai|dicapai|mencapai)\b", re.IGNORECASE)
"""What classes may stand behind as well: "6 indikator tercapai sangat baik"."""
BOUNDS = re.compile(r"\((?=[^()]*\d)(?=[^()]*(?:%|persen|[<>≤≥]))[^()]*\)", re.IGNORECASE)
"""The bounds of a class in brackets behind its name, which count nothing."""
COUNT = re.compile(
    rf"(?<![\w.,/])(?:(?P<digits>\d{{1,3}})(?![.,]?\d|\s*%|\s*persen)(?:\s*\([^()\d]*\))?"
    rf"|(?P<word>{SMALL_NUMBER})\b)(?:\s+buah)?"
    r"\s*(?P<thing>(?!(?:ber)?(?:kategori|predikat|kriteria)|dengan|yang|di\b)[^\W\d]+)?",
    re.IGNORECASE,
)
"""A count in digits or in a word, and what is counted."""
BEHIND = re.compile(
    r"[”\"’')]*\s*(?:\(|:|=|(?:,\s*)?(?:ada|yaitu|adalah|sebanyak|sejumlah|berjumlah|terdapat)\s)\W*"
    r"(?:(?:sebanyak|sejumlah|ada)\s+)?$",
    re.IGNORECASE,
)
"""What stands between the name of a class and its count where the name comes first."""
LISTED = re.compile(r"[^\w(]*\d")
"""Behind the number of a row of a scale, "1 ≥ 90,01 Sangat Tinggi", which counts nothing."""
OF_ALL = re.compile(r"\b(?:dari|seluruh|keseluruhan|total|jumlah)\s+$", re.IGNORECASE)
"""What stands before the count of all rows."""
APART = re.compile(
    r"\b(?:minimal|maksimal|ditargetkan|di\s*(?:atas|bawah)\s+(?:target|rata|nilai|\d)|naik|turun)\b",
    re.IGNORECASE,
)
"""Words of sentences that speak of other classes than those that the table prints."""


@dataclass(frozen=True)
class _Counted:
    """One count of a sentence, of which class, and what it calls the rows."""

    text: str
    number: int
    named: str
    thing: str


@dataclass(frozen=True)
class _Classes:
    """A table with its column of classes: how many rows carry each."""

    table: ProposedTable
    column: str
    rows: Counter[str]

    def agrees(self, told: _Counted) -> bool:
        return self.rows[told.named] == told.number

    def is_of(self, things: frozenset[str]) -> bool:
        """Are its rows what the sentence counts?"""
        name = self.table.kind.nama_baris
        return things <= set(plain_words(f"{self.table.head(name)} {name}").split())


def sentences_of_classes(
    blocks: Sequence[Block], tables: Sequence[ProposedTable], names: Sequence[str], tahun: int
) -> Iterator[ProposedClaim]:
    """The counts of each sentence that tells how many rows are of which class."""
    held = [
        _Classes(table, column, rows)
        for table in tables
        if table.kind.nama_baris in table.columns and not table.is_partial
        for column, rows in class_columns(table, FEWEST)
        if _holds_classes(table, column)
    ]
    known = {plain_words(name) for name in names}.union(*(one.rows for one in held))
    for block, sentence in told_sentences(blocks if held else ()):
        plain = BOUNDS.sub(lambda match: " " * len(match[0]), sentence)
        if not _first_word(plain) or _is_of_others(plain, tahun):
            continue
        told = _counts(plain, known)
        if told and (meant := _meant(told, held, block, _of_all(plain))):
            yield from (_claim(block, sentence, one, meant) for one in told)


def _first_word(sentence: str) -> re.Match[str] | None:
    """The first word that says that what stands behind it are classes."""
    return ANY_CLASSED.search(sentence) or REACHED.search(sentence)


def _of_all(sentence: str) -> int:
    """How many rows there are, as a sentence tells it: "dari 11 indikator"; 0 where it does not."""
    found = [match for match in COUNT.finditer(sentence) if _is_of_all(match)]
    return _told(found[0], "").number if len(found) == 1 else 0


def _holds_classes(table: ProposedTable, column: str) -> bool:
    """Is it headed as one of classes? Units of measure are few and come again as well."""
    is_category = table.kind.columns[column].tipe == "kategori"
    return is_category or bool(ANY_CLASSED.search(table.head(column)))


def _is_of_others(sentence: str, tahun: int) -> bool:
    narrower = NARROWER.search(sentence) or APART.search(sentence)
    return bool(narrower or years_in(sentence) - {tahun})


def _counts(sentence: str, known: set[str]) -> list[_Counted]:
    """The counts of a sentence, one for each class that it names; none where one is unclear."""
    mentions = _mentions(sentence, known)
    starts_with_name = bool(mentions) and _count_behind(sentence, mentions[0]) is not None
    found: list[_Counted] = []
    bounds = [0, *(end for _, end, _ in mentions), len(sentence)]
    for (before, _), mention in zip(pairwise(bounds), mentions, strict=False):
        start, _, named = mention
        match = (
            _count_behind(sentence, mention)
            if starts_with_name
            else _count_before(sentence[before:start])
        )
        if match is None:
            return []
        found.append(_told(match, named))
    return found if len({one.named for one in found}) == len(found) else []


def _mentions(sentence: str, known: set[str]) -> list[tuple[int, int, str]]:
    """Where names of classes stand behind the first word that says that they are classes."""
    first = _first_word(sentence)
    either = "|".join(
        r"\W+".join(map(re.escape, name.split()))
        for name in sorted(known, key=len, reverse=True)
        if name
    )
    names = re.finditer(rf"\b(?:{either})\b", sentence, re.I) if either else ()
    return [
        (m.start(), m.end(), plain_words(m[0])) for m in names if first and first.end() <= m.start()
    ]


def _count_before(text: str) -> re.Match[str] | None:
    """The one count between the class before and this one, beside that of all rows."""
    found = [match for match in COUNT.finditer(text) if not _is_of_all(match)]
    if len(found) != 1 or names_one(text, found[0].start()):
        return None
    is_listed = not found[0]["thing"] and LISTED.match(text, found[0].end())
    return None if is_listed else found[0]


def _is_of_all(match: re.Match[str]) -> bool:
    start = match.start()
    return OF_ALL.search(match.string, max(start - BESIDE, 0), start) is not None


def _count_behind(sentence: str, mention: tuple[int, int, str]) -> re.Match[str] | None:
    """The count right behind the name of a class: "sangat baik sebanyak 4 indikator"."""
    match = COUNT.search(sentence, mention[1])
    between = sentence[mention[1] : match.start()] if match else ""
    return match if match and BEHIND.match(between) else None


def _told(match: re.Match[str], named: str) -> _Counted:
    word = match["digits"] or match["word"]
    number = int(word) if match["digits"] else spoken(word) or 0
    return _Counted(word, number, named, (match["thing"] or "").casefold())


def _meant(
    told: Sequence[_Counted], held: Sequence[_Classes], block: Paragraph, rows: int
) -> _Classes | None:
    """The one table that the counts are of; none where two that print otherwise may be meant."""
    things = frozenset(CALLED.get(one.thing, one.thing) for one in told if one.thing in COUNTED)
    own = [one for one in held if one.is_of(things) and any(one.rows[t.named] for t in told)]
    whole = sum(one.number for one in told)
    fitting = [one for one in own if len(told) > 1 and one.rows.total() == whole]
    here = [one for one in own if one.table.part == block.part]
    near = [one for one in here if len(here) == 1 and _is_one_off(told, one)]
    near += [one for one in own if one.rows.total() == rows != whole and _is_one_off(told, one)]
    found = [one for one in fitting if one in here] or fitting or near
    alike = len({tuple(sorted(one.rows.items())) for one in found}) == 1
    return found[0] if alike else None


def _is_one_off(told: Sequence[_Counted], one: _Classes) -> bool:
    """Does a single count fail, beside others that hold?"""
    return len(told) > 1 and sum(not one.agrees(count) for count in told) == 1


def _claim(block: Paragraph, sentence: str, told: _Counted, meant: _Classes) -> ProposedClaim:
    table = meant.table
    texts = (text for _, text in table.printed(meant.column))
    printed = next((t.strip() for t in texts if plain_words(t) == told.named), told.named)
    kode = f"berkategori_{told.named.replace(' ', '_')}"
    about = worded("Banyaknya yang berkategori {printed}", printed=printed)
    return claim_of_count(
        Words(kode, block, str(told.number), about, sentence),
        worded("kalimatnya menghitung baris {label} menurut kategorinya", label=table.label),
        f"bagian={table.name}[*].{meant.column}; kategori={printed}",
    )
