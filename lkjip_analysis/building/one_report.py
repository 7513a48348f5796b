"""One report: the notebooks of an agency and year, run by papermill, as self-contained HTML.

A finished run replaces the earlier report, an unfinished one never does: everything is written to
a folder of its own beside the target and put in place by renaming. Pages whose inputs have not
changed are taken over from the earlier report; where none has, nothing is done. What runs
notebooks is imported only when one is to be run.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lkjip_analysis.building import fingerprint, notebook_selection
from lkjip_analysis.building.report_request import REPORTS, Changed, Wish, restless
from lkjip_analysis.errors import InputError
from lkjip_analysis.language import report_language, report_locale, report_spoken, worded
from lkjip_analysis.pages import type_pages
from lkjip_analysis.pages.notebooks import APPENDIX, NOTEBOOKS, Page, page_of, sources, title
from lkjip_analysis.replace_folder import mend, new_folder
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.reports_at_hand import folder_of, years_of

if TYPE_CHECKING:
    from lkjip_analysis.building.one_notebook import Run
    from lkjip_analysis.building.own_pages import Made, Making
    from lkjip_analysis.report.report import Report


@dataclass(frozen=True)
class Built:
    """What a run made: the index to open, its pages, and whether there was anything to do."""

    index: Path
    pages: tuple[Page, ...]
    unchanged: bool = False

    @property
    def failed(self) -> tuple[Page, ...]:
        return tuple(page for page in self.pages if page.failure)


Progress = Callable[[str], None]
ROUNDS = 3
"""How often a report is begun again whose data change while it is made."""


@dataclass(frozen=True)
class _Plan:
    """What is to be made, and where."""

    wish: Wish
    target: Path
    sources: tuple[Path, ...]
    pages: tuple[Page, ...]
    wanted: fingerprint.Inputs
    kept: frozenset[str]
    at_once: int | None
    progress: Progress
    left_out: tuple[Page, ...] = ()

    @property
    def to_run(self) -> list[Path]:
        return [source for source in self.sources if page_of(source) not in self.kept]


def build(
    instansi: str,
    tahun: int,
    data: Path | str | None = None,
    reports: Path | None = None,
    notebooks: Path = NOTEBOOKS,
    parameters: Mapping[str, str] | None = None,
    progress: Progress = lambda name: None,
    force: bool = False,
    at_once: int | None = None,
) -> Built:
    """Run the notebooks for an agency and year, and put the HTML report in place.

    Notebooks whose inputs are those of the earlier report are not run again, unless `force`.

    Raises: InputError where the data, a parameter or the target cannot be used.
    """
    place = reports or REPORTS
    for _ in range(ROUNDS):
        try:
            wish = Wish(instansi, tahun, data, place, notebooks, dict(parameters or {}))
            with report_spoken():
                return _built(wish, at_once, progress, force)
        except Changed:
            continue
    raise InputError([restless(instansi, tahun)])


def _built(wish: Wish, at_once: int | None, progress: Progress, force: bool) -> Built:
    """Raises: Changed where the data were written while the report was made."""
    instansi, tahun, data = wish.instansi, wish.tahun, wish.data
    found, target = tuple(sources(wish.notebooks)), wish.reports / instansi / str(tahun)
    folder = folder_of(instansi, tahun, data)
    if force or not target.exists():
        _prepare_kernels(instansi, tahun, data)
    wanted = wish.inputs()
    mend(target)
    mend(fingerprint.processed_folder(instansi, tahun, data))
    pages = _in_order(found, map(type_pages.page_of, type_pages.told_types(folder)))
    if not force and fingerprint.is_whole(target, data, wanted):
        left_out = fingerprint.left_out(target)
        there = tuple(page for page in pages if page.file not in left_out)
        return Built(target / "index.html", there, unchanged=True)
    kept = frozenset() if force else fingerprint.kept(target, wanted)
    plan = _Plan(wish, target, found, pages, wanted, kept, at_once, progress)
    try:
        return Built(target / "index.html", _made(plan))
    except InputError:
        if wish.inputs() != wanted:  # read in the middle of being written
            raise Changed from None
        raise


def _made(plan: _Plan) -> tuple[Page, ...]:
    """The pages of the report that this puts in place."""
    if plan.to_run:
        _prepare_kernels(plan.wish.instansi, plan.wish.tahun, plan.wish.data)
    from lkjip_analysis.building import one_notebook
    from lkjip_analysis.rules.binding.rulebook import bind

    report = load(plan.wish.instansi, plan.wish.tahun, plan.wish.data)
    bind(report)  # what is wrong with its rules is told before anything is run
    given = one_notebook.parameters(
        plan.sources, plan.wish.instansi, plan.wish.tahun, plan.wish.parameters
    )
    plan = _with_tables(plan, report)
    own = fingerprint.own_pages(plan.target)
    with new_folder(plan.target, own=own.__contains__) as folder:
        with _started(plan, given, folder) as (runs, own_pages):
            for page in plan.pages:
                if page.file in plan.kept:
                    shutil.copyfile(plan.target / page.file, folder / page.file)
            pages = _written(plan, report, runs, own_pages, folder)
        if plan.wish.inputs() != plan.wanted:
            raise Changed
    return pages


def _prepare_kernels(instansi: str, tahun: int, data: Path | str | None) -> None:
    """Have imported what notebooks use, while this process reads and verifies."""
    from lkjip_analysis.building import kernels
    from lkjip_analysis.report.room import check_room

    check_room(kernels.LEAST_ROOM)
    place = [str(Path(data).resolve())] if data is not None else []
    kernels.server([instansi, str(tahun), *place])


def _in_order(found: Sequence[Path], own: Iterable[Page]) -> tuple[Page, ...]:
    """Every page: those of tables, of a report's own types too, before those of it as a whole."""
    tables = {source: notebook_selection.told_tables(source) for source in found}
    told = [Page(worded(title(s)), page_of(s), tables=about) for s, about in tables.items()]
    of_tables = list(takewhile(bool, tables.values()))
    return (
        Page(worded("Ikhtisar"), "index.html"),
        *told[: len(of_tables)],
        *own,
        *told[len(of_tables) :],
        Page(worded(APPENDIX[0]), APPENDIX[1]),
    )


