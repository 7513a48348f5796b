"""One yearly report by the command lines of papermill and nbconvert, by a papermill loop, by ours.

    python benchmarks/report_speed.py [--runs 3]

Every row runs the same notebooks for the same agency and year, one row after another in each run,
so that a busy machine slows all of them. Medians, with the fastest and slowest run.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from lkjip_analysis.pages.notebooks import sources
from lkjip_analysis.report.workbook_home import SOURCE as HOME

INSTANSI, TAHUN = "dindagkop-ukm-blora", "2021"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(HOME), "PYTHONHASHSEED": "0"}
LOOP = """
import sys, papermill
from nbconvert import HTMLExporter
folder, *notebooks = sys.argv[1:]
for number, notebook in enumerate(notebooks):
    done = papermill.execute_notebook(notebook, f"{folder}/{number}.ipynb", PARAMETERS,
        kernel_name="python3", progress_bar=False)
    html, _ = HTMLExporter(exclude_input=True).from_notebook_node(done)
    open(f"{folder}/{number}.html", "w", encoding="utf-8").write(html)
""".replace("PARAMETERS", repr({"instansi": INSTANSI, "tahun": int(TAHUN)}))


def called(*words: str, told: dict[str, str] = ENVIRONMENT) -> None:
    done = subprocess.run(words, env=told, capture_output=True, text=True, cwd=HOME)
    if done.returncode:
        sys.exit(done.stderr)


def command_lines(folder: Path) -> None:
    """papermill and nbconvert as a user calls them, once for each notebook."""
    for source in sources():
        run = str(folder / source.name)
        given = ("-p", "instansi", INSTANSI, "-p", "tahun", TAHUN, "-k", "python3")
        called(sys.executable, "-m", "papermill", str(source), run, *given, "--no-progress-bar")
        called(sys.executable, "-m", "nbconvert", "--to", "html", "--no-input", run)


def loop(folder: Path) -> None:
    """One process that calls papermill and nbconvert for each notebook."""
    called(sys.executable, "-c", LOOP, str(folder), *map(str, sources()))


def ours(folder: Path) -> None:
    where = ("--reports", str(folder / "reports"))
    called(sys.executable, "-m", "lkjip_analysis", "report", INSTANSI, TAHUN, *where)


def ours_unforked(folder: Path) -> None:
    """As on Windows and macOS, where each kernel is started, not forked."""
    where = ("--reports", str(folder / "unforked"))
    told = ENVIRONMENT | {"LKJIP_FORK": "0"}
    called(sys.executable, "-m", "lkjip_analysis", "report", INSTANSI, TAHUN, *where, told=told)


def seconds(work: Callable[[Path], None], folder: Path) -> float:
    started = time.perf_counter()
    work(folder)
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=3)
    times: dict[str, list[float]] = {}
    for _ in range(parser.parse_args().runs):
        with tempfile.TemporaryDirectory() as name:
            for row, work in (
                ("papermill and nbconvert command lines", command_lines),
                ("papermill loop", loop),
                ("lkjip report, kernels started", ours_unforked),
                ("lkjip report, kernels forked", ours),
                ("lkjip report, nothing changed", ours),
            ):
                times.setdefault(row, []).append(seconds(work, Path(name)))
    first = times["papermill and nbconvert command lines"]
    print(f"{len(sources())} notebooks, {os.cpu_count()} cores, {len(first)} runs")
    print("| way | seconds | fastest to slowest | times faster |\n|---|---|---|---|")
    for row, told in times.items():
        faster = statistics.median(a / b for a, b in zip(first, told, strict=True))
        spread = f"{min(told):.2f} to {max(told):.2f}"
        print(f"| {row} | {statistics.median(told):.2f} | {spread} | {faster:.1f} |")


if __name__ == "__main__":
    main()
