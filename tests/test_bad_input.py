"""Broken folders end in a message that a hurried colleague can act on, or in what is wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import Problem
from lkjip_analysis.report.workbook_home import SOURCE as PROJECT
from lkjip_analysis.writing import write_whole

TESTS = Path(__file__).parent
FAULTS = yaml.safe_load((TESTS / "masukan_buruk" / "kasus.yaml").read_text("utf-8"))
SLOWEST = 20
"""Seconds within which even the largest of them must end, on a busy machine."""


def broken(base: Path, fault: dict[str, Any]) -> None:
    """The smallest report of tests/contoh with one file as the fault says."""
    folder = base / "raw" / "dinas-contoh" / "2022"
    shutil.copytree(TESTS / "contoh" / "raw" / "dinas-contoh" / "2022", folder)
    path = folder / fault["berkas"]
    path.parent.mkdir(exist_ok=True)
    before = path.read_text("utf-8") if path.is_file() else ""
    path.unlink(missing_ok=True)
    if "ganti" in fault:
        old, new = fault["ganti"]
        assert old in before, old
        path.write_text(before.replace(old, str(new), 1), "utf-8", newline="")
    elif "tambah" in fault:
        path.write_text(before + fault["tambah"] + "\n", "utf-8")
    elif "isi" in fault:
        path.write_text(fault["isi"], "utf-8")
    elif "bita" in fault:
        path.write_bytes(fault["bita"].encode("latin-1"))
    elif "ulang" in fault:
        parts = fault["ulang"]
        path.write_text("".join(t * n for t, n in zip(parts[::2], parts[1::2], strict=True)))
    elif "ukuran" in fault:
        path.touch()
        os.truncate(path, fault["ukuran"])
    elif "tautan" in fault:
        path.symlink_to(fault["tautan"])
    elif "folder" in fault:
        path.mkdir()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["nama"])
def test_a_broken_folder_is_refused_with_its_place_or_read_as_it_is(
    fault: dict[str, Any], tmp_path: Path
) -> None:
    broken(tmp_path, fault)
    started = time.perf_counter()
    done = CliRunner().invoke(app, ["verify", "dinas-contoh", "2022", "--data", str(tmp_path)])
    assert done.exit_code == fault.get("kode", 2), (done.output, done.exception)
    assert not done.exception or isinstance(done.exception, SystemExit)
    for piece in fault["pesan"]:
        assert piece in done.output
    assert time.perf_counter() - started < SLOWEST


def test_there_are_at_least_sixty_of_them_each_of_its_own() -> None:
    assert len({fault["nama"] for fault in FAULTS}) == len(FAULTS) >= 60


@pytest.mark.parametrize("name", ["a bomb of anchors", "300 MB", "half a million rows"])
def test_the_command_itself_ends_with_2_and_no_traceback(name: str, tmp_path: Path) -> None:
    broken(tmp_path, next(fault for fault in FAULTS if fault["nama"] == name))
    command = [sys.executable, "-m", "lkjip_analysis", "verify", "dinas-contoh", "2022"]
    done = subprocess.run(
        [*command, "--data", str(tmp_path)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr and done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["../dinas-contoh", "2022"], 'found the agency "../dinas-contoh"'),
        (["/etc", "2022"], 'found the agency "/etc"'),
        (["dinas-conto", "2022"], 'Did you mean "dinas-contoh"?'),
        (["dinas-contoh", "2023"], "found the year 2023; allowed: 2022"),
        (["dinas-contoh", "dua ribu"], "allowed: a year of four digits"),
    ],
)
def test_a_wrong_name_on_the_command_line_is_answered_with_the_allowed_ones(
    words: list[str], told: str
) -> None:
    done = CliRunner().invoke(app, ["verify", *words, "--data", str(TESTS / "contoh")])
    assert done.exit_code == 2
    assert told in done.output


def test_a_report_whose_folder_is_a_link_out_of_data_is_refused(tmp_path: Path) -> None:
    real, data = tmp_path / "elsewhere", tmp_path / "data"
    shutil.copytree(TESTS / "contoh" / "raw" / "dinas-contoh" / "2022", real)
    (data / "raw" / "dinas-contoh").mkdir(parents=True)
    (data / "raw" / "dinas-contoh" / "2022").symlink_to(real)
    done = CliRunner().invoke(app, ["verify", "dinas-contoh", "2022", "--data", str(data)])
    assert done.exit_code == 2 and "outside the folder" in done.output


def test_what_a_killed_run_left_half_written_goes_with_the_next_write(tmp_path: Path) -> None:
    left, fresh = tmp_path / ".laporan.xlsx.4711", tmp_path / ".laporan.xlsx.4712"
    other = tmp_path / ".laporan.xlsx.lock"
    for path in (left, fresh, other):
        path.write_text("half", encoding="utf-8")
    for path in (left, other):
        os.utime(path, (0, 0))
    assert write_whole(tmp_path / "laporan.xlsx", b"whole").read_bytes() == b"whole"
    assert (left.exists(), fresh.exists(), other.exists()) == (False, True, True)


def test_a_heading_that_ends_in_a_stop_does_not_end_the_sentence_twice() -> None:
    problem = Problem("buku.xlsx", '"Catatan"', "No., Program, Ket.", "Rename it.")
    assert str(problem).endswith("allowed: No., Program, Ket. Rename it.")
