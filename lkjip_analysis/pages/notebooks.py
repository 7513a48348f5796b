"""The report's notebooks as files, and the page each becomes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from lkjip_analysis.errors import wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.report.filebytes import read_text
from lkjip_analysis.report.workbook_home import home, shipped

OWN = home() / "notebooks"
NOTEBOOKS = OWN if OWN.is_dir() else shipped("notebooks") or OWN
"""Those of the workbook, else those that came with the package."""
MAX_BYTES = 50_000_000
"""Of a notebook with the pictures of its outputs."""
FORMAT = 4
NO_PROGRAM = (SyntaxError, ValueError, RecursionError, MemoryError)
"""What Python says of a cell that is no program, or one nested too deep to be read."""


APPENDIX = ("Lampiran: anggapan dan pengesahan", "lampiran.html")
"""Title and file of the page behind those of the notebooks."""


@dataclass(frozen=True)
class Page:
    """One page of the report: its title, file name, and why it failed, if it did.

    `tables` are the table types that it tells about.
    """

    title: str
    file: str
    failure: str = ""
    tables: tuple[str, ...] = ()


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
    first = next((cell["source"] for cell in content_of(source)["cells"]), "")
    return "".join(first).lstrip("# ").partition("\n")[0].strip() or source.stem


def content_of(source: Path) -> dict[str, Any]:
    """What a notebook holds. Raises: InputError for what is none, or of another format."""
    try:
        told = json.loads(read_text(source, source.name, MAX_BYTES))
    except (ValueError, RecursionError):
        told = None
    if not _is_notebook(told):
        wanted = phrase("a notebook of format {wanted}", wanted=FORMAT)
        remedy = "Open and save it in JupyterLab, or delete it."
        raise wrong_input(source.name, "no notebook that can be read", wanted, remedy)
    return cast(dict[str, Any], told)


def _is_notebook(told: object) -> bool:
    if not isinstance(told, dict) or told.get("nbformat") != FORMAT:
        return False
    cells, about = told.get("cells"), told.get("metadata")
    if not (isinstance(cells, list) and isinstance(about, dict)):
        return False
    return all(map(_is_cell, cells)) and _is_declared(about.get("lkjip", {}))


def _is_cell(told: object) -> bool:
    """A cell of text or code, in one text or a list of its lines."""
    if not isinstance(told, dict) or not isinstance(told.get("cell_type"), str):
        return False
    source = told.get("source")
    lines = source if isinstance(source, list) else [source]
    return isinstance(told.get("metadata"), dict) and all(isinstance(one, str) for one in lines)


def _is_declared(told: object) -> bool:
    """What a notebook says of itself: the types of tables that it is about."""
    if not isinstance(told, dict):
        return False
    kinds = told.get("tabel", [])
    return isinstance(kinds, list) and all(isinstance(kind, str) for kind in kinds)


def page_of(source: Path) -> str:
    """The file of a notebook's page."""
    return f"{source.stem}.html"
