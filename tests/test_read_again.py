"""Figures on a scanned page that are read again, cut out of its picture."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont

from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.document.printed_places import Box, Place
from lkjip_analysis.intake.pdf.ink_spots import spots_of
from lkjip_analysis.intake.pdf.lines import BLANK
from lkjip_analysis.intake.pdf.ocr import Word, missing
from lkjip_analysis.intake.pdf.page import Page, TextLine
from lkjip_analysis.intake.pdf.read_again import figure_of_copies, read_again
from lkjip_analysis.intake.pdf.repeated_heads import repeated_rows
from lkjip_analysis.intake.pdf.running_heads import without_running


@pytest.mark.parametrize(("copies", "before", "told"), [
    (["509.636.791"] * 6, (), "509.636.791"),
    (["509.636.791"] * 5 + ["509.636.701"], (), ""),  # one reading of another digit is enough
    (["78,02"] * 4, (), ""),  # a copy was not read at all
    (["8"] * 6, (), "8"),
    (["91,02Y6", "91,0276", "91,02Y0", "91,024", "91,026", "91,02%"], (), "91,02%"),
    (["49,0140", "49,01Y6", "49,0146", "49,017", "49,016", "49,014"], (), ""),
    (["49,0140", "49,01Y6", "49,0146", "49,017", "49,016", "49,014"], ("49,01%",), "49,01%"),
    (["42,73Y6", "427396", "42,73Y6", "42,73Y6", "42,736", "42,736"], (), ""),  # a lost comma
    (["42,73Y6", "42,13Y6", "42,73Y6", "42,73Y6", "42,736", "42,736"], (), ""),  # another digit
    (["Yo"] * 6, (), ""), (["1.25"] * 6, (), ""), (["12.34.567"] * 6, (), ""),
])  # fmt: skip
def test_only_what_all_copies_tell_is_a_figure(
    copies: list[str], before: tuple[str, ...], told: str
) -> None:
    assert figure_of_copies(copies, before) == told


def page_with(*texts: tuple[int, int, str]) -> Image.Image:
    page = Image.new("L", (900, 700), 255)
    pen, font = ImageDraw.Draw(page), ImageFont.load_default(40)
    for left, top, text in texts:
        pen.text((left, top), text, fill=0, font=font)
    return page


def test_spots_are_as_large_as_words_and_rests_of_rules_are_none() -> None:
    page = page_with((60, 60, "7"), (300, 60, "415"))
    pen = ImageDraw.Draw(page)
    pen.rectangle((600, 60, 604, 95), fill=0)  # five points wide: of a rule
    pen.rectangle((700, 60, 706, 66), fill=0)  # a speck
    pen.rectangle((60, 300, 800, 320), fill=0)  # a bar
    pen.rectangle((60, 400, 300, 650), fill=0)  # a picture
    spots = sorted(spots_of(page))
    assert [left // 100 for left, _, _, _ in spots] == [0, 3]


@pytest.mark.skipif(bool(missing()), reason="needs tesseract with Indonesian")
def test_digits_that_stand_alone_and_were_passed_over_are_read() -> None:
    digits = "23456789"
    places = [(60, 60 + 75 * i, digit) for i, digit in enumerate(digits)]
    page = page_with(*places, (300, 60, "81,35"))
    left, top, right, bottom = next(spot for spot in spots_of(page) if spot[0] > 250)
    line = (1, 1, 1)
    doubted = Word("81,85", left, top, right, bottom, line, 90.0, False, ("81,35", "81,35"))
    words = read_again(page, [doubted])
    assert words[0].text == "81,35" and words[0].agreed
    # Some may stay unread; none may be read as another.
    at = {(word.top + word.bottom) // 2: word.text for word in words[1:]}
    told = [digits[round((middle - 85) / 75)] for middle in at]
    assert list(at.values()) == told and 2 * len(told) > len(digits)


@pytest.mark.skipif(bool(missing()), reason="needs tesseract with Indonesian")
def test_a_figure_that_no_reading_told_before_stays_doubted() -> None:
    page = page_with((300, 60, "81,35"))
    ((left, top, right, bottom),) = spots_of(page)
    word = Word("21,85", left, top, right, bottom, (1, 1, 1), 90.0, False, ("21,35", "81,85"))
    assert read_again(page, [word]) == [word]


def row(*texts: str) -> tuple[Slot, ...]:
    """Slots of a row; a text behind a question mark was not read for sure."""
    return tuple(Slot(text.lstrip("?"), 1, unread="x" if text[:1] == "?" else "") for text in texts)


@pytest.mark.parametrize(("again", "count"), [
    (("No", "Uraian", "Pagu (Rp)", "?Capaian (20)"), 1),
    (("No", "Uraian", "Pagu (Rp)", "Capaian (20)"), 0),  # read for sure, and another
    (("No", "Uraian", "Pagu (Rp)1", "?Capaian (20)"), 1),  # with the mark of a note
    (("No", "?Uralan", "?Paqu (Rp)", "?Capaian (20)"), 0),  # too little of it was read
])  # fmt: skip
def test_what_was_not_read_for_sure_makes_no_other_heading(
    again: tuple[str, ...], count: int
) -> None:
    known = (row("No", "Uraian", "Pagu (Rp)", "Capaian (%)"), row("1", "Pasar", "410", "98,20"))
    assert repeated_rows(known, (row(*again), row("2", "Taman", "250", "97,10"))) == count


def foot(number: int, text: str) -> TextLine:
    box = Box(290, 810, 310, 820)
    return TextLine(text, box, Place(number, box), 9.0, False)


def test_the_number_of_a_page_that_was_not_read_for_sure_is_no_text() -> None:
    # Digits that were doubted stand as boxes: "1-1" below one page, a box and "-2" below the next.
    box = Box(60, 400, 300, 412)
    pages = []
    for number, text in enumerate(("1-1", f"{BLANK}-2", BLANK), 1):
        body = TextLine(f"Isi halaman {number}.", box, Place(number, box), 10.0, False)
        pages.append(Page(number, 595, 842, (body, foot(number, text))))
    left = [item.text for page in without_running(pages) for item in page.items
            if isinstance(item, TextLine)]  # fmt: skip
    assert left == ["Isi halaman 1.", "Isi halaman 2.", "Isi halaman 3."]
