"""Does "terbukti" survive an adversary who knows what people do to reports?

    python benchmarks/adversary.py [--seed 1] [--reports 20000] [--family WORD] [--structure WORD]

Made-up reports of many structures (structures.py) suffer what people do to them (human_errors.py):
slips, slips copied onward, updates half done, cells, rows and columns exchanged, amounts moved,
other units, rounding of every kind. Both sides are counted: right figures called proven, proofs
whose confirmed interval leaves the truth out, sound reports with findings; and how much is found,
named among the repairs, and proven.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HOME), str(HOME / "benchmarks")]

from copied_errors import BY_COPYING  # noqa: E402
from district_structures import DISTRICTS  # noqa: E402
from draft_errors import BY_DRAFTS  # noqa: E402
from human_errors import FAMILIES  # noqa: E402
from left_out_errors import BY_LEAVING_OUT  # noqa: E402
from office_errors import BY_OFFICES  # noqa: E402
from office_structures import OFFICE  # noqa: E402
from several_hands import BY_SEVERAL_HANDS  # noqa: E402
from sheet_errors import BY_SHEETS  # noqa: E402
from sheet_structures import SHEETS  # noqa: E402
from source_errors import BY_SOURCES  # noqa: E402
from structures import STRUCTURES, Figures, Made, made_right  # noqa: E402
from wider_errors import OTHERS  # noqa: E402
from wider_structures import WIDER  # noqa: E402

from lkjip_analysis.checking.findings.finding import Remedy  # noqa: E402
from lkjip_analysis.checking.findings.simplest_repair import simplest_repair  # noqa: E402
from lkjip_analysis.checking.verify import Verification, verify  # noqa: E402
from lkjip_analysis.numbers.printed import step  # noqa: E402
from lkjip_analysis.report.loading import load  # noqa: E402
from lkjip_analysis.report.report import Report, rewrite  # noqa: E402
from lkjip_analysis.rules import Rule  # noqa: E402
from lkjip_analysis.rules.binding.rulebook import bind  # noqa: E402

EVERY = {**FAMILIES, **OTHERS, **BY_OFFICES, **BY_SHEETS, **BY_COPYING, **BY_SOURCES, **BY_DRAFTS,
         **BY_LEAVING_OUT, **BY_SEVERAL_HANDS}  # fmt: skip
ALL_STRUCTURES = (*STRUCTURES, *WIDER, *OFFICE, *SHEETS, *DISTRICTS)
EACH = 60
"""So many reports are made of one set of right figures, which is loaded once."""

TEN = 10
"""A rate that misses by fewer units of its last digit is rounded in some way, and no slip."""

BAD = ("RIGHT CALLED WRONG", "TRUTH NOT CONFIRMED", "TRUTH NOT OFFERED", "sound but found")
FIRST = ("told first", "right told first")
"""What a finding that proves nothing tells first, as the shortest repair; and how often a figure
that is right is told so."""
SHOWN = ("n", "found", "truth among repairs", "terbukti", *FIRST, *BAD)


@dataclass(frozen=True)
class Attacked:
    """One report that people did something to: what, the truth, and what is printed."""

    family: str
    kind: str
    made: Made
    printed: Figures
    report: Report
    rules: tuple[Rule, ...]


def attacked(seed: int, count: int, only: str = "", structure: str = "") -> Iterator[Attacked]:
    """So many reports of all structures and families in turn."""
    rng = random.Random(seed)
    names = [name for name in EVERY if only in name]
    some = [one for one in ALL_STRUCTURES if structure in one.__name__]
    made, turn = 0, 0
    while made < count:
        right = made_right(some[turn % len(some)], rng)
        turn += 1
        with tempfile.TemporaryDirectory() as folder:
            right.write(Path(folder), right.figures)
            report = load("dinas-uji", 2024, Path(folder))
        rules = tuple(bind(report))
        for number in range(min(EACH, count - made)):
            name = names[(turn * EACH + number) % len(names)]
            kind, act = EVERY[name]
            printed = act(right, rng)
            if printed is None or (printed == right.figures and kind != "sound"):
                continue
            changed = (
                rewrite(report.cell(where), right.text(where, value))
                for where, value in printed.items()
                if value != right.figures[where]
            )
            made += 1
            empty = [rewrite(report.cell(w), "-") for w in right.figures.keys() - printed.keys()]
            holding = report.holding([*changed, *empty])
            bound = tuple(bind(holding)) if empty else rules
            yield Attacked(name, kind, right, printed, holding, bound)


def judged(one: Attacked, found: Verification) -> set[str]:
    """What became of one report."""
    truth = one.made.figures
    wrong = {where for where, value in truth.items() if one.printed.get(where) != value}
    findings = [f for f in found.findings if f.is_wrong]
    said = {"found"} if findings else set()
    if one.kind == "sound":
        return said | ({"sound but found"} if findings else set())
    for finding in findings:
        for remedy in finding.remedies:
            if {part.cell.address for part in remedy.cells} <= wrong:
                said.add("truth among repairs")
                said.update(["TRUTH NOT OFFERED"] * _misleads(one, remedy))
        if finding.verdict == "ambigu" and (first := simplest_repair(finding.remedies)):
            said.add(FIRST[first[0].cells[0].cell.address not in wrong])
        if finding.verdict == "terbukti" and finding.cell and finding.confirmed:
            said.add("terbukti")
            where = finding.cell.address
            if where not in wrong:
                said.add("RIGHT CALLED WRONG")
            elif not finding.confirmed.contains(one.made.true(where)):
                said.add("TRUTH NOT CONFIRMED")
    return said


def _misleads(one: Attacked, remedy: Remedy) -> bool:
    """Does a repair by one figure, which names the slip, show prints that leave the truth out?"""
    part, made = remedy.cells[0], one.made
    where = part.cell.address
    missed = abs(one.printed.get(where, 0) - made.figures[where]) / step(made.places[where])
    is_slip = one.kind == "slip" and (missed >= TEN or not made.places[where])
    is_one = not remedy.act and len(remedy.cells) == 1 and part.prints is not None
    return is_one and is_slip and not part.prints.contains(made.true(where))


def told(one: Attacked, found: Verification) -> str:
    """A report that went wrong, for a person to look at."""
    truth = one.made.figures
    changed = "; ".join(
        f"{where} {one.made.text(where, value)} -> "
        + (one.made.text(where, one.printed[where]) if where in one.printed else "-")
        for where, value in truth.items()
        if one.printed.get(where) != value
    )
    proven = "; ".join(f.message[:200] for f in found.findings if f.verdict == "terbukti")
    return f"{one.made.name}, {one.family}: {changed} || {proven}"


def run(reports: Iterator[Attacked], show: int = 20) -> tuple[dict[str, Counter[str]], list[float]]:
    rows: dict[str, Counter[str]] = {}
    times: list[float] = []
    for one in reports:
        started = time.process_time()  # of this process alone, on a machine that has other work
        found = verify(one.report, one.rules)
        times.append(time.process_time() - started)
        said = judged(one, found)
        for row in ("all", f"= {one.kind}", f"  {one.family}", f"~ {one.made.name}"):
            rows.setdefault(row, Counter()).update(["n", *said])
        if said & set(BAD) and show > 0:
            show -= 1
            print(f"{', '.join(sorted(said & set(BAD)))}: {told(one, found)}")
    return rows, times


def table(rows: dict[str, Counter[str]]) -> Iterator[str]:
    yield f"{'':28}" + "".join(f"{name:>21}" for name in SHOWN)
    for row in sorted(rows, key=lambda name: ("=~ ".find(name[0]), name)):
        yield f"{row:28}" + "".join(f"{rows[row][name]:>21}" for name in SHOWN)


def main(words: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--family", default="")
    parser.add_argument("--structure", default="")
    parser.add_argument("--show", type=int, default=20)
    asked = parser.parse_args(words)
    reports = attacked(asked.seed, asked.reports, asked.family, asked.structure)
    rows, times = run(reports, asked.show)
    print("\n".join(table(rows)))
    print(f"{len(times)} reports, mean {sum(times) / len(times):.3f} s, slowest {max(times):.2f} s")


if __name__ == "__main__":
    main()
