"""A column of shares from a wrong base is one finding with one cause, and slips have names."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import KLAIM, made_up

from lkjip_analysis.checking.verify import Verification, verify

SHARES = """\
judul: Komposisi
arti: Komposisi
kunci: no
nama_baris: uraian
total: [jumlah]
kolom:
  no: {tipe: kunci}
  uraian: {tipe: teks, judul: Uraian}
  lalu: {tipe: angka, judul: Tahun lalu, satuan: rupiah, presisi: eksak}
  kini: {tipe: angka, judul: Tahun ini, satuan: rupiah, presisi: eksak}
  persen: {tipe: angka, judul: "%", satuan: persen, presisi: bulat}
aturan:
  - {nama: jumlah, jenis: bertingkat, kolom: [lalu, kini], dasar: tercetak, sebab: jumlah}
  - {nama: bagian, jenis: rasio, baris: "*", hasil: .persen, pembilang: .kini,
     penyebut: PENYEBUT, dasar: tercetak, sebab: bagian}
"""
LAPORAN = "tabel:\n  t: {tipe: komposisi, label: Tabel 1, transkripsi: ganda}\n"


def table(tmp_path: Path, base: str, *shares: str) -> Verification:
    rows = zip("abcd", (2000, 3500, 2500, 4000), (2100, 3900, 1500, 2500), shares, strict=True)
    text = "no,uraian,lalu,kini,persen\n" + "".join(
        f'{key},{key.upper()},{before},{now},"{share}"\n' for key, before, now, share in rows
    )
    types = {"komposisi": SHARES.replace("PENYEBUT", base)}
    tables = {"t": text + "jumlah,Jumlah,12000,10000,\n"}
    return verify(made_up(tmp_path, LAPORAN, tables, types))


def test_shares_of_last_years_total_are_one_finding(tmp_path: Path) -> None:
    # 2.100 of 12.000 is 17,50; of this year's 10.000 it is 21,00.
    found = table(tmp_path, '"[jumlah].kini"', "17,50", "32,50", "12,50", "20,83")
    (finding,) = found.findings
    assert finding.verdict == "ambigu"
    assert "seluruh kolom dihitung terhadap 12000" in finding.message
    (remedy,) = finding.remedies
    assert [part.text for part in remedy.cells] == ["21,00", "39,00", "15,00", "25,00"]


def test_shares_that_all_lost_their_comma_are_one_finding_with_the_decimals_they_had(
    tmp_path: Path,
) -> None:
    # 2.100 of 2.000 is 105,00, 3.900 of 3.500 is 111,43: no shares of 105 and 111 were meant.
    (finding,) = table(tmp_path, ".lalu", "10.500", "11.143", "6.000", "6.250").findings
    (remedy,) = finding.remedies
    assert [part.text for part in remedy.cells] == ["105,00", "111,43", "60,00", "62,50"]


def test_a_base_that_is_printed_nowhere_is_told_by_its_bounds(tmp_path: Path) -> None:
    # 3.900 is 31,20 of 3.900 / 0,31205 = 12.498 to 3.900 / 0,31195 = 12.502; the others ask less.
    (finding,) = table(tmp_path, '"[jumlah].kini"', "16,80", "31,20", "12,00", "20,00").findings
    assert "dihitung terhadap angka antara 12.498 dan 12.502, bukan 10000" in finding.message


def test_shares_of_the_column_beside_are_one_finding(tmp_path: Path) -> None:
    # Each of its own last year (105,00) is wanted; here each is held against this year's total.
    found = table(tmp_path, ".lalu", "105,00", "111,43", "60,00", "62,50")
    assert not found.findings
    wrong = table(tmp_path / "x", ".lalu", "95,24", "89,74", "166,67", "160,00")
    (finding,) = wrong.findings
    assert "seluruh kolom pembilang dan penyebut tertukar" in finding.message


def test_shares_of_the_total_in_place_of_their_own_rows_are_one_finding(tmp_path: Path) -> None:
    # 2.100 of the 12.000 of last year's total is 17,50; of its own 2.000 it is 105,00.
    found = table(tmp_path, ".lalu", "17,50", "32,50", "12,50", "20,83")
    (finding,) = found.findings
    assert finding.verdict == "ambigu"
    assert "seluruh kolom dihitung terhadap 12000 (Tabel 1, Jumlah" in finding.message
    assert '"Tahun lalu" barisnya sendiri' in finding.message
    (remedy,) = finding.remedies
    assert [part.text for part in remedy.cells] == ["105,00", "111,43", "60,00", "62,50"]


def test_changes_from_100_in_place_of_last_year_are_one_finding(tmp_path: Path) -> None:
    """68,20 less 100 is -31,80; from 66,00 it grew by 3,33 percent, as 12,40 from 12,00 did."""
    kind = """\
