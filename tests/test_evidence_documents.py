"""`lkjip bukti`: a source document beside the tables of a report, rows paired by their names."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_sipd_exports import BUDGETS, SPENDING, _saved
from typer.testing import CliRunner
from years import write_year

from lkjip_analysis.checking.verify import verify
from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.usul.evidence_tables import evidence_tables
from lkjip_analysis.intake.usul.kept_evidence import keep
from lkjip_analysis.report.declaration import added
from lkjip_analysis.report.loading import load

AGENCY = "dinas-rekaan"
BUDGET = """\
kode,sasaran,program,pagu,realisasi,serapan
1,,Program Penunjang,2.300.000,1.750.000,"76,09"
2,,Program Pengawasan,80.000,57.000,"71,25"
3,,Program Lain,100.000,90.000,"90,00"
jumlah,,JUMLAH,2.480.000,1.897.000,"76,49"
"""
CONTRADICTED = ("2].realisasi", "jumlah].pagu", "jumlah].realisasi")
DECLARED = "# ditulis tangan\ntabel: {anggaran: {label: Tabel 3.8, transkripsi: ganda}}\n"


def _year(base: Path, declared: str = DECLARED) -> Path:
    folder = write_year(base, 2024, declared, {"anggaran": BUDGET}, agency=AGENCY)
    (folder / "bukti").rmdir()
    return folder


def _ledger(folder: Path, rows: list[list[object]]) -> Path:
    book = Workbook()
    for row in [["Program", "Anggaran", "Realisasi"], *rows]:
        book.active.append(row)
    path = folder / "lra.xlsx"
    book.save(path)
    return path


def _bukti(base: Path, file: Path, *told: str) -> tuple[int, str]:
    asked = ["bukti", AGENCY, "2024", str(file), *told, "--data", str(base)]
    result = CliRunner().invoke(app, asked)
    return result.exit_code, result.output


def test_the_report_is_held_against_an_export_of_sipd(tmp_path: Path) -> None:
    """57.000 is printed where the documents add up to 75.000; of the total the export lacks the
    third programme."""
    folder = _year(tmp_path)
    code, told = _bukti(tmp_path, _saved(tmp_path, Data=SPENDING, Pagu=BUDGETS), "--ya")
    assert code == 0 and "3 baris dan 2 kolom" in told and "Program Lain" in told
    found = {f.id: f.message for f in verify(load(AGENCY, 2024, tmp_path)).findings}
    assert set(found) == {f"bukti.anggaran[{cell}" for cell in CONTRADICTED}
    said = "tertulis 57.000, sedangkan sipd (peringkat 1) memuat 75.000"
    assert said in found["bukti.anggaran[2].realisasi"]
    assert (folder / "laporan.yaml").read_text().count("# ditulis tangan\n") == 1
    assert (
        CliRunner().invoke(app, ["kembalikan", AGENCY, "2024", "--data", str(tmp_path)]).exit_code
        == 0
    )
    assert not (folder / "bukti").exists()


def test_nothing_is_written_before_somebody_confirms(tmp_path: Path) -> None:
    folder = _year(tmp_path)
    code, told = _bukti(tmp_path, _saved(tmp_path, Data=SPENDING, Pagu=BUDGETS))
    assert code == 2 and "--ya" in told and not (folder / "bukti").exists()


def test_the_total_row_is_a_pair_whatever_it_is_called(tmp_path: Path) -> None:
    _year(tmp_path)
    rows = [["PENUNJANG", 2300000, 1750000], ["Total Belanja", 2480001, 1897000]]
    (table,) = evidence_tables(_ledger(tmp_path, rows), load(AGENCY, 2024, tmp_path))
    assert set(table.rows) == {"1", "jumlah"}
    _bukti(tmp_path, tmp_path / "lra.xlsx", "--ya", "--dokumen", "LRA 2024", "--peringkat", "2")
    (finding,) = verify(load(AGENCY, 2024, tmp_path)).findings
    assert "LRA 2024 (peringkat 2)" in finding.message and "2480001" in finding.message


def test_a_name_that_stands_twice_is_nobodys(tmp_path: Path) -> None:
    _year(tmp_path)
    rows = [["Penunjang", 1, 1], ["Penunjang", 2, 2], ["Pengawasan", 80000, 57000]]
    (table,) = evidence_tables(_ledger(tmp_path, rows), load(AGENCY, 2024, tmp_path))
    assert set(table.rows) == {"2"}
    assert table.alone == ("Program Penunjang", "Program Lain")


def test_a_heading_that_stands_twice_is_evidence_of_nothing(tmp_path: Path) -> None:
    """Of two columns Realisasi nobody knows which one the report repeats; the ceiling is held."""
    _year(tmp_path)
    book = Workbook()
    sheet = book.worksheets[0]
    for row in [["Program", "Anggaran", "Realisasi", "Realisasi"],
                ["Penunjang", 2300000, 1750000, 1], ["Pengawasan", 80000, 57000, 2]]:  # fmt: skip
        sheet.append(row)
    book.save(tmp_path / "lra.xlsx")
    (table,) = evidence_tables(tmp_path / "lra.xlsx", load(AGENCY, 2024, tmp_path))
    assert set(table.columns.values()) == {"pagu"}
    assert any("Sheet!C1, Sheet!D1" in why for why in table.unread)

    sheet.delete_cols(2)
    book.save(tmp_path / "lra.xlsx")
    code, told = _bukti(tmp_path, tmp_path / "lra.xlsx", "--ya")
    assert code == 2 and "Sheet!B1, Sheet!C1" in told and "Traceback" not in told


def test_a_document_in_the_other_style_is_read_in_it(tmp_path: Path) -> None:
    _year(tmp_path)
    rows = [["Penunjang", "2,300,000.00", "1,750,000.00"], ["Lain", "100,000.00", "90,000.00"]]
    _bukti(tmp_path, _ledger(tmp_path, rows), "--ya")
    assert verify(load(AGENCY, 2024, tmp_path)).findings == ()


def test_a_second_document_stands_beside_the_first(tmp_path: Path) -> None:
    folder = _year(tmp_path)
    file = _ledger(tmp_path, [["Penunjang", 2300000, 1750000]])
    assert _bukti(tmp_path, file, "--ya")[0] == 0
    assert _bukti(tmp_path, file, "--ya", "--dokumen", "DPA", "--peringkat", "2")[0] == 0
    assert sorted(p.name for p in (folder / "bukti").iterdir()) == [
        "anggaran.csv",
        "anggaran_2.csv",
    ]
    assert [e.dokumen for e in load(AGENCY, 2024, tmp_path).evidence] == ["lra", "DPA"]


def test_a_document_of_other_rows_is_refused_in_one_sentence(tmp_path: Path) -> None:
    folder = _year(tmp_path)
    code, told = _bukti(tmp_path, _ledger(tmp_path, [["Rumah Sakit", 5, 4]]), "--ya")
    assert code == 2 and "anggaran" in told and "Traceback" not in told
    assert not (folder / "bukti").exists()


def test_a_section_on_one_line_is_left_as_it_is(tmp_path: Path) -> None:
    folder = _year(tmp_path, f"{DECLARED}bukti: {{}}\n")
    report = load(AGENCY, 2024, tmp_path)
    tables = evidence_tables(_ledger(tmp_path, [["Penunjang", 2300000, 1750000]]), report)
    with pytest.raises(InputError):
        keep(folder, report, tables, "LRA", 1)
    assert (folder / "laporan.yaml").read_text().endswith("bukti: {}\n")


def test_an_entry_goes_under_its_section_and_nothing_else_moves() -> None:
    text = "a: 1\nbukti:  # sumber\n  lama: {x: 1}\nb: 2"
    told = added(text, "bukti", "baru", {"dokumen": "LRA"})
    assert told == "a: 1\nbukti:  # sumber\n  baru:\n    dokumen: LRA\n  lama: {x: 1}\nb: 2"
    assert added("b: 2", "bukti", "baru", {"x": "1"}) == "b: 2\n\nbukti:\n  baru:\n    x: 1\n"


def test_two_runs_that_read_the_same_report_both_keep_their_evidence(tmp_path: Path) -> None:
    folder = _year(tmp_path)
    report = load(AGENCY, 2024, tmp_path)
    tables = evidence_tables(_ledger(tmp_path, [["Penunjang", 2300000, 1750000]]), report)
    assert keep(folder, report, tables, "LRA", 1) == ("anggaran",)
    assert keep(folder, report, tables, "DPA", 2) == ("anggaran_2",)
    assert [e.dokumen for e in load(AGENCY, 2024, tmp_path).evidence] == ["LRA", "DPA"]


def test_a_folder_of_evidence_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    folder = _year(tmp_path)
    (tmp_path / "luar").mkdir()
    (folder / "bukti").symlink_to(tmp_path / "luar", target_is_directory=True)
    report = load(AGENCY, 2024, tmp_path)
    tables = evidence_tables(_ledger(tmp_path, [["Penunjang", 2300000, 1750000]]), report)
    with pytest.raises(InputError):
        keep(folder, report, tables, "LRA", 1)
    assert not list((tmp_path / "luar").iterdir())


def test_evidence_whose_name_differs_by_case_only_is_another_file_on_every_system(
    tmp_path: Path,
) -> None:
    folder = _year(tmp_path)
    (folder / "bukti").mkdir()
    (folder / "bukti" / "Anggaran.csv").write_text("milik orang", "utf-8")
    file = _saved(tmp_path, Data=SPENDING, Pagu=BUDGETS)
    code, told = _bukti(tmp_path, file, "--ya")
    assert code == 0 and "anggaran_2.csv" in told, told
    assert (folder / "bukti" / "Anggaran.csv").read_text("utf-8") == "milik orang"
