"""A product of two figures: what it says of each, how it is bound, proven and rechecked."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from folders import KLAIM, RECHECK, made_up
from test_bukti import found, rule, table

from lkjip_analysis.checking.certificates import write_certificates
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.errors import InputError

TABLES = "tabel:\n  klaim: {label: N, transkripsi: ganda}\n"


def claims(
    cases: str, cost: str, spent: str, factors: str = "klaim[n].nilai+klaim[b].nilai"
) -> str:
    """So many cases at so much each, and what was spent on all of them."""
    return (
        f"{KLAIM}n,A,1,Perkara,{cases},angka,perkara,eksak,,,,\n"
        f'b,A,1,Biaya satu perkara,"{cost}",angka,rupiah,eksak,,,,\n'
        f'r,A,1,Realisasi,"{spent}",angka,rupiah,eksak,hasil_kali,faktor={factors},tercetak,s\n'
    )


@pytest.mark.parametrize(
    ("cases", "cost", "spent", "is_found"),
    [
        ("40", "156.000", "6.240.000", False),  # 40 x 156.000
        ("40", "156.000", "6.390.000", True),
        ("0", "156.000", "0", False),
    ],
)
def test_so_many_times_so_much_is_the_whole(
    tmp_path: Path, cases: str, cost: str, spent: str, is_found: bool
) -> None:
    found = verify(made_up(tmp_path, TABLES, {"klaim": claims(cases, cost, spent)})).findings
    assert [finding.verdict for finding in found] == ["ambigu"] * is_found
    for finding in found:
        assert "hasil hitung 6.240.000" in finding.message
        prints = {r.cells[0].cell.address.row: r.cells[0].text for r in finding.remedies
                  if len(r.cells) == 1}  # fmt: skip
        assert prints["r"] == "6.240.000"
        assert "n" not in prints  # 6.390.000 / 156.000 is 40,96: no whole number of cases


def test_a_factor_may_be_a_plain_number(tmp_path: Path) -> None:
    # 12 beds are 4.380 days of beds a year.
    table = claims("12", "1", "4.380", "klaim[n].nilai+365")
    assert verify(made_up(tmp_path, TABLES, {"klaim": table})).findings == ()


def test_a_product_has_two_factors(tmp_path: Path) -> None:
    table = claims("12", "1", "4.380", "klaim[n].nilai")
    with pytest.raises(InputError, match="faktor: 1 cells or numbers; allowed: two"):
        verify(made_up(tmp_path, TABLES, {"klaim": table}))


def test_the_certificate_of_a_product_is_rechecked_without_the_package(tmp_path: Path) -> None:
    report = made_up(tmp_path, TABLES, {"klaim": claims("40", "156.000", "6.390.000")})
    write_certificates(verify(report), tmp_path / "bukti")
    (path,) = (tmp_path / "bukti").glob("*.json")
    assert [rule["kind"] for rule in json.loads(path.read_text("utf-8"))["rules"]] == ["product"]
    command = [sys.executable, str(RECHECK), str(tmp_path / "bukti")]
    assert subprocess.run(command, capture_output=True).returncode == 0
    path.write_text(path.read_text("utf-8").replace('"6240000"', '"6250000"'), encoding="utf-8")
    assert subprocess.run(command, capture_output=True).returncode == 1


def test_rupiah_for_each_person_are_rounded_and_follow_what_they_are_reckoned_from(
    tmp_path: Path,
) -> None:
    """120.000.000 for 2.850 people are 42.105 each; the total of 1.650 lacks c: 72.727 each."""
    schema = table(
        "dilayani:jiwa:eksak biaya:rupiah:eksak perjiwa:rupiah:eksak",
        rule("kolom", "bertingkat", "kolom: [dilayani, biaya]")
        + rule("perjiwa", "rasio", 'baris: "*|jumlah", hasil: .perjiwa, pembilang: .biaya, '
               "penyebut: .dilayani, pengali: 1"),
    )  # fmt: skip
    csv = (
        "kode,dilayani,biaya,perjiwa\na,700,30.000.000,42.857\nb,950,40.000.000,42.105\n"
        "c,1.200,50.000.000,41.667\njumlah,{}\n"
    )
    assert found(tmp_path / "benar", schema, csv.format("2.850,120.000.000,42.105")) == []

    (finding,) = found(tmp_path / "salah", schema, csv.format("1.650,120.000.000,72.727"))
    total = [r for r in finding.remedies if str(r.cells[0].cell.address) == "uji[jumlah].dilayani"]
    assert [[part.text for part in (*r.cells, *r.follows)] for r in total] == [["2.850", "42.105"]]
