"""A budget printed before and after its change: the pagu is what was spent from."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from proposals import INSTANSI, TAHUN, Rows, csv_of, excel, read_proposal, run, word

# 90 of 100, 95 of 190 and 60 of 60 million; of the first budgets it would be 75 to 118,75 percent.
ROWS: Rows = [
    ["1.01", "Program Pendidikan", "120.000.000", "100.000.000", "90.000.000", "90,00"],
    ["1.02", "Program Kesehatan", "80.000.000", "190.000.000", "95.000.000", "50,00"],
    ["1.03", "Program Sosial", "70.000.000", "60.000.000", "60.000.000", "100,00"],
    ["", "Jumlah", "270.000.000", "350.000.000", "245.000.000", "70,00"],
]
WHOSE = ("--instansi", INSTANSI, "--tahun", TAHUN)


def imported(base: Path, rows: Rows) -> tuple[int, str]:
    return run("import", excel(base, rows, "Anggaran"), *WHOSE, "--data", base, "--ya")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Anggaran Murni (Rp)", "Anggaran Perubahan (Rp)"),
        ("Pagu Awal", "Pagu Setelah Perubahan"),
        ("Anggaran Semula", "Anggaran Menjadi"),
    ],
)
def test_the_pagu_is_the_budget_after_its_change(before: str, after: str, tmp_path: Path) -> None:
    head = ["Kode", "Program", before, after, "Realisasi (Rp)", "% Realisasi"]
    proposal = read_proposal(excel(tmp_path, [head, *ROWS], "Anggaran"), INSTANSI, int(TAHUN))
    (table,) = proposal.tables
    at = table.columns.index("pagu")
    assert [row[at] for row in table.rows] == [row[3] for row in ROWS]
    first = table.columns.index("pagu_murni")  # it is kept, and tested as well
    assert [row[first] for row in table.rows] == [row[2] for row in ROWS]
    assert table.kind.name == "anggaran" and not table.is_new


HEADS = [
    ("Anggaran Murni", "Anggaran Perubahan"),
    ("Pagu Awal (Rp)", "Pagu Setelah Perubahan (Rp)"),
    ("APBD Murni", "APBD-P"),
    ("Anggaran (Rp)", "Anggaran Setelah Perubahan (Rp)"),
    ("DPA Murni 2024", "DPPA 2024"),
]


@pytest.mark.parametrize(("before", "after"), HEADS)
def test_import_takes_both_budgets_and_absorption_is_of_the_later(
    before: str, after: str, tmp_path: Path
) -> None:
    head = ["Kode", "Program", before, after, "Realisasi", "% Realisasi"]
    assert imported(tmp_path, [head, *ROWS])[0] == 0
    rows = csv_of(tmp_path, "anggaran")
    assert rows[0] == "kode,program,pagu,realisasi,serapan,pagu_murni"
    assert rows[2] == '1.02,Program Kesehatan,190.000.000,95.000.000,"50,00",80.000.000'
    code, said = run("verify", INSTANSI, TAHUN, "--data", tmp_path)
    # Four sums of three columns would be 3 and four shares 4: all 16 figures are held.
    assert code == 0 and "16 dari 16 angka teruji" in said, said


@pytest.mark.parametrize("unit", ["", " (Rp)"])
def test_two_budgets_under_one_heading_are_both_read(unit: str, tmp_path: Path) -> None:
    """A unit that stands behind both lines of a heading is said once."""
    rows = [["Kode", "Program", f"Anggaran{unit}", None, "Realisasi", "%"],
            [None, None, f"Murni{unit}", f"Perubahan{unit}", None, None], *ROWS]  # fmt: skip
    merges = ("A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2")
    path = excel(tmp_path, rows, "Anggaran", merges)
    code, said = run("import", path, *WHOSE, "--data", tmp_path, "--ya")
    assert code == 0 and "Seluruh buku diusulkan" not in said, said
    assert csv_of(tmp_path, "anggaran")[0] == "kode,program,pagu,realisasi,serapan,pagu_murni"
    declared = (tmp_path / INSTANSI / TAHUN / "laporan.yaml").read_text(encoding="utf-8")
    assert f"pagu: {{judul: Anggaran Perubahan{unit}}}" in declared


@pytest.mark.parametrize(
    "heads",
    [
        ("Anggaran Murni", "Anggaran Perubahan", "Pagu Perubahan"),  # which of both was spent from?
        ("Anggaran 2023", "Anggaran 2024", "Perubahan"),  # two years, and by how much they differ
    ],
)
def test_what_does_not_tell_two_budgets_is_not_taken_for_them(
    heads: tuple[str, ...], tmp_path: Path
) -> None:
    rows = [[*row[:4], row[3], *row[4:]] for row in ROWS]
    code, said = imported(tmp_path, [["Kode", "Program", *heads, "Realisasi", "%"], *rows])
    assert code == 0 and "Seluruh buku diusulkan" in said, said


def test_a_slip_in_the_first_budget_is_found(tmp_path: Path) -> None:
    head = ["Kode", "Program", "Anggaran Murni", "Anggaran Perubahan", "Realisasi", "%"]
    wrong = [[*ROWS[0][:2], "12.000.000", *ROWS[0][3:]], *ROWS[1:]]  # 120 million lost a nought
    assert imported(tmp_path, [head, *wrong])[0] == 0
    code, said = run("verify", INSTANSI, TAHUN, "--data", tmp_path)
    assert code == 1 and "270.000.000" in said, said


def test_what_was_promised_before_the_change_is_the_first_budget(tmp_path: Path) -> None:
    """The agreement of January promises 120 million for education; the budget became 100."""
    book = Workbook()
    spent, promised = book.worksheets[0], book.create_sheet("Program PK")
    spent.title = "Realisasi"
    head = ["Kode", "Program", "Anggaran Murni", "Anggaran Perubahan", "Realisasi", "%"]
    for row in [head, *ROWS]:
        spent.append(list(row))
    for row in [["Kode", "Program", "Anggaran Murni", "Keterangan"],
                *([*row[:3], "APBD"] for row in ROWS)]:  # fmt: skip
        promised.append(list(row))
    book.save(tmp_path / "buku.xlsx")
    code, said = run("import", tmp_path / "buku.xlsx", *WHOSE, "--data", tmp_path, "--ya")
    assert code == 0, said
    declared = (tmp_path / INSTANSI / TAHUN / "laporan.yaml").read_text(encoding="utf-8")
    assert "anggaran[*].pagu_murni" in declared and "anggaran[*].pagu," not in declared
    assert run("verify", INSTANSI, TAHUN, "--data", tmp_path)[0] == 0


CHANGED = [
    ["1.01", "Pembinaan", "120.000.000", "100.000.000", "(20.000.000)", "90.000.000", "90,00"],
    ["1.02", "Pelayanan", "80.000.000", "190.000.000", "110.000.000", "95.000.000", "50,00"],
    ["1.03", "Perawatan", "70.000.000", "60.000.000", "(10.000.000)", "60.000.000", "100,00"],
    ["", "Jumlah", "270.000.000", "350.000.000", "80.000.000", "245.000.000", "70,00"],
]


@pytest.mark.parametrize("named", ["Program", "Kegiatan", "Nama Kegiatan"])
@pytest.mark.parametrize("change", ["Bertambah/(Berkurang)", "Bertambah / (berkurang) (Rp)"])
def test_by_how_much_a_budget_changed_is_read_and_tested(
    named: str, change: str, tmp_path: Path
) -> None:
    """4 shares, 4 changes and 4 totals hold all 20 figures; 110 for -110 misses its row and sum."""
    head = ["Kode", named, "Anggaran Murni", "Anggaran Perubahan", change, "Realisasi", "%"]
    code, said = imported(tmp_path, [head, *CHANGED])
    assert code == 0 and "Seluruh buku diusulkan" not in said, said
    code, said = run("verify", INSTANSI, TAHUN, "--data", tmp_path)
    assert code == 0 and "20 dari 20 angka teruji" in said, said
    wrong = [[*CHANGED[0][:4], "20.000.000", *CHANGED[0][5:]], *CHANGED[1:]]
    assert run("import", excel(tmp_path, [head, *wrong], "Anggaran"), *WHOSE, "--data", tmp_path,
               "--ya", "--timpa")[0] == 0  # fmt: skip
    code, said = run("verify", INSTANSI, TAHUN, "--data", tmp_path)
    assert code == 1 and "20.000.000" in said, said


def test_activities_beside_targets_that_count_anything_are_no_budget(tmp_path: Path) -> None:
    rows = [["1", "Pembinaan", "12", "11", "91,67"], ["2", "Pelayanan", "40", "44", "110,00"]]
    code, said = imported(tmp_path, [["No", "Kegiatan", "Target", "Realisasi", "%"], *rows])
    assert code == 0 and "Seluruh buku diusulkan" in said, said


@pytest.mark.parametrize(
    ("heads", "kind"),
    [
        (["Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)", "%"], "anggaran"),
        (["Uraian Kegiatan", "Pagu", "Realisasi", "%"], "anggaran"),
        (["Kegiatan", "Target", "Realisasi", "Capaian (%)"], ""),  # in times and persons, it may be
    ],
)
def test_a_document_with_activities_alone_has_a_budget_of_them(
    heads: list[str], kind: str, tmp_path: Path
) -> None:
    rows = [["No", *heads], *([str(at), *row[1:2], *row[3:]] for at, row in enumerate(ROWS[:3], 1))]
    document = word(tmp_path, [*rows, ["", *ROWS[3][1:2], *ROWS[3][3:]]], "Tabel 3.4 Realisasi")
    (table,) = read_proposal(document, INSTANSI, int(TAHUN)).tables
    assert (table.kind.name if not table.is_new else "") == kind
