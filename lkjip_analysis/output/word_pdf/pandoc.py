"""pandoc: from HTML to Word."""

from __future__ import annotations

import tempfile
from pathlib import Path

from lkjip_analysis.programs import find, run

REMEDY = (
    "Word needs pandoc, which is not on this computer: winget install JohnMacFarlane.Pandoc "
    "(Windows), sudo apt install pandoc (Debian), brew install pandoc (macOS)."
)
PLACES = ("C:/Program Files/Pandoc/pandoc.exe",)


def to_word(html: str, reference: bytes) -> bytes:
    """The .docx that pandoc makes of a page, in the styles of a reference document.

    Raises: Unavailable where pandoc is missing or fails.
    """
    program = find(("pandoc",), PLACES, REMEDY)
    with tempfile.TemporaryDirectory(prefix="lkjip-") as name:
        folder = Path(name)
        source, target = folder / "naskah.html", folder / "naskah.docx"
        styles = folder / "acuan.docx"
        source.write_text(html, encoding="utf-8")
        styles.write_bytes(reference)
        options = [f"--reference-doc={styles}", "-f", "html-tex_math_dollars", "-t", "docx"]
        run([program, *options, "-o", str(target), str(source)], "pandoc")
        return target.read_bytes()
