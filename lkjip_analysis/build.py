"""One report: the notebooks of an agency and year, run by papermill, as self-contained HTML.

A finished run replaces the earlier report, an unfinished one never does: everything is written to
a folder of its own beside the target and put in place by renaming.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import nbformat
import papermill
from babel.dates import format_date
from nbconvert import HTMLExporter
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from lkjip_analysis import frames, present, sentences, summary
from lkjip_analysis.errors import InputError, Problem, nearest
from lkjip_analysis.loading import load, raw_folder
from lkjip_analysis.placing import new_folder
from lkjip_analysis.report import PROJECT, Report
from lkjip_analysis.verify import Verification, verify

NOTEBOOKS = PROJECT / "notebooks"
REPORTS = PROJECT / "reports"
CELL_TIMEOUT = 300
VERSIONS = ("pandas", "matplotlib", "papermill", "nbconvert", "babel")


@dataclass(frozen=True)
class Page:
    """One page of the report: its title, file name, and why it failed, if it did."""

    title: str
    file: str
    failure: str = ""


@dataclass(frozen=True)
class Built:
    """What a run made: the index to open, and its pages."""

    index: Path
    pages: tuple[Page, ...]

    @property
    def failed(self) -> tuple[Page, ...]:
        return tuple(page for page in self.pages if page.failure)


Progress = Callable[[str], None]


def build(
    instansi: str,
    tahun: int,
    data: Path | str | None = None,
    reports: Path | None = None,
    notebooks: Path = NOTEBOOKS,
    parameters: Mapping[str, str] | None = None,
    progress: Progress = lambda name: None,
) -> Built:
    """Run the notebooks for an agency and year, and put the HTML report in place.

    Raises: InputError where the data, a parameter or the target cannot be used.
    """
    report = load(instansi, tahun, data)
    verification = verify(report)
    sources = sorted(notebooks.glob("[0-9]*.ipynb"))
    given = _parameters(sources, instansi, tahun, parameters or {})
    target = (reports or REPORTS) / instansi / str(tahun)
    started = time.monotonic()
    with new_folder(target) as folder, _data_at(data):
        pages = [Page("Ikhtisar", "index.html")]
        pages += [Page(_title(source), f"{source.stem}.html") for source in sources]
        head = _head(report)
        done = [pages[0]]
        for source, page in zip(sources, pages[1:], strict=True):
            progress(page.title)
            body, failure = _run(source, given[source], folder)
            _write_page(folder, head, pages, page, body)
            done.append(Page(page.title, page.file, failure))
        _write_page(folder, head, pages, pages[0], _index(verification, head, pages))
        _write_manifest(folder, report, sources, data, time.monotonic() - started)
        _write_processed(report, verification, data)
    return Built(target / "index.html", tuple(done))


def _parameters(
    sources: list[Path], instansi: str, tahun: int, extra: Mapping[str, str]
) -> dict[Path, dict[str, Any]]:
    """For each notebook its parameters, each of the type of its default.

    Raises: InputError for a name that no notebook has, or a value of another type.
    """
    known = {source: papermill.inspect_notebook(str(source)) for source in sources}
    names = {name for parameters in known.values() for name in parameters}
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
def _data_at(data: Path | str | None) -> Iterator[None]:
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


def _run(source: Path, parameters: Mapping[str, Any], folder: Path) -> tuple[str, str]:
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
        title=_title(source),
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


def _title(source: Path) -> str:
    """The heading of the notebook's first cell."""
    notebook = nbformat.read(source, as_version=4)
    return str(notebook.cells[0].source).lstrip("# ").partition("\n")[0].strip()


def _head(report: Report) -> dict[str, Any]:
    return {
        "nama": report.nama,
        "pemerintah": report.pemerintah,
        "dokumen": report.dokumen,
        "tahun": report.tahun,
        "tanggal": format_date(report.tanggal_data, "d MMMM y", locale="id"),
    }


def _write_page(
    folder: Path, head: Mapping[str, Any], pages: list[Page], page: Page, body: str
) -> None:
    style = (present.TEMPLATES / "gaya.css").read_text(encoding="utf-8")
    html = present.render(
        "halaman.html.j2",
        title=page.title,
        head=head,
        pages=pages,
        current=page.file,
        style=present.marked(style),
        body=present.marked(body),
    )
    (folder / page.file).write_text(html, encoding="utf-8", newline="\n")


def _index(verification: Verification, head: Mapping[str, Any], pages: list[Page]) -> str:
    worst = [
        {
            "anchor": present.anchor(f),
            "source": f.source,
            "label": f.label,
            "told": sentences.in_short(f),
        }
        for f in verification.findings
        if f.is_wrong
    ][:8]
    counts = present.marked(present.summary(verification).html)
    return present.render(
        "indeks.html.j2",
        head=head,
        sentences=summary.year(verification),
        summary=counts,
        worst=worst,
        pages=pages,
    )


def _write_manifest(
    folder: Path, report: Report, sources: list[Path], data: Path | str | None, seconds: float
) -> None:
    """What the report was made from: hashes of inputs, notebooks and pages, versions, time."""
    raw = raw_folder(data) / report.instansi / str(report.tahun)
    manifest = {
        "instansi": report.instansi,
        "tahun": report.tahun,
        "data": {path.name: _hash(path) for path in sorted(raw.iterdir()) if path.is_file()},
        "notebooks": {path.name: _hash(path) for path in sources},
        "halaman": {path.name: _hash(path) for path in sorted(folder.glob("*.html"))},
        "versi": {
            "python": platform.python_version(),
            **{name: version(name) for name in VERSIONS},
        },
        "detik": round(seconds, 1),
    }
    text = json.dumps(manifest, indent=2, ensure_ascii=False)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8")


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _write_processed(report: Report, verification: Verification, data: Path | str | None) -> None:
    """Tidy figures of both layers and the findings, for those who go on with other tools."""
    raw = raw_folder(data)
    folder = raw.parent / "processed" / report.instansi / str(report.tahun)
    folder.mkdir(parents=True, exist_ok=True)
    for layer in (report, report.used()):
        frames.tidy(layer).to_csv(
            folder / f"angka_{layer.layer}.csv", index=False, lineterminator="\n"
        )
    text = json.dumps(verification.as_json(), indent=2, ensure_ascii=False)
    (folder / "temuan.json").write_text(text + "\n", encoding="utf-8")
