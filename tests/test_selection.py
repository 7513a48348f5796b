"""Notebooks for which a report has no table are left out, and said so."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from folders import made_up

from lkjip_analysis.building.notebook_selection import select
from lkjip_analysis.building.one_report import NOTEBOOKS
from lkjip_analysis.building.staying_kernels import may_stay
from lkjip_analysis.errors import InputError
from lkjip_analysis.pages.notebooks import content_of, title

SOURCES = sorted(NOTEBOOKS.glob("[0-9]*.ipynb"))


def test_a_report_with_achievement_only_runs_no_page_about_other_tables(tmp_path: Path) -> None:
    report = made_up(
        tmp_path,
        "tabel:\n  capaian: {label: Tabel 1}\n",
        {"capaian": 'kode,indikator,target,realisasi,capaian\n1.a,A,10,9,"90,00"\n'},
    )
    chosen = select(SOURCES, report, 1)
    names = [path.stem for path in chosen]
    assert "01_kinerja" in names and "07_verifikasi" in names
    assert "06_tren" in names  # the figures of one year have sources too
    assert not {"02_koperasi_umkm", "03_ekspor_pasar", "04_anggaran", "05_sumber_daya"} & set(names)


def test_one_of_several_tables_is_enough_to_run_a_page(tmp_path: Path) -> None:
    report = made_up(
        tmp_path,
        "tabel:\n  umkm: {label: Tabel 1}\n",
        {"umkm": "kode,no,jenis_usaha,jumlah\nmikro,1.,Usaha Mikro,5\njumlah,,Jumlah,5\n"},
    )
    assert "02_koperasi_umkm" in [path.stem for path in select(SOURCES, report, 1)]
    # Nothing of it goes on from year to year, until there is another year beside it.
    assert "06_tren" not in [path.stem for path in select(SOURCES, report, 1)]
    assert "06_tren" in [path.stem for path in select(SOURCES, report, 2)]


CELL = {"cell_type": "code", "source": "1", "metadata": {}, "outputs": []}


def written(path: Path, cells: object = (CELL,), told: object = None, form: object = 4) -> Path:
    book = {"cells": cells, "metadata": {} if told is None else told, "nbformat": form}
    path.write_text(json.dumps(book), encoding="utf-8")
    return path


BROKEN = {
    "brackets without end": "[" * 200_000,
    "brackets in brackets": '{"cells": ' + "[" * 60_000 + "]" * 60_000 + "}",
    "nothing": "",
    "no JSON": "halo",
    "a number": "5",
    "a list": "[]",
    "no cells": '{"metadata": {}, "nbformat": 4}',
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_no_notebook_is_told_by_its_name(name: str, tmp_path: Path) -> None:
    (tmp_path / "08_lain.ipynb").write_text(BROKEN[name])
    with pytest.raises(InputError, match=r"08_lain\.ipynb: found no notebook"):
        title(tmp_path / "08_lain.ipynb")


@pytest.mark.parametrize(
    ("cells", "told", "form"),
    [("x", {}, 4), ([5], {}, 4), ([{**CELL, "source": 5}], {}, 4),
     ([{**CELL, "source": [5]}], {}, 4),
     ([{**CELL, "cell_type": None}], {}, 4), ([CELL], 5, 4), ([CELL], {"lkjip": 5}, 4),
     ([CELL], {"lkjip": {"tabel": 5}}, 4), ([CELL], {"lkjip": {"tabel": [[]]}}, 4), ([CELL], {}, 2),
     ([CELL], {}, 99)],
)  # fmt: skip
def test_a_notebook_of_another_form_is_told_by_its_name(
    cells: object, told: object, form: object, tmp_path: Path
) -> None:
    path = written(tmp_path / "08_lain.ipynb", cells, told, form)
    with pytest.raises(InputError, match=r"08_lain\.ipynb: found no notebook"):
        content_of(path)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes")
def test_a_pipe_in_place_of_a_notebook_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "08_lain.ipynb")
    with pytest.raises(InputError, match=r"08_lain\.ipynb: found a pipe or device"):
        title(tmp_path / "08_lain.ipynb")


def test_a_notebook_without_cells_or_with_an_odd_one_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lkjip_analysis.building.staying_kernels.server", lambda: None)
    path = written(tmp_path / "08_lain.ipynb", [])
    assert title(path) == "08_lain" and may_stay(path)
    for text in ("(" * 100_000, "\0", "%matplotlib inline"):
        assert not may_stay(written(path, [{**CELL, "source": text}]))
