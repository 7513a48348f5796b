"""Many reports on an existing Dask cluster: the same work, sent with its data.

A worker needs this package and nothing of this machine: the agency's folder travels with the task
and the finished report travels back, or to a path that all share. What a lost worker had is done
again by another; a report that fails, or takes its worker with it, three times is listed.
"""

from __future__ import annotations

import io
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from lkjip_analysis.building import fingerprint
from lkjip_analysis.building.many.batch import ATTEMPTS, Outcome, Task, make
from lkjip_analysis.building.report_request import current, unchanged
from lkjip_analysis.errors import InputError, Problem, wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.output.datapackage.processed import WAIT, own_files
from lkjip_analysis.replace_folder import new_folder
from lkjip_analysis.report.filebytes import files_of
from lkjip_analysis.report.reports_at_hand import folder_of

PATIENCE = 10
"""Seconds to find the scheduler, and a worker on it."""


@dataclass(frozen=True)
class Parcel:
    """What a worker is sent: the report to make, its agency's files, and the program they fit."""

    instansi: str
    tahun: int
    files: bytes
    parameters: Mapping[str, str]
    program: str
    shared: str | None


@dataclass(frozen=True)
class Answer:
    """What comes back: how it ended, the report, and its processed figures."""

    outcome: Outcome
    report: bytes = b""
    processed: bytes = b""


def outcomes_of(
    tasks: Sequence[Task],
    scheduler: str,
    shared: str | None = None,
    work: Callable[[Parcel], Answer] | None = None,
) -> Iterator[Outcome]:
    """The outcome of each task as it ends, each once; its report is in place by then.

    Raises: InputError where Dask is not installed, or no scheduler or worker answers.
    """
    with _client(scheduler) as client:
        from distributed import as_completed

        todo, sent = iter(tasks), dict[Any, Task]()
        room = 2 * sum(client.nthreads().values())  # few at a time: a nation's data is large
        running = as_completed(loop=client.loop)
        while True:
            for task in islice(todo, room - len(sent)):
                answered = _at_once(task)
                if answered:
                    yield answered
                    continue
                future = client.submit(
                    work or make_parcel, _parcel(task, shared), retries=ATTEMPTS - 1, pure=False
                )
                sent[future] = task
                running.add(future)
            if not sent:
                return
            future = next(running)
            yield _received(future, sent.pop(future))


def make_parcel(parcel: Parcel) -> Answer:
    """On a worker: make the report of a parcel in a folder of its own."""
    if parcel.program != fingerprint.program():
        found = phrase(
            "another lkjip_analysis or other packages on the worker {program}",
            program=parcel.program[:8],
        )
        problem = Problem("--scheduler", found, "the same on all machines", "Update the workers.")
        return Answer(Outcome(parcel.instansi, parcel.tahun, str(problem)))
    with tempfile.TemporaryDirectory(prefix="lkjip-") as name:
        data, reports = Path(name) / "data", Path(name) / "reports"
        _unpack(parcel.files, data / "raw" / parcel.instansi)
        task = Task(parcel.instansi, parcel.tahun, data, reports, parcel.parameters)
        outcome = make(task)
        folder = reports / parcel.instansi / str(parcel.tahun)
        processed = fingerprint.processed_folder(parcel.instansi, parcel.tahun, data)
        if not folder.is_dir():
            return Answer(outcome)
        if parcel.shared:
            _share(folder, f"{parcel.shared}/{parcel.instansi}/{parcel.tahun}")
            return Answer(outcome)
        return Answer(outcome, _packed(folder), _packed(processed))