def _with_tables(plan: _Plan, report: Report) -> _Plan:
    """The plan without the pages that have nothing to tell of the report."""
    chosen = notebook_selection.select(
        plan.sources, report, len(years_of(plan.wish.instansi, plan.wish.data))
    )
    kinds = {table.type.name: table.type for table in report.tables.values()}
    told = (type_pages.page_of(kind).file for kind in kinds.values())
    run = {"index.html", APPENDIX[1], *told, *map(page_of, chosen)}
    pages = tuple(page for page in plan.pages if page.file in run)
    left_out = tuple(page for page in plan.pages if page.file not in run)
    return replace(plan, sources=chosen, pages=pages, left_out=left_out)


@contextmanager
def _started(
    plan: _Plan, given: Mapping[Path, Mapping[str, Any]], folder: Path
) -> Iterator[tuple[dict[Future[Run], Path], Making | Made]]:
    """The notebooks and the other pages on their way; however this ends, no process is left."""
    from lkjip_analysis.building import one_notebook, own_pages
    from lkjip_analysis.building.kernels import Kernels, at_once, ended_by_interruption, environment

    kernels = Kernels(environment(plan.wish.data), folder)
    spoken = report_language()

    def run(source: Path) -> Run:
        # Of this thread's settings only the language: its event loop can run but once at a time.
        with report_spoken(spoken):
            plan.progress(worded(title(source)))
            return one_notebook.run(source, given[source], kernels)

    one_notebook.prepare()
    pool = ThreadPoolExecutor(plan.at_once or at_once())
    try:
        # The one with most to show first, so that none is left running alone at the end.
        longest = sorted(plan.to_run, key=lambda source: -source.stat().st_size)
        with ended_by_interruption(kernels):
            runs = {pool.submit(run, source): source for source in longest}
            wish = plan.wish
            asked = own_pages.OwnPages(
                wish.instansi, wish.tahun, wish.data, folder.resolve(), plan.pages
            )
            yield runs, own_pages.begun(asked, kernels)
    except BaseException:
        kernels.stop()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        kernels.close()


def _written(
    plan: _Plan,
    report: Report,
    runs: Mapping[Future[Run], Path],
    own_pages: Making | Made,
    folder: Path,
) -> tuple[Page, ...]:
    """All pages, each written as soon as its notebook has run, and what they were made from."""
    from lkjip_analysis.building import one_notebook
    from lkjip_analysis.pages import page_frame

    head, failed = page_frame.head_of(report), dict[str, str]()
    one_notebook.warm_up()
    by_file = {page.file: page for page in plan.pages}
    for source, run in _finished(runs):
        page = by_file[page_of(source)]
        if run.failure:
            failed[page.file] = run.failure.cause
        page_frame.write_page(folder, head, plan.pages, page, _body(source, page, run))
    identity = {
        "instansi": plan.wish.instansi,
        "tahun": plan.wish.tahun,
        "bahasa": report_locale(),
        "nama": ", ".join(filter(None, (head["nama"], head["pemerintah"]))),
        "ringkasan": own_pages.done(),
        "koreksi": [correction.as_json() for correction in report.corrections],
    }
    processed = fingerprint.processed_folder(plan.wish.instansi, plan.wish.tahun, plan.wish.data)
    skipped = [page.file for page in plan.left_out]
    told = fingerprint.manifest(folder, identity, plan.wanted, failed, skipped, processed)
    text = json.dumps(told, indent=2, ensure_ascii=False) + "\n"
    # A name that is not UTF-8 is told as JSON escapes it.
    (folder / fingerprint.MANIFEST).write_bytes(text.encode("utf-8", "backslashreplace"))
    return tuple(replace(page, failure=failed.get(page.file, "")) for page in plan.pages)


def _finished(runs: Mapping[Future[Run], Path]) -> Iterator[tuple[Path, Run]]:
    """Each notebook as it ends. Windows notices Ctrl-C only between two waits."""
    waiting = set(runs)
    while waiting:
        done, waiting = wait(waiting, timeout=1, return_when=FIRST_COMPLETED)
        for future in done:
            yield runs[future], future.result()


def _body(source: Path, page: Page, run: Run) -> str:
    from lkjip_analysis.building import one_notebook
    from lkjip_analysis.pages import page_frame
    from lkjip_analysis.pages.parts.rendering import render

    if run.failure is None:
        return page_frame.named(one_notebook.body(run.notebook), run.changed)
    return render(
        "gagal.html.j2",
        title=page.title,
        notebook=source.name,
        number=run.failure.number,
        cause=run.failure.cause,
        source=run.failure.cell,
        told=run.failure.told,
    )
