"""`lkjip periksa`: published documents in, their findings out, nothing typed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lkjip_analysis.commands.shared import UNREADABLE, WRONG, as_called, problems_shown
from lkjip_analysis.commands.terminal import say
from lkjip_analysis.errors import InputError, Problem

if TYPE_CHECKING:
    from lkjip_analysis.output.examined.outcome import Examined

READ = frozenset({".pdf", ".docx", ".xlsx", ".xlsm"})
"""What is taken from a folder; a file that is named is tried whatever its name."""
ALLOWED = "PDF, Word (.docx) and Excel documents, or a folder of them"


def periksa(
    files: Annotated[list[Path], typer.Argument(help="Documents (PDF, Word, Excel) or folders.")],
    instansi: Annotated[str, typer.Option("--instansi", help="Folder name of the agency.")] = "",
    tahun: Annotated[int, typer.Option("--tahun", help="Fiscal year of the report.")] = 0,
    pemerintah: Annotated[str, typer.Option("--pemerintah", help="Its government.")] = "",
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write all findings as JSON.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Where results go; reports/periksa by default."),
    ] = None,
    workers: Annotated[int, typer.Option("--workers", min=1, help="Documents at once.")] = 2,
) -> None:
    """Find what is wrong in published documents: a page, the document marked, its data.

    Ends with 0 when nothing is wrong, 1 when something is, 2 when a document cannot be read.
    """
    with problems_shown():
        named = list(_documents(files))
        targets = _targets(named, output)
        done = _examined(named, targets, (instansi, tahun, pemerintah), workers)
        if json_file is not None:
            _write_json(json_file, done)
    _tell(named, targets, done)


def _documents(files: Sequence[Path]) -> Iterator[Path]:
    for file in files:
        if not file.is_dir():
            yield file
            continue
        found = sorted(
            p
            for p in file.iterdir()
            if p.suffix.casefold() in READ and not p.name.startswith(("~$", "."))
        )
        if not found:
            remedy = "Name another folder or the documents."
            raise InputError([Problem(str(file), "no document", ALLOWED, remedy)])
        yield from found


def _targets(files: Sequence[Path], output: Path | None) -> list[Path]:
    """A folder for each document; two of one name get a number."""
    base = output or Path("reports") / "periksa"
    names: list[str] = []
    for file in files:
        stem = file.stem.strip(" .") or "dokumen"
        tries = (stem if i == 1 else f"{stem}-{i}" for i in range(1, len(files) + 2))
        names.append(next(name for name in tries if name not in names))
    return [base / name for name in names]


def _examined(
    files: Sequence[Path], targets: Sequence[Path], told: tuple[str, int, str], workers: int
) -> list[Examined | str]:
    from lkjip_analysis.output.examined.examining import tried

    if len(files) == 1 or workers == 1:
        return [tried(file, target, told) for file, target in zip(files, targets, strict=True)]
    from concurrent.futures import ThreadPoolExecutor

    # A verification holds rules that do not travel between processes.
    with ThreadPoolExecutor(min(workers, len(files))) as pool:
        return list(pool.map(tried, files, targets, [told] * len(files)))


def _write_json(file: Path, done: Sequence[Examined | str]) -> None:
    from lkjip_analysis.output.examined.outcome import as_json
    from lkjip_analysis.writing import write_whole

    told = [{"problem": one} if isinstance(one, str) else as_json(one) for one in done]
    whole = told[0] if len(told) == 1 else told
    write_whole(file, json.dumps(whole, indent=2, ensure_ascii=False) + "\n")


def _tell(files: Sequence[Path], targets: Sequence[Path], done: Sequence[Examined | str]) -> None:
    for file, target, seen in zip(files, targets, done, strict=True):
        if isinstance(seen, str):
            say(as_called(seen), err=True)
            continue
        who = seen.identity
        say(f"{file.name}: {who.nama}, {who.pemerintah or 'pemerintah tidak disebut'}, "
                   f"tahun {who.tahun}")  # fmt: skip
        say(f"    {seen.counted}")
        say(f"    {target / 'index.html'}")
        paper = target / "kertas-kerja.xlsx"
        say(as_called(f'    Terima datanya: lkjip usul "{paper}" --terima'))
    if any(isinstance(seen, str) for seen in done):
        raise typer.Exit(UNREADABLE)
    if not all(isinstance(seen, str) or seen.verification.is_clean for seen in done):
        raise typer.Exit(WRONG)
