"""Any frame as a table of the page: formats, links, marks, and the way to each computed figure."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from statistics import median

import pandas as pd
import pytest
from bs4 import BeautifulSoup, Tag
from folders import made_up
from test_formula import check, traces

import lkjip_analysis as lkjip
from lkjip_analysis.analysis.laporan import Laporan
from lkjip_analysis.analysis.tabel import knowing
from lkjip_analysis.building.notebook_parameters import checked
from lkjip_analysis.building.one_notebook import parameters
from lkjip_analysis.errors import InputError
from lkjip_analysis.pages import sections
from lkjip_analysis.pages.page_frame import named
from lkjip_analysis.pages.parts import rendering

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
    sums = lkjip.jumlah(laporan.anggaran, lkjip.sasaran)
    assert sums["pagu"].to_dict() == {"1": 1_006_182_400, "2": 721_000_000}
    sums["serapan"] = lkjip.metrics.serapan(sums["pagu"], sums["realisasi"])
    shown = page(lkjip.tabel(sums, jangkar="j"))
    told = traces(shown)
    assert len(told) == 6 and all(check(*one) for one in told)
    words = next(formula for place, _, formula, _ in told if place.endswith("1.serapan"))
    assert words == "serapan = jumlah realisasi ÷ jumlah pagu × 100"
    assert len(shown.find(id="hitung.j.1.pagu").select("li a")) == 4  # type: ignore[union-attr]


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


def test_a_count_knows_the_rows_it_counts(laporan: Laporan) -> None:
    pasar = laporan["pasar"]
    fit = pasar["memenuhi"].notna()
    counts = lkjip.cacah(pasar, "kecamatan", {"memenuhi": fit}, apa="pasar", dari="nama_pasar")
    assert counts["banyak"].sum() == len(pasar) and counts["memenuhi"].sum() == fit.sum()
    told = traces(page(lkjip.tabel(counts, jangkar="c")))
    assert len(told) == 2 * len(counts) and all(check(*one) for one in told)
    assert told[0][2] == f"banyaknya pasar dengan kecamatan {counts.index[0]}"


def test_each_class_that_occurs_is_counted_in_the_order_of_its_scale(laporan: Laporan) -> None:
    kelas = pd.Series(["Sehat", "Cukup Sehat", "Sehat", None])
    told = lkjip.tiap_kelas(kelas, laporan.skala["koperasi"])
    assert {name: list(holds) for name, holds in told.items()} == {
        "Sehat": [True, False, True, False], "Cukup Sehat": [False, True, False, False],
    }  # fmt: skip
    assert list(told) == ["Sehat", "Cukup Sehat"]
    assert lkjip.tiap_kelas(kelas, ()) == {}


def test_a_mean_of_means_stands_below_them(laporan: Laporan) -> None:
    indikator = laporan.indikator
    each = lkjip.rerata(indikator, lkjip.sasaran(indikator), {"capaian_dihitung": "rerata"})
    both = lkjip.bawahkan(each, lkjip.rerata(each, nama="seluruhnya"))
    # (164,68 + 106,87) / 2 = 135,78
    assert both["rerata"].round(2).to_dict() == {"1": 164.68, "2": 106.87, "seluruhnya": 135.78}
    shown = page(lkjip.tabel(both, jangkar="m"))
    told = traces(shown)
    assert len(told) == 3 and all(check(*one) for one in told)
    assert len(shown.find(id="hitung.m.seluruhnya.rerata").select("li a")) == 8  # type: ignore[union-attr]


def test_a_mean_stands_beside_the_one_that_the_report_prints(laporan: Laporan) -> None:
    indikator = laporan.indikator
    each = lkjip.rerata(indikator, lkjip.sasaran(indikator), {"capaian_dihitung": "rerata"})
    both = lkjip.bawahkan(each, lkjip.rerata(each, nama="seluruhnya"))
    beside = sections.beside_printed_means(both, laporan.verifikasi)
    # BAB IV.A prints 165,68 where 135,31 and 194,05 have the mean 164,68; the others agree.
    assert beside["tercetak"].to_dict() == {"1": 165.68, "2": 106.87, "seluruhnya": 135.78}
    assert beside.loc["1", "nama"].startswith("1. Meningkatnya kualitas koperasi")
    shown = page(lkjip.tabel(beside, kolom=["rerata", "tercetak"], jangkar="m"))
    # A correction was accepted: the print is struck through, the new figure leads to its cell.
    link = shown.find(id="m.1").select_one("td.dikoreksi s + a")  # type: ignore[union-attr]
    assert str(link["href"]).endswith("#ringkasan-1.koperasi_sehat-rerata_sasaran")  # type: ignore[index]


def test_a_printed_total_row_stands_below_its_rows(laporan: Laporan) -> None:
    whole = lkjip.dengan_jumlah(laporan["umkm"])
    assert list(whole.index)[-1] == "jumlah"
    shown = page(lkjip.tabel(whole, kolom=["jumlah"], jangkar="u"))
    assert shown.select("tr.jumlah td a")


def test_classes_of_a_scale_are_named_by_the_reader(laporan: Laporan) -> None:
    skala = laporan.skala["koperasi"]
    assert lkjip.pilih_kelas(skala, "sehat, Cukup sehat") == ["Sehat", "Cukup Sehat"]
    assert lkjip.pilih_kelas((), "Sehat") == []
    with pytest.raises(InputError, match=r'found "Sehta".*Did you mean "Sehat"'):
        lkjip.pilih_kelas(skala, "Sehta")


def test_a_composition_names_its_largest_part(laporan: Laporan) -> None:
    drawn = lkjip.charts.komposisi(laporan["aset"], "nilai", "{nama} adalah {bagian}% nilai aset")
    assert drawn.alt.partition("%")[0].rpartition(" adalah ")[0] == (
        laporan["aset"].set_index("jenis")["nilai"].idxmax()
    )


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
    assert row_of(shown, "p.2.perizinan")[3] == "100.000.000 10.000.000Dikoreksi"
    assert "sesudah koreksi" in shown.caption.get_text()  # type: ignore[union-attr]


def test_the_layers_are_told_in_words_and_keep_their_address(laporan: Laporan) -> None:
    sums = {"tercetak": lkjip.jumlah(laporan.anggaran), "dipakai": lkjip.jumlah(laporan.anggaran)}
    beside = lkjip.sandingkan(sums, "lapis")
    shown = page(lkjip.tabel(beside, "Jumlah", ["pagu"], "lapis"))
    heads = [head.get_text() for head in shown.find_all("th")]
    assert heads == ["Angka", "Pagu (Rp)", "sebelum koreksi", "sesudah koreksi"]
    assert shown.find(id="lapis.tercetak") is not None


def test_what_is_added_to_a_table_stays_there(laporan: Laporan) -> None:
    program = laporan.anggaran
    program["sisa"] = 0
    assert "sisa" not in laporan.anggaran


GRADES = """\
indikator:
  1.a: {nama: A, satuan: predikat, arah: naik, urutan: [C, B, BB, A]}
