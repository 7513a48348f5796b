"""What a notebook of one's own shows in Lab is on its page too, forked or not: never nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup
from test_kernels import notebooks

from lkjip_analysis.building import forking, kernels, one_notebook
from lkjip_analysis.building.static_outputs import NO_WORDS, ONLY_IN_LAB, one_form, steady

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="  # noqa: E501
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><text y="9">hai</text></svg>'
PLOTLY = {"application/vnd.plotly.v1+json": {"data": [{"y": [1, 2]}]}}
DRAWN = "<div id='x'></div><script>Plotly.newPlot('x')</script>"

BUNDLES: list[tuple[str, dict[str, Any], str, str]] = [
    ("a picture beside plotly", PLOTLY | {"text/html": DRAWN, "image/png": PNG}, "img", ""),
    ("an svg beside altair", {"application/vnd.vegalite.v5+json": {}, "image/svg+xml": SVG}, "img",
     ""),
    ("words beside plotly", PLOTLY | {"text/plain": "garis naik"}, "pre", "garis naik"),
    ("nothing but scripts", PLOTLY | {"text/html": DRAWN}, "p", ONLY_IN_LAB),
    ("plotly's own long words", PLOTLY | {"text/plain": "Figure({\n 'data': []})"}, "p",
     ONLY_IN_LAB),
    ("a table among scripts", {"text/html": f"<table><tr><td>1</td></tr></table>{DRAWN}"}, "table",
     "1"),
    ("a widget", {"application/vnd.jupyter.widget-view+json": {"model_id": "f00"},
                  "text/plain": "IntSlider(value=3)"}, "pre", "IntSlider(value=3)"),
    ("markdown", {"text/markdown": "**tebal**", "text/plain": "<Markdown>"}, "strong", "tebal"),
    ("latex", {"text/latex": "$\\frac{1}{2}$", "text/plain": "<Latex>"}, "code", "\\frac"),
    ("jpeg", {"image/jpeg": PNG, "text/plain": "foto pasar"}, "img", ""),
    ("a form nobody knows", {"application/geo+json": {}}, "p", ONLY_IN_LAB),
]  # fmt: skip


@pytest.mark.parametrize(("bundle", "tag", "words"), [one[1:] for one in BUNDLES],
                         ids=[one[0] for one in BUNDLES])  # fmt: skip
def test_every_output_has_one_form_on_the_page(
    bundle: dict[str, Any], tag: str, words: str
) -> None:
    notebook = nbformat.v4.new_notebook()
    shown = nbformat.v4.new_output("display_data", data=bundle)
    notebook.cells = [nbformat.v4.new_code_cell("x", outputs=[shown], id="x")]
    page = BeautifulSoup(one_notebook.body(notebook), "html.parser")
    assert len(page.select(tag)) == 1 and words in page.get_text()
    assert not page.select("script, iframe")
    if tag == "img":
        assert page.img["alt"] in (NO_WORDS, bundle.get("text/plain"))  # type: ignore[index]


def test_a_picture_is_described_as_its_author_did() -> None:
    told = one_form({"image/png": PNG, "text/plain": "<Figure>"}, {"image/png": {"alt": "naik"}})
    assert 'alt="naik"' in told["text/html"]


def test_ids_drawn_by_lot_are_numbered_in_their_order() -> None:
    page = '<table id="T_c2e4b"></table><i>#T_c2e4b_row0</i><table id="T_0000a"></table>'
    assert steady(page) == '<table id="T_1"></table><i>#T_1_row0</i><table id="T_2"></table>'


EVERY_KIND = (
    "import matplotlib.pyplot as plt\nplt.plot([1, 3, 2]);",
    "import pandas as pd\npd.DataFrame({'nilai': [12.5, 3]}).style.highlight_max()",
    f"from IPython.display import display\ndisplay({PLOTLY | {'image/svg+xml': SVG}!r}, raw=True)",
    "import ipywidgets\nipywidgets.IntSlider(value=3)",
    "from IPython.display import SVG, Latex, Markdown\nMarkdown('**tebal**')",
    f"SVG({SVG!r})",
    "Latex('$x^2$')",
    "import lkjip_analysis as lkjip\nlkjip.tabel(lkjip.load('dindagkop-ukm-blora', 2021).anggaran)",
)


def test_a_notebook_with_every_kind_of_output_is_the_same_page_forked_and_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = notebooks(tmp_path / "n", "1") / "01.ipynb"
    notebook = nbformat.read(source, as_version=4)
    notebook.cells = [nbformat.v4.new_code_cell(cell) for cell in EVERY_KIND]
    nbformat.write(notebook, source)

    def page() -> str:
        done = one_notebook.run(source, {}, kernels.Kernels(kernels.environment(None), tmp_path))
        assert done.failure is None, done.failure
        return one_notebook.body(done.notebook)

    forked = page()
    monkeypatch.setattr(forking, "POSSIBLE", False)
    monkeypatch.setattr(kernels, "server", lambda *_: None)
    assert forked == page()
    shown = BeautifulSoup(forked, "html.parser")
    assert len(shown.select("img")) == 3 and len(shown.select("table")) == 2
    assert shown.strong and shown.code and "IntSlider(value=3)" in shown.get_text()
