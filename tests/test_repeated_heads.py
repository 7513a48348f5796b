"""Headings and page numbers of scanned pages, of which part was not read for sure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkjip_analysis.intake.document.blocks import Printed
from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.document.printed_places import Box, Place
from lkjip_analysis.intake.pdf.lines_of_text.lines import BLANK
from lkjip_analysis.intake.pdf.pages.page import Page, TextLine
from lkjip_analysis.intake.pdf.pages.repeated_heads import repeated_rows
from lkjip_analysis.intake.pdf.pages.running_heads import running_texts, without_running
from lkjip_analysis.intake.pdf.pages.text_flow import printed_in_order


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


@pytest.mark.parametrize(("again", "count"), [
    (("(1)", "(2)", "(3)", "(4)"), 2),
    (("", "(2)", f"?({BLANK})", "(4)"), 2),  # one lost, one not read for sure
    (("", "(2)", "(3)", "(4)"), 2),
    (("", "(3)", "(2)", "(4)"), 1),  # other numbers
    (("", "(4)", "(5)", "(6)"), 1),
    (("", "", f"?({BLANK})", "(4)"), 1),  # too little was read to tell
    (("2", "(2)", f"?{BLANK}.{BLANK * 3}", "(4)"), 1),  # an amount that was not read
])  # fmt: skip
def test_column_numbers_printed_again_are_known_though_some_were_lost(
    again: tuple[str, ...], count: int
) -> None:
    head = row("No", "Uraian", "Pagu (Rp)", "Realisasi")
    known = (head, row("(1)", "(2)", f"?({BLANK})", "(4)"), row("1", "Pasar", "410", "98,20"))
    rows = (head, row(*again), row("2", "Taman", "250", "97,10"))
    assert repeated_rows(known, rows) == count


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


def head(number: int, text: str) -> TextLine:
    box = Box(270, 60, 325, 74)
    return TextLine(text, box, Place(number, box), 12.0, True)


def body_of(pages: list[Page]) -> list[str]:
    return [item.text for page in without_running(pages) for item in page.items
            if isinstance(item, TextLine)]  # fmt: skip


def test_headings_of_chapters_in_one_place_are_no_running_head() -> None:
    box = Box(60, 400, 300, 412)
    pages = []
    for number, text in enumerate(("BAB I", "BAB II", "BAB III", "BAB IV"), 1):
        body = TextLine(f"Isi halaman {number}.", box, Place(number, box), 10.0, False)
        pages.append(Page(number, 595, 842, (head(number, text), body)))
    assert [text for text in body_of(pages) if text.startswith("BAB")] == [
        "BAB I", "BAB II", "BAB III", "BAB IV"]  # fmt: skip


@pytest.mark.parametrize("heads", [
    ["BAB III Akuntabilitas"] * 4,
    ["BAB II", "BAB II", "BAB III", "BAB III"],
    ["BAB II - 7", "BAB II - 8", "BAB III - 9", "BAB IV - 10"],
    ["Bab III | 12", "Bab III | 13", "Bab III | 14", "Bab IV | 15"],
])  # fmt: skip
def test_the_chapter_printed_on_each_of_its_pages_is_a_running_head(heads: list[str]) -> None:
    box = Box(60, 400, 300, 412)
    pages = []
    for number, text in enumerate(heads, 1):
        body = TextLine(f"Isi halaman {number}.", box, Place(number, box), 10.0, False)
        pages.append(Page(number, 595, 842, (head(number, text), body)))
    assert body_of(pages) == [f"Isi halaman {number}." for number in range(1, 5)]


def line(number: int, text: str, top: float) -> TextLine:
    box = Box(60, top, 300, top + 10)
    return TextLine(text, box, Place(number, box), 10.0, False)


@pytest.mark.parametrize(("above", "left"), [
    (795, []),  # the foot's first line lies above the margin, right on its second
    (700, ["Laporan Kinerja Dinas Contoh"] * 4),  # a line of the text, far from the foot
])  # fmt: skip
def test_a_foot_may_begin_above_the_margin(above: float, left: list[str]) -> None:
    pages = []
    for number in range(1, 5):
        lines = (
            line(number, f"Isi halaman {number}.", 300 + 40 * number),
            line(number, "Laporan Kinerja Dinas Contoh", above),
            line(number, f"Tahun 2023 III.{number}", 808),
        )
        pages.append(Page(number, 595, 842, lines))
    found = body_of(pages)
    assert [text for text in found if not text.startswith("Isi")] == left
    assert sum(text.startswith("Isi") for text in found) == 4


@pytest.mark.parametrize(("sheets", "found"), [
    (2, ()),  # two sheets of an appendix of twenty pages
    (12, ("Perjanjian Kinerja Tahun 2024",)),
])  # fmt: skip
def test_what_few_pages_begin_with_is_no_title_of_the_report(
    sheets: int, found: tuple[str, ...]
) -> None:
    pages = []
    for number in range(1, 21):
        top = (line(number, "Perjanjian Kinerja Tahun 2024", 30),) if number <= sheets else ()
        body = line(number, f"Isi halaman {number}.", 300)
        pages.append(Page(number, 595, 842, (*top, body)))
    assert running_texts(pages) == found


def test_the_next_section_of_a_list_is_no_part_of_the_line_before() -> None:
    """Wide lines that come one close to the other; a figure that a sentence goes on with is none
    of a list."""
    wide = [
        replace(line(1, text, top), box=Box(60, top, 540, top + 10))
        for text, top in (
            ("3.2. Capaian Kinerja Dinas Contoh Kabupaten Rekaan", 100),
            ("3.3. Evaluasi Capaian Kinerja Sasaran", 113),
            ("Indeks naik sebesar 3.2. Nilai tahun lalu adalah", 200),
            ("3.3. Padahal targetnya lebih tinggi.", 213),
        )
    ]
    texts = [told.text for told in printed_in_order(wide) if isinstance(told, Printed)]
    assert texts == [
        "3.2. Capaian Kinerja Dinas Contoh Kabupaten Rekaan",
        "3.3. Evaluasi Capaian Kinerja Sasaran",
        "Indeks naik sebesar 3.2. Nilai tahun lalu adalah 3.3. Padahal targetnya lebih tinggi.",
    ]
