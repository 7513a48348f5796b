"""A table with a row for each year tells what an indicator was in the other years."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import made_up

from lkjip_analysis.report.history import History
from lkjip_analysis.report.points import of_history

SKEMA = """\
judul: Layanan
arti: Layanan tiap tahun.
kunci: tahun
kolom:
  tahun: {tipe: kunci}
  hari: {tipe: angka, judul: Hari, satuan: hari, presisi: bulat}
"""
LAPORAN = """\
indikator:
  1.a: {nama: Lama, satuan: hari, arah: turun, presisi: bulat}
tabel:
  capaian: {label: Tabel 1}
  layanan: {label: Tabel 2}
aturan:
  - {nama: a, jenis: sama, hasil: RESULT, sumber: SOURCE, dasar: tafsir, sebab: sama}
"""
OWN, YEAR = '"capaian[1.a].realisasi"', '"layanan[2021].hari"'
BY_YEARS = 'tahun,hari\n2020,"4,80"\n2021,"4,50"\n'
ROWS = 'kode,indikator,target,realisasi,capaian,realisasi_lalu\n1.a,Lama,5,"4,50","110,00","4,80"\n'


def points(base: Path, result: str, source: str, layanan: str) -> list[tuple[int, str, str]]:
    laporan = LAPORAN.replace("RESULT", result).replace("SOURCE", source)
    report = made_up(base, laporan, {"capaian": ROWS, "layanan": layanan}, {"layanan": SKEMA})
    assert report.tahun == 2021
    past = History(report.instansi, {report.tahun: report})
    return [
        (one.tahun, one.cell.text, one.sumber)
        for one in of_history(past)
        if one.ukuran == "realisasi" and "Tabel 2" in one.sumber
    ]


@pytest.mark.parametrize("ends", [(OWN, YEAR), (YEAR, OWN)])
def test_the_rows_of_other_years_are_figures_of_the_indicator(
    tmp_path: Path, ends: tuple[str, str]
) -> None:
    layanan = 'tahun,hari\n2018,"5,10"\n2019,-\n2020,"4,80"\n2021,"4,50"\n'
    found = points(tmp_path, *ends, layanan)
    where = "laporan 2021, Tabel 2"
    assert found == [(2018, "5,10", where), (2020, "4,80", where)]


@pytest.mark.parametrize(
    ("source", "layanan"),
    [
        # Not the row of the report's own year: that nothing says is the indicator's own figure.
        ('"layanan[2020].hari"', 'tahun,hari\n2020,"4,50"\n2021,"4,80"\n'),
        # Rows that are no years.
        (YEAR, 'tahun,hari\njumlah,"9,30"\n2020,"4,80"\n2021,"4,50"\n'),
        # Of several cells each belongs to that of its own row: 1.a is no row of years.
        (f'[{YEAR}, "layanan[2020].hari"]', BY_YEARS),
        # A person said that it is no relation.
        (f"{YEAR}, dasar: tafsir, sebab: s}}\nditolak: {{hubungan: [laporan.a]}} #", BY_YEARS),
    ],
)
def test_what_is_not_told_by_years_tells_no_other_year(
    tmp_path: Path, source: str, layanan: str
) -> None:
    assert points(tmp_path, OWN, source, layanan) == []
