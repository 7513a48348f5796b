"""A nation of made-up agencies with known slips, verified by `lkjip verify --all`.

    python benchmarks/national.py [--agencies 10 100 1000 10000] [--workers 2] [--seed 0]
    python benchmarks/national.py --agencies 20000

The agencies of benchmarks/agencies.py are written to a temporary folder (not counted). Time is that
of the whole command, reading, Parquet and page included; where other work shares the processors,
its CPU time (Unix) says more. Memory is the sum of the peaks of the command and each of its
processes (Linux; elsewhere it is not told). Recall and wrong `terbukti` are read from the Parquet
that the command wrote: a slip counts as detected where its agency has a finding other than a
rounding, its cell as named where a figure's repairs begin with it. `again` is a second run after
one agency in a hundred was changed. Two agencies in five are sound: any finding there is false. A
proof is wrong where its cell was not misprinted, or where the right figure is not within what two
independent relations confirm. Its last digits are off where of two slips in one total the smaller
hides behind the larger: they rest on one relation, and the proof says so.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from lkjip_analysis.numbers.exact import Fraction

HOME = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HOME), str(HOME / "benchmarks")]

from agencies import Slipped, name_of, write_agency  # noqa: E402
from memory import peak_memory  # noqa: E402

from lkjip_analysis.building.nation.dataset import blocks  # noqa: E402
from lkjip_analysis.numbers.printed import SCALE_WORDS, read  # noqa: E402

Row = dict[str, Any]
Found = dict[str, list[Row]]
CONFIRMED, IMPLIED = ("dikuatkan_bawah", "dikuatkan_atas"), ("bawah", "atas")
FINDING = ["instansi", "putusan", "sel", *IMPLIED, *CONFIRMED]
ROWS = ("one slip in a report", "  watched by a category only", "two or three slips")
UNITS = ("unit", "persen", "rupiah", "dolar AS", "%")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--agencies", type=int, nargs="+", default=[10, 100, 1000, 10000])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    told = parser.parse_args()
    assert not SCALE_WORDS.keys() & set(UNITS)
    print("agencies   figures  seconds  per s   CPU s  peak MiB   again  unread  false  "
          "wrong cell  wrong value  last digits off")  # fmt: skip
    for count in told.agencies:
        with tempfile.TemporaryDirectory() as folder:
            slips = written(Path(folder), range(told.seed, told.seed + count), told.workers)
            seconds, cpu, peak = verified(Path(folder), told.workers)
            few_changed = changed(Path(folder), range(told.seed, told.seed + count))
            again, _, _ = verified(few_changed, told.workers)
            figures, unread, found = read_back(Path(folder) / "hasil")
            rows, wrong = judged(slips, found)
        false = sum(1 for name in found if not slips.get(name))
        memory = f"{peak:8.0f}" if peak else "       -"
        print(f"{count:8}{figures:10}{seconds:9.1f}{count / seconds:7.1f}{cpu:8.1f}  {memory}"
              f"{again:8.1f}"
              f"{unread:8}{false:7}{sum(said == 'cell' for said, _ in wrong):12}"
              f"{sum(said == 'value' for said, _ in wrong):13}"
              f"{sum(said == 'digits' for said, _ in wrong):17}")  # fmt: skip
        for said, line in wrong:
            print(f"WRONG {said}: {line}")
    printed(rows)


def written(base: Path, seeds: range, workers: int) -> dict[str, tuple[Slipped, ...]]:
    """Write the agencies; the slips of each."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        made = pool.map(partial(write_agency, base), seeds, chunksize=50)
        return {name_of(seed): slips for seed, slips in zip(seeds, made, strict=True)}


def changed(base: Path, seeds: range) -> Path:
    """The agencies, one in a hundred of them with a remark that was not there before."""
    for seed in seeds[::100]:
        (told,) = (base / "raw" / name_of(seed)).glob("*/laporan.yaml")
        told.write_text(told.read_text(encoding="utf-8") + "# dibaca ulang\n", encoding="utf-8")
    return base


