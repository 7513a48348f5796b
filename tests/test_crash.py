"""A sample of what benchmarks/crash.py and writers.py try, at the same moments of a run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from lkjip_analysis.report.workbook_home import SOURCE as PROJECT

sys.path.append(str(PROJECT / "benchmarks"))


@pytest.mark.skipif(sys.platform != "linux", reason="it looks for kernels where Linux lists them")
def test_a_killed_run_leaves_the_earlier_report_whole_and_the_next_one_mends() -> None:
    from crash import killed, tried

    ends = tried([(seed, killed) for seed in (2_021_000, 2_021_001, 2_021_002)])
    assert [said for _, said in ends if said] == []
    assert {way for way, _ in ends} & {"group killed", "parent killed"}


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from writers import prepared

    place = tmp_path_factory.mktemp("tulis") / "model"
    prepared(place, ("import", "koreksi"))
    return place


@pytest.mark.skipif(sys.platform != "linux", reason="it looks for processes where Linux lists them")
@pytest.mark.parametrize("name", ["new", "import", "koreksi", "kembalikan"])
def test_a_killed_command_leaves_its_folder_as_it_was_or_as_it_should_be(
    name: str, model: Path
) -> None:
    from writers import killed as kills

    assert [wrong for _, wrong in kills(name, model, 2, 2021) if wrong] == []


@pytest.mark.skipif(sys.platform == "win32", reason="it starts process groups")
def test_two_commands_over_one_folder_lose_nothing(model: Path) -> None:
    from writers import raced

    ends = list(raced(model, 4, 2021))
    assert [wrong for _, wrong in ends if wrong] == [] and len(ends) == 4
