"""Every figure of the pages can be traced: to its printed cell, or to how it was computed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from bs4 import BeautifulSoup, Tag
from folders import KLAIM, OTHERS, made_up
from years import statements, with_achievement, write_year

import lkjip_analysis as lkjip
from lkjip_analysis.analysis import efficiency, spending
from lkjip_analysis.building.one_report import Built, build
from lkjip_analysis.pages import sections
from lkjip_analysis.pages.parts import html_parts
from lkjip_analysis.report.loading import load

PAGES = ("01_kinerja", "02_koperasi_umkm", "03_ekspor_pasar", "04_anggaran", "05_sumber_daya",
         "06_tren")  # fmt: skip


def soup(page: str) -> Tag:
    return BeautifulSoup(page, "html.parser")


def untraced(page: Tag) -> Iterator[str]:
    """The figures of a page's tables that lead nowhere, and the traces that name no cell."""
    for cell in page.select("td.angka"):
        opened = [button.get("popovertarget") for button in cell.select("button.asal")]
        leads = bool(cell.select('a[href*="07_verifikasi.html#"]')) or bool(opened)
        if any(sign.isdigit() for sign in cell.get_text()) and not leads:
            yield f"{cell.find_parent('table').caption.get_text()}: {cell.get_text()}"
    known = {trace.get("id"): trace for trace in page.select(".jejak")}
    for button in page.select("button.asal"):
        trace = known[button.get("popovertarget")]
        if not (trace.select("li") and trace.select("details small")):
            yield f"no cell behind {trace.get('id')}"


@pytest.mark.parametrize("name", PAGES)
def test_every_figure_of_a_page_leads_to_its_cell_or_tells_how_it_was_computed(
    name: str, blora_built: Built
) -> None:
    page = soup((blora_built.index.parent / f"{name}.html").read_text("utf-8"))
    assert page.select("td.angka")
    assert list(untraced(page)) == []


@pytest.mark.parametrize(
    ("instansi", "tahun"), [("dinas-kesehatan-rekaan", 2023), ("kabupaten-wonogiri", 2020)]
)
def test_the_figures_of_another_agency_are_traced_too(
    instansi: str, tahun: int, tmp_path: Path
) -> None:
    source, folder = (base / "raw" / instansi / str(tahun) for base in (OTHERS, tmp_path))
    shutil.copytree(source, folder)
    built = build(instansi, tahun, data=tmp_path, reports=tmp_path / "reports")
    assert not built.failed
    pages = sorted(built.index.parent.glob("0[1-6]_*.html"))
    assert pages
    assert [found for page in pages for found in untraced(soup(page.read_text("utf-8")))] == []


def test_no_page_grows_beyond_a_million_characters(blora_pages: dict[str, str]) -> None:
    assert max(len(page) for page in blora_pages.values()) < 1_000_000


def test_a_figure_of_another_year_names_its_document_and_links_to_no_cell_of_this_report(
    tmp_path: Path,
) -> None:
    with_achievement(tmp_path, 2021, '1.layanan,Layanan,80,"76,00","95,00",\n')
    with_achievement(tmp_path, 2022, '1.layanan,Layanan,80,"72,00","90,00",\n')
    shown = lkjip.tabel(lkjip.load("dinas-contoh", 2022, data=tmp_path).tren.perubahan())
    page = soup(shown.html)  # type: ignore[union-attr]
    row = next(r for r in page.select("tbody tr") if "realisasi" in r.get_text())
    before, after, change, growth, yearly = row.select("td.angka")[:5]
    assert after.select("a")[0].get("href") == "07_verifikasi.html#capaian-1.layanan-realisasi"
    assert not before.select("a")
    told = _trace(page, before)
    assert "laporan 2021, Tabel 3.1" in told and "76,00" in told
    assert "dinas-contoh/2021/capaian.csv:2:realisasi" in told
    assert "72 − 76 = -4" in _trace(page, change)
    assert "(72 ÷ 76 − 1) × 100 = -5,2632" in _trace(page, growth)
    assert "pangkat (1 ÷ 1)" in _trace(page, yearly)
    assert str(tmp_path) not in shown.html  # type: ignore[union-attr]


def _trace(page: Tag, cell: Tag) -> str:
    """What a figure's button opens."""
    target = cell.select("button.asal")[0].get("popovertarget")
    return " ".join(page.find(id=target).get_text().split())