def verified(base: Path, workers: int) -> tuple[float, float, float]:
    """Seconds, CPU seconds and peak memory (MiB) of verifying all of them with the command line."""
    command = [sys.executable, "-m", "lkjip_analysis", "verify", "--all", "--data", str(base)]
    command += ["--output", str(base / "hasil"), "--workers", str(workers)]
    started, used = time.perf_counter(), _cpu()
    process = subprocess.Popen(command, cwd=HOME, stdout=subprocess.DEVNULL)
    peaks: dict[int, int] = {}
    while process.poll() is None:
        for member in _family(process.pid):
            peaks[member] = max(peaks.get(member, 0), peak_memory(member))
        time.sleep(0.1)
    seconds = time.perf_counter() - started
    if process.returncode not in (0, 1):
        sys.exit(f"lkjip verify --all ended with {process.returncode}")
    return seconds, _cpu() - used, sum(peaks.values()) / 1024


def _cpu() -> float:
    """CPU seconds of the children that have ended and of theirs."""
    told = os.times()
    return told.children_user + told.children_system


def _family(process: int) -> list[int]:
    """A process and its descendants, where the system tells them."""
    try:
        told = [path.read_text() for path in Path(f"/proc/{process}/task").glob("*/children")]
    except OSError:
        return []
    children = [int(child) for line in told for child in line.split()]
    return [process, *(member for child in children for member in _family(child))]


def read_back(folder: Path) -> tuple[int, int, Found]:
    """How many figures were read, how many reports were not, and the findings of each agency."""
    figures = unread = 0
    for _, block in blocks(folder, "laporan", ["angka", "masalah"]):
        figures += sum(block["angka"])
        unread += sum(bool(problem) for problem in block["masalah"])
    found: Found = {}
    for _, block in blocks(folder, "temuan", FINDING):
        for values in zip(*(block[name] for name in FINDING), strict=True):
            row = dict(zip(FINDING, values, strict=True))
            found.setdefault(row["instansi"], []).append(row)
    return figures, unread, found


def judged(
    slips: dict[str, tuple[Slipped, ...]], found: Found
) -> tuple[dict[str, Counter[str]], list[tuple[str, str]]]:
    """What became of the slips, by row of the table; and every wrong proof."""
    rows: dict[str, Counter[str]] = {row: Counter() for row in ROWS}
    wrong = []
    for name, made in slips.items():
        findings = found.get(name, [])
        right = {slip.sel: slip.right for slip in made}
        proven = [row for row in findings if row["putusan"] == "terbukti"]
        for row in proven:
            if said := _mistake(row, right):
                wrong.append((said, f"{name} {row} among {len(made)} slips"))
        for slip in made:
            single = len(made) == 1
            row = ROWS[2] if not single else ROWS[slip.sel.startswith("koperasi[")]
            rows[row].update(["slips", *_became(slip, findings)])
    return rows, wrong


def _mistake(row: Row, right: dict[str, str]) -> str:
    """What is wrong with a proof: its cell was not misprinted, or the right figure is another."""
    cell = row["sel"][0]
    if cell not in right:
        return "cell"
    value = read(right[cell], units=UNITS).value
    for ends, said in ((CONFIRMED, "value"), (IMPLIED, "digits")):
        low, high = (Fraction(str(row[end])) if row[end] else value for end in ends)
        if not low <= value <= high:
            return said
    return ""


def _became(slip: Slipped, findings: list[Row]) -> list[str]:
    wrong = [row for row in findings if row["putusan"] != "pembulatan"]
    if not wrong:
        return ["rounding"] if findings else []
    figures = [row for row in wrong if row["putusan"] in ("terbukti", "ambigu")]
    said = ["detected"]
    if any(slip.sel in row["sel"] for row in figures):
        said.append("named")
    if any(row["putusan"] == "terbukti" and slip.sel in row["sel"] for row in figures):
        said.append("proven")
    return said


def printed(rows: dict[str, Counter[str]]) -> None:
    """Shares of the slips that rounding does not explain; of the largest run."""
    print(f"\n{'':30}{'slips':>7}{'rounding':>10}{'detected':>12}{'named':>12}{'proven':>12}")
    for row, counts in rows.items():
        seen = counts["slips"] - counts["rounding"]
        shares = "".join(
            f"{100 * counts[name] / seen:>10.1f} %" if seen else f"{'-':>12}"
            for name in ("detected", "named", "proven")
        )
        print(f"{row:30}{counts['slips']:>7}{counts['rounding']:>10}{shares}")


if __name__ == "__main__":
    main()
