"""The form of next year, filled in from the report of this one."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from proposals import run
from test_susun import composed

from lkjip_analysis.output.next_year.form import SETTINGS
from lkjip_analysis.output.next_year.form_guide import example
from lkjip_analysis.output.next_year.form_of_report import contents
from lkjip_analysis.output.next_year.made_of_form import compose_all
from lkjip_analysis.report.loading import load


def test_the_next_form_holds_what_was_reached_and_leaves_what_is_new_blank(tmp_path: Path) -> None:
    """80,14 of 82,5 is 97,14 percent; the budgets of the example are 1.735 and 1.673,6 million."""
    report = composed(tmp_path).verification.report
    told, sheets = contents(report)
    settings = {entry.name: value for entry, value in zip(SETTINGS, told, strict=True)}
    assert settings["tahun"] == 2026 and settings["tanggal_data"] is None
    assert (settings["pagu_lalu"], settings["realisasi_lalu"]) == (1_735_000_000, 1_673_621_275)
    # sasaran, kode, name, satuan, arah, rumus, desimal, target, realisasi, last year's two, Renstra
    assert sheets["Indikator"][0][:12] == [
        "1", "jalan", "Jalan dalam kondisi baik", "persen", "naik", None, "2", None, None, 80.14,
        97.14, 85,
    ]  # fmt: skip
    assert sheets["Indikator"][2][4:11] == ["turun", "(2T-R)/T", "0", None, None, 96, 120]
    assert sheets["Indikator"][4][9:11] == [None, None]  # there was no figure
    assert sheets["Sasaran"] == [["1", "Meningkatnya layanan jalan dan jembatan"],
                                 ["2", "Menurunnya aduan masyarakat"]]  # fmt: skip
    assert sheets["Skala"][0] == ["Sangat Tinggi", 91, "ya"]
    assert sheets["Anggaran"][2] == [
        None, "penunjang", "Program Penunjang Urusan Pemerintahan", None, None]  # fmt: skip


def test_the_filled_in_form_makes_the_next_report(tmp_path: Path) -> None:
    path = tmp_path / "depan.xlsx"
    path.write_bytes(example(composed(tmp_path).verification.report))
    book = load_workbook(path)
    book["Pengaturan"]["B6"] = "2027-01-31"
    for row in range(2, 7):
        book["Indikator"][f"H{row}"], book["Indikator"][f"I{row}"] = 100, 95
    for row in range(2, 5):
        book["Anggaran"][f"D{row}"], book["Anggaran"][f"E{row}"] = 1_000_000, 900_000
    book.save(path)
    made = compose_all(path, None, ()).verification
    assert made.report.tahun == 2026 and not made.findings
    assert made.report.cell("capaian_1[1.jalan].realisasi_lalu").text == "80,14"


def test_the_report_before_is_named_and_a_form_is_never_overwritten(tmp_path: Path) -> None:
    data = composed(tmp_path / "isian").paths[0].parent
    path = tmp_path / "depan.xlsx"
    code, said = run("susun", "--contoh", path, "--dari", "dinas-contoh")
    assert code == 2 and "INSTANSI/TAHUN" in said and not path.exists()
    named = next(data.rglob("laporan.yaml")).parent
    root = named.parents[1]
    assert load(named.parent.name, int(named.name), root).tahun == 2025
    asked = (
        "susun",
        "--contoh",
        path,
        "--dari",
        f"{named.parent.name}/{named.name}",
        "--data",
        root,
    )
    assert run(*asked)[0] == 0 and path.exists()
    assert run(*asked)[0] == 2
