"""A large sum that misses by the last sen was rounded in a sheet; by more it is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from folders import RECHECK, made_up
from test_bukti import rule, table

from lkjip_analysis.checking.certificates import write_certificates
from lkjip_analysis.checking.verify import verify

SUM = rule("jumlah", "jumlah", 'hasil: "[jumlah].keluar", bagian: "[*].keluar"')
CLOSING = rule("saldo", "selisih", 'baris: "*", hasil: .akhir, dari: .awal, kurang: .keluar')
TOLD = "tabel:\n  uji: {label: Tabel 1, transkripsi: ganda}\n"

# 370.000.000.000,83 + 695.848.294,17 = 370.695.848.295,00
AMOUNTS = 'kode,keluar\na,"370.000.000.000,83"\nb,"695.848.294,17"\njumlah,"{total}"\n'


def standings(base: Path, schema: str, csv: str) -> list[str]:
    report = made_up(base, TOLD, {"uji": csv}, {"uji": schema})
    return [finding.standing for finding in verify(report).findings]


@pytest.mark.parametrize(
    ("total", "standing"),
    [
        ("370.695.848.295,00", []),
        ("370.695.848.295,01", ["pembulatan"]),
        ("370.695.848.294,99", ["pembulatan"]),
        ("370.695.848.295,02", ["ambigu"]),
        ("370.695.848.295,10", ["ambigu"]),
        ("370.695.848.296,00", ["ambigu"]),
    ],
)
def test_the_last_sen_of_a_large_sum_is_a_rounding(
    tmp_path: Path, total: str, standing: list[str]
) -> None:
    schema = table("keluar:rupiah:eksak", SUM)

    assert standings(tmp_path, schema, AMOUNTS.format(total=total)) == standing


@pytest.mark.parametrize(("unit", "total"), [("rupiah", "9,01"), ("hektare", "9,01")])
def test_of_a_small_sum_it_may_be_a_slip(tmp_path: Path, unit: str, total: str) -> None:
    csv = f'kode,keluar\na,"4,83"\nb,"4,17"\njumlah,"{total}"\n'

    assert standings(tmp_path, table(f"keluar:{unit}:eksak", SUM), csv) == ["ambigu"]


def test_whole_figures_have_no_hidden_sen(tmp_path: Path) -> None:
    csv = "kode,keluar\na,370.000.000\nb,695.848\njumlah,370.695.849\n"

    assert standings(tmp_path, table("keluar:orang:eksak", SUM), csv) == ["ambigu"]


@pytest.mark.parametrize(("rows", "standing"), [(7, "pembulatan"), (8, "ambigu")])
def test_where_eight_sums_with_sen_agree_none_is_hidden(
    tmp_path: Path, rows: int, standing: str
) -> None:
    # 45.000,75 less 12.000,30 leaves 33.000,45 in each row, but 33.000,46 in the last.
    lines = [f'r{n},"45.000,75","12.000,30","33.000,45"' for n in range(rows)]
    csv = "\n".join(["kode,awal,keluar,akhir", *lines, 'z,"45.000,75","12.000,30","33.000,46"\n'])
    schema = table("awal:rupiah:eksak keluar:rupiah:eksak akhir:rupiah:eksak", CLOSING)

    assert standings(tmp_path, schema, csv) == [standing]


def test_a_certificate_beside_such_a_sum_holds(tmp_path: Path) -> None:
    # 45.000,75 less 12.000,30 is 33.000,45 and not 38.000,45; that the column adds up to 66.001,01
    # and not to 66.001,00 is part of it, and holds.
    total = rule("jumlah", "jumlah", 'hasil: "[jumlah].awal", bagian: "[*].awal"')
    schema = table("awal:rupiah:eksak keluar:rupiah:eksak akhir:rupiah:eksak", CLOSING + total)
    csv = 'kode,awal,keluar,akhir\na,"45.000,75","12.000,30","38.000,45"\n'
    csv += 'b,"21.000,25","1.000,00","20.000,25"\njumlah,"66.001,01",-,-\n'
    report = made_up(tmp_path, TOLD, {"uji": csv}, {"uji": schema})

    (file,) = write_certificates(verify(report), tmp_path / "sertifikat")
    assert '"rounded"' in file.read_text("utf-8")
    command = [sys.executable, "-I", str(RECHECK), str(file)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.stdout.endswith(": holds\n"), ran.stdout
