"""How long `periksa` takes for one long born-digital PDF full of tables, and how much memory.

    python benchmarks/long_document.py [--tables 226] [--style 0]

The tables are those of `slipped_documents.py`, 226 of them on about 150 pages. What processes read
side by side is held against what one process reads.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HOME), str(HOME / "tests"), str(HOME / "benchmarks")]

from memory import peak_memory  # noqa: E402
from pdf_reports import Report, Style  # noqa: E402
from slipped_documents import sound_report, styles, written  # noqa: E402

from lkjip_analysis.intake.pdf.read_pdf import read_pdf  # noqa: E402
from lkjip_analysis.output.examined.examining import tried  # noqa: E402


def long_report(style: Style, count: int) -> Report:
    """So many tables of made-up reports as one report."""
    reports = [sound_report(style, seed) for seed in range(-(-count // 3))]
    tables = [table for report in reports for table in report.tables][:count]
    prose = [sentence for report in reports for sentence in report.prose][:count]
    numbered = [replace(t, label=f"Tabel 3.{i}") for i, t in enumerate(tables, 1)]
    return Report(style, tuple(numbered), tuple(prose))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=226)
    parser.add_argument("--style", type=int, default=0, help="which of the styles")
    options = parser.parse_args()
    style = replace(styles()[options.style], rows=30)
    with tempfile.TemporaryDirectory() as name:
        path = written(long_report(style, options.tables), Path(name) / "panjang.pdf")
        start, used = time.perf_counter(), time.process_time()
        outcome = tried(path, Path(name) / "hasil", ("", 0, ""))
        seconds, own = time.perf_counter() - start, time.process_time() - used
        held = peak_memory() // 1024
        print(f"{seconds:.1f} s; this process {own:.1f} s of a processor and {held} MB", flush=True)
        print(outcome.problem or outcome.counted)
        beside, alone = read_pdf(path), read_pdf(path, workers=1)
        print(f"{alone.pages} pages; the same from one process: {beside.blocks == alone.blocks}")


if __name__ == "__main__":
    main()
