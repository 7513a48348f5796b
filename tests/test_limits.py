"""Inputs that reach too far or lead out of the folder: each is made here."""

from __future__ import annotations

import io
import os
import pickle
import shutil
import stat
import sys
import zipfile
from pathlib import Path

import pytest
from folders import made_up
from growth import check_growth
from large_inputs import TABLES, csv_budget, sheet_with
from test_hostile import CONTOH, NAME, YEAR
from typer.testing import CliRunner

from lkjip_analysis.building import fingerprint
from lkjip_analysis.building.many import cluster
from lkjip_analysis.checking.verify import verify
from lkjip_analysis.commands.cli import app
from lkjip_analysis.commands.journal import logged
from lkjip_analysis.errors import InputError, Problem
from lkjip_analysis.intake.sheets import workbook_sheets
from lkjip_analysis.report.filebytes import files_of
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.origins import read_origins

posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and /proc")


def verified(folder: Path, rows: int, **wrong: int) -> tuple[list[str], str]:
    """The findings over so many rows, and what the first says."""
    texts = {"anggaran": csv_budget(rows, **wrong)}
    found = verify(made_up(folder / str(rows), TABLES, texts)).findings
    return [f.id for f in found], found[0].message


def test_what_the_search_for_one_wrong_percentage_costs_grows_with_the_rows(
    tmp_path: Path,
) -> None:
    def act(rows: int) -> None:
        found, _ = verified(tmp_path, rows, share=rows // 2)
        assert found == [f"anggaran.serapan[p{rows // 2}]"]

    check_growth(act, 500)


def test_a_table_too_large_to_search_is_verified_and_says_so(tmp_path: Path) -> None:
    found, told = verified(tmp_path, 1_000, total=9_000_000_000)
    assert found == ["anggaran.jumlah.pagu"]
    assert "terlalu besar untuk mencari" in told


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/other/place.xml"])
@pytest.mark.parametrize(
    "inside",
    [
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        "<mergeCells><mergeCell ref='$a$2:$xfd$1048576'/></mergeCells>",
        '<cols><col min="1" max="4000000000" hidden="1"/></cols>',
        '<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>',
        f"<sheets>{'<sheet/>' * 1_001}</sheets>",
    ],
)
def test_a_range_over_the_whole_sheet_or_a_thousand_sheets_are_refused_at_once(
    tmp_path: Path, part: str, inside: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_sheets, "load_both", None)  # whoever loads it fails
    path = sheet_with(tmp_path / "a.xlsx", part, inside)
    assert path.stat().st_size < 8_000
    done = CliRunner().invoke(app, ["import", str(path), "--instansi", "x", "--tahun", "2021"])
    assert done.exit_code == 2, done.output
    told = ("more than 500,000", "a range of columns", "more than 1,000 sheets")
    assert any(words in done.output for words in told), done.output


@pytest.fixture
def agency(tmp_path: Path) -> Path:
    """The folder of the small example's year, in a data folder of its own."""
    folder = tmp_path / "data" / "raw" / NAME / str(YEAR)
    shutil.copytree(CONTOH, folder)
    return folder


@posix
@pytest.mark.parametrize("name", ["koreksi.csv", "anggaran.csv", "asal.csv", "laporan.yaml"])
def test_a_pipe_in_place_of_a_file_is_refused(agency: Path, name: str) -> None:
    (agency / name).unlink(missing_ok=True)
    os.mkfifo(agency / name)
    done = CliRunner().invoke(app, ["verify", NAME, str(YEAR), "--data", str(agency.parents[1])])
    assert done.exit_code == 2, done.output


@posix
def test_links_that_lead_out_are_not_hashed_packaged_or_sent(agency: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("rahasia", "utf-8")
    (agency / "a.csv").symlink_to(secret)
    (agency / "proses.csv").symlink_to("/proc/self/environ")
    (agency / "folder").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(agency / "pipa.csv")
    (agency / "dalam.csv").symlink_to(agency / "laporan.yaml")
    names = {path.name for path in files_of(agency)}
    assert not names & {"a.csv", "proses.csv", "pipa.csv", "secret.txt"}
    assert {"dalam.csv", "laporan.yaml"} <= names
    hashed = fingerprint.inputs(NAME, YEAR, agency.parents[1], [], {}).data
    assert "laporan.yaml" in hashed and not {"a.csv", "pipa.csv", "proses.csv"} & set(hashed)
    with zipfile.ZipFile(io.BytesIO(cluster._packed(agency.parent))) as parcel:
        assert not any(b"rahasia" in parcel.read(name) for name in parcel.namelist())
    (agency / "asal.csv").symlink_to(secret)
    with pytest.raises(InputError, match="outside the folder"):
        read_origins(agency)


@posix
@pytest.mark.parametrize("command", ["check", "verify", "perbaikan", "koreksi", "ekspor", "report"])
def test_a_year_that_lies_outside_the_data_is_read_by_no_command(
    agency: Path, tmp_path: Path, command: str
) -> None:
    agency.rename(tmp_path / "luar")
    agency.symlink_to(tmp_path / "luar")
    done = CliRunner().invoke(app, [command, NAME, str(YEAR), "--data", str(agency.parents[2])])
    assert done.exit_code == 2 and "outside the folder" in done.stderr, done.output


def test_a_refusal_comes_out_of_another_process_whole() -> None:
    problem = Problem("a.csv", "found", "allowed", "Remedy.", 3, "pagu")
    again = pickle.loads(pickle.dumps(InputError([problem])))
    assert again.problems == (problem,) and "a.csv:3" in str(again)


def test_the_small_example_is_still_read(agency: Path) -> None:
    assert load(NAME, YEAR, agency.parents[1]).tables


ELSEWHERE = ("reports/catatan.jsonl", f"processed/{NAME}/{YEAR}", f"raw/{NAME}/.{YEAR}.lama",
             f"raw/{NAME}/{YEAR}/skema/t.yaml", f"raw/{NAME}/{YEAR}/laporan.lama.yaml",
             f"raw/{NAME}/{YEAR}/sisa.csv", "hasil/hasil.json")  # fmt: skip


@posix
@pytest.mark.parametrize("place", ELSEWHERE)
def test_no_command_waits_for_a_pipe_wherever_it_lies(
    agency: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = agency.parents[2]
    (data / "reports").mkdir()
    laporan = agency / "laporan.yaml"
    laporan.write_text(f"# Dimulai dari {YEAR - 1}:\n" + laporan.read_text("utf-8"), "utf-8")
    (data / place).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(data / place)
    monkeypatch.chdir(data)
    monkeypatch.setenv("LKJIP_CATATAN", "reports/catatan.jsonl")
    about = (NAME, str(YEAR), "--data", ".")
    for words in (("new", NAME, str(YEAR + 1), "--from", str(YEAR), "--data", "."),
                  ("check", *about), ("ekspor", *about), ("kembalikan", *about),
                  ("verify", *about, "--json", "hasil/hasil.json")):  # fmt: skip
        done = CliRunner().invoke(app, words)
        assert done.exit_code in (0, 1, 2) and not isinstance(done.exception, OSError), done.output
    assert stat.S_ISFIFO((data / place).lstat().st_mode)  # who put it there finds it again


GIVEN = (("import", "*", "--instansi", "x", "--tahun", "2022", "--ya", "--data", "."),
         ("usul", "*", "--instansi", "x", "--tahun", "2022", "--data", "."),
         ("usul", "*", "--terima", "--data", "."), ("susun", "*", "-o", "susun"),
         ("periksa", "*", "-o", "hasil"), ("beda", "*", f"{NAME}/{YEAR}", "--data", "."),
         ("reviu", "--tahun", str(YEAR), "--data", ".", "--sejak", "*"))  # fmt: skip


@posix
@pytest.mark.parametrize("words", GIVEN, ids=lambda words: " ".join(words[:3]))
@pytest.mark.parametrize("kind", ["a pipe", "a device", "a link in a circle"])
def test_no_command_waits_for_what_is_named_in_place_of_a_file(
    agency: Path, words: tuple[str, ...], kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(agency.parents[2])
    given = Path("diberikan.xlsx")
    if kind == "a pipe":
        os.mkfifo(given)
    else:
        given.symlink_to("/dev/zero" if kind == "a device" else given)
    named = [str(given) if word == "*" else word for word in words]
    done = CliRunner().invoke(app, named)
    assert done.exit_code == 2 and isinstance(done.exception, SystemExit), done.output
    assert len(done.stderr.strip().splitlines()) == 1, done.output


@posix
@pytest.mark.parametrize(
    "words",
    [("init", "*"), ("report", NAME, str(YEAR), "--data", ".", "--reports", "*"),
     ("new", "x", "2022", "--data", "*"), ("verify", "--all", "--data", ".", "-o", "*"),
     ("periksa", "naskah.txt", "--instansi", "x", "--tahun", "2022", "-o", "*")],
    ids=lambda words: words[0],
)  # fmt: skip
def test_a_link_in_a_circle_in_place_of_a_folder_is_one_sentence(
    agency: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(agency.parents[2])
    Path("naskah.txt").write_text("| Program | Pagu |\n|---|---|\n| a | 1 |\n")
    Path("berputar").symlink_to("berputar")
    done = CliRunner().invoke(app, ["berputar" if word == "*" else word for word in words])
    assert done.exit_code == 2 and "berputar" in done.stderr, done.output
    assert isinstance(done.exception, SystemExit)


def laid(place: Path, kind: str) -> None:
    """Something else where a file belongs."""
    if kind == "a folder":
        place.mkdir()
    elif kind == "a pipe or device":
        os.mkfifo(place)
    else:
        place.symlink_to("tidak-ada")


OTHERS = ("a folder", "a pipe or device", "a link that leads nowhere")


@posix
@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize(
    "name",
    ["anggaran.csv", "klaim.csv", "koreksi.csv", "asal.csv", "bukti/b.csv", "skema/anggaran.yaml"],
)
def test_what_lies_in_place_of_a_file_of_the_report_is_said(
    agency: Path, name: str, kind: str
) -> None:
    if name.startswith("bukti"):
        told = "\nbukti:\n  b:\n    dokumen: B\n    peringkat: 1\n    tipe: anggaran\n"
        test = "    menguji: [{bukti: '[*].pagu', sel: 'anggaran[*].pagu'}]\n"
        with (agency / "laporan.yaml").open("a", encoding="utf-8") as file:
            file.write(told + test)
    (agency / name).parent.mkdir(exist_ok=True)
    (agency / name).unlink(missing_ok=True)
    laid(agency / name, kind)
    with pytest.raises(InputError) as error:
        load(NAME, YEAR, agency.parents[1])
    (problem,) = error.value.problems
    said = kind if kind != OTHERS[2] or name in LED else "cannot be read"
    assert said in problem.found and Path(name).name in f"{problem.file} {problem.found}"


LED = ("anggaran.csv", "klaim.csv", "bukti/b.csv")
"""What laporan.yaml names: the link is said there, not only that nothing is at its end."""


@pytest.mark.parametrize("name", ["skema", "bukti", "../skema"])
def test_a_file_in_place_of_a_folder_is_said(agency: Path, name: str) -> None:
    (agency / name).write_text("milik orang")
    with pytest.raises(InputError) as error:
        load(NAME, YEAR, agency.parents[1])
    told = {(p.file, p.found, p.allowed) for p in error.value.problems}
    assert told == {(Path(name).name, "a file", "a folder of this name")}


@pytest.mark.parametrize("command", ["import", "susun", "beda"])
def test_a_folder_given_as_a_workbook_is_called_one(
    agency: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(agency.parents[2])
    Path("isi.xlsx").mkdir()
    words = {"import": ["--instansi", "x", "--tahun", "2022", "--ya", "--data", "."],
             "susun": ["-o", "susun"], "beda": [f"{NAME}/{YEAR}", "--data", "."]}  # fmt: skip
    done = CliRunner().invoke(app, [command, "isi.xlsx", *words[command]])
    assert done.exit_code == 2 and "a folder" in done.stderr, done.output


@posix
def test_a_file_where_a_folder_belongs_is_kept(agency: Path) -> None:
    place = agency.parents[2] / "processed" / NAME / str(YEAR)
    place.parent.mkdir(parents=True)
    place.write_text("milik orang")
    done = CliRunner().invoke(app, ["ekspor", NAME, str(YEAR), "--data", str(agency.parents[2])])
    assert done.exit_code == 2 and place.read_text() == "milik orang", done.output


def test_a_file_too_large_for_a_report_is_not_hashed(
    agency: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = agency.parents[2]
    (agency / "bukti").mkdir()
    with (agency / "bukti" / "film.bin").open("wb") as film:
        film.truncate(10**12)  # takes no space, and no machine reads it in a minute
    log = data / "catatan.jsonl"
    monkeypatch.setenv("LKJIP_CATATAN", str(log))
    done = CliRunner().invoke(app, ["ekspor", NAME, str(YEAR), "--data", str(data)])
    assert done.exit_code == 2 and "film.bin" in done.output
    made = str(data / "perbaikan.txt")
    with logged(["perbaikan"]):
        done = CliRunner().invoke(
            app, ["perbaikan", NAME, str(YEAR), "--data", str(data), "-o", made]
        )
    assert done.exit_code in (0, 1) and log.is_file()
