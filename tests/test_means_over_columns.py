"""A mean merged over target, realisation and achievement is that of the achievements."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import HEAD, examined

from lkjip_analysis.intake.document.column_headings import is_numbering
from lkjip_analysis.intake.document.grid import Slot
from lkjip_analysis.intake.tables.means_over_columns import under_achievements

HEADS = (("Indikator",), ("2023", "Target"), ("2023", "Realisasi"), ("2023", "Capaian (%)"))


@pytest.mark.parametrize(("name", "figure", "heads", "texts"), [
    ("Rata-rata capaian sasaran", "98,20%", HEADS, ("", "", "98,20%")),
    ("Rata-rata capaian sasaran", "98,20", (*HEADS[:3], ("%",)), ("", "", "98,20")),
    ("Rata-rata capaian sasaran", "BARU", HEADS, ("BARU", "", "")),
    # A total may be of the first as well, and two rates are each a mean of their own.
    ("Jumlah", "98,20", HEADS, ("98,20", "", "")),
    ("Rata-rata", "98,20", (*HEADS[:2], ("Capaian",), ("Serapan (%)",)), ("98,20", "", "")),
    ("Jalan mantap", "98,20", HEADS, ("98,20", "", "")),
])  # fmt: skip
def test_where_a_wide_figure_stands(
    name: str, figure: str, heads: tuple[tuple[str, ...], ...], texts: tuple[str, ...]
) -> None:
    row = (Slot(name), Slot(figure, reach=3), Slot("", reach=0), Slot("", reach=0))
    assert tuple(slot.text for slot in under_achievements(row, heads)) == (name, *texts)


def report(reached: tuple[str, ...], last: str, below: str = "") -> str:
    """A table of a web page, whose last row prints one mean under three columns."""
    goals = zip(("Jalan mantap", "Air bersih", "Sampah terangkut"), reached, strict=True)
    # 48 of 60, 45 of 50, 38 of 40
    figures = (("60", "48"), ("50", "45"), ("40", "38"))
    rows = "".join(
        f"<tr><td>{name}</td><td>{target}</td><td>{done}</td><td>{rate}</td></tr>"
        for (name, rate), (target, done) in zip(goals, figures, strict=True)
    )
    head = "<tr><th>Indikator</th><th>Target</th><th>Realisasi</th><th>Capaian (%)</th></tr>"
    mean = f'<tr><td>Rata-rata capaian</td><td colspan="3">{last}</td></tr>'
    lines = HEAD.replace("## ", "").replace("# ", "").split("\n")
    told = "".join(f"<p>{line}</p>" for line in lines if line)
    return f"<html><body>{told}<table>{head}{rows}{mean}{below}</table></body></html>"


# (80 + 90 + 95) / 3 = 88,33
@pytest.mark.parametrize(("last", "is_told"), [("88,33", False), ("88,53", True)])
def test_it_is_held_to_the_achievements(last: str, is_told: bool, tmp_path: Path) -> None:
    found, _ = examined(report(("80,00", "90,00", "95,00"), last), tmp_path)
    told = [f["message"] for f in found if last in f["message"]]
    assert bool(told) == is_told
    assert all("Capaian (%)" in message for message in told)


@pytest.mark.parametrize(("texts", "numbers"), [
    (("1", "2", "3", "4", "5", "6,00", "7"), True),
    (("1", "2", "3", "4", "5", "6", "7"), True),
    (("1", "2", "3", "5", "5", "6,00", "7"), False),
    (("1", "2,00", "3,00"), False),  # a row with its number, a target and what was reached
    (("2", "3", "4", "5", "6,00"), False),
])  # fmt: skip
def test_a_number_of_a_column_may_have_the_form_of_its_figures(
    texts: tuple[str, ...], numbers: bool
) -> None:
    assert is_numbering(texts) == numbers


# (5,00 + 7,00) / 2 = 6,00 and (3,00 + 4,00) / 2 = 3,50; 5 + 7 + 3 + 4 = 19
@pytest.mark.parametrize(("last", "is_told"), [("3,50", False), ("19,00", False), ("9,00", True)])
def test_below_one_group_the_sum_of_all_groups_is_no_wrong_mean(
    last: str, is_told: bool, tmp_path: Path
) -> None:
    mean = "Rata-rata sasaran"
    rows = (("Jalan mantap", "5,00"), ("Air bersih", "7,00"), (mean, "6,00"),
            ("Sampah terangkut", "3,00"), ("Taman rapi", "4,00"), (mean, last))  # fmt: skip
    text = HEAD + "Tabel 3.4 Efisiensi\n\n| No | Indikator | Efisiensi (%) |\n|---|---|---|\n"
    text += "".join(f"| {i} | {name} | {rate} |\n" for i, (name, rate) in enumerate(rows, 1))
    found, _ = examined(text, tmp_path)
    assert any(last in f["message"] for f in found) == is_told
