"""Files whose names are not UTF-8, as archives from older systems leave them."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest
from test_hostile import CONTOH, NAME, YEAR
from typer.testing import CliRunner

from lkjip_analysis.commands.cli import app

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no file is called so")
LATIN = os.fsdecode(b"bukti \xe9")
"""Named in Latin-1: half a letter as Python reads it."""


def run(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Data with evidence of such a name in the folder of a year."""
    shutil.copytree(CONTOH, tmp_path / "raw" / NAME / str(YEAR))
    (tmp_path / "raw" / NAME / str(YEAR) / f"{LATIN}.txt").write_text("bukti")
    return tmp_path


@pytest.mark.parametrize("words", [
    ("periksa", f"{LATIN}.docx"), ("import", f"{LATIN}.xlsx"), ("susun", "a.xlsx", "-o", LATIN),
    ("verify", "--all", "-o", LATIN), ("report", NAME, str(YEAR), "--penyusun", LATIN),
])  # fmt: skip
def test_a_word_that_is_not_utf8_is_one_sentence(words: tuple[str, ...]) -> None:
    code, said = run(*words)
    assert code == 2 and "a name that is not UTF-8" in said and "\udce9" not in said


def test_evidence_of_such_a_name_is_kept_hashed_and_packaged(data: Path) -> None:
    assert run("ekspor", NAME, YEAR, "--data", data)[0] == 0
    told = (data / "processed" / NAME / str(YEAR) / "datapackage.json").read_text("utf-8")
    assert json.dumps(LATIN)[1:-1] in json.dumps(json.loads(told))
    assert run("new", NAME, YEAR + 1, "--from", YEAR, "--data", data)[0] == 0


def test_an_agency_of_such_a_name_is_told(data: Path) -> None:
    (data / "raw" / LATIN / "2021").mkdir(parents=True)
    code, said = run("list", "--data", data)
    assert code == 2 and "a name that is not UTF-8" in said


def test_a_document_of_such_a_name_stops_no_other(tmp_path: Path) -> None:
    table = "# LKjIP Dinas Contoh Tahun 2021\n\n| No | Program | Pagu |\n|---|---|---|\n"
    for name in ("baik", LATIN):
        (tmp_path / f"{name}.md").write_text(f"{table}| 1 | A | 10 |\n| 2 | B | 20 |\n")
    _, said = run("periksa", tmp_path, "--instansi", "dinas-contoh", "-o", tmp_path / "hasil")
    assert "1 dokumen diperiksa, 1 tidak terbaca" in said
    assert (tmp_path / "hasil" / "baik" / "index.html").is_file()
