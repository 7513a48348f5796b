"""How many misprints are found, located and proven, and how often a right figure is accused.

    python benchmarks/typos.py [--seed 2021] [--singles 3000] [--pairs 1000] [--onward 1000]

Base: the 2021 report with every finding corrected. Three families: single slips, independent
pairs, and slips copied onward. A finding counts as wrong when it proves a cell that was not
misprinted, or an interval that does not hold what the cell printed before.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HOME), str(HOME / "tests"), str(HOME / "benchmarks")]

from folders import sound_blora  # noqa: E402
from misprints import Misprint, copied_onward, misprinted, pairs, singles  # noqa: E402

from lkjip_analysis.findings import Remedy  # noqa: E402
from lkjip_analysis.report import Report  # noqa: E402
from lkjip_analysis.rulebook import bind  # noqa: E402
from lkjip_analysis.rules import Rule  # noqa: E402
from lkjip_analysis.verify import Verification, verify  # noqa: E402


def corrected() -> Report:
    """The 2021 report with every finding corrected."""
    with tempfile.TemporaryDirectory() as folder:
        return sound_blora(Path(folder))


def judge(report: Report, misprint: Misprint, found: Verification) -> set[str]:
    """What became of one misprint."""
    wrong = [f for f in found.findings if f.standing != "pembulatan"]
    said = {"detected"} if wrong else {"rounding"} if found.findings else set()
    for finding in wrong:
        roots = [{part.cell.address for part in r.cells} for r in finding.remedies]
        if any(_names_the_slip(remedy, misprint) for remedy in finding.remedies):
            said.add("true cell among repairs")
        if len(roots) == 1 and roots[0] <= set(misprint.roots):
            said.add("unique minimum")
        if finding.verdict == "terbukti" and finding.cell and finding.implied:
            said.add("terbukti")
            if finding.cell.address not in misprint.texts:
                said.add("WRONG CELL")
            elif not finding.implied.contains(report.cell(finding.cell.address).point):
                said.add("WRONG VALUE")
    return said


def _names_the_slip(remedy: Remedy, misprint: Misprint) -> bool:
    """Is this repair the misprint? Of equal copies any may be named first, if it moves them all."""
    roots = {part.cell.address for part in remedy.cells}
    moved = roots | {part.cell.address for part in remedy.follows}
    return bool(set(misprint.roots) & moved) and bool(roots & set(misprint.texts))


def run(name: str, report: Report, rules: tuple[Rule, ...], made: list[Misprint]) -> None:
    """Verify every misprint of a family and print what was found, by kind and by table."""
    watched = {cell for rule in rules for cell in rule.cells}
    rows: dict[str, Counter[str]] = {}
    started = time.perf_counter()
    for misprint in made:
        if not any(cell in watched for cell in misprint.texts):
            continue
        said = judge(report, misprint, verify(misprinted(report, misprint), rules))
        for row in (name, f"  {misprint.kind}", f"  in {misprint.roots[0].table}"):
            rows.setdefault(row, Counter()).update(["n", *said])
        for wrong in sorted(said & {"WRONG CELL", "WRONG VALUE"}):
            print(wrong, {str(k): v for k, v in misprint.texts.items()})
    columns = ("detected", "unique minimum", "terbukti", "true cell among repairs")
    print(f"{name:34}{'n':>6}{'pemb.':>7}" + "".join(f"{c:>25}" for c in columns) + "   wrong")
    for row in sorted(rows, key=lambda r: (r != name, r)):
        counts = rows[row]
        seen = counts["n"] - counts["rounding"]
        shares = "".join(
            f"{_share(counts[c], counts['detected'] if i else seen):>25}"
            for i, c in enumerate(columns)
        )
        wrong = f"{counts['WRONG CELL']}+{counts['WRONG VALUE']}"
        print(f"{row:34}{counts['n']:>6}{counts['rounding']:>7}{shares}   {wrong}")
    print(f"{time.perf_counter() - started:.0f} s\n")


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {100 * part / whole:.1f} %" if whole else "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=2021)
    for family, count in (("singles", 3000), ("pairs", 1000), ("onward", 1000)):
        parser.add_argument(f"--{family}", type=int, default=count)
    told = parser.parse_args()
    report = corrected()
    rules = bind(report)
    left = verify(report, rules).findings
    assert not left, [finding.message for finding in left]
    watched = {cell for rule in rules for cell in rule.cells}
    cells = [cell for cell in report.figures() if cell.address in watched]
    run("single slips", report, rules, singles(report, cells, told.seed, told.singles))
    run("independent pairs", report, rules, pairs(report, cells, told.seed, told.pairs))
    onward = copied_onward(report, rules, cells, told.seed, told.onward)
    run("copied onward", report, rules, onward)


if __name__ == "__main__":
    main()
