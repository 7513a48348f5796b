"""What holds the quarters of a year together serves what adds up, and no rate."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import accepted, csv_of, excel, proposed, verified
from years import AGENCY, write_year

from lkjip_analysis.checking.verify import verify
from lkjip_analysis.report.loading import load

SO_FAR = (
    "kode,indikator,satuan,{targets}realisasi_i,realisasi_ii,realisasi_iii,realisasi_iv,realisasi"
)
TARGETS = "target_i,target_ii,target_iii,target_iv,target,"


def broken(base: Path, kind: str, row: str, targets: bool = False) -> list[str]:
    """The rules that one row of a table of quarters breaks."""
    head = SO_FAR.format(targets=TARGETS if targets else "")
    laporan = f"tabel: {{triwulan: {{tipe: {kind}, label: Tabel 3.9}}}}\n"
    write_year(base, 2021, laporan, {"triwulan": f"{head}\n{row}\n"})
    return [rule for found in verify(load(AGENCY, 2021, base)).findings for rule in found.rules]


@pytest.mark.parametrize(
    "row",
    [
        'a,Tingkat kemiskinan,persen,"11,90","11,75","11,60","11,40","11,40"',
        'a,Persentase aduan selesai,%,"95,00","91,20","92,00","93,10","93,10"',
        'a,Indeks kepuasan,indeks,"82,10","81,40","83,00","83,25","83,25"',
        "a,Waktu tunggu layanan,menit,30,28,25,22,22",
        "a,Angka kematian ibu,per 100.000,91,88,85,80,80",
        'a,Prevalensi stunting,,"14,2","14,0","13,6","13,1","13,1"',
        "a,Jumlah koperasi aktif,unit,410,405,398,400,400",
    ],
)
def test_a_rate_may_fall_over_the_quarters(tmp_path: Path, row: str) -> None:
    assert broken(tmp_path, "triwulan_kumulatif", row) == []


@pytest.mark.parametrize(
    "row",
    [
        'a,Tingkat kemiskinan,persen,"11,90","11,75","11,60","11,40","11,66"',
        "a,Nilai SAKIP,poin,70,70,71,72,72",
        "a,Jalan mantap,,68,70,71,72,72",
        "a,Umur harapan hidup,tahun,71,71,72,72,72",
    ],
)
def test_quarters_of_a_rate_have_no_sum(tmp_path: Path, row: str) -> None:
    assert broken(tmp_path, "triwulan", row) == []


def test_targets_that_are_the_same_all_year_or_fall_tell_a_level(tmp_path: Path) -> None:
    same = "a,Jalan mantap,,90,90,90,90,90,95,91,92,93,93"
    assert broken(tmp_path / "1", "triwulan_kumulatif", same, targets=True) == []
    fallen = "a,Desa rawan pangan,desa,40,36,33,30,30,41,37,33,29,29"
    assert broken(tmp_path / "2", "triwulan_kumulatif", fallen, targets=True) == []
    each = "a,Desa siaga,desa,25,25,25,25,25,24,25,25,25,25"
    assert broken(tmp_path / "3", "triwulan", each, targets=True) == []


@pytest.mark.parametrize(
    ("kind", "row", "rule"),
    [
        # 10 + 20 + 30 + 50 is 110; a count since the year began cannot fall from 70 to 60.
        ("triwulan", "a,Pelatihan,orang,10,20,30,50,100", "triwulan.jumlah_realisasi[a]"),
        ("triwulan", "a,Pelatihan,,10,20,30,50,100", "triwulan.jumlah_realisasi[a]"),
        ("triwulan_kumulatif", "a,Pelatihan,orang,10,70,60,100,100", "triwulan.bertambah_iii[a]"),
        ("triwulan_kumulatif", "a,Retribusi,rupiah,10,70,60,100,100", "triwulan.bertambah_iii[a]"),
    ],
)
def test_a_slip_in_what_adds_up_is_found(tmp_path: Path, kind: str, row: str, rule: str) -> None:
    assert broken(tmp_path, kind, row) == [rule]


QUARTERS = ("TW I", "TW II", "TW III", "TW IV")


def test_headings_in_groups_of_quarters_name_the_columns_of_their_quarter(tmp_path: Path) -> None:
    """98, 110, 90 and 102 letters are of four quarters; none of them is the year's."""
    groups = [text for quarter in QUARTERS for text in (quarter, None)]
    file = excel(tmp_path, [
        ("No", "Indikator Kinerja", "Satuan", *groups),
        (None, None, None, *("Target", "Realisasi") * 4),
        (1, "Jumlah surat yang dilayani", "surat", 100, 98, 100, 110, 100, 90, 100, 102),
        (2, "Indeks kepuasan masyarakat", "indeks", 85, 86.1, 85, 84.9, 85, 85.5, 85, 83.2),
    ], merges=("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1", "H1:I1", "J1:K1"))  # fmt: skip
    assert accepted(tmp_path, proposed(tmp_path, file)[0])[0] == 0
    head, letters, _ = csv_of(tmp_path, "triwulan")
    assert head.endswith("target_iv,realisasi_i,realisasi_ii,realisasi_iii,realisasi_iv")
    assert letters.endswith("100,100,100,100,98,110,90,102")
    assert "Tidak ada temuan" in verified(tmp_path)[1]
