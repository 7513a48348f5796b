"""Where no report is named: the only one at hand, and said so; else which there are."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from folders import made_up
from typer.testing import CliRunner, Result

from lkjip_analysis.commands.cli import app
from lkjip_analysis.report.workbook_home import SOURCE as PROJECT

STATEMENTS = PROJECT / "data" / "raw" / "dindagkop-ukm-blora" / "2014"
TABLE = "tabel:\n  anggaran: {tipe: anggaran, label: Tabel 1, transkripsi: ganda}\n"
BUDGET = 'kode,program,pagu,realisasi,serapan\na,Program A,100,80,"80,00"\n'
SAID = "dinas-contoh 2021: satu-satunya laporan bertabel di sini."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """One report with a table, and a year of single statements beside it."""
    made_up(tmp_path, TABLE, {"anggaran": BUDGET})
    shutil.copytree(STATEMENTS, tmp_path / "raw" / "dinas-contoh" / "2014")
    return tmp_path


def run(*words: str, data: Path) -> Result:
    return CliRunner().invoke(app, [*words, "--data", str(data)])


@pytest.mark.parametrize("command", ["verify", "report", "check", "perbaikan", "ekspor", "watch"])
def test_where_no_report_is_at_hand_it_is_said_how_to_get_one(command: str, tmp_path: Path) -> None:
    done = run(command, data=tmp_path)
    assert done.exit_code == 2 and "lkjip init" in done.output


@pytest.mark.parametrize("words", [["verify"], ["verify", "dinas-contoh"], ["check"]])
def test_the_only_report_is_meant_and_named_first(words: list[str], data: Path) -> None:
    done = run(*words, data=data)
    assert done.exit_code != 2, done.output
    assert done.stdout.splitlines()[0] == SAID


def test_what_another_program_reads_is_not_mixed_with_it(data: Path) -> None:
    done = run("verify", "--json", "-", data=data)
    assert json.loads(done.stdout)["tahun"] == 2021 and SAID in done.stderr
    assert SAID not in run("perbaikan", data=data).stdout


@pytest.mark.parametrize("command", ["verify", "check", "report", "ekspor", "perbaikan", "watch"])
def test_of_two_reports_none_is_chosen(command: str, data: Path) -> None:
    shutil.copytree(data / "raw" / "dinas-contoh", data / "raw" / "dinas-lain")
    done = run(command, data=data)
    assert done.exit_code == 2
    assert "allowed: dinas-contoh 2021; dinas-lain 2021." in done.stderr
    assert not (data / "processed").exists()


def test_of_two_years_of_the_named_agency_none_is_chosen(data: Path) -> None:
    folder = data / "raw" / "dinas-contoh"
    shutil.copytree(folder / "2021", folder / "2022")
    done = run("verify", "dinas-contoh", data=data)
    assert done.exit_code == 2
    assert "no TAHUN; allowed: dinas-contoh 2021; dinas-contoh 2022." in done.stderr


def test_an_agency_that_is_not_there_is_told_with_the_nearest(data: Path) -> None:
    done = run("verify", "dinas-conth", data=data)
    assert done.exit_code == 2 and 'Did you mean "dinas-contoh"?' in done.stderr
