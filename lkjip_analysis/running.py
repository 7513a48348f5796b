"""One notebook: its parameters, its run by papermill, and its outputs as HTML."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
import papermill
from nbconvert import HTMLExporter
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from lkjip_analysis import present
from lkjip_analysis.errors import InputError, Problem, nearest
from lkjip_analysis.report import PROJECT

CELL_TIMEOUT = 300


def parameters(
    sources: Sequence[Path], instansi: str, tahun: int, extra: Mapping[str, str]
) -> dict[Path, dict[str, Any]]:
    """For each notebook its parameters, each of the type of its default.

    Raises: InputError for a name that no notebook has, or a value of another type.
    """
    known = {source: papermill.inspect_notebook(str(source)) for source in sources}
    names = {name for told in known.values() for name in told}
    for name in extra:
        if name not in names:
            allowed = ", ".join(sorted(names))
            found = f'the parameter "{name}"'
            raise InputError([Problem("--parameter", found, allowed, nearest(name, names))])
    return {
        source: {"instansi": instansi, "tahun": tahun}
        | {
            name: _typed(source.name, name, text, known[source][name]["default"])
            for name, text in extra.items()
            if name in known[source]
        }
        for source in sources
    }


def _typed(notebook: str, name: str, text: str, default: str) -> Any:
    sample = json.loads(default) if default[:1].isdigit() or default[:1] == "-" else ""
    try:
        return type(sample)(text)
    except ValueError as error:
        raise InputError(
            [
                Problem(
                    notebook, f'{name} = "{text}"', f"a value like {default}", "Correct the value."
                )
            ]
        ) from error


@contextmanager
def data_at(data: Path | str | None) -> Iterator[None]:
    """Notebooks know no path: their kernels find data and package through the environment."""
    before = dict(os.environ)
    paths = [str(PROJECT), before.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    os.environ["PYTHONHASHSEED"] = "0"
    if data is not None:
        os.environ["LKJIP_DATA"] = str(Path(data).resolve())
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def run(source: Path, parameters: Mapping[str, Any], folder: Path) -> tuple[str, str]:
    """The body of a notebook's page, and why it failed, if it did."""
    output = folder / source.name
    failure = None
    try:
        papermill.execute_notebook(
            str(source),
            str(output),
            dict(parameters),
            kernel_name="python3",
            cwd=str(folder),
            progress_bar=False,
            execution_timeout=CELL_TIMEOUT,
            extra_arguments=["--log-level=ERROR"],
        )
    except PapermillExecutionError as error:
        failure = error
    notebook = nbformat.read(output, as_version=4)
    output.unlink()
    if failure is None:
        return _body(notebook), ""
    cause = f"{failure.ename}: {failure.evalue}"
    body = present.render(
        "gagal.html.j2",
        title=title(source),
        notebook=source.name,
        number=failure.cell_index + 1,
        cause=cause,
        source=failure.source,
    )
    return body, cause


def _body(notebook: NotebookNode) -> str:
    """The notebook's text and outputs as HTML, the same for the same notebook."""
    exporter = HTMLExporter(
        extra_template_basedirs=[str(present.TEMPLATES)],
        template_name="laporan",
        exclude_input=True,
        exclude_anchor_links=True,
        language_code="id",
    )
    return str(exporter.from_notebook_node(notebook)[0])


def title(source: Path) -> str:
    """The heading of the notebook's first cell."""
    notebook = nbformat.read(source, as_version=4)
    return str(notebook.cells[0].source).lstrip("# ").partition("\n")[0].strip()
