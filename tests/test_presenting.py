"""Any frame as a table of the page: formats, links, marks, and the way to each computed figure."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median

import pandas as pd
import pytest
from bs4 import BeautifulSoup, Tag
from folders import made_up
from test_formula import check, traces

import lkjip_analysis as lkjip
from lkjip_analysis.analysis.laporan import Laporan
from lkjip_analysis.building.running import parameters
from lkjip_analysis.building.screws import checked
from lkjip_analysis.errors import InputError
from lkjip_analysis.pages.parts.pages import named

HOME = Path(__file__).resolve().parents[1]
REPORT = sorted((HOME / "notebooks").glob("0*.ipynb"))


@pytest.fixture(scope="module")
def laporan() -> Laporan:
    return lkjip.load("dindagkop-ukm-blora", 2021)


def page(shown: object) -> Tag:
    return BeautifulSoup(shown.html, "html.parser")  # type: ignore[attr-defined]


def row_of(shown: Tag, name: str) -> list[str]:
    row = shown.find(id=name)
    assert isinstance(row, Tag)
    return [" ".join(c.get_text().replace(", cara menghitung", "").split())
            for c in row.select("th, td")]  # fmt: skip


def test_a_frame_that_knows_no_report_is_a_table_too() -> None:
    frame = pd.DataFrame({"kata": ["a"], "banyak": [1_200], "nilai": [0.5]}, index=["x"])
    shown = page(lkjip.tabel(frame, "Sesuatu", jangkar="s"))
    assert row_of(shown, "s.x") == ["x", "a", "1.200", "0,5"]
    assert not shown.select("a, button")


def test_a_column_named_as_a_measure_is_told_by_it_where_it_is_so(laporan: Laporan) -> None:
    program = laporan.anggaran
    program["sisa"] = lkjip.metrics.sisa(program["pagu"], program["realisasi"])
    program["serapan_dihitung"] = program["serapan"] + 5  # no formula gives that
    shown = page(lkjip.tabel(program, jangkar="p"))
    told = traces(shown)
    assert {place.rpartition(".")[2] for place, *_ in told} == {"sisa"}
    assert all(check(*one) for one in told)
    # 556.182.400 - 435.481.640 = 120.700.760
    assert ("hitung.p.1.pendidikan.sisa", "120.700.760") in [one[:2] for one in told]
    headings = [th.get_text() for th in shown.select("thead th")]
    assert headings[1:] == ["Sasaran", "Pagu (Rp)", "Realisasi (Rp)", "Serapan tercetak (%)",
                            "Sisa (Rp)", "Serapan dihitung (%)"]  # fmt: skip


def test_a_sum_knows_the_cells_it_adds_up(laporan: Laporan) -> None:
    sums = lkjip.jumlah(laporan.anggaran, lkjip.sasaran(laporan.anggaran))
    assert sums["pagu"].to_dict() == {"1": 1_006_182_400, "2": 721_000_000}
    sums["serapan"] = lkjip.metrics.serapan(sums["pagu"], sums["realisasi"])
    shown = page(lkjip.tabel(sums, jangkar="j"))
    told = traces(shown)
    assert len(told) == 6 and all(check(*one) for one in told)
    words = next(formula for place, _, formula, _ in told if place.endswith("1.serapan"))
    assert words == "serapan = jumlah realisasi ÷ jumlah pagu × 100"
    assert len(shown.find(id="hitung.j.1.pagu").select("li")) == 4  # type: ignore[union-attr]


def test_a_mean_of_computed_figures_leads_to_what_they_were_computed_from(
    laporan: Laporan,
) -> None:
    indikator = laporan.indikator
    means = lkjip.rerata(indikator, lkjip.sasaran(indikator), ["capaian_dihitung"])
    # (135,3125 + 194,0513) / 2 = 164,68, and of the second sasaran 106,87.
    assert means["capaian_dihitung"].round(2).to_dict() == {"1": 164.68, "2": 106.87}
    (place, shown, _, worked), _ = traces(page(lkjip.tabel(means, jangkar="m")))
    assert (place, shown) == ("hitung.m.1.capaian_dihitung", "164,68")
    assert worked.startswith("(135,3125 + 194,0513) ÷ 2 = ")


def test_two_tables_side_by_side_keep_what_both_know(laporan: Laporan) -> None:
    indikator, program = laporan.indikator, laporan.anggaran
    means = lkjip.rerata(indikator, lkjip.sasaran(indikator), ["capaian_dihitung"])
    both = lkjip.padukan(lkjip.jumlah(program, lkjip.sasaran(program)), means)
    assert len(traces(page(lkjip.tabel(both, kolom=["pagu", "capaian_dihitung"])))) == 4


TWICE = """\
indikator:
  1.a: {nama: A, satuan: persen, arah: naik, presisi: bulat}
  2.b: {nama: B, satuan: persen, arah: naik, presisi: bulat}
