"""How closely printed figures are known: counts, rows of two decimals, rounded targets."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import KLAIM, made_up

from lkjip_analysis.checking.verify import verify

CLAIMS = "tabel:\n  klaim: {label: N, transkripsi: ganda}\n"
ROW_TYPE = """\
judul: T
arti: T
kunci: no
kolom:
  no: {tipe: kunci}
  a: {tipe: angka, judul: A, satuan: persen, presisi: PRESISI}
  b: {tipe: angka, judul: B, satuan: persen, presisi: PRESISI}
  c: {tipe: angka, judul: C, satuan: persen, presisi: PRESISI}
  rerata: {tipe: angka, judul: Rata-rata, satuan: persen, presisi: bulat}
aturan:
  - {nama: r, jenis: rerata, baris: "*", hasil: .rerata, bagian: [.a, .b, .c],
     dasar: tercetak, sebab: r}
"""


@pytest.mark.parametrize("precision", ["bulat", "umum"])
@pytest.mark.parametrize(
    ("row", "is_found"),
    [
        ('100,100,"70,30","90,10"', False),  # 270,30 / 3
        ('100,100,"70,30","90,40"', True),  # would need 100,45
        ('88,"90,5","70,25","82,92"', False),  # 248,75 / 3 = 82,917
        ('88,"90,5","70,25","83,02"', True),
        ("88,90,70,83", False),  # 82,67: nothing here tells more than whole numbers
    ],
)
def test_a_whole_number_in_a_row_of_decimals_is_as_exact_as_they_are(
    tmp_path: Path, precision: str, row: str, is_found: bool
) -> None:
    types = {"t": ROW_TYPE.replace("PRESISI", precision)}
    laporan = "tabel:\n  t: {label: T, transkripsi: ganda}\n"
    found = verify(made_up(tmp_path, laporan, {"t": f"no,a,b,c,rerata\n1,{row}\n"}, types)).findings
    assert [finding.verdict for finding in found] == ["ambigu"] * is_found


@pytest.mark.parametrize(
    ("subject", "unit", "many", "is_found"),
    [
        ("Perkara", "", 40, True),  # 6.390.000 / 156.000 is 40,96 cases
        ("Banyaknya", "orang", 40, True),
        ("Banyaknya", "", 40, True),  # what each costs is told of a whole number of them
        ("Perkara", "", 45, False),  # 6.390.000 / 142.000
    ],
)
def test_no_rounding_excuses_a_count(
    tmp_path: Path, subject: str, unit: str, many: int, is_found: bool
) -> None:
    each = "156.000" if is_found else "142.000"
    claims = KLAIM + (
        "r,B,1,Realisasi,6.390.000,angka,rupiah,eksak,,,,\n"
        f"n,B,1,{subject},{many},angka,{unit},bulat,,,,\n"
        f"b,B,1,Biaya,{each},angka,rupiah,eksak,rasio,"
        "pembilang=klaim[r].nilai; penyebut=klaim[n].nilai; pengali=1,tercetak,s\n"
    )
    found = verify(made_up(tmp_path, CLAIMS, {"klaim": claims})).findings
    assert [finding.verdict for finding in found] == ["ambigu"] * is_found


@pytest.mark.parametrize(
    ("formula", "target", "realisasi", "capaian", "verdict"),
    [
        # 162 / 186 = 87,10 behind 0,16 and 0,19; from the prints 84,21, at most 86,49.
        ("turun, rumus: T/R", "0,16", "0,19", "87,10", "pembulatan"),
        # 2,34 / 2,26 = 103,54 behind 2,3 and 2,3; 100 from the prints, at most 102,17.
        ("naik", "2,3", "2,3", "103,54", "pembulatan"),
        # No target that prints 0,16 gives 97,10: at most 0,165 / 0,185 = 89,19.
        ("turun, rumus: T/R", "0,16", "0,19", "97,10", "ambigu"),
        # A whole target is what was promised: 19,3 of 16 is 120,63, of 15,6 it would be 123,7.
        ("naik", "16", "19,3", "123,50", "ambigu"),
    ],
)
def test_a_rounded_target_accuses_no_achievement(
    tmp_path: Path, formula: str, target: str, realisasi: str, capaian: str, verdict: str
) -> None:
    laporan = f"""\
indikator:
  a: {{nama: A, arah: {formula}, presisi: bulat}}
tabel:
  capaian: {{label: Tabel 3.1, transkripsi: ganda}}
"""
    row = f'kode,indikator,target,realisasi,capaian\na,A,"{target}","{realisasi}","{capaian}"\n'
    (finding,) = verify(made_up(tmp_path, laporan, {"capaian": row})).findings
    assert finding.verdict == verdict
    if verdict == "pembulatan":
        assert "ini bukan kesalahan" in finding.message


MEAN_TYPE = """\
judul: T
arti: T
kunci: no
total: [rata]
kolom:
  no: {tipe: kunci}
  n: {tipe: angka, judul: N, satuan: orang, presisi: eksak}
aturan:
  - {nama: r, jenis: rerata, hasil: "[rata].n", bagian: ["[a].n", "[b].n"],
     dasar: tercetak, sebab: r}
"""


@pytest.mark.parametrize(("mean", "is_found"), [("69", False), ("68", False), ("70", True)])
def test_the_mean_of_whole_counts_need_not_be_whole(
    tmp_path: Path, mean: str, is_found: bool
) -> None:
    # 60 and 77 have the mean 68,5: printed without decimals as 69, or cut off as 68.
    types = {"t": MEAN_TYPE}
    laporan = "tabel:\n  t: {label: T, transkripsi: ganda}\n"
    csv = f"no,n\na,60\nb,77\nrata,{mean}\n"
    found = verify(made_up(tmp_path, laporan, {"t": csv}, types)).findings
    assert [f.verdict for f in found if f.is_wrong] == ["ambigu"] * is_found
