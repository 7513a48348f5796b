"""How many small changes to the code the tests notice, and which they do not.

mutmut makes the changes, one at a time; each is tried in a process of its own, forked after
everything that never changes has been loaded. A change that no test notices is printed.

    pip install mutmut==2.5.1          # asked for by nothing else
    python benchmarks/mutants.py printed metrics rules
    python benchmarks/mutants.py judging --sample 150 --seed 2022
"""

from __future__ import annotations

import argparse
import difflib
import gc
import importlib
import importlib.util
import os
import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.abc import InspectLoader, MetaPathFinder
from pathlib import Path

import pytest
from hypothesis import settings
from mutmut import Context, list_mutations, mutate

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "lkjip_analysis"
LIMIT = 60
"""Seconds of computing that one change may take; longer is a hang, which is noticed too."""

TESTS: dict[str, tuple[str, ...]] = {
    "printed": ("printed", "metrics", "targets"),
    "written": ("printed", "metrics", "repairs"),
    "metrics": ("metrics", "targets", "rules"),
    "rules": ("rules", "targets", "oracles", "rounding", "repairs"),
    "interval": ("interval", "rules"),
    "judging": ("coverage", "slips", "attacks", "antar_tahun", "certificates", "verify"),
    "verify": ("slips", "attacks", "oracles", "verify"),
}
VERDICTS = ("repairs", "rounding", "slips", "attacks", "oracles", "verify")
"""The tests that are run against changes in a module, one file after the other; else VERDICTS."""


TYPES = re.compile(r"^\w+ = (?:Literal\[|TypeVar\(|Callable\[)")
"""Names of types: no run can tell them apart, mypy can. They are left out."""


@dataclass(frozen=True)
class Mutant:
    """One changed line of one module: its place, the text of the whole changed module."""

    path: Path
    line: int
    before: str
    source: str

    @property
    def module(self) -> str:
        dotted = ".".join(self.path.relative_to(ROOT).with_suffix("").parts)
        return dotted.removesuffix(".__init__")

    def __str__(self) -> str:
        old, new = self.path.read_text("utf-8").splitlines(), self.source.splitlines()
        changed = list(difflib.unified_diff(old, new, n=0, lineterm=""))[3:]
        return f"{self.path.relative_to(PACKAGE)}:{self.line}\n  " + "\n  ".join(changed)


class Changed(InspectLoader, MetaPathFinder):
    """Imports one module from a changed text, all others as they are."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, name, path=None, target=None):
        if name != self.mutant.module:
            return None
        return importlib.util.spec_from_file_location(name, self.mutant.path, loader=self)

    def get_source(self, name: str) -> str:
        return self.mutant.source

    def get_code(self, name: str):
        return compile(self.mutant.source, str(self.mutant.path), "exec", dont_inherit=True)


def mutants(area: str) -> Iterator[Mutant]:
    """Every change that mutmut makes to a module or to the modules of a folder."""
    whole = PACKAGE / f"{area}.py"
    for path in [whole] if whole.exists() else sorted((PACKAGE / area).glob("*.py")):
        source = path.read_text("utf-8")
        for place in list_mutations(Context(source=source, filename=str(path))):
            context = Context(source=source, filename=str(path), mutation_id=place)
            changed, count = mutate(context)
            if count and changed != source and not TYPES.search(place.line):
                yield Mutant(path, place.line_number + 1, place.line, changed)


def unchanged(path: Path) -> Mutant:
    """A module as it is, tried like a change: its tests must not notice anything."""
    return Mutant(path, 0, "", path.read_text("utf-8"))


def preload() -> None:
    """Loads what no change touches, so that each forked process starts with it."""
    for module in ("cli", "verify", "trends", "hypothesis.strategies", "pandas"):
        name = module if "." in module or module == "pandas" else f"lkjip_analysis.{module}"
        importlib.import_module(name)
    for name in [name for name in sys.modules if name.split(".")[0] == "lkjip_analysis"]:
        del sys.modules[name]


def start(mutant: Mutant, tests: list[str]) -> int:
    """Runs the tests on a change in a forked process; its process number."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
    sys.meta_path.insert(0, Changed(mutant))
    # Few examples and no deadline: a busy machine must not look like a change that was noticed.
    settings.register_profile(
        "few", max_examples=20, derandomize=True, deadline=None, database=None
    )
    settings.load_profile("few")
    for test in tests:
        if ended := pytest.main(["-x", "-q", "-p", "no:cacheprovider", test]):
            os._exit(int(ended))
    os._exit(0)


def tried(chosen: list[Mutant], tests: list[str], workers: int) -> Iterator[tuple[Mutant, str]]:
    """Each change with what became of it: noticed, hung or lived."""
    waiting, running = list(chosen), {}
    gc.collect()
    gc.freeze()  # nothing that was loaded before is copied by the forks
    while waiting or running:
        while waiting and len(running) < workers:
            mutant = waiting.pop(0)
            running[start(mutant, tests)] = mutant
        child, status = os.wait()
        hung = os.WIFSIGNALED(status)
        yield running.pop(child), "hung" if hung else "noticed" if status else "lived"


def report(area: str, sample: int | None, seed: int, workers: int) -> None:
    every = list(mutants(area))
    chosen = every
    if sample and sample < len(every):
        chosen = random.Random(seed).sample(every, sample)
    names = TESTS.get(area, VERDICTS)
    files = [ROOT / "tests" / f"test_{name}.py" for name in names]
    tests = [str(file) for file in files]
    counts: Counter[str] = Counter()
    begun = time.monotonic()
    if [end for _, end in tried([unchanged(every[0].path)], tests, 1)] != ["lived"]:
        raise SystemExit(f"the tests of {area} fail on the code as it is")
    for mutant, end in tried(chosen, tests, workers):
        counts[end] += 1
        if end == "lived":
            print(mutant, flush=True)
    noticed = counts["noticed"] + counts["hung"]
    print(
        f"{area}: {len(every)} changes, {len(chosen)} tried, {noticed} noticed "
        f"({counts['hung']} by hanging), {counts['lived']} lived: {noticed / len(chosen):.1%}, "
        f"{time.monotonic() - begun:.0f} s",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("areas", nargs="+", help="modules or folders of lkjip_analysis")
    parser.add_argument("--sample", type=int, help="try only so many changes, drawn at random")
    parser.add_argument("--seed", type=int, default=2022)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    os.chdir(ROOT)
    preload()
    for area in given.areas:
        report(area, given.sample, given.seed, given.workers)


if __name__ == "__main__":
    main()
