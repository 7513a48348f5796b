"""Every command that writes, killed at random moments; two of them over one folder at once.

    python benchmarks/writers.py [--kills 200] [--races 200] [--only import,koreksi] [--seed 2021]
    python benchmarks/writers.py --signals --races 0 [--kills 40]  (SIGHUP, SIGTERM, SIGINT, twice)
    python benchmarks/writers.py --set-up 200          (run.py, of a project with small packages)
    python benchmarks/writers.py --set-up 5 --project FOLDER     (a clone of its own: it is set up)

Before each trial the place is as it was. A killed command leaves each folder and file as it was or
as an undisturbed run makes it, never a third thing; no process of it is left; and the next start
ends as the undisturbed one and leaves no half behind. benchmarks/crash.py kills `report` too, and
fills its disk.
"""

from __future__ import annotations

import argparse
import functools
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from crash import GRACE, HOME, running
from made_up_project import made_up
from warm import Run, Server, in_session

sys.path.append(str(HOME / "tests"))

Ends = tuple[signal.Signals, ...]
AGENCY, YEAR = "dinas-uji", "2022"
ANGGARAN = "anggaran.jumlah.realisasi"
PERSONS = ("bukti/lra.csv", "catatan.pdf", "surat/dari inspektorat.txt")


@dataclass(frozen=True)
class Command:
    """What is started, the folders and files it puts in place, and how it may end."""

    words: tuple[str, ...]
    units: tuple[str, ...]
    ends: tuple[int, ...] = (0,)


RAW = f"raw/{AGENCY}/{YEAR}"
NAMED = ("--instansi", AGENCY, "--tahun", YEAR, "--data", ".")
COMMANDS = {
    "new": Command(("new", "dinas-baru", "2024", "--data", "."), ("raw/dinas-baru/2024",), (0, 2)),
    "import": Command(("import", "buku.xlsx", *NAMED, "--ya", "--timpa"), (RAW,)),
    "usul": Command(("usul", "naskah.docx", *NAMED, "-o", "usul.xlsx", "--timpa"), ("usul.xlsx",)),
    "usul --terima": Command(("usul", "terima.xlsx", "--terima", "--timpa", "--data", "."), (RAW,)),
    "susun": Command(
        ("susun", "isian.xlsx", "-o", "susun"),
        ("susun/raw/dinas-contoh/2024", "susun/dinas-contoh-2024.xlsx",
         "susun/dinas-contoh-2024-bab3.docx"),
    ),
    "koreksi": Command(
        ("koreksi", AGENCY, YEAR, "--terima", ANGGARAN, "--pilihan", "1", "--data", "."),
        (RAW,),
    ),
    "bukti": Command(("bukti", AGENCY, YEAR, "buku.xlsx", "--ya", "--data", "."), (RAW,)),
    "kembalikan": Command(("kembalikan", AGENCY, YEAR, "--data", "."), (RAW,)),
    "ekspor": Command(("ekspor", AGENCY, YEAR, "--data", "."), (f"processed/{AGENCY}/{YEAR}",)),
    "verify --all": Command(("verify", "--all", "--data", ".", "-o", "semua"), ("semua",), (0, 1)),
    "periksa": Command(
        ("periksa", "naskah.docx", *NAMED[:4], "-o", "hasil"), ("hasil/naskah",), (0, 1)
    ),
    "perbaikan": Command(
        ("perbaikan", AGENCY, YEAR, "--data", ".", "-o", "perbaikan.txt"), ("perbaikan.txt",)
    ),
    "report": Command(
        ("report", AGENCY, YEAR, "--data", ".", "--reports", "reports"),
        (f"reports/{AGENCY}/{YEAR}", f"processed/{AGENCY}/{YEAR}"),
    ),
}  # fmt: skip

GO_ON = ("kembalikan", "bukti")
"""What these had done before they were killed, a second start does once more: back, or beside."""


def prepared(base: Path, names: Sequence[str] = tuple(COMMANDS)) -> None:
    """A place with data that these commands can go on with; what they wrote is of other data."""
    from openpyxl import Workbook
    from test_importing import budget
    from test_susun import form

    (base / "raw").mkdir(parents=True)
    book = Workbook()
    budget(book)
    book["Realisasi"]["D6"] = 487_000_000  # the parts are 486.000.000
    book["Realisasi"]["E4"] = 0.875  # 390 of 400 is 97,5%
    book.save(base / "buku.xlsx")
    form(base)
    _must(base, COMMANDS["import"].words)
    if {"usul", "usul --terima", "periksa"} & set(names):
        _proposed(base)
    for name in PERSONS:
        path = base / RAW / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("milik orang")
    for name in ("susun", "ekspor", "verify --all", "report", "periksa"):
        if name in names:
            _must(base, COMMANDS[name].words)
    laporan = base / RAW / "laporan.yaml"
    laporan.write_text(laporan.read_text("utf-8") + "# sesudah semua itu\n", "utf-8")
    _must(base, COMMANDS["import"].words)