judul: Makro
arti: Makro
kunci: no
kolom:
  no: {tipe: kunci}
  lalu: {tipe: angka, judul: Lalu, presisi: bulat}
  kini: {tipe: angka, judul: Kini, presisi: bulat}
  ubah: {tipe: angka, judul: Perubahan, satuan: persen, presisi: bulat}
aturan:
  - {nama: ubah, jenis: pertumbuhan, baris: "*", hasil: .ubah, sekarang: .kini, sebelum: .lalu,
     dasar: tercetak, sebab: perubahan}
"""
    rows = (
        'no,lalu,kini,ubah\n1,"66,00","68,20","-31,80"\n2,"12,00","12,40","-87,60"\n'
        '3,"8.000,00","8.200,00","8.100,00"\n'
    )
    laporan = "tabel:\n  t: {tipe: makro, label: Tabel 1, transkripsi: ganda}\n"
    (finding,) = verify(made_up(tmp_path, laporan, {"t": rows}, {"makro": kind})).findings
    assert "seluruh kolom angka sekarang dikurangi 100" in finding.message
    (remedy,) = finding.remedies
    assert [part.text for part in remedy.cells] == ["3,33", "3,33", "2,50"]


def test_one_wrong_share_of_many_stays_one_figure(tmp_path: Path) -> None:
    found = table(tmp_path, '"[jumlah].kini"', "21,00", "39,00", "15,00", "52,00")
    (finding,) = found.findings
    assert "seluruh kolom" not in finding.message
    assert finding.remedies[0].cells[0].text == "25,00"


SHARE = "rasio,pembilang=klaim[a].nilai; penyebut=klaim[b].nilai"
OTHER = "rasio,pembilang=klaim[b].nilai; penyebut=klaim[a].nilai"
GROWTH = "pertumbuhan,sekarang=klaim[b].nilai; sebelum=klaim[a].nilai"
MEAN = "rerata,bagian=klaim[a].nilai+klaim[b].nilai"


@pytest.mark.parametrize(
    ("printed", "rule", "right", "slip"),
    [
        # 82 of 96 is 85,42 percent.
        ('"0,85"', SHARE, "85,42", "tidak dikalikan 100"),
        ('"8.541,67"', SHARE, "85,42", "dikalikan 100"),
        ('"117,07"', SHARE, "85,42", "penyebut tertukar"),
        # 96 of 82 is 117,07.
        ('"17,07"', OTHER, "117,07", "100 terkurangkan"),
        # From 82 to 96 it grows by 17,07; the other way round it falls by 14,58.
        ('"-14,58"', GROWTH, "17,07", "tertukar"),
        ('"117,07"', GROWTH, "17,07", "100 tidak"),
        ('"0,17"', GROWTH, "17,07", "tidak dikalikan"),
        # 96 less 100, and 96 less 82.
        ('"-4,00"', GROWTH, "17,07", "angka sekarang dikurangi 100"),
        ('"14,00"', GROWTH, "17,07", "selisih kedua angka, tidak dibagi"),
        # The mean of 82 and 96 is 89,00.
        ('"82,00"', MEAN, "89,00", "sama dengan bagian pertamanya"),
    ],
)
def test_slips_have_their_names(
    tmp_path: Path, printed: str, rule: str, right: str, slip: str
) -> None:
    claims = KLAIM + (
        "a,B,1,A,82,angka,orang,eksak,,,,\nb,B,1,B,96,angka,orang,eksak,,,,\n"
        f"h,B,1,H,{printed},angka,%,bulat,{rule},tercetak,s\n"
    )
    laporan = "tabel:\n  klaim: {label: N, transkripsi: ganda}\n"
    (finding,) = verify(made_up(tmp_path, laporan, {"klaim": claims})).findings
    part = finding.remedies[0].cells[0]
    assert (part.cell.address.row, part.text) == ("h", right)
    assert slip in (part.slip or "")


def test_a_tangle_names_its_table_lines_and_relations(tmp_path: Path) -> None:
    pairs = [("a", "b", "11"), ("c", "d", "12"), ("e", "f", "13"), ("g", "h", "14")]
    rows = "".join(f"{k},B,1,{k},{n},angka,,eksak,,,,\n" for n, k in enumerate("abcdefgh", 1))
    rows += "".join(
        f"t{n},B,1,T,{total},angka,,eksak,jumlah,bagian=klaim[{x}].nilai+klaim[{y}].nilai,,s\n"
        f"u{n},B,1,U,{total},angka,,eksak,selisih,"
        f"dari=klaim[{x}].nilai; kurang=klaim[t{n}].nilai,,s\n"
        for n, (x, y, total) in enumerate(pairs)
    )
    laporan = "tabel:\n  klaim: {label: Naskah, transkripsi: ganda}\n"
    found = verify(made_up(tmp_path, laporan, {"klaim": KLAIM + rows}))
    tangled = [f for f in found.findings if "terlalu kusut" in f.message]
    for finding in tangled:
        assert "Naskah (klaim.csv baris" in finding.message
        assert f"pemeriksaan {finding.rules[0]}" in finding.message
