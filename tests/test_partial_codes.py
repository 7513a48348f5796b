"""Rows in levels of which only some print their code: right by `import` and by `usul`."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from proposals import INSTANSI, TAHUN, Rows, accepted, csv_of, excel, proposed, run, verified

HEAD = ["Kode", "Program", "Pagu (Rp)", "Realisasi (Rp)", "%"]
# The programme is the sum of its two activities and stands alone in the total.
NAMES = ["Program Irigasi", "Kegiatan Saluran", "Kegiatan Embung"]
MONEY = [("700.000", "630.000", "90,00"), ("450.000", "405.000", "90,00"),
         ("250.000", "225.000", "90,00")]  # fmt: skip


def table(codes: list[str], total: str = "700.000") -> Rows:
    rows = [[code, name, *money] for code, name, money in zip(codes, NAMES, MONEY, strict=True)]
    return [HEAD, *rows, ["", "JUMLAH", total, "630.000", "90,00"]]


def keys(base: Path) -> list[str]:
    return [line.partition(",")[0] for line in csv_of(base, "anggaran")[1:-1]]


def taken(base: Path, file: Path, door: str) -> None:
    if door == "import":
        code, told = run("import", file, "--instansi", INSTANSI, "--tahun", TAHUN, "--ya",
                         "--data", base)  # fmt: skip
    else:
        code, told = accepted(base, proposed(base, file)[0])
    assert code == 0, told


@pytest.mark.parametrize("door", ["import", "usul"])
@pytest.mark.parametrize(
    ("codes", "made"),
    [
        (["", "3.02", "3.10"], ["3", "3.02", "3.10"]),
        (["3", "3.02", ""], ["3", "3.02", "3.embung"]),
        (["3", "", ""], ["3", "3.saluran", "3.embung"]),
        (["", "", ""], ["irigasi", "irigasi.saluran", "irigasi.embung"]),
    ],
)
def test_a_right_total_is_not_accused_for_a_code_that_is_not_printed(
    door: str, codes: list[str], made: list[str], tmp_path: Path
) -> None:
    taken(tmp_path, excel(tmp_path, table(codes), "Anggaran"), door)
    assert keys(tmp_path) == made
    assert "Tidak ada temuan" in verified(tmp_path)[1]
    wrong = tmp_path / "lain"
    wrong.mkdir()
    taken(wrong, excel(wrong, table(codes, "1.400.000"), "Anggaran"), door)
    code, said = verified(wrong)
    assert code == 1 and "1.400.000" in said and "700.000" in said


def test_a_code_whose_zeros_are_not_known_is_asked_and_accuses_nothing(tmp_path: Path) -> None:
    """3 formatted as 0.00 may be 3 or 3.00; 3.02 and 3.10 are as they are shown."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in table(["", "", ""]):
        sheet.append(list(row))
    for line, code in enumerate((3, 3.02, 3.1), 2):
        sheet.cell(line, 1, code).number_format = "0.00"
    book.save(tmp_path / "kode.xlsx")
    proposal, told = proposed(tmp_path, tmp_path / "kode.xlsx")
    assert "nol di ujungnya tidak diketahui" in told
    accepted(tmp_path, proposal)
    assert keys(tmp_path) == ["3", "3.02", "3.10"]
    assert "Tidak ada temuan" in verified(tmp_path)[1]


def test_codes_that_no_name_of_a_rule_may_hold_are_accepted(tmp_path: Path) -> None:
    # 512.300.000 + 400.150.000 = 912.450.000, 490.110.500 + 381.110.000 = 871.220.500;
    # 431.205.000 + 302.405.000 = 733.610.000, 415.020.000 + 287.020.000 = 702.040.000.
    rows = [["Kode", "Uraian", "Denda (Rp)", "Uang pengganti (Rp)"],
            ["I", "Perdata", "912.450.000", "871.220.500"],
            ["I a", "Gugatan", "512.300.000", "490.110.500"],
            ["I b", "Permohonan", "400.150.000", "381.110.000"],
            ["II", "Pidana", "733.610.000", "702.040.000"],
            ["II a", "Biasa", "431.205.000", "415.020.000"],
            ["II b", "Cepat", "302.405.000", "287.020.000"]]  # fmt: skip
    code, told = accepted(tmp_path, proposed(tmp_path, excel(tmp_path, rows, "Perkara"))[0])
    assert code == 0 and "4 aturan" in told, told
    assert "12 dari 12 angka teruji" in verified(tmp_path)[1]