def _proposed(base: Path) -> None:
    from test_usul import answered
    from word_reports import blora_report

    blora_report(base / "naskah.docx")
    _must(base, COMMANDS["usul"].words)
    shutil.copy(base / "usul.xlsx", base / "terima.xlsx")
    answered(base / "terima.xlsx")


def _must(base: Path, words: Sequence[str]) -> None:
    process = start(base, words)
    said, _ = process.communicate()
    assert process.returncode in (0, 1), said


@functools.cache
def server() -> Server:
    return Server()


def start(base: Path, words: Sequence[str]) -> Run:
    """A command at work in `base`, in a process group of its own."""
    return server().start(base, list(words))


def left_over_of(base: Path, leader: int) -> list[str]:
    """Processes that are still there when the time of grace is over."""
    until = time.monotonic() + GRACE
    while (found := {*running(base), *in_session(leader)}) and time.monotonic() < until:
        time.sleep(0.05)
    return [f"process {pid} is left" for pid in found]


def state(base: Path, command: Command) -> dict[str, str]:
    """What each unit holds, as a hash; what a killed run left there is mended as by a reader."""
    from lkjip_analysis.replace_folder import mend

    for unit in command.units:
        mend(base / unit, 5)
    return {unit: _hash(base / unit) for unit in command.units}


def _hash(place: Path) -> str:
    if place.is_dir():
        told = [(p.relative_to(place).as_posix(), _hash(p)) for p in sorted(place.rglob("*"))
                if p.is_file()]  # fmt: skip
        return hashlib.sha256(repr(told).encode()).hexdigest()
    if place.suffix in (".xlsx", ".docx") and place.is_file():
        return _of_parts(place)
    return hashlib.sha256(place.read_bytes()).hexdigest() if place.is_file() else "none"


def _of_parts(place: Path) -> str:
    """A workbook tells the second in which it was made, and nothing else that changes."""
    try:
        with ZipFile(place) as book:
            names = sorted(set(book.namelist()) - {"docProps/core.xml"})
            return hashlib.sha256(b"".join(book.read(name) for name in names)).hexdigest()
    except BadZipFile:
        return "half a file"


def halves(base: Path) -> list[str]:
    """What a run that ended well has no more use for."""
    marks = (".baru-", ".lama", ".geser", ".buang-")
    return [str(path.relative_to(base)) for path in base.rglob(".*")
            if any(mark in path.name for mark in marks)]  # fmt: skip


ENDS: dict[str, tuple[signal.Signals, ...]] = {
    "terminal closed": (signal.SIGHUP,), "told to end": (signal.SIGTERM,),
    "interrupted": (signal.SIGINT,), "interrupted twice": (signal.SIGINT, signal.SIGINT),
}  # fmt: skip
"""What ends a command otherwise than by force: it may tidy up, and must be gone soon."""
KILLED = {"killed": (signal.SIGKILL,)}


def _ended(process: Run, chance: random.Random, ends: Mapping[str, Ends]) -> str:
    """End a command, alone or with its group, unless it has ended; how that was done."""
    group, (way, signals) = chance.random() < 0.5, chance.choice(list(ends.items()))
    for number in signals:
        if process.poll() is not None:
            return "had ended" if number is signals[0] else way
        with suppress(ProcessLookupError):
            (os.killpg if group else os.kill)(process.pid, number)
        time.sleep(chance.uniform(0, 0.05) if len(signals) > 1 else 0)
    return f"group {way}" if group else way


def killed(
    name: str,
    model: Path,
    count: int,
    seed: int,
    first: int = 0,
    ends: Mapping[str, Ends] = KILLED,
) -> Iterator[tuple[str, str]]:
    """How each trial ended, and what was wrong with that."""
    command, base = COMMANDS[name], model.with_name("tempat")
    earlier = state(_again(model, base), command)
    longest = min(_seconds(model, base, command) for _ in range(2))
    new = state(base, command)
    for number in range(first, first + count):
        chance = random.Random(f"{seed} {name} {number}")
        _again(model, base)
        process = start(base, command.words)
        time.sleep(chance.uniform(0, longest))
        way = _ended(process, chance, ends)
        said, _ = process.communicate(timeout=60)
        wrong = ["a traceback: " + said[-300:]] if "Traceback" in said else []
        wrong += left_over_of(base, process.pid)
        found = state(base, command)
        wrong += [f"{u} is a third thing" for u in found if found[u] not in (earlier[u], new[u])]
        wrong += _must_end(base, command)
        if name not in GO_ON:
            after = state(base, command)
            wrong += [f"{u} is not the new one after" for u in after if after[u] != new[u]]
        wrong += [f"{half} is left" for half in halves(base)]
        yield f"{name}: {way}", f"{name}, trial {number}: {'; '.join(wrong)}" if wrong else ""


