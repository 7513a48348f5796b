"""Names and places that differ between systems: Windows' devices, letters of two cases, links."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from test_hostile import CONTOH, NAME, YEAR
from test_importing import budget
from typer.testing import CliRunner

from lkjip_analysis.building.one_report import build
from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import InputError
from lkjip_analysis.intake.excel.folders import write_folder
from lkjip_analysis.output.examined.places_of_results import targets
from lkjip_analysis.report.portable import check_portable, portable, why_not


@pytest.mark.parametrize("name", [
    "con", "CON", "nul.csv", "com1.csv", "lpt9", "aux.yaml", "prn", "anggaran.", "anggaran ",
    "a:b.csv", "a?.csv", "a\\b.csv", "a\x07.csv", "x" * 121,
])  # fmt: skip
def test_what_no_windows_can_hold_is_refused_before_anything_is_written(
    name: str, tmp_path: Path
) -> None:
    assert why_not(name)
    target = tmp_path / "raw" / "dinas-uji" / "2022"
    with pytest.raises(InputError, match="every system can hold"):
        write_folder(target, {"laporan.yaml": "a: 1", name: "x"}, False, lambda _: ())
    assert not target.parent.exists()


@pytest.mark.parametrize("name", ["konsep", "com", "com10.csv", "nulis.csv", "anggaran.v2.csv"])
def test_ordinary_names_are_no_devices(name: str) -> None:
    assert not why_not(name) and portable(name) == name


@pytest.mark.parametrize("name", ["con", "nul", "com1"])
@pytest.mark.parametrize("command", ["new", "import"])
def test_an_agency_cannot_be_called_as_a_device(command: str, name: str, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    budget(book)
    book.save(tmp_path / "buku.xlsx")
    words = {"new": [name, str(YEAR)],
             "import": [str(tmp_path / "buku.xlsx"), "--instansi", name, "--tahun", str(YEAR),
                        "--ya"]}  # fmt: skip
    done = CliRunner().invoke(app, [command, *words[command], "--data", str(tmp_path)])
    assert done.exit_code == 2 and "a device of Windows" in done.output, done.output
    assert not (tmp_path / name).exists() and not (tmp_path / "raw").exists()


def test_two_tables_whose_names_differ_only_by_case_are_refused(tmp_path: Path) -> None:
    files = {"laporan.yaml": "a: 1", "Anggaran.csv": "x", "anggaran.csv": "y"}
    with pytest.raises(InputError, match="one file on Windows"):
        write_folder(tmp_path / "raw" / "a" / "2022", files, False, lambda _: ())


def test_results_of_documents_never_share_a_folder(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("con.pdf", "A.pdf", "a.docx", "b?.pdf", "b..pdf")]
    names = [path.name for path in targets(files, tmp_path / "hasil")]
    assert names == ["con_", "A", "a-2", "b_", "b"]


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only some users make links")
@pytest.mark.parametrize("linked", [".", NAME, f"{NAME}/{YEAR}"])
def test_reports_on_another_disk_are_made_again_and_again(linked: str, tmp_path: Path) -> None:
    data, reports, other = tmp_path / "data", tmp_path / "reports", tmp_path / "disk" / "lain"
    shutil.copytree(CONTOH, data / "raw" / NAME / str(YEAR))
    other.mkdir(parents=True)
    link = reports / linked
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(other, target_is_directory=True)
    laporan = data / "raw" / NAME / str(YEAR) / "laporan.yaml"
    for mine in ("# satu\n", "# dua\n"):
        laporan.write_text(laporan.read_text("utf-8") + mine, "utf-8")
        build(NAME, YEAR, data, reports)
        assert link.is_symlink() and (reports / NAME / str(YEAR) / "index.html").is_file()
        assert len(list(other.rglob("index.html"))) == 1
        hidden = [path for path in tmp_path.rglob(".*") if ".lama" in path.name]
        assert not hidden


def test_names_that_differ_in_how_an_accent_is_made_are_one_file_somewhere(tmp_path: Path) -> None:
    one, other = "Kin\u00e9rja", "kine\u0301rja"
    with pytest.raises(InputError, match="one file on Windows and macOS"):
        check_portable([f"{one}.csv", f"{other}.csv"], "folder")
    chosen = targets([tmp_path / f"{name}.docx" for name in (one, other)], tmp_path)
    assert [path.name for path in chosen] == [one, f"{other}-2"]


@pytest.mark.parametrize("command", ["usul", "periksa"])
def test_an_agency_that_is_a_device_of_windows_is_refused_before_anything_is_written(
    command: str, tmp_path: Path
) -> None:
    document = tmp_path / "lkjip.md"
    document.write_text("| Uraian | Nilai |\n|---|---|\n| Satu | 1 |\n", encoding="utf-8")
    out = tmp_path / ("hasil" if command == "periksa" else "usul.xlsx")
    words = [command, str(document), "--instansi", "CON", "--tahun", "2023", "-o", str(out)]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 2 and "--instansi" in done.output, done.output
    assert [path.name for path in tmp_path.rglob("*") if path.is_dir()] in ([], ["hasil"])
    assert not list(tmp_path.rglob("*con*"))
