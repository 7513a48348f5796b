"""`import` of sheets whose goals are lines between the rows, or stand above the table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from proposals import run
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app

HEAD = ["No", "Sasaran / Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"]
RICE = [1, "Produksi padi", "ton", 200, 190, "95,00"]
MAIZE = [2, "Produksi jagung", "ton", 80, 84, "105,00"]
TERMS = [3, "Nilai tukar petani", "indeks", 100, 99, "99,00"]
MEAN = ["Rata-rata", None, None, None, None, "100,00"]
NAME, KEYS = "Dinas Pertanian dan Pangan", ["1.produksi_padi", "1.produksi_jagung"]
FIRST, SECOND = "Sasaran 1: Meningkatnya produksi", "Sasaran 2: Meningkatnya kesejahteraan"
Line = Sequence[object]


def imported(base: Path, rows: Sequence[Line], merged: bool = False) -> tuple[str, Path]:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
        if merged and len(row) == 1:
            sheet.merge_cells(f"A{sheet.max_row}:F{sheet.max_row}")
    book.save(base / "buku.xlsx")
    done = CliRunner().invoke(app, ["import", str(base / "buku.xlsx"), "--instansi", NAME,
                                    "--tahun", "2022", "--data", str(base), "--ya"])  # fmt: skip
    return done.output, base / "dinas-pertanian-dan-pangan" / "2022"


def read(folder: Path) -> list[list[str]]:
    lines = (folder / "capaian.csv").read_text("utf-8").splitlines()
    return [line.split(",")[:2] for line in lines]


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize(
    ("goals", "words"),
    [
        ([[FIRST], [SECOND]], (FIRST, SECOND)),
        ([["A.", FIRST[11:]], ["B.", SECOND[11:]]], (FIRST[11:], SECOND[11:])),
    ],
)
def test_a_line_between_the_rows_is_the_goal_of_those_below(
    goals: list[Line], words: Sequence[str], merged: bool, tmp_path: Path
) -> None:
    told, folder = imported(tmp_path, [HEAD, goals[0], RICE, MAIZE, MEAN, goals[1], TERMS], merged)
    assert folder.is_dir(), told
    assert read(folder) == [
        ["kode", "sasaran"], [KEYS[0], words[0]], [KEYS[1], ""], ["rerata", ""],
        ["2.tukar_petani", words[1]],
    ]  # fmt: skip
    assert f"nama: {NAME}\n" in (folder / "laporan.yaml").read_text("utf-8")
    assert "Tidak ada temuan" in run("verify", folder.parent.name, 2022, "--data", tmp_path)[1]


def test_the_mean_of_a_goal_is_that_of_its_rows(tmp_path: Path) -> None:
    """(95 + 105) : 2 is 100, not 110; with the row of the next goal it would be 99,67."""
    wrong = [*MEAN[:5], "110,00"]
    _, folder = imported(tmp_path, [HEAD, [FIRST], RICE, MAIZE, wrong, [SECOND], TERMS])
    told = run("verify", folder.parent.name, 2022, "--data", tmp_path)[1]
    assert "1 Perlu klarifikasi" in told and "hasil hitung 100,00" in told


def test_a_goal_above_a_goal_is_told(tmp_path: Path) -> None:
    rows = [HEAD, ["Tujuan 1: Desa maju"], [FIRST], RICE, [SECOND], TERMS]
    told, folder = imported(tmp_path, rows, merged=True)
    assert "Di luar tabel, tidak diimpor: Lembar!A2" in told.replace("Sheet!", "Lembar!")
    assert read(folder)[1:] == [[KEYS[0], FIRST], ["2.tukar_petani", SECOND]]


@pytest.mark.parametrize(
    ("above", "goal"),
    [
        (["Sasaran Strategis 1 :", "Meningkatnya produksi"], "Meningkatnya produksi"),
        (["Sasaran : Terwujudnya desa tani"], "Terwujudnya desa tani"),
        (["CAPAIAN KINERJA SASARAN 1 TAHUN 2022"], ""),
    ],
)
def test_a_goal_above_the_table_is_that_of_all_its_rows(
    above: Line, goal: str, tmp_path: Path
) -> None:
    told, folder = imported(tmp_path, [above, [], HEAD, RICE, MAIZE])
    assert folder.is_dir(), told
    named = [[KEYS[0], goal], [KEYS[1], ""]]
    plain = [["produksi_padi", "1"], ["produksi_jagung", "2"]]
    assert read(folder)[1:] == (named if goal else plain)


def test_a_line_that_names_a_part_and_no_goal_is_still_sent_to_the_proposal(tmp_path: Path) -> None:
    told, folder = imported(tmp_path, [HEAD, RICE, ["Kecamatan Utara"], MAIZE], merged=True)
    assert "Seluruh buku diusulkan" in told and not folder.exists()
