"""An installation that lost files is one sentence, not a traceback; nothing else is called so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lkjip_analysis.commands.damaged import damage
from lkjip_analysis.commands.shared import problems_shown
from lkjip_analysis.errors import wrong_input

REPAIR = "run.py list"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package that is installed with one file, and found before all others."""
    info = tmp_path / "satu-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: satu\nVersion: 1.0\n")
    (info / "RECORD").write_text("satu/pola.html,,4\n")
    (tmp_path / "satu").mkdir()
    (tmp_path / "satu" / "pola.html").write_text("pola")
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path / "satu" / "pola.html"


def test_a_file_that_a_package_lost_is_told_by_its_place(package: Path) -> None:
    assert damage(ValueError("no template")) is None  # a fault of ours stays a traceback
    package.unlink()
    told = str(damage(ValueError("no template")))
    assert told.startswith(str(package)) and REPAIR in told and "ValueError" in told


def test_what_lies_outside_the_packages_is_no_damage(package: Path, tmp_path: Path) -> None:
    package.unlink()
    assert damage(FileNotFoundError(2, "gone", str(tmp_path / "data.csv"))) is None
    assert damage(OSError(28, "full")) is None
    assert damage(None) is None
    assert damage(FileNotFoundError(2, "gone", f"{sys.prefix}/share/pola.html")) is not None


def test_a_lost_file_is_not_told_as_a_folder_that_cannot_be_written(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package.unlink()
    with pytest.raises(Exception) as ended, problems_shown():
        gone = FileNotFoundError(2, "gone", f"{sys.prefix}/huruf.ttf")
        raise wrong_input("reports", "a folder that cannot be written", "another", ".") from gone
    assert getattr(ended.value, "exit_code", None) == 2
    assert str(package) in capsys.readouterr().err


@pytest.mark.parametrize("name", ["openpyxl", "typer", "yaml"])
def test_a_package_that_is_gone_is_one_sentence(name: str, tmp_path: Path) -> None:
    program = (
        f"import sys; sys.modules[{name!r}] = None; sys.argv = ['lkjip', 'template', 'buku.xlsx'];"
        "from lkjip_analysis.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.startswith(f"{name}: ") and done.stderr.count("\n") == 1
    assert REPAIR in done.stderr
