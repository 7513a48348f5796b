"""LibreOffice: documents of other programs as .docx or .xlsx, and Word documents as PDF."""

from __future__ import annotations

import tempfile
from pathlib import Path

from lkjip_analysis.intake.document.programs import Unavailable, find, run

NAMES = ("soffice", "libreoffice")
PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
REMEDY = (
    "LibreOffice is not on this computer: winget install TheDocumentFoundation.LibreOffice "
    "(Windows), sudo apt install libreoffice (Debian), brew install --cask libreoffice (macOS)."
)
PDF = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
FILTERS = {".docx": "docx:MS Word 2007 XML", ".xlsx": "xlsx", ".pdf": PDF}


def converted(content: bytes, ending: str, to: str) -> bytes:
    """A document with the name ending `ending` (`.odt`) as LibreOffice saves it as `to` (`.docx`).

    Raises: Unavailable where LibreOffice is not here or cannot open the document.
    """
    program = find(NAMES, PLACES, REMEDY)
    with tempfile.TemporaryDirectory(prefix="lkjip-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, out = folder / f"naskah{ending}", folder / "keluar"
        source.write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
        run(
            [
                program,
                profile,
                "--headless",
                "--norestore",
                "--convert-to",
                FILTERS[to],
                "--outdir",
                str(out),
                str(source),
            ],
            "LibreOffice",
        )
        made = out / f"naskah{to}"
        if not made.is_file():
            raise Unavailable("LibreOffice cannot open it.")
        return made.read_bytes()
