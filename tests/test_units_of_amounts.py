"""An amount moves only between figures of one unit in which amounts add up."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import made_up

from lkjip_analysis.numbers.exact import Fraction
from lkjip_analysis.output.examined.examining import examine
from lkjip_analysis.report.additive import unit_of_amounts
from lkjip_analysis.report.tables import Address

ROWS = """| 1 | Persentase PPKS yang tertangani | Persen | 80,00 | 82,40 | 103,00 |
| 2 | Persentase keluarga miskin penerima bantuan | Persen | 75,00 | 73,80 | 94,80 |
| 3 | Jumlah lembaga kesejahteraan sosial aktif | Lembaga | 120 | 114 | 95,00 |
| 4 | Indeks kepuasan masyarakat | Indeks | 82,00 | 84,35 | 102,87 |"""
# 73,80 / 75,00 = 98,40: 94,80 is that with two digits exchanged; the mean of the four is 99,82.
REPORT = f"""LAPORAN KINERJA DINAS SOSIAL TAHUN 2024

BAB III AKUNTABILITAS KINERJA

Tabel 3.1 Capaian Indikator Kinerja Utama Tahun 2024

| No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|
{ROWS}

Rata-rata capaian keempat indikator tersebut adalah 99,82 persen.
"""


def test_no_percent_stands_with_an_index(tmp_path: Path) -> None:
    path = tmp_path / "laporan.md"
    path.write_text(REPORT, encoding="utf-8")
    seen = examine(path, tmp_path / "hasil", "dinas-sosial", 2024)
    (finding,) = seen.verification.findings
    assert finding.cell is not None and finding.cell.text == "94,80"
    assert finding.verdict == "terbukti" and finding.implied is not None
    assert finding.implied.contains(Fraction(9840, 100)) and "berpindah" not in finding.message


INDICATORS = """\
indikator:
  a: {nama: Persentase warga terlayani, satuan: persen, arah: naik, presisi: bulat}
  b: {nama: Warga terlatih, satuan: orang, arah: naik, presisi: bulat}
  c: {nama: Indeks kepuasan, satuan: indeks, arah: naik, presisi: bulat}
tabel:
  capaian: {label: Tabel 3.1, transkripsi: ganda}
"""
ACHIEVED = """kode,indikator,target,realisasi,capaian
a,Persentase warga terlayani,80,"82,00","102,50"
b,Warga terlatih,120,114,"95,00"
c,Indeks kepuasan,80,"84,00","105,00"
"""


@pytest.mark.parametrize(("row", "column", "unit"), [
    ("a", "realisasi", None), ("c", "realisasi", None), ("b", "realisasi", "orang"),
    ("b", "capaian", "persen"),  # the unit of its column, which is not that of the row
])  # fmt: skip
def test_the_amounts_of_a_row_have_its_unit(
    row: str, column: str, unit: str | None, tmp_path: Path
) -> None:
    report = made_up(tmp_path, INDICATORS, {"capaian": ACHIEVED})
    assert unit_of_amounts(report, Address("capaian", row, column)) == unit


MIXED = """judul: Dua tahun
arti: Dua tahun berdampingan
kunci: kode
nama_baris: indikator
kolom:
  kode: {tipe: kunci, judul: Kode}
  indikator: {tipe: teks, judul: Indikator}
  kini: {tipe: angka, judul: Tahun 2024, satuan: persen, satuan_tercetak: [orang], presisi: bulat}
"""


@pytest.mark.parametrize(("row", "unit"), [("a", "orang"), ("b", None), ("c", None)])
def test_a_column_of_percents_and_persons_has_the_units_of_its_rows(
    row: str, unit: str | None, tmp_path: Path
) -> None:
    # No part of 74,85 % can stand with 61 persons, nor with another rate.
    told = "tabel:\n  dua: {label: Tabel 3.2, transkripsi: ganda}\n"
    csv = 'kode,indikator,kini\na,Auditor,61 orang\nb,Persentase selesai,"74,85%"\nc,Tepat,"80"\n'
    report = made_up(tmp_path, told, {"dua": csv}, {"dua": MIXED})
    assert unit_of_amounts(report, Address("dua", row, "kini")) == unit
