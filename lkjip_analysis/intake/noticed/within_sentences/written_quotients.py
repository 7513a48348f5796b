"""A share that is reckoned in writing, and comes to something else: "126,68/77 x 100% = 165,00".

Where the fraction is set with a bar, its part, "= x 100% = 39,00%" and its whole are three lines.
Nothing is said of what is cut down at a cap, of a figure that can be read in two ways, nor of two
that count in different units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lkjip_analysis.intake.document.blocks import Block, Paragraph, prose
from lkjip_analysis.intake.document.printed_capaian import CAPS
from lkjip_analysis.intake.noticed.within_sentences.sentences_against_themselves import Writer
from lkjip_analysis.intake.proposal.proposal import ProposedClaim, accused_figures
from lkjip_analysis.intake.sentences.said_figures import MEASURED, SaidFigure
from lkjip_analysis.intake.sentences.sentence_figures import sentence_around
from lkjip_analysis.language import worded
from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.numbers.metrics import persen
from lkjip_analysis.numbers.printed import SCALES_BEHIND, read_or_none

CORE = r"\d(?:[\d.,]{0,30}\d)?"
FIGURE = rf"(?:Rp\.?\s?)?{CORE}(?:\s?%)?"
UNIT = r"(?:\s?(?P<of_{role}>[^\W\d]{{1,12}}))?"
PART, WHOLE = (rf"(?P<{role}>{FIGURE}){UNIT.format(role=role)}" for role in ("part", "whole"))
HUNDRED = r"[xX×*]\s?100\s?%?\s?"
INLINE = re.compile(
    rf"(?<![\w.,]){PART}\s?\)?\s?[/:÷]\s?\(?\s?{WHOLE}\s?\)?\s?"
    rf"{HUNDRED}=\s?(?P<result>{CORE}(?:\s?%)?)(?![\w.,]*\d)(?!\s?[-+*/×:÷])"
)
SET_APART = re.compile(rf"=\s?{HUNDRED}(?:=\s?)?(?P<result>{CORE}\s?%)")
ALONE = re.compile(FIGURE)
GOES_ON = re.compile(
    r"(?:[-+–−*/×÷)]|\d\s?[xX]|\b(?:dikali|dibagi|dikurangi|ditambah)(?:kan)?)$", re.IGNORECASE
)
"""What stands before a figure that is reckoned with more than the one behind it."""
SCALES = frozenset((*SCALES_BEHIND, "m", "t"))
ROUNDED = MEASURED | SCALES
"""What counts in these was rounded to what is printed."""
TWO_WAYS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
"""Thousands in another style, or decimals."""


@dataclass(frozen=True)
class _Placed:
    """A figure of a written fraction, and where it stands."""

    block: Paragraph
    sentence: str
    figure: SaidFigure


Fractioned = tuple[_Placed, _Placed, _Placed]
"""Its part, its whole, and what it is said to come to."""


def written_quotients(
    blocks: Sequence[Block], claims: Sequence[ProposedClaim]
) -> Iterator[ProposedClaim]:
    """Each written share that does not come to what is printed behind it, with its figures."""
    tied = accused_figures(claims)
    paragraphs = list(prose(blocks))
    number = 0
    for told in (*_inline(paragraphs), *_set_apart(paragraphs)):
        result = told[2]
        if _is_wrong(told) and result.block.of(result.figure.text) not in tied:
            number += 1
            yield from _claims(told, f"hitungan_{number}")


def _inline(paragraphs: Sequence[Paragraph]) -> Iterator[Fractioned]:
    for block in paragraphs:
        for match in INLINE.finditer(block.text) if "100" in block.text else ():
            unit = _unit(match)
            if unit is None or GOES_ON.search(block.text[: match.start()].rstrip(" (")):
                continue
            sentence = sentence_around(block.text, match.start("result"))
            texts = ((match["part"], unit), (match["whole"], unit), (match["result"], ""))
            yield from _read([(block, sentence, *told) for told in texts])


def _unit(match: re.Match[str]) -> str | None:
    """What both figures count in: one without its own has that of the other, but for millions."""
    part, whole = ((match[role] or "").casefold() for role in ("of_part", "of_whole"))
    if part == whole:
        return part
    return None if (part and whole) or SCALES & {part, whole} else part or whole


def _set_apart(paragraphs: Sequence[Paragraph]) -> Iterator[Fractioned]:
    """Fractions with a bar: each of their lines is a paragraph."""
    for above, line, below in zip(paragraphs, paragraphs[1:], paragraphs[2:], strict=False):
        match = SET_APART.fullmatch(line.text.strip())
        if match and all(ALONE.fullmatch(block.text.strip()) for block in (above, below)):
            lone = [(block, block.text, block.text.strip(), "") for block in (above, below)]
            yield from _read([*lone, (line, line.text, match["result"], "")])


def _read(places: Sequence[tuple[Paragraph, str, str, str]]) -> Iterator[Fractioned]:
    """The figures at their places, where each of them can be read in one way."""
    found = [_Placed(block, sentence, told) for block, sentence, text, unit in places
             if (told := _figure(text, unit))]  # fmt: skip
    if len(found) == len(places):
        part, whole, result = found
        yield part, whole, result


def _figure(text: str, unit: str) -> SaidFigure | None:
    printed = None if TWO_WAYS.fullmatch(text) else read_or_none(text)
    if printed is None or printed.value is None:
        return None
    kind = "persen" if "%" in text else "rupiah" if text.startswith("Rp") else "bilangan"
    return SaidFigure(text, printed, kind, 0, len(text), unit in ROUNDED)


def _is_wrong(told: Fractioned) -> bool:
    """Does a share come to something else, whatever its figures were rounded from?"""
    part, whole, result = (placed.figure for placed in told)
    (least, most), (low, high) = part.bounds, whole.bounds
    if low <= 0:
        return False
    least, most = Fraction(persen(least, high)), Fraction(persen(most, low))
    shown, slack = result.value, result.printed.step
    is_cut = shown in CAPS and shown < least
    # "x 100% = 0,8": without a sign of percent behind it a share may be told in ones.
    ways = (1,) if result.kind == "persen" else (1, 100)
    return not (is_cut or any(least / by - slack <= shown <= most / by + slack for by in ways))


def _claims(told: Fractioned, name: str) -> Iterator[ProposedClaim]:
    part, whole, result = told
    why = worded("hitungannya tertulis: {part} dibagi {whole}",
                 part=part.figure.text, whole=whole.figure.text)  # fmt: skip
    codes = {"pembilang": part, "penyebut": whole}
    for role, placed in codes.items():
        yield Writer(placed.block, placed.sentence, f"{name}_{role}").figure(
            f"{name}_{role}", placed.figure, why
        )
    writer = Writer(result.block, result.sentence, name)
    shown = replace(result.figure, kind="persen")  # what is printed of a hundred, with % or without
    sel = "; ".join(f"{role}=klaim[{name}_{role}].nilai" for role in codes)
    yield writer.held(writer.figure(name, shown, why), "rasio", sel, why)
