"""One report: the notebooks of an agency and year, run by papermill, as self-contained HTML.

A finished run replaces the earlier report, an unfinished one never does: everything is written to
a folder of its own beside the target and put in place by renaming.
"""

from __future__ import annotations

import hashlib
import json
import platform
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from lkjip_analysis import running
from lkjip_analysis.crossing import verified
from lkjip_analysis.loading import raw_folder
from lkjip_analysis.pages import Page, head_of, index_body, write_page
from lkjip_analysis.placing import new_folder
from lkjip_analysis.processed import write_processed
from lkjip_analysis.report import PROJECT, Report

NOTEBOOKS = PROJECT / "notebooks"
REPORTS = PROJECT / "reports"
VERSIONS = ("pandas", "matplotlib", "papermill", "nbconvert", "babel")


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
    verification = verified(instansi, tahun, data)
    report = verification.report
    sources = sorted(notebooks.glob("[0-9]*.ipynb"))
    given = running.parameters(sources, instansi, tahun, parameters or {})
    target = (reports or REPORTS) / instansi / str(tahun)
    started = time.monotonic()
    with new_folder(target) as folder, running.data_at(data):
        pages = [Page("Ikhtisar", "index.html")]
        pages += [Page(running.title(source), f"{source.stem}.html") for source in sources]
        head = head_of(report)
        done = [pages[0]]
        for source, page in zip(sources, pages[1:], strict=True):
            progress(page.title)
            body, failure = running.run(source, given[source], folder)
            write_page(folder, head, pages, page, body)
            done.append(Page(page.title, page.file, failure))
        write_page(folder, head, pages, pages[0], index_body(verification, head, pages))
        _write_manifest(folder, report, sources, data, time.monotonic() - started)
        write_processed(report, verification, data)
    return Built(target / "index.html", tuple(done))


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
