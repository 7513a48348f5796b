"""Figures of a scanned page that are told a second time, by the shapes of its own letters."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from lkjip_analysis.intake.document.printed_places import Box
from lkjip_analysis.intake.pdf.contents.ink import Letter, Stroke
from lkjip_analysis.intake.pdf.lines_of_text.lines import BLANK
from lkjip_analysis.intake.pdf.scans.ink_spots import Spot, spots_of
from lkjip_analysis.intake.pdf.scans.letter_shapes import Shapes, learned
from lkjip_analysis.intake.pdf.scans.line_model import Voice, carried_voice, text_of
from lkjip_analysis.intake.pdf.scans.ocr import Word, missing
from lkjip_analysis.intake.pdf.scans.read_again import read_again
from lkjip_analysis.intake.pdf.scans.scan import in_tables_where_lost

KNOWN = ("12.345.678,90", "98.765.432,10", "10.293.847,56", "56,4%", "73,8%")
needs_tesseract = pytest.mark.skipif(bool(missing()), reason="needs tesseract with Indonesian")


def page_with(texts: Iterable[tuple[int, int, str]], size: int = 40) -> Image.Image:
    page = Image.new("L", (1000, 900), 255)
    pen, font = ImageDraw.Draw(page), ImageFont.load_default(size)
    for left, top, text in texts:
        pen.text((left, top), text, fill=0, font=font)
    return page


def page_of(*texts: str) -> tuple[Image.Image, list[Spot]]:
    """A page of texts below one another, what is known first, and the spot of each."""
    page = page_with([(60, 40 + 70 * i, text) for i, text in enumerate((*KNOWN, *texts))])
    spots = sorted(spots_of(page), key=lambda spot: spot[1])
    assert len(spots) == len(KNOWN) + len(texts)
    return page, spots


def shapes_of(page: Image.Image, spots: list[Spot]) -> Shapes:
    return learned(np.asarray(page), zip(spots, KNOWN, strict=False))


def word(spot: Spot, text: str, agreed: bool = True, others: tuple[str, ...] = ()) -> Word:
    return Word(text, *spot, (1, 1, spot[1]), agreed, others or (text, text))


def test_spots_are_as_large_as_words_and_rests_of_rules_are_none() -> None:
    page = page_with([(60, 60, "7"), (300, 60, "415")])
    pen = ImageDraw.Draw(page)
    pen.rectangle((600, 60, 604, 95), fill=0)  # five points wide: of a rule
    pen.rectangle((700, 60, 706, 66), fill=0)  # a speck
    pen.rectangle((60, 300, 800, 320), fill=0)  # a bar
    pen.rectangle((60, 400, 300, 650), fill=0)  # a picture
    assert sorted(left // 100 for left, _, _, _ in spots_of(page)) == [0, 3]


def test_shapes_tell_every_sign_and_nothing_where_one_is_no_sign_of_the_page() -> None:
    page, spots = page_of("714.171", "3", "20,65%", "7A4", "Xy")
    shapes, grey = shapes_of(page, spots), np.asarray(page)
    assert shapes.all_digits
    told = [shapes.told(grey, spot) for spot in spots[len(KNOWN) :]]
    assert told == ["714.171", "3", "20,65%", "", ""]


def test_where_one_digit_is_known_by_a_single_shape_nothing_is_told_by_shapes() -> None:
    page, spots = page_of("44")
    known = list(zip(spots, KNOWN, strict=False))
    assert learned(np.asarray(page), known[:3]).all_digits
    assert not learned(np.asarray(page), known[2:]).all_digits  # 0 and 9 stand there once


def test_figures_that_the_shapes_contradict_are_not_sure() -> None:
    # The point was lost by all three readings of the page; the figure below was read rightly.
    page, spots = page_of("714.171", "25.036")
    words = [
        word(spot, text) for spot, text in zip(spots, (*KNOWN, "714171", "25.036"), strict=True)
    ]
    read = {w.top: w for w in read_again(page, words)}
    assert [read[spot[1]].agreed for spot in spots] == [True] * len(KNOWN) + [False, True]


def test_a_figure_counts_where_the_shapes_and_one_reading_tell_it() -> None:
    page, spots = page_of("81,35", "49,01%", "44.182")
    doubted = [
        word(spots[-3], "81,85", False, ("81,35", "21,35")),
        word(spots[-2], "49,0146", False, ("49,01Y0", "49,01%")),
        word(spots[-1], "44.182", False, ("44.182", "44182")),
    ]
    known = [word(spot, text) for spot, text in zip(spots, KNOWN, strict=False)]
    read = {w.top: (w.text, w.agreed) for w in read_again(page, [*known, *doubted])}
    assert [read[spot[1]] for spot in spots[-3:]] == [("81,35", True), ("49,01%", True),
                                                     ("44.182", True)]  # fmt: skip


def test_a_percent_sign_that_all_readings_lost_is_told_by_its_shape() -> None:
    page, spots = page_of("21,55%", "21,55")
    words = [word(spot, text) for spot, text in zip(spots, (*KNOWN, "21,55", "21,55"), strict=True)]
    read = {w.top: (w.text, w.agreed) for w in read_again(page, words)}
    assert [read[spot[1]] for spot in spots[-2:]] == [("21,55%", True), ("21,55", True)]


def test_half_a_figure_that_was_read_is_no_reading_of_it() -> None:
    # The word holds the end of what is printed: the first digit was lost by each reading.
    page, spots = page_of("5.182.360")
    left, top, right, bottom = spots[-1]
    part = Word("182.360", left + 55, top, right, bottom, (1, 1, top), True, ("182.360",) * 2)
    known = [word(spot, text) for spot, text in zip(spots, KNOWN, strict=False)]
    (read,) = [w for w in read_again(page, [*known, part]) if w.top == top]
    assert read.text == "182.360" and not read.agreed


def test_what_is_printed_and_was_not_read_is_marked() -> None:
    # No program read a word there, and "A4" is no figure that the shapes of the page know.
    page, spots = page_of("7A4")
    known = [word(spot, text) for spot, text in zip(spots, KNOWN, strict=False)]
    (lost,) = [w for w in read_again(page, known) if w.top == spots[-1][1]]
    assert lost.text == BLANK and not lost.agreed


def test_ink_that_was_not_read_stands_in_the_cells_of_tables_only() -> None:
    edges = [Stroke(True, at, 100, 300) for at in (100, 130, 160)]
    posts = [Stroke(False, at, 100, 160) for at in (100, 200, 300)]
    letters = [Letter(BLANK, Box(x, 140, x + 6, 150), 149, 9, sure=False) for x in (40, 140)]
    told = list(in_tables_where_lost(letters, [*edges, *posts]))
    assert [letter.box.x0 for letter in told] == [140]


@needs_tesseract
def test_digits_that_stand_alone_and_were_passed_over_are_read() -> None:
    page, spots = page_of(*"23456")
    known = [word(spot, text) for spot, text in zip(spots, KNOWN, strict=False)]
    found = {w.top: w.text for w in read_again(page, known)[len(KNOWN) :]}
    # Some may stay unread; none may be read as another.
    found = {top: text for top, text in found.items() if text != BLANK}
    true = {spot[1]: text for spot, text in zip(spots[len(KNOWN) :], "23456", strict=True)}
    assert len(found) >= 3 and found.items() <= true.items()


def voice_of(*texts: str) -> Voice:
    """A voice that tells what is known, and these texts of the spots after it, from the top."""
    return lambda pictures: [*KNOWN, *texts][-len(pictures) :]


def read_with(voice: Voice, printed: str, *readings: str) -> tuple[str, bool]:
    """What becomes of a spot that tesseract read so, three times, with such a further voice."""
    page, spots = page_of(printed)
    known = [word(spot, text) for spot, text in zip(spots, KNOWN, strict=False)]
    agreed = len(set(readings)) == 1
    there = [word(spots[-1], readings[0], agreed, readings[1:])] if readings[0] else []
    (told,) = [w for w in read_again(page, [*known, *there], voice) if w.top == spots[-1][1]]
    return told.text, told.agreed


def test_a_figure_is_sure_where_the_model_and_a_reading_tell_it() -> None:
    # "7A4" stands for a print that the shapes of the page do not know.
    assert read_with(voice_of("714"), "7A4", "744", "714", "74") == ("714", True)
    assert read_with(voice_of("1.714."), "7A4", "1.774.", "1.714.", "714") == ("1.714.", True)
    assert read_with(voice_of("III-4"), "7A4", "III-A4", "III-4", "TII-4") == ("III-4", True)


def test_the_model_alone_makes_no_figure_sure() -> None:
    assert read_with(voice_of("714"), "7A4", "744", "774", "74") == ("744", False)
    assert read_with(voice_of("714"), "7A4", "") == (BLANK, False)
    # A percent sign may be told in digits, but not where the model may have lost one before it.
    assert read_with(voice_of("57,1%"), "7A4", "57,104", "57,1096", "57") == ("57,104", False)
    assert read_with(voice_of("57,10%"), "7A4", "57,104", "57,1", "57") == ("57,10%", True)


def test_what_two_voices_tell_against_two_others_is_not_sure() -> None:
    # The shapes and the first reading tell 81,35, the model and the second 31,35.
    assert read_with(voice_of("31,35"), "81,35", "81,35", "31,35", "8135") == ("81,35", False)
    assert read_with(voice_of("81,35"), "81,35", "81,85", "31,35", "8135") == ("81,35", True)


def test_a_figure_that_all_readings_tell_is_doubted_where_the_model_tells_another() -> None:
    assert read_with(voice_of("774"), "7A4", "714", "714", "714") == ("714", False)
    assert read_with(voice_of("714"), "7A4", "714", "714", "714") == ("714", True)
    assert read_with(voice_of(""), "7A4", "714", "714", "714") == ("714", True)


def test_letters_that_may_be_digits_are_doubted_where_the_model_tells_digits() -> None:
    # Printed is "7A", which the shapes do not know; it may end a figure broken over two lines.
    assert read_with(voice_of("71"), "7A", "TA", "TA", "TA") == ("TA", False)
    assert read_with(voice_of("TA"), "7A", "TA", "TA", "TA") == ("TA", True)
    assert read_with(voice_of("di"), "di", "di", "di", "dl") == ("di", True)
    # Where the shapes know both digits, two voices tell them.
    assert read_with(voice_of("71"), "71", "TA", "TA", "TA") == ("71", True)


def test_a_word_and_the_unit_of_a_heading_are_told_by_the_model_alone() -> None:
    assert read_with(voice_of("(%)"), "(%)", "(2)", "(20)", "(0)") == ("(%)", True)
    assert read_with(voice_of("desa"), "Xy", "") == ("desa", True)
    assert read_with(voice_of("Xl"), "Xy", "") == (BLANK, False)


def test_signs_count_where_they_begin_and_none_of_them_is_a_guess() -> None:
    signs, rows = ["", "1", "."], [[0, 0.9, 0], [0, 0.9, 0], [1, 0, 0], [0, 0.9, 0], [0, 0, 0.8]]
    assert text_of(np.asarray(rows, dtype=np.float32), signs) == "11."
    rows[3] = [0.2, 0.5, 0.3]
    assert text_of(np.asarray(rows, dtype=np.float32), signs) == ""


@pytest.mark.skipif(carried_voice() is None, reason="needs onnxruntime and rapidocr (set scan)")
def test_the_carried_model_reads_figures_of_any_width() -> None:
    voice = carried_voice()
    texts = ("7", "98.765.432,10", "56,4%", "(3)")
    page, spots = page_of(*texts)
    assert voice
    assert tuple(voice([page.crop(spot) for spot in spots[len(KNOWN) :]])) == texts
