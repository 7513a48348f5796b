"""A report that means harm: markup and script in every text, and every page of it in Chromium."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser
from test_browser import CHROMIUM
from typer.testing import CliRunner

from lkjip_analysis.building import watching
from lkjip_analysis.building.many import overview
from lkjip_analysis.building.many.batch import Outcome
from lkjip_analysis.building.one_report import build
from lkjip_analysis.commands.cli import app
from lkjip_analysis.pages.parts.rendering import TEMPLATES, script_hash
from lkjip_analysis.report.workbook_home import SOURCE as PROJECT

CONTOH = PROJECT / "tests" / "contoh" / "raw" / "dinas-contoh" / "2022"
RUN = "document.title='BOCOR';fetch('http://bocor.invalid/');alert(1)"
HARM = (
    f"\"'></title></style></svg>--><script>{RUN}</script><img src=x onerror={RUN}>"
    f"<svg onload={RUN}><a href=javascript:{RUN}>a</a> $\\frac{{a}}$ {{{{7*7}}}}"
)
NAME, YEAR = "dinas-contoh", 2022
FOLDER = "<img src=x onerror=document.title='BOCOR'>"
POLICY = "default-src 'none'"
OWN = ["\n".join((TEMPLATES / name).read_text("utf-8") for name in names)
       for names in (("temuan.js", "bagan.js"), ("temuan.js",), ("bagan.js",))]  # fmt: skip
"""The scripts a page may hold, to the letter."""
CHECK = """own => [
    ...[...document.querySelectorAll('script,iframe,object,embed,form,base')]
        .filter(e => !(own.includes(e.textContent) && e.matches('script') && !e.attributes.length))
        .map(e => e.tagName),
    ...[...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
        .filter(a => a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value)).map(a => a.name),
]"""


def harmful(folder: Path) -> None:
    """The small example with HARM in each of its texts that is no figure and no key."""
    shutil.copytree(CONTOH, folder)
    path = folder / "laporan.yaml"
    text = path.read_text("utf-8")
    quoted = "'" + HARM.replace("'", "''") + "'"
    for old in ("Dinas Contoh", "Kabupaten Contoh", "LKjIP 2022", "Tabel 3.1", "Tabel 3.2",
                "Tabel 3.3", "BAB III.A", "BAB III.B", "Naskah", "Jalan dalam kondisi baik",
                "Aduan yang belum selesai", "Cukup"):  # fmt: skip
        assert f": {old}" in text, old
        text = text.replace(f": {old}", f": {quoted[:-1]} {old}'")
    path.write_text(text, "utf-8")
    texts = {
        "anggaran": ("sasaran", "program"),
        "capaian": ("indikator",),
        "klaim": ("bagian", "paragraf", "tentang", "sebab"),
    }
    for name, columns in texts.items():
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            row.update({c: HARM + row[c] for c in columns if row.get(c)})
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("harm")
    harmful(base / "raw" / NAME / "2022")
    shutil.copytree(base / "raw" / NAME / "2022", base / "raw" / FOLDER / "2022")
    return base


@pytest.fixture(scope="module")
def pages(data: Path) -> list[Path]:
    """Every kind of page, made from these data."""
    reports = data / "reports"
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    failing = data / "failing"
    failing.mkdir()
    parameters = nbformat.v4.new_code_cell('instansi: str = "x"\ntahun: int = 1\ncatatan: str = ""')
    parameters.metadata["tags"] = ["parameters"]
    cells = [parameters, nbformat.v4.new_code_cell("raise ValueError(catatan)")]
    nbformat.write(
        nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}),
        failing / "01_gagal.ipynb",
    )
    built = build(NAME, YEAR, data, reports)
    assert not built.failed
    failed = build(NAME, YEAR, data, data / "lain", failing, {"catatan": HARM})
    overview.note(reports, Outcome(NAME, 2023, f"{HARM}: found {HARM}"))
    overview.note(reports, Outcome(FOLDER, 2022, _refusal(data)))
    overview.write(reports)
    watching.write_page(data / "pantau.html", HARM, next(watching.looks(NAME, YEAR, data)))
    done = CliRunner().invoke(app, ["verify", "--all", "--workers", "1", "--data", str(data),
                                    "-o", str(data / "seluruh")])  # fmt: skip
    assert done.exit_code == 1, done.output  # one slip, one folder that is refused
    assert failed.failed
    return sorted(data.rglob("*.html"))


def _refusal(data: Path) -> str:
    done = CliRunner().invoke(app, ["verify", FOLDER, "2022", "--data", str(data)])
    assert done.exit_code == 2
    return done.output


@pytest.mark.skipif(CHROMIUM is None, reason="NO CHROMIUM: not tested in a browser")
@pytest.mark.parametrize("without_policy", [False, True])
def test_no_page_runs_what_the_data_say_even_without_its_policy(
    browser: Browser, pages: list[Path], without_policy: bool
) -> None:
    context = browser.new_context(bypass_csp=without_policy)
    shown, betrayed = context.new_page(), list[str]()
    shown.on("dialog", lambda dialog: (betrayed.append(dialog.message), dialog.dismiss()))
    shown.on("request", lambda request: betrayed.append(request.url)
             if not request.url.startswith(("file:", "data:")) else None)  # fmt: skip
    for path in pages:
        shown.goto(path.as_uri())
        shown.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
        shown.wait_for_timeout(100)
        assert shown.evaluate(CHECK, OWN) == [], path.name
        assert shown.title() != "BOCOR", path.name
    context.close()
    assert betrayed == []
    assert len(pages) == 17
    names = {path.name for path in pages}
    assert names >= {"index.html", "kamus.html", "pantau.html", "01_gagal.html",
                     "01_kinerja.html", "07_verifikasi.html", "2022-gagal.html"}  # fmt: skip


def test_what_means_harm_is_there_to_read_as_text(pages: list[Path]) -> None:
    for path in pages:
        assert f"<script>{RUN}" not in path.read_text("utf-8"), path
    told = [path for path in pages if "&lt;script&gt;document.title" in path.read_text("utf-8")]
    assert len(told) >= 8


def test_a_page_that_would_betray_itself_does(browser: Browser, tmp_path: Path) -> None:
    """Without escaping and policy the same text runs: the test above can fail."""
    path = tmp_path / "a.html"
    path.write_text(f"<p title='{HARM}", "utf-8")
    context = browser.new_context()
    shown, dialogs = context.new_page(), list[str]()
    shown.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    shown.goto(path.as_uri())
    assert shown.title() == "BOCOR" and dialogs
    context.close()


def test_every_page_forbids_script_but_its_own(pages: list[Path]) -> None:
    for path in pages:
        text = path.read_text("utf-8")
        assert f'http-equiv="Content-Security-Policy" content="{POLICY};' in text, path
        allowed = re.findall(r"script-src '([^']*)'", text.partition("<title>")[0])
        assert bool(allowed) == ("<script>" in text), path
        assert len(allowed) <= 1 and set(allowed) <= {script_hash(own) for own in OWN}, path
        assert text.index("Content-Security-Policy") < text.index("<title>") < text.index("<style")
    whole = [path for path in TEMPLATES.glob("*.j2") if "<head>" in path.read_text("utf-8")]
    assert len(whole) >= 5
    for path in whole:
        assert 'include "kebijakan.html.j2"' in path.read_text("utf-8"), path
    policy = (TEMPLATES / "kebijakan.html.j2").read_text("utf-8")
    assert POLICY in policy and "http:" not in policy
    assert policy.count("script-src") == 1 and "script-src '{{ script_hash(script) }}';" in policy
