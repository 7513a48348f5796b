"""What each output of a notebook is on a page without scripts: one form of it, never nothing.

JupyterLab draws plotly, altair and widgets by scripts; a page shows the picture or the text that
travels beside them. What has neither says so.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from html import escape
from typing import Any

from nbformat import NotebookNode

from lkjip_analysis.language import worded

Bundle = Mapping[str, Any]
SCRIPTED = re.compile(r"<(script|iframe|object|embed)\b", re.IGNORECASE)
SCRIPTS = re.compile(r"<(script|iframe|object|embed)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
TAGS = re.compile(r"<style\b.*?</style\s*>|<[^>]*>", re.IGNORECASE | re.DOTALL)
PICTURES = ("image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp")
STYLER = re.compile(r'id="T_([0-9a-f]{5,})"')
ONLY_IN_LAB = (
    "Keluaran ini digambar oleh skrip dan hanya tampil di JupyterLab. Agar tampil di halaman, "
    "sertakan gambarnya: plotly.io.renderers.default = 'plotly_mimetype+png' (paket kaleido), "
    "altair.renderers.enable('png') (paket vl-convert-python)."
)
NO_WORDS = "Gambar dari buku kerja, tanpa keterangan"


def static(notebook: NotebookNode) -> NotebookNode:
    """The notebook with each output as a page can show it; the notebook itself stays."""
    shown = _node(notebook)
    shown.cells = [_cell(cell) for cell in notebook.cells]
    return shown


def _cell(cell: NotebookNode) -> NotebookNode:
    if cell.cell_type != "code":
        return cell
    told = _node(cell)
    told.outputs = [
        _node({**output, "data": one_form(output.data, output.get("metadata", {}))})
        if "data" in output
        else output
        for output in cell.outputs
    ]
    return told


def one_form(data: Bundle, metadata: Bundle) -> NotebookNode:
    """The form of an output that a page shows."""
    html = _text(data.get("text/html"))
    if html and not SCRIPTED.search(html):
        return _node(data)  # our own charts put their PNG into their HTML
    for kind in PICTURES:
        if kind in data:
            return _html(_picture(kind, _text(data[kind]), _alt(data, metadata, kind)))
    bare = SCRIPTS.sub("", html)
    if TAGS.sub("", bare).strip():
        return _html(bare)
    if "text/markdown" in data:
        return _node({"text/markdown": data["text/markdown"]})
    if "text/latex" in data:
        return _html(f"<p><code>{escape(_text(data['text/latex']))}</code></p>")
    if html or _text(data.get("text/plain")).startswith("Figure({"):
        return _html(f'<p class="kalimat">{worded(ONLY_IN_LAB)}</p>')
    if "text/plain" in data:
        return _node({"text/plain": data["text/plain"]})
    return _html(f'<p class="kalimat">{worded(ONLY_IN_LAB)}</p>')


def _html(markup: str) -> NotebookNode:
    return _node({"text/html": markup})


def _picture(kind: str, body: str, alt: str) -> str:
    is_text = kind == "image/svg+xml"
    encoded = base64.b64encode(body.encode()).decode() if is_text else body.replace("\n", "")
    return (
        f'<figure><img src="data:{kind};base64,{encoded}" alt="{escape(alt, quote=True)}"></figure>'
    )


def _alt(data: Bundle, metadata: Bundle, kind: str) -> str:
    """A picture in words: as it was described, else by what Python says of it, if that is words."""
    own = metadata.get(kind, {})
    told = str(metadata.get("alt") or (own.get("alt") if isinstance(own, Mapping) else "") or "")
    plain = _text(data.get("text/plain"))
    return told or (plain if plain and not plain.startswith("<") else worded(NO_WORDS))


def _text(value: Any) -> str:
    return "".join(value) if isinstance(value, list) else str(value or "")


def steady(page: str) -> str:
    """The ids that a pandas Styler draws by lot, numbered: the same page each time."""
    for number, drawn in enumerate(dict.fromkeys(STYLER.findall(page)), start=1):
        page = page.replace(f"T_{drawn}", f"T_{number}")
    return page


def _node(told: Mapping[str, Any]) -> NotebookNode:
    return NotebookNode(told)  # type: ignore[no-untyped-call]
