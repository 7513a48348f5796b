"""A workbook of one's own: `lkjip init`, `lkjip notebook`, and JupyterLab on both."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from lkjip_analysis.commands.shared import UNREADABLE, problems_shown
from lkjip_analysis.commands.terminal import say
from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.language import phrase


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="A new folder, or an empty one.")
    ] = Path(),
) -> None:
    """Write a workbook: notebooks, an example report, a README, folders for data and reports.

    What is there already is kept; a file that would be written again stops it before any is.
    """
    from lkjip_analysis.building.workbook_folder import write_workbook

    with problems_shown():
        written = write_workbook(folder)
    say(f"{written}: notebooks, data/raw, README.md")
    say(
        phrase(
            "Next: cd {written}, then lkjip list, lkjip report or jupyter lab notebooks",
            written=written,
        )
    )


def notebook(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Such as 08_program.")],
    eksplorasi: Annotated[
        bool, typer.Option("--eksplorasi", help="To explore; it becomes no page of the report.")
    ] = False,
) -> None:
    """Write a notebook with parameters and load cells; it becomes a page of `lkjip report`.

    A page's name begins with its place among the pages, as in 08_program. What is shown in its
    cells (pandas tables, charts of pyplot and of lkjip.charts) is shown on the page.
    """
    from lkjip_analysis.building.workbook_folder import write_notebook

    with problems_shown():
        path = write_notebook(name, eksplorasi)
    say(path)
    say(phrase("Next: lkjip lab {name}, then lkjip report", name=path.name))


def lab(
    context: typer.Context,
    path: Annotated[
        str | None, typer.Argument(metavar="NOTEBOOK", help="A notebook to open.")
    ] = None,
) -> None:
    """Open JupyterLab on the workbook (`python run.py lab` installs it first).

    Jupyter's own options are passed on, such as --no-browser or --port 9000.
    """
    from lkjip_analysis.report.workbook_home import SOURCE, home

    try:
        from jupyterlab.labapp import main as open_lab
    except ImportError as error:
        own = phrase("JupyterLab is not installed here. Start it with: python run.py lab")
        alone = phrase("JupyterLab is not installed here. Install the package jupyterlab.")
        say(own if (SOURCE / "run.py").is_file() else alone, err=True)
        raise typer.Exit(UNREADABLE) from error
    words = [word for word in (path, *context.args) if word]
    with problems_shown():
        options = _opened(words, home())
    os.environ["LKJIP_HOME"] = str(home())
    os.environ["PYTHONPATH"] = os.pathsep.join(
        filter(None, [str(SOURCE), os.environ.get("PYTHONPATH", "")])
    )
    open_lab(argv=options)


def _opened(words: list[str], home: Path) -> list[str]:
    """Jupyter's options: its root is the workbook, and the first word may name a notebook."""
    options = [f"--ServerApp.root_dir={home}"]
    if not words or words[0].startswith("-"):
        return [*options, "--LabApp.default_url=/lab/tree/notebooks", *words]
    found = _found(words[0], home)
    inside = found.relative_to(home).as_posix()
    return [*options, f"--LabApp.default_url=/lab/tree/{inside}", *words[1:]]


def _found(word: str, home: Path) -> Path:
    """The notebook a word names: a path, or a name in `notebooks`.

    Raises: InputError where there is none, with those there are.
    """
    names = (word, f"{word}.ipynb")
    places = (Path.cwd(), home, home / "notebooks", home / "notebooks" / "eksplorasi")
    for path in (place / name for place in places for name in names):
        if path.is_file() and path.resolve().is_relative_to(home):
            return path.resolve()
    from lkjip_analysis.errors import nearest

    known = sorted(path.stem for path in (home / "notebooks").rglob("*.ipynb"))
    found = phrase('no notebook "{word}"', word=word)
    raise InputError([Problem("lab", found, "a notebook of this workbook", nearest(word, known))])
