"""What `periksa` finds: in made-up documents with one slip, and in documents with lists of errors.

    python benchmarks/document_findings.py [--slips 12] [--seed 0] [--folder FOLDER] [--show]

Of each made-up report the sound one and one with a slip are examined (`slipped_documents.py`). A
folder holds NAME.pdf with NAME.json: {"errors": [{"page", "printed", "kind", "certainty"}, ...]}.
A finding is on the list where it shows a figure that an error of its page prints.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HOME), str(HOME / "tests"), str(HOME / "benchmarks")]

from slipped_documents import Slip, slipped, sound_report, styles, written  # noqa: E402

from lkjip_analysis.output.examined.examining import tried  # noqa: E402
from lkjip_analysis.output.examined.telling.outcome import Outcome  # noqa: E402

FIGURE = re.compile(r"\d[\d.,]*\d|\d")


def accusing(outcome: Outcome) -> list[dict[str, Any]]:
    """The findings that call something wrong."""
    findings = (outcome.told or {}).get("findings", [])
    return [f for f in findings if f["verdict"] in ("terbukti", "ambigu") or f["kind"] == "klaim"]


def figures_in(text: str) -> list[str]:
    """The figures of a text; sentences print amounts with the sen that lists leave out.

    >>> figures_in("Rp. 668.200.000,00")
    ['668.200.000']
    """
    return [re.sub(r",0+$", "", figure) for figure in FIGURE.findall(text)]


def figures_of(finding: dict[str, Any]) -> set[tuple[int, str]]:
    """The figures that a finding shows, with their pages."""
    return {(cell.get("page", 0), figure) for cell in finding["cells"]
            for figure in figures_in(cell["text"])}  # fmt: skip


def made_up(count: int, seed: int, show: bool, folder: Path) -> Counter[str]:
    """Of so many reports: slips found, false findings of sound ones, wrong proofs."""
    counted: Counter[str] = Counter()
    every = styles()
    for number in range(count):
        style = every[number % len(every)]
        report = sound_report(style, seed + number)
        wrong, slip = slipped(report, seed + number)
        for name, one in (("utuh", report), ("keliru", wrong)):
            path = written(one, folder / f"{name}-{number}.pdf")
            outcome = tried(path, folder / f"hasil-{name}-{number}", ("", 0, ""))
            judge(
                outcome, slip if name == "keliru" else None, counted, f"{style.name} {number}", show
            )
    return counted


def judge(
    outcome: Outcome, slip: Slip | None, counted: Counter[str], name: str, show: bool
) -> None:
    found = accusing(outcome)
    if outcome.problem:
        counted["not read"] += 1
        print(f"  {name}: {outcome.problem}")
    if slip is None:
        counted["sound"] += 1
        counted["sound accused"] += bool(found)
        wrong = found
    else:
        counted["slips"] += 1
        mine = [
            f for f in found if any(text in figures_in(slip.wrong) for _, text in figures_of(f))
        ]
        counted["found"] += bool(mine)
        counted["proven"] += any(f["verdict"] == "terbukti" for f in mine)
        wrong = [f for f in found if f not in mine]
        counted["beside the slip"] += len(wrong)
        wrong += [f for f in mine if f["verdict"] == "terbukti" and f["printed"] != slip.wrong]
        if show and not mine:
            print(f"  {name}: not found {slip}")
    proofs = [f for f in wrong if f["verdict"] == "terbukti"]
    counted["wrong terbukti"] += len(proofs)
    if show:
        for finding in wrong:
            print(f"  {name}: {finding['message'][:300]}")


def of_folder(folder: Path, show: bool, work: Path) -> Iterator[tuple[str, Counter[str]]]:
    """Each document of a folder that has a list of errors beside it."""
    for path in sorted(folder.glob("*.pdf")):
        listed = path.with_suffix(".json")
        if not listed.is_file():
            continue
        errors = json.loads(listed.read_text(encoding="utf-8"))["errors"]
        outcome = tried(path, work / path.stem, ("", 0, ""))
        yield path.name, held_against(outcome, errors, show)


def prints(error: dict[str, Any]) -> set[tuple[int, str]]:
    """The figures of an error with each page it names; a lone digit is no proof of a place."""
    pages = error["page"] if isinstance(error["page"], list) else [error["page"]]
    figures = [f for f in figures_in(str(error["printed"])) if len(f) > 1]
    return {(page, figure) for page in pages for figure in figures}


def held_against(outcome: Outcome, errors: list[dict[str, Any]], show: bool) -> Counter[str]:
    counted: Counter[str] = Counter()
    found = accusing(outcome)
    hit: set[int] = set()
    for finding in found:
        shown = figures_of(finding)
        mine = {i for i, error in enumerate(errors) if prints(error) & shown}
        hit |= mine
        counted["findings"] += 1
        counted["on the list"] += bool(mine)
        counted["terbukti"] += finding["verdict"] == "terbukti"
        counted["terbukti not listed"] += finding["verdict"] == "terbukti" and not mine
        if show:
            pages = sorted({page for page, _ in shown})
            print(
                f"  {'listed' if mine else 'NOT LISTED'}, page {pages}: {finding['message'][:400]}"
            )
    sure = {i for i, e in enumerate(errors) if e["kind"] == "angka" and e["certainty"] == "sure"}
    counted["sure figures"] = len(sure)
    counted["sure figures found"] = len(sure & hit)
    counted["all errors"], counted["all found"] = len(errors), len(hit)
    return counted


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slips", type=int, default=12, help="made-up reports, each twice")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--folder", type=Path, help="documents with lists of their errors")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        start = time.perf_counter()
        if options.slips:
            told = made_up(options.slips, options.seed, options.show, Path(name))
            print(dict(told), f"{time.perf_counter() - start:.0f} s")
        for file, counted in (
            of_folder(options.folder, options.show, Path(name)) if options.folder else ()
        ):
            print(file, dict(counted))


if __name__ == "__main__":
    main()
