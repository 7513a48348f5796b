"""How many misprints are found, located and proven, and how often a right figure is accused.

    python benchmarks/typos.py [--seed 2021] [--singles 3000] [--pairs 1000] [--onward 1000]

Base: the 2021 report with every finding corrected. Three families: single slips, independent
pairs, and slips copied onward. A finding counts as wrong when it proves a cell that was not
misprinted, or an interval that does not hold what the cell printed before.

Figures watched by a category only stand in a row of their own: most slips leave the category as it
is, and then no relation of the report is touched. Three more columns show what the report itself
allows. "breaks a relation": after the slip some relation no longer holds; where all still do, the
report agrees with itself and no reader could object. "nothing copied": the right cell is the only
repair, if no figure was computed from a wrong one. "slip or newer": two
relations that testify apart name the cell, which is wrong or newer than what rests on it; that is
said and nothing else left open. "two proofs": two relations that share no figure but this one watch
the cell, without which nothing can be proven; a row holds those slips alone.
Every repair of a sample is checked again by tools/recheck.py: where several mend everything, no
reader of this report alone could decide between them.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from itertools import combinations
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HOME), str(HOME / "tests"), str(HOME / "benchmarks")]
sys.path.append(str(HOME / "tools"))

from folders import sound_blora  # noqa: E402
from misprints import Misprint, copied_onward, misprinted, pairs, singles  # noqa: E402
from recheck import problems  # noqa: E402

from lkjip_analysis.checking.certificates import certificate, certified  # noqa: E402
from lkjip_analysis.checking.findings.finding import Finding, Remedy  # noqa: E402
from lkjip_analysis.checking.findings.wording import NEWER, OUTDATED  # noqa: E402
from lkjip_analysis.checking.verify import Verification, verify  # noqa: E402
from lkjip_analysis.report.report import Report  # noqa: E402
from lkjip_analysis.report.tables import Address  # noqa: E402
from lkjip_analysis.rules import InBand, Rule  # noqa: E402
from lkjip_analysis.rules.binding.rulebook import bind  # noqa: E402

COLUMNS = (
    "breaks a relation", "detected", "unique minimum", "nothing copied", "terbukti",
    "slip or newer", "two proofs", "true cell among repairs",
)  # fmt: skip
OF_ALL = ("breaks a relation", "detected", "two proofs")
"""Shares of all slips outside rounding; the last of those a figure was named for, else detected."""

RECHECKED = 10


def corrected() -> Report:
    """The 2021 report with every finding corrected."""
    with tempfile.TemporaryDirectory() as folder:
        return sound_blora(Path(folder))


def judge(report: Report, misprint: Misprint, found: Verification) -> set[str]:
    """What became of one misprint."""
    wrong = [f for f in found.findings if f.standing != "pembulatan"]
    said = {"detected"} if wrong else {"rounding"} if found.findings else set()
    # Words and categories that no longer fit say that something is wrong, not which figure.
    if any(finding.kind == "angka" for finding in wrong):
        said.add("located")
    for finding in wrong:
        roots = [{part.cell.address for part in r.cells} for r in finding.smallest]
        named = finding.remedies if finding.kind == "angka" else ()
        if any(_names_the_slip(remedy, misprint) for remedy in named):
            said.add("true cell among repairs")
        if len(roots) == 1 and roots[0] <= set(misprint.roots):
            said.add("unique minimum")
        alone = [remedy for remedy in finding.smallest if not remedy.follows]
        if len(alone) == 1 and alone[0].cells[0].cell.address in misprint.roots:
            said.add("nothing copied")
        said.update(["slip or newer"] * _is_slip_or_newer(finding, misprint))
        if finding.cell and finding.implied and finding.confirmed:
            said.add("terbukti")
            if finding.cell.address not in misprint.texts:
                said.add("WRONG CELL")
            elif not finding.confirmed.contains(report.cell(finding.cell.address).point):
                said.add("WRONG VALUE")
            elif not finding.implied.contains(report.cell(finding.cell.address).point):
                said.add("last digits off")
    return said


def _is_slip_or_newer(finding: Finding, misprint: Misprint) -> bool:
    """Does it say of the misprinted cell alone that it is wrong, or newer than what rests on it?"""
    alone = [remedy for remedy in finding.remedies if not remedy.act]
    is_its = len(alone) == 1 and alone[0].cells[0].cell.address in misprint.roots
    return is_its and any(why in finding.message for why in (OUTDATED, NEWER))


def _names_the_slip(remedy: Remedy, misprint: Misprint) -> bool:
    """Is this repair the misprint? Of equal copies any may be named first, if it moves them all."""
    roots = {part.cell.address for part in remedy.cells}
    moved = roots | {part.cell.address for part in remedy.follows}
    return bool(set(misprint.roots) & moved) and bool(roots & set(misprint.texts))


def run(name: str, report: Report, rules: tuple[Rule, ...], made: list[Misprint]) -> None:
    """Verify every misprint of a family and print what was found, by kind and by table."""
    reckoned = {cell for rule in rules if not isinstance(rule, InBand) for cell in rule.cells}
    provable = {cell for cell in reckoned if _has_two_proofs(cell, rules)}
    rows: dict[str, Counter[str]] = {}
    rechecks: Counter[bool] = Counter()
    started = time.perf_counter()
    for number, misprint in enumerate(made):
        found = verify(misprinted(report, misprint), rules)
        said = judge(report, misprint, found)
        if found.failed or said & {"detected"}:
            said.add("breaks a relation")
        if misprint.roots[0] in provable:
            said.add("two proofs")
        kinds = [name, f"  {misprint.kind}", f"  in {misprint.roots[0].table}"]
        kinds += ["  two proofs"] if misprint.roots[0] in provable else []
        if misprint.roots[0] not in reckoned:
            kinds = ["by a category only"]
        for row in kinds:
            rows.setdefault(row, Counter()).update(["n", *said])
        if number % RECHECKED == 0:
            rechecks.update(_rechecked(found))
        for wrong in sorted(said & {"WRONG CELL", "WRONG VALUE"}):
            print(wrong, {str(k): v for k, v in misprint.texts.items()})
    print(f"{name:30}{'n':>6}{'pemb.':>7}" + "".join(f"{c:>24}" for c in COLUMNS) + "   wrong")
    for row in sorted(rows, key=lambda r: (r != name, r)):
        counts = rows[row]
        seen = counts["n"] - counts["rounding"]
        shares = "".join(f"{_share(counts[c], _of(c, counts, seen)):>24}" for c in COLUMNS)
        wrong = f"{counts['WRONG CELL']}+{counts['WRONG VALUE']}"
        print(f"{row:30}{counts['n']:>6}{counts['rounding']:>7}{shares}   {wrong}")
    print(f"certificates rechecked: {rechecks.total()}, not holding: {rechecks[False]}")
    print(f"{time.perf_counter() - started:.0f} s\n")


def _of(column: str, counts: Counter[str], seen: int) -> int:
    """What a column is a share of."""
    if column in OF_ALL:
        return seen
    return counts["located" if column == "true cell among repairs" else "detected"]


def _has_two_proofs(cell: Address, rules: tuple[Rule, ...]) -> bool:
    """Do two relations with no other cell in common watch this one?"""
    near = [set(r.cells) - {cell} for r in rules if cell in r.cells and not isinstance(r, InBand)]
    return any(not first & second for first, second in combinations(near, 2))


def _rechecked(found: Verification) -> list[bool]:
    """Does each certificate of these findings hold before the independent program?"""
    proofs = [certificate(found, finding) for finding in certified(found)]
    return [not list(problems(json.loads(json.dumps(proof)))) for proof in proofs]


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
    cells = [c for c in report.figures() if c.address in watched and not c.derived]
    run("single slips", report, rules, singles(report, cells, told.seed, told.singles))
    run("independent pairs", report, rules, pairs(report, cells, told.seed, told.pairs))
    onward = copied_onward(report, rules, cells, told.seed, told.onward)
    run("copied onward", report, rules, onward)


if __name__ == "__main__":
    main()
