"""`lkjip periksa`: published documents in, their findings out, nothing typed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence, Sized
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from lkjip_analysis.commands.journal import remembered
from lkjip_analysis.commands.shared import UNREADABLE, WRONG, Workers, as_called, problems_shown
from lkjip_analysis.commands.terminal import say, tell_json
from lkjip_analysis.errors import InputError, typed, wrong_input
from lkjip_analysis.intake.document.kinds import SUFFIXES
from lkjip_analysis.language import phrase

if TYPE_CHECKING:
    from lkjip_analysis.output.examined.telling.outcome import Outcome

RESULTS = Path("reports", "periksa")
NAMED = 5
"""So many names of what is passed over are told."""
BEAT = 30.0
"""So many seconds lie between two signs of life."""
ALLOWED = "PDF, Word, Excel, OpenDocument, HTML, Markdown or text documents, or a folder of them"

JsonFile = Annotated[
    str | None, typer.Option("--json", metavar="FILE", help="Write findings as JSON; - for stdout.")
]
Results = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        "--reports",
        help="Where results go; reports/periksa by default.",
        callback=remembered,
    ),
]


def periksa(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="Documents (PDF, Word, ...) or folders.")
    ],
    instansi: Annotated[str, typer.Option("--instansi", help="Agency, by name or folder.")] = "",
    tahun: Annotated[int, typer.Option("--tahun", help="Fiscal year of the report.")] = 0,
    pemerintah: Annotated[str, typer.Option("--pemerintah", help="Its government.")] = "",
    json_file: JsonFile = None,
    output: Results = None,
    workers: Workers = None,
    pindaian: Annotated[
        bool,
        typer.Option("--pindaian", help="Read scans by a second program too (run.py fetches it)."),
    ] = False,
) -> None:
    """Find what is wrong in published documents: a page, the document marked, its data.

    Ends with 0 when nothing is wrong, 1 when something is or one of several documents cannot be
    read, 2 when none can be read.
    """
    with problems_shown():
        named = list(dict.fromkeys(_documents(files)))
        if pindaian:
            _check_second_program()
        from lkjip_analysis.intake.excel.whose_report import as_folder
        from lkjip_analysis.output.examined.batch import examined
        from lkjip_analysis.output.examined.places_of_results import targets

        places = targets(named, output or RESULTS)
        told, count = (as_folder(instansi), tahun, pemerintah), workers or os.cpu_count() or 1
        done: dict[Path, Outcome] = {}
        with _still_working(done, len(named)):
            for file, outcome in examined(named, places, told, count):
                done[file] = outcome
                _tell(outcome, places[named.index(file)], json_file == "-", len(done), len(named))
        ordered = [done[file] for file in named]
        _list(ordered, output, json_file == "-" or len(named) == 1)
        if json_file is not None:
            _write_json(ordered, json_file)
    _end(ordered)


def _list(done: Sequence[Outcome], output: Path | None, quiet: bool) -> None:
    """The page over all documents examined, and the way to it from that over all reports; none
    where nothing was examined now."""
    if all(one.problem for one in done):
        return
    from lkjip_analysis.building.many import overview
    from lkjip_analysis.output.examined.examined_index import write_index

    try:
        index = write_index(output or RESULTS)
    except InputError as error:  # the documents are examined all the same
        say(str(error), err=True)
        return
    if index and output is None and overview.is_there(RESULTS.parent):
        overview.write(RESULTS.parent)
    if index and not quiet:
        say(phrase("Semua dokumen yang diperiksa: {file}", file=index))


def _check_second_program() -> None:
    """Raises: InputError where the packages that read scans a second time are not installed."""
    from lkjip_analysis.intake.pdf.scans.line_model import carried_voice

    if carried_voice() is None:
        found = "packages that are not installed here"
        remedy = (
            "Use run.py, or install lkjip-analysis[scan]; without the option nothing is needed."
        )
        raise wrong_input("--pindaian", found, "the packages onnxruntime and rapidocr", remedy)


def _write_json(done: Sequence[Outcome], file: str) -> None:
    results = [one.told or {"dokumen": one.file, "problem": one.problem} for one in done]
    tell_json(results[0] if len(results) == 1 else results, file, "dokumen")


@contextmanager
def _still_working(done: Sized, of: int) -> Iterator[None]:
    """Says from time to time that nothing hangs: a report of hundreds of pages takes minutes."""
    ended, start = Event(), monotonic()

    def beat() -> None:
        while not ended.wait(BEAT):
            told = phrase(
                "... masih diperiksa: {done} dari {count} dokumen selesai, {seconds} detik.",
                done=len(done),
                count=of,
                seconds=round(monotonic() - start),
            )
            say(told, err=True)

    thread = Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def contoh(
    file: Annotated[
        Path, typer.Argument(help="Where to write it; an existing file is kept as NAME.lama.pdf.")
    ] = Path("lkjip-contoh.pdf"),
) -> None:
    """Write a made-up report with a few slips as PDF, to try periksa on."""
    from lkjip_analysis.output.examined.example_report import SLIPS, example_report
    from lkjip_analysis.writing import write_whole

    with problems_shown():
        write_whole(file, example_report(), keep=True)
    say(phrase("{name}: laporan buatan dengan {count} kekeliruan:", name=file, count=len(SLIPS)))
    for slip in SLIPS:
        say(f"    {phrase(slip)}")
    say(as_called(phrase("Coba: lkjip periksa {name}", name=typed(file))))


def _documents(files: Sequence[Path]) -> Iterator[Path]:
    for file in files:
        if not file.is_dir():
            yield file
            continue
        seen = sorted(p for p in file.iterdir() if not p.name.startswith(("~$", ".")))
        found = [p for p in seen if p.suffix.casefold() in SUFFIXES]
        if not found:
            remedy = "Name another folder or the documents."
            raise wrong_input(str(file), "no document", ALLOWED, remedy)
        _say_passed_over(file, [p.name for p in seen if p not in found])
        yield from found


def _say_passed_over(folder: Path, names: Sequence[str]) -> None:
    """What lies in a folder and is no document is named: somebody may wait for its findings."""
    if not names:
        return
    more = phrase(" and {count} others", count=len(names) - NAMED) if len(names) > NAMED else ""
    told = phrase(
        "{folder}: dilewati, bukan dokumen: {names}{more}. Sebut berkasnya sendiri bila perlu.",
        folder=folder,
        names=", ".join(names[:NAMED]),
        more=more,
    )
    say(told, err=True, prose=True)


def _tell(outcome: Outcome, target: Path, quiet: bool, number: int, of: int) -> None:
    """One document that is finished; to the side of what else is written to the screen."""
    place = f"[{number}/{of}] " if of > 1 else ""
    if outcome.problem:
        say(f"{place}{as_called(outcome.problem)}", err=True)
        return
    say(f"{place}{outcome.file}: {outcome.identity}", err=quiet, prose=True)
    say(f"    {outcome.counted}", err=quiet, prose=True)
    for sentence in outcome.of_years:
        say(f"    {sentence}", err=quiet, prose=True)
    say(f"    {target / 'index.html'}", err=quiet)
    if of == 1:
        if outcome.marked:
            marked = phrase("    Dokumen bertanda: {file}", file=target / outcome.marked)
            say(marked, err=quiet)
        for remark in outcome.aloud:
            say(f"    {remark}", err=quiet, prose=True)
        if not outcome.has_tables:
            return
        paper = typed(target / "kertas-kerja.xlsx")
        told = phrase("Agar tabel yang terbaca menjadi data laporan: jawab lembar Tabel, lalu")
        say(f"    {told}", err=quiet, prose=True)
        say(f"    {as_called(f'lkjip usul {paper} --terima')}", err=quiet)


def _end(done: Sequence[Outcome]) -> None:
    """The exit code, and what is to be said of several documents together."""
    if len(done) > 1:
        broken = sum(bool(one.problem) for one in done)
        said = dict.fromkeys(remark for one in done for remark in one.aloud)
        say(
            phrase(
                "{count} dokumen diperiksa, {broken} tidak terbaca.",
                count=len(done) - broken,
                broken=broken,
            ),
            err=True,
        )
        for remark in said:
            say(remark, err=True, prose=True)
    if all(one.problem for one in done):
        raise typer.Exit(UNREADABLE)
    if any(one.problem or not one.is_clean for one in done):
        raise typer.Exit(WRONG)
