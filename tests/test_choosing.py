"""Which reports a selection names, and what it says of a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis.errors import InputError
from lkjip_analysis.report.choosing import chosen


@pytest.fixture
def three_agencies(tmp_path: Path) -> Path:
    reports = {"dinas-a": (2019, 2020, 2021), "dinas-b": (2021, 2022), "dinas-c": (2018,)}
    for name, years in reports.items():
        for year in years:
            folder = tmp_path / "raw" / name / str(year)
            folder.mkdir(parents=True)
            (folder / "laporan.yaml").write_text("")
    (tmp_path / "raw" / "dinas-a" / "2023").mkdir()  # no laporan.yaml: no report
    return tmp_path


def test_without_a_selection_every_report_at_hand_is_chosen(three_agencies: Path) -> None:
    assert chosen(three_agencies, None, None) == [
        ("dinas-a", 2019), ("dinas-a", 2020), ("dinas-a", 2021),
        ("dinas-b", 2021), ("dinas-b", 2022), ("dinas-c", 2018),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tahun", "years"),
    [
        ("2021", [("dinas-a", 2021), ("dinas-b", 2021)]),
        ("2020:2021", [("dinas-a", 2020), ("dinas-a", 2021), ("dinas-b", 2021)]),
        ("2018, 2022", [("dinas-b", 2022), ("dinas-c", 2018)]),
        ("2022:", [("dinas-b", 2022)]),
        (":2018", [("dinas-c", 2018)]),
    ],
)
def test_years_are_chosen_one_by_one_or_as_a_span(
    three_agencies: Path, tahun: str, years: list[tuple[str, int]]
) -> None:
    assert chosen(three_agencies, None, tahun) == years


def test_agencies_are_chosen_by_name_in_any_order(three_agencies: Path) -> None:
    assert chosen(three_agencies, "dinas-c, dinas-b", "2018:2021") == [
        ("dinas-b", 2021), ("dinas-c", 2018),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("instansi", "tahun", "told"),
    [
        ("dinas-q", None, 'Did you mean "dinas-'),
        ("dinas-a,dinaz-b", None, 'Did you mean "dinas-b"?'),
        (" , ", None, "leave --instansi out"),
        (None, "21", "years of four digits"),
        (None, "2020-2022", "a colon between"),
        (None, "20202021", "a colon between"),
        (None, ":", "a colon between"),
        (None, "2020,", "years of four digits"),
        (None, "2022:2020", "Write 2020:2022"),
        ("dinas-c", "2021", "allowed: 2018"),
    ],
)
def test_a_mistake_in_a_selection_names_what_is_allowed(
    three_agencies: Path, instansi: str | None, tahun: str | None, told: str
) -> None:
    with pytest.raises(InputError) as error:
        chosen(three_agencies, instansi, tahun)
    assert told in str(error.value)


def test_an_empty_data_folder_has_nothing_to_choose(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--data"):
        chosen(tmp_path, None, None)
