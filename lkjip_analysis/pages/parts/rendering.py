"""Pieces of a page: HTML from the templates of this package, with every value escaped."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from lkjip_analysis.language import report_locale, worded
from lkjip_analysis.pages.parts import untrusted_notebook
from lkjip_analysis.pages.parts.pages_only import are_pages_only
from lkjip_analysis.pages.parts.typesetting import held, typeset
from lkjip_analysis.report.workbook_home import home

if TYPE_CHECKING:
    import pandas as pd
    from jinja2 import Environment

TEMPLATES = Path(__file__).parents[2] / "templates"
VERIFICATION_PAGE = "07_verifikasi.html"


STYLE = "lkjip-gaya"
_styled: list[str] = []
"""The cell that showed the style, once this process has: enough for all outputs of a notebook."""


def _cell() -> str:
    """The cell that is being run, where the program that runs it says so (JupyterLab does)."""
    shell: Any = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    parent = shell.get_parent() if hasattr(shell, "get_parent") else {}
    return str(parent.get("metadata", {}).get("cellId", ""))


def with_style(html: str, folder: str = "", png: bytes = b"", alt: str = "") -> str:
    """What a notebook shows: the first output brings the style of all; pages have their own.

    `png` is the picture of its drawing, for where the drawing is not shown. What becomes a page at
    once is left as the page has it.
    """
    if are_pages_only():
        return html
    shown, cell = in_lab(untrusted_notebook.for_lab(html, png, alt), folder), _cell()
    if _styled and (not cell or cell != _styled[0]):  # a cell run again replaces what it showed
        return shown
    _styled[:] = [cell]
    css = (TEMPLATES / "lab.css").read_text(encoding="utf-8").replace("\n", "")
    return f'<style class="{STYLE}">{css}</style>{shown}'


def style_again() -> None:
    """What is shown next brings the style: that of before is cleared away."""
    _styled.clear()


def without_style(page: str) -> str:
    """A page made of outputs, which has a style and links of its own."""
    bare = re.sub(rf'<style class="{STYLE}">.*?</style>', "", page, flags=re.DOTALL)
    bare = untrusted_notebook.for_page(bare)
    return _IN_LAB.sub(r'href="\1"', bare)


_ON_PAGE = re.compile(r'href="((\d\d_[\w-]+)\.html#([^"]+))"')
_IN_LAB = re.compile(r'href="[^"]*" data-hal="([^"]*)"')


def in_lab(html: str, folder: str) -> str:
    """Links to other pages as JupyterLab can open them: a printed cell's table, else the notebook.

    `folder` holds the tables of the report. What the link is on the page stays beside it.
    """
    if not _ON_PAGE.search(html):
        return html
    names = sorted((path.stem for path in Path(folder).glob("*.csv")), key=len) if folder else []

    def opened(link: re.Match[str]) -> str:
        page, notebook, anchor = link.groups()
        path = home() / "notebooks" / f"{notebook}.ipynb"
        for name in names:  # the longest name that fits wins
            if VERIFICATION_PAGE.startswith(notebook) and anchor.startswith(f"{name}-"):
                path = Path(folder, f"{name}.csv")
        try:
            seen_from_here = Path(os.path.relpath(path)).as_posix()
        except ValueError:  # Windows: no way leads from one drive to another
            return link[0]
        return f'href="{seen_from_here}" data-hal="{page}"'

    return _ON_PAGE.sub(opened, html)


@dataclass(frozen=True)
class Html:
    """A piece of a page. A notebook shows it as it is; printing it gives its `frame`.

    `folder` holds the tables that its links lead to, `rows` what it shows: a frame, or sentences.
    """

    html: str
    folder: str = ""
    rows: pd.DataFrame | Sequence[str] = field(default=(), repr=False, compare=False)

    @property
    def frame(self) -> pd.DataFrame:
        """What it shows, to go on with; of sentences a column `kalimat`."""
        import pandas as pd  # what only makes pages of templates needs none

        if isinstance(self.rows, pd.DataFrame):
            return self.rows
        return pd.DataFrame({"kalimat": list(self.rows)}, dtype=str)

    def _repr_html_(self) -> str:
        return with_style(self.html, self.folder)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "text/plain": "<HTML>"}

    def __repr__(self) -> str:
        return str(self.frame)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # a terminal needs none

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=lambda name: not (name or "").endswith(".md.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["verification_page"] = VERIFICATION_PAGE
    environment.globals["script_hash"] = script_hash
    environment.globals["style"] = style
    environment.globals["_"] = worded
    environment.globals["lang"] = report_locale
    environment.filters["in_css"] = in_css
    environment.filters["held"] = held
    return environment


def in_css(text: str) -> str:
    r"""A text as a string of CSS holds it: nothing in it ends the string or the style.

    >>> in_css('Dinas "A"</style>')
    'Dinas \\22 A\\22 \\3c \\2f style\\3e '
    """
    return "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text)


def script_hash(script: str) -> str:
    """How a page's policy names the one script it allows."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def folded(summary: str, html: Html) -> Html:
    """A piece of a page behind one line that opens it."""
    return Html(render("lipat.html.j2", summary=summary, html=marked(html.html)), rows=html.rows)


def render(template: str, **context: Any) -> str:
    """A template of this package with its values escaped; a whole page is typeset too."""
    told = _environment().get_template(template).render(**context)
    return typeset(told) if told.startswith("<!DOCTYPE html>") else told


def compile_templates(*names: str) -> None:
    """Have these templates ready, and those that they include: read and compiled once."""
    for name in names:
        _environment().get_template(name)


def marked(markup: str) -> Markup:
    """HTML that this package rendered itself, and so need not be escaped again."""
    return Markup(markup)


def style(body: str = "") -> Markup:
    """The style of a page; that of findings and of tables as printed only where there are such,
    that of a first screen, or of the pages behind it, where it may be one."""
    has_own = any(f'class="{shown}' in body for shown in ("temuan", "sumber"))
    is_first = 'class="layar-pertama' in body
    sheets = ("temuan.css",) * has_own + ("dalam.css",) * (not is_first) + ("gaya.css",)
    sheets += ("ikhtisar.css",) * (is_first or not body)
    return marked("".join((TEMPLATES / name).read_text(encoding="utf-8") for name in sheets))


def slug(text: str) -> str:
    """`text` as part of an HTML id."""
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", text).strip("-")


def absent(what: str) -> Html:
    """In place of a section whose table the agency does not have."""
    return Html(render("tiada.html.j2", what=what))


def text(sentence: str) -> Html:
    """One paragraph computed from the data."""
    return Html(render("kalimat.html.j2", sentence=sentence), rows=[sentence])


def listed(items: Sequence[str], otherwise: str) -> Html:
    """Sentences as a list; `otherwise` where there are none."""
    return Html(render("daftar.html.j2", items=items, otherwise=otherwise), rows=items)
