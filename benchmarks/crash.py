"""`lkjip report` ended from outside: killed, without space, without leave to write, twice at once.

    python benchmarks/crash.py [--kills 100] [--seed 2021] [--processes 2] [--disks 10] [--pairs 10]

The other commands that write are killed by benchmarks/writers.py.

Each trial has a finished report, changes the agency's name in its data, and makes the report again
while something happens to it. Afterwards the report must be whole, the earlier or the new one: its
pages those of its manifest, to the hash, all with one name, and nothing else to be seen beside it.
No kernel may be left after ten seconds, nothing may end in a traceback, and the next run must give
the new report and leave nothing unfinished. A full and a read-only disk are a small tmpfs where
this may be mounted (Linux, root); elsewhere files may only grow to a limit.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
INSTANSI, TAHUN = "dinas-contoh", "2022"
NAMES = ("Dinas Contoh", "Dinas Teladan")
GRACE = 10
"""Seconds after which no kernel of a killed run may be left."""
DISK = 3_000_000


@dataclass
class Place:
    """A data folder and a folder of reports of its own, and the name that its data tell."""

    base: Path
    name: str = NAMES[0]
    longest: float = 0
    """Seconds that the last run took which was left in peace."""

    @property
    def reports(self) -> Path:
        return self.base / "reports"

    def rename(self) -> None:
        """The data tell another name, so that every page has to be made again."""
        path = self.base / "raw" / INSTANSI / TAHUN / "laporan.yaml"
        text, before = path.read_text("utf-8"), self.name
        self.name = NAMES[1 - NAMES.index(before)]
        path.write_text(text.replace(f"nama: {before}\n", f"nama: {self.name}\n"), "utf-8")

    def start(self, limit: int | None = None, reports: Path | None = None) -> subprocess.Popen[str]:
        """The command, in a process group of its own; no file may grow beyond `limit` bytes."""
        words = [sys.executable, "-m", "lkjip_analysis", "report", INSTANSI, TAHUN,
                 "--data", str(self.base), "--reports", str(reports or self.reports)]  # fmt: skip
        environment = {**os.environ, "LKJIP_TRIAL": str(self.base)}
        return subprocess.Popen(
            words, cwd=HOME, env=environment, text=True, start_new_session=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            preexec_fn=partial(_limit, limit) if limit else None,
        )  # fmt: skip

    def run(self, limit: int | None = None) -> tuple[int, str]:
        process, began = self.start(limit), time.monotonic()
        said, _ = process.communicate(timeout=300)
        self.longest = time.monotonic() - began
        return process.returncode, said


def _limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@contextmanager
def place(base: Path | None = None) -> Iterator[Place]:
    """A place in a folder of its own, with a finished report."""
    with tempfile.TemporaryDirectory() as made:
        folder = base or Path(made)
        shutil.copytree(HOME / "tests" / "contoh" / "raw", folder / "raw")
        shutil.rmtree(folder / "processed", ignore_errors=True)
        given = Place(folder)
        code, said = given.run()
        assert code == 0, said
        yield given


# What must hold.


def unwhole(place: Place) -> list[str]:
    """What is wrong with what a reader finds now."""
    told = []
    for folder in (place.reports / INSTANSI, place.base / "processed" / INSTANSI):
        seen = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
        seen.discard("index.html")  # over the years of an agency, written beside them
        hidden = folder / f".{TAHUN}.lama"
        if seen == set() and hidden.is_dir():
            target = hidden  # killed between the two renames; the next run puts it back
        elif seen == {TAHUN}:
            target = folder / TAHUN
        else:
            told.append(f"{folder.parent.name} shows {sorted(seen)}")
            continue
        told += _report(target) if folder.parent == place.reports else _package(target)
    return told


def _report(folder: Path) -> list[str]:
    """The pages are those of the manifest, and of one run."""
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    files = {path.name: _hash(path) for path in folder.iterdir() if path.name != "manifest.json"}
    wrong = [] if files == manifest["halaman"] else ["pages are not those of the manifest"]
    other = NAMES[1 - NAMES.index(str(manifest["nama"]).partition(",")[0])]
    mixed = [name for name in files if other in (folder / name).read_text("utf-8")]
    return [*wrong, *(f"{name} is of another run" for name in mixed), *map(str, manifest["gagal"])]


def _package(folder: Path) -> list[str]:
    """The files are those of the descriptor."""
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))["resources"]
    hashes = {told["path"]: told["hash"].removeprefix("sha256:") for told in described}
    return [path for path, hash in hashes.items() if _hash(folder / path) != hash]


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def unfinished(place: Place) -> list[str]:
    """What a killed run left and the next one should have taken away."""
    return [
        str(path.relative_to(place.base))
        for path in place.base.glob(f"*/{INSTANSI}/.*")
        if not path.name.endswith(".lock")
    ]


def running(base: Path) -> list[int]:
    """The processes that belong to a trial's folder and still run."""
    mark, found = f"LKJIP_TRIAL={base}\0".encode(), []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark in path.read_bytes() + b"\0":
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found


def left_over(place: Place) -> list[str]:
    return left_over_of(place.base)


def left_over_of(base: Path) -> list[str]:
    """Processes that are still there when the time of grace is over."""
    until = time.monotonic() + GRACE
    while (found := running(base)) and time.monotonic() < until:
        time.sleep(0.1)
    return [f"process {pid} is left" for pid in found]


def repaired(place: Place) -> list[str]:
    """The next run gives the new report, and nothing unfinished is left."""
    code, said = place.run()
    if code != 0:
        return [f"the next run ended with {code}: {said[-300:]}"]
    wrong = unwhole(place) + unfinished(place) + left_over(place)
    manifest = json.loads((place.reports / INSTANSI / TAHUN / "manifest.json").read_text("utf-8"))
    return wrong + ["the next run kept the old report"] * (place.name not in manifest["nama"])


