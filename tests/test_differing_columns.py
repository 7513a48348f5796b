"""Two columns of achievements of one year of which many rows differ: told once, as a suspicion."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from proposals import HEAD, examined

# 90,50 of 92 is 98,37 percent, 81 of 80 is 101,25, 75 of 80 is 93,75, 33 of 40 is 82,50,
# 70 of 75 is 93,33, 18 of 25 is 72,00.
ROWS = {
    "Jalan mantap": ("92,00", "90,50", "98,37"),
    "Jembatan baik": ("80,00", "81,00", "101,25"),
    "Rumah layak": ("80,00", "75,00", "93,75"),
    "Air bersih": ("40,00", "33,00", "82,50"),
    "Drainase lancar": ("75,00", "70,00", "93,33"),
    "Sanitasi aman": ("25,00", "18,00", "72,00"),
}
SAME = tuple(row[2] for row in ROWS.values())
OTHER = (*SAME[:3], "84,10", "91,07", "75,60")
HEADED = "% Capaian Kinerja"


def report(again: Sequence[str], head: str = HEADED, title: str = "Efisiensi Sumber Daya") -> str:
    text = HEAD + ("Tabel 3.1 Pengukuran Kinerja\n\n| No | Indikator Kinerja | Satuan | Target "
                   "| Realisasi | Capaian (%) |\n|---|---|---|---|---|---|\n")  # fmt: skip
    for place, (name, figures) in enumerate(ROWS.items(), 1):
        text += f"| {place} | {name} | persen | {' | '.join(figures)} |\n"
    text += f"\nTabel 3.2 {title}\n\n| No | Indikator Kinerja | {head} |\n|---|---|---|\n"
    for place, (name, figure) in enumerate(zip(ROWS, again, strict=True), 1):
        text += f"| {place} | {name} | {figure} |\n"
    return text


def suspicions(text: str, folder: Path) -> list[str]:
    found, _ = examined(text, folder)
    return [f["message"] for f in found if "mencetak angka lain" in f["message"]]


def test_a_column_of_another_edition_is_told_once_with_its_rows(tmp_path: Path) -> None:
    """Three of six rows agree, so neither column is the other's copy with slips."""
    (message,) = suspicions(report(OTHER), tmp_path)
    assert "3 dari 6 baris" in message
    assert "Air bersih 82,50 - 84,10" in message
    assert "Sanitasi aman 72,00 - 75,60" in message
    assert "Jalan mantap" not in message


@pytest.mark.parametrize(("again", "head", "title"), [
    (SAME, HEADED, "Efisiensi Sumber Daya"),
    (OTHER, "% Capaian Kinerja 2021", "Efisiensi Sumber Daya"),
    (OTHER, "% Penyerapan Anggaran", "Efisiensi Sumber Daya"),
    (OTHER, "Capaian Keu (%)", "Efisiensi Sumber Daya"),
    (OTHER, HEADED, "Capaian Kinerja Triwulan III"),
    (OTHER, HEADED, "Capaian Kinerja Tahun 2021"),
    (("100,00", "100,00", *OTHER[2:]), HEADED, "Efisiensi Sumber Daya"),  # one row alone agrees
])  # fmt: skip
def test_columns_that_are_not_meant_to_be_the_same_are_told_of_nothing(
    again: Sequence[str], head: str, title: str, tmp_path: Path
) -> None:
    assert not suspicions(report(again, head, title), tmp_path)


@pytest.mark.parametrize(("head", "count"), [("Realisasi", 1), ("Realisasi TW III", 0)])
def test_results_of_another_edition_are_told_as_well(head: str, count: int, tmp_path: Path) -> None:
    """Of the results three of six are those of another edition; of a quarter they are others."""
    again = ("90,53", "81,07", "75,01", "31,00", "68,00", "17,00")
    text = report(again, head)
    for figure in again[:3]:
        text = text.replace(f"| {figure[:4]}0 |", f"| {figure} |")
    told = suspicions(text, tmp_path)
    assert len(told) == count
    assert all("3 dari 6 baris" in message and "33,00 - 31,00" in message for message in told)


def test_a_column_of_another_edition_than_two_tables_is_told_once(tmp_path: Path) -> None:
    table = report(SAME, title="Capaian Kinerja").partition("Tabel 3.2")[2]
    text = f"{report(OTHER)}\nTabel 3.3{table}"
    assert len(suspicions(text, tmp_path)) == 1


def test_rows_that_agree_in_round_figures_alone_show_nothing(tmp_path: Path) -> None:
    """100 is the achievement of many rows: three of them make no column the other's copy."""
    text = report(("100", "100", "100", *OTHER[3:]))
    for name, (target, _, reached) in list(ROWS.items())[:3]:
        row = f"{name} | persen | {' | '.join(ROWS[name])}"
        text = text.replace(row, f"{name} | persen | {target} | {target} | 100")
        assert reached not in text
    assert not suspicions(text, tmp_path)


def test_achievements_of_other_targets_are_other_achievements(tmp_path: Path) -> None:
    """Before a revision the agreement promised other figures of the rows that differ; where one
    table prints no target of its own, it is meant to print the same achievement."""
    text = report(OTHER)
    targets = [row[0] for row in ROWS.values()]
    # 33 of 39,24; 70 of 76,86; 18 of 23,81
    revised = [*targets[:3], "39,24", "76,86", "23,81"]
    assert suspicions(with_targets(text, targets), tmp_path)
    assert not suspicions(with_targets(text, revised), tmp_path)


def with_targets(text: str, targets: Sequence[str]) -> str:
    """The report, its second table with targets of its own."""
    above, below = text.split("Tabel 3.2")
    below = below.replace(f"| Indikator Kinerja | {HEADED} |\n|---|---|---|",
                          f"| Indikator Kinerja | Target | {HEADED} |\n{'|---' * 4}|")  # fmt: skip
    for name, target in zip(ROWS, targets, strict=True):
        below = below.replace(f"| {name} |", f"| {name} | {target} |")
    return f"{above}Tabel 3.2{below}"