tabel:
  capaian: {label: Tabel 3.1, transkripsi: ganda}
  lagi: {tipe: capaian, label: Tabel 3.2, transkripsi: ganda}
"""


def test_an_indicator_that_two_tables_print_is_one_row(tmp_path: Path) -> None:
    head = "kode,indikator,target,realisasi,capaian\n"
    tables = {
        "capaian": f"{head}1.a,A,80,60,75\n",
        "lagi": f"{head}1.a,A,80,60,75\n2.b,B,50,60,120\n",
    }
    indikator = Laporan(made_up(tmp_path, TWICE, tables)).indikator
    assert indikator["capaian_dihitung"].to_dict() == {"1.a": 75, "2.b": 120}
    assert indikator.label == "Tabel 3.1, Tabel 3.2"
    assert str(indikator.cell("2.b", "target")) == "lagi[2.b].target"


def test_marks_and_corrections_of_the_used_layer_are_shown(laporan: Laporan) -> None:
    shown = page(lkjip.tabel(laporan.pada("dipakai").anggaran, jangkar="p"))
    assert row_of(shown, "p.2.perizinan")[3] == "10.000.000Dikoreksi"
    assert "lapis dipakai" in shown.caption.get_text()  # type: ignore[union-attr]


def test_what_is_added_to_a_table_stays_there(laporan: Laporan) -> None:
    program = laporan.anggaran
    program["sisa"] = 0
    assert "sisa" not in laporan.anggaran


def test_what_is_not_there_is_said(laporan: Laporan) -> None:
    empty = lkjip.load("dindagkop-ukm-blora", 2023).anggaran
    assert "tidak ada dalam laporan ini" in lkjip.tabel(empty).html  # type: ignore[union-attr]
    drawn = lkjip.charts.serapan(empty)
    assert "tidak ada dalam laporan ini" in lkjip.bagan(drawn, nama="serapan").html


def test_a_frame_that_was_pickled_still_leads_to_its_findings(laporan: Laporan) -> None:
    import pickle

    again = pickle.loads(pickle.dumps(laporan.anggaran))
    assert lkjip.tabel(again).html == lkjip.tabel(laporan.anggaran).html  # type: ignore[union-attr]


LAPIS = {
    "default": '"dipakai"',
    "inferred_type_name": "str",
    "help": "pilihan: dipakai, tercetak. X",
}
AMBANG = {"default": "90.0", "inferred_type_name": "float", "help": "0 sampai 100. X"}


def test_a_screw_is_checked_by_what_its_comment_declares() -> None:
    assert checked("n", "ambang", "82,5", AMBANG) == 82.5
    assert checked("n", "lapis", "tercetak", LAPIS) == "tercetak"
    for told, text, allowed in (
        (AMBANG, "950", "a value from 0 to 100"),
        (AMBANG, "banyak", "a number, a value like 90.0"),
        (LAPIS, "asli", "dipakai or tercetak"),
        ({"default": "5", "inferred_type_name": "None", "help": ""}, "4,5", "a whole number"),
    ):
        with pytest.raises(InputError, match=allowed):
            checked("n", "x", text, told)


def test_the_screws_of_the_notebooks_are_refused_before_anything_runs() -> None:
    source = HOME / "notebooks/04_anggaran.ipynb"
    with pytest.raises(InputError, match=r'04_anggaran.ipynb: lapis: found "asli"'):
        parameters([source], "x", 2021, {"lapis": "asli"})


def test_a_page_names_what_is_other_than_usual() -> None:
    body = named("<h1>Anggaran</h1><p>x</p>", ["ambang = 80.0 (bawaan 90.0)"])
    assert BeautifulSoup(body, "html.parser").get_text(" ", strip=True) == (
        "Anggaran Halaman ini dibuat dengan ambang = 80.0 (bawaan 90.0). x"
    )


@pytest.mark.parametrize("source", REPORT, ids=lambda path: path.stem)
def test_the_cells_of_a_report_notebook_are_short_and_each_section_asks(source: Path) -> None:
    cells = json.loads(source.read_text("utf-8"))["cells"]
    code = [c["source"] for c in cells if c["cell_type"] == "code"]
    assert median(map(len, code)) <= 3 and max(map(len, code)) <= 8
    headings = [line for c in cells if c["cell_type"] == "markdown" for line in c["source"]
                if line.startswith("## ")]  # fmt: skip
    assert headings
