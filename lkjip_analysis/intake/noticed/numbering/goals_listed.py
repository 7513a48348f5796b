"""Goals that the plan of a report lists, beside those that its tables print.

A goal is added only where the list and the tables agree on the others, number for number, and
nothing behind the list speaks of it again: what is told later in other words is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable, paragraphs
from lkjip_analysis.intake.document.texts import likeness, one_line, words
from lkjip_analysis.intake.noticed.basis.claims_of_words import Words, claim_of_words
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.language import worded

OPENING = re.compile(
    r"(?:^\W*(?:\d{1,2}|[a-z])?[.)]?\s*sasaran(?:\s+strategis)?\W*$)|"
    r"(?:sasaran\b[^.:;]{0,140}\bsebagai\s*berikut\W*$)",
    re.IGNORECASE,
)
ITEM = re.compile(r"\s*(?P<number>\d{1,2})\s*[.)]\s*(?P<text>[^\W\d].{14,})")
ALIKE, AGAIN = 0.75, 0.6
"""How much of a goal of the list must stand in its table, and in a sentence that tells it later in
other words: less of it, for a sentence bends the words."""
COMMON, LONG = 12, 20
"""A word of one sentence in so many tells no goal, nor does a cell of so few letters."""
MOST = 12
"""No list of goals is longer: an agency has three or four, a government a dozen."""
Item = re.Match[str]


def goals_listed(blocks: Sequence[Block], printed: Mapping[str, str]) -> Iterator[ProposedClaim]:
    """The goals that only the plan's list names; none where it is not the list of the tables."""
    for place, items in _lists(blocks):
        listed = {item["number"]: (block, item) for block, item in items}
        agree = [
            n
            for n, told in printed.items()
            if n in listed and likeness(_text(listed[n][1]), told) >= ALIKE
        ]
        if len(agree) == len(printed) >= 2 and len(listed) > len(printed):
            behind = _texts(blocks[place:])
            for number, (block, item) in listed.items():
                if number not in printed and not _told_again(_text(item), behind):
                    yield _claim(number, block, _text(item))
            return


def _claim(number: str, block: Paragraph, text: str) -> ProposedClaim:
    about = f"Sasaran {number} menurut perencanaan"
    words = Words(f"sasaran_{number}", block, text, about)
    return claim_of_words(words, worded("disebut dalam daftar sasaran"))


def _text(item: re.Match[str]) -> str:
    return one_line(item["text"]).rstrip(" .;")


def _lists(blocks: Sequence[Block]) -> Iterator[tuple[int, list[tuple[Paragraph, Item]]]]:
    """Each numbered list under a heading or a sentence about goals, and where it ends."""
    for start, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or block.listed or not OPENING.search(block.text):
            continue
        for skip in (1, 2):  # a sentence may stand between the heading and its list
            below = (_item(b) for b in blocks[start + skip : start + skip + MOST])
            items = [item for item in takewhile(bool, below) if item]
            numbers = [int(item["number"]) for _, item in items]
            if len(items) > 1 and numbers == list(range(1, len(items) + 1)):
                yield start + skip + len(items), items
                break


def _item(block: Block) -> tuple[Paragraph, Item] | None:
    match = ITEM.fullmatch(one_line(block.text)) if isinstance(block, Paragraph) else None
    return (block, match) if match and isinstance(block, Paragraph) else None


def _texts(blocks: Sequence[Block]) -> list[frozenset[str]]:
    """The words of each sentence and each long cell behind the list."""
    told = (part for block in paragraphs(blocks) for part in re.split(r"[.;:]\s", block.text))
    cells = (
        slot.text
        for block in blocks
        if isinstance(block, WordTable)
        for row in block.grid.rows
        for slot in row
        if len(slot.text) > LONG
    )
    return [words(text) for text in (*told, *cells)]


def _told_again(goal: str, texts: Sequence[frozenset[str]]) -> bool:
    """Does a sentence print the words of a goal that are not in every other sentence?"""
    often = Counter(word for text in texts for word in text)
    wanted = frozenset(w for w in words(goal) if often[w] * COMMON <= len(texts))
    return not wanted or any(len(wanted & text) >= AGAIN * len(wanted) for text in texts)
