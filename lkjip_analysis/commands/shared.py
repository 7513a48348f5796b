"""What every command shares: its arguments, its exit codes, and how a mistake is shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from lkjip_analysis.errors import InputError

WRONG, UNREADABLE = 1, 2

Instansi = Annotated[str, typer.Argument(help="Agency: a folder of data/raw.")]
Tahun = Annotated[int, typer.Argument(help="Fiscal year: a folder of the agency.")]
Data = Annotated[
    Path | None, typer.Option("--data", help="Read another data folder (with or without raw/).")
]


@contextmanager
def problems_shown() -> Iterator[None]:
    """A user's mistake ends in its problems and exit code 2, never in a traceback."""
    try:
        yield
    except InputError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(UNREADABLE) from error
