"""The same bytes on every machine: folder, language, time zone, hash seed and order of files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
AGENCY, YEAR = "dinas-contoh", "2022"
EXAMPLE = ROOT / "tests" / "contoh"

# What a folder lists, in an order of its own: the file system promises none.
SHUFFLED = """\
import os, pathlib, random, sys
order = random.Random(int(sys.argv.pop(1)))
def mixed(listed):
    listed = list(listed)
    order.shuffle(listed)
    return listed
class Entries:
    def __init__(self, real): self.real, self.entries = real, iter(mixed(real))
    def __iter__(self): return self.entries
    def __next__(self): return next(self.entries)
    def __enter__(self): return self
    def __exit__(self, *_): self.close()
    def close(self): self.real.close()
scandir, listdir = os.scandir, os.listdir
glob, rglob, iterdir = pathlib.Path.glob, pathlib.Path.rglob, pathlib.Path.iterdir
os.scandir = lambda *a: Entries(scandir(*a))
os.listdir = lambda *a: mixed(listdir(*a))
pathlib.Path.glob = lambda *a, **k: iter(mixed(glob(*a, **k)))
pathlib.Path.rglob = lambda *a, **k: iter(mixed(rglob(*a, **k)))
pathlib.Path.iterdir = lambda *a: iter(mixed(iterdir(*a)))
from lkjip_analysis.commands.cli import main
main()
"""

# The order of the files, and what the machine says of itself. A locale that is not installed is
# read as C by the C library, and its name still stands in the environment.
MACHINES: list[tuple[str, dict[str, str]]] = [
    ("1", {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "0", "PYTHONUTF8": "0"}),
    ("2", {"LC_ALL": "id_ID.UTF-8", "TZ": "Asia/Jayapura", "PYTHONHASHSEED": "1"}),
    ("3", {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/Los_Angeles", "PYTHONHASHSEED": "4242"}),
]


def lkjip(machine: tuple[str, dict[str, str]], *words: str) -> subprocess.CompletedProcess[str]:
    order, settings = machine
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", SHUFFLED, order, *words],
        capture_output=True,
        encoding="utf-8",
        # The log of runs tells when each was; it is no part of a report.
        env={**kept, **settings, "PYTHONPATH": str(ROOT), "LKJIP_CATATAN": "-"},
    )


def files_of(folder: Path) -> dict[str, str]:
    """Each file below a folder with the digest of its bytes."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def copy_of_data(base: Path, name: str) -> Path:
    """A copy of the example's data in a folder of that name."""
    data = base / name
    shutil.copytree(EXAMPLE / "raw", data / "raw")
    return data


def test_findings_and_tables_are_the_same_bytes_on_every_machine(tmp_path: Path) -> None:
    seen = []
    for machine in MACHINES:
        data = copy_of_data(tmp_path, f"folder {machine[0]} é")
        found = lkjip(machine, "verify", AGENCY, YEAR, "--data", str(data), "--json", "-")
        assert found.returncode in (0, 1), found.stderr
        written = lkjip(machine, "ekspor", AGENCY, YEAR, "--data", str(data))
        assert written.returncode == 0, written.stderr
        seen.append((found.stdout, files_of(data / "processed")))

    assert '"findings"' in seen[0][0] and len(seen[0][1]) > 5
    for other in seen[1:]:
        assert other == seen[0]


def test_a_report_is_the_same_pages_on_every_machine(tmp_path: Path) -> None:
    seen = []
    for machine in (MACHINES[0], MACHINES[2]):
        data = copy_of_data(tmp_path, f"folder {machine[0]} é")
        target = tmp_path / f"pages {machine[0]}"
        made = lkjip(machine, "report", AGENCY, YEAR, "--data", str(data), "--reports", str(target))
        assert made.returncode == 0, made.stderr
        seen.append(files_of(target))

    assert any(name.endswith(".html") for name in seen[0])
    assert seen[1] == seen[0]
