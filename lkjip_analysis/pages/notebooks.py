"""The report's notebooks as files, and the page each becomes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from lkjip_analysis.errors import wrong_input
from lkjip_analysis.report.workbook_home import home, shipped

OWN = home() / "notebooks"
NOTEBOOKS = OWN if OWN.is_dir() else shipped("notebooks") or OWN
"""Those of the workbook, else those that came with the package."""


APPENDIX = ("Lampiran: anggapan dan pengesahan", "lampiran.html")
"""Title and file of the page behind those of the notebooks."""


@dataclass(frozen=True)
class Page:
    """One page of the report: its title, file name, and why it failed, if it did."""

    title: str
    file: str
    failure: str = ""


def sources(folder: Path = NOTEBOOKS) -> list[Path]:
    """The notebooks of a report, in their order."""
    return sorted(folder.glob("[0-9]*.ipynb"))


def check_there(folder: Path = NOTEBOOKS) -> None:
    """A report of nothing but its index says nothing.

    Raises: InputError where there is no notebook.
    """
    if not sources(folder):
        remedy = "Start in a workbook folder; `lkjip init` writes one."
        raise wrong_input(str(folder), "no notebook", "notebooks like 01_kinerja.ipynb", remedy)


def title(source: Path) -> str:
    """The heading of a notebook's first cell."""
    first = json.loads(source.read_text(encoding="utf-8"))["cells"][0]["source"]
    return "".join(first).lstrip("# ").partition("\n")[0].strip()


def page_of(source: Path) -> str:
    """The file of a notebook's page."""
    return f"{source.stem}.html"
