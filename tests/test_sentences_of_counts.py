"""What sentences count, call efficient and list, and results that rest on nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import KLAIM, made_up

from lkjip_analysis.checking.verify import verify

INDICATORS = """\
indikator:
  a: {nama: A, satuan: persen, arah: naik, presisi: bulat}
  b: {nama: B, satuan: persen, arah: naik, presisi: bulat}
  c: {nama: C, satuan: persen, arah: naik, presisi: bulat}
"""
TABLES = """\
tabel:
  capaian: {label: Tabel 3.1, transkripsi: ganda}
  klaim: {label: Naskah, transkripsi: ganda}
"""
# Two of three fall short: 40 of 50 and 63 of 70; 66 of 60 does not.
ACHIEVED = (
    "kode,indikator,target,realisasi,capaian\n"
    'a,A,50,"40,00","80,00"\nb,B,60,"66,00","110,00"\nc,C,70,"63,00","90,00"\n'
)


@pytest.mark.parametrize(
    ("subject", "extra", "right"),
    [
        ("Indikator yang belum mencapai target", "", "2"),
        ("Indikator yang tidak tercapai", "", "2"),
        ("Indikator di bawah target", "", "2"),
        ("Target yang tercapai", "", "1"),
        ("Indikator merah", "; belum=ya", "2"),
        ("Indikator yang belum mencapai 85", "; minimal=85", "1"),
    ],
)
def test_a_sentence_counts_those_that_fall_short_as_well(
    tmp_path: Path, subject: str, extra: str, right: str
) -> None:
    for said in ("0", "1", "2", "3"):
        claim = (
            f"n,B,1,{subject},{said},angka,,eksak,sebanyak,bagian=capaian[*].capaian{extra},,s\n"
        )
        report = made_up(
            tmp_path / said, INDICATORS + TABLES, {"capaian": ACHIEVED, "klaim": KLAIM + claim}
        )
        assert bool(verify(report).findings) == (said != right), said


@pytest.mark.parametrize("named", ["", ', bagian: "capaian[*].capaian"'])
@pytest.mark.parametrize(
    ("printed", "is_told"), [("98,40%", True), ("1,60%", True), ("71%", False)]
)
def test_absorption_or_what_is_left_is_no_efficiency(
    tmp_path: Path, named: str, printed: str, is_told: bool
) -> None:
    # 984 of 1.000 is spent: 98,40 percent, and 1,60 is left.
    laporan = f"""{INDICATORS}{TABLES}  anggaran: {{label: Tabel 3.2, transkripsi: ganda}}
aturan:
  - {{nama: arti, jenis: efisiensi, hasil: "klaim[e].nilai", pembilang: "anggaran[1].realisasi",
     penyebut: "anggaran[1].pagu"{named}, sebab: s}}
"""
    tables = {
        "capaian": ACHIEVED,
        "klaim": f'{KLAIM}e,B,1,Efisiensi,"{printed}",angka,persen,bulat,,,,\n',
        "anggaran": "kode,program,pagu,realisasi\n1,A,1.000,984\n",
    }
    found = verify(made_up(tmp_path, laporan, tables)).findings
    assert [finding.kind for finding in found] == ["kaidah"] * is_told
    if printed == "98,40%":
        assert "serapan anggaran" in found[0].message


def test_a_name_in_a_claim_is_held_against_a_list(tmp_path: Path) -> None:
    laporan = """\
tabel:
  klaim: {label: Naskah, transkripsi: ganda}
rujukan:
  kategori: {sumber: X, nama: [Sangat Tinggi, Tinggi]}
"""
    rows = "".join(
        f"{kode},B,1,Kategori,{name},teks,,,daftar,daftar=kategori,tafsir,s\n"
        for kode, name in (("a", "Tinggi"), ("b", "Sangat Baik"))
    )
    (finding,) = verify(made_up(tmp_path, laporan, {"klaim": KLAIM + rows})).findings
    assert "Sangat Baik; nama itu tidak ada dalam daftar" in finding.message


@pytest.mark.parametrize(
    ("target", "realisasi", "capaian", "missing"),
    [
        ("NA", '"0,269"', '"0,269"', "Target"),
        ("-", '"81,00"', '"90,00"', "Target"),
        ("", '"81,00"', '"90,00"', "Target"),
        ("90", "n/a", '"90,00"', "Realisasi"),
        ("90", '"81,00"', '"90,00"', ""),
        ("NA", '"0,269"', "NA", ""),
        ("80 - 90", '"85,00"', '"100,00"', ""),
    ],
)
def test_an_achievement_without_its_target_or_realisasi_is_told(
    tmp_path: Path, target: str, realisasi: str, capaian: str, missing: str
) -> None:
    rows = f"kode,indikator,target,realisasi,capaian\na,A,{target},{realisasi},{capaian}\n"
    laporan = INDICATORS + "tabel:\n  capaian: {label: Tabel 3.1, transkripsi: ganda}\n"
    found = verify(made_up(tmp_path, laporan, {"capaian": rows})).findings
    assert [f.kind for f in found] == (["kaidah"] if missing else [])
    assert all(f"padahal {missing} baris itu" in finding.message for finding in found)
