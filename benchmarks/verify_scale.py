"""How long verifying takes on large tables with misprints in them.

    python benchmarks/verify_scale.py [--seed 1] [--figures 100 1000 10000] [--slips 50]

Made-up budget tables of ten programmes each: ceiling, spending and share of every programme, with
totals, copied once into prose. One slip for every 200 figures, at most --slips, is put in at
random. Loading is not counted.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HOME), str(HOME / "tests"), str(HOME / "benchmarks")]

from folders import made_up  # noqa: E402
from misprints import slips_of  # noqa: E402

from lkjip_analysis.checking.verify import verify  # noqa: E402
from lkjip_analysis.numbers.printed import number  # noqa: E402
from lkjip_analysis.report.report import Report, rewrite  # noqa: E402
from lkjip_analysis.report.tables import Address  # noqa: E402
from lkjip_analysis.rules.binding.rulebook import bind  # noqa: E402

ROWS = 10
FIGURES = 3 * (ROWS + 1) + 2
CLAIMS = "kode,bagian,paragraf,tentang,nilai,tipe,satuan,presisi,aturan,sel,dasar,sebab\n"


def sound(figures: int, chance: random.Random, base: Path) -> Report:
    """A report of so many figures in which everything agrees."""
    tables, claims, listed = {}, [CLAIMS], []
    for i in range(max(1, round(figures / FIGURES))):
        name = f"anggaran_{i}"
        rows, totals = [], [0, 0]
        for j in range(ROWS):
            ceiling = chance.randrange(10_000_000, 900_000_000)
            spent = round(ceiling * chance.uniform(0.6, 1.0))
            totals = [totals[0] + ceiling, totals[1] + spent]
            rows.append(_row(f"p{j}", f"Program {j}", ceiling, spent))
        rows.append(_row("jumlah", "Jumlah", *totals))
        tables[name] = "kode,sasaran,program,pagu,realisasi,serapan\n" + "".join(rows)
        listed.append(f"  {name}: {{tipe: anggaran, label: Tabel {i}, transkripsi: ganda}}\n")
        for column, total in zip(("pagu", "realisasi"), totals, strict=True):
            claims.append(
                f"k{i}_{column},BAB III,{i},Jumlah,{number(total)},angka,rupiah,eksak,sama,"
                f"sumber={name}[jumlah].{column},tercetak,\n"
            )
    return made_up(base, "tabel:\n" + "".join(listed), {**tables, "klaim": "".join(claims)})


def _row(key: str, name: str, ceiling: int, spent: int) -> str:
    share = number(100 * spent / ceiling, 2)
    return f'{key},,{name},{number(ceiling)},{number(spent)},"{share}"\n'


def with_slips(report: Report, count: int, chance: random.Random) -> tuple[Report, set[Address]]:
    """The report with so many figures misprinted, and which."""
    cells = [cell for cell in report.figures() if any(slips_of(cell))]
    slipped = [rewrite(cell, chance.choice(list(slips_of(cell)))[1])
               for cell in chance.sample(cells, count)]  # fmt: skip
    return report.holding(slipped), {cell.address for cell in slipped}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--figures", type=int, nargs="+", default=[100, 1000, 10000])
    parser.add_argument("--slips", type=int, default=50)
    told = parser.parse_args()
    print("figures  rules  slips   rules s  verify s (median of 3)  figures/s  findings")
    for size in told.figures:
        chance = random.Random(told.seed)
        with tempfile.TemporaryDirectory() as folder:
            report = sound(size, chance, Path(folder))
        figures = sum(1 for _ in report.figures())
        slips = min(told.slips, max(1, figures // 200))
        report, changed = with_slips(report, slips, chance)
        started = time.perf_counter()
        rules = bind(report)
        bound = time.perf_counter() - started
        times, found = [], None
        for _ in range(3):
            started = time.perf_counter()
            found = verify(report, rules)
            times.append(time.perf_counter() - started)
        assert found is not None
        proven = {f.cell.address for f in found.findings if f.verdict == "terbukti" and f.cell}
        assert proven <= changed, proven - changed
        kinds = ", ".join(
            f"{n} {k}" for k, n in Counter(f.standing for f in found.findings).items()
        )
        middle = statistics.median(times)
        print(f"{figures:7}{len(rules):7}{slips:7}{bound:10.2f}{middle:24.2f}"
              f"{figures / (bound + middle):11.0f}  {kinds}")  # fmt: skip


if __name__ == "__main__":
    main()
