"""A sample of the folders that benchmarks/fuzz.py spoils, always the same ones."""

from __future__ import annotations

import sys

import pytest

from lkjip_analysis.report.workbook_home import SOURCE as PROJECT

sys.path.append(str(PROJECT / "benchmarks"))

from fuzz import tried


@pytest.mark.skipif(sys.platform == "win32", reason="its time limit needs signals")
def test_a_spoiled_folder_ends_in_a_right_result_or_a_clear_message() -> None:
    ends = [tried(seed, None) for seed in range(7_000_000, 7_000_060)]
    assert [wrong for _, wrong, _ in ends if wrong] == []
    assert {kind for kind, _, _ in ends} >= {"no meaning", "figure", "spoiled, refused"}
