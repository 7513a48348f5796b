"""How long verifying the committed report takes, against loading it, in one run.

python benchmarks/verify_time.py [--runs 21]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from lkjip_analysis.checking.verify import verify
from lkjip_analysis.report.loading import load, load_folder
from lkjip_analysis.report.reports_at_hand import folder_of
from lkjip_analysis.rules.binding.rulebook import bind


def median(runs: int, work: Callable[[], object]) -> float:
    """The median processor time of a piece of work in milliseconds: others may use the machine."""
    times = []
    for _ in range(runs):
        started = time.process_time()
        work()
        times.append((time.process_time() - started) * 1000)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=21)
    runs = parser.parse_args().runs
    report = load("dindagkop-ukm-blora", 2021)
    rules = bind(report)
    folder = folder_of("dindagkop-ukm-blora", 2021, None)  # `load` would keep what it has read
    loading = median(runs, lambda: load_folder(folder, "dindagkop-ukm-blora", 2021))
    binding = median(runs, lambda: bind(report))
    verifying = median(runs, lambda: verify(report, rules))
    figures, count = sum(1 for _ in report.figures()), len(rules)
    print(f"{figures} figures, {count} rules, median of {runs} runs")
    print(f"loading {loading:.1f} ms, binding rules {binding:.1f} ms, verifying {verifying:.1f} ms")
    print(f"verifying / loading = {verifying / loading:.2f}")


if __name__ == "__main__":
    main()
