"""What a notebook shows that was only opened: JupyterLab keeps no style, SVG or popover of it then.

What would lie about bare is `hidden` (the style of a trusted notebook shows it again), and what
would be missing stands there in plain HTML, which that style hides. A page has neither.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from html import escape

MARK = ' hidden="hidden" data-lab=""'
"""On what only a styled notebook shows; with a value, for JupyterLab drops attributes without."""

BUTTON = '<button class="asal"'
PLAIN = ' style="background:none;border:0;color:inherit;font:inherit;padding:0"'
"""A figure whose way cannot be opened there is no grey button; what is styled says so louder."""

IN_LINE = ' style="display:inline;font-size:1em"'
"""A heading stands beside the arrow that opens what is below it."""

FINDING = re.compile('<a class="ke-temuan"|(?<=</h4>)<span class="pendek"')
APART = '<!--lab--><span class="tanpa-gaya">; </span><!--/lab-->'
"""Between a figure and the words of its findings, a finding and what it is in short."""

BARE = re.compile(
    r'<(?:div class="(?:jejak|bidang)"|fieldset class="saring"|p class="(?:judul-hitungan|kertas)")'
)
TRACE = re.compile(
    r'<p class="jejak-judul">(.*?)</p>\s*<p>(.*?)</p>\s*<p class="kerja">(.*?)</p>', re.DOTALL
)


def for_lab(html: str, png: bytes = b"", alt: str = "") -> str:
    """An output that can be read with style and without; `png` is the picture of its drawing."""
    shown = BARE.sub(lambda found: found[0] + MARK, html)
    shown = FINDING.sub(lambda found: APART + found[0], shown.replace(BUTTON, BUTTON + PLAIN))
    shown = re.sub("(?<=<summary>)<h[34]", lambda found: found[0] + IN_LINE, shown)
    return shown + "".join(_instead(html, png, alt))


def for_page(page: str) -> str:
    """A page made of such outputs, as it was before."""
    bare = page.replace(MARK, "").replace(PLAIN, "").replace(IN_LINE, "")
    return re.sub(r"<!--lab-->.*?<!--/lab-->", "", bare, flags=re.DOTALL)


def _instead(html: str, png: bytes, alt: str) -> Iterator[str]:
    if png:
        source = base64.b64encode(png).decode()
        told = escape(alt, quote=True)
        width = 320 if 'class="bagan kecil"' in html else 480
        yield _plain(f'<img width="{width}" alt="{told}" src="data:image/png;base64,{source}">')
    if traces := TRACE.findall(html):
        told = "".join(f"<li>{title}: {way}; {worked}</li>" for title, way, worked in traces)
        heading = f"<summary>Cara menghitung ({len(traces)} angka)</summary>"
        yield _plain(f"<details>{heading}<ul>{told}</ul></details>")


def _plain(html: str) -> str:
    return f'<!--lab--><div class="tanpa-gaya">{html}</div><!--/lab-->'