def test_without_a_report_beside_the_page_no_figure_is_a_link(tmp_path: Path) -> None:
    with_achievement(tmp_path, 2021, '1.layanan,Layanan,80,"76,00","95,00",\n')
    shown = lkjip.tabel(lkjip.tren("dinas-contoh", tmp_path)).html  # type: ignore[union-attr]
    assert "07_verifikasi.html" not in shown
    assert "dinas-contoh/2021/capaian.csv:2:capaian" in shown


def test_a_quarter_since_the_year_began_names_the_quarters_it_sums(tmp_path: Path) -> None:
    head = "kode,indikator,realisasi_i,realisasi_ii,realisasi_iii,realisasi_iv\n"
    tables = {"triwulan": f"{head}1.layanan,Layanan,10,20,15,\n"}
    write_year(tmp_path, 2021, "tabel: {triwulan: {label: Tabel 3.9}}\n", tables)
    shown = lkjip.tabel(
        lkjip.load("dinas-contoh", 2021, data=tmp_path).tren.triwulan(), kolom=["sendiri", "sampai"]
    )
    page = soup(shown.html)  # type: ignore[union-attr]
    alone, so_far = page.select("tbody tr")[2].select("td.angka")
    assert alone.select("a")[0].get("href").endswith("#triwulan-1.layanan-realisasi_iii")
    assert "10 + 20 + 15 = 45" in _trace(page, so_far)


def test_a_count_of_many_rows_shows_some_cells_and_counts_the_others(
    blora_pages: dict[str, str],
) -> None:
    page = soup(blora_pages["02_koperasi_umkm.html"])
    row = page.find(id="predikat.Cukup-Sehat")
    told = _trace(page, row.select("td.angka")[1])
    # 83 of 110 scores lie from 66 to below 80; 12 are shown.
    assert "banyaknya koperasi yang nilainya dari 66 sampai kurang dari 80" in told
    assert "83 dari 110 koperasi" in told and "dan 71 sel lain" in told


def test_a_category_leads_to_target_and_realisasi(blora_pages: dict[str, str]) -> None:
    page = soup(blora_pages["01_kinerja.html"])
    cell = page.find(id="kinerja.2.ekspor").select("td")[-1]
    told = _trace(page, cell)
    assert "89,8861, dibulatkan 89,89" in told
    assert "capaian_2.csv:2:realisasi" in told and "capaian_2.csv:2:target" in told


def test_the_printed_total_row_links_to_its_cells(blora_pages: dict[str, str]) -> None:
    page = soup(blora_pages["04_anggaran.html"])
    row = page.find(id="lapis.baris-jumlah-tercetak")
    links = [a.get("href").partition("#")[2] for a in row.select("td.angka a")]
    assert links == ["anggaran-jumlah-pagu", "anggaran-jumlah-realisasi", "anggaran-jumlah-serapan"]
    assert "1.727.182.400 − 1.576.408.211 = 150.774.189" in _trace(page, row.select("td")[3])


def test_a_corrected_cell_is_shown_as_printed_and_as_used(blora_pages: dict[str, str]) -> None:
    page = soup(blora_pages["04_anggaran.html"])
    row = page.find(id="program.2.perizinan")
    told = _trace(page, row.select("td.angka")[2])
    assert "100.000.000 (dipakai 10.000.000, sesudah koreksi)" in told


BUDGET = """\
skala: {capaian: {sumber: Tabel 3.1, pita: [{nama: Baik, dari: 75}, {nama: Kurang}]}}
indikator:
  1.layanan: {nama: Layanan, singkat: Layanan, satuan: persen, arah: naik, presisi: bulat}
tabel:
  capaian: {label: Tabel 3.1, transkripsi: ganda}
  anggaran: {label: Tabel 3.2, transkripsi: ganda}
"""


def test_a_budget_of_nothing_has_no_efficiency_and_no_quadrant(tmp_path: Path) -> None:
    tables = {
        "capaian": "kode,indikator,target,realisasi,capaian\n1.layanan,Layanan,80,72,90\n",
        "anggaran": "kode,program,pagu,realisasi,serapan\n1.a,A,0,0,-\njumlah,Jumlah,0,0,-\n",
    }
    report = made_up(tmp_path, BUDGET, tables)
    assert efficiency.efisiensi(report)["nilai"].isna().all()
    shown = sections.efficiency_table(report).html  # type: ignore[union-attr]
    assert shown.count("tidak ada data") == 4 and "button" not in shown
    layers = spending.anggaran_lapis(report)
    assert list(layers.index[:2]) == ["tercetak", "dipakai"] and layers["serapan"].isna().all()


