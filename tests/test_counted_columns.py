"""How many things a sentence tells, against the table that it opens."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal

# Two goals, the first with two indicators and the second with one; two of them are numbered.
GOALS = """| No | Sasaran | Indikator Kinerja | Target |
|---|---|---|---|
| 1 | Air minum layak | Rumah bersambungan pipa | 72,5 |
|  |  | Sumur yang diuji | 48 |
| 2 | Sanitasi aman | Tangki yang disedot | 310 |"""
PLAIN = GOALS.replace("| No ", "| Kode ").replace("| 1 |", "| A-7 |").replace("| 2 |", "| C-1 |")
CAPTION = "Tabel 3.1 Sasaran dan indikator tahun 2023"


def counts(folder: Path, *lines: str) -> list[tuple[str, str]]:
    """The counts that a table contradicts, each with the column that was counted."""
    path = folder / "a.md"
    head = ("LAPORAN KINERJA DINAS CIPTA KARYA TAHUN 2023", "BAB III AKUNTABILITAS KINERJA")
    path.write_text("\n\n".join([*head, *lines]) + "\n", encoding="utf-8")
    found = read_proposal(path, "dinas-cipta", 2023).claims
    return [(c.nilai, c.sel.partition("terisi=")[2]) for c in found
            if c.kode.startswith("kolom_dihitung")]  # fmt: skip


@pytest.mark.parametrize(("sentence", "table", "found"), [
    ("Dinas menetapkan 3 (tiga) sasaran sebagai berikut:", GOALS, [("3", "sasaran")]),
    ("Dinas menetapkan 5 sasaran yang hendak dicapai sebagai berikut:", GOALS, [("5", "sasaran")]),
    ("Untuk itu terdapat 4 indikator, yaitu:", GOALS, []),  # not numbered, nothing has four
    ("Pada tahun ini terdapat 2 indikator, yaitu:", GOALS, [("2", "indikator")]),
    # Without numbers only what counts another column explains a count.
    ("Dinas menetapkan 3 (tiga) sasaran sebagai berikut:", PLAIN, [("3", "sasaran")]),
    ("Dinas menetapkan 5 sasaran yang hendak dicapai sebagai berikut:", PLAIN, []),
    # As many as there are; some of them; results of them; of another column; of a larger number.
    ("Dinas menetapkan 2 (dua) sasaran sebagai berikut:", GOALS, []),
    ("Pada tahun ini terdapat 3 indikator, yaitu:", GOALS, []),
    ("Dinas menetapkan 3 sasaran, antara lain sebagai berikut:", GOALS, []),
    ("Dinas menetapkan 3 sasaran dengan hasil sebagai berikut:", GOALS, []),
    ("Dinas menetapkan 3 kebijakan sebagai berikut:", GOALS, []),
    ("Dari 9 sasaran Renstra terdapat 3 sasaran sebagai berikut:", GOALS, []),
])  # fmt: skip
def test_a_count_is_held_to_the_table_that_its_sentence_opens(
    sentence: str, table: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert counts(tmp_path, sentence, CAPTION, table) == found


def test_a_table_further_down_or_one_that_goes_on_contradicts_no_count(tmp_path: Path) -> None:
    opening = "Dinas menetapkan 3 sasaran sebagai berikut:"
    between = "Sasaran itu diuraikan lebih dahulu dalam naskah perencanaan daerah ini."
    assert counts(tmp_path, opening, between, CAPTION, GOALS) == []
    more = GOALS.replace("| 1 |", "| 3 |").replace("| 2 |", "| 4 |")
    assert counts(tmp_path, opening, CAPTION, GOALS, more) == []
