"""Figures in another number style: one remark for a column, none for a report's own way."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import examined
from years import AGENCY, write_year

from lkjip_analysis.checking.verify import verify
from lkjip_analysis.report.loading import load

HEAD = "kode,program,pagu,realisasi,serapan\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # Points for decimals throughout: the report's own way.
        ("a,Air,200.000,180.000,90.00\nb,Jalan,100.000,95.000,95.00\n"
         "jumlah,Jumlah,300.000,275.000,91.67\n", []),
        # A whole column of commas for thousands beside decimal commas: one remark.
        ('a,Air,"1,200,000",180.000,"15,00"\nb,Jalan,"1,000,000",50.000,"5,00"\n'
         'jumlah,Jumlah,"2,200,000",230.000,"10,45"\n', ["anggaran-a-pagu-gaya"]),
        # One of three: a slip of writing of that figure.
        ('a,Air,"1,200,000",180.000,"15,00"\nb,Jalan,1.000.000,50.000,"5,00"\n'
         'jumlah,Jumlah,2.200.000,230.000,"10,45"\n', ["anggaran-a-pagu-gaya"]),
        ('a,Air,200.000,180.000,90.00\nb,Jalan,100.000,95.000,"95,00"\n'
         'jumlah,Jumlah,300.000,275.000,"91,67"\n', ["anggaran-a-serapan-gaya"]),
        # Two of three: a way of writing the column, one remark that counts them.
        ('a,Air,200.000,180.000,90.00\nb,Jalan,100.000,95.000,95.00\n'
         'jumlah,Jumlah,300.000,275.000,"91,67"\n', ["anggaran-a-serapan-gaya"]),
    ],
)  # fmt: skip
def test_a_style_is_told_once(tmp_path: Path, rows: str, expected: list[str]) -> None:
    write_year(tmp_path, 2021, "tabel: {anggaran: {label: Tabel 3.8}}\n", {"anggaran": HEAD + rows})
    found = verify(load(AGENCY, 2021, tmp_path)).findings
    assert [one.id for one in found] == expected


TABLE = """# LAPORAN KINERJA DINAS TERNAK KABUPATEN UMBUL TAHUN 2022

## BAB III AKUNTABILITAS

Tabel 3.1 Capaian kinerja tahun 2022

| No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|
| 1 | Kandang bersih | % | 80.00 | 72.00 | 90.00 |
| 2 | Peternak dilatih | orang | 4.000 | 3.400 | 85.00 |
| 3 | Ternak divaksin | % | 50.00 | {realisasi} | 96.00 |

Realisasi kandang bersih sebesar 72.00 persen.
"""


@pytest.mark.parametrize(("realisasi", "remarks"), [("48.00", 0), ("48,00", 1)])
def test_decimal_points_beside_thousands_with_points_are_a_way_too(
    realisasi: str, remarks: int, tmp_path: Path
) -> None:
    """Percent is written so throughout, 3.400 persons are no three: nothing is said of either."""
    found = examined(TABLE.format(realisasi=realisasi), tmp_path)[0]
    assert (len(found) > 0) == bool(remarks), found


ENGLISH = """# LAPORAN KINERJA DINAS DAGANG KABUPATEN UMBUL TAHUN 2022

## BAB III AKUNTABILITAS

Tabel 3.1 Perbandingan realisasi

| No | Indikator Kinerja | Satuan | Realisasi 2021 | Realisasi 2022 | Capaian (%) |
|---|---|---|---|---|---|
| 1 | Timbangan ditera | Buah | 1,340 | 938 | 70.00 |
| 2 | Inflasi | % | {inflation} | 2.40 | 300.00 |
| 3 | Pasar dibina | Unit | 20 | 24 | 120.00 |
| 4 | Kerja sama | Dokumen | 5 | 4 | 80.00 |
| 5 | Cakupan pengawasan | % | 25.00 | 10.00 | 40.00 |
| 6 | Usaha baru | Unit | 400 | 500 | {last} |
"""


@pytest.mark.parametrize(
    ("inflation", "last", "accused"),
    [("0.80", "125.00", 0), ("0,80", "125.00", 0), ("0.80", "152.00", 1)],
)
def test_thousands_of_pieces_are_not_read_as_decimals_for_one_comma(
    inflation: str, last: str, accused: int, tmp_path: Path
) -> None:
    """938 of 1,340 pieces is 70.00, and 500 of 400 125: where a comma parts decimals in the same
    column, 1,340 may be 1,34 for who reads it so, and is asked about, not accused."""
    found = examined(ENGLISH.format(inflation=inflation, last=last), tmp_path)[0]
    figures = [one["message"] for one in found if one["verdict"] in ("ambigu", "terbukti")]
    assert len(figures) == accused, figures
