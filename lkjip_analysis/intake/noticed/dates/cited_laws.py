"""Laws that a document cites more than once, under two titles or of two years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from lkjip_analysis.intake.document.blocks import Block, Paragraph, paragraphs
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, two_that_differ
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.sentence_figures import sentence_around

KIND = (
    r"undang\s*-?\s*undang|peraturan\s+(?:pemerintah|presiden|daerah|bupati|wali\s?kota|gubernur|"
    r"menteri|kepala|badan|mahkamah)|keputusan\s+(?:presiden|menteri|bupati|gubernur|wali\s?kota)|"
    r"uu|pp|perpres|perda|perbup|perwali|perwal|pergub|permen"
)
LONG = {
    "uu": "undang-undang", "pp": "peraturan pemerintah", "perpres": "peraturan presiden",
    "perda": "peraturan daerah", "perbup": "peraturan bupati", "perwali": "peraturan wali kota",
    "perwal": "peraturan wali kota", "pergub": "peraturan gubernur", "permen": "peraturan menteri",
}  # fmt: skip
CITED = re.compile(
    rf"\b(?P<kind>{KIND})(?P<whose>[^.;:\d]{{0,90}}?)\s+(?P<dated>(?:nomor|no)\b\s*[.:]?\s*"
    r"(?P<number>\d{1,3})(?:\s*/\s*[\w./-]+)?\s+tahun\s+(?P<year>(?:19|20)\d\d))\s*,?\s+"
    r"tentang\s+(?P<title>[^\W\d][^.;:\d\n]+)",
    re.IGNORECASE,
)
LONGEST, SHORTEST = 10, 3
"""So many words of a title are held against each other; what follows may be the sentence."""
RESUMED = 2
"""Two titles differ where so many words agree again behind the difference."""
YEARLY = frozenset(
    {"perubahan", "anggaran", "rencana", "tahun", "pertanggungjawaban", "pencabutan"}
)
"""Words of laws that are made anew in other years, perhaps under the same number."""


@dataclass(frozen=True)
class _Cited:
    """One citation: which law, its title from `start` of the text on, in which paragraph."""

    law: str
    number: str
    year: str
    title: str
    dated: str
    block: Paragraph

    @property
    def words(self) -> list[str]:
        return re.findall(r"[^\W_]+", self.title)[:LONGEST]

    def shown(self, count: int) -> str:
        """The first words of the title, as they are printed."""
        ends = [match.end() for match in re.finditer(r"[^\W_]+", self.title)]
        return self.title[: ends[count - 1]]


def cited_laws(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """Each law that is cited otherwise than where it was cited first, with both places."""
    first: dict[tuple[str, str, str], _Cited] = {}
    for cited in _citations(blocks):
        before = first.setdefault((cited.law, cited.number, cited.year), cited)
        if before is not cited and (ends := _differing(before.words, cited.words)):
            yield from _claims(
                "Judul",
                before,
                cited,
                *(told.shown(end) for told, end in zip((before, cited), ends, strict=True)),
            )
    for one, other in combinations(first.values(), 2):
        if _same_but_year(one, other):
            yield from _claims("Tahun", one, other, one.dated, other.dated)


def _citations(blocks: Sequence[Block]) -> Iterator[_Cited]:
    for block in paragraphs(blocks):
        if "tentang" in block.text.casefold():
            for match in CITED.finditer(block.text):
                law = _law(match["kind"], match["whose"])
                number, year, title, dated = match.group("number", "year", "title", "dated")
                yield _Cited(law, number, year, title, dated, block)


def _law(kind: str, whose: str) -> str:
    """What kind of law of whom; what stands in brackets is said once more.

    >>> _law("Undang-Undang", " (UU)") == _law("UU", "")
    True
    """
    whole = LONG.get(kind.casefold(), kind) + re.sub(r"\([^)]*\)", "", whose)
    return re.sub(r"[\W_]+", "", whole).casefold()


def _differing(one: Sequence[str], other: Sequence[str]) -> tuple[int, int] | None:
    """Where two titles end that have another word and go on alike; none where they do not.

    A joining word and letters that stand for words are no other title.
    """
    left, right = ([word.casefold() for word in title] for title in (one, other))
    if min(len(left), len(right)) < SHORTEST:
        return None
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for (tag, a, b, c, d), (_, start, end, _, last) in pairwise(codes):
        apart = [*one[a:b], *other[c:d]]
        single = tag != "equal" and b - a <= 1 and d - c <= 1
        if single and end - start >= RESUMED and not any(map(_is_small, apart)):
            return end, last
    return None


def _is_small(word: str) -> bool:
    return len(word) <= 3 or word.isupper()


def _same_but_year(one: _Cited, other: _Cited) -> bool:
    """The same law of two years: one number and one long title, that no law of each year has."""
    if (one.law, one.number) != (other.law, other.number) or one.year == other.year:
        return False
    left, right = ([word.casefold() for word in cited.words] for cited in (one, other))
    size = min(len(left), len(right))
    named = left[:size]  # what follows the shorter title may be the sentence that cites the longer
    return size >= SHORTEST and named == right[:size] and not YEARLY & set(named)


def _claims(
    what: str, one: _Cited, other: _Cited, first: str, second: str
) -> Iterator[ProposedClaim]:
    name = f"{what.casefold()}_peraturan_{one.number}_{one.year}"
    about = f"{what} peraturan nomor {one.number} tahun {one.year}"
    places = (f"{name}_pertama", one.block, first), (name, other.block, second)
    before, again = (
        Words(kode, block, text, about, sentence_around(block.text, block.text.find(text)))
        for kode, block, text in places
    )
    yield from two_that_differ(before, again, "peraturan yang sama disebut sama")