def refused(said: str, code: int) -> list[str]:
    """A run that could not end must have said so in a sentence."""
    plain = code == 2 and "found" in said and "Traceback" not in said
    return [] if plain or code == 0 else [f"ended with {code}: {said[-300:]}"]


# What is tried.


def killed(place: Place, chance: random.Random) -> tuple[str, list[str]]:
    """One run, killed at a random moment: the process alone, or its whole group."""
    place.rename()
    process, group = place.start(), chance.random() < 0.5
    time.sleep(chance.uniform(0, place.longest))
    ended = process.poll() is not None
    if not ended:
        (os.killpg if group else os.kill)(process.pid, signal.SIGKILL)
    process.communicate()
    way = "had ended" if ended else "group killed" if group else "parent killed"
    return way, unwhole(place) + left_over(place) + repaired(place)


def without_space(place: Place, chance: random.Random) -> tuple[str, list[str]]:
    """A run that meets a full disk: the tmpfs is filled up but for some random bytes."""
    place.rename()
    filler, free = place.base / "filler", shutil.disk_usage(place.base).free
    filler.write_bytes(bytes(max(0, free - chance.randrange(0, 700_000))))
    code, said = place.run()
    wrong = refused(said, code) + unwhole(place)
    filler.unlink()
    return f"full disk, exit code {code}", wrong + repaired(place)


def within_limit(place: Place, chance: random.Random) -> tuple[str, list[str]]:
    """A run whose files may only grow to a random size."""
    place.rename()
    code, said = place.run(limit=chance.randrange(1_000, 200_000))
    wrong = refused(said, code) + unwhole(place)
    return f"files limited, exit code {code}", wrong + repaired(place)


def read_only(place: Place, _: random.Random) -> tuple[str, list[str]]:
    place.rename()
    _mount("-o", "remount,ro", str(place.base))
    code, said = place.run()
    wrong = refused(said, code) + unwhole(place)
    _mount("-o", "remount,rw", str(place.base))
    return f"read-only disk, exit code {code}", wrong + repaired(place)


def at_once(place: Place, chance: random.Random) -> tuple[str, list[str]]:
    """Two runs of one report, the second begun while the first is at work."""
    place.rename()
    first = place.start()
    time.sleep(chance.uniform(0, 4))
    second = place.start()
    ends = [(process.communicate()[0], process.returncode) for process in (first, second)]
    wrong = [told for said, code in ends for told in refused(said, code)]
    if 0 not in {code for _, code in ends}:
        wrong.append("neither run made the report")
    codes = " and ".join(str(code) for code in sorted(code for _, code in ends))
    return f"two at once, exit codes {codes}", wrong + unwhole(place) + repaired(place)


def two_targets(place: Place, _: random.Random) -> tuple[str, list[str]]:
    """Two runs of one report to two places: they share only data/processed."""
    place.rename()
    other = place.base / "elsewhere"
    both = [place.start(), place.start(reports=other)]
    ends = [(process.communicate()[0], process.returncode) for process in both]
    wrong = [f"ended with {code}: {said[-300:]}" for said, code in ends if code != 0]
    return "two targets at once", wrong + unwhole(place) + _report(other / INSTANSI / TAHUN)


def _mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True, capture_output=True)


@contextmanager
def small_disk() -> Iterator[Path | None]:
    """A tmpfs of its own; None where it may not be mounted."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            _mount("-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", folder)
        except (OSError, subprocess.CalledProcessError):
            yield None
            return
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


# The command.

Trial = Callable[[Place, random.Random], tuple[str, list[str]]]


def tried(trials: list[tuple[int, Trial]], base: Path | None = None) -> list[tuple[str, str]]:
    """How each trial ended, and what was wrong with that; all in one place."""
    ends = []
    with place(base) as given:
        for seed, trial in trials:
            way, wrong = trial(given, random.Random(seed))
            ends.append((way, f"seed {seed}, {way}: {'; '.join(wrong)}" if wrong else ""))
            print(ends[-1][1] or way, flush=True)
    return ends


def kills(count: int, seed: int, processes: int) -> list[tuple[str, str]]:
    trials: list[tuple[int, Trial]] = [(seed * 1_000 + i, killed) for i in range(count)]
    parts = [trials[i::processes] for i in range(processes)]
    with ThreadPoolExecutor(processes) as pool:
        return [end for ends in pool.map(tried, filter(None, parts)) for end in ends]


def disks(count: int, seed: int) -> list[tuple[str, str]]:
    with small_disk() as disk:
        if disk is None:
            return tried([(seed * 1_000 + i, within_limit) for i in range(count)])
        full: list[tuple[int, Trial]] = [(seed * 1_000 + i, without_space) for i in range(count)]
        return tried([*full, (seed, read_only)], disk)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--disks", type=int, default=10)
    parser.add_argument("--limits", type=int, default=10)
    parser.add_argument("--pairs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=2021)
    parser.add_argument("--processes", type=int, default=2)
    told = parser.parse_args()
    seeds = range(told.seed * 1_000, told.seed * 1_000 + max(told.pairs, told.limits))
    ends = kills(told.kills, told.seed, told.processes) if told.kills else []
    ends += disks(told.disks, told.seed) if told.disks else []
    ends += tried([(seed, within_limit) for seed in seeds[: told.limits]])
    for trial in (at_once, two_targets):
        ends += tried([(seed, trial) for seed in seeds[: told.pairs]])
    for way, number in sorted(Counter(way for way, _ in ends).items()):
        print(f"{number:4} {way}")
    failures = [wrong for _, wrong in ends if wrong]
    print(f"{len(ends)} trials, {len(failures)} failed", *failures, sep="\n")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