@contextmanager
def _client(scheduler: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ImportError as error:
        remedy = "Install the package distributed, or start with `python run.py report ...`."
        problem = Problem("--scheduler", "no Dask here", "the packages of the extra many", remedy)
        raise InputError([problem]) from error
    try:
        client = Client(scheduler, timeout=PATIENCE, set_as_default=False)
        client.wait_for_workers(1, timeout=PATIENCE)
    except TypeError as error:  # what distributed says where a tls:// address has no certificate
        found = phrase('"{scheduler}" and no certificates to reach it with', scheduler=scheduler)
        remedy = "Name them in distributed.comm.tls of Dask's configuration; README shows how."
        allowed = "ca-file, and cert and key of the client"
        raise wrong_input("--scheduler", found, allowed, remedy) from error
    except (OSError, TimeoutError, ValueError) as error:
        remedy = "Start it with `dask scheduler` and `dask worker tcp://HOST:PORT`."
        found, allowed = (
            phrase('"{scheduler}", where no cluster answers', scheduler=scheduler),
            "tcp://HOST:PORT with workers",
        )
        raise wrong_input("--scheduler", found, allowed, remedy) from error
    try:
        yield client
    finally:
        client.close()


def _at_once(task: Task) -> Outcome | None:
    """The outcome of a task for which nothing need be sent: unchanged, or not to be found."""
    try:
        if not task.force and unchanged(
            task.instansi, task.tahun, task.data, task.reports, parameters=task.parameters
        ):
            return Outcome(task.instansi, task.tahun, unchanged=True)
    except InputError as error:
        return Outcome(task.instansi, task.tahun, str(error))
    return None


def _parcel(task: Task, shared: str | None) -> Parcel:
    files = _packed(folder_of(task.instansi, task.tahun, task.data).parent)
    return Parcel(task.instansi, task.tahun, files, task.parameters, fingerprint.program(), shared)


def _received(future: Any, task: Task) -> Outcome:
    """Put the report of an answer in place; say why there is none."""
    try:
        answer: Answer = future.result()
    except (Exception, CancelledError) as error:  # whatever a worker met, or a worker that died
        problem = f"{type(error).__name__}: {error}".partition("\n")[0]
        return Outcome(
            task.instansi,
            task.tahun,
            phrase("{problem}; tried {count} times", problem=problem, count=ATTEMPTS),
        )
    finally:
        future.release()
    try:
        if answer.report:
            _placed(answer, task)
    except InputError as error:
        return Outcome(task.instansi, task.tahun, str(error))
    return answer.outcome


def _placed(answer: Answer, task: Task) -> None:
    """The report and its figures take the place of the earlier ones whole, as those made here do.

    Raises: InputError where a folder cannot be written, or the data changed meanwhile.
    """
    target = task.reports / task.instansi / str(task.tahun)
    processed = fingerprint.processed_folder(task.instansi, task.tahun, task.data)
    with new_folder(target, own=fingerprint.own_pages(target).__contains__) as folder:
        _unpack(answer.report, folder)
        made = fingerprint.read_manifest(folder).get("sidik", {})
        wanted = current(task.instansi, task.tahun, task.data, task.parameters).pages
        if any(made[page] != wanted.get(page) for page in made):
            found, remedy = "data that changed while the report was made", "Make it again."
            raise wrong_input(f"{task.instansi}/{task.tahun}", found, "the same", remedy)
        with new_folder(processed, WAIT, own=own_files(processed).__contains__) as figures:
            _unpack(answer.processed, figures)


def _share(folder: Path, url: str) -> None:
    """Put a report on a path that all machines share, by whatever fsspec knows.

    On a file system it takes the place of the earlier one whole. Elsewhere no folder can be
    renamed: the manifest, which tells the pages and their hashes, comes last.
    """
    from fsspec.core import url_to_fs

    system, place = url_to_fs(url)
    if "file" in (system.protocol if isinstance(system.protocol, tuple) else (system.protocol,)):
        own = fingerprint.own_pages(Path(place)).__contains__
        with new_folder(Path(place), WAIT, own=own) as fresh:
            shutil.copytree(folder, fresh, dirs_exist_ok=True)
        return
    system.makedirs(place, exist_ok=True)
    last = fingerprint.MANIFEST
    for path in sorted(folder.iterdir(), key=lambda path: (path.name == last, path.name)):
        system.put_file(str(path), f"{place}/{path.name}")


def _packed(folder: Path) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files_of(folder):
            name = path.relative_to(folder).as_posix()
            if not fingerprint.is_hidden(name):
                archive.write(path, name)
    return file.getvalue()


def _unpack(archive: bytes, folder: Path) -> None:
    """Zip files hold no name outside the folder: the library drops such parts."""
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        opened.extractall(folder)
