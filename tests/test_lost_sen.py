"""Amounts of money printed without their sen: what was reckoned from them is no error."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from folders import RECHECK, made_up
from test_bukti import found, rule, table

from lkjip_analysis.checking.certificates import write_certificates
from lkjip_analysis.checking.verify import verify

GROWTH = rule("naik", "pertumbuhan", 'baris: "*", hasil: .naik, sekarang: .kini, sebelum: .lalu')
SHARE = rule("porsi", "rasio", 'baris: "*", hasil: .porsi, pembilang: .pakai, penyebut: .pagu')
EACH = rule(
    "tiap", "rasio", 'baris: "*", hasil: .tiap, pembilang: .pagu, penyebut: .orang, pengali: 1'
)
TIMES = rule("kali", "hasil_kali", 'baris: "*", hasil: .jml, faktor: [.harga, .banyak]')
MEAN = rule("rerata", "rerata", 'baris: "*", hasil: .rata, bagian: [.lalu, .kini]')
RATE = rule("kurs", "kurs", 'pembilang: "[*].rupiah", penyebut: "[*].berat"')

AMOUNTS = {
    "pertumbuhan": ("lalu:rupiah:eksak kini:rupiah:eksak naik:persen:bulat", GROWTH),
    "porsi": ("pakai:rupiah:eksak pagu:rupiah:eksak porsi:persen:bulat", SHARE),
    "tiap": ("pagu:rupiah:eksak orang:orang:eksak tiap:rupiah:eksak", EACH),
    "hasil kali": ("harga:rupiah:eksak banyak:unit:eksak jml:rupiah:eksak", TIMES),
    "rerata": ("lalu:rupiah:eksak kini:rupiah:eksak rata:rupiah:bulat", MEAN),
    "kurs": ("rupiah:rupiah:eksak berat:kg:eksak", RATE),
}

# kind, the rows, whether amounts that had sen print so
ROWS = [
    # 202,50 / 100,50 grew by 101,4925 percent, 203,50 / 99,50 by 104,5226
    ("pertumbuhan", 'a,100,203,"101,49"', True),
    ("pertumbuhan", 'a,100,203,"101,46"', False),
    ("pertumbuhan", 'a,100,203,"104,52"', True),
    ("pertumbuhan", 'a,100,203,"104,55"', False),
    # 12,50 / 15,50 is 80,6452 percent, 13,50 / 14,50 is 93,1034
    ("porsi", 'a,13,15,"80,65"', True),
    ("porsi", 'a,13,15,"80,62"', False),
    ("porsi", 'a,13,15,"93,10"', True),
    ("porsi", 'a,13,15,"93,13"', False),
    # of 1.000,50 to 1.001,50 each of three has 333,50 to 333,83, printed from 333 to 334
    ("tiap", "a,1.001,3,332", False),
    ("tiap", "a,1.001,3,333", True),
    ("tiap", "a,1.001,3,334", True),
    ("tiap", "a,1.001,3,335", False),
    # three at 332,50 to 333,50 cost 997,50 to 1.000,50, printed from 997 to 1.001
    ("hasil kali", "a,333,3,996", False),
    ("hasil kali", "a,333,3,997", True),
    ("hasil kali", "a,333,3,1.001", True),
    ("hasil kali", "a,333,3,1.002", False),
    # the mean of 100 and 201 is 150,50, and 150,00 to 151,00 with their sen
    ("rerata", 'a,100,201,"150,00"', True),
    ("rerata", 'a,100,201,"149,97"', False),
    ("rerata", 'a,100,201,"151,00"', True),
    ("rerata", 'a,100,201,"151,03"', False),
    # 141,50 / 10, 141,50 / 10 and 283,00 / 20 are 14,15 each; 142,50 / 10 is already 14,25
    ("kurs", "a,141,10\nb,142,10\nc,283,20", True),
    ("kurs", "a,141,10\nb,143,10\nc,283,20", False),
]


@pytest.mark.parametrize(("kind", "rows", "is_sound"), ROWS)
def test_half_a_unit_of_each_amount_is_no_error(
    tmp_path: Path, kind: str, rows: str, is_sound: bool
) -> None:
    columns, relation = AMOUNTS[kind]
    header = ",".join(["kode", *(word.partition(":")[0] for word in columns.split())])

    findings = found(tmp_path, table(columns, relation), f"{header}\n{rows}\n")
    assert (findings == []) is is_sound


SUM = rule("jumlah", "jumlah", 'hasil: "[jumlah].keluar", bagian: "[*].keluar"')

# 4.352,90 + 62.474,80 + 66.001,70 + 64.331,95 = 197.161,35, each cut off; the four printed
# amounts make 197.158 and have lost at most 3,96 together, of which the total lost 0,99 at most.
CUT_OFF = "kode,keluar\na,4.352\nb,62.474\nc,66.001\nd,64.331\njumlah,{total}\n"


@pytest.mark.parametrize(
    ("total", "is_sound"),
    [("197.155", False), ("197.156", True), ("197.161", True), ("197.162", False)],
)
def test_sen_that_were_cut_off_each_are_no_error(
    tmp_path: Path, total: str, is_sound: bool
) -> None:
    amounts = table("keluar:rupiah:eksak", SUM)

    assert (found(tmp_path, amounts, CUT_OFF.format(total=total)) == []) is is_sound


def test_only_amounts_whose_total_lost_its_sen_as_well_were_all_cut_off(tmp_path: Path) -> None:
    people = table("keluar:orang:eksak", SUM)
    assert found(tmp_path / "orang", people, CUT_OFF.format(total="197.161"))

    # 333,99 nine times over is 3.005,91; what costs 2.991 each time less is no such amount.
    columns, relation = AMOUNTS["hasil kali"]
    price = "kode,harga,banyak,jml\na,333,9,{jml}\n"
    assert found(tmp_path / "b", table(columns, relation), price.format(jml="3.005")) == []
    assert found(tmp_path / "c", table(columns, relation), price.format(jml="3.006"))
    assert found(tmp_path / "d", table(columns, relation), price.format(jml="2.991"))


def test_people_have_no_sen(tmp_path: Path) -> None:
    columns, relation = AMOUNTS["porsi"]
    people = table(columns.replace("rupiah", "orang"), relation)

    assert found(tmp_path, people, 'kode,pakai,pagu,porsi\na,13,15,"93,10"\n')


def test_what_is_spent_above_its_ceiling_by_one_rupiah_is_found(tmp_path: Path) -> None:
    most = rule("dalam", "tidak_melebihi", 'baris: "*", hasil: .pakai, penyebut: .pagu')
    schema = table("pakai:rupiah:eksak pagu:rupiah:eksak", most)

    assert found(tmp_path, schema, "kode,pakai,pagu\na,16,15\n")


def test_a_wrong_share_of_large_amounts_is_still_found(tmp_path: Path) -> None:
    # 750.000.000 of a thousand million are 75 percent, with sen or without.
    columns, relation = AMOUNTS["porsi"]
    csv = 'kode,pakai,pagu,porsi\na,750.000.000,1.000.000.000,"75,{last}"\n'

    assert found(tmp_path / "benar", table(columns, relation), csv.format(last="00")) == []
    assert found(tmp_path / "salah", table(columns, relation), csv.format(last="03"))


def test_a_certificate_beside_a_price_that_was_cut_off_holds(tmp_path: Path) -> None:
    # 3.005 + 200 is 3.205 and not 3.305; that nine times 333 are 3.005 holds, and is part of it.
    columns, relation = AMOUNTS["hasil kali"]
    total = rule("jumlah", "jumlah", 'hasil: "[jumlah].jml", bagian: "[*].jml"')
    csv = "kode,harga,banyak,jml\na,333,9,3.005\nb,100,2,200\njumlah,-,-,3.305\n"
    assert_held(tmp_path, table(columns, relation + total), csv, "uji.kali[a]")


def test_a_certificate_beside_a_share_without_sen_holds(tmp_path: Path) -> None:
    # 15 + 70 is 85 and not 95; that 93,10 of 15 is 13 with its sen holds, and is part of it.
    columns, relation = AMOUNTS["porsi"]
    total = rule("jumlah", "jumlah", 'hasil: "[jumlah].pagu", bagian: "[*].pagu"')
    csv = 'kode,pakai,pagu,porsi\na,13,15,"93,10"\nb,35,70,"50,00"\njumlah,-,95,-\n'
    assert_held(tmp_path, table(columns, relation + total), csv, "uji.porsi[a]")


def assert_held(base: Path, schema: str, csv: str, beside: str) -> None:
    """The only finding has a certificate that holds, with a relation that holds by lost sen."""
    told = "tabel:\n  uji: {label: Tabel 1, transkripsi: ganda}\n"
    report = made_up(base, told, {"uji": csv}, {"uji": schema})

    (file,) = write_certificates(verify(report), base / "sertifikat")
    assert f'"{beside}"' in file.read_text("utf-8")
    command = [sys.executable, "-I", str(RECHECK), str(file)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.stdout.endswith(": holds\n"), ran.stdout
