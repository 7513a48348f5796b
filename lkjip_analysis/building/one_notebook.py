"""One notebook: its parameters, its run by papermill, and its outputs as HTML."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nbconvert import HTMLExporter, TemplateExporter
from nbformat import NotebookNode, v4, validate

from lkjip_analysis.building.kernels import ERRORS, Kernels, private_folder
from lkjip_analysis.building.notebook_parameters import checked
from lkjip_analysis.building.plain_papermill import PapermillExecutionError, papermill
from lkjip_analysis.building.provisioning import given_back, lent, manager_of
from lkjip_analysis.building.static_outputs import static, steady
from lkjip_analysis.building.staying_kernels import may_stay
from lkjip_analysis.building.translated_notebook import translated
from lkjip_analysis.errors import nearest, wrong_input
from lkjip_analysis.language import phrase, worded

CELL_TIMEOUT = 300
"""Seconds after which a cell is stopped."""
SUBJECT = {"instansi", "tahun"}
QUOTES = "'\""
STARTS = 3
"""How often a kernel is started that ends, or gives no answer, before the first cell."""
LINES = 20
"""As much of what a dead kernel said is shown."""

# What happens to a kernel is told once, as a failure of its page.
logging.getLogger("papermill").addHandler(logging.NullHandler())


@dataclass(frozen=True)
class Failure:
    """Why a notebook did not finish: the cause, the cell that was being run (0: none yet).

    `told` is what a kernel that died had said.
    """

    cause: str
    number: int
    cell: str
    told: str = ""


@dataclass(frozen=True)
class Run:
    """A notebook that was run: with its outputs, or why it failed, and what was `changed` in it."""

    notebook: NotebookNode
    failure: Failure | None = None
    changed: tuple[str, ...] = ()


def parameters(
    sources: Sequence[Path], instansi: str, tahun: int, extra: Mapping[str, str]
) -> dict[Path, dict[str, Any]]:
    """For each notebook its parameters, each of the type of its default.

    Raises: InputError for a name that no notebook has, or a value of another type.
    """
    same = {"instansi": instansi, "tahun": tahun}
    if not extra:
        return {source: dict(same) for source in sources}
    known = {source: papermill.inspect_notebook(str(source)) for source in sources}
    names = {name for told in known.values() for name in told}
    for name in extra:
        if name not in names:
            allowed = ", ".join(sorted(names))
            found = phrase('the parameter "{name}"', name=name)
            raise wrong_input("--parameter", found, allowed, nearest(name, names))
    return {
        path: same
        | {
            name: checked(path.name, name, text, told[name])
            for name, text in extra.items()
            if name in told
        }
        for path, told in known.items()
    }


def changed(source: Path, given: Mapping[str, Any]) -> list[str]:
    """The parameters of a notebook that are not as it has them, in words; agency and year apart."""
    if set(given) <= SUBJECT:
        return []
    known = papermill.inspect_notebook(str(source))
    return [
        worded("{name} = {value} (bawaan {told})", name=name, value=value, told=told.strip(QUOTES))
        for name, value in given.items()
        if name not in SUBJECT and (told := known[name]["default"]).strip(QUOTES) != str(value)
    ]


def prepare() -> None:
    """Compile the schema of notebooks once; three that start at once would each do it."""
    validate(v4.new_notebook(), relax_add_props=True)


def run(source: Path, parameters: Mapping[str, Any], kernels: Kernels) -> Run:
    """Run a notebook in a kernel of its own, or in one that stays; one that does not start is
    started again.
    """
    run_once = _run_in_lent if may_stay(source) else _run_in_own
    for _ in range(STARTS):
        done = run_once(source, parameters, kernels)
        if done.failure is None or done.failure.number or kernels.are_stopped:
            break
    return done


def _run_in_own(source: Path, parameters: Mapping[str, Any], kernels: Kernels) -> Run:
    with private_folder() as folder:
        manager = {"kernel_manager_class": manager_of(kernels, folder)}
        return _run(source, parameters, folder, folder, manager)


def _run_in_lent(source: Path, parameters: Mapping[str, Any], kernels: Kernels) -> Run:
    manager = lent(kernels)
    with private_folder() as folder:
        done = _run(source, parameters, folder, manager.folder, {"km": manager})
    given_back(manager, done.failure is None)
    return done


def _run(
    source: Path,
    parameters: Mapping[str, Any],
    folder: Path,
    kernel_folder: Path,
    manager: Mapping[str, Any],
) -> Run:
    """One run by a kernel; `manager` says which, as papermill hands it on to nbclient."""
    number, text = 0, ""

    def note(cell: NotebookNode, cell_index: int) -> None:
        nonlocal number, text
        number, text = cell_index + 1, cell.source

    try:
        notebook = papermill.execute_notebook(
            str(translated(source, folder)),
            None,
            dict(parameters),
            kernel_name="python3",
            progress_bar=False,
            execution_timeout=CELL_TIMEOUT,
            shutdown_kernel="immediate",
            on_cell_execute=note,
            extra_arguments=["--log-level=ERROR", "--HistoryManager.enabled=False"],
            **manager,
        )
    except PapermillExecutionError as error:
        cause = f"{error.ename}: {error.evalue}"
        return Run(NotebookNode(), Failure(cause, error.cell_index + 1, error.source))
    except TimeoutError:
        cause = worded(
            "sel ini belum selesai sesudah {seconds} detik, lalu dihentikan", seconds=CELL_TIMEOUT
        )
        return Run(NotebookNode(), Failure(cause, number, text))
    except (RuntimeError, OSError) as error:  # the kernel did not start, or died
        cause = worded("kernel berhenti sendiri ({error})", error=error)
        return Run(NotebookNode(), Failure(cause, number, text, _said(kernel_folder / ERRORS)))
    return Run(notebook, changed=tuple(changed(source, parameters)))


def _said(errors: Path) -> str:
    """The end of what a kernel wrote to stderr."""
    if not errors.is_file():
        return ""
    return "\n".join(errors.read_text("utf-8", errors="replace").splitlines()[-LINES:])


def body(notebook: NotebookNode) -> str:
    """The notebook's text and outputs as HTML, the same for the same notebook."""
    from lkjip_analysis.pages.parts.rendering import without_style

    return steady(without_style(str(_exporter().from_notebook_node(static(notebook))[0])))


def warm_up() -> None:
    """Do once what the first page would wait for, while notebooks still run."""
    body(v4.new_notebook(cells=[v4.new_markdown_cell("#")]))


class _Exporter(HTMLExporter):
    """Without a second reading of each page, which adds what our template has: a text to each
    picture, a place to stop for the keyboard.
    """

    def from_notebook_node(self, nb: NotebookNode, resources: Any = None, **kw: Any) -> Any:
        return TemplateExporter.from_notebook_node(self, nb, resources, **kw)


@cache
def _exporter() -> HTMLExporter:
    """One for all notebooks: making it costs more than using it."""
    from lkjip_analysis.pages.parts.rendering import TEMPLATES

    return _Exporter(
        extra_template_basedirs=[str(TEMPLATES)],
        template_name="laporan",
        exclude_input=True,
        exclude_anchor_links=True,
        optimistic_validation=True,  # once for each page, and not after each of ten steps
        language_code="id",
    )
