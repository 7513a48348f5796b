"""What stands beside and below the figures of a table and is none: "Rp" in a column of its own, a
line of notes under the total."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposals import INSTANSI, TAHUN, Rows, accepted, csv_of, excel, proposed, run, verified, word

BUDGET = ["a", "Program A", "Rp", 1250500000, "Rp.", 1198400000, 95.83]
OTHER = ["b", "Program B", "Rp", 480000000, "Rp.", 455250000, 94.84]
TOTAL = ["", "Jumlah", "Rp", 1730500000, "Rp.", 1653650000, 95.56]
HEADS = ["Kode", "Program", "Pagu", None, "Realisasi", None, "%"]
MERGED = ("C1:D1", "E1:F1")


@pytest.mark.parametrize("merges", [MERGED, ()])
def test_a_sign_in_a_column_of_its_own_belongs_to_the_figures_beside_it(
    merges: tuple[str, ...], tmp_path: Path
) -> None:
    book = excel(tmp_path, [HEADS, BUDGET, OTHER, TOTAL], "Anggaran", merges)
    code, told = run("import", book, "--instansi", INSTANSI, "--tahun", TAHUN, "--data", tmp_path,
                     "--ya")  # fmt: skip
    assert code == 0, told
    by_import = csv_of(tmp_path, "anggaran")
    assert by_import[1].startswith('a,Program A,1250500000,1198400000,"95,83"')

    (tmp_path / "lain").mkdir()
    proposal, told = proposed(tmp_path / "lain", book)
    assert '"Pagu"' not in told and '"Realisasi"' not in told
    assert accepted(tmp_path / "lain", proposal)[0] == 0
    by_proposal = csv_of(tmp_path / "lain", "anggaran")
    assert by_proposal[1].endswith('Program A,1250500000,1198400000,"95,83"')
    assert "9 dari 9 angka teruji" in verified(tmp_path / "lain")[1]


def test_a_unit_that_is_rupiah_in_every_row_stays_a_column(tmp_path: Path) -> None:
    rows: Rows = [
        ["No", "Jenis", "Satuan", "Tarif", "Hasil"],
        ["1", "Parkir", "Rp", "2.000", "750.000"],
        ["2", "Sampah", "Rp", "5.000", "1.250.000"],
    ]
    proposal, _ = proposed(tmp_path, word(tmp_path, rows, "Tabel 1 Retribusi"))
    assert accepted(tmp_path, proposal)[0] == 0
    assert csv_of(tmp_path, "tabel_1")[1].endswith("Parkir,Rp,2.000,750.000")


REVENUE = [
    ["Uraian", "Target", "Realisasi", "Bertambah/(Berkurang)"],
    ["Retribusi Sampah", "1.250.000", "1.190.500", "(59.500)"],
    ["Retribusi Parkir", "750.000", "801.250", "51.250"],
]


@pytest.mark.parametrize("note", ["*) sebelum audit", "Sumber: BPKAD", "Catatan: data sementara"])
@pytest.mark.parametrize(("total", "code"), [("2.000.000", 0), ("2.100.000", 1)])
def test_a_total_above_a_note_is_tested_and_the_note_is_no_row(
    note: str, total: str, code: int, tmp_path: Path
) -> None:
    """1.250.000 and 750.000 are 2.000.000; the difference follows the total that is printed."""
    less = "(8.250)" if total == "2.000.000" else "(108.250)"
    rows: Rows = [
        *REVENUE, ["Jumlah Pendapatan", total, "1.991.750", less], [note, "", "", ""],
    ]  # fmt: skip
    proposal, told = proposed(tmp_path, word(tmp_path, rows, "Tabel 2.1 Pendapatan 2024"))
    assert "1 baris di luar jenis ini" in told
    assert accepted(tmp_path, proposal)[0] == 0
    (table,) = (tmp_path / INSTANSI / TAHUN).glob("tabel*.csv")
    assert len(csv_of(tmp_path, table.stem)) == 4
    found, said = verified(tmp_path)
    assert found == code, said
    assert ("Jumlah Pendapatan" in said) == bool(code)
