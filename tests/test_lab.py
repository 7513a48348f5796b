"""The notebooks in JupyterLab itself: as they are opened, and as they are run, light and dark.

It is skipped, and says so, where JupyterLab or Chromium is not there.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import urllib.request
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from test_browser import CHROMIUM

HOME = Path(__file__).resolve().parents[1]
NEAR = (Path(sys.executable).parent, HOME / ".venv-lab" / "bin", HOME / ".venv-lab" / "Scripts")
LAB = os.environ.get("LKJIP_LAB") or next(
    (found for folder in NEAR if (found := shutil.which("jupyter-lab", path=str(folder)))), None
)

if CHROMIUM is None or LAB is None:
    missing = (
        "NO JUPYTERLAB OR CHROMIUM: the notebooks were NOT tested in Lab (run.py lab makes it)"
    )
    warnings.warn(missing, stacklevel=1)
    pytestmark = pytest.mark.skip(reason=missing)

KERNEL = {"argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
          "display_name": "Python 3", "language": "python"}  # fmt: skip
LIGHTNESS = "text => getComputedStyle(text).fill.match(/\\d+/g).map(Number)"
OWN = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Lab on copies of notebooks and data, with settings of its own: nothing is trusted."""
    home = tmp_path_factory.mktemp("lab")
    shutil.copytree(HOME / "notebooks", home / "notebooks")
    shutil.copytree(HOME / "data" / "raw", home / "data" / "raw")
    (home / "kernels" / "python3").mkdir(parents=True)
    (home / "kernels" / "python3" / "kernel.json").write_text(json.dumps(KERNEL), encoding="utf-8")
    own = {name: str(home / name) for name in OWN}
    environment = os.environ | own | {"JUPYTER_PATH": str(home), "PYTHONPATH": str(HOME),
                                      "LKJIP_HOME": str(home)}  # fmt: skip
    command = [str(LAB), "--no-browser", "--port=0", "--ServerApp.token=", "--allow-root",
               f"--ServerApp.root_dir={home}", "--ServerApp.disable_check_xsrf=True"]  # fmt: skip
    with (home / "log").open("w") as log:
        server = subprocess.Popen(command, env=environment, stderr=log, stdout=log, cwd=home)
    try:
        yield _address(home / "JUPYTER_RUNTIME_DIR")
    finally:
        server.terminate()
        server.wait(20)


def _address(folder: Path) -> str:
    """Where the server listens, once it does."""
    for _ in range(900):
        for told in folder.glob("jpserver-*.json") if folder.is_dir() else ():
            url = str(json.loads(told.read_text("utf-8"))["url"])
            try:
                urllib.request.urlopen(f"{url}api")
            except OSError:
                break
            return url
        time.sleep(0.1)
    raise TimeoutError("JupyterLab did not start")


def _opened(browser: Browser, address: str, name: str, theme: str = "JupyterLab Light") -> Page:
    request = urllib.request.Request(
        f"{address}lab/api/settings/@jupyterlab/apputils-extension:themes", method="PUT",
        data=json.dumps({"raw": json.dumps({"theme": theme})}).encode())  # fmt: skip
    urllib.request.urlopen(request)
    page = browser.new_page(viewport={"width": 1280, "height": 2400})
    space = name.replace("/", "-")
    page.goto(f"{address}lab/workspaces/{space}-{theme[-4:]}/tree/notebooks/{name}.ipynb?reset")
    page.locator(".jp-Notebook .jp-OutputArea-output").first.wait_for(timeout=60_000)
    return page


@pytest.fixture(scope="module")
def budget(browser: Browser, address: str) -> Page:
    return _opened(browser, address, "04_anggaran")


def test_a_notebook_that_is_only_opened_can_be_read(budget: Page) -> None:
    page = budget
    table = page.locator(".jp-OutputArea-output:has(table[data-jupyter-id=lapis])").first
    table.wait_for(state="attached")
    # Without style nothing lies about bare, and every way to a figure is behind one line.
    expect(page.locator(".jejak >> visible=true")).to_have_count(0)
    figure = table.locator("button.asal").first
    assert figure.evaluate("one => getComputedStyle(one).borderTopWidth") == "0px"
    told = table.locator("details:has(> summary:text('Cara menghitung'))")
    told.locator("summary").click()
    expect(told.locator("li").first).to_be_visible()
    picture = page.locator(".tanpa-gaya img").first
    expect(picture).to_be_visible()
    assert picture.evaluate("img => img.complete && img.naturalWidth > 100")