KOPERASI = """\
skala:
  capaian:
    sumber: Tabel 3.1
    pita: [{nama: Baik, dari: 75}, {nama: Kurang, kurang_dari: 75}]
  koperasi:
    sumber: pedoman
    pita: [{nama: Sehat, dari: 80}, {nama: Kurang Sehat, kurang_dari: 80}]
indikator:
  1.sehat: {nama: Koperasi kurang sehat, singkat: Kurang sehat, satuan: persen, arah: turun, rumus: T/R, presisi: bulat}
tabel:
  capaian: {label: Tabel 3.1, transkripsi: ganda}
  koperasi: {label: Tabel 3.2, transkripsi: ganda}
  klaim: {label: Naskah, transkripsi: ganda}
aturan:
  - {nama: arti, jenis: definisi, hasil: "klaim[dinilai].nilai", kategori: Sehat, kelas: koperasi, bagian: "koperasi[*].predikat", penyebut: "klaim[aktif].nilai", target: "capaian[1.sehat].target", skala: capaian, dasar: tafsir, sebab: arti sehat}
"""  # noqa: E501


def test_a_reading_of_sehat_gives_the_capaian_by_the_direction_of_its_indicator(
    tmp_path: Path,
) -> None:
    tables = {
        "capaian": "kode,indikator,target,realisasi,capaian\n1.sehat,Kurang sehat,20,25,80\n",
        "koperasi": "no,nama,alamat,nilai,predikat\n1,A,X,85,SEHAT\n2,B,X,70,KURANG SEHAT\n",
        "klaim": f"{KLAIM}dinilai,I,1,ada,2,angka,,eksak,,,,\naktif,I,1,aktif,8,angka,,eksak,,,,",
    }
    report = made_up(tmp_path, KOPERASI, tables)
    page = soup(sections.readings_table(report).html)  # type: ignore[union-attr]
    told = _trace(page, page.select("tbody tr")[0].select("td.angka")[3])
    # 1 of 8 is 12,5 %; less is better, T/R: 20 of 12,5 is 160 %.
    assert "target ÷ realisasi × 100" in told and "20 ÷ 12,5 × 100 = 160" in told


def test_figures_of_statements_open_their_document(tmp_path: Path) -> None:
    laporan = "deret: {pasar: {nama: Pasar, singkat: Pasar, satuan: pasar}}\n"
    told = statements(
        "a,Pasar,pasar,jumlah,2020,,12 pasar,pasar,eksak,Harian,pernyataan pejabat di pers,"
    )
    table = "tabel: {pernyataan: {label: Pernyataan}}\n"
    write_year(tmp_path, 2020, laporan + table, {"pernyataan": told})
    with_achievement(tmp_path, 2021, '1.layanan,Layanan,80,"76,00","95,00",\n')
    load("dinas-contoh", 2021, tmp_path)
    shown = lkjip.tabel(lkjip.load("dinas-contoh", 2021, data=tmp_path).tren, kolom=["tercetak"])
    page = soup(shown.html)  # type: ignore[union-attr]
    row = next(r for r in page.select("tbody tr") if "Pasar" in r.get_text())
    trace = _trace(page, row.select("td.angka")[0])
    assert "Harian" in trace and "12 pasar" in trace and "pernyataan.csv:2:nilai" in trace


def test_rows_whose_names_read_alike_open_their_own_traces() -> None:
    told = html_parts.table(
        pd.DataFrame({"banyak": [1, 2]}, index=["Jepang (Tokyo)", "Jepang Tokyo"]),
        "Tujuan",
        {"banyak": ("Banyak", "cacah")},
    )
    rows = [row["id"] for row in soup(told.html).select("tbody tr")]
    assert rows == ["tujuan.Jepang-Tokyo", "tujuan.Jepang-Tokyo-2"]


def test_nothing_realised_has_no_efficiency_by_the_way_of_the_ministries(tmp_path: Path) -> None:
    tables = {
        "capaian": "kode,indikator,target,realisasi,capaian\n1.layanan,Layanan,80,0,0\n",
        "anggaran": "kode,program,pagu,realisasi,serapan\n1.a,A,100,50,50\njumlah,Jumlah,-,-,-\n",
    }
    report = made_up(tmp_path, BUDGET, tables)
    # Half of the budget is left, and the capaian of 0 lies 50 points below the serapan.
    assert efficiency.efisiensi(report)["nilai"].tolist()[:2] == [50, -50]
    shown = sections.efficiency_table(report).html  # type: ignore[union-attr]
    assert shown.count("tidak ada data") == 2
    # The report leaves its total row open.
    assert spending.TOTAL not in spending.anggaran_lapis(report).index
