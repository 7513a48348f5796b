"""What the terminal shows while a report is built: the notebook that is being run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rich.console import Console

from lkjip_analysis.build import Built, build


def building(
    instansi: str,
    tahun: int,
    data: Path | None,
    reports: Path | None,
    parameters: Mapping[str, str],
) -> Built:
    """Build a report and name each notebook while it runs, on the error stream.

    Raises: InputError as `build` does.
    """
    console = Console(stderr=True)
    with console.status("membaca data") as status:

        def show(title: str) -> None:
            status.update(f"menjalankan {title}")
            if not console.is_terminal:
                console.print(f"menjalankan {title}")

        return build(instansi, tahun, data, reports, parameters=parameters, progress=show)
