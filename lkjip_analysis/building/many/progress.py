"""What the terminal shows while reports are made, on the error stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rich.markup import escape

from lkjip_analysis.building.console import Shown
from lkjip_analysis.building.one_report import Built, build
from lkjip_analysis.errors import visible
from lkjip_analysis.language import phrase

if TYPE_CHECKING:
    from lkjip_analysis.building.many.batch import Outcome


def building(
    instansi: str,
    tahun: int,
    data: Path | None,
    reports: Path | None,
    parameters: Mapping[str, str],
    force: bool = False,
) -> Built:
    """Build a report and name each notebook while it runs.

    Raises: InputError as `build` does.
    """
    console = Shown(stderr=True)
    with console.status(phrase("membaca data")) as status:

        def show(title: str) -> None:
            told = phrase("menjalankan {title}", title=title)
            status.update(escape(visible(told)))
            if not console.is_terminal:
                console.print(told)

        return build(
            instansi, tahun, data, reports, parameters=parameters, progress=show, force=force
        )


def many(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """Pass outcomes on, under one bar; without a terminal, one line each."""
    from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn

    console = Shown(stderr=True)
    columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("laporan", total=total)
        for outcome in outcomes:
            bar.update(
                task, advance=1, description=escape(visible(f"{outcome.instansi} {outcome.tahun}"))
            )
            if not console.is_terminal:
                console.print(f"{outcome.instansi} {outcome.tahun}: {_in_short(outcome)}")
            yield outcome


def _in_short(outcome: Outcome) -> str:
    if outcome.is_good:
        return phrase("tidak berubah") if outcome.unchanged else phrase("selesai")
    return phrase("gagal") if outcome.problem else phrase("selesai, dengan halaman gagal")
