"""Notebook reports a minute: a papermill loop, one and two workers, and Dask with a worker killed.

    python benchmarks/batch.py [--reports 10] [--dask 40]

Every row makes the same reports from the same data, one row after another, so that a busy machine
slows all of them. A notebook counts when it was run in a kernel of its own and is an HTML page.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from lkjip_analysis.building.many.batch import Outcome, Task, outcomes
from lkjip_analysis.pages.notebooks import sources
from lkjip_analysis.report.workbook_home import SOURCE as PROJECT

TAHUN, PORT = 2021, 18786
SOURCE = PROJECT / "data" / "raw" / "dindagkop-ukm-blora" / str(TAHUN)
LOOP = """
import sys, papermill
from nbconvert import HTMLExporter
folder, names, *notebooks = sys.argv[1:]
for name in names.split(","):
    for number, notebook in enumerate(notebooks):
        done = papermill.execute_notebook(notebook, f"{folder}/{name}-{number}.ipynb",
            {"instansi": name, "tahun": 2021}, kernel_name="python3", progress_bar=False)
        html, _ = HTMLExporter(exclude_input=True).from_notebook_node(done)
        open(f"{folder}/{name}-{number}.html", "w", encoding="utf-8").write(html)
"""


def agencies(data: Path, count: int) -> list[str]:
    """Copies of the committed report under other names."""
    names = [f"dinas-{number:02}" for number in range(count)]
    for name in names:
        folder = data / "raw" / name / str(TAHUN)
        shutil.copytree(SOURCE, folder, ignore=shutil.ignore_patterns("sertifikat"))
        path = folder / "laporan.yaml"
        text = path.read_text(encoding="utf-8")
        text = text.replace(f"instansi: {SOURCE.parent.name}", f"instansi: {name}")
        path.write_text(text, encoding="utf-8")
    return names


def loop(data: Path, names: Sequence[str], folder: Path) -> None:
    """A papermill loop in one process, as a user would write it."""
    folder.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "LKJIP_DATA": str(data)}
    words = [sys.executable, "-c", LOOP, str(folder), ",".join(names), *map(str, sources())]
    subprocess.run(words, env=environment, check=True, capture_output=True)


def tasks(data: Path, names: Sequence[str], folder: Path) -> list[Task]:
    return [Task(name, TAHUN, data, folder) for name in names]


def workers(count: int) -> Callable[[Path, Sequence[str], Path], None]:
    def work(data: Path, names: Sequence[str], folder: Path) -> None:
        checked(list(outcomes(tasks(data, names, folder), count)), names)

    return work


def checked(found: Sequence[Outcome], names: Sequence[str]) -> None:
    """Each report once, none failed."""
    made = Counter(outcome.instansi for outcome in found)
    bad = [outcome for outcome in found if not outcome.is_good]
    if bad or made != Counter(names):
        sys.exit(f"not every report once: {made}, {bad}")


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers on loopback."""
    from distributed import Client

    address = f"tcp://127.0.0.1:{PORT}"
    place = ("--host", "127.0.0.1", "--no-dashboard")
    worker = ("worker", address, "--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
    started = []
    try:
        for words in (("scheduler", "--port", str(PORT)), worker, worker):
            command = [sys.executable, "-m", "dask", *words, *place]
            environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
            process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
            started.append(process)
        with Client(address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        yield address, started[1:]
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


def on_dask(data: Path, names: Sequence[str], folder: Path, kill_after: int = 0) -> float:
    """Make the reports on a cluster; seconds from the first sent to the last in place."""
    from lkjip_analysis.building.many.cluster import outcomes_of

    found: list[Outcome] = []
    with cluster(folder.parent / "dask") as (address, processes):
        started = time.perf_counter()
        for outcome in outcomes_of(tasks(data, names, folder), address):
            found.append(outcome)
            if len(found) == kill_after:
                processes[0].send_signal(signal.SIGKILL)
        seconds = time.perf_counter() - started
    checked(found, names)
    return seconds


def digest(folder: Path) -> str:
    """One hash of every file that was made."""
    total = hashlib.sha256()
    for path in sorted(folder.glob("*/*/*")):
        total.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return total.hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reports", type=int, default=10)
    parser.add_argument("--dask", type=int, default=40)
    parser.add_argument("--runs", type=int, default=1)
    asked = parser.parse_args()
    times: dict[str, list[float]] = {}
    each = len(sources())
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        names = agencies(base / "data", max(asked.reports, asked.dask))
        few = names[: asked.reports]
        rows = {"papermill loop": loop, "1 worker": workers(1), "2 workers": workers(2)}
        for run in range(asked.runs):
            for row, work in rows.items():
                started = time.perf_counter()
                work(base / "data", few, base / f"{row} {run}")
                times.setdefault(row, []).append(time.perf_counter() - started)
            seconds = on_dask(base / "data", few, base / f"dask {run}")
            times.setdefault("Dask, 2 workers", []).append(seconds)
        same = {digest(base / f"{row} 0") for row in ("1 worker", "2 workers", "dask")}
        print(f"{asked.reports} reports of {each} notebooks, {os.cpu_count()} cores")
        table(times, asked.reports * each)
        print(f"one worker, two and Dask: {'the same bytes' if len(same) == 1 else 'DIFFERENT'}")
        if asked.dask:
            many = names[: asked.dask]
            seconds = on_dask(base / "data", many, base / "killed", len(many) // 4)
            rate = 60 * each * len(many) / seconds
            made = len(list((base / "killed").glob(f"*/{TAHUN}/index.html")))
            print(f"a Dask worker killed during a batch of {len(many)}: {made} reports, each once,")
            print(f"{rate:.0f} notebooks a minute")


def table(times: dict[str, list[float]], notebooks: int) -> None:
    print("| way | notebooks a minute | slowest to fastest | times the loop |\n|---|---|---|---|")
    for row, told in times.items():
        rates = [60 * notebooks / seconds for seconds in told]
        loop = times["papermill loop"]
        faster = statistics.median(a / b for a, b in zip(loop, told, strict=True))
        spread = f"{min(rates):.0f} to {max(rates):.0f}"
        print(f"| {row} | {statistics.median(rates):.0f} | {spread} | {faster:.1f} |")


if __name__ == "__main__":
    main()
