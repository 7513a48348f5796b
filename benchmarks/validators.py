"""The same sums and percentages by pandera, by pointblank and by ours, in one run.

    pip install pandera pointblank          # asked for by nothing else
    python benchmarks/validators.py [--figures 10000] [--slips 50] [--runs 5]

The tables of benchmarks/verify_scale.py: every share of the budget, and the two totals of each
table. pandera and pointblank get them as one frame of numbers and are told the relations in pandas;
they answer which rows break one. Ours gets them as printed, with the copies in prose, and
answers which figures are wrong. Reading files is not counted, binding rules is.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pandera.errors
import pandera.pandas as pa
import pointblank as pb

HOME = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HOME), str(HOME / "tests"), str(HOME / "benchmarks")]

from verify_scale import sound, with_slips  # noqa: E402

from lkjip_analysis.analysis import frames  # noqa: E402
from lkjip_analysis.checking.verify import verify  # noqa: E402
from lkjip_analysis.report.report import Report  # noqa: E402

COLUMNS = ("pagu", "realisasi")


def as_frame(report: Report) -> pd.DataFrame:
    """All budget tables below one another, as numbers, with the name of each."""
    tables = frames.of_type(report, "anggaran")
    return pd.concat(
        [frames.values(table).assign(tabel=table.name) for table in tables]
    ).reset_index()


def share_holds(frame: pd.DataFrame) -> pd.Series:
    """Is the printed share that of its row, within half of its last digit?"""
    return (frame["realisasi"] / frame["pagu"] * 100 - frame["serapan"]).abs() <= 0.005000001


def totals_hold(frame: pd.DataFrame) -> pd.Series:
    """Is a total row the sum of its table? Other rows always hold."""
    is_total = frame["kode"] == "jumlah"
    sums = frame.where(~is_total, 0).groupby(frame["tabel"])[list(COLUMNS)].transform("sum")
    return ~is_total | (sums == frame[list(COLUMNS)]).all(axis=1)


def by_pandera(frame: pd.DataFrame) -> str:
    checks = [pa.Check(share_holds), pa.Check(totals_hold)]
    try:
        pa.DataFrameSchema(checks=checks).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as error:
        rows = error.failure_cases["index"].nunique()
        return f"{rows} rows that break a relation, 0 figures named"
    return "nothing"


def by_pointblank(frame: pd.DataFrame) -> str:
    done = (
        pb.Validate(data=frame)
        .col_vals_expr(expr=share_holds)
        .col_vals_expr(expr=totals_hold)
        .interrogate()
    )
    failed = sum(int(done.n_failed(i=step, scalar=True)) for step in (1, 2))
    return f"{failed} rows that break a relation, 0 figures named"


def by_ours(report: Report, changed: set) -> str:
    found = verify(report)
    proven = {f.cell.address for f in found.findings if f.verdict == "terbukti" and f.cell}
    unclear = sum(f.verdict == "ambigu" for f in found.findings)
    wrong = len(proven - changed)
    return f"{len(proven)} figures proven wrong ({wrong} of them right), {unclear} undecided"


def timed(work: Callable[[], str], runs: int) -> tuple[float, float, float, str]:
    times, told = [], ""
    for _ in range(runs):
        started = time.perf_counter()
        told = work()
        times.append(time.perf_counter() - started)
    return statistics.median(times), min(times), max(times), told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--figures", type=int, default=10000)
    parser.add_argument("--slips", type=int, default=50)
    parser.add_argument("--runs", type=int, default=5)
    told = parser.parse_args()
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        report, changed = with_slips(sound(told.figures, chance, Path(folder)), told.slips, chance)
    frame = as_frame(report)
    print(f"{sum(1 for _ in report.figures())} figures, {len(changed)} slips, {told.runs} runs")
    print("| | seconds | fastest to slowest | says |\n|---|---|---|---|")
    for name, work in (
        ("pandera", lambda: by_pandera(frame)),
        ("pointblank", lambda: by_pointblank(frame)),
        ("lkjip verify", lambda: by_ours(report, changed)),
    ):
        middle, low, high, said = timed(work, told.runs)
        print(f"| {name} | {middle:.3f} | {low:.3f} to {high:.3f} | {said} |")


if __name__ == "__main__":
    main()
