"""Chromium, or a browser of its family: from HTML to a tagged PDF."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from lkjip_analysis.intake.document.programs import Unavailable, find, run

REMEDY = (
    "PDF needs Chromium, Chrome or Edge, none of which is on this computer: winget install "
    "Google.Chrome (Windows), sudo apt install chromium (Debian), brew install --cask "
    "google-chrome (macOS)."
)
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
PLACES = (
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-extensions",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
)


def to_pdf(html: str) -> bytes:
    """The tagged PDF that Chromium prints of a page.

    Raises: Unavailable where no such browser is here, or it prints nothing.
    """
    program = find(NAMES, PLACES, REMEDY)
    with tempfile.TemporaryDirectory(prefix="lkjip-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target = folder / "dokumen.html", folder / "dokumen.pdf"
        source.write_text(html, encoding="utf-8")
        own = [f"--user-data-dir={folder / 'profil'}", f"--print-to-pdf={target}"]
        run([program, *OPTIONS, *_sandbox(), *own, source.as_uri()], "Chromium")
        if not target.is_file():
            raise Unavailable("Chromium ended without printing the PDF; try again.")
        return target.read_bytes()


def _sandbox() -> list[str]:
    """Chromium refuses to start as root unless its sandbox is off, as in containers."""
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
