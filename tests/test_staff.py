"""Tables of staff: the usual forms come in as what they are, and what their pages say of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from folders import BLORA, STAFF, blora_with
from proposals import INSTANSI, TAHUN, Rows, csv_of, excel, read_proposal, run, told

from lkjip_analysis.analysis.laporan import Laporan
from lkjip_analysis.pages import charts
from lkjip_analysis.pages.parts.html_parts import Html, Pictures
from lkjip_analysis.pages.sections import (
    resources_answer,
    schooling_chart,
    staff_groups,
    staff_tables,
)
from lkjip_analysis.pages.sections.shown_frames import bagan
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.report import Report


def _lead(report: Report) -> str:
    shown = resources_answer(report)
    assert isinstance(shown, Html)
    return shown.html


def test_a_number_of_staff_that_the_chart_beside_does_not_show_is_said() -> None:
    """By rank 135 + 5 + 44 is 184; by schooling 135 + 5 + 45 (1 + 3 + 25 + 1 + 15) is 185."""
    told = _lead(load(BLORA.parent.name, int(BLORA.name)))
    table = "Tabel\N{NO-BREAK SPACE}1.2"
    said = (
        f". Menurut pendidikan jumlahnya 185 ({table}); yang berbeda: Kontrak Kepala Dinas "
        "(44 menurut status, 45 menurut pendidikan)."
    )
    assert f"184 pegawai, 15,2% perempuan{said}" in told


def test_where_both_tables_count_alike_nothing_is_said_of_it(tmp_path: Path) -> None:
    told = _lead(blora_with(tmp_path, STAFF))  # 24 instead of 25: 44 by schooling too
    assert "184 pegawai, 15,2% perempuan. Aset" in told


TITLE = "Pegawai Dinas menurut {} Tahun 2024"
BY_SCHOOLING = [
    ["No", "Pendidikan", "Laki-laki", "Perempuan", "Jumlah (orang)"],
    ["1", "S2", "3", "2", "5"],
    ["2", "S1/D-IV", "11", "14", "25"],
    ["3", "SLTA", "6", "4", "10"],
    ["", "Jumlah", "20", "20", "40"],
]
BY_RANK = [
    ["Pangkat/Golongan Ruang", "L", "P", "Jumlah"],
    ["IV/a", "2", "1", "3"],
    ["III/d", "5", "7", "12"],
    ["Total", "7", "8", "15"],
]
BY_POSITION = [["Jabatan", "Jumlah ASN", "%"], ["Struktural", "6", "30,00"],
               ["Fungsional", "14", "70,00"], ["JUMLAH", "20", "100,00"]]  # fmt: skip
BY_STATUS = [["No", "Status Kepegawaian", "SMA", "D-III", "S1", "S2", "Jumlah"],
             ["1", "PNS", "4", "3", "12", "5", "24"], ["2", "PPPK", "-", "1", "5", "-", "6"],
             ["", "Jumlah", "4", "4", "17", "5", "30"]]  # fmt: skip


def imported(base: Path, rows: Rows, title: str = TITLE.format("kelompoknya")) -> tuple[int, str]:
    told = ("--instansi", INSTANSI, "--tahun", TAHUN, "--data", base, "--ya")
    return run("import", excel(base, [[title], [], *rows], "Lembar1"), *told)


@pytest.mark.parametrize(
    ("rows", "name", "columns"),
    [
        (BY_SCHOOLING, "pegawai", "kode,no,kelompok,l,p,jml"),
        (BY_RANK, "pegawai", "kode,kelompok,l,p,jml"),
        (BY_POSITION, "pegawai", "kode,kelompok,jml,persen"),
        (BY_STATUS, "pegawai_pendidikan", "kode,no,status,slta,d3,s1,s2,jml"),
    ],
    ids=["schooling", "rank", "position", "status"],
)
def test_a_usual_table_of_staff_is_one(rows: Rows, name: str, columns: str, tmp_path: Path) -> None:
    proposal = read_proposal(
        excel(tmp_path, [[TITLE.format("x")], [], *rows]), INSTANSI, int(TAHUN)
    )
    assert [(table.kind.name, table.is_new) for table in proposal.tables] == [(name, False)]
    code, said = imported(tmp_path, rows)
    assert code == 0 and "Seluruh buku diusulkan" not in said, said
    assert csv_of(tmp_path, name)[0] == columns
    assert run("verify", INSTANSI, TAHUN, "--data", tmp_path)[0] == 0


@pytest.mark.parametrize("place", [(2, 2), (3, 4), (4, 3)])
def test_a_slip_in_a_table_of_staff_is_found(place: tuple[int, int], tmp_path: Path) -> None:
    rows = [list(row) for row in BY_SCHOOLING]
    rows[place[0]][place[1]] += "1"
    assert imported(tmp_path, rows)[0] == 0
    out = tmp_path / "temuan.json"
    code, _ = run("verify", INSTANSI, TAHUN, "--data", tmp_path, "--json", out)
    told = json.dumps(json.loads(out.read_text(encoding="utf-8"))["findings"])
    assert code == 1 and rows[place[0]][place[1]] in told


@pytest.mark.parametrize(
    "title", ["Pencari kerja menurut pendidikan Tahun 2024", "Pelanggan menurut golongan"]
)
def test_people_who_are_no_staff_are_not_taken_for_them(title: str, tmp_path: Path) -> None:
    proposal = read_proposal(excel(tmp_path, [[title], [], *BY_SCHOOLING]), INSTANSI, int(TAHUN))
    assert [table.is_new for table in proposal.tables] == [True]
    assert "Seluruh buku diusulkan" in imported(tmp_path, BY_SCHOOLING, title)[1]


def test_a_table_of_staff_is_told_on_the_page_of_resources(tmp_path: Path) -> None:
    imported(tmp_path, BY_SCHOOLING)
    laporan = Laporan(load(INSTANSI, int(TAHUN), tmp_path), tmp_path)
    shown = staff_groups(laporan)
    assert isinstance(shown, Pictures)
    picture = " ".join(re.sub(r"<[^>]+>", " ", shown.parts[0].html).split())
    assert "S1/D-IV adalah kelompok pegawai terbesar: 62,5%" in picture  # 25 of 40
    printed = staff_tables(laporan)
    assert isinstance(printed, Html)
    rows = " ".join(re.sub(r"<[^>]+>", " ", printed.html).split())
    assert "S2 3 2 5" in rows and "Jumlah 20 20 40" in rows
    assert "40 pegawai, 50,0% perempuan." in _lead(laporan.report)


def test_schooling_by_status_is_drawn_without_columns_of_training(tmp_path: Path) -> None:
    imported(tmp_path, BY_STATUS)
    report = load(INSTANSI, int(TAHUN), tmp_path)
    shown = schooling_chart(report)
    assert "30 pegawai." in _lead(report)
    assert "Pendidikan terbanyak: S1, 17 orang" in str(getattr(shown, "html", ""))


def test_of_a_report_with_staff_and_no_assets_the_rest_of_the_page_is_made(tmp_path: Path) -> None:
    """The cells of the page as they stand there: a table that a report lacks has no cells."""
    imported(tmp_path, BY_SCHOOLING)
    assets = Laporan(load(INSTANSI, int(TAHUN), tmp_path), tmp_path)["aset"]
    shown = bagan(charts.komposisi(assets, "nilai", "{nama} {bagian}%", "rupiah"), nama="aset")
    assert "tidak ada dalam laporan ini" in str(getattr(shown, "html", ""))


SHARED = [["Kelompok Usia", "Laki-laki", "Perempuan", "Jumlah", "%"],
          ["21-30", "4", "7", "11", "13,75"], ["31-40", "15", "12", "27", "33,75"],
          ["41-50", "17", "13", "30", "37,50"], ["51-58", "8", "4", "12", "15,00"],
          ["Jumlah", "44", "36", "80", "100,00"]]  # fmt: skip
FURTHER = [["Eselon", "Formasi", "Laki-laki", "Perempuan", "Jumlah", "Lowong"],
           ["II", "1", "1", "0", "1", "0"], ["III", "7", "4", "2", "6", "1"],
           ["IV", "19", "9", "7", "16", "3"], ["Fungsional", "44", "15", "21", "36", "8"],
           ["Jumlah", "71", "29", "30", "59", "12"]]  # fmt: skip
OVER_YEARS = [["Golongan", "Jumlah 2021", "Jumlah 2022", "Perubahan"], ["IV", "13", "11", "-2"],
              ["III", "54", "58", "4"], ["II", "25", "21", "-4"], ["I", "5", "3", "-2"],
              ["Jumlah", "97", "93", "-4"]]  # fmt: skip
SCHOOLED = [["Status", "SD", "SMP", "SMA", "D3", "S1", "S2", "Jumlah"],
            ["PNS", "0", "1", "12", "6", "34", "15", "68"],
            ["PPPK", "0", "0", "2", "5", "19", "0", "26"],
            ["Kontrak", "3", "4", "23", "3", "8", "0", "41"],
            ["Jumlah", "3", "5", "37", "14", "61", "15", "135"]]  # fmt: skip


def said_of(rows: Rows, base: Path) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in (rows[0], ["---"] * len(rows[0]), *rows[1:])]
    return told("\n".join(["", "Tabel 1.2 Pegawai Tahun 2022", "", *lines, ""]), base)


@pytest.mark.parametrize("rows", [SHARED, FURTHER, OVER_YEARS, SCHOOLED, SCHOOLED[:-1]])
def test_a_sound_table_of_staff_is_accused_of_nothing(rows: Rows, tmp_path: Path) -> None:
    assert said_of(rows, tmp_path) == "[]"


@pytest.mark.parametrize(
    ("rows", "place", "slip"),
    [
        (SHARED, (3, 4), "35,70"),  # 30 of 80 is 37,50
        (FURTHER, (4, 5), "9"),  # 0 + 1 + 3 + 9 is 13, the total 12
        (FURTHER, (5, 1), "17"),  # 1 + 7 + 19 + 44 is 71
        (OVER_YEARS, (2, 3), "9"),  # -2 + 9 - 4 - 2 is 1, the total -4
        (OVER_YEARS, (5, 1), "79"),  # 13 + 54 + 25 + 5 is 97
        (SCHOOLED[:-1], (1, 7), "86"),  # 1 + 12 + 6 + 34 + 15 is 68
    ],
)
def test_columns_that_the_rules_of_the_type_do_not_name_are_tested(
    rows: Rows, place: tuple[int, int], slip: str, tmp_path: Path
) -> None:
    slipped = [list(row) for row in rows]
    slipped[place[0]][place[1]] = slip
    assert f'"text": "{slip}"' in said_of(slipped, tmp_path)
