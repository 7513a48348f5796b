"""`lkjip beda`: what changed between two years, two exports or two builds."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lkjip_analysis.commands.shared import WRONG, Data, problems_shown
from lkjip_analysis.commands.terminal import say, tell_json
from lkjip_analysis.language import report_spoken


def beda(
    before: Annotated[
        str,
        typer.Argument(
            metavar="A",
            help="The earlier state: INSTANSI/TAHUN, or a folder of ekspor, report or periksa.",
        ),
    ],
    after: Annotated[str, typer.Argument(metavar="B", help="The later one.")],
    data: Data = None,
    json_file: Annotated[
        str | None,
        typer.Option("--json", metavar="FILE", help="Write the changes as JSON; - for stdout."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write all changes to a page (HTML).")
    ] = None,
) -> None:
    """Tell what changed from A to B in figures, findings and pages.

    Two years of an agency, two agencies, two folders of `ekspor` (kept from different days), two
    of `report`, or two of `periksa`: what a second version of a document has mended. Ends with 0
    where nothing changed, 1 where something did, 2 where one of them cannot be read.
    """
    from lkjip_analysis.output.compared.differences import differences
    from lkjip_analysis.output.compared.snapshot import snapshot
    from lkjip_analysis.output.compared.telling import as_text, page
    from lkjip_analysis.writing import write_whole

    with problems_shown(), report_spoken():
        found = differences(snapshot(before, data), snapshot(after, data))
        if json_file is not None:
            tell_json(found.as_json(), json_file, "sebelum", "sesudah")
        if output is not None:
            write_whole(output, page(found), keep=True)
    if json_file != "-":
        say(as_text(found), prose=True)
        if output is not None:
            say(output)
    raise typer.Exit(0 if found.is_empty else WRONG)
