"""Notebooks for which a report has no table are left out, and said so."""

from __future__ import annotations

from pathlib import Path

from folders import made_up

from lkjip_analysis.building.notebook_selection import select
from lkjip_analysis.building.one_report import NOTEBOOKS

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
