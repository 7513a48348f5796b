"""What large inputs cost: processor seconds, peak memory, and how both grow with the size.

    python benchmarks/input_size.py [--only NAME ...]

Each input is made, in half its size and then whole, and given to its command in a process of its
own, so that each peak is that of one run. Inputs that are to be refused are made in one size.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HOME), str(HOME / "tests"), str(HOME / "benchmarks")]

from large_inputs import (  # noqa: E402
    TABLES,
    budget_book,
    csv_budget,
    document,
    formatted_rows,
    indicator_book,
    letter_by_letter,
    long_text,
    many_rows,
    nested,
    one_paragraph,
    one_sentence,
    opening,
    same_names,
    sheet_with,
    unknown_book,
)
from used import Used, used  # noqa: E402

Make = Callable[[Path, int], Path]
WHOSE = ["--instansi", "x", "--tahun", "2022"]


def wrong_share(path: Path, size: int) -> Path:
    """A data folder of so many rows with one wrong percentage."""
    folder = path.with_suffix("") / "raw" / "x" / "2022"
    folder.mkdir(parents=True)
    head = "instansi: x\nnama: X\ntahun: 2022\ndokumen: LKjIP\ntanggal_data: 2023-01-31\n"
    (folder / "laporan.yaml").write_text(head + TABLES)
    (folder / "anggaran.csv").write_text(csv_budget(size, share=size // 2))
    return path.with_suffix("")


def merged(path: Path, size: int) -> Path:
    return sheet_with(path, "xl/worksheets/sheet1.xml",
                      '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')  # fmt: skip


def deep(path: Path, size: int) -> Path:
    return document(path, opening() + nested(100))


RUNS: dict[str, tuple[Make, str, int, list[str]]] = {
    "import of a budget": (budget_book, ".xlsx", 10_000, ["import", "--ya"]),
    "import of indicators": (indicator_book, ".xlsx", 10_000, ["import", "--ya"]),
    "usul of a budget": (budget_book, ".xlsx", 10_000, ["usul"]),
    "usul of indicators": (indicator_book, ".xlsx", 10_000, ["usul"]),
    "usul of an unknown table": (unknown_book, ".xlsx", 10_000, ["usul"]),
    "usul of rows in Word": (many_rows, ".docx", 10_000, ["usul"]),
    "periksa of rows in Word": (many_rows, ".docx", 10_000, ["periksa"]),
    "usul of paragraphs": (long_text, ".docx", 20_000, ["usul"]),
    "usul of one paragraph": (one_paragraph, ".docx", 1_000, ["usul"]),
    "periksa of formatted rows": (formatted_rows, ".docx", 10_000, ["periksa"]),
    "periksa of 10^5 runs": (letter_by_letter, ".docx", 100_000, ["periksa"]),
    "periksa of one sentence": (one_sentence, ".docx", 40_000, ["periksa"]),
    "usul of rows of one name": (same_names, ".docx", 5_000, ["usul"]),
    "verify with one wrong share": (wrong_share, ".folder", 10_000, ["verify"]),
    "refused: merged to the last cell": (merged, ".xlsx", 0, ["import"]),
    "refused: tables in tables": (deep, ".docx", 0, ["usul"]),
}
"""By name: what makes the input, its ending, its size, and the command."""


def run(name: str, size: int) -> Used:
    """What one run uses."""
    make, ending, _, words = RUNS[name]
    with tempfile.TemporaryDirectory(prefix="lkjip-size-") as base:
        given = make(Path(base) / f"masukan{ending}", size)
        told = ["x", "2022", "--data", str(given)] if words == ["verify"] else [str(given)]
        more = ["--data", base, *WHOSE] if words[0] in ("import", "usul") else []
        if words == ["periksa"]:
            more = ["--instansi", "x", "--tahun", "2022", "-o", str(Path(base) / "hasil")]
        return used([words[0], *told, *words[1:], *more], Path(base))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="*", default=[], help="words of the names to run")
    asked = parser.parse_args()
    print(f"{'input':34}{'size':>8}{'seconds':>9}{'MiB':>7}{'exit':>6}{'times half the size':>21}")
    for name, (_, _, size, _) in RUNS.items():
        if asked.only and not any(word in name for word in asked.only):
            continue
        half = run(name, size // 2).seconds  # what it compiles is not told of the whole
        one = run(name, size)
        grown = f"{one.seconds / half:.1f}" if size else "-"
        told = f"{one.seconds:9.1f}{one.peak:7.0f}{one.code:6}{grown:>21}"
        print(f"{name:34}{size:8}{told}", flush=True)


if __name__ == "__main__":
    main()
