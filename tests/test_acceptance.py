"""Who accepted a correction, as what and when: named, or known to git; never made up."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest
from test_accepting import CEILING, SPENT, folder, rows  # noqa: F401  (a fixture)
from typer.testing import CliRunner, Result

from lkjip_analysis.checking.findings.wording import by_whom
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.commands.cli import app
from lkjip_analysis.output.corrections.to_correct import as_text
from lkjip_analysis.output.corrections.who_accepts import acceptance
from lkjip_analysis.pages.sections import corrections_table
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.report import Acceptance

DAY = date(2026, 11, 28)


def accepted(folder: Path, finding: str, *words: str) -> Result:  # noqa: F811
    data = str(folder.parents[2])
    command = ["koreksi", "dinas-contoh", "2021", "--data", data, "--terima", finding, *words]
    return CliRunner().invoke(app, command)


def test_whoever_accepts_stands_in_the_row_and_an_earlier_row_stays_nobodys(folder: Path) -> None:  # noqa: F811
    assert accepted(folder, CEILING).exit_code == 0
    assert rows(folder)[0] == ["sel", "tercetak", "menjadi", "alasan", "sertifikat"]
    assert (
        accepted(folder, SPENT, "--oleh", "Bagian  Evaluasi", "--peran", "pemeriksa").exit_code == 0
    )
    heading, first, second = rows(folder)
    assert heading[5:] == ["oleh", "peran", "tanggal"]
    assert first[5:] == ["", "", ""]
    assert second[5:7] == ["Bagian Evaluasi", "pemeriksa"]
    assert date.fromisoformat(second[7])
    of_first, of_second = load("dinas-contoh", 2021, folder.parents[2]).corrections
    assert str(of_first.accepted) == ""
    assert str(of_second.accepted).startswith("Bagian Evaluasi (pemeriksa), 20")


def test_a_name_that_git_gives_is_told_and_how_it_is_changed(folder: Path) -> None:  # noqa: F811
    for command in (["init", "-q"], ["config", "user.name", "Mesin 7"]):
        subprocess.run(["git", "-C", str(folder.parents[2]), *command], check=True)
    assert "Mesin 7 (dari git); --oleh menyebut" in accepted(folder, CEILING).output
    assert "Mesin 7" not in accepted(folder, SPENT, "--oleh", "Bagian Evaluasi").output
    assert "hapus dahulu barisnya di koreksi.csv" in accepted(folder, CEILING).output


def test_a_role_that_signs_no_report_is_refused_before_anything_is_written(folder: Path) -> None:  # noqa: F811
    told = accepted(folder, CEILING, "--peran", "pemeriks")
    assert told.exit_code == 2 and 'Did you mean "pemeriksa"?' in told.output
    assert not (folder / "koreksi.csv").exists()


def test_git_is_asked_only_where_the_data_lie_in_its_folder(tmp_path: Path) -> None:
    data = tmp_path / "data" / "raw"
    data.mkdir(parents=True)
    assert acceptance(data, "", "", DAY) == Acceptance()
    for command in (["init", "-q"], ["config", "user.name", "Tim  Data"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    assert acceptance(data, "", "", DAY) == Acceptance("Tim Data", "", "2026-11-28")
    assert acceptance(data, "Lain", "penyusun", DAY) == Acceptance("Lain", "penyusun", "2026-11-28")


@pytest.mark.parametrize("missing", [True, False])
def test_a_file_from_before_names_were_kept_is_read_as_it_was(folder: Path, missing: bool) -> None:  # noqa: F811
    heading = "sel,tercetak,menjadi,alasan,sertifikat" + ("" if missing else ",oleh")
    row = "anggaran[a].program,Program A,Program Ä,ejaan," + ("" if missing else ",Bagian Data")
    (folder / "koreksi.csv").write_text(f"{heading}\n{row}\n", "utf-8")
    (correction,) = load("dinas-contoh", 2021, folder.parents[2]).corrections
    assert str(correction.accepted) == ("" if missing else "Bagian Data")


def test_a_correction_says_who_accepted_it_and_when_or_that_nobody_is_named() -> None:
    assert by_whom(Acceptance()) == "penyetuju belum dicatat"
    signed = Acceptance("Bagian Evaluasi", "pemeriksa", "2026-03-02")
    assert by_whom(signed) == "Bagian Evaluasi (pemeriksa), 2 Maret 2026"
    assert by_whom(Acceptance("", "", "2026-03-02")) == "penyetuju belum dicatat, 2 Maret 2026"


def test_the_list_of_corrections_says_whose_word_each_accepted_one_is(folder: Path) -> None:  # noqa: F811
    accepted(folder, CEILING)
    report = verify(load("dinas-contoh", 2021, folder.parents[2]))
    assert "Koreksi ini sudah diterima (penyetuju belum dicatat); laporan memakai" in as_text(
        report
    )
    table = corrections_table(report.report).html
    assert "Diterima oleh" in table and "penyetuju belum dicatat" in table
