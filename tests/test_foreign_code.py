"""Files that lie in a folder of data and are called as modules or templates are: none is run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lkjip_analysis.building import forking, no_debugger
from lkjip_analysis.report.workbook_home import SOURCE as PROJECT

MODULES = ("IPython", "ipykernel", "jinja2", "json", "matplotlib", "openpyxl", "pandas",
           "sitecustomize", "zmq")  # fmt: skip
TEMPLATES = ("gaya.css", "beda.html.j2", "dokumen.html.j2", "halaman.html.j2", "semua.html.j2")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A copy of the example's data in which a file lies for each module: it would leave a mark."""
    folder = tmp_path / "dari orang lain"
    shutil.copytree(
        PROJECT / "tests" / "contoh", folder, ignore=shutil.ignore_patterns("processed", "reports")
    )
    for place in (folder, folder / "raw" / "dinas-contoh" / "2022"):
        for name in MODULES:
            code = f"open({str(tmp_path / 'dijalankan')!r}, 'a').write({name!r})\n"
            (place / f"{name}.py").write_text(code, "utf-8")
        for name in TEMPLATES:
            (place / "templates").mkdir(exist_ok=True)
            (place / "templates" / name).write_text("DARI ORANG LAIN {{ 7 * 7 }}", "utf-8")
    return folder


@pytest.mark.parametrize(
    "words",
    [("list",), ("verify", "dinas-contoh", "2022"), ("verify", "--all", "-o", "semua"),
     ("report", "dinas-contoh", "2022", "--reports", "laporan")],
    ids=lambda words: "-".join(words[:2]),
)  # fmt: skip
def test_no_module_beside_the_data_is_run(words: tuple[str, ...], hostile: Path) -> None:
    command = [sys.executable, "-P", "-m", "lkjip_analysis", *words, "--data", "."]
    done = subprocess.run(command, cwd=hostile, capture_output=True, text=True, check=False)

    assert done.returncode in (0, 1), done.stderr
    assert not (hostile.parent / "dijalankan").exists()
    pages = [path.read_text("utf-8") for path in hostile.rglob("*.html")]
    assert all("DARI ORANG LAIN" not in page for page in pages)
    assert bool(pages) == (words[0] == "report" or "--all" in words)


@pytest.mark.parametrize("program", [forking.SERVE, no_debugger.START], ids=["server", "kernel"])
def test_what_runs_notebooks_imports_nothing_from_the_folder_it_starts_in(
    program: str, hostile: Path
) -> None:
    subprocess.run(
        [sys.executable, "-c", program, "--version"], cwd=hostile, capture_output=True,
        stdin=subprocess.DEVNULL, env={**os.environ, "PYTHONUTF8": "1"}, timeout=120, check=False,
    )  # fmt: skip

    assert not (hostile.parent / "dijalankan").exists()