tabel:
  capaian: {label: Tabel 3.1, transkripsi: ganda}
"""


def test_a_grade_among_figures_is_shown_in_their_column(tmp_path: Path) -> None:
    rows = "kode,indikator,target,realisasi,capaian\n1.a,A,BB,BB,100\n"
    indikator = Laporan(made_up(tmp_path, GRADES, {"capaian": rows})).indikator
    # The findings of a report are read from its folder, which stands elsewhere.
    plain = knowing(indikator.frame, replace(indikator._known, asal=None))
    shown = page(lkjip.tabel(plain, kolom=["target", "realisasi", "capaian"], jangkar="i"))
    assert row_of(shown, "i.1.a")[1:] == ["BB", "BB", "100"]
    assert "realisasi BB dari target BB" in lkjip.charts.capaian(plain).alt


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


EXPLORED = sorted((HOME / "notebooks" / "eksplorasi").glob("*.ipynb"))


@pytest.mark.parametrize("source", REPORT + EXPLORED, ids=lambda path: path.stem)
def test_the_cells_of_a_notebook_are_short_and_none_scrolls(source: Path) -> None:
    cells = json.loads(source.read_text("utf-8"))["cells"]
    code = [c["source"] for c in cells if c["cell_type"] == "code"]
    assert median(map(len, code)) <= 3 and max(map(len, code)) <= 8
    # More signs than these scroll in a JupyterLab of 1.280 pixels.
    assert max(len(line.rstrip("\n")) for cell in code for line in cell) <= 90


@pytest.mark.parametrize("source", REPORT, ids=lambda path: path.stem)
def test_each_section_of_a_report_notebook_asks(source: Path) -> None:
    cells = json.loads(source.read_text("utf-8"))["cells"]
    headings = [line for c in cells if c["cell_type"] == "markdown" for line in c["source"]
                if line.startswith("## ")]  # fmt: skip
    assert headings


def test_a_report_shows_itself_in_three_lines(laporan: Laporan) -> None:
    shown = BeautifulSoup(laporan._repr_html_(), "html.parser")
    assert len(shown.find_all(["p", "details"], recursive=False)) == 2
    assert not shown.select("li") and len(shown.select("details code")) == len(laporan.tabel)


def test_links_open_in_lab_what_is_there_and_on_the_page_their_page(
    laporan: Laporan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HOME / "notebooks")
    shown = lkjip.tabel(laporan.anggaran, jangkar="p")
    in_lab = BeautifulSoup(shown._repr_html_(), "html.parser")  # type: ignore[union-attr]
    links = {str(a["href"]) for a in in_lab.select("td a")}
    assert links == {"../data/raw/dindagkop-ukm-blora/2021/anggaran.csv", "07_verifikasi.ipynb"}
    assert all((HOME / "notebooks" / link).exists() for link in links)
    marked = next(a.find_parent("td") for a in in_lab.select("a.ke-temuan"))
    assert "; " in marked.get_text()  # type: ignore[union-attr]
    told = lkjip.daftar_temuan(laporan.temuan)
    assert rendering.without_style(told._repr_html_()) == told.html  # type: ignore[union-attr]
    on_page = rendering.without_style(shown._repr_html_())  # type: ignore[union-attr]
    assert on_page == shown.html  # type: ignore[union-attr]


def test_a_cell_of_a_table_whose_name_begins_like_another_opens_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("capaian", "capaian-2"):
        (tmp_path / f"{name}.csv").touch()
    monkeypatch.chdir(tmp_path)
    told = rendering.in_lab('<a href="07_verifikasi.html#capaian-2-1.a-target">', str(tmp_path))
    assert 'href="capaian-2.csv"' in told


def test_where_no_way_leads_to_the_tables_a_link_stays_that_of_its_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def apart(path: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(rendering.os.path, "relpath", apart)
    link = '<a href="07_verifikasi.html#anggaran-1-pagu">'
    assert rendering.in_lab(link, "") == link


def test_the_cell_that_brought_the_style_brings_it_again_when_it_is_run_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rendering, "_styled", [])
    shown = []
    for cell in ("a", "b", "a"):
        monkeypatch.setattr(rendering, "_cell", lambda cell=cell: cell)
        shown.append("<style" in rendering.text("x")._repr_html_())
    assert shown == [True, False, True]
