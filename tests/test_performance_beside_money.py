"""Performance (K) beside money (Rp) under one heading, as evaluations of a Renja print it."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import INSTANSI, TAHUN, Rows, accepted, csv_of, excel, proposed, run, verified

from lkjip_analysis.intake.tables.known_types import heading_fit, known_types

QUARTERS = ("I", "II", "III", "IV")
PERFORMED = ((100, 25, 25, 25, 25), (12, 3, 3, 3, 3), (24, 6, 6, 6, 6), (3, 0, 1, 1, 1))
PAID = ((4512.75, 1002.5, 1120.25, 1010, 1200), (4000, 900, 1000.25, 950, 1100),
        (512.75, 102.5, 120, 60, 100), (850.5, 0, 210.5, 300, 320))  # fmt: skip
NAMES = ("Layanan terpenuhi", "Gaji dibayar", "Unit dipelihara", "Dokumen disusun")


def renja(kinds: tuple[str, str]) -> Rows:
    """Target and four quarters, each with two columns called as in `kinds`, in million rupiah."""
    title = ["EVALUASI HASIL RENJA TAHUN 2024 (dalam juta rupiah)"]
    top = ["No", "Indikator", "Target Renja 2024", None]
    top += [text for quarter in QUARTERS for text in (f"Realisasi Triwulan {quarter}", None)]
    rows: list[list[object]] = [title, top, [None, None, *kinds * 5]]
    money_first = kinds[0] == "Rp"
    for number, (name, done, paid) in enumerate(zip(NAMES, PERFORMED, PAID, strict=True), 1):
        pairs = zip(paid, done, strict=True) if money_first else zip(done, paid, strict=True)
        rows.append([number, name, *(value for pair in pairs for value in pair)])
    return rows


MERGES = ("A2:A3", "B2:B3", *(f"{a}2:{b}2" for a, b in ("CD", "EF", "GH", "IJ", "KL")))


@pytest.mark.parametrize("kinds", [("K", "Rp"), ("Rp", "K"), ("Fisik", "Keuangan (Rp)")])
def test_no_money_is_taken_for_a_target_and_no_performance_for_millions(
    kinds: tuple[str, str], tmp_path: Path
) -> None:
    proposal, told = proposed(tmp_path, excel(tmp_path, renja(kinds), merges=MERGES))
    assert accepted(tmp_path, proposal)[0] == 0
    (table,) = (tmp_path / INSTANSI / TAHUN).glob("t*.csv")
    read = {line.split(",")[0]: line for line in csv_of(tmp_path, table.stem)}
    pairs = ((100, '"4512,75"'), (25, '"1002,5"'), (25, '"1120,25"'), (25, "1010"), (25, "1200"))
    step = -1 if kinds[0] == "Rp" else 1
    told_of_one = ",".join(str(text) for pair in pairs for text in pair[::step])
    assert read["layanan_terpenuhi"].endswith(told_of_one)
    assert told.count(" dalam juta menurut judul tabel") == 5
    assert verified(tmp_path)[0] == 0


def test_a_heading_of_what_happened_is_none_of_what_was_promised() -> None:
    kinds = known_types(Path("tidak-ada"))
    quarters, budget = kinds["triwulan"], kinds["anggaran"]

    def fit(name: str, kind: str, *lines: str) -> float:
        return heading_fit(lines, kind, kinds[kind].columns[name])

    assert not fit("target_i", quarters.name, "Realisasi Triwulan I", "Rp")
    assert not fit("realisasi_i", quarters.name, "Target", "Triwulan I")
    assert not fit("pagu", budget.name, "Realisasi anggaran")
    assert fit("target_i", quarters.name, "Target dan realisasi triwulan I", "Target") > 0.5
    assert fit("realisasi", budget.name, "Target dan realisasi", "Realisasi (Rp)") > 0.5


def test_the_difference_of_a_statement_of_spending_is_read_and_tested(tmp_path: Path) -> None:
    """Four differences are what was spent less the budget; the last is 2.000 off."""
    paid = ((8000, 7500), (5000, 4700), (3000, 2800), (2500, 2400), (1500, 1510))
    rows: list[list[object]] = [
        ["Uraian", "Anggaran (Rp)", "Realisasi (Rp)", "Lebih/(Kurang) (Rp)"]
    ]
    for name, (budget, spent) in zip("ABCDE", paid, strict=True):
        off = 2000 if name == "E" else 0
        rows.append([f"Belanja {name}", budget * 1000, spent * 1000, (spent - budget) * 1000 + off])
    proposal, _ = proposed(tmp_path, excel(tmp_path, rows))
    assert accepted(tmp_path, proposal)[0] == 0
    code, told = verified(tmp_path)
    assert code == 1 and "12.000" in told and "Belanja E" in told


def test_import_lets_headings_that_the_line_below_tells_apart_be_proposed(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["No", "Sasaran", "Indikator", "Target", None, "Realisasi", None, "Capaian (%)", None],
        [None, None, None, "K", "Rp (juta)", "K", "Rp (juta)", "K", "Rp"],
        [1, "Jalan baik", "Jalan mantap", 72, 15250.5, 70.5, 14980.25, 97.92, 98.23],
        [2, "Air bersih", "Akses air", 90, 8100, 91.2, 8010.4, 101.33, 98.89],
    ]
    merges = ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1", "H1:I1")
    code, told = run("import", excel(tmp_path, rows, merges=merges), "--instansi", INSTANSI,
                     "--tahun", TAHUN, "--data", tmp_path, "--ya")  # fmt: skip
    assert code == 0, told
    assert told.count(" dalam juta menurut judul kolom") == 2
