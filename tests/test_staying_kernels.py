"""Where kernels are started and not forked, one stays for several notebooks, as new for each."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from test_kernels import CONTOH, notebooks

from lkjip_analysis.building import forking, one_notebook, provisioning
from lkjip_analysis.building.kernels import at_once
from lkjip_analysis.building.one_report import Built, build
from lkjip_analysis.building.staying_kernels import may_stay
from lkjip_analysis.pages.notebooks import sources


@pytest.fixture(autouse=True)
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Nothing is forked; the process of each kernel, as they are started."""
    monkeypatch.setattr(forking, "POSSIBLE", False)
    found, launch = [], provisioning._Provisioner.launch_kernel

    async def noted(self: provisioning._Provisioner, cmd: list[str], **given: object) -> object:
        told = await launch(self, cmd, **given)
        found.append(self.process.pid)
        return told

    monkeypatch.setattr(provisioning._Provisioner, "launch_kernel", noted)
    return found


def _built(folder: Path, *cells: str) -> Built:
    """A report of a notebook for each of these cells, one after the other."""
    given = notebooks(folder / "n", *cells)
    return build(*CONTOH, reports=folder / "r", notebooks=given, at_once=1)


def _page(built: Built, number: int) -> str:
    return (built.index.parent / f"0{number}.html").read_text("utf-8")


def test_one_kernel_is_as_new_for_the_next_notebook(tmp_path: Path, started: list[int]) -> None:
    """Longer files run first: the one that leaves something must be the longer one."""
    leaves = "milikku = 41\n" + "# panjang\n" * 20 + "milikku + 1"
    built = _built(tmp_path, "'milikku' in dir(), instansi", leaves)
    assert len(started) == 1
    assert "<pre>42</pre>" in _page(built, 2)
    if sys.platform != "win32":
        with pytest.raises(ProcessLookupError):
            os.kill(started[0], 0)  # it is gone, and buried
    assert "(False, 'dinas-contoh')" in _page(built, 1).replace("&#39;", "'").replace("’", "'")


@pytest.mark.parametrize(
    "cell",
    [
        "import pandas as pd",
        "from os import path",
        "%precision 3",
        "import lkjip_analysis as lkjip\nlkjip.charts.budget.WIDE = 1",
        "__builtins__['bocor'] = 1",
        "setattr(int, 'x', 1)",
        "().__class__.__base__",
    ],
)
def test_what_could_change_more_than_its_own_names_has_a_kernel_to_itself(
    cell: str, tmp_path: Path
) -> None:
    given = notebooks(
        tmp_path / "n", cell, "import lkjip_analysis\nfrom lkjip_analysis import bagan"
    )
    assert not may_stay(given / "01.ipynb") and may_stay(given / "02.ipynb")


def test_every_notebook_of_the_report_may_stay() -> None:
    assert all(map(may_stay, sources()))


def test_after_a_notebook_that_fails_the_next_has_another_kernel(
    tmp_path: Path, started: list[int]
) -> None:
    fails = "# panjang\n" * 20 + "1 / 0"
    built = _built(tmp_path, "6 * 7", fails)
    assert [page.file for page in built.failed] == ["02.html"] and len(started) == 2
    assert "ZeroDivisionError" in _page(built, 2) and "<pre>42</pre>" in _page(built, 1)


def test_the_seven_pages_are_the_same_by_one_kernel_as_by_seven(
    tmp_path: Path, started: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = build(*CONTOH, reports=tmp_path / "a", at_once=1).index.parent
    assert len(started) == 1
    monkeypatch.setattr(one_notebook, "may_stay", lambda source: False)
    each = build(*CONTOH, reports=tmp_path / "b", at_once=2).index.parent
    assert len(started) == 1 + len(list(each.glob("0*.html")))
    for page in one.iterdir():
        assert page.read_bytes() == (each / page.name).read_bytes(), page.name


@pytest.mark.parametrize("processors, kernels", [(None, 2), (1, 2), (2, 2), (4, 2), (8, 4)])
def test_few_kernels_are_started_for_many_processors(
    processors: int | None, kernels: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    assert at_once() == kernels
    monkeypatch.setattr(forking, "POSSIBLE", True)
    monkeypatch.delenv("LKJIP_FORK", raising=False)
    assert at_once() == (processors or 1) + 1
