"""A sample of the runs that benchmarks/crash.py kills, always at the same moments of a run."""

from __future__ import annotations

import sys

import pytest

from lkjip_analysis.report import PROJECT

sys.path.append(str(PROJECT / "benchmarks"))


@pytest.mark.skipif(sys.platform != "linux", reason="it looks for kernels where Linux lists them")
def test_a_killed_run_leaves_the_earlier_report_whole_and_the_next_one_mends() -> None:
    from crash import killed, tried

    ends = tried([(seed, killed) for seed in (2_021_000, 2_021_001, 2_021_002)])
    assert [said for _, said in ends if said] == []
    assert {way for way, _ in ends} & {"group killed", "parent killed"}
