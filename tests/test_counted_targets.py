"""Counts of indicators that met their target, against the table that prints them."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import read_proposal

# 90 of 100 and 57 of 60 fall short; 44 of 40 and 30 of 30 do not.
TABLE = """| Sasaran | Indikator Kinerja | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|
| Mutu | Sidang tepat waktu | 100 | 90 | 90,00 |
| Mutu | Mediasi berhasil | 40 | 44 | 110,00 |
| Akses | Pos bantuan hukum | 60 | 57 | 95,00 |
| Akses | Sidang keliling | 30 | 30 | 100,00 |"""


def counts(folder: Path, sentence: str, table: str = TABLE) -> list[tuple[str, str]]:
    path = folder / "a.md"
    lines = ["LAPORAN KINERJA PENGADILAN TAHUN 2023", "BAB III AKUNTABILITAS KINERJA",
             "Tabel 3.1 Capaian Kinerja", table, sentence]  # fmt: skip
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    found = read_proposal(path, "pengadilan", 2023).claims
    return [(c.nilai, "belum" if "belum" in c.sel else "") for c in found if c.aturan == "sebanyak"]


@pytest.mark.parametrize(("sentence", "found"), [
    ("Dari 4 indikator, 2 indikator tercapai dan 2 indikator tidak tercapai.",
     [("2", ""), ("2", "belum")]),
    ("Sebanyak 3 indikator memenuhi target dan 1 indikator belum memenuhi target.",
     [("3", ""), ("1", "belum")]),
    ("Dari 4 IKU, sebanyak 3 IKU mencapai target (75,00%).", [("3", "")]),
    ("Sebanyak 3 dari 4 indikator memenuhi atau melampaui target.", [("3", "")]),
    ("Seluruh 4 indikator telah diukur; 3 di antaranya tidak mencapai target.", [("3", "belum")]),
    # What is counted is named once, before.
    ("Dari 4 indikator kinerja, sebanyak 3 telah mencapai target dan 1 belum.",
     [("3", ""), ("1", "belum")]),
    ("Dari 4 indikator kinerja, tiga tercapai, satu lainnya belum.", [("3", ""), ("1", "belum")]),
    ("Dari 4 indikator kinerja, indikator 3 tercapai dan indikator 1 belum tercapai.", []),
    ("Dari 4 indikator kinerja, indikator 1 dan 3 tercapai.", []),
    ("Dari 4 indikator kinerja, indikator 1, 3 dan 4 belum tercapai.", []),
    ("Dari 4 indikator kinerja, yang bernilai 100 mencapai target.", []),
    # In words, and by another verb: more than the target is not said of what just reaches it.
    ("Dari empat indikator, tiga indikator tercapai dan satu indikator belum mencapai target.",
     [("3", ""), ("1", "belum")]),
    ("Dari empat indikator, dua indikator melampaui target dan dua belum mencapai target.",
     [("2", "belum")]),
    ("Dari 4 indikator, 1 indikator melampaui target, 1 indikator mencapai target, dan 2 "
     "indikator belum mencapai target.", [("2", "belum")]),
    ("Dari empat indikator, salah satu indikator mencapai target.", []),
    # The last word of a longer number is none: twenty-four, sixty-four, a hundred and four.
    ("Dari dua puluh empat indikator, tiga indikator tercapai.", []),
    ("Dari enam puluh empat indikator, dua puluh tiga indikator tercapai dan satu belum.", []),
    ("Dari seratus empat indikator, tiga indikator tercapai.", []),
    ("Terdapat 1 indikator yang belum mencapai target dari 4 indikator.", [("1", "belum")]),
    # What is said of what each reached; the table that the sentence names is the whole.
    ("Dari 4 indikator, 3 indikator realisasinya di bawah target.", [("3", "belum")]),
    ("Dari Tabel 3.1 terlihat ada 3 indikator yang realisasinya kurang dari target.",
     [("3", "belum")]),
    ("Tabel 3.1 menunjukkan 3 indikator yang capaiannya masih di bawah target.", [("3", "belum")]),
    ("Tabel 3.10 menunjukkan 3 indikator yang capaiannya masih di bawah target.", []),
    ("Terlihat ada 3 indikator yang realisasinya kurang dari target.", []),
    # Another table's, another year's, a part of them, or no whole.
    ("Dari 5 indikator, 3 indikator tercapai dan 2 indikator tidak tercapai.", []),
    ("Tahun 2022 dari 4 indikator, 3 indikator tercapai dan 1 belum tercapai.", []),
    ("Pada bidang perdata dari 4 indikator, 3 indikator tercapai.", []),
    ("Terdapat 3 indikator tercapai.", []),
])  # fmt: skip
def test_a_count_is_of_the_table_that_has_as_many_rows(
    sentence: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert counts(tmp_path, sentence) == found


def test_more_than_the_target_is_counted_where_none_is_just_reached(tmp_path: Path) -> None:
    """31 of 30: 110,00 and 103,33 exceed their targets, 90,00 and 95,00 fall short."""
    told = "Dari empat indikator, tiga indikator melampaui target dan satu belum mencapai target."
    table = TABLE.replace("| 30 | 30 | 100,00 |", "| 30 | 31 | 103,33 |")
    assert counts(tmp_path, told, table) == [("3", ""), ("1", "belum")]


HEAD, LINE, *ROWS = TABLE.splitlines()
TOLD = "Dari empat indikator, tiga indikator tercapai dan satu indikator belum mencapai target."


def parted(*rows: str) -> str:
    """The tables of two goals, each under a caption of its own; the last is of the second goal."""
    first, last = "\n".join([HEAD, LINE, *rows[:-1]]), "\n".join([HEAD, LINE, rows[-1]])
    return f"{first}\n\nTabel 3.2 Capaian Kinerja Sasaran Kedua\n\n{last}"


def test_a_count_of_all_goals_is_of_their_tables_together(tmp_path: Path) -> None:
    """90,00 and 95,00 fall short, 110,00 and 100,00 do not: two and two, not three and one."""
    assert counts(tmp_path, TOLD, parted(*ROWS)) == [("3", ""), ("1", "belum")]


def test_a_table_that_repeats_an_indicator_is_no_part_of_the_whole(tmp_path: Path) -> None:
    """Three indicators, one of them in both tables: who counts four counts something else."""
    assert counts(tmp_path, TOLD, parted(*ROWS[:3], ROWS[0])) == []
    assert counts(tmp_path, TOLD.replace("empat", "lima"), parted(*ROWS)) == []