def _wait_for_its_kernel(page: Page, address: str) -> None:
    path = page.url.partition("/tree/")[2].partition("?")[0]
    for _ in range(180):
        sessions = json.loads(urllib.request.urlopen(f"{address}api/sessions").read())
        if any(one["path"] == path and one["kernel"]["execution_state"] == "idle"
               for one in sessions):  # fmt: skip
            return
        page.wait_for_timeout(500)
    raise TimeoutError(f"no kernel for {path}")


def _run_all(page: Page, address: str) -> None:
    """Run every cell, and wait until none waits and no kernel works any more.

    Before its kernel is there Lab would ask which one is meant.
    """
    _wait_for_its_kernel(page, address)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    waiting, quiet = page.locator(".jp-InputPrompt", has_text="[*]"), 0
    page.wait_for_timeout(2000)
    for _ in range(300):
        kernels = json.loads(urllib.request.urlopen(f"{address}api/kernels").read())
        idle = kernels and all(one["execution_state"] == "idle" for one in kernels)
        quiet = quiet + 1 if idle and not waiting.count() else 0
        if quiet == 4:
            break
        page.wait_for_timeout(300)
    expect(waiting).to_have_count(0)
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    expect(page.locator(".jp-OutputArea-output[data-mime-type*=error]")).to_have_count(0)


def test_a_notebook_that_is_run_draws_and_opens_what_stands_behind_a_figure(
    budget: Page, address: str
) -> None:
    page = budget
    _run_all(page, address)
    expect(page.locator("svg.gambar").first).to_be_visible()
    expect(page.locator(".tanpa-gaya >> visible=true")).to_have_count(0)
    figure = page.locator("table#lapis button.asal").first
    figure.scroll_into_view_if_needed()
    figure.click()
    opened = page.locator(".jejak:popover-open")
    expect(opened).to_be_visible()
    # 1.727.182.400 is what the nine programmes add up to.
    expect(opened).to_contain_text("1.727.182.400")
    page.keyboard.press("Escape")
    expect(opened).to_have_count(0)


NAMES = sorted(
    str(path.relative_to(HOME / "notebooks").with_suffix("")).replace(os.sep, "/")
    for path in (HOME / "notebooks").rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts
)  # fmt: skip
OWN_TESTS = ("04_anggaran", "07_verifikasi")
SPILLED = """outputs => outputs.filter(one => one.scrollWidth > one.clientWidth + 2
    && getComputedStyle(one).overflowX === 'visible').length"""


@pytest.mark.skipif("LKJIP_LAB" not in os.environ, reason="takes minutes: LKJIP_LAB asks for it")
@pytest.mark.parametrize("name", [name for name in NAMES if name not in OWN_TESTS])
def test_every_notebook_runs_in_lab_and_nothing_spills_out(
    browser: Browser, address: str, name: str
) -> None:
    theme = "JupyterLab Dark" if NAMES.index(name) % 2 else "JupyterLab Light"
    page = _opened(browser, address, name, theme)
    _run_all(page, address)
    if shots := os.environ.get("LKJIP_LAB_PICTURES"):
        page.screenshot(path=Path(shots) / f"{name.replace('/', '-')}.png")
    outputs = page.locator(".jp-OutputArea-output")
    expect(outputs.first).to_be_visible(timeout=30_000)
    assert outputs.evaluate_all(SPILLED) == 0
    if page.locator("button.asal >> visible=true").count():
        page.locator("button.asal >> visible=true").first.click()
        expect(page.locator(".jejak:popover-open")).to_be_visible()
        page.keyboard.press("Escape")
    page.close()


def test_a_link_to_a_printed_cell_opens_the_table_that_it_is_in(budget: Page) -> None:
    link = budget.locator("table#program td a[href*=csv]").first
    link.scroll_into_view_if_needed()
    link.click()
    expect(budget.locator(".lm-TabBar-tabLabel", has_text="anggaran.csv")).to_be_visible()
    expect(budget.locator(".jp-CSVViewer")).to_be_visible()


def test_findings_are_filtered_in_the_dark(browser: Browser, address: str) -> None:
    page = _opened(browser, address, "07_verifikasi", "JupyterLab Dark")
    assert page.locator("body").get_attribute("data-jp-theme-light") == "false"
    _run_all(page, address)
    groups = page.locator(".golongan >> visible=true")
    before = groups.count()
    page.locator("#saring-terbukti").check()
    expect(groups).to_have_count(1)
    assert before > 3
    text = page.locator("svg.gambar text").first
    expect(text).to_be_visible()
    # The words of a chart are light on the dark page, in the theme's own colour.
    assert min(text.evaluate(LIGHTNESS)) > 200
    page.close()
