"""Workbooks saved by LibreOffice, as agencies that have no Excel save them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def saved_as(path: Path, ending: str, folder: Path) -> Path:
    """The workbook at `path` opened, calculated and saved by LibreOffice in another format."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed: workbooks that it saves are NOT tested")
    folder.mkdir(exist_ok=True)
    profile = (folder.parent / "libreoffice").resolve().as_uri()
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", ending,
         "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return folder / f"{path.stem}.{ending}"
