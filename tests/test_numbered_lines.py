"""Numbers of lists and sections that repeat or leave one out."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import examined

from lkjip_analysis.intake.document.blocks import Block, Paragraph, WordTable
from lkjip_analysis.intake.document.grid import Grid, Slot
from lkjip_analysis.intake.noticed.numbering.numbered_lines import numbered_lines


def told(*texts: str, heading: bool = False) -> list[tuple[str, str]]:
    """The number that is said, and the one before it."""
    blocks: list[Block] = [Paragraph(t, "BAB II", i, heading=heading) for i, t in enumerate(texts)]
    return pairs(blocks)


def pairs(blocks: list[Block]) -> list[tuple[str, str]]:
    claims = list(numbered_lines(blocks))
    return [(b.nilai, a.nilai) for a, b in zip(claims[::2], claims[1::2], strict=True)]


ONE_TO_FOUR = ("1. Pasar", "2. Ekspor", "3. Koperasi", "4. Mutu")


@pytest.mark.parametrize(("texts", "found"), [
    ((*ONE_TO_FOUR, "6. Data", "7. Tera"), [("6", "4")]),
    ((*ONE_TO_FOUR, "4. Data", "5. Tera"), [("4", "4")]),
    (("(1) A;", "(2) B;", "(3) C;", "(3) D;", "(4) E."), [("3", "3")]),
    # Other lists stand within it, of the same form and of another.
    (("1. A", "2. B", "1. a", "2. b", "3. C", "5. D", "6. E"), [("5", "3")]),
    (("1. A", "1) x", "2) y", "2. B", "3. C", "B. Bidang", "5. D", "6. E"), [("5", "3")]),
    # As they should be.
    ((*ONE_TO_FOUR, "5. Data", "6. Tera"), []),
    (("1. A", "2. B", "1. a", "2. b", "3. C", "1. a", "2. b", "4. D"), []),
    (("1. A", "2. B", "3. C", "1. A", "2. B", "3. C"), []),
    # The missing one stands within a line, or what follows does not run on.
    (("1. Pasar", "2. Ekspor", "3. Koperasi 4. Mutu", "5. Data", "6. Tera"), []),
    ((*ONE_TO_FOUR, "6. Data"), []),
    ((*ONE_TO_FOUR, "6. Data", "9. Tera"), []),
    # Figures, not marks.
    (("1. A", "2. B", "3. C", "5.000 orang", "6.000 orang"), []),
    (("1. A", "2. B", "3. C", "5. 17 orang", "6. 18 orang"), []),
])  # fmt: skip
def test_a_list_leaves_no_number_out_and_repeats_none(
    texts: tuple[str, ...], found: list[tuple[str, str]]
) -> None:
    assert told(*texts) == found


def test_a_table_between_two_lines_may_hold_the_missing_one() -> None:
    texts = ("1. A", "2. B", "3. C", "5. E", "6. F")
    blocks: list[Block] = [Paragraph(t, "BAB II", i) for i, t in enumerate(texts)]
    assert pairs(blocks) == [("5", "3")]
    table = WordTable(Grid(((Slot("4."), Slot("D")),), 0), "", "", "BAB II")
    assert pairs([*blocks[:3], table, *blocks[3:]]) == []


SECTIONS = ("2.1 Visi", "2.2 Rencana Strategis", "2.3 Tujuan", "2.4 Sasaran", "2.5 Strategi",
            "2.6 Program", "3.1 Capaian")  # fmt: skip


@pytest.mark.parametrize(("last", "found"), [
    ("2.2. Perjanjian Kinerja", [("2.2", "2.2")]),
    ("2.7 Perjanjian Kinerja", []),
    ("2.2 Rencana Strategis (lanjutan)", []),
])  # fmt: skip
def test_two_sections_have_two_numbers(last: str, found: list[tuple[str, str]]) -> None:
    assert told(*SECTIONS, last, heading=True) == found


def test_sections_that_are_numbered_anew_are_no_slips() -> None:
    again = ("2.1 Pegawai", "2.2 Aset", "2.3 Anggaran")
    assert told(*SECTIONS, *again, heading=True) == []


def test_a_line_of_the_contents_without_dots_is_no_section() -> None:
    """The contents keep a plan of chapters that was changed since, each line with its page."""
    assert told("2.3 Rencana Tindak Lanjut 86", *SECTIONS, heading=True) == []


def test_it_is_told_where_the_list_stands(tmp_path: Path) -> None:
    text = "\n\n".join(
        ["LAPORAN KINERJA DINAS SOSIAL TAHUN 2024", "BAB II PERENCANAAN",
         "Dinas melayani 412 lansia. Kegiatannya adalah:", *ONE_TO_FOUR, "6. Data", "7. Tera"]
    )  # fmt: skip
    found, _ = examined(text + "\n", tmp_path)
    assert [one["kind"] for one in found] == ["kaidah"]
    assert "nomor 6 sesudah nomor 4" in found[0]["message"]