def _seconds(model: Path, base: Path, command: Command) -> float:
    """How long an undisturbed run takes: a kill beyond that finds nothing at work."""
    _again(model, base)
    began = time.monotonic()
    _must_end(base, command)
    return time.monotonic() - began


def _again(model: Path, base: Path) -> Path:
    shutil.rmtree(base, ignore_errors=True)
    shutil.copytree(model, base, symlinks=True)
    return base


def _must_end(base: Path, command: Command) -> list[str]:
    process = start(base, command.words)
    said, _ = process.communicate(timeout=300)
    good = process.returncode in command.ends and "Traceback" not in said
    return [] if good else [f"ended with {process.returncode}: {said[-300:]}"]


PAIRS = (
    ("koreksi", "import"), ("koreksi", "koreksi 2"), ("import", "import"), ("import", "koreksi"),
    ("usul --terima", "koreksi"), ("kembalikan", "import"), ("kembalikan", "koreksi"),
    ("import", "ekspor"), ("ekspor", "ekspor"), ("usul --terima", "import"), ("usul", "usul"),
    ("perbaikan", "koreksi"), ("perbaikan", "perbaikan"), ("new", "new"),
    ("kembalikan", "usul --terima"), ("koreksi", "ekspor"),
    ("periksa", "usul --terima"), ("kembalikan", "report"),
    ("bukti", "koreksi"), ("koreksi", "bukti"), ("bukti", "import"), ("usul --terima", "bukti"),
    ("bukti", "bukti"),
)  # fmt: skip
SECOND = (
    "koreksi", AGENCY, YEAR, "--terima", "anggaran.serapan[jalan]", "--pilihan", "2", "--data", ".",
)  # fmt: skip


def raced(model: Path, count: int, seed: int, first: int = 0) -> Iterator[tuple[str, str]]:
    """Two writers at once: both end well or say why not, nothing is lost, all is whole."""
    base = model.with_name("lomba")
    for number in range(first, first + count):
        chance, names = random.Random(f"{seed} race {number}"), PAIRS[number % len(PAIRS)]
        _again(model, base)
        runs = []
        for name in names:
            words = SECOND if name == "koreksi 2" else COMMANDS[name].words
            runs.append(start(base, words))
            time.sleep(chance.uniform(0, 0.6))
        ends = [(run.communicate()[0], run.returncode) for run in runs]
        allowed = {2}.union(*(COMMANDS[name.removesuffix(" 2")].ends for name in names))
        wrong = [said[-300:] for said, code in ends if code not in allowed or "Traceback" in said]
        for name, (said, code) in zip(names, ends, strict=True):
            if name.startswith("koreksi") and code == 0:
                wrong += _lost(base, said, either="kembalikan" in names)
        written = sum(
            name == "bukti" and code == 0 for name, (_, code) in zip(names, ends, strict=True)
        )
        kept = len(list((base / RAW / "bukti").glob("anggaran*.csv")))
        wrong += [f"{written - kept} pieces of evidence are lost"] * (kept < written)
        wrong += [f"{n} is lost" for n in PERSONS if not (base / RAW / n).is_file()]
        wrong += [*_broken(base), *(f"{half} is left" for half in halves(base))]
        codes = " and ".join(str(code) for _, code in ends)
        way = f"race of {' and '.join(names)}: exit codes {codes}"
        yield way, f"race {number}, {way}: {'; '.join(wrong)}" if wrong else ""


def _lost(base: Path, said: str, either: bool) -> list[str]:
    """An acceptance that is nowhere: beside a `kembalikan` it may lie in the folder kept."""
    kept = (base / RAW).with_name(f".{YEAR}.sebelum")
    files = [base / RAW / "koreksi.csv", *([kept / "koreksi.csv"] if either else [])]
    rows = "".join(file.read_text("utf-8") for file in files if file.is_file())
    cell = said.partition("koreksi.csv: ")[2].partition("\n")[0]
    return [] if cell and cell in rows else [f"the acceptance of {cell or said} is lost"]


