"""What commands show: no name, wherever it comes from, is obeyed by a terminal."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from openpyxl import Workbook
from test_hostile import CONTOH, NAME, YEAR
from test_importing import budget
from typer.testing import CliRunner

from lkjip_analysis.building.console import plain
from lkjip_analysis.checking.verify import Verification
from lkjip_analysis.commands.cli import app
from lkjip_analysis.commands.finding_lines import lines
from lkjip_analysis.commands.terminal import escaped
from lkjip_analysis.errors import visible
from lkjip_analysis.writing import write_whole

HOME = Path(__file__).resolve().parents[1]
PACKAGE = HOME / "lkjip_analysis"
OBEYED = "\x1b[31m\x1b]0;judul\x07\x9b2J\u202e\u2066\u200f\u061c\x7f\u2028\x85"
"""Colour, a title, C1, each kind of direction mark, delete, and ends of lines of other kinds."""
FILE = OBEYED.replace("/", "")


def run(*words: object) -> str:
    done = CliRunner().invoke(app, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert not _obeyed(done.output), [hex(ord(sign)) for sign in _obeyed(done.output)]
    return done.output


def _obeyed(text: str) -> list[str]:
    return [sign for sign in text if sign not in "\n\t"
            and unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp")]  # fmt: skip


def test_every_command_shows_hostile_names_as_they_can_be_shown(tmp_path: Path) -> None:
    data = tmp_path / f"data {FILE}"
    book = Workbook()
    budget(book)
    book["Realisasi"]["B4"] = f"Program {OBEYED.replace(chr(27), '').replace(chr(7), '')}"
    path = tmp_path / f"buku {FILE}.xlsx"
    book.save(path)
    about = ("--instansi", NAME, "--tahun", YEAR, "--data", data)
    run("import", path, *about, "--ya")
    run("usul", path, *about, "-o", tmp_path / f"usul {FILE}.xlsx")
    run("periksa", path, "-o", tmp_path / f"hasil {FILE}")
    run("periksa", path, "--json", "-", "-o", tmp_path / f"hasil {FILE}")
    run("susun", path, "-o", tmp_path / FILE)
    run("template", tmp_path / f"{FILE}.xlsx")
    folder = data / NAME / str(YEAR)
    shutil.copytree(CONTOH, folder, dirs_exist_ok=True)
    laporan = folder / "laporan.yaml"
    escapes = "".join(f"\\u{ord(sign):04x}" for sign in OBEYED)
    laporan.write_text(
        re.sub(r"nama: .*", lambda _: f'nama: "Dinas {escapes}"', laporan.read_text("utf-8")),
        "utf-8",
    )
    named = (NAME, YEAR, "--data", data)
    for words in (
        ("list", "--data", data), ("verify", *named), ("verify", *named, "--json", "-"),
        ("check", *named), ("perbaikan", *named), ("koreksi", *named),
        ("ekspor", *named), ("reviu", "--tahun", YEAR, "--data", data, "-o", tmp_path / "r.xlsx"),
        ("new", f"dinas{FILE}", YEAR, "--data", data), ("kembalikan", f"a{FILE}", YEAR),
        ("verify", f"a{FILE}", YEAR, "--data", data), ("report", f"a{FILE}", YEAR),
        ("init", tmp_path / f"kerja {FILE}"), ("notebook", f"a{FILE}"), ("watch", FILE, YEAR),
        ("verify", "--all", "--data", data, "-o", tmp_path / f"semua {FILE}"),
    ):  # fmt: skip
        run(*words)


@pytest.mark.parametrize("file", ["laporan.yaml", "koreksi.csv", "klaim.csv", "anggaran.csv"])
def test_what_is_wrong_in_a_file_is_shown_without_obeying_it(file: str, tmp_path: Path) -> None:
    folder = tmp_path / "raw" / NAME / str(YEAR)
    folder.mkdir(parents=True)
    (folder / "laporan.yaml").write_text(f"tabel:\n  {FILE}: 1\n", "utf-8")
    (folder / file).write_text(f"{OBEYED}: {OBEYED},{OBEYED}\n{OBEYED}\n", "utf-8")
    (folder / f"{FILE}.csv").write_text("a\n")
    for command in ("verify", "check", "koreksi"):
        run(command, NAME, YEAR, "--data", tmp_path)


@pytest.mark.parametrize("words", [
    (f"--pilihan{FILE}",), ("verify", NAME, YEAR, f"lebih{FILE}"), ("verify", NAME, f"20{FILE}"),
    ("verify", f"--{FILE}"), (f"perintah{FILE}",), ("usul", f"naskah{FILE}.docx"),
])  # fmt: skip
def test_a_wrong_command_line_is_shown_without_obeying_it(words: tuple[object, ...]) -> None:
    assert run(*words)


def test_folders_of_agencies_with_hostile_names_are_listed_as_they_can_be(tmp_path: Path) -> None:
    (tmp_path / "raw" / f"dinas{FILE}" / f"{YEAR}").mkdir(parents=True)
    (tmp_path / "raw" / f"dinas{FILE}" / f"{YEAR}" / "laporan.yaml").write_text("nama: x\n")
    run("list", "--data", tmp_path)
    run("verify", "--all", "--data", tmp_path, "-o", tmp_path / "semua")


def test_json_shown_means_what_it_says() -> None:
    told = {"nama": f"Dinas {OBEYED}\U000e0001 é"}
    text = escaped(json.dumps(told, ensure_ascii=False))
    assert json.loads(text) == told and not _obeyed(text) and "é" in text


def test_a_console_obeys_no_markup_of_a_name() -> None:
    assert str(plain("[red]a[/red]\x1b[31m")) == "[red]a[/red]?[31m"
    assert visible("a b\nc\td") == "a b\nc\td"


def test_a_terminal_without_a_width_is_shown_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "0")
    assert "anggaran" in run("verify", NAME, YEAR, "--data", HOME / "tests" / "contoh")


def test_commands_write_to_the_terminal_in_one_way_only() -> None:
    ways = re.compile(r"\btyper\.(s?echo|secho)\(|(?<![\w.])print\(|\bConsole\(|click\.echo")
    written = {path.relative_to(PACKAGE).as_posix()
               for path in PACKAGE.rglob("*.py")
               if any(ways.search(line) for line in path.read_text("utf-8").splitlines()
                      if not line.lstrip().startswith((">>>", "#")))}  # fmt: skip
    assert written == {"commands/terminal.py", "building/console.py"}


LONG = "x" * 300
PLACE = ("dinas-contoh", "2022", "--data", "tests/contoh")


@pytest.mark.parametrize(
    "words",
    [
        (*("perbaikan", *PLACE), "-o", LONG),
        (*("verify", *PLACE), "--json", LONG),
        ("verify", "--all", "--data", "tests/contoh", "-o", LONG),
        ("verify", "dinas-contoh", "2022", "--data", LONG),
        ("verify", LONG, "2022", "--data", "tests/contoh"),
        ("report", "dinas-contoh", "2022", "--data", LONG),
        ("report", *PLACE, "--reports", LONG),
        ("report", *PLACE, "--output", LONG),
        ("report", *PLACE, "-o", LONG),
        ("ekspor", LONG, "2022", "--data", "tests/contoh"),
        ("kembalikan", LONG, "2022", "--data", "tests/contoh"),
        ("koreksi", LONG, "2022", "--data", "tests/contoh"),
        ("check", LONG, "2022", "--data", "tests/contoh"),
        ("list", "--data", LONG),
        ("beda", LONG, LONG),
        ("init", LONG),
        ("template", f"{LONG}.xlsx"),
        ("import", f"{LONG}.xlsx", "--ya"),
        ("periksa", f"{LONG}.docx"),
        ("susun", f"{LONG}.xlsx"),
    ],
    ids=lambda words: " ".join(words).replace(LONG, "LONG"),
)
def test_a_name_longer_than_a_system_takes_is_one_sentence(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HOME)
    done = CliRunner().invoke(app, list(words))
    assert done.exit_code == 2 and isinstance(done.exception, SystemExit), done.output
    assert "xxx" in done.output and len(done.output.splitlines()) == 1


def test_a_file_whose_name_is_as_long_as_a_name_may_be_is_written(tmp_path: Path) -> None:
    place = write_whole(tmp_path / ("x" * 255), "isi")
    write_whole(place, "baru")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["baru"]


@pytest.mark.skipif(sys.platform == "win32", reason="there no folder that is used goes away")
@pytest.mark.parametrize("command", ["list", "template", "verify"])
def test_a_folder_that_was_deleted_is_one_sentence(command: str, tmp_path: Path) -> None:
    words = f"rmdir {tmp_path}; {sys.executable} -m lkjip_analysis {command} --bahasa en"
    done = subprocess.run(["sh", "-c", words], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 2 and done.stderr.count("\n") == 1
    assert "no longer there" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell that closes them")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_standard_stream_is_no_failure(closed: str, tmp_path: Path) -> None:
    data, told = HOME / "tests" / "contoh", tmp_path / "temuan.json"
    words = f"{sys.executable} -m lkjip_analysis verify {NAME} {YEAR} --data {data} --json {told}"
    done = subprocess.run(["sh", "-c", f"{words} {closed}"], capture_output=True, text=True)
    assert done.returncode in (0, 1) and "Traceback" not in done.stdout + done.stderr
    assert json.loads(told.read_text("utf-8"))["tahun"] == 2022


def test_a_count_stays_in_the_line_of_what_it_counts(blora_verified: Verification) -> None:
    """At 80 columns the first line of counts ended with "3", the next began with its words."""
    told = [line.text for line in lines(blora_verified, 80)]
    counts = told[1 : told.index(next(one for one in told if "mengubah simpulan" in one))]
    assert len(counts) > 1 and all(len(one) <= 80 for one in counts)
    assert not any(one.rstrip(",")[-1].isdigit() for one in counts)
    assert " ".join(counts).endswith("3 Kalimat tidak sesuai, 29 Patut diperiksa")
