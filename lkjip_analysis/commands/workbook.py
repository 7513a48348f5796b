"""A workbook of one's own: `lkjip init`, `lkjip notebook`, and JupyterLab on both."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from lkjip_analysis.commands.shared import UNREADABLE, problems_shown
from lkjip_analysis.commands.terminal import say
from lkjip_analysis.errors import wrong_input
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
    say(phrase("Next: cd {written}, then lkjip list, lkjip report or lkjip lab", written=written))


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
    if eksplorasi:
        say(phrase("Next: lkjip lab {name}", name=path.name))
    else:
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
        alone = phrase("JupyterLab is not installed here. Install it: pip install jupyterlab")
        say(own if (SOURCE / "run.py").is_file() else alone, err=True)
        raise typer.Exit(UNREADABLE) from error
    words = [word for word in (path, *context.args) if word]
    with problems_shown():
        options = lab_options(words, home())
    os.environ["LKJIP_HOME"] = str(home())
    os.environ["PYTHONPATH"] = os.pathsep.join(
        filter(None, [str(SOURCE), os.environ.get("PYTHONPATH", "")])
    )
    open_lab(argv=options)


def lab_options(words: list[str], home: Path) -> list[str]:
    """Jupyter's options: its root is the workbook, and one word may name a notebook.

    Behind an option (`--port 9000`) a word may be the value of that.
    """
    shown, rest = "notebooks", list(words)
    for place, word in enumerate(words):
        behind = place > 0 and words[place - 1].startswith("-")
        if word.startswith("-") or (behind and _place(word, home) is None):
            continue
        shown = _found(word, home).relative_to(home.resolve()).as_posix()
        del rest[place]
        break
    return [f"--ServerApp.root_dir={home}", f"--LabApp.default_url=/lab/tree/{shown}", *rest]


def _found(word: str, home: Path) -> Path:
    """The notebook a word names. Raises: InputError where there is none, with those there are."""
    if path := _place(word, home):
        return path
    from lkjip_analysis.errors import nearest

    every = (home / "notebooks").rglob("*.ipynb")
    known = sorted(path.stem for path in every if path.parent.name != ".ipynb_checkpoints")
    found = phrase('no notebook "{word}"', word=word)
    raise wrong_input("lab", found, "a notebook of this workbook", nearest(word, known))


def _place(word: str, home: Path) -> Path | None:
    """Where the notebook is that a word names: a path, or a name in `notebooks`."""
    names = (word, f"{word}.ipynb")
    places = (Path.cwd(), home, home / "notebooks", home / "notebooks" / "eksplorasi")
    found = (place / name for place in places for name in names)
    inside = (path.resolve() for path in found if path.is_file())
    return next((path for path in inside if path.is_relative_to(home.resolve())), None)