def _broken(base: Path) -> list[str]:
    """Workbooks that are half a file, and a folder of data that cannot be read."""
    from lkjip_analysis.errors import InputError
    from lkjip_analysis.report.loading import load

    halved = [f"{path.name} is half a file" for path in base.rglob("*.xlsx")
              if _of_parts(path) == "half a file"]  # fmt: skip
    try:
        load(AGENCY, int(YEAR), base)
    except InputError as error:
        return [*halved, f"the folder cannot be read: {error}"]
    return halved


def set_up(project: Path, count: int, seed: int) -> Iterator[tuple[str, str]]:
    """run.py killed while it sets a clone up: no step goes on, and the next start ends well.

    In each third trial nothing is there yet; in each fourth two start at once, and one is killed.
    Three of four find uv where a made-up project keeps it, which takes a fifth of the time.
    """
    longest: dict[bool, float] = {}
    for uv in (False, True):
        (project / ".venv" / "lock.sha256").unlink(missing_ok=True)
        began = time.monotonic()
        assert not (told := _set_up_ended(_set_up_start(project, uv))), told
        longest[uv] = time.monotonic() - began
    for number in range(count):
        chance = random.Random(f"{seed} set-up {number}")
        if chance.random() < 1 / 3:
            shutil.rmtree(project / ".venv", ignore_errors=True)
        (project / ".venv" / "lock.sha256").unlink(missing_ok=True)
        uv = chance.random() < 3 / 4
        starts = [_set_up_start(project, uv) for _ in range(1 + (chance.random() < 1 / 4))]
        time.sleep(chance.uniform(0, longest[uv]))
        way = _set_up_killed(starts[0], chance.random() < 0.5)
        wrong = [f"the other start: {told}" for told in map(_set_up_ended, starts[1:]) if told]
        wrong += [left for start in starts for left in left_over_of(project, start.pid)]
        began = time.monotonic()
        wrong += filter(None, [_set_up_ended(_set_up_start(project, uv))])
        if len(starts) == 1 and "had ended" not in way:
            longest[uv] = time.monotonic() - began
        way = f"set-up{' of two' * (len(starts) > 1)}{' by uv' * uv}: {way}"
        yield way, f"set-up {number}: {'; '.join(wrong)}" if wrong else ""


def _set_up_start(project: Path, uv: bool) -> subprocess.Popen[str]:
    places = [str(project.with_name("uv") / "bin")] * uv + [os.environ["PATH"]]
    return subprocess.Popen(
        [sys.executable, "run.py", "list"], cwd=project, start_new_session=True, text=True,
        env={**os.environ, "LKJIP_TRIAL": str(project), "PATH": os.pathsep.join(places)},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def _set_up_killed(process: subprocess.Popen[str], group: bool) -> str:
    if process.poll() is not None:
        return "had ended"
    (os.killpg if group else os.kill)(process.pid, signal.SIGKILL)
    process.communicate()
    return "group killed" if group else "killed"


def _set_up_ended(process: subprocess.Popen[str]) -> str:
    """What is wrong with how a start ended that was left alone."""
    said, _ = process.communicate()
    return f"ended with {process.returncode}: {said[-300:]}" if process.returncode else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--races", type=int, default=200)
    parser.add_argument("--only", default=",".join(COMMANDS))
    parser.add_argument("--seed", type=int, default=2021)
    parser.add_argument("--first", type=int, default=0, help="the number of the first trial")
    parser.add_argument("--signals", action="store_true", help="end them otherwise than by force")
    parser.add_argument("--set-up", type=int, default=0)
    parser.add_argument("--project", type=Path, help="a clone whose .venv may be made anew")
    told = parser.parse_args()
    ways: Counter[str] = Counter()
    failures = []
    with tempfile.TemporaryDirectory() as name:
        for way, wrong in _all(told, Path(name) / "model"):
            ways[way] += 1
            failures += [wrong] if wrong else []
            print(wrong or way, flush=True)
    for way, number in sorted(ways.items()):
        print(f"{number:4} {way}")
    print(f"{ways.total()} trials, {len(failures)} failed", *failures, sep="\n")
    sys.exit(1 if failures else 0)


def _all(told: argparse.Namespace, model: Path) -> Iterator[tuple[str, str]]:
    if told.set_up:
        project = told.project.resolve() if told.project else made_up(model)
        yield from set_up(project, told.set_up, told.seed)
        return
    names = tuple(COMMANDS) if told.races else tuple(filter(None, told.only.split(",")))
    prepared(model, names)
    yield from raced(model, told.races, told.seed, told.first)
    for name in filter(None, told.only.split(",") if told.kills else []):
        ends = ENDS if told.signals else KILLED
        yield from killed(name, model, told.kills, told.seed, told.first, ends)


if __name__ == "__main__":
    main()
