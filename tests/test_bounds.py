"""Upper bounds: both sides may be wrong, each row by itself, and a bound may be a plain number."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from folders import KLAIM, RECHECK, made_up

from lkjip_analysis.checking.certificates import write_certificates
from lkjip_analysis.checking.verify import Verification, verify
from lkjip_analysis.errors import InputError

LAPORAN = "tabel:\n  klaim: {label: N, transkripsi: ganda}\n"


def checked(tmp_path: Path, *claims: str) -> Verification:
    return verify(made_up(tmp_path, LAPORAN, {"klaim": KLAIM + "\n".join(claims) + "\n"}))


def repairs(found: Verification) -> list[list[set[str]]]:
    return [[{p.cell.address.row for p in r.cells} for r in f.remedies] for f in found.findings]


def test_each_row_above_a_bound_is_a_finding_of_its_own_with_both_sides(tmp_path: Path) -> None:
    bound = "tidak_melebihi,penyebut=klaim[batas].nilai,tafsir,bagian"
    found = checked(
        tmp_path, "batas,B,1,Batas,100,angka,%,eksak,,,,",
        f'a,B,1,A,"120,50",angka,%,bulat,{bound}', f'b,B,1,B,"99,10",angka,%,bulat,{bound}',
        f'c,B,1,C,"101,20",angka,%,bulat,{bound}',
    )  # fmt: skip
    assert [finding.id for finding in found.findings] == ["klaim.a", "klaim.c"]
    for row, told in zip(("a", "c"), repairs(found), strict=True):
        assert told[:2] == [{row}, {"batas"}]
    assert "hanya satu perbaikan" not in " ".join(f.message for f in found.findings)


def test_a_bound_may_be_a_plain_number(tmp_path: Path) -> None:
    bound = "tidak_melebihi,penyebut=100,tafsir,bagian"
    found = checked(
        tmp_path,
        f'a,B,1,A,"120,50",angka,%,bulat,{bound}', f'b,B,1,B,"99,10",angka,%,bulat,{bound}',
        f'c,B,1,C,"101,20",angka,%,bulat,{bound}',
    )  # fmt: skip
    assert repairs(found) == [[{"a"}], [{"c"}]]
    assert "Yang tidak cocok: B, 1, A: 120,50 melampaui 100" in found.findings[0].message
    # No rounding makes 100,01 of at most 100.
    assert {f.remedies[0].cells[0].prints.high for f in found.findings} == {100}
    folder = tmp_path / "bukti"
    write_certificates(found, folder)
    run = subprocess.run(
        [sys.executable, str(RECHECK), str(folder)], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout
    (rule,) = json.loads((folder / "klaim.a.json").read_text(encoding="utf-8"))["rules"]
    assert rule["cells"] == ["klaim[a].nilai", "100"]


@pytest.mark.parametrize(
    ("rule", "wrong", "right"),
    [
        ("rasio,pembilang=klaim[x].nilai; penyebut=80", "45,00", "50,00"),  # 40 of 80
        ("rasio,pembilang=30; penyebut=klaim[x].nilai", "57,00", "75,00"),  # 30 of 40
        ("pertumbuhan,sekarang=klaim[x].nilai; sebelum=32", "52,00", "25,00"),  # 8 of 32
        ("capaian,realisasi=klaim[x].nilai; target=50", "88,00", "80,00"),  # 40 of 50
        ("jumlah,bagian=klaim[x].nilai+12.5", "25,50", "52,50"),  # 40 + 12,5
        ("rerata,bagian=klaim[x].nilai+50", "54,00", "45,00"),  # (40 + 50) / 2
        ("selisih,dari=100; kurang=klaim[x].nilai", "16,00", "60,00"),  # 100 - 40
        ("selisih,dari=klaim[x].nilai; kurang=15", "52,00", "25,00"),  # 40 - 15
        ('"sama","sumber=62,5"', "26,50", "62,50"),
        ("k_dari_n,penyebut=8", "30,00", ""),  # 2 of 8 is 25, 3 of 8 is 37,5
    ],
)
def test_a_plain_number_stands_in_every_role_of_a_figure(
    tmp_path: Path, rule: str, wrong: str, right: str
) -> None:
    source = "x,B,1,X,40,angka,orang,eksak,,,,"
    claim = '{},B,1,H,"{}",angka,%,bulat,{},tercetak,s'
    found = checked(tmp_path / "salah", source, claim.format("h", wrong, rule))
    (finding,) = found.findings
    assert finding.verdict == "ambigu"
    if right:
        texts = {str(p.cell.address): p.text for r in finding.remedies for p in r.cells}
        assert texts["klaim[h].nilai"] == right
        assert not checked(tmp_path / "benar", source, claim.format("h", right, rule)).findings


def test_three_decimals_behind_a_nought_are_no_thousands(tmp_path: Path) -> None:
    # Of 14 elements each weighs 0,071: 3,200 x 0,071 is 0,227, and 0,272 is a slip.
    for weighted, is_found in (("0,227", False), ("0,272", True)):
        csv = (
            f'{KLAIM}n,A,1,Nilai,"3,200",angka,poin,bulat,,,,\n'
            f't,A,1,Tertimbang,"{weighted}",angka,poin,bulat,hasil_kali,'
            "faktor=klaim[n].nilai+0.071,tercetak,s\n"
        )
        assert bool(verify(made_up(tmp_path, LAPORAN, {"klaim": csv})).findings) == is_found


def test_a_number_that_could_hold_thousands_is_asked_about(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="without thousands marks"):
        checked(tmp_path, 'a,B,1,A,"120,50",angka,%,bulat,tidak_melebihi,penyebut=100.000,tafsir,b')


def test_a_share_of_a_whole_is_no_more_than_all_of_it(tmp_path: Path) -> None:
    rule = "k_dari_n,penyebut=klaim[n].nilai,tercetak,s"
    found = checked(
        tmp_path, "n,B,1,N,25,angka,orang,eksak,,,,", f'a,B,1,A,"104,00",angka,%,bulat,{rule}',
        f'b,B,1,B,"100,00",angka,%,bulat,{rule}',
    )  # fmt: skip
    (finding,) = found.findings
    assert finding.id == "klaim.a"  # 26 of 25
    assert "104,00 seharusnya antara 0,00 dan 100,00" in finding.message


def test_no_count_says_neither_which_was_meant_nor_out_of_how_many(tmp_path: Path) -> None:
    """12 of 40 are 30,00 and 13 are 32,50: nothing is tangled in 31,00, only undecided."""
    found = checked(
        tmp_path, "n,B,1,N,40,angka,orang,eksak,,,,",
        'a,B,1,A,"31,00",angka,%,bulat,k_dari_n,penyebut=klaim[n].nilai,tercetak,s',
    )  # fmt: skip
    (finding,) = found.findings
    assert "terlalu kusut" not in finding.message
    assert "12 memberi 30,00% dan 13 memberi 32,50%" in finding.message


def test_revenue_may_exceed_what_was_planned(tmp_path: Path) -> None:
    rows = (
        "kode,program,pagu,realisasi\n4,PENDAPATAN,160,171\n4.1,Air,120,130\n4.2,Sewa,40,41\n"
        "5,BELANJA,90,95\njumlah,Jumlah,250,266\n"
    )
    laporan = "tabel:\n  anggaran: {label: T, transkripsi: ganda}\n"
    found = verify(made_up(tmp_path, laporan, {"anggaran": rows}))
    assert [f.id for f in found.findings] == ["anggaran.dalam_pagu[5]"]
    named = rows.replace("PENDAPATAN", "Program Pengelolaan Pendapatan")
    found = verify(made_up(tmp_path / "2", laporan, {"anggaran": named}))
    assert found.findings[0].id == "anggaran.dalam_pagu[4]"


def test_a_table_whose_sum_is_of_revenue_spends_nothing(tmp_path: Path) -> None:
    rows = "kode,program,pagu,realisasi\na,Hasil tambak,160,171\nb,Sewa alat,40,41\n"
    laporan = "tabel:\n  anggaran: {label: T, transkripsi: ganda}\n"
    for called, count in (("Jumlah Pendapatan", 0), ("Jumlah", 3)):
        written = {"anggaran": f"{rows}jumlah,{called},200,212\n"}
        found = verify(made_up(tmp_path / called, laporan, written))
        assert len(found.failed) == count


def test_an_exchange_is_not_the_only_repair_of_spending_above_its_ceiling(tmp_path: Path) -> None:
    rows = "kode,program,pagu,realisasi\n1,A,40.000,94.000\n2,B,70.000,60.000\n3,C,10.000,11.000\n"
    laporan = "tabel:\n  anggaran: {label: T, transkripsi: ganda}\n"
    found = verify(made_up(tmp_path, laporan, {"anggaran": rows}))
    assert [f.id for f in found.findings] == ["anggaran.dalam_pagu[1]", "anggaran.dalam_pagu[3]"]
    for finding in found.findings:
        alone = {r.cells[0].cell.address.column for r in finding.remedies if len(r.cells) == 1}
        assert alone == {"realisasi", "pagu"}


def test_two_rows_above_their_ceilings_have_every_pair_of_repairs_with_its_whole_room(
    tmp_path: Path,
) -> None:
    """Each row may be wrong in its ceiling or its spending. The ceiling of A is at least what A
    spent, 8.112, not the 8.514 that the total alone would ask of it while B stays as it is."""
    rows = (
        'kode,program,pagu,realisasi,serapan\na,A,7.234,8.112,"112,14"\nb,B,3.101,3.987,"128,57"\n'
        'c,C,5.500,5.016,"91,20"\njumlah,Jumlah,15.835,17.115,"108,08"\n'
    )
    laporan = "tabel:\n  anggaran: {label: T, transkripsi: ganda}\n"
    found = verify(made_up(tmp_path, laporan, {"anggaran": rows}))
    (finding,) = found.findings
    pairs = {tuple(p.cell.address.column for p in r.cells) for r in finding.remedies}
    assert pairs == {(a, b) for a in ("pagu", "realisasi") for b in ("pagu", "realisasi")}
    assert "7.234 seharusnya paling sedikit 8.112" in finding.message
    assert "paling sedikit 8.514" not in finding.message
    assert "8.112 seharusnya antara 0 dan 7.234" in finding.message
