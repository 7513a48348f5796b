"""Frames of findings: around the words meant, in lines whose words are spread, among like ones."""

from __future__ import annotations

import io
from base64 import b64decode
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image, ImageDraw

from lkjip_analysis.intake.document.blocks import Paragraph
from lkjip_analysis.intake.document.printed_places import Box, Place, Span
from lkjip_analysis.intake.noticed.dates.compared_with_itself import compared_with_itself
from lkjip_analysis.intake.pdf.contents.ink import Letter
from lkjip_analysis.intake.pdf.lines_of_text.lines import line_of
from lkjip_analysis.intake.proposal.proposal import ProposedClaim
from lkjip_analysis.output.examined.basis.cell_places import cell_places
from lkjip_analysis.output.examined.marking.place_pictures import SCALE, Pages
from lkjip_analysis.report.tables import Address

LINE = Box(100, 50, 300, 60)
TEXT = "pagu Rp. 500 dari Rp. 500 semula"
STARTS, ENDS = (100, 130, 150, 200, 230, 250, 280), (120, 142, 165, 220, 242, 265, 300)
WORDS = tuple(Box(x0, 50, x1, 60) for x0, x1 in zip(STARTS, ENDS, strict=True))


def framed(claim: ProposedClaim, words: tuple[Box, ...] = WORDS) -> list[tuple[float, float]]:
    """From where to where the frames of a claim in that line reach."""
    span = Span(0, len(TEXT), Place(1, LINE), words)
    blocks = [Paragraph(TEXT, "BAB III", 1, spans=(span,))]
    proposal: Any = SimpleNamespace(tables=(), claims=(claim,))
    found = cell_places(proposal, blocks)[Address("klaim", claim.kode, "nilai")]
    return [(place.box.x0, place.box.x1) for place in found]


@pytest.mark.parametrize(
    ("sentence", "frame"),
    [
        (TEXT, (130, 165)),
        ("… pagu Rp. 500 dari «Rp. 500» semula …", (230, 265)),
        ("dari «Rp. 500» semula", (230, 265)),
    ],
)
def test_a_frame_lies_around_the_words_meant(sentence: str, frame: tuple[int, int]) -> None:
    claim = ProposedClaim("k", "BAB III", "paragraf 1", "", "Rp. 500", "teks", sentence=sentence)
    assert framed(claim) == [frame]


def test_of_a_line_whose_words_have_no_place_a_part_is_framed() -> None:
    """32 letters on 200 points; from letter 5 to before 12, and half a letter more."""
    claim = ProposedClaim("k", "BAB III", "paragraf 1", "", "Rp. 500", "teks", sentence=TEXT)
    assert framed(claim, ()) == [(100 + 4.5 * 6.25, 100 + 12.5 * 6.25)]


def test_the_words_of_a_line_are_parted_as_its_text_is() -> None:
    """By a printed space, by a gap without one; letters of 5 points."""
    starts = {"a": 0, "b": 5, " ": 10, "c": 30, "d": 45}
    letters = [Letter(text, Box(x, 0, x + 5, 10), 10, 10) for text, x in starts.items()]
    line = line_of(letters)
    assert line and line.text == "ab c d"
    assert [(box.x0, box.x1) for box in line.words] == [(0, 10), (30, 35), (45, 50)]


def test_of_two_years_printed_alike_the_second_is_marked() -> None:
    told = "Pada tahun 2023 hasil tahun 2023 dibandingkan dengan hasil tahun 2023 naik."
    (claim,) = compared_with_itself([Paragraph(told, "BAB III", 1)])
    assert claim.sentence == told.replace("hasil tahun 2023 naik", "hasil «tahun 2023» naik")


def test_a_strip_ends_at_the_rules_of_its_row_and_keeps_frames_that_fit_together() -> None:
    """A row between rules 14 points above and below the figure, where letters lie in the way."""
    page = Image.new("RGB", (int(1000 * SCALE), int(400 * SCALE)), "white")
    drawing = ImageDraw.Draw(page)
    for top, height in ((160, 20), (186, 1), (200, 8), (222, 1), (226, 20)):
        box = (200 * SCALE, top * SCALE, 600 * SCALE, (top + height) * SCALE)
        drawing.rectangle(box, "black")
    pages = Pages(SimpleNamespace(get_page_size=lambda _: (1000, 400)))
    pages.last = 1, page
    row = [Place(1, Box(x, 200, x + 40, 208)) for x in (300, 400, 550)]
    strip = pages.crop(row)
    assert strip is not None
    cut = Image.open(io.BytesIO(b64decode(strip.address.partition(",")[2]))).convert("L")
    assert cut.size == (strip.width, strip.height)
    assert strip.height == pytest.approx((223 - 186) * SCALE, abs=6)
    # 300 to 440 have room on a phone, with 550 to 590 they have none: 140 points are moved along.
    left, wide = 200 * SCALE - 16, 400 * SCALE + 33
    assert strip.across == round(100 * (300 * SCALE - left) / (wide - 140 * SCALE))
