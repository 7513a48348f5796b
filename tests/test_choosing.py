"""Which reports are meant by names and years."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lkjip_analysis.choosing import chosen
from lkjip_analysis.errors import InputError


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name, year in (("dinas-a", 2020), ("dinas-a", 2021), ("dinas-b", 2021), ("dinas-b", 2023)):
        folder = tmp_path / "raw" / name / str(year)
        folder.mkdir(parents=True)
        (folder / "laporan.yaml").write_text("")
    return tmp_path


@pytest.mark.parametrize(
    ("instansi", "tahun", "meant"),
    [
        (None, None, [("dinas-a", 2020), ("dinas-a", 2021), ("dinas-b", 2021), ("dinas-b", 2023)]),
        ("dinas-b", None, [("dinas-b", 2021), ("dinas-b", 2023)]),
        ("dinas-b, dinas-a", "2021", [("dinas-b", 2021), ("dinas-a", 2021)]),
        (None, "2021:2023", [("dinas-a", 2021), ("dinas-b", 2021), ("dinas-b", 2023)]),
        (None, "2020,2023", [("dinas-a", 2020), ("dinas-b", 2023)]),
    ],
)
def test_agencies_and_years_are_chosen_by_name_span_or_list(
    instansi: str | None, tahun: str | None, meant: list[tuple[str, int]], data: Path
) -> None:
    assert chosen(data, instansi, tahun) == meant


@pytest.mark.parametrize(
    ("instansi", "tahun", "told"),
    [
        ("dinas-aa", None, 'Did you mean "dinas-a"?'),
        ("dinas-a", "2023", "allowed: 2020, 2021"),
        (None, "2023:2021", "2020:2022"),
        (None, "tahun lalu", "2020:2022"),
    ],
)
def test_what_is_not_there_is_answered_with_what_is(
    instansi: str | None, tahun: str | None, told: str, data: Path
) -> None:
    with pytest.raises(InputError, match=re.escape(told)):
        chosen(data, instansi, tahun)


def test_a_folder_without_reports_says_where_one_belongs(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"INSTANSI/TAHUN/laporan\.yaml"):
        chosen(tmp_path, None, None)
