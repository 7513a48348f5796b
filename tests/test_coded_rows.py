"""Accounts in levels by their codes: what adds up is proposed, what does not is not accused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from proposals import INSTANSI, TAHUN, accepted, excel, proposed, run, verified

HEAD = ("Kode Rekening", "Uraian", "Anggaran")
INCOME = [
    ("4", "PENDAPATAN", 1000), ("4.1", "Pendapatan Asli", 600), ("4.1.01", "Pajak", 400),
    ("4.1.01.01", "Hotel", 150), ("4.1.01.02", "Restoran", 250), ("4.1.02", "Retribusi", 200),
    ("4.1.02.01", "Jasa umum", 120), ("4.1.02.02", "Jasa usaha", 80), ("4.2", "Transfer", 400),
    ("4.2.01", "Dana umum", 300), ("4.2.02", "Dana khusus", 100),
]  # fmt: skip
SPENDING = [
    ("5", "BELANJA", 900), ("5.1", "Operasi", 700), ("5.1.01", "Pegawai", 450),
    ("5.1.02", "Barang", 250), ("5.2", "Modal", 200), ("5.2.01", "Tanah", 50),
    ("5.2.02", "Gedung", 150),
]  # fmt: skip
Rows = Sequence[tuple[object, ...]]


def told(base: Path, rows: Rows, head: tuple[str, ...] = HEAD, merges: Sequence[str] = ()) -> str:
    """What `verify` says of a sheet whose every proposed rule was accepted."""
    proposal, _ = proposed(base, excel(base, [head, *rows], merges=merges))
    code, said = accepted(base, proposal)
    assert code == 0, said
    return verified(base)[1]


def changed(name: str, amount: int) -> Rows:
    return [(c, n, amount if n == name else v) for c, n, v in (*INCOME, *SPENDING)]


def test_accounts_are_the_sums_of_their_parts(tmp_path: Path) -> None:
    assert "18 dari 18 angka teruji" in told(tmp_path, [*INCOME, *SPENDING])


def test_a_wrong_subtotal_is_the_only_figure_that_mends_both_sums(tmp_path: Path) -> None:
    """600 is 400 + 200, and 600 + 400 the 1000 above."""
    said = told(tmp_path, changed("Pendapatan Asli", 690))
    assert "1 Perlu klarifikasi" in said and "690 seharusnya 600" in said


@pytest.mark.parametrize(
    ("rows", "head", "merges"),
    [
        ([(f"{code}.", name, value) for code, name, value in (*INCOME, *SPENDING)], HEAD, ()),
        ([(*code.split("."), *[""] * (3 - code.count(".")), name, value)
          for code, name, value in (*INCOME, *SPENDING)],
         ("Kode Rekening", "", "", "", "Uraian", "Anggaran"), ("A1:D1",)),
        ([(code.replace(".", ""), name, value)
          for code, name, value in (*INCOME[1:9], *SPENDING[1:])],
         ("Kode Akun", "Uraian", "Pagu"), ()),
    ],
    ids=["closed by a point", "in pieces", "without points"],
)  # fmt: skip
def test_codes_are_read_however_they_are_printed(
    rows: Rows, head: tuple[str, ...], merges: Sequence[str], tmp_path: Path
) -> None:
    said = told(tmp_path, rows, head, merges)
    assert "Tidak ada temuan" in said and " 0 dari" not in said


def test_what_goes_out_is_taken_off_what_comes_in(tmp_path: Path) -> None:
    """Net financing is 40 - 100; a surplus has no code and is no part of anything."""
    net = [("", "SURPLUS/(DEFISIT)", 100), ("6", "PEMBIAYAAN", -60), ("6.1", "Penerimaan", 40),
           ("6.1.01", "Sisa lebih", 30), ("6.1.02", "Pinjaman", 10), ("6.2", "Pengeluaran", 100),
           ("6.2.01", "Cadangan", 70), ("6.2.02", "Pokok utang", 30)]  # fmt: skip
    assert "Tidak ada temuan" in told(tmp_path, [*INCOME, *SPENDING, *net])


@pytest.mark.parametrize(
    "rows",
    [
        [row for row in (*INCOME, *SPENDING) if row[0] != "4.2.02"],
        [*INCOME[:4], INCOME[1], *INCOME[4:], *SPENDING],
        [*INCOME, ("", "JUMLAH PENDAPATAN", 1000), *SPENDING, ("", "JUMLAH BELANJA", 900)],
        [("1", "Kas", 300), ("1.1", "a", 100), ("1.2", "b", 200), ("2", "Utang", 50),
         ("2.1", "c", 20), ("2.2", "d", 30), ("1", "Kas lain", 700), ("1.1", "e", 300),
         ("1.2", "f", 400)],
        [(c, n, v + i * 7) for i, (c, n, v) in enumerate((*INCOME, *SPENDING))],
    ],
    ids=["one part only", "a row twice", "totals without codes", "codes again", "no sums at all"],
)  # fmt: skip
def test_codes_alone_accuse_nothing(rows: Rows, tmp_path: Path) -> None:
    assert "Tidak ada temuan" in told(tmp_path, rows)


def test_import_takes_a_whole_budget_for_no_list_of_programmes(tmp_path: Path) -> None:
    file = excel(tmp_path, [HEAD, *INCOME, *SPENDING])
    code, said = run("import", file, "--instansi", INSTANSI, "--tahun", TAHUN, "--data", tmp_path,
                     "--ya", "--timpa")  # fmt: skip
    assert code == 0 and "jenis baru" in said and not (tmp_path / INSTANSI).exists()
