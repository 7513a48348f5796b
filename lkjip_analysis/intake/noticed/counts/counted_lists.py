"""A count of a sentence beside the list that it opens: "5 (lima) program, yaitu:" above six lines.

Said is only what a list without gaps shows: its marks run on from the first, and nothing behind it
goes on with the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.intake.document.blocks import Block, Paragraph
from lkjip_analysis.intake.document.texts import one_line
from lkjip_analysis.intake.noticed.within_sentences.sentences_against_themselves import Writer
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.intake.sentences.said_figures import SaidFigure, figures_of
from lkjip_analysis.intake.sentences.sentence_figures import sentences_of
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.number_words import SMALL_NUMBER, spoken
from lkjip_analysis.numbers.printed import read

OPENS = re.compile(
    r"\s*(?:\([^()\d]*\)\s*)?(?:[^\W\d][\w/-]*,?\s+){1,7}?"
    r"(?:(?:yaitu|yakni|adalah|meliputi|terdiri\s+(?:dari|atas)|sebagai\s*berikut|berikut(?:\s+ini)?)"
    r"\W*)+$",
    re.IGNORECASE,
)
"""What stands between a count and its list: the thing that is counted, and that it follows."""
TOLD = re.compile(
    r"\b(?:sebanyak|sejumlah|terdapat|ada|terdiri\s+(?:dari|atas)|memiliki|mempunyai|meliputi|"
    r"menetapkan|ditetapkan|(?:me|di)rumuskan|melalui|dengan|dalam)\s*$",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"\b(?:antara\s+lain|di\s*antaranya|misalnya|seperti|rincian\w*|dirinci|hasil\w*|tabel|"
    r"dilihat|dijelaskan|diuraikan|dengan|kali|tahun|bulan|hari|persen|orang)\b",
    re.IGNORECASE,
)
"""What says that the lines below are some of the things only, or something else of them."""
WORD = re.compile(rf"\b(?:{SMALL_NUMBER})\b(?!\s*\()", re.IGNORECASE)
"""A count in words alone; behind one in digits they stand in brackets."""
EACH = re.compile(r"\b(?:masing|setiap|tiap)\b", re.IGNORECASE)
MARK = re.compile(r"\s*\(?(?:(?P<number>\d{1,2})|(?P<letter>[a-z]))\s?[.)]\s*(?=\S)")
FEWEST, MOST, BEHIND = 2, 26, 60
"""A list has so many lines; so many blocks behind it may go on with it."""


@dataclass(frozen=True)
class _Listed:
    """The lines of a list in their order, and what marks them."""

    lines: tuple[Paragraph, ...]
    lettered: bool


def counted_lists(blocks: Sequence[Block]) -> Iterator[ProposedClaim]:
    """The counts that the lists right below them contradict, each with the last line there."""
    found = 0
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or block.listed:
            continue
        sentence, count = count_told(block)
        if count is None:
            continue
        told = _list_below(blocks[place + 1 : place + 1 + MOST])
        if told and count.value != len(told.lines) and not _goes_on(told, blocks[place + 1 :]):
            found += 1
            yield from _claims(block, sentence, count, told.lines, f"daftar_butir_{found}")


def count_told(block: Paragraph) -> tuple[str, SaidFigure | None]:
    """The count that the last sentence of a paragraph ends with, if it tells no other figure."""
    sentence = next(reversed(list(sentences_of(block.text))), "")
    figures = figures_of(sentence) or _in_words(sentence)
    if len(figures) != 1:
        return sentence, None
    (count,) = figures
    behind = sentence[behind_count(count) :]  # the thing that is counted among it
    opens = OPENS.fullmatch(behind) and TOLD.search(sentence[: count.start])
    small = count.kind == "bilangan" and count.printed.decimals == 0 and count.value <= MOST
    other = OTHER.search(behind) or EACH.search(sentence)
    return sentence, count if opens and small and not other else None


def behind_count(count: SaidFigure) -> int:
    """Where the words behind a count begin; what it counts may be taken into it."""
    return count.end if count.is_spoken else count.text_end


def _in_words(sentence: str) -> list[SaidFigure]:
    """The counts that a sentence tells in words, from two on: one thing makes no list."""
    found = []
    for match in WORD.finditer(sentence):
        digits = str(spoken(match[0]) or 0)
        if int(digits) >= FEWEST:
            place = match.start(), match.end()
            found.append(SaidFigure(digits, read(digits), "bilangan", *place, is_spoken=True))
    return found


def _list_below(blocks: Sequence[Block]) -> _Listed | None:
    """The lines right below whose marks run on from the first: 1., 2., or a., b."""
    for lettered in (False, True):
        lines = list[Paragraph]()
        for number, block in enumerate(blocks, 1):
            if not isinstance(block, Paragraph) or _mark(block) != (lettered, number):
                break
            lines.append(block)
        if len(lines) >= FEWEST:
            return _Listed(tuple(lines), lettered)
    return None


def _mark(line: Paragraph) -> tuple[bool, int] | None:
    """Is a line marked by a letter, and which one it is of its list."""
    match = MARK.match(line.text)
    if match is None:
        return None
    letter = match["letter"]
    return bool(letter), ord(letter) - ord("a") + 1 if letter else int(match["number"])


def _goes_on(told: _Listed, blocks: Sequence[Block]) -> bool:
    """Does a line further down go on with the list, or one of its lines hold the next mark?"""
    following = len(told.lines) + 1
    mark = chr(ord("a") + following - 1) if told.lettered else str(following)
    inside = re.compile(rf"[;.,]\s+{mark}\s?[.)]\s")
    behind = blocks[len(told.lines) : len(told.lines) + BEHIND]
    return any(inside.search(line.text) for line in told.lines) or following in _of_no_other(
        told.lettered, behind
    )


def _of_no_other(lettered: bool, blocks: Sequence[Block]) -> set[int]:
    """The marks of the lines that no list numbers which begins there with its first."""
    found, awaited = set[int](), 0
    for block in blocks:
        told = _mark(block) if isinstance(block, Paragraph) else None
        if told is None or told[0] != lettered:
            continue
        if told[1] in (1, awaited):
            awaited = told[1] + 1
        else:
            found.add(told[1])
    return found


def _claims(
    block: Paragraph, sentence: str, count: SaidFigure, lines: Sequence[Paragraph], name: str
) -> Iterator[ProposedClaim]:
    last, why = lines[-1], worded("daftar di bawahnya memuat {count} butir", count=len(lines))
    whole = replace(count, text=str(len(lines)), printed=read(str(len(lines))))
    end = Writer(last, one_line(last.text), name).figure(f"{name}_akhir", whole, why)
    yield replace(end, tentang=worded("Nomor butir terakhir daftar itu"))
    writer = Writer(block, sentence, name)
    told = replace(
        writer.figure(name, count, why), tentang=worded("Banyaknya butir yang disebut kalimatnya")
    )
    held = writer.held(told, "sama", f"sumber=klaim[{name}_akhir].nilai", why)
    yield replace(held, dasar="tafsir")
